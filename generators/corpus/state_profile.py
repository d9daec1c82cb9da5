"""What applies in a State. Worked out once for all languages; pages and PDFs are views of
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Membership, grouped
from generators.corpus.memo import once
from generators.corpus.parties import is_open, named
from generators.corpus.status import next_due


@dataclass(frozen=True, slots=True, kw_only=True)
class StateProfile:
    """What applies in a State today.

    ``now``, ``ahead`` and ``past`` are its memberships. Of the texts that it joined, each
    oldest first, ``binding`` are those that bind it; ``pending`` those that do not yet
    (the text is not in force, or not for it, or it joins on a day to come); ``former``
    those that it has left, or that bind nobody any more. Of those that never bind,
    ``joined`` are those that it takes part in, ``joining`` those that it will, ``parted``
    those that it did. ``standards`` are by kind the records of its mechanisms that it
    need not join one by one, newest first; ``reports`` the records that ask it for
    reports, those with a date first. ``unlisted_nearby`` and ``unlisted_elsewhere`` are
    binding records whose parties are not listed here, or not all of them and not this
    State, so that nothing can be said of it: those of its own regions and global ones,
    and those of other regions; a State without any membership here has no regions, and so
    no others.
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
        (corpus.phase(each.member), each) for each in corpus.memberships.get(state, ())
    )
    texts = grouped(
        (standing(corpus, each), each) for each in corpus.adherences.get(state, ())
    )
    near, far = _unlisted(corpus, state)
    own = {each.mechanism for each in members.get("now", ())}
    takes_part = {
        each.record for place in ("binding", "joined") for each in texts.get(place, ())
    }
    return StateProfile(
        **members,
        **texts,
        standards=_standards(corpus, own),
        reports=_reports(corpus, takes_part, own),
        unlisted_nearby=near,
        unlisted_elsewhere=far,
    )


def standing(corpus: Corpus, each: Adherence) -> str:
    """Where a text that a State joined belongs on its profile (``StateProfile``)."""
    phase = corpus.phase(each.party)
    if not corpus.records[each.record].binding:
        return {"ahead": "joining", "now": "joined", "past": "parted"}[phase]
    if phase != "past" and corpus.is_bound(each.record, each.party):
        return "binding"
    return (
        "former" if phase == "past" or corpus.group(each.record) == "over" else "pending"
    )


def for_members(corpus: Corpus, record: str) -> bool:
    """Whether a record is for every member of its mechanisms: it does not bind, and has
    no list of its own of the States that take part.
    """
    model = corpus.records[record]
    return not model.binding and not (model.parties and model.parties.states)


def _standards(corpus: Corpus, mechanisms: set[str]) -> Mapping[str, tuple[str, ...]]:
    """What was adopted for the members of some mechanisms and no successor replaced; a
    plan whose period is over stays, with its status.
    """
    own = {record for name in mechanisms for record in corpus.records_of.get(name, ())}
    found: dict[str, list[str]] = {
        kind: [] for kind in ("instrument", "action-plan", "sop")
    }
    for record in sorted(own, key=corpus.age, reverse=True):
        adopted = corpus.group(record) in ("standing", "over") and not corpus.successors(
            record
        )
        if adopted and for_members(corpus, record):
            found[corpus.records[record].kind].append(record)
    return {kind: tuple(records) for kind, records in found.items() if records}


def _reports(corpus: Corpus, joined: set[str], mechanisms: set[str]) -> tuple[str, ...]:
    """The records that ask for reports of a State that takes part in some texts and is a
    member of some mechanisms; those with a date first.
    """
    return tuple(
        record
        for record, adopters in _duties(corpus)
        if record in joined or not mechanisms.isdisjoint(adopters)
    )


@once
def _duties(corpus: Corpus) -> list[tuple[str, tuple[str, ...]]]:
    """Records that stand and under which States owe reports, and the mechanisms whose
    members owe them without having joined.
    """
    found = [
        (due.day.text if (due := next_due(model.reporting)) else "9999", record)
        for record, model in corpus.records.items()
        if model.reporting
        and model.reporting.by == "states"
        and corpus.group(record) == "standing"
    ]
    return [
        (record, corpus.adopters(record) if for_members(corpus, record) else ())
        for _, record in sorted(found)
    ]


def _unlisted(corpus: Corpus, state: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own = [corpus.regions(each.mechanism) for each in corpus.memberships.get(state, ())]
    # a process of two regions does not say which is the State's
    near = {each[0] for each in own if len(each) == 1} | {"global"}
    left = [
        (name, near == {"global"} or not near.isdisjoint(corpus.regions(name)))
        for name in _possibly_open(corpus)
        if is_open(corpus, name, state) and name not in named(corpus).get(state, ())
    ]
    return tuple(name for name, close in left if close), tuple(
        name for name, close in left if not close
    )


@once
def _possibly_open(corpus: Corpus) -> list[str]:
    """Binding texts that are more than proposals and have no list of their parties here,
    or one that may lack some; oldest first.
    """
    return [
        name
        for name in sorted(corpus.records, key=corpus.age)
        if (model := corpus.records[name]).binding
        and corpus.group(name) != "proposed"
        and not (model.parties and model.parties.states and not model.parties.incomplete)
    ]
