"""The commands that make what readers get: the site, PDFs, EPUBs and copies for reading offline.

One of them runs at a time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generators.cli.project import alone, in_project, sound_corpus, sound_settings
from generators.cli.reader import no_language, tell
from generators.cli.refusing import command
from generators.text.sayings import say


@command()
@in_project
@click.option(
    "--into",
    "place",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes; without it, the folder 'site' of the project.",
)
@click.option("--jobs", type=click.IntRange(1), help="How many processes; without it, one a processor.")
@click.option("--anew", is_flag=True, help="Build even where nothing has changed.")
def site(root: Path, place: Path | None, jobs: int | None, anew: bool) -> None:
    """Build the site, and put it in place when it is whole; a build that fails leaves the old one as it was.

    Where nothing has changed since the site was built, it is left alone.
    """
    from generators.site import command as made

    if jobs:
        os.environ["COMPENDIUM_JOBS"] = str(jobs)  # mkdocs.yml asks for it
    sound_settings(root)
    place = place or root / "site"
    with alone(root, "compendium site"):
        try:
            built = made.run(root, place, anew)
        except made.NotPlaced as error:
            raise click.ClickException(error.args[0]) from None
    if built:
        tell(say("{folder}/ is built", folder=place), err=True)
    else:
        tell(say("{folder}/ is up to date: nothing has changed", folder=place), err=True)


@command()
@in_project
@click.argument("volumes", metavar="[ID]...", nargs=-1)
@click.option("--language", "only", multiple=True, help="Only this language; may be given several times.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=None,
    help="How many processes; without it, one for each processor.",
)
def pdf(root: Path, volumes: tuple[str, ...], only: tuple[str, ...], jobs: int | None) -> None:
    """Make the PDFs that have changed: those of the given records, mechanisms, topics, States …, or all, into
    .build/pdf/.
    """
    from generators import checks
    from generators.corpus import inputs
    from generators.pdf import command as made
    from generators.pdf.volumes import Public
    from generators.site import mkdocs_run

    sound_settings(root, pages=False)
    with alone(root, "compendium pdf"):
        addresses = mkdocs_run.public_addresses(root)
        read = inputs.digest(root, said=" ".join(addresses))  # first: the corpus may change meanwhile
        summary, problems = made.run(
            sound_corpus(root, checks.FOR_PAPER), root, Public(*addresses), volumes, only, jobs or 0, read
        )
    for problem in problems:
        tell(problem)
    tell(summary, err=True)
    sys.exit(1 if problems else 0)


@command()
@in_project
@click.argument("volumes", metavar="[ID]...", nargs=-1)
@click.option("--language", "only", multiple=True, help="Only this language; may be given several times.")
def epub(root: Path, volumes: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Make the books for e-readers (EPUB) that have changed: those of the given mechanisms and regions, the
    compendium, or all, into .build/epub/.
    """
    from generators import checks
    from generators.corpus import inputs
    from generators.epub import command as made
    from generators.pdf.volumes import Public
    from generators.site import mkdocs_run, parallel

    sound_settings(root, pages=False)
    with alone(root, "compendium epub"):
        addresses = mkdocs_run.public_addresses(root)
        read = inputs.digest(root, said=" ".join(addresses))  # first: the corpus may change meanwhile
        corpus, public = sound_corpus(root, checks.interface.RULES), Public(*addresses)
        summary, problems = made.run(
            corpus,
            root,
            public,
            volumes,
            only,
            lambda work, languages: parallel.each(work, languages, parallel.processors()),
            read,
        )
    for problem in problems:
        tell(problem)
    tell(summary, err=True)
    sys.exit(1 if problems else 0)


@command()
@in_project
@click.option("--language", "only", multiple=True, help="Only this language; may be given several times.")
@click.option("--pdfs", is_flag=True, help="With the PDFs that the site holds.")
@click.option(
    "--from",
    "place",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the finished site is; without it, the folder 'site' of the project.",
)
def offline(root: Path, only: tuple[str, ...], pdfs: bool, place: Path | None) -> None:
    """Make a ZIP of each language of the finished site into .build/offline/, for reading without a
    connection: unpack it and open its index.html.
    """
    from generators.corpus import downloads
    from generators.site import offline as made
    from generators.site import parallel

    place, languages = place or root / "site", _languages(only)
    with alone(root, "compendium offline"):
        known = downloads.copies(root)
        try:
            copies = parallel.each(
                lambda tag: made.make(root, place, tag, pdfs), languages, parallel.processors()
            )
            for copy in copies:
                known[copy.language] = copy
                size, folder = f"{copy.size / 1e6:.1f}", root / downloads.COPIES
                file = downloads.file_of(folder, copy.address)
                tell(say("{file}: files: {n}, MB: {size}", file=file, n=copy.entries, size=size), err=True)
        except made.NoSite as error:
            raise click.ClickException(error.args[0]) from None
        downloads.write(root / downloads.COPIES, known.values())


def _languages(only: tuple[str, ...]) -> list[str]:
    """The languages that were named, in the order of the menu; all where none was."""
    from generators.corpus.cldr import LANGUAGES

    for tag in only:
        if tag not in LANGUAGES:
            raise click.ClickException(no_language(tag, LANGUAGES))
    return [tag for tag in LANGUAGES if not only or tag in only]
