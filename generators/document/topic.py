"""One topic: what every record says on it, as a table, and the kinds of absence kept
apart; and the OHCHR Principles and Guidelines as a lens: the topics that each bears on,
with the strongest provisions there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generators.corpus import addresses, comparisons, order, tables
from generators.corpus.comparisons import TopicRow
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.document import blocks as block
from generators.document import parties, quoted_line, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Adopters, Link, Run, Shared, joined
from generators.document.sharing import shared_line
from generators.model.vocabulary import VocabularyEntry


def document(phrases: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one topic, without its title. Where it is ``brief``, records that
    nobody has looked at are counted and not named.
    """
    said = [*head(phrases, code), *answers(phrases, code), *comparison(phrases, code)]
    return Document(said, [*procedures(phrases, code), *absences(phrases, code, brief)])


def in_brief(phrases: Phrases, code: str) -> Document:
    """What each region asks on one topic, and of all other texts the places where they
    speak on it, without what they say: for a volume that has each of them.
    """
    found, rows = comparisons.topic(phrases.corpus, code), []
    for standing, of in _by_standing(phrases.corpus, found).items():
        places = joined(sentences.places(phrases, row.cells) for row in of)
        rows.append((_standing(phrases, standing, len(of)), places))
    texts = [facts(rows, "lists")] if found.rows else []
    unsaid = notes(
        _silent(phrases, len(found.silent)), unread(phrases, len(found.unread))
    )
    return Document([*head(phrases, code), *answers(phrases, code), *texts, *unsaid], [])


def head(phrases: Phrases, code: str) -> list[Block]:
    """The question of a topic, and its definition."""
    question = Paragraph(phrases.definition("topics", code, "question"), "lead")
    return [question, Paragraph(phrases.definition("topics", code))]


def answers(phrases: Phrases, code: str) -> list[Block]:
    """What each region answers: the sentence that stands first there, its number, its
    force and how many States it binds; where none is recorded, whether texts were read
    and say nothing, or nobody has looked. The region whose sentence stands before all
    others comes first.
    """
    corpus, compared = phrases.corpus, comparisons.topic(phrases.corpus, code).rows
    if not compared:
        return []
    regions = corpus.vocabularies.of("regions")
    found = {
        region: comparisons.regional_answer(corpus, code, region) for region in regions
    }

    def place(region: str) -> tuple:
        leading, _ = found[region]
        return (0, order.key(corpus, leading, code)) if leading else (1,)

    rows = [
        _answer(phrases, code, region, *found[region])
        for region in sorted(found, key=place)
    ]
    # the table was once parted by regions
    former = [*filter(None, dict.fromkeys(corpus.region(row.record) for row in compared))]
    heading = phrases.ui("What each region asks")
    return [Section(heading, [block.Facts(rows, "answers")], "answers", former=former)]


def _answer(
    phrases: Phrases, code: str, region: str, line: Located | None, absent: list[int]
) -> block.Fact:
    """The sentence of a region's answer, and that its text is a general one where it is;
    of a region without one, words alone.
    """
    label = phrases.label("regions", region)
    if line is None:
        return block.Fact(label, _no_answer(phrases, *absent))
    near = order.nearness(phrases.corpus, line.record, line.line)
    law = sentences.in_general(phrases) if near == order.NEIGHBOUR else []
    place = joined(
        (
            sentences.place(phrases, line),
            law,
            parties.states_bound(phrases, line.record, line.line),
        )
    )
    return block.Fact(
        label,
        blocks=[Entries([sentences.line(phrases, line, code, place=place)], "cells")],
    )


def _no_answer(
    phrases: Phrases, silent: int, read_in_part: int, unreadable: int, unread: int
) -> list[Run]:
    some, n = phrases.some, read_in_part
    left = some(
        "{n} text that we have not read for this yet",
        "{n} texts that we have not read for this yet",
        unread,
    )
    absent = (
        some(
            "{n} text, read in full, says nothing",
            "{n} texts, read in full, say nothing",
            silent,
        ),
        some(
            "{n} text, read in part: we found nothing",
            "{n} texts, read in part: we found nothing",
            n,
        ),
        some(
            "{n} text that we could not read",
            "{n} texts that we could not read",
            unreadable,
        ),
        left,
    )
    said = joined(absent) or phrases.ui("no text of this region")
    return [Absence(silent=bool(silent)), " ", *said]


_SHOWN = 5
"""How many texts, and of a text how many lines but the first, stand outside a fold on a
page.
"""
_STEPS = 8
"""How many steps of procedures stand on the page of a topic; the page of a stage has all.
"""


def comparison(phrases: Phrases, code: str, folded: bool = False) -> list[Block]:
    """The table of what texts say: those in force that bind first, behind folds those
    that do not bind or do not apply yet, those whose time is over, and general law; one
    sentence where there is none. On a page some more is ``folded``: all but the first
    texts, and all but the first line of each.
    """
    found = comparisons.topic(phrases.corpus, code)
    if not found.rows:
        return [Paragraph(phrases.ui("We have found no rule on this topic yet."))]
    caption = phrases.ui(
        "What each text says on: {topic}", topic=phrases.label("topics", code)
    )
    columns = [
        phrases.ui("Organisation and text"),
        phrases.ui("What it says"),
        phrases.ui("Status"),
    ]
    groups: list[block.Group] = []
    for standing, rows in _by_standing(phrases.corpus, found).items():
        made = [_row(phrases, found, row, folded) for row in rows]
        first = made[:_SHOWN] if folded and not groups else made
        if made:
            groups.append(
                block.Group(
                    _standing(phrases, standing, len(made)), first, folded=bool(groups)
                )
            )
        if rest := made[len(first) :]:
            label = phrases.ui("{n} more", n=phrases.number(len(rest)))
            groups.append(block.Group(label, rest, folded=True, more=True))
    return [block.Table(caption, columns, groups)]


def _by_standing(
    corpus: Corpus, found: comparisons.TopicComparison
) -> dict[str, list[TopicRow]]:
    """The rows of a comparison by what their texts are today, each in the one order. A
    text of which some lines bind and others apply later has a row for each.
    """
    groups: dict[str, list[TopicRow]] = {
        "binding": [],
        "not-binding": [],
        "over": [],
        "general": [],
    }
    for row in sorted(
        found.rows, key=lambda row: order.key(corpus, row.cells[0], found.topic)
    ):
        if row.general:
            groups["general"].append(row)
        elif corpus.group(row.record) == "over" and not corpus.binds(row.record):
            groups["over"].append(row)
        else:
            for standing, part in _parted(corpus, row).items():
                groups[standing].append(part)
    return groups


def _parted(corpus: Corpus, row: TopicRow) -> dict[str, TopicRow]:
    """A row by whether its lines bind today; those that do first."""
    cells = grouped(
        (corpus.line_binds(cell.record, cell.line), cell) for cell in row.cells
    )
    if len(cells) == 1:
        return {"binding" if binds else "not-binding": row for binds in cells}
    now, later = (
        row._replace(cells=cells[True]),
        row._replace(cells=cells[False], rest=True),
    )
    return {"binding": now, "not-binding": later}


def _standing(phrases: Phrases, standing: str, number: int) -> list[Run]:
    n = phrases.number(number)
    return {
        "general": sentences.general_law(phrases, number),
        "binding": phrases.ui("Binding and in force ({n})", n=n),
        "not-binding": phrases.ui("Not binding, or not yet in force ({n})", n=n),
        "over": phrases.ui("No longer in force ({n})", n=n),
    }[standing]


def _row(
    phrases: Phrases, found: comparisons.TopicComparison, row: TopicRow, folded: bool
) -> block.Row:
    cells = [cell(phrases, located, found.topic) for located in row.cells]
    first, rest = (cells[:1], cells[1:]) if folded else (cells, [])
    more = [
        block.Fold(
            phrases.ui("{n} more", n=phrases.number(len(rest))), [Entries(rest, "cells")]
        )
    ]
    name, status = (
        Paragraph(named(phrases, row.record)),
        Paragraph(_status(phrases, row.record)),
    )
    said = [Entries(first, "cells"), *(more if rest else [])]
    facets = tables.facets(phrases.corpus, found, row)
    anchor = "" if row.rest else addresses.row_anchor(row.record)
    return block.Row([[name], said, [status]], anchor, facets)


@once
def named(phrases: Phrases, record: str, anchor: str = "") -> list[Run]:
    """A record in a comparison, after those who adopted it; ``anchor`` is a place on its
    page.
    """
    return shared_line(
        [
            Adopters(sentences.acronyms(phrases, record)),
            " ",
            *phrases.name(record, anchor),
        ]
    )


@once
def _status(phrases: Phrases, record: str) -> list[Run]:
    kind = phrases.label("types", phrases.corpus.records[record].type)
    return shared_line(joined((kind, sentences.status(phrases, record))))


def cell(phrases: Phrases, located: Located, topic: str) -> Shared:
    """What a provision says on a topic: the same under each that it stands on, but that
    some say for whom.
    """
    whom = order.groups_beside(phrases.corpus, located, topic)
    key = ("cell", located.place, whom)
    # the name of the text heads the row
    return phrases.shared(
        key,
        lambda: sentences.line(phrases, located, topic, place=phrases.place_of(located)),
    )


def procedures(phrases: Phrases, code: str) -> list[Section]:
    """What procedures say on a topic: the steps of the stages that it belongs to, so that
    guidance and law are read side by side; empty where no stage has it.
    """
    corpus, stages = phrases.corpus, _with_topic(phrases, "stages", code)
    every = (each for stage in stages for each in corpus.by_stage.get(stage, ()))
    steps = [each for each in every if corpus.group(each.record) == "standing"]
    if not steps:
        return []
    steps.sort(key=lambda each: order.merit(corpus, each))
    lines = [_step(phrases, each) for each in steps[:_STEPS]]
    all_ = notes(
        phrases.labelled(phrases.ui("All steps"), _entries(phrases, "stages", stages))
    )
    heading = phrases.ui(
        "What procedures say on this ({n})", n=phrases.number(len(steps))
    )
    return [Section(heading, [Entries(lines, "cells"), *all_], "procedures", "fold")]


def _with_topic(phrases: Phrases, of: str, topic: str) -> list[str]:
    """The stages, or the Principles, that bear on a topic."""
    return [
        code
        for code, entry in phrases.corpus.vocabularies.of(of).items()
        if topic in entry.topics
    ]


def _entries(phrases: Phrases, of: str, codes: Iterable[str]) -> list[Run]:
    return joined(phrases.entry(of, code) for code in codes)


def _step(phrases: Phrases, each: Located) -> Entry:
    """A step with who acts."""
    line = sentences.line(phrases, each)
    return line._replace(
        about=[*line.about, sentences.labels(phrases, "roles", each.line.who)]
    )


def absences(phrases: Phrases, code: str, brief: bool = False) -> list[Section]:
    """The records that, read in full, say nothing on a topic, those that say nothing in
    what we read, how many could not be read (nearly the same on each topic), and those
    that nobody has looked at.
    """
    found, sections = comparisons.topic(phrases.corpus, code), []
    kinds = (
        (phrases.ui("The text says nothing"), "silent", _silent, found.silent),
        (
            phrases.ui("Read in part, nothing found"),
            "read-in-part",
            in_part,
            found.read_in_part,
        ),
        (
            phrases.ui("We could not read the text"),
            "unreadable",
            unreadable,
            found.unreadable,
        ),
        (phrases.ui("Not read for this yet"), "unread", unread, found.unread),
    )
    for heading, anchor, words_of, records in kinds:
        if records:
            silent = anchor == "silent"
            words = [Absence(silent), " ", *words_of(phrases, len(records))]
            counted = anchor == "unreadable" or (brief and not silent)
            named = [] if counted else [records_by_region(phrases, records)]
            sections.append(Section(heading, [*notes(words), *named], anchor, "fold"))
    return sections


def _silent(phrases: Phrases, number: int) -> list[Run]:
    return phrases.some(
        "We read {n} text in full. It says nothing on this topic.",
        "We read {n} texts in full. They say nothing on this topic.",
        number,
    )


def in_part(phrases: Phrases, number: int) -> list[Run]:
    """That we read parts of so many texts, and found nothing on this."""
    return phrases.counted(
        "We read a part of {n} text. That part says nothing on this topic. The rest may.",
        "We read parts of {n} texts. These parts say nothing on this topic. The rest may.",
        number,
    )


def unreadable(phrases: Phrases, number: int) -> list[Run]:
    """That somebody looked for so many texts and could not read them; one page names them
    for all topics.
    """
    words = phrases.counted(
        "{n} text: we looked for it and could not read it. Its page says where we looked.",
        "{n} texts: we looked for them and could not read them. Their pages say where we looked.",
        number,
    )
    every = phrases.ui("The texts that we could not read")
    return [
        *words,
        phrases.localizer.gap,
        Link(every, addresses.Target("page", "status", "unreadable")),
    ]


def unread(phrases: Phrases, number: int) -> list[Run]:
    """That so many records were not looked at."""
    return phrases.some(
        "We have not read {n} text for this yet. It may say something on this topic.",
        "We have not read {n} texts for this yet. They may say something on this topic.",
        number,
    )


def records_by_region(phrases: Phrases, records: tuple[str, ...]) -> block.Facts:
    """Records, in the order of comparisons, under their regions."""
    by_region = groupby(records, key=phrases.corpus.region)
    labelled = (
        (phrases.label("regions", code) or ["—"], each) for code, each in by_region
    )
    return facts(
        ((label, sentences.names(phrases, each)) for label, each in labelled), "lists"
    )


def see_also(phrases: Phrases, code: str) -> block.Blocks:
    """What else bears on a topic: steps of a case, Principles, the topics of its pillar."""
    topics = phrases.corpus.vocabularies.of("topics")
    pillar = topics[code].pillar
    stages, principles = (
        _with_topic(phrases, of, code) for of in ("stages", "principles")
    )
    neighbours = [name for name, each in topics.items() if each.pillar == pillar]
    rows = (
        (phrases.ui("Steps of a case"), _entries(phrases, "stages", stages)),
        (
            phrases.ui("OHCHR Principles and Guidelines"),
            _entries(phrases, "principles", principles),
        ),
        (phrases.label("pillars", pillar or ""), _entries(phrases, "topics", neighbours)),
    )
    return [Section(phrases.ui("See also"), [facts(rows, "lists")], "see-also")]


def principles(phrases: Phrases) -> Document:
    """All Principles, then all Guidelines."""
    lead = phrases.ui(
        "The Dakar consultation named them as the common reference point. Each principle links to "
        "its topics and to their strongest rules."
    )
    head: list[Block] = [Paragraph(lead, "lead")]
    if record := next(
        (name for name in phrases.corpus.records if name.startswith("ohchr/principles")),
        "",
    ):
        head.append(Paragraph(phrases.title_link(record)))
    sections = []
    for heading, anchor, entries in principle_groups(phrases):
        said = [_principle(phrases, code, each) for code, each in entries.items()]
        sections.append(Section(heading, [Entries(said, "articles")], anchor))
    return Document(head, sections)


def _principle(phrases: Phrases, code: str, entry: VocabularyEntry) -> Entry:
    where = joined((phrases.reference(entry.ref), phrases.confidence(entry.confidence)))
    about = [where, _spread(phrases, code) if entry.topics else []]
    text, label = (
        phrases.definition("principles", code),
        phrases.label("principles", code),
    )
    topics = block.List([_topic(phrases, each) for each in entry.topics])
    return Entry(text, about, label, anchor=code, more=topics.shown())


def _spread(phrases: Phrases, code: str) -> list[Run]:
    """How many mechanisms answer to a principle, by what force, and of how many nothing
    is known, or their texts say nothing.
    """
    silent = [
        Absence(silent=True),
        " ",
        *phrases.ui("we read the whole text: it says nothing"),
    ]
    unknown = [Absence(silent=False), " ", *phrases.ui("we have nothing")]
    kinds = (phrases.force(True), phrases.force(False), silent, unknown)
    counted = zip(kinds, tables.spread(phrases.corpus, code), strict=True)
    each = joined(phrases.labelled(words, phrases.number(n)) for words, n in counted if n)
    return phrases.labelled(phrases.ui("Organisations"), each)


def principle_groups(
    phrases: Phrases,
) -> list[tuple[list[Run], str, dict[str, VocabularyEntry]]]:
    """Principles, then Guidelines: heading, anchor, entries by code."""
    entries = phrases.corpus.vocabularies.of("principles")
    named = (
        (phrases.ui("Principles"), "principles", "p"),
        (phrases.ui("Guidelines"), "guidelines", "g"),
    )
    of = {
        letter: {code: each for code, each in entries.items() if code[0] == letter}
        for letter in "pg"
    }
    return [(heading, anchor, of[letter]) for heading, anchor, letter in named]


def _topic(phrases: Phrases, code: str) -> block.ListItem:
    """A topic that a principle bears on: how many texts speak on it, and the first three
    lines.
    """
    lines, comma = (
        order.ordered(phrases.corpus, phrases.corpus.by_topic[code], code),
        phrases.localizer.comma,
    )
    first = (
        (
            sentences.place(phrases, each),
            phrases.strength(each.line.strength),
            quoted_line.time(phrases, each.record, each.line),
        )
        for each in lines[:3]
    )
    strongest = (joined(each, comma) for each in first)
    counted = phrases.counted(
        "{n} text", "{n} texts", len({line.record for line in lines})
    )
    return block.ListItem(phrases.entry("topics", code), joined((counted, *strongest)))
