"""Which texts need a translation: every prose text of records, mechanisms, items and vocabularies, with its
place and its language.

A catalog holds exactly these texts; rules and updates both ask here. It knows no catalog and no translation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generators.corpus.corpus import Corpus
from generators.model.fields import Loc, Prose, walk
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Unit:
    """A text at one place: ``<file stem> <path of keys>`` in records, the path of the file in the interface.

    ``published`` are the languages that have the text as published, so that no translator touches it there;
    ``markdown`` says whether CommonMark is read in it.
    """

    place: str
    context: str
    text: str
    source_language: str
    published: frozenset[str] = frozenset()
    plural: str = ""
    markdown: bool = False

    def wanted(self, language: str) -> bool:
        """Whether a catalog of this language holds the text."""
        return language != self.source_language and language not in self.published


def extract(corpus: Corpus) -> dict[str, tuple[Unit, ...]]:
    """The texts of records, items, mechanisms and vocabularies, by folder, in the order of files and fields."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for name in corpus.library.sources:
        folder, _, stem = name.partition("/")
        model = (
            corpus.vocabularies.lists.get(stem) if folder == "vocabulary" else _model(corpus, folder, name)
        )
        if model is not None:
            found[folder] += _units(model, stem)
    return {folder: tuple(units) for folder, units in found.items() if units}


def _model(corpus: Corpus, folder: str, name: str) -> BaseModel | None:
    return (
        corpus.mechanisms.get(folder)
        if name == f"{folder}/mechanism"
        else corpus.records.get(name) or corpus.items.get(name)
    )


def _units(model: BaseModel, stem: str) -> Iterator[Unit]:
    context = model.of if isinstance(model, Vocabulary) else ""
    key, published, own = _naming(model)
    if own:
        yield Unit(f"{stem} {key}", context, own, model.language, frozenset(published))
    for loc, mark, text in walk(model):
        if isinstance(mark, Prose) and loc != (key,):
            place, published = f"{stem} {'.'.join(map(str, loc))}", _published(model, loc)
            yield Unit(place, context, text, model.language, published, markdown=mark.markdown)


def _naming(model: BaseModel) -> tuple[str, Mapping[str, str], str | None]:
    """The key that names a record or mechanism, the languages it is published in, and its name in the file's
    language.
    """
    if isinstance(model, Record):
        return "title", model.official_titles, model.official_titles.get(model.language) or model.title
    if isinstance(model, Mechanism):
        return "name", model.official_names, model.official_names.get(model.language) or model.name
    return "", {}, None


def _published(model: BaseModel, loc: Loc) -> frozenset[str]:
    if isinstance(model, Record) and loc == ("short_title",):
        # where the whole title is published, it is shown rather than a translated short one
        return frozenset((*model.short_titles, *model.official_titles))
    if isinstance(model, Vocabulary) and loc[-1] == "label":
        return frozenset(model.entries[loc[1]].forms)
    return frozenset()
