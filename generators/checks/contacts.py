"""What is recorded of whom to call in a State: numbers that are safe to show, and nothing
that endangers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.rules import File, contacts, rule
from generators.corpus.corpus import Corpus
from generators.model.state_contacts import StateContact
from generators.text.problems import Problem
from generators.text.sayings import say

_PLACE = re.compile(
    r"(?i)\b(street|road|avenue|boulevard|rue|calle|carrera|rua|avenida|via|ul\.|улица|вулиця|شارع)\b|街|@"
)
_DIALLED = re.compile(r"\d(?:[ .-]?\d){2,}")
"""A number that can be dialled, short ones such as 116 among them."""
_WRITTEN = re.compile(r"\+[1-9]\d{0,2}(?: \d+)+|\d{2,6}|\d{3} \d{3}")
"""The one way in which a number is written: from abroad, or as a short code."""
_EMERGENCY = re.compile(r"\d{2,6}", re.ASCII)
"""An emergency number, as it is dialled."""
_PERSON = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Mme|M\.|Mlle|Sr|Sra|Dra|Prof|Col|Capt|Lt)\b\.? ", re.IGNORECASE
)
_EMBASSY = re.compile(
    r"(?i)embass|ambassad|embajad|embaixad|consulat|consulad|посольств|консульств|سفارة|قنصلية|大使馆|领事馆"
)


@rule(contacts)
def contact_state(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A file of contacts is named by the code of its State."""
    code = file.name.partition("/")[2].upper()
    if code not in corpus.all_states:
        message = say("'{code}' is the code of no State here", code=code)
        yield file.problem(
            ("kind",), message, say("name the file by the ISO 3166-1 alpha-3 code")
        )


@rule(contacts)
def contact_number(_: Corpus, file: File) -> Iterator[Problem]:
    """A number comes from a dated official page or report, and says for whom it is. It
    is written in one way. No name has another.
    """
    for number, each in enumerate(file.model.contacts):
        yield from _numbers_in_names(file, number, each)
        yield from _numbers_written(file, number, each)
        if not each.numbers:
            continue
        place = ("contacts", number, "numbers")
        if each.page == "secondary":
            message = say("a number from a secondary page")
            yield file.problem(
                place, message, say("take the number out and keep the page")
            )
        if each.page_date is None:
            message = say("a number whose page has no day")
            yield file.problem(
                place, message, say("add 'page_date', or take the number out")
            )
        if each.subject is None:
            message = say("a number without 'subject'")
            yield file.problem(place, message, say("say for whom the line is"))


def _numbers_written(file: File, number: int, contact: StateContact) -> Iterator[Problem]:
    """Numbers that are written in another way."""
    for at, written in enumerate(contact.numbers):
        if not _WRITTEN.fullmatch(written):
            place = ("contacts", number, "numbers", at)
            message = say("a number in another form ('{number}')", number=written)
            hint = say(
                "write '+', the code of the country and groups of digits, with a space "
                "between them; or only a short code"
            )
            yield file.problem(place, message, hint)


def _numbers_in_names(
    file: File, number: int, contact: StateContact
) -> Iterator[Problem]:
    """A line may be called by its number: that is shown by the rule of numbers, and in no
    name before it.
    """
    dialled = {re.sub(r"\D", "", each) for each in contact.numbers}
    for key in ("name", "name_en") if contact.kind == "helpline" else ():
        found = _DIALLED.search(getattr(contact, key) or "")
        if found and re.sub(r"\D", "", found[0]) not in dialled:
            message = say("a number in a name ('{found}')", found=found[0])
            yield file.problem(("contacts", number, key), message, say("leave it out"))


@rule(contacts)
def contact_day(_: Corpus, file: File) -> Iterator[Problem]:
    """A contact says of which day its page is, or that somebody looked and the page has
    none ('undated').
    """
    for number, each in enumerate(file.model.contacts):
        if each.page_date is None and not each.undated:
            hint = say(
                "add 'page_date'; if the page has no day, 'undated: true': then it is not a contact"
            )
            yield file.problem(("contacts", number), say("a page without a day"), hint)
        if each.page_date and each.undated:
            message, hint = (
                say("both 'page_date' and 'undated'"),
                say("keep the one that is true"),
            )
            yield file.problem(("contacts", number, "undated"), message, hint)


@rule(contacts)
def contact_page(_: Corpus, file: File) -> Iterator[Problem]:
    """A contact names the address of one page; its own page is never an upload."""
    for number, each in enumerate(file.model.contacts):
        if bool(each.url) == bool(each.upload):
            message = (
                say("both 'url' and 'upload'")
                if each.url
                else say("no address of a page")
            )
            hint = say(
                "give the page as 'url', or as 'upload' if anybody puts up documents there"
            )
            yield file.problem(("contacts", number), message, hint)
        if each.own_page and not each.url:
            message, hint = say("'own_page' without 'url'"), say("leave it out")
            yield file.problem(("contacts", number, "own_page"), message, hint)


@rule(contacts)
def emergency_number(_: Corpus, file: File) -> Iterator[Problem]:
    """An emergency number has two to six digits. It has an official page, an act of law,
    or two tables of different publishers, each with its day. Then no table contradicts it.
    """
    emergency = file.model.emergency
    if emergency is None:
        return
    if not _EMERGENCY.fullmatch(emergency.number):
        message = say("no emergency number ('{number}')", number=emergency.number)
        hint = say("write two to six digits, as they are dialled in the State")
        yield file.problem(("emergency", "number"), message, hint)
    agreeing = [source for source in emergency.sources if not source.other_number]
    if any(source.page != "table" for source in agreeing):
        return
    place = ("emergency", "sources")
    tables = {source.publisher for source in agreeing if source.page_date}
    if len(tables) < 2:
        message = say("an emergency number that too few sources give")
        hint = say(
            "add an official page, or two tables of different publishers with their "
            "days; else take the number out"
        )
        yield file.problem(place, message, hint)
    if len(agreeing) < len(emergency.sources):
        message = say("an emergency number that a table contradicts")
        hint = say("add an official page; else take the number out")
        yield file.problem(place, message, hint)


@rule(contacts)
def contact_safe(_: Corpus, file: File) -> Iterator[Problem]:
    """A contact does not name a person, a street, a mail address or an embassy. The place
    of a shelter is secret. Nobody who may need protection is sent to the embassy of their
    own State.
    """
    for number, each in enumerate(file.model.contacts):
        for key in ("name", "name_en", "hours"):
            for pattern, what in (
                (_PLACE, say("an address")),
                (_PERSON, say("the name of a person")),
                (_EMBASSY, say("an embassy or a consulate")),
            ):
                if found := pattern.search(getattr(each, key) or ""):
                    message = say("{what} ('{found}')", what=what, found=found[0].strip())
                    yield file.problem(
                        ("contacts", number, key), message, say("leave it out")
                    )


@rule(contacts)
def contact_name(_: Corpus, file: File) -> Iterator[Problem]:
    """A contact has a name; one in its own language says which language that is."""
    for number, each in enumerate(file.model.contacts):
        if not (each.name or each.name_en):
            yield file.problem(
                ("contacts", number), say("no name"), say("add 'name' or 'name_en'")
            )
        if each.name and not each.language:
            message, hint = say("no 'language'"), say("say in which language the name is")
            yield file.problem(("contacts", number, "name"), message, hint)
