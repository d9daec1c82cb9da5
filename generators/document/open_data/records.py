"""The tables of records: who each is and where it stands, who adopted it, for which regions, and how it bears
on others.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import official_text, parties, record_profile
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.document import sentences
from generators.document.open_data.columns import (
    RECORD,
    Columns,
    Link,
    Row,
    Table,
    cell,
    cells,
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
        "confidence": corpus.confidence_shown(name),
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
