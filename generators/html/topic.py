"""One topic across all regions; the matrix of topics × mechanisms, that of the OHCHR
Principles and Guidelines, and how such a table is drawn: a mechanism a column, under
their regions; what a cell shows is one sign, which leads to the text that speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generators.corpus import comparisons, tables
from generators.corpus.addresses import Target
from generators.corpus.comparisons import TopicComparison
from generators.corpus.tables import Matrix
from generators.document import changes, citation, numbers, quoted_line, topic
from generators.document.blocks import List, ListItem, Section
from generators.document.runs import Absence, Annotation, Runs, Sign, letters
from generators.html.layout import opening_and_rest
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.model.vocabulary import VocabularyEntry


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page a topic."""
    return factory.each_entry("topic", "topics", "topics", _topic, "question")


def _topic(factory: PageFactory, writer: HtmlWriter, code: str) -> dict[str, Any]:
    phrases, found = factory.phrases, comparisons.topic(factory.phrases.corpus, code)
    entry, word = phrases.corpus.vocabularies.of("topics")[code], factory.localizer.word
    page, label = Target("topic", code), phrases.label("topics", code)
    pillar = phrases.entry("pillars", entry.pillar or "")
    unread = {*found.read_in_part, *found.unreadable, *found.unread}
    changed = changes.section(phrases, page)
    after = [*topic.procedures(phrases, code), *topic.absences(phrases, code)]
    after += [*topic.head(phrases, code)[1:], *topic.see_also(phrases, code)]
    after += [*([changed] if changed else []), citation.section(phrases, page, label)]
    return {
        "crumbs": [phrases.page("topics", phrases.ui("Topics")), pillar],
        "code": code,
        "unsaid": word("topics", code, "unsaid").text if entry.unsaid else "",
        "saying": " ".join(sorted({line.partition("#")[0] for line in entry.lines})),
        "read": " ".join(name for name in phrases.corpus.standards if name not in unread),
        "heading": phrases.definition("topics", code, "question"),
        "label": label,
        "head": [*topic.answers(phrases, code), *numbers.of_topic(phrases, code)],
        "filters": _filters(factory, found) if found.rows else None,
        "table": topic.comparison(phrases, code, folded=True),
        "after": after,
    }


def _filters(factory: PageFactory, found: TopicComparison) -> dict[str, Any]:
    """What the rows of a table can be filtered by: codes with their labels; and whether
    by numbers.
    """
    phrases, corpus = factory.phrases, factory.phrases.corpus

    def labelled(of: str, used: Container[str]) -> list[tuple[str, Runs]]:
        return [
            (code, phrases.label(of, code))
            for code in corpus.vocabularies.of(of)
            if code in used
        ]

    return {
        "regions": labelled("regions", {corpus.region(row.record) for row in found.rows}),
        "forces": [
            (code, phrases.force(code == "binding"))
            for code in ("binding", "not-binding")
        ],
        "statuses": labelled(
            "statuses", {corpus.status(row.record) for row in found.rows}
        ),
        "numbers": bool(found.numbers),
    }


def topics(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """The question of each topic, under its pillar."""
    phrases = factory.phrases

    def item(code: str) -> ListItem:
        words = phrases.plain(phrases.localizer.word("topics", code, "question"))
        return ListItem(
            phrases.linked("topic", code, words), phrases.label("topics", code)
        )

    pillars = phrases.corpus.by_pillar(phrases.corpus.vocabularies.of("topics"))
    listed = ((pillar, List([*map(item, codes)], "topics")) for pillar, codes in pillars)
    return {
        "pillars": [
            Section(phrases.label("pillars", pillar), [each], pillar)
            for pillar, each in listed
        ]
    }


def all_topics(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """Topics by mechanisms."""
    phrases, found = factory.phrases, tables.topics(factory.phrases.corpus)
    rows = [
        (
            phrases.label("pillars", pillar),
            [(code, phrases.entry("topics", code)) for code in codes],
        )
        for pillar, codes in phrases.corpus.by_pillar(found.rows)
    ]
    return {
        "crumbs": [phrases.page("topics", phrases.ui("Topics"))],
        "matrix": matrix(
            factory,
            found.mechanisms,
            rows,
            partial(_provision_cell, factory, writer, found),
        ),
    }


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
    """What the macros of ``parts.html.j2`` draw a matrix from; ``cell`` writes that of a
    row's code and a mechanism.
    """
    phrases, corpus = factory.phrases, factory.phrases.corpus
    columns = [
        (region, list(each)) for region, each in groupby(mechanisms, key=corpus.region)
    ]

    def cells(code: str) -> list[tuple[str, Markup]]:
        return [(region, cell(code, name)) for region, names in columns for name in names]

    return {
        "regions": [
            (
                region,
                phrases.label("regions", region),
                phrases.entry("regions", region),
                len(names),
            )
            for region, names in columns
        ],
        "mechanisms": [
            (region, phrases.name(name)) for region, names in columns for name in names
        ],
        "groups": [
            (label, [(words, cells(code)) for code, words in entries])
            for label, entries in rows
        ],
    }


def _provision_cell(
    factory: PageFactory, writer: HtmlWriter, found: Matrix, code: str, mechanism: str
) -> Markup:
    """The cell of the strongest provision: its sign, which leads there and says it in
    words; a dash where all texts, read in full, say nothing; empty where nothing is
    known.
    """
    phrases, pair = factory.phrases, (code, mechanism)
    cell, silent = found.cells.get(pair), pair in found.silent
    if cell is None:
        words = phrases.localizer.gettext("we read the whole text: it says nothing")
        return writer.line([Absence(silent=True, words=words)] if silent else [])
    say, strength = phrases.localizer, cell.line.strength
    where = say.comma.join(
        (say.short(cell.record).text, say.reference(cell.record, cell.line.ref))
    )
    words = f"{where}{say.colon}{say.label('strengths', strength)}"
    if time := letters(quoted_line.time(phrases, cell.record, cell.line)):
        words = f"{words}{say.comma}{time}"
    target = Target("record", cell.record, cell.anchor)
    sign = phrases.sign("strengths", strength, drawn=True)
    binds = phrases.corpus.line_binds(cell.record, cell.line)
    return linked_sign(writer, sign, target, words, binds)


def linked_sign(
    writer: HtmlWriter, sign: Sign, target: Target, words: str, binding: bool
) -> Markup:
    """A sign that leads to a text: on a filled ground where that binds today (class b),
    outlined where it does not (n). ``words`` name the link.
    """
    link, force = (
        Markup('<a class="{}" href="{}" title="{}">{}</a>'),
        "b" if binding else "n",
    )
    return link.format(force, writer.href(target), words, writer.line([sign]))


def principles(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    document, found = topic.principles(phrases), tables.principles(phrases.corpus)

    def principle(code: str, entry: VocabularyEntry) -> tuple[str, Runs]:
        """Its name, which leads to its text, and its place in the document."""
        place = [" ", Annotation(phrases.reference(entry.ref))] if entry.ref else []
        return code, [*phrases.entry("principles", code), *place]

    groups = topic.principle_groups(phrases)
    rows = [
        (heading, [principle(*each) for each in of.items()])
        for heading, _, of in groups
        if of
    ]
    opening, head = opening_and_rest(document.head)
    return {
        "opening": opening,
        "head": head,
        "matrix": matrix(
            factory,
            found.mechanisms,
            rows,
            partial(_provision_cell, factory, writer, found),
        ),
        "sections": document.sections,
    }
