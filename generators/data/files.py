"""The four kinds of file: a record, a mechanism, a State, a topic; and the lists of States and of records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from generators.corpus import comparisons, parties
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.cldr import sort_key
from generators.corpus.coming import of_state
from generators.corpus.located import Adherence, LocatedProvision, LocatedStep, Membership
from generators.corpus.state_profile import StateProfile, state_profile
from generators.data import lines, names
from generators.document import parties as say
from generators.document import sentences
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.text.partial_dates import PartialDate


def record(phrases: Phrases, name: str) -> dict[str, Any]:
    """A record: ``record`` (who it is), ``summary``, its ``provisions`` and ``steps``, and the topics on
    which it, read in full, is ``silent``; ``who_inferred`` says that who acts in a step is our reading.
    """
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    anchors = corpus.anchors[name]
    summary = names.text(phrases, phrases.localizer.said(name, model.summary)) if model.summary else None
    return {
        "id": name,
        "record": names.record(phrases, name),
        "summary": summary,
        "adopted": _iso(model.adopted.date if model.adopted else None),
        "in_force": _iso(model.in_force),
        "provisions": [
            lines.provision(phrases, LocatedProvision(name, anchor, each))
            for anchor, each in zip(anchors.provisions, model.provisions, strict=True)
        ],
        "steps": [
            lines.step(phrases, LocatedStep(name, anchor, each, number))
            for number, (anchor, each) in enumerate(zip(anchors.steps, model.steps, strict=True), 1)
        ],
        "silent": list(model.silent),
        "read_in_full": model.read_in_full,
        **({"who_inferred": True} if model.who_inferred else {}),
        "mechanisms": names.mechanisms(phrases, corpus.adopters(name)),
        "labels": names.labels(phrases, "strengths", "confidences", "forces", "topics", "stages", "roles"),
    }


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """A mechanism: ``mechanism`` (who it is), its ``members``, and the ``records`` that it adopted, oldest
    first.
    """
    corpus, model = phrases.corpus, phrases.corpus.mechanisms[name]
    return {
        "id": name,
        "mechanism": names.mechanism(phrases, name),
        "members": [
            {
                "state": each.state,
                "name": phrases.localizer.state(each.state),
                **_interval(each.since, each.until),
                "confidence": corpus.confidence_in(name, each),
            }
            for each in model.members
        ],
        "records": names.records(phrases, corpus.records_of.get(name, ())),
        "labels": names.labels(phrases, "confidences"),
    }


def records(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Every record, in the reader's order of titles: ``id``, ``name`` (its shortest usual one), ``title``,
    ``kind``, ``binding``, ``regions``.
    """
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
    """Every State, in the reader's order of names: ``code``, ``name``, ``address``."""
    del name
    return {"states": [_state(phrases, code) for code in _in_order(phrases, phrases.corpus.all_states)]}


def state(phrases: Phrases, code: str) -> dict[str, Any]:
    """What applies in a State: the texts that are ``binding``, ``pending`` (joined, not yet in force for it)
    and ``left``, those that it ``signed``, those that name it as a party in their text (``named``);
    ``open`` are binding texts of its regions, and global ones, of which nobody has recorded whether it is a
    party, ``open_elsewhere`` those of other regions. ``standards`` are by kind the records of its mechanisms
    that it need not join; ``reports`` those under which it owes reports; ``memberships`` those of today;
    ``calendar`` is the address of its days to come, where there are any.
    """
    found = state_profile(phrases.corpus, code)
    signed = parties.signed(phrases.corpus, code)
    named = parties.named(phrases.corpus).get(code, ())
    return {
        "state": _state(phrases, code),
        "binding": [_adherence(phrases, each) for each in found.binding],
        "pending": [_adherence(phrases, each) for each in found.pending],
        "left": [_adherence(phrases, each) for each in found.former],
        "signed": [{"record": each.record, **_interval(each.signatory.since, None)} for each in signed],
        "named": list(named),
        "open": list(found.unlisted_nearby),
        "open_elsewhere": list(found.unlisted_elsewhere),
        "standards": {kind: list(records) for kind, records in found.standards.items()},
        "reports": list(found.reports),
        **({"calendar": address(calendar(Target("state", code)))} if of_state(phrases.corpus, code) else {}),
        "memberships": [_membership(each) for each in found.now],
        "records": names.records(phrases, _named(found, [*(each.record for each in signed), *named])),
        "mechanisms": names.mechanisms(phrases, [each.mechanism for each in found.now]),
        "labels": names.labels(phrases, "confidences"),
    }


def topic(phrases: Phrases, name: str) -> dict[str, Any]:
    """A topic: its ``lines``, by record in the order of comparisons; ``silent`` are the records that, read in
    full, say nothing on it, ``unread`` those that nobody has looked at.
    """
    found = comparisons.topic(phrases.corpus, name)
    return {
        "id": name,
        "topic": {
            "label": phrases.localizer.label("topics", name),
            "question": phrases.localizer.word("topics", name, "question").text,
            "address": address(Target("topic", name)),
        },
        "lines": [lines.provision(phrases, each) for row in found.rows for each in row.cells],
        "silent": list(found.silent),
        "unread": list(found.unread),
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
    """A text that a State joined: since when, how, of which day the list is, in ``words`` too."""
    party, of = each.party, phrases.corpus.records[each.record].parties
    bound = phrases.corpus.is_bound(each.record, party)
    when = say.when(phrases, each) if bound else sentences.joined_when(phrases, party)
    return {
        "record": each.record,
        **_interval(party.since, party.until),
        **({"how": party.how} if party.how else {}),
        **({"as_of": of.as_of.text} if of and of.as_of else {}),
        "confidence": phrases.corpus.confidence_in(each.record, party),
        "words": letters(when),
    }


def _membership(each: Membership) -> dict[str, Any]:
    return {"mechanism": each.mechanism, **_interval(each.member.since, each.member.until)}


def _named(found: StateProfile, others: Iterable[str]) -> list[str]:
    """Every record that the file of a State speaks of; ``others`` are those beyond its profile."""
    joined = (each.record for each in (*found.binding, *found.pending, *found.former))
    left_open = (*found.unlisted_nearby, *found.unlisted_elsewhere)
    return list(
        dict.fromkeys(
            [*joined, *others, *left_open, *found.reports, *chain.from_iterable(found.standards.values())]
        )
    )


def _interval(since: PartialDate | None, until: PartialDate | None) -> dict[str, str]:
    return {
        **({"since": since.text} if since else {}),
        **({"until": until.text} if until else {}),
    }


def _iso(day: PartialDate | None) -> str | None:
    return day.text if day else None
