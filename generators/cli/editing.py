"""The commands of those who edit: what a change does, who answers for a folder, what must be looked at again;
and the one that begins a file, a sound record of what must be known, or says what of that is missing.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from generators.cli.project import command, print_problems, sound_corpus, within
from generators.cli.reader import find, language, tell, told
from generators.text import files
from generators.text.problems import Problem, expected
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus
    from generators.edit.new_file import Answers
    from generators.model.vocabulary import Vocabularies
    from generators.translate.update import Change


@command(speaks=True)
@click.argument("base", default="HEAD")
@click.option("--markdown", is_flag=True, help="As Markdown, for a pull request.")
def diff(root: Path, base: str, markdown: bool) -> None:
    """Say in words how the records and translations here differ from those of BASE. BASE is a commit, branch
    or tag; without it, the last commit. Files that cannot be read whole come first.
    """
    from generators.corpus.loading import open_corpus
    from generators.edit import difference, history

    with TemporaryDirectory() as folder:
        try:
            history.export(root, base, Path(folder))
        except history.NoHistoryError as error:
            raise click.ClickException(error.args[0]) from None
        (before, wrong_before), (after, wrong) = open_corpus(Path(folder)), open_corpus(root)
        unread = difference.unread_paths(Path(folder), wrong_before) | difference.unread_paths(root, wrong)
        differ = difference.of_whole_files(difference.differences(before, after, language()), unread)
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
    """Write .github/CODEOWNERS: who is asked to look at a change of a folder, as each mechanism.yml names
    them under 'editors'.
    """
    from generators.edit import layout as made

    file = root / made.OWNERS
    file.parent.mkdir(exist_ok=True)
    text = made.owners(sound_corpus(root))
    files.replace(file, text.encode())
    named = sum(not line.startswith("#") for line in text.splitlines())
    tell(say("{file} is written; folders that name editors: {n}", file=made.OWNERS, n=named))


@command(speaks=True)
@click.option("--until", metavar="DAY", help="YYYY-MM-DD; without it, today.")
def reviews(root: Path, until: str | None) -> None:
    """List what must be looked at again: the day, the id, the file; the earliest first."""
    from generators.corpus.coming import reviews_due

    corpus = sound_corpus(root)
    try:
        day = date.fromisoformat(until) if until else corpus.today
    except ValueError:
        said = say("'{day}' is not a date; expected YYYY-MM-DD, such as 2026-12-31", day=until)
        raise click.ClickException(said) from None
    for due, name in reviews_due(corpus, day):
        stem = f"{name}/mechanism" if name in corpus.mechanisms else name
        tell(f"{due}  {name}  {corpus.library.sources[stem].path}")


def _renewed(root: Path, only: str = "", write: bool = True) -> list[Change]:
    """What was done to bring the catalogs of one folder, or all, up to date with the records; nothing where
    something cannot be read, for what it says is not known.
    """
    from generators.corpus.loading import open_corpus
    from generators.translate.update import update

    corpus, problems = open_corpus(root)
    made = [] if problems else update(corpus, root, corpus.languages, only, write)
    return [change for change in made if change.written]


@command(speaks=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_look", is_flag=True, help="Change nothing; say which files would change.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "github")),
    default="text",
    help="One line for each file; or annotations of a code host, with the command that does it.",
)
def fmt(root: Path, paths: tuple[Path, ...], only_look: bool, form: str) -> None:
    """Put records and catalogs into their form: ends of lines, spaces at their ends, the wrapping of
    catalogs. What they say does not change. Without PATHS, it does all of instruments/ and
    generators/locale/. It then also updates the catalogs of records with their texts.
    """
    from generators.edit import layout

    for path in paths:
        within(path, root)
    found = list(layout.files(root, paths))
    for file in found:
        within(file, root)  # a link may lead elsewhere: nothing is written then
    changed, wrong = [], 0
    for file in found:
        try:
            text = file.read_bytes().decode("utf-8")
            made = layout.catalog(text) if file.suffix == ".po" else layout.record(text)
        except (layout.FormError, UnicodeDecodeError) as error:
            said = say("not UTF-8") if isinstance(error, UnicodeDecodeError) else error.args[0]
            tell(f"{file}: {told(said)}", err=True)
            wrong += 1
            continue
        if made != text:
            changed.append(file)
            if not only_look:
                files.replace(file, made.encode())
    renewed = [] if paths else [root / each.path for each in _renewed(root, write=not only_look)]
    changed += [file for file in renewed if file not in changed]
    for file in changed:
        if form == "github":
            _annotate(file.resolve().relative_to(root.resolve()).as_posix())
        else:
            tell(say("{file} would change", file=file) if only_look else str(file))
    if only_look:
        tell(say("files: {n}, to change: {changed}", n=len(found), changed=len(changed)), err=True)
    else:
        tell(say("files: {n}, changed: {changed}", n=len(found), changed=len(changed)), err=True)
    sys.exit(1 if wrong or (only_look and changed) else 0)


def _annotate(path: str) -> None:
    """An annotation that a file of the project is not in its form, with the command that puts it there."""
    from generators.cli import checking

    message = say("saved in another form than this project's; what it says is the same")
    hint = say("run: {command}", command=f".venv/bin/compendium fmt {shlex.quote(path)}")
    for line in checking.as_github([Problem(path, 1, "-", message, hint, "fmt")], "warning"):
        click.echo(line)


# -- a new file ----------------------------------------------------------------------------------------------

_KINDS = (
    *("mechanism", "instrument", "plan", "sop", "recommendation", "good-practice", "lesson", "challenge"),
    *("announcement", "presentation"),
)
_ITEMS = _KINDS[4:]
"""What the consultation said."""


@command()
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@click.argument("name", metavar="ID")
@click.option("--title", help="The title as published; of a mechanism, its name.")
@click.option("--language", default=None, help="The language of the title and of what you write: en, fr …")
@click.option("--sort", help="A code: of a text its type (protocol), of a mechanism its kind (organisation).")
@click.option("--status", help="A code: adopted, in-force, draft …")
@click.option("--binding/--not-binding", default=None, help="Whether the text binds States.")
@click.option(
    "--region", "regions", multiple=True, help="The region of a mechanism; may be given several times."
)
@click.option("--adopted", help="Its date: 2009, 2009-07 or 2009-07-14.")
@click.option("--in-force", help="The date of entry into force, if its status is in-force.")
@click.option("--ref", help="Where an item is in the report.")
@click.option("--says", help="What an item says, in your own words.")
@click.option("--source", help="Title and publisher of what you read.")
@click.option("--url", help="Its address, if you opened one.")
@click.option("--read/--not-read", default=None, help="Whether you read the text itself.")
def new(root: Path, kind: str, name: str, **given: Any) -> None:
    """Begin a file of a KIND. It is a mechanism (ID is its folder), or an instrument, plan or sop
    (<mechanism>/<name>). An item of the consultation is a recommendation, good-practice, lesson,
    challenge, announcement or presentation. If an option is needed and not given, the command names it.
    """
    from generators.edit import new_file

    corpus = sound_corpus(root)
    file = _place(root, corpus, kind, name)
    answers = _answers(corpus, kind, given)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, new_file.text(kind, answers).encode())
    _finish(root, file)


def _place(root: Path, corpus: Corpus, kind: str, name: str) -> Path:
    """The path of the new file. Ends the command where it cannot stand there."""
    from generators.edit.new_file import COLLECTION
    from generators.model.fields import SLUG

    if not re.fullmatch(f"{SLUG}(/{SLUG})?", name):
        raise click.ClickException(
            say(
                "'{id}' is not an id; write it in lower-case letters, digits and single hyphens, such as "
                "ecowas/plan-2027",
                id=name,
            )
        )
    folder, _, stem = name.partition("/")
    if kind == "mechanism" and stem:
        raise click.ClickException(say("the id of a mechanism is only its folder: {id}", id=folder))
    if kind in _ITEMS:
        folder, stem = (folder, stem) if stem else (COLLECTION, folder)
        if folder != COLLECTION:
            said = say(
                "an item is in {folder}/, so its id is {id}", folder=COLLECTION, id=f"{COLLECTION}/{stem}"
            )
            raise click.ClickException(said)
    elif kind != "mechanism" and not stem:
        raise click.ClickException(say("say whose text it is: <mechanism>/{id}", id=folder))
    elif kind != "mechanism" and folder not in corpus.mechanisms:
        raise click.ClickException(
            say("there is no mechanism '{id}'; begin it first: compendium new mechanism {id}", id=folder)
        )
    file = root / "instruments" / folder / f"{stem or 'mechanism'}.yml"
    if file.exists():
        raise click.ClickException(say("{file} is there already", file=file.relative_to(root)))
    return file


def _answers(corpus: Corpus, kind: str, given: dict[str, Any]) -> Answers:
    """What must be known before the file can be begun. Ends the command where something is missing, or cannot
    be so.
    """
    from generators.checks import codes
    from generators.edit.new_file import Answers

    words = corpus.vocabularies
    own: dict[str, Any] = {}
    if kind in ("instrument", "plan", "sop"):
        own = _of_record(words, kind, given)
    elif kind == "mechanism":
        own["codes"] = {"kind": _code("sort", given["sort"], words.of("mechanism-kinds"))}
        regions = given["regions"] or (None,)
        own["regions"] = [_code("region", each, words.of("regions")) for each in regions]
    else:
        own = {key: _needed(key, given[key]) for key in ("ref", "says")}
    if source := _typed(given["source"]):
        own["source"], own["read"] = source, bool(given["read"])
        own["url"] = _fitting(given["url"], codes.address_remedy)
        own["seen"] = datetime.now(UTC).date().isoformat()
    language = _fitting(given["language"] or "en", codes.language_remedy)
    return Answers(title=_needed("title", given["title"]), language=language, **own)


def _of_record(words: Vocabularies, kind: str, given: dict[str, Any]) -> dict[str, Any]:
    """What must be known of an instrument, plan or SOP alone."""
    from generators.edit.new_file import KINDS
    from generators.model.fields import day_remedy

    fits = {code: each for code, each in words.of("types").items() if KINDS[kind] in each.kinds}
    decided = {code: each for code, each in words.of("statuses").items() if not each.derived}
    sort = _code("sort", given["sort"], fits)
    status = _code("status", given["status"], decided)
    since = _needed("in-force", given["in_force"]) if status == "in-force" else ""
    if given["binding"] is None:
        raise click.ClickException(say("give --{option}", option="binding, --not-binding"))
    return {
        "codes": {"type": sort, "status": status},
        "binding": given["binding"],
        "adopted": _fitting(given["adopted"], day_remedy),
        "in_force": _fitting(since, day_remedy),
    }


def _typed(text: str | None) -> str:
    """What was typed, without blanks around it; empty where nothing was."""
    return (text or "").strip()


def _needed(option: str, text: str | None) -> str:
    """A text that cannot be left out."""
    if not _typed(text):
        raise click.ClickException(say("give --{option}", option=option))
    return _typed(text)


def _fitting(text: str | None, remedy: Callable[[str], str]) -> str:
    """A text that may be left out; ``remedy`` says what to type instead of one that does not fit."""
    typed = _typed(text)
    if hint := remedy(typed) if typed else "":
        raise click.ClickException(say("'{answer}' does not fit; {remedy}", answer=typed, remedy=hint))
    return typed


def _code(option: str, code: str | None, known: Mapping[str, Any]) -> str:
    """A code of a list."""
    if not code:
        hint = expected("", known)
        raise click.ClickException(say("give --{option}; {hint}", option=option, hint=hint))
    if code not in known:
        hint = expected(code, known)
        raise click.ClickException(say("there is no '{code}' here; {hint}", code=code, hint=hint))
    return code


def _finish(root: Path, file: Path) -> None:
    """Check the new file, and make the catalogs of its folder; a file with problems stays, and they are
    told.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.translate import update

    path = file.relative_to(root).as_posix()
    corpus, problems = open_corpus(root)
    found = [each for each in {*problems, *checks.run(corpus)} if each.path == path]
    if found:
        print_problems(sorted(found))
        tell(
            say("{file} is written; correct what is said above, then run 'compendium check'", file=path),
            err=True,
        )
        sys.exit(1)
    made = update.update(corpus, root, corpus.languages, only=file.parent.name)
    click.echo(path)
    for each in made:
        if each.written:
            click.echo(each.path)
