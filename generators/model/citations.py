"""What records, mechanisms, items and names share.

It is where a fact was read, when to look at it again, and former addresses of lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from generators.model.fields import (
    Code,
    Day,
    ForEditors,
    Id,
    LanguageCode,
    Model,
    PastDay,
    Text,
    Url,
    Yes,
)
from generators.text.partial_dates import PartialDate


class Source(Model):
    """Where a fact was read."""

    id: Id | None = None
    """Its short name, which others refer to."""
    title: Text
    """Title and publisher of the text or page that was read."""
    url: Url | None = None
    """Its address, only where it was seen."""
    upload: ForEditors | None = None
    """Its address on a site where anybody puts up documents. Editors find it there again;
    readers are not led to it.
    """
    repo: Text | None = None
    """A public repository (owner/name) that holds what was read, with the path there."""
    path: Text | None = None
    """Where in the repository."""
    commit: Text | None = None
    """The commit of the repository that was read: what was there that day can be read
    again.
    """
    kind: Annotated[str, Code("source-kinds")]
    """primary (the text itself, or its author's own page) or secondary."""
    seen: PastDay | None = None
    """The day on which it was read."""
    copy_: Yes = Field(False, alias="copy")
    """Whether it is a third party's copy of an official publication."""


class TextAddress(Model):
    """Where the text itself can be read, whole."""

    url: Url
    """Its address, only where it was seen."""
    publisher: Text | None = None
    """Whose page it is, such as EUR-Lex or United Nations Treaty Collection."""
    language: LanguageCode | None = None
    """The language of that page, where it holds one."""
    copy_: Yes = Field(False, alias="copy")
    """Whether it is a third party's copy, and not a page of the author, the depositary or
    the official journal.
    """


class Review(Model):
    """When somebody must look at this file again."""

    due: Day
    """The day on which somebody must look at this file again."""


def last_read(sources: Iterable[Source]) -> PartialDate | None:
    """The last day on which one of the sources was read; None where no day is known."""
    return max(
        (source.seen for source in sources if source.seen),
        key=lambda day: day.last,
        default=None,
    )


class FormerLine(Model):
    """A line that was published and has been removed: its address leads to another."""

    id: Id
    """Its anchor, as it was published, such as art-13."""
    now: Id | None = None
    """The anchor of the line that took its place; without one the old address leads to
    the page.
    """
