"""The tables of records (who each is and where it stands, who adopted it, for which regions, how it bears on
others), of mechanisms, of their members, of States, of sources, and of what codes mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generators.corpus import official_text, parties, record_profile
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.order import NEIGHBOUR
from generators.document import sentences
from generators.document.mechanism import contact
from generators.document.open_data.columns import RECORD, STATE, Columns, Link, Row, held, source_ids, table
from generators.document.open_data.dictionary import code_labels, code_lists, codes_of, definition
from generators.document.runs import letters
from generators.model.citations import last_read
from generators.translate.localizer import ui

_FORWARD = ("supersedes", "is-to-supersede", "amends", "is-to-amend", "implements", "related")
MECHANISM = Link(("mechanism",), "mechanisms", ("id",))


def _records(corpus: Corpus) -> Iterator[Row]:
    return (Row(name, model) for name, model in sorted(corpus.records.items()))


@table(_records, "id", ui("Records"), ui("One row for each instrument, action plan and procedure."))
def records(made: Columns) -> None:
    """A row a record."""
    corpus, phrases = made.corpus, made.phrases
    made.owner("id")
    made.named("name", "id", ui("Record"))
    made.localized("title", ui("Title"), lambda row: phrases.localizer.title(row.owner))
    made.places()
    made.coded("kind", "kinds", ui("Kind"))
    made.coded("type", "types", ui("Type"))
    made.coded("about", "nearness", ui("How near to trafficking"), lambda row: row.line.about or NEIGHBOUR)
    made.plain("mechanisms", "codes", get=lambda row: corpus.adopters(row.owner))
    adopted = ui("Mechanisms")
    made.worded("mechanisms_name", adopted, lambda row: letters(sentences.acronyms(phrases, row.owner)))
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


def _days(made: Columns) -> None:
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


def _pairs(corpus: Corpus, of: str, each: Callable[[Corpus, str], Iterable[str]]) -> Iterator[Row]:
    """A row a record and what it has in the column ``of``."""
    return (Row(record, {of: one}) for record in sorted(corpus.records) for one in each(corpus, record))


_OF_EACH = ui("Mechanisms and regions of each record.")
_ADOPTERS = partial(_pairs, of="mechanism", each=Corpus.adopters)


@table(_ADOPTERS, "record mechanism", ui("Mechanisms"), _OF_EACH, (RECORD, MECHANISM), joins=True)
def record_mechanisms(made: Columns) -> None:
    """A row a record and mechanism that adopted it."""
    made.owner("record")
    made.id("mechanism")
    made.named("mechanism_name", "mechanism", ui("Mechanism"))


_REGIONS = partial(_pairs, of="region", each=Corpus.regions)


@table(_REGIONS, "record region", ui("Regions"), _OF_EACH, (RECORD,), joins=True)
def record_regions(made: Columns) -> None:
    """A row a record and region of the mechanisms that adopted it."""
    made.owner("record")
    made.coded("region", "regions", ui("Region"))


def _relations(corpus: Corpus) -> Iterator[Row]:
    for name in sorted(corpus.records):
        for relation, others in record_profile.relations(corpus, name):
            if relation in _FORWARD:
                yield from (Row(name, {"relation": relation, "other": other}) for other in others)


@table(
    _relations,
    "record relation other",
    ui("Relations"),
    ui("The relations between records. Only the relation “related” is given in both directions."),
    (RECORD, Link(("other",), "records", ("id",))),
)
def relations(made: Columns) -> None:
    """A row a relation of a record to another one."""
    made.record()
    made.coded("relation", "relations", ui("Relations"))
    made.id("other")
    made.named("other_name", "other", ui("The other record"))


def _mechanisms(corpus: Corpus) -> Iterator[Row]:
    return (Row(name, model) for name, model in sorted(corpus.mechanisms.items()))


_WHAT = ui("One row for each organisation or process: what it is and how to reach its office.")


@table(_mechanisms, "id", ui("Mechanisms"), _WHAT)
def mechanisms(made: Columns) -> None:
    """A row a mechanism."""
    corpus, phrases = made.corpus, made.phrases

    def reached(row: Row) -> str:
        of = row.line.contact
        return letters(contact(phrases, row.owner, of)) if of else ""

    made.owner("id")
    made.named("name", "id", ui("Mechanism"))
    made.localized("title", ui("Title"), lambda row: phrases.localizer.title(row.owner))
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


def _members(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.mechanisms.items()):
        yield from (Row(name, each, number=number) for number, each in enumerate(model.members, 1))


@table(
    _members,
    "mechanism number",
    ui("Members"),
    ui("Which State is or was a member of which mechanism. Mechanisms without a list are left out."),
    (MECHANISM, STATE),
)
def members(made: Columns) -> None:
    """A row a membership."""
    corpus = made.corpus
    made.owner("mechanism")
    made.place()
    made.named("mechanism_name", "mechanism", ui("Mechanism"))
    made.id("state")
    made.states("state_name", "state", ui("State"))
    made.plain("member", "yes", get=lambda row: corpus.is_member(row.line))
    made.plain("since", "day", ui("Since"))
    made.plain("until", "day", ui("Until"))
    made.said("note", ui("Note"))
    made.sure(lambda row: corpus.confidence_in(row.owner, row.line))
    made.plain("as_of", "day", ui("As of"), get=lambda row: corpus.mechanisms[row.owner].members_as_of)


def _states(corpus: Corpus) -> Iterator[Row]:
    seats = {each.seat.country for each in corpus.mechanisms.values() if each.seat and each.seat.country}
    return (Row(code) for code in sorted({*corpus.all_states, *seats}))


@table(_states, "code", ui("States"), ui("States that are named in the other tables."))
def states(made: Columns) -> None:
    """A row a State that is named anywhere."""
    own_pages = {*made.corpus.all_states}
    made.owner("code")
    made.states("name", "code", ui("State"))
    made.places(lambda row: address(Target("state", row.owner)) if row.owner in own_pages else None)


def _sources(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted({**corpus.mechanisms, **corpus.records, **corpus.items}.items()):
        named = enumerate(zip(source_ids(model.sources), model.sources, strict=True), 1)
        yield from (Row(name, each, source, number) for number, (source, each) in named)


@table(_sources, "owner id", ui("Sources"), ui("What was read for each record, mechanism and item."))
def sources(made: Columns) -> None:
    """A row a source of a record, mechanism or item of the consultation."""
    made.owner("owner")
    made.anchor()
    made.place()
    made.named("owner_name", "owner", ui("Record"))
    made.plain("title", "text", ui("Title"))
    made.plain("url", "address", ui("Address"), get=lambda row: sentences.address(row.line) or None)
    made.coded("kind", "source-kinds", ui("Kind"))
    made.plain("copy", "yes", ui("a third party's copy"), get=held("copy_"))
    made.plain("seen", "day", ui("Read on"))


def _codes(corpus: Corpus) -> Iterator[Row]:
    for name in code_lists(corpus):
        entries = corpus.vocabularies.of(name)
        for rank, code in enumerate(codes_of(corpus, name), 1):
            yield Row(name, entries.get(code), code, rank)


@table(_codes, "list code", ui("Terms"), ui("What the codes of the other tables mean."))
def vocabulary(made: Columns) -> None:
    """A row a code of any list."""
    phrases = made.phrases
    made.plain("list", "code", ui("List"), get=lambda row: row.owner)
    made.id("code", lambda row: row.anchor)
    made.place("rank")
    made.worded("label", ui("Term"), lambda row: code_labels(phrases, row.owner)[row.anchor])
    made.localized("definition", ui("Definition"), lambda row: definition(phrases, row.owner, row.anchor))
    made.plain("sign", "text", ui("Signs"), get=lambda row: row.line and row.line.sign)
    made.plain("pillar", "code", "", "pillars", lambda row: row.line and row.line.pillar)
