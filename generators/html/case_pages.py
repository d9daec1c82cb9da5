"""The pages of a case: its first days in each State, its steps, and the way through
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generators.corpus import comparisons, tables
from generators.corpus.addresses import Target
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.document import (
    first_days,
    recognise,
    sentences,
    stage,
    whom_to_call,
)
from generators.document.runs import Runs, letters
from generators.document.topic import named
from generators.html.folds import in_folds
from generators.html.page import Page, PageFactory
from generators.html.state_pages import choices
from generators.html.writer import HtmlWriter
from generators.model.records import Step

# -- a case on one sheet -----------------------------------------------------------------

_PROHIBITIONS = 4
"""So many things never to do are on the sheet of a case; the page of signs has all."""
_FORMS_OF_CASE = tuple(
    form for form in recognise.FORMS if form not in (recognise.ANY, recognise.CHILD)
)
"""What can have happened: the forms of exploitation. A child is a question of its own."""


def case(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What can be asked in a case, and our advice for its sheet.

    The advice is what to do now and today, also for a child, and what never to do.
    ``answers/case.js`` makes the sheet.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    needs = corpus.vocabularies.entries_of("needs")
    steps = corpus.vocabularies.entries_of("first-days")
    urgent = [code for code, step in steps.items() if step.moment != "days"]
    prohibitions = recognise.recognition(corpus).never[:_PROHIBITIONS]
    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "forms": [(form, recognise.label(phrases, form)) for form in _FORMS_OF_CASE],
        "needs": [(code, phrases.label("needs", code)) for code in needs],
        "steps": [
            (phrases.label("first-days", code), steps[code].children) for code in urgent
        ],
        "never": [
            phrases.text_of(guidance.record, guidance.line.says)
            for guidance in prohibitions
        ],
        "embassy": whom_to_call.embassy_advice(phrases),
        "nationals": " ".join(tables.groups_of_parties(corpus)),
        "today": phrases.today(),
    }


# -- the first days ----------------------------------------------------------------------


def each_first_days(factory: PageFactory) -> Iterator[Page]:
    """A page for the first days of a case in each State."""
    localizer = factory.localizer
    phrases = factory.phrases
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    heading = phrases.ui("The first days")
    above_all = phrases.page("pathway", phrases.ui("A case"))
    above = phrases.page("first-days", heading)
    for code in localizer.corpus.all_states:
        title = phrases.labelled(heading, [localizer.state(code)])
        yield factory.document(
            Target("first-days", code),
            "pathway",
            letters(title),
            partial(first_days.document, state=code),
            lead,
            "instruments/vocabulary/first-days.yml",
            crumbs=[above_all, above],
            jumps=False,
        )


def any_state(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """The first days of a case in any State, in folds, and a list of all States."""
    phrases = factory.phrases
    name = factory.localizer.state
    document = first_days.document(phrases)

    def line(code: str) -> Runs:
        return phrases.linked("first-days", code, [name(code)])

    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "head": document.head,
        "states": in_folds(phrases.corpus.all_states, name, line),
        "sections": [section._replace(role="fold") for section in document.sections],
    }


# -- the way of a case -------------------------------------------------------------------


def pathway(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """The steps of a case, and which procedure says something on which of them. There are
    lists of procedures whose steps we do not have.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    stages = list(corpus.vocabularies.entries_of("stages"))
    with_steps: list[str] = []
    without_steps: list[str] = []
    for procedure in _procedures(corpus):
        has_steps = any(corpus.lines_of(procedure, "steps"))
        (with_steps if has_steps else without_steps).append(procedure)
    entries = [
        (phrases.entry("stages", code), phrases.definition("stages", code))
        for code in stages
    ]
    rows: list[tuple[Runs, list[StepLink | None]]] = []
    for procedure in with_steps:
        cells = _step_cells(factory, writer, procedure, stages)
        rows.append((named(phrases, procedure), cells))
    return {
        "states": choices(factory, writer, "first-days"),
        "route": [stage.route(phrases)],
        "stages": entries,
        "rows": rows,
        "without": list(_lists_without_steps(factory, without_steps)),
    }


def _procedures(corpus: Corpus) -> list[str]:
    """The ids of the standard operating procedures, in the order of comparisons."""
    names = [name for name, model in corpus.standards.items() if model.kind == "sop"]
    return sorted(names, key=lambda name: comparisons.position(corpus, name))


StepLink = tuple[str, str]
"""The address of a step, and its number in words."""


def _step_cells(
    factory: PageFactory, writer: HtmlWriter, procedure: str, stages: Sequence[str]
) -> list[StepLink | None]:
    """The first step of a procedure at each stage; None where it has none."""
    first_steps = _first_steps(factory.phrases.corpus, procedure)
    cells: list[StepLink | None] = []
    for code in stages:
        step = first_steps.get(code)
        if step is None:
            cells.append(None)
        else:
            href = writer.href(Target("record", step.record, step.anchor))
            cells.append((href, factory.phrases.localizer.number(step.number)))
    return cells


def _first_steps(corpus: Corpus, procedure: str) -> Mapping[str, Located]:
    """The first step of a procedure at each stage that it has steps of."""
    first_steps: dict[str, Located] = {}
    for step in corpus.lines_of(procedure, "steps"):
        if isinstance(step.line, Step):
            first_steps.setdefault(step.line.stage, step)
    return first_steps


def _lists_without_steps(
    factory: PageFactory, procedures: Sequence[str]
) -> Iterator[tuple[Runs, str, Runs]]:
    """Procedures whose steps we do not have: those that we could not read, then those
    that nobody has read. Each list has a heading and an anchor, and is left out if it is
    empty.
    """
    phrases = factory.phrases
    unreadable: list[str] = []
    unread: list[str] = []
    for procedure in procedures:
        could_not_read = comparisons.could_not_read(phrases.corpus, procedure)
        (unreadable if could_not_read else unread).append(procedure)
    if unreadable:
        heading = phrases.ui("Procedures we know of and could not read")
        yield heading, "unreadable", sentences.names(phrases, unreadable)
    if unread:
        heading = phrases.ui("Procedures whose steps we do not have yet")
        yield heading, "unread", sentences.names(phrases, unread)


# -- a step ------------------------------------------------------------------------------


def each_stage(factory: PageFactory) -> Iterator[Page]:
    """A page for each step of a case."""
    return factory.each_entry("stage", "stages", "pathway", _stage, "definition")


def _stage(factory: PageFactory, writer: HtmlWriter, code: str) -> dict[str, Any]:
    """A step of a case: its place, links to the steps before and after it, and what
    procedures say.
    """
    phrases = factory.phrases
    order = list(phrases.corpus.vocabularies.entries_of("stages"))
    place = order.index(code)
    document = stage.document(phrases, code)

    def links(codes: Sequence[str]) -> list[tuple[str, Runs]]:
        return [
            (writer.href(Target("stage", neighbour)), phrases.label("stages", neighbour))
            for neighbour in codes
        ]

    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "heading": phrases.label("stages", code),
        "place": stage.place(phrases, code),
        "before": links(order[max(place - 1, 0) : place]),
        "after": links(order[place + 1 : place + 2]),
        "lead": document.head[:1],
        "body": [*document.head[2:], *document.sections],
    }
