"""The States by region of the world, as the United Nations' statistics group them.

The regions are those of the standard M49, by their numbers; CLDR has their names. They
are in ``state-regions.txt``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("state-regions.txt")


@cache
def states_by_region() -> Mapping[str, tuple[str, ...]]:
    """The alpha-3 codes of the States of each region, by its number."""
    states: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        region, *codes = line.split()
        states[region] = (*states.get(region, ()), *codes)
    return states
