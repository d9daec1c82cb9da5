"""One topic: what each region answers, and what every record says on it, as a table.

The kinds of absence are kept apart: silent, read in part, unreadable, not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from generators.corpus import addresses, comparisons, order
from generators.corpus.located import Located
from generators.document import parties, sentences, topic_table
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_step

# until those who ask here ask there
from generators.document.principles import principle_groups as principle_groups
from generators.document.principles import principles as principles
from generators.document.runs import Absence, Link, Run, joined
from generators.document.topic_table import named as named

_STEPS_SHOWN = 8
"""How many steps of procedures are on the page of a topic. A stage's page has all."""


def document(phrases: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one topic (its code), without its title. In ``brief`` records
    that nobody has looked at are counted and not named.
    """
    blocks = [
        *head(phrases, code),
        *answers(phrases, code),
        *comparison(phrases, code),
    ]
    sections = [*procedures(phrases, code), *absences(phrases, code, brief)]
    return Document(blocks, sections)


def in_brief(phrases: Phrases, code: str) -> Document:
    """What each region asks on one topic (its code), and where all other texts speak on
    it. What they say is left out, for a volume that has each of them.
    """
    compared = comparisons.topic(phrases.corpus, code)
    blocks = [*head(phrases, code), *answers(phrases, code)]
    if compared.rows:
        groups = topic_table.rows_by_standing(phrases.corpus, compared)
        labelled_places = []
        for standing, rows in groups.items():
            label = topic_table.standing_label(phrases, standing, len(rows))
            places = joined(sentences.places(phrases, row.cells) for row in rows)
            labelled_places.append((label, places))
        blocks.append(facts(labelled_places, "lists"))
    blocks += notes(
        _silent_words(phrases, len(compared.silent)),
        unread_words(phrases, len(compared.unread)),
    )
    return Document(blocks, [])


def head(phrases: Phrases, code: str) -> list[Block]:
    """The question of a topic (its code), and its definition."""
    question = Paragraph(phrases.definition("topics", code, "question"), "lead")
    return [question, Paragraph(phrases.definition("topics", code))]


# -- what each region answers ------------------------------------------------------------


def answers(phrases: Phrases, code: str) -> list[Block]:
    """A section on what each region answers on a topic (its code). Nothing where no text
    speaks on it.
    """
    rows = comparisons.topic(phrases.corpus, code).rows
    if not rows:
        return []
    # the table was once parted by regions, and links to its parts were published
    regions = dict.fromkeys(phrases.corpus.region(row.record) for row in rows)
    former_anchors = [region for region in regions if region]
    heading = phrases.ui("What each region asks")
    blocks = [Facts(_region_facts(phrases, code), "answers")]
    return [Section(heading, blocks, "answers", former=former_anchors)]


def _region_facts(phrases: Phrases, code: str) -> list[Fact]:
    """Each region with the sentence that leads there on a topic (its code). A region
    without one says how many of its texts say nothing, or were not read.

    The region whose sentence leads all others is first.
    """
    corpus = phrases.corpus
    leading_lines: dict[str, Located] = {}
    absent_numbers: dict[str, Sequence[int]] = {}
    for region in corpus.vocabularies.entries_of("regions"):
        line, numbers = comparisons.regional_answer(corpus, code, region)
        if line:
            leading_lines[region] = line
        else:
            absent_numbers[region] = numbers

    def place(region: str) -> order.Key:
        return order.key(corpus, leading_lines[region], code)

    rows = []
    for region in sorted(leading_lines, key=place):
        sentence = _leading_sentence(phrases, code, leading_lines[region])
        rows.append(Fact(phrases.label("regions", region), blocks=[sentence]))
    for region, absent in absent_numbers.items():
        no_answer = _no_answer(phrases, *absent)
        rows.append(Fact(phrases.label("regions", region), no_answer))
    return rows


def _leading_sentence(phrases: Phrases, code: str, line: Located) -> Entries:
    """The sentence that leads in a region on a topic (its code).

    It has its place, says where its text is a general one, and how many States it binds.
    """
    near = order.nearness(phrases.corpus, line.record, line.line)
    general = sentences.in_general(phrases) if near == order.NEIGHBOUR else []
    states = parties.states_bound(phrases, line.record, line.line)
    place = joined((sentences.place(phrases, line), general, states))
    return Entries([sentences.line(phrases, line, code, place=place)], "cells")


def _no_answer(
    phrases: Phrases, silent: int, read_in_part: int, unreadable: int, unread: int
) -> list[Run]:
    """Why no text of a region answers. It says how many texts are silent, were read in
    part, and so on, or that there is no text.
    """
    counted = (
        phrases.some(
            "{n} text, read in full, says nothing",
            "{n} texts, read in full, say nothing",
            silent,
        ),
        phrases.some(
            "{n} text, read in part: we found nothing",
            "{n} texts, read in part: we found nothing",
            read_in_part,
        ),
        phrases.some(
            "{n} text that we could not read",
            "{n} texts that we could not read",
            unreadable,
        ),
        phrases.some(
            "{n} text that we have not read for this yet",
            "{n} texts that we have not read for this yet",
            unread,
        ),
    )
    words = joined(counted) or phrases.ui("no text of this region")
    return [Absence(silent=bool(silent)), " ", *words]


# -- what texts and procedures say -------------------------------------------------------


def comparison(phrases: Phrases, code: str, folded: bool = False) -> list[Block]:
    """The table of what texts say on a topic (its code); a sentence where there is none.
    For ``folded`` see ``topic_table.comparison_table``.
    """
    compared = comparisons.topic(phrases.corpus, code)
    if not compared.rows:
        return [Paragraph(phrases.ui("We have found no rule on this topic yet."))]
    return [topic_table.comparison_table(phrases, compared, folded)]


def procedures(phrases: Phrases, code: str) -> list[Section]:
    """What procedures say on a topic (its code): the steps of the stages that have it.
    Nothing where no stage has it.
    """
    corpus = phrases.corpus
    stages = _bearing_on(phrases, "stages", code)
    steps = []
    for stage in stages:
        for step in corpus.by_stage.get(stage, ()):
            if corpus.group(step.record) == "standing":
                steps.append(step)
    if not steps:
        return []
    steps.sort(key=lambda step: order.merit(corpus, step))
    entries = [_step_entry(phrases, step) for step in steps[:_STEPS_SHOWN]]
    all_steps = phrases.labelled(
        phrases.ui("All steps"), _entry_links(phrases, "stages", stages)
    )
    number = phrases.number(len(steps))
    heading = phrases.ui("What procedures say on this ({n})", n=number)
    blocks: list[Block] = [Entries(entries, "cells"), *notes(all_steps)]
    return [Section(heading, blocks, "procedures", "fold")]


def _step_entry(phrases: Phrases, step: Located) -> Entry:
    """A step of a procedure with who acts."""
    entry = sentences.line(phrases, step)
    who = sentences.labels(phrases, "roles", find_step(step).who)
    return entry._replace(about=[*entry.about, who])


# -- what no text says -------------------------------------------------------------------


AbsenceKind = Literal["silent", "read-in-part", "unreadable", "unread"]
"""Why a record has no line on a topic, by the anchor of its section."""


def absences(
    phrases: Phrases, code: str, brief: bool = False, on_page: bool = False
) -> list[Section]:
    """The records without a line on a topic (its code): a section for each kind of
    absence.

    Those that could not be read are only counted: most are the same on each topic. On the
    page (``on_page``) this is so of those that were read in part, too. In ``brief`` only
    the silent ones are named.
    """
    compared = comparisons.topic(phrases.corpus, code)
    named_in_full = not brief
    sections = [
        _absence_section(phrases, "silent", compared.silent, True),
        _absence_section(
            phrases, "read-in-part", compared.read_in_part, named_in_full and not on_page
        ),
        _absence_section(phrases, "unreadable", compared.unreadable, False),
        _absence_section(phrases, "unread", compared.unread, named_in_full),
    ]
    return [section for section in sections if section]


def _absence_section(
    phrases: Phrases, kind: AbsenceKind, records: tuple[str, ...], with_names: bool
) -> Section | None:
    """A section on the ``records`` of one kind of absence: its sign, a sentence on it,
    and the records ``with_names``. None where there are none.
    """
    if not records:
        return None
    number = len(records)
    heading, words = {
        "silent": (
            phrases.ui("The text says nothing"),
            _silent_words(phrases, number),
        ),
        "read-in-part": (
            phrases.ui("Read in part, nothing found"),
            _in_part_words(phrases, number),
        ),
        "unreadable": (
            phrases.ui("We could not read the text"),
            _unreadable_words(phrases, number),
        ),
        "unread": (
            phrases.ui("Not read for this yet"),
            unread_words(phrases, number),
        ),
    }[kind]
    sign = Absence(silent=kind == "silent")
    blocks: list[Block] = [*notes([sign, " ", *words])]
    if with_names:
        blocks.append(_records_by_region(phrases, records))
    return Section(heading, blocks, kind, "fold")


def _silent_words(phrases: Phrases, number: int) -> list[Run]:
    """That so many texts, read in full, say nothing; empty for 0."""
    return phrases.some(
        "We read {n} text in full. It says nothing on this topic.",
        "We read {n} texts in full. They say nothing on this topic.",
        number,
    )


def _in_part_words(phrases: Phrases, number: int) -> list[Run]:
    """That we read parts of so many texts, and found nothing on this; one page names them
    for all topics.
    """
    words = phrases.counted(
        "We read a part of {n} text. That part says nothing on this topic. The rest may.",
        "We read parts of {n} texts. These parts say nothing on this topic. The rest "
        "may.",
        number,
    )
    page = addresses.Target("page", "status", "read-in-part")
    link = Link(phrases.ui("The texts that we read in part"), page)
    return [*words, phrases.localizer.gap, link]


def _unreadable_words(phrases: Phrases, number: int) -> list[Run]:
    """That somebody looked for so many texts and could not read them; one page names them
    for all topics.
    """
    words = phrases.counted(
        "{n} text: we looked for it and could not read it. Its page says where we "
        "looked.",
        "{n} texts: we looked for them and could not read them. Their pages say where we "
        "looked.",
        number,
    )
    page = addresses.Target("page", "status", "unreadable")
    link = Link(phrases.ui("The texts that we could not read"), page)
    return [*words, phrases.localizer.gap, link]


def unread_words(phrases: Phrases, number: int) -> list[Run]:
    """That so many records were not looked at; empty for 0."""
    return phrases.some(
        "We have not read {n} text for this yet. It may say something on this topic.",
        "We have not read {n} texts for this yet. They may say something on this topic.",
        number,
    )


def _records_by_region(phrases: Phrases, records: tuple[str, ...]) -> Facts:
    """Records, in the order of comparisons, under their regions."""
    rows = []
    for region, records_of_region in groupby(records, key=phrases.corpus.region):
        label = phrases.label("regions", region) or ["—"]
        rows.append((label, sentences.names(phrases, records_of_region)))
    return facts(rows, "lists")


# -- what else bears on the topic --------------------------------------------------------


def see_also(phrases: Phrases, code: str) -> Blocks:
    """What else bears on a topic (its code): steps of a case, Principles, the topics of
    its pillar.
    """
    topics = phrases.corpus.vocabularies.entries_of("topics")
    pillar = topics[code].pillar
    neighbours = [name for name, topic in topics.items() if topic.pillar == pillar]
    stages = _bearing_on(phrases, "stages", code)
    principle_codes = _bearing_on(phrases, "principles", code)
    rows = [
        (phrases.ui("Steps of a case"), _entry_links(phrases, "stages", stages)),
        (
            phrases.ui("OHCHR Principles and Guidelines"),
            _entry_links(phrases, "principles", principle_codes),
        ),
        (
            phrases.label("pillars", pillar or ""),
            _entry_links(phrases, "topics", neighbours),
        ),
    ]
    return [Section(phrases.ui("See also"), [facts(rows, "lists")], "see-also")]


def _bearing_on(phrases: Phrases, vocabulary: str, topic: str) -> list[str]:
    """The codes of the ``stages``, or of the ``principles``, that bear on a topic."""
    return [
        code
        for code, entry in phrases.corpus.vocabularies.entries_of(vocabulary).items()
        if topic in entry.topics
    ]


def _entry_links(phrases: Phrases, vocabulary: str, codes: Iterable[str]) -> list[Run]:
    """Entries of a vocabulary in one line, each leading to its page."""
    return joined(phrases.entry(vocabulary, code) for code in codes)
