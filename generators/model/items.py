"""The model of an item of the Dakar consultation of 2010.

It says what was recommended or seen, what has answered since, and what is open.
"""

from __future__ import annotations

from typing import Annotated, Literal

from generators.model.citations import Review, Source
from generators.model.fields import (
    AnyRef,
    Code,
    Day,
    ForEditors,
    Grade,
    LanguageCode,
    MechanismRef,
    Model,
    Prose,
    Said,
    Text,
)

Topics = tuple[Annotated[str, Code("topics")], ...]
ItemKind = Literal[
    "recommendation",
    "good-practice",
    "lesson",
    "challenge",
    "announcement",
    "presentation",
]
End = Literal["answered", "in-part", "open"]


class Answer(Model):
    """A record that has answered an item of the consultation since."""

    id: AnyRef
    """What has answered it."""
    how: Said
    """In our words."""
    confidence: Grade | None = None


class PageAnswer(Model):
    """A page of the compendium that answers an item of the consultation."""

    page: Literal["monitoring", "pathway", "terms", "topics"]
    """The page that answers it."""
    topic: Annotated[str, Code("topics")] | None = None
    """The topic whose page it is, of the pages of topics."""
    how: Said
    """In our words."""


class Item(Model):
    """What the Dakar consultation of 2010 made, in our words.

    It is a recommendation, good practice, lesson or challenge, or what was announced or
    presented there. It has a place on the consultation's page and no page of its own. No
    former address could lead on, so its file is never renamed.
    """

    kind: ItemKind
    language: LanguageCode = "en"
    """The language that it is in."""
    title: Said
    """In our words."""
    ref: Text
    topics: Topics = ()
    says: Annotated[str, Prose(words=60)]
    by: tuple[MechanismRef, ...] = ()
    """The mechanisms whose announcement or presentation it is."""
    day: Day | None = None
    """The day of what became of an announcement."""
    answered_by: tuple[Answer, ...] = ()
    pages: tuple[PageAnswer, ...] = ()
    """Pages of the compendium that answer it."""
    still_open: Said | None = None
    """What was not found, by which month."""
    end: End | None = None
    """How far it is answered, only if that does not follow. Write answered if nothing is
    still open, in-part if something is open and something answers, open if nothing
    answers.
    """
    sources: tuple[Source, ...] = ()
    confidence: Grade
    review: Review | None = None
    notes: ForEditors | None = None


def end(item: Item) -> End:
    """How far an item is answered today: as typed, else by what answers it."""
    if item.end:
        return item.end
    if not item.answered_by and not item.pages:
        return "open"
    return "in-part" if item.still_open else "answered"
