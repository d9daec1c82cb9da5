"""Narrow questions and what answers them: on the page of a State, and on that of a topic.

Where no text that binds a State answers, that is said first. Then comes what others say
elsewhere, marked as such.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus.addresses import Target, cell_anchor
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.narrow_questions import (
    QuestionForState,
    leading_questions,
    lines_of_question,
    question_for_state,
    questions_of_topics,
    reading_of_state,
)
from generators.corpus.persons import persons_of_question
from generators.document import reserved, sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line, find_provision
from generators.document.runs import Annotation, Link, Run, Shared, joined

_TEXTS_NAMED = 8
"""How many texts are named that were not read in full; of the others the number."""


def anchor(code: str) -> str:
    """The place of a question on the page of its topic.

    >>> anchor("must-testify")
    'question-must-testify'
    """
    return f"question-{code}"


# -- on the page of a State --------------------------------------------------------------


def section_of_state(
    phrases: Phrases, state: str, printed: bool = False
) -> Section | None:
    """The questions that matter most, each with what answers it for a State (alpha-3
    code). None where no question is chosen for States.

    A question leads to its topic for the State. ``printed``: on paper it leads nowhere.
    """
    answers = [
        question_for_state(phrases.corpus, code, state)
        for code in leading_questions(phrases.corpus)
    ]
    if not answers:
        return None
    blocks: list[Block] = []
    if printed:
        blocks.append(_printed_answers(phrases, state, answers))
    else:
        blocks += _answer_folds(phrases, state, answers)
    blocks += reading_notes(phrases, state, printed)
    return Section(phrases.ui("What people ask"), blocks, "questions")


def _answer_folds(
    phrases: Phrases, state: str, answers: Sequence[QuestionForState]
) -> list[Fold]:
    """Questions, each a fold with what answers it, and a link to its topic for a State.

    The first is open. Each says next to the question which article answers.
    """
    folds = []
    for place, answer in enumerate(answers):
        question = phrases.label("questions", answer.code)
        summary = [*question, " ", Annotation(_answer_in_brief(phrases, answer))]
        name = phrases.label("topics", answer.topic)
        topic = phrases.linked("topic-in", f"{answer.topic}/{state}", name)
        more = notes(phrases.labelled(phrases.ui("Topic"), topic))
        blocks = [*_answer_blocks(phrases, state, answer), *more]
        whom = persons_of_question(phrases.corpus, answer.code)
        folds.append(Fold(summary, blocks, open=place == 0, persons=whom))
    return folds


def _answer_in_brief(phrases: Phrases, answer: QuestionForState) -> list[Run]:
    """For whom only the line holds that binds and answers best, how strongly it commits,
    and its article. Nothing here is a link. That we know no such line, where there is
    none.
    """
    if not answer.binding:
        return _no_binding_text(phrases)
    leading = answer.binding[0]
    whom = sentences.only_for(phrases, leading, answer.topic)
    strength = phrases.label("strengths", find_provision(leading).strength)
    name = phrases.plain(phrases.localizer.short(leading.record))
    place = phrases.cited(name, leading.line.ref, leading.record)
    return joined((whom, strength, place))


def _answer_blocks(phrases: Phrases, state: str, answer: QuestionForState) -> list[Block]:
    """The line that binds a State and answers best, and what limits it there.

    Where none binds, the lines from which its reservation frees it. Without these, what
    its organisations ask of it, or else where another text answers.
    """
    if answer.binding:
        leading = answer.binding[0]
        sentence = _shared_sentence(phrases, answer.topic, leading.place)
        return [sentence, *reserved.limits_of_line(phrases, leading, state)]
    if answer.freed:
        return [*reserved.lines_not_binding(phrases, answer.freed)]
    if answer.advised:
        advised = answer.advised[0]
        return [_shared_sentence(phrases, answer.topic, advised.place)]
    return [*notes(_elsewhere(phrases, answer))]


def _no_binding_text(phrases: Phrases) -> list[Run]:
    """That no text which binds answers a question, as far as we know."""
    return phrases.ui("We know no binding text that answers this.")


def _elsewhere(phrases: Phrases, answer: QuestionForState) -> list[Run]:
    """The place of the line that answers best of those that do not apply to the State.
    Empty where there is none.
    """
    if not answer.elsewhere:
        return []
    place = sentences.place(phrases, answer.elsewhere[0])
    return phrases.labelled(
        phrases.ui(
            "For comparison, a text that does not bind this State, as far as we know"
        ),
        place,
    )


@once
def _shared_sentence(phrases: Phrases, topic: str, place: str) -> Shared[Block]:
    """The sentence at a place (``record#anchor``); many States have the same."""
    line = find_line(phrases.corpus, place)
    return Shared(Entries([sentences.line(phrases, line, topic)], "cells"))


def _printed_answers(
    phrases: Phrases, state: str, answers: Sequence[QuestionForState]
) -> Entries:
    """Questions as the names of entries, each with what answers it for a State."""
    return Entries([_printed_answer(phrases, state, answer) for answer in answers])


def _printed_answer(phrases: Phrases, state: str, answer: QuestionForState) -> Entry:
    """A question with what ``_answer_blocks`` says, as one entry."""
    question = phrases.label("questions", answer.code)
    if answer.binding:
        leading = answer.binding[0]
        entry = sentences.line(phrases, leading, answer.topic)
        limits = reserved.limits_of_line(phrases, leading, state)
        return entry._replace(label=question, more=limits)
    none = _no_binding_text(phrases)
    if answer.freed:
        freed = reserved.lines_not_binding(phrases, answer.freed)
        return Entry(none, label=question, more=freed)
    if not answer.advised:
        elsewhere = _elsewhere(phrases, answer)
        return Entry(none, [elsewhere] if elsewhere else [], label=question)
    entry = sentences.line(phrases, answer.advised[0], answer.topic)
    text = [*none, phrases.localizer.gap, *entry.text]
    return entry._replace(label=question, text=text)


def reading_notes(phrases: Phrases, state: str, printed: bool) -> list[Block]:
    """How far the texts on trafficking that bind a State were read, and that national law
    is not here. So nobody takes what we did not find for a "no".

    Texts that were not read in full are in a fold; on paper (``printed``) it is a note.
    """
    reading = reading_of_state(phrases.corpus, state)
    in_full = phrases.labelled(
        phrases.ui("Texts on this subject that bind this State and that we read in full"),
        phrases.number(len(reading.in_full)),
    )
    named = reading.not_in_full[:_TEXTS_NAMED]
    names = sentences.names(phrases, named)
    rest = len(reading.not_in_full) - len(named)
    more = phrases.some("{n} more text", "{n} more texts", rest)
    label = phrases.ui("Not read in full: one of these may answer")
    not_in_full = joined((names, more))
    national = phrases.ui("National law is not here. It may answer, too.")
    if printed or not reading.not_in_full:
        return [*notes(in_full, phrases.labelled(label, not_in_full), national)]
    number = Annotation(phrases.number(len(reading.not_in_full)))
    fold = Fold([*label, " ", number], [Paragraph(not_in_full, "note")])
    return [*notes(in_full), fold, *notes(national)]


# -- on the page of a topic --------------------------------------------------------------


def section_of_topic(phrases: Phrases, topic: str) -> list[Section]:
    """The questions of a topic (its code), each in a fold with the lines that answer it.
    Nothing where it has none.
    """
    codes = questions_of_topics(phrases.corpus).get(topic, ())
    if not codes:
        return []
    folds = [_question_fold(phrases, topic, code) for code in codes]
    return [Section(phrases.ui("What people ask"), folds, "questions")]


def _question_fold(phrases: Phrases, topic: str, code: str) -> Fold:
    """A question with the lines that answer it, and how many texts have them."""
    lines = lines_of_question(phrases.corpus, code)
    number = phrases.some("{n} text", "{n} texts", len({line.record for line in lines}))
    none = phrases.ui("no text found")
    label = phrases.label("questions", code)
    summary = [*label, " ", Annotation(number or none)]
    blocks = _lines_of_fold(phrases, topic, lines)
    whom = persons_of_question(phrases.corpus, code)
    return Fold(summary, blocks, anchor=anchor(code), persons=whom)


def _lines_of_fold(phrases: Phrases, topic: str, lines: Sequence[Located]) -> list[Block]:
    """The places of the lines that answer a question, the best first; a sentence where
    there are none.

    A place leads to its sentence in the table of the page. There the script of the page
    (``answers/topic.js``) finds it, too.
    """
    if not lines:
        none = phrases.ui("In the texts here we found no line that answers this.")
        return [Paragraph(none)]
    items = [_place_item(phrases, topic, line) for line in lines]
    return [List(items, "columns")]


def _place_item(phrases: Phrases, topic: str, line: Located) -> ListItem:
    """The place of a line in a list, which leads to its sentence in the table of a
    topic.
    """
    target = Target("topic", topic, cell_anchor(line.place))
    name = Link(phrases.plain(phrases.localizer.short(line.record)), target)
    return ListItem(phrases.cited([name], line.line.ref, line.record))
