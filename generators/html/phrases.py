"""Sentences that several pages say of a record or a mechanism: where it stands, when, with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from generators.corpus import addresses
from generators.corpus.cldr import sort_key
from generators.corpus.timeline import timeline as timeline_of
from generators.html.desk import Desk
from generators.model.records import Party, Period, Reporting
from generators.text.partial_dates import PartialDate


def status(desk: Desk, record: str) -> Markup:
    """A record's status with its date or successor: "in force since 1 February 2008"."""
    code, model = desk.corpus.status(record), desk.corpus.records[record]
    if code == "in-force" and model.in_force:
        return desk.say("in force since {date}", date=desk.date(model.in_force))
    if code == "superseded":
        heirs = desk.corpus.successors(record)
        return desk.say(
            "superseded by {record}", record=desk.listing(desk.short_record(heir) for heir in heirs)
        )
    end = (model.period.extended_to or model.period.to) if model.period else None
    if code == "expired" and end:
        return desk.say("expired: its period ended {date}", date=desk.date(end))
    if code == "extended" and end:
        return desk.say("extended to {date}", date=desk.date(end))
    if code == "adopted" and model.adopted and model.adopted.date:
        return desk.say("adopted {date}", date=desk.date(model.adopted.date))
    return Markup(escape(desk.label("statuses", code)))


def parties(desk: Desk, record: str) -> Markup:
    """How many parties a record has, where that is known."""
    number = desk.corpus.party_count(record)
    return (
        desk.numbered("{n} party", "{n} parties", number)
        if number and desk.corpus.records[record].binding
        else Markup("")
    )


def adopters(desk: Desk, record: str) -> Markup:
    """Links to the mechanisms that adopted a record, by name."""
    return desk.listing(
        desk.link(addresses.record(name), desk.name(name)) for name in desk.corpus.adopters(record)
    )


def acronyms(desk: Desk, record: str) -> Markup:
    """Links to the mechanisms that adopted a record, by acronym."""
    return desk.listing(desk.short_record(name) for name in desk.corpus.adopters(record))


def regions(desk: Desk, owner: str) -> Markup:
    """Links to the regions of a record or mechanism."""
    return desk.listing(desk.entry("regions", "regions", code) for code in desk.corpus.regions(owner))


def force(desk: Desk, binding: bool) -> Markup:
    """§ binding, or ¶ not binding, sign and word."""
    label = desk.label("forces", "binding" if binding else "not-binding")
    return Markup(f'<span class="nw">{desk.force(binding)} {escape(label)}</span>')


def facts(desk: Desk, record: str) -> Markup:
    """One line on a record: type, force, status, parties, mechanisms."""
    model = desk.corpus.records[record]
    kind = Markup(escape(desk.label("types", model.type)))
    return desk.listing(
        (
            kind,
            force(desk, model.binding),
            status(desk, record),
            parties(desk, record),
            adopters(desk, record),
        )
    )


def row(desk: Desk, record: str, grade: str = "") -> Markup:
    """A record in a list: year, force, link, type, status, and how sure that is (``grade``; else the record's
    own).
    """
    return desk.once(
        ("row", desk.root, record, grade),
        lambda: _row(desk, record, grade or desk.corpus.records[record].confidence),
    )


def _row(desk: Desk, record: str, grade: str) -> Markup:
    model = desk.corpus.records[record]
    more = f"{desk.word('types', model.type)} · {status(desk, record)} · {desk.grade(grade)}"
    return Markup(
        f'<li><span class="yr">{year(desk, record)}</span> {desk.force(model.binding)} {desk.record(record)} <span class="src">{more}</span></li>\n'
    )


def year(desk: Desk, record: str) -> str:
    """The year by which a record is put in order of time; empty where no day is known."""
    day = desk.corpus.day(record)
    return str(day.year) if day else ""


def duty(desk: Desk, record: str, duty: Reporting) -> Markup:
    """A duty to report: the record that sets it, to whom, how often, when next, and where it says so."""
    parts = [f"{desk.short_record(record, 'reporting')}{desk.localizer.colon}{desk.said(record, duty.to)}"]
    if duty.every:
        parts.append(desk.say("every {length}", length=value(desk, duty.every)))
    if duty.next:
        parts.append(desk.say("next {date}", date=desk.date(duty.next)))
    return Markup(" · ".join(parts) + (f' <span class="src">{desk.ref(duty.ref)}</span>' if duty.ref else ""))


def span(desk: Desk, since: PartialDate | None, until: PartialDate | None) -> Markup:
    """An interval of membership or force in words; empty where neither end is known."""
    if since and until:
        return desk.say("{since} to {until}", since=desk.date(since), until=desk.date(until))
    if since:
        return desk.say("since {date}", date=desk.date(since))
    return desk.say("until {date}", date=desk.date(until)) if until else Markup("")


def party(desk: Desk, party: Party) -> Markup:
    """How and when a State joined a text, since when it is in force for it, and until when."""
    how = Markup(escape(desk.label("ratification-ways", party.how))) if party.how else Markup("")
    for_it = (
        desk.say("in force for it from {date}", date=desk.date(party.in_force_since))
        if party.in_force_since
        else Markup("")
    )
    return desk.listing((how, span(desk, party.since, party.until), for_it))


def period(desk: Desk, span_: Period) -> Markup:
    """The period of a plan."""
    ends = span_.extended_to or span_.to
    if span_.from_ and ends:
        return desk.say("{since} to {until}", since=desk.date(span_.from_), until=desk.date(ends))
    if span_.from_:
        return desk.say("from {date}, no end set", date=desk.date(span_.from_))
    return desk.say("until {date}", date=desk.date(ends)) if ends else Markup("")


def value(desk: Desk, measured: Mapping[str, int] | None) -> str:
    """A typed value in words."""
    return desk.localizer.measure(dict(measured)) if measured else ""


def states(desk: Desk, codes: Iterable[str]) -> Markup:
    """Links to States, in the order of their names in this language."""
    return Markup(desk.localizer.comma).join(
        desk.state(code) for code in sorted(codes, key=lambda code: sort_key(desk.localizer.state(code)))
    )


def moment(desk: Desk, what: str) -> Markup:
    """What happened to a record, as its time line calls it."""
    return {
        "adopted": desk.say("Adopted"),
        "signature": desk.say("Opened for signature"),
        "in-force": desk.say("In force"),
        "applies-from": desk.say("Applies from"),
        "transposition-due": desk.say("To be transposed by"),
        "period-from": desk.say("Period begins"),
        "period-to": desk.say("Period ends"),
        "extended-to": desk.say("Extended to"),
    }[what]


def timeline(desk: Desk, record: str) -> list[tuple[Markup, Markup]]:
    """What happened when, in order of time: label, and date with place, each with the sign of its confidence
    where that is not the record's.
    """
    own = desk.corpus.records[record].confidence

    def signed(said: Markup, sure: str) -> Markup:
        return said + (Markup(" ") + desk.grade(sure) if sure != own else Markup(""))

    rows = []
    for each in timeline_of(desk.corpus, record):
        alike = each.place and each.place_confidence == each.confidence  # one sign, after both
        parts = [signed(desk.date(each.day), own if alike else each.confidence)] if each.day else []
        parts += [signed(Markup(escape(each.place)), each.place_confidence)] if each.place else []
        rows.append((moment(desk, each.what), Markup(desk.localizer.comma).join(parts)))
    return rows
