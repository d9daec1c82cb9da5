"""The heart of the site: one topic across all regions, and the matrix of topics × mechanisms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generators.corpus import changes as changed
from generators.corpus import comparisons
from generators.corpus.addresses import Target
from generators.corpus.comparisons import TopicComparison
from generators.corpus.record_profile import region_of
from generators.document import changes, citation, numbers, topic
from generators.document.blocks import Section
from generators.document.phrases import Phrases
from generators.html import matrix
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """The matrix, and one page a topic."""
    localizer = factory.localizer
    lead = localizer.gettext("What each mechanism says on each topic, in one table")
    heading = localizer.gettext("Topics and mechanisms")
    yield factory.page(
        "matrix.html.j2", Target("page", "topics"), "topics", heading, partial(_matrix, factory), lead
    )
    for code in localizer.corpus.vocabularies.of("topics"):
        yield factory.page(
            "topic.html.j2",
            Target("topic", code),
            "topics",
            localizer.label("topics", code),
            partial(_topic, factory, code),
            localizer.word("topics", code, "question").text,
            "instruments/vocabulary/topics.yml",
        )


def _topic(factory: PageFactory, code: str, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases, found = factory.phrases, comparisons.topic(factory.phrases.corpus, code)
    pillar = phrases.corpus.vocabularies.of("topics")[code].pillar or ""
    cite = citation.section(phrases, Target("topic", code), phrases.label("topics", code))
    return {
        "crumbs": [phrases.page("topics", phrases.ui("Topics")), phrases.entry("pillars", pillar)],
        "code": code,
        "read": " ".join(name for name in phrases.corpus.records if name not in found.unread),
        "colon": phrases.localizer.colon,
        "heading": phrases.label("topics", code),
        "question": topic.head(phrases, code)[:1],
        "head": [
            *topic.head(phrases, code)[1:],
            *topic.answers(phrases, code),
            *numbers.of_topic(phrases, code),
        ],
        "filters": _filters(factory, found) if found.rows else None,
        "table": topic.comparison(phrases, code),
        "after": [
            *(*topic.absences(phrases, code), *topic.see_also(phrases, code), *_changed(phrases, code)),
            cite,
        ],
    }


def _changed(phrases: Phrases, code: str) -> list[Section]:
    """What changed of the records that speak on a topic; empty where no history tells."""
    told = changed.of_topic(phrases.corpus, code)
    section = changes.section(phrases, told)
    return [section] if section else []


def _filters(factory: PageFactory, found: TopicComparison) -> dict[str, Any]:
    """What the rows of a table can be filtered by: codes with their labels; and the orders that they can be
    put in.
    """
    phrases, corpus = factory.phrases, factory.phrases.corpus
    regions = {region_of(corpus, row.record) for row in found.rows}
    statuses = {corpus.status(row.record) for row in found.rows}
    return {
        "regions": [
            (code, phrases.label("regions", code))
            for code in corpus.vocabularies.of("regions")
            if code in regions
        ],
        "forces": [(code, phrases.force(code == "binding")) for code in ("binding", "not-binding")],
        "statuses": [
            (code, phrases.label("statuses", code))
            for code in corpus.vocabularies.of("statuses")
            if code in statuses
        ],
        "sorts": _sorts(factory, bool(found.numbers)),
    }


def _sorts(factory: PageFactory, numbers: bool) -> list[tuple[str, str]]:
    """The orders that rows can be put in: the facet (``-`` for the largest first), and the words for it."""
    ui = factory.localizer.gettext
    orders = [
        ("", ui("region")),
        ("weight", ui("force: binding first")),
        ("rank", ui("strength: obligations first")),
        ("stage", ui("status")),
    ]
    by_number = [("-value", ui("number: largest first"))] if numbers else []
    return [*orders, *by_number, ("-day", ui("date: newest first"))]


def _matrix(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus = factory.phrases, factory.phrases.corpus
    found, topics = comparisons.matrix(corpus), corpus.vocabularies.of("topics")
    rows = [
        (pillar, phrases.label("pillars", pillar), [(code, phrases.entry("topics", code)) for code in codes])
        for pillar, codes in groupby(found.topics, key=lambda code: topics[code].pillar or "")
    ]

    def cell(code: str, mechanism: str) -> Markup:
        pair = (code, mechanism)
        return matrix.provision_cell(factory, writer, found.cells.get(pair), pair in found.silent)

    return {"matrix": matrix.view(factory, found.mechanisms, rows, cell)}
