"""One topic: what every record says on it, as a table; and the two kinds of absence kept apart."""

from __future__ import annotations

from itertools import groupby

from generators.corpus import addresses, comparisons, tables
from generators.corpus.comparisons import Row as ComparedRow
from generators.corpus.located import LocatedProvision
from generators.corpus.record_profile import region_of
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Adopters, Run, Runs, Shared, joined


def document(say: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one topic, without its title. Where it is ``brief``, records that nobody has looked at are
    counted and not named.
    """
    return Document([*head(say, code), *comparison(say, code)], absences(say, code, brief))


def head(say: Phrases, code: str) -> list[Block]:
    """The question of a topic, its definition, and how many records speak on it, by strength."""
    found = comparisons.topic(say.corpus, code)
    counted = (
        [say.sign("strengths", strength, True), "\u00a0", *_counted(say, strength, found.strengths[strength])]
        for strength in say.corpus.vocabularies.of("strengths")
        if found.strengths.get(strength)
    )
    records = say.counted("{n} record", "{n} records", len(found.rows))
    return [
        Paragraph(say.definition("topics", code, "question"), "lead"),
        Paragraph(say.definition("topics", code)),
        Paragraph(joined((records, *counted)), "facts"),
    ]


def _counted(say: Phrases, strength: str, number: int) -> list[Run]:
    return say.labelled(say.label("strengths", strength), say.number(number))


def comparison(say: Phrases, code: str) -> list[Block]:
    """The table of what records say, by region; one sentence where nothing is recorded yet."""
    found = comparisons.topic(say.corpus, code)
    if not found.rows:
        return [Paragraph(say.ui("No provision on this topic is recorded here yet."))]
    caption = say.ui("What each record says on: {topic}", topic=say.label("topics", code))
    columns = [say.ui("Mechanism and record"), say.ui("What it says"), say.ui("Status")]
    by_region = groupby(found.rows, key=lambda row: region_of(say.corpus, row.record))
    groups = [
        Group(region_label(say, region), [_row(say, found, row) for row in rows], region)
        for region, rows in by_region
    ]
    return [Table(caption, columns, groups)]


def _row(say: Phrases, found: comparisons.TopicComparison, row: ComparedRow) -> Row:
    cells = [_cell(say, located) for located in row.cells]
    return Row(
        [
            [Paragraph([say.shared(("compared", row.record), lambda: named(say, row.record))])],
            [Entries(cells, "cells")],
            [Paragraph([say.shared(("kind and status", row.record), lambda: _status(say, row.record))])],
        ],
        addresses.row_anchor(row.record),
        tables.facets(say.corpus, found, row),
    )


def named(say: Phrases, record: str, anchor: str = "") -> list[Run]:
    """A record in a comparison, after those who adopted it; ``anchor`` is a place on its page."""
    return [Adopters(sentences.acronyms(say, record)), " ", *say.name(record, anchor)]


def _status(say: Phrases, record: str) -> list[Run]:
    kind = say.label("types", say.corpus.records[record].type)
    return joined((kind, sentences.status(say, record)))


def _cell(say: Phrases, located: LocatedProvision) -> Shared:
    """What a provision says: the same under each topic that it stands on."""
    return say.shared(("cell", located.record, located.anchor), lambda: _entry(say, located))


def _entry(say: Phrases, located: LocatedProvision) -> Entry:
    record, each = located.record, located.provision
    where = say.cited(say.name(record, located.anchor), each.ref)
    force = say.force_sign(say.corpus.records[record].binding)
    sure = say.confidence(say.corpus.confidence_of(record, each))
    return Entry(
        text=say.text_of(record, each.says),
        about=[joined((where, force, sure))],
        value=say.measure(each.value),
        sign=say.strength(each.strength),
    )


def absences(say: Phrases, code: str, brief: bool = False) -> list[Section]:
    """The records that, read in full, say nothing on a topic, and those that nobody has looked at."""
    found, sections = comparisons.topic(say.corpus, code), []
    if found.silent:
        counted = say.counted(
            "{n} record, read in full, holds nothing on this topic.",
            "{n} records, read in full, hold nothing on this topic.",
            len(found.silent),
        )
        words = [Absence(silent=True), " ", *counted]
        blocks = [*notes(words), records_by_region(say, found.silent)]
        sections.append(Section(say.ui("The text says nothing"), blocks, "silent"))
    if found.unread:
        words = [Absence(silent=False), " ", *unread(say, len(found.unread))]
        blocks = notes(words) if brief else [Fold(words, [records_by_region(say, found.unread)])]
        sections.append(Section(say.ui("Not yet looked at"), blocks, "unread"))
    return sections


def unread(say: Phrases, number: int) -> list[Run]:
    """That so many records were not looked at."""
    return say.counted(
        "{n} record: nothing is known yet, which does not mean that its text says nothing.",
        "{n} records: nothing is known yet, which does not mean that their texts say nothing.",
        number,
    )


def records_by_region(say: Phrases, records: tuple[str, ...]) -> Facts:
    """Records, in the order of comparisons, under their regions."""
    by_region = groupby(records, key=lambda record: region_of(say.corpus, record))
    return Facts(
        [Fact(region_label(say, code), sentences.names(say, each)) for code, each in by_region], "lists"
    )


def region_label(say: Phrases, code: str) -> Runs:
    """A region's name; a dash where a record has none."""
    return say.label("regions", code) if code else ["—"]


def see_also(say: Phrases, code: str) -> Blocks:
    """What else bears on a topic: steps of a case, Principles, the topics of its pillar."""
    vocabularies = say.corpus.vocabularies
    pillar = vocabularies.of("topics")[code].pillar
    stages = [stage for stage, each in vocabularies.of("stages").items() if code in each.topics]
    principles = [name for name, each in vocabularies.of("principles").items() if code in each.topics]
    neighbours = [name for name, each in vocabularies.of("topics").items() if each.pillar == pillar]
    rows = [
        Fact(say.ui("Steps of a case"), joined(say.entry("stages", stage) for stage in stages)),
        Fact(
            say.ui("OHCHR Principles and Guidelines"),
            joined(say.entry("principles", name) for name in principles),
        ),
        Fact(say.label("pillars", pillar or ""), joined(say.entry("topics", name) for name in neighbours)),
    ]
    return [Section(say.ui("See also"), [Facts([row for row in rows if row.value], "lists")], "see-also")]
