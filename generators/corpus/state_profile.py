"""What applies in a State. Worked out once for all languages; pages and PDFs are views of
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Membership, grouped
from generators.corpus.memo import once
from generators.corpus.order import GLOBAL, near_regions
from generators.corpus.parties import is_open, named
from generators.corpus.status import next_due
from generators.model.records import Reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class StateProfile:
    """What applies in a State today.

    ``now``, ``ahead`` and ``past`` are its memberships.

    The texts that it joined are in lists, oldest first. ``binding`` are those that bind
    it. ``pending`` are those that do not bind it yet. The text is not in force, or not
    for it, or the State joins on a later day. ``former`` are those that it has left, or
    that bind nobody any more. Other texts never bind: it takes part in ``joined``, will
    take part in ``joining``, and did in ``parted``.

    ``standards`` are by kind the records of its mechanisms that it need not join one by
    one, newest first. ``reports`` are the records that ask it for reports, those with a
    date first.

    Nobody can say whether ``unlisted_nearby`` and ``unlisted_elsewhere`` bind it. They
    are binding records whose list of parties is not here, or may lack some and lacks this
    State. The first are those of its own regions and global ones, the second those of
    other regions. A State without any membership here has no regions, and so has only the
    first.
    """

    now: tuple[Membership, ...] = ()
    ahead: tuple[Membership, ...] = ()
    past: tuple[Membership, ...] = ()
    binding: tuple[Adherence, ...] = ()
    pending: tuple[Adherence, ...] = ()
    former: tuple[Adherence, ...] = ()
    joined: tuple[Adherence, ...] = ()
    joining: tuple[Adherence, ...] = ()
    parted: tuple[Adherence, ...] = ()
    standards: Mapping[str, tuple[str, ...]]
    reports: tuple[str, ...]
    unlisted_nearby: tuple[str, ...]
    unlisted_elsewhere: tuple[str, ...]


@once
def state_profile(corpus: Corpus, state: str) -> StateProfile:
    """What applies in a State (alpha-3 code)."""
    members = grouped(
        (corpus.phase(membership.member), membership)
        for membership in corpus.memberships.get(state, ())
    )
    texts = grouped(
        (standing(corpus, adherence), adherence)
        for adherence in corpus.adherences.get(state, ())
    )
    near, far = _unlisted(corpus, state)
    own = {membership.mechanism for membership in members.get("now", ())}
    taking_part = (*texts.get("binding", ()), *texts.get("joined", ()))
    return StateProfile(
        now=members.get("now", ()),
        ahead=members.get("ahead", ()),
        past=members.get("past", ()),
        binding=texts.get("binding", ()),
        pending=texts.get("pending", ()),
        former=texts.get("former", ()),
        joined=texts.get("joined", ()),
        joining=texts.get("joining", ()),
        parted=texts.get("parted", ()),
        standards=_standards(corpus, own),
        reports=_reports(corpus, {text.record for text in taking_part}, own),
        unlisted_nearby=near,
        unlisted_elsewhere=far,
    )


def standing(corpus: Corpus, adherence: Adherence) -> str:
    """The field of the State's profile (``StateProfile``) to which a text belongs that a
    State joined.
    """
    phase = corpus.phase(adherence.party)
    if not corpus.records[adherence.record].binding:
        return {"ahead": "joining", "now": "joined", "past": "parted"}[phase]
    if phase == "past":
        return "former"
    if corpus.is_bound(adherence.record, adherence.party):
        return "binding"
    return "former" if corpus.group(adherence.record) == "over" else "pending"


def for_members(corpus: Corpus, record: str) -> bool:
    """Whether a record is for every member of its mechanisms. Such a record does not
    bind, and has no list of its own of the States that take part.
    """
    model = corpus.records[record]
    return not model.binding and not (model.parties and model.parties.states)


def _standards(corpus: Corpus, mechanisms: set[str]) -> Mapping[str, tuple[str, ...]]:
    """What was adopted for the members of some mechanisms and no successor replaced, by
    kind of record, newest first. A plan whose period is over stays, with its status.
    """
    own = {record for name in mechanisms for record in corpus.records_of.get(name, ())}
    by_kind: dict[str, list[str]] = {
        kind: [] for kind in ("instrument", "action-plan", "sop")
    }
    for record in sorted(own, key=corpus.age, reverse=True):
        if corpus.group(record) not in ("standing", "over"):
            continue
        if not corpus.successors(record) and for_members(corpus, record):
            by_kind[corpus.records[record].kind].append(record)
    return {kind: tuple(records) for kind, records in by_kind.items() if records}


def _reports(corpus: Corpus, joined: set[str], mechanisms: set[str]) -> tuple[str, ...]:
    """The records that ask for reports of a State, those with a date first. The State
    takes part in the texts ``joined`` and is a member of ``mechanisms``.
    """
    return tuple(
        record
        for record, adopters in _duties(corpus)
        if record in joined or not mechanisms.isdisjoint(adopters)
    )


@once
def _duties(corpus: Corpus) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The records of today under which States owe reports, those with a date first. With
    each come the mechanisms whose members owe them without having joined.
    """
    dated = [
        (_day_due(model.reporting), record)
        for record, model in corpus.records.items()
        if model.reporting
        and model.reporting.by == "states"
        and corpus.group(record) == "standing"
    ]
    return tuple(
        (record, corpus.adopters(record) if for_members(corpus, record) else ())
        for _, record in sorted(dated)
    )


def _day_due(duty: Reporting) -> str:
    """The day of the next report (ISO 8601), to put duties in order; after all days where
    none is known.
    """
    due = next_due(duty)
    return due.day.text if due else "9999"


def _unlisted(corpus: Corpus, state: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields ``unlisted_nearby`` and ``unlisted_elsewhere`` of the profile of a
    State.
    """
    near = near_regions(corpus, state)
    nearby = []
    elsewhere = []
    for name in _possibly_open(corpus):
        if not is_open(corpus, name, state) or name in named(corpus).get(state, ()):
            continue
        if near == {GLOBAL} or not near.isdisjoint(corpus.regions(name)):
            nearby.append(name)
        else:
            elsewhere.append(name)
    return tuple(nearby), tuple(elsewhere)


@once
def _possibly_open(corpus: Corpus) -> tuple[str, ...]:
    """Binding texts without a whole list of their parties, oldest first.

    There is no list here, or one that may lack some. Proposals are left out.
    """
    records = []
    for name in sorted(corpus.records, key=corpus.age):
        model = corpus.records[name]
        if not model.binding or corpus.group(name) == "proposed":
            continue
        parties = model.parties
        if parties is None or not parties.states or parties.incomplete:
            records.append(name)
    return tuple(records)
