"""The pages of records, of their lists of parties where these are long, of mechanisms and of regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target, feed
from generators.document import changes, citation, commonmark, mechanism, parties, record, sentences
from generators.document.blocks import Document, Paragraph, Section, followed
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Run, joined, letters
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.model.records import Record


def records(factory: PageFactory) -> Iterator[Page]:
    """One page a record, and one for its parties where they are many."""
    corpus, localizer, phrases = factory.localizer.corpus, factory.localizer, factory.phrases
    for name, model in corpus.records.items():
        crumbs = _above_record(phrases, name)
        source = f"instruments/{name}.yml"
        yield factory.document(
            Target("record", name),
            "instruments",
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
                "instruments",
                letters(parties.title(phrases, name)),
                partial(parties.document, name=name),
                crumbs=[*crumbs, phrases.name(name)],
                source=source,
            )


def _above_record(phrases: Phrases, name: str) -> list[list[Run]]:
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


def mechanisms(factory: PageFactory) -> Iterator[Page]:
    """One page a mechanism."""
    localizer, phrases = factory.localizer, factory.phrases
    for name, model in localizer.corpus.mechanisms.items():
        title = localizer.title(name).text
        body = model.trafficking_body
        yield factory.document(
            Target("record", name),
            "instruments",
            title,
            partial(_mechanism, name=name),
            crumbs=_above_mechanism(phrases, name),
            heading=phrases.title(name),
            beside=phrases.beside_name(name),
            description=localizer.said(name, body).text[:300] if body else title,
            source=f"instruments/{name}/mechanism.yml",
        )


def _mechanism(phrases: Phrases, name: str) -> Document:
    """A mechanism, with what changed of it and of its records, and how to cite its page."""
    told = changes.of_mechanism(phrases.corpus, name)
    section = changes.section(phrases, told)
    made = followed(mechanism.document(phrases, name), section)
    title = phrases.plain(phrases.localizer.title(name))
    return made._replace(sections=[*made.sections, citation.section(phrases, Target("record", name), title)])


def _above_mechanism(phrases: Phrases, name: str) -> list[list[Run]]:
    corpus = phrases.corpus
    parents = (each for each in corpus.mechanisms[name].part_of if each in corpus.mechanisms)
    return [line for line in (sentences.regions(phrases, name), sentences.names(phrases, parents)) if line]


def instruments(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus = factory.phrases, factory.phrases.corpus
    return {
        "counts": (len(corpus.mechanisms), len(corpus.records)),
        "sections": [_in_region(phrases, code) for code in corpus.mechanisms_in],
    }


def _in_region(phrases: Phrases, code: str) -> Section:
    """The mechanisms of a region with their records, behind its name."""
    names = mechanism.mechanisms(phrases, code)
    heading = [*phrases.label("regions", code), " ", Annotation(phrases.number(len(names)))]
    about = Paragraph(phrases.linked("region", code, phrases.ui("This region on one page")))
    return Section(heading, [about, *(mechanism.listed(phrases, name) for name in names)], code, "fold")


def regions(factory: PageFactory) -> Iterator[Page]:
    """One page a region."""
    localizer, phrases = factory.localizer, factory.phrases
    for code in localizer.corpus.vocabularies.of("regions"):
        yield factory.document(
            Target("region", code),
            "instruments",
            localizer.label("regions", code),
            partial(_region, code=code),
            crumbs=[phrases.page("instruments", phrases.ui("Texts"))],
            heading=phrases.label("regions", code),
            description=localizer.word("regions", code, "definition").text,
        )


def _region(phrases: Phrases, code: str) -> Document:
    """A region, with what changed of its texts, and links to the others."""
    told = changes.of_region(phrases.corpus, code)
    section = changes.section(phrases, told, feed(Target("region", code)))
    made = followed(mechanism.region(phrases, code), section)
    others = joined(
        phrases.entry("regions", other)
        for other in phrases.corpus.vocabularies.of("regions")
        if other != code
    )
    return made._replace(head=[*made.head, Paragraph(others, "note")])
