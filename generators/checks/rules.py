"""What a rule is, and the walks over everything that was read which rules share.

A rule is one function with a name, a sentence for editors (its docstring) and a test. It judges one thing at
a time (a value, a record, an entry of a catalog, the whole corpus), so that rules over the same things share
one walk. Rules know the corpus, and nothing of commands and pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel

from generators.corpus.corpus import Corpus
from generators.corpus.inputs import latest
from generators.corpus.library import Library
from generators.model import fields
from generators.model.fields import Loc, Mark
from generators.model.manuals import unwrapped
from generators.model.vocabulary import Vocabularies, gather
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem
from generators.text.sources import Source

Walk = Callable[[Corpus], Iterable[Any]]
Judge = Callable[[Corpus, Any], Iterable[Problem]]


class Part(NamedTuple):
    """A part of the corpus that some rules look at by itself. ``make`` gives a corpus that holds that part
    alone and is of no day; ``key`` is a digest of all that it was read from, so that rules say the same of an
    equal key. It is empty where that is not known.
    """

    key: str
    make: Callable[[], Corpus]


@dataclass(frozen=True, slots=True)
class Apart:
    """A walk over things of which each is judged with no more than its part of the corpus: what rules said of
    a part is remembered.
    """

    parts: Callable[[Corpus], Iterable[Part]]
    walk: Walk

    def __call__(self, corpus: Corpus) -> Iterable[Any]:
        """The things of a corpus, or of a part of it."""
        return self.walk(corpus)


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule: its name, the sentence that editors read, the things it judges, and what it says of one of
    them.

    ``marks`` are the kinds of value that a rule over values asks for; other rules have none.
    """

    name: str
    sentence: str
    over: Walk
    judge: Judge
    marks: tuple[type[Mark], ...] = ()


def found(rules: Iterable[CheckRule], corpus: Corpus, memory: Memory | None = None) -> Iterator[Problem]:
    """What breaks any of some rules, each problem under its rule's name; every walk is made once, and not at
    all over parts of which ``memory`` knows what was found. Most rules ask the whole corpus, as one part.
    """
    by_walk: dict[Walk, list[CheckRule]] = defaultdict(list)
    for rule_ in rules:
        by_walk[rule_.over].append(rule_)
    whole_part = Part(_whole_key(corpus) if memory else "", lambda: corpus)
    for walk, group in by_walk.items():
        for part in walk.parts(corpus) if isinstance(walk, Apart) else (whole_part,):
            yield from _of_part(walk, group, part, memory)


def _of_part(walk: Walk, group: Sequence[CheckRule], part: Part, memory: Memory | None) -> Iterable[Problem]:
    key = f"{part.key} {' '.join(rule_.name for rule_ in group)}"
    known = memory.find(key) if memory and part.key else None
    if known is not None:
        return [Problem.of_row(each) for each in known]
    problems = list(_judged(walk, group, part.make()))
    if memory and part.key:
        memory.keep(key, [each.row() for each in problems])
    return problems


def _judged(walk: Walk, group: Sequence[CheckRule], corpus: Corpus) -> Iterator[Problem]:
    by_mark: dict[type | None, tuple[CheckRule, ...]] = {}
    for thing in walk(corpus):
        mark = type(thing.mark) if walk is values else None
        if mark not in by_mark:
            by_mark[mark] = tuple(rule_ for rule_ in group if mark is None or mark in rule_.marks)
        for rule_ in by_mark[mark]:
            for problem in rule_.judge(corpus, thing):
                yield replace(problem, rule=rule_.name)


def rule(over: Walk, *marks: type[Mark]) -> Callable[[Judge], CheckRule]:
    """Make a rule of a function that judges one of the things of a walk: its name is the rule's, its
    docstring the sentence.
    """

    def made(judge: Judge) -> CheckRule:
        sentence = unwrapped(judge.__doc__ or "")
        return CheckRule(judge.__name__.replace("_", "-"), sentence, over, judge, marks)

    return made


def rules_of(made: Mapping[str, Any]) -> tuple[CheckRule, ...]:
    """The rules of a module, by what stands in it (``globals()``), in their order."""
    return tuple(each for each in made.values() if isinstance(each, CheckRule))


class File(NamedTuple):
    """A file that was read: its id (``<folder>/<name>``), its source with the lines, its model, and where the
    model stands in the file.
    """

    name: str
    source: Source
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
    """Every record."""
    return (_file(corpus, name, model) for name, model in corpus.records.items())


def mechanisms(corpus: Corpus) -> Iterator[File]:
    """Every mechanism."""
    return (_file(corpus, f"{name}/mechanism", model) for name, model in corpus.mechanisms.items())


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


def sources(corpus: Corpus) -> Iterable[Source]:
    """Every file whose YAML could be read, as it was typed, whatever became of its model."""
    return {**corpus.library.sources, **corpus.library.typed}.values()


def values(corpus: Corpus) -> Iterator[Value]:
    """Every marked value, whatever its field is called."""
    for file in files(corpus):
        for loc, mark, value in fields.walk(file.model, file.loc):
            yield Value(file, loc, mark, value)


def _file(corpus: Corpus, name: str, model: BaseModel) -> File:
    return File(name, corpus.library.sources[name], model)


# -- the corpus in parts -------------------------------------------------------------------------------------

_VOCABULARY, _TERMS = "vocabulary", "terms"
_Own = Mapping[str, Mapping[str, dict[str, Any]]]
"""What was read of each kind, by the folder that it stands in and by id."""


def folder_parts(corpus: Corpus) -> Iterator[Part]:
    """A part for each folder that has catalogs: its files, and the terms of the vocabulary, which
    translations keep to. Of the vocabulary itself it is the whole of it.
    """
    library = corpus.library
    catalogs: dict[str, dict[tuple[str, str], Catalog]] = defaultdict(dict)
    for key, catalog in library.catalogs.items():
        catalogs[key[0]][key] = catalog
    own = {kind: _by_folder(getattr(library, kind)) for kind in ("records", "items", "sources", "typed")}
    terms = library.vocabularies.lists.get(_TERMS)
    only, said = gather({_TERMS: terms} if terms else {}, None), sha256(repr(terms).encode()).hexdigest()
    for folder, held in catalogs.items():
        files = [(name, each.digest) for name, each in own["sources"][folder].items()]
        files += [(each.path, each.digest) for each in held.values()]
        key = _key((folder, corpus.languages, said, sorted(_unread(library, folder))), files)
        yield Part(key, partial(_of_folder, corpus, folder, held, only, own))


def interface_parts(corpus: Corpus) -> Iterator[Part]:
    """A part for each language of the interface, and for each of what is said to editors: its catalog."""
    library = corpus.library
    for catalogs in (library.interface, library.messages):
        for language, catalog in catalogs.items():
            key = _key(("interface", language, corpus.languages), [(catalog.path, catalog.digest)])
            yield Part(key, partial(_of_interface, corpus, language, catalog))


def _whole_key(corpus: Corpus) -> str:
    """The key of the whole corpus: what was read, the day, and the last day that can have come."""
    library = corpus.library
    sources = (*library.sources.values(), *library.typed.values())
    catalogs = (each.values() for each in (library.catalogs, library.interface, library.messages))
    files = [(each.path, each.digest) for each in chain(sources, *catalogs)]
    around = (sorted(library.unread), library.changes, library.published)
    return _key((corpus.today, latest(corpus.today), corpus.languages, around), files)


def _key(named: tuple, files: list[tuple[str, str]]) -> str:
    """A digest of what is named and of some files by path with theirs; empty where one of these has none."""
    known = all(digest for _, digest in files)
    return sha256(repr((named, files)).encode()).hexdigest() if known else ""


def _by_folder(held: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, each in held.items():
        found[name.partition("/")[0]][name] = each
    return found


def _unread(library: Library, folder: str) -> frozenset[str]:
    return frozenset(name for name in library.unread if name.startswith(f"{folder}/"))


def _of_folder(
    corpus: Corpus,
    folder: str,
    catalogs: Mapping[tuple[str, str], Catalog],
    terms: Vocabularies,
    own: _Own,
) -> Corpus:
    whole = corpus.library
    library = Library(
        vocabularies=whole.vocabularies if folder == _VOCABULARY else terms,
        mechanisms={folder: whole.mechanisms[folder]} if folder in whole.mechanisms else {},
        catalogs={key: each.apart() for key, each in catalogs.items()},
        unread=_unread(whole, folder),
        **{kind: by_folder[folder] for kind, by_folder in own.items()},
    )
    return Corpus(library, date.min, corpus.languages)


def _of_interface(corpus: Corpus, language: str, catalog: Catalog) -> Corpus:
    library = Library(gather({}, None), {}, {}, {}, {}, {}, interface={language: catalog})
    return Corpus(library, date.min, corpus.languages)
