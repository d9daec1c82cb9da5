"""A State and a topic as data, and the lists of States and of records; ``shapes_of_owners`` says what each
field means.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generators.corpus import comparisons, order, parties
from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.corpus.located import Adherence, Membership, Signed
from generators.corpus.state_profile import state_profile
from generators.corpus.told import told
from generators.corpus.whom_to_call import whom_to_call
from generators.data import lines, names
from generators.data.marked import marked
from generators.data.names import iso, known
from generators.document import sentences
from generators.document.parties import when as joined_since
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.document.whom_to_call import until
from generators.document.whom_to_call import words as whom_to_call_words


def records(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Which record or mechanism an id means, each in the reader's order of titles, and what codes mean: what
    the other files leave out.
    """
    del name
    corpus, localizer = phrases.corpus, phrases.localizer

    def by_title(owners: Iterable[str]) -> list[str]:
        return sorted(owners, key=lambda owner: sort_key(localizer.title(owner).text))

    return {
        "records": {owner: names.record(phrases, owner) for owner in by_title(corpus.records)},
        "mechanisms": {owner: names.mechanism(phrases, owner) for owner in by_title(corpus.mechanisms)},
        "labels": names.labels(phrases),
    }


def states(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Every State, in the reader's order of names."""
    del name
    return {"states": [_state(phrases, code) for code in _in_order(phrases, phrases.corpus.all_states)]}


def state(phrases: Phrases, code: str) -> dict[str, Any]:
    """What applies in a State (``code`` is alpha-3)."""
    corpus, found = phrases.corpus, state_profile(phrases.corpus, code)

    def texts(group: Iterable[Adherence]) -> list[dict[str, Any]]:
        return [_adherence(phrases, each) for each in group]

    def memberships(group: Iterable[Membership]) -> list[dict[str, Any]]:
        return [_membership(phrases, each) for each in group]

    return {
        "state": _state(phrases, code),
        **_whom_to_call(phrases, code),
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
        "told": [
            {"mechanism": each.mechanism, **_without_state(marked(phrases, each.mechanism, each.review))}
            for each in told(corpus, code)
        ],
        "memberships": memberships(found.now),
        "memberships_to_come": memberships(found.ahead),
        "former_memberships": memberships(found.past),
    }


def _whom_to_call(phrases: Phrases, code: str) -> dict[str, Any]:
    """The numbers that may be shown today; ``looked`` is left out where nobody has looked."""
    found = whom_to_call(phrases.corpus, code)
    return {
        **known(looked=iso(found.looked) if found else None),
        "whom_to_call": [
            {
                "numbers": list(each.contact.numbers),
                "words": letters(whom_to_call_words(phrases, each)),
                **known(check_first=each.check_first or None),
                "url": each.contact.url,
            }
            for each in (found.lines if found else ())
        ],
        **known(copies=letters(until(phrases, found)) or None if found else None),
    }


def topic(phrases: Phrases, name: str) -> dict[str, Any]:
    """A topic: its lines in the one order, whoever is bound, and the three kinds of absence."""
    found = comparisons.topic(phrases.corpus, name)
    general = order.general(phrases.corpus, name)
    every = [line for row in found.rows for line in row.cells]
    every.sort(key=lambda line: order.merit(phrases.corpus, line, name))
    return {
        "id": name,
        "topic": {
            "label": phrases.localizer.label("topics", name),
            "question": phrases.localizer.word("topics", name, "question").text,
            "address": address(Target("topic", name)),
        },
        "lines": [
            lines.provision(phrases, each) | ({"general": True} if each.record in general else {})
            for each in every
        ],
        "silent": list(found.silent),
        "unreadable": list(found.unreadable),
        "unread": list(found.unread),
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
    when = joined_since(phrases, each) if bound else sentences.joined_when(phrases, each.record, party)
    return {
        "record": each.record,
        **_without_state(marked(phrases, each.record, party)),
        **names.bound_since(phrases, each.record, party),
        **known(as_of=iso(of.as_of) if of else None),
        "words": letters(when),
    }


def _without_state(line: dict[str, Any]) -> dict[str, Any]:
    """A line of a list of States, for the file of that State."""
    return {key: value for key, value in line.items() if key != "state"}


def _signed(phrases: Phrases, each: Signed) -> dict[str, Any]:
    return {"record": each.record, **_without_state(marked(phrases, each.record, each.signatory))}


def _membership(phrases: Phrases, each: Membership) -> dict[str, Any]:
    line = marked(phrases, each.mechanism, each.member)
    return {"mechanism": each.mechanism, **_without_state(line)}
