"""What a rule is, and the walks over everything that was read which rules share.

A rule is one function with a name, a sentence for editors (its docstring) and a test. It
judges one thing at a time (a value, a record, an entry of a catalog, the whole corpus),
so that rules over the same things share one walk. Rules know the corpus, and nothing of
commands and pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic import BaseModel

from generators.corpus.corpus import Corpus
from generators.model import fields
from generators.model.fields import Loc, Mark
from generators.model.manuals import unwrapped
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem
from generators.text.sources import SourceFile

Walk = Callable[[Corpus], Iterable[Any]]
Judge = Callable[[Corpus, Any], Iterable[Problem]]


Part = tuple[str, Callable[[], Iterable[Any]]]
"""Some of the things of a walk, with a digest of all that rules may look at to judge them
(``digest_of``).
"""


class Apart(NamedTuple):
    """A walk over things of which each is judged with no more than its part of the
    corpus: what rules said of a part is remembered. If a rule looks at another file, its
    part needs that file.
    """

    parts: Callable[[Corpus], Iterable[Part]]

    def __call__(self, corpus: Corpus) -> Iterator[Any]:
        """All things."""
        return (thing for _, things in self.parts(corpus) for thing in things())


def digest_of(files: Iterable[SourceFile | Catalog], named: tuple = ()) -> str:
    """A digest of some files and of what else is named; empty where the bytes of one are
    not known.
    """
    read = [(each.path, each.digest) for each in files]
    known = all(digest for _, digest in read)
    return sha256(repr((named, read)).encode()).hexdigest() if known else ""


class CheckRule(NamedTuple):
    """A rule: its name, the sentence that editors read, the things it judges, and what it
    says of one of them.

    ``marks`` are the kinds of value that a rule over values asks for; other rules have
    none.
    """

    name: str
    sentence: str
    over: Walk
    judge: Judge
    marks: tuple[type[Mark], ...] = ()


def found(
    rules: Iterable[CheckRule], corpus: Corpus, memory: Memory | None = None
) -> Iterator[Problem]:
    """What breaks any of some rules, each problem under its rule's name; every walk is
    made once, and not at all over parts of which ``memory`` knows what was found. Most
    rules ask the whole corpus, as one part.
    """
    by_walk: dict[Walk, list[CheckRule]] = defaultdict(list)
    for rule_ in rules:
        by_walk[rule_.over].append(rule_)
    whole_key = _digest_of_all(corpus) if memory else ""
    for walk, group in by_walk.items():
        parts = (
            walk.parts(corpus)
            if isinstance(walk, Apart)
            else [(whole_key, partial(walk, corpus))]
        )
        names = " ".join(rule_.name for rule_ in group)
        for digest, things in parts:
            key = f"{digest} {names}"
            known = memory.find(key) if memory and digest else None
            problems = [Problem.of_row(each) for each in known or ()]
            if known is None:
                problems = list(_judged(corpus, things(), group))
            if memory and digest and known is None:
                memory.keep(key, [each.row() for each in problems])
            yield from problems


def _digest_of_all(corpus: Corpus) -> str:
    """A digest of the whole corpus: what was read, the day, and the last day that can
    have come.
    """
    library = corpus.library
    held = (
        library.sources,
        library.typed,
        library.catalogs,
        library.interface,
        library.messages,
    )
    around = (sorted(library.unread), library.changes, library.published)
    days = (corpus.today, corpus.latest)
    return digest_of(
        (file for each in held for file in each.values()),
        (days, corpus.languages, around),
    )


def _judged(
    corpus: Corpus, things: Iterable[Any], group: Sequence[CheckRule]
) -> Iterator[Problem]:
    by_mark: dict[type | None, tuple[CheckRule, ...]] = {}
    for thing in things:
        mark = type(thing.mark) if isinstance(thing, Value) else None
        if mark not in by_mark:
            by_mark[mark] = tuple(
                rule_ for rule_ in group if mark is None or mark in rule_.marks
            )
        for rule_ in by_mark[mark]:
            for problem in rule_.judge(corpus, thing):
                yield replace(problem, rule=rule_.name)


def rule(over: Walk, *marks: type[Mark]) -> Callable[[Judge], CheckRule]:
    """Make a rule of a function that judges one of the things of a walk: its name is the
    rule's, its docstring the sentence.
    """

    def made(judge: Judge) -> CheckRule:
        sentence = unwrapped(judge.__doc__ or "")
        return CheckRule(judge.__name__.replace("_", "-"), sentence, over, judge, marks)

    return made


def rules_of(made: Mapping[str, Any]) -> tuple[CheckRule, ...]:
    """The rules of a module, by what stands in it (``globals()``), in their order."""
    return tuple(each for each in made.values() if isinstance(each, CheckRule))


class File(NamedTuple):
    """A file that was read: its id (``<folder>/<name>``), its source with the lines, its
    model, and where the model stands in the file.
    """

    name: str
    source: SourceFile
    model: Any
    loc: Loc = ()

    @property
    def folder(self) -> str:
        """The folder's name: a mechanism, a collection or ``vocabulary``."""
        return self.name.partition("/")[0]

    def problem(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """A problem at a value of this file."""
        return self.source.problem(loc, message, hint)


class Value(NamedTuple):
    """A marked value, and where it stands."""

    file: File
    loc: Loc
    mark: Any
    value: Any

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem at this value."""
        return self.file.source.problem(self.loc, message, hint)


def whole(corpus: Corpus) -> Iterator[Corpus]:
    """The corpus as one thing, for rules that look at all of it at once."""
    yield corpus


def records(corpus: Corpus) -> Iterator[File]:
    """Every record, as it was typed."""
    return (_file(corpus, name, model) for name, model in corpus.library.records.items())


def mechanisms(corpus: Corpus) -> Iterator[File]:
    """Every mechanism."""
    return (
        _file(corpus, f"{name}/mechanism", model)
        for name, model in corpus.mechanisms.items()
    )


def items(corpus: Corpus) -> Iterator[File]:
    """Every item of the consultation."""
    return (_file(corpus, name, model) for name, model in corpus.items.items())


def contacts(corpus: Corpus) -> Iterator[File]:
    """Whom to call, State by State."""
    for code, model in corpus.contacts.items():
        yield _file(corpus, f"states/{code.lower()}", model)


def lists(corpus: Corpus) -> Iterator[File]:
    """Every list of the vocabulary but the names of States."""
    for name, model in corpus.vocabularies.lists.items():
        if f"vocabulary/{name}" in corpus.library.sources:
            yield _file(corpus, f"vocabulary/{name}", model)


def owners(corpus: Corpus) -> Iterator[File]:
    """Every mechanism, record and item."""
    yield from mechanisms(corpus)
    yield from records(corpus)
    yield from items(corpus)


def cited(corpus: Corpus) -> Iterator[File]:
    """Every file that can have sources of its own."""
    yield from owners(corpus)
    yield from lists(corpus)


def files(corpus: Corpus) -> Iterator[File]:
    """Everything that was read; the names of States entry by entry."""
    yield from cited(corpus)
    yield from contacts(corpus)
    if source := corpus.library.sources.get("vocabulary/states"):
        for number, entry in enumerate(corpus.vocabularies.states):
            yield File("vocabulary/states", source, entry, ("entries", number))


def values(corpus: Corpus) -> Iterator[Value]:
    """Every marked value, whatever its field is called."""
    for file in files(corpus):
        for loc, mark, value in fields.walk(file.model, file.loc):
            yield Value(file, loc, mark, value)


def _file(corpus: Corpus, name: str, model: BaseModel) -> File:
    return File(name, corpus.library.sources[name], model)
