"""The commands that make what readers get: site, PDFs, EPUBs and copies on a disk.

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
    command,
    expect_language,
    only_build,
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
    from generators.site.command import NotPlaced, run

    sound_settings(root)
    place = place or root / "site"
    with only_build(root, "compendium site"):
        try:
            built = run(root, place, anew)
        except NotPlaced as error:
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
    and recognise/school. The name of a kind makes all of the kind: first-days.
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
    show_progress = _show_bar if sys.stderr.isatty() else None
    _make_volumes(
        root, "compendium pdf", checks.FOR_PAPER, pdfs, volumes, only, show_progress
    )


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

    results_of = partial(parallel.results_of, jobs=parallel.processors())
    _make_volumes(
        root,
        "compendium epub",
        checks.translations.OF_INTERFACE,
        partial(books, map_languages=results_of),
        volumes,
        only,
    )


def _make_volumes(
    root: Path,
    name: str,
    rules: Sequence[CheckRule],
    press: Callable[[PublicAddresses], Press],
    volumes: tuple[str, ...],
    only: tuple[str, ...],
    show_progress: Told | None = None,
) -> None:
    """Have volumes made by a press, of a corpus that breaks none of the rules.

    ``name`` is that of the command. ``volumes`` are ids and ``only`` are languages; all
    are made where none is named. Ends the command, with status 1 where a volume could not
    be made.
    """
    from generators.corpus import inputs
    from generators.pdf import factory
    from generators.pdf.volumes import PublicAddresses
    from generators.site import mkdocs_run

    sound_settings(root)
    with only_build(root, name):
        addresses = mkdocs_run.public_addresses(root)
        publisher = mkdocs_run.publisher(root)
        _warn_of_example(addresses[0])
        site_facts = f"{' '.join(addresses)} {publisher}"
        # first: the corpus may change meanwhile
        digest = inputs.digest(root, facts=site_facts)
        new_press = press(PublicAddresses(*addresses))
        corpus = sound_corpus(root, rules, publisher)
        summary, problems = factory.run(
            new_press, corpus, root, volumes, only, digest, show_progress
        )
    for problem in problems:
        tell(problem)
    tell(summary, err=True)
    sys.exit(1 if problems else 0)


def _warn_of_example(address: str) -> None:
    """Print a warning where the address of the site is still that of the example."""
    if (urlsplit(address).hostname or "").endswith(".example"):
        note = say(
            "site_url in mkdocs.yml is still the example {address}: "
            "codes and links lead nowhere",
            address=address,
        )
        tell(note, err=True)


def _show_bar(done: int, total: int) -> None:
    """Draw how many volumes of all are done, over what was drawn before."""
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
    from generators.site import offline as offline_copies
    from generators.site import parallel

    def make_copy(tag: str) -> downloads.OfflineCopy:
        return offline_copies.make(root, root / "site", tag, pdfs)

    languages = _languages(only)
    jobs = parallel.processors()
    folder = root / downloads.COPIES
    with only_build(root, "compendium offline"):
        known = downloads.copies(root)
        try:
            for copy in parallel.results_of(make_copy, languages, jobs):
                known[copy.language] = copy
                message = say(
                    "{file}: files: {n}, MB: {size}",
                    file=downloads.file_of(folder, copy.address),
                    n=copy.entries,
                    size=f"{copy.size / 1e6:.1f}",
                )
                tell(message, err=True)
        except offline_copies.NoSite as error:
            raise click.ClickException(error.args[0]) from None
        downloads.write(folder, known.values())


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

    folder = root / "site"
    site_manifest = manifest.read(folder)
    if site_manifest is None:
        message = say(
            "{folder} holds no finished site ({file}); build it with: make site",
            folder=folder,
            file=manifest.NAME,
        )
        raise click.ClickException(message)
    sizes = manifest.weights(site_manifest)
    kinds = tuple(f"{kind} {size / 1e6:.0f}" for kind, size in sizes.items())
    total = sum(sizes.values()) / 1e6
    tell(
        say(
            "site/: {n} files, {size} MB: {kinds}",
            n=len(site_manifest.files),
            size=f"{total:.0f}",
            kinds=kinds,
        )
    )
    if total > most:
        message = say(
            "the site weighs {size} MB, and its host takes {most}: "
            "make fewer PDFs, or publish to another host",
            size=f"{total:.0f}",
            most=most,
        )
        raise click.ClickException(message)


def _languages(only: tuple[str, ...]) -> list[str]:
    """The languages that were named, in the order of the menu; all where none was."""
    from generators.corpus.cldr import LANGUAGES

    for tag in only:
        expect_language(tag, LANGUAGES)
    return [tag for tag in LANGUAGES if not only or tag in only]
