"""What stands aside of a record's text: its dates in order, what identifies it, and its lineage."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import record_profile
from generators.document import sentences
from generators.document.blocks import Fact, Facts, Item, List, Section, facts
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined
from generators.model.citations import last_read
from generators.model.records import Record


def sections(say: Phrases, name: str, model: Record) -> Iterator[Section]:
    """The dates of a record, its identity and its lineage."""
    dates = [*sentences.timeline(say, name), (say.ui("Needs to enter into force"), _threshold(say, model))]
    if any(value for _, value in dates):
        yield Section(say.ui("Dates"), [facts(dates, "time")])
    yield Section(say.ui("Identity"), [facts(list(_identity(say, name, model)), "identity")])
    if lineage := record_profile.relations(say.corpus, name):
        rows = [
            Fact(_relation(say, relation), blocks=[List([Item(say.name(other)) for other in others], "bare")])
            for relation, others in lineage
        ]
        yield Section(say.ui("Lineage"), [Facts(rows, "identity")])


def _identity(say: Phrases, name: str, model: Record) -> Iterator[tuple[Runs, Runs]]:
    read = last_read(model.sources)
    yield say.ui("Number"), say.reference(model.number)
    yield say.ui("Region"), sentences.regions(say, name)
    yield say.ui("Developed by"), sentences.names(say, model.developed_by)
    yield say.ui("Authentic languages"), joined(say.language_name(tag) for tag in model.authentic_languages)
    yield say.ui("Confidence"), say.confidence_words(model.confidence)
    yield say.ui("Sources last read"), say.date(read) if read else []
    yield say.ui("Next review due"), say.date(model.review.due) if model.review else []


def _threshold(say: Phrases, model: Record) -> list[Run]:
    threshold = model.entry_into_force
    if threshold is None:
        return []
    number, after = threshold.ratifications, say.measure(threshold.after)
    return joined(
        (
            say.counted("{n} ratification", "{n} ratifications", number) if number else [],
            say.ui("{length} after the last one needed", length=after) if after else [],
            say.reference(threshold.ref),
            say.confidence_sign(threshold.confidence) if threshold.confidence else [],
        )
    )


def _relation(say: Phrases, name: str) -> list[Run]:
    ui = say.localizer.gettext
    return [
        {
            "supersedes": ui("Supersedes"),
            "is-to-supersede": ui("Is to supersede"),
            "superseded-by": ui("Superseded by"),
            "is-to-be-superseded-by": ui("Is to be superseded by"),
            "amends": ui("Amends"),
            "amended-by": ui("Amended by"),
            "implements": ui("Implements"),
            "implemented-by": ui("Implemented by"),
            "related": ui("Related"),
        }[name]
    ]
