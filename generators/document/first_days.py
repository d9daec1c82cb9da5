"""The first days of a case, for a State or for any: step by step, the sentence that binds there, then what
its mechanisms ask, then global guidance; who acts, and within which time.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus.addresses import Target
from generators.corpus.first_days import Asking, FirstStep, first_days, told
from generators.corpus.groups import group_beside
from generators.corpus.located import LocatedProvision
from generators.corpus.state_profile import state_profile
from generators.document import sentences, whom_to_call
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Group,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.mechanism import of_mechanisms
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, joined

_SHOWN = 2
"""How many sentences of each kind a page shows at a step; the others are named."""


def document(phrases: Phrases, state: str = "", sheet: bool = False) -> Document:
    """The steps in a State (alpha-3 code; without one, for any), without the title. A ``sheet`` is to be hung
    up: of each step it says the first sentence alone.
    """
    steps = first_days(phrases.corpus, state)
    groups = (
        (phrases.ui("For everyone"), "everyone", [each for each in steps if not each.children]),
        (
            phrases.ui("For a child, or who may be one"),
            "child",
            [each for each in steps if each.children],
        ),
    )
    sections = (
        [_sheet(phrases, [(heading, of) for heading, _, of in groups if of])]
        if sheet
        else [
            Section(heading, [_step(phrases, each, state) for each in of], anchor)
            for heading, anchor, of in groups
            if of
        ]
    )
    mechanisms = [each.mechanism for each in state_profile(phrases.corpus, state).now] if state else []
    asked = of_mechanisms(phrases, mechanisms)
    called = [whom_to_call.section(phrases, state, brief=sheet)] if state else []
    return Document(_head(phrases, state), [*called, *sections, *([asked] if asked else [])])


def _head(phrases: Phrases, state: str) -> list[Block]:
    lead = phrases.ui("What the texts ask in the first days after a sign of trafficking.")
    ours = phrases.ui("Choice and order of the steps are ours; each sentence says where it stands.")
    if not state:
        more = phrases.ui("Choose a State to see what binds there and what its mechanisms ask.")
        return [Paragraph(lead, "lead"), *notes(ours), Paragraph(more, "open")]
    more = phrases.linked("state", state, phrases.ui("All that applies in this State"))
    return [Paragraph(lead, "lead"), *notes([*ours, " ", *more])]


def _step(phrases: Phrases, each: FirstStep, state: str) -> Section:
    """A step on a page: what binds, what else asks for it, who acts, within which time. Global guidance is
    said once, on the page for any State; a State's page leads there where its own texts answer.
    """
    own = bool(state and (each.binding or each.regional))
    rows = [
        Fact(label, blocks=_asking(phrases, lines, each.children, state))
        for label, lines in (
            (phrases.ui("Binding there") if state else phrases.ui("Binding its parties"), each.binding),
            (phrases.ui("Asked by its mechanisms"), each.regional),
            (phrases.ui("Global guidance"), () if own else each.guidance),
        )
        if lines
    ]
    if own and each.guidance:
        counted = phrases.counted(
            "{n} line of global guidance", "{n} lines of global guidance", len(each.guidance)
        )
        guided = [Link(counted, Target("page", "first-days", each.code))]
        rows.append(Fact(phrases.ui("Global guidance"), guided))
    blocks: list[Block] = [*notes(phrases.definition("first-days", each.code))]
    if state and not each.binding:
        none = phrases.ui("No text recorded here is known to bind this State on this step.")
        blocks.append(Paragraph(none, "open"))
    elif state and all(group_beside(phrases.corpus, one, children=each.children) for one in each.binding):
        some = phrases.ui("What is known to bind this State on this step holds for some persons alone.")
        blocks.append(Paragraph(some, "open"))
    facts = [*rows]
    if each.times:
        facts.append(Fact(phrases.ui("Within what time"), _times(phrases, each)))
    if each.acts:
        who = sentences.labels(phrases, "roles", each.acts)
        facts.append(Fact(phrases.ui("Who acts, by the procedures recorded here"), who))
    return Section(phrases.label("first-days", each.code), [*blocks, Facts(facts, "lists")], each.code)


def _asking(phrases: Phrases, lines: Sequence[Asking], children: bool, state: str) -> list[Block]:
    """The first lines; of the others how many texts there are, by name on the page for any State alone."""
    shown = Entries([entry(phrases, each, children) for each in lines[:_SHOWN]], "cells")
    left = lines[_SHOWN:]
    if not left:
        return [shown]
    if not state:
        places = joined(_place(phrases, each) for each in left)
        return [shown, *notes(phrases.labelled(phrases.ui("Also"), places))]
    texts = len({each.record for each in left})
    more = phrases.counted("{n} more text", "{n} more texts", texts)
    return [shown, *notes([Link(more, Target("state", state, "topics"))])]


def _sheet(phrases: Phrases, groups: Sequence[tuple[Runs, Sequence[FirstStep]]]) -> Section:
    """The steps as a table: of each its firmest sentence, and the time where one is set."""
    heading = phrases.ui("Step by step")
    columns = [phrases.ui("Step"), phrases.ui("The firmest sentence")]
    rows = [Group(label, [_row(phrases, each) for each in of]) for label, of in groups]
    signs = joined(
        [phrases.sign("strengths", code, True), "\u00a0", *phrases.label("strengths", code)]
        for code in phrases.corpus.vocabularies.of("strengths")
    )
    return Section(heading, [Table(heading, columns, rows, "sheet"), *notes(signs)])


def _row(phrases: Phrases, each: FirstStep) -> Row:
    lines = (*each.binding, *each.regional, *each.guidance)
    everyone = (one for one in lines if not group_beside(phrases.corpus, one, children=each.children))
    first = next(everyone, lines[0] if lines else None)
    said: list[Block] = [Entries([entry(phrases, first, each.children)], "cells")] if first else []
    times = notes(_times(phrases, each)) if each.times else []
    return Row([[Paragraph(phrases.label("first-days", each.code)), *times], said])


def entry(phrases: Phrases, each: Asking, children: bool = False) -> Entry:
    """What a provision or a step says, for whom alone, where, and how sure that is; ``children`` where the
    step is for them.
    """
    record, line = each.record, told(each)
    provision = isinstance(each, LocatedProvision)
    where = _place(phrases, each)
    force = phrases.force_sign(record) or phrases.force_of(record)
    sure = phrases.confidence(phrases.corpus.confidence_of(record, line))
    return Entry(
        phrases.text_of(record, line.says if provision else line.does),
        [joined((sentences.only_for(phrases, each, children=children), where, force, sure))],
        value=sentences.value(phrases, line),
        sign=phrases.strength(line.strength) if provision else None,
    )


def _place(phrases: Phrases, each: Asking) -> list[Run]:
    """The record of a line, and the place in it, which lead to it."""
    return phrases.cited(phrases.name(each.record, each.anchor), told(each).ref, each.record)


def _times(phrases: Phrases, each: FirstStep) -> list[Run]:
    """The times that are set, each with its text."""
    return joined(_time(phrases, one, each.children) for one in each.times)


def _time(phrases: Phrases, each: Asking, children: bool) -> Runs:
    alone = sentences.only_for(phrases, each, children=children)
    said = joined((phrases.name(each.record, each.anchor), alone))
    return sentences.in_brackets(sentences.value(phrases, told(each)), said)
