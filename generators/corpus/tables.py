"""What rows of tables are filtered and sorted by, and the rows of tables that compare no
topic: the bodies that get reports, with what mechanisms told States; the stages of
procedures, and those that cross a border; matrices whose columns are mechanisms: what
they say on each topic, how they answer to the OHCHR Principles and Guidelines, and for
which of the common indicators they ask. No markup and no language here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generators.corpus import order, parties
from generators.corpus.comparisons import (
    TopicComparison,
    TopicRow,
    mechanism_sort_key,
    position,
)
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.model.mechanisms import StateReview


def facets(corpus: Corpus, found: TopicComparison, row: TopicRow) -> Mapping[str, str]:
    """What a row of a topic's table is filtered and sorted by, whatever the language:
    ``region`` (codes), ``force``, ``status`` (codes), ``day`` (ISO 8601, empty where none
    is known), ``rank`` of its strongest provision, ``stage`` (place of its status),
    ``value`` (the place of its number, empty where it sets none), ``place`` (its place,
    from 0, among rows that bind the same State), and ``general`` where all of it is
    general law.
    """
    ranks = [
        corpus.vocabularies.rank("strengths", located.line.strength)
        for located in row.cells
    ]
    places = corpus.cached(
        ("places of rows", found.topic), lambda: _places(corpus, found)
    )
    return {
        **_facets_of(corpus, row.record),
        "rank": str(min(ranks)),
        "value": str(found.numbers.get(row.record, "")),
        "place": str(places[row.record]),
        **({"general": ""} if row.general else {}),
    }


def _places(corpus: Corpus, found: TopicComparison) -> Mapping[str, int]:
    """The order of records among those that bind the same States: that is all that a
    State changes in it.
    """
    ordered = sorted(
        found.rows, key=lambda row: order.merit(corpus, row.cells[0], found.topic)
    )
    return {row.record: place for place, row in enumerate(ordered)}


@once
def _facets_of(corpus: Corpus, record: str) -> dict[str, str]:
    model, day, status = corpus.records[record], corpus.day(record), corpus.status(record)
    return {
        "region": " ".join(corpus.regions(record)),
        "force": "binding" if model.binding else "not-binding",
        "status": status,
        "day": day.text if day else "",
        "stage": str(corpus.vocabularies.rank("statuses", status)),
    }


class Told(NamedTuple):
    """What a mechanism (its id) told a State."""

    mechanism: str
    review: StateReview


@once
def told(corpus: Corpus, state: str) -> tuple[Told, ...]:
    """What a State (alpha-3 code) was told, the newest first."""
    return tuple(each for each in _every_told(corpus) if each.review.state == state)


@once
def _every_told(corpus: Corpus) -> list[Told]:
    """All that States were told, the newest first; a year or a month counts by its last
    day: what is known less precisely may be the newest.
    """
    every = (
        Told(name, review)
        for name, model in corpus.mechanisms.items()
        for review in model.reviews
    )
    return sorted(every, key=lambda each: each.review.date.last, reverse=True)


def latest(lines: tuple[Told, ...]) -> tuple[Told, ...]:
    """Of what a State was told, the newest first, the first of each body (a mechanism,
    and its organ where it is named) and text.
    """
    by_body = grouped(
        ((each.mechanism, each.review.by, each.review.under), each) for each in lines
    )
    return tuple(first for first, *_ in by_body.values())


class Body(NamedTuple):
    """Somebody who gets reports: its ``mechanism`` (empty where we have none of it), and
    the ``records`` under which it gets them, the nearest to trafficking first.
    """

    mechanism: str
    records: tuple[str, ...]


def bodies(corpus: Corpus) -> tuple[Body, ...]:
    """Who gets reports under texts whose time is not over: first those that may do
    something about a State (visit it, hear complaints, publish), then those whose texts
    are nearest to trafficking and bind, and of these who watches most States. An
    organisation has several bodies, each known by its name in words; any other mechanism
    is one.
    """

    def who(record: str) -> tuple[str, str]:
        name, words = (
            corpus.records[record].reporting.to_mechanism or "",
            corpus.records[record].reporting.to,
        )
        return name, "" if name and corpus.mechanisms[
            name
        ].kind != "organisation" else words

    def place(body: Body) -> tuple[bool, tuple[int, bool], int]:
        found = [corpus.records[name].reporting for name in body.records]
        acts = any(duty.visits or duty.complaints or duty.publishes for duty in found)
        watched = states_watched(corpus, body)
        return (
            not acts,
            _about(corpus, body.records[0]),
            -watched.number if watched else 0,
        )

    ordered = sorted(duties(corpus), key=lambda name: _about(corpus, name))
    found = grouped(
        (who(record), record) for record in ordered if corpus.group(record) != "over"
    )
    return tuple(
        sorted((Body(name, records) for (name, _), records in found.items()), key=place)
    )


def _about(corpus: Corpus, record: str) -> tuple[int, bool]:
    model = corpus.records[record]
    about = (
        corpus.vocabularies.rank("nearness", model.about)
        if model.about
        else len(corpus.records)
    )
    return about, not model.binding


def duties(corpus: Corpus) -> tuple[str, ...]:
    """The records that set a duty to report, in the order of comparisons."""
    found = (name for name, model in corpus.records.items() if model.reporting)
    return tuple(sorted(found, key=lambda record: position(corpus, record)))


class Watched(NamedTuple):
    """How many States a body watches; ``at_least`` so many where a list of parties may
    lack some.
    """

    number: int
    at_least: bool


def states_watched(corpus: Corpus, body: Body) -> Watched | None:
    """How many States a body watches: those that are party to one of its texts or, where
    a text has no parties, members of a mechanism that adopted it; None where neither is
    known.
    """
    states: set[str] = set()
    known = 0
    at_least = False
    for record in body.records:
        listed, number = corpus.records[record].parties, parties.numbers(corpus, record)
        if number and listed:
            states.update(each.state for each in listed.states if corpus.is_now(each))
            known = max(known, number.all_ - number.organisations)
            at_least = at_least or number.at_least
        elif not corpus.records[record].binding:
            for name in corpus.adopters(record):
                states.update(each.state for each in corpus.members_today(name))
    watched = max(known, len(states))
    return Watched(watched, at_least) if watched else None


def reviews(corpus: Corpus, body: Body) -> tuple[Told, ...]:
    """What a body told States, the newest first."""
    named = {corpus.records[record].reporting.to for record in body.records}
    return tuple(
        each
        for each in _every_told(corpus)
        if (said := each.review).by in named
        or (
            each.mechanism == body.mechanism
            and (said.under in body.records or not (said.by or said.under))
        )
    )


def border_stages(corpus: Corpus) -> tuple[str, ...]:
    """The stages of a case that cross a border, in their order."""
    return tuple(
        code
        for code, entry in corpus.vocabularies.of("stages").items()
        if entry.across_borders
    )


def leading_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border and that such a stage bears on, in the order of
    stages.
    """
    topics, every = corpus.vocabularies.of("topics"), corpus.vocabularies.of("stages")
    found = (code for stage in border_stages(corpus) for code in every[stage].topics)
    return tuple(
        dict.fromkeys(
            code for code in found if code in topics and topics[code].across_borders
        )
    )


def border_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics of a case in two States, in the order in which a person with a case
    needs them.
    """
    topics = corpus.vocabularies.of("topics").items()
    placed = [(entry.between, code) for code, entry in topics if entry.between]
    return tuple(code for _, code in sorted(placed))


def groups_of_parties(corpus: Corpus) -> tuple[str, ...]:
    """The groups of persons who are nationals of the States that are party to a text."""
    return tuple(
        code
        for code, entry in corpus.vocabularies.of("groups").items()
        if entry.of_parties
    )


Pair = tuple[str, str]
"""The code of a row, and a mechanism."""


class Matrix(NamedTuple):
    """``rows`` (codes of a list) × mechanisms. ``cells`` has what stands in each that is
    not empty; ``silent`` holds the pairs where all records of the mechanism were read in
    full and say nothing.
    """

    rows: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[Pair, Any]
    silent: frozenset[Pair] = frozenset()


class Asking(NamedTuple):
    """One who asks for a number: a record, or a mechanism (``owner``), with the place in
    it, and the anchor on its page (``anchor``, empty where there is none). ``measures``
    says that an indicator of its own measures the number; ``binding``, that the text
    binds today.
    """

    owner: str
    anchor: str
    ref: str
    confidence: str
    binding: bool
    measures: bool


def _columns(corpus: Corpus, pairs: Iterable[Pair]) -> tuple[str, ...]:
    """The mechanisms of some pairs, in their order."""
    columns = {mechanism for _, mechanism in pairs if mechanism in corpus.mechanisms}
    return tuple(sorted(columns, key=lambda name: mechanism_sort_key(corpus, name)))


# -- topics ------------------------------------------------------------------------------


@once
def topics(corpus: Corpus) -> Matrix:
    """The first provision of each mechanism on each topic (a ``Located``); mechanisms
    without any provision are left out.
    """
    found = grouped(
        ((name, mechanism), placed)
        for name, each in corpus.by_topic.items()
        for placed in each
        for mechanism in corpus.adopters(placed.record)
    )
    columns = {mechanism for _, mechanism in found}
    cells = {
        pair: order.ordered(corpus, lines, pair[0])[0] for pair, lines in found.items()
    }
    silent = frozenset(
        (name, owner) for owner in columns for name in _silent(corpus, owner)
    )
    return Matrix(
        tuple(corpus.vocabularies.of("topics")), _columns(corpus, found), cells, silent
    )


def _silent(corpus: Corpus, mechanism: str) -> set[str]:
    """The topics on which every record of a mechanism, read in full, says nothing."""
    return set.intersection(
        *(set(corpus.records[record].silent) for record in corpus.records_of[mechanism])
    )


# -- principles --------------------------------------------------------------------------


@once
def principles(corpus: Corpus) -> Matrix:
    """Of each mechanism the strongest provision on the topics that a principle bears on;
    it is silent where it is on each of them. A principle that bears on no topic has an
    empty row.
    """
    found, entries = topics(corpus), corpus.vocabularies.of("principles")
    cells: dict[Pair, Located] = {}
    silent: set[Pair] = set()
    for code, entry in entries.items():
        for mechanism in found.mechanisms:
            pairs = [(topic, mechanism) for topic in entry.topics]
            if own := [found.cells[pair] for pair in pairs if pair in found.cells]:
                cells[code, mechanism] = _strongest(corpus, own)
            elif pairs and found.silent.issuperset(pairs):
                silent.add((code, mechanism))
    return Matrix(tuple(entries), found.mechanisms, cells, frozenset(silent))


def _strongest(corpus: Corpus, cells: list[Located]) -> Located:
    """What binds before what does not, then the stronger; of equal ones that on the topic
    named first.
    """

    def place(cell: Located) -> tuple[bool, int]:
        strength = corpus.vocabularies.rank("strengths", cell.line.strength)
        return (not corpus.line_binds(cell.record, cell.line), strength)

    return min(cells, key=place)


def spread(corpus: Corpus, principle: str) -> tuple[int, int, int, int]:
    """How many mechanisms answer to a principle by a text that binds today, by one that
    does not alone; the texts of how many, all read in full, say nothing on any of its
    topics; and of how many nothing is known.
    """
    found = principles(corpus)
    pairs = [(principle, mechanism) for mechanism in found.mechanisms]
    cells = [found.cells[pair] for pair in pairs if pair in found.cells]
    answers = [corpus.line_binds(cell.record, cell.line) for cell in cells]
    silent = sum(pair in found.silent for pair in pairs)
    return sum(answers), answers.count(False), silent, len(pairs) - len(answers) - silent


# -- indicators --------------------------------------------------------------------------


@once
def indicators(corpus: Corpus) -> Matrix:
    """Who asks for which of the common indicators: in each cell those who do
    (``Asking``), what binds first, then the surest.
    """
    cells: dict[Pair, list[Asking]] = defaultdict(list)
    rows, rank = tuple(corpus.vocabularies.of("indicators")), corpus.vocabularies.rank
    for code in rows:
        for each in asking(corpus, code):
            owners = (
                corpus.adopters(each.owner)
                if each.owner in corpus.records
                else (each.owner,)
            )
            for mechanism in owners:
                cells[code, mechanism].append(each)
    for each in cells.values():
        each.sort(key=lambda one: (not one.binding, rank("confidences", one.confidence)))
    return Matrix(rows, _columns(corpus, cells), cells)


@once
def asking(corpus: Corpus, indicator: str) -> Iterator[Asking]:
    """All who ask for a number: those that the list names, in its order, then plans that
    measure it.
    """
    for each in corpus.vocabularies.of("indicators")[indicator].asked_by:
        binding = each.id in corpus.records and corpus.binds(each.id)
        sure = each.confidence or corpus.model(each.id).confidence
        yield Asking(each.id, "", each.ref or "", sure, binding, measures=False)
    for name, model in corpus.records.items():
        own = [line for line in model.indicators if line.measures == indicator]
        if own:
            sure = corpus.confidence_of(name, own[0])
            yield Asking(
                name,
                "indicators",
                own[0].ref or "",
                sure,
                corpus.binds(name),
                measures=True,
            )
