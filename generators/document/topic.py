"""One topic: what every record says on it, as a table, and the three kinds of absence kept apart; and the
OHCHR Principles and Guidelines as a lens: the topics that each bears on, with the strongest provisions there.
"""

from __future__ import annotations

from itertools import groupby

from generators.corpus import addresses, comparisons, tables
from generators.corpus.comparisons import Row as ComparedRow
from generators.corpus.comparisons import TopicOfPrinciple
from generators.corpus.located import LocatedProvision
from generators.corpus.principle_matrix import principle_matrix
from generators.corpus.record_profile import region_of
from generators.corpus.regional_answers import RegionalAnswer, regional_answers
from generators.document import parties, sentences
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
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Adopters, Annotation, Run, Runs, Shared, joined
from generators.model.vocabulary import Entry as VocabularyEntry


def document(phrases: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one topic, without its title. Where it is ``brief``, records that nobody has looked
    at are counted and not named.
    """
    head_ = [*head(phrases, code), *answers(phrases, code)]
    return Document([*head_, *comparison(phrases, code)], absences(phrases, code, brief))


def head(phrases: Phrases, code: str) -> list[Block]:
    """The question of a topic, its definition, and how many records speak on it, by strength."""
    found = comparisons.topic(phrases.corpus, code)
    counted = (
        [
            phrases.sign("strengths", strength, True),
            "\u00a0",
            *_counted(phrases, strength, found.strengths[strength]),
        ]
        for strength in phrases.corpus.vocabularies.of("strengths")
        if found.strengths.get(strength)
    )
    records = phrases.counted("{n} record", "{n} records", len(found.rows))
    lines = phrases.counted("{n} line", "{n} lines", sum(found.strengths.values()))
    return [
        Paragraph(phrases.definition("topics", code, "question"), "lead"),
        Paragraph(phrases.definition("topics", code)),
        Paragraph(joined((records, lines, *counted)), "facts"),
    ]


def answers(phrases: Phrases, code: str) -> list[Block]:
    """What each region answers: the sentence that stands first there, its number, its force and how many
    States it binds; where none is recorded, whether texts were read and say nothing, or nobody has looked.
    """
    if not comparisons.topic(phrases.corpus, code).rows:
        return []
    rows = [
        Fact(phrases.label("regions", each.region), *_answer(phrases, code, each))
        for each in regional_answers(phrases.corpus, code)
    ]
    return [Section(phrases.ui("What each region answers"), [Facts(rows, "answers")], "answers")]


def _answer(phrases: Phrases, code: str, each: RegionalAnswer) -> tuple[list[Run], list[Block]]:
    """The words and the sentence of a region's answer; of a region without one, words alone."""
    line = each.leading
    if line is None:
        return _no_answer(phrases, each), []
    record, provision = line.record, line.provision
    about = joined(
        (
            phrases.label("strengths", provision.strength),
            sentences.only_for(phrases, line, code),
            phrases.cited(phrases.name(record, line.anchor), provision.ref, record),
            phrases.force_of(record),
            parties.states_bound(phrases, record),
            phrases.confidence(phrases.corpus.confidence_of(record, provision)),
        )
    )
    entry = Entry(
        text=phrases.text_of(record, provision.says),
        about=[about],
        value=sentences.value(phrases, provision),
        sign=phrases.sign("strengths", provision.strength, True),
    )
    return [], [Entries([entry], "cells")]


def _no_answer(phrases: Phrases, each: RegionalAnswer) -> list[Run]:
    silent = (
        phrases.counted(
            "{n} text, read in full, says nothing", "{n} texts, read in full, say nothing", each.silent
        )
        if each.silent
        else []
    )
    unreadable = (
        phrases.counted(
            "{n} text that we could not read", "{n} texts that we could not read", each.unreadable
        )
        if each.unreadable
        else []
    )
    unread = (
        phrases.counted("{n} record not yet looked at", "{n} records not yet looked at", each.unread)
        if each.unread
        else []
    )
    sign = [Absence(silent=bool(silent)), " "]
    return [*sign, *(joined((silent, unreadable, unread)) or phrases.ui("no record of this region"))]


def _counted(phrases: Phrases, strength: str, number: int) -> list[Run]:
    return phrases.labelled(phrases.label("strengths", strength), phrases.number(number))


def comparison(phrases: Phrases, code: str) -> list[Block]:
    """The table of what records say, by region with general law folded; one sentence where there is none."""
    found = comparisons.topic(phrases.corpus, code)
    if not found.rows:
        return [Paragraph(phrases.ui("No provision on this topic is recorded here yet."))]
    caption = phrases.ui("What each record says on: {topic}", topic=phrases.label("topics", code))
    columns = [phrases.ui("Mechanism and record"), phrases.ui("What it says"), phrases.ui("Status")]
    groups: list[Group] = []
    for region, rows in groupby(found.rows, key=lambda row: region_of(phrases.corpus, row.record)):
        near, general = [], []
        for row in rows:
            (general if row.general else near).append(_row(phrases, found, row))
        label, law = region_label(phrases, region), sentences.general_law(phrases, len(general))
        if near:
            groups.append(Group(label, near, region))
        if general:
            own = (law, "") if near else (joined((label, law)), region)
            groups.append(Group(own[0], general, own[1], folded=True))
    return [Table(caption, columns, groups, grouped=phrases.ui("Region"))]


def _row(phrases: Phrases, found: comparisons.TopicComparison, row: ComparedRow) -> Row:
    cells = [cell(phrases, located, found.topic) for located in row.cells]
    return Row(
        [
            [Paragraph([phrases.shared(("compared", row.record), lambda: named(phrases, row.record))])],
            [Entries(cells, "cells")],
            [
                Paragraph(
                    [phrases.shared(("kind and status", row.record), lambda: _status(phrases, row.record))]
                )
            ],
        ],
        addresses.row_anchor(row.record),
        tables.facets(phrases.corpus, found, row),
    )


def named(phrases: Phrases, record: str, anchor: str = "") -> list[Run]:
    """A record in a comparison, after those who adopted it; ``anchor`` is a place on its page."""
    return [Adopters(sentences.acronyms(phrases, record)), " ", *phrases.name(record, anchor)]


def _status(phrases: Phrases, record: str) -> list[Run]:
    kind = phrases.label("types", phrases.corpus.records[record].type)
    return joined((kind, sentences.status(phrases, record)))


def cell(phrases: Phrases, located: LocatedProvision, topic: str) -> Shared:
    """What a provision says on a topic: the same under each that it stands on, but that some say for whom."""
    alone = sentences.only_for(phrases, located, topic)
    key = ("cell", located.record, located.anchor, bool(alone))
    return phrases.shared(key, lambda: _entry(phrases, located, alone))


def _entry(phrases: Phrases, located: LocatedProvision, alone: Runs) -> Entry:
    record, each = located.record, located.provision
    where = phrases.name_of_place(each.ref, record, located.anchor)  # the record's name heads the row
    force = phrases.force_sign(record) or phrases.force_of(record)
    sure = phrases.confidence(phrases.corpus.confidence_of(record, each))
    return Entry(
        text=phrases.text_of(record, each.says),
        about=[joined((alone, where, force, sure))],
        value=sentences.value(phrases, each),
        sign=phrases.strength(each.strength),
    )


def absences(phrases: Phrases, code: str, brief: bool = False) -> list[Section]:
    """The records that, read in full, say nothing on a topic, those whose text could not be read, and those
    that nobody has looked at.
    """
    found, sections = comparisons.topic(phrases.corpus, code), []
    if found.silent:
        counted = phrases.counted(
            "{n} record, read in full, holds nothing on this topic.",
            "{n} records, read in full, hold nothing on this topic.",
            len(found.silent),
        )
        words = [Absence(silent=True), " ", *counted]
        blocks = [*notes(words), records_by_region(phrases, found.silent)]
        sections.append(Section(phrases.ui("The text says nothing"), blocks, "silent"))
    unknown = (
        (phrases.ui("We could not read the text"), "unreadable", unreadable, found.unreadable),
        (phrases.ui("Not yet looked at"), "unread", unread, found.unread),
    )
    for heading, anchor, words_of, records in unknown:
        if records:
            words = [Absence(silent=False), " ", *words_of(phrases, len(records))]
            blocks = notes(words) if brief else [Fold(words, [records_by_region(phrases, records)])]
            sections.append(Section(heading, blocks, anchor))
    return sections


def unreadable(phrases: Phrases, number: int) -> list[Run]:
    """That somebody looked for so many texts and could not read them."""
    return phrases.counted(
        "{n} text: we looked for it and could not read it, or not the whole of it. Its page says where we "
        "looked.",
        "{n} texts: we looked for them and could not read them, or not the whole of them. Their pages say "
        "where we looked.",
        number,
    )


def unread(phrases: Phrases, number: int) -> list[Run]:
    """That so many records were not looked at."""
    return phrases.counted(
        "{n} record: nothing is known yet, which does not mean that its text says nothing.",
        "{n} records: nothing is known yet, which does not mean that their texts say nothing.",
        number,
    )


def records_by_region(phrases: Phrases, records: tuple[str, ...]) -> Facts:
    """Records, in the order of comparisons, under their regions."""
    by_region = groupby(records, key=lambda record: region_of(phrases.corpus, record))
    return Facts(
        [Fact(region_label(phrases, code), sentences.names(phrases, each)) for code, each in by_region],
        "lists",
    )


def region_label(phrases: Phrases, code: str) -> Runs:
    """A region's name; a dash where a record has none."""
    return phrases.label("regions", code) if code else ["—"]


def see_also(phrases: Phrases, code: str) -> Blocks:
    """What else bears on a topic: steps of a case, Principles, the topics of its pillar."""
    vocabularies = phrases.corpus.vocabularies
    pillar = vocabularies.of("topics")[code].pillar
    stages = [stage for stage, each in vocabularies.of("stages").items() if code in each.topics]
    principles = [name for name, each in vocabularies.of("principles").items() if code in each.topics]
    neighbours = [name for name, each in vocabularies.of("topics").items() if each.pillar == pillar]
    rows = [
        Fact(phrases.ui("Steps of a case"), joined(phrases.entry("stages", stage) for stage in stages)),
        Fact(
            phrases.ui("OHCHR Principles and Guidelines"),
            joined(phrases.entry("principles", name) for name in principles),
        ),
        Fact(
            phrases.label("pillars", pillar or ""),
            joined(phrases.entry("topics", name) for name in neighbours),
        ),
    ]
    return [Section(phrases.ui("See also"), [Facts([row for row in rows if row.value], "lists")], "see-also")]


def principles(phrases: Phrases) -> Document:
    """All Principles, then all Guidelines."""
    lead = phrases.ui(
        "The Dakar consultation named them as the common reference point. Each principle leads to the "
        "topics it bears on, and to the strongest provisions recorded there."
    )
    head: list[Block] = [Paragraph(lead, "lead")]
    if record := next((name for name in phrases.corpus.records if name.startswith("ohchr/principles")), ""):
        head.append(Paragraph(phrases.title_link(record)))
    sections = [
        Section(
            heading,
            [Entries([_principle(phrases, code, each) for code, each in entries.items()], "articles")],
            anchor,
        )
        for heading, anchor, entries in principle_groups(phrases)
    ]
    return Document(head, sections)


def _principle(phrases: Phrases, code: str, entry: VocabularyEntry) -> Entry:
    sure = phrases.confidence(entry.confidence) if entry.confidence else []
    topics = [_topic(phrases, each) for each in comparisons.topics_of_principle(phrases.corpus, code)]
    return Entry(
        text=phrases.definition("principles", code),
        about=[joined((phrases.reference(entry.ref), sure)), _spread(phrases, code) if topics else []],
        label=phrases.label("principles", code),
        anchor=code,
        more=[List(topics)] if topics else [],
    )


def _spread(phrases: Phrases, code: str) -> list[Run]:
    """How many mechanisms answer to a principle, by what force, and of how many nothing is known, or their
    texts say nothing.
    """
    found = principle_matrix(phrases.corpus).spread(code)
    silent = [Absence(silent=True), " ", *phrases.ui("the text, read in full, says nothing")]
    unknown = [Absence(silent=False), " ", *phrases.ui("nothing recorded here")]
    counted = (
        (phrases.force(True), found.binding),
        (phrases.force(False), found.not_binding),
        (silent, found.silent),
        (unknown, found.unknown),
    )
    each = joined(phrases.labelled(words, phrases.number(n)) for words, n in counted if n)
    return phrases.labelled(phrases.ui("Mechanisms"), each) if each else []


def principle_row(phrases: Phrases, code: str, entry: VocabularyEntry) -> list[Run]:
    """A principle in the matrix: its name, which leads to its text, and its place in the document."""
    ref = phrases.reference(entry.ref)
    return [*phrases.entry("principles", code), *([" ", Annotation(ref)] if ref else [])]


def principle_groups(phrases: Phrases) -> list[tuple[list[Run], str, dict[str, VocabularyEntry]]]:
    """Principles, then Guidelines: heading, anchor, entries by code."""
    entries = phrases.corpus.vocabularies.of("principles")
    named = ((phrases.ui("Principles"), "principles", "p"), (phrases.ui("Guidelines"), "guidelines", "g"))
    return [
        (heading, anchor, {code: each for code, each in entries.items() if code[0] == letter})
        for heading, anchor, letter in named
    ]


def _topic(phrases: Phrases, each: TopicOfPrinciple) -> Item:
    strongest = (
        [
            phrases.strength(located.provision.strength),
            " ",
            *phrases.cited(
                phrases.name(located.record, located.anchor), located.provision.ref, located.record
            ),
        ]
        for located in each.first
    )
    counted = phrases.counted("{n} record", "{n} records", each.count)
    return Item(phrases.entry("topics", each.topic), joined((counted, *strongest)))
