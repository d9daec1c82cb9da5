"""Which texts need a translation: every prose text, with its place and its language.

They are those of records, mechanisms, items and closed lists. A catalog holds exactly
these texts; rules and updates both ask here. This module knows no catalog and no
translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from generators.corpus.addresses import KIND_OF_LIST, Target, address, slug
from generators.corpus.anchors import Anchors, anchors
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc, Prose, slots, walk
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary

Translated = Record | Mechanism | Item | Vocabulary
"""The models of files with texts that are translated."""


def value(model: BaseModel, key: str) -> Any:
    """The value of a field by its key in a file."""
    name = next(slot.name for slot in slots(type(model)) if slot.alias == key)
    return getattr(model, name)


def _along(model: BaseModel, loc: Loc) -> Iterator[tuple[str | int, Any]]:
    """The parts of a path in a model, each with the value that it leads to."""
    current: Any = model
    for part in loc:
        if isinstance(part, int) or isinstance(current, Mapping):
            current = current[part]
        else:
            current = value(current, part)
        yield part, current


def _words(model: BaseModel, loc: Loc) -> str:
    """A field in words, with the lines around it: ``provisions, Art. 13: says``."""
    words = (_part_in_words(part, value) for part, value in _along(model, loc))
    *around, last = filter(None, words)
    return f"{', '.join(around)}: {last}" if around else last


def _address(model: BaseModel, name: str, own_anchors: Anchors, loc: Loc) -> str:
    """The address of a field's page, below the folder of a language.

    It is empty where the field has no page.
    """
    if isinstance(model, Vocabulary):
        kind = KIND_OF_LIST.get(model.of)
        if kind is None or len(loc) < 2 or not isinstance(loc[1], int):
            return ""
        return address(Target(kind, str(model.entries[loc[1]].id)))
    if isinstance(model, Item):
        return address(Target("item", name))
    anchor = ""
    if len(loc) > 1 and isinstance(loc[1], int):
        line_anchors = getattr(own_anchors, str(loc[0]), ())
        anchor = line_anchors[loc[1]] if line_anchors else ""
    return address(Target("record", name, anchor))


def _part_in_words(part: str | int, value: Any) -> str:
    """A part of a path in words: of a line of a list its reference, id or State."""
    if isinstance(part, int):
        names = (getattr(value, key, None) for key in ("ref", "id", "state"))
        return next(filter(None, names), "")
    return part if isinstance(value, BaseModel) else part.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text at one place."""

    place: str
    """In records ``<file stem> <path of keys>``, such as ``plan-2018
    provisions.art-13.says``; in the interface the path of the file. A line of a list is
    named by what it says of itself and never by its number, so that a new line moves no
    other one. Lines that nothing tells apart have one place together.
    """
    context: str
    """The context of its entry in a catalog."""
    text: str
    source_language: str
    published: frozenset[str] = frozenset()
    """The languages that have the text as published: no translator touches it there."""
    plural: str = ""
    """Its plural in English, of a text that depends on a number."""
    markdown: bool = False
    """Whether CommonMark is read in it."""
    words: str = ""
    """Its field in words."""
    address: str = ""
    """The address of its page, below the folder of a language."""
    has_slots: bool = False
    """Whether it has slots (``{n}``)."""
    file: str = ""
    """The id of the file that says it."""
    loc: Loc = ()
    """Its path there."""

    def wanted(self, language: str) -> bool:
        """Whether a catalog of this language holds the text."""
        return language != self.source_language and language not in self.published


def extract(corpus: Corpus) -> dict[str, tuple[Unit, ...]]:
    """All texts of records, items, mechanisms and lists, by folder.

    They are in the order of files and fields.
    """
    folders = dict.fromkeys(name.partition("/")[0] for name in corpus.library.sources)
    texts = {folder: tuple(of_folder(corpus, folder)) for folder in folders}
    return {folder: units for folder, units in texts.items() if units}


def of_folder(corpus: Corpus, folder: str) -> Iterator[Unit]:
    """The texts of one folder."""
    for file in corpus.library.sources:
        if not file.startswith(f"{folder}/"):
            continue
        stem = file.partition("/")[2]
        model: Translated | None
        owner = file
        if folder == "vocabulary":
            model = corpus.vocabularies.lists.get(stem)
        elif stem == "mechanism":
            model = corpus.mechanisms.get(folder)
            owner = folder
        else:
            model = corpus.records.get(file) or corpus.items.get(file)
        if model is not None:
            yield from _units(model, stem, owner)


def _units(model: Translated, stem: str, owner: str) -> Iterator[Unit]:
    """The texts of one file: first its name, then the others in the order of fields.

    ``stem`` is the name of the file without its folder, ``owner`` its id.
    """
    context = model.of if isinstance(model, Vocabulary) else ""
    own_anchors = Anchors() if isinstance(model, Vocabulary) else anchors(model)
    naming = _naming(model)
    texts: list[tuple[Loc, Prose, str]] = []
    if naming.name:
        texts.append(((naming.key,), Prose(), naming.name))
    for loc, mark, text in walk(model):
        if isinstance(mark, Prose) and loc != (naming.key,):
            texts.append((loc, mark, text))
    for loc, mark, text in texts:
        is_name = loc == (naming.key,)
        yield Unit(
            f"{stem} {_path(model, loc)}",
            context,
            text,
            model.language,
            frozenset(naming.published) if is_name else _published(model, loc),
            markdown=mark.markdown,
            words=_words(model, loc),
            address=_address(model, owner, own_anchors, loc),
            file=owner,
            loc=loc,
        )


def _path(model: BaseModel, loc: Loc) -> str:
    """The path of a value in a model, with the name of each line for its number."""
    names = []
    for part, value in _along(model, loc):
        names.append(_line_name(value) if isinstance(part, int) else part)
    return ".".join(filter(None, names))


def _line_name(line: Any) -> str:
    """What a line of a list calls itself: its id, State or reference; else empty."""
    code = getattr(line, "id", None) or getattr(line, "state", None)
    return code or slug(getattr(line, "ref", None) or "")


class _Naming(NamedTuple):
    """How a record or mechanism is named."""

    key: str
    """The key of its name; empty where it has none of its own."""
    published: Mapping[str, str]
    """Its published names by language."""
    name: str | None
    """Its name in the language of its file."""


def _naming(model: BaseModel) -> _Naming:
    """How a model is named."""
    if isinstance(model, Record):
        titles = model.official_titles
        return _Naming("title", titles, titles.get(model.language) or model.title)
    if isinstance(model, Mechanism):
        names = model.official_names
        return _Naming("name", names, names.get(model.language) or model.name)
    return _Naming("", {}, None)


def _published(model: BaseModel, loc: Loc) -> frozenset[str]:
    """The languages in which a text, other than a name, is published."""
    if isinstance(model, Record) and loc == ("short_title",):
        return frozenset(model.short_titles)
    if isinstance(model, Vocabulary) and loc[-1] == "label":
        return frozenset(model.entries[int(loc[1])].forms)
    return frozenset()
