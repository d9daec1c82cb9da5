"""What readers find on the real site, in seven languages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import searching
from conftest import LANGUAGES, folder_of
from searching import named, queries, unseen

from generators.search import FOLDER

JUDGED = frozenset((searching.QUERIES / "judged.txt").read_text("utf-8").split())
"""The records and mechanisms that the sets were written over; one that came later takes
no place of theirs.
"""


@cache
def answered(site: Path, language: str) -> dict[str, dict]:
    """The answers to all queries of the three sets in a language, by query."""
    asked = [
        *(
            query
            for each in queries(language)
            for query in (each["query"], *each.get("same", ()))
        ),
        *(each["query"] for each in (*searching.questions(language), *unseen(language))),
    ]
    asked = list(dict.fromkeys(asked))
    answers = searching.found(site / folder_of(language) / FOLDER, *asked)
    return dict(zip(asked, answers, strict=True))


def judged(addresses: list[str]) -> list[str]:
    """The results that a set can judge, by the names that it gives them."""
    names = [named(address) for address in addresses]
    return [
        name
        for name, at in zip(names, addresses, strict=True)
        if name == at or name in JUDGED
    ]


def faults(each: dict, found: dict[str, list[str]]) -> list[str]:
    """What a query of a set brings and should not, or should and does not; ``found`` are
    addresses by query.
    """
    addresses, names = found[each["query"]], judged(found[each["query"]])
    wrong = [
        f"{name} not among {names[:5]}" for name in each["first"] if name not in names[:5]
    ]
    wrong += [f"{name} found" for name in each["not"] if name in names]
    wanted = [
        f"instruments/{name}/#{anchor}" for name, anchor in each.get("at", {}).items()
    ]
    wrong += [
        f"no {address}, but {addresses[:5]}"
        for address in wanted
        if address not in addresses
    ]
    others = [
        other for other in each.get("same", ()) if judged(found[other])[:5] != names[:5]
    ]
    wrong += [f"{other} has other results" for other in others]
    return [f"{each['query']}: {fault}" for fault in wrong]


def unanswered(each: dict, offered: list[str]) -> list[str]:
    """The answers that a query of a set should be offered first, and is not."""
    wanted = each.get("answers", [])
    return (
        [f"{each['query']}: {offered} offered"]
        if offered[: len(wanted)] != wanted
        else []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_find(built: Path, language: str):
    """Every query of the set brings what must come among the first five, leads to the
    provision, and does not find what must not be found. Once records came that the sets
    were not written over, one query in ten may have been pushed aside. Pages that answer
    by themselves are offered as the set says.
    """
    asked = queries(language)
    assert len(asked) >= 15
    answers = answered(built, language)
    found = {query: searching.addresses(answer) for query, answer in answers.items()}
    assert [
        wrong
        for each in asked
        for wrong in unanswered(each, answers[each["query"]]["offered"])
    ] == []
    missed = [wrong for each in asked if (wrong := faults(each, found))]
    records = {file.parent for file in (built / "instruments").glob("*/*/index.html")}
    grown = {"/".join(folder.parts[-2:]) for folder in records} - JUDGED
    assert len(missed) <= (len(asked) // 10 if grown else 0), missed


def shown(answer: dict, first: list[str]) -> str:
    """What stands first, by the name that a set gives it: a page of a State that is named
    does no harm.
    """
    pages = [
        *answer["offered"],
        *(hit["address"] for hit in (*answer["found"], *answer["some"])),
    ]
    told = [
        page
        for page in pages
        if page in first or not page.startswith(("states/", "first-days/"))
    ]
    return re.sub(r"^instruments/(.+?)/(#.*)?$", r"\1\2", told[0]) if told else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_in_own_words_has_its_answer_first(built: Path, language: str):
    """Of the six queries that somebody typed who did not know the site one may miss its
    answer, and of the cases that an earlier search got wrong another one; a State that is
    named is offered.
    """
    asked = searching.questions(language)
    missed: dict[bool, list[str]] = {False: [], True: []}
    for each in asked:
        answer = answered(built, language)[each["query"]]
        first = shown(answer, each["first"])
        if not {first, first.partition("#")[0]} & {*each["first"]}:
            missed[each.get("more", False)].append(f"{each['query']}: {first}")
        assert set(each.get("answers", ())) <= set(answer["offered"]), each["query"]
    assert max(map(len, missed.values())) <= 1, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_type_is_mostly_found(built: Path, language: str):
    """Of queries that were written before the search was tried with them, four in five
    bring a wanted page among the first five that are shown, answers before hits.
    """
    asked = unseen(language)
    answers = [answered(built, language)[each["query"]] for each in asked]
    shown = [
        [
            *answer["offered"],
            *(named(hit["address"]) for hit in (*answer["found"], *answer["some"])),
        ]
        for answer in answers
    ]
    first = [list(dict.fromkeys(each))[:5] for each in shown]
    missed = [
        each["query"]
        for each, pages in zip(asked, first, strict=True)
        if (not set(each["any"]) & set(pages) if each["any"] else pages)
    ]
    assert len(missed) <= len(asked) / 5, missed
