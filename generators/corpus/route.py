"""The way of a case: its phases with their stages, how many texts speak on each, and what matters where the
case leads from one State into another.
"""

from __future__ import annotations

from dataclasses import dataclass

from generators.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class StageOnRoute:
    """A stage: its code, its ``number`` from 1 among all stages, how many ``procedures`` have a step of it,
    how many ``texts`` that stand today speak on its topics, and how many of these are ``binding``.
    """

    code: str
    number: int
    procedures: int
    texts: int
    binding: int


Route = tuple[tuple[str, tuple[StageOnRoute, ...]], ...]
"""Phases in the order of their list, each with its stages in the order of theirs."""


def route(corpus: Corpus) -> Route:
    """The phases that have stages."""
    return corpus.cached(("route",), lambda: _route(corpus))


def _route(corpus: Corpus) -> Route:
    entries = corpus.vocabularies.of("stages")
    stages = {code: _stage(corpus, code, number) for number, code in enumerate(entries, 1)}
    phases = {
        phase: tuple(stages[code] for code, entry in entries.items() if entry.phase == phase)
        for phase in corpus.vocabularies.of("phases")
    }
    return tuple((phase, of) for phase, of in phases.items() if of)


def _stage(corpus: Corpus, code: str, number: int) -> StageOnRoute:
    topics = corpus.vocabularies.of("stages")[code].topics
    lines = (line for topic in topics for line in corpus.by_topic.get(topic, ()))
    texts = {line.record for line in lines if corpus.group(line.record) == "standing"}
    procedures = {step.record for step in corpus.by_stage[code]}
    return StageOnRoute(code, number, len(procedures), len(texts), sum(map(corpus.binds, texts)))


def border_stages(corpus: Corpus) -> tuple[str, ...]:
    """The stages of a case that cross a border, in their order."""
    return tuple(code for code, entry in corpus.vocabularies.of("stages").items() if entry.across_borders)


def leading_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border and that such a stage bears on, in the order of stages."""
    topics, every = corpus.vocabularies.of("topics"), corpus.vocabularies.of("stages")
    found = (code for stage in border_stages(corpus) for code in every[stage].topics)
    return tuple(dict.fromkeys(code for code in found if code in topics and topics[code].across_borders))


def border_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border: the first of its stages, then the others in the order of the list."""
    marked = (code for code, entry in corpus.vocabularies.of("topics").items() if entry.across_borders)
    return tuple(dict.fromkeys((*leading_topics(corpus)[:1], *marked)))
