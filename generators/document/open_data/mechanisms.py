"""The tables of mechanisms, of their members, and of States."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.document.mechanism import contact
from generators.document.open_data.columns import Columns, Link, Row, Table, cell, cells
from generators.document.open_data.records import MECHANISM
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read

STATE = Link(("state",), "states", ("code",))


def mechanisms(phrases: Phrases, base: str = "") -> Table:
    """A row a mechanism."""
    corpus, localizer = phrases.corpus, phrases.localizer
    ui = localizer.gettext
    made = Columns(phrases, "mechanisms", lambda: _mechanisms(corpus), base)
    made.id("id")
    made.named("name", "id", ui("Mechanism"))
    made.localized("title", lambda: [localizer.title(each) for each in made.of("id")], ui("Title"))
    made.places()
    made.coded("kind", "mechanism-kinds", ui("Kind"))
    made.several("regions", "regions", ui("Regions"))
    made.plain("part_of", "codes", ui("Part of"))
    made.plain("founded", "day", ui("Founded"))
    made.id("seat_country")
    made.states("seat_country_name", "seat_country", ui("Seat"))
    made.said("trafficking_body", "id", ui("By whom"))
    made.said("powers", "id", ui("What it may ask of States"))
    made.worded("contact", ui("Contact"), lambda: [_contact(phrases, name) for name in made.of("id")])
    made.plain("website", "address", ui("Website"))
    made.sure()
    made.plain("seen", "day", ui("Read on"))
    return made.table(ui("Mechanisms"), ui("Mechanisms and contacts"), "id")


def _contact(phrases: Phrases, name: str) -> str | None:
    of = phrases.corpus.mechanisms[name].contact
    return letters(contact(phrases, name, of)) or None if of else None


def _mechanisms(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.mechanisms.items()):
        yield {
            "id": name,
            "address": address(Target("record", name)),
            **cells(model, "kind part_of founded trafficking_body powers website"),
            "regions": cell(corpus.regions(name)),
            "seat_country": model.seat.country if model.seat else None,
            "confidence": corpus.confidence_shown(name),
            "seen": cell(last_read(model.sources)),
        }


def members(phrases: Phrases, base: str = "") -> Table:
    """A row a membership."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "members", lambda: _members(corpus), base)
    made.id("mechanism")
    made.place()
    made.named("mechanism_name", "mechanism", ui("Mechanism"))
    made.id("state")
    made.states("state_name", "state", ui("State"))
    made.plain("member", "yes")
    made.holds("since", "until")
    made.said("note", "mechanism", ui("Note"))
    made.sure()
    made.plain("as_of", "day", ui("As of"))
    return made.table(
        ui("Members"),
        ui("Which State is or was a member of which mechanism. Mechanisms without a list are left out."),
        "mechanism number",
        (MECHANISM, STATE),
    )


def _members(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.mechanisms.items()):
        for number, each in enumerate(model.members, 1):
            yield {
                "mechanism": name,
                "number": number,
                **cells(each, "state since until note"),
                "member": corpus.is_member(each),
                "confidence": corpus.confidence_in(name, each),
                "as_of": cell(model.members_as_of),
            }


def states(phrases: Phrases, base: str = "") -> Table:
    """A row a State that is named anywhere."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[Row]:
        own_pages, found = {*corpus.all_states}, corpus.mechanisms.values()
        for code in sorted(
            own_pages | {each.seat.country for each in found if each.seat and each.seat.country}
        ):
            yield {"code": code, "address": address(Target("state", code)) if code in own_pages else None}

    made = Columns(phrases, "states", rows, base)
    made.id("code")
    made.states("name", "code", ui("State"))
    made.places()
    return made.table(ui("States"), ui("States that are named in the other tables."), "code")
