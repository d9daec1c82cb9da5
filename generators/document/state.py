"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never
read as "no".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generators.corpus import parties as parties_of
from generators.corpus.located import Adherence, LocatedProvision, Membership
from generators.corpus.state_profile import StateProfile, state_profile
from generators.document import parties, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.mechanism import change
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, Shared, joined


def document(phrases: Phrases, code: str, with_sentences: bool = False) -> Document:
    """All that is recorded of a State (``code`` is alpha-3), without its name. ``with_sentences`` says what
    each provision that binds it says; without, where it stands.
    """
    found = state_profile(phrases.corpus, code)
    topics = _sentences if with_sentences else _places
    sections = [
        _adherences(phrases, phrases.ui("Binding texts it is party to"), found.binding, "binding"),
        topics(phrases, found.binding),
        _adherences(phrases, phrases.ui("Joined, not yet in force for it"), found.pending, "pending"),
        _signed(phrases, code),
        _memberships(phrases, code, found),
        _named(phrases, code),
        _adherences(phrases, phrases.ui("No longer bound"), found.former, "left"),
        _joined(phrases, found),
        *_standards(phrases, found),
        _reports(phrases, found),
        _not_recorded(phrases, code, found),
    ]
    return Document([], [section for section in sections if section])


def _adherences(phrases: Phrases, heading: Runs, each: tuple[Adherence, ...], anchor: str) -> Section | None:
    items = [parties.adherence(phrases, one) for one in each]
    return Section(heading, [List(items, "records")], anchor) if items else None


def _signed(phrases: Phrases, code: str) -> Section | None:
    items = [parties.signature(phrases, each) for each in parties_of.signed(phrases.corpus, code)]
    return Section(phrases.ui("Signed, not joined"), [List(items, "records")], "signed") if items else None


# -- what the binding texts say --------------------------------------------------------------------------


def _places(phrases: Phrases, binding: tuple[Adherence, ...]) -> Section | None:
    """The provisions that bind the State, by topic: where each stands and how strong it is."""
    items = phrases.cached(("places",), lambda: _places_by_record(phrases))
    own = [items[each.record] for each in binding if each.record in items]
    by_topic = (
        (topic, [item for each in own for item in each.get(topic, ())]) for topic in phrases.corpus.by_topic
    )
    rows = [
        Fact(phrases.entry("topics", topic), blocks=[List(each, "bare")]) for topic, each in by_topic if each
    ]
    return Section(phrases.ui("What they say, by topic"), [Facts(rows, "lists")], "topics") if rows else None


def _places_by_record(phrases: Phrases) -> dict[str, dict[str, list[Shared]]]:
    """The provisions of each binding record, by topic, as items of a list: the same for every State that it
    binds.
    """
    found: dict[str, dict[str, list[Shared]]] = defaultdict(lambda: defaultdict(list))
    for topic, each in phrases.corpus.by_topic.items():
        for located in each:
            if phrases.corpus.records[located.record].binding:
                key = ("place", located.record, located.anchor)
                item = phrases.shared(key, lambda located=located: _place(phrases, located))
                found[located.record][topic].append(item)
    return found


def _place(phrases: Phrases, located: LocatedProvision) -> Item:
    where = phrases.cited(phrases.name(located.record, located.anchor), located.provision.ref, located.record)
    sure = phrases.confidence_sign(phrases.corpus.confidence_of(located.record, located.provision))
    return Item([phrases.strength(located.provision.strength), " ", *where, " ", *sure])


def _sentences(phrases: Phrases, binding: tuple[Adherence, ...]) -> Section | None:
    """The provisions that bind the State, by topic, with what they say."""
    bound = {each.record for each in binding}
    by_topic = (
        (topic, [_row(phrases, located) for located in each if located.record in bound])
        for topic, each in phrases.corpus.by_topic.items()
    )
    groups = [Group(phrases.entry("topics", topic), rows) for topic, rows in by_topic if rows]
    if not groups:
        return None
    heading = phrases.ui("What they say, by topic")
    table = Table(heading, [phrases.ui("Record"), phrases.ui("What it says")], groups, "provisions")
    return Section(heading, [table], "topics")


def _row(phrases: Phrases, located: LocatedProvision) -> Row:
    each = located.provision
    about = joined(
        (
            phrases.reference(each.ref, located.record),
            phrases.label("strengths", each.strength),
            phrases.confidence(phrases.corpus.confidence_of(located.record, each)),
        )
    )
    sign = phrases.sign("strengths", each.strength, True)
    entry = Entry(
        phrases.text_of(located.record, each.says), [about], value=sentences.value(phrases, each), sign=sign
    )
    return Row([[Paragraph(phrases.name(located.record))], [Entries([entry], "cells")]])


# -- memberships -----------------------------------------------------------------------------------------


def _memberships(phrases: Phrases, code: str, found: StateProfile) -> Section:
    blocks: list[Block] = []
    if found.now:
        blocks.append(List([_membership(phrases, each) for each in found.now], "columns"))
    else:
        blocks.append(Paragraph(phrases.ui("No membership is recorded here.")))
    for label, each_of in (
        (phrases.ui("To come"), found.ahead),
        (phrases.ui("Former memberships"), found.past),
    ):
        if each_of:
            items = [_membership(phrases, each) for each in each_of]
            blocks += [Paragraph([*label, phrases.localizer.colon]), List(items, "columns")]
    changes = [
        Item(change(phrases, name, phrases.name(name), each))
        for name, model in phrases.corpus.mechanisms.items()
        for each in model.changes
        if each.state == code
    ]
    return Section(phrases.ui("Memberships"), [*blocks, *([List(changes)] if changes else [])], "memberships")


def _membership(phrases: Phrases, each: Membership) -> Item:
    return Item(
        phrases.title_link(each.mechanism), sentences.span(phrases, each.member.since, each.member.until)
    )


def _named(phrases: Phrases, code: str) -> Section | None:
    records = sentences.names(phrases, parties_of.named(phrases.corpus).get(code, ()))
    heading = phrases.ui("Named as a party in the text; ratification not recorded here")
    return Section(heading, [Paragraph(records)], "named") if records else None


def _joined(phrases: Phrases, found: StateProfile) -> Section | None:
    """The texts that never bind: those that the State takes part in, will take part in, and did."""
    lists = (
        ([], found.joined),
        (phrases.ui("To come"), found.joining),
        (phrases.ui("No longer taking part"), found.parted),
    )
    blocks: list[Block] = []
    for label, each_of in lists:
        if label and each_of:
            blocks.append(Paragraph([*label, phrases.localizer.colon]))
        if each_of:
            write = parties.adherence if label else _taken_part
            blocks.append(List([write(phrases, each) for each in each_of], "records"))
    return Section(phrases.ui("Joined, without being bound"), blocks, "joined") if blocks else None


def _taken_part(phrases: Phrases, each: Adherence) -> Shared:
    sure = phrases.corpus.confidence_in(each.record, each.party)
    return sentences.record_item(phrases, each.record, sure)


# -- what its mechanisms ask -----------------------------------------------------------------------------


def _standards(phrases: Phrases, found: StateProfile) -> Iterator[Section]:
    """Records of the State's mechanisms that it need not join one by one, because they do not bind."""
    ui = phrases.localizer.gettext
    headings = {
        "instrument": ui("Standards of its mechanisms, not binding"),
        "action-plan": ui("Action plans of its mechanisms"),
        "sop": ui("Procedures of its mechanisms"),
    }
    for number, (kind, records) in enumerate(found.standards.items()):
        counted = phrases.counted("{n} record", "{n} records", len(records))
        items = List([sentences.record_item(phrases, record) for record in records], "records")
        yield Section([headings[kind]], [Fold(counted, [items], open=not number)], kind)


def _reports(phrases: Phrases, found: StateProfile) -> Section | None:
    items = [sentences.duty(phrases, record) for record in found.reports]
    return Section(phrases.ui("Reports due"), [List(items)], "reports") if items else None


# -- what is not known -----------------------------------------------------------------------------------


def _not_recorded(phrases: Phrases, code: str, found: StateProfile) -> Section:
    here = [phrases.localizer.state(code)]
    warning = phrases.ui(
        "Nothing can be concluded for {state} from what is missing on this page.", state=here
    )
    elsewhere = _unlisted(phrases, found.unlisted_elsewhere)
    counted = phrases.counted("{n} record", "{n} records", len(found.unlisted_elsewhere))
    rows = [
        Fact(
            phrases.ui("Binding texts of which it is not known here whether the State is a party"),
            _unlisted(phrases, found.unlisted_nearby),
        ),
        Fact(
            phrases.ui("The same, of other regions"),
            blocks=[Fold(counted, [Paragraph(elsewhere)])] if elsewhere else (),
        ),
        Fact(phrases.ui("Mechanisms whose members are not listed here"), _unknown_members(phrases)),
        Fact(phrases.ui("National law"), phrases.ui("This site holds regional and global texts only.")),
    ]
    known = Facts([row for row in rows if row.value or row.blocks], "lists")
    return Section(phrases.ui("Not recorded here"), [Paragraph(warning), known], "not-recorded", "gap")


def _unlisted(phrases: Phrases, names: tuple[str, ...]) -> list[Run]:
    return [phrases.shared(("unlisted", names), lambda: sentences.names(phrases, names))] if names else []


def _unknown_members(phrases: Phrases) -> list[Run]:
    """The mechanisms whose members are not listed here."""
    unknown = tuple(name for name, model in sorted(phrases.corpus.mechanisms.items()) if not model.members)
    return _unlisted(phrases, unknown)


def overview(phrases: Phrases, codes: list[str]) -> Table:
    """A row a State: the binding texts it is party to, and its memberships."""
    rows = []
    for code in codes:
        found = state_profile(phrases.corpus, code)
        bound = sentences.names(phrases, dict.fromkeys(each.record for each in found.binding))
        own = sentences.names(phrases, dict.fromkeys(each.mechanism for each in found.now))
        rows.append(Row([[Paragraph(phrases.state(code))], [Paragraph(bound)], [Paragraph(own)]]))
    head = [phrases.ui("State"), phrases.ui("Binding texts it is party to"), phrases.ui("Memberships")]
    return Table(phrases.ui("States"), head, [Group([], rows)], "states")
