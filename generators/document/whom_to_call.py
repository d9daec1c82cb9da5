"""Whom to call in a State: the numbers that are recent enough, each with who answers, for
whom, from which page and day; and who is responsible, by pages that are recent enough.
What only older pages name stands apart, and on the page of the State alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generators.corpus.located import SOURCE, Localized, grouped
from generators.corpus.whom_to_call import Named, Reachable, WhomToCall, whom_to_call
from generators.document.blocks import (
    Block,
    Fact,
    Facts,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Outside, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import StateContact

ANCHOR = "whom-to-call"
_DOOR = "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/Countries.aspx"
_TREATY_BODIES = dict(zip("en es fr".split(), "EN SP FR".split(), strict=True))
"""What the pages of the treaty bodies call the languages that they have."""


def section(phrases: Phrases, state: str) -> Section:
    """Whom to call in a State (alpha-3 code), and who is responsible."""
    called = [
        *numbers(phrases, state, ""),
        *notes(usable_until(phrases, state), embassy(phrases)),
    ]
    who = [*responsible(phrases, state), *_outdated(phrases, state)]
    return Section(phrases.ui("Whom to call"), [*called, *who], ANCHOR)


def numbers(
    phrases: Phrases, state: str, anchor: str = ANCHOR, brief: bool = False
) -> list[Block]:
    """The numbers to call in a State, or in one sentence that there is none; ``anchor``
    is the place of the first line. ``brief``: the first line in full; of the others no
    name, hours and page.
    """
    found = whom_to_call(phrases.corpus, state)
    none = phrases.ui("We have not looked yet for a number to call in this State.")
    if found:
        day = phrases.date(found.looked)
        none = phrases.ui(
            "We looked on {day} and found no recent number on an official page.", day=day
        )
    first, *others = (_lines(phrases, found, brief) if found else []) or [ListItem(none)]
    return [List([first._replace(anchor=anchor), *others], "plain")]


def further(phrases: Phrases, state: str) -> list[Block]:
    """What ``numbers`` leaves out in brief: the second line of a State and those after
    it, in full.
    """
    found = whom_to_call(phrases.corpus, state)
    others = _lines(phrases, found)[2 if found.named else 1 :] if found else []
    return List(others, "plain").shown()


def first_number(phrases: Phrases, state: str) -> list[Block]:
    """The first number to call in a State, before all else on its page; nothing where
    none may be shown.
    """
    found = whom_to_call(phrases.corpus, state)
    if not found or found.named or not found.lines:
        return []
    first = found.lines[0]
    return [Paragraph(joined((_called(phrases, first), _check(phrases, first))), "facts")]


def _lines(phrases: Phrases, found: WhomToCall, brief: bool = False) -> list[ListItem]:
    """The lines of a State with their numbers; where no number may be shown, that
    sentence and the pages.
    """
    if found.named:
        pages = [_named_line(phrases, each) for each in found.named]
        return [ListItem(unprinted(phrases)), *(pages[:1] if brief else pages)]
    items = [
        ListItem(_called(phrases, each), about_contact(phrases, each))
        for each in found.lines
    ]
    return (
        [*items[:1], *(_brief(phrases, each) for each in found.lines[1:])]
        if brief
        else items
    )


def _brief(phrases: Phrases, each: Reachable) -> ListItem:
    """A number, for whom it is and who answers; whose it is, if we do not know for whom."""
    named = [] if each.contact.subject else [" ", *contact_name(phrases, each.contact)]
    part = _local(phrases) if "local" in each.contact.doubts else []
    about = joined((*_before_calling(phrases, each), part))
    return ListItem([*_linked(each), *named], about)


def unprinted(phrases: Phrases) -> list[Run]:
    """That the lines that follow have no number that may be shown."""
    return phrases.ui("We have no recent number for these lines.")


def responsible(phrases: Phrases, state: str) -> list[Block]:
    """Who is responsible in a State, by the pages that say so, and where to look further."""
    found = whom_to_call(phrases.corpus, state)
    return [
        *(_responsible(phrases, found) if found else ()),
        *notes(_further(phrases, state)),
    ]


def usable_until(phrases: Phrases, state: str) -> list[Run]:
    """The last day on which a copy of the numbers may be used; empty where there are
    none.
    """
    found = whom_to_call(phrases.corpus, state)
    if not (found and found.valid_until):
        return []
    until = phrases.date(found.valid_until)
    return phrases.ui(
        "Numbers change. Use a printed or saved copy of this list until {day} only.",
        day=until,
    )


def embassy(phrases: Phrases) -> list[Run]:
    """Whom a person in danger is never sent to: advice of ours."""
    return phrases.ui(
        "Do not send anyone who may need protection to the embassy of their own State."
    )


def _further(phrases: Phrases, state: str) -> list[Run]:
    """Where the United Nations keeps what its treaty bodies told a State; no number to
    call stands there.
    """
    language = _TREATY_BODIES.get(phrases.language, "EN")
    words = phrases.ui(
        "reports and recommendations to this State, United Nations treaty bodies"
    )
    door = phrases.outside(f"{_DOOR}?CountryCode={state}&Lang={language}", words)
    return phrases.labelled(phrases.ui("Where to look further"), door)


def _called(phrases: Phrases, each: Reachable) -> list[Run]:
    return [*_linked(each), " ", *contact_name(phrases, each.contact)]


def _linked(each: Reachable) -> Runs:
    lines = ((number, f"tel:{dialled(number)}") for number in each.contact.numbers)
    return joined([Strong([Outside([Reference(number)], url)])] for number, url in lines)


def dialled(number: str) -> str:
    """A number as a telephone dials it."""
    return re.sub(r"[^\d+]", "", number)


def about_contact(phrases: Phrases, each: Reachable) -> list[Run]:
    """For whom a line is, who answers, when, and from which page and day its number is."""
    contact = each.contact
    hours = [Reference(contact.hours)] if contact.hours else []
    free = phrases.ui("the call is free") if contact.free else []
    languages = joined(
        map(phrases.language_name, contact.languages), phrases.localizer.comma
    )
    page, doubts = _page(phrases, contact), _doubts(phrases, contact)
    return joined(
        (*_before_calling(phrases, each), hours, free, languages, page, *doubts)
    )


def _before_calling(phrases: Phrases, each: Reachable) -> tuple[Runs, Runs, Runs]:
    """Whether to check a number first, for whom it is, and who answers, whom the caller
    may fear.
    """
    answered = {
        "ngo": phrases.ui("an independent organisation answers"),
        "health": phrases.ui("a health service answers"),
        "government": phrases.ui("a public authority answers"),
        "police": phrases.ui("the police answer"),
        "immigration": phrases.ui("the immigration service answers"),
        "security": phrases.ui("a security service answers"),
    }
    who = answered.get(
        each.contact.answered_by or "", phrases.ui("we do not know who answers")
    )
    return _check(phrases, each), _subject(phrases, each.contact), who


def _check(phrases: Phrases, each: Reachable) -> Runs:
    return [Strong(phrases.ui("Check before you call"))] if each.check_first else []


def _named_line(phrases: Phrases, each: Named) -> ListItem:
    """A line without a number that may be shown: where that can be looked up, or what
    names the line.
    """
    return ListItem(_name(phrases, each.contact), _look_at(phrases, each))


def _look_at(phrases: Phrases, each: Named) -> list[Run]:
    """For whom a line without a number is, and the page that names it: its own, on which
    the number stands, or which other page that is.
    """
    names = {
        "official": phrases.ui("named on an official page"),
        "report": phrases.ui("named in a report"),
        "secondary": phrases.ui(
            "named by a newspaper or another page that is not official"
        ),
    }
    own = (
        phrases.ui("look for the number on its own page") if each.contact.own_page else []
    )
    return joined(
        (
            _subject(phrases, each.contact),
            own or names[each.contact.page],
            *_by_page(phrases, each),
        )
    )


def _by_page(phrases: Phrases, each: Named) -> list[Runs]:
    """The page that names a contact, with its age and with what speaks against relying on
    it.
    """
    old = []
    if each.is_old and each.contact.page_date:
        old = phrases.ui("older than two years: check whether it is still so")
    elif each.is_old:
        old = phrases.ui("a page without a day: check whether it is still so")
    return [_page(phrases, each.contact), old, *_doubts(phrases, each.contact)]


def _local(phrases: Phrases) -> list[Run]:
    return phrases.ui("for a part of the State only")


def _doubts(phrases: Phrases, contact: StateContact) -> list[Runs]:
    """What speaks against relying on a contact, as its editors recorded it."""
    words = {
        "renamed": phrases.ui("it may have another name today"),
        "replaced": phrases.ui("something later may have replaced or changed it"),
        "copy": phrases.ui("read in a copy on another site"),
        "draft": phrases.ui("a draft, not adopted when the page was written"),
        "local": _local(phrases),
        "role": phrases.ui("the page does not say plainly that this is its task"),
        "unconfirmed": phrases.ui("no other page that we read confirms it"),
        "day": phrases.ui("we worked out the day of the page ourselves"),
        "idle": phrases.ui("not at work when the page was written"),
    }
    return [words[each] for each in contact.doubts]


def _subject(phrases: Phrases, contact: StateContact) -> list[Run]:
    subjects = {
        "trafficking": phrases.ui("for victims of trafficking"),
        "reports": phrases.ui("to report trafficking"),
        "children": phrases.ui("for children"),
        "women": phrases.ui("for women who suffer violence"),
        "violence": phrases.ui("for victims of violence"),
        "everyone": phrases.ui("for everyone"),
    }
    return subjects.get(contact.subject or "", [])


def contact_name(phrases: Phrases, contact: StateContact) -> list[Run]:
    """What a body is called in its own language, and in English where that is another."""
    return _in_both(phrases, contact, contact.name or "", contact.name_en or "")


def _name(phrases: Phrases, contact: StateContact) -> list[Run]:
    """What a contact is called whose numbers may not be shown: a line may be called by
    its number.
    """
    return _in_both(
        phrases,
        contact,
        _unnumbered(contact, contact.name),
        _unnumbered(contact, contact.name_en),
    )


def _unnumbered(contact: StateContact, name: str | None) -> str:
    for number in contact.numbers:
        name = (name or "").replace(number, "")
    return " ".join((name or "").split())


def _in_both(
    phrases: Phrases, contact: StateContact, name: str, name_en: str
) -> list[Run]:
    own = (
        phrases.plain(Localized(name, contact.language or "zxx", SOURCE)) if name else []
    )
    english = phrases.english(name_en or None)
    return [*own, " (", *english, ")"] if own and english else list(own or english)


def _page(phrases: Phrases, contact: StateContact) -> list[Run]:
    """The page that says so, with its day; one on a site of uploads is named and not
    linked.
    """
    publisher = phrases.english(contact.publisher)
    page = phrases.outside(contact.url, publisher) or publisher
    return joined((page, phrases.date(contact.page_date)), phrases.localizer.comma)


def _responsible(phrases: Phrases, found: WhomToCall) -> Iterable[Block]:
    kinds = {
        "helpline": phrases.ui("Helplines without a number that we may show"),
        "identification": phrases.ui("Who identifies victims"),
        "investigation": phrases.ui("Who investigates, or takes reports"),
        "assistance": phrases.ui("Who helps victims"),
        "child-protection": phrases.ui("Child protection"),
        "referral-mechanism": phrases.ui("Referral mechanism"),
        "coordination": phrases.ui("Who coordinates"),
        "rapporteur": phrases.ui("National rapporteur"),
        "law": phrases.ui("National law"),
    }
    items = grouped(
        (each.contact.kind, _responsible_item(phrases, each)) for each in found.others
    )
    lists = {kind: List(own, "plain") for kind, own in items.items()}
    if rows := [
        Fact(label, blocks=[lists[kind]])
        for kind, label in kinds.items()
        if kind in lists
    ]:
        yield Fold(
            phrases.ui("Who is responsible, and pages to look at"), [Facts(rows, "lists")]
        )


def _responsible_item(phrases: Phrases, each: Named) -> ListItem:
    if each.contact.kind == "helpline":
        return _named_line(phrases, each)
    return ListItem(contact_name(phrases, each.contact), joined(_by_page(phrases, each)))


def _outdated(phrases: Phrases, state: str) -> list[Block]:
    """What only pages name that are too old or have no day: closed, with the year, to
    begin a search with; not by what it is for, which may be another's task today.
    """
    found = whom_to_call(phrases.corpus, state)
    items = [_outdated_item(phrases, each) for each in found.outdated] if found else []
    heading = phrases.ui(
        "Named only by pages that are older than five years or have no day"
    )
    return [Fold(heading, [List(items, "plain")])] if items else []


def _outdated_item(phrases: Phrases, each: StateContact) -> ListItem:
    publisher = phrases.english(each.publisher)
    page = phrases.outside(each.url, publisher) or publisher
    year = (
        phrases.number_of(str(each.page_date.first.year))
        if each.page_date
        else phrases.ui("no day")
    )
    dated = joined((page, year), phrases.localizer.comma)
    return ListItem(_name(phrases, each), joined((dated, *_doubts(phrases, each))))


def contact_words(phrases: Phrases, each: Reachable) -> Runs:
    """A line with its number in one line of text, for data."""
    return joined((contact_name(phrases, each.contact), about_contact(phrases, each)))


def named_words(phrases: Phrases, each: Named) -> Runs:
    """A line without a number, with its page, in one line of text, for data."""
    return joined((_name(phrases, each.contact), _look_at(phrases, each)))
