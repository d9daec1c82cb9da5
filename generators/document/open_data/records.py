"""The tables of records (who each is and where it stands, who adopted it, for which regions, how it bears on
others), of mechanisms, of their members, of States, of sources, and of what codes mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generators.corpus import official_text, parties, record_profile
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.order import NEIGHBOUR
from generators.document import sentences
from generators.document.mechanism import contact
from generators.document.open_data.columns import (
    RECORD,
    STATE,
    Columns,
    Link,
    Row,
    Table,
    held,
    source_ids,
)
from generators.document.open_data.dictionary import code_labels, code_lists, definition
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read

_FORWARD = ("supersedes", "is-to-supersede", "amends", "is-to-amend", "implements", "related")
MECHANISM = Link(("mechanism",), "mechanisms", ("id",))


def records(phrases: Phrases, base: str = "") -> Table:
    """A row a record."""
    corpus, localizer = phrases.corpus, phrases.localizer
    ui = localizer.gettext
    made = Columns(phrases, "records", _records, base)
    made.owner("id")
    made.named("name", "id", ui("Record"))
    made.localized("title", ui("Title"), lambda row: localizer.title(row.owner))
    made.places()
    made.coded("kind", "kinds", ui("Kind"))
    made.coded("type", "types", ui("Type"))
    made.coded("about", "nearness", ui("How near to trafficking"), lambda row: row.line.about or NEIGHBOUR)
    made.plain("mechanisms", "codes", get=lambda row: corpus.adopters(row.owner))
    made.worded(
        "mechanisms_name", ui("Mechanisms"), lambda row: letters(sentences.acronyms(phrases, row.owner))
    )
    made.several("regions", "regions", ui("Regions"), lambda row: corpus.regions(row.owner))
    made.plain("number", "text", ui("Number"))
    made.standing()
    made.worded("status_words", "", lambda row: letters(sentences.status(phrases, row.owner)))
    _days(made)
    made.said("summary", ui("Summary"))
    made.plain("language", "language")
    made.plain("text_address", "address", get=_text_address)
    made.coded("parties_known", "party-lists", ui("Who is party"), _parties_known)
    made.plain("parties_number", "whole", ui("Parties"), get=lambda row: _parties_number(corpus, row))
    made.plain("read_in_full", "yes")
    made.sure(lambda row: corpus.confidence_shown(row.owner))
    made.plain("seen", "day", ui("Read on"), get=lambda row: last_read(row.line.sources))
    return made.table(ui("Records"), ui("One row for each instrument, action plan and procedure."), "id")


def _records(corpus: Corpus) -> Iterator[Row]:
    return (Row(name, model) for name, model in sorted(corpus.records.items()))


def _days(made: Columns) -> None:
    ui = made.phrases.localizer.gettext
    for name, title, of in (
        ("adopted", ui("Adopted"), "adopted.date"),
        ("signed", ui("Opened for signature"), "signature.date"),
        ("in_force", ui("In force"), "in_force"),
        ("applies_from", ui("Applies from"), "applies_from"),
        ("transposition_due", ui("To be transposed by"), "transposition_due"),
        ("period_from", ui("Period begins"), "period.from_"),
        ("period_to", ui("Period ends"), "period.to"),
        ("extended_to", ui("Extended to"), "period.extended_to"),
    ):
        made.plain(name, "day", title, get=held(of))


def _text_address(row: Row) -> str | None:
    return next((each.url for each, _ in official_text.places(row.line)), None)


def _parties_number(corpus: Corpus, row: Row) -> int | None:
    known = parties.numbers(corpus, row.owner)
    return known.all_ if known else None


def _parties_known(row: Row) -> str | None:
    """What is known of who is party; None of a text that has no list and that nobody can join."""
    of = row.line.parties
    if of is None:
        return "not-recorded" if row.line.binding and not row.line.model_of else None
    if of.states:
        return "incomplete" if of.incomplete else "listed"
    return "number-only" if of.count else "signatures-only"


def _pairs(
    phrases: Phrases, name: str, of: str, each: Callable[[Corpus, str], Iterable[str]], base: str
) -> Columns:
    """A row a record and what it has in the column ``of``."""

    def rows(corpus: Corpus) -> Iterator[Row]:
        return (Row(record, {of: one}) for record in sorted(corpus.records) for one in each(corpus, record))

    made = Columns(phrases, name, rows, base)
    made.owner("record")
    return made


def record_mechanisms(phrases: Phrases, base: str = "") -> Table:
    """A row a record and mechanism that adopted it."""
    ui = phrases.localizer.gettext
    made = _pairs(phrases, "record_mechanisms", "mechanism", Corpus.adopters, base)
    made.id("mechanism")
    made.named("mechanism_name", "mechanism", ui("Mechanism"))
    meaning = ui("Mechanisms and regions of each record.")
    return made.table(ui("Mechanisms"), meaning, "record mechanism", (RECORD, MECHANISM), joins=True)


def record_regions(phrases: Phrases, base: str = "") -> Table:
    """A row a record and region of the mechanisms that adopted it."""
    ui = phrases.localizer.gettext
    made = _pairs(phrases, "record_regions", "region", Corpus.regions, base)
    made.coded("region", "regions", ui("Region"))
    meaning = ui("Mechanisms and regions of each record.")
    return made.table(ui("Regions"), meaning, "record region", (RECORD,), joins=True)


def relations(phrases: Phrases, base: str = "") -> Table:
    """A row a relation of a record to another one."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "relations", _relations, base)
    made.record()
    made.coded("relation", "relations", ui("Relations"))
    made.id("other")
    made.named("other_name", "other", ui("The other record"))
    return made.table(
        ui("Relations"),
        ui("The relations between records. Only the relation “related” is given in both directions."),
        "record relation other",
        (RECORD, Link(("other",), "records", ("id",))),
    )


def _relations(corpus: Corpus) -> Iterator[Row]:
    for name in sorted(corpus.records):
        for relation, others in record_profile.relations(corpus, name):
            if relation in _FORWARD:
                yield from (Row(name, {"relation": relation, "other": other}) for other in others)


def mechanisms(phrases: Phrases, base: str = "") -> Table:
    """A row a mechanism."""
    corpus, localizer = phrases.corpus, phrases.localizer
    ui = localizer.gettext

    def rows(corpus: Corpus) -> Iterator[Row]:
        return (Row(name, model) for name, model in sorted(corpus.mechanisms.items()))

    def reached(row: Row) -> str | None:
        of = row.line.contact
        return letters(contact(phrases, row.owner, of)) or None if of else None

    made = Columns(phrases, "mechanisms", rows, base)
    made.owner("id")
    made.named("name", "id", ui("Mechanism"))
    made.localized("title", ui("Title"), lambda row: localizer.title(row.owner))
    made.places()
    made.coded("kind", "mechanism-kinds", ui("Kind"))
    made.several("regions", "regions", ui("Regions"), lambda row: corpus.regions(row.owner))
    made.plain("part_of", "codes", ui("Part of"))
    made.plain("founded", "day", ui("Founded"))
    made.id("seat_country", held("seat.country"))
    made.states("seat_country_name", "seat_country", ui("Seat"))
    made.said("trafficking_body", ui("By whom"))
    made.said("powers", ui("What it may ask of States"))
    made.worded("contact", ui("Contact"), reached)
    made.plain("website", "address", ui("Website"))
    made.sure(lambda row: corpus.confidence_shown(row.owner))
    made.plain("seen", "day", ui("Read on"), get=lambda row: last_read(row.line.sources))
    meaning = ui("One row for each organisation or process: what it is and how to reach its office.")
    return made.table(ui("Mechanisms"), meaning, "id")


def members(phrases: Phrases, base: str = "") -> Table:
    """A row a membership."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "members", _members, base)
    made.owner("mechanism")
    made.place()
    made.named("mechanism_name", "mechanism", ui("Mechanism"))
    made.id("state")
    made.states("state_name", "state", ui("State"))
    made.plain("member", "yes", get=lambda row: corpus.is_member(row.line))
    made.holds("since", "until")
    made.said("note", ui("Note"))
    made.sure(lambda row: corpus.confidence_in(row.owner, row.line))
    made.plain("as_of", "day", ui("As of"), get=lambda row: corpus.mechanisms[row.owner].members_as_of)
    return made.table(
        ui("Members"),
        ui("Which State is or was a member of which mechanism. Mechanisms without a list are left out."),
        "mechanism number",
        (MECHANISM, STATE),
    )


def _members(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.mechanisms.items()):
        yield from (Row(name, each, number=number) for number, each in enumerate(model.members, 1))


def states(phrases: Phrases, base: str = "") -> Table:
    """A row a State that is named anywhere."""
    ui, own_pages = phrases.localizer.gettext, {*phrases.corpus.all_states}

    def rows(corpus: Corpus) -> Iterator[Row]:
        seats = {each.seat.country for each in corpus.mechanisms.values() if each.seat and each.seat.country}
        return (Row(code) for code in sorted(own_pages | seats))

    made = Columns(phrases, "states", rows, base)
    made.owner("code")
    made.states("name", "code", ui("State"))
    made.places(lambda row: address(Target("state", row.owner)) if row.owner in own_pages else None)
    return made.table(ui("States"), ui("States that are named in the other tables."), "code")


def sources(phrases: Phrases, base: str = "") -> Table:
    """A row a source of a record, mechanism or item of the consultation."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "sources", _sources, base)
    made.owner("owner")
    made.anchor()
    made.place()
    made.named("owner_name", "owner", ui("Record"))
    made.plain("title", "text", ui("Title"))
    made.plain("url", "address", ui("Address"), get=lambda row: sentences.address(row.line) or None)
    made.coded("kind", "source-kinds", ui("Kind"))
    made.plain("copy", "yes", ui("a third party's copy"), get=held("copy_"))
    made.plain("seen", "day", ui("Read on"))
    return made.table(ui("Sources"), ui("What was read for each record, mechanism and item."), "owner id")


def _sources(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted({**corpus.mechanisms, **corpus.records, **corpus.items}.items()):
        named = enumerate(zip(source_ids(model.sources), model.sources, strict=True), 1)
        yield from (Row(name, each, source, number) for number, (source, each) in named)


def vocabulary(phrases: Phrases, base: str = "") -> Table:
    """A row a code of any list."""
    ui = phrases.localizer.gettext

    def rows(corpus: Corpus) -> Iterator[Row]:
        for name in code_lists(corpus):
            entries = corpus.vocabularies.of(name)
            for rank, code in enumerate(code_labels(phrases, name), 1):
                yield Row(name, entries.get(code), code, rank)

    made = Columns(phrases, "vocabulary", rows, base)
    made.plain("list", "code", ui("List"), get=lambda row: row.owner)
    made.id("code", lambda row: row.anchor)
    made.place("rank")
    made.worded("label", ui("Term"), lambda row: code_labels(phrases, row.owner)[row.anchor])
    made.localized("definition", ui("Definition"), lambda row: definition(phrases, row.owner, row.anchor))
    made.plain("sign", "text", ui("Signs"), get=lambda row: row.line and row.line.sign)
    made.plain("pillar", "code", "", "pillars", lambda row: row.line and row.line.pillar)
    return made.table(ui("Terms"), ui("What the codes of the other tables mean."), "list code")
