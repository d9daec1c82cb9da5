"""What a State reserved of a text, and which lines it touches.

A State that is bound by a text need not be bound by each line. That is decided only here.

A reservation that excludes articles frees the State from the lines of which it holds
every place. Any other one leaves the line binding, and pages say it with the line. So
does one that we know only to exist.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.article_places import places_of
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.model.parties import Party
from generators.model.reservations import Reservation
from generators.text.partial_dates import PartialDate

UNREAD = "unknown"
"""The kind of what we know only to exist."""


@once
def standing(corpus: Corpus, record: str, state: str) -> tuple[Reservation, ...]:
    """What a State (alpha-3 code) reserved of a record and has not withdrawn."""
    return _standing(corpus).get(record, {}).get(state, ())


@once
def _standing(corpus: Corpus) -> Mapping[str, Mapping[str, tuple[Reservation, ...]]]:
    """The reservations and declarations of today, by record and State; a State that made
    none is not in it.
    """
    by_record: dict[str, dict[str, tuple[Reservation, ...]]] = {}
    for name, model in corpus.records.items():
        if not model.parties:
            continue
        by_record[name] = {}
        for party in model.parties.states:
            reservations = tuple(
                reservation
                for reservation in party.reservations
                if not reservation.withdrawn
            )
            if reservations:
                by_record[name][party.state] = reservations
    return by_record


def none_by(corpus: Corpus, record: str, party: Party) -> PartialDate | None:
    """The day by which a State that had joined a text had no reservation or declaration
    to it.

    A list says so that was looked through. None where the State has one, and where no
    list can say it.
    """
    parties = corpus.records[record].parties
    sought = parties.reservations_sought if parties else None
    if sought is None or standing(corpus, record, party.state):
        return None
    return None if party.since and party.since.first > sought.as_of.last else sought.as_of


def touching(corpus: Corpus, line: Located, state: str) -> tuple[Reservation, ...]:
    """What a State reserved or declared of the places of a line. What we know only to
    exist is among it, for it may touch the line.
    """
    return tuple(
        reservation
        for reservation in standing(corpus, line.record, state)
        if reservation.kind == UNREAD or _touches(reservation, line)
    )


def _touches(reservation: Reservation, line: Located) -> bool:
    """Whether a reservation is about the whole text, or about the place of a line. One of
    the places may lie in the other.
    """
    if reservation.whole:
        return True
    reserved = places_of(reservation.refs or "")
    named = places_of(line.line.ref or "")
    return any(
        reserved_place.meets(place) for reserved_place in reserved for place in named
    )


def touched(corpus: Corpus, record: str, reservation: Reservation) -> tuple[str, ...]:
    """The anchors of the lines of a record that a reservation touches by its articles."""
    lines = corpus.lines_of(record, "provisions")
    return tuple(line.anchor for line in lines if _touches(reservation, line))


def freed(corpus: Corpus, record: str, state: str) -> tuple[str, ...]:
    """The anchors of the lines of a record from which its reservations free a State."""
    lines = corpus.lines_of(record, "provisions")
    return tuple(line.anchor for line in lines if excluded(corpus, line, state))


def binds(corpus: Corpus, line: Located, state: str) -> bool:
    """Whether a line binds a State today: its text does, and no reservation excludes all
    its places.
    """
    is_bound = corpus.line_binds_state(line.record, line.line, state)
    return is_bound and not excluded(corpus, line, state)


def excluded(corpus: Corpus, line: Located, state: str) -> bool:
    """Whether reservations of a State exclude every place of a line."""
    excluding = (
        reservation.refs or ""
        for reservation in standing(corpus, line.record, state)
        if reservation.excludes
    )
    reserved = [place for reference in excluding for place in places_of(reference)]
    if not reserved:
        return False
    named = places_of(line.line.ref or "")
    return bool(named) and all(
        any(reserved_place.holds(place) for reserved_place in reserved) for place in named
    )
