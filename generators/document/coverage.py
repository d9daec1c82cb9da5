"""How far the corpus is, as numbers: what is recorded, how sure it is, what must be looked at, how far it is
translated.

Reads the corpus and its catalogs; knows no language of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generators.corpus import comparisons, official_text
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.corpus.confidences import shown
from generators.corpus.corpus import Corpus
from generators.corpus.timeline import timeline
from generators.text.partial_dates import PartialDate
from generators.translate import update

Shares = tuple[tuple[int, float], ...]
"""For each grade of confidence, how many lines have it, and their share of all."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the corpus is. ``shares`` by kind of line (records, provisions, steps, mechanisms); ``regions``
    with their numbers of mechanisms, records and provisions; ``cells`` by region, of each record and each
    topic, how many say something, and then of each of ``comparisons.ABSENCES``; ``check_first`` records with
    the number of their lines not yet checked, those that bind first; ``reviews`` the files due by day,
    ``overdue`` how many of them are late.
    """

    mechanisms: int
    records: int
    provisions: int
    steps: int
    terms: int
    items: int
    confidences: tuple[str, ...]
    shares: tuple[tuple[str, Shares], ...]
    regions: tuple[tuple[str, tuple[int, int, int]], ...]
    cells: tuple[tuple[str, tuple[int, ...]], ...]
    check_first: tuple[tuple[str, int], ...]
    reviews: tuple[tuple[PartialDate, tuple[str, ...]], ...]
    overdue: int
    read_in_full: tuple[str, ...]
    unreadable: tuple[str, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Known:
    """Who is bound and where the text is: of the ``binding`` records that a State can join, ``named`` name
    their States and ``whole`` of these without saying that the list may lack some; ``lines`` of parties in
    all, ``dated`` of them with the day on which the State joined; ``official`` records lead to the official
    page of their text, ``copies`` to a copy only, ``without`` to none; ``status_pages`` to their depositary's
    list of parties.
    """

    binding: int
    named: int
    whole: int
    lines: int
    dated: int
    official: int
    copies: int
    without: tuple[str, ...]
    status_pages: int


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """How many texts there are for a language, how many are reviewed, not reviewed, stale and missing
    (``counts``, in this order), the share that is shown in it, and the reviewers who wish to be named.
    """

    language: str
    counts: tuple[int, int, int, int, int]
    share: float
    reviewers: tuple[str, ...] = ()


def coverage(corpus: Corpus) -> Coverage:
    """How far the corpus is, counted once."""
    return corpus.cached(("coverage",), lambda: _coverage(corpus))


def _coverage(corpus: Corpus) -> Coverage:
    confidences = tuple(corpus.vocabularies.of("confidences"))
    records = corpus.records.items()
    provisions = Counter(
        corpus.confidence_of(name, line) for name, model in records for line in model.provisions
    )
    steps = Counter(corpus.confidence_of(name, line) for name, model in records for line in model.steps)
    reviews = _reviews(corpus)
    return Coverage(
        mechanisms=len(corpus.mechanisms),
        records=len(corpus.records),
        provisions=provisions.total(),
        steps=steps.total(),
        terms=len(corpus.vocabularies.of("terms")),
        items=len(corpus.items),
        confidences=confidences,
        shares=(
            ("records", _shares(confidences, Counter(shown(corpus, name) for name in corpus.records))),
            ("provisions", _shares(confidences, provisions)),
            ("steps", _shares(confidences, steps)),
            (
                "mechanisms",
                _shares(confidences, Counter(each.confidence for each in corpus.mechanisms.values())),
            ),
        ),
        regions=tuple(_region(corpus, code) for code in corpus.vocabularies.of("regions")),
        cells=tuple((code, _cells(corpus, code)) for code in corpus.vocabularies.of("regions")),
        check_first=_check_first(corpus),
        reviews=reviews,
        overdue=sum(len(names) for day, names in reviews if day.last < corpus.today),
        read_in_full=tuple(name for name, model in records if model.read_in_full),
        unreadable=tuple(name for name, _ in records if comparisons.could_not_read(corpus, name)),
        known=_known(corpus),
    )


def _known(corpus: Corpus) -> Known:
    models = corpus.records.values()
    named = [model.parties for model in models if model.binding and model.parties and model.parties.states]
    lines = [line for each in named for line in (*each.states, *each.organisations)]
    first = [places[0].address for model in models if (places := official_text.places(model))]
    return Known(
        binding=sum(model.binding for model in corpus.standards.values()),
        named=len(named),
        whole=sum(each.incomplete is None for each in named),
        lines=len(lines),
        dated=sum(line.since is not None for line in lines),
        official=sum(not place.copy_ for place in first),
        copies=sum(place.copy_ for place in first),
        without=tuple(name for name, model in corpus.records.items() if not official_text.places(model)),
        status_pages=sum(model.status_page is not None for model in models),
    )


def _shares(confidences: tuple[str, ...], counted: Counter[str]) -> Shares:
    total = counted.total() or 1
    return tuple((counted[grade], counted[grade] / total) for grade in confidences)


def _region(corpus: Corpus, code: str) -> tuple[str, tuple[int, int, int]]:
    records = [model for name, model in corpus.records.items() if code in corpus.regions(name)]
    return code, (
        len(corpus.mechanisms_in[code]),
        len(records),
        sum(len(model.provisions) for model in records),
    )


def _cells(corpus: Corpus, region: str) -> tuple[int, ...]:
    """Of each record of a region and each topic: on how many it says something, and then each kind of
    absence.
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


def _check_first(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """Records with lines or days not yet checked against the text, those that bind first, then by their
    number.
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


def _reviews(corpus: Corpus) -> tuple[tuple[PartialDate, tuple[str, ...]], ...]:
    """Files by the day their review is due, soonest first."""
    due: dict[PartialDate, list[str]] = {}
    for name, model in {**corpus.mechanisms, **corpus.records}.items():
        if model.review:
            due.setdefault(model.review.due, []).append(name)
    return tuple((day, tuple(names)) for day, names in sorted(due.items(), key=lambda pair: pair[0].first))


def translation_rows(corpus: Corpus) -> tuple[TranslationRow, ...]:
    """How far each language but the default is translated."""
    return corpus.cached(("translation rows",), lambda: _translation_rows(corpus))


def _translation_rows(corpus: Corpus) -> tuple[TranslationRow, ...]:
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
