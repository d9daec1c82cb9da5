"""The pages of records, and of those lists of parties that are too long for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target
from generators.document import commonmark, parties, record
from generators.document.phrases import Phrases
from generators.document.runs import Run, letters
from generators.html.page import Page, PageFactory
from generators.model.records import Record


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page a record, and one for its parties where they are many."""
    corpus, localizer, phrases = factory.localizer.corpus, factory.localizer, factory.phrases
    for name, model in corpus.records.items():
        crumbs = _crumbs(phrases, name)
        section = "plans" if model.kind == "action-plan" else "mechanisms"
        source = f"instruments/{name}.yml"
        yield factory.document(
            Target("record", name),
            section,
            localizer.short(name).text,
            partial(record.document, name=name, pages=True),
            crumbs=crumbs,
            heading=record.headline(phrases, name),
            picked=True,
            description=_description(phrases, name, model),
            source=source,
        )
        if parties_of.apart(corpus, name):
            yield factory.document(
                Target("parties", name),
                section,
                letters(parties.title(phrases, name)),
                partial(parties.document, name=name),
                crumbs=[*crumbs, phrases.name(name)],
                source=source,
            )


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
