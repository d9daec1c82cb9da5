"""What mechanisms told a State, and what each told States."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.model.mechanisms import StateReview


class Told(NamedTuple):
    """What a mechanism (its id) told a State."""

    mechanism: str
    review: StateReview

    @property
    def body(self) -> tuple[str, str, str]:
        """Who said it, and under which text: the mechanism, its organ and the text where they are named."""
        return self.mechanism, self.review.by or "", self.review.under or ""


def told(corpus: Corpus, state: str) -> tuple[Told, ...]:
    """What a State (alpha-3 code) was told, the newest first."""
    return corpus.cached(("told",), lambda: _by_state(corpus)).get(state, ())


def latest(lines: tuple[Told, ...]) -> tuple[Told, ...]:
    """Of what a State was told, the newest first, the first of each body and text."""
    first: dict[tuple[str, str, str], Told] = {}
    for each in lines:
        first.setdefault(each.body, each)
    return tuple(first.values())


def _by_state(corpus: Corpus) -> dict[str, tuple[Told, ...]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for name, model in corpus.mechanisms.items():
        for review in model.reviews:
            found[review.state].append(Told(name, review))
    return {state: tuple(sorted(lines, key=_last_day, reverse=True)) for state, lines in found.items()}


def _last_day(each: Told) -> date:
    """A year or a month counts by its last day: what is known less precisely may be the newest."""
    return each.review.date.last
