"""Who is party to a record, or takes part in it, as data; ``shapes_of_records`` says what each field
means.
"""

from __future__ import annotations

from typing import Any

from generators.corpus.parties import numbers
from generators.data.names import interval, iso, known, meant
from generators.document.open_data.adherences import participation
from generators.document.phrases import Phrases
from generators.model.records import Organisation, Parties, Party, Signatory


def parties(phrases: Phrases, name: str) -> dict[str, Any] | None:
    """The parties of a record (``name`` is its id); None where neither a list nor a number was read."""
    of = phrases.corpus.records[name].parties
    if of is None:
        return None
    return {
        **known(as_of=iso(of.as_of), source=of.source),
        **_counted(phrases, name, of),
        **known(incomplete=meant(phrases, name, of.incomplete)),
        "confidence": phrases.corpus.confidence_of(name, of),
        "states": [_state(phrases, name, each) for each in of.states],
        "organisations": [_organisation(phrases, name, of, each) for each in of.organisations],
        "signatories": [_signatory(phrases, name, of, each) for each in of.signatories],
    }


def _counted(phrases: Phrases, name: str, of: Parties) -> dict[str, Any]:
    found = numbers(phrases.corpus, name)
    if found is None:
        return {}
    return known(count=found.all_, count_as_of=iso(found.as_of) if of.count else None)


def _state(phrases: Phrases, record: str, each: Party) -> dict[str, Any]:
    return {
        "state": each.state,
        "participation": participation(phrases.corpus, record, each),
        **interval(each.since, each.until),
        **known(in_force_since=iso(each.in_force_since), how=each.how),
        **known(note=meant(phrases, record, each.note)),
        "confidence": phrases.corpus.confidence_in(record, each),
    }


def _organisation(phrases: Phrases, record: str, of: Parties, each: Organisation) -> dict[str, Any]:
    return {
        "mechanism": each.mechanism,
        **interval(each.since, each.until),
        **known(how=each.how, note=meant(phrases, record, each.note)),
        "confidence": each.confidence or phrases.corpus.confidence_of(record, of),
    }


def _signatory(phrases: Phrases, record: str, of: Parties, each: Signatory) -> dict[str, Any]:
    return {
        "state": each.state,
        **known(since=iso(each.since)),
        "confidence": each.confidence or phrases.corpus.confidence_of(record, of),
    }
