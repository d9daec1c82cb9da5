"""The pages of records, of mechanisms and of regions; and what the list of all texts
shows. A record with a long list of parties has a second page for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import parties as parties_of_corpus
from generators.corpus.addresses import Target, feed
from generators.document import (
    changes,
    citation,
    commonmark,
    mechanism,
    parties,
    record,
    sentences,
)
from generators.document.blocks import Document, List, Paragraph, Section, followed
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined, letters
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.model.records import Record

_DESCRIPTION_LENGTH = 160
"""How many letters of a summary search engines show, and get."""
_NEWEST = 6
"""How many of the newest texts their list shows."""


# -- records -----------------------------------------------------------------------------


def records(factory: PageFactory) -> Iterator[Page]:
    """A page for each record, and another for its parties if they are many."""
    corpus = factory.localizer.corpus
    for name, model in corpus.records.items():
        yield _record_page(factory, name, model)
        if parties_of_corpus.apart(corpus, name):
            yield _parties_page(factory, name)


def _record_page(factory: PageFactory, name: str, model: Record) -> Page:
    phrases = factory.phrases
    return factory.document(
        Target("record", name),
        "instruments",
        factory.localizer.short(name).text,
        partial(record.document, name=name, pages=True),
        _description(phrases, name, model),
        f"instruments/{name}.yml",
        crumbs=_above_record(phrases, name),
        heading=record.headline(phrases, name),
        picked=True,
    )


def _parties_page(factory: PageFactory, name: str) -> Page:
    phrases = factory.phrases
    return factory.document(
        Target("parties", name),
        "instruments",
        letters(parties.title(phrases, name)),
        partial(parties.document, name=name),
        source=f"instruments/{name}.yml",
        crumbs=[*_above_record(phrases, name), phrases.name(name)],
    )


def _above_record(phrases: Phrases, name: str) -> list[list[Run]]:
    """What leads up from the page of a record: the first region of its mechanism, if any,
    and the mechanism.
    """
    owner = name.partition("/")[0]
    crumbs: list[list[Run]] = []
    regions_of_owner = phrases.corpus.regions(owner)
    if regions_of_owner:
        crumbs.append(phrases.entry("regions", regions_of_owner[0]))
    crumbs.append(phrases.name(owner))
    return crumbs


def _description(phrases: Phrases, name: str, model: Record) -> str:
    """What search engines show of a record: its summary, else its title, its type and the
    name of its mechanism.
    """
    localizer = phrases.localizer
    if model.summary:
        summary = commonmark.plain(localizer.text_of(name, model.summary))
        return summary[:_DESCRIPTION_LENGTH]
    title = localizer.title(name).text
    owner = localizer.title(name.partition("/")[0]).text
    kind = localizer.label("types", model.type)
    about = localizer.comma.join((kind, owner))
    return f"{title}{localizer.stop}{about}{localizer.stop.rstrip()}"


# -- mechanisms --------------------------------------------------------------------------


def mechanisms(factory: PageFactory) -> Iterator[Page]:
    """A page for each mechanism."""
    localizer = factory.localizer
    phrases = factory.phrases
    for name, model in localizer.corpus.mechanisms.items():
        title = localizer.title(name).text
        description = title
        if model.trafficking_body:
            body = localizer.text_of(name, model.trafficking_body).text
            description = body[:_DESCRIPTION_LENGTH]
        yield factory.document(
            Target("record", name),
            "instruments",
            title,
            partial(_mechanism_document, name=name),
            description,
            f"instruments/{name}/mechanism.yml",
            crumbs=_above_mechanism(phrases, name),
            heading=phrases.title(name),
            small_name=phrases.beside_name(name),
        )


def _mechanism_document(phrases: Phrases, name: str) -> Document:
    """A mechanism, what changed of it and of its records, and how to cite its page."""
    target = Target("record", name)
    title = phrases.plain(phrases.localizer.title(name))
    document = mechanism.document(phrases, name)
    document = followed(document, changes.section(phrases, target))
    return followed(document, citation.section(phrases, target, title))


def _above_mechanism(phrases: Phrases, name: str) -> list[list[Run]]:
    """What leads up from the page of a mechanism: its regions, and the mechanisms that it
    is a part of. Either may be lacking.
    """
    known = phrases.corpus.mechanisms
    parents = [parent for parent in known[name].part_of if parent in known]
    lines = (sentences.regions(phrases, name), sentences.names(phrases, parents))
    return [line for line in lines if line]


# -- regions -----------------------------------------------------------------------------


def regions(factory: PageFactory) -> Iterator[Page]:
    """A page for each region."""
    localizer = factory.localizer
    phrases = factory.phrases
    crumbs = [phrases.page("instruments", phrases.ui("Texts"))]
    for code in localizer.corpus.vocabularies.entries_of("regions"):
        yield factory.document(
            Target("region", code),
            "instruments",
            localizer.label("regions", code),
            partial(_region_document, code=code),
            localizer.word("regions", code, "definition").text,
            crumbs=crumbs,
            heading=phrases.label("regions", code),
        )


def _region_document(phrases: Phrases, code: str) -> Document:
    """A region, with what changed of its texts, and links to the other regions."""
    target = Target("region", code)
    news = changes.section(phrases, target, feed(target))
    document = followed(mechanism.region(phrases, code), news)
    links: list[list[Run]] = []
    for other_region in phrases.corpus.vocabularies.entries_of("regions"):
        if other_region != code:
            links.append(phrases.entry("regions", other_region))
    head = [*document.head, Paragraph(joined(links), "note")]
    return document._replace(head=head)


# -- the list of texts -------------------------------------------------------------------


def instruments(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """The list of texts, and the newest of those that are dated and neither drafts nor
    superseded.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    dated: list[str] = []
    for name in corpus.records:
        if corpus.day(name) and corpus.group(name) in ("pending", "standing"):
            dated.append(name)
    newest = sorted(dated, key=corpus.age, reverse=True)[:_NEWEST]
    items = [sentences.record_item(phrases, name) for name in newest]
    return {
        "counts": (len(corpus.mechanisms), len(corpus.records)),
        "sections": [_region_fold(phrases, code) for code in corpus.mechanisms_in],
        "newest": [List(items, "records")],
    }


def _region_fold(phrases: Phrases, code: str) -> Section:
    """The mechanisms of a region with their records, in a fold under its name."""
    names = mechanism.mechanisms(phrases, code)
    heading = phrases.with_number(phrases.label("regions", code), len(names))
    words = phrases.ui("This region on one page")
    link = Paragraph(phrases.linked("region", code, words))
    lists = [mechanism.listed(phrases, name) for name in names]
    return Section(heading, [link, *lists], code, "fold")
