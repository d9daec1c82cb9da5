"""What is said of a record in one line: its status, its days, with whom, how sure.

Pages ask this module for lines of other things too. They are in ``short_lines`` (names
and days), ``joining`` (how a State joined) and ``quoted_line`` (lines of texts).
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from generators.corpus.anchors import source_anchor
from generators.corpus.memo import once
from generators.corpus.parties import PartyNumbers
from generators.corpus.parties import numbers as party_numbers
from generators.corpus.record_profile import Moment
from generators.corpus.record_profile import timeline as timeline_of
from generators.document.blocks import ListItem, Paragraph, notes
from generators.document.joining import as_amended as as_amended
from generators.document.joining import bound_since as bound_since
from generators.document.joining import in_national_law as in_national_law
from generators.document.joining import joined_when as joined_when
from generators.document.joining import reservation as reservation
from generators.document.joining import reservations as reservations
from generators.document.joining import way as way
from generators.document.phrases import Phrases
from generators.document.quoted_line import bounded as bounded
from generators.document.quoted_line import for_whom_first as for_whom_first
from generators.document.quoted_line import line as line
from generators.document.quoted_line import of_groups as of_groups
from generators.document.quoted_line import only_for as only_for
from generators.document.quoted_line import place as place
from generators.document.quoted_line import places as places
from generators.document.quoted_line import sentence as sentence
from generators.document.quoted_line import superseded_by
from generators.document.quoted_line import value as value
from generators.document.runs import Run, Shared, joined
from generators.document.sharing import shared_line
from generators.document.short_lines import in_brackets as in_brackets
from generators.document.short_lines import labels as labels
from generators.document.short_lines import names as names
from generators.document.short_lines import period as period
from generators.document.short_lines import span as span
from generators.document.short_lines import states as states
from generators.document.short_lines import year as year
from generators.model.citations import Source

# -- status ------------------------------------------------------------------------------


@once
def status(phrases: Phrases, record: str) -> list[Run]:
    """A record's status with its date or successor: "in force since 1 February 2008".

    Of a text that does not apply yet, from which day it does.
    """
    in_part: list[Run] = []
    if phrases.corpus.applies_in_part(record):
        in_part = phrases.ui("some of it already applies")
    applies_from = phrases.applies_from(record)
    return shared_line(joined((stands(phrases, record), applies_from, in_part)))


def stands(phrases: Phrases, record: str) -> list[Run]:
    """A record's status with its date or successor; where no date is known, its label."""
    code = phrases.corpus.status(record)
    model = phrases.corpus.records[record]
    if code == "superseded":
        return superseded_by(phrases, record)
    period_end = None
    if model.period:
        period_end = model.period.extended_to or model.period.to
    adopted_on = model.adopted.date if model.adopted else None
    with_date: list[Run] = []
    if code == "in-force":
        with_date = phrases.dated("in force since {date}", model.in_force)
    elif code == "expired":
        with_date = phrases.dated("expired: its period ended {date}", period_end)
    elif code == "extended":
        with_date = phrases.dated("extended to {date}", period_end)
    elif code == "adopted":
        with_date = phrases.dated("adopted {date}", adopted_on)
    elif code == "published":
        with_date = phrases.dated("published {date}", adopted_on)
    return with_date or phrases.label("statuses", code)


@once
def record_item(
    phrases: Phrases, record: str, confidence: str = "", force: bool = True
) -> Shared[ListItem]:
    """A record in a list: year, title, type, status, and how sure that is.

    It says too whether the text binds, unless the list does (``force`` is False).
    ``confidence`` is a code to show in the place of the record's own.
    """
    kind = phrases.label("types", phrases.corpus.records[record].type)
    binding = phrases.force_of(record) if force else []
    grade = confidence or phrases.corpus.confidence_shown(record)
    facts_of_it = (kind, binding, status(phrases, record), phrases.confidence(grade))
    title = phrases.title_link(record)
    return Shared(ListItem(title, joined(facts_of_it), year(phrases, record)))


def facts(phrases: Phrases, record: str) -> list[Run]:
    """One line on a record: type, force, status, parties, and who adopted it.

    How many parties there are is said of a binding text, where it is known.
    """
    model = phrases.corpus.records[record]
    kind = phrases.label("types", model.type)
    force = phrases.force_of(record)
    parties: list[Run] = []
    numbers = party_numbers(phrases.corpus, record)
    if numbers and model.binding:
        parties = number_of_parties(phrases, numbers)
    adopted_by = adopters(phrases, record)
    return joined((kind, force, status(phrases, record), parties, adopted_by))


# -- numbers of parties ------------------------------------------------------------------


def number_of_parties(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many are party to a text; empty of a text without any."""
    number = known.all_
    if known.at_least:
        return phrases.some("at least {n} party", "at least {n} parties", number)
    return phrases.some("{n} party", "{n} parties", number)


def number_of_states(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many States a list of parties names.

    "At least" that number of a list that may lack some.
    """
    number = known.states
    if known.at_least:
        return phrases.counted("at least {n} State", "at least {n} States", number)
    return phrases.counted("{n} State", "{n} States", number)


def number_bound(phrases: Phrases, known: PartyNumbers) -> list[Run]:
    """How many States a text binds that binds its parties; empty where none is known."""
    number = known.all_ - known.organisations
    if known.at_least:
        return phrases.some(
            "binding on at least {n} State", "binding on at least {n} States", number
        )
    return phrases.some("binding on {n} State", "binding on {n} States", number)


# -- mechanisms and regions --------------------------------------------------------------


def adopters(phrases: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by name."""
    return joined(phrases.title_link(name) for name in phrases.corpus.adopters(record))


@once
def acronyms(phrases: Phrases, record: str) -> list[Run]:
    """The mechanisms that adopted a record, by acronym."""
    return shared_line(names(phrases, phrases.corpus.adopters(record)))


def regions(phrases: Phrases, owner: str) -> list[Run]:
    """The regions of a record or mechanism (``owner`` is its id)."""
    codes = phrases.corpus.regions(owner)
    return joined(phrases.entry("regions", code) for code in codes)


# -- days --------------------------------------------------------------------------------


def timeline(phrases: Phrases, record: str) -> list[tuple[list[Run], list[Run]]]:
    """What happened to a record when, in order of time: pairs of a label and a value.

    The value is a date with its place. Each has the sign of its confidence where that is
    not the record's.
    """
    moments = timeline_of(phrases.corpus, record)
    return [_moment_row(phrases, record, moment) for moment in moments]


def _moment_row(
    phrases: Phrases, record: str, moment: Moment
) -> tuple[list[Run], list[Run]]:
    """The label of something that happened, and its date with its place.

    Where both are equally sure, they have one sign, after both.
    """
    one_sign = moment.place and moment.place_confidence == moment.confidence
    day: list[Run] = []
    if moment.day:
        day = phrases.date(moment.day)
        if not one_sign:
            day = [*day, *own_confidence(phrases, record, moment.confidence)]
    where: list[Run] = []
    if moment.place:
        sign = own_confidence(phrases, record, moment.place_confidence)
        where = [*phrases.place(moment.place), *sign]
    label: list[Run] = [happened(phrases, moment.what)]
    return label, joined((day, where), phrases.localizer.comma)


def happened(phrases: Phrases, what: str) -> str:
    """What happened to a record, or will, in a word or two; ``what`` is as in
    ``record_profile.Moment``.
    """
    gettext = phrases.localizer.gettext
    return {
        "adopted": gettext("Adopted"),
        "published": gettext("Published"),
        "signature": gettext("Opened for signature"),
        "in-force": gettext("In force"),
        "applies-from": gettext("Applies from"),
        "transposition-due": gettext("To be transposed by"),
        "period-from": gettext("Period begins"),
        "period-to": gettext("Period ends"),
        "extended-to": gettext("Extended to"),
    }[what]


def own_confidence(phrases: Phrases, owner: str, confidence: str) -> list[Run]:
    """How sure one value is, in brackets.

    Empty where it is as sure as its record or mechanism (``owner`` is the id).
    """
    if confidence == phrases.corpus.confidence_shown(owner):
        return []
    return in_brackets([], phrases.confidence(confidence))


# -- general law -------------------------------------------------------------------------


def general_law(phrases: Phrases, number: int) -> list[Run]:
    """The label of the fold of general law, with how many texts it has."""
    return phrases.ui("General law that also applies ({n})", n=phrases.number(number))


def in_general(phrases: Phrases) -> list[Run]:
    """What general texts are about. Not all of them bind, so it does not say "law"."""
    return phrases.ui("On human rights, migration or crime in general")


def law_by_name(
    phrases: Phrases, law: Sequence[str], anchor: str = ""
) -> list[Paragraph]:
    """General texts (ids) in one line, by name; none where there are none.

    Each name leads to the page of its text, at its ``anchor``.
    """
    return notes(phrases.labelled(in_general(phrases), names(phrases, law, anchor)))


# -- sources -----------------------------------------------------------------------------


def source(phrases: Phrases, cited: Source) -> ListItem:
    """A source: its title, its kind, and when it was read.

    The title leads to the address. Where no address was seen, the line says so.
    """
    title = phrases.english(cited.title)
    facts_of_it = [
        _where_it_is(phrases, cited),
        phrases.label("source-kinds", cited.kind),
    ]
    if cited.copy_:
        facts_of_it.append(phrases.ui("a third party's copy"))
    if cited.seen:
        facts_of_it.append(phrases.ui("read {date}", date=phrases.date(cited.seen)))
    link = phrases.outside(address(cited), title)
    return ListItem(link or title, joined(facts_of_it), anchor=source_anchor(cited.id))


def _where_it_is(phrases: Phrases, cited: Source) -> list[Run]:
    """Where a source is, if not at an address of its own; else empty.

    It is in a public repository, on a site of uploads, or nobody saw its address.
    """
    if cited.repo and not cited.url:
        repository = phrases.number_of(cited.repo)
        return phrases.ui("in the public repository {name}", name=repository)
    if cited.upload:
        return phrases.ui("on a site of uploads, to which we do not link")
    if cited.url:
        return []
    return phrases.ui("named, no address seen")


def address(cited: Source) -> str:
    """The web address where a source can be read; empty where none was seen.

    Else it is the file in a public repository, at the commit that was read.
    """
    if cited.url:
        return cited.url
    if not cited.path:
        return ""
    commit = cited.commit or "HEAD"
    return f"https://github.com/{cited.repo}/blob/{commit}/{quote(cited.path)}"
