"""One mechanism: what it is, who carries its work, what it adopted, who belongs to it;
and one region: its mechanisms, their records, and the topics that these speak on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generators.corpus import comparisons, order, tables
from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target
from generators.corpus.coming import of_mechanism
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.document import changes, monitoring, parties, quoted_line, sentences
from generators.document.blocks import (
    Block,
    Document,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.record import official_names, sources
from generators.document.runs import Absence, Annotation, Run, Runs, Text, joined
from generators.model.citations import last_read
from generators.model.mechanisms import Change, Contact, Mechanism, Member


def document(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """All that is recorded of a mechanism (``name`` is its id), without its name. In
    ``brief``, for a volume of many, without its other names, and without its texts and
    their topics, which have chapters there.
    """
    model = phrases.corpus.mechanisms[name]
    responsible = phrases.ui("Who is responsible for work against trafficking")
    developed = sentences.names(
        phrases, comparisons.developed(phrases.corpus).get(name, ())
    )
    texts = parties_of.joined(phrases.corpus).get(name, ())
    party_to = [parties.joined_by(phrases, each) for each in texts]
    found = [
        _in_words(responsible, phrases.text_of(name, model.trafficking_body), "body"),
        _in_words(
            phrases.ui("What it may ask of States"),
            phrases.text_of(name, model.powers),
            "powers",
        ),
        None if brief else _records(phrases, name),
        _in_words(phrases.ui("Developed for others"), developed, "developed"),
        List(party_to, "records").under(
            phrases.ui("Texts to which it is a party"), "party-to"
        ),
        None if brief else _topics(phrases, name),
        _reports(phrases, name),
        monitoring.told_by(phrases, name),
        monitoring.dates(
            phrases, of_mechanism(phrases.corpus, name), Target("record", name)
        ),
        _members(phrases, name, model),
    ]
    sections = [section for section in found if section]
    head: list[Block] = [Paragraph(_facts(phrases, name, model), "facts")]
    if len(model.official_names) > 1 and not brief:
        titles = phrases.counted(
            "{n} official name", "{n} official names", len(model.official_names)
        )
        head += official_names(phrases, model.official_names, titles)
    identity = Section(
        phrases.ui("Identity"), [facts(_identity(phrases, name, model), "identity")]
    )
    return Document(head, [*sections, *sources(phrases, model.sources)], [identity])


def _facts(phrases: Phrases, name: str, model: Mechanism) -> list[Run]:
    kind, sure = (
        phrases.label("mechanism-kinds", model.kind),
        phrases.confidence(model.confidence),
    )
    seat = _graded(
        phrases, name, phrases.place(model.seat.city) if model.seat else [], "seat"
    )
    founded = _graded(
        phrases, name, phrases.dated("founded {date}", model.founded), "founded"
    )
    members = phrases.some(
        "{n} member", "{n} members", len(phrases.corpus.members_today(name))
    )
    return joined((kind, seat, founded, members, sure))


def _graded(phrases: Phrases, name: str, said: Runs, key: str) -> list[Run]:
    """A value (seat, founded, members) with the sign of its confidence, where that is not
    the mechanism's.
    """
    value = phrases.corpus.mechanisms[name].seat if key == "seat" else key
    sure = sentences.own_confidence(
        phrases, name, phrases.corpus.confidence_of(name, value)
    )
    return [*said, *sure] if said else []


def _identity(
    phrases: Phrases, name: str, model: Mechanism
) -> Iterator[tuple[Runs, Runs]]:
    corpus = phrases.corpus
    yield phrases.ui("Region"), sentences.regions(phrases, name)
    parents = (parent for parent in model.part_of if parent in corpus.mechanisms)
    yield phrases.ui("Part of"), sentences.names(phrases, parents)
    yield (
        phrases.ui("Its bodies"),
        sentences.names(phrases, corpus.bodies_of.get(name, ())),
    )
    yield (
        phrases.ui("Working languages"),
        joined(map(phrases.language_name, model.working_languages)),
    )
    if model.seat:
        place = (phrases.place(model.seat.city), phrases.state(model.seat.country))
        yield (
            phrases.ui("Seat"),
            _graded(phrases, name, joined(place, phrases.localizer.comma), "seat"),
        )
    yield phrases.ui("Website"), phrases.outside(model.website)
    yield (
        phrases.ui("Contact"),
        contact(phrases, name, model.contact) if model.contact else [],
    )
    yield phrases.ui("Sources last read"), phrases.date(last_read(model.sources))
    yield phrases.ui("Last changed here"), changes.last_day(phrases, name)
    yield phrases.ui("Next review due"), phrases.date(model.review and model.review.due)


# -- sections ----------------------------------------------------------------------------


def _in_words(heading: Runs, text: Runs, anchor: str) -> Section | None:
    return Section(heading, [Paragraph(text)], anchor) if text else None


def _records(phrases: Phrases, name: str) -> Section | None:
    own = phrases.corpus.records_of.get(name, ())
    heading = phrases.ui("Standards, plans and procedures")
    return Section(heading, by_standing(phrases, own), "records") if own else None


def by_standing(phrases: Phrases, records: Iterable[str]) -> list[Block]:
    """Records for who asks what holds today: those on trafficking that stand; general law
    that stands, by name; behind folds those that do not apply yet, and those that are
    over.
    """
    near, law, ahead, over = _standing(phrases.corpus, records)
    folds = (
        (phrases.ui("Does not apply yet ({n})", n=phrases.number(len(ahead))), ahead),
        (phrases.ui("No longer in force ({n})", n=phrases.number(len(over))), over),
    )
    behind = (Fold(label, [_items(phrases, own)]) for label, own in folds if own)
    return [*_items(phrases, near).shown(), *sentences.law_by_name(phrases, law), *behind]


def _standing(corpus: Corpus, records: Iterable[str]) -> Sequence[Sequence[str]]:
    """Those on trafficking that stand, general law that stands, those to come, and those
    that are over, each the newest first.
    """
    newest = sorted(
        sorted(records, key=corpus.age, reverse=True),
        key=lambda each: not corpus.day(each),
    )
    of = grouped(
        ("pending" if corpus.applies_from(each) else corpus.group(each), each)
        for each in newest
    )
    ahead = (*of.get("pending", ()), *of.get("proposed", ()))
    return *order.apart(corpus, of.get("standing", ())), ahead, of.get("over", ())


def _items(phrases: Phrases, records: Iterable[str]) -> List:
    return List([sentences.record_item(phrases, each) for each in records], "records")


def _topics(phrases: Phrases, name: str) -> Section | None:
    found, items = tables.topics(phrases.corpus), []
    for topic in found.rows:
        if of := found.cells.get((topic, name)):
            strength, place = (
                phrases.strength(of.line.strength),
                sentences.place(phrases, of),
            )
            time = quoted_line.time(phrases, of.record, of.line)
            about = joined((strength, place, time, phrases.sure(of.record, of.line)))
            items.append(ListItem(phrases.entry("topics", topic), about))
    return List(items, "topics").under(phrases.ui("Topics of its texts"), "topics")


def _reports(phrases: Phrases, name: str) -> Section | None:
    items = []
    for each in comparisons.reported(phrases.corpus).get(name, ()):
        often = monitoring.how_often(phrases, phrases.corpus.records[each].reporting)
        items.append(ListItem(joined((phrases.name(each, "reporting"), often))))
    return List(items).under(phrases.ui("Reports it receives"), "reports")


def _members(phrases: Phrases, name: str, model: Mechanism) -> Section:
    ordered = sorted(
        model.members, key=lambda member: phrases.order_of_state(member.state)
    )
    states = grouped(
        (phrases.corpus.phase(each), ListItem(_member(phrases, name, each)))
        for each in ordered
    )
    none = phrases.ui("We do not have a list of its members.")
    blocks: list[Block] = [Paragraph([Absence(silent=False), " ", *none])]
    if now := states.get("now", ()):
        as_of = phrases.dated("as of {date}", model.members_as_of)
        counted = phrases.counted("{n} State", "{n} States", len(now))
        known = joined((counted, as_of), phrases.localizer.comma)
        blocks = [*notes(_graded(phrases, name, known, "members")), List(now, "states")]
    for label, phase in (
        (phrases.ui("To come"), "ahead"),
        (phrases.ui("Former members"), "past"),
    ):
        blocks += List(states.get(phase, ()), "states").behind(
            label, phrases.localizer.colon
        )
    told = (
        change(phrases, name, phrases.state(each.state), each) for each in model.changes
    )
    blocks += List([*map(ListItem, told)]).shown()
    return Section(phrases.ui("Members"), blocks, "members")


def change(phrases: Phrases, mechanism: str, named: Runs, each: Change) -> list[Run]:
    """A change of a State's membership: ``named`` is the State or the mechanism, with the
    day, and what happened.
    """
    when = joined((named, phrases.date(each.date)), phrases.localizer.comma)
    return phrases.labelled(when, phrases.text_of(mechanism, each.says))


def _member(phrases: Phrases, name: str, member: Member) -> list[Run]:
    span, note = (
        sentences.span(phrases, member.since, member.until),
        phrases.text_of(name, member.note),
    )
    more = (
        [member.as_] if member.as_ else [],
        span,
        note,
        phrases.confidence(member.confidence),
    )
    return sentences.in_brackets(phrases.state(member.state), joined(more))


def listed(phrases: Phrases, name: str) -> Section:
    """A mechanism in the list of all, with its records in one list, in which a reader
    looks for a name.
    """
    own, short = phrases.localizer.title(name), phrases.localizer.short(name)
    beside = [" ", Annotation(phrases.plain(short))] if short.text != own.text else []
    none = List([ListItem(phrases.ui("We do not have a text of its own yet."))])
    records = chain.from_iterable(
        _standing(phrases.corpus, phrases.corpus.records_of.get(name, ()))
    )
    return Section(
        [*phrases.title_link(name), *beside], _items(phrases, records).shown() or [none]
    )


def contact(phrases: Phrases, name: str, of: Contact) -> list[Run]:
    """How to reach the office of a mechanism (``name``)."""
    office, address = (
        phrases.text_of(name, of.office),
        [Text(of.address, "zxx")] if of.address else [],
    )
    mail = (
        phrases.outside(f"mailto:{of.mail}", phrases.number_of(of.mail))
        if of.mail
        else []
    )
    points = phrases.outside(
        of.focal_points, phrases.ui("Focal points of its member States")
    )
    read = phrases.ui("read {date}", date=phrases.date(of.seen)) if of.seen else []
    telephone, page = phrases.number_of(of.telephone), phrases.outside(of.url)
    return joined((office, address, telephone, mail, page, points, read))


def of_mechanisms(phrases: Phrases, names: Iterable[str]) -> Section | None:
    """Whom to ask: the offices of some mechanisms; None where no contact is recorded."""
    found = (
        (name, phrases.corpus.mechanisms[name].contact) for name in dict.fromkeys(names)
    )
    items = [
        ListItem(phrases.title_link(name), contact(phrases, name, of))
        for name, of in found
        if of
    ]
    return List(items).under(phrases.ui("Contacts"), "contacts")


def without_members(corpus: Corpus) -> tuple[str, ...]:
    """The mechanisms whose members are not listed here, by id."""
    return tuple(
        name for name, model in sorted(corpus.mechanisms.items()) if not model.members
    )


def mechanisms(phrases: Phrases, code: str) -> list[str]:
    """The mechanisms of a region, in the order of comparisons."""
    corpus = phrases.corpus
    return sorted(
        corpus.mechanisms_in[code],
        key=lambda name: comparisons.mechanism_sort_key(corpus, name),
    )


def region(phrases: Phrases, code: str, with_records: bool = True) -> Document:
    """What a region is, without its name; ``with_records`` lists the records of its
    mechanisms.
    """
    lead = Paragraph(phrases.definition("regions", code), "lead")
    records = _region_records(phrases, code) if with_records else []
    return Document(
        [lead], [_mechanisms(phrases, code), *records, _region_topics(phrases, code)]
    )


def _mechanisms(phrases: Phrases, code: str) -> Section:
    items = []
    for name in mechanisms(phrases, code):
        texts = len(phrases.corpus.records_of.get(name, ()))
        about = (
            phrases.plain(phrases.localizer.short(name)),
            phrases.counted("{n} text", "{n} texts", texts),
        )
        items.append(ListItem(phrases.title_link(name), joined(about)))
    return Section(phrases.ui("Organisations"), [List(items, "columns")], "mechanisms")


def _region_records(phrases: Phrases, code: str) -> list[Section]:
    corpus, ui = phrases.corpus, phrases.ui
    headings = {
        "instrument": ui("Instruments"),
        "action-plan": ui("Action plans"),
        "sop": ui("Procedures"),
    }
    own = [name for name in corpus.records if code in corpus.regions(name)]
    kinds = {
        kind: [name for name in own if corpus.records[name].kind == kind]
        for kind in headings
    }
    made = (
        (kind, phrases.beside(headings[kind], len(of)), of)
        for kind, of in kinds.items()
        if of
    )
    return [
        Section(heading, by_standing(phrases, of), kind) for kind, heading, of in made
    ]


def _region_topics(phrases: Phrases, code: str) -> Section:
    items = []
    for topic, lines in phrases.corpus.by_topic.items():
        own = {
            each.record for each in lines if code in phrases.corpus.regions(each.record)
        }
        if counted := phrases.some("{n} text", "{n} texts", len(own)):
            items.append(ListItem(phrases.entry("topics", topic), counted))
    return Section(phrases.ui("Topics"), [List(items, "topics")], "topics")
