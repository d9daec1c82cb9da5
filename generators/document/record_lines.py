"""What a record says, line by line, on its own page: provisions, objectives, indicators,
and steps of a case.

Elsewhere the same lines are quoted with the name of their text (``sentences.line``). In
all functions ``name`` is the id of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.corpus import order, record_profile
from generators.corpus.located import Located
from generators.document import sentences
from generators.document.blocks import Block, Entries, Entry, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined
from generators.model.records import Indicator, Objective, Provision, Record, Step


def provisions_section(phrases: Phrases, name: str) -> Section | None:
    """All provisions of a record, by pillar and topic; None where it has none."""
    pillars = []
    for pillar, topics in record_profile.by_pillar(phrases.corpus, name):
        sections = [
            _topic_section(phrases, topic, provisions) for topic, provisions in topics
        ]
        pillars.append(Section(phrases.label("pillars", pillar), sections))
    if not pillars:
        return None
    return Section(phrases.ui("Provisions"), pillars, "provisions")


def _topic_section(
    phrases: Phrases, topic: str, provisions: Iterable[Located]
) -> Section:
    """The provisions of a record on a topic, under the topic's name."""
    entries = [_provision_entry(phrases, provision) for provision in provisions]
    return Section(phrases.entry("topics", topic), [Entries(entries)])


def _provision_entry(phrases: Phrases, located: Located) -> Entry:
    """A provision on its record's page.

    Its line of facts says must, should or may, the place in the text, and how sure that
    is. Then it says when the provision applies, and its further topics.
    """
    provision = located.line
    assert isinstance(provision, Provision)
    topics = record_profile.topics_of(phrases.corpus, provision)
    facts = [
        phrases.strength(provision.strength),
        phrases.place_of(located),
        phrases.sure(located.record, provision),
        _days_in_force(phrases, located.record, provision),
    ]
    facts += [phrases.entry("topics", topic) for topic in topics[1:]]
    entry = _line_entry(phrases, located, provision.says, facts)
    return entry._replace(value=sentences.value(phrases, provision))


def _days_in_force(phrases: Phrases, record: str, provision: Provision) -> list[Run]:
    """From and until when a provision is in force, where it has days of its own.

    Where the day is to come, the words are "applies from".
    """
    applies_from = phrases.applies_from(record, provision)
    if not applies_from:
        return sentences.span(phrases, provision.from_, provision.until)
    return joined((applies_from, phrases.dated("until {date}", provision.until)))


def _line_entry(
    phrases: Phrases, located: Located, says: str, facts: Iterable[Runs]
) -> Entry:
    """A line on its record's page, with a line of ``facts`` below it.

    It has its own anchor, and the anchors of published lines that it took the place of.
    ``says`` is its text, as the record has it.
    """
    former_anchors = [
        former.id
        for former in phrases.corpus.former_lines(located.record)
        if former.now == located.anchor
    ]
    groups = order.groups_of_line(phrases.corpus, located)
    whom = sentences.of_groups(phrases, groups)
    words = phrases.text_of(located.record, says)
    text = sentences.for_whom_first(phrases, whom, words)
    return Entry(text, [joined(facts)], anchor=located.anchor, former=former_anchors)


def point_sections(phrases: Phrases, name: str) -> Iterator[Section]:
    """The objectives of a record, then its indicators: a section of each, where there are
    any.
    """
    objectives = [
        _objective_entry(phrases, located)
        for located in phrases.corpus.lines_of(name, "objectives")
    ]
    if objectives:
        heading = phrases.ui("Objectives")
        yield Section(heading, [Entries(objectives, "objectives")], "objectives")
    indicators = [
        _indicator_entry(phrases, located)
        for located in phrases.corpus.lines_of(name, "indicators")
    ]
    if indicators:
        heading = phrases.ui("Indicators")
        yield Section(heading, [Entries(indicators, "indicators")], "indicators")


def _objective_entry(phrases: Phrases, located: Located) -> Entry:
    """What a text is to reach, with its place there and how sure that is."""
    objective = located.line
    assert isinstance(objective, Objective)
    facts = (phrases.place_of(located), phrases.sure(located.record, objective))
    return _line_entry(phrases, located, objective.says, facts)


def _indicator_entry(phrases: Phrases, located: Located) -> Entry:
    """What a text measures, with its place there and how sure that is.

    It names the common indicator that the measure belongs to, where there is one.
    """
    indicator = located.line
    assert isinstance(indicator, Indicator)
    facts = (
        phrases.place_of(located),
        phrases.label("indicators", indicator.measures),
        phrases.sure(located.record, indicator),
    )
    return _line_entry(phrases, located, indicator.says, facts)


def steps_section(phrases: Phrases, name: str, model: Record) -> Section | None:
    """The steps of a case, in their order; None where the record has none.

    A note says where the source does not name who acts.
    """
    if not model.steps:
        return None
    note: Runs = []
    if model.who_inferred:
        note = phrases.ui("Who acts is our reading: the source does not name the actors.")
    steps = [
        _step_entry(phrases, located)
        for located in phrases.corpus.lines_of(name, "steps")
    ]
    blocks: list[Block] = [*notes(note), Entries(steps, "steps")]
    return Section(phrases.ui("Steps of a case"), blocks, "steps")


def _step_entry(phrases: Phrases, located: Located) -> Entry:
    """A step of a procedure, under its number and the name of its stage.

    Its line of facts says the place in the text, who acts, and the time within which.
    Then it says how sure that is.
    """
    step = located.line
    assert isinstance(step, Step)
    facts = (
        phrases.place_of(located),
        sentences.labels(phrases, "roles", step.who),
        sentences.value(phrases, step),
        phrases.text_of(located.record, step.time_limit),
        phrases.sure(located.record, step),
    )
    return _line_entry(phrases, located, step.does, facts)._replace(
        label=phrases.entry("stages", step.stage),
        number=phrases.localizer.number(located.number),
    )
