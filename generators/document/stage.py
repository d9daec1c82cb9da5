"""One stage of a case: what each standard operating procedure asks, by whom, within which time."""

from __future__ import annotations

from generators.corpus import addresses, comparisons
from generators.corpus.located import LocatedStep
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
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
from generators.document.runs import Annotation, Run, joined
from generators.document.topic import named, unread


def document(say: Phrases, code: str, brief: bool = False) -> Document:
    """The comparison on one stage, without its title. Where it is ``brief``, procedures that nobody has
    looked at are left out.
    """
    found = comparisons.stage(say.corpus, code)
    head: list[Block] = [
        Paragraph(say.definition("stages", code), "lead"),
        Paragraph(place(say, code), "facts"),
        comparison(say, code),
    ]
    sections = []
    if found.unread and not brief:
        blocks = [*notes(unread(say, len(found.unread))), Paragraph(sentences.names(say, found.unread))]
        sections.append(Section(say.ui("Not yet looked at"), blocks, "unread"))
    if topics := say.corpus.vocabularies.of("stages")[code].topics:
        items = List([Item(say.entry("topics", topic)) for topic in topics])
        sections.append(Section(say.ui("What the standards say on it"), [items], "standards"))
    return Document(head, sections)


def place(say: Phrases, code: str) -> list[Run]:
    """Which of how many stages it is."""
    order = list(say.corpus.vocabularies.of("stages"))
    return say.ui("Stage {n} of {m}", n=say.number(order.index(code) + 1), m=say.number(len(order)))


def comparison(say: Phrases, code: str) -> Block:
    """The table of what procedures ask, a row a step; one sentence where nothing is recorded yet."""
    found = comparisons.stage(say.corpus, code)
    if not found.rows:
        return Paragraph(say.ui("No procedure's step for this stage is recorded here yet."))
    caption = say.ui("What each procedure asks at this stage: {stage}", stage=say.label("stages", code))
    columns = [
        say.ui("Mechanism and record"),
        say.ui("What is done"),
        say.ui("By whom"),
        say.ui("Status"),
    ]
    rows = [row for record, steps in found.rows for row in _rows(say, record, steps)]
    return Table(caption, columns, [Group([], rows)], "steps")


def _rows(say: Phrases, record: str, steps: tuple[LocatedStep, ...]) -> list[Row]:
    name, status = [Paragraph(named(say, record))], [Paragraph(sentences.status(say, record))]
    return [
        Row(
            [None if number else name, _does(say, each), _who(say, each), None if number else status],
            "" if number else addresses.row_anchor(record),
        )
        for number, each in enumerate(steps)
    ]


def _does(say: Phrases, located: LocatedStep) -> Blocks:
    step, record = located.step, located.record
    said = say.text_of(record, step.time_limit) if step.time_limit else []
    limit = joined((say.measure(step.value), said), " ")
    where = say.cited(say.name(record, located.anchor), step.ref)
    about = joined((where, say.confidence(say.corpus.confidence_of(record, step))))
    number = [Paragraph(limit, "number")] if limit else []
    return [Paragraph(say.text_of(record, step.does)), *number, Paragraph(about, "note")]


def _who(say: Phrases, located: LocatedStep) -> Blocks:
    who = sentences.labels(say, "roles", located.step.who)
    inferred = who and say.corpus.records[located.record].who_inferred
    return [Paragraph([*who, *([" ", Annotation(say.ui("(our reading)"))] if inferred else [])])]
