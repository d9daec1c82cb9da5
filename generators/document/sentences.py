"""What is said of a record or a mechanism in one line: where it stands, when, with whom, since when."""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus.anchors import source_anchor
from generators.corpus.cldr import sort_key
from generators.corpus.timeline import Moment
from generators.corpus.timeline import timeline as timeline_of
from generators.document.blocks import Item
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Run, Runs, Shared, joined
from generators.model.citations import Source
from generators.model.records import Party, Period, Reporting
from generators.text.partial_dates import PartialDate


def status(say: Phrases, record: str) -> list[Run]:
    """A record's status with its date or successor: "in force since 1 February 2008"."""
    return [say.shared(("status", record), lambda: _status(say, record))]


def _status(say: Phrases, record: str) -> list[Run]:
    corpus = say.corpus
    code, model = corpus.status(record), corpus.records[record]
    if code == "in-force" and model.in_force:
        return say.ui("in force since {date}", date=say.date(model.in_force))
    if code == "superseded":
        heirs = joined(say.name(heir) for heir in corpus.successors(record))
        return say.ui("superseded by {record}", record=heirs)
    end = (model.period.extended_to or model.period.to) if model.period else None
    if code == "expired" and end:
        return say.ui("expired: its period ended {date}", date=say.date(end))
    if code == "extended" and end:
        return say.ui("extended to {date}", date=say.date(end))
    if code == "adopted" and model.adopted and model.adopted.date:
        return say.ui("adopted {date}", date=say.date(model.adopted.date))
    return say.label("statuses", code)


def parties(say: Phrases, record: str) -> list[Run]:
    """How many parties a binding record has, where that is known."""
    number = say.corpus.party_count(record)
    return (
        say.counted("{n} party", "{n} parties", number)
        if number and say.corpus.records[record].binding
        else []
    )


def facts(say: Phrases, record: str) -> list[Run]:
    """One line on a record: type, force, status, parties, mechanisms."""
    model = say.corpus.records[record]
    kind = say.label("types", model.type)
    return joined(
        (kind, say.force(model.binding), status(say, record), parties(say, record), adopters(say, record))
    )


def adopters(say: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by name."""
    return joined(say.title_link(name) for name in say.corpus.adopters(record))


def acronyms(say: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by acronym."""
    return [
        say.shared(
            ("acronyms", record), lambda: joined(say.name(name) for name in say.corpus.adopters(record))
        )
    ]


def regions(say: Phrases, owner: str) -> list[Run]:
    """The regions of a record or mechanism."""
    return joined(say.entry("regions", code) for code in say.corpus.regions(owner))


def span(say: Phrases, since: PartialDate | None, until: PartialDate | None) -> list[Run]:
    """An interval of membership or force in words; empty where neither end is known."""
    if since and until:
        return say.ui("{since} to {until}", since=say.date(since), until=say.date(until))
    if since:
        return say.ui("since {date}", date=say.date(since))
    return say.ui("until {date}", date=say.date(until)) if until else []


def period(say: Phrases, of: Period | None) -> list[Run]:
    """The period of a plan; empty where there is none."""
    if of is None:
        return []
    ends = of.extended_to or of.to
    if of.from_ and ends:
        return say.ui("{since} to {until}", since=say.date(of.from_), until=say.date(ends))
    if of.from_:
        return say.ui("from {date}, no end set", date=say.date(of.from_))
    return say.ui("until {date}", date=say.date(ends)) if ends else []


def states(say: Phrases, codes: Iterable[str]) -> list[Run]:
    """States in a row, in the order of their names in this language."""
    ordered = sorted(codes, key=lambda code: sort_key(say.localizer.state(code)))
    return joined((say.state(code) for code in ordered), say.localizer.comma)


def labels(say: Phrases, of: str, codes: Iterable[str]) -> list[Run]:
    """Labels of a list in a row."""
    return joined((say.label(of, code) for code in codes), say.localizer.comma)


def names(say: Phrases, owners: Iterable[str]) -> list[Run]:
    """Records or mechanisms in a row, by their shortest usual names."""
    return joined(say.name(owner) for owner in owners)


def timeline(say: Phrases, record: str) -> list[tuple[list[Run], list[Run]]]:
    """What happened to a record when, in order of time: label, and date with place, each with the sign of its
    confidence where that is not the record's.
    """
    return [_moment(say, record, each) for each in timeline_of(say.corpus, record)]


def _moment(say: Phrases, record: str, each: Moment) -> tuple[list[Run], list[Run]]:
    alike = each.place and each.place_confidence == each.confidence  # one sign, after both
    of_day = [] if alike else own_confidence(say, record, each.confidence)
    day = [*say.date(each.day), *of_day] if each.day else []
    place = [each.place, *own_confidence(say, record, each.place_confidence)] if each.place else []
    return [_happened(say, each.what)], joined((day, place), say.localizer.comma)


def _happened(say: Phrases, what: str) -> str:
    ui = say.localizer.gettext
    return {
        "adopted": ui("Adopted"),
        "signature": ui("Opened for signature"),
        "in-force": ui("In force"),
        "applies-from": ui("Applies from"),
        "transposition-due": ui("To be transposed by"),
        "period-from": ui("Period begins"),
        "period-to": ui("Period ends"),
        "extended-to": ui("Extended to"),
    }[what]


def own_confidence(say: Phrases, owner: str, confidence: str) -> list[Run]:
    """The sign of one value's confidence, where that is not its record's or mechanism's."""
    return [" ", *say.confidence_sign(confidence)] if confidence != say.corpus.model(owner).confidence else []


def joined_when(say: Phrases, party: Party) -> list[Run]:
    """How and when a State joined a text, since when it is in force for it, and until when."""
    day = party.in_force_since
    return joined(
        (
            say.label("ratification-ways", party.how) if party.how else [],
            span(say, party.since, party.until),
            say.ui("in force for it from {date}", date=say.date(day)) if day else [],
        )
    )


def year(say: Phrases, record: str) -> str:
    """The year by which a record is put in order of time; empty where no day is known."""
    day = say.corpus.day(record)
    return str(day.year) if day else ""


def record_item(say: Phrases, record: str, confidence: str = "") -> Shared:
    """A record in a list: year, force, title, type, status, and how sure that is (``confidence``; else its
    own).
    """
    return say.shared(("item", record, confidence), lambda: _record_item(say, record, confidence))


def _record_item(say: Phrases, record: str, confidence: str) -> Item:
    model = say.corpus.records[record]
    sure = say.confidence_sign(confidence or model.confidence)
    about = joined((say.label("types", model.type), status(say, record), sure))
    runs = [*say.force_sign(model.binding), " ", *say.title_link(record)]
    return Item(runs, about, year(say, record))


def every(say: Phrases, duty: Reporting) -> list[Run]:
    """How often a report is due; empty where the record gives no interval."""
    return say.ui("every {length}", length=say.measure(duty.every)) if duty.every else []


def duty(say: Phrases, record: str) -> Shared:
    """A duty to report in a list: the record that sets it, to whom, how often, when next, and where it says
    so.
    """
    return say.shared(("duty", record), lambda: _duty(say, record, say.corpus.records[record].reporting))


def _duty(say: Phrases, record: str, of: Reporting) -> Item:
    to = say.labelled(say.name(record, "reporting"), say.text_of(record, of.to))
    following = say.ui("next {date}", date=say.date(of.next)) if of.next else []
    return Item(joined((to, every(say, of), following)), say.reference(of.ref))


def in_brackets(first: Runs, more: Runs) -> list[Run]:
    """A name, and in brackets what is to be known of it."""
    return [*first, " ", Annotation(["(", *more, ")"])] if more else list(first)


def source(say: Phrases, of: Source) -> Item:
    """A source: its title, which leads to its address where one was seen, what kind it is, and when it was
    read.
    """
    where = say.reference(f"{of.repo}/{of.path or ''}") if of.repo else say.ui("named, no address seen")
    about = joined(
        (
            [] if of.url else where,
            say.label("source-kinds", of.kind),
            say.ui("a third party's copy") if of.copy_ else [],
            say.ui("read {date}", date=say.date(of.seen)) if of.seen else [],
        )
    )
    anchor = source_anchor(of.id)
    return Item(say.outside(of.url, [of.title]) if of.url else [of.title], about, anchor=anchor)
