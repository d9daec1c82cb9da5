"""The steps of a case: the path as a whole, and one stage across all standard operating procedures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus import comparisons
from generators.corpus.addresses import Target, address, row_anchor
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """The path, and one page a stage."""
    localizer = press.localizer
    lead = localizer.gettext(
        "From the first sign to the last file: what the standard operating procedures ask at each stage"
    )
    yield press.page(
        "pathway.html.j2",
        address(Target("page", "pathway")),
        "pathway",
        localizer.gettext("Steps of a case"),
        _path,
        lead,
    )
    for code in localizer.corpus.vocabularies.of("stages"):
        description = localizer.word("stages", code, "definition").text
        title = localizer.label("stages", code)
        yield press.page(
            "stage.html.j2",
            address(Target("stage", code)),
            "pathway",
            title,
            lambda desk, code=code: _stage(desk, code),
            description,
            "instruments/vocabulary/stages.yml",
        )


def _path(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    stages = [
        (code, len({placed.record for placed in corpus.by_stage[code]}))
        for code in corpus.vocabularies.of("stages")
    ]
    sops = [name for name, model in corpus.records.items() if model.kind == "sop"]
    marks = {
        (placed.record, code): placed for code, each in corpus.by_stage.items() for placed in reversed(each)
    }
    rows = [
        (sop, [marks.get((sop, code)) for code, _ in stages])
        for sop in sorted(sops, key=lambda name: comparisons.position(corpus, name))
    ]
    return {
        "stages": stages,
        "rows": [(sop, phrases.acronyms(desk, sop), cells) for sop, cells in rows if any(cells)],
        "without": desk.listing(desk.short_record(sop) for sop, cells in rows if not any(cells)),
    }


def _stage(desk: Desk, code: str) -> dict[str, Any]:
    corpus = desk.corpus
    found = comparisons.stage(corpus, code)
    order = list(corpus.vocabularies.of("stages"))
    here = order.index(code)
    return {
        "code": code,
        "number": here + 1,
        "total": len(order),
        "before": order[here - 1] if here else "",
        "after": order[here + 1] if here + 1 < len(order) else "",
        "rows": [
            {
                "record": record,
                "anchor": row_anchor(record),
                "owners": phrases.acronyms(desk, record),
                "status_text": phrases.status(desk, record),
                "steps": [
                    (
                        placed,
                        corpus.confidence_of(record, placed.step),
                        phrases.value(desk, placed.step.value),
                    )
                    for placed in steps
                ],
                "inferred": corpus.records[record].who_inferred,
            }
            for record, steps in found.rows
        ],
        "unread": desk.listing(desk.short_record(record) for record in found.unread),
        "unread_count": len(found.unread),
        "topics": corpus.vocabularies.of("stages")[code].topics,
    }
