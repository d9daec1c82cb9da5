"""Numbers of a text, each with its measure, and what they can be."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from generators.model.fields import Code, Whole
from generators.text.sayings import say

_BOUNDS = {
    "hours": (1, 10_000),
    "days": (1, 10_000),
    "working-days": (1, 10_000),
    "months": (1, 1200),
    "years": (1, 100),
    "age": (1, 120),
    "persons": (1, 10_000_000),
    "ratifications": (1, 250),
    "percent": (0, 100),
}
"""The least and the most that a number of a text can be, by its measure."""


def _bounded(value: dict[str, int]) -> dict[str, int]:
    """Numbers with their measures. Raises ValueError where one cannot be."""
    for measure, number in value.items():
        least, most = _BOUNDS.get(measure, (0, number))
        if not least <= number <= most:
            message = say(
                "check the number of {measure}: expected one from {least} to {most}",
                measure=measure,
                least=least,
                most=most,
            )
            raise ValueError(message)
    return value


Value = Annotated[dict[str, Whole], Code("measures"), AfterValidator(_bounded)]
