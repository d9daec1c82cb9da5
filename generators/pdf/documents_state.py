"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never read as "no"."""

from __future__ import annotations

from collections.abc import Iterator

from generators import compare
from generators.corpus import Corpus
from generators.pdf import documents_mechanism, parts, sentences
from generators.pdf.ink import Ink, Runs, joined
from generators.pdf.parts import Part
from generators.placed import Adherence, Membership, Placed
from generators.records import Reporting

OVER = ("superseded", "expired", "draft")


def chapter(ink: Ink, code: str, level: int) -> Iterator[Part]:
    """All that is recorded of a State, without its name; sections stand at ``level``."""
    corpus = ink.corpus
    adherences = corpus.adherences.get(code, ())
    bound = {each.record for each in adherences if corpus.is_party(each.party)}
    binding = [each for each in adherences if each.record in bound and corpus.records[each.record].binding]
    joined_ = [each for each in adherences if each.record in bound and not corpus.records[each.record].binding]
    own = tuple(dict.fromkeys(each.mechanism for each in corpus.memberships.get(code, ()) if corpus.is_member(each.member)))
    yield from _adherences(ink, level, ink.say("Binding texts it is party to"), binding)
    yield from _provisions(ink, level, bound)
    yield from _memberships(ink, code, level)
    if named := named_in(corpus, code):
        yield parts.heading(level, ink.say("Named as a party in the text; ratification not recorded here"))
        yield parts.bullets(ink.title(record) for record in named)
    yield from _adherences(ink, level, ink.say("No longer bound"), [each for each in adherences if not corpus.is_party(each.party)])
    yield from _adherences(ink, level, ink.say("Joined, without being bound"), joined_)
    yield from _standards(ink, level, own, bound)
    yield from _reports(ink, level, own, bound)
    yield from _not_recorded(ink, code, level, bound)


def named_in(corpus: Corpus, code: str) -> list[str]:
    """Records that name a State as their party, where ratification is not recorded."""
    return list(corpus.named.get(code, ()))


def _adherences(ink: Ink, level: int, title: Runs, each: list[Adherence]) -> Iterator[Part]:
    if each:
        yield parts.heading(level, title)
        yield parts.bullets(_adherence(ink, one) for one in each)


def _adherence(ink: Ink, each: Adherence) -> Runs:
    model, day, party = ink.corpus.records[each.record], ink.corpus.day(each.record), each.party
    how = ink.word("ratification-ways", party.how) if party.how else []
    grade = party.confidence or (model.parties and model.parties.confidence) or model.confidence
    about = joined((sentences.status(ink, each.record), how, sentences.span(ink, party.since, party.until), ink.grade(grade)))
    return [*([f"{day.year} "] if day else []), *ink.force(model.binding), " ", *ink.title(each.record), " ", *sentences.small(about)]


def _provisions(ink: Ink, level: int, bound: set[str]) -> Iterator[Part]:
    """The provisions that bind the State, by topic, with what they say: on paper there is no page to follow a link to."""
    records = ink.corpus.records
    by_topic = [
        (topic, [placed for placed in each if placed.record in bound and records[placed.record].binding])
        for topic, each in ink.corpus.by_topic.items()
    ]
    groups = [(ink.word("topics", topic), [_provision(ink, placed) for placed in each]) for topic, each in by_topic if each]
    if groups:
        yield parts.heading(level, ink.say("What they say, by topic"))
        yield parts.table([ink.say("What it says"), ink.say("Record"), ink.say("Where, and how strongly")], (48, 27, 25), groups)


def _provision(ink: Ink, placed: Placed) -> Part:
    each = placed.provision
    body = parts.paras((sentences.value(ink, each.value), "num"), (ink.said(placed.record, each.says), ""))
    strength = joined(([ink.label("strengths", each.strength)], ink.grade(ink.corpus.grade(placed.record, each))))
    signed = [{"k": "signed", "s": ink.strength(each.strength), "b": body}]
    return parts.row([signed, parts.paras((ink.short(placed.record), "")), parts.paras((ink.ref(each.ref), ""), (strength, "src"))])


def _memberships(ink: Ink, code: str, level: int) -> Iterator[Part]:
    corpus = ink.corpus
    memberships = corpus.memberships.get(code, ())
    now = [_membership(ink, each) for each in memberships if corpus.is_member(each.member)]
    past = [_membership(ink, each) for each in memberships if not corpus.is_member(each.member)]
    changes = [(name, change) for name, model in corpus.mechanisms.items() for change in model.changes if change.state == code]
    yield parts.heading(level, ink.say("Memberships"))
    yield parts.bullets(now, 2) if now else parts.para(ink.say("No membership is recorded here."))
    if past:
        yield parts.para([*ink.say("Former memberships"), ":"])
        yield parts.bullets(past, 2)
    if changes:
        yield parts.bullets(
            [*joined((ink.title(name), ink.date(change.date) if change.date else []), ink.voice.comma), ink.voice.colon, *ink.said(name, change.says)]
            for name, change in changes
        )


def _membership(ink: Ink, each: Membership) -> Runs:
    return sentences.in_brackets(ink.title(each.mechanism), sentences.span(ink, each.member.since, each.member.until))


def _standards(ink: Ink, level: int, own: tuple[str, ...], bound: set[str]) -> Iterator[Part]:
    """Records of the State's mechanisms that it need not join one by one, because they do not bind."""
    applicable = compare.standards(ink.corpus, own, bound)
    headings = {
        "instrument": ink.say("Standards of its mechanisms, not binding"),
        "action-plan": ink.say("Action plans of its mechanisms"),
        "sop": ink.say("Procedures of its mechanisms"),
    }
    for kind, title in headings.items():
        if of_kind := applicable.get(kind):
            yield parts.heading(level, title)
            yield parts.bullets(documents_mechanism.record_line(ink, record) for record in of_kind)


def _reports(ink: Ink, level: int, own: tuple[str, ...], bound: set[str]) -> Iterator[Part]:
    """Reports that the State owes: under texts it is party to, or plans of its mechanisms that still run; the ones with a date first."""
    corpus = ink.corpus
    found = []
    for record, model in corpus.records.items():
        owes = record in bound or (compare.for_members(corpus, record) and set(corpus.adopters(record)) & set(own))
        if model.reporting and model.reporting.by == "states" and owes and corpus.status(record) not in OVER:
            found.append((record, model.reporting))
    if found:
        found.sort(key=lambda pair: (pair[1].next.text if pair[1].next else "9999", pair[0]))
        yield parts.heading(level, ink.say("Reports due"))
        yield parts.bullets(_report(ink, record, duty) for record, duty in found)


def _report(ink: Ink, record: str, duty: Reporting) -> Runs:
    more = joined(
        (
            ink.said(record, duty.to),
            ink.say("every {length}", length=sentences.value(ink, duty.every)) if duty.every else [],
            ink.say("next {date}", date=ink.date(duty.next)) if duty.next else [],
            ink.ref(duty.ref) if duty.ref else [],
        )
    )
    return [*ink.title(record), ink.voice.colon, *more]


def _not_recorded(ink: Ink, code: str, level: int, bound: set[str]) -> Iterator[Part]:
    corpus = ink.corpus
    near, far = compare.unlisted(corpus, code, bound)
    unknown = [name for name, model in sorted(corpus.mechanisms.items()) if not model.members]
    yield parts.heading(level, ink.say("Not recorded here"))
    yield parts.para(ink.say("Nothing can be concluded for {state} from what is missing on this page.", state=ink.state(code)))
    yield parts.facts(
        [
            (ink.say("Binding texts whose parties are not listed here"), joined(ink.short(record) for record in near)),
            (ink.say("The same, of other regions"), joined(ink.short(record) for record in far)),
            (ink.say("Mechanisms whose members are not listed here"), joined(ink.short(name) for name in unknown)),
            (ink.say("National law"), ink.say("This site holds regional and global texts only.")),
        ]
    )
