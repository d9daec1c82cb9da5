"""Narrow questions on a topic, and what answers each: for a State, for all.

The questions are in ``vocabulary/questions.yml``, each with the lines that answer it.
What is said where none of them binds a State follows from what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.corpus.reservations import binds, excluded
from generators.corpus.state_profile import state_profile


class QuestionForState(NamedTuple):
    """What answers a question (its ``code``) for a State.

    ``binding`` are the lines that bind the State. From those in ``freed`` its reservation
    frees it. Those in ``advised`` do not bind; its organisations ask them of it.
    ``elsewhere`` are all others. In each, the line that answers best is first.
    ``elsewhere`` is in the order of ``order.nearest``.
    """

    code: str
    topic: str
    binding: tuple[Located, ...]
    freed: tuple[Located, ...]
    advised: tuple[Located, ...]
    elsewhere: tuple[Located, ...]


class ReadingOfState(NamedTuple):
    """How far the texts were read that bind a State.

    ``in_full`` are the ids of those that were read from beginning to end, ``not_in_full``
    of the others. Those on trafficking are first. General law is in neither.
    """

    in_full: tuple[str, ...]
    not_in_full: tuple[str, ...]


@once
def questions_of_topics(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The codes of the questions of each topic, in the order of their list."""
    questions = corpus.vocabularies.entries_of("questions")
    return grouped(
        (topic, code) for code, entry in questions.items() for topic in entry.topics
    )


@once
def lines_of_question(corpus: Corpus, code: str) -> tuple[Located, ...]:
    """The lines that answer a question and are in force, the one that answers best
    first. What binds nobody comes last; else see ``order.merit_of_answer``.
    """
    entry = corpus.vocabularies.entries_of("questions")[code]
    topic = entry.topics[0]
    places = set(entry.lines)

    def place(line: Located) -> tuple[bool, object]:
        merit = order.merit_of_answer(
            corpus, line, topic, entry.groups, bool(entry.children)
        )
        return not corpus.line_binds(line.record, line.line), merit

    lines = [line for line in corpus.by_topic.get(topic, ()) if line.place in places]
    return tuple(sorted(lines, key=place))


@once
def places_of_answers(corpus: Corpus, topic: str) -> frozenset[str]:
    """The places (``record#anchor``) of all lines that answer a question of a topic."""
    codes = questions_of_topics(corpus).get(topic, ())
    lines = (line for code in codes for line in lines_of_question(corpus, code))
    return frozenset(line.place for line in lines)


def question_for_state(corpus: Corpus, code: str, state: str) -> QuestionForState:
    """What answers a question for a State (alpha-3 code)."""
    entry = corpus.vocabularies.entries_of("questions")[code]
    topic = entry.topics[0]
    standards = _standards_of_state(corpus, state)
    binding: list[Located] = []
    freed: list[Located] = []
    advised: list[Located] = []
    elsewhere: list[Located] = []
    for line in lines_of_question(corpus, code):
        if binds(corpus, line, state):
            binding.append(line)
        elif excluded(corpus, line, state):
            freed.append(line)
        elif line.record in standards:
            advised.append(line)
        else:
            elsewhere.append(line)
    elsewhere = order.nearest(corpus, elsewhere, entry.groups, state)
    kinds = (binding, freed, advised, elsewhere)
    return QuestionForState(code, topic, *(tuple(lines) for lines in kinds))


def _standards_of_state(corpus: Corpus, state: str) -> frozenset[str]:
    """The ids of what the organisations of a State ask of it without binding it."""
    standards = state_profile(corpus, state).standards
    return frozenset(record for records in standards.values() for record in records)


@once
def leading_questions(corpus: Corpus) -> tuple[str, ...]:
    """The codes of the questions that are on the page of every State, by their place
    there.
    """
    questions = corpus.vocabularies.entries_of("questions")
    places = {
        code: entry.on_states
        for code, entry in questions.items()
        if entry.on_states is not None
    }
    return tuple(sorted(places, key=places.__getitem__))


@once
def reading_of_state(corpus: Corpus, state: str) -> ReadingOfState:
    """How far the texts that bind a State (alpha-3 code) were read."""
    near, _ = order.apart(corpus, _oldest_first(corpus, corpus.bound_by(state)))
    in_full = tuple(name for name in near if name in corpus.read_in_full)
    not_in_full = tuple(name for name in near if name not in corpus.read_in_full)
    return ReadingOfState(in_full, not_in_full)


def _oldest_first(corpus: Corpus, records: Iterable[str]) -> list[str]:
    """Records (ids) in the order of lists: those on trafficking first, then by age."""
    rank = corpus.vocabularies.rank

    def place(name: str) -> tuple[int, object]:
        about = corpus.records[name].about or order.NEIGHBOUR
        return rank("nearness", about), corpus.age(name)

    return sorted(records, key=place)
