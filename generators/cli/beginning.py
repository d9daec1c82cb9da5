"""The command that begins a file: it asks for what must be known, in words and in the language of whoever
sits at the keyboard, and writes a sound record. An answer that cannot be taken is asked for again, with what
is wrong about it, so that the answers before it are not lost.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generators.cli.project import command, sound_corpus
from generators.cli.reader import language, tell, told
from generators.text.sayings import Saying, say

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus
    from generators.edit.new_file import Answers

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
    challenge, announcement or presentation. The command asks for what is not given as an option.
    """
    from generators.edit import new_file
    from generators.text import files

    corpus = sound_corpus(root)
    file = _place(root, corpus, kind, name)
    answers = _asked(corpus, kind, given)
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
    _not_kept(kind, folder, stem)
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


def _not_kept(kind: str, folder: str, stem: str) -> None:
    """Ends the command where an id is of a folder, or is a name, that is for something else."""
    from generators.edit.new_file import NO_MECHANISM

    if kind in _ITEMS:
        if (stem or folder) == "mechanism":
            said = say("'{id}' is the name of another kind of file; choose another", id=stem or folder)
            raise click.ClickException(said)
    elif folder in NO_MECHANISM and (stem or kind == "mechanism"):
        what = NO_MECHANISM[folder]
        raise click.ClickException(
            say(
                "{folder}/ does not belong to a mechanism, it holds {what}; choose another id",
                folder=folder,
                what=what,
            )
        )


def _asked(corpus: Corpus, kind: str, given: dict[str, Any]) -> Answers:
    """What was given, and what was answered to the questions for the rest."""
    from generators.checks import codes, places
    from generators.edit.new_file import Answers

    ask = _Questions(corpus, given)
    title = ask.text("title", say("What is it called, as published?"))
    tongue = say("Which language is its title in (en, fr, ar …)?")
    language = ask.text("language", tongue, default="en", remedy=codes.language_remedy)
    own = _of_record(ask, corpus, kind) if kind in ("instrument", "plan", "sop") else {}
    if kind == "mechanism":
        own["codes"] = {"kind": ask.code("sort", "mechanism-kinds", say("What sort of mechanism is it?"))}
        own["regions"] = ask.codes("regions", "regions", say("Which regions (several with commas)?"))
    elif not own:
        own["ref"] = ask.text("ref", say("Where is it in the report?"))
        own["says"] = ask.text("says", say("What does it say, in your own words?"))
    source = ask.text("source", say("What did you read (title and publisher; empty if nothing)?"), default="")
    if source:
        own["url"] = ask.text("url", say("Its address (empty if none)?"), "", places.address_remedy)
        own["seen"] = datetime.now(UTC).date().isoformat()
        own["read"] = ask.yes("read", say("Was that the text itself?"))
    return Answers(title=title, language=language, source=source, **own)


def _of_record(ask: _Questions, corpus: Corpus, kind: str) -> dict[str, Any]:
    """What must be known of an instrument, plan or SOP alone."""
    from generators.model.fields import day_remedy

    words = corpus.vocabularies
    own = {"plan": "action-plan"}.get(kind, kind)
    fits = {code: each for code, each in words.of("types").items() if own in each.kinds}
    decided = {code: each for code, each in words.of("statuses").items() if not each.derived}
    sort = ask.code("sort", "types", say("What sort of text is it?"), fits)
    status = ask.code("status", "statuses", say("What was decided?"), decided)
    when = say("When was it adopted (2009-07-14; empty if not known)?")
    adopted = ask.text("adopted", when, default="", remedy=day_remedy)
    since = say("Since when is it in force?")
    in_force = ask.text("in_force", since, remedy=day_remedy) if status == "in-force" else ""
    return {
        "codes": {"type": sort, "status": status},
        "binding": ask.yes("binding", say("Does it bind States?")),
        "adopted": adopted,
        "in_force": in_force,
    }


def somebody() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin.isatty()


class _Questions:
    """Asks for what was not given; where nobody can answer, ends the command with the option that is
    missing.
    """

    def __init__(self, corpus: Corpus, given: dict[str, Any]) -> None:
        self._corpus, self._given = corpus, given

    def text(
        self,
        name: str,
        question: Saying,
        default: str | None = None,
        remedy: Callable[[str], str] = lambda _: "",
    ) -> str:
        """A text without blanks around it; ``remedy`` says what to type instead of one that does not fit."""
        while True:
            answer = str(self._answer(name, question, default)).strip()
            hint = remedy(answer) if answer else ""
            if not hint:
                return answer
            said = say("'{answer}' does not fit; {remedy}", answer=answer, remedy=hint)
            if self._given[name] is not None:
                raise click.ClickException(said)
            tell(said)

    def yes(self, name: str, question: Saying) -> bool:
        """Yes or no."""
        found = self._given[name]
        if found is None:
            self._somebody(name)
            return ask_yes(question)
        return bool(found)

    def code(self, name: str, of: str, question: Saying, fits: dict[str, Any] | None = None) -> str:
        """A code of a list."""
        known = fits if fits is not None else self._corpus.vocabularies.of(of)
        return self._listed(name, of, question, known, lambda answer: [answer])[0]

    def codes(self, name: str, of: str, question: Saying) -> list[str]:
        """Codes of a list, at least one."""
        known = self._corpus.vocabularies.of(of)
        return self._listed(
            name, of, question, known, lambda answer: [each.strip() for each in answer.split(",")]
        )

    def _listed(
        self, name: str, of: str, question: Saying, known: dict[str, Any], split: Callable[[str], list[str]]
    ) -> list[str]:
        from generators.text.problems import expected
        from generators.translate import texts

        def wrong(code: str) -> Saying:
            return say("there is no '{code}' here; {hint}", code=code, hint=expected(code, known))

        given = self._given[name]
        if given:
            answer = list(given) if isinstance(given, tuple) else split(given)
            if unknown := [each for each in answer if each not in known]:
                raise click.ClickException(wrong(unknown[0]))
            return answer
        self._somebody(name)
        width = max(map(len, known))
        for code in known:
            label = texts.label(self._corpus, of, code, language())
            tell(f"  {code:{width}}  {label}")
        return ask_codes(question, known, split, wrong)

    def _answer(self, name: str, question: Saying, default: str | None) -> Any:
        if self._given[name] is not None:
            return self._given[name]
        if default is not None and not somebody():
            return default
        self._somebody(name)
        return ask_text(question, default)

    def _somebody(self, name: str) -> None:
        """End the command where nobody sits at the keyboard."""
        if not somebody():
            option = {"regions": "region", "in_force": "in-force"}.get(name, name)
            raise click.ClickException(say("nobody to ask here: give --{option}", option=option))


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


_MARKS = ("?", "؟", "？")
"""What a question ends in: nothing is put behind it."""


def ask_text(question: Saying, default: str | None = None) -> str:
    """An answer as it was typed; ``default`` where nothing was, which is shown unless it is empty."""
    asked = told(question)
    try:
        return str(
            click.prompt(
                asked,
                default=default,
                show_default=bool(default),
                prompt_suffix=" " if asked.endswith(_MARKS) else ": ",
            )
        )
    except click.Abort:
        click.echo(err=True)
        raise click.ClickException(say("not all was answered; nothing was written")) from None


def ask_yes(question: Saying) -> bool:
    """Yes or no, in words of the reader's language or their first letters, or the English ones; no where
    nothing was typed.
    """
    word, other = say("yes"), say("no")
    answers = {"": False, **_forms("no", False), **_forms("yes", True)}
    answers |= _forms(told(other), False) | _forms(told(word), True)
    while True:
        asked = say("{question} ({yes} or {no}; empty: {no})", question=question, yes=word, no=other)
        answer = ask_text(asked, default="")
        if (found := answers.get(_plain(answer))) is not None:
            return found
        tell(say("'{answer}' is neither {yes} nor {no}", answer=answer, yes=word, no=other))


def ask_codes(
    question: Saying,
    known: Mapping[str, Any],
    split: Callable[[str], list[str]],
    wrong: Callable[[str], Saying],
) -> list[str]:
    """Codes of a list; ``wrong`` says what is wrong with one that is not in it."""
    while True:
        answer = split(ask_text(question))
        unknown = [each for each in answer if each not in known]
        if not unknown:
            return answer
        for each in unknown:
            tell(wrong(each))


def _forms(word: str, means: bool) -> dict[str, bool]:
    """A word and its first letter, each with what it means."""
    plain = _plain(word)
    return {plain: means, plain[:1]: means}


def _plain(answer: str) -> str:
    """An answer without capitals and accents."""
    letters = unicodedata.normalize("NFD", answer.strip().casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
