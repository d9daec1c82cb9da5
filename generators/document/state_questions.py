"""What the texts that bind a State ask of it, by topic.

A page has the name of each topic (its narrow questions are in ``narrow_questions``).
Paper has the first sentences of the first texts, and the places of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus import persons
from generators.corpus.comparisons import AskedOfTopic, asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.narrow_questions import leading_questions, question_for_state
from generators.document import reserved, sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line
from generators.document.runs import Run, Runs, joined

_PRINTED_TEXTS = 5
"""How many texts have sentences under a topic on paper; of the others the places."""
_PRINTED_LINES = 2
"""How many sentences of such a text are on paper; of its others the places."""


# -- on the page: all topics by name -----------------------------------------------------


def topics_section(phrases: Phrases, state: str) -> Section | None:
    """The topics on which texts that bind a State (alpha-3 code) speak, by name.

    They are in folds by the person whom they are about: a victim first, which is open.
    Those on which we found nothing are named too. None where no text that binds the State
    speaks on any topic.
    """
    answers = asked_of(phrases.corpus, state)
    if not answers:
        return None
    folds = [
        _topics_fold(phrases, state, answers, person) for person in _persons(phrases)
    ]
    general = [
        answer.topic for answer in answers if answer.general and not answer.records
    ]
    answered = {answer.topic for answer in answers}
    codes = phrases.corpus.vocabularies.entries_of("topics")
    without_text = [code for code in codes if code not in answered]
    blocks: list[Block] = [
        *(fold for fold in folds if fold.blocks),
        *_only_general_law(phrases, state, general),
        *topics_without_text(phrases, state, without_text),
        *_reserved_notes(phrases, state, answers),
    ]
    return Section(phrases.ui("All topics"), blocks, "topics")


def _reserved_notes(
    phrases: Phrases, state: str, answers: Sequence[AskedOfTopic]
) -> list[Paragraph]:
    """Notes on the lines from which reservations free a State, and on those reservations
    that we have not read.
    """
    freed = dict.fromkeys(line.place for answer in answers for line in answer.reserved)
    freed_lines = [find_line(phrases.corpus, place) for place in freed]
    leading_lines: list[Located] = [answer.leading for answer in answers]
    for code in leading_questions(phrases.corpus):
        leading_lines += question_for_state(phrases.corpus, code, state).binding[:1]
    return [
        *reserved.lines_not_binding(phrases, freed_lines),
        *reserved.unread_reservations(phrases, leading_lines, state),
    ]


def _persons(phrases: Phrases) -> dict[str, Runs]:
    """Whom topics are about, by code, in their order on the page."""
    return {
        "victim": phrases.ui("About a victim"),
        "child": phrases.ui("About a child"),
        "accused": phrases.ui("About the crime and the accused"),
        "state": phrases.ui("About what the State must organise"),
    }


def _topics_fold(
    phrases: Phrases, state: str, answers: Sequence[AskedOfTopic], person: str
) -> Fold:
    """The topics about a ``person``, without blocks where there are none.

    Those about a victim are open. Those on children are for a reader who chooses a child.
    """
    names = _topic_names(phrases, state, answers, person)
    whom = persons.children(phrases.corpus) if person == "child" else ()
    blocks = [Paragraph(names)] if names else []
    return Fold(_persons(phrases)[person], blocks, open=person == "victim", persons=whom)


def _topic_names(
    phrases: Phrases, state: str, answers: Sequence[AskedOfTopic], person: str
) -> list[Run]:
    """The topics about a ``person`` on which a text on trafficking speaks, each leading
    to the topic for the State. Empty where there are none.
    """
    topics = _topics_about(phrases.corpus, person)
    return joined(
        _topic_link(phrases, state, answer.topic)
        for answer in answers
        if answer.topic in topics and answer.records
    )


def _topics_about(corpus: Corpus, person: str) -> list[str]:
    """The codes of the topics about a person; those about nobody else are about what the
    State must organise (``state``).
    """
    return [
        code
        for code, topic in corpus.vocabularies.entries_of("topics").items()
        if (topic.person or "state") == person
    ]


def _topic_link(phrases: Phrases, state: str, topic: str) -> list[Run]:
    """The name of a topic, which leads to the topic for a State."""
    name = phrases.label("topics", topic)
    return phrases.linked("topic-in", f"{topic}/{state}", name)


def _only_general_law(
    phrases: Phrases, state: str, topics: Sequence[str]
) -> list[Paragraph]:
    """A note that names the topics on which only general law binds a State. Nothing where
    there are none.
    """
    links = joined(_topic_link(phrases, state, topic) for topic in topics)
    label = phrases.ui(
        "Only general law, no text on trafficking that binds it, speaks on"
    )
    return notes(phrases.labelled(label, links))


def topics_without_text(
    phrases: Phrases, state: str, topics: Sequence[str]
) -> list[Paragraph]:
    """A note that we found nothing on some topics in the texts that bind a State. Nothing
    where there is no such topic.

    Readers would take a topic that is not named for a "no".
    """
    links = joined(_topic_link(phrases, state, topic) for topic in topics)
    label = phrases.ui("We found nothing in the texts that bind this State on")
    return notes(phrases.labelled(label, links))


def _main_point_missing(phrases: Phrases, state: str, topic: str) -> list[Paragraph]:
    """A paragraph that no text which binds the State says what readers most ask of a
    topic. Nothing where a text does.
    """
    corpus = phrases.corpus
    entry = corpus.vocabularies.entries_of("topics")[topic]
    if not entry.unsaid:
        return []
    records = {place.partition("#")[0] for place in entry.lines}
    if not records.isdisjoint(corpus.bound_by(state)):
        return []
    return [Paragraph(phrases.definition("topics", topic, "unsaid"))]


def _places_in_general_law(phrases: Phrases, answer: AskedOfTopic) -> list[Run]:
    """Where general law speaks on a topic: each text with its places."""
    return joined(sentences.places(phrases, lines) for lines in answer.general)


# -- on paper: sentences -----------------------------------------------------------------


def sentences_section(phrases: Phrases, state: str) -> Section | None:
    """What binds a State (alpha-3 code), with a section for each topic; None where
    nothing does.
    """
    answers = asked_of(phrases.corpus, state)
    if not answers:
        return None
    blocks: list[Block] = []
    for answer in answers:
        name = phrases.entry("topics", answer.topic)
        blocks.append(Section(name, print_sentences(phrases, state, answer)))
    leading_lines = [answer.leading for answer in answers]
    blocks += reserved.unread_reservations(phrases, leading_lines, state)
    return Section(phrases.ui("What they ask, by topic"), blocks, "topics")


def print_sentences(phrases: Phrases, state: str, answer: AskedOfTopic) -> list[Block]:
    """What the first texts say on a topic, sentence by sentence.

    Of further lines and of general law the places follow, then the lines from which a
    reservation frees the State.
    """
    general = phrases.labelled(
        sentences.general_law(phrases, len(answer.general)),
        _places_in_general_law(phrases, answer),
    )
    freed = reserved.lines_not_binding(phrases, answer.reserved)
    if not answer.records:
        none = phrases.ui(
            "No text on trafficking that we have read and that binds this State says "
            "anything about this."
        )
        return [Paragraph(none), *notes(general), *freed]
    printed: list[Entry] = []
    for lines in answer.records[:_PRINTED_TEXTS]:
        for line in lines[:_PRINTED_LINES]:
            printed.append(_printed_sentence(phrases, state, line, answer.topic))
    places = [
        sentences.places(phrases, lines) for lines in _lines_not_printed(answer.records)
    ]
    also = phrases.labelled(phrases.ui("Also"), joined(places))
    return [
        *_main_point_missing(phrases, state, answer.topic),
        Entries(printed, "cells"),
        *notes(also, general),
        *freed,
    ]


def _lines_not_printed(
    lines_by_record: Sequence[Sequence[Located]],
) -> list[Sequence[Located]]:
    """The lines of each text that have no room on paper; texts that have none of these
    are left out.
    """
    remaining = [
        *(lines[_PRINTED_LINES:] for lines in lines_by_record[:_PRINTED_TEXTS]),
        *lines_by_record[_PRINTED_TEXTS:],
    ]
    return [lines for lines in remaining if lines]


def _printed_sentence(phrases: Phrases, state: str, line: Located, topic: str) -> Entry:
    """A sentence on a topic, and below it what limits it for the State."""
    entry = sentences.line(phrases, line, topic)
    limits = reserved.limits_of_line(phrases, line, state)
    return entry._replace(more=[*entry.more, *limits]) if limits else entry
