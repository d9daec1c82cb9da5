"""One mechanism: what it is, who carries its work, what it adopted, who belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import comparisons
from generators.corpus.cldr import sort_key
from generators.document import sentences
from generators.document.blocks import Block, Document, Fold, Item, List, Paragraph, Section, facts, notes
from generators.document.phrases import Phrases
from generators.document.record import official_names, sources
from generators.document.runs import Absence, Annotation, Run, Runs, joined
from generators.model.citations import last_read
from generators.model.mechanisms import Change, Mechanism, Member


def document(say: Phrases, name: str) -> Document:
    """All that is recorded of a mechanism (``name`` is its id), without its name."""
    model = say.corpus.mechanisms[name]
    parts = (_body, _powers, _records, _developed, _topics, _reports, _members)
    sections = [section for part in parts if (section := part(say, name, model))]
    head: list[Block] = [Paragraph(_facts(say, name, model), "facts")]
    if len(model.official_names) > 1:
        titles = say.counted("{n} official name", "{n} official names", len(model.official_names))
        head.append(Fold(titles, [official_names(say, model.official_names)], role="titles"))
    identity = Section(say.ui("Identity"), [facts(list(_identity(say, name, model)), "identity")])
    return Document(head, [*sections, *sources(say, model.sources)], [identity])


def _facts(say: Phrases, name: str, model: Mechanism) -> list[Run]:
    members = len(say.corpus.members_today(name))
    return joined(
        (
            say.label("mechanism-kinds", model.kind),
            [model.seat.city, *_own(say, name, "seat")] if model.seat else [],
            _founded(say, name, model),
            say.counted("{n} member", "{n} members", members) if members else [],
            say.confidence_words(model.confidence),
        )
    )


def _founded(say: Phrases, name: str, model: Mechanism) -> list[Run]:
    if not model.founded:
        return []
    return [*say.ui("founded {date}", date=say.date(model.founded)), *_own(say, name, "founded")]


def _own(say: Phrases, name: str, key: str) -> list[Run]:
    """The sign of one value's confidence (seat, founded, members), where that is not the mechanism's."""
    value = say.corpus.mechanisms[name].seat if key == "seat" else key
    return sentences.own_confidence(say, name, say.corpus.confidence_of(name, value))


def _identity(say: Phrases, name: str, model: Mechanism) -> Iterator[tuple[Runs, Runs]]:
    corpus = say.corpus
    yield say.ui("Region"), sentences.regions(say, name)
    parents = (parent for parent in model.part_of if parent in corpus.mechanisms)
    yield say.ui("Part of"), sentences.names(say, parents)
    yield say.ui("Its bodies"), sentences.names(say, corpus.bodies_of.get(name, ()))
    yield say.ui("Working languages"), joined(say.language_name(tag) for tag in model.working_languages)
    if model.seat:
        country = say.state(model.seat.country) if model.seat.country else []
        where = joined(([model.seat.city], country), say.localizer.comma)
        yield say.ui("Seat"), [*where, *_own(say, name, "seat")]
    yield say.ui("Website"), say.outside(model.website) if model.website else []
    if model.contact:
        office = say.text_of(name, model.contact.office) if model.contact.office else []
        url = say.outside(model.contact.url) if model.contact.url else []
        yield say.ui("Contact"), joined((office, url))
    read = last_read(model.sources)
    yield say.ui("Sources last read"), say.date(read) if read else []
    yield say.ui("Next review due"), say.date(model.review.due) if model.review else []


# -- sections --------------------------------------------------------------------------------------------


def _body(say: Phrases, name: str, model: Mechanism) -> Section | None:
    heading, text = say.ui("Who carries the work against trafficking"), model.trafficking_body
    return Section(heading, [Paragraph(say.text_of(name, text))], "body") if text else None


def _powers(say: Phrases, name: str, model: Mechanism) -> Section | None:
    heading, text = say.ui("What it may ask of States"), model.powers
    return Section(heading, [Paragraph(say.text_of(name, text))], "powers") if text else None


def _records(say: Phrases, name: str, model: Mechanism) -> Section | None:
    del model
    items = [sentences.record_item(say, record) for record in say.corpus.records_of.get(name, ())]
    heading = say.ui("Standards, plans and procedures")
    return Section(heading, [List(items, "records")], "records") if items else None


def _developed(say: Phrases, name: str, model: Mechanism) -> Section | None:
    del model
    records = sentences.names(say, comparisons.developed(say.corpus, name))
    return Section(say.ui("Developed for others"), [Paragraph(records)], "developed") if records else None


def _topics(say: Phrases, name: str, model: Mechanism) -> Section | None:
    del model
    found = comparisons.matrix_of(say.corpus, name)
    items = [
        Item(
            [say.strength(cell.strength), " ", *say.entry("topics", topic)],
            [*say.cited(say.name(cell.record, cell.anchor), cell.ref), " ", *say.confidence_sign(cell.grade)],
        )
        for topic, cell in found
    ]
    return Section(say.ui("Topics its texts speak on"), [List(items, "topics")], "topics") if items else None


def _reports(say: Phrases, name: str, model: Mechanism) -> Section | None:
    del model
    records = comparisons.reported(say.corpus, name)
    duties = ((record, say.corpus.records[record].reporting) for record in records)
    items = [
        Item(joined((say.name(record, "reporting"), sentences.every(say, duty)))) for record, duty in duties
    ]
    return Section(say.ui("Reports it receives"), [List(items)], "reports") if items else None


def _members(say: Phrases, name: str, model: Mechanism) -> Section:
    ordered = sorted(model.members, key=lambda member: sort_key(say.localizer.state(member.state)))
    now, ahead, former = (
        [Item(_member(say, name, each)) for each in ordered if say.corpus.phase(each) == phase]
        for phase in ("now", "ahead", "past")
    )
    blocks: list[Block] = []
    if now:
        as_of = say.ui("as of {date}", date=say.date(model.members_as_of)) if model.members_as_of else []
        counted = say.counted("{n} State", "{n} States", len(now))
        known = [*joined((counted, as_of), say.localizer.comma), *_own(say, name, "members")]
        blocks += [*notes(known), List(now, "states")]
    else:
        blocks.append(Paragraph([Absence(silent=False), " ", *say.ui("Its members are not recorded here.")]))
    for label, states in ((say.ui("To come"), ahead), (say.ui("Former members"), former)):
        if states:
            blocks += [Paragraph([*label, say.localizer.colon]), List(states, "states")]
    if model.changes:
        blocks.append(List([Item(change(say, name, say.state(each.state), each)) for each in model.changes]))
    return Section(say.ui("Members"), blocks, "members")


def change(say: Phrases, mechanism: str, named: Runs, each: Change) -> list[Run]:
    """A change of a State's membership: ``named`` is the State or the mechanism, with the day, and what
    happened.
    """
    day = say.date(each.date) if each.date else []
    return say.labelled(joined((named, day), say.localizer.comma), say.text_of(mechanism, each.says))


def _member(say: Phrases, name: str, member: Member) -> list[Run]:
    more = (
        [member.as_] if member.as_ else [],
        sentences.span(say, member.since, member.until),
        say.text_of(name, member.note) if member.note else [],
        say.confidence_sign(member.confidence) if member.confidence else [],
    )
    return sentences.in_brackets(say.state(member.state), joined(more))


def listed(say: Phrases, name: str) -> Section:
    """A mechanism in the list of all, with its records."""
    records = say.corpus.records_of.get(name, ())
    own, short = say.localizer.title(name), say.localizer.short(name)
    beside = [" ", Annotation(say.plain(short))] if short.text != own.text else []
    items = [sentences.record_item(say, record) for record in records]
    blocks = [List(items, "records")] if items else notes(say.ui("No record of its own here yet."))
    return Section([*say.title_link(name), *beside], blocks)
