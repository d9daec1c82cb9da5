"""What rows of tables are filtered and sorted by, and the rows of tables that compare no topic."""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus import order
from generators.corpus.comparisons import Row, TopicComparison, position
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedStep
from generators.corpus.reporting import next_due


def facets(corpus: Corpus, found: TopicComparison, row: Row) -> Mapping[str, str]:
    """What a row of a topic's table is filtered and sorted by, whatever the language: ``region`` (codes),
    ``force``, ``status`` (codes), ``day`` (ISO 8601, empty where none is known), ``rank`` of its strongest
    provision, ``stage`` (place of its status), ``value`` (the place of its number, empty where it sets none),
    ``place`` (its place, from 0, among rows that bind the same State), and
    ``general`` where all of it is general law.
    """
    ranks = [corpus.vocabularies.rank("strengths", located.provision.strength) for located in row.cells]
    of_record = corpus.cached(("facets", row.record), lambda: _facets_of(corpus, row.record))
    places = corpus.cached(("places of rows", found.topic), lambda: _places(corpus, found))
    return (
        of_record
        | {
            "rank": str(min(ranks)),
            "value": str(found.numbers.get(row.record, "")),
            "place": str(places[row.record]),
        }
        | ({"general": ""} if row.general else {})
    )


def _places(corpus: Corpus, found: TopicComparison) -> Mapping[str, int]:
    """The order of records among those that bind the same States: that is all that a State changes in it."""
    ordered = sorted(found.rows, key=lambda row: order.merit(corpus, row.cells[0], found.topic))
    return {row.record: place for place, row in enumerate(ordered)}


def _facets_of(corpus: Corpus, record: str) -> dict[str, str]:
    model, day, status = corpus.records[record], corpus.day(record), corpus.status(record)
    return {
        "region": " ".join(corpus.regions(record)),
        "force": "binding" if model.binding else "not-binding",
        "status": status,
        "day": day.text if day else "",
        "stage": str(corpus.vocabularies.rank("statuses", status)),
    }


def duties(corpus: Corpus) -> tuple[str, ...]:
    """The records that set a duty to report, those with a next date first, then in the order of
    comparisons.
    """

    def soonest(record: str) -> tuple[str, int]:
        following = next_due(corpus.records[record].reporting)
        return (following.day.text if following else "9999", position(corpus, record))

    return tuple(sorted((name for name, model in corpus.records.items() if model.reporting), key=soonest))


def stages_of_procedures(corpus: Corpus) -> Mapping[str, Mapping[str, LocatedStep]]:
    """For each procedure, in the order of comparisons, its first step at each stage."""
    found: dict[str, dict[str, LocatedStep]] = {
        name: {}
        for name in sorted(corpus.standards, key=lambda name: position(corpus, name))
        if corpus.records[name].kind == "sop"
    }
    for code, steps in corpus.by_stage.items():
        for located in steps:
            found.setdefault(located.record, {}).setdefault(code, located)
    return found
