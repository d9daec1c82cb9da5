"""What is written of the values of cells, each once."""

from __future__ import annotations

from collections.abc import Callable


class Written(dict):
    """What was written of each value, by the value: ``make`` writes one that is asked for the first time."""

    def __init__(self, make: Callable[..., str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: object) -> str:
        made = self[value] = self._make(value)
        return made
