"""The common indicators × mechanisms: who asks for which number, by which text. No markup and no language
here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generators.corpus.comparisons import mechanism_sort_key
from generators.corpus.corpus import Corpus


class Asking(NamedTuple):
    """One who asks for a number: a record, or a mechanism (``owner``), with the place in it, and the anchor
    on its page (``anchor``, empty where there is none). ``measures`` says that an indicator of
    its own measures the number; ``binding``, that the text binds today.
    """

    owner: str
    anchor: str
    ref: str
    confidence: str
    binding: bool
    measures: bool


@dataclass(frozen=True, slots=True)
class IndicatorMatrix:
    """Indicators × the mechanisms that ask for any. ``cells[indicator, mechanism]`` are those who ask there,
    what binds first, then the surest.
    """

    indicators: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Asking, ...]]


def indicator_matrix(corpus: Corpus) -> IndicatorMatrix:
    """Who asks for which of the common indicators."""
    return corpus.cached(("indicator matrix",), lambda: _matrix(corpus))


def asking(corpus: Corpus, indicator: str) -> tuple[Asking, ...]:
    """All who ask for a number: those that the list names, in its order, then plans that measure it."""
    return corpus.cached(("asking", indicator), lambda: tuple(_asking(corpus, indicator)))


def _matrix(corpus: Corpus) -> IndicatorMatrix:
    cells: dict[tuple[str, str], list[Asking]] = defaultdict(list)
    indicators = tuple(corpus.vocabularies.of("indicators"))
    for code in indicators:
        for each in asking(corpus, code):
            owners = corpus.adopters(each.owner) if each.owner in corpus.records else (each.owner,)
            for mechanism in owners:
                cells[code, mechanism].append(each)
    columns = {mechanism for _, mechanism in cells if mechanism in corpus.mechanisms}
    grades = corpus.vocabularies
    return IndicatorMatrix(
        indicators,
        tuple(sorted(columns, key=lambda name: mechanism_sort_key(corpus, name))),
        {
            key: tuple(
                sorted(each, key=lambda one: (not one.binding, grades.rank("confidences", one.confidence)))
            )
            for key, each in cells.items()
        },
    )


def _asking(corpus: Corpus, indicator: str) -> Iterator[Asking]:
    for each in corpus.vocabularies.of("indicators")[indicator].asked_by:
        binding = each.id in corpus.records and corpus.binds(each.id)
        sure = each.confidence or corpus.model(each.id).confidence
        yield Asking(each.id, "", each.ref or "", sure, binding, measures=False)
    for name, model in corpus.records.items():
        own = [line for line in model.indicators if line.measures == indicator]
        if own:
            sure = corpus.confidence_of(name, own[0])
            yield Asking(name, "indicators", own[0].ref or "", sure, corpus.binds(name), measures=True)
