"""The command ``compendium``: checks records, keeps translations and schemas up to date, makes site and PDFs.

One of the two doors: it prints, and decides the exit status. A user's mistake is one line and status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generators.cli.beginning import new
from generators.cli.checking import check, explain
from generators.cli.editing import diff, fmt, owners, reviews, set_
from generators.cli.outputs import pdf, site
from generators.cli.project import Commands, in_project, sound_corpus, tell

# Commands import what they need when they are called: nobody waits for Babel's extractors to check a record.
if TYPE_CHECKING:
    from generators.translate.update import Change, Row


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The Dakar Compendium's records, translations and schemas."""


@main.command()
@in_project
def records(root: Path) -> None:
    """List the ids of all mechanisms, records and items; where a file could not be read, the exit status is
    1.
    """
    from generators.corpus.loading import open_corpus

    corpus, problems = open_corpus(root)
    for name in sorted({*corpus.mechanisms, *corpus.records, *corpus.items}):
        tell(name)
    for problem in sorted(problems):
        click.echo(problem, err=True)
    sys.exit(1 if problems else 0)


@main.command()
@in_project
@click.option("--release", is_flag=True, help="Write published.txt, which 'check' holds the records against.")
def addresses(root: Path, release: bool) -> None:
    """List every address of the site, and every place on its pages that has an address of its own, below the
    folder of any language: what has been published once must stay.
    """
    from generators import checks
    from generators.corpus import published_file
    from generators.corpus.addresses import Target, address
    from generators.corpus.published import kept, published

    corpus = sound_corpus(root, checks.releases.RULES if release else ())
    if release:
        number = published_file.write(root, {address(target) for target in kept(corpus)})
        click.echo(f"{number} addresses in {published_file.FILE}")
        return
    rules = (Target("rule", rule.name) for rule in checks.every_rule())
    for line in sorted({address(target) for target in (*published(corpus), *rules)}):
        tell(f"/{line}")


@main.command()
@in_project
def schema(root: Path) -> None:
    """Write the JSON Schemas of all kinds of file into schema/, for editors."""
    from generators.edit import schema as made

    folder = root / made.FOLDER
    folder.mkdir(exist_ok=True)
    texts = {
        f"{kind}.schema.json": made.text_of(each) for kind, each in made.schemas(sound_corpus(root)).items()
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for file in folder.glob("*.schema.json"):
        if file.name not in texts:
            file.unlink()
    click.echo(f"{len(texts)} schemas in {made.FOLDER}/")


@main.command()
@in_project
def changes(root: Path) -> None:
    """Write changes.tsv: what changed in the records, day by day, from the history of the project and from
    what is not yet committed. Site and PDFs say it from there; commit it with the records.
    """
    from datetime import UTC, datetime

    from generators.edit import history

    grades = sound_corpus(root).vocabularies.of("confidences")
    try:
        found = history.changes(root, datetime.now(UTC).date(), grades)
    except history.NoHistoryError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{history.write(root, found)} changes in {history.FILE}")


for each in (check, explain, site, pdf, diff, fmt, new, owners, reviews, set_):
    main.add_command(each)


# -- translations --------------------------------------------------------------------------------------------


@main.group()
def translations() -> None:
    """Keep the catalogs (.po) up to date with the texts, and report how far they are."""


@translations.command()
@in_project
def update(root: Path) -> None:
    """Bring all catalogs, those of the interface included, up to date with what records and templates say.

    A text that changed keeps its old translation, marked as out of date; that of one that is gone is kept as
    obsolete, until the text returns. Nothing is written while a file cannot be read.
    """
    from generators import checks
    from generators.corpus import interface
    from generators.translate import update as made

    corpus = sound_corpus(root, checks.interface.RULES)
    # a project without catalogs of its own is shown in those of this package, which are not its to keep
    own, library = interface.home(root) == root, corpus.library
    old, said = (library.interface, library.messages) if own else ({}, {})
    changes = made.update(corpus, root, corpus.languages)
    changes += made.update_interface(root, corpus.languages, old, said)
    for change in changes:
        if change.outdated or change.left:
            click.echo(f"{change.path}: {change.outdated} out of date, {change.left} obsolete")
    click.echo(_updated(changes))


@translations.command()
@in_project
@click.option("--language", "only", multiple=True, help="Only this language; may be given several times.")
def report(root: Path, only: tuple[str, ...]) -> None:
    """Print how far each folder is translated into each language, in texts, and the totals."""
    from generators import checks
    from generators.translate import update as made

    corpus = sound_corpus(root, checks.interface.RULES)
    interface = corpus.library.interface
    languages = [language for language in corpus.languages if not only or language in only]
    if unknown := set(only) - set(corpus.languages):
        raise click.ClickException(
            f"no such language: {', '.join(sorted(unknown))}; expected {', '.join(corpus.languages)}"
        )
    strings = made.extract_interface(root, corpus.languages[0])
    rows = made.coverage(corpus, languages)
    said, messages = made.extract_messages(root, corpus.languages[0]), corpus.library.messages
    for name, texts, catalogs in (
        (made.INTERFACE, strings, interface),
        (made.SAID_TO_EDITORS, said, messages),
    ):
        rows += [row for tag in languages if (row := made.row(tag, name, texts, catalogs.get(tag))).total]
    for line in _table(sorted(rows, key=lambda row: languages.index(row.language))):
        click.echo(line)


_COUNTS = ("total", "reviewed", "unreviewed", "stale", "missing")


def _table(rows: Sequence[Row]) -> Iterable[str]:
    """A line a folder, and a line with the totals after each language; ``rows`` stand in the order of
    languages.
    """
    width = max((len(row.folder) for row in rows), default=0)
    yield f"{'':9}{'':{width}}" + "".join(f"{name:>12}" for name in _COUNTS)
    for language, of_language in groupby(rows, attrgetter("language")):
        listed = list(of_language)
        counts = [[getattr(row, name) for name in _COUNTS] for row in listed]
        named = [
            *zip([row.folder for row in listed], counts, strict=True),
            ("all", map(sum, zip(*counts, strict=True))),
        ]
        for folder, numbers in named:
            yield f"{language:9}{folder:{width}}" + "".join(f"{number:>12}" for number in numbers)


def _updated(changes: Sequence[Change]) -> str:
    written, outdated, left = (
        sum(getattr(change, name) for change in changes) for name in ("written", "outdated", "left")
    )
    texts, missing = (sum(getattr(change, name) for change in changes) for name in ("total", "missing"))
    return (
        f"{len(changes)} catalogs, {written} written: {texts} texts, {missing} without translation, "
        f"{outdated} translations newly out of date, {left} kept as obsolete because their text is gone"
    )
