"""What applies in a State, worked out once for all languages; pages and PDFs are views of it. No markup and
no language here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Membership

_OVER = ("superseded", "expired", "draft")


@dataclass(frozen=True, slots=True)
class StateProfile:
    """What applies in a State.

    ``now`` and ``past`` are its memberships; ``binding`` the binding texts it is party to, ``joined`` others
    that it takes part in, ``former`` those that it is party to no more, each oldest first; ``standards`` by
    kind the records of its mechanisms that it need not join one by one, newest first; ``reports`` the records
    that ask it for reports, those with a date first. ``unlisted_nearby`` and ``unlisted_elsewhere`` are
    binding records whose parties are not listed here, so that nothing can be said of the State: those of its
    own regions and global ones, and those of other regions; a State without any membership here has no
    regions, and so no others.
    """

    now: tuple[Membership, ...]
    past: tuple[Membership, ...]
    binding: tuple[Adherence, ...]
    joined: tuple[Adherence, ...]
    former: tuple[Adherence, ...]
    standards: Mapping[str, tuple[str, ...]]
    reports: tuple[str, ...]
    unlisted_nearby: tuple[str, ...]
    unlisted_elsewhere: tuple[str, ...]


def state_profile(corpus: Corpus, state: str) -> StateProfile:
    """What applies in a State (alpha-3 code)."""
    return corpus.cached(("applies", state), lambda: _applies(corpus, state))


def _applies(corpus: Corpus, state: str) -> StateProfile:
    memberships, adherences = corpus.memberships.get(state, ()), corpus.adherences.get(state, ())
    now = tuple(each for each in memberships if corpus.is_member(each.member))
    parties = [each for each in adherences if corpus.is_party(each.party)]
    bound, own = {each.record for each in parties}, {each.mechanism for each in now}
    near, far = _unlisted(corpus, state, bound)
    return StateProfile(
        now=now,
        past=tuple(each for each in memberships if not corpus.is_member(each.member)),
        binding=tuple(each for each in parties if corpus.records[each.record].binding),
        joined=tuple(each for each in parties if not corpus.records[each.record].binding),
        former=tuple(each for each in adherences if not corpus.is_party(each.party)),
        standards=_standards(corpus, own, bound),
        reports=tuple(
            record for record, adopters in _duties(corpus) if record in bound or not own.isdisjoint(adopters)
        ),
        unlisted_nearby=near,
        unlisted_elsewhere=far,
    )


def for_members(corpus: Corpus, record: str) -> bool:
    """Whether a record is for every member of its mechanisms: it does not bind, and has no list of its own of
    the States that take part.
    """
    model = corpus.records[record]
    return not model.binding and not (model.parties and model.parties.states)


def _standards(corpus: Corpus, mechanisms: set[str], bound: set[str]) -> Mapping[str, tuple[str, ...]]:
    own = {record for name in mechanisms for record in corpus.records_of.get(name, ()) if record not in bound}
    found: dict[str, list[str]] = {kind: [] for kind in ("instrument", "action-plan", "sop")}
    for record in sorted(own, key=corpus.age, reverse=True):
        if for_members(corpus, record) and corpus.status(record) not in ("superseded", "draft"):
            found[corpus.records[record].kind].append(record)
    return {kind: tuple(records) for kind, records in found.items() if records}


def _duties(corpus: Corpus) -> list[tuple[str, tuple[str, ...]]]:
    """Records under which States owe reports, and the mechanisms whose members owe them without having
    joined; those with a date first.
    """
    return corpus.cached(("duties",), lambda: _sorted_duties(corpus))


def _sorted_duties(corpus: Corpus) -> list[tuple[str, tuple[str, ...]]]:
    found = [
        (model.reporting.next.text if model.reporting.next else "9999", record)
        for record, model in corpus.records.items()
        if model.reporting and model.reporting.by == "states" and corpus.status(record) not in _OVER
    ]
    return [
        (record, corpus.adopters(record) if for_members(corpus, record) else ())
        for _, record in sorted(found)
    ]


def _unlisted(corpus: Corpus, state: str, bound: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own = [corpus.regions(each.mechanism) for each in corpus.memberships.get(state, ())]
    near = {each[0] for each in own if len(each) == 1} | {
        "global"
    }  # a process of two regions does not say which is the State's
    names = corpus.cached(("without list",), lambda: _without_list(corpus))
    left = [(name, near == {"global"} or not near.isdisjoint(corpus.regions(name))) for name in names]
    left = [
        (name, close) for name, close in left if name not in bound and name not in corpus.named.get(state, ())
    ]
    return tuple(name for name, close in left if close), tuple(name for name, close in left if not close)


def _without_list(corpus: Corpus) -> list[str]:
    binding = [name for name, model in corpus.records.items() if model.binding and model.status != "draft"]
    return sorted(
        (name for name in binding if not ((held := corpus.records[name].parties) and held.states)),
        key=corpus.age,
    )
