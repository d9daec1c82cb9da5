"""Who compared a line with its text, as data."""

from __future__ import annotations

from generators.data.marked import Published, Subject, Words, worked_out
from generators.document.runs import letters
from generators.text.partial_dates import PartialDate
from generators.translate.readings import reading_of


class CheckedData(Published):
    """That an office compared a line with its text, and confirmed that it did."""

    PUBLISHED_NAME = "checked"

    office: str
    """The office or organisation."""
    date: PartialDate
    """The day on which it compared them."""
    words: Words = worked_out(
        lambda subject: letters(subject.phrases.checked(subject.value))
    )
    """The same in words."""


def _reading(subject: Subject) -> Subject | None:
    """Who compared a line with its text; None if nobody did, or its words changed."""
    reading = reading_of(subject.corpus, subject.owner, subject.value.line)
    return subject.with_value(reading) if reading else None


class Checked(Published):
    """Whether somebody who has the text checked a line."""

    checked: CheckedData | None = worked_out(_reading)
    """Who compared it with the text in the words that it has now, where an office
    confirmed that.
    """
