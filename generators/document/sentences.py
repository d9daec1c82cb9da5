"""What is said of a record or a mechanism in one line: where it stands, when, with whom,
since when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from generators.corpus.anchors import source_anchor
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.order import groups_beside
from generators.corpus.parties import PartyNumbers
from generators.corpus.parties import numbers as party_numbers
from generators.corpus.record_profile import Moment
from generators.corpus.record_profile import timeline as timeline_of
from generators.corpus.status import MEMBERSHIP
from generators.document import quoted_line
from generators.document.blocks import Entry, ListItem, Paragraph, notes
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Run, Runs, Shared, Strong, joined
from generators.document.sharing import shared_line
from generators.model.citations import Source
from generators.model.parties import Party
from generators.model.records import Period, Provision, Step
from generators.model.reservations import Reservation
from generators.text.partial_dates import PartialDate


@once
def status(phrases: Phrases, record: str) -> list[Run]:
    """A record's status with its date or successor: "in force since 1 February 2008"; and
    of a text that does not apply yet from which day it does.
    """
    part = phrases.corpus.applies_in_part(record)
    already = phrases.ui("some of it already applies") if part else []
    return shared_line(
        joined((stands(phrases, record), phrases.applies_from(record), already))
    )


def stands(phrases: Phrases, record: str) -> list[Run]:
    """The same, without the day from which it applies."""
    corpus = phrases.corpus
    code, model = corpus.status(record), corpus.records[record]
    if code == "in-force" and model.in_force:
        return phrases.dated("in force since {date}", model.in_force)
    if code == "superseded":
        return quoted_line.superseded_by(phrases, record)
    end = (model.period.extended_to or model.period.to) if model.period else None
    if code == "expired" and end:
        return phrases.dated("expired: its period ended {date}", end)
    if code == "extended" and end:
        return phrases.dated("extended to {date}", end)
    day = model.adopted.date if model.adopted else None
    if code == "adopted" and day:
        return phrases.dated("adopted {date}", day)
    if code == "published" and day:
        return phrases.dated("published {date}", day)
    return phrases.label("statuses", code)


def facts(phrases: Phrases, record: str) -> list[Run]:
    """One line on a record: type, force, status, where it is known how many parties a
    binding one has, and the mechanisms that adopted it.
    """
    model, known = phrases.corpus.records[record], party_numbers(phrases.corpus, record)
    parties = number_of_parties(phrases, known) if known and model.binding else []
    kind, force = phrases.label("types", model.type), phrases.force_of(record)
    return joined(
        (kind, force, status(phrases, record), parties, adopters(phrases, record))
    )


def number_of_parties(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many are party to a text; nothing of a text without any."""
    if known.at_least:
        return phrases.some("at least {n} party", "at least {n} parties", known.all_)
    return phrases.some("{n} party", "{n} parties", known.all_)


def number_of_states(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many States a list of parties names; of one that may lack some, that there are
    at least so many.
    """
    if known.at_least:
        return phrases.counted("at least {n} State", "at least {n} States", known.states)
    return phrases.counted("{n} State", "{n} States", known.states)


def number_bound(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many States a text binds that binds its parties; nothing where none is known."""
    number = known.all_ - known.organisations
    if known.at_least:
        return phrases.some(
            "binding on at least {n} State", "binding on at least {n} States", number
        )
    return phrases.some("binding on {n} State", "binding on {n} States", number)


def adopters(phrases: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by name."""
    return joined(phrases.title_link(name) for name in phrases.corpus.adopters(record))


@once
def acronyms(phrases: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by acronym."""
    return shared_line(names(phrases, phrases.corpus.adopters(record)))


def regions(phrases: Phrases, owner: str) -> list[Run]:
    """The regions of a record or mechanism."""
    return joined(
        phrases.entry("regions", code) for code in phrases.corpus.regions(owner)
    )


def span(
    phrases: Phrases, since: PartialDate | None, until: PartialDate | None
) -> list[Run]:
    """An interval of membership or force in words; empty where neither end is known."""
    if since and until:
        return phrases.ui(
            "{since} to {until}", since=phrases.date(since), until=phrases.date(until)
        )
    if since:
        return phrases.dated("since {date}", since)
    return phrases.dated("until {date}", until)


def period(phrases: Phrases, of: Period | None) -> list[Run]:
    """The period of a plan; empty where there is none."""
    if of is None:
        return []
    ends = of.extended_to or of.to
    return (
        span(phrases, of.from_, ends)
        if ends
        else phrases.dated("from {date}, no end set", of.from_)
    )


def states(phrases: Phrases, codes: Iterable[str]) -> list[Run]:
    """States in a row, in the order of their names in this language."""
    ordered = sorted(codes, key=phrases.order_of_state)
    return joined(map(phrases.state, ordered), phrases.localizer.comma)


def labels(phrases: Phrases, of: str, codes: Sequence[str]) -> list[Run]:
    """Labels of a list in a row; all but the first, and names, begin with a small letter."""
    found, entries = [], phrases.corpus.vocabularies.of(of)
    for code in codes:
        label = phrases.label(of, code)
        if found and code in entries and not _NAME.search(entries[code].label):
            label = [
                run[:1].lower() + run[1:] if isinstance(run, str) else run
                for run in label
            ]
        found.append(label)
    return joined(found, phrases.localizer.enumeration)


_NAME = re.compile(r"^State|.\b[A-Z]")
"""What says of an English label that it is a name, or is written as one."""


def names(phrases: Phrases, owners: Iterable[str], anchor: str = "") -> list[Run]:
    """Records or mechanisms in a row, by their shortest usual names; ``anchor`` is a
    place on their pages.
    """
    return joined(phrases.name(owner, anchor) for owner in owners)


def timeline(phrases: Phrases, record: str) -> list[tuple[list[Run], list[Run]]]:
    """What happened to a record when, in order of time: label, and date with place, each
    with the sign of its confidence where that is not the record's.
    """
    return [
        _moment(phrases, record, each) for each in timeline_of(phrases.corpus, record)
    ]


def _moment(phrases: Phrases, record: str, each: Moment) -> tuple[list[Run], list[Run]]:
    alike = (
        each.place and each.place_confidence == each.confidence
    )  # one sign, after both
    of_day = [] if alike else own_confidence(phrases, record, each.confidence)
    day = [*phrases.date(each.day), *of_day] if each.day else []
    of_place = own_confidence(phrases, record, each.place_confidence)
    place = [*phrases.place(each.place), *of_place] if each.place else []
    return [happened(phrases, each.what)], joined((day, place), phrases.localizer.comma)


def happened(phrases: Phrases, what: str) -> str:
    """What happened to a record, or will (``timeline.Moment``), in a word or two."""
    ui = phrases.localizer.gettext
    return {
        "adopted": ui("Adopted"),
        "published": ui("Published"),
        "signature": ui("Opened for signature"),
        "in-force": ui("In force"),
        "applies-from": ui("Applies from"),
        "transposition-due": ui("To be transposed by"),
        "period-from": ui("Period begins"),
        "period-to": ui("Period ends"),
        "extended-to": ui("Extended to"),
    }[what]


def own_confidence(phrases: Phrases, owner: str, confidence: str) -> list[Run]:
    """How sure one value is, in brackets, where that is not what is shown for its record
    or mechanism.
    """
    shown = phrases.corpus.confidence_shown(owner)
    return in_brackets([], phrases.confidence(confidence)) if confidence != shown else []


def joined_when(
    phrases: Phrases, record: str, party: Party, usual: str = "", article: bool = True
) -> list[Run]:
    """When and how a State joined a text, from which day it is bound, and until when:
    "Ratification: 30 August 2004 · binding on it since 29 September 2004 (Art. 17(2))".
    The way that is ``usual`` goes without saying.
    """
    known = way(phrases, record, party) if party.how != usual else []
    bound = joined(
        (bound_since(phrases, record, party, article), as_amended(phrases, party))
    )
    if party.since and not party.until and party.how:
        day = phrases.date(party.since)
        return joined((phrases.labelled(known, day) if known else day, bound))
    in_law = in_national_law(phrases, record, party) if article else []
    return joined((span(phrases, party.since, party.until), known, bound, in_law))


def way(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """How a State came to be bound: by which act, or as a member of which organisation."""
    of = phrases.corpus.records[record].parties
    if party.how == MEMBERSHIP and of and of.members_of:
        return phrases.labelled(phrases.ui("as a member of"), phrases.name(of.members_of))
    return phrases.label("ratification-ways", party.how)


def as_amended(phrases: Phrases, party: Party) -> list[Run]:
    """When a State that had joined a text before joined it as it was amended."""
    if party.as_amended is None:
        return []
    label = phrases.ui("joined the text as amended")
    return phrases.labelled(label, phrases.date(party.as_amended))


def in_national_law(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """By when a State that an act binds had to put it into its law; empty of a State that
    left, and where the act bound it only after that day.
    """
    due, bound = (
        phrases.corpus.records[record].transposition_due,
        phrases.corpus.bound_since(record, party),
    )
    if due is None or party.until or party.how != MEMBERSHIP:
        return []
    if bound is None or bound.day.surely_after(due):
        return []
    return phrases.labelled(phrases.ui("to be in national law by"), phrases.date(due))


def bound_since(
    phrases: Phrases, record: str, party: Party, article: bool = True
) -> list[Run]:
    """From which day a text binds a State, with the ``article`` where the day follows
    from it; empty where that was not read, and of a text that does not bind.
    """
    found = phrases.corpus.bound_since(record, party)
    if found is None or not phrases.corpus.records[record].binding:
        return []
    words = phrases.dated("binding on it since {date}", found.day)
    if found.day.first > phrases.corpus.today:
        words = phrases.dated("binding on it from {date}", found.day)
    return in_brackets(
        words, phrases.reference(found.ref, record) if found.computed and article else []
    )


def reservations(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """What a State reserved or declared and has not withdrawn, each with the articles
    that it is about.
    """
    return joined(
        reservation(phrases, record, each)
        for each in party.reservations
        if not each.withdrawn
    )


def reservation(phrases: Phrases, record: str, each: Reservation) -> list[Run]:
    """One of these; of what we have not read, that there is one."""
    if each.says is None:
        return phrases.ui("has a reservation or declaration that we have not read")
    kind, place = (
        phrases.label("reservation-kinds", each.kind),
        phrases.reference(each.refs, record),
    )
    said = phrases.labelled(in_brackets(kind, place), phrases.text_of(record, each.says))
    return in_brackets(said, phrases.confidence(each.confidence))


def value(phrases: Phrases, of: Provision | Step) -> list[Run]:
    """The number that a provision or step sets, and the time within which it must be
    done.
    """
    within, number = (
        phrases.measure(of.within),
        bounded(phrases, phrases.measure(of.value), of.value_is),
    )
    return joined(
        (number, phrases.ui("within {length}", length=within) if within else [])
    )


def bounded(phrases: Phrases, measure: list[Run], value_is: str | None) -> list[Run]:
    """A number in words with what the text says of it: ``least``, ``most``, or that it is
    that number.
    """
    if measure and value_is == "least":
        return phrases.ui("{number} or more", number=measure)
    return (
        phrases.ui("up to {number}", number=measure)
        if measure and value_is == "most"
        else measure
    )


def general_law(phrases: Phrases, number: int) -> list[Run]:
    """What the fold of general law is called, with how many texts it has."""
    return phrases.ui("General law that also applies ({n})", n=phrases.number(number))


def in_general(phrases: Phrases) -> list[Run]:
    """What general texts are about. Not all of them bind, so it does not say "law"."""
    return phrases.ui("On human rights, migration or crime in general")


def law_by_name(
    phrases: Phrases, law: Sequence[str], anchor: str = ""
) -> list[Paragraph]:
    """General texts in one line: their names, each leading to the text (to its
    ``anchor``).
    """
    return notes(phrases.labelled(in_general(phrases), names(phrases, law, anchor)))


def only_for(
    phrases: Phrases, line: Located, topic: str = "", children: bool = False
) -> list[Run]:
    """For which groups of persons alone a line holds, where that needs to be said
    (``groups_beside``); empty for everyone.
    """
    return of_groups(phrases, groups_beside(phrases.corpus, line, topic, children))


def of_groups(phrases: Phrases, codes: Iterable[str]) -> list[Run]:
    """That something holds for groups of persons alone; empty where there are none."""
    return joined([Strong(phrases.label("groups", code))] for code in codes)


def for_whom_first(phrases: Phrases, whom: list[Run], text: list[Run]) -> list[Run]:
    """A sentence behind those for whom alone it holds, so that nobody else reads it as
    their own.
    """
    return phrases.labelled(whom, text) if whom else text


def line(
    phrases: Phrases,
    of: Located,
    topic: str = "",
    children: bool = False,
    place: Runs = (),
) -> Entry:
    """A provision or step wherever it is quoted: its number, for whom alone it holds, our
    words for what it says, and in one line whether it says must or may, where it stands
    (``place``; else its text and article), what its text is where it does not bind, and
    how sure that is where it was not read.
    """
    record, told = of.record, of.line
    provision = isinstance(told, Provision)
    strength = phrases.strength(told.strength) if provision else []
    where = place or phrases.cited(phrases.name(record, of.anchor), told.ref, record)
    force = quoted_line.force(phrases, record, told)
    about = joined((strength, where, force, phrases.sure(record, told)))
    text = sentence(phrases, of, topic, children)
    return Entry(text, [about], value=value(phrases, told))


def sentence(
    phrases: Phrases, of: Located, topic: str = "", children: bool = False
) -> list[Run]:
    """Our words for what a provision or step says, behind those for whom alone it holds."""
    says = of.line.says if isinstance(of.line, Provision) else of.line.does
    whom = only_for(phrases, of, topic, children)
    return for_whom_first(phrases, whom, phrases.text_of(of.record, says))


def place(phrases: Phrases, of: Located) -> list[Run]:
    """The text that a provision stands in, and its place there."""
    return phrases.cited(phrases.name(of.record, of.anchor), of.line.ref, of.record)


def places(phrases: Phrases, lines: Sequence[Located]) -> list[Run]:
    """A text (that of all the lines) with the places in it where they stand."""
    record, anchor, *_ = lines[0]
    refs = dict.fromkeys(each.line.ref for each in lines)
    where = joined(
        (phrases.reference(ref, record) for ref in refs), phrases.localizer.comma
    )
    name = phrases.name(record, anchor)
    return phrases.ui("{record}, {ref}", record=name, ref=where) if where else name


def year(phrases: Phrases, record: str) -> str:
    """The year by which a record is put in order of time; empty where no day is known."""
    day = phrases.corpus.day(record)
    return str(day.year) if day else ""


@once
def record_item(
    phrases: Phrases, record: str, confidence: str = "", force: bool = True
) -> Shared[ListItem]:
    """A record in a list: year, title, type, its ``force`` where the list does not say
    it, status, and how sure that is (``confidence``; else its own).
    """
    sure = phrases.confidence(confidence or phrases.corpus.confidence_shown(record))
    kind = phrases.label("types", phrases.corpus.records[record].type)
    binding = phrases.force_of(record) if force else []
    about = joined((kind, binding, status(phrases, record), sure))
    return Shared(ListItem(phrases.title_link(record), about, year(phrases, record)))


def in_brackets(first: Runs, more: Runs) -> list[Run]:
    """A name, and in brackets what is to be known of it."""
    return [*first, " ", Annotation(["(", *more, ")"])] if more else list(first)


def source(phrases: Phrases, of: Source) -> ListItem:
    """A source: its title, which leads to its address where one was seen, what kind it
    is, and when it was read.
    """
    where = [] if of.url else phrases.ui("named, no address seen")
    if of.upload:
        where = phrases.ui("on a site of uploads, to which we do not link")
    if of.repo and not of.url:
        where = phrases.ui(
            "in the public repository {name}", name=phrases.number_of(of.repo)
        )
    kind, title = phrases.label("source-kinds", of.kind), phrases.english(of.title)
    copied = phrases.ui("a third party's copy") if of.copy_ else []
    read = phrases.ui("read {date}", date=phrases.date(of.seen)) if of.seen else []
    about = joined((where, kind, copied, read))
    return ListItem(
        phrases.outside(address(of), title) or title, about, anchor=source_anchor(of.id)
    )


def address(of: Source) -> str:
    """Where a source can be read: its address, else the file in a public repository, at
    the commit that was read; empty where neither was seen.
    """
    file = (
        f"https://github.com/{of.repo}/blob/{of.commit or 'HEAD'}/{quote(of.path)}"
        if of.path
        else ""
    )
    return of.url or file
