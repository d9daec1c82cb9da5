"""How far this is, all of it computed.

The page says how many records there are and how sure they are. It says how far
translations are, and what must be looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generators.corpus import comparisons, official_text
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.corpus.comparisons import could_not_read
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.record_profile import timeline
from generators.corpus.second_readings import readings_by_day
from generators.document.mechanism import without_members
from generators.document.runs import Parts, Runs, letters
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.text.partial_dates import PartialDate, of_day
from generators.translate import update
from generators.translate.localizer import ui

_DIFFERENCES = {
    "article": ui("another article says it"),
    "force": ui("must, should or may"),
    "number": ui("a number"),
    "addressee": ui("who must act, or who is protected"),
    "scope": ui("a condition or an exception"),
}
"""What a second reading found different (``second_reading_file.DIFFERENCES``)."""

# -- what the page shows -----------------------------------------------------------------


def status(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What the page is handed."""
    corpus = factory.phrases.corpus
    counts = {kind: sum(numbers) for kind, numbers in grades(corpus).items()}
    counts["terms"] = len(corpus.vocabularies.entries_of("terms"))
    counts["items"] = len(corpus.items)
    return {
        "counts": counts,
        "today": factory.phrases.today(),
        **_confidence_table(factory, writer),
        **_region_tables(factory),
        **_translation_tables(factory),
        **_review_lists(factory),
        **_record_lists(factory),
        "known": _known_table(factory),
        **_second_readings(factory),
        "without_members": _names(factory, without_members(corpus)),
    }


def _names(factory: PageFactory, owners: Iterable[str]) -> list[Runs]:
    """The names of records or mechanisms, each with its link."""
    return [factory.phrases.name(owner) for owner in owners]


def _confidence_table(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """How sure we are, by kind of what is recorded: the table's heads and its rows."""
    phrases = factory.phrases
    gettext = factory.localizer.gettext
    kinds = {
        "records": gettext("Texts"),
        "provisions": gettext("Rules"),
        "steps": gettext("Steps of procedures"),
        "mechanisms": gettext("Organisations"),
    }
    heads = [gettext("What")]
    for code in phrases.corpus.vocabularies.entries_of("confidences"):
        heads.append(writer.line(phrases.label("confidences", code)))
    rows = [
        (kinds[kind], _shares(factory, counts))
        for kind, counts in grades(phrases.corpus).items()
    ]
    return {"confidences": heads, "shares": rows}


def _region_tables(factory: PageFactory) -> dict[str, Any]:
    """Two tables with a row for each region: how much there is, and what we read."""
    phrases = factory.phrases
    coverage: list[tuple[Runs, list[str]]] = []
    reading: list[tuple[Runs, list[str]]] = []
    for code in phrases.corpus.vocabularies.entries_of("regions"):
        name = phrases.entry("regions", code)
        numbers = of_region(phrases.corpus, code)
        coverage.append((name, [factory.localizer.number(number) for number in numbers]))
        read = cells(phrases.corpus, code)
        whole = sum(read) or 1
        drawn = Parts([part / whole for part in read])
        reading.append(([*name, drawn], _shares(factory, read)))
    return {"regions": coverage, "cells": reading}


def _shares(factory: PageFactory, counts: Sequence[int]) -> list[str]:
    """Counts in words, each with its share of all."""
    localizer = factory.localizer
    whole = sum(counts) or 1
    shares: list[str] = []
    for count in counts:
        percent = localizer.percent(count / whole)
        shares.append(f"{localizer.number(count)} ({percent})")
    return shares


def _translation_tables(factory: PageFactory) -> dict[str, Any]:
    """How far each language is translated, and by whom it was reviewed."""
    phrases = factory.phrases
    localizer = factory.localizer
    rows: list[tuple[Runs, list[str]]] = []
    reviewers: list[tuple[Runs, tuple[str, ...]]] = []
    for tag, counts in translations(phrases.corpus).items():
        language = phrases.language_name(tag)
        numbers = [localizer.number(counts[key]) for key in _COUNTED]
        numbers.append(localizer.percent(_share_translated(counts)))
        rows.append((language, numbers))
        names = _reviewers(phrases.corpus, tag)
        if names:
            reviewers.append((language, names))
    return {"translations": rows, "reviewers": reviewers}


def _review_lists(factory: PageFactory) -> dict[str, Any]:
    """What must be looked at: what to check first, and the reviews that are due."""
    phrases = factory.phrases
    corpus = phrases.corpus
    to_check = [(phrases.name(record), lines) for record, lines in check_first(corpus)]
    overdue = 0
    due: list[tuple[Runs, int, list[Runs]]] = []
    for day, owners in reviews(corpus):
        if day.last < corpus.today:
            overdue += len(owners)
        due.append((phrases.date(day), len(owners), _names(factory, owners)))
    return {"check_first": to_check, "overdue": overdue, "reviews": due}


def _second_readings(factory: PageFactory) -> dict[str, Any]:
    """Lines that were read again, with a row for each day and kind of reader. It says how
    many lines were compared, how many agree, and what differed.
    """
    localizer = factory.localizer
    readers = {
        "software": localizer.gettext("software"),
        "person": localizer.gettext("a person"),
    }
    rows: list[tuple[Runs, list[str]]] = []
    for reading in readings_by_day(factory.phrases.corpus):
        differing = []
        for kind, number in reading.differing.items():
            difference = localizer.gettext(_DIFFERENCES[kind])
            count = localizer.number(number)
            differing.append(f"{difference}{localizer.colon}{count}")
        agreeing, _ = _shares(
            factory, (reading.agreeing, reading.compared - reading.agreeing)
        )
        cells = [
            readers[reading.reader],
            localizer.number(reading.compared),
            agreeing,
            localizer.comma.join(differing),
            localizer.number(reading.unread),
        ]
        rows.append((factory.phrases.date(of_day(reading.day)), cells))
    return {"second_readings": rows}


def _record_lists(factory: PageFactory) -> dict[str, list[Runs]]:
    """The records that we read in full, in part, or could not read, and those without a
    text.
    """
    corpus = factory.phrases.corpus
    records = corpus.records
    unreadable = [name for name in records if could_not_read(corpus, name)]
    read_in_part = [
        name
        for name, model in corpus.standards.items()
        if model.could_not_read and name not in unreadable
    ]
    return {
        "read_in_part": _names(factory, read_in_part),
        "read_in_full": _names(factory, corpus.read_in_full),
        "unreadable": _names(factory, unreadable),
        "without_text": _names(factory, without_text(corpus)),
    }


def _known_table(factory: PageFactory) -> list[tuple[str, str]]:
    """What is known of parties and texts: what is counted, and how many there are of how
    many.
    """
    number = factory.localizer.number
    rows: list[tuple[str, str]] = []
    for label, (part, whole) in known(factory.phrases.corpus).items():
        count = factory.phrases.ui("{n} of {m}", n=[number(part)], m=[number(whole)])
        rows.append((factory.localizer.gettext(label), letters(count)))
    return rows


# -- what is counted, whatever the language ----------------------------------------------


def grades(corpus: Corpus) -> Mapping[str, list[int]]:
    """How many records, provisions, steps and mechanisms have each grade of the list
    ``confidences``, in its order.
    """
    records: Counter[str] = Counter()
    provisions: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    for name, record in corpus.records.items():
        records[corpus.confidence_shown(name)] += 1
        for provision in record.provisions:
            provisions[corpus.confidence_of(name, provision)] += 1
        for step in record.steps:
            steps[corpus.confidence_of(name, step)] += 1
    mechanisms = Counter(model.confidence for model in corpus.mechanisms.values())
    codes = corpus.vocabularies.entries_of("confidences")
    return {
        "records": [records[code] for code in codes],
        "provisions": [provisions[code] for code in codes],
        "steps": [steps[code] for code in codes],
        "mechanisms": [mechanisms[code] for code in codes],
    }


def known(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """Who is bound and where the text is, by what is counted, each as so many of so many.

    A binding text is one that a State can join. A list is complete if it does not say
    that it may lack some.
    """
    return {**_known_parties(corpus), **_known_texts(corpus)}


def _known_parties(corpus: Corpus) -> dict[str, tuple[int, int]]:
    lists = [
        record.parties
        for record in corpus.records.values()
        if record.binding and record.parties and record.parties.states
    ]
    complete = sum(parties.incomplete is None for parties in lists)
    days: list[PartialDate | None] = []
    for parties in lists:
        days += [state.since for state in parties.states]
        days += [organisation.since for organisation in parties.organisations]
    dated = sum(day is not None for day in days)
    return {
        ui("Binding texts with a list of parties"): (len(lists), _binding(corpus)),
        ui("Lists that are complete, as far as we know"): (complete, len(lists)),
        ui("Parties with the date when they joined"): (dated, len(days)),
    }


def _known_texts(corpus: Corpus) -> dict[str, tuple[int, int]]:
    records = corpus.records.values()
    copies = 0
    official = 0
    for record in records:
        places = official_text.places(record)
        if places and places[0].address.copy_:
            copies += 1
        elif places:
            official += 1
    pages = sum(record.status_page is not None for record in records)
    return {
        ui("Texts with a link to the official text"): (official, len(records)),
        ui("Texts with a link to a copy only"): (copies, len(records)),
        ui("Texts with a link to the depositary's list of parties"): (
            pages,
            _binding(corpus),
        ),
    }


def _binding(corpus: Corpus) -> int:
    """How many texts there are that a State can join."""
    return sum(record.binding for record in corpus.standards.values())


def without_text(corpus: Corpus) -> list[str]:
    """The records that lead to no page or copy of their text."""
    records = corpus.records.items()
    return [name for name, record in records if not official_text.places(record)]


def of_region(corpus: Corpus, code: str) -> tuple[int, int, int]:
    """How many mechanisms, records and provisions a region has."""
    records = [
        record for name, record in corpus.records.items() if code in corpus.regions(name)
    ]
    provisions = sum(len(record.provisions) for record in records)
    return len(corpus.mechanisms_in[code]), len(records), provisions


def cells(corpus: Corpus, region: str) -> tuple[int, ...]:
    """How often a record of a region says something on a topic. Then, how often it is
    silent on one, for each of ``comparisons.ABSENCES``.
    """
    absent: Counter[str] = Counter()
    names = [name for name in corpus.standards if region in corpus.regions(name)]
    for name in names:
        for kind, topics in comparisons.absent_topics(corpus)[name].items():
            absent[kind] += len(topics)
    pairs = len(corpus.vocabularies.entries_of("topics")) * len(names)
    absences = [absent[kind] for kind in comparisons.ABSENCES]
    return (pairs - absent.total(), *absences)


def check_first(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """Records, each with the number of its lines and days not yet checked against the
    text (at least 1). Those that bind come first, then those with most.
    """
    ranked: list[tuple[bool, int, str]] = []
    for name, record in corpus.records.items():
        unsure = _unchecked(corpus, name, record)
        if unsure or record.confidence == "recalled":
            ranked.append((not record.binding, -max(unsure, 1), name))
    return tuple((name, -unsure) for _, unsure, name in sorted(ranked))


def _unchecked(corpus: Corpus, name: str, record: Record) -> int:
    """How many lines and days of a record nobody has checked. If nobody has checked the
    record itself, nobody has its days, and they are not counted one by one.
    """
    count = 0
    for line in comparisons.lines_with_text(record):
        count += corpus.confidence_of(name, line) == "recalled"
    if record.confidence != "recalled":
        for day in timeline(corpus, name):
            count += "recalled" in (day.confidence, day.place_confidence)
    return count


def reviews(corpus: Corpus) -> tuple[tuple[PartialDate, tuple[str, ...]], ...]:
    """Files by the day their review is due, soonest first."""
    owners: dict[str, Mechanism | Record] = {**corpus.mechanisms, **corpus.records}
    due: list[tuple[PartialDate, str]] = []
    for name, model in owners.items():
        if model.review:
            due.append((model.review.due, name))
    return tuple(sorted(grouped(due).items(), key=lambda pair: pair[0].first))


@once
def translations(corpus: Corpus) -> Mapping[str, Counter[str]]:
    """How many texts there are for each language but the default one. The keys of
    ``_COUNTED`` are in all, and in each state of translation.
    """
    return update.coverage(corpus, LANGUAGES[1:])


_COUNTED = ("total", "reviewed", "unreviewed", "stale", "missing")


def _reviewers(corpus: Corpus, language: str) -> tuple[str, ...]:
    """The reviewers who wish to be named, of any catalog of a language, once, by name."""
    library = corpus.library
    names: set[str] = set()
    for (_, tag), catalog in library.catalogs.items():
        if tag == language:
            names.update(catalog.reviewers)
    for catalogs in (library.interface, library.messages):
        if language in catalogs:
            names.update(catalogs[language].reviewers)
    return tuple(sorted(names, key=sort_key))


def _share_translated(counts: Counter[str]) -> float:
    """The share of texts that are shown in a language, from 0 to 1."""
    if not counts["total"]:
        return 1.0
    return (counts["reviewed"] + counts["unreviewed"]) / counts["total"]
