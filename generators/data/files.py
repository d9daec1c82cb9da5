"""What each JSON file says: of a record with its lines, a mechanism, a State, a topic, and the lists of
States and of records. ``shapes`` and ``kinds`` say what each field means.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generators.corpus import comparisons, official_text, order, parties, record_profile
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.cldr import sort_key
from generators.corpus.coming import of_mechanism
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Located, Membership
from generators.corpus.parties import numbers
from generators.corpus.state_profile import state_profile
from generators.corpus.status import next_due
from generators.corpus.tables import told
from generators.corpus.whom_to_call import whom_to_call
from generators.data.marked import marked, meant
from generators.data.shapes import ADHERENCE_WITHOUT
from generators.document import changes, sentences
from generators.document import whom_to_call as calling
from generators.document.mechanism import contact
from generators.document.open_data.lines import participation
from generators.document.parties import when as joined_since
from generators.document.phrases import Phrases
from generators.document.runs import Reference, letters
from generators.model.mechanisms import Mechanism
from generators.model.records import Indicator, Objective, Party, Provision, Record, Reporting, Step
from generators.model.state_contacts import StateContact
from generators.text.partial_dates import PartialDate
from generators.translate import texts

_LABELLED = ("strengths", "confidences", "forces", "topics", "stages", "roles", "regions", "groups")
"""The lists whose codes the scripts of the pages put into words."""


def known(**values: Any) -> dict[str, Any]:
    """The fields that have a value; a name that Python keeps for itself ends in ``_``."""
    return {name.removesuffix("_"): value for name, value in values.items() if value is not None}


def bound_since(phrases: Phrases, record: str, party: Party) -> dict[str, Any]:
    """From which day a text binds a State, as ``shapes.BoundSince`` describes it."""
    found = phrases.corpus.bound_since(record, party)
    if found is None:
        return {}
    return {"bound_since": found.day.text, **({"bound_since_computed": True} if found.computed else {})}


def iso(day: PartialDate | None) -> str | None:
    """A day as ISO 8601, no more precise than it is known."""
    return day.text if day else None


def named_record(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which record an id means, as ``shapes.RecordNamed`` describes it."""
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    counted = parties.numbers(corpus, name)
    return {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": address(Target("record", name)),
        "kind": model.kind,
        "type": model.type,
        "binding": model.binding,
        "about": model.about or order.NEIGHBOUR,
        "binds": corpus.binds(name),
        "status": corpus.status(name),
        "status_words": letters(sentences.status(phrases, name)),
        "mechanisms": list(corpus.adopters(name)),
        "regions": list(corpus.regions(name)),
        "confidence": corpus.confidence_shown(name),
        "topics": len({topic for line in model.provisions for topic in line.topics}),
        **({"states": counted.all_ - counted.organisations} if counted and counted.all_ else {}),
    }


def named_mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which mechanism an id means, as ``shapes.MechanismNamed`` describes it."""
    model = phrases.corpus.mechanisms[name]
    found = {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": address(Target("record", name)),
        "regions": list(phrases.corpus.regions(name)),
    }
    return {**found, "contact": letters(contact(phrases, name, model.contact))} if model.contact else found


def labels(phrases: Phrases) -> dict[str, Any]:
    """What the codes that stand in files mean: by list of the vocabulary and code ``label``, and ``sign``
    where there is one.
    """
    return {name: _labels(phrases, name) for name in _LABELLED}


def _labels(phrases: Phrases, name: str) -> dict[str, Any]:
    return {
        code: {
            "label": phrases.localizer.label(name, code),
            **({"sign": sign} if (sign := getattr(entry, "sign", None)) else {}),
        }
        for code, entry in phrases.corpus.vocabularies.of(name).items()
    }


def provision(phrases: Phrases, located: Located) -> dict[str, Any]:
    """A provision, as ``shapes.Provision`` describes it."""
    each = located.line
    leads = [topic for topic in each.topics if located.place in order.leads(phrases.corpus, topic)]
    return {
        **_line(phrases, located, each),
        **({"leads": leads} if leads else {}),
        **({} if phrases.corpus.current(each) else {"current": False}),
    }


def step(phrases: Phrases, located: Located) -> dict[str, Any]:
    """A step of a procedure, as ``shapes.Step`` describes it."""
    return {**_line(phrases, located, located.line), "number": located.number}


def aim(phrases: Phrases, record: str, anchor: str, each: Objective | Indicator) -> dict[str, Any]:
    """An objective or an indicator of a plan, as ``shapes.Objective`` describes it."""
    return {**_place(phrases, record, anchor, each.ref), **marked(phrases, record, each)}


def _line(phrases: Phrases, located: Located, each: Provision | Step) -> dict[str, Any]:
    """What provisions and steps have in common."""
    record, alone = located.record, order.group_of(phrases.corpus, located.record, located.anchor)
    words = letters(sentences.value(phrases, each))
    return {
        **_place(phrases, record, located.anchor, each.ref),
        **marked(phrases, record, each),
        **({"value_words": words} if words else {}),
        **({"only_for": alone} if alone else {}),
    }


def _place(phrases: Phrases, record: str, anchor: str, ref: str | None) -> dict[str, Any]:
    """Where a line stands: on the site, and in its text."""
    found = {"record": record, "address": address(Target("record", record, anchor))}
    if not ref:
        return found
    reference = phrases.reference(ref, record)
    foreign = next((run.language for run in reference if isinstance(run, Reference) and run.language), "")
    return {
        **found,
        "reference": letters(reference),
        **({"reference_language": foreign} if foreign else {}),
    }


def record(phrases: Phrases, name: str) -> dict[str, Any]:
    """A record by its id."""
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    return {
        "id": name,
        "record": named_record(phrases, name),
        "summary": meant(phrases, name, model.summary),
        "text": [
            marked(phrases, name, each) | known(by_rule=by_rule or None)
            for each, by_rule in official_text.places(model, phrases.language)
        ],
        **marked(phrases, name, model),
        "adopted": iso(model.adopted.date if model.adopted else None),
        "in_force": iso(model.in_force),
        "dates": [_moment(phrases, each) for each in record_profile.timeline(corpus, name)],
        "relations": {kind: list(others) for kind, others in record_profile.relations(corpus, name)},
        **known(parties=_parties(phrases, name)),
        **_lines(phrases, name, model),
        **known(reporting=_reporting(phrases, name, model.reporting)),
        **comparisons.absent_topics(corpus)[name],
        **known(who_inferred=model.who_inferred or None),
        "answers": record_profile.answered_items(corpus).get(name, ()),
        **_kept(corpus, name, model),
    }


def _kept(corpus: Corpus, name: str, model: Record | Mechanism) -> dict[str, Any]:
    """When a record was changed last, and when somebody must look at it again."""
    changed = changes.last(corpus, name)
    return known(changed=changed and changed.isoformat(), review=model.review and model.review.due.text)


def _moment(phrases: Phrases, each: record_profile.Moment) -> dict[str, Any]:
    place = texts.place(phrases.corpus, each.place, phrases.language).text if each.place else None
    return {
        "what": each.what,
        **known(date=iso(each.day), place=place),
        "confidence": each.confidence,
        **known(place_confidence=each.place_confidence if each.place else None),
    }


def _parties(phrases: Phrases, name: str) -> dict[str, Any] | None:
    """Who is party; None where neither a list nor a number was read."""
    corpus, of = phrases.corpus, phrases.corpus.records[name].parties
    if of is None:
        return None
    found = numbers(corpus, name)
    return {
        **marked(phrases, name, of),
        **known(count=found and found.all_, count_as_of=iso(found.as_of) if found and of.count else None),
        "states": [
            {
                **marked(phrases, name, each),
                **bound_since(phrases, name, each),
                "participation": participation(corpus, name, each),
            }
            for each in of.states
        ],
        "organisations": [marked(phrases, name, each) for each in of.organisations],
        "signatories": [marked(phrases, name, each) for each in of.signatories],
    }


def _lines(phrases: Phrases, name: str, model: Record) -> dict[str, Any]:
    """The provisions, steps, objectives and indicators of a record."""
    anchors = phrases.corpus.anchors[name]
    return {
        "provisions": [provision(phrases, each) for each in phrases.corpus.lines_of(name, "provisions")],
        "steps": [step(phrases, each) for each in phrases.corpus.lines_of(name, "steps")],
        **{
            of: [
                aim(phrases, name, anchor, each)
                for anchor, each in zip(getattr(anchors, of), getattr(model, of), strict=True)
            ]
            for of in ("objectives", "indicators")
        },
    }


def _reporting(phrases: Phrases, name: str, duty: Reporting | None) -> dict[str, Any] | None:
    if duty is None:
        return None
    due = next_due(duty)
    return {
        **marked(phrases, name, duty),
        **known(next=due and due.day.text, next_computed=(due and due.computed) or None),
    }


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """A mechanism by its id."""
    corpus, model = phrases.corpus, phrases.corpus.mechanisms[name]
    sure, office = corpus.confidence_of(name, "founded"), model.contact
    return {
        "id": name,
        "mechanism": named_mechanism(phrases, name),
        **marked(phrases, name, model),
        "part_of": [each for each in model.part_of if each in corpus.mechanisms],
        "bodies": list(corpus.bodies_of.get(name, ())),
        **known(
            founded=model.founded and {"date": model.founded.text, "confidence": sure},
            contact=office and {**marked(phrases, name, office), **known(postal_address=office.address)},
        ),
        "members": [{**marked(phrases, name, each), "status": corpus.phase(each)} for each in model.members],
        "adopted": list(corpus.records_of.get(name, ())),
        "developed": list(comparisons.developed(corpus).get(name, ())),
        "party_to": [each.record for each in parties.joined_by(corpus, name)],
        "receives_reports": list(comparisons.reported(corpus).get(name, ())),
        **known(calendar=address(calendar(Target("record", name))) if of_mechanism(corpus, name) else None),
        **_kept(corpus, name, model),
    }


def records(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Which record or mechanism an id means, each in the reader's order of titles, and what codes mean: what
    the other files leave out.
    """
    corpus, localizer = phrases.corpus, phrases.localizer

    def by_title(owners: Iterable[str]) -> list[str]:
        return sorted(owners, key=lambda owner: sort_key(localizer.title(owner).text))

    return {
        "records": {owner: named_record(phrases, owner) for owner in by_title(corpus.records)},
        "mechanisms": {owner: named_mechanism(phrases, owner) for owner in by_title(corpus.mechanisms)},
        "labels": labels(phrases),
    }


def states(phrases: Phrases, name: str = "") -> dict[str, Any]:
    """Every State, in the reader's order of names."""
    said = phrases.localizer.state
    codes = sorted(phrases.corpus.all_states, key=lambda code: sort_key(said(code)))
    return {"states": [_state(phrases, code) for code in codes]}


def state(phrases: Phrases, code: str) -> dict[str, Any]:
    """What applies in a State (``code`` is alpha-3)."""
    corpus, found = phrases.corpus, state_profile(phrases.corpus, code)

    def texts(group: Iterable[Adherence]) -> list[dict[str, Any]]:
        return [_adherence(phrases, each) for each in group]

    def memberships(group: Iterable[Membership]) -> list[dict[str, Any]]:
        return [_of_state(phrases, "mechanism", each.mechanism, each.member) for each in group]

    return {
        **who(phrases, code),
        "binding": texts(found.binding),
        "pending": texts(found.pending),
        "left": texts(found.former),
        "takes_part": texts(found.joined),
        "will_take_part": texts(found.joining),
        "took_part": texts(found.parted),
        "signed": [
            _of_state(phrases, "record", each.record, each.signatory) for each in parties.signed(corpus, code)
        ],
        "named": list(parties.named(corpus).get(code, ())),
        "open": list(found.unlisted_nearby),
        "open_elsewhere": list(found.unlisted_elsewhere),
        "standards": {kind: list(records) for kind, records in found.standards.items()},
        "reports": list(found.reports),
        "told": [_of_state(phrases, "mechanism", each.mechanism, each.review) for each in told(corpus, code)],
        "memberships": memberships(found.now),
        "memberships_to_come": memberships(found.ahead),
        "former_memberships": memberships(found.past),
    }


def who(phrases: Phrases, code: str) -> dict[str, Any]:
    """Which State it is, with the numbers that may be shown today; ``looked`` is left out where nobody has
    looked. It is all that no record and no mechanism says of a State.
    """
    found = whom_to_call(phrases.corpus, code)
    return {
        "state": _state(phrases, code),
        **known(looked=iso(found.looked) if found else None),
        "whom_to_call": [
            {
                "numbers": list(each.contact.numbers),
                "words": letters(calling.contact_words(phrases, each)),
                **known(check_first=each.check_first or None),
                "url": each.contact.url,
            }
            for each in (found.lines if found else ())
        ],
        **(_named_lines(phrases, found.named) if found and found.named else {}),
        **known(copies=letters(calling.usable_until(phrases, code)) or None),
    }


def _named_lines(phrases: Phrases, named: Iterable[StateContact]) -> dict[str, Any]:
    """Lines without a number that may be shown, with their pages, and what to do."""
    lines = [{"words": letters(calling.named_words(phrases, each)), "url": each.url} for each in named]
    return {"named_lines": lines, "check_lines": letters(calling.unprinted(phrases))}


def topic(phrases: Phrases, name: str) -> dict[str, Any]:
    """A topic: its lines in the one order, whoever is bound, and the four kinds of absence."""
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
            provision(phrases, each) | ({"general": True} if each.record in general else {}) for each in every
        ],
        **{kind: list(getattr(found, kind)) for kind in comparisons.ABSENCES},
    }


def _state(phrases: Phrases, code: str) -> dict[str, str]:
    return {
        "code": code,
        "name": phrases.localizer.state(code),
        "address": address(Target("state", code)),
    }


def _adherence(phrases: Phrases, each: Adherence) -> dict[str, Any]:
    party = each.party
    bound = phrases.corpus.is_bound(each.record, party)
    when = joined_since(phrases, each) if bound else sentences.joined_when(phrases, each.record, party)
    since = phrases.corpus.bound_since(each.record, party)
    return {
        **_of_state(phrases, "record", each.record, party, ADHERENCE_WITHOUT),
        **known(bound_since=since.day.text if since else None),
        "words": letters(when),
    }


def _of_state(phrases: Phrases, kind: str, owner: str, line: Any, without: str = "state") -> dict[str, Any]:
    """A line of a list of States of a record or mechanism, for the file of that State."""
    said, left = marked(phrases, owner, line), without.split()
    return {kind: owner, **{key: value for key, value in said.items() if key not in left}}
