"""What readers find by what they type: the cases of ``golden/search.yml``, asked of the scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import searching
from golden_case import GOLDEN, read_case
from searching import Index, addresses

TOLD = read_case(GOLDEN / "search.yml")
HOLDS: dict[str, Callable[[list[str], list[str]], bool]] = {
    "first": lambda got, wanted: got[: len(wanted)] == wanted,
    "found": lambda got, wanted: got == wanted,
    "has": lambda got, wanted: {*wanted} <= {*got},
    "near": lambda got, wanted: {*wanted} <= {*got[:3]},
    "either": lambda got, wanted: bool({*wanted} & {*got[:2]}),
    "none": lambda got, wanted: not {*wanted} & {*got},
}


def files(names: list[str]) -> dict[str, str]:
    """The files that the names of a case stand for."""
    made = {}
    for each in names:
        name, _, times = each.partition("*")
        for path, text in TOLD["texts"][name].items():
            copies = [path.replace(".yml", f"-{n}.yml") for n in range(int(times))] if times else [path]
            made |= dict.fromkeys(copies, text)
    return made


def wrong(asked: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What an answer does not hold of what a query wants."""
    got = {**dict.fromkeys(HOLDS, addresses(answer)), "lost": answer["lost"], "offered": answer["offered"]}
    got |= {"offers": answer["offered"], "some": [each["address"] for each in answer["some"]]}
    holds = HOLDS | {
        "lost": HOLDS["found"],
        "offered": HOLDS["found"],
        "offers": HOLDS["first"],
        "some": HOLDS["has"],
    }
    assert asked.keys() <= {"q", *holds}
    return [
        f"{asked['q']}: {key}: {got[key][:6]}"
        for key in asked
        if key != "q" and not holds[key](got[key], asked[key])
    ]


@pytest.mark.parametrize("case", TOLD["cases"], ids=lambda case: case["about"][:60])
def test_a_query_brings_what_it_should(index_of: Index, case: dict[str, Any]):
    """Each query of a case finds, offers and names what the case says."""
    folder = index_of(files(case.get("with", [])), case.get("language", "en"))
    answers = searching.found(folder, *(each["q"] for each in case["asks"]))
    assert [fault for each in zip(case["asks"], answers, strict=True) for fault in wrong(*each)] == []
