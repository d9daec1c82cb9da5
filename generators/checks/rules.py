"""What a rule is, and the walks over everything that was read which rules share.

A rule is one function with a name, a sentence for editors (its docstring) and a test. It
judges one thing at a time: a value, a record, an entry of a catalog, the whole corpus. So
rules over the same things share one walk. Rules know the corpus, and nothing of commands
and pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from generators.corpus.corpus import Corpus
from generators.model import fields
from generators.model.fields import Loc, Mark
from generators.model.items import Item
from generators.model.manuals import unwrapped
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.state_contacts import StateContacts
from generators.model.vocabulary import Vocabulary
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem
from generators.text.sources import SourceFile

Thing = TypeVar("Thing")
"""What a rule judges one of."""
ModelRead = TypeVar("ModelRead", bound=BaseModel, covariant=True)
"""The model that a file was read into."""
ModelGiven = TypeVar("ModelGiven", bound=BaseModel)
"""The model of which somebody wants the file."""
MarkRead = TypeVar("MarkRead", bound=Mark, covariant=True)
"""The mark that a value has."""

Walk = Callable[[Corpus], Iterable[Thing]]
"""Gives everything of one kind in a corpus."""
Judge = Callable[[Corpus, Thing], Iterable[Problem]]
"""Gives the problems of one thing in its corpus."""

Owner = Record | Mechanism | Item
"""The models that have sources and a grade of their own."""


class CorpusPart(NamedTuple, Generic[Thing]):
    """Some of the things of a walk."""

    digest: str
    """A digest of all that rules may look at to judge them (``digest_of``)."""
    read_things: Callable[[], Iterable[Thing]]
    """Gives the things."""


@dataclass(frozen=True)
class WalkInParts(Generic[Thing]):
    """A walk over things that a rule judges with no more than their part of the corpus.

    So what rules found in a part is remembered. If a rule looks at another file, that
    file belongs to the part.
    """

    parts: Callable[[Corpus], Iterable[CorpusPart[Thing]]]
    """Gives the parts of a corpus."""

    def __call__(self, corpus: Corpus) -> Iterator[Thing]:
        """All things of all parts."""
        for part in self.parts(corpus):
            yield from part.read_things()


def digest_of(
    files: Iterable[SourceFile | Catalog], further: tuple[object, ...] = ()
) -> str:
    """A digest of some files and of further values, which are told apart by ``repr``.

    It is empty where the bytes of a file are not known.
    """
    digests = [(file.path, file.digest) for file in files]
    if not all(digest for _, digest in digests):
        return ""
    return sha256(repr((further, digests)).encode()).hexdigest()


class CheckRule(NamedTuple):
    """A rule: what it is called, what it looks at, and what it finds there."""

    name: str
    """Words with hyphens."""
    sentence: str
    """What editors read in the list of rules; empty for what is not shown there."""
    walk: Walk[Any]
    """The things that it judges."""
    judge: Judge[Any]
    """The problems of one thing."""
    marks: tuple[type[Mark], ...] = ()
    """The kinds of value that a rule over values asks for; other rules have none."""


def find_problems(
    rules: Iterable[CheckRule], corpus: Corpus, memory: Memory | None = None
) -> Iterator[Problem]:
    """What breaks any of some rules, each problem under its rule's name.

    Every walk is made once for all its rules. A part of which ``memory`` knows what was
    found is not walked at all. Most rules ask the whole corpus, as one part.
    """
    rules_by_walk: dict[Walk[Any], list[CheckRule]] = defaultdict(list)
    for check_rule in rules:
        rules_by_walk[check_rule.walk].append(check_rule)
    whole_digest = _digest_of_all(corpus) if memory else ""
    for walk, group in rules_by_walk.items():
        if isinstance(walk, WalkInParts):
            parts = walk.parts(corpus)
        else:
            parts = [CorpusPart(whole_digest, partial(walk, corpus))]
        for part in parts:
            yield from _part_problems(corpus, part, group, memory)


def _part_problems(
    corpus: Corpus,
    part: CorpusPart[Any],
    group: Sequence[CheckRule],
    memory: Memory | None,
) -> list[Problem]:
    """What breaks the rules of a group in a part of the corpus.

    It is taken from ``memory`` or put there, where there is one and the part has a
    digest.
    """
    if not memory or not part.digest:
        return list(_judged(corpus, part.read_things(), group))
    names = " ".join(check_rule.name for check_rule in group)
    key = f"{part.digest} {names}"
    rows = memory.find(key)
    if rows is not None:
        return [Problem.of_row(row) for row in rows]
    problems = list(_judged(corpus, part.read_things(), group))
    memory.keep(key, [problem.row() for problem in problems])
    return problems


def _digest_of_all(corpus: Corpus) -> str:
    """A digest of the whole corpus: what was read, the day, and the last day that can
    have come.
    """
    library = corpus.library
    files: list[SourceFile | Catalog] = [
        *library.sources.values(),
        *library.typed.values(),
        *library.catalogs.values(),
        *library.interface.values(),
        *library.messages.values(),
    ]
    days = (corpus.today, corpus.latest)
    lists = (sorted(library.unread), library.changes, library.published)
    return digest_of(files, (days, corpus.languages, lists))


def _judged(
    corpus: Corpus, things: Iterable[Any], group: Sequence[CheckRule]
) -> Iterator[Problem]:
    """The problems of some things, by rules of one walk, each under its rule's name.

    A value is judged only by rules that ask for its mark.
    """
    rules_by_mark: dict[type | None, tuple[CheckRule, ...]] = {}
    for thing in things:
        mark = type(thing.mark) if isinstance(thing, FieldValue) else None
        if mark not in rules_by_mark:
            rules_by_mark[mark] = tuple(
                check_rule
                for check_rule in group
                if mark is None or mark in check_rule.marks
            )
        for check_rule in rules_by_mark[mark]:
            for problem in check_rule.judge(corpus, thing):
                yield replace(problem, rule=check_rule.name)


def rule(walk: Walk[Thing], *marks: type[Mark]) -> Callable[[Judge[Thing]], CheckRule]:
    """Decorate a function that judges one of the things of a walk: it becomes a rule.

    Its name, with hyphens, is the rule's name. Its docstring is the sentence.
    """

    def rule_of(judge: Judge[Thing]) -> CheckRule:
        name = judge.__name__.replace("_", "-")
        sentence = unwrapped(judge.__doc__ or "")
        return CheckRule(name, sentence, walk, judge, marks)

    return rule_of


def rules_of(names: Mapping[str, Any]) -> tuple[CheckRule, ...]:
    """The rules among the global names of a module (``globals()``), in their order."""
    return tuple(value for value in names.values() if isinstance(value, CheckRule))


class File(NamedTuple, Generic[ModelRead]):
    """A file that was read, or one entry of a file of States' names."""

    name: str
    """Its id: ``<folder>/<name>``."""
    source: SourceFile
    """What was typed, with the lines."""
    model: ModelRead
    """What was read."""
    loc: Loc = ()
    """The path of the model in the file; empty where it is the whole file."""

    @property
    def folder(self) -> str:
        """The folder's name: a mechanism, a collection or ``vocabulary``."""
        return self.name.partition("/")[0]

    def problem(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """A problem at a path of this file."""
        return self.source.problem(loc, message, hint)


class FieldValue(NamedTuple, Generic[MarkRead]):
    """One value of a file that has a mark."""

    file: File[Any]
    """The file, of any kind."""
    loc: Loc
    """The path of the value in the file."""
    mark: MarkRead
    """What kind of value it is."""
    value: Any
    """The value: a text, or a date where the mark is ``Happened``."""

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem at this value."""
        return self.file.source.problem(self.loc, message, hint)


# -- walks -------------------------------------------------------------------------------


def whole(corpus: Corpus) -> Iterator[Corpus]:
    """The corpus as one thing, for rules that look at all of it at once."""
    yield corpus


def records(corpus: Corpus) -> Iterator[File[Record]]:
    """Every record, as it was typed."""
    for name, record in corpus.library.records.items():
        yield _file(corpus, name, record)


def mechanisms(corpus: Corpus) -> Iterator[File[Mechanism]]:
    """Every mechanism."""
    for name, mechanism in corpus.mechanisms.items():
        yield _file(corpus, f"{name}/mechanism", mechanism)


def items(corpus: Corpus) -> Iterator[File[Item]]:
    """Every item of the consultation."""
    for name, item in corpus.items.items():
        yield _file(corpus, name, item)


def contacts(corpus: Corpus) -> Iterator[File[StateContacts]]:
    """Whom to call, State by State."""
    for code, state_contacts in corpus.contacts.items():
        yield _file(corpus, f"states/{code.lower()}", state_contacts)


def lists(corpus: Corpus) -> Iterator[File[Vocabulary]]:
    """Every list of the vocabulary but the names of States."""
    for name, vocabulary in corpus.vocabularies.lists.items():
        if f"vocabulary/{name}" in corpus.library.sources:
            yield _file(corpus, f"vocabulary/{name}", vocabulary)


def owners(corpus: Corpus) -> Iterator[File[Owner]]:
    """Every mechanism, record and item."""
    yield from mechanisms(corpus)
    yield from records(corpus)
    yield from items(corpus)


def cited(corpus: Corpus) -> Iterator[File[Owner | Vocabulary]]:
    """Every file that can have sources of its own."""
    yield from owners(corpus)
    yield from lists(corpus)


def files(corpus: Corpus) -> Iterator[File[BaseModel]]:
    """Everything that was read; the names of States entry by entry."""
    yield from cited(corpus)
    yield from contacts(corpus)
    if source := corpus.library.sources.get("vocabulary/states"):
        for number, entry in enumerate(corpus.vocabularies.states):
            yield File("vocabulary/states", source, entry, ("entries", number))


def values(corpus: Corpus) -> Iterator[FieldValue[Any]]:
    """Every marked value, whatever its field is called."""
    for file in files(corpus):
        for loc, mark, value in fields.walk(file.model, file.loc):
            yield FieldValue(file, loc, mark, value)


def _file(corpus: Corpus, name: str, model: ModelGiven) -> File[ModelGiven]:
    """The file of a model, by its id."""
    return File(name, corpus.library.sources[name], model)
