"""The commands of editors: what a change does, who answers for a folder, what is due.

Also the one that puts files into their form, and the one that begins a file.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from generators.cli.project import (
    command,
    find,
    in_readers_language,
    language,
    sound_corpus,
    stop_at,
    tell,
    within,
)
from generators.text import files
from generators.text.problems import Problem
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus
    from generators.model.vocabulary import Vocabularies
    from generators.translate.update import CatalogUpdate


@command(speaks=True)
@click.argument("base", default="HEAD")
@click.option("--markdown", is_flag=True, help="As Markdown, for a pull request.")
def diff(root: Path, base: str, markdown: bool) -> None:
    """Say in words how the records and translations here differ from those of BASE. BASE
    is a commit, branch or tag; without it, the last commit. Files that cannot be read
    whole come first.
    """
    from generators.corpus.loading import open_corpus
    from generators.edit import difference, history

    with TemporaryDirectory() as folder:
        try:
            history.export(root, base, Path(folder))
        except history.NoHistoryError as error:
            raise click.ClickException(error.args[0]) from None
        before, problems_before = open_corpus(Path(folder))
        after, problems_after = open_corpus(root)
        unread = difference.unread_paths(Path(folder), problems_before)
        unread |= difference.unread_paths(root, problems_after)
        all_differences = difference.differences(before, after, language())
        readable = difference.of_whole_files(all_differences, unread)
    translated = [record_difference.translated(find()) for record_difference in readable]
    first = [in_readers_language(difference.unread_told(unread))] if unread else []
    if not translated and not first:
        tell(say("No record differs."))
    elif markdown:
        click.echo(difference.markdown(translated, first), nl=False)
    else:
        lines = [record_difference.line for record_difference in translated]
        for line in (*first, *lines):
            tell(line)


@command(speaks=True)
def owners(root: Path) -> None:
    """Write .github/CODEOWNERS: who is asked to look at a change of a folder, as each
    mechanism.yml names them under 'editors'.
    """
    from generators.edit import layout

    file = root / layout.OWNERS
    file.parent.mkdir(exist_ok=True)
    text = layout.owners(sound_corpus(root))
    files.replace(file, text.encode())
    number = sum(not line.startswith("#") for line in text.splitlines())
    message = say(
        "{file} is written; folders that name editors: {n}", file=layout.OWNERS, n=number
    )
    tell(message)


@command(speaks=True)
@click.option("--until", metavar="DAY", help="YYYY-MM-DD; without it, today.")
def reviews(root: Path, until: str | None) -> None:
    """List what must be looked at again: the day, the id, the file; the earliest
    first.
    """
    from generators.corpus.coming import reviews_due

    corpus = sound_corpus(root)
    try:
        day = date.fromisoformat(until) if until else corpus.today
    except ValueError:
        message = say(
            "'{day}' is not a date; expected YYYY-MM-DD, such as 2026-12-31", day=until
        )
        raise click.ClickException(message) from None
    for due, name in reviews_due(corpus, day):
        stem = f"{name}/mechanism" if name in corpus.mechanisms else name
        tell(f"{due}  {name}  {corpus.library.sources[stem].path}")


def _updated_catalogs(root: Path, write: bool) -> list[CatalogUpdate]:
    """The catalogs of records that were brought up to date with their texts.

    Without ``write`` those that would be. None where a record cannot be read: what it
    says is not known then.
    """
    from generators.corpus.loading import open_corpus
    from generators.translate.update import update

    corpus, problems = open_corpus(root)
    if problems:
        return []
    updates = update(corpus, root, corpus.languages, write)
    return [catalog for catalog in updates if catalog.written]


@command(speaks=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check",
    "only_look",
    is_flag=True,
    help="Change nothing; say which files would change.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "github")),
    default="text",
    help=(
        "One line for each file; "
        "or annotations of a code host, with the command that does it."
    ),
)
def fmt(root: Path, paths: tuple[Path, ...], only_look: bool, form: str) -> None:
    """Put records and catalogs into their form: ends of lines, spaces at their ends, the
    wrapping of catalogs. What they say does not change. Without PATHS, it does all of
    instruments/ and generators/locale/. It then also updates the catalogs of records with
    their texts.
    """
    from generators.edit import layout

    chosen = list(layout.files(root, paths))
    for path in (*paths, *chosen):
        within(path, root)  # a link may lead elsewhere: nothing is written then
    changed = []
    has_unreadable = False
    for file in chosen:
        try:
            if _put_into_form(file, write=not only_look):
                changed.append(file)
        except layout.FormError as error:
            tell(f"{file}: {in_readers_language(error.args[0])}", err=True)
            has_unreadable = True
    if not paths:
        for catalog in _updated_catalogs(root, write=not only_look):
            file = root / catalog.path
            if file not in changed:
                changed.append(file)
    _tell_changed(root, changed, only_look, form)
    summary = say("files: {n}, changed: {changed}", n=len(chosen), changed=len(changed))
    if only_look:
        summary = say(
            "files: {n}, to change: {changed}", n=len(chosen), changed=len(changed)
        )
    tell(summary, err=True)
    sys.exit(1 if has_unreadable or (only_look and changed) else 0)


def _put_into_form(file: Path, write: bool) -> bool:
    """Whether a record or catalog is not in its form. With ``write`` it is put there.

    Raises FormError where it cannot be.
    """
    from generators.edit import layout

    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise layout.FormError(say("not UTF-8")) from None
    in_form = layout.catalog(text) if file.suffix == ".po" else layout.record(text)
    if in_form == text:
        return False
    if write:
        files.replace(file, in_form.encode())
    return True


def _tell_changed(root: Path, changed: list[Path], only_look: bool, form: str) -> None:
    """Print a line or an annotation for each file that changed, or that would change."""
    for file in changed:
        if form == "github":
            _annotate(file.resolve().relative_to(root.resolve()).as_posix())
        elif only_look:
            tell(say("{file} would change", file=file))
        else:
            tell(str(file))


def _annotate(path: str) -> None:
    """Print an annotation that a file of the project is not in its form.

    It has the command that puts the file there. ``path`` is from the root of the project.
    """
    from generators.cli import checking

    message = say("saved in another form than this project's; what it says is the same")
    hint = say("run: {command}", command=f".venv/bin/compendium fmt {shlex.quote(path)}")
    problem = Problem(path, 1, "-", message, hint, "fmt")
    for line in checking.as_github([problem], "warning"):
        click.echo(line)


# -- a new file --------------------------------------------------------------------------

_KINDS = ("mechanism", "instrument", "plan", "sop")


@command()
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@click.argument("name", metavar="ID")
@click.option("--title", help="The title as published; of a mechanism, its name.")
@click.option(
    "--language",
    default="en",
    help="The language of the title and of what you write: en, fr …",
)
@click.option(
    "--sort",
    help="A code: of a text its type (protocol), of a mechanism its kind (organisation).",
)
@click.option("--status", help="A code: adopted, in-force, draft …")
@click.option(
    "--binding/--not-binding", default=None, help="Whether the text binds States."
)
@click.option(
    "--region",
    multiple=True,
    help="The region of a mechanism; may be given several times.",
)
@click.option("--about", help="How near a text is to trafficking, a code: trafficking …")
@click.option("--adopted", default="", help="Its date: 2009, 2009-07 or 2009-07-14.")
@click.option("--source", default="", help="Title and publisher of what you read.")
@click.option("--read", is_flag=True, help="You read the text itself.")
def new(root: Path, kind: str, name: str, **given: Any) -> None:
    """Begin a file of a KIND. It is a mechanism (ID is its folder), or an instrument,
    plan or sop (<mechanism>/<name>). If an option is needed and not given, the command
    names it.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.edit import new_file
    from generators.translate.update import update

    corpus = sound_corpus(root)
    file = _new_path(root, corpus, kind, name)
    _expect_options(corpus.vocabularies, kind, given)
    answers = new_file.Answers(**given, seen=datetime.now(UTC).date().isoformat())
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, new_file.text(kind, answers).encode())
    path = file.relative_to(root).as_posix()
    corpus, problems = open_corpus(root)
    all_problems = {*problems, *checks.run(corpus)}
    own_problems = [problem for problem in all_problems if problem.path == path]
    if own_problems:
        file.unlink()
        with suppress(OSError):  # others are in its folder
            file.parent.rmdir()
        stop_at(own_problems)
    click.echo(path)
    for catalog in update(corpus, root, corpus.languages):
        if catalog.written:
            click.echo(catalog.path)


def _new_path(root: Path, corpus: Corpus, kind: str, name: str) -> Path:
    """The path of the new file, by its kind and id (``ecowas/plan-2027``).

    Ends the command where a file of that kind cannot have that id.
    """
    from generators.model.fields import SLUG

    folder, _, stem = name.partition("/")
    file = root / "instruments" / folder / f"{stem or 'mechanism'}.yml"
    message = ""
    if not re.fullmatch(f"{SLUG}(/{SLUG})?", name):
        message = say(
            "'{id}' is not an id; write it in lower-case letters, digits "
            "and single hyphens, such as ecowas/plan-2027",
            id=name,
        )
    elif kind == "mechanism" and stem:
        message = say("the id of a mechanism is only its folder: {id}", id=folder)
    elif kind != "mechanism" and not stem:
        message = say("say whose text it is: <mechanism>/{id}", id=folder)
    elif kind != "mechanism" and folder not in corpus.mechanisms:
        message = say(
            "there is no mechanism '{id}'; begin it first: compendium new mechanism {id}",
            id=folder,
        )
    elif file.exists():
        message = say("{file} is there already", file=file.relative_to(root))
    if message:
        raise click.ClickException(message)
    return file


def _expect_options(words: Vocabularies, kind: str, given: Mapping[str, Any]) -> None:
    """End the command where an option is missing without which no file can be begun.

    ``given`` has all options by name; the message names the codes that may be typed.
    """
    from generators.edit.new_file import KINDS

    needed: dict[str, Collection[str]] = {"title": ()}
    if kind == "mechanism":
        needed["sort"] = words.entries_of("mechanism-kinds")
        needed["region"] = words.entries_of("regions")
    else:
        types = words.entries_of("types").items()
        statuses = words.entries_of("statuses").items()
        needed["sort"] = [code for code, entry in types if KINDS[kind] in entry.kinds]
        needed["status"] = [code for code, entry in statuses if not entry.derived]
        needed["binding"] = ()
        needed["about"] = words.entries_of("nearness")
    missing = [
        _option_words(option, codes)
        for option, codes in needed.items()
        if given[option] in (None, "", ())
    ]
    if missing:
        raise click.ClickException(say("give {options}", options=tuple(missing)))


def _option_words(option: str, codes: Collection[str]) -> str:
    """An option as it is typed, with the codes that it takes."""
    if option == "binding":
        return "--binding/--not-binding"
    if not codes:
        return f"--{option}"
    return f"--{option} ({', '.join(sorted(codes))})"
