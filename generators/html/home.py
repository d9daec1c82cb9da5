"""The front page: one sentence, four doors, the matrix in small, what is new, and three facts that the corpus
itself yields.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from generators.corpus import headlines
from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.document import sentences
from generators.document.blocks import List
from generators.document.phrases import Phrases
from generators.document.runs import Run
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter

NEWEST = 8


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    description = ui(
        "Regional standards, action plans and standard operating procedures against trafficking in persons, "
        "side by side, in seven languages"
    )
    yield factory.page(
        "home.html.j2",
        Target("page"),
        "home",
        ui("The Dakar Compendium"),
        partial(_view, factory),
        description,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, localizer, corpus = factory.phrases, factory.localizer, factory.phrases.corpus
    topics = corpus.vocabularies.of("topics")
    states = sorted(corpus.all_states, key=lambda code: sort_key(localizer.state(code)))
    newest = headlines.newest(corpus)[:NEWEST]
    pillars = groupby(topics, key=lambda code: topics[code].pillar or "")
    return {
        "mechanisms": localizer.number(len(corpus.mechanisms)),
        "states": [(localizer.state(code), writer.href(Target("state", code))) for code in states],
        "pillars": [
            (phrases.label("pillars", code), [phrases.entry("topics", each) for each in own])
            for code, own in pillars
        ],
        "stages": [phrases.entry("stages", code) for code in corpus.vocabularies.of("stages")],
        "regions": [
            (phrases.entry("regions", code), [phrases.name(name) for name in _by_records(phrases, own)])
            for code, own in corpus.mechanisms_in.items()
        ],
        "columns": [phrases.entry("regions", code) for code in corpus.vocabularies.of("regions")],
        "small": _small_matrix(phrases, writer),
        "facts": _facts(phrases),
        "newest": [List([sentences.record_item(phrases, name) for name in newest], "records")],
    }


def _by_records(phrases: Phrases, mechanisms: tuple[str, ...]) -> list[str]:
    """Mechanisms that have records, those with most of them first."""
    own = phrases.corpus.records_of
    return sorted((name for name in mechanisms if own.get(name)), key=lambda name: (-len(own[name]), name))


def _small_matrix(
    phrases: Phrases, writer: HtmlWriter
) -> list[tuple[list[Run], list[tuple[list[Run], list[Markup]]]]]:
    """Pillars, topics, and for each region how many records speak on the topic."""
    topics, regions = (
        phrases.corpus.vocabularies.of("topics"),
        list(phrases.corpus.vocabularies.of("regions")),
    )
    pillars = groupby(topics, key=lambda code: topics[code].pillar or "")
    return [
        (
            phrases.label("pillars", pillar),
            [
                (
                    phrases.entry("topics", code),
                    [_small_cell(phrases, writer, code, each) for each in regions],
                )
                for code in own
            ],
        )
        for pillar, own in pillars
    ]


def _small_cell(phrases: Phrases, writer: HtmlWriter, topic: str, region: str) -> Markup:
    found = headlines.region_cell(phrases.corpus, topic, region)
    if found is None:
        return Markup("")
    localizer = phrases.localizer
    words = localizer.ngettext("{n} record", "{n} records", found.count)
    where = localizer.comma.join((localizer.label("topics", topic), localizer.label("regions", region)))
    label = escape(f"{where}{localizer.colon}{words}")
    href = writer.href(Target("topic", topic, found.region))
    force = "b" if found.binding else "n"
    number = escape(localizer.number(found.count))
    return Markup(f'<a class="{force}" href="{href}" title="{label}" aria-label="{label}">{number}</a>')


def _facts(phrases: Phrases) -> list[list[Run]]:
    """Sentences with numbers that are counted, never typed."""
    found = headlines.headline_counts(phrases.corpus)
    number = phrases.number
    return [
        phrases.ui(
            "{n} mechanisms speak of a recovery and reflection period in the texts read so far; its length "
            "in days is set by {m}.",
            n=phrases.linked("topic", "reflection-period", number(found.reflection)),
            m=number(found.reflection_timed),
        ),
        phrases.ui(
            "{n} records ask that victims are not punished for what they were made to do; in a binding "
            "text: {m}.",
            n=phrases.linked("topic", "non-punishment", number(found.non_punishment)),
            m=number(found.non_punishment_binding),
        ),
        phrases.ui(
            "{n} of {m} action plans have ended without a successor recorded here.",
            n=phrases.page("plans", number(found.plans_over)),
            m=number(found.plans),
        ),
    ]
