"""What the page of a case reads: needs, their questions, the lines that answer, and the
texts of these. Each field has its meaning under it, and says how it is worked out.
"""

from __future__ import annotations

from typing import Annotated

from generators.corpus.addresses import Target, address
from generators.corpus.narrow_questions import lines_of_question
from generators.corpus.official_text import places
from generators.corpus.order import NEIGHBOUR
from generators.corpus.persons import persons_of_group, persons_of_question
from generators.data.marked import (
    OnlyTrue,
    PageAddress,
    Published,
    Subject,
    Words,
    worked_out,
)
from generators.data.named_data import NearnessCode, PersonCode, TopicCode
from generators.document import quoted_line, sentences
from generators.document.runs import letters
from generators.model.fields import Code, SignForm, Url

GroupCode = Annotated[str, Code("groups")]
QuestionCode = Annotated[str, Code("questions")]


class NeedData(Published):
    """What a person in a case needs."""

    PUBLISHED_NAME = "need"

    label: Words = worked_out(
        lambda subject: subject.localizer.label("needs", subject.value.id)
    )
    """What it is called."""
    questions: tuple[QuestionCode, ...]
    """The questions to which it leads, for an adult."""
    child_questions: tuple[QuestionCode, ...]
    """Those for a child, or for a person who may be a child."""
    across_borders: OnlyTrue | None = worked_out(
        lambda subject: subject.value.across_borders or None
    )
    """The State from which the person comes must act, too."""


def _topic(subject: Subject) -> str:
    """The topic of a question, whose entry is the value."""
    topics: tuple[str, ...] = subject.value.topics
    return topics[0]


def _places_of_lines(subject: Subject) -> tuple[str, ...]:
    """The places of the lines that answer a question, the best first."""
    lines = lines_of_question(subject.corpus, subject.value.id)
    return tuple(line.place for line in lines)


class QuestionData(Published):
    """A narrow question."""

    PUBLISHED_NAME = "question-asked"

    label: Words = worked_out(
        lambda subject: subject.localizer.label("questions", subject.value.id)
    )
    """The question."""
    topic: TopicCode = worked_out(_topic)
    """Its topic."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("topic", _topic(subject)))
    )
    """The page of that topic."""
    groups: tuple[GroupCode, ...] | None = worked_out(
        lambda subject: subject.value.groups or None
    )
    """The groups of persons that it is about."""
    exploitation: tuple[SignForm, ...] | None = worked_out(
        lambda subject: subject.value.exploitation or None
    )
    """The forms of exploitation in which a case asks it; without one, every case does."""
    persons: tuple[PersonCode, ...] | None = worked_out(
        lambda subject: persons_of_question(subject.corpus, subject.value.id) or None
    )
    """The codes of the list persons whom it is about."""
    of_origin: OnlyTrue | None = worked_out(
        lambda subject: subject.value.of_origin or None
    )
    """Only the State from which the person comes can do what it asks."""
    lines: tuple[str, ...] = worked_out(_places_of_lines)
    """The places of the lines that answer it (``record#anchor``), the best first."""


class GroupData(Published):
    """A group of persons to whom some texts or lines are limited."""

    PUBLISHED_NAME = "group-of-persons"

    label: Words = worked_out(
        lambda subject: subject.localizer.label("groups", subject.value.id)
    )
    """What is said before a line that is for this group only."""
    children: OnlyTrue | None = worked_out(lambda subject: subject.value.children or None)
    """It is of persons under 18."""
    persons: tuple[PersonCode, ...] | None = worked_out(
        lambda subject: persons_of_group(subject.corpus, subject.value.id) or None
    )
    """The codes of the list persons who may be in it."""
    of_parties: OnlyTrue | None = worked_out(
        lambda subject: subject.value.of_parties or None
    )
    """It is of nationals of the States that are party to the text."""
    exploitation: tuple[SignForm, ...] | None = worked_out(
        lambda subject: subject.value.exploitation or None
    )
    """The forms of exploitation in which it can apply; without one it does not depend on
    the form.
    """


def _official_address(subject: Subject) -> str | None:
    """The first address where the text of a record can be read; None without one."""
    addresses = places(subject.value, subject.phrases.language)
    return addresses[0].address.url if addresses else None


class CaseText(Published):
    """A text that the page of a case can name."""

    PUBLISHED_NAME = "case-text"

    name: Words = worked_out(lambda subject: subject.localizer.short(subject.owner).text)
    """Its shortest usual name."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("record", subject.owner))
    )
    """Its page."""
    url: Url | None = worked_out(_official_address)
    """Where the text itself can be read."""
    about: NearnessCode = worked_out(lambda subject: subject.value.about or NEIGHBOUR)
    """How near it is to trafficking in persons."""
    binding: bool
    """Whether it is made to bind."""
    binds: bool = worked_out(lambda subject: subject.corpus.binds(subject.owner))
    """Whether it binds anybody on the day of the data."""
    status_words: Words = worked_out(
        lambda subject: letters(sentences.status(subject.phrases, subject.owner))
    )
    """Its status in words, with its date."""
    ended_words: Words | None = worked_out(
        lambda subject: letters(quoted_line.ended(subject.phrases, subject.owner)) or None
    )
    """In words that its time is over."""
    read_in_full: OnlyTrue | None = worked_out(
        lambda subject: subject.owner in subject.corpus.read_in_full or None
    )
    """We read it from beginning to end."""
