"""One mechanism: what it is, who carries its work, what it adopted, who belongs to it.

Here is also one region: its mechanisms, their records, and the topics of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generators.corpus import comparisons, order, tables
from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target
from generators.corpus.coming import of_mechanism
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.document import (
    changes,
    monitoring,
    parties,
    quoted_line,
    sentences,
    state_reviews,
)
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
from generators.document.placed_lines import find_provision
from generators.document.record import official_names, sources
from generators.document.runs import Absence, Annotation, Run, Runs, Text, joined
from generators.model.citations import last_read
from generators.model.mechanisms import Change, Contact, Mechanism, Member
from generators.model.records import RecordKind
from generators.text.mail_addresses import mailto

# -- the page of a mechanism -------------------------------------------------------------


def document(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """All that is recorded of a mechanism (``name`` is its id), without its name.

    In ``brief``, for a volume of many, its other names are left out. So are its texts and
    their topics, which have chapters there.
    """
    mechanism = phrases.corpus.mechanisms[name]
    head: list[Block] = [Paragraph(_facts_line(phrases, name, mechanism), "facts")]
    names = mechanism.official_names
    if len(names) > 1 and not brief:
        counted = phrases.counted("{n} official name", "{n} official names", len(names))
        head += official_names(phrases, names, counted)
    sections = [
        section for section in _sections(phrases, name, mechanism, brief) if section
    ]
    sections += sources(phrases, mechanism.sources)
    identity = facts(_identity_rows(phrases, name, mechanism), "identity")
    return Document(head, sections, [Section(phrases.ui("Identity"), [identity])])


def _sections(
    phrases: Phrases, name: str, mechanism: Mechanism, brief: bool
) -> list[Section | None]:
    """The sections of a mechanism but its sources, in their order. None is a section
    without content, or one that ``brief`` leaves out.
    """
    responsible = phrases.text_of(name, mechanism.trafficking_body)
    powers = phrases.text_of(name, mechanism.powers)
    developed = comparisons.developed(phrases.corpus).get(name, ())
    coming = of_mechanism(phrases.corpus, name)
    return [
        _text_section(
            phrases.ui("Who is responsible for work against trafficking"),
            responsible,
            "body",
        ),
        _text_section(phrases.ui("What it may ask of States"), powers, "powers"),
        None if brief else _records_section(phrases, name),
        _text_section(
            phrases.ui("Developed for others"),
            sentences.names(phrases, developed),
            "developed",
        ),
        _treaties_section(phrases, name),
        None if brief else _topics_section(phrases, name),
        _reports_section(phrases, name),
        state_reviews.reviews_by_mechanism(phrases, name),
        monitoring.dates(phrases, coming, Target("record", name)),
        _members_section(phrases, name, mechanism),
    ]


def _facts_line(phrases: Phrases, name: str, mechanism: Mechanism) -> list[Run]:
    """A mechanism in one line: kind, seat, day of founding, number of members, and how
    sure this is.
    """
    city: Runs = phrases.place(mechanism.seat.city) if mechanism.seat else []
    founded = phrases.dated("founded {date}", mechanism.founded)
    members = len(phrases.corpus.members_today(name))
    return joined(
        (
            phrases.label("mechanism-kinds", mechanism.kind),
            _with_confidence(phrases, name, city, mechanism.seat),
            _with_confidence(phrases, name, founded, "founded"),
            phrases.some("{n} member", "{n} members", members),
            phrases.confidence(mechanism.confidence),
        )
    )


def _with_confidence(
    phrases: Phrases, name: str, words: Runs, value: object
) -> list[Run]:
    """Words for a value of a mechanism, with the sign of its confidence where that is not
    the mechanism's. Empty where there are no words.

    The value is a part of the model that has a confidence, or the key of one.
    """
    if not words:
        return []
    confidence = phrases.corpus.confidence_of(name, value)
    return [*words, *sentences.own_confidence(phrases, name, confidence)]


def _identity_rows(
    phrases: Phrases, name: str, mechanism: Mechanism
) -> Iterator[tuple[Runs, Runs]]:
    """What identifies a mechanism: labels with their values, empty where not recorded."""
    corpus = phrases.corpus
    ui = phrases.ui
    yield ui("Region"), sentences.regions(phrases, name)
    parents = (parent for parent in mechanism.part_of if parent in corpus.mechanisms)
    yield ui("Part of"), sentences.names(phrases, parents)
    bodies = corpus.bodies_of.get(name, ())
    yield ui("Its bodies"), sentences.names(phrases, bodies)
    languages = map(phrases.language_name, mechanism.working_languages)
    yield ui("Working languages"), joined(languages)
    if mechanism.seat:
        city = phrases.place(mechanism.seat.city)
        country = phrases.state(mechanism.seat.country)
        place = joined((city, country), phrases.localizer.comma)
        yield ui("Seat"), _with_confidence(phrases, name, place, mechanism.seat)
    yield ui("Website"), phrases.outside(mechanism.website)
    if mechanism.contact:
        yield ui("Contact"), contact(phrases, name, mechanism.contact)
    yield ui("Sources last read"), phrases.date(last_read(mechanism.sources))
    yield ui("Last changed here"), changes.last_day(phrases, name)
    if mechanism.review:
        yield ui("Next review due"), phrases.date(mechanism.review.due)


# -- its sections ------------------------------------------------------------------------


def _text_section(heading: Runs, text: Runs, anchor: str) -> Section | None:
    """A section with one paragraph; None where it has no text."""
    return Section(heading, [Paragraph(text)], anchor) if text else None


def _records_section(phrases: Phrases, name: str) -> Section | None:
    """The records that a mechanism adopted; None where there are none."""
    records = phrases.corpus.records_of.get(name, ())
    if not records:
        return None
    heading = phrases.ui("Standards, plans and procedures")
    return Section(heading, records_by_standing(phrases, records), "records")


def _treaties_section(phrases: Phrases, name: str) -> Section | None:
    """The texts to which an organisation is a party; None where there are none."""
    treaties = parties_of.joined(phrases.corpus).get(name, ())
    items = [parties.joined_by(phrases, treaty) for treaty in treaties]
    heading = phrases.ui("Texts to which it is a party")
    return List(items, "records").under(heading, "party-to")


def _topics_section(phrases: Phrases, name: str) -> Section | None:
    """The topics of the texts of a mechanism, each with the first provision on it; None
    where they have none.
    """
    matrix = tables.topics(phrases.corpus)
    items = []
    for topic in matrix.rows:
        located = matrix.cells.get((topic, name))
        if located:
            provision = find_provision(located)
            about = (
                phrases.strength(provision.strength),
                sentences.place(phrases, located),
                quoted_line.time(phrases, located.record, provision),
                phrases.sure(located.record, provision),
            )
            items.append(ListItem(phrases.entry("topics", topic), joined(about)))
    return List(items, "topics").under(phrases.ui("Topics of its texts"), "topics")


def _reports_section(phrases: Phrases, name: str) -> Section | None:
    """The texts under which a mechanism gets reports, and how often; None where there are
    none.
    """
    items = []
    for record in comparisons.reported(phrases.corpus).get(name, ()):
        duty = monitoring.find_duty(phrases.corpus, record)
        record_name = phrases.name(record, "reporting")
        often = monitoring.how_often(phrases, duty)
        items.append(ListItem(joined((record_name, often))))
    return List(items).under(phrases.ui("Reports it receives"), "reports")


def _members_section(phrases: Phrases, name: str, mechanism: Mechanism) -> Section:
    """The States that belong to a mechanism, will belong and belonged, by name.

    After them is what the mechanism says of its changes. Where we have no list a sentence
    says so.
    """
    by_name = sorted(
        mechanism.members, key=lambda member: phrases.order_of_state(member.state)
    )
    items_by_phase = grouped(
        (phrases.corpus.phase(member), ListItem(_member_line(phrases, name, member)))
        for member in by_name
    )
    today = items_by_phase.get("now", ())
    blocks: list[Block] = []
    if today:
        as_of = phrases.dated("as of {date}", mechanism.members_as_of)
        counted = phrases.counted("{n} State", "{n} States", len(today))
        known = joined((counted, as_of), phrases.localizer.comma)
        blocks += notes(_with_confidence(phrases, name, known, "members"))
        blocks.append(List(today, "states"))
    else:
        none = phrases.ui("We do not have a list of its members.")
        blocks.append(Paragraph([Absence(silent=False), " ", *none]))
    colon = phrases.localizer.colon
    ahead = List(items_by_phase.get("ahead", ()), "states")
    blocks += ahead.behind(phrases.ui("To come"), colon)
    past = List(items_by_phase.get("past", ()), "states")
    blocks += past.behind(phrases.ui("Former members"), colon)
    blocks += List(_change_items(phrases, name, mechanism)).shown()
    return Section(phrases.ui("Members"), blocks, "members")


def _change_items(phrases: Phrases, name: str, mechanism: Mechanism) -> list[ListItem]:
    """What a mechanism says of the States that come or go."""
    return [
        ListItem(change_line(phrases, name, phrases.state(event.state), event))
        for event in mechanism.changes
    ]


def change_line(
    phrases: Phrases, mechanism: str, named: Runs, event: Change
) -> list[Run]:
    """A change of a State's membership of a mechanism (its id): day and what happened.

    They follow a name (``named``). On the page of the mechanism it is the State, on the
    page of the State the mechanism.
    """
    label = joined((named, phrases.date(event.date)), phrases.localizer.comma)
    return phrases.labelled(label, phrases.text_of(mechanism, event.says))


def _member_line(phrases: Phrases, name: str, member: Member) -> list[Run]:
    """A State that belongs to a mechanism. In brackets is as what, since and until when,
    and how sure that is.
    """
    details = (
        [member.as_] if member.as_ else [],
        sentences.span(phrases, member.since, member.until),
        phrases.text_of(name, member.note),
        phrases.confidence(member.confidence),
    )
    return sentences.in_brackets(phrases.state(member.state), joined(details))


# -- records by what they are today ------------------------------------------------------


class RecordsByStanding(NamedTuple):
    """Records by what they are today, each list the newest first.

    ``near`` and ``general_law`` are those that hold: on trafficking, and general law that
    also applies. ``ahead`` do not apply yet, ``over`` are no longer in force.
    """

    near: Sequence[str]
    general_law: Sequence[str]
    ahead: Sequence[str]
    over: Sequence[str]


def records_by_standing(phrases: Phrases, records: Iterable[str]) -> list[Block]:
    """Records for who asks what holds today: those on trafficking as a list, then general
    law by name. In folds are those that do not apply yet, and those that are over.
    """
    groups = _group_by_standing(phrases.corpus, records)
    blocks: list[Block] = [*_records_list(phrases, groups.near).shown()]
    blocks += sentences.law_by_name(phrases, groups.general_law)
    if groups.ahead:
        number = phrases.number(len(groups.ahead))
        label = phrases.ui("Does not apply yet ({n})", n=number)
        blocks.append(Fold(label, [_records_list(phrases, groups.ahead)]))
    if groups.over:
        number = phrases.number(len(groups.over))
        label = phrases.ui("No longer in force ({n})", n=number)
        blocks.append(Fold(label, [_records_list(phrases, groups.over)]))
    return blocks


def _group_by_standing(corpus: Corpus, records: Iterable[str]) -> RecordsByStanding:
    """Records by what they are today, each list the newest first; those without a day
    come last.
    """
    newest = sorted(records, key=corpus.age, reverse=True)
    newest.sort(key=lambda record: not corpus.day(record))
    groups = grouped(
        ("pending" if corpus.applies_from(record) else corpus.group(record), record)
        for record in newest
    )
    near, general_law = order.apart(corpus, groups.get("standing", ()))
    ahead = (*groups.get("pending", ()), *groups.get("proposed", ()))
    return RecordsByStanding(near, general_law, ahead, groups.get("over", ()))


def _records_list(phrases: Phrases, records: Iterable[str]) -> List:
    """Records as a list, each with its year, type, force and status."""
    items = [sentences.record_item(phrases, record) for record in records]
    return List(items, "records")


# -- contacts and members, for other pages -----------------------------------------------


def contact(phrases: Phrases, name: str, office: Contact) -> list[Run]:
    """How to reach the office of a mechanism (its id is ``name``), in one line."""
    mail: Runs = []
    if office.mail:
        words = phrases.number_of(office.mail)
        mail = phrases.outside(mailto(office.mail), words)
    read: Runs = []
    if office.seen:
        read = phrases.ui("read {date}", date=phrases.date(office.seen))
    focal_points = phrases.ui("Focal points of its member States")
    return joined(
        (
            phrases.text_of(name, office.office),
            [Text(office.address, "zxx")] if office.address else [],
            phrases.number_of(office.telephone),
            mail,
            phrases.outside(office.url),
            phrases.outside(office.focal_points, focal_points),
            read,
        )
    )


def contacts_section(phrases: Phrases, names: Iterable[str]) -> Section | None:
    """Whom to ask: the offices of some mechanisms (ids); None where no contact is
    recorded.
    """
    items = []
    for name in dict.fromkeys(names):
        office = phrases.corpus.mechanisms[name].contact
        if office:
            line = contact(phrases, name, office)
            items.append(ListItem(phrases.title_link(name), line))
    return List(items).under(phrases.ui("Contacts"), "contacts")


def without_members(corpus: Corpus) -> tuple[str, ...]:
    """The mechanisms whose members are not listed here, by id."""
    return tuple(
        name
        for name, mechanism in sorted(corpus.mechanisms.items())
        if not mechanism.members
    )


# -- mechanisms in a list, and regions ---------------------------------------------------


def listed(phrases: Phrases, name: str) -> Section:
    """A mechanism in the list of all: its whole and its short name, and its records.

    The records are in one list, for a reader looks for a name there.
    """
    whole_name = phrases.localizer.title(name)
    short_name = phrases.localizer.short(name)
    heading = phrases.title_link(name)
    if short_name.text != whole_name.text:
        heading = [*heading, " ", Annotation(phrases.plain(short_name))]
    own_records = phrases.corpus.records_of.get(name, ())
    groups = _group_by_standing(phrases.corpus, own_records)
    records = [*groups.near, *groups.general_law, *groups.ahead, *groups.over]
    if records:
        return Section(heading, [_records_list(phrases, records)])
    none = ListItem(phrases.ui("We do not have a text of its own yet."))
    return Section(heading, [List([none])])


def mechanisms(phrases: Phrases, code: str) -> list[str]:
    """The ids of the mechanisms of a region (its code), in the order of comparisons."""
    corpus = phrases.corpus
    return sorted(
        corpus.mechanisms_in[code],
        key=lambda name: comparisons.mechanism_sort_key(corpus, name),
    )


def region(phrases: Phrases, code: str, with_records: bool = True) -> Document:
    """What a region (its code) is, without its name: its mechanisms, the records of these
    (``with_records``), and their topics.
    """
    lead = Paragraph(phrases.definition("regions", code), "lead")
    sections = [_region_mechanisms(phrases, code)]
    if with_records:
        sections += _region_records(phrases, code)
    sections.append(_region_topics(phrases, code))
    return Document([lead], sections)


def _region_mechanisms(phrases: Phrases, code: str) -> Section:
    """The mechanisms of a region, each with its short name and how many texts it has."""
    items = []
    for name in mechanisms(phrases, code):
        short_name = phrases.plain(phrases.localizer.short(name))
        number = len(phrases.corpus.records_of.get(name, ()))
        counted = phrases.counted("{n} text", "{n} texts", number)
        about = joined((short_name, counted))
        items.append(ListItem(phrases.title_link(name), about))
    return Section(phrases.ui("Organisations"), [List(items, "columns")], "mechanisms")


def _region_records(phrases: Phrases, code: str) -> list[Section]:
    """The records of a region: a section for each kind that there is."""
    corpus = phrases.corpus
    headings: dict[RecordKind, Runs] = {
        "instrument": phrases.ui("Instruments"),
        "action-plan": phrases.ui("Action plans"),
        "sop": phrases.ui("Procedures"),
    }
    records_by_kind = grouped(
        (model.kind, name)
        for name, model in corpus.records.items()
        if code in corpus.regions(name)
    )
    sections = []
    for kind, heading in headings.items():
        records = records_by_kind.get(kind, ())
        if records:
            counted = phrases.with_number(heading, len(records))
            sections.append(Section(counted, records_by_standing(phrases, records), kind))
    return sections


def _region_topics(phrases: Phrases, code: str) -> Section:
    """The topics on which texts of a region speak, each with how many these are."""
    corpus = phrases.corpus
    items = []
    for topic, lines in corpus.by_topic.items():
        records = {line.record for line in lines if code in corpus.regions(line.record)}
        counted = phrases.some("{n} text", "{n} texts", len(records))
        if counted:
            items.append(ListItem(phrases.entry("topics", topic), counted))
    return Section(phrases.ui("Topics"), [List(items, "topics")], "topics")
