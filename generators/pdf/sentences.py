"""What volumes say of a record or a mechanism in one line: where it stands, when, with whom. The same
sentences as on the pages, as runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.corpus.cldr import sort_key
from generators.corpus.timeline import timeline as timeline_of
from generators.model.records import Party, Period
from generators.pdf.ink import Ink, Runs, joined
from generators.text.partial_dates import PartialDate


def status(ink: Ink, record: str) -> Runs:
    """A record's status with its date or successor: "in force since 1 February 2008"."""
    code, model = ink.corpus.status(record), ink.corpus.records[record]
    if code == "in-force" and model.in_force:
        return ink.say("in force since {date}", date=ink.date(model.in_force))
    if code == "superseded":
        return ink.say(
            "superseded by {record}",
            record=joined(ink.short(heir) for heir in ink.corpus.successors(record)),
        )
    end = (model.period.extended_to or model.period.to) if model.period else None
    if code == "expired" and end:
        return ink.say("expired: its period ended {date}", date=ink.date(end))
    if code == "extended" and end:
        return ink.say("extended to {date}", date=ink.date(end))
    if code == "adopted" and model.adopted and model.adopted.date:
        return ink.say("adopted {date}", date=ink.date(model.adopted.date))
    return [ink.label("statuses", code)]


def facts(ink: Ink, record: str) -> Runs:
    """One line on a record: type, force, status, parties, mechanisms."""
    corpus, model = ink.corpus, ink.corpus.records[record]
    number = corpus.party_count(record)
    parties = ink.numbered("{n} party", "{n} parties", number) if number and model.binding else []
    kind = ink.word("types", model.type)
    return joined((kind, ink.force(model.binding), status(ink, record), parties, adopters(ink, record)))


def adopters(ink: Ink, record: str) -> Runs:
    """The mechanisms that adopted a record, by name."""
    return joined(ink.title(name) for name in ink.corpus.adopters(record))


def acronyms(ink: Ink, record: str) -> Runs:
    """The mechanisms that adopted a record, by acronym."""
    return joined(ink.short(name) for name in ink.corpus.adopters(record))


def regions(ink: Ink, owner: str) -> Runs:
    """The regions of a record or mechanism."""
    return joined(ink.word("regions", code) for code in ink.corpus.regions(owner))


def span(ink: Ink, since: PartialDate | None, until: PartialDate | None) -> Runs:
    """An interval of membership or force in words; empty where neither end is known."""
    if since and until:
        return ink.say("{since} to {until}", since=ink.date(since), until=ink.date(until))
    if since:
        return ink.say("since {date}", date=ink.date(since))
    return ink.say("until {date}", date=ink.date(until)) if until else []


def party(ink: Ink, party: Party) -> Runs:
    """How and when a State joined a text, since when it is in force for it, and until when."""
    day = party.in_force_since
    return joined(
        (
            ink.word("ratification-ways", party.how) if party.how else [],
            span(ink, party.since, party.until),
            ink.say("in force for it from {date}", date=ink.date(day)) if day else [],
        )
    )


def period(ink: Ink, of: Period) -> Runs:
    """The period of a plan."""
    ends = of.extended_to or of.to
    if of.from_ and ends:
        return ink.say("{since} to {until}", since=ink.date(of.from_), until=ink.date(ends))
    if of.from_:
        return ink.say("from {date}, no end set", date=ink.date(of.from_))
    return ink.say("until {date}", date=ink.date(ends)) if ends else []


def value(ink: Ink, measured: Mapping[str, int] | None) -> Runs:
    """A typed value in words."""
    return [ink.localizer.measure(dict(measured))] if measured else []


def states(ink: Ink, codes: Iterable[str]) -> Runs:
    """States, in the order of their names in this language."""
    return joined(
        [[name] for name in sorted((ink.localizer.state(code) for code in codes), key=sort_key)],
        ink.localizer.comma,
    )


def words(ink: Ink, name: str, codes: Iterable[str]) -> Runs:
    """Labels of a list in a row."""
    return joined((ink.word(name, code) for code in codes), ink.localizer.comma)


def moment(ink: Ink, what: str) -> Runs:
    """What happened to a record, as its time line calls it."""
    return {
        "adopted": ink.say("Adopted"),
        "signature": ink.say("Opened for signature"),
        "in-force": ink.say("In force"),
        "applies-from": ink.say("Applies from"),
        "transposition-due": ink.say("To be transposed by"),
        "period-from": ink.say("Period begins"),
        "period-to": ink.say("Period ends"),
        "extended-to": ink.say("Extended to"),
    }[what]


def timeline(ink: Ink, record: str) -> list[tuple[Runs, Runs]]:
    """What happened when, in order of time: label, and date with place, each with the sign of its confidence
    where that is not the record's.
    """
    own = ink.corpus.records[record].confidence

    def signed(said: Runs, sure: str) -> Runs:
        return [*said, " ", *ink.grade(sure)] if sure != own else said

    rows = []
    for each in timeline_of(ink.corpus, record):
        alike = each.place and each.place_confidence == each.confidence  # one sign, after both
        parts = [signed(ink.date(each.day), own if alike else each.confidence)] if each.day else []
        parts += [signed([each.place], each.place_confidence)] if each.place else []
        rows.append((moment(ink, each.what), joined(parts, ink.localizer.comma)))
    return rows


def in_brackets(first: Runs, more: Runs) -> Runs:
    """A name, and in small letters what is to be known of it."""
    return [*first, " ", {"t": "(", "k": "src"}, *small(more), {"t": ")", "k": "src"}] if more else first


def small(runs: Runs) -> Runs:
    """Runs in small letters; those with a style of their own keep it."""
    return [
        {"t": run, "k": "src"} if isinstance(run, str) else run if run.get("k") else run | {"k": "src"}
        for run in runs
    ]
