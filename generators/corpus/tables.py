"""Rows of tables that compare no topic, and what rows are filtered and sorted by.

Rows are the bodies that get reports, with what mechanisms told States. Or they are the
stages of procedures, and those that cross a border. Matrices have mechanisms as columns.
They show what these say on each topic, and which of the common indicators they ask for.
One shows how they answer to the OHCHR Principles and Guidelines. No markup and no
language here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from generators.corpus import order, parties
from generators.corpus.comparisons import (
    TopicComparison,
    TopicRow,
    mechanism_sort_key,
    position,
)
from generators.corpus.comparisons import (
    topic as compare_topic,
)
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.model.mechanisms import StateReview
from generators.model.records import Provision, Reporting


def facets(
    corpus: Corpus, comparison: TopicComparison, row: TopicRow
) -> Mapping[str, str]:
    """What a row of a topic's table is filtered and sorted by, whatever the language.

    The keys: ``region`` (codes), ``force``, ``status`` (code), ``day`` (ISO 8601,
    empty where none is known). ``rank`` is that of its strongest provision, ``stage``
    the place of its status. ``value`` is the place of its number, only where it sets
    one. ``place`` is its place, from 0, among rows that bind the same State.
    ``general`` is a key only where all of it is general law.
    """
    ranks = [
        corpus.vocabularies.rank("strengths", cell.line.strength) for cell in row.cells
    ]
    places = _places_of_rows(corpus, comparison.topic)
    values = {
        **_facets_of(corpus, row.record),
        "rank": str(min(ranks)),
        "place": str(places[row.record]),
    }
    if row.record in comparison.numbers:
        values["value"] = str(comparison.numbers[row.record])
    if row.general:
        values["general"] = ""
    return values


@once
def _places_of_rows(corpus: Corpus, topic: str) -> Mapping[str, int]:
    """The place, from 0, of each record of a topic among those that bind the same States.
    A State changes nothing else in the order.
    """
    ordered = sorted(
        compare_topic(corpus, topic).rows,
        key=lambda row: order.merit(corpus, row.cells[0], topic),
    )
    return {row.record: place for place, row in enumerate(ordered)}


@once
def _facets_of(corpus: Corpus, record: str) -> dict[str, str]:
    """What a row of a record is filtered and sorted by, on whatever topic."""
    status = corpus.status(record)
    day = corpus.day(record)
    return {
        "region": " ".join(corpus.regions(record)),
        "force": "binding" if corpus.records[record].binding else "not-binding",
        "status": status,
        "day": day.text if day else "",
        "stage": str(corpus.vocabularies.rank("statuses", status)),
    }


class Told(NamedTuple):
    """What a mechanism (its id) told a State."""

    mechanism: str
    review: StateReview


@once
def reviews_of_state(corpus: Corpus, state: str) -> tuple[Told, ...]:
    """What a State (alpha-3 code) was told, the newest first."""
    return tuple(line for line in _all_reviews(corpus) if line.review.state == state)


@once
def _all_reviews(corpus: Corpus) -> tuple[Told, ...]:
    """All that States were told, the newest first. A year or a month counts by its last
    day: what is known less precisely may be the newest.
    """
    lines = (
        Told(name, review)
        for name, model in corpus.mechanisms.items()
        for review in model.reviews
    )
    return tuple(sorted(lines, key=lambda line: line.review.date.last, reverse=True))


def latest(lines: tuple[Told, ...]) -> tuple[Told, ...]:
    """The newest of each body and text, from what a State was told, the newest first. A
    body is a mechanism, and its organ where it is named.
    """
    by_body = grouped(
        ((line.mechanism, line.review.by, line.review.under), line) for line in lines
    )
    return tuple(first for first, *_ in by_body.values())


class Body(NamedTuple):
    """Somebody who gets reports.

    ``mechanism`` is its id, empty where we have no record of it. ``records`` are the
    texts under which it gets them, the nearest to trafficking first.
    """

    mechanism: str
    records: tuple[str, ...]


def bodies(corpus: Corpus) -> tuple[Body, ...]:
    """Who gets reports under texts whose time is not over.

    First come those that may do something about a State (visit it, hear complaints,
    publish). Then come those whose texts are nearest to trafficking and bind; of these,
    who watches most States. An organisation has several bodies, each known by its name in
    words; any other mechanism is one.
    """
    current = [name for name in duties(corpus) if corpus.group(name) != "over"]
    ordered = sorted(current, key=lambda name: _rank_of_subject(corpus, name))
    by_body = grouped((_receiver(corpus, record), record) for record in ordered)
    bodies_with_texts = [
        Body(mechanism, records) for (mechanism, _), records in by_body.items()
    ]
    return tuple(sorted(bodies_with_texts, key=lambda body: _rank_of_body(corpus, body)))


def _duties_of(corpus: Corpus, records: Iterable[str]) -> list[Reporting]:
    """The duties to report that records set."""
    models = (corpus.records[record] for record in records)
    return [model.reporting for model in models if model.reporting]


def _receiver(corpus: Corpus, record: str) -> tuple[str, str]:
    """Who gets the reports under a record: a mechanism and a name in words.

    The mechanism is empty where we have none of it. The name is empty where it is not
    needed to tell bodies apart.
    """
    (duty,) = _duties_of(corpus, [record])
    mechanism = duty.to_mechanism or ""
    if mechanism and corpus.mechanisms[mechanism].kind != "organisation":
        return mechanism, ""
    return mechanism, duty.to


def _rank_of_body(corpus: Corpus, body: Body) -> tuple[bool, tuple[int, bool], int]:
    """The place of a body among those that get reports; the smaller, the earlier."""
    acts = any(
        duty.visits or duty.complaints or duty.publishes
        for duty in _duties_of(corpus, body.records)
    )
    watched = states_watched(corpus, body)
    number = watched.number if watched else 0
    return (not acts, _rank_of_subject(corpus, body.records[0]), -number)


def _rank_of_subject(corpus: Corpus, record: str) -> tuple[int, bool]:
    """How near a text is to trafficking, and whether it does not bind; the smaller, the
    earlier.
    """
    model = corpus.records[record]
    if model.about:
        nearness = corpus.vocabularies.rank("nearness", model.about)
    else:
        nearness = len(corpus.records)
    return nearness, not model.binding


def duties(corpus: Corpus) -> tuple[str, ...]:
    """The records that set a duty to report, in the order of comparisons."""
    records = (name for name, model in corpus.records.items() if model.reporting)
    return tuple(sorted(records, key=lambda record: position(corpus, record)))


class Watched(NamedTuple):
    """How many States a body watches; ``at_least`` so many where a list of parties may
    lack some.
    """

    number: int
    at_least: bool


def states_watched(corpus: Corpus, body: Body) -> Watched | None:
    """How many States a body watches; None where that is not known.

    It watches those that are party to one of its texts. Where a text has no parties, it
    watches the members of a mechanism that adopted it.
    """
    states: set[str] = set()
    known = 0
    at_least = False
    for record in body.records:
        listed = corpus.records[record].parties
        number = parties.numbers(corpus, record)
        if number and listed:
            states.update(party.state for party in listed.states if corpus.is_now(party))
            known = max(known, number.all_ - number.organisations)
            at_least = at_least or number.at_least
        elif not corpus.records[record].binding:
            for name in corpus.adopters(record):
                states.update(member.state for member in corpus.members_today(name))
    watched = max(known, len(states))
    return Watched(watched, at_least) if watched else None


def reviews(corpus: Corpus, body: Body) -> tuple[Told, ...]:
    """What a body told States, the newest first."""
    names = {duty.to for duty in _duties_of(corpus, body.records)}
    return tuple(
        line for line in _all_reviews(corpus) if _is_review_of(line, body, names)
    )


def _is_review_of(line: Told, body: Body, names: set[str]) -> bool:
    """Whether a body told a State a line; ``names`` are the body's names in words."""
    review = line.review
    if review.by in names:
        return True
    if line.mechanism != body.mechanism:
        return False
    return review.under in body.records or not (review.by or review.under)


def border_stages(corpus: Corpus) -> tuple[str, ...]:
    """The stages of a case that cross a border, in their order."""
    return tuple(
        code
        for code, entry in corpus.vocabularies.entries_of("stages").items()
        if entry.across_borders
    )


def leading_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border and that such a stage bears on, in the order of
    stages.
    """
    topics = corpus.vocabularies.entries_of("topics")
    stages = corpus.vocabularies.entries_of("stages")
    codes = (code for stage in border_stages(corpus) for code in stages[stage].topics)
    return tuple(
        dict.fromkeys(
            code for code in codes if code in topics and topics[code].across_borders
        )
    )


if TYPE_CHECKING:  # a type variable has a default from Python 3.13 on
    from typing_extensions import TypeVar as TypeVarWithDefault

    Cell = TypeVarWithDefault("Cell", default=Any)
else:
    Cell = TypeVar("Cell")


def border_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics of a case in two States, in the order in which a person with a case
    needs them.
    """
    topics = corpus.vocabularies.entries_of("topics").items()
    placed = [(entry.between, code) for code, entry in topics if entry.between]
    return tuple(code for _, code in sorted(placed))


def groups_of_parties(corpus: Corpus) -> tuple[str, ...]:
    """The groups of persons who are nationals of the States that are party to a text."""
    return tuple(
        code
        for code, entry in corpus.vocabularies.entries_of("groups").items()
        if entry.of_parties
    )


Pair = tuple[str, str]
"""The code of a row, and a mechanism."""


class Matrix(NamedTuple, Generic[Cell]):
    """A table of ``rows`` (codes of a list) and ``mechanisms`` (columns).

    ``cells`` has the content of each pair of row and column that is not empty. ``silent``
    holds the pairs where all records of the mechanism were read in full and say nothing.
    """

    rows: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[Pair, Cell]
    silent: frozenset[Pair] = frozenset()


class Asking(NamedTuple):
    """One who asks for a number.

    ``owner`` is the id of a record or a mechanism. ``ref`` is the place in the text, and
    ``anchor`` that on its page. It is empty where there is none. ``binding`` says that
    the text binds today. ``measures`` says that an indicator of its own measures the
    number.
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
def topics(corpus: Corpus) -> Matrix[Located[Provision]]:
    """The first provision of each mechanism on each topic; mechanisms without any
    provision are left out.
    """
    lines_of_pairs = grouped(
        ((topic, mechanism), provision)
        for topic, provisions in corpus.by_topic.items()
        for provision, mechanism in _with_adopters(corpus, provisions)
    )
    cells = {
        pair: order.ordered(corpus, lines, pair[0])[0]
        for pair, lines in lines_of_pairs.items()
    }
    mechanisms = {mechanism for _, mechanism in lines_of_pairs}
    silent = frozenset(
        (topic, mechanism)
        for mechanism in mechanisms
        for topic in _silent(corpus, mechanism)
    )
    rows = tuple(corpus.vocabularies.entries_of("topics"))
    return Matrix(rows, _columns(corpus, lines_of_pairs), cells, silent)


def _with_adopters(
    corpus: Corpus, provisions: Iterable[Located[Provision]]
) -> Iterator[tuple[Located[Provision], str]]:
    """Provisions, each with every mechanism that adopted its record."""
    for provision in provisions:
        for mechanism in corpus.adopters(provision.record):
            yield provision, mechanism


def _silent(corpus: Corpus, mechanism: str) -> set[str]:
    """The topics on which every record of a mechanism, read in full, says nothing."""
    return set.intersection(
        *(set(corpus.records[record].silent) for record in corpus.records_of[mechanism])
    )


# -- principles --------------------------------------------------------------------------


@once
def principles(corpus: Corpus) -> Matrix[Located[Provision]]:
    """The strongest provision of each mechanism on the topics that a principle bears on.
    A mechanism is silent where it is on each of them. A principle that bears on no topic
    has an empty row.
    """
    by_topic = topics(corpus)
    entries = corpus.vocabularies.entries_of("principles")
    cells: dict[Pair, Located[Provision]] = {}
    silent: set[Pair] = set()
    for code, entry in entries.items():
        for mechanism in by_topic.mechanisms:
            pairs = [(topic, mechanism) for topic in entry.topics]
            own = [by_topic.cells[pair] for pair in pairs if pair in by_topic.cells]
            if own:
                cells[code, mechanism] = _strongest(corpus, own)
            elif pairs and by_topic.silent.issuperset(pairs):
                silent.add((code, mechanism))
    return Matrix(tuple(entries), by_topic.mechanisms, cells, frozenset(silent))


def _strongest(corpus: Corpus, cells: list[Located[Provision]]) -> Located[Provision]:
    """What binds before what does not, then the stronger; of equal ones that on the topic
    named first.
    """

    def place(cell: Located[Provision]) -> tuple[bool, int]:
        strength = corpus.vocabularies.rank("strengths", cell.line.strength)
        return (not corpus.line_binds(cell.record, cell.line), strength)

    return min(cells, key=place)


def spread(corpus: Corpus, principle: str) -> tuple[int, int, int, int]:
    """How mechanisms answer to a principle, in four numbers of mechanisms.

    The first answer by a text that binds today, the second only by one that does not
    bind. The third are silent: their texts, all read in full, say nothing on any of its
    topics. The last are the others, of which nothing is known. A mechanism that has no
    provision on any topic at all is not counted.
    """
    matrix = principles(corpus)
    pairs = [(principle, mechanism) for mechanism in matrix.mechanisms]
    cells = [matrix.cells[pair] for pair in pairs if pair in matrix.cells]
    binding = sum(corpus.line_binds(cell.record, cell.line) for cell in cells)
    silent = sum(pair in matrix.silent for pair in pairs)
    unknown = len(pairs) - len(cells) - silent
    return binding, len(cells) - binding, silent, unknown


# -- indicators --------------------------------------------------------------------------


@once
def indicators(corpus: Corpus) -> Matrix[list[Asking]]:
    """Who asks for which of the common indicators: in each cell those who do, what binds
    first, then the surest.
    """
    cells: dict[Pair, list[Asking]] = defaultdict(list)
    rows = tuple(corpus.vocabularies.entries_of("indicators"))
    rank = corpus.vocabularies.rank
    for code in rows:
        for asker in asking(corpus, code):
            is_record = asker.owner in corpus.records
            mechanisms = corpus.adopters(asker.owner) if is_record else (asker.owner,)
            for mechanism in mechanisms:
                cells[code, mechanism].append(asker)

    def place(asker: Asking) -> tuple[bool, int]:
        return (not asker.binding, rank("confidences", asker.confidence))

    for askers in cells.values():
        askers.sort(key=place)
    return Matrix(rows, _columns(corpus, cells), cells)


@once
def asking(corpus: Corpus, indicator: str) -> tuple[Asking, ...]:
    """All who ask for a number: those that the list names, in its order, then plans that
    measure it.
    """
    askers = []
    for named in corpus.vocabularies.entries_of("indicators")[indicator].asked_by:
        binding = named.id in corpus.records and corpus.binds(named.id)
        sure = named.confidence or corpus.model(named.id).confidence
        askers.append(
            Asking(named.id, "", named.ref or "", sure, binding, measures=False)
        )
    for name, model in corpus.records.items():
        own = [line for line in model.indicators if line.measures == indicator]
        if own:
            ref = own[0].ref or ""
            sure = corpus.confidence_of(name, own[0])
            binds = corpus.binds(name)
            askers.append(Asking(name, "indicators", ref, sure, binds, measures=True))
    return tuple(askers)
