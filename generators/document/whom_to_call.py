"""Whom to call in a State: the numbers that are recent enough, and who is responsible.

Each number has who answers, for whom it is, and the page and day that it is from. What
only older pages name is apart from these, on the page of the State only.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus.addresses import Target
from generators.corpus.located import grouped
from generators.corpus.whom_to_call import (
    Named,
    Reachable,
    WhomToCall,
    whom_to_call,
)
from generators.document import emergency
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
from generators.document.contact_names import (
    contact_name,
    name_without_numbers,
    number_and_name,
    number_links,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import ContactKind, StateContact

ANCHOR = "whom-to-call"
_TREATY_BODIES_PAGE = (
    "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/Countries.aspx"
)
_TREATY_BODIES_LANGUAGES = dict(zip("en es fr".split(), "EN SP FR".split(), strict=True))
"""What the pages of the treaty bodies call the languages that they have."""


# -- the parts of a page -----------------------------------------------------------------


def whom_to_call_section(phrases: Phrases, state: str) -> Section:
    """Whom to call in a State (alpha-3 code), and who is responsible."""
    blocks = _numbers(phrases, state)
    blocks += notes(usable_until(phrases, state), embassy_advice(phrases))
    blocks += responsible_blocks(phrases, state)
    blocks += _outdated_fold(phrases, state)
    return Section(phrases.ui("Whom to call"), blocks, ANCHOR)


def _numbers(phrases: Phrases, state: str) -> list[Block]:
    """The numbers to call in a State, or in one sentence that there is none.

    The emergency number comes after the lines; where no line has a number it is the
    first.
    """
    contacts = whom_to_call(phrases.corpus, state)
    items = contact_items(phrases, contacts) if contacts else []
    if not items:
        items = [ListItem(no_number(phrases, state))]
    if contacts and contacts.emergency and contacts.lines:
        items = [*items, emergency.number_item(phrases, contacts.emergency)]
    elif contacts and contacts.emergency:
        items = [emergency.number_item(phrases, contacts.emergency), *items]
    advice = emergency.documents_advice(phrases, state)
    return [List(items, "plain"), *notes(advice)]


def no_number(phrases: Phrases, state: str) -> list[Run]:
    """That we found no number in a State (alpha-3 code), or only an emergency number.

    Where no contact is recorded, only the emergency number was looked for, or nothing.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None:
        return phrases.ui("We have not looked yet for a number to call in this State.")
    if contacts.emergency:
        return phrases.ui("We have no recent number of a helpline in this State.")
    day = phrases.date(contacts.looked)
    if not phrases.corpus.contacts[state].contacts:
        return phrases.ui(
            "We looked on {day} for an emergency number and found none on which our "
            "sources agree. We have not looked yet for helplines.",
            day=day,
        )
    return phrases.ui(
        "We looked on {day} and found no recent number on an official page.", day=day
    )


def all_contacts(phrases: Phrases, state: str) -> list[Run]:
    """A link to all numbers and bodies of a State, each with its page and its day."""
    words = phrases.ui("All numbers and bodies that we know, with their sources")
    return [Link(words, Target("state", state, ANCHOR))]


def first_number(phrases: Phrases, state: str) -> list[Block]:
    """The first number to call in a State, to open its page. Where no line has one it is
    the emergency number. Nothing where no number may be shown.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None:
        return []
    if contacts.lines:
        first = contacts.lines[0]
        line = joined((number_and_name(phrases, first), _warning(phrases, first)))
        return [Paragraph(line, "facts")]
    if contacts.emergency is None:
        return []
    number = emergency.number_and_service(phrases, contacts.emergency)
    line = joined((number, *emergency.how_sure(phrases, contacts.emergency)))
    advice = emergency.documents_advice(phrases, state)
    return [Paragraph(line, "facts"), *notes(advice)]


def usable_until(phrases: Phrases, state: str) -> list[Run]:
    """The last day on which a copy of the numbers may be used; empty where there are
    none.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None or contacts.valid_until is None:
        return []
    return phrases.ui(
        "Numbers change. Use a printed or saved copy of this list until {day} only.",
        day=phrases.date(contacts.valid_until),
    )


def embassy_advice(phrases: Phrases) -> list[Run]:
    """Our advice to send nobody in danger to the embassy of their own State."""
    return phrases.ui(
        "Do not send anyone who may need protection to the embassy of their own State."
    )


def unprinted(phrases: Phrases) -> list[Run]:
    """That the lines that follow have no number that may be shown."""
    return phrases.ui("We have no recent number for these lines.")


# -- lines with and without a number -----------------------------------------------------


def contact_items(
    phrases: Phrases, contacts: WhomToCall, brief: bool = False
) -> list[ListItem]:
    """The lines of a State with their numbers. Where no number may be shown it is a
    sentence that says so, and the lines with their pages.

    In ``brief`` only the first line is in full.
    """
    if contacts.named:
        unnumbered = [unnumbered_item(phrases, contact) for contact in contacts.named]
        return [ListItem(unprinted(phrases)), *unnumbered]
    items: list[ListItem] = []
    for contact in contacts.lines:
        if brief and items:
            items.append(_brief_item(phrases, contact))
        else:
            name = number_and_name(phrases, contact)
            items.append(ListItem(name, about_contact(phrases, contact)))
    return items


def _brief_item(phrases: Phrases, line: Reachable) -> ListItem:
    """A number, for whom it is, who answers, and whether it is for a part of the State
    only. If we do not know for whom it is, it has its name.
    """
    words = [*number_links(line)]
    if not line.contact.subject:
        words += [" ", *contact_name(phrases, line.contact)]
    about: list[Runs] = [*_before_calling(phrases, line)]
    if "local" in line.contact.doubts:
        about.append(_for_a_part(phrases))
    return ListItem(words, joined(about))


def unnumbered_item(phrases: Phrases, line: Named) -> ListItem:
    """A line without a number that may be shown: its name, and where to look the number
    up.
    """
    return ListItem(
        name_without_numbers(phrases, line.contact), _page_to_see(phrases, line)
    )


def _page_to_see(phrases: Phrases, line: Named) -> list[Run]:
    """For whom a line without a number is, and the page that names it. That is the line's
    own page, which has the number, or another one.
    """
    pages = {
        "official": phrases.ui("named on an official page"),
        "report": phrases.ui("named in a report"),
        "secondary": phrases.ui(
            "named by a newspaper or another page that is not official"
        ),
    }
    kind_of_page = pages[line.contact.page]
    if line.contact.own_page:
        kind_of_page = phrases.ui("look for the number on its own page")
    for_whom = _for_whom(phrases, line.contact)
    return joined((for_whom, kind_of_page, *page_and_doubts(phrases, line)))


def about_contact(phrases: Phrases, line: Reachable) -> list[Run]:
    """For whom a line is, who answers, when, and in which languages. After that it has
    the page and day that the number is from.
    """
    contact = line.contact
    languages = map(phrases.language_name, contact.languages)
    return joined(
        (
            *_before_calling(phrases, line),
            [Reference(contact.hours)] if contact.hours else [],
            phrases.ui("the call is free") if contact.free else [],
            joined(languages, phrases.localizer.comma),
            _page(phrases, contact),
            *_doubts(phrases, contact),
        )
    )


def _before_calling(phrases: Phrases, line: Reachable) -> tuple[Runs, Runs, Runs]:
    """Whether to check a number first, for whom it is, and who answers. A caller may fear
    some of those who answer.
    """
    answers = {
        "ngo": phrases.ui("an independent organisation answers"),
        "health": phrases.ui("a health service answers"),
        "government": phrases.ui("a public authority answers"),
        "police": phrases.ui("the police answer"),
        "immigration": phrases.ui("the immigration service answers"),
        "security": phrases.ui("a security service answers"),
    }
    who_answers = phrases.ui("we do not know who answers")
    if line.contact.answered_by:
        who_answers = answers[line.contact.answered_by]
    return _warning(phrases, line), _for_whom(phrases, line.contact), who_answers


def _warning(phrases: Phrases, line: Reachable) -> Runs:
    """The advice to check a number before calling; empty where the number is recent."""
    return [Strong(phrases.ui("Check before you call"))] if line.check_first else []


# -- who is responsible ------------------------------------------------------------------


def responsible_blocks(phrases: Phrases, state: str) -> list[Block]:
    """Who is responsible in a State, by the pages that say so; where to look further."""
    contacts = whom_to_call(phrases.corpus, state)
    blocks: list[Block] = []
    if contacts:
        blocks += _responsible_fold(phrases, contacts.others)
    blocks += notes(_treaty_bodies_link(phrases, state))
    return blocks


def _treaty_bodies_link(phrases: Phrases, state: str) -> list[Run]:
    """Where the United Nations keeps what its treaty bodies told a State. That page has
    no number to call.
    """
    language = _TREATY_BODIES_LANGUAGES.get(phrases.language, "EN")
    address = f"{_TREATY_BODIES_PAGE}?CountryCode={state}&Lang={language}"
    words = phrases.ui(
        "reports and recommendations to this State, United Nations treaty bodies"
    )
    link = phrases.outside(address, words)
    return phrases.labelled(phrases.ui("Where to look further"), link)


def _responsible_fold(phrases: Phrases, contacts: Sequence[Named]) -> list[Fold]:
    """A fold of contacts without a number, by kind; nothing where there are none."""
    labels: dict[ContactKind, Runs] = {
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
    items_by_kind = grouped(
        (contact.contact.kind, _responsible_item(phrases, contact))
        for contact in contacts
    )
    rows = [
        Fact(label, blocks=[List(items_by_kind[kind], "plain")])
        for kind, label in labels.items()
        if kind in items_by_kind
    ]
    if not rows:
        return []
    summary = phrases.ui("Who is responsible, and pages to look at")
    return [Fold(summary, [Facts(rows, "lists")])]


def _responsible_item(phrases: Phrases, line: Named) -> ListItem:
    """A body or law with the page that names it; a helpline with where its number is."""
    if line.contact.kind == "helpline":
        return unnumbered_item(phrases, line)
    name = contact_name(phrases, line.contact)
    return ListItem(name, joined(page_and_doubts(phrases, line)))


def _outdated_fold(phrases: Phrases, state: str) -> list[Fold]:
    """A fold of what only old pages or pages without a day name, to begin a search with.
    Nothing where there is none.

    It does not say what they are for: that may be the task of another body today.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None or not contacts.outdated:
        return []
    items = [_outdated_item(phrases, contact) for contact in contacts.outdated]
    summary = phrases.ui(
        "Named only by pages that are older than five years or have no day"
    )
    return [Fold(summary, [List(items, "plain")])]


def _outdated_item(phrases: Phrases, contact: StateContact) -> ListItem:
    """What an old page names: its name, the page with its year, and our doubts."""
    publisher = phrases.english(contact.publisher)
    page = phrases.outside(contact.url, publisher) or publisher
    if contact.page_date:
        year = phrases.number_of(str(contact.page_date.first.year))
    else:
        year = phrases.ui("no day")
    dated_page = joined((page, year), phrases.localizer.comma)
    about = joined((dated_page, *_doubts(phrases, contact)))
    return ListItem(name_without_numbers(phrases, contact), about)


# -- what is said of one contact ---------------------------------------------------------


def page_and_doubts(phrases: Phrases, line: Named) -> list[Runs]:
    """The page that names a contact, whether it is old, and what speaks against relying
    on the contact. What is empty has nothing to say.
    """
    warning: Runs = []
    if line.is_old and line.contact.page_date:
        warning = phrases.ui("older than two years: check whether it is still so")
    elif line.is_old:
        warning = phrases.ui("a page without a day: check whether it is still so")
    return [_page(phrases, line.contact), warning, *_doubts(phrases, line.contact)]


def _page(phrases: Phrases, contact: StateContact) -> list[Run]:
    """The page that names a contact, by its publisher, with its day. A page on a site of
    uploads is named and not linked.
    """
    publisher = phrases.english(contact.publisher)
    page = phrases.outside(contact.url, publisher) or publisher
    return joined((page, phrases.date(contact.page_date)), phrases.localizer.comma)


def _for_a_part(phrases: Phrases) -> list[Run]:
    """That a contact is for a part of the State only."""
    return phrases.ui("for a part of the State only")


def _doubts(phrases: Phrases, contact: StateContact) -> list[Runs]:
    """What speaks against relying on a contact, as its editors recorded it."""
    words = {
        "renamed": phrases.ui("it may have another name today"),
        "replaced": phrases.ui("something later may have replaced or changed it"),
        "copy": phrases.ui("read in a copy on another site"),
        "draft": phrases.ui("a draft, not adopted when the page was written"),
        "local": _for_a_part(phrases),
        "role": phrases.ui("the page does not say plainly that this is its task"),
        "unconfirmed": phrases.ui("no other page that we read confirms it"),
        "day": phrases.ui("we worked out the day of the page ourselves"),
        "idle": phrases.ui("not at work when the page was written"),
    }
    return [words[doubt] for doubt in contact.doubts]


def _for_whom(phrases: Phrases, contact: StateContact) -> list[Run]:
    """For whom a line is, such as "for children"; empty where that is not known."""
    if not contact.subject:
        return []
    return {
        "trafficking": phrases.ui("for victims of trafficking"),
        "reports": phrases.ui("to report trafficking"),
        "children": phrases.ui("for children"),
        "women": phrases.ui("for women who suffer violence"),
        "violence": phrases.ui("for victims of violence"),
        "everyone": phrases.ui("for everyone"),
    }[contact.subject]


# -- one line of text, for data ----------------------------------------------------------


def contact_words(phrases: Phrases, line: Reachable) -> list[Run]:
    """A line with its number, in one line of text."""
    name = contact_name(phrases, line.contact)
    return joined((name, about_contact(phrases, line)))


def named_words(phrases: Phrases, line: Named) -> list[Run]:
    """A line without a number, with its page, in one line of text."""
    name = name_without_numbers(phrases, line.contact)
    return joined((name, _page_to_see(phrases, line)))


def responsible_words(phrases: Phrases, line: Named) -> list[Run]:
    """A body or law with the page that names it, in one line of text."""
    item = _responsible_item(phrases, line)
    return joined((item.runs, item.about))


def brief_contact_words(phrases: Phrases, line: Reachable) -> list[Run]:
    """The name of a line, for whom it is, and who answers, in one line of text."""
    name = contact_name(phrases, line.contact)
    return joined((name, *_before_calling(phrases, line)))


def brief_named_words(phrases: Phrases, line: Named) -> list[Run]:
    """The name of a line without a number, and for whom it is, in one line of text."""
    name = name_without_numbers(phrases, line.contact)
    return joined((name, _for_whom(phrases, line.contact)))
