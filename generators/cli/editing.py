"""The commands of editors.

They say what a change does, who answers for a folder, and what must be looked at again.
One puts files into their form, and one begins a new file.
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
    language,
    sound_corpus,
    stop_at,
    tell,
    told,
    within,
)
from generators.text import files
from generators.text.problems import Problem, expected
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus
    from generators.model.vocabulary import Vocabularies


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
        changes = difference.differences(before, after, language())
        whole = difference.of_whole_files(changes, unread)
    lines = [change.told(find()) for change in whole]
    first = [told(difference.unread_told(unread))] if unread else []
    if not lines and not first:
        tell(say("No record differs."))
    elif markdown:
        click.echo(difference.markdown(lines, first), nl=False)
    else:
        for line in (*first, *(change.line for change in lines)):
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
    """List what must be looked at again: day, id and file, the earliest first."""
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


def _update_catalogs(root: Path, write: bool) -> list[Path]:
    """Bring the catalogs of records up to date; gives back those that changed.

    Nothing is done where a file cannot be read, for what it says is not known. Without
    ``write`` no file is written.
    """
    from generators.corpus.loading import open_corpus
    from generators.translate.update import update

    corpus, problems = open_corpus(root)
    if problems:
        return []
    updates = update(corpus, root, corpus.languages, write)
    return [root / change.path for change in updates if change.written]


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
    help="One line for each file; "
    "or annotations of a code host, with the command that does it.",
)
def fmt(root: Path, paths: tuple[Path, ...], only_look: bool, form: str) -> None:
    """Put records and catalogs into their form: ends of lines, spaces at their ends, the
    wrapping of catalogs. What they say does not change. Without PATHS, it does all of
    instruments/ and generators/locale/. It then also updates the catalogs of records with
    their texts.
    """
    from generators.edit import layout

    all_files = list(layout.files(root, paths))
    for path in (*paths, *all_files):
        within(path, root)  # a link may lead elsewhere: nothing is written then
    results = {file: _format_file(file, write=not only_look) for file in all_files}
    changed = [file for file, is_changed in results.items() if is_changed]
    failed = None in results.values()
    if not paths:
        catalogs = _update_catalogs(root, write=not only_look)
        changed += [catalog for catalog in catalogs if catalog not in changed]
    for file in changed:
        if form == "github":
            _annotate(file.resolve().relative_to(root.resolve()).as_posix())
        else:
            tell(say("{file} would change", file=file) if only_look else str(file))
    tell(_format_summary(len(all_files), len(changed), only_look), err=True)
    sys.exit(1 if failed or (only_look and changed) else 0)


def _format_file(file: Path, write: bool) -> bool | None:
    """Put a record or catalog into its form; gives back whether it changes.

    None where it has no such form; why is printed.
    """
    from generators.edit import layout

    try:
        text = file.read_bytes().decode("utf-8")
        formatted = layout.catalog(text) if file.suffix == ".po" else layout.record(text)
    except UnicodeDecodeError:
        tell(f"{file}: {told(say('not UTF-8'))}", err=True)
        return None
    except layout.FormError as error:
        tell(f"{file}: {told(error.args[0])}", err=True)
        return None
    if formatted == text:
        return False
    if write:
        files.replace(file, formatted.encode())
    return True


def _format_summary(number: int, changed: int, only_look: bool) -> str:
    """How many files were looked at, and how many changed or would change."""
    if only_look:
        return say("files: {n}, to change: {changed}", n=number, changed=changed)
    return say("files: {n}, changed: {changed}", n=number, changed=changed)


def _annotate(path: str) -> None:
    """Print an annotation that a file is not in its form, with the command for it."""
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
    file = _path_of_new_file(root, corpus, kind, name)
    _check_answers(corpus.vocabularies, kind, given)
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


def _path_of_new_file(root: Path, corpus: Corpus, kind: str, name: str) -> Path:
    """The path of a new file, by its kind and id.

    Raises ClickException where the id is wrong or the file exists.
    """
    from generators.model.fields import SLUG

    folder, _, stem = name.partition("/")
    file = root / "instruments" / folder / f"{stem or 'mechanism'}.yml"
    wrong = ""
    if not re.fullmatch(f"{SLUG}(/{SLUG})?", name):
        wrong = say(
            "'{id}' is not an id; write it in lower-case letters, digits and single "
            "hyphens, such as ecowas/plan-2027",
            id=name,
        )
    elif kind == "mechanism" and stem:
        wrong = say("the id of a mechanism is only its folder: {id}", id=folder)
    elif kind != "mechanism" and not stem:
        wrong = say("say whose text it is: <mechanism>/{id}", id=folder)
    elif kind != "mechanism" and folder not in corpus.mechanisms:
        wrong = say(
            "there is no mechanism '{id}'; begin it first: compendium new mechanism {id}",
            id=folder,
        )
    elif file.exists():
        wrong = say("{file} is there already", file=file.relative_to(root))
    if wrong:
        raise click.ClickException(wrong)
    return file


def _check_answers(words: Vocabularies, kind: str, given: Mapping[str, Any]) -> None:
    """Raises ClickException where an option is missing that a new file needs.

    ``given`` are the options of the command by name.
    """
    for option, codes in _needed_options(words, kind).items():
        if given[option] not in (None, "", ()):
            continue
        name = "binding, --not-binding" if option == "binding" else option
        message = say("give --{option}", option=name)
        if codes:
            hint = expected("", codes)
            message = say("give --{option}; {hint}", option=name, hint=hint)
        raise click.ClickException(message)


def _needed_options(words: Vocabularies, kind: str) -> dict[str, Collection[str]]:
    """The options that a new file of a kind needs, each with the codes it may have."""
    from generators.edit.new_file import KINDS

    if kind == "mechanism":
        return {
            "title": (),
            "sort": words.of("mechanism-kinds"),
            "region": words.of("regions"),
        }
    types = words.of("types")
    statuses = words.of("statuses")
    return {
        "title": (),
        "sort": [code for code in types if KINDS[kind] in types[code].kinds],
        "status": [code for code in statuses if not statuses[code].derived],
        "binding": (),
    }
