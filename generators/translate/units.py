"""Which texts need a translation: every prose text of records, mechanisms, items and
vocabularies, with its place and its language.

A catalog holds exactly these texts; rules and updates both ask here. It knows no catalog
and no translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generators.corpus.addresses import KIND_OF_LIST, Target, address, slug
from generators.corpus.anchors import Anchors, anchors
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc, Prose, slots, walk
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary


def value(model: BaseModel, key: str) -> Any:
    """The value of a field by the key that is typed for it."""
    return getattr(
        model, next(slot.name for slot in slots(type(model)) if slot.alias == key)
    )


def _along(model: BaseModel, loc: Loc) -> Iterator[tuple[str | int, Any]]:
    """The parts of a path in a model, each with the value that it leads to."""
    here: Any = model
    for part in loc:
        here = (
            here[part]
            if isinstance(part, int) or isinstance(here, Mapping)
            else value(here, part)
        )
        yield part, here


def _words(model: BaseModel, loc: Loc) -> str:
    """A field in words, with the lines that it stands in: ``provisions, Art. 13: says``."""
    *around, last = filter(
        None, (_named(part, here) for part, here in _along(model, loc))
    )
    return f"{', '.join(around)}: {last}" if around else last


def _address(model: BaseModel, name: str, own: Anchors, loc: Loc) -> str:
    """The address at which a field stands, below the folder of a language; empty where it
    has no page.
    """
    if isinstance(model, Vocabulary):
        kind = KIND_OF_LIST.get(model.of)
        return (
            address(Target(kind, str(model.entries[loc[1]].id)))
            if kind and len(loc) > 1
            else ""
        )
    if isinstance(model, Item):
        return address(Target("item", name))
    found = (
        getattr(own, str(loc[0]), ()) if len(loc) > 1 and isinstance(loc[1], int) else ()
    )
    return address(Target("record", name, found[loc[1]] if found else ""))


def _named(part: str | int, here: Any) -> str:
    """A part of a path in words: of a line of a list its reference, else its id or its
    State.
    """
    if isinstance(part, int):
        return next(
            filter(None, (getattr(here, key, None) for key in ("ref", "id", "state"))), ""
        )
    return part if isinstance(here, BaseModel) else part.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text at one place: ``<file stem> <path of keys>`` in records (``plan-2018
    provisions.art-13.says``), the path of the file in the interface. A line of a list is
    named by what it says of itself and never by its number, so that one put in moves no
    other; lines that nothing tells apart have one place together.

    ``published`` are the languages that have the text as published, so that no translator
    touches it there; ``markdown`` says whether CommonMark is read in it, ``braces``
    whether it has slots (``{n}``). ``words`` is its field in words, ``address`` that of
    its page below the folder of a language; each may be empty. ``file`` is the id of the
    file that says it, and ``loc`` its path there.
    """

    place: str
    context: str
    text: str
    source_language: str
    published: frozenset[str] = frozenset()
    plural: str = ""
    markdown: bool = False
    words: str = ""
    address: str = ""
    braces: bool = False
    file: str = ""
    loc: Loc = ()

    def wanted(self, language: str) -> bool:
        """Whether a catalog of this language holds the text."""
        return language != self.source_language and language not in self.published


def extract(corpus: Corpus) -> dict[str, tuple[Unit, ...]]:
    """The texts of records, items, mechanisms and lists, by folder, in the order of files
    and fields.
    """
    folders = dict.fromkeys(name.partition("/")[0] for name in corpus.library.sources)
    found = {folder: tuple(of_folder(corpus, folder)) for folder in folders}
    return {folder: units for folder, units in found.items() if units}


def of_folder(corpus: Corpus, folder: str) -> Iterator[Unit]:
    """The texts of one folder."""
    for name in corpus.library.sources:
        if name.startswith(f"{folder}/"):
            stem = name.partition("/")[2]
            if folder == "vocabulary":
                model = corpus.vocabularies.lists.get(stem)
            elif stem == "mechanism":
                model = corpus.mechanisms.get(folder)
            else:
                model = corpus.records.get(name) or corpus.items.get(name)
            if model is not None:
                yield from _units(
                    model, stem, folder if isinstance(model, Mechanism) else name
                )


def _units(model: BaseModel, stem: str, name: str) -> Iterator[Unit]:
    context = model.of if isinstance(model, Vocabulary) else ""
    own_anchors = (
        anchors(model) if isinstance(model, Record | Mechanism | Item) else Anchors()
    )
    key, published, own = _naming(model)
    said = [((key,), Prose(), own)] if own else []
    said += [
        each for each in walk(model) if isinstance(each[1], Prose) and each[0] != (key,)
    ]
    for loc, mark, text in said:
        yield Unit(
            f"{stem} {_path(model, loc)}",
            context,
            text,
            model.language,
            frozenset(published) if loc == (key,) else _published(model, loc),
            markdown=mark.markdown,
            words=_words(model, loc),
            address=_address(model, name, own_anchors, loc),
            file=name,
            loc=loc,
        )


def _path(model: BaseModel, loc: Loc) -> str:
    """The path of a value in a model, with the name of each line in place of its number."""
    names = (
        _name(here) if isinstance(part, int) else str(part)
        for part, here in _along(model, loc)
    )
    return ".".join(filter(None, names))


def _name(line: Any) -> str:
    """What a line of a list calls itself: its id, its reference, or its State; empty
    where it has none of these.
    """
    code = getattr(line, "id", None) or getattr(line, "state", None)
    return code or slug(getattr(line, "ref", None) or "")


def _naming(model: BaseModel) -> tuple[str, Mapping[str, str], str | None]:
    """The key that names a record or mechanism, the languages it is published in, and its
    name in the file's language.
    """
    if isinstance(model, Record):
        return (
            "title",
            model.official_titles,
            model.official_titles.get(model.language) or model.title,
        )
    if isinstance(model, Mechanism):
        return (
            "name",
            model.official_names,
            model.official_names.get(model.language) or model.name,
        )
    return "", {}, None


def _published(model: BaseModel, loc: Loc) -> frozenset[str]:
    if isinstance(model, Record) and loc == ("short_title",):
        return frozenset(model.short_titles)
    if isinstance(model, Vocabulary) and loc[-1] == "label":
        return frozenset(model.entries[loc[1]].forms)
    return frozenset()
