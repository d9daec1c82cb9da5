"""Who compared lines of a record with the text, as the review sheet says it."""

from __future__ import annotations

from generators.model.fields import (
    ForEditors,
    Id,
    LanguageCode,
    Model,
    Number,
    PastDay,
    Text,
)


class CheckedLine(Model):
    """A line that somebody compared with the text."""

    line: Id
    """Its anchor, such as art-13."""
    words: Number
    """The digest of its place, strength and words on that day. If they change, pages no
    longer say that the line was checked.
    """


class Reading(Model):
    """A person compared lines of this record with the text. Software that reads is never
    named here.
    """

    name: ForEditors | None = None
    """Who it was, if the person gave a name. Pages do not show it."""
    office: Text
    """The office or organisation for which the person read."""
    text: Text
    """The title of the copy that was read."""
    text_language: LanguageCode | None = None
    """The language of that copy."""
    text_date: PastDay | None = None
    """The date of that copy."""
    date: PastDay
    """The day on which the lines were compared with it."""
    confirmed: PastDay | None = None
    """The day on which the organisation confirmed this from its own address. Without it,
    pages say nothing.
    """
    lines: tuple[CheckedLine, ...] = ()
    taken_out: tuple[Id, ...] = ()
    """The anchors of lines that were taken out, because the text does not have them."""
