"""A mechanism as data: all that its page says. ``shapes_of_owners`` says what each field means."""

from __future__ import annotations

from typing import Any

from generators.corpus import changes, comparisons, parties
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.coming import of_mechanism
from generators.data import names
from generators.data.names import interval, iso, known, meant, sources
from generators.document.phrases import Phrases
from generators.model.mechanisms import Change, Contact, Mechanism, Member, Seat
from generators.translate import texts


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """A mechanism by its id."""
    corpus, model = phrases.corpus, phrases.corpus.mechanisms[name]
    changed = changes.last(corpus, name)
    return {
        "id": name,
        "mechanism": names.mechanism(phrases, name),
        **_identity(phrases, name, model),
        "members": [_member(phrases, name, each) for each in model.members],
        **known(members_as_of=iso(model.members_as_of)),
        "changes": [_change(phrases, name, each) for each in model.changes],
        "adopted": list(corpus.records_of.get(name, ())),
        "developed": list(comparisons.developed(corpus, name)),
        "party_to": [each.record for each in parties.joined_by(corpus, name)],
        "receives_reports": list(comparisons.reported(corpus, name)),
        **known(calendar=address(calendar(Target("record", name))) if of_mechanism(corpus, name) else None),
        "sources": sources(model.sources),
        "confidence": model.confidence,
        **known(changed=changed and changed.isoformat(), review=model.review and model.review.due.text),
    }


def _identity(phrases: Phrases, name: str, model: Mechanism) -> dict[str, Any]:
    corpus = phrases.corpus
    founded = model.founded and {
        "date": model.founded.text,
        "confidence": corpus.confidence_of(name, "founded"),
    }
    return {
        "kind": model.kind,
        "official_names": dict(model.official_names),
        "acronyms": dict(model.acronyms),
        "part_of": [each for each in model.part_of if each in corpus.mechanisms],
        "bodies": list(corpus.bodies_of.get(name, ())),
        **known(seat=_seat(phrases, name, model.seat), founded=founded),
        "working_languages": list(model.working_languages),
        **known(
            trafficking_body=meant(phrases, name, model.trafficking_body),
            powers=meant(phrases, name, model.powers),
            contact=_contact(phrases, name, model.contact),
            website=model.website,
        ),
    }


def _seat(phrases: Phrases, name: str, each: Seat | None) -> dict[str, Any] | None:
    if each is None:
        return None
    city = texts.place(phrases.corpus, each.city, phrases.language).text
    return {
        "city": city,
        **known(country=each.country),
        "confidence": phrases.corpus.confidence_of(name, each),
    }


def _contact(phrases: Phrases, name: str, each: Contact | None) -> dict[str, Any] | None:
    if each is None:
        return None
    return known(
        office=meant(phrases, name, each.office),
        postal_address=each.address,
        telephone=each.telephone,
        mail=each.mail,
        url=each.url,
        focal_points=each.focal_points,
        seen=iso(each.seen),
    )


def _member(phrases: Phrases, name: str, each: Member) -> dict[str, Any]:
    return {
        "state": each.state,
        "status": phrases.corpus.phase(each),
        **interval(each.since, each.until),
        **known(as_=each.as_, note=meant(phrases, name, each.note)),
        "confidence": phrases.corpus.confidence_in(name, each),
    }


def _change(phrases: Phrases, name: str, each: Change) -> dict[str, Any]:
    return {"state": each.state, **known(date=iso(each.date)), **(meant(phrases, name, each.says) or {})}
