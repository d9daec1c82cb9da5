"""What ``compendium pdf`` does: finds the volumes that are meant, makes them, and says what came of it.

Prints nothing but the progress, on a terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from generators.corpus.corpus import Corpus
from generators.pdf import catalogue
from generators.pdf.volumes import Public
from generators.text.problems import expected

_SETTING = r'^{name}:\s*(?:!ENV\s*\[\s*\w+\s*,\s*)?["\']?(https?://[^"\'\]\s]+)'


def run(
    corpus: Corpus, root: Path, names: Sequence[str], languages: Sequence[str], jobs: int = 0
) -> tuple[str, list[str]]:
    """Make the named volumes (all, where none is named) in the languages (all, where none is named).

    Returns one line on what was made, and a line for each problem; nothing is made where a name or a language
    is not known.
    """
    problems = [_unknown(corpus, name) for name in names if catalogue.find(corpus, name) is None]
    problems += [
        f"no such language: {tag}; {expected(tag, corpus.languages, 'one of')}"
        for tag in languages
        if tag not in corpus.languages
    ]
    if problems:
        return "nothing was made", problems
    from generators.pdf import (
        build,  # the typesetter takes its time to load, and is not needed to say that a name is wrong
    )

    volumes = list(
        dict.fromkeys(volume for name in names if (volume := catalogue.find(corpus, name)))
    ) or catalogue.volumes(corpus)
    told = _bar if sys.stderr.isatty() else None
    report = build.build(
        corpus, root / build.FOLDER, public(root), volumes, languages or corpus.languages, jobs, told
    )
    made = f"{report.made} made, {report.unchanged} unchanged, {report.dropped} removed: {report.pages} pages, {report.size / 1e6:.1f} MB"
    return f"{made} in {build.FOLDER}/", [str(problem) for problem in sorted(report.problems)]


def public(root: Path) -> Public:
    """The addresses of the site and its repository: from SITE_URL and REPO_URL, else from mkdocs.yml."""
    file = root / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8") if file.is_file() else ""
    site = os.environ.get("SITE_URL") or _setting(settings, "site_url")
    repository = os.environ.get("REPO_URL") or _setting(settings, "repo_url")
    return Public(f"{site.rstrip('/')}/", repository.rstrip("/"))


def _setting(settings: str, name: str) -> str:
    found = re.search(_SETTING.format(name=name), settings, re.MULTILINE)
    return found[1] if found else "https://dakar-compendium.example"


def _unknown(corpus: Corpus, name: str) -> str:
    known = {
        volume.partition("/")[2] if volume.startswith(("records/", "mechanisms/")) else volume
        for volume in catalogue.volumes(corpus)
    }
    return f"no such volume: {name}; {expected(name, known, 'the id of a record, mechanism, region, topic, stage or State, or compendium')}"


def _bar(done: int, total: int) -> None:
    width = 40
    full = width * done // total if total else width
    sys.stderr.write(
        f"\r[{'#' * full}{'.' * (width - full)}] {done}/{total}{chr(10) if done == total else ''}"
    )
    sys.stderr.flush()
