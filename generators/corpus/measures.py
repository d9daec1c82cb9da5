"""Numbers with a unit, put in order, and the times within which something must be done."""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedStep

_DAYS = {"hours": 1 / 24, "days": 1.0, "months": 365.25 / 12, "years": 365.25}
"""How many days a length of time has on average: to put lengths in order, never to say or to add them."""

TIME = "time"


def unit_kind(unit: str) -> str:
    """What a unit can be compared with: ``time`` for lengths of time, else the unit alone."""
    return TIME if unit in _DAYS else unit


def number_order(corpus: Corpus, unit: str, number: int) -> tuple[int, float]:
    """A key that puts numbers with a unit in order, the smallest first. Lengths of time are compared with one
    another by their days and come after all others; others are compared within their own unit, and units
    stand in the reverse order of the list ``measures``.
    """
    if unit in _DAYS:
        return (1, number * _DAYS[unit])
    return (-corpus.vocabularies.rank("measures", unit), number)


def in_days(measure: Mapping[str, int] | None) -> float | None:
    """How many days a length of time has on average, to compare it with others; None where it is none."""
    lengths = [number * _DAYS[unit] for unit, number in (measure or {}).items() if unit in _DAYS]
    return round(sum(lengths), 2) if lengths else None


def time_limits(corpus: Corpus, stage: str) -> list[LocatedStep]:
    """The steps of a stage that must be done within a time, the shortest first."""
    steps = [each for each in corpus.by_stage.get(stage, ()) if each.step.within]
    return sorted(steps, key=lambda each: _longest(corpus, each.step.within or {}))


def _longest(corpus: Corpus, within: Mapping[str, int]) -> tuple[int, float]:
    return max(number_order(corpus, *each) for each in within.items())
