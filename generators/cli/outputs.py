"""The commands that make what readers get: the site, PDFs, EPUBs and copies for reading
offline.

One of them runs at a time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from generators.cli.project import (
    alone,
    command,
    expect_language,
    sound_corpus,
    sound_settings,
    tell,
)
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.checks.rules import CheckRule
    from generators.pdf.factory import Press, Told
    from generators.pdf.volumes import PublicAddresses

_named = click.argument("volumes", metavar="[ID]...", nargs=-1)
_in_languages = click.option(
    "--language",
    "only",
    multiple=True,
    help="Only this language; may be given several times.",
)


@command()
@click.option(
    "--into",
    "place",
    type=click.Path(path_type=Path),
    help="Where the site goes; without it, the folder 'site' of the project.",
)
@click.option("--anew", is_flag=True, help="Build even if nothing has changed.")
def site(root: Path, place: Path | None, anew: bool) -> None:
    """Build the site, and put it in place when it is whole. A build that fails leaves the
    old one as it was.

    If nothing has changed since the site was built, it stays as it is.
    """
    from generators.site import command as made

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
@_named
@_in_languages
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="List the ids and titles of all volumes; make nothing.",
)
def pdf(
    root: Path, volumes: tuple[str, ...], only: tuple[str, ...], listed: bool
) -> None:
    """Make the PDFs that have changed: those of the given records, mechanisms, topics,
    States …, or all, into .build/pdf/. Sheets of two pages to hang up are first-days/ben
    and recognise/school.
    """
    from generators import checks
    from generators.pdf import volumes as known
    from generators.pdf.factory import pdfs
    from generators.translate.localizer import Localizer

    if listed:
        corpus = sound_corpus(root, checks.FOR_PAPER)
        localizer = Localizer(corpus, _languages(only)[0])
        for volume in known.volumes(corpus):
            click.echo(f"{volume}\t{known.title(localizer, volume)}")
        return
    told = _bar if sys.stderr.isatty() else None
    _made(root, "compendium pdf", checks.FOR_PAPER, pdfs, volumes, only, told)


@command()
@_named
@_in_languages
def epub(root: Path, volumes: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Make the books for e-readers (EPUB) that have changed, into .build/epub/. IDs are
    mechanisms, regions or the compendium; without any, all.
    """
    from generators import checks
    from generators.epub.book import books
    from generators.site import parallel

    each = partial(parallel.each, jobs=parallel.processors())
    _made(
        root,
        "compendium epub",
        checks.translations.OF_INTERFACE,
        partial(books, each=each),
        volumes,
        only,
    )


def _made(
    root: Path,
    what: str,
    rules: Sequence[CheckRule],
    press: Callable[[PublicAddresses], Press],
    volumes: tuple[str, ...],
    only: tuple[str, ...],
    told: Told | None = None,
) -> None:
    """Have volumes made by a press, of a corpus that breaks none of the rules; ``what``
    is the command.
    """
    from generators.corpus import inputs
    from generators.pdf import factory
    from generators.pdf.volumes import PublicAddresses
    from generators.site import mkdocs_run

    sound_settings(root)
    with alone(root, what):
        addresses = mkdocs_run.public_addresses(root)
        publisher = mkdocs_run.publisher(root)
        if (urlsplit(addresses[0]).hostname or "").endswith(".example"):
            note = say(
                "site_url in mkdocs.yml is still the example {address}: codes and links lead nowhere",
                address=addresses[0],
            )
            tell(note, err=True)
        said = f"{' '.join(addresses)} {publisher}"
        read = inputs.digest(root, said=said)  # first: the corpus may change meanwhile
        made = press(PublicAddresses(*addresses))
        corpus = sound_corpus(root, rules, publisher)
        summary, problems = factory.run(made, corpus, root, volumes, only, read, told)
    for problem in problems:
        tell(problem)
    tell(summary, err=True)
    sys.exit(1 if problems else 0)


def _bar(done: int, total: int) -> None:
    width = 40
    full = width * done // total if total else width
    end = "\n" if done == total else ""
    sys.stderr.write(f"\r[{'#' * full}{'.' * (width - full)}] {done}/{total}{end}")
    sys.stderr.flush()


@command()
@_in_languages
@click.option("--pdfs", is_flag=True, help="With the PDFs that the site holds.")
def offline(root: Path, only: tuple[str, ...], pdfs: bool) -> None:
    """Make a ZIP of each language of the finished site into .build/offline/. Unpack it
    and open its index.html: it needs no connection.
    """
    from generators.corpus import downloads
    from generators.site import offline as made
    from generators.site import parallel

    place, languages, jobs = root / "site", _languages(only), parallel.processors()
    with alone(root, "compendium offline"):
        known = downloads.copies(root)
        try:
            for copy in parallel.each(
                lambda tag: made.make(root, place, tag, pdfs), languages, jobs
            ):
                known[copy.language] = copy
                size, folder = f"{copy.size / 1e6:.1f}", root / downloads.COPIES
                file = downloads.file_of(folder, copy.address)
                tell(
                    say(
                        "{file}: files: {n}, MB: {size}",
                        file=file,
                        n=copy.entries,
                        size=size,
                    ),
                    err=True,
                )
        except made.NoSite as error:
            raise click.ClickException(error.args[0]) from None
        downloads.write(root / downloads.COPIES, known.values())


HOST_TAKES = 700
"""How many MB a site may weigh: the code host's Pages take 1,000, and a site grows."""


@command()
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=HOST_TAKES,
    show_default=True,
    help="How many MB the host takes.",
)
def weigh(root: Path, most: int) -> None:
    """Say what the finished site weighs. If it is heavier than its host takes, the
    command fails.
    """
    from generators.site import manifest

    place = root / "site"
    found = manifest.read(place)
    if found is None:
        told = say(
            "{folder} holds no finished site ({file}); build it with: make site",
            folder=place,
            file=manifest.NAME,
        )
        raise click.ClickException(told)
    sizes = manifest.weights(found)
    kinds = tuple(f"{kind} {size / 1e6:.0f}" for kind, size in sizes.items())
    total = sum(sizes.values()) / 1e6
    tell(
        say(
            "site/: {n} files, {size} MB: {kinds}",
            n=len(found.files),
            size=f"{total:.0f}",
            kinds=kinds,
        )
    )
    if total > most:
        told = say(
            "the site weighs {size} MB, and its host takes {most}: make fewer PDFs, or publish to another "
            "host",
            size=f"{total:.0f}",
            most=most,
        )
        raise click.ClickException(told)


def _languages(only: tuple[str, ...]) -> list[str]:
    """The languages that were named, in the order of the menu; all where none was."""
    from generators.corpus.cldr import LANGUAGES

    for tag in only:
        expect_language(tag, LANGUAGES)
    return [tag for tag in LANGUAGES if not only or tag in only]
