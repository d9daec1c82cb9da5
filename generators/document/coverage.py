"""How far the corpus is, as numbers: what is recorded, how sure it is, what must be looked at, how far it is
translated.

Reads the corpus and its catalogs; knows no language of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generators.corpus import comparisons, official_text
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.corpus.corpus import Corpus, once
from generators.corpus.located import grouped
from generators.corpus.timeline import timeline
from generators.text.partial_dates import PartialDate
from generators.translate import update


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """How many texts there are for a language, how many are reviewed, not reviewed, stale and missing
    (``counts``, in this order), the share that is shown in it, and the reviewers who wish to be named.
    """

    language: str
    counts: tuple[int, int, int, int, int]
    share: float
    reviewers: tuple[str, ...] = ()


def grades(corpus: Corpus) -> Mapping[str, list[int]]:
    """How many records, provisions, steps and mechanisms have each grade of the list ``confidences``."""
    records = corpus.records.items()
    graded = {
        "records": (corpus.confidence_shown(name) for name in corpus.records),
        "provisions": (corpus.confidence_of(name, line) for name, of in records for line in of.provisions),
        "steps": (corpus.confidence_of(name, line) for name, of in records for line in of.steps),
        "mechanisms": (each.confidence for each in corpus.mechanisms.values()),
    }
    counted = {kind: Counter(of) for kind, of in graded.items()}
    return {
        kind: [of[code] for code in corpus.vocabularies.of("confidences")] for kind, of in counted.items()
    }


def known(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """Who is bound and where the text is, each as so many of so many: binding records that a State can join
    whose States are ``named``, and of these those that are ``whole``, that do not say that the list may lack
    some; parties that are ``dated`` with the day on which they joined; records that lead to the ``official``
    page of their text, and to ``copies`` only; ``status_pages``, depositaries' lists of parties.
    """
    models = corpus.records.values()
    binding = sum(model.binding for model in corpus.standards.values())
    named = [model.parties for model in models if model.binding and model.parties and model.parties.states]
    lines = [line for each in named for line in (*each.states, *each.organisations)]
    first = [places[0].address for model in models if (places := official_text.places(model))]
    copies = sum(place.copy_ for place in first)
    return {
        "named": (len(named), binding),
        "whole": (sum(each.incomplete is None for each in named), len(named)),
        "dated": (sum(line.since is not None for line in lines), len(lines)),
        "official": (len(first) - copies, len(corpus.records)),
        "copies": (copies, len(corpus.records)),
        "status_pages": (sum(model.status_page is not None for model in models), binding),
    }


def without_text(corpus: Corpus) -> list[str]:
    """The records that lead to no page or copy of their text."""
    return [name for name, model in corpus.records.items() if not official_text.places(model)]


def of_region(corpus: Corpus, code: str) -> tuple[int, int, int]:
    """How many mechanisms, records and provisions a region has."""
    records = [model for name, model in corpus.records.items() if code in corpus.regions(name)]
    return len(corpus.mechanisms_in[code]), len(records), sum(len(model.provisions) for model in records)


def cells(corpus: Corpus, region: str) -> tuple[int, ...]:
    """Of each record of a region and each topic, on how many it says something, and then of each of
    ``comparisons.ABSENCES``.
    """
    topics = corpus.vocabularies.of("topics")
    every = len(topics) * sum(region in corpus.regions(name) for name in corpus.standards)
    absent = Counter(
        kind
        for topic in topics
        for kind in comparisons.ABSENCES
        for record in getattr(comparisons.topic(corpus, topic), kind)
        if region in corpus.regions(record)
    )
    return (every - absent.total(), *(absent[kind] for kind in comparisons.ABSENCES))


def check_first(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """Records with the number of their lines and days not yet checked against the text, those that bind
    first, then those with most.
    """
    found = []
    for name, model in corpus.records.items():
        lines = (*model.provisions, *model.steps, *model.objectives)
        unsure = sum(corpus.confidence_of(name, line) == "recalled" for line in lines)
        if model.confidence != "recalled":  # else all its days are, and are not counted one by one
            days = timeline(corpus, name)
            unsure += sum("recalled" in (each.confidence, each.place_confidence) for each in days)
        if unsure or model.confidence == "recalled":
            found.append((not model.binding, -max(unsure, 1), name))
    return tuple((name, -lines) for _, lines, name in sorted(found))


def reviews(corpus: Corpus) -> tuple[tuple[PartialDate, tuple[str, ...]], ...]:
    """Files by the day their review is due, soonest first."""
    owners = {**corpus.mechanisms, **corpus.records}.items()
    due = grouped((model.review.due, name) for name, model in owners if model.review)
    return tuple(sorted(due.items(), key=lambda pair: pair[0].first))


@once
def translation_rows(corpus: Corpus) -> tuple[TranslationRow, ...]:
    """How far each language but the default is translated."""
    totals = {language: Counter() for language in LANGUAGES[1:]}
    for row in update.coverage(corpus, LANGUAGES):
        if row.language in totals:
            totals[row.language].update({key: getattr(row, key) for key in _COUNTED})
    return tuple(
        TranslationRow(tag, tuple(count[key] for key in _COUNTED), _shown(count), _reviewers(corpus, tag))
        for tag, count in totals.items()
    )


_COUNTED = ("total", "reviewed", "unreviewed", "stale", "missing")


def _reviewers(corpus: Corpus, language: str) -> tuple[str, ...]:
    """Who is named in any catalog of a language, once, by name."""
    library = corpus.library
    own = [catalog for (_, tag), catalog in library.catalogs.items() if tag == language]
    own += [held[language] for held in (library.interface, library.messages) if language in held]
    return tuple(sorted({name for catalog in own for name in catalog.reviewers}, key=sort_key))


def _shown(count: Counter[str]) -> float:
    return (count["reviewed"] + count["unreviewed"]) / count["total"] if count["total"] else 1.0


def without_members(corpus: Corpus) -> tuple[str, ...]:
    """The mechanisms whose members are not listed here, by id."""
    return tuple(name for name, model in sorted(corpus.mechanisms.items()) if not model.members)
