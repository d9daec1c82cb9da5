"""What stands aside of a record's text: its dates in order, what identifies it, and its lineage."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import record_profile
from generators.corpus.confidences import shown
from generators.document import changes, sentences
from generators.document.blocks import Fact, Facts, Item, List, Section, facts
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined
from generators.model.citations import last_read
from generators.model.records import Record


def sections(phrases: Phrases, name: str, model: Record) -> Iterator[Section]:
    """The dates of a record, its identity and its lineage."""
    dates = [
        *sentences.timeline(phrases, name),
        (phrases.ui("Needs to enter into force"), _threshold(phrases, name, model)),
    ]
    if any(value for _, value in dates):
        yield Section(phrases.ui("Dates"), [facts(dates, "time")])
    yield Section(phrases.ui("Identity"), [facts(list(_identity(phrases, name, model)), "identity")])
    if lineage := record_profile.relations(phrases.corpus, name):
        rows = [
            Fact(
                relation_words(phrases, relation),
                blocks=[List([Item(phrases.name(other)) for other in others], "bare")],
            )
            for relation, others in lineage
        ]
        yield Section(phrases.ui("Lineage"), [Facts(rows, "identity")])


def _identity(phrases: Phrases, name: str, model: Record) -> Iterator[tuple[Runs, Runs]]:
    read = last_read(model.sources)
    yield phrases.ui("Number"), phrases.number_of(model.number, name)
    yield phrases.ui("Region"), sentences.regions(phrases, name)
    yield phrases.ui("Developed by"), sentences.names(phrases, model.developed_by)
    yield (
        phrases.ui("Authentic languages"),
        joined(phrases.language_name(tag) for tag in model.authentic_languages),
    )
    yield phrases.ui("Confidence"), phrases.confidence_words(shown(phrases.corpus, name))
    yield phrases.ui("Sources last read"), phrases.date(read) if read else []
    yield phrases.ui("Last changed here"), changes.last(phrases, name)
    yield phrases.ui("Next review due"), phrases.date(model.review.due) if model.review else []


def _threshold(phrases: Phrases, name: str, model: Record) -> list[Run]:
    threshold = model.entry_into_force
    if threshold is None:
        return []
    number, after = threshold.ratifications, phrases.measure(threshold.after)
    return joined(
        (
            phrases.counted("{n} ratification", "{n} ratifications", number) if number else [],
            phrases.ui("{length} after the last one needed", length=after) if after else [],
            phrases.reference(threshold.ref, name),
            phrases.confidence_sign(threshold.confidence) if threshold.confidence else [],
        )
    )


def relation_words(phrases: Phrases, name: str) -> list[Run]:
    """The name of a relation (``record_profile.relations``)."""
    ui = phrases.localizer.gettext
    return [
        {
            "supersedes": ui("Supersedes"),
            "is-to-supersede": ui("Is to supersede"),
            "superseded-by": ui("Superseded by"),
            "is-to-be-superseded-by": ui("Is to be superseded by"),
            "amends": ui("Amends"),
            "is-to-amend": ui("Is to amend"),
            "amended-by": ui("Amended by"),
            "is-to-be-amended-by": ui("Is to be amended by"),
            "implements": ui("Implements"),
            "implemented-by": ui("Implemented by"),
            "related": ui("Related"),
        }[name]
    ]
