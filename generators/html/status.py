"""How far this is: what is recorded, how sure it is, how far the translations are, what must be looked at,
all of it computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.document import coverage
from generators.document.runs import letters
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Coverage, translations, facts to be checked, reviews due")
    yield factory.page(
        "status.html.j2",
        Target("page", "status"),
        "about",
        ui("Status of the data"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, number = factory.phrases, factory.localizer.number
    found = coverage.coverage(phrases.corpus)
    ui = factory.localizer.gettext
    records, provisions, steps = ui("Records"), ui("Provisions"), ui("Steps of procedures")
    kinds = {"records": records, "provisions": provisions, "steps": steps, "mechanisms": ui("Mechanisms")}
    names = phrases.name
    return {
        "counts": _counts(factory, found),
        "today": phrases.today(),
        "confidences": [
            (phrases.sign("confidences", code, True), phrases.label("confidences", code))
            for code in found.confidences
        ],
        "shares": [
            (kinds[kind], [(number(count), factory.localizer.percent(share)) for count, share in shares])
            for kind, shares in found.shares
        ],
        "regions": [
            (phrases.entry("regions", code), list(map(number, counts))) for code, counts in found.regions
        ],
        **_translated(factory, writer),
        "check_first": [(names(record), lines) for record, lines in found.check_first],
        "unsure": phrases.confidence_sign("recalled"),
        "overdue": found.overdue,
        "reviews": [(phrases.date(day), len(each), [*map(names, each)]) for day, each in found.reviews],
        "read_in_full": [*map(names, found.read_in_full)],
        "known": _known(factory, found.known),
        "without_text": [*map(names, found.known.without)],
        "without_members": [*map(names, coverage.without_members(phrases.corpus))],
    }


def _translated(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """How far each language is translated, what is to be done for it, and by whom it was reviewed."""
    phrases, localizer = factory.phrases, factory.localizer
    rows = [(phrases.language_name(row.language), row) for row in coverage.translation_rows(phrases.corpus)]
    return {
        "translations": [
            (
                name,
                factory.abroad(writer, row.language, Target("page", "translate")),
                list(map(localizer.number, row.counts)),
                localizer.percent(row.share),
            )
            for name, row in rows
        ],
        "reviewers": [(name, row.reviewers) for name, row in rows if row.reviewers],
    }


def _known(factory: PageFactory, known: coverage.Known) -> list[tuple[str, str]]:
    """What is known of parties and texts: what is counted, and how many there are of how many."""
    ui, number = factory.localizer.gettext, factory.localizer.number

    def of(part: int, whole: int) -> str:
        return letters(factory.phrases.ui("{n} of {m}", n=[number(part)], m=[number(whole)]))

    records = known.official + known.copies + len(known.without)
    return [
        (ui("Binding records that name their parties"), of(known.named, known.binding)),
        (ui("Lists without a known gap"), of(known.whole, known.named)),
        (ui("Parties named, with the day on which they joined"), of(known.dated, known.lines)),
        (ui("Records that lead to the official text"), of(known.official, records)),
        (ui("Records that lead to a copy only"), of(known.copies, records)),
        (ui("Records that lead to the depositary's list of parties"), of(known.status_pages, known.binding)),
    ]


def _counts(factory: PageFactory, found: coverage.Coverage) -> list[Any]:
    n_ = factory.localizer.ngettext
    return [
        n_("{n} mechanism", "{n} mechanisms", found.mechanisms),
        n_("{n} record", "{n} records", found.records),
        n_("{n} provision", "{n} provisions", found.provisions),
        n_("{n} step", "{n} steps", found.steps),
        n_("{n} term", "{n} terms", found.terms),
        n_("{n} item of the Dakar consultation", "{n} items of the Dakar consultation", found.items),
    ]
