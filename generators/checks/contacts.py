"""What is recorded of whom to call in a State: safe numbers, and nothing dangerous."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.phones import is_emergency_number, state_of
from generators.checks.rules import File, contacts, rule
from generators.corpus.corpus import Corpus
from generators.model.state_contacts import (
    EmergencySource,
    StateContact,
    StateContacts,
)
from generators.text.problems import Problem
from generators.text.sayings import say

_PLACE = re.compile(
    r"(?i)\b(street|road|avenue|boulevard|rue|calle|carrera|rua|avenida|via|ul\.|улица|"
    r"вулиця|شارع)\b|街|@"
)
_DIALLED = re.compile(r"\d(?:[ .-]?\d){2,}")
"""A number that can be dialled, short ones such as 116 among them."""
_PERSON = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Mme|M\.|Mlle|Sr|Sra|Dra|Prof|Col|Capt|Lt)\b\.? ", re.IGNORECASE
)
_EMBASSY = re.compile(
    r"(?i)embass|ambassad|embajad|embaixad|consulat|consulad|посольств|консульств|"
    r"سفارة|قنصلية|大使馆|领事馆"
)

_UNSAFE = (
    (_PLACE, say("an address")),
    (_PERSON, say("the name of a person")),
    (_EMBASSY, say("an embassy or a consulate")),
)
"""What a contact must not hold, and what it is called."""


@rule(contacts)
def contact_state(corpus: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A file of contacts is named by the code of its State."""
    code = state_of(file)
    if code not in corpus.all_states:
        message = say("'{code}' is the code of no State here", code=code)
        hint = say("name the file by the ISO 3166-1 alpha-3 code")
        yield file.problem(("kind",), message, hint)


@rule(contacts)
def contact_number(_: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A number comes from a dated official page or report, and says for whom it is. No
    name has another.
    """
    for number, contact in enumerate(file.model.contacts):
        yield from _numbers_in_names(file, number, contact)
        if not contact.numbers:
            continue
        place = ("contacts", number, "numbers")
        if contact.page == "secondary":
            message = say("a number from a secondary page")
            hint = say("take the number out and keep the page")
            yield file.problem(place, message, hint)
        if contact.page_date is None:
            message = say("a number whose page has no day")
            hint = say("add 'page_date', or take the number out")
            yield file.problem(place, message, hint)
        if contact.subject is None and not _has_key(file, number, "subject"):
            message = say("a number without 'subject'")
            yield file.problem(place, message, say("say for whom the line is"))


def _has_key(file: File[StateContacts], number: int, key: str) -> bool:
    """Whether a key was typed of a contact, also where its value was refused."""
    data = file.source.data
    contacts = data.get("contacts") if isinstance(data, dict) else None
    contact = contacts[number] if isinstance(contacts, list) else None
    return isinstance(contact, dict) and key in contact


def _numbers_in_names(
    file: File[StateContacts], number: int, contact: StateContact
) -> Iterator[Problem]:
    """Numbers in the name of a line that are not its own.

    A line may be called by its number. That one is shown as a number, by its own rule.
    """
    dialled = {re.sub(r"\D", "", written) for written in contact.numbers}
    for key in ("name", "name_en") if contact.kind == "helpline" else ():
        match = _DIALLED.search(getattr(contact, key) or "")
        if match and re.sub(r"\D", "", match[0]) not in dialled:
            message = say("a number in a name ('{found}')", found=match[0])
            yield file.problem(("contacts", number, key), message, say("leave it out"))


@rule(contacts)
def contact_day(corpus: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A contact says of which day its page is, or that somebody looked and the page has
    none ('undated'). No page is newer than the day of looking.
    """
    for number, contact in enumerate(file.model.contacts):
        if contact.page_date is None and not contact.undated:
            hint = say(
                "add 'page_date'; if the page has no day, 'undated: true': "
                "then it is not a contact"
            )
            yield file.problem(("contacts", number), say("a page without a day"), hint)
        day = contact.page_date
        has_come = day is not None and day.first <= corpus.latest
        if day and has_come and day.surely_after(file.model.looked):
            message = say(
                "the page ({day}) is newer than the day of looking ({looked})",
                day=day,
                looked=file.model.looked,
            )
            hint = say("check both days: nobody reads a page before there is one")
            yield file.problem(("contacts", number, "page_date"), message, hint)
        if contact.page_date and contact.undated:
            message = say("both 'page_date' and 'undated'")
            hint = say("keep the one that is true")
            yield file.problem(("contacts", number, "undated"), message, hint)


@rule(contacts)
def contact_page(_: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A contact names the address of one page; its own page is never an upload."""
    for number, contact in enumerate(file.model.contacts):
        if bool(contact.url) == bool(contact.upload):
            message = say("no address of a page")
            if contact.url:
                message = say("both 'url' and 'upload'")
            hint = say(
                "give the page as 'url', "
                "or as 'upload' if anybody puts up documents there"
            )
            yield file.problem(("contacts", number), message, hint)
        if contact.own_page and not contact.url:
            message = say("'own_page' without 'url'")
            place = ("contacts", number, "own_page")
            yield file.problem(place, message, say("leave it out"))


@rule(contacts)
def emergency_number(_: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """An emergency number has an official page, an act of law, or two dated tables of
    different publishers. Then no table contradicts it, and libphonenumber knows it.
    """
    emergency = file.model.emergency
    if emergency is None:
        return
    agreeing = [source for source in emergency.sources if not source.other_number]
    if any(source.page != "table" for source in agreeing):
        return
    place = ("emergency", "sources")
    tables = {_publisher(source) for source in agreeing if source.page_date}
    if len(tables) < 2:
        message = say("an emergency number that too few sources give")
        hint = say(
            "add an official page, or two tables of different publishers with their "
            "days; else take the number out"
        )
        yield file.problem(place, message, hint)
    hint = say("add an official page; else take the number out")
    if len(agreeing) < len(emergency.sources):
        message = say("an emergency number that a table contradicts")
        yield file.problem(place, message, hint)
    if not is_emergency_number(emergency.number, state_of(file)):
        message = say(
            "an emergency number that libphonenumber does not know ('{number}')",
            number=emergency.number,
        )
        yield file.problem(("emergency", "number"), message, hint)


def _publisher(table: EmergencySource) -> str:
    """Who publishes a table: the words before the comma."""
    return table.publisher.partition(",")[0]


@rule(contacts)
def contact_safe(_: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A contact does not name a person, a street, a mail address or an embassy. The place
    of a shelter is secret. Nobody who may need protection is sent to the embassy of their
    own State.
    """
    for number, contact in enumerate(file.model.contacts):
        for key in ("name", "name_en", "hours"):
            text = getattr(contact, key) or ""
            for pattern, what in _UNSAFE:
                if match := pattern.search(text):
                    message = say("{what} ('{found}')", what=what, found=match[0].strip())
                    place = ("contacts", number, key)
                    yield file.problem(place, message, say("leave it out"))


@rule(contacts)
def contact_name(_: Corpus, file: File[StateContacts]) -> Iterator[Problem]:
    """A contact has a name; one in its own language says which language that is."""
    for number, contact in enumerate(file.model.contacts):
        if not (contact.name or contact.name_en):
            hint = say("add 'name' or 'name_en'")
            yield file.problem(("contacts", number), say("no name"), hint)
        if contact.name and not contact.language:
            hint = say("say in which language the name is")
            place = ("contacts", number, "name")
            yield file.problem(place, say("no 'language'"), hint)
