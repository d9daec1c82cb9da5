"""Who stands in which row, column and order: the cases of ``golden/comparisons.yml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from golden_case import GOLDEN, flow, read_case
from small_records import MECHANISM, small_corpus

from generators.corpus import (
    coming,
    comparisons,
    order,
    parties,
    record_profile,
    state_tiles,
    tables,
)
from generators.corpus.corpus import Corpus
from generators.corpus.first_days import first_days
from generators.corpus.numbers import numbers
from generators.corpus.order import Asked
from generators.corpus.record_profile import timeline
from generators.corpus.state_profile import state_profile
from generators.data import kinds
from generators.document import sentences, state_questions
from generators.document import topic as topic_page
from generators.document.blocks import Entries
from generators.document.numbers import document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.html import plans as plans_page
from generators.html.page import PageFactory, Public
from generators.html.writer import HtmlWriter
from generators.translate.localizer import Localizer

TOLD = read_case(GOLDEN / "comparisons.yml")
SORTS = {
    "policy": ("instrument", "policy", "false"),
    "plan": ("action-plan", "plan", "false"),
    "sop": ("sop", "procedures", "false"),
    "convention": ("instrument", "convention", "true"),
}
LIST = "kind: vocabulary\nof: {0}\ntitle: A list\ndefinition: All.\nentries:\n"
LAW = {
    "is": "convention in-force",
    "confidence": "verified",
    "about": "trafficking",
    "parties": "BEN",
}
"""A convention on trafficking that binds Benin and was checked: what a record is that
"is: law".
"""


def record(told: dict[str, Any]) -> str:
    """The file of a record."""
    keys = {**LAW, **told, "is": LAW["is"]} if told.get("is") == "law" else dict(told)
    sort, status = keys.pop("is", "policy adopted").split()
    made: dict[str, Any] = dict(
        zip(("kind", "type", "binding"), SORTS[sort], strict=True)
    )
    made |= {"title": "A text", "status": status}
    made["provisions"] = [_line(each) for each in keys.pop("lines", ())]
    if who := keys.pop("parties", ""):
        listed = isinstance(who, dict)
        made["parties"] = (
            who if listed else {"states": [{"state": code} for code in who.split()]}
        )
    made["confidence"] = keys.pop("confidence", "recalled")
    if made["confidence"] == "verified":
        made["sources"] = [
            {"title": "Text", "url": "https://example.org/x", "kind": "primary"}
        ]
    return "".join(
        f"{key}: {flow(value)}\n" for key, value in (made | keys).items() if value
    )


def _line(told: str | dict[str, Any]) -> dict[str, Any]:
    keys = {"line": told} if isinstance(told, str) else dict(told)
    topic, strength = keys.pop("line").split()
    return {
        "topics": [topic],
        "ref": "Art. 1",
        "strength": strength,
        "says": "Housing.",
    } | keys


def mechanism(name: str, told: dict[str, Any]) -> str:
    """The file of a mechanism, of Africa where no region is named."""
    keys = "".join(
        f"{key}: {flow(value)}\n"
        for key, value in told.items()
        if key not in ("kind", "region")
    )
    made = MECHANISM.format(told.get("region", "africa"), name.title(), keys)
    return made.replace("process", told.get("kind", "process"), 1)


def first(corpus: Corpus, *whom: str) -> list[str]:
    """The lines on assistance in their order, for States, for a region or for nobody."""
    lines = order.ordered(
        corpus, corpus.by_topic["assistance"], "assistance", _whom(whom)
    )
    return [f"{line.record}#{line.anchor}" for line in lines]


def _whom(whom: tuple[str, ...]) -> Asked:
    return Asked(region=whom[0]) if whom and whom[0].islower() else Asked(whom)


def apart(corpus: Corpus, *whom: str) -> comparisons.AskedOfTopic:
    """What is said on assistance, general law apart."""
    return comparisons.of_topic(
        corpus, "assistance", corpus.by_topic["assistance"], _whom(whom)
    )


def cell(corpus: Corpus, topic: str, name: str) -> str:
    found = tables.topics(corpus).cells[topic, name]
    binds = "binds" if corpus.binds(found.record) else "does not bind"
    said = found.line
    return f"{found.record}#{found.anchor} {said.ref} {said.strength} {binds}"


def stage(corpus: Corpus, code: str) -> list[str]:
    rows = comparisons.stage(corpus, code).rows
    return [
        f"{name} {', '.join(str(step.number) for step in steps)}" for name, steps in rows
    ]


def principle(corpus: Corpus, number: str) -> list[str]:
    """What stands below a principle, the first or a further one."""
    section, _ = topic_page.principles(Phrases(Localizer(corpus, "en"))).sections
    (topics,) = section.blocks[0].items[int(number)].more
    return [letters([*each.runs, ": ", *each.about]) for each in topics.items]


def groups(corpus: Corpus) -> list[str]:
    made = []
    for group in numbers(corpus):
        named = " ".join(
            filter(None, (group.section, group.code, group.what, group.unit))
        )
        measures = (
            " ".join(f"{n} {unit}" for unit, n in each.measure.items())
            for each in group.lines
        )
        said = (
            f"{each.record} {measure}"
            for each, measure in zip(group.lines, measures, strict=True)
        )
        made.append(f"{named}: {', '.join(said)}")
    return made


def asking(corpus: Corpus, code: str = "", name: str = "") -> Iterable[str]:
    """Who has a column in the matrix of indicators; who asks for one in a column."""
    found = tables.indicators(corpus)
    if not code:
        return found.mechanisms
    binds = {True: "binds", False: "does not bind"}
    cells = found.cells.get((code, name), ())
    return [
        f"{each.owner}#{each.anchor} {each.confidence} {binds[each.binding]}"
        for each in cells
    ]


def answer(corpus: Corpus, topic: str, region: str) -> str:
    leading, absent = comparisons.regional_answer(corpus, topic, region)
    words = zip(("silent", "in part", "unreadable", "unread"), absent, strict=True)
    return (
        leading.record
        if leading
        else ", ".join(f"{word} {number}" for word, number in words)
    )


def folds(corpus: Corpus) -> Iterable[str]:
    """The sections of the page of numbers: how many are in sight, and what the folds are
    called.
    """
    for section in document(Phrases(Localizer(corpus, "en"))).sections:
        shown, *folded = section.blocks[-1].blocks
        said = (str(len(shown.items)), *(letters(each.summary) for each in folded))
        yield f"{letters(section.heading)}: {', '.join(said)}"


def plans(corpus: Corpus) -> list[str]:
    """How many plans run and have no end, then those that stand and those that have
    ended.
    """
    factory = PageFactory(Phrases(Localizer(corpus, "en")), Public())
    found = plans_page.plans(factory, HtmlWriter("ltr", "plans/", {}))
    lists = (
        [row for _, _, own in found[of] for row in own] for of in ("others", "ended")
    )
    sides = (
        [link.target.name for row in of for link in row["name"][0].body[2].body]
        for of in lists
    )
    counted = (
        f"running {found['running']} of {found['total']}, without end {found['endless']}"
    )
    return [counted, *(" ".join(side) for side in sides if side)]


def days(corpus: Corpus, name: str) -> Iterable[str]:
    for each in timeline(corpus, name):
        if each.day or each.place:
            yield " ".join(
                filter(None, (each.what, each.day and each.day.text, each.place))
            )


def sure(corpus: Corpus, name: str) -> list[str]:
    return [
        f"{each.confidence} {each.place_confidence}".strip()
        for each in timeline(corpus, name)
        if each.day
    ]


def joined(corpus: Corpus, name: str) -> str:
    """How many are party to a record."""
    found = parties.numbers(corpus, name)
    if found is None:
        return "not known"
    day = f" on {found.as_of}" if found.as_of else ""
    known = f"at least {found.all_}" if found.at_least else found.all_
    return (
        f"{found.states} States, {found.organisations} organisations, {known} in all{day}"
    )


def to_come(corpus: Corpus, of: str = "") -> list[str]:
    """Days of all, of a State or of a mechanism."""
    found = coming.of_state if of.isupper() else coming.of_mechanism
    return _days(found(corpus, of) if of else coming.of_all(corpus))


def _days(found: Iterable[coming.Coming]) -> list[str]:
    return [
        " ".join((each.what, each.day.text, *each.records))
        + (f" for {each.state}" if each.state else "")
        for each in found
    ]


def leading(corpus: Corpus, state: str, place: str = "0") -> list[str]:
    step = first_days(corpus, state)[int(place)]
    return [
        *(each.line.ref for each in step.leading),
        "for some" if step.alone else "for everyone",
    ]


def for_persons(corpus: Corpus, state: str, place: str = "0") -> list[str]:
    """The lines of a step that bind and are for some persons alone."""
    step = first_days(corpus, state)[int(place)]
    return [line.line.ref for line in step.for_persons]


def bodies(corpus: Corpus) -> Iterable[str]:
    """The bodies that get reports, how many States each watches, and what it told."""
    for body in tables.bodies(corpus):
        told = " ".join(each.review.url[-1] for each in tables.reviews(corpus, body))
        number = tables.states_watched(corpus, body)
        watched = number and f"{'at least ' if number.at_least else ''}{number.number}"
        yield f"{body.mechanism}: {' '.join(body.records)}, watches {watched}, told {told}"


def groups_of(corpus: Corpus, topic: str) -> list[str]:
    """Of each line on assistance the groups, what is said of it under a topic, and among
    children.
    """
    said = []
    for line in corpus.by_topic["assistance"]:
        groups = order.groups_of(corpus, line.record, line.anchor)
        under_topic = order.groups_beside(corpus, line, topic)
        among_children = order.groups_beside(corpus, line, "", True)
        parts = (groups, under_topic, among_children)
        said.append(", ".join(" and ".join(part) or "everyone" for part in parts))
    return said


def _profile(of: str) -> Callable[[Corpus, str], Any]:
    return lambda corpus, state: getattr(state_profile(corpus, state), of)


def _topic(of: str) -> Callable[[Corpus, str], Any]:
    return lambda corpus, code: getattr(comparisons.topic(corpus, code), of)


ASKED: dict[str, Callable[..., Any]] = {
    **{
        of: _topic(of)
        for of in ("silent", "read_in_part", "unreadable", "unread", "numbers")
    },
    "rows": lambda corpus, code: [
        row.record for row in comparisons.topic(corpus, code).rows
    ],
    "cells": lambda corpus, code: [
        each.anchor for each in comparisons.topic(corpus, code).rows[0].cells
    ],
    "cell": cell,
    "columns": lambda corpus: tables.topics(corpus).mechanisms,
    "filled": lambda corpus, code: sorted(
        b for a, b in tables.topics(corpus).cells if a == code
    ),
    "dashes": lambda corpus: sorted(map(" ".join, tables.topics(corpus).silent)),
    "stage": stage,
    "stage-unread": lambda corpus, code: comparisons.stage(corpus, code).unread,
    "principle": principle,
    "developed": lambda corpus, name: comparisons.developed(corpus).get(name, ()),
    "reported": lambda corpus, name: comparisons.reported(corpus).get(name, ()),
    "first": first,
    "near": lambda corpus, *whom: [
        lines[0].record for lines in apart(corpus, *whom).records
    ],
    "general": lambda corpus, *whom: [
        lines[0].record for lines in apart(corpus, *whom).general
    ],
    "groups": groups,
    "asking": asking,
    "answer": answer,
    "principles": lambda corpus: [
        f"{code} {name} {cell.record} {cell.line.strength}"
        for (code, name), cell in tables.principles(corpus).cells.items()
    ],
    "spread": tables.spread,
    "shares": lambda corpus: [round(each.share, 3) for each in numbers(corpus)[0].lines],
    "folds": folds,
    "plans": plans,
    "relations": lambda corpus, name: [
        " ".join((kind, *others))
        for kind, others in record_profile.relations(corpus, name)
    ],
    "days": days,
    "sure": sure,
    "parties": joined,
    "signed": lambda corpus, state: [
        each.record for each in parties.signed(corpus).get(state, ())
    ],
    "joined": lambda corpus, name: [
        each.record for each in parties.joined(corpus).get(name, ())
    ],
    "states": lambda corpus: corpus.all_states,
    "open": lambda corpus, state: [
        name for name in corpus.records if parties.is_open(corpus, name, state)
    ],
    "binding": lambda corpus, state: [
        each.record for each in state_profile(corpus, state).binding
    ],
    "standards": lambda corpus, state: [
        " ".join((kind, *records))
        for kind, records in state_profile(corpus, state).standards.items()
    ],
    **{of: _profile(of) for of in ("reports", "unlisted_nearby", "unlisted_elsewhere")},
    "coming": to_come,
    "still-to-come": lambda corpus: _days(
        coming.still_to_come(corpus, coming.of_all(corpus))
    ),
    "bodies": bodies,
    "stand": lambda corpus, name, *states: [
        state_tiles.standings(corpus, name)[each] for each in states
    ],
    "below": lambda corpus: sorted(
        state_tiles.places(corpus).keys() - state_tiles.grid()
    ),
    "steps": lambda corpus: [
        f"{first} to {last}" for first, last in state_tiles.steps(corpus)
    ],
    "groups-of": groups_of,
    "step": lambda corpus, state: [
        each.line.ref for each in first_days(corpus, state)[0].binding
    ],
    "leading": leading,
    "for_persons": for_persons,
}


def plain(found: Any) -> Any:
    """What was found as a case says it."""
    if isinstance(found, dict):
        return {key: str(value) for key, value in found.items()}
    return found if isinstance(found, str) else list(map(str, found))


def corpus_of_case(corpus_of: Callable[..., Corpus], told: dict[str, Any]) -> Corpus:
    files = {name: record(each) for name, each in told["records"].items()}
    files |= {
        f"{name}/mechanism": mechanism(name, each)
        for name, each in told.get("mechanisms", {}).items()
    }
    for name, entries in told.get("lists", {}).items():
        lines = "".join(f"  - {flow(entry)}\n" for entry in entries)
        files[f"vocabulary/{name}"] = LIST.format(name) + lines
    if leads := told.get("leads"):
        topics = (GOLDEN / "base/instruments/vocabulary/topics.yml").read_text("utf-8")
        asks = "question: What help"
        files["vocabulary/topics"] = topics.replace(asks, f"leads: {flow(leads)}, {asks}")
    return small_corpus(corpus_of, files)


@pytest.mark.parametrize("case", TOLD["cases"], ids=lambda case: case["about"][:60])
def test_each_stands_where_the_case_says(corpus_of, case):
    """What is asked of the records of a case is answered as it says."""
    corpus = corpus_of_case(corpus_of, case)
    asks = [(key, *key.split()) for key in case["then"]]
    assert {key: plain(ASKED[what](corpus, *of)) for key, what, *of in asks} == case[
        "then"
    ]


def test_numbers_are_put_in_order_within_their_kind(corpus_of):
    """Of each two the first is the smaller, or, of a length and a count, the one that
    comes first.
    """
    measures = LIST.format("measures") + "".join(
        f"  - {{id: {code}, label: {code}, definition: All.}}\n"
        for code in (
            "days",
            "working-days",
            "months",
            "years",
            "persons",
            "ratifications",
        )
    )
    for pair in TOLD["smaller"]:
        values = [dict(part.split(": ") for part in each.split(", ")) for each in pair]
        lines = [
            [{"line": "assistance encouragement", "value": value}] for value in values
        ]
        files = {
            f"alpha/{name}": record({"lines": each})
            for name, each in zip("ab", lines, strict=True)
        }
        corpus = small_corpus(corpus_of, {"vocabulary/measures": measures, **files})
        assert comparisons.topic(corpus, "assistance").numbers == {
            "alpha/a": 1,
            "alpha/b": 2,
        }, pair


def test_every_output_leads_with_the_same_line(world):
    """A State's page and paper, the topic's page for that State and its data agree: what
    a State changes is only whom a text binds.
    """
    phrases = Phrases(Localizer(world, "en"))
    compared = 0
    for state in world.all_states:
        bound = world.bound_by(state)
        section = state_questions.sentences_section(phrases, state)
        paper = iter(section.blocks if section else ())
        for each in comparisons.asked_of(world, state):
            on_paper = next(paper).blocks
            found = comparisons.topic(world, each.topic)
            rows = [row for row in found.rows if row.record in bound]
            first_row = min(
                rows, key=lambda row: int(tables.facets(world, found, row)["place"])
            )
            said = kinds.body(phrases, "topic", each.topic)["lines"]
            lines = [line for line in said if line["record"] in bound]
            place = each.leading.place
            assert first_row.cells[0].place == place
            assert lines[0]["address"].endswith(f"{place.replace('#', '/#')}")
            if each.records:
                first = next(
                    of for of in on_paper if isinstance(of, Entries)
                )  # after what no text says
                # what limits it for the State stands below
                assert first.items[0]._replace(more=()) == sentences.line(
                    phrases, each.leading, each.topic
                )
            compared += 1
    assert compared > 10
