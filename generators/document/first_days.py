"""The first days of a case, for a State or for any: whom to call; then step by step our
advice with the one sentence of law that says most on it; and who is responsible. What
else is asked stands behind a fold on the page for any State, to which the others lead,
and on the page of the State; on paper a sheet of two pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generators.corpus.addresses import Target
from generators.corpus.first_days import FirstStep, first_days
from generators.corpus.located import Located, grouped
from generators.document import blocks as block
from generators.document import reserved, sentences, whom_to_call
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Row,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, joined

_FOLDED = 3
"""How many further sentences a step holds behind its fold; of the others the texts are
named.
"""


def document(phrases: Phrases, state: str = "", sheet: bool = False) -> Document:
    """The steps in a State (alpha-3 code; without one, for any), without the title. A
    ``sheet`` is to be hung up: a table of the same steps and sentences.
    """
    steps = first_days(phrases.corpus, state)
    times = [each for step in steps if not step.children for each in step.times]
    groups = _groups(phrases, steps)
    sections = (
        [_sheet(phrases, state, groups)]
        if sheet
        else [_section(phrases, state, *each) for each in groups]
    )
    if state and not sheet:
        first, *others = sections
        heading = phrases.ui("Where to ask further")
        every = phrases.page(
            "first-days", phrases.ui("Global guidance on each step, and who acts")
        )
        bodies = [*notes(every, whom_to_call.usable_until(phrases, state))]
        leading = (line for each in steps for line in each.leading)
        bodies += reserved.unread(phrases, leading, state)
        bodies += [
            *whom_to_call.further(phrases, state),
            *whom_to_call.responsible(phrases, state),
        ]
        sections = [
            first._replace(former=["everyone"]),
            *others,
            Section(heading, bodies, "contacts"),
        ]
    return block.followed(
        Document(_head(phrases, state, sheet), sections), _times(phrases, times)
    )


def _groups(
    phrases: Phrases, steps: Iterable[FirstStep]
) -> list[tuple[Runs, str, Sequence[FirstStep]]]:
    """The steps by when they are taken, those for a child last: label, anchor, steps."""
    labels = {
        "now": phrases.ui("At once"),
        "today": phrases.ui("Today"),
        "days": phrases.ui("In these days"),
        "child": phrases.ui("For a child, or a person who may be a child"),
    }
    found = grouped(("child" if each.children else each.moment, each) for each in steps)
    return [
        (label, moment, found[moment])
        for moment, label in labels.items()
        if moment in found
    ]


def _head(phrases: Phrases, state: str, sheet: bool) -> list[Block]:
    ours = phrases.ui("Our advice, and below it what a text says.")
    if not state:
        more = phrases.ui("Choose a State to see whom to call and which texts bind it.")
        return [Paragraph(more, "lead"), *notes(ours)]
    numbers = whom_to_call.numbers(phrases, state, brief=not sheet)
    if sheet:
        return [*numbers, *notes(whom_to_call.usable_until(phrases, state), ours)]
    child = [Link(phrases.ui("Is it a child?"), Target("first-days", state, "child"))]
    all_ = phrases.linked("state", state, phrases.ui("All on this State"))
    return [Paragraph(joined((child, all_)), "facts"), *numbers, *notes(ours)]


def _times(phrases: Phrases, times: Sequence[Located]) -> Section | None:
    """The times that texts set for the steps, each said once with its text."""
    said = {(each.record, each.anchor): _time(phrases, each) for each in times}.values()
    return block.List([*map(block.ListItem, said)]).under(
        phrases.ui("Time limits that texts set"), "times"
    )


def _time(phrases: Phrases, each: Located) -> Runs:
    said = sentences.in_brackets(
        sentences.value(phrases, each.line), sentences.place(phrases, each)
    )
    return sentences.for_whom_first(phrases, sentences.only_for(phrases, each), said)


def _section(
    phrases: Phrases, state: str, label: Runs, anchor: str, steps: Sequence[FirstStep]
) -> Section:
    first = {each.topic: each for each in reversed(steps)}
    entries = Entries(
        [_step(phrases, each, state, first[each.topic] is each) for each in steps],
        "advice",
    )
    return Section(label, [entries], anchor, "fold" if anchor == "child" else "")


def _step(phrases: Phrases, each: FirstStep, state: str, onward: bool) -> Entry:
    """A step: our advice; that nothing we know binds the State on it, or only for some,
    where that is so; and the sentence of a text. ``onward`` leads to its topic: the first
    of several steps with one topic does.
    """
    shown: list[Block] = []
    if state and each.silent:
        shown += notes(phrases.ui("No text that we know binds this State here."))
    elif state and each.alone:
        shown += notes(_some_only(phrases, each))
    shown += _leading(phrases, each)
    shown += _reserved(phrases, each, state)
    shown += _elsewhere(phrases, each, state) if state and onward else []
    shown += [] if state else _fold(phrases, each)
    advice, label = (
        phrases.definition("first-days", each.code),
        phrases.label("first-days", each.code),
    )
    return Entry(advice, label=label, anchor=each.code, more=shown)


def _some_only(phrases: Phrases, each: FirstStep) -> list[Run]:
    """That all that binds the State on a step is for some persons only: for whom, and
    which text says so.
    """
    groups = joined(
        sentences.in_brackets(
            sentences.only_for(phrases, line, children=each.children),
            sentences.place(phrases, line),
        )
        for line in each.alone
    )
    words = phrases.ui(
        "On this point, the texts that bind this State protect only some people"
    )
    return phrases.labelled(words, groups)


def _leading(phrases: Phrases, each: FirstStep) -> list[Block]:
    """The sentences of a step, which many States have in common."""
    if not each.leading:
        return []
    key = (
        "leading",
        each.children,
        *((line.record, line.anchor) for line in each.leading),
    )
    return [phrases.shared(key, lambda: _lines(phrases, each.leading, each.children)[0])]


def _reserved(phrases: Phrases, each: FirstStep, state: str) -> list[Block]:
    """What limits the first sentence of a step for a State."""
    return (
        [*reserved.beside(phrases, each.leading[0], state)]
        if state and each.leading
        else []
    )


def _lines(phrases: Phrases, lines: Sequence[Located], children: bool) -> list[Block]:
    said = [sentences.line(phrases, line, children=children) for line in lines]
    return [Entries(said, "cells")] if said else []


def _elsewhere(phrases: Phrases, each: FirstStep, state: str) -> list[Block]:
    """Where the rest is said that is asked of a State on a step: the topic that most of
    it is about.
    """
    topic = phrases.label("topics", each.topic)
    link = phrases.linked("topic-in", f"{each.topic}/{state}", topic) if topic else []
    return notes(phrases.labelled(phrases.ui("Also"), link))


def _fold(phrases: Phrases, each: FirstStep) -> list[Block]:
    """The first of what else is asked on a step, behind a fold; of the others the texts
    by name.
    """
    asked = (*each.binding, *each.regional, *each.guidance)
    lines = [line for line in asked if line not in each.leading]
    if not lines:
        return []
    blocks = _lines(phrases, lines[:_FOLDED], each.children)
    left = joined(sentences.place(phrases, one) for one in lines[_FOLDED:])
    who = phrases.ui("Who acts, according to the procedures")
    acts = sentences.labels(phrases, "roles", each.acts)
    blocks += notes(
        phrases.labelled(phrases.ui("Also"), left), phrases.labelled(who, acts)
    )
    return [Fold(phrases.ui("{n} more", n=phrases.number(len(lines))), blocks)]


def _sheet(
    phrases: Phrases, state: str, groups: Sequence[tuple[Runs, str, Sequence[FirstStep]]]
) -> Section:
    """The steps as a table: of each our advice and its leading sentence."""
    heading = phrases.ui("Step by step")
    columns = [phrases.ui("Step"), phrases.ui("What a text says")]
    rows = [
        block.Group(label, [_row(phrases, each, state) for each in of])
        for label, _, of in groups
    ]
    return Section(heading, [block.Table(heading, columns, rows, "sheet")])


def _row(phrases: Phrases, each: FirstStep, state: str) -> Row:
    advice = [Paragraph(phrases.label("first-days", each.code))]
    said = _lines(phrases, each.leading, each.children)
    return Row([advice, [*said, *_reserved(phrases, each, state)]])
