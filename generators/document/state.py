"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never
read as "no".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generators.corpus.located import Adherence, LocatedProvision, Membership
from generators.corpus.state_profile import StateProfile, state_profile
from generators.document import sentences
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


def document(say: Phrases, code: str, with_sentences: bool = False) -> Document:
    """All that is recorded of a State (``code`` is alpha-3), without its name. ``with_sentences`` says what
    each provision that binds it says; without, where it stands.
    """
    found = state_profile(say.corpus, code)
    topics = _sentences if with_sentences else _places
    sections = [
        _adherences(say, say.ui("Binding texts it is party to"), found.binding, "binding"),
        topics(say, found.binding),
        _adherences(say, say.ui("Joined, not yet in force for it"), found.pending, "pending"),
        _memberships(say, code, found),
        _named(say, code),
        _adherences(say, say.ui("No longer bound"), found.former, "left"),
        _joined(say, found),
        *_standards(say, found),
        _reports(say, found),
        _not_recorded(say, code, found),
    ]
    return Document([], [section for section in sections if section])


def _adherences(say: Phrases, heading: Runs, each: tuple[Adherence, ...], anchor: str) -> Section | None:
    items = [_adherence(say, one) for one in each]
    return Section(heading, [List(items, "records")], anchor) if items else None


def _adherence(say: Phrases, each: Adherence) -> Item:
    party, model = each.party, say.corpus.records[each.record]
    sure = say.confidence_sign(say.corpus.confidence_in(each.record, party))
    about = joined((sentences.status(say, each.record), sentences.joined_when(say, party), sure))
    runs = [*say.force_sign(model.binding), " ", *say.title_link(each.record)]
    return Item(runs, about, sentences.year(say, each.record))


# -- what the binding texts say --------------------------------------------------------------------------


def _places(say: Phrases, binding: tuple[Adherence, ...]) -> Section | None:
    """The provisions that bind the State, by topic: where each stands and how strong it is."""
    items = say.cached(("places",), lambda: _places_by_record(say))
    own = [items[each.record] for each in binding if each.record in items]
    by_topic = (
        (topic, [item for each in own for item in each.get(topic, ())]) for topic in say.corpus.by_topic
    )
    rows = [Fact(say.entry("topics", topic), blocks=[List(each, "bare")]) for topic, each in by_topic if each]
    return Section(say.ui("What they say, by topic"), [Facts(rows, "lists")], "topics") if rows else None


def _places_by_record(say: Phrases) -> dict[str, dict[str, list[Shared]]]:
    """The provisions of each binding record, by topic, as items of a list: the same for every State that it
    binds.
    """
    found: dict[str, dict[str, list[Shared]]] = defaultdict(lambda: defaultdict(list))
    for topic, each in say.corpus.by_topic.items():
        for located in each:
            if say.corpus.records[located.record].binding:
                key = ("place", located.record, located.anchor)
                item = say.shared(key, lambda located=located: _place(say, located))
                found[located.record][topic].append(item)
    return found


def _place(say: Phrases, located: LocatedProvision) -> Item:
    where = say.cited(say.name(located.record, located.anchor), located.provision.ref)
    sure = say.confidence_sign(say.corpus.confidence_of(located.record, located.provision))
    return Item([say.strength(located.provision.strength), " ", *where, " ", *sure])


def _sentences(say: Phrases, binding: tuple[Adherence, ...]) -> Section | None:
    """The provisions that bind the State, by topic, with what they say."""
    bound = {each.record for each in binding}
    by_topic = (
        (topic, [_row(say, located) for located in each if located.record in bound])
        for topic, each in say.corpus.by_topic.items()
    )
    groups = [Group(say.entry("topics", topic), rows) for topic, rows in by_topic if rows]
    if not groups:
        return None
    heading = say.ui("What they say, by topic")
    table = Table(heading, [say.ui("Record"), say.ui("What it says")], groups, "provisions")
    return Section(heading, [table], "topics")


def _row(say: Phrases, located: LocatedProvision) -> Row:
    each = located.provision
    about = joined(
        (
            say.reference(each.ref),
            say.label("strengths", each.strength),
            say.confidence(say.corpus.confidence_of(located.record, each)),
        )
    )
    sign = say.sign("strengths", each.strength, True)
    entry = Entry(say.text_of(located.record, each.says), [about], value=say.measure(each.value), sign=sign)
    return Row([[Paragraph(say.name(located.record))], [Entries([entry], "cells")]])


# -- memberships -----------------------------------------------------------------------------------------


def _memberships(say: Phrases, code: str, found: StateProfile) -> Section:
    blocks: list[Block] = []
    if found.now:
        blocks.append(List([_membership(say, each) for each in found.now], "columns"))
    else:
        blocks.append(Paragraph(say.ui("No membership is recorded here.")))
    for label, each_of in ((say.ui("To come"), found.ahead), (say.ui("Former memberships"), found.past)):
        if each_of:
            items = [_membership(say, each) for each in each_of]
            blocks += [Paragraph([*label, say.localizer.colon]), List(items, "columns")]
    changes = [
        Item(change(say, name, say.name(name), each))
        for name, model in say.corpus.mechanisms.items()
        for each in model.changes
        if each.state == code
    ]
    return Section(say.ui("Memberships"), [*blocks, *([List(changes)] if changes else [])], "memberships")


def _membership(say: Phrases, each: Membership) -> Item:
    return Item(say.title_link(each.mechanism), sentences.span(say, each.member.since, each.member.until))


def _named(say: Phrases, code: str) -> Section | None:
    records = sentences.names(say, say.corpus.named.get(code, ()))
    heading = say.ui("Named as a party in the text; ratification not recorded here")
    return Section(heading, [Paragraph(records)], "named") if records else None


def _joined(say: Phrases, found: StateProfile) -> Section | None:
    in_it = say.corpus.confidence_in
    items = [sentences.record_item(say, each.record, in_it(each.record, each.party)) for each in found.joined]
    return (
        Section(say.ui("Joined, without being bound"), [List(items, "records")], "joined") if items else None
    )


# -- what its mechanisms ask -----------------------------------------------------------------------------


def _standards(say: Phrases, found: StateProfile) -> Iterator[Section]:
    """Records of the State's mechanisms that it need not join one by one, because they do not bind."""
    ui = say.localizer.gettext
    headings = {
        "instrument": ui("Standards of its mechanisms, not binding"),
        "action-plan": ui("Action plans of its mechanisms"),
        "sop": ui("Procedures of its mechanisms"),
    }
    for number, (kind, records) in enumerate(found.standards.items()):
        counted = say.counted("{n} record", "{n} records", len(records))
        items = List([sentences.record_item(say, record) for record in records], "records")
        yield Section([headings[kind]], [Fold(counted, [items], open=not number)], kind)


def _reports(say: Phrases, found: StateProfile) -> Section | None:
    items = [sentences.duty(say, record) for record in found.reports]
    return Section(say.ui("Reports due"), [List(items)], "reports") if items else None


# -- what is not known -----------------------------------------------------------------------------------


def _not_recorded(say: Phrases, code: str, found: StateProfile) -> Section:
    warning = say.ui(
        "Nothing can be concluded for {state} from what is missing on this page.", state=say.state(code)
    )
    elsewhere = _unlisted(say, found.unlisted_elsewhere)
    counted = say.counted("{n} record", "{n} records", len(found.unlisted_elsewhere))
    rows = [
        Fact(
            say.ui("Binding texts whose parties are not listed here"), _unlisted(say, found.unlisted_nearby)
        ),
        Fact(
            say.ui("The same, of other regions"),
            blocks=[Fold(counted, [Paragraph(elsewhere)])] if elsewhere else (),
        ),
        Fact(say.ui("Mechanisms whose members are not listed here"), _unknown_members(say)),
        Fact(say.ui("National law"), say.ui("This site holds regional and global texts only.")),
    ]
    known = Facts([row for row in rows if row.value or row.blocks], "lists")
    return Section(say.ui("Not recorded here"), [Paragraph(warning), known], "not-recorded", "gap")


def _unlisted(say: Phrases, names: tuple[str, ...]) -> list[Run]:
    return [say.shared(("unlisted", names), lambda: sentences.names(say, names))] if names else []


def _unknown_members(say: Phrases) -> list[Run]:
    """The mechanisms whose members are not listed here."""
    unknown = tuple(name for name, model in sorted(say.corpus.mechanisms.items()) if not model.members)
    return _unlisted(say, unknown)


def overview(say: Phrases, codes: list[str]) -> Table:
    """A row a State: the binding texts it is party to, and its memberships."""
    rows = []
    for code in codes:
        found = state_profile(say.corpus, code)
        bound = sentences.names(say, dict.fromkeys(each.record for each in found.binding))
        own = sentences.names(say, dict.fromkeys(each.mechanism for each in found.now))
        rows.append(Row([[Paragraph(say.state(code))], [Paragraph(bound)], [Paragraph(own)]]))
    head = [say.ui("State"), say.ui("Binding texts it is party to"), say.ui("Memberships")]
    return Table(say.ui("States"), head, [Group([], rows)], "states")
