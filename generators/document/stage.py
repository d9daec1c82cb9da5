"""The way of a case by phase, and one stage of it.

For a stage it says what each standard operating procedure asks, by whom, and within which
time.
"""

from __future__ import annotations

from generators.corpus import addresses, comparisons
from generators.corpus.addresses import Target
from generators.corpus.located import Located, grouped
from generators.document import quoted_line, sentences
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entry,
    Leg,
    List,
    ListItem,
    Paragraph,
    Route,
    Row,
    Section,
    notes,
    table,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_step
from generators.document.runs import Annotation, Link, Run, Runs, joined
from generators.document.topic import unread_words
from generators.document.topic_table import named

# -- the way of a case -------------------------------------------------------------------


def route(phrases: Phrases) -> Route:
    """All stages in their phases; each leads to its page, and there to what the standards
    say.
    """
    vocabularies = phrases.corpus.vocabularies
    stages = enumerate(vocabularies.entries_of("stages").items(), 1)
    stops_by_phase = grouped(
        (stage.phase, _stop(phrases, code, number)) for number, (code, stage) in stages
    )
    legs = [
        Leg(
            phrases.label("phases", phase),
            phrases.definition("phases", phase),
            stops_by_phase[phase],
        )
        for phase in vocabularies.entries_of("phases")
        if phase in stops_by_phase
    ]
    return Route(legs)


def _stop(phrases: Phrases, code: str, number: int) -> Entry:
    """A stage (its code, and its number from 1) as a stop of the way.

    It says how many procedures have a step of it, and how many texts speak on its topics.
    """
    procedures = {step.record for step in phrases.corpus.by_stage[code]}
    steps: Runs = phrases.counted("{n} procedure", "{n} procedures", len(procedures))
    if procedures:
        steps = [Link(steps, Target("stage", code))]
    return Entry(
        [],
        [joined((steps, _counted_standards(phrases, code)))],
        phrases.entry("stages", code),
        number=phrases.localizer.number(number),
    )


def _counted_standards(phrases: Phrases, code: str) -> list[Run]:
    """How many texts that hold today speak on the topics of a stage, and how many of
    these bind. Empty where none does.
    """
    corpus = phrases.corpus
    standing: set[str] = set()
    binding: set[str] = set()
    for topic in corpus.vocabularies.entries_of("stages")[code].topics:
        for line in corpus.by_topic.get(topic, ()):
            if corpus.group(line.record) == "standing":
                standing.add(line.record)
                if corpus.line_binds(line.record, line.line):
                    binding.add(line.record)
    if not standing:
        return []
    texts = phrases.counted(
        "{n} text on its topics", "{n} texts on its topics", len(standing)
    )
    link = [Link(texts, Target("stage", code, "standards"))]
    of_these = phrases.labelled(
        phrases.ui("of them binding"), phrases.number(len(binding))
    )
    return joined((link, of_these), phrases.localizer.comma)


# -- one stage ---------------------------------------------------------------------------


def document(phrases: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one stage (its code), without its title. In ``brief`` procedures
    that nobody has looked at are left out.
    """
    head: list[Block] = [
        Paragraph(phrases.definition("stages", code), "lead"),
        Paragraph(place(phrases, code), "facts"),
        Paragraph(_time_limits(phrases, code), "facts"),
        comparison(phrases, code),
    ]
    sections = []
    unread_records = comparisons.stage(phrases.corpus, code).unread
    if unread_records and not brief:
        names = Paragraph(sentences.names(phrases, unread_records))
        blocks = [*notes(unread_words(phrases, len(unread_records))), names]
        heading = phrases.ui("Not read for this yet")
        sections.append(Section(heading, blocks, "unread", "fold"))
    topics = phrases.corpus.vocabularies.entries_of("stages")[code].topics
    if topics:
        items = [ListItem(phrases.entry("topics", topic)) for topic in topics]
        heading = phrases.ui("What the standards say on it")
        sections.append(Section(heading, [List(items)], "standards"))
    return Document(head, sections)


def _time_limits(phrases: Phrases, code: str) -> list[Run]:
    """The times within which procedures want this stage done, the shortest first. Where
    none sets a time, that none does.
    """
    located_steps = comparisons.time_limits(phrases.corpus, code)
    if not located_steps:
        return phrases.ui("No procedure that we have read sets a time for this stage.")
    limits = []
    for located in located_steps:
        time = phrases.measure(find_step(located).within)
        name = phrases.name(located.record, located.anchor)
        limits.append(sentences.in_brackets(time, name))
    return phrases.labelled(phrases.ui("Time limits set"), joined(limits))


def place(phrases: Phrases, code: str) -> list[Run]:
    """Which of how many stages it is: "Stage 2 of 9"."""
    codes = list(phrases.corpus.vocabularies.entries_of("stages"))
    number = phrases.number(codes.index(code) + 1)
    return phrases.ui("Stage {n} of {m}", n=number, m=phrases.number(len(codes)))


def comparison(phrases: Phrases, code: str) -> Block:
    """The table of what procedures ask at a stage, with a row for each step. One sentence
    where no step is recorded yet.
    """
    rows = []
    for record, steps in comparisons.stage(phrases.corpus, code).rows:
        rows += _step_rows(phrases, record, steps)
    if not rows:
        return Paragraph(phrases.ui("We have no step of a procedure for this stage yet."))
    caption = phrases.ui(
        "What each procedure asks at this stage: {stage}",
        stage=phrases.label("stages", code),
    )
    columns = [
        phrases.ui("Organisation and text"),
        phrases.ui("What is done"),
        phrases.ui("By whom"),
        phrases.ui("Status"),
    ]
    return table(caption, columns, rows, "steps")


def _step_rows(phrases: Phrases, record: str, steps: tuple[Located, ...]) -> list[Row]:
    """The steps of one procedure at a stage. The first row has the name and the status of
    the procedure; the others go on from it.
    """
    rows = []
    for index, located in enumerate(steps):
        goes_on = index > 0
        does = _does_cell(phrases, located, goes_on)
        who = _who_cell(phrases, located)
        if goes_on:
            rows.append(Row([None, does, who, None]))
        else:
            name = [Paragraph(named(phrases, record))]
            status = [Paragraph(sentences.status(phrases, record))]
            anchor = addresses.row_anchor(record)
            rows.append(Row([name, does, who, status], anchor))
    return rows


def _does_cell(phrases: Phrases, located: Located, goes_on: bool) -> Blocks:
    """What a step asks, within which time, and its place.

    The procedure's name is in the first of its rows. A row that ``goes_on`` is a card
    without it on a phone, and so names the procedure with the place.
    """
    step = find_step(located)
    record = located.record
    blocks = [Paragraph(sentences.sentence(phrases, located))]
    time_limit = phrases.text_of(record, step.time_limit)
    number = joined((sentences.value(phrases, step), time_limit), " ")
    if number:
        blocks.append(Paragraph(number, "number"))
    if goes_on:
        step_place = sentences.place(phrases, located)
    else:
        step_place = phrases.place_of(located)
    time = quoted_line.time(phrases, record, step)
    about = joined((step_place, time, phrases.sure(record, step)))
    blocks.append(Paragraph(about, "note"))
    return blocks


def _who_cell(phrases: Phrases, located: Located) -> Blocks:
    """Who acts in a step, and that this is our reading where the text does not say it."""
    who = sentences.labels(phrases, "roles", find_step(located).who)
    if who and phrases.corpus.records[located.record].who_inferred:
        who = [*who, " ", Annotation(phrases.ui("(our reading)"))]
    return [Paragraph(who)]
