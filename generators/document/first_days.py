"""The first days of a case, for a State or for any State.

First is whom to call. Then come the steps: of each our advice with the one sentence of
law that says most on it. The page for any State has further sentences in folds. The page
of one State says where they are. On paper the steps are a sheet of two pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generators.corpus.addresses import Target
from generators.corpus.first_days import FirstStep, first_days
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.document import blocks as block
from generators.document import reserved, sentences, whom_to_call
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    Group,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line, find_provision_or_step
from generators.document.runs import Link, Run, Runs, Shared, joined

_FOLDED_SENTENCES = 3
"""How many further sentences of a step are in its fold; of the others the texts are
named.
"""


class StepGroup(NamedTuple):
    """Steps that are taken at one ``moment``: now, today, days, or ``child`` for steps
    that are for a child. The moment is the anchor of the group.
    """

    label: Runs
    moment: str
    steps: Sequence[FirstStep]


def document(phrases: Phrases, state: str = "", sheet: bool = False) -> Document:
    """The steps in a State (alpha-3 code; empty: in any State), without the title.

    A ``sheet`` is a table of the same steps and sentences, to hang up.
    """
    steps = tuple(first_days(phrases.corpus, state))
    groups = _step_groups(phrases, steps)
    if sheet:
        sections = [_sheet_section(phrases, state, groups)]
    else:
        sections = [_group_section(phrases, state, group) for group in groups]
    if state and not sheet:
        first, *others = sections
        # links to this anchor were published
        first = first._replace(former=["everyone"])
        sections = [first, *others, _contacts_section(phrases, state, steps)]
    page = Document(_head(phrases, state, sheet), sections)
    lines_with_times: list[Located] = []
    for step in steps:
        if not step.children:
            lines_with_times += step.times
    return block.followed(page, _times_section(phrases, lines_with_times))


def _step_groups(phrases: Phrases, steps: Iterable[FirstStep]) -> list[StepGroup]:
    """The steps in groups by when they are taken, those for a child last."""
    labels = {
        "now": phrases.ui("At once"),
        "today": phrases.ui("Today"),
        "days": phrases.ui("In these days"),
        "child": phrases.ui("For a child, or a person who may be a child"),
    }
    steps_by_moment = grouped(
        ("child" if step.children else step.moment, step) for step in steps
    )
    return [
        StepGroup(label, moment, steps_by_moment[moment])
        for moment, label in labels.items()
        if moment in steps_by_moment
    ]


def _head(phrases: Phrases, state: str, sheet: bool) -> list[Block]:
    """What opens the document: whom to call in the State (alpha-3 code), two links, and
    that the advice is ours.

    A ``sheet`` has no links, but until when its numbers may be used. Without a State
    (empty) a sentence asks to choose one.
    """
    ours = phrases.ui("Our advice, and below it what a text says.")
    if not state:
        choose = phrases.ui("Choose a State to see whom to call and which texts bind it.")
        return [Paragraph(choose, "lead"), *notes(ours)]
    numbers = whom_to_call.numbers(phrases, state, brief=not sheet)
    if sheet:
        return [*numbers, *notes(whom_to_call.usable_until(phrases, state), ours)]
    child = [Link(phrases.ui("Is it a child?"), Target("first-days", state, "child"))]
    state_page = phrases.linked("state", state, phrases.ui("All on this State"))
    links = Paragraph(joined((child, state_page)), "facts")
    return [links, *numbers, *notes(ours)]


def _contacts_section(
    phrases: Phrases, state: str, steps: Sequence[FirstStep]
) -> Section:
    """Where to ask further in a State: the page for any State, unread reservations,
    further numbers, and who is responsible.
    """
    guidance = phrases.page(
        "first-days", phrases.ui("Global guidance on each step, and who acts")
    )
    leading_lines = [line for step in steps for line in step.leading]
    blocks: list[Block] = []
    blocks += notes(guidance, whom_to_call.usable_until(phrases, state))
    blocks += reserved.unread_reservations(phrases, leading_lines, state)
    blocks += whom_to_call.further_numbers(phrases, state)
    blocks += whom_to_call.responsible_blocks(phrases, state)
    return Section(phrases.ui("Where to ask further"), blocks, "contacts")


def _times_section(phrases: Phrases, lines: Sequence[Located]) -> Section | None:
    """The times that texts set for the steps: each line once, with its text. None where
    no line sets a time.
    """
    items = {line.place: ListItem(_time_limit(phrases, line)) for line in lines}
    heading = phrases.ui("Time limits that texts set")
    return List(list(items.values())).under(heading, "times")


def _time_limit(phrases: Phrases, line: Located) -> Runs:
    """The time that a line sets, with its place. Before it are the groups of persons for
    whom it holds, where that is not everyone.
    """
    number = sentences.value(phrases, find_provision_or_step(line))
    time = sentences.in_brackets(number, sentences.place(phrases, line))
    return sentences.for_whom_first(phrases, sentences.only_for(phrases, line), time)


# -- one step ----------------------------------------------------------------------------


def _group_section(phrases: Phrases, state: str, group: StepGroup) -> Section:
    """A group of steps in a State (empty: in any). Where several steps have one topic,
    only the first leads to it.
    """
    entries = []
    topics: set[str] = set()
    for step in group.steps:
        with_topic = step.topic not in topics
        topics.add(step.topic)
        entries.append(_step_entry(phrases, step, state, with_topic))
    role = "fold" if group.moment == "child" else ""
    return Section(group.label, [Entries(entries, "advice")], group.moment, role)


def _step_entry(phrases: Phrases, step: FirstStep, state: str, with_topic: bool) -> Entry:
    """A step: our advice, and the sentence of a text.

    In a State it says that no text binds the State here, or only for some persons. It
    leads to the topic of the step (``with_topic``). In any State (``state`` is empty) it
    has a fold with further sentences.
    """
    blocks: list[Block] = []
    if state and step.silent:
        blocks += notes(phrases.ui("No text that we know binds this State here."))
    elif state and step.alone:
        blocks += notes(_protected_groups(phrases, step))
    if step.leading:
        places = tuple(line.place for line in step.leading)
        blocks.append(_shared_sentences(phrases, places, step.children))
    if state:
        blocks += _limits(phrases, step, state)
        if with_topic:
            blocks += _topic_link(phrases, step, state)
    else:
        blocks += _further_sentences(phrases, step)
    return Entry(
        phrases.definition("first-days", step.code),
        label=phrases.label("first-days", step.code),
        anchor=step.code,
        more=blocks,
    )


def _protected_groups(phrases: Phrases, step: FirstStep) -> list[Run]:
    """That all that binds the State on a step is for some groups of persons only. It
    names the groups, and the texts that say so.
    """
    groups = []
    for line in step.alone:
        group = sentences.only_for(phrases, line, children=step.children)
        groups.append(sentences.in_brackets(group, sentences.place(phrases, line)))
    label = phrases.ui(
        "On this point, the texts that bind this State protect only some people"
    )
    return phrases.labelled(label, joined(groups))


@once
def _shared_sentences(
    phrases: Phrases, places: tuple[str, ...], children: bool
) -> Shared[Block]:
    """The leading sentences of a step by their places (``record#anchor``, at least one),
    which many States have in common.
    """
    lines = [find_line(phrases.corpus, place) for place in places]
    return Shared(_sentences(phrases, lines, children))


def _sentences(phrases: Phrases, lines: Iterable[Located], children: bool) -> Entries:
    """What some lines say. Where a step is about ``children``, a line does not say that
    it is for them.
    """
    entries = [sentences.line(phrases, line, children=children) for line in lines]
    return Entries(entries, "cells")


def _limits(phrases: Phrases, step: FirstStep, state: str) -> list[Paragraph]:
    """What limits the first sentence of a step for a State (empty: for any, so nothing
    does).
    """
    if not state or not step.leading:
        return []
    return reserved.limits_of_line(phrases, step.leading[0], state)


def _topic_link(phrases: Phrases, step: FirstStep, state: str) -> list[Paragraph]:
    """A note that leads to the topic of a step, which has the rest that a State must do.
    Nothing where the step has no topic.
    """
    label = phrases.label("topics", step.topic)
    link: Runs = []
    if label:
        link = phrases.linked("topic-in", f"{step.topic}/{state}", label)
    return notes(phrases.labelled(phrases.ui("Also"), link))


def _further_sentences(phrases: Phrases, step: FirstStep) -> list[Block]:
    """A fold with further sentences on a step, the names of other texts, and who acts.
    Nothing where no text says more.
    """
    every_line = (*step.binding, *step.regional, *step.guidance)
    lines = [line for line in every_line if line not in step.leading]
    if not lines:
        return []
    further_places = [
        sentences.place(phrases, line) for line in lines[_FOLDED_SENTENCES:]
    ]
    also = phrases.labelled(phrases.ui("Also"), joined(further_places))
    roles = sentences.labels(phrases, "roles", step.acts)
    who_acts = phrases.ui("Who acts, according to the procedures")
    blocks: list[Block] = [
        _sentences(phrases, lines[:_FOLDED_SENTENCES], step.children),
        *notes(also, phrases.labelled(who_acts, roles)),
    ]
    return [Fold(phrases.ui("{n} more", n=phrases.number(len(lines))), blocks)]


# -- the sheet ---------------------------------------------------------------------------


def _sheet_section(phrases: Phrases, state: str, groups: Sequence[StepGroup]) -> Section:
    """The steps in a State as a table: of each our advice and its leading sentences."""
    heading = phrases.ui("Step by step")
    columns = [phrases.ui("Step"), phrases.ui("What a text says")]
    table_groups = []
    for group in groups:
        rows = [_sheet_row(phrases, step, state) for step in group.steps]
        table_groups.append(Group(group.label, rows))
    return Section(heading, [Table(heading, columns, table_groups, "sheet")])


def _sheet_row(phrases: Phrases, step: FirstStep, state: str) -> Row:
    """A step as a row: its label, its leading sentences, and what limits the first."""
    advice = [Paragraph(phrases.label("first-days", step.code))]
    says: list[Block] = []
    if step.leading:
        says.append(_sentences(phrases, step.leading, step.children))
    says += _limits(phrases, step, state)
    return Row([advice, says])
