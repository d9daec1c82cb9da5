"""A State and a topic as data, and the lists of States and of records; ``shapes_of_owners`` says what each
field means. Where a kind of file has own fields and the names of what they speak of, the second are
``…_beside``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from generators.corpus import comparisons, order, parties
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.cldr import sort_key
from generators.corpus.coming import of_state
from generators.corpus.located import Adherence, Membership, Signed
from generators.corpus.state_profile import StateProfile, state_profile
from generators.data import lines, names
from generators.data.names import interval, iso, known, meant
from generators.document import adherences, sentences
from generators.document.phrases import Phrases
from generators.document.runs import letters


def records(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Every record, in the reader's order of titles."""
    del name
    corpus, localizer = phrases.corpus, phrases.localizer
    ordered = sorted(corpus.records, key=lambda each: sort_key(localizer.title(each).text))
    return {
        "records": [
            {
                "id": each,
                "name": localizer.short(each).text,
                "title": localizer.title(each).text,
                "kind": corpus.records[each].kind,
                "binding": corpus.records[each].binding,
                "regions": list(corpus.regions(each)),
            }
            for each in ordered
        ]
    }


def states(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Every State, in the reader's order of names."""
    del name
    return {"states": [_state(phrases, code) for code in _in_order(phrases, phrases.corpus.all_states)]}


def state(phrases: Phrases, code: str) -> dict[str, Any]:
    """What applies in a State (``code`` is alpha-3), without what its codes and ids mean."""
    corpus, found = phrases.corpus, state_profile(phrases.corpus, code)

    def texts(group: Iterable[Adherence]) -> list[dict[str, Any]]:
        return [_adherence(phrases, each) for each in group]

    def memberships(group: Iterable[Membership]) -> list[dict[str, Any]]:
        return [_membership(phrases, each) for each in group]

    return {
        "state": _state(phrases, code),
        "binding": texts(found.binding),
        "pending": texts(found.pending),
        "left": texts(found.former),
        "takes_part": texts(found.joined),
        "will_take_part": texts(found.joining),
        "took_part": texts(found.parted),
        "signed": [_signed(phrases, each) for each in parties.signed(corpus, code)],
        "named": list(parties.named(corpus).get(code, ())),
        "open": list(found.unlisted_nearby),
        "open_elsewhere": list(found.unlisted_elsewhere),
        "standards": {kind: list(records) for kind, records in found.standards.items()},
        "reports": list(found.reports),
        **({"calendar": address(calendar(Target("state", code)))} if of_state(corpus, code) else {}),
        "memberships": memberships(found.now),
        "memberships_to_come": memberships(found.ahead),
        "former_memberships": memberships(found.past),
    }


def state_beside(phrases: Phrases, code: str) -> dict[str, Any]:
    """What codes and ids in the file of a State mean."""
    found = state_profile(phrases.corpus, code)
    others = [each.record for each in parties.signed(phrases.corpus, code)]
    others += parties.named(phrases.corpus).get(code, ())
    every = (*found.now, *found.ahead, *found.past)
    return {
        "records": names.records(phrases, _named(found, others)),
        "mechanisms": names.mechanisms(phrases, dict.fromkeys(each.mechanism for each in every)),
        "labels": names.labels(phrases, "confidences"),
    }


def topic(phrases: Phrases, name: str) -> dict[str, Any]:
    """A topic: its lines in the one order, whoever is bound, and the two kinds of absence."""
    found = comparisons.topic(phrases.corpus, name)
    every = [line for row in found.rows for line in row.cells]
    every.sort(key=lambda line: order.key(phrases.corpus, line, name)[1:])
    return {
        "id": name,
        "topic": {
            "label": phrases.localizer.label("topics", name),
            "question": phrases.localizer.word("topics", name, "question").text,
            "address": address(Target("topic", name)),
        },
        "lines": [lines.provision(phrases, each) for each in every],
        "silent": list(found.silent),
        "unread": list(found.unread),
    }


def topic_beside(phrases: Phrases, name: str) -> dict[str, Any]:
    """What codes and ids in the file of a topic mean."""
    found = comparisons.topic(phrases.corpus, name)
    return {
        "records": names.records(phrases, [row.record for row in found.rows]),
        "labels": names.labels(phrases, "strengths", "confidences", "forces", "regions"),
    }


def _state(phrases: Phrases, code: str) -> dict[str, str]:
    return {
        "code": code,
        "name": phrases.localizer.state(code),
        "address": address(Target("state", code)),
    }


def _in_order(phrases: Phrases, codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: sort_key(phrases.localizer.state(code)))


def _adherence(phrases: Phrases, each: Adherence) -> dict[str, Any]:
    party, of = each.party, phrases.corpus.records[each.record].parties
    bound = phrases.corpus.is_bound(each.record, party)
    when = adherences.when(phrases, each) if bound else sentences.joined_when(phrases, each.record, party)
    return {
        "record": each.record,
        **interval(party.since, party.until),
        **known(
            in_force_since=iso(party.in_force_since),
            how=party.how,
            as_of=iso(of.as_of) if of else None,
            note=meant(phrases, each.record, party.note),
        ),
        "confidence": phrases.corpus.confidence_in(each.record, party),
        "words": letters(when),
    }


def _signed(phrases: Phrases, each: Signed) -> dict[str, Any]:
    of = phrases.corpus.records[each.record].parties
    sure = each.signatory.confidence or phrases.corpus.confidence_of(each.record, of)
    return {"record": each.record, **known(since=iso(each.signatory.since)), "confidence": sure}


def _membership(phrases: Phrases, each: Membership) -> dict[str, Any]:
    sure = phrases.corpus.confidence_in(each.mechanism, each.member)
    return {
        "mechanism": each.mechanism,
        **interval(each.member.since, each.member.until),
        "confidence": sure,
    }


def _named(found: StateProfile, others: Iterable[str]) -> list[str]:
    """Every record that the file of a State speaks of; ``others`` are those beyond its profile."""
    groups = (found.binding, found.pending, found.former, found.joined, found.joining, found.parted)
    joined = [each.record for group in groups for each in group]
    left_open = (*found.unlisted_nearby, *found.unlisted_elsewhere)
    standards = chain.from_iterable(found.standards.values())
    return list(dict.fromkeys([*joined, *others, *left_open, *found.reports, *standards]))


def nothing(phrases: Phrases, name: str) -> dict[str, Any]:
    """A list of States or of records names nothing beside."""
    del phrases, name
    return {}
