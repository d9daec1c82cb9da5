"""The pages of mechanisms: the list of all with their records, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import changes as changed
from generators.corpus.addresses import Target, feed
from generators.document import changes, citation, mechanism, sentences
from generators.document.blocks import Document, Section, followed
from generators.document.phrases import Phrases
from generators.document.runs import Run
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """The list of mechanisms and records, and one page a mechanism."""
    localizer, phrases = factory.localizer, factory.phrases
    lead = localizer.gettext("Every mechanism, with its standards, plans and procedures")
    heading = localizer.gettext("Mechanisms and records")
    yield factory.page(
        "instruments.html.j2",
        Target("page", "instruments"),
        "mechanisms",
        heading,
        partial(_list, factory),
        lead,
    )
    for name, model in localizer.corpus.mechanisms.items():
        title = localizer.title(name).text
        body = model.trafficking_body
        yield factory.document(
            Target("record", name),
            "mechanisms",
            title,
            partial(_document, name=name),
            crumbs=_crumbs(phrases, name),
            heading=phrases.title(name),
            beside=phrases.beside_name(name),
            description=localizer.said(name, body).text[:300] if body else title,
            source=f"instruments/{name}/mechanism.yml",
        )


def _document(phrases: Phrases, name: str) -> Document:
    """A mechanism, with what changed of it and of its records, and how to cite its page."""
    told = changed.of_mechanism(phrases.corpus, name)
    section = changes.section(phrases, told, feed(Target("record", name)))
    made = followed(mechanism.document(phrases, name), section)
    title = phrases.plain(phrases.localizer.title(name))
    return made._replace(sections=[*made.sections, citation.section(phrases, Target("record", name), title)])


def _crumbs(phrases: Phrases, name: str) -> list[list[Run]]:
    corpus = phrases.corpus
    parents = (each for each in corpus.mechanisms[name].part_of if each in corpus.mechanisms)
    return [line for line in (sentences.regions(phrases, name), sentences.names(phrases, parents)) if line]


def _list(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases, corpus = factory.phrases, factory.phrases.corpus
    return {
        "counts": (len(corpus.mechanisms), len(corpus.records)),
        "comma": phrases.localizer.comma,
        "regions": [(code, phrases.label("regions", code)) for code in corpus.mechanisms_in],
        "sections": [
            Section(
                phrases.entry("regions", code),
                [mechanism.listed(phrases, name) for name in mechanism.mechanisms(phrases, code)],
                code,
            )
            for code in corpus.mechanisms_in
        ],
    }
