"""The front page: one sentence, four doors, the matrix in small, what is new, and three facts that the corpus
itself yields.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generators.corpus import addresses, comparisons
from generators.corpus.cldr import sort_key
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press

NEWEST = 8


def pages(press: Press) -> Iterator[Page]:
    """One page."""
    say = press.localizer.gettext
    description = say(
        "Regional standards, action plans and standard operating procedures against trafficking in persons, side by side, in seven languages"
    )
    yield press.page("home.html.j2", "", "home", say("The Dakar Compendium"), _view, description)


def _view(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    topics = corpus.vocabularies.of("topics")
    dated = [
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    ]
    states = sorted(corpus.all_states, key=lambda code: sort_key(desk.localizer.state(code)))
    return {
        "states": [(desk.localizer.state(code), addresses.state(code)) for code in states],
        "pillars": [
            (pillar, list(each)) for pillar, each in groupby(topics, key=lambda code: topics[code].pillar)
        ],
        "stages": list(corpus.vocabularies.of("stages")),
        "regions": [
            (
                region,
                sorted(
                    (m for m in each if corpus.records_of.get(m)),
                    key=lambda m: (-len(corpus.records_of[m]), m),
                ),
            )
            for region, each in corpus.mechanisms_in.items()
        ],
        "small": _small_matrix(desk),
        "region_codes": list(corpus.vocabularies.of("regions")),
        "facts": _facts(desk),
        "newest": [phrases.row(desk, name) for name in sorted(dated, key=corpus.age, reverse=True)[:NEWEST]],
        "counts": (len(corpus.mechanisms), len(corpus.records)),
    }


def _small_matrix(desk: Desk) -> list[tuple[str, list[tuple[str, list[Markup]]]]]:
    """Pillars, topics, and for each region the strongest sign with the number of records."""
    corpus, topics = desk.corpus, desk.corpus.vocabularies.of("topics")
    rows = [
        (code, [_small_cell(desk, code, region) for region in corpus.vocabularies.of("regions")])
        for code in topics
    ]
    return [(pillar, list(each)) for pillar, each in groupby(rows, key=lambda row: topics[row[0]].pillar)]


def _small_cell(desk: Desk, topic: str, region: str) -> Markup:
    corpus = desk.corpus
    placed = [each for each in corpus.by_topic[topic] if region in corpus.regions(each.record)]
    if not placed:
        return Markup("")
    first = min(placed, key=lambda each: comparisons.strength_order(corpus, each))
    number = len({each.record for each in placed})
    words = desk.localizer.ngettext("{n} record", "{n} records", number)
    label = f"{desk.label('topics', topic)}, {desk.label('regions', region)}: {words}"
    force = "b" if corpus.binds(first.record) else "n"
    return Markup('<a class="{}" href="{}topics/{}/#{}" title="{}" aria-label="{}">{}</a>').format(
        force, desk.root, topic, corpus.regions(first.record)[0], label, label, desk.localizer.number(number)
    )


def _facts(desk: Desk) -> list[Markup]:
    """Sentences with numbers that are counted, never typed."""
    corpus = desk.corpus
    spoken = {
        owner
        for placed in corpus.by_topic.get("reflection-period", ())
        for owner in corpus.adopters(placed.record)
    }
    timed = {
        owner
        for placed in corpus.by_topic.get("reflection-period", ())
        if placed.provision.value
        for owner in corpus.adopters(placed.record)
    }
    non_punishment = {placed.record for placed in corpus.by_topic.get("non-punishment", ())}
    binding = {record for record in non_punishment if corpus.records[record].binding}
    plans = [name for name, model in corpus.records.items() if model.kind == "action-plan"]
    over = sum(corpus.group(name) == "over" and not corpus.successors(name) for name in plans)
    number = desk.localizer.number
    return [
        desk.say(
            "{n} mechanisms speak of a recovery and reflection period in the texts read so far; its length in days is set by {m}.",
            n=desk.link("topics/reflection-period/", number(len(spoken))),
            m=number(len(timed)),
        ),
        desk.say(
            "{n} records ask that victims are not punished for what they were made to do; in a binding text: {m}.",
            n=desk.link("topics/non-punishment/", number(len(non_punishment))),
            m=number(len(binding)),
        ),
        desk.say(
            "{n} of {m} action plans have ended without a successor recorded here.",
            n=desk.link("plans/", number(over)),
            m=number(len(plans)),
        ),
    ]
