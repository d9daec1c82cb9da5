"""Telephone numbers, as libphonenumber knows those of each State.

Its Python port, ``phonenumbers``, is loaded only where a number is judged, because that
takes time. Its ranges are those of its pinned version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generators.checks.rules import File, files, rule
from generators.corpus.cldr import alpha2
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc
from generators.model.mechanisms import Mechanism
from generators.model.state_contacts import StateContacts
from generators.text.problems import Problem
from generators.text.sayings import say

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_SHORT = re.compile(r"\d{2,6}", re.ASCII)
"""A short code, as it is dialled."""
_WRITTEN = re.compile(r"\+\d+(?: \d+)+|\d{3} \d{3}|\d{2,6}", re.ASCII)
"""How a number of a contact is written: from abroad, or as a short code."""
_OFFICE = re.compile(r"\+\d+(?:[ -]\d+)+", re.ASCII)
"""How the number of an office is written: from abroad, also with an extension."""
_FREE = "80"
"""How free lines begin nearly everywhere."""
_EVERYWHERE = "001"
"""What the library calls the region of numbers that belong to no State."""


def is_emergency_number(number: str, state: str) -> bool:
    """Whether the library knows a short code as an emergency number of a State (alpha-3
    code). True if there is no such State.
    """
    from phonenumbers import shortnumberinfo

    region = alpha2(state)
    return region is None or shortnumberinfo.is_emergency_number(number, region)


@rule(files)
def phone_number(_: Corpus, file: File[BaseModel]) -> Iterator[Problem]:
    """A telephone number is one of its State: with the code of the country, or a short
    code. The number of an office is one of any State.
    """
    if isinstance(file.model, StateContacts):
        yield from _numbers_of_state(file, file.model)
    elif isinstance(file.model, Mechanism):
        yield from _number_of_office(file, file.model)


def _numbers_of_state(
    file: File[BaseModel], contacts: StateContacts
) -> Iterator[Problem]:
    """Numbers of a State that are none."""
    state = state_of(file)
    emergency = contacts.emergency
    if emergency and not _SHORT.fullmatch(emergency.number):
        message = say("no emergency number ('{number}')", number=emergency.number)
        hint = say("write two to six digits, as they are dialled in the State")
        yield file.problem(("emergency", "number"), message, hint)
    for number, contact in enumerate(contacts.contacts):
        for at, written in enumerate(contact.numbers):
            loc = ("contacts", number, "numbers", at)
            if not _WRITTEN.fullmatch(written):
                yield _in_another_form(file, loc, written, state)
            elif written.startswith("+"):
                yield from _not_of_state(file, loc, written, state)


def _number_of_office(file: File[BaseModel], mechanism: Mechanism) -> Iterator[Problem]:
    """The number of the office of a mechanism that is none."""
    number = mechanism.contact.telephone if mechanism.contact else None
    if number is None:
        return
    loc = ("contact", "telephone")
    if not _OFFICE.fullmatch(number):
        yield _in_another_form(file, loc, number, "")
    else:
        yield from _not_of_state(file, loc, number, "")


def state_of(file: File[BaseModel]) -> str:
    """The State (alpha-3 code) of a file of contacts, by the name of the file."""
    return file.name.partition("/")[2].upper()


# -- what the library knows --------------------------------------------------------------


def _in_another_form(file: File[BaseModel], loc: Loc, number: str, state: str) -> Problem:
    """A number that is written in another way. The hint has the number from abroad, if
    the library knows it.
    """
    hint = say(
        "write '+', the code of the country and groups of digits, with a space "
        "between them; or only a short code"
    )
    if number_from_abroad := _from_abroad(number, state):
        hint = say("write {word}", word=number_from_abroad)
    message = say("a number in another form ('{number}')", number=number)
    return file.problem(loc, message, hint)


def _from_abroad(number: str, state: str) -> str:
    """A number as it is dialled from abroad. It is empty if the State does not have it.

    >>> _from_abroad("0800/123-456", "CHE"), _from_abroad("0800/123-456", "BEN")
    ('+41 800 123 456', '')
    """
    import phonenumbers

    region = alpha2(state)
    parsed = _parsed(number, region)
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        return ""
    written = phonenumbers.format_number(
        parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return " ".join(re.findall(r"\+?\d+", written))


def _not_of_state(
    file: File[BaseModel], loc: Loc, number: str, state: str
) -> Iterator[Problem]:
    """What is wrong with a number that begins with the code of a country.

    Without a ``state``, it may be a number of any State.
    """
    parsed = _parsed(number, None)
    if parsed and _is_of_another(parsed, state):
        message = say("a number of another State ('{number}')", number=number)
        yield file.problem(loc, message, say("compare it with the page"))
    elif parsed is None or not _is_given_out(parsed):
        message = say("a number that nobody can have ('{number}')", number=number)
        yield file.problem(loc, message, _remedy(parsed))


def _parsed(number: str, region: str | None) -> PhoneNumber | None:
    """A number in its parts; None where the library can make nothing of it. Without the
    code of a country it counts as one of ``region``.
    """
    import phonenumbers

    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def _is_of_another(parsed: PhoneNumber, state: str) -> bool:
    """Whether a number belongs to another State than ``state``. Where that is empty, and
    for numbers that belong to no State, it does not.
    """
    import phonenumbers

    region = alpha2(state)
    if region is None:
        return False
    own_code = phonenumbers.country_code_for_region(region)
    country_code = parsed.country_code or 0
    regions = phonenumbers.region_codes_for_country_code(country_code)
    if not own_code or _EVERYWHERE in regions:
        return False
    if country_code != own_code:
        return True
    is_of_state = phonenumbers.is_valid_number_for_region(parsed, region)
    return phonenumbers.is_valid_number(parsed) and not is_of_state


def _is_given_out(parsed: PhoneNumber) -> bool:
    """Whether somebody can have a number.

    The library learns late of new ranges of free lines, so their length is enough.
    """
    import phonenumbers

    if phonenumbers.is_valid_number(parsed):
        return True
    is_free = phonenumbers.national_significant_number(parsed).startswith(_FREE)
    return is_free and phonenumbers.is_possible_number(parsed)


def _remedy(parsed: PhoneNumber | None) -> str:
    """What to do about a number that nobody can have."""
    import phonenumbers

    if parsed:
        lengths = phonenumbers.ValidationResult
        length = phonenumbers.is_possible_number_with_reason(parsed)
        if length == lengths.TOO_SHORT:
            return say("compare it with the page: it is too short")
        if length == lengths.TOO_LONG:
            return say("compare it with the page: it is too long")
    return say("compare it with the page")
