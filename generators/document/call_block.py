"""What the first days of a case begin with: whom to call in a State.

It has one form for every State. Where no number may be shown it has the nearest body that
we know. What we do not have is said below it, in small letters.
"""

from __future__ import annotations

from generators.corpus.whom_to_call import Named, WhomToCall, other_door, whom_to_call
from generators.document import emergency
from generators.document.blocks import Block, List, ListItem, notes
from generators.document.contact_names import name_without_numbers
from generators.document.mechanism import contact
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined
from generators.document.whom_to_call import (
    ANCHOR,
    contact_items,
    no_number,
    page_and_doubts,
    unnumbered_item,
)


def call_block(phrases: Phrases, state: str) -> list[Block]:
    """Whom to call in a State (alpha-3 code): its lines, then the emergency number. Where
    no line has a number, the nearest body follows, and a note says what we do not have.

    Only the first line is in full.
    """
    contacts = whom_to_call(phrases.corpus, state)
    items: list[ListItem] = []
    if contacts and contacts.lines:
        items += contact_items(phrases, contacts, brief=True)
    if contacts and contacts.emergency:
        items.append(emergency.number_item(phrases, contacts.emergency, brief=True))
    if contacts and contacts.lines:
        note = emergency.who_else(phrases, state)
    else:
        items += _nearest_body(phrases, state, contacts)
        note = _what_is_missing(phrases, state, contacts)
    if not items:
        return [List([ListItem(note, anchor=ANCHOR)], "plain")]
    first, *others = items
    return [List([first._replace(anchor=ANCHOR), *others], "call"), *notes(note)]


def _nearest_body(
    phrases: Phrases, state: str, contacts: WhomToCall | None
) -> list[ListItem]:
    """Who is nearest in a State without a number that we may show. It is a line whose
    page has the number, or a body that helps, or the office of an organisation. Empty
    where we know none.
    """
    if contacts and contacts.named:
        return [unnumbered_item(phrases, contacts.named[0])]
    helper = other_door(contacts) if contacts else None
    if isinstance(helper, Named):
        name = name_without_numbers(phrases, helper.contact)
        about = joined(page_and_doubts(phrases, helper))
        return [ListItem(name, about)]
    return _organisation_item(phrases, state)


def _organisation_item(phrases: Phrases, state: str) -> list[ListItem]:
    """The nearest organisation of a State, with its office, as a list with one item. The
    item says that this is not a helpline. Empty where we know none.
    """
    nearest = emergency.nearest_organisation(phrases.corpus, state)
    office = phrases.corpus.mechanisms[nearest].contact if nearest else None
    if office is None:
        return []
    warning = phrases.ui("the nearest organisation, not a helpline")
    about = joined((warning, contact(phrases, nearest, office)))
    return [ListItem(phrases.title_link(nearest), about)]


def _what_is_missing(
    phrases: Phrases, state: str, contacts: WhomToCall | None
) -> list[Run]:
    """That we have no number of a helpline in a State, and whether somebody looked."""
    if contacts and contacts.named:
        return phrases.ui("We have no recent number of a helpline in this State.")
    return no_number(phrases, state)
