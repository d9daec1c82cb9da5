"""The commands that make what readers get: the site, the PDFs and copies for reading offline.

One of them runs at a time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generators.cli.project import alone, in_project, in_terminal, sound_corpus, sound_settings, tell


@click.command()
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
@click.option(
    "--only",
    "named",
    multiple=True,
    metavar="LANGUAGE",
    help="Build the part of one language, or of some ('fr pt'), to be put together with 'merge'. It goes "
    "into .build/parts/, unless --into names another place.",
)
def site(root: Path, place: Path | None, jobs: int | None, anew: bool, named: tuple[str, ...]) -> None:
    """Build the site, and put it in place when it is whole; a build that fails leaves the old one as it was.

    Where nothing has changed since the site was built, it is left alone.
    """
    from generators.corpus.cldr import LANGUAGES
    from generators.site import command, parts
    from generators.text.problems import expected

    if jobs:
        os.environ["COMPENDIUM_JOBS"] = str(jobs)  # mkdocs.yml asks for it
    only, unknown = parts.chosen(named)
    for tag in unknown:
        raise click.ClickException(f"no such language: {tag}; {expected(tag, LANGUAGES)}")
    sound_settings(root)
    place = place or (parts.folder_of(root, only) if only else root / "site")
    with alone(root, "compendium site"):
        try:
            built = command.run(root, place, anew, only)
        except command.NotPlaced as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{place}/ " + ("is built" if built else "is up to date: nothing has changed"), err=True)


@click.command()
@in_project
@click.argument("places", metavar="[PART]...", nargs=-1, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--to",
    "place",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes; without it, the folder 'site' of the project.",
)
def merge(root: Path, places: tuple[Path, ...], place: Path | None) -> None:
    """Put together the parts of a site that 'site --only' built, here or on other machines: those in the
    given folders, or all in .build/parts/. The site has the same bytes as one that was built in one go; parts
    of different records, days or settings are refused, and so is a file that is not as it was built.
    """
    from generators.site import command
    from generators.site.merge import NotMerged
    from generators.site.parts import FOLDER

    places = places or tuple(sorted(each for each in (root / FOLDER).glob("*") if each.is_dir()))
    if not places:
        raise click.ClickException("no parts to put together; build one with: compendium site --only fr")
    place = place or root / "site"
    with alone(root, "compendium merge"):
        try:
            number = command.put_together(root, places, place)
        except NotMerged as error:
            raise click.ClickException(in_terminal(error.sentence, root)) from None
        except command.NotPlaced as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{place}/ is put together from {len(places)} parts: {number:,} files", err=True)


@click.command()
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
    from generators.pdf import command
    from generators.pdf.volumes import Public
    from generators.site import mkdocs_run

    sound_settings(root, pages=False)
    with alone(root, "compendium pdf"):
        addresses = mkdocs_run.public_addresses(root)
        read = inputs.digest(root, said=" ".join(addresses))  # first: the corpus may change meanwhile
        summary, problems = command.run(
            sound_corpus(root, checks.FOR_PAPER), root, Public(*addresses), volumes, only, jobs or 0, read
        )
    for problem in problems:
        tell(problem)
    click.echo(summary, err=True)
    sys.exit(1 if problems else 0)


@click.command()
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
    from generators.corpus import offline_copies
    from generators.corpus.cldr import LANGUAGES
    from generators.site import offline as made
    from generators.site import parallel
    from generators.text.problems import expected

    for tag in only:
        if tag not in LANGUAGES:
            raise click.ClickException(f"no such language: {tag}; {expected(tag, LANGUAGES)}")
    place = place or root / "site"
    languages = [tag for tag in LANGUAGES if not only or tag in only]
    with alone(root, "compendium offline"):
        known = offline_copies.made(root)
        try:
            copies = parallel.each(
                lambda tag: made.make(root, place, tag, pdfs), languages, parallel.processors()
            )
            for copy in copies:
                known[copy.language] = copy
                told = f"{copy.entries} files, {copy.size / 1e6:.1f} MB"
                click.echo(f"{offline_copies.file_of(root, copy.language)}: {told}", err=True)
        except made.NoSite as error:
            raise click.ClickException(str(error)) from None
        offline_copies.write(root, known.values())
