"""A record as data: all that its page says. ``shapes_of_records`` says what each field means."""

from __future__ import annotations

from typing import Any

from generators.corpus import changes, comparisons, official_text, record_profile, timeline
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.corpus.parties import numbers
from generators.corpus.reporting import next_due
from generators.data import lines, names
from generators.data.marked import marked
from generators.data.names import known, meant
from generators.document.open_data.adherences import participation
from generators.document.phrases import Phrases
from generators.model.records import Record, Reporting
from generators.translate import texts


def record(phrases: Phrases, name: str) -> dict[str, Any]:
    """A record by its id."""
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    silent, unreadable, unread = _absent(corpus).get(name, ((), (), ()))
    return {
        "id": name,
        "record": names.record(phrases, name),
        "summary": meant(phrases, name, model.summary),
        "text": [
            marked(phrases, name, each) | known(by_rule=by_rule or None)
            for each, by_rule in official_text.places(model, phrases.language)
        ],
        **marked(phrases, name, model),
        "adopted": names.iso(model.adopted.date if model.adopted else None),
        "in_force": names.iso(model.in_force),
        "dates": [_moment(phrases, each) for each in timeline.timeline(corpus, name)],
        "relations": {kind: list(others) for kind, others in record_profile.relations(corpus, name)},
        **known(parties=_parties(phrases, name)),
        **_lines(phrases, name, model),
        **known(reporting=_reporting(phrases, name, model.reporting)),
        "silent": list(silent),
        "unreadable": list(unreadable),
        "unread": list(unread),
        **known(who_inferred=model.who_inferred or None),
        "answers": list(record_profile.answered_items(corpus, name)),
        **known(changed=_iso_day(changes.last(corpus, name)), review=model.review and model.review.due.text),
    }


def _moment(phrases: Phrases, each: timeline.Moment) -> dict[str, Any]:
    place = texts.place(phrases.corpus, each.place, phrases.language).text if each.place else None
    return {
        "what": each.what,
        **known(date=names.iso(each.day), place=place),
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
        **known(
            count=found and found.all_, count_as_of=names.iso(found.as_of) if found and of.count else None
        ),
        "states": [
            {
                **marked(phrases, name, each),
                **names.bound_since(phrases, name, each),
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
        "provisions": [
            lines.provision(phrases, LocatedProvision(name, anchor, each))
            for anchor, each in zip(anchors.provisions, model.provisions, strict=True)
        ],
        "steps": [
            lines.step(phrases, LocatedStep(name, anchor, each, number))
            for number, (anchor, each) in enumerate(zip(anchors.steps, model.steps, strict=True), 1)
        ],
        "objectives": [
            lines.aim(phrases, name, anchor, each)
            for anchor, each in zip(anchors.objectives, model.objectives, strict=True)
        ],
        "indicators": [
            lines.aim(phrases, name, anchor, each)
            for anchor, each in zip(anchors.indicators, model.indicators, strict=True)
        ],
    }


def _reporting(phrases: Phrases, name: str, duty: Reporting | None) -> dict[str, Any] | None:
    if duty is None:
        return None
    due = next_due(duty)
    return {
        **marked(phrases, name, duty),
        **known(next=due and due.day.text, next_computed=(due and due.computed) or None),
    }


def _absent(corpus: Corpus) -> dict[str, tuple[list[str], ...]]:
    """The topics on which each record is silent, those on which it could not be read, and those that nobody
    has looked for in it.
    """

    def made() -> dict[str, tuple[list[str], ...]]:
        found: dict[str, tuple[list[str], ...]] = {name: ([], [], []) for name in corpus.records}
        for topic in corpus.vocabularies.of("topics"):
            compared = comparisons.topic(corpus, topic)
            for place, records in enumerate((compared.silent, compared.unreadable, compared.unread)):
                for record in records:
                    found[record][place].append(topic)
        return found

    return corpus.cached(("absent topics",), made)


def _iso_day(day: Any) -> str | None:
    return day.isoformat() if day else None
