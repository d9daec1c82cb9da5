"""The pages of topics, of all topics by mechanisms, and of the OHCHR Principles.

A table by mechanisms has a column for each, under its region. A cell shows one sign,
which leads to the text.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from generators.corpus import comparisons, order, tables
from generators.corpus.addresses import Target
from generators.corpus.comparisons import TopicComparison
from generators.corpus.located import Located, grouped
from generators.corpus.tables import Matrix
from generators.document import (
    changes,
    citation,
    narrow_questions,
    numbers,
    quoted_line,
    topic,
)
from generators.document.blocks import Block, List, ListItem, Section
from generators.document.runs import Absence, Annotation, Runs, Sign, letters
from generators.html.layout import opening_and_rest
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.model.records import Provision
from generators.model.vocabulary import VocabularyEntry


def pages(factory: PageFactory) -> Iterator[Page]:
    """A page for each topic."""
    return factory.each_entry("topic", "topics", "topics", _topic, "question")


def _topic(factory: PageFactory, writer: HtmlWriter, code: str) -> dict[str, Any]:
    """What the page of one topic shows."""
    phrases = factory.phrases
    corpus = phrases.corpus
    comparison = comparisons.topic(corpus, code)
    entry = corpus.vocabularies.entries_of("topics")[code]
    label = phrases.label("topics", code)
    unsaid = factory.localizer.word("topics", code, "unsaid").text if entry.unsaid else ""
    unread = {
        *comparison.read_in_part,
        *comparison.unreadable,
        *comparison.unread,
    }
    pillar = phrases.entry("pillars", entry.pillar or "")
    return {
        "crumbs": [phrases.page("topics", phrases.ui("Topics")), pillar],
        "code": code,
        "unsaid": unsaid,
        "saying": " ".join(sorted({line.partition("#")[0] for line in entry.lines})),
        "read": " ".join(name for name in corpus.standards if name not in unread),
        "heading": phrases.definition("topics", code, "question"),
        "label": label,
        "head": [
            *topic.answers(phrases, code),
            *narrow_questions.section_of_topic(phrases, code),
            *numbers.of_topic(phrases, code),
        ],
        "filters": _filters(factory, comparison) if comparison.rows else None,
        "table": topic.comparison(phrases, code, folded=True),
        "after": _after_table(factory, code, label),
    }


def _after_table(factory: PageFactory, code: str, label: Runs) -> list[Block]:
    """What comes after the table of a topic: procedures, silence, words, and changes."""
    phrases = factory.phrases
    page = Target("topic", code)
    changed = changes.section(phrases, page)
    return [
        *topic.procedures(phrases, code),
        *topic.absences(phrases, code, on_page=True),
        *topic.head(phrases, code)[1:],
        *topic.see_also(phrases, code),
        *([changed] if changed else []),
        citation.section(phrases, page, label),
    ]


def _filters(factory: PageFactory, comparison: TopicComparison) -> dict[str, Any]:
    """What the rows of a table can be filtered by: codes with their labels.

    ``numbers`` says whether they can be filtered by numbers.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    regions = {corpus.region(row.record) for row in comparison.rows}
    statuses = {corpus.status(row.record) for row in comparison.rows}
    return {
        "regions": _with_labels(factory, "regions", regions),
        "forces": [
            ("binding", phrases.force(True)),
            ("not-binding", phrases.force(False)),
        ],
        "statuses": _with_labels(factory, "statuses", statuses),
        "numbers": bool(comparison.numbers),
    }


def _with_labels(
    factory: PageFactory, list_name: str, codes: Container[str]
) -> list[tuple[str, Runs]]:
    """Codes of a closed list with their labels, in the order of the list."""
    phrases = factory.phrases
    return [
        (code, phrases.label(list_name, code))
        for code in phrases.corpus.vocabularies.entries_of(list_name)
        if code in codes
    ]


def topics(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """The question of each topic, under its pillar."""
    phrases = factory.phrases

    def item(code: str) -> ListItem:
        words = phrases.plain(phrases.localizer.word("topics", code, "question"))
        return ListItem(
            phrases.linked("topic", code, words), phrases.label("topics", code)
        )

    sections = []
    pillars = phrases.corpus.by_pillar(phrases.corpus.vocabularies.entries_of("topics"))
    for pillar, codes in pillars:
        questions = List([*map(item, codes)], "topics")
        sections.append(Section(phrases.label("pillars", pillar), [questions], pillar))
    return {"pillars": sections}


def all_topics(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What the page of all topics by mechanisms shows."""
    phrases = factory.phrases
    table = tables.topics(phrases.corpus)
    rows = []
    for pillar, codes in phrases.corpus.by_pillar(table.rows):
        entries = [(code, phrases.entry("topics", code)) for code in codes]
        rows.append((phrases.label("pillars", pillar), entries))
    cell = partial(_provision_cell, factory, writer, table)
    return {
        "crumbs": [phrases.page("topics", phrases.ui("Topics"))],
        "matrix": matrix(factory, table.mechanisms, rows, cell),
        "overview": _overview(factory, writer, table, rows),
    }


def _overview(
    factory: PageFactory,
    writer: HtmlWriter,
    table: Matrix[Located[Provision]],
    rows: Rows,
) -> dict[str, Any]:
    """The strongest rule on each topic by region: the labels of regions, and the rows.

    A cell leads to what the region answers on the page of the topic.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    by_region = grouped((corpus.region(name), name) for name in table.mechanisms)
    regions = [
        code for code in corpus.vocabularies.entries_of("regions") if code in by_region
    ]

    def cell(topic_code: str, region: str) -> Markup:
        pairs = [(topic_code, name) for name in by_region[region]]
        rules = [table.cells[pair] for pair in pairs if pair in table.cells]
        if rules:
            strongest = order.ordered(corpus, rules, topic_code)[0]
            return _region_cell(factory, writer, topic_code, region, strongest)
        if not all(pair in table.silent for pair in pairs):
            return Markup("")
        return _silence(factory, writer)

    return {
        "regions": [(code, phrases.label("regions", code)) for code in regions],
        "groups": [
            (
                label,
                [
                    (words, [cell(code, region) for region in regions])
                    for code, words in entries
                ],
            )
            for label, entries in rows
        ],
    }


def _silence(factory: PageFactory, writer: HtmlWriter) -> Markup:
    """The dash that says: all texts were read in full, and say nothing."""
    words = factory.localizer.gettext("we read the whole text: it says nothing")
    return writer.line([Absence(silent=True, words=words)])


def _region_cell(
    factory: PageFactory,
    writer: HtmlWriter,
    topic_code: str,
    region: str,
    provision: Located[Provision],
) -> Markup:
    """The sign of the strongest rule of a region on a topic."""
    phrases = factory.phrases
    localizer = phrases.localizer
    strength = provision.line.strength
    label = localizer.label("regions", region)
    words = f"{label}{localizer.colon}{localizer.label('strengths', strength)}"
    target = Target("topic", topic_code, "answers")
    sign = phrases.sign("strengths", strength, drawn=True)
    binds = phrases.corpus.line_binds(provision.record, provision.line)
    return linked_sign(writer, sign, target, words, binds)


Rows = Iterable[tuple[Runs, Iterable[tuple[str, Runs]]]]
"""Groups of rows: the label of a group (may be empty), and its rows: a code with its
label.
"""


def matrix(
    factory: PageFactory,
    mechanisms: Iterable[str],
    rows: Rows,
    cell: Callable[[str, str], Markup],
) -> dict[str, Any]:
    """What the macros of ``parts.html.j2`` draw a matrix from.

    ``cell`` writes that of a row's code and a mechanism. The mechanisms of a region come
    one after the other.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    columns = [(corpus.region(name), name) for name in mechanisms]
    regions = []
    for region, group in groupby(columns, key=itemgetter(0)):
        label = phrases.label("regions", region)
        entry = phrases.entry("regions", region)
        regions.append((region, label, entry, len(list(group))))

    def cells(code: str) -> list[tuple[str, Markup]]:
        return [(region, cell(code, name)) for region, name in columns]

    return {
        "regions": regions,
        "mechanisms": [(region, phrases.name(name)) for region, name in columns],
        "groups": [
            (label, [(words, cells(code)) for code, words in entries])
            for label, entries in rows
        ],
    }


def _provision_cell(
    factory: PageFactory,
    writer: HtmlWriter,
    table: Matrix[Located[Provision]],
    code: str,
    mechanism: str,
) -> Markup:
    """The cell of the strongest provision: a sign, which leads there, with its words.

    A dash where all texts, read in full, say nothing; empty where nothing is known.
    """
    phrases = factory.phrases
    localizer = phrases.localizer
    provision = table.cells.get((code, mechanism))
    if provision is None:
        if (code, mechanism) not in table.silent:
            return writer.line([])
        return _silence(factory, writer)
    strength = provision.line.strength
    text = localizer.short(provision.record).text
    place = localizer.reference(provision.record, provision.line.ref)
    words = f"{text}{localizer.comma}{place}"
    words = f"{words}{localizer.colon}{localizer.label('strengths', strength)}"
    if time := letters(quoted_line.time(phrases, provision.record, provision.line)):
        words = f"{words}{localizer.comma}{time}"
    target = Target("record", provision.record, provision.anchor)
    sign = phrases.sign("strengths", strength, drawn=True)
    binds = phrases.corpus.line_binds(provision.record, provision.line)
    return linked_sign(writer, sign, target, words, binds)


def linked_sign(
    writer: HtmlWriter, sign: Sign, target: Target, words: str, binding: bool
) -> Markup:
    """A sign that leads to a text; ``words`` name the link.

    It is filled where the text binds today (class b), and outlined where not (n).
    """
    link = Markup('<a class="{}" href="{}" title="{}">{}</a>')
    force = "b" if binding else "n"
    return link.format(force, writer.href(target), words, writer.line([sign]))


def principles(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What the page of the OHCHR Principles and Guidelines shows."""
    phrases = factory.phrases
    document = topic.principles(phrases)
    table = tables.principles(phrases.corpus)

    def principle(code: str, entry: VocabularyEntry) -> tuple[str, Runs]:
        """Its name, which leads to its text, and its place in the document."""
        words = list(phrases.entry("principles", code))
        if entry.ref:
            words += [" ", Annotation(phrases.reference(entry.ref))]
        return code, words

    rows = []
    for heading, _, entries in topic.principle_groups(phrases):
        if entries:
            named = [principle(code, entry) for code, entry in entries.items()]
            rows.append((heading, named))
    cell = partial(_provision_cell, factory, writer, table)
    opening, head = opening_and_rest(document.head)
    return {
        "opening": opening,
        "head": head,
        "matrix": matrix(factory, table.mechanisms, rows, cell),
        "sections": document.sections,
    }
