"""The way of a case by phase; and one stage of it: what each standard operating procedure
asks, by whom, within which time.
"""

from __future__ import annotations

from generators.corpus import addresses, comparisons
from generators.corpus.addresses import Target
from generators.corpus.located import Located, grouped
from generators.document import blocks as block
from generators.document import quoted_line, sentences
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entry,
    Paragraph,
    Route,
    Row,
    notes,
    table,
)
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Link, Run, joined
from generators.document.topic import named, unread


def route(phrases: Phrases) -> Route:
    """All stages in their phases; each leads to its page, and there to what the standards
    say.
    """
    of = phrases.corpus.vocabularies.of
    stages = enumerate(of("stages").items(), 1)
    stops = grouped(
        (entry.phase, _stop(phrases, code, number)) for number, (code, entry) in stages
    )
    legs = (
        block.Leg(
            phrases.label("phases", phase),
            phrases.definition("phases", phase),
            stops[phase],
        )
        for phase in of("phases")
        if phase in stops
    )
    return Route([*legs])


def _stop(phrases: Phrases, code: str, number: int) -> Entry:
    """A stage: how many procedures have a step of it, how many texts that stand today
    speak on its topics, and how many of these bind.
    """
    corpus, topics = phrases.corpus, phrases.corpus.vocabularies.of("stages")[code].topics
    lines = [line for topic in topics for line in corpus.by_topic.get(topic, ())]
    standing = {line.record for line in lines if corpus.group(line.record) == "standing"}
    having = {step.record for step in corpus.by_stage[code]}
    procedures = phrases.counted("{n} procedure", "{n} procedures", len(having))
    texts = phrases.counted(
        "{n} text on its topics", "{n} texts on its topics", len(standing)
    )
    bind = len(
        {line.record for line in lines if corpus.line_binds(line.record, line.line)}
        & standing
    )
    binding = phrases.labelled(phrases.ui("of them binding"), phrases.number(bind))
    linked = [Link(texts, Target("stage", code, "standards"))]
    steps = [Link(procedures, Target("stage", code))] if having else procedures
    standards = joined((linked, binding), phrases.localizer.comma) if standing else []
    label, number = phrases.entry("stages", code), phrases.localizer.number(number)
    return Entry([], [joined((steps, standards))], label, number=number)


def document(phrases: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one stage, without its title. Where it is ``brief``, procedures
    that nobody has looked at are left out.
    """
    found, sections = comparisons.stage(phrases.corpus, code), []
    lead = Paragraph(phrases.definition("stages", code), "lead")
    of = (
        Paragraph(place(phrases, code), "facts"),
        Paragraph(_times(phrases, code), "facts"),
    )
    if found.unread and not brief:
        names = Paragraph(sentences.names(phrases, found.unread))
        blocks = [*notes(unread(phrases, len(found.unread))), names]
        sections.append(
            block.Section(phrases.ui("Not read for this yet"), blocks, "unread", "fold")
        )
    if topics := phrases.corpus.vocabularies.of("stages")[code].topics:
        items = block.List(
            [block.ListItem(phrases.entry("topics", topic)) for topic in topics]
        )
        sections.append(
            block.Section(
                phrases.ui("What the standards say on it"), [items], "standards"
            )
        )
    return Document([lead, *of, comparison(phrases, code)], sections)


def _times(phrases: Phrases, code: str) -> list[Run]:
    """The times within which procedures want this stage done, the shortest first; that
    none sets one, where none does.
    """
    limits = comparisons.time_limits(phrases.corpus, code)
    if not limits:
        return phrases.ui("No procedure that we have read sets a time for this stage.")
    names = (phrases.name(each.record, each.anchor) for each in limits)
    times = (phrases.measure(each.line.within) for each in limits)
    each = map(sentences.in_brackets, times, names)
    return phrases.labelled(phrases.ui("Time limits set"), joined(each))


def place(phrases: Phrases, code: str) -> list[Run]:
    """Which of how many stages it is."""
    order = list(phrases.corpus.vocabularies.of("stages"))
    number, last = phrases.number(order.index(code) + 1), phrases.number(len(order))
    return phrases.ui("Stage {n} of {m}", n=number, m=last)


def comparison(phrases: Phrases, code: str) -> Block:
    """The table of what procedures ask, a row a step; one sentence where nothing is
    recorded yet.
    """
    found = comparisons.stage(phrases.corpus, code)
    if not found.rows:
        return Paragraph(phrases.ui("We have no step of a procedure for this stage yet."))
    ui, stage = phrases.ui, phrases.label("stages", code)
    caption = ui("What each procedure asks at this stage: {stage}", stage=stage)
    columns = [
        ui("Organisation and text"),
        ui("What is done"),
        ui("By whom"),
        ui("Status"),
    ]
    rows = [row for record, steps in found.rows for row in _rows(phrases, record, steps)]
    return table(caption, columns, rows, "steps")


def _rows(phrases: Phrases, record: str, steps: tuple[Located, ...]) -> list[Row]:
    name, status = (
        [Paragraph(named(phrases, record))],
        [Paragraph(sentences.status(phrases, record))],
    )
    rows = []
    for again, each in enumerate(steps):
        said = _does(phrases, each, bool(again)), _who(phrases, each)
        cells = [None, *said, None] if again else [name, *said, status]
        rows.append(Row(cells, "" if again else addresses.row_anchor(record)))
    return rows


def _does(phrases: Phrases, located: Located, again: bool) -> Blocks:
    """What a step asks. The procedure's name heads the row; a row that goes on
    (``again``) is a card without it on a phone, and names it.
    """
    step, record = located.line, located.record
    said = phrases.text_of(record, step.time_limit)
    limit = joined((sentences.value(phrases, step), said), " ")
    where = sentences.place(phrases, located) if again else phrases.place_of(located)
    time = quoted_line.time(phrases, record, step)
    about = joined((where, time, phrases.sure(record, step)))
    number = [Paragraph(limit, "number")] if limit else []
    return [
        Paragraph(sentences.sentence(phrases, located)),
        *number,
        Paragraph(about, "note"),
    ]


def _who(phrases: Phrases, located: Located) -> Blocks:
    who = sentences.labels(phrases, "roles", located.line.who)
    inferred = who and phrases.corpus.records[located.record].who_inferred
    return [
        Paragraph(
            [*who, *([" ", Annotation(phrases.ui("(our reading)"))] if inferred else [])]
        )
    ]
