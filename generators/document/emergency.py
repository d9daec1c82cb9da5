"""The emergency number of a State, with how sure it is.

A number that only tables of many States give says so. The police are never the only door.
Next to the number we say that they may ask for documents, and who else there is to ask.
"""

from __future__ import annotations

from generators.corpus.corpus import Corpus
from generators.corpus.state_profile import state_profile
from generators.corpus.whom_to_call import (
    Emergency,
    Reachable,
    WhomToCall,
    other_door,
    whom_to_call,
)
from generators.document.blocks import ListItem
from generators.document.contact_names import name_without_numbers, number_and_name
from generators.document.phrases import Phrases
from generators.document.runs import Outside, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import EmergencySource


def number_and_service(phrases: Phrases, emergency: Emergency) -> list[Run]:
    """The number as a link that a telephone dials, and which service answers."""
    services = {
        "police": phrases.ui("emergency (police)"),
        "general": phrases.ui("emergency (police, ambulance, fire)"),
    }
    number = emergency.model.number
    link = Outside([Reference(number)], f"tel:{number}")
    service = services[emergency.model.answered_by]
    return phrases.labelled([Strong([link])], service)


def how_sure(phrases: Phrases, emergency: Emergency) -> list[Runs]:
    """That only tables give the number, and the year of a number that is old. What is
    empty has nothing to say.
    """
    unconfirmed: Runs = []
    if not emergency.is_confirmed:
        unconfirmed = phrases.ui(
            "from tables of numbers; not confirmed by the police there"
        )
    age: Runs = []
    if emergency.old_year:
        year = phrases.number_of(str(emergency.old_year))
        age = phrases.ui("as it was in {year}", year=year)
    return [unconfirmed, age]


def number_item(phrases: Phrases, emergency: Emergency, brief: bool = False) -> ListItem:
    """The number, how sure it is, and its sources with their days.

    In ``brief`` it has no sources, and says itself that the police may ask for documents.
    """
    if brief:
        about = _brief_about(phrases, emergency)
        return ListItem(number_and_service(phrases, emergency), joined(about))
    about = how_sure(phrases, emergency)
    about += [
        _source(phrases, source)
        for source in emergency.model.sources
        if source.other_number is None
    ]
    return ListItem(number_and_service(phrases, emergency), joined(about))


def _brief_about(phrases: Phrases, emergency: Emergency) -> list[Runs]:
    """What a reader must know of a number before the call, in few words."""
    unconfirmed: Runs = []
    if not emergency.is_confirmed:
        unconfirmed = phrases.ui("not confirmed")
    _, age = how_sure(phrases, emergency)
    return [unconfirmed, age, phrases.ui("the police may ask for identity documents")]


def _source(phrases: Phrases, source: EmergencySource) -> Runs:
    """The page, act or table that gives a number, by its publisher, with its day."""
    page = phrases.outside(source.url, phrases.english(source.publisher))
    if source.page_date:
        return joined((page, phrases.date(source.page_date)), phrases.localizer.comma)
    if source.page == "law":
        return page
    undated = phrases.ui("a page without a day: check whether it is still so")
    return joined((page, undated), phrases.localizer.comma)


# -- who else there is to ask ------------------------------------------------------------


def documents_advice(phrases: Phrases, state: str) -> list[Run]:
    """That the police may ask for documents, and who else there is to ask.

    Empty where a State (alpha-3 code) has no emergency number.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None or contacts.emergency is None:
        return []
    door = _helper(phrases, contacts) or _organisation(phrases, state)
    if not door:
        return phrases.ui("The police may ask for identity documents.")
    label = phrases.ui("The police may ask for identity documents. Who else to ask")
    return phrases.labelled(label, door)


def who_else(phrases: Phrases, state: str) -> list[Run]:
    """Who else there is to ask, next to the numbers of a State (alpha-3 code).

    Empty where it is one of these lines, or where there is no emergency number.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None or contacts.emergency is None:
        return []
    if isinstance(other_door(contacts), Reachable):
        return []
    door = _helper(phrases, contacts) or _organisation(phrases, state)
    return phrases.labelled(phrases.ui("Who else to ask"), door) if door else []


def _helper(phrases: Phrases, contacts: WhomToCall) -> Runs:
    """A line of a State with its number. Else it is a line or body that helps, with the
    page that names it. Empty where there is none.
    """
    door = other_door(contacts)
    if door is None:
        return []
    if isinstance(door, Reachable):
        return number_and_name(phrases, door)
    name = name_without_numbers(phrases, door.contact)
    return phrases.outside(door.contact.url, name) or name


def _organisation(phrases: Phrases, state: str) -> Runs:
    """The nearest organisation of a State (alpha-3 code), as a link; empty where there is
    none.
    """
    nearest = nearest_organisation(phrases.corpus, state)
    return phrases.title_link(nearest) if nearest else []


def nearest_organisation(corpus: Corpus, state: str) -> str:
    """The id of the smallest organisation of a State (alpha-3 code) whose office can be
    reached. It is the nearest one. Empty where there is none.
    """
    reachable = []
    for membership in state_profile(corpus, state).now:
        mechanism = corpus.mechanisms[membership.mechanism]
        if mechanism.kind == "organisation" and mechanism.contact:
            reachable.append(membership.mechanism)
    return min(reachable, key=lambda name: len(corpus.members_today(name)), default="")


# -- one line of text, for data ----------------------------------------------------------


def emergency_words(phrases: Phrases, state: str) -> list[Run]:
    """The emergency number of a State with its sources, and ``documents_advice``. Empty
    where there is none.
    """
    contacts = whom_to_call(phrases.corpus, state)
    if contacts is None or contacts.emergency is None:
        return []
    item = number_item(phrases, contacts.emergency)
    return joined((item.runs, item.about, documents_advice(phrases, state)))


def brief_emergency_words(phrases: Phrases, emergency: Emergency) -> list[Run]:
    """An emergency number without its sources, in one line of text."""
    item = number_item(phrases, emergency, brief=True)
    return joined((item.runs, item.about))
