"""One stage of a case: what each standard operating procedure asks, by whom, within which time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generators.corpus import comparisons
from generators.corpus.located import LocatedStep
from generators.pdf import parts, sentences
from generators.pdf.documents_topic import absent, label, name_cell, region
from generators.pdf.ink import Ink, joined
from generators.pdf.parts import Cell, Part

WIDTHS = (24, 44, 20, 15)


def chapter(ink: Ink, code: str, level: int, brief: bool = False) -> Iterator[Part]:
    """The comparison on one stage, without its title; sections stand at ``level``. Where it is ``brief``,
    procedures that nobody has looked at are left out.
    """
    corpus = ink.corpus
    found = comparisons.stage(corpus, code)
    order = list(corpus.vocabularies.of("stages"))
    number = ink.localizer.number
    yield parts.para(ink.word("stages", code, "definition"), "lead")
    yield parts.para(
        ink.say("Stage {n} of {m}", n=[number(order.index(code) + 1)], m=[number(len(order))]), "facts"
    )
    if found.rows:
        head = [
            ink.say("Mechanism and record"),
            ink.say("What is done"),
            ink.say("By whom"),
            ink.say("Status"),
        ]
        groups = groupby(found.rows, key=lambda pair: region(ink, pair[0]))
        listed = [
            (label(ink, name), [row for record, steps in pairs for row in _rows(ink, record, steps)])
            for name, pairs in groups
        ]
        yield parts.table(head, WIDTHS, listed)
    else:
        yield parts.para(ink.say("No procedure's step for this stage is recorded here yet."))
    if found.unread and not brief:
        yield from absent(ink, level, ink.say("Not yet looked at"), [], found.unread)
    if topics := corpus.vocabularies.of("stages")[code].topics:
        yield parts.heading(level, ink.say("What the standards say on it"))
        yield parts.para(
            ink.say(
                "See the comparison of these topics: {topics}",
                topics=joined(ink.word("topics", topic) for topic in topics),
            )
        )


def _rows(ink: Ink, record: str, steps: tuple[LocatedStep, ...]) -> Iterator[Part]:
    for place, placed in enumerate(steps):
        status = parts.paras((sentences.status(ink, record), "src")) if not place else []
        yield parts.row(
            [name_cell(ink, record, place), _does(ink, placed), _who(ink, placed), status],
            continues=bool(place),
        )


def _does(ink: Ink, placed: LocatedStep) -> Cell:
    step, record = placed.step, placed.record
    limit = joined(
        (sentences.value(ink, step.value), ink.said(record, step.time_limit) if step.time_limit else []), " "
    )
    source = joined((ink.ref(step.ref), ink.grade(ink.corpus.confidence_of(record, step))))
    return parts.paras((ink.said(record, step.does), ""), (limit, "num"), (source, "src"))


def _who(ink: Ink, placed: LocatedStep) -> Cell:
    who = sentences.words(ink, "roles", placed.step.who)
    inferred = who and ink.corpus.records[placed.record].who_inferred
    return parts.paras((who, ""), (ink.say("(our reading)") if inferred else [], "src"))
