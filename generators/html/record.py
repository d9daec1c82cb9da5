"""The pages of records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generators.corpus.addresses import Target
from generators.document import citation, commonmark, record, titles
from generators.document.blocks import Document
from generators.document.phrases import Phrases
from generators.document.runs import Run
from generators.html.page import Page, PageFactory
from generators.model.records import Record


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page a record."""
    corpus, localizer = factory.localizer.corpus, factory.localizer
    for name, model in corpus.records.items():
        yield factory.document(
            Target("record", name),
            "plans" if model.kind == "action-plan" else "mechanisms",
            localizer.short(name).text,
            partial(_document, name=name),
            crumbs=_crumbs(factory.phrases, name),
            heading=titles.headline(factory.phrases, name),
            description=_description(factory.phrases, name, model),
            source=f"instruments/{name}.yml",
        )


def _document(phrases: Phrases, name: str) -> Document:
    """A record, with the files that cite it."""
    made = record.document(phrases, name)
    *sections, cite = made.sections
    return made._replace(sections=[*sections, citation.with_files(phrases, cite, name)])


def _crumbs(phrases: Phrases, name: str) -> list[list[Run]]:
    owner = name.partition("/")[0]
    regions = phrases.corpus.regions(owner)
    return [*([phrases.entry("regions", regions[0])] if regions else []), phrases.name(owner)]


def _description(phrases: Phrases, name: str, model: Record) -> str:
    localizer = phrases.localizer
    if model.summary:
        return commonmark.plain(localizer.said(name, model.summary))[:300]
    owner = localizer.title(name.partition("/")[0]).text
    stop, kind = localizer.stop, localizer.label("types", model.type)
    return f"{localizer.title(name).text}{stop}{localizer.comma.join((kind, owner))}{stop.rstrip()}"
