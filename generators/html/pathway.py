"""The steps of a case: the path as a whole, and one stage across all standard operating procedures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import tables
from generators.corpus.addresses import Target
from generators.document import sentences, stage
from generators.document.topic import named
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """The path, and one page a stage."""
    localizer = factory.localizer
    lead = localizer.gettext(
        "From the first sign to the last file: what the standard operating procedures ask at each stage"
    )
    heading = localizer.gettext("Steps of a case")
    yield factory.page(
        "pathway.html.j2", Target("page", "pathway"), "pathway", heading, partial(_path, factory), lead
    )
    for code in localizer.corpus.vocabularies.of("stages"):
        yield factory.page(
            "stage.html.j2",
            Target("stage", code),
            "pathway",
            localizer.label("stages", code),
            partial(_stage, factory, code),
            localizer.word("stages", code, "definition").text,
            "instruments/vocabulary/stages.yml",
        )


def _path(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus = factory.phrases, factory.phrases.corpus
    stages = list(corpus.vocabularies.of("stages"))
    found = tables.stages_of_procedures(corpus)

    def cells(sop: str) -> list[tuple[str, str] | None]:
        """For each stage the address of a procedure's first step there, with its number."""
        steps = ((code, found[sop].get(code)) for code in stages)
        return [
            (writer.href(Target("record", sop, step.anchor)), phrases.localizer.number(step.number))
            if step
            else None
            for _, step in steps
        ]

    return {
        "route": [stage.route(phrases)],
        "stages": [(phrases.entry("stages", code), phrases.definition("stages", code)) for code in stages],
        "rows": [(named(phrases, sop), cells(sop)) for sop in found if found[sop]],
        "without": sentences.names(phrases, (sop for sop in found if not found[sop])),
    }


def _stage(factory: PageFactory, code: str, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    order = list(phrases.corpus.vocabularies.of("stages"))
    here = order.index(code)
    made = stage.document(phrases, code)
    before, after = order[here - 1 : here], order[here + 1 : here + 2]
    return {
        "crumbs": [phrases.page("pathway", phrases.ui("Steps of a case"))],
        "heading": phrases.label("stages", code),
        "place": stage.place(phrases, code),
        "before": [(writer.href(Target("stage", each)), phrases.label("stages", each)) for each in before],
        "after": [(writer.href(Target("stage", each)), phrases.label("stages", each)) for each in after],
        "lead": made.head[:1],
        "body": [*made.head[2:], *made.sections],
    }
