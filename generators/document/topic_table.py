"""The table of one topic: what every record says on it, by what the records are today."""

from __future__ import annotations

from typing import Literal

from generators.corpus import addresses, order, tables
from generators.corpus.comparisons import TopicComparison, TopicRow
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.corpus.narrow_questions import places_of_answers
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Group,
    Paragraph,
    Row,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line, find_provision
from generators.document.runs import Adopters, Run, Shared, joined
from generators.document.sharing import shared_line

_TEXTS_BEFORE_FOLD = 5
"""How many texts are on a page before a fold."""

Standing = Literal["binding", "not-binding", "over", "general"]
"""What a text is today: it binds and is in force; it does not bind, or not yet; its time
is over; or it is general law that also applies.
"""


def comparison_table(
    phrases: Phrases, comparison: TopicComparison, folded: bool
) -> Table:
    """The table of what texts say on a topic, those that bind today first. In folds are
    those that do not bind today, those whose time is over, and general law.

    On a page more is ``folded``: all but the first texts, and all but the first line of
    each text. There the lines that answer narrow questions have anchors.
    """
    topic_name = phrases.label("topics", comparison.topic)
    caption = phrases.ui("What each text says on: {topic}", topic=topic_name)
    columns = [
        phrases.ui("Organisation and text"),
        phrases.ui("What it says"),
        phrases.ui("Status"),
    ]
    groups: list[Group] = []
    for standing, topic_rows in rows_by_standing(phrases.corpus, comparison).items():
        if not topic_rows:
            continue
        rows = [_table_row(phrases, comparison, row, folded) for row in topic_rows]
        label = standing_label(phrases, standing, len(rows))
        is_first = not groups
        shown = rows[:_TEXTS_BEFORE_FOLD] if folded and is_first else rows
        groups.append(Group(label, shown, folded=not is_first))
        rest = rows[len(shown) :]
        if rest:
            more = phrases.ui("{n} more", n=phrases.number(len(rest)))
            groups.append(Group(more, rest, folded=True, more=True))
    return Table(caption, columns, groups)


def rows_by_standing(
    corpus: Corpus, comparison: TopicComparison
) -> dict[Standing, list[TopicRow]]:
    """The rows of a comparison by what their texts are today, each in the one order. A
    standing without a text has an empty list.

    A text of which some lines bind and others apply later has a row for each.
    """

    def place(row: TopicRow) -> order.Key:
        return order.key(corpus, row.cells[0], comparison.topic)

    rows: dict[Standing, list[TopicRow]] = {
        "binding": [],
        "not-binding": [],
        "over": [],
        "general": [],
    }
    for row in sorted(comparison.rows, key=place):
        if row.general:
            rows["general"].append(row)
        elif corpus.group(row.record) == "over" and not corpus.binds(row.record):
            rows["over"].append(row)
        else:
            _add_by_force(corpus, row, rows)
    return rows


def _add_by_force(
    corpus: Corpus, row: TopicRow, rows: dict[Standing, list[TopicRow]]
) -> None:
    """Add a row to the ``rows`` that bind today or to those that do not. Where some of
    its lines bind and others do not, add a row for each.
    """
    lines_by_force = grouped(
        (corpus.line_binds(line.record, line.line), line) for line in row.cells
    )
    binding = lines_by_force.get(True)
    later = lines_by_force.get(False)
    if binding and later:
        rows["binding"].append(row._replace(cells=binding))
        rows["not-binding"].append(row._replace(cells=later, rest=True))
    elif binding:
        rows["binding"].append(row)
    else:
        rows["not-binding"].append(row)


def standing_label(phrases: Phrases, standing: Standing, number: int) -> list[Run]:
    """What a group of texts is called, with how many they are: "Binding and in force
    (3)".
    """
    words = phrases.number(number)
    return {
        "general": sentences.general_law(phrases, number),
        "binding": phrases.ui("Binding and in force ({n})", n=words),
        "not-binding": phrases.ui("Not binding, or not yet in force ({n})", n=words),
        "over": phrases.ui("No longer in force ({n})", n=words),
    }[standing]


def _table_row(
    phrases: Phrases, comparison: TopicComparison, row: TopicRow, folded: bool
) -> Row:
    """A text with what it says on the topic, its status, and what the row is filtered by.

    Where it is ``folded``, all but the first line are in a fold.
    """
    answering: frozenset[str] = frozenset()
    if folded:
        answering = places_of_answers(phrases.corpus, comparison.topic)
    entries = [
        cell(phrases, line, comparison.topic, line.place in answering)
        for line in row.cells
    ]
    shown = entries[:1] if folded else entries
    rest = entries[len(shown) :]
    says: list[Block] = [Entries(shown, "cells")]
    if rest:
        more = phrases.ui("{n} more", n=phrases.number(len(rest)))
        says.append(Fold(more, [Entries(rest, "cells")]))
    name = Paragraph(named(phrases, row.record))
    status = Paragraph(_type_and_status(phrases, row.record))
    anchor = "" if row.rest else addresses.row_anchor(row.record)
    facets = tables.facets(phrases.corpus, comparison, row)
    return Row([[name], says, [status]], anchor, facets)


@once
def named(phrases: Phrases, record: str, anchor: str = "") -> list[Run]:
    """A record in a comparison, after those who adopted it; ``anchor`` is a place on its
    page.
    """
    adopters = Adopters(sentences.acronyms(phrases, record))
    return shared_line([adopters, " ", *phrases.name(record, anchor)])


@once
def _type_and_status(phrases: Phrases, record: str) -> list[Run]:
    """What type of text a record is, and its status."""
    kind = phrases.label("types", phrases.corpus.records[record].type)
    return shared_line(joined((kind, sentences.status(phrases, record))))


def cell(
    phrases: Phrases, line: Located, topic: str, anchored: bool = False
) -> Shared[Entry]:
    """What a provision says on a topic: the same under each of its topics. Under some it
    needs to say for which groups of persons it holds. ``anchored``: links lead to it.
    """
    groups = order.groups_beside(phrases.corpus, line, topic)
    return _shared_cell(phrases, line.place, groups, anchored)


@once
def _shared_cell(
    phrases: Phrases, place: str, groups: tuple[str, ...], anchored: bool
) -> Shared[Entry]:
    """The provision at a place (``record#anchor``), for ``groups`` of persons (codes;
    empty: it need not say for whom). The row has the name of the text.
    """
    anchor = addresses.cell_anchor(place) if anchored else ""
    line = find_line(phrases.corpus, place)
    entry = sentences.line(phrases, line, place=phrases.place_of(line))
    says = phrases.text_of(line.record, find_provision(line).says)
    whom = sentences.of_groups(phrases, groups)
    text = sentences.for_whom_first(phrases, whom, says)
    return Shared(entry._replace(text=text, anchor=anchor))
