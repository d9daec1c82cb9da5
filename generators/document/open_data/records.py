"""The tables of records (who each is and where it stands, who adopted it, for which regions, how it bears on
others), of mechanisms, of their members, of States, of sources, and of what codes mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import confidences, official_text, parties, record_profile
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document import sentences
from generators.document.mechanism import contact
from generators.document.open_data.columns import (
    RECORD,
    STATE,
    Columns,
    Link,
    Row,
    Table,
    cell,
    cells,
    code_labels,
    code_lists,
    source_ids,
    standing,
)
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read

_FORWARD = ("supersedes", "is-to-supersede", "amends", "is-to-amend", "implements", "related")
MECHANISM = Link(("mechanism",), "mechanisms", ("id",))


def records(phrases: Phrases, base: str = "") -> Table:
    """A row a record."""
    corpus, localizer = phrases.corpus, phrases.localizer
    ui = localizer.gettext
    made = Columns(
        phrases, "records", lambda: (_record(corpus, name) for name in sorted(corpus.records)), base
    )
    made.id("id")
    made.named("name", "id", ui("Record"))
    made.localized("title", lambda: [localizer.title(each) for each in made.of("id")], ui("Title"))
    made.places()
    made.coded("kind", "kinds", ui("Kind"))
    made.coded("type", "types", ui("Type"))
    made.plain("mechanisms", "codes")
    made.worded(
        "mechanisms_name",
        ui("Mechanisms"),
        lambda: [letters(sentences.acronyms(phrases, each)) for each in made.of("id")],
    )
    made.several("regions", "regions", ui("Regions"))
    made.plain("number", "text", ui("Number"))
    made.standing()
    made.worded(
        "status_words", "", lambda: [letters(sentences.status(phrases, each)) for each in made.of("id")]
    )
    _days(made)
    made.said("summary", "id", ui("Summary"))
    made.plain("language", "language")
    made.plain("text_address", "address")
    made.coded("parties_known", "party-lists", ui("Who is party"))
    made.plain("parties_number", "whole", ui("Parties"))
    made.plain("read_in_full", "yes")
    made.sure()
    made.plain("seen", "day", ui("Read on"))
    return made.table(ui("Records"), ui("One row for each instrument, action plan and procedure."), "id")


def _days(made: Columns) -> None:
    ui = made.phrases.localizer.gettext
    for name, title in (
        ("adopted", ui("Adopted")),
        ("signed", ui("Opened for signature")),
        ("in_force", ui("In force")),
        ("applies_from", ui("Applies from")),
        ("transposition_due", ui("To be transposed by")),
        ("period_from", ui("Period begins")),
        ("period_to", ui("Period ends")),
        ("extended_to", ui("Extended to")),
    ):
        made.plain(name, "day", title)


def _record(corpus: Corpus, name: str) -> Row:
    model, period = corpus.records[name], corpus.records[name].period
    known = parties.numbers(corpus, name)
    return {
        "id": name,
        "address": address(Target("record", name)),
        **cells(model, "kind type number in_force applies_from transposition_due summary language"),
        **standing(corpus, name),
        "mechanisms": cell(corpus.adopters(name)),
        "regions": cell(corpus.regions(name)),
        "adopted": cell(model.adopted and model.adopted.date),
        "signed": cell(model.signature and model.signature.date),
        "period_from": cell(period and period.from_),
        "period_to": cell(period and period.to),
        "extended_to": cell(period and period.extended_to),
        "text_address": next((each.url for each, _ in official_text.places(model)), None),
        "parties_known": _parties_known(corpus, name),
        "parties_number": known.all_ if known else None,
        "read_in_full": model.read_in_full,
        "confidence": confidences.shown(corpus, name),
        "seen": cell(last_read(model.sources)),
    }


def _parties_known(corpus: Corpus, name: str) -> str | None:
    """What is known of who is party; None of a text that has no list and that nobody can join."""
    model, of = corpus.records[name], corpus.records[name].parties
    if of is None:
        return "not-recorded" if model.binding and not model.model_of else None
    if of.states:
        return "incomplete" if of.incomplete else "listed"
    return "number-only" if of.count else "signatures-only"


def record_mechanisms(phrases: Phrases, base: str = "") -> Table:
    """A row a record and mechanism that adopted it."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    pairs = ((name, each) for name in sorted(corpus.records) for each in corpus.adopters(name))
    rows = ({"record": name, "mechanism": each} for name, each in pairs)
    made = Columns(phrases, "record_mechanisms", lambda: rows, base)
    made.id("record")
    made.id("mechanism")
    made.named("mechanism_name", "mechanism", ui("Mechanism"))
    return made.table(
        ui("Mechanisms"),
        ui("Mechanisms and regions of each record."),
        "record mechanism",
        (RECORD, MECHANISM),
        joins=True,
    )


def record_regions(phrases: Phrases, base: str = "") -> Table:
    """A row a record and region of the mechanisms that adopted it."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    pairs = ((name, each) for name in sorted(corpus.records) for each in corpus.regions(name))
    rows = ({"record": name, "region": each} for name, each in pairs)
    made = Columns(phrases, "record_regions", lambda: rows, base)
    made.id("record")
    made.coded("region", "regions", ui("Region"))
    meaning = ui("Mechanisms and regions of each record.")
    return made.table(ui("Regions"), meaning, "record region", (RECORD,), joins=True)


def relations(phrases: Phrases, base: str = "") -> Table:
    """A row a relation of a record to another one."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "relations", lambda: _relations(corpus), base)
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
                yield from ({"record": name, "relation": relation, "other": other} for other in others)


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
            "confidence": confidences.shown(corpus, name),
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


def sources(phrases: Phrases, base: str = "") -> Table:
    """A row a source of a record, mechanism or item of the consultation."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "sources", lambda: _sources(corpus), base)
    made.id("owner")
    made.id("id")
    made.place()
    made.named("owner_name", "owner", ui("Record"))
    made.plain("title", "text", ui("Title"))
    made.plain("url", "address", ui("Address"))
    made.coded("kind", "source-kinds", ui("Kind"))
    made.plain("copy", "yes", ui("a third party's copy"))
    made.plain("seen", "day", ui("Read on"))
    return made.table(ui("Sources"), ui("Where each fact was read."), "owner id")


def _sources(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted({**corpus.mechanisms, **corpus.records, **corpus.items}.items()):
        named = zip(source_ids(model.sources), model.sources, strict=True)
        for number, (source, each) in enumerate(named, 1):
            own = {**cells(each, "title kind seen"), "url": sentences.address(each) or None}
            yield {"owner": name, "id": source, "number": number, **own, "copy": each.copy_}


def vocabulary(phrases: Phrases, base: str = "") -> Table:
    """A row a code of any list."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "vocabulary", lambda: _entries(phrases), base)
    made.plain("list", "code", ui("List"))
    made.id("code")
    made.place("rank")
    made.worded("label", ui("Term"), lambda: _labels(phrases, made))
    made.localized("definition", lambda: _definitions(phrases, made), ui("Definition"))
    made.plain("sign", "text", ui("Signs"))
    made.plain("pillar", "code", "", "pillars")
    return made.table(ui("Terms"), ui("What the codes of the other tables mean."), "list code")


def _entries(phrases: Phrases) -> Iterator[Row]:
    """The entries of all lists; codes and signs are the same in all languages."""
    for name in code_lists(phrases.corpus):
        entries = phrases.corpus.vocabularies.of(name)
        for rank, code in enumerate(code_labels(phrases, name), 1):
            entry = entries.get(code)
            yield {
                "list": name,
                "code": code,
                "rank": rank,
                "sign": entry and entry.sign,
                "pillar": entry and entry.pillar,
            }


def _labels(phrases: Phrases, made: Columns) -> list[str]:
    pairs = zip(made.of("list"), made.of("code"), strict=True)
    return [code_labels(phrases, name)[code] for name, code in pairs]


def _definitions(phrases: Phrases, made: Columns) -> list[Localized | None]:
    """The definitions of the vocabulary; what follows from the records has its label alone."""
    lists = phrases.corpus.vocabularies
    found = zip(made.of("list"), made.of("code"), strict=True)
    return [
        phrases.localizer.word(name, code, "definition")
        if (entry := lists.of(name).get(code)) and entry.definition
        else None
        for name, code in found
    ]
