"""The command that begins a file: a sound record of what must be known; it says what of that is missing."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generators.cli.project import command, sound_corpus
from generators.cli.reader import tell
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus
    from generators.edit.new_file import Answers
    from generators.model.vocabulary import Vocabularies

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
    from generators.text import files

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
    from generators.text.problems import expected

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
    from generators.cli.project import print_problems
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
