"""The pages of records, of their lists of parties where these are long, of mechanisms and
of regions; of States, of the first days of a case in each, and of the steps of a case;
and long lists in folds, by the letters of the reader's alphabet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from generators.corpus import cldr, comparisons, state_tiles
from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target, feed
from generators.corpus.located import Located, grouped
from generators.document import (
    changes,
    citation,
    commonmark,
    first_days,
    mechanism,
    parties,
    record,
    sentences,
    stage,
    state,
)
from generators.document.blocks import Document, List, Paragraph, Section, followed
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined, letters
from generators.document.topic import named
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.model.records import Record

DESCRIBED = 160
"""How much of a summary search engines show, and get."""


def records(factory: PageFactory) -> Iterator[Page]:
    """One page a record, and one for its parties where they are many."""
    corpus, localizer, phrases = (
        factory.localizer.corpus,
        factory.localizer,
        factory.phrases,
    )
    for name, model in corpus.records.items():
        crumbs, source = _above_record(phrases, name), f"instruments/{name}.yml"
        page, made = (
            Target("record", name),
            partial(record.document, name=name, pages=True),
        )
        title, about = localizer.short(name).text, _description(phrases, name, model)
        heading = record.headline(phrases, name)
        yield factory.document(
            page,
            "instruments",
            title,
            made,
            about,
            source,
            crumbs=crumbs,
            heading=heading,
            picked=True,
        )
        if parties_of.apart(corpus, name):
            page, made = Target("parties", name), partial(parties.document, name=name)
            title, crumbs = (
                letters(parties.title(phrases, name)),
                [*crumbs, phrases.name(name)],
            )
            yield factory.document(
                page, "instruments", title, made, source=source, crumbs=crumbs
            )


def _above_record(phrases: Phrases, name: str) -> list[list[Run]]:
    owner = name.partition("/")[0]
    regions = phrases.corpus.regions(owner)
    return [
        *([phrases.entry("regions", regions[0])] if regions else []),
        phrases.name(owner),
    ]


def _description(phrases: Phrases, name: str, model: Record) -> str:
    localizer = phrases.localizer
    if model.summary:
        return commonmark.plain(localizer.said(name, model.summary))[:DESCRIBED]
    owner = localizer.title(name.partition("/")[0]).text
    stop, kind = localizer.stop, localizer.label("types", model.type)
    return f"{localizer.title(name).text}{stop}{localizer.comma.join((kind, owner))}{stop.rstrip()}"


def mechanisms(factory: PageFactory) -> Iterator[Page]:
    """One page a mechanism."""
    localizer, phrases = factory.localizer, factory.phrases
    for name, model in localizer.corpus.mechanisms.items():
        page, title, body = (
            Target("record", name),
            localizer.title(name).text,
            model.trafficking_body,
        )
        about = localizer.said(name, body).text[:DESCRIBED] if body else title
        made, source = partial(_mechanism, name=name), f"instruments/{name}/mechanism.yml"
        crumbs, heading = _above_mechanism(phrases, name), phrases.title(name)
        beside = phrases.beside_name(name)
        yield factory.document(
            page,
            "instruments",
            title,
            made,
            about,
            source,
            crumbs=crumbs,
            heading=heading,
            beside=beside,
        )


def _mechanism(phrases: Phrases, name: str) -> Document:
    """A mechanism, with what changed of it and of its records, and how to cite its page."""
    page, title = Target("record", name), phrases.plain(phrases.localizer.title(name))
    made = followed(mechanism.document(phrases, name), changes.section(phrases, page))
    return followed(made, citation.section(phrases, page, title))


def _above_mechanism(phrases: Phrases, name: str) -> list[list[Run]]:
    corpus = phrases.corpus
    parents = (
        each for each in corpus.mechanisms[name].part_of if each in corpus.mechanisms
    )
    return [
        line
        for line in (sentences.regions(phrases, name), sentences.names(phrases, parents))
        if line
    ]


NEWEST = 6


def instruments(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """The list of texts, and the newest of those that are dated and neither drafts nor
    superseded.
    """
    phrases, corpus = factory.phrases, factory.phrases.corpus
    dated = [name for name in corpus.records if corpus.day(name)]
    dated = [name for name in dated if corpus.group(name) in ("pending", "standing")]
    newest = sorted(dated, key=corpus.age, reverse=True)[:NEWEST]
    return {
        "counts": (len(corpus.mechanisms), len(corpus.records)),
        "sections": [_in_region(phrases, code) for code in corpus.mechanisms_in],
        "newest": [
            List([sentences.record_item(phrases, name) for name in newest], "records")
        ],
    }


def _in_region(phrases: Phrases, code: str) -> Section:
    """The mechanisms of a region with their records, behind its name."""
    names = mechanism.mechanisms(phrases, code)
    heading = phrases.beside(phrases.label("regions", code), len(names))
    about = Paragraph(
        phrases.linked("region", code, phrases.ui("This region on one page"))
    )
    return Section(
        heading,
        [about, *(mechanism.listed(phrases, name) for name in names)],
        code,
        "fold",
    )


def regions(factory: PageFactory) -> Iterator[Page]:
    """One page a region."""
    localizer, phrases = factory.localizer, factory.phrases
    crumbs = [phrases.page("instruments", phrases.ui("Texts"))]
    for code in localizer.corpus.vocabularies.of("regions"):
        page, made = Target("region", code), partial(_region, code=code)
        title, about = (
            localizer.label("regions", code),
            localizer.word("regions", code, "definition").text,
        )
        heading = phrases.label("regions", code)
        yield factory.document(
            page, "instruments", title, made, about, crumbs=crumbs, heading=heading
        )


def _region(phrases: Phrases, code: str) -> Document:
    """A region, with what changed of its texts, and links to the others."""
    page = Target("region", code)
    made = followed(
        mechanism.region(phrases, code), changes.section(phrases, page, feed(page))
    )
    others = (
        other for other in phrases.corpus.vocabularies.of("regions") if other != code
    )
    led = joined(phrases.entry("regions", other) for other in others)
    return made._replace(head=[*made.head, Paragraph(led, "note")])


T = TypeVar("T")
Fold = tuple[str, list[Runs]]
"""What a fold of a list is named by, and its lines."""
_FOLD = 25
"""How many things of a long list one fold has at least, but the last."""


def in_folds(
    things: Iterable[T], name: Callable[[T], str], line: Callable[[T], Runs]
) -> list[Fold]:
    """Things in the order of the alphabet, in folds that are named by their first and
    last letter.
    """
    ordered = sorted(things, key=lambda thing: cldr.sort_key(name(thing)))
    folds: list[tuple[list[str], list[Runs]]] = []
    for letter, own in groupby(ordered, key=lambda thing: cldr.first_letter(name(thing))):
        if not folds or len(folds[-1][1]) >= _FOLD:
            folds.append(([], []))
        folds[-1][0].append(letter)
        folds[-1][1].extend(map(line, own))
    return [
        ("–".join(dict.fromkeys((letters[0], letters[-1]))), lines)
        for letters, lines in folds
    ]


def each_state(factory: PageFactory) -> Iterator[Page]:
    """One page a State."""
    localizer, phrases = factory.localizer, factory.phrases
    crumbs = [phrases.page("states", phrases.ui("States"))]
    for code in localizer.corpus.all_states:
        title = localizer.gettext("What applies in {state}")
        title = title.replace("{state}", localizer.state_in_sentence(code))
        page, made = Target("state", code), partial(_of_state, code=code)
        # without jumps: its folds are the list
        yield factory.document(page, "states", title, made, crumbs=crumbs, jumps=False)


def _of_state(phrases: Phrases, code: str) -> Document:
    """A State, with what changed of the texts that concern it."""
    return followed(
        state.document(phrases, code), changes.section(phrases, Target("state", code))
    )


def states(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, bound = factory.phrases, state_tiles.bound(factory.phrases.corpus)

    def line(code: str) -> Runs:
        """A State with the number of texts that are known to bind it, where there is one."""
        state = phrases.state(code)
        return phrases.beside(state, bound[code]) if bound[code] else state

    folds = in_folds(bound, phrases.localizer.state, line)
    return {"states": folds, "map": [parties.map_of_binding(phrases)]}


def choices(factory: PageFactory, writer: HtmlWriter, kind: str) -> list[tuple[str, str]]:
    """All States by name, for a field of choice: the address of each one's page of a
    kind, and its name.
    """
    ordered = sorted(
        factory.phrases.corpus.all_states, key=factory.phrases.order_of_state
    )
    return [
        (writer.href(Target(kind, code)), factory.localizer.state(code))
        for code in ordered
    ]


def each_first_days(factory: PageFactory) -> Iterator[Page]:
    """The first steps in each State."""
    localizer, phrases = factory.localizer, factory.phrases
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    heading, source = (
        phrases.ui("The first days"),
        "instruments/vocabulary/first-days.yml",
    )
    crumbs = [
        phrases.page("pathway", phrases.ui("A case")),
        phrases.page("first-days", heading),
    ]
    for code in localizer.corpus.all_states:
        page, made = Target("first-days", code), partial(first_days.document, state=code)
        title = letters(phrases.labelled(heading, [localizer.state(code)]))
        yield factory.document(
            page, "pathway", title, made, lead, source, crumbs=crumbs, jumps=False
        )


def any_state(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, name = factory.phrases, factory.localizer.state
    made = first_days.document(phrases)

    def line(code: str) -> Runs:
        return phrases.linked("first-days", code, [name(code)])

    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "head": made.head,
        "states": in_folds(phrases.corpus.all_states, name, line),
        "sections": [each._replace(role="fold") for each in made.sections],
    }


def each_stage(factory: PageFactory) -> Iterator[Page]:
    """One page a stage."""
    return factory.each_entry("stage", "stages", "pathway", _stage, "definition")


def pathway(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus = factory.phrases, factory.phrases.corpus
    stages = list(corpus.vocabularies.of("stages"))
    sops = [name for name, model in corpus.standards.items() if model.kind == "sop"]
    sops.sort(key=lambda sop: comparisons.position(corpus, sop))
    steps = {sop: [*corpus.lines_of(sop, "steps")] for sop in sops}
    first = {
        sop: {each.line.stage: each for each in reversed(own)}
        for sop, own in steps.items()
        if own
    }

    def cell(step: Located | None) -> tuple[str, str] | None:
        """The address of a procedure's first step at a stage, with its number."""
        number = phrases.localizer.number
        return step and (
            writer.href(Target("record", step.record, step.anchor)),
            number(step.number),
        )

    rows = ((sop, [cell(own.get(code)) for code in stages]) for sop, own in first.items())

    unread = grouped(
        (comparisons.could_not_read(corpus, sop), sop) for sop in sops if not steps[sop]
    )
    without = (
        (
            phrases.ui("Procedures we know of and could not read"),
            "unreadable",
            unread.get(True, ()),
        ),
        (
            phrases.ui("Procedures whose steps we do not have yet"),
            "unread",
            unread.get(False, ()),
        ),
    )
    return {
        "states": choices(factory, writer, "first-days"),
        "route": [stage.route(phrases)],
        "stages": [
            (phrases.entry("stages", code), phrases.definition("stages", code))
            for code in stages
        ],
        "rows": [(named(phrases, sop), cells) for sop, cells in rows],
        "without": [
            (*place, sentences.names(phrases, own)) for *place, own in without if own
        ],
    }


def _stage(factory: PageFactory, writer: HtmlWriter, code: str) -> dict[str, Any]:
    phrases = factory.phrases
    order = list(phrases.corpus.vocabularies.of("stages"))
    here, made = order.index(code), stage.document(phrases, code)

    def led(codes: list[str]) -> list[tuple[str, Runs]]:
        return [
            (writer.href(Target("stage", each)), phrases.label("stages", each))
            for each in codes
        ]

    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "heading": phrases.label("stages", code),
        "place": stage.place(phrases, code),
        "before": led(order[here - 1 : here]),
        "after": led(order[here + 1 : here + 2]),
        "lead": made.head[:1],
        "body": [*made.head[2:], *made.sections],
    }
