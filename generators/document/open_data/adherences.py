"""The table of who joined which text, signed it, or is named in it."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence
from generators.corpus.state_profile import standing
from generators.document.open_data.columns import RECORD, Columns, Link, Row, Table, cell, cells
from generators.document.open_data.mechanisms import STATE
from generators.document.phrases import Phrases
from generators.model.records import Organisation, Party, Record, Signatory

_CODES = {
    "binding": "bound",
    "pending": "pending",
    "former": "no-longer-bound",
    "joined": "takes-part",
    "joining": "to-take-part",
    "parted": "took-part",
}
PARTICIPATIONS = tuple(_CODES.values())
"""Where a State or organisation that joined a text may stand to it, in tables and JSON files alike."""
SOURCE = Link(("record", "source"), "sources", ("owner", "id"))


def parties(phrases: Phrases, base: str = "") -> Table:
    """A row a State or organisation and record."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "parties", lambda: _parties(corpus), base)
    made.id("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.id("state")
    made.id("organisation")
    made.worded("party_name", ui("State"), lambda: _names(phrases, made), "known")
    made.coded("participation", "participations", ui("Who is party"))
    _days(made)
    made.coded("how", "ratification-ways", ui("How it joined"))
    made.said("note", "record", ui("Note"))
    made.id("source")
    made.sure()
    made.plain("as_of", "day", ui("As of"))
    return made.table(
        ui("Parties"),
        ui(
            "Who joined, signed or left which text. If the list is complete, a State that is missing is "
            "not a party: see parties_known of the record."
        ),
        "record number",
        (RECORD, STATE, Link(("organisation",), "mechanisms", ("id",)), SOURCE),
    )


def _days(made: Columns) -> None:
    """When it joined, and from when the text binds it, which is another day."""
    ui = made.phrases.localizer.gettext
    made.holds("since", "until", ui("Party since (day of joining)"))
    made.plain("bound_since", "day", ui("Binding since"))
    made.plain("bound_since_computed", "yes")


def reservations(phrases: Phrases, base: str = "") -> Table:
    """A row a reservation or declaration of a State."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "reservations", lambda: _reservations(corpus), base)
    made.id("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.id("state")
    made.states("state_name", "state", ui("State"))
    made.coded("kind", "reservation-kinds", ui("Kind"))
    made.plain("refs", "text")
    made.said("says", "record", ui("What it does"))
    made.holds("since", "withdrawn")
    made.id("source")
    made.sure()
    return made.table(
        ui("Reservations"),
        ui("What States reserved or declared of a text, which changes or explains how it binds them."),
        "record number",
        (RECORD, STATE, SOURCE),
    )


def _reservations(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        listed = model.parties.states if model.parties else ()
        told = ((party.state, each) for party in listed for each in party.reservations)
        for number, (state, each) in enumerate(told, 1):
            yield {
                "record": name,
                "number": number,
                "state": state,
                **cells(each, "kind refs says since withdrawn source"),
                "confidence": each.confidence or corpus.confidence_of(name, model.parties),
            }


def participation(corpus: Corpus, record: str, party: Party) -> str:
    """Where a State that joined a record stands to it on the day of the data: one of ``PARTICIPATIONS``."""
    return _CODES[standing(corpus, Adherence(record, party))]


def _names(phrases: Phrases, made: Columns) -> list[str]:
    localizer = phrases.localizer
    known = {code: localizer.state(code) for code in {*made.of("state")} if code}
    organisations = {name: localizer.short(name).text for name in {*made.of("organisation")} if name}
    return [
        known[state] if state else organisations[name]
        for state, name in zip(made.of("state"), made.of("organisation"), strict=True)
    ]


def _parties(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        for number, each in enumerate(_of_record(corpus, name, model), 1):
            yield {"record": name, "number": number, **_NOTHING, **each}


_NOTHING = dict.fromkeys(
    "state organisation since bound_since bound_since_computed until how note source as_of".split()
)


def _of_record(corpus: Corpus, name: str, model: Record) -> Iterator[Row]:
    of = model.parties
    if of:
        source = next((each.id for each in model.sources if of.source and each.id == of.source), None)
        whole, as_of = corpus.confidence_of(name, of), cell(of.as_of)

        def line(each: Party | Organisation | Signatory, how: str, more: str = "") -> Row:
            sure = {"confidence": each.confidence or whole, "as_of": as_of}
            return {"participation": how, **cells(each, f"since {more}"), "source": source, **sure}

        for each in of.states:
            since = corpus.bound_since(name, each)
            bound = {"bound_since": since.day.text, "bound_since_computed": since.computed} if since else {}
            yield {**line(each, participation(corpus, name, each), "state until how note"), **bound}
        for each in of.organisations:
            row = line(each, _organisation(corpus, name, each), "until how note")
            yield {**row, "organisation": each.mechanism}
        yield from (line(each, "signed", "state") for each in of.signatories)
    sure = {"confidence": model.confidence}
    yield from ({"state": state, "participation": "named", **sure} for state in model.named_parties)


def _organisation(corpus: Corpus, name: str, each: Organisation) -> str:
    """What an organisation is to a text; it has no day of its own of entry into force."""
    party = Party.model_construct(state="", since=each.since, until=each.until, in_force_since=None)
    return participation(corpus, name, party)
