"""What the texts that bind a State ask of it, by topic.

A page has the question of each topic with the sentence that answers best. Paper has the
first sentences of the first texts, and the places of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus.comparisons import AskedOfTopic, asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.document import reserved, sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line
from generators.document.runs import Run, Runs, Shared, joined

_PRINTED_TEXTS = 5
"""How many texts have sentences under a topic on paper; of the others the places."""
_PRINTED_LINES = 2
"""How many sentences of such a text are on paper; of its others the places."""


# -- on the page: questions --------------------------------------------------------------


def questions_section(phrases: Phrases, state: str) -> Section | None:
    """The questions of all topics on which texts that bind a State (alpha-3 code) speak.

    They are in folds by the person whom they are about, a victim first. None where no
    text that binds the State speaks on any topic.
    """
    labels = {
        "victim": phrases.ui("About a victim"),
        "child": phrases.ui("About a child"),
        "accused": phrases.ui("About the crime and the accused"),
        "state": phrases.ui("About what the State must organise"),
    }
    blocks: list[Block] = []
    for person, label in labels.items():
        fold = _questions_fold(phrases, state, person, label)
        if fold:
            blocks.append(fold)
    if not blocks:
        return None
    leading_lines = [answer.leading for answer in asked_of(phrases.corpus, state)]
    blocks += reserved.unread_reservations(phrases, leading_lines, state)
    return Section(phrases.ui("What the texts ask"), blocks, "topics")


def _questions_fold(
    phrases: Phrases, state: str, person: str, label: Runs
) -> Fold | None:
    """The questions about one ``person`` (victim, child, accused or state), under their
    ``label``. None where no text that binds the State speaks on any.

    After the answered questions come those on which only general law speaks. Its first
    sentence would read as the answer, and is about other persons than victims.
    """
    topics = _topics_about(phrases.corpus, person)
    answers = [
        answer for answer in asked_of(phrases.corpus, state) if answer.topic in topics
    ]
    if not answers:
        return None
    rows = []
    general_rows = []
    for answer in answers:
        row = question_row(phrases, state, answer)
        if answer.general and not answer.records:
            general_rows.append(row)
        else:
            rows.append(row)
    blocks: list[Block] = []
    if rows:
        blocks.append(Facts(rows, "lists"))
    blocks += _only_general_law(phrases, general_rows)
    answered = [answer.topic for answer in answers]
    without_text = [topic for topic in topics if topic not in answered]
    blocks += topics_without_text(phrases, state, without_text)
    summary = joined((label, phrases.number(len(answers))))
    return Fold(summary, blocks, open=person == "victim")


def _topics_about(corpus: Corpus, person: str) -> list[str]:
    """The codes of the topics about a person; those about nobody else are about what the
    State must organise (``state``).
    """
    return [
        code
        for code, topic in corpus.vocabularies.entries_of("topics").items()
        if (topic.person or "state") == person
    ]


def question_row(phrases: Phrases, state: str, answer: AskedOfTopic) -> Fact:
    """The question of a topic, which leads to the topic for this State, and what answers
    it.

    Of general law only its places are named. Below are the lines from which a reservation
    frees the State.
    """
    question = phrases.definition("topics", answer.topic, "question")
    link = phrases.linked("topic-in", f"{answer.topic}/{state}", question)
    blocks: list[Block] = []
    if answer.records:
        blocks += _main_point_missing(phrases, state, answer.topic)
        blocks += _leading_sentence(phrases, state, answer)
    else:
        blocks += notes(_places_in_general_law(phrases, answer))
    blocks += reserved.lines_not_binding(phrases, answer.reserved)
    return Fact(link, blocks=blocks)


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


def topics_without_text(
    phrases: Phrases, state: str, topics: list[str]
) -> list[Paragraph]:
    """A note that we found nothing on some topics in the texts that bind a State. Nothing
    where there is no such topic.

    Readers would take a topic that is not named for a "no".
    """
    links = [
        phrases.linked("topic-in", f"{topic}/{state}", phrases.label("topics", topic))
        for topic in topics
    ]
    label = phrases.ui("We found nothing in the texts that bind this State on")
    return notes(phrases.labelled(label, joined(links)))


def _only_general_law(phrases: Phrases, rows: Sequence[Fact]) -> list[Block]:
    """The rows of questions on which only general law speaks, after a sentence that says
    so. Nothing where there are none.
    """
    if not rows:
        return []
    lead = phrases.ui(
        "No text on trafficking that we have read and that binds this State answers "
        "these questions. General law says something on them:"
    )
    return [Paragraph(lead), Facts(rows, "lists")]


def _leading_sentence(phrases: Phrases, state: str, answer: AskedOfTopic) -> list[Block]:
    """The first sentence on a topic, how many further texts speak, and what limits the
    sentence for the State.
    """
    leading = answer.leading
    further_texts = len(answer.records) + len(answer.general) - 1
    sentence = _shared_sentence(phrases, answer.topic, leading.place, further_texts)
    return [sentence, *reserved.limits_of_line(phrases, leading, state)]


@once
def _shared_sentence(
    phrases: Phrases, topic: str, place: str, further_texts: int
) -> Shared[Block]:
    """The sentence at a place (``record#anchor``) with the number of further texts; many
    States have the same.
    """
    line = find_line(phrases.corpus, place)
    more = phrases.some("{n} more text", "{n} more texts", further_texts)
    cited = joined((sentences.place(phrases, line), more))
    return Shared(Entries([sentences.line(phrases, line, topic, place=cited)], "cells"))


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
