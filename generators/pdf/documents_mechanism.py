"""One mechanism as a chapter, with its records as chapters of their own."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import comparisons
from generators.corpus.cldr import sort_key
from generators.model.citations import last_read
from generators.model.mechanisms import Mechanism, Member
from generators.pdf import documents_record, parts, sentences
from generators.pdf.ink import Ink, Runs, joined
from generators.pdf.parts import Part


def chapter(ink: Ink, name: str, level: int) -> Iterator[Part]:
    """All that is recorded of a mechanism, without its name; sections stand at ``level``."""
    corpus, model = ink.corpus, ink.corpus.mechanisms[name]
    yield from parts.paras((ink.note(ink.localizer.title(name)), "src"), (_facts(ink, name, model), "facts"))
    yield parts.heading(level, ink.say("Identity"))
    yield parts.facts(_identity(ink, name, model))
    for label, text in (
        (ink.say("Who carries the work against trafficking"), model.trafficking_body),
        (ink.say("What it may ask of States"), model.powers),
    ):
        if text:
            yield parts.heading(level, label)
            yield parts.para(ink.said(name, text))
    if records := corpus.records_of.get(name, ()):
        yield parts.heading(level, ink.say("Standards, plans and procedures"))
        yield parts.bullets(record_line(ink, record) for record in records)
    yield from _topics(ink, name, level)
    yield from _reports(ink, name, level)
    yield from _members(ink, name, model, level)
    yield from documents_record.sources(ink, model.sources, level)


def with_records(ink: Ink, name: str, level: int, records: tuple[str, ...]) -> Iterator[Part]:
    """The mechanism's chapter below a heading at ``level``, and a chapter for each of the records, one level
    further down.
    """
    yield parts.chapter(level, ink.plain(ink.localizer.title(name)), name, new_page=bool(records))
    yield from chapter(ink, name, level + 1)
    yield from records_of(ink, records, level + 1, new_page=False)


def records_of(ink: Ink, records: tuple[str, ...], level: int, new_page: bool) -> Iterator[Part]:
    """A chapter for each of the records, with its title as a heading at ``level``."""
    for record in records:
        yield parts.chapter(level, ink.plain(ink.localizer.title(record)), record, new_page)
        yield from documents_record.chapter(ink, record, level + 1)


def record_line(ink: Ink, record: str) -> Runs:
    """A record in a list: year, force, title, status, confidence."""
    model, day = ink.corpus.records[record], ink.corpus.day(record)
    about = joined(
        (
            ink.word("types", model.type),
            ink.force(model.binding),
            sentences.status(ink, record),
            ink.grade(model.confidence),
        )
    )
    return [*([f"{day.year} "] if day else []), *ink.title(record), " ", *sentences.small(about)]


def _facts(ink: Ink, name: str, model: Mechanism) -> Runs:
    members = len(ink.corpus.members_today(name))
    return joined(
        (
            ink.word("mechanism-kinds", model.kind),
            ink.plain(ink.localizer.short(name)) if model.acronyms else [],
            [*ink.say("founded {date}", date=ink.date(model.founded)), *_own(ink, name, "founded")]
            if model.founded
            else [],
            ink.numbered("{n} member", "{n} members", members) if members else [],
            ink.graded(model.confidence),
        )
    )


def _identity(ink: Ink, name: str, model: Mechanism) -> Iterator[tuple[Runs, Runs]]:
    say, corpus = ink.say, ink.corpus
    yield say("Region"), sentences.regions(ink, name)
    yield say("Part of"), joined(ink.title(parent) for parent in model.part_of if parent in corpus.mechanisms)
    yield say("Its bodies"), joined(ink.title(body) for body in corpus.bodies_of.get(name, ()))
    yield (
        say("Working languages"),
        joined([ink.localizer.language_name(tag)] for tag in model.working_languages),
    )
    if model.seat:
        country = ink.state(model.seat.country) if model.seat.country else []
        where = joined(([model.seat.city], country), ink.localizer.comma)
        yield say("Seat"), [*where, *_own(ink, name, "seat")]
    yield say("Website"), ink.address(model.website) if model.website else []
    if model.contact:
        office = ink.said(name, model.contact.office) if model.contact.office else []
        yield say("Contact"), joined((office, ink.address(model.contact.url) if model.contact.url else []))
    read = last_read(model.sources)
    yield say("Sources last read"), ink.date(read) if read else []
    yield say("Next review due"), ink.date(model.review.due) if model.review else []
    for language, official in sorted(model.official_names.items()):
        if language != ink.localizer.language:
            yield (
                say("Name in: {language}", language=[ink.localizer.language_name(language)]),
                ink.tagged(language, official),
            )


def _own(ink: Ink, name: str, key: str) -> Runs:
    """The sign of one value's confidence, where that is not the mechanism's."""
    model = ink.corpus.mechanisms[name]
    sure = ink.corpus.confidence_of(name, model.seat if key == "seat" else key)
    return [" ", *ink.grade(sure)] if sure != model.confidence else []


def _topics(ink: Ink, name: str, level: int) -> Iterator[Part]:
    if found := comparisons.matrix_of(ink.corpus, name):
        yield parts.heading(level, ink.say("Topics its texts speak on"))
        yield parts.bullets(
            joined(
                (
                    [ink.strength(sign.strength), " ", *ink.word("topics", topic)],
                    sentences.small([ink.label("strengths", sign.strength)]),
                    sentences.small(
                        ink.say("{record}, {ref}", record=ink.short(sign.record), ref=ink.ref(sign.ref))
                    ),
                    ink.grade(sign.grade),
                )
            )
            for topic, sign in found
        )


def _reports(ink: Ink, name: str, level: int) -> Iterator[Part]:
    if found := comparisons.reported(ink.corpus, name):
        duties = ((record, ink.corpus.records[record].reporting) for record in found)
        yield parts.heading(level, ink.say("Reports it receives"))
        yield parts.bullets(
            joined(
                (
                    ink.title(record),
                    ink.say("every {length}", length=sentences.value(ink, duty.every)) if duty.every else [],
                )
            )
            for record, duty in duties
        )


def _members(ink: Ink, name: str, model: Mechanism, level: int) -> Iterator[Part]:
    members = sorted(model.members, key=lambda member: sort_key(ink.localizer.state(member.state)))
    now, coming, former = (
        [_member(ink, name, each) for each in members if ink.corpus.phase(each) == phase]
        for phase in ("now", "ahead", "past")
    )
    yield parts.heading(level, ink.say("Members"))
    if now:
        as_of = ink.say("as of {date}", date=ink.date(model.members_as_of)) if model.members_as_of else []
        yield parts.para(
            [
                *joined((ink.numbered("{n} State", "{n} States", len(now)), as_of), ink.localizer.comma),
                *_own(ink, name, "members"),
            ],
            "src",
        )
        yield parts.bullets(now, 2)
    else:
        yield parts.para(ink.say("Its members are not recorded here."))
    if coming:
        yield parts.para([*ink.say("To come"), ink.localizer.colon])
        yield parts.bullets(coming, 2)
    if former:
        yield parts.para([*ink.say("Former members"), ":"])
        yield parts.bullets(former, 2)
    if model.changes:
        yield parts.bullets(
            [
                *joined(
                    (ink.state(each.state), ink.date(each.date) if each.date else []), ink.localizer.comma
                ),
                ink.localizer.colon,
                *ink.said(name, each.says),
            ]
            for each in model.changes
        )


def _member(ink: Ink, name: str, member: Member) -> Runs:
    own = [member.as_] if member.as_ else []
    more = joined(
        (
            own,
            sentences.span(ink, member.since, member.until),
            ink.said(name, member.note) if member.note else [],
            ink.grade(member.confidence) if member.confidence else [],
        )
    )
    return sentences.in_brackets(ink.state(member.state), more)
