"""Whom a line or a question is about: a child, a worker, a refugee
(``vocabulary/persons.yml``).

Pages write the codes of these persons as attributes. Where a reader chooses a person, a
script puts what is for that person first. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.model.vocabulary import VocabularyEntry


def persons_of_line(corpus: Corpus, line: Located) -> tuple[str, ...]:
    """The codes of the persons whom a line is for, in the order of the list.

    It is only for one of their groups, on one of their topics, or in one of their texts.
    """
    persons = _persons(corpus)
    if not persons:
        return ()
    limited = persons_by_group(corpus, line)
    topics = getattr(line.line, "topics", ())
    return tuple(
        code
        for code, person in persons.items()
        if code in limited
        or line.record in person.records
        or not set(person.topics).isdisjoint(topics)
    )


def persons_by_group(corpus: Corpus, line: Located) -> tuple[str, ...]:
    """The codes of the persons in one of whose groups everyone is whom a line is for."""
    groups = order.groups_of(corpus, line.record, line.anchor)
    return tuple(
        code
        for code, person in _persons(corpus).items()
        if not set(person.groups).isdisjoint(groups)
    )


def persons_of_group(corpus: Corpus, group: str) -> tuple[str, ...]:
    """The codes of the persons who may be in a group (its code)."""
    persons = _persons(corpus)
    return tuple(code for code, person in persons.items() if group in person.groups)


@once
def persons_of_question(corpus: Corpus, question: str) -> tuple[str, ...]:
    """The codes of the persons whom a question (its code) is about."""
    is_for_children = corpus.vocabularies.entries_of("questions")[question].children
    return tuple(
        code
        for code, person in _persons(corpus).items()
        if question in person.questions or (is_for_children and person.children)
    )


@once
def children(corpus: Corpus) -> tuple[str, ...]:
    """The codes of the persons who are children, or may be."""
    return tuple(code for code, person in _persons(corpus).items() if person.children)


@once
def persons_of_topic(corpus: Corpus, topic: str) -> tuple[str, ...]:
    """The codes of the persons whom a topic is about."""
    return tuple(
        code for code, person in _persons(corpus).items() if topic in person.topics
    )


def _persons(corpus: Corpus) -> Mapping[str, VocabularyEntry]:
    """The persons whom readers can choose, by code; empty without that list."""
    return corpus.vocabularies.entries_of("persons")
