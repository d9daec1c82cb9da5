"""The first days of a case, for a State or for any State.

First is whom to call. Then come the steps: of each our advice with the one sentence of
law that says most on it. The page for any State has further sentences in folds. The page
of one State says where they are. There the first steps show their sentence; a fold with
the article has that of each other step. On paper the steps are a sheet of two pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generators.corpus import persons
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
from generators.document.call_block import call_block
from generators.document.local_numbers import local_numbers_section
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_line, find_provision_or_step
from generators.document.runs import Run, Runs, Shared, Strong, joined
from generators.model.records import Provision

_SHOWN_SENTENCES = 2
"""Of how many steps the page of a State shows the sentence of law without a tap."""
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
        # links to this anchor were published
        sections[0] = sections[0]._replace(former=["everyone"])
        sections = [*_child_second(sections), _contacts_section(phrases, state, steps)]
    page = Document(_head(phrases, state, sheet), sections)
    lines_with_times: list[Located] = []
    for step in steps:
        if not step.children:
            lines_with_times += step.times
    page = block.followed(page, _times_section(phrases, lines_with_times))
    return block.followed(page, local_numbers_section(phrases) if state else None)


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


def _child_second(sections: Sequence[Section]) -> list[Section]:
    """The groups of steps, with the fold for a child after the first, to be seen soon."""
    first, *others = sections
    child = [section for section in others if section.anchor == "child"]
    return [first, *child, *(section for section in others if section not in child)]


def _head(phrases: Phrases, state: str, sheet: bool) -> list[Block]:
    """What opens the document: whom to call in the State (alpha-3 code), and that the
    advice is ours.

    A ``sheet`` says until when its numbers may be used. Without a State (empty) a
    sentence asks to choose one.
    """
    ours = phrases.ui("Our advice, and below it what a text says.")
    if not state:
        choose = phrases.ui("Choose a State to see whom to call and which texts bind it.")
        return [Paragraph(choose, "lead"), *notes(ours)]
    numbers = call_block(phrases, state)
    if sheet:
        ours = phrases.ui("Our advice, and next to it what a text says.")
        return [*numbers, *notes(whom_to_call.usable_until(phrases, state), ours)]
    return [*numbers, *notes(ours)]


def _contacts_section(
    phrases: Phrases, state: str, steps: Sequence[FirstStep]
) -> Section:
    """Where to ask further in a State: all numbers, all on the State, the page for any
    State. Then reservations that we have not read.
    """
    guidance = phrases.page(
        "first-days", phrases.ui("Global guidance on each step, and who acts")
    )
    leading_lines = [line for step in steps for line in step.leading]
    blocks: list[Block] = []
    state_page = phrases.linked("state", state, phrases.ui("All on this State"))
    links = joined((whom_to_call.all_contacts(phrases, state), state_page, guidance))
    blocks += [Paragraph(links, "facts")]
    blocks += notes(whom_to_call.usable_until(phrases, state))
    blocks += reserved.unread_reservations(phrases, leading_lines, state)
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
    """A group of steps in a State (empty: in any)."""
    shown = group.steps
    if state and group.moment != "child":
        shown = _steps_with_sentence(group)
    entries = [
        _step_entry(phrases, step, state, folded=step not in shown)
        for step in group.steps
    ]
    blocks = [Entries(entries, "advice")]
    section = Section(group.label, blocks, group.moment)
    if group.moment != "child":
        return section
    return section._replace(role="fold", persons=persons.children(phrases.corpus))


def _steps_with_sentence(group: StepGroup) -> list[FirstStep]:
    """The steps of a group that show their sentence of law. They are the first at once,
    and the next unless it has several.
    """
    if group.moment != "now":
        return []
    first, *others = group.steps[:_SHOWN_SENTENCES]
    return [first, *(step for step in others if len(step.leading) < 2)]


def _step_entry(phrases: Phrases, step: FirstStep, state: str, folded: bool) -> Entry:
    """A step: our advice, and the sentence of a text, which may be ``folded``.

    In a State it says that no text binds the State here, or has what binds only for some
    persons. In any State (``state`` is empty) it has a fold with further sentences.
    """
    blocks: list[Block] = []
    if state and step.silent:
        blocks += notes(phrases.ui("No text that we know binds this State here."))
    law: list[Block] = []
    if state and step.alone:
        blocks += _for_some_persons(phrases, step, in_brief=folded)
        if folded:
            law += _places_for_some_persons(phrases, step)
    if step.leading:
        places = tuple(line.place for line in step.leading)
        law.append(_shared_sentences(phrases, places, step.children))
    if state and not step.alone:
        law += _for_some_persons(phrases, step)
    if state:
        law += _limits(phrases, step, state)
    else:
        law += _further_sentences(phrases, step)
    if folded and step.leading:
        law = [Fold(_law_in_brief(phrases, step.leading), law)]
    return Entry(
        phrases.definition("first-days", step.code),
        label=_step_label(phrases, step, state),
        anchor=step.code,
        more=[*blocks, *law],
    )


def _law_in_brief(phrases: Phrases, lines: Sequence[Located]) -> list[Run]:
    """Must, should or may, and the place of the first of some lines, without a link.

    Then how many further lines there are.
    """
    leading, *others = lines
    strength: list[Run] = []
    if isinstance(leading.line, Provision):
        strength = phrases.strength(leading.line.strength)
    name = phrases.plain(phrases.localizer.short(leading.record))
    place = phrases.cited(name, leading.line.ref, leading.record)
    more: Runs = []
    if others:
        more = phrases.ui("{n} more", n=phrases.number(len(others)))
    return joined((strength, place, more))


def _for_some_persons(
    phrases: Phrases, step: FirstStep, in_brief: bool = False
) -> list[Paragraph]:
    """Notes on what binds a State on a step for some groups of persons only. They name
    the groups and the texts (``in_brief``: the groups). Where nothing else binds, one
    note says that too.
    """
    paragraphs: list[Paragraph] = []
    if step.alone:
        label = phrases.ui(
            "On this point, the texts that bind this State protect only some people"
        )
        if in_brief:
            groups = _groups_alone(phrases, step)
        else:
            groups = [_protected_group(phrases, step, line) for line in step.alone]
        paragraphs.append(_person_note(phrases, step.alone, label, groups))
    for line in step.for_persons:
        group = _protected_group(phrases, step, line)
        paragraphs.append(_person_note(phrases, [line], [], [group]))
    return paragraphs


def _groups_alone(phrases: Phrases, step: FirstStep) -> list[Runs]:
    """The groups of persons whom the binding lines of a step protect, each once."""
    groups: list[Runs] = []
    for line in step.alone:
        group = sentences.only_for(phrases, line, children=step.children)
        if group not in groups:
            groups.append(group)
    return groups


def _places_for_some_persons(phrases: Phrases, step: FirstStep) -> list[Paragraph]:
    """A note with the groups whom the binding lines of a step protect, and the place of
    each line.
    """
    groups = [_protected_group(phrases, step, line) for line in step.alone]
    return [_person_note(phrases, step.alone, [], groups)]


def _protected_group(phrases: Phrases, step: FirstStep, line: Located) -> list[Run]:
    """The groups whom a line protects, and in brackets its text and place."""
    group = sentences.only_for(phrases, line, children=step.children)
    return sentences.in_brackets(group, sentences.place(phrases, line))


def _person_note(
    phrases: Phrases, lines: Iterable[Located], label: Runs, groups: Iterable[Runs]
) -> Paragraph:
    """A note on lines for some groups of persons, after a label (which may be empty). It
    knows for which of the persons it is whom readers can choose.
    """
    words = joined(groups)
    codes = dict.fromkeys(
        code for line in lines for code in persons.persons_of_line(phrases.corpus, line)
    )
    runs = phrases.labelled(label, words) if label else words
    return Paragraph(runs, "note", tuple(codes))


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
    it is for them: the whole part is.
    """
    entries = [sentences.line(phrases, line, children=children) for line in lines]
    if children:
        entries = [entry._replace(persons=()) for entry in entries]
    return Entries(entries, "cells")


def _limits(phrases: Phrases, step: FirstStep, state: str) -> list[Paragraph]:
    """What limits the first sentence of a step for a State (empty: for any, so nothing
    does).
    """
    if not state or not step.leading:
        return []
    return reserved.limits_of_line(phrases, step.leading[0], state)


def _step_label(phrases: Phrases, step: FirstStep, state: str) -> list[Run]:
    """What a step is called. In a State it leads to the topic of the step, which has the
    rest that the State must do.
    """
    label = phrases.label("first-days", step.code)
    if not state or not step.topic:
        return label
    return phrases.linked("topic-in", f"{step.topic}/{state}", label)


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
    columns = [phrases.ui("What to do"), phrases.ui("What a text says")]
    table_groups = []
    for group in groups:
        rows = [_sheet_row(phrases, step, state) for step in group.steps]
        table_groups.append(Group(group.label, rows))
    return Section(heading, [Table(heading, columns, table_groups, "sheet")])


def _sheet_row(phrases: Phrases, step: FirstStep, state: str) -> Row:
    """A step as a row: its label with our advice, its leading sentences, and what limits
    the first.
    """
    advice = [
        Paragraph([Strong(phrases.label("first-days", step.code))]),
        Paragraph(phrases.definition("first-days", step.code)),
    ]
    says: list[Block] = []
    if step.leading:
        says.append(_sentences(phrases, step.leading, step.children))
    says += _limits(phrases, step, state)
    return Row([advice, says])
