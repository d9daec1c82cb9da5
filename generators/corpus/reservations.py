"""What a State reserved of a text, and which lines it touches: the one place where it is
decided whether a line binds a State that is bound by its text.

A reservation that excludes articles frees the State from the lines of which it holds
every place. Any other one, and what we know only to exist, leaves the line binding and is
said beside it.
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
    """What a State (alpha-3 code) reserved or declared of a record and has not withdrawn."""
    return _standing(corpus).get(record, {}).get(state, ())


@once
def _standing(corpus: Corpus) -> Mapping[str, Mapping[str, tuple[Reservation, ...]]]:
    """What stands today, by record and State; who made none is left out."""
    lists = {
        name: model.parties.states
        for name, model in corpus.records.items()
        if model.parties
    }
    return {
        name: {
            party.state: left
            for party in states
            if (left := tuple(each for each in party.reservations if not each.withdrawn))
        }
        for name, states in lists.items()
    }


def none_by(corpus: Corpus, record: str, party: Party) -> PartialDate | None:
    """The day by which a State that had joined a text had no reservation or declaration
    to it, as a list says that was looked through; None where it has one, and where no
    list can say it.
    """
    parties = corpus.records[record].parties
    sought = parties.reservations_sought if parties else None
    if sought is None or standing(corpus, record, party.state):
        return None
    return None if party.since and party.since.first > sought.as_of.last else sought.as_of


def touching(corpus: Corpus, line: Located, state: str) -> tuple[Reservation, ...]:
    """What a State reserved or declared of the places of a line; of its text as a whole
    what we have not read, for it may touch the line.
    """
    found = standing(corpus, line.record, state)
    return tuple(each for each in found if each.kind == UNREAD or _touches(each, line))


def _touches(reservation: Reservation, line: Located) -> bool:
    reserved, named = places_of(reservation.refs or ""), places_of(line.line.ref or "")
    return any(each.meets(place) for each in reserved for place in named)


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
    made = [each for each in standing(corpus, line.record, state) if each.excludes]
    reserved = [place for each in made for place in places_of(each.refs or "")]
    named = places_of(line.line.ref or "") if reserved else ()
    return bool(named) and all(
        any(each.holds(place) for each in reserved) for place in named
    )
