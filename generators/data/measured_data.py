"""What a line counts, and for whom it is: each field has its meaning under it."""

from __future__ import annotations

from generators.corpus import order, persons
from generators.data.marked import Published, Subject, Words, worked_out
from generators.data.named_data import GroupCode, PersonCode
from generators.document import sentences
from generators.document.runs import letters


def _value_words(subject: Subject) -> str | None:
    """The number and the time limit of a line, in words; None if it has neither."""
    return letters(sentences.value(subject.phrases, subject.value.line)) or None


def _groups(subject: Subject) -> tuple[str, ...] | None:
    """The groups to which only a line applies; None if it applies to everyone."""
    groups = order.groups_of(subject.corpus, subject.owner, subject.value.anchor)
    return groups or None


def _persons(subject: Subject) -> tuple[str, ...] | None:
    """The persons whom a line is for; None if it is for no one in particular."""
    return persons.persons_of_line(subject.corpus, subject.value) or None


class Measured(Published):
    """What a line counts, and for whom."""

    value_words: Words | None = worked_out(_value_words)
    """What value and within say, in words."""
    only_for: tuple[GroupCode, ...] | None = worked_out(_groups)
    """The groups of persons that it holds for alone: whoever it holds for is in all of
    them; for everyone without it.
    """
    persons: tuple[PersonCode, ...] | None = worked_out(_persons)
    """The codes of the list persons whom it is for. Who asks about such a person is shown
    it first.
    """
