"""The model of an item of the Dakar consultation of 2010: what was recommended or seen, what has answered
since, what is open.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel

from generators.model.citations import Review, Source
from generators.model.fields import CLOSED, AnyRef, Code, ForEditors, Grade, LanguageCode, Prose, Said, Text

Topics = tuple[Annotated[str, Code("topics")], ...]
ItemKind = Literal["recommendation", "good-practice", "lesson", "challenge"]


class Answer(BaseModel):
    """A record that has answered an item of the consultation since."""

    model_config = CLOSED
    id: AnyRef
    how: Said
    confidence: Grade | None = None


class Item(BaseModel):
    """A recommendation, good practice, lesson or challenge of the Dakar consultation of 2010, in our words.

    It is a place on the consultation's page and no page, so no former address of it could lead on: its file
    is never renamed.
    """

    model_config = CLOSED
    kind: ItemKind
    language: LanguageCode = "en"
    title: Said
    ref: Text
    topics: Topics = ()
    says: Annotated[str, Prose(words=60)]
    answered_by: tuple[Answer, ...] = ()
    still_open: Said | None = None
    sources: tuple[Source, ...] = ()
    confidence: Grade
    review: Review | None = None
    notes: ForEditors | None = None
