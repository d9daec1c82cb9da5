"""Every number with a unit that a text sets, across all records, the smallest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import log
from operator import attrgetter

from generators.corpus import numbers
from generators.corpus.addresses import Target
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.numbers import NumberGroup, PlacedNumber
from generators.corpus.order import NEIGHBOUR, groups_of, nearness
from generators.document import monitoring, parties, quoted_line, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import (
    Annotation,
    Link,
    Mark,
    Run,
    Runs,
    Scale,
    Share,
    joined,
    letters,
)
from generators.model.records import Provision, Reporting, Step


def document(phrases: Phrases) -> Document:
    """All numbers, without a title, in folds: topics, steps of a case, reports, final
    clauses.
    """
    lead = phrases.ui(
        "Every number in the texts (how long, how often, how many), side by side, "
        "smallest first."
    )
    note = phrases.ui(
        "Numbers are sorted by length of time. Read the sentence next to each number: "
        "two numbers may count different things."
    )
    by_place = groupby(numbers.numbers(phrases.corpus), key=attrgetter("anchor"))
    sections = [_numbers_section(phrases, [*groups]) for _, groups in by_place]
    if not sections:
        note = phrases.ui("We have no number yet.")
    head: list[Block] = [Paragraph(lead, "lead"), *notes(note)]
    if sections:
        marks = phrases.ui(
            "Each mark is a length of time. Longer times are closer together."
        )
        head += [*notes(marks), _named_scale(phrases)]
    return Document(head, sections)


def of_topic(phrases: Phrases, code: str) -> list[Block]:
    """A paragraph that leads from a topic (its code) to its numbers; nothing where no
    text sets one.
    """
    anchor = numbers.anchor("topics", code)
    anchors = {group.anchor for group in numbers.numbers(phrases.corpus)}
    if anchor not in anchors:
        return []
    words = phrases.ui("The numbers that texts set on this topic, side by side")
    return [Paragraph([Link(words, Target("page", "numbers", anchor))])]


def _numbers_section(phrases: Phrases, groups: Sequence[NumberGroup]) -> Section:
    """The numbers on one topic, at one stage, of reports, or of final clauses. All
    ``groups`` are of that one subject.

    The heading has the smallest and the largest number of the first group.
    """
    first = groups[0]
    lines = _without_general_law(phrases.corpus, first) or first.lines
    smallest = _number_words(phrases, first, lines[0])
    largest = _number_words(phrases, first, lines[-1])
    ends = [smallest]
    if letters(smallest) != letters(largest):
        ends.append(largest)
    range_words = Annotation(joined(ends, " – "))
    heading = [*_subject(phrases, first.section, first.code), " ", range_words]
    heading += _lengths(line for group in groups for line in group.lines)
    blocks: list[Block] = []
    link = _link_to_subject(phrases, first.section, first.code)
    if link:
        blocks.append(Paragraph(link))
    blocks += [_group_section(phrases, group) for group in groups]
    return Section(heading, blocks, first.anchor, "fold")


_TICKS = ({"days": 1}, {"months": 1}, {"years": 1}, {"years": 10})
"""The lengths of time that the scale of the page names."""
_SHORTEST = 0.5
_LONGEST = 50 * 365.0
"""The ends of the scale, in days."""


def _place_on_scale(days: float) -> float:
    """Where a length of time is on the scale, from 0 to 1. The tenfold of a length is
    always as far from it.

    >>> round(_place_on_scale(0.5), 2), round(_place_on_scale(50 * 365), 2)
    (0.0, 1.0)
    """
    place = log(days / _SHORTEST) / log(_LONGEST / _SHORTEST)
    return min(1.0, max(0.0, place))


def _lengths(lines: Iterable[PlacedNumber]) -> list[Run]:
    """The lengths of time among numbers, on the scale of the page; empty where there is
    none.
    """
    days = {in_days(line.measure) for line in lines}
    places = sorted(_place_on_scale(length) for length in days if length)
    return [Scale([Mark(place) for place in places])] if places else []


def _named_scale(phrases: Phrases) -> Paragraph:
    """The scale of the page with the lengths of time that it names."""
    ticks = []
    for length in _TICKS:
        days = in_days(length)
        if days:
            ticks.append((_place_on_scale(days), phrases.localizer.measure(length)))
    return Paragraph([Scale(ticks=ticks)], "scaled")


def _subject(phrases: Phrases, vocabulary: str, code: str) -> list[Run]:
    """What numbers are about: the topic or stage of a ``code`` in its ``vocabulary``,
    reporting, or entry into force.
    """
    if vocabulary == "stages":
        stage = phrases.label(vocabulary, code)
        return phrases.labelled(phrases.ui("Step of a case"), stage)
    if vocabulary == "reporting":
        return phrases.ui("Reporting")
    if vocabulary == "entry-into-force":
        return phrases.ui("Entry into force")
    return phrases.label(vocabulary, code)


def _link_to_subject(phrases: Phrases, vocabulary: str, code: str) -> list[Run]:
    """A link to the page of a topic or stage; empty for what has no page."""
    if vocabulary == "topics":
        question = phrases.localizer.word("topics", code, "question")
        return phrases.linked("topic", code, phrases.plain(question))
    if vocabulary == "stages":
        words = phrases.ui("This step in all procedures")
        return phrases.linked("stage", code, words)
    return []


def _group_section(phrases: Phrases, group: NumberGroup) -> Section:
    """The numbers of a group, those of general law in a fold. Where all are of general
    law there is no fold.
    """
    near = _without_general_law(phrases.corpus, group) or group.lines
    general = [line for line in group.lines if line not in near]
    blocks: list[Block] = [_number_entries(phrases, group, near)]
    if general:
        summary = sentences.general_law(phrases, len(general))
        blocks.append(Fold(summary, [_number_entries(phrases, group, general)]))
    return Section(_kind_of_number(phrases, group), blocks)


def _without_general_law(corpus: Corpus, group: NumberGroup) -> list[PlacedNumber]:
    """The numbers of a group that are not of general law."""
    return [
        line
        for line in group.lines
        if nearness(corpus, line.record, line.line) != NEIGHBOUR
    ]


def _kind_of_number(phrases: Phrases, group: NumberGroup) -> list[Run]:
    """What the numbers of a group are, such as "Time limits" or a unit."""
    if group.unit != "time":
        return phrases.label("measures", group.unit)
    return {
        "value": phrases.ui("Lengths of time"),
        "within": phrases.ui("Time limits"),
        "every": phrases.ui("How often reports are due"),
        "after": phrases.ui("How long after the last ratification needed"),
    }[group.what]


def _number_entries(
    phrases: Phrases, group: NumberGroup, lines: Iterable[PlacedNumber]
) -> Entries:
    """Some numbers of a group, each with what the text says."""
    entries = [_number_entry(phrases, group, line) for line in lines]
    return Entries(entries, "numbers")


def _number_entry(phrases: Phrases, group: NumberGroup, line: PlacedNumber) -> Entry:
    """A number with its sentence and, in one line, what is to be known of it. A clause
    that says only the number has no sentence.

    Among several numbers it has a bar, as long as its share of the largest.
    """
    sentence = _sentence(phrases, line)
    about = _about_number(phrases, line, with_status=not sentence)
    value = _number_words(phrases, group, line)
    if len(group.lines) > 1:
        value = [*value, Share(line.share)]
    if sentence:
        return Entry(sentence, [about], value=value)
    return Entry(about, [], value=value)


def _about_number(phrases: Phrases, placed: PlacedNumber, with_status: bool) -> list[Run]:
    """What is to be known of a number: strength, place, force, States bound, status, how
    sure it is.

    The status of its text is there where the text does not hold today, and always
    ``with_status``.
    """
    corpus = phrases.corpus
    record = placed.record
    line = placed.line
    strength: Runs = []
    if isinstance(line, Provision):
        strength = phrases.strength(line.strength)
    status: Runs = []
    holds = corpus.group(record) == "standing" or quoted_line.ended(phrases, record)
    if with_status or not holds:
        status = sentences.status(phrases, record)
    return joined(
        (
            strength,
            _place(phrases, placed),
            quoted_line.force(phrases, record, line),
            _states_bound(phrases, record, line),
            status,
            phrases.sure(record, line),
        )
    )


def _place(phrases: Phrases, placed: PlacedNumber) -> list[Run]:
    """The text that sets a number, and the place in it."""
    name = phrases.name(placed.record, placed.anchor)
    return phrases.cited(name, placed.line.ref, placed.record)


def _number_words(
    phrases: Phrases, group: NumberGroup, placed: PlacedNumber
) -> list[Run]:
    """A number as its text sets it: within, at least, at most, every so much."""
    if isinstance(placed.line, Reporting):
        return monitoring.how_often(phrases, placed.line)
    measure = phrases.measure(dict(placed.measure))
    if group.what == "within":
        return phrases.ui("within {length}", length=measure)
    value_is = None
    if isinstance(placed.line, Provision | Step):
        value_is = placed.line.value_is
    return sentences.bounded(phrases, measure, value_is)


def _sentence(phrases: Phrases, placed: PlacedNumber) -> list[Run]:
    """The sentence that has a number; empty where a clause says only the number."""
    line = placed.line
    record = placed.record
    if isinstance(line, Provision | Step):
        groups = groups_of(phrases.corpus, record, placed.anchor)
        whom = sentences.of_groups(phrases, groups)
        says = line.says if isinstance(line, Provision) else line.does
        return sentences.for_whom_first(phrases, whom, phrases.text_of(record, says))
    if isinstance(line, Reporting):
        to = phrases.text_of(record, line.to)
        return joined(
            (
                phrases.label("roles", line.by),
                phrases.labelled(phrases.ui("To whom"), to),
                phrases.text_of(record, line.cadence),
            )
        )
    return []


def _states_bound(phrases: Phrases, record: str, line: object) -> list[Run]:
    """How many States a line of a record binds today, or that we do not know it. Empty
    for a line that does not bind.
    """
    if not phrases.corpus.line_binds(record, line):
        return []
    number = parties.states_bound(phrases, record, line)
    return number or phrases.ui("we do not know its parties")
