"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never
read as "no".
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.located import Adherence, LocatedProvision, Membership
from generators.corpus.state_profile import StateProfile, state_profile
from generators.model.records import Reporting
from generators.pdf import documents_mechanism, parts, sentences
from generators.pdf.ink import Ink, Runs, joined
from generators.pdf.parts import Part


def chapter(ink: Ink, code: str, level: int) -> Iterator[Part]:
    """All that is recorded of a State, without its name; sections stand at ``level``."""
    found = state_profile(ink.corpus, code)
    yield from _adherences(ink, level, ink.say("Binding texts it is party to"), found.binding)
    yield from _provisions(ink, level, {each.record for each in found.binding})
    yield from _adherences(ink, level, ink.say("Joined, not yet in force for it"), found.pending)
    yield from _memberships(ink, code, level, found)
    if named := ink.corpus.named.get(code, ()):
        yield parts.heading(level, ink.say("Named as a party in the text; ratification not recorded here"))
        yield parts.bullets(ink.title(record) for record in named)
    yield from _adherences(ink, level, ink.say("No longer bound"), found.former)
    yield from _adherences(ink, level, ink.say("Joined, without being bound"), found.joined)
    yield from _standards(ink, level, found)
    yield from _reports(ink, level, found.reports)
    yield from _not_recorded(ink, code, level, found)


def _adherences(ink: Ink, level: int, title: Runs, each: tuple[Adherence, ...]) -> Iterator[Part]:
    if each:
        yield parts.heading(level, title)
        yield parts.bullets(_adherence(ink, one) for one in each)


def _adherence(ink: Ink, each: Adherence) -> Runs:
    model, day, party = ink.corpus.records[each.record], ink.corpus.day(each.record), each.party
    grade = ink.grade(ink.corpus.confidence_in(each.record, party))
    about = joined((sentences.status(ink, each.record), sentences.party(ink, party), grade))
    return [
        *([f"{day.year} "] if day else []),
        *ink.force(model.binding),
        " ",
        *ink.title(each.record),
        " ",
        *sentences.small(about),
    ]


def _provisions(ink: Ink, level: int, bound: set[str]) -> Iterator[Part]:
    """The provisions that bind the State, by topic, with what they say: on paper there is no page to follow a
    link to.
    """
    records = ink.corpus.records
    by_topic = [
        (topic, [placed for placed in each if placed.record in bound and records[placed.record].binding])
        for topic, each in ink.corpus.by_topic.items()
    ]
    groups = [
        (ink.word("topics", topic), [_provision(ink, placed) for placed in each])
        for topic, each in by_topic
        if each
    ]
    if groups:
        yield parts.heading(level, ink.say("What they say, by topic"))
        yield parts.table(
            [ink.say("What it says"), ink.say("Record"), ink.say("Where, and how strongly")],
            (48, 27, 25),
            groups,
        )


def _provision(ink: Ink, placed: LocatedProvision) -> Part:
    each = placed.provision
    body = parts.paras((sentences.value(ink, each.value), "num"), (ink.said(placed.record, each.says), ""))
    strength = joined(
        ([ink.label("strengths", each.strength)], ink.grade(ink.corpus.confidence_of(placed.record, each)))
    )
    signed = [{"k": "signed", "s": ink.strength(each.strength), "b": body}]
    return parts.row(
        [
            signed,
            parts.paras((ink.short(placed.record), "")),
            parts.paras((ink.ref(each.ref), ""), (strength, "src")),
        ]
    )


def _memberships(ink: Ink, code: str, level: int, found: StateProfile) -> Iterator[Part]:
    corpus = ink.corpus
    now, ahead, past = (
        [_membership(ink, each) for each in of] for of in (found.now, found.ahead, found.past)
    )
    changes = [
        (name, change)
        for name, model in corpus.mechanisms.items()
        for change in model.changes
        if change.state == code
    ]
    yield parts.heading(level, ink.say("Memberships"))
    yield parts.bullets(now, 2) if now else parts.para(ink.say("No membership is recorded here."))
    if ahead:
        yield parts.para([*ink.say("To come"), ink.localizer.colon])
        yield parts.bullets(ahead, 2)
    if past:
        yield parts.para([*ink.say("Former memberships"), ":"])
        yield parts.bullets(past, 2)
    if changes:
        yield parts.bullets(
            [
                *joined((ink.title(name), ink.date(change.date) if change.date else []), ink.localizer.comma),
                ink.localizer.colon,
                *ink.said(name, change.says),
            ]
            for name, change in changes
        )


def _membership(ink: Ink, each: Membership) -> Runs:
    return sentences.in_brackets(
        ink.title(each.mechanism), sentences.span(ink, each.member.since, each.member.until)
    )


def _standards(ink: Ink, level: int, found: StateProfile) -> Iterator[Part]:
    """Records of the State's mechanisms that it need not join one by one, because they do not bind."""
    headings = {
        "instrument": ink.say("Standards of its mechanisms, not binding"),
        "action-plan": ink.say("Action plans of its mechanisms"),
        "sop": ink.say("Procedures of its mechanisms"),
    }
    for kind, title in headings.items():
        if of_kind := found.standards.get(kind):
            yield parts.heading(level, title)
            yield parts.bullets(documents_mechanism.record_line(ink, record) for record in of_kind)


def _reports(ink: Ink, level: int, records: tuple[str, ...]) -> Iterator[Part]:
    """Reports that the State owes: under texts it is party to, or plans of its mechanisms that still run; the
    ones with a date first.
    """
    if records:
        yield parts.heading(level, ink.say("Reports due"))
        yield parts.bullets(_report(ink, record, ink.corpus.records[record].reporting) for record in records)


def _report(ink: Ink, record: str, duty: Reporting) -> Runs:
    more = joined(
        (
            ink.said(record, duty.to),
            ink.say("every {length}", length=sentences.value(ink, duty.every)) if duty.every else [],
            ink.say("next {date}", date=ink.date(duty.next)) if duty.next else [],
            ink.ref(duty.ref) if duty.ref else [],
        )
    )
    return [*ink.title(record), ink.localizer.colon, *more]


def _not_recorded(ink: Ink, code: str, level: int, found: StateProfile) -> Iterator[Part]:
    corpus = ink.corpus
    unknown = [name for name, model in sorted(corpus.mechanisms.items()) if not model.members]
    yield parts.heading(level, ink.say("Not recorded here"))
    yield parts.para(
        ink.say(
            "Nothing can be concluded for {state} from what is missing on this page.", state=ink.state(code)
        )
    )
    yield parts.facts(
        [
            (
                ink.say("Binding texts whose parties are not listed here"),
                joined(ink.short(record) for record in found.unlisted_nearby),
            ),
            (
                ink.say("The same, of other regions"),
                joined(ink.short(record) for record in found.unlisted_elsewhere),
            ),
            (
                ink.say("Mechanisms whose members are not listed here"),
                joined(ink.short(name) for name in unknown),
            ),
            (ink.say("National law"), ink.say("This site holds regional and global texts only.")),
        ]
    )
