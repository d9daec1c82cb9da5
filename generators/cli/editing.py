"""The commands of those who edit: what a change does, who answers for a folder, what must
be looked at again; and the one that begins a file, a sound record of what must be known,
or says what of that is missing.
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
        (before, wrong_before), (after, wrong) = (
            open_corpus(Path(folder)),
            open_corpus(root),
        )
        unread = difference.unread_paths(
            Path(folder), wrong_before
        ) | difference.unread_paths(root, wrong)
        differ = difference.of_whole_files(
            difference.differences(before, after, language()), unread
        )
    found = [each.told(find()) for each in differ]
    first = [told(difference.unread_told(unread))] if unread else []
    if not found and not first:
        tell(say("No record differs."))
    elif markdown:
        click.echo(difference.markdown(found, first), nl=False)
    else:
        for line in (*first, *(each.line for each in found)):
            tell(line)


@command(speaks=True)
def owners(root: Path) -> None:
    """Write .github/CODEOWNERS: who is asked to look at a change of a folder, as each
    mechanism.yml names them under 'editors'.
    """
    from generators.edit import layout as made

    file = root / made.OWNERS
    file.parent.mkdir(exist_ok=True)
    text = made.owners(sound_corpus(root))
    files.replace(file, text.encode())
    named = sum(not line.startswith("#") for line in text.splitlines())
    tell(
        say(
            "{file} is written; folders that name editors: {n}", file=made.OWNERS, n=named
        )
    )


@command(speaks=True)
@click.option("--until", metavar="DAY", help="YYYY-MM-DD; without it, today.")
def reviews(root: Path, until: str | None) -> None:
    """List what must be looked at again: the day, the id, the file; the earliest first."""
    from generators.corpus.coming import reviews_due

    corpus = sound_corpus(root)
    try:
        day = date.fromisoformat(until) if until else corpus.today
    except ValueError:
        said = say(
            "'{day}' is not a date; expected YYYY-MM-DD, such as 2026-12-31", day=until
        )
        raise click.ClickException(said) from None
    for due, name in reviews_due(corpus, day):
        stem = f"{name}/mechanism" if name in corpus.mechanisms else name
        tell(f"{due}  {name}  {corpus.library.sources[stem].path}")


def _renewed(root: Path, write: bool) -> list[CatalogUpdate]:
    """What was done to bring all catalogs up to date with the records; nothing where
    something cannot be read, for what it says is not known.
    """
    from generators.corpus.loading import open_corpus
    from generators.translate.update import update

    corpus, problems = open_corpus(root)
    made = [] if problems else update(corpus, root, corpus.languages, write)
    return [change for change in made if change.written]


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
    help="One line for each file; or annotations of a code host, with the command that does it.",
)
def fmt(root: Path, paths: tuple[Path, ...], only_look: bool, form: str) -> None:
    """Put records and catalogs into their form: ends of lines, spaces at their ends, the
    wrapping of catalogs. What they say does not change. Without PATHS, it does all of
    instruments/ and generators/locale/. It then also updates the catalogs of records with
    their texts.
    """
    from generators.edit import layout

    found = list(layout.files(root, paths))
    for path in (*paths, *found):
        within(path, root)  # a link may lead elsewhere: nothing is written then
    changed, wrong = [], 0
    for file in found:
        try:
            text = file.read_bytes().decode("utf-8")
            made = layout.catalog(text) if file.suffix == ".po" else layout.record(text)
        except (layout.FormError, UnicodeDecodeError) as error:
            said = (
                say("not UTF-8")
                if isinstance(error, UnicodeDecodeError)
                else error.args[0]
            )
            tell(f"{file}: {told(said)}", err=True)
            wrong += 1
            continue
        if made != text:
            changed.append(file)
            if not only_look:
                files.replace(file, made.encode())
    renewed = (
        []
        if paths
        else [root / each.path for each in _renewed(root, write=not only_look)]
    )
    changed += [file for file in renewed if file not in changed]
    for file in changed:
        if form == "github":
            _annotate(file.resolve().relative_to(root.resolve()).as_posix())
        else:
            tell(say("{file} would change", file=file) if only_look else str(file))
    if only_look:
        tell(
            say("files: {n}, to change: {changed}", n=len(found), changed=len(changed)),
            err=True,
        )
    else:
        tell(
            say("files: {n}, changed: {changed}", n=len(found), changed=len(changed)),
            err=True,
        )
    sys.exit(1 if wrong or (only_look and changed) else 0)


def _annotate(path: str) -> None:
    """An annotation that a file of the project is not in its form, with the command that
    puts it there.
    """
    from generators.cli import checking

    message = say("saved in another form than this project's; what it says is the same")
    hint = say("run: {command}", command=f".venv/bin/compendium fmt {shlex.quote(path)}")
    for line in checking.as_github(
        [Problem(path, 1, "-", message, hint, "fmt")], "warning"
    ):
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
    file = _place(root, corpus, kind, name)
    _ask(corpus.vocabularies, kind, given)
    answers = new_file.Answers(**given, seen=datetime.now(UTC).date().isoformat())
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, new_file.text(kind, answers).encode())
    path = file.relative_to(root).as_posix()
    corpus, problems = open_corpus(root)
    if found := [each for each in {*problems, *checks.run(corpus)} if each.path == path]:
        file.unlink()
        with suppress(OSError):  # others are in its folder
            file.parent.rmdir()
        stop_at(found)
    click.echo(path)
    for each in update(corpus, root, corpus.languages):
        if each.written:
            click.echo(each.path)


def _place(root: Path, corpus: Corpus, kind: str, name: str) -> Path:
    """The path of the new file. Ends the command where it cannot stand there."""
    from generators.model.fields import SLUG

    folder, _, stem = name.partition("/")
    file = root / "instruments" / folder / f"{stem or 'mechanism'}.yml"
    wrong = ""
    if not re.fullmatch(f"{SLUG}(/{SLUG})?", name):
        wrong = say(
            "'{id}' is not an id; write it in lower-case letters, digits and single hyphens, such as "
            "ecowas/plan-2027",
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


def _ask(words: Vocabularies, kind: str, given: Mapping[str, Any]) -> None:
    """Ends the command where something is missing that must be known before the file can
    be begun.
    """
    from generators.edit.new_file import KINDS

    asked: dict[str, Collection[str]] = {"title": ()}
    if kind == "mechanism":
        asked |= {"sort": words.of("mechanism-kinds"), "region": words.of("regions")}
    else:
        asked["sort"] = [
            code for code, each in words.of("types").items() if KINDS[kind] in each.kinds
        ]
        asked["status"] = [
            code for code, each in words.of("statuses").items() if not each.derived
        ]
        asked["binding"] = ()
    for option, known in asked.items():
        if given[option] in (None, "", ()):
            named = "binding, --not-binding" if option == "binding" else option
            hint = say("give --{option}; {hint}", option=named, hint=expected("", known))
            raise click.ClickException(
                hint if known else say("give --{option}", option=named)
            )
