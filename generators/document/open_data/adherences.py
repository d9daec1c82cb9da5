"""The table of who joined which text, signed it, or is named in it."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence
from generators.corpus.state_profile import standing
from generators.document.open_data.columns import RECORD, Column, Columns, Link, Own, Table, day, own
from generators.document.open_data.mechanisms import STATE
from generators.document.phrases import Phrases
from generators.model.citations import last_read
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
    made.plain("state", "code", ui("The State, by its code of three letters (ISO 3166-1)."))
    made.id("organisation")
    beside = ui("The State, or an organisation that is party beside States.")
    made.add(Column("party_name", "text", beside, ui("State"), said="known"), lambda: _names(phrases, made))
    made.coded("participation", "participations", ui("Who is party"))
    _days(made)
    made.coded("how", "ratification-ways", ui("How it joined"))
    made.said("note", "record", ui("Note"))
    made.source()
    made.sure()
    return made.table(
        ui("Parties"),
        ui(
            "Who joined, signed or left which text. A State that is not here is no party only where the list "
            "is whole: see parties_known of the record."
        ),
        "record number",
        (RECORD, STATE, Link(("organisation",), "mechanisms", ("id",)), SOURCE),
    )


def _days(made: Columns) -> None:
    """When it joined, and from when the text binds it, which is another day."""
    ui = made.phrases.localizer.gettext
    joined = ui(
        "The day on which it joined: of ratification, accession or deposit. The text binds it from "
        "bound_since."
    )
    made.holds("since", "until", ui("Party since (day of joining)"), joined)
    meaning = ui(
        "The first day on which the text binds it: as a list gives it, else as it follows from the text's "
        "article. It is empty if that day is not known."
    )
    made.plain("bound_since", "day", meaning, ui("Binding since"))
    computed = ui("true if bound_since follows from the article and was read in no list.")
    made.plain("bound_since_computed", "yes", computed)


def reservations(phrases: Phrases, base: str = "") -> Table:
    """A row a reservation or declaration of a State."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "reservations", lambda: _reservations(corpus), base)
    made.id("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.plain("state", "code", ui("The State, by its code of three letters (ISO 3166-1)."))
    made.states("state_name", "state", ui("State"))
    made.coded("kind", "reservation-kinds", ui("Kind"))
    made.plain("refs", "text", ui("The articles that it is about, as typed."))
    made.said("says", "record", ui("What it does. It is empty if we have not read it."))
    made.holds("since", "withdrawn", ui("Since"), ui("The day on which it was made."))
    made.source()
    made.sure()
    return made.table(
        ui("Reservations"),
        ui("What States reserved or declared of a text, which changes or explains how it binds them."),
        "record number",
        (RECORD, STATE, SOURCE),
    )


def _reservations(corpus: Corpus) -> Own:
    def rows() -> Iterator[tuple]:
        for name, model in sorted(corpus.records.items()):
            listed = model.parties.states if model.parties else ()
            told = ((party.state, each) for party in listed for each in party.reservations)
            for number, (state, each) in enumerate(told, 1):
                days = (day(each.since), day(each.withdrawn))
                sure = each.confidence or corpus.confidence_of(name, model.parties)
                as_of = day(last_read(model.sources))
                yield name, number, state, each.kind, each.refs, each.says, *days, each.source, sure, as_of

    return own("record number state kind refs says since withdrawn source confidence as_of", rows())


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


def _parties(corpus: Corpus) -> Own:
    return own(
        "record number state organisation participation since bound_since bound_since_computed until how "
        "note source "
        "confidence as_of",
        (
            (name, number, *each)
            for name, model in sorted(corpus.records.items())
            for number, each in enumerate(_of_record(corpus, name, model), 1)
        ),
    )


def _of_record(corpus: Corpus, name: str, model: Record) -> Iterator[tuple]:
    of = model.parties
    if of:
        source = next((each.id for each in model.sources if of.source and each.id == of.source), None)
        whole = corpus.confidence_of(name, of)
        as_of = day(of.as_of or last_read(model.sources))
        for each in of.states:
            since = corpus.bound_since(name, each)
            code = participation(corpus, name, each)
            yield (
                each.state,
                None,
                code,
                day(each.since),
                *((since.day.text, since.computed) if since else (None, None)),
                *_how(each),
                source,
                *_sure(each, whole, as_of),
            )
        for each in of.organisations:
            code = _organisation(corpus, name, each)
            yield (
                None,
                each.mechanism,
                code,
                day(each.since),
                None,
                None,
                *_how(each),
                source,
                *_sure(each, whole, as_of),
            )
        for each in of.signatories:
            rest = (None, None, None, None, None, source, *_sure(each, whole, as_of))
            yield each.state, None, "signed", day(each.since), *rest
    for state in model.named_parties:
        rest = (None, None, None, None, None, None, None, model.confidence, day(last_read(model.sources)))
        yield state, None, "named", *rest


def _how(each: Party | Organisation) -> tuple[str | None, ...]:
    return day(each.until), each.how, each.note


def _sure(each: Party | Organisation | Signatory, whole: str, as_of: str | None) -> tuple[str, str | None]:
    return each.confidence or whole, as_of


def _organisation(corpus: Corpus, name: str, each: Organisation) -> str:
    """What an organisation is to a text; it has no day of its own of entry into force."""
    party = Party.model_construct(state="", since=each.since, until=each.until, in_force_since=None)
    return participation(corpus, name, party)
