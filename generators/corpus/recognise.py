"""Signs of trafficking, first questions and prohibitions of all procedures, as they stand beside each other:
texts of organisations before those of single States. What nobody read is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generators.corpus.corpus import Corpus, once
from generators.model.records import Prohibition, Question, Sign, SignForm, SignPlace

FORMS, PLACES = get_args(SignForm), get_args(SignPlace)
ANY, CHILD = "any", "child"
WITH_CHILDREN = ("children", "school")
"""The sheets for places where the person is a child, who is not to be questioned."""
_ENOUGH = 8
"""So many signs make a sheet of a place worth its paper."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """A sign, question or prohibition, and the record that it stands in."""

    record: str
    line: Sign | Question | Prohibition


@dataclass(frozen=True, slots=True)
class Recognition:
    """All that was read. In each list organisations' texts stand before those of single States, and of both
    the text with the most lines first: it was written for this.
    """

    signs: tuple[Guidance, ...]
    questions: tuple[Guidance, ...]
    never: tuple[Guidance, ...]

    def of_form(self, form: str) -> list[Guidance]:
        """The signs of a form of exploitation."""
        return [each for each in self.signs if each.line.form == form]

    def of_place(self, place: str) -> list[Guidance]:
        """The signs that are seen in a place."""
        return [each for each in self.signs if each.line.place == place]


@once
def recognition(corpus: Corpus) -> Recognition:
    """What all procedures say on how victims are recognised."""
    return Recognition(*(tuple(_read(corpus, of)) for of in ("signs", "questions", "never")))


def sheets(corpus: Corpus) -> tuple[str, ...]:
    """The names of the sheets to print: adults, children, and each place with enough signs."""
    found = recognition(corpus)
    places = tuple(place for place in PLACES if len(found.of_place(place)) >= _ENOUGH)
    return ("adults", "children", *places) if found.signs else ()


def on_sheet(corpus: Corpus, sheet: str) -> list[Guidance]:
    """The signs of a sheet."""
    found = recognition(corpus)
    if sheet in PLACES:
        return found.of_place(sheet)
    return [each for each in found.signs if (each.line.form == CHILD) == (sheet == "children")]


def _read(corpus: Corpus, of: str) -> Iterable[Guidance]:
    read = {
        name: [line for line in getattr(model, of) if corpus.confidence_of(name, line) != "recalled"]
        for name, model in corpus.records.items()
    }
    for name in sorted(read, key=lambda name: (name not in corpus.standards, -len(read[name]), name)):
        yield from (Guidance(name, line) for line in read[name])
