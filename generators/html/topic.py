"""The heart of the site: one topic across all regions, and the matrix of topics × mechanisms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from generators.corpus import addresses, comparisons
from generators.corpus.comparisons import Matrix, MatrixCell, Row
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """The matrix, and one page a topic."""
    localizer = press.localizer
    lead = localizer.gettext("What each mechanism says on each topic, in one table")
    yield press.page(
        "matrix.html.j2", "topics/", "topics", localizer.gettext("Topics and mechanisms"), _matrix, lead
    )
    for code in localizer.corpus.vocabularies.of("topics"):
        title = localizer.label("topics", code)
        description = localizer.word("topics", code, "question").text
        address = addresses.listed("topics", code)
        yield press.page(
            "topic.html.j2",
            address,
            "topics",
            title,
            lambda desk, code=code: _topic(desk, code),
            description,
            "instruments/vocabulary/topics.yml",
        )


def _topic(desk: Desk, code: str) -> dict[str, Any]:
    corpus = desk.corpus
    found = comparisons.topic(corpus, code)
    entry = corpus.vocabularies.of("topics")[code]
    return {
        "code": code,
        "pillar": entry.pillar,
        "strengths": [
            (strength, found.strengths[strength])
            for strength in corpus.vocabularies.of("strengths")
            if found.strengths.get(strength)
        ],
        "count": len(found.rows),
        "groups": [
            (region, [_row(desk, row, found.numbers.get(row.record, "")) for row in rows])
            for region, rows in groupby(found.rows, key=lambda row: _region(desk, row.record))
        ],
        "sorts": _sorts(desk, bool(found.numbers)),
        "statuses": _present(desk, found.rows),
        "regions": [
            region
            for region in corpus.vocabularies.of("regions")
            if any(_region(desk, row.record) == region for row in found.rows)
        ],
        "silent": _by_region(desk, found.silent),
        "unread": _by_region(desk, found.unread),
        "silent_count": len(found.silent),
        "unread_count": len(found.unread),
        "stages": [stage for stage, each in corpus.vocabularies.of("stages").items() if code in each.topics],
        "principles": [
            name for name, each in corpus.vocabularies.of("principles").items() if code in each.topics
        ],
        "neighbours": [
            name for name, each in corpus.vocabularies.of("topics").items() if each.pillar == entry.pillar
        ],
    }


def _region(desk: Desk, record: str) -> str:
    regions = desk.corpus.regions(record)
    return regions[0] if regions else ""


def _row(desk: Desk, row: Row, number: int | str) -> dict[str, Any]:
    corpus = desk.corpus
    return {
        **corpus.cached(("row", row.record), lambda: _of_record(corpus, row.record)),
        "status_text": desk.once(("status", desk.root, row.record), lambda: phrases.status(desk, row.record)),
        "owners": desk.once(("owners", desk.root, row.record), lambda: phrases.acronyms(desk, row.record)),
        "value": number,
        "rank": min(corpus.vocabularies.rank("strengths", placed.provision.strength) for placed in row.cells),
        "cells": Markup("".join([_provision(desk, placed) for placed in row.cells])),
    }


def _provision(desk: Desk, placed: LocatedProvision) -> Markup:
    """A cell of the table: the same under each topic that the provision stands on. There are tens of
    thousands, so no template writes them.
    """
    return desk.once(("cell", desk.root, placed.record, placed.anchor), lambda: _cell_of(desk, placed))


def _cell_of(desk: Desk, placed: LocatedProvision) -> Markup:
    record, provision = placed.record, placed.provision
    value = f'<p class="num">{escape(phrases.value(desk, provision.value))}</p>' if provision.value else ""
    where = desk.cited(desk.short_record(record, placed.anchor), provision.ref)
    sure = f"{desk.force(desk.corpus.records[record].binding)} · {desk.graded(desk.corpus.confidence_of(record, provision))}"
    return Markup(
        f'<div class="cell">{desk.strength(provision.strength)}<div>{value}<p>{desk.said(record, provision.says)}</p>\n'
        f'<p class="src">{where} · {sure}</p></div></div>\n'
    )


def _of_record(corpus: Corpus, record: str) -> dict[str, Any]:
    """What a row says of its record, whatever the topic and the language."""
    model, day, status = corpus.records[record], corpus.day(record), corpus.status(record)
    return {
        "record": record,
        "anchor": addresses.slug(record),
        "binding": model.binding,
        "type": model.type,
        "status": status,
        "place": corpus.vocabularies.rank("statuses", status),
        "regions": " ".join(corpus.regions(record)),
        "day": day.text if day else "",
    }


def _sorts(desk: Desk, numbers: bool) -> list[tuple[str, str]]:
    """The orders that rows can be put in: the attribute of a row (``-`` for the largest first), and the words
    for it.
    """
    say = desk.localizer.gettext
    orders = [
        ("", say("region")),
        ("weight", say("force: binding first")),
        ("rank", say("strength: obligations first")),
        ("stage", say("status")),
    ]
    by_number = [("-value", say("number: largest first"))] if numbers else []
    return [*orders, *by_number, ("-day", say("date: newest first"))]


def _present(desk: Desk, rows: tuple[Row, ...]) -> list[str]:
    have = {desk.corpus.status(row.record) for row in rows}
    return [status for status in desk.corpus.vocabularies.of("statuses") if status in have]


def _by_region(desk: Desk, records: tuple[str, ...]) -> list[tuple[str, Markup]]:
    grouped = groupby(records, key=lambda record: _region(desk, record))
    return [(region, desk.listing(desk.short_record(record) for record in each)) for region, each in grouped]


def _matrix(desk: Desk) -> dict[str, Any]:
    found = comparisons.matrix(desk.corpus)
    regions = groupby(found.mechanisms, key=lambda name: desk.corpus.regions(name)[0])
    columns = [(region, list(each)) for region, each in regions]
    pillars = groupby(found.topics, key=lambda code: desk.corpus.vocabularies.of("topics")[code].pillar)
    return {
        "columns": columns,
        "pillars": [
            (pillar, [(code, _cells(desk, found, code, columns)) for code in topics])
            for pillar, topics in pillars
        ],
    }


def _cells(
    desk: Desk, found: Matrix, topic: str, columns: list[tuple[str, list[str]]]
) -> list[tuple[str, Markup]]:
    return [
        (region, _cell(desk, found.cells.get((topic, name)), (topic, name) in found.silent))
        for region, names in columns
        for name in names
    ]


def _cell(desk: Desk, sign: MatrixCell | None, silent: bool) -> Markup:
    if sign is None:
        words = desk.localizer.gettext("the text, read in full, says nothing")
        return desk.mark("—", words, "nil") if silent else Markup("")
    words = f"{desk.localizer.short(sign.record).text}, {sign.ref}: {desk.label('strengths', sign.strength)}"
    force = "b" if sign.binding else "n"
    address = f"{desk.root}instruments/{sign.record}/#{sign.anchor}"
    return Markup(
        f'<a class="{force}" href="{address}" title="{escape(words)}">{desk.strength(sign.strength)}</a>'
    )
