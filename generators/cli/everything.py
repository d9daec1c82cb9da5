"""The command that makes all that readers can take along, one step after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click

from generators.cli.project import command, sound_corpus, sound_settings, tell
from generators.text.sayings import Saying, say


class StepOfAll(NamedTuple):
    """A command that is one step, and what it makes."""

    command: str
    makes: Saying


STEPS = (
    StepOfAll("pdf", say("PDFs and sheets")),
    StepOfAll("epub", say("books for e-readers")),
    StepOfAll("site", say("pages and data")),
    StepOfAll("offline", say("a ZIP file for each language")),
    StepOfAll("site", say("pages that link to all these files")),
)
"""The site is built twice: a ZIP holds pages, and the last pages link to the ZIPs."""


class Cost(NamedTuple):
    """What something takes, as measured in December 2026: seconds of one processor, and
    MB on disk.
    """

    seconds: float
    megabytes: float


OF_A_PDF = Cost(0.5, 0.13)
"""The mean of all languages. Arabic and Chinese fonts make larger files."""
OF_A_TEXT = Cost(0.13, 0.18)
"""A text in a language: its share of all pages (twice), data, books and ZIPs."""


@command()
def everything(root: Path) -> None:
    """Make all that readers can take: pages, data, sheets, PDFs, books and ZIPs. It says
    first about how long it takes. If you stop it, the next run makes only what is
    missing.
    """
    sound_settings(root)
    tell(_estimate(root), err=True)
    for number, step in enumerate(STEPS, 1):
        tell(
            say("step {n} of {all}: {what}", n=number, all=len(STEPS), what=step.makes),
            err=True,
        )
        if _status_of(step.command, root):
            message = say("stopped: compendium {command} failed", command=step.command)
            raise click.ClickException(message)


def _status_of(name: str, root: Path) -> int:
    """Run a command of ours as a process of its own, and give its exit status."""
    call = [sys.executable, "-m", "generators", name, "--root", str(root)]
    return subprocess.run(call, check=False).returncode


def _estimate(root: Path) -> Saying:
    """About how long all steps take here, and how much disk."""
    from generators.pdf import volume_names

    corpus = sound_corpus(root)
    pdfs = sum(
        len(volume_names.offered(corpus, language)) for language in corpus.languages
    )
    texts = len(corpus.records) * len(corpus.languages)
    processors = os.cpu_count() or 1
    seconds = pdfs * OF_A_PDF.seconds + texts * OF_A_TEXT.seconds
    megabytes = pdfs * OF_A_PDF.megabytes + texts * OF_A_TEXT.megabytes
    return say(
        "{n} PDFs, and {texts} texts in {languages} languages: about {minutes} minutes "
        "with {processors} processors, and {size} MB on disk",
        n=pdfs,
        texts=len(corpus.records),
        languages=len(corpus.languages),
        minutes=max(1, round(seconds / processors / 60)),
        processors=processors,
        size=round(megabytes),
    )
