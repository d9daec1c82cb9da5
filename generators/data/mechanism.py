"""A mechanism as data: all that its page says. ``shapes_of_owners`` says what each field means."""

from __future__ import annotations

from typing import Any

from generators.corpus import changes, comparisons, parties
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.coming import of_mechanism
from generators.data import names
from generators.data.marked import marked
from generators.data.names import known
from generators.document.phrases import Phrases
from generators.model.mechanisms import Mechanism


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """A mechanism by its id."""
    corpus, model = phrases.corpus, phrases.corpus.mechanisms[name]
    changed = changes.last(corpus, name)
    return {
        "id": name,
        "mechanism": names.mechanism(phrases, name),
        **_identity(phrases, name, model),
        "adopted": list(corpus.records_of.get(name, ())),
        "developed": list(comparisons.developed(corpus, name)),
        "party_to": [each.record for each in parties.joined_by(corpus, name)],
        "receives_reports": list(comparisons.reported(corpus, name)),
        **known(calendar=address(calendar(Target("record", name))) if of_mechanism(corpus, name) else None),
        **known(changed=changed and changed.isoformat(), review=model.review and model.review.due.text),
    }


def _identity(phrases: Phrases, name: str, model: Mechanism) -> dict[str, Any]:
    corpus = phrases.corpus
    founded = model.founded and {
        "date": model.founded.text,
        "confidence": corpus.confidence_of(name, "founded"),
    }
    return {
        **marked(phrases, name, model),
        "part_of": [each for each in model.part_of if each in corpus.mechanisms],
        "bodies": list(corpus.bodies_of.get(name, ())),
        **known(founded=founded, contact=_contact(phrases, name, model)),
        "members": [{**marked(phrases, name, each), "status": corpus.phase(each)} for each in model.members],
    }


def _contact(phrases: Phrases, name: str, model: Mechanism) -> dict[str, Any] | None:
    found = model.contact
    return found and {**marked(phrases, name, found), **known(postal_address=found.address)}
