"""The command ``compendium``: checks records, keeps translations and schemas up to date.

It also makes site and PDFs. It is one of the two doors: it prints, and decides the exit
status. A user's mistake is one line and status 1. So is a command that is not called as
it can be (``project.Refusal``).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import click

from generators.cli.checking import check, explain, sample
from generators.cli.editing import diff, fmt, new, owners, reviews
from generators.cli.everything import everything
from generators.cli.outputs import epub, offline, pdf, site, weigh
from generators.cli.project import (
    Commands,
    command,
    in_language,
    print_any_letter,
    sound_corpus,
    tell,
)
from generators.cli.reviewing import review
from generators.cli.translating import translations
from generators.text import files
from generators.text.sayings import say

# Commands import what they need when they are called: nobody waits for Babel's extractors
# to check a record.


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@in_language
def main() -> None:
    """The Dakar Compendium's records, translations and schemas."""
    print_any_letter()


@command(group=main)
@click.option(
    "--release",
    is_flag=True,
    help="Write published.txt, which 'check' holds the records against.",
)
def addresses(root: Path, release: bool) -> None:
    """List all addresses of the site, with the anchors on its pages, below the folder of
    any language. An address must not disappear once it is published.
    """
    from generators import checks
    from generators.corpus import published_file
    from generators.corpus.addresses import Target, address
    from generators.corpus.published import named_by_editors, published

    corpus = sound_corpus(root, checks.anchors.RELEASED if release else ())
    if release:
        lasting = {address(target) for target in named_by_editors(corpus)}
        number = published_file.write(root, lasting)
        tell(
            say("addresses in {file}: {number}", file=published_file.FILE, number=number)
        )
        return
    rules = (Target("rule", rule.name) for rule in checks.every_rule())
    for line in sorted({address(target) for target in (*published(corpus), *rules)}):
        tell(f"/{line}")


@command(group=main)
def schema(root: Path) -> None:
    """Write the JSON Schemas of all kinds of file into schema/, for editors."""
    from generators.edit.schema import FOLDER, schemas, text_of

    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    by_kind = schemas(sound_corpus(root))
    for kind, kind_schema in by_kind.items():
        files.replace(folder / f"{kind}.schema.json", text_of(kind_schema).encode())
    tell(say("schemas in {folder}/: {number}", folder=FOLDER, number=len(by_kind)))


_PROGRESS_EVERY = 2.0
"""The seconds between two lines that say how far a command is."""


def _progress() -> Callable[[int, int], None]:
    """What says how far a comparison is, on a line for every two seconds."""
    last = monotonic()

    def tell_progress(done: int, number: int) -> None:
        nonlocal last
        if monotonic() - last >= _PROGRESS_EVERY:
            last = monotonic()
            message = say("versions compared: {n} of {all}", n=done, all=number)
            tell(message, err=True)

    return tell_progress


@command(group=main)
def changes(root: Path) -> None:
    """Write changes.tsv: what changed in the records, date by date. It comes from the
    history of the project and from what is not yet committed. Site and PDFs read it;
    commit it with the records.
    """
    from datetime import UTC, datetime

    from generators.edit import history

    grades = sound_corpus(root).vocabularies.entries_of("confidences")
    try:
        today = datetime.now(UTC).date()
        record_changes = history.changes(root, today, grades, _progress())
    except history.NoHistoryError as error:
        raise click.ClickException(error.args[0]) from None
    number = history.write(root, record_changes)
    tell(say("changes in {file}: {number}", file=history.FILE, number=number))


for subcommand in (
    check,
    explain,
    site,
    pdf,
    epub,
    offline,
    weigh,
    everything,
    diff,
    fmt,
    new,
    owners,
    review,
    reviews,
    sample,
    translations,
):
    main.add_command(subcommand)
