"""The table of whom to call in each State. The docstrings and the strings under columns
are what readers see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from generators.corpus.corpus import Corpus
from generators.corpus.whom_to_call import Emergency, WhomToCall, whom_to_call
from generators.document.open_data import columns
from generators.document.open_data.table_maker import TableDefinition, TableRow
from generators.model.state_contacts import StateContact
from generators.translate.localizer import ui

ContactUse = Literal["call", "check-first", "ask", "old"]
"""What a contact can be used for on the day of the data: see ``ContactUseCodes``."""


def _contact_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each contact of each State, numbered from 1 in its State."""
    for state in sorted(corpus.contacts):
        contacts = whom_to_call(corpus, state)
        if contacts:
            for number, values in enumerate(_contacts_of_state(contacts), 1):
                shared = {"looked": contacts.looked}
                yield TableRow(state, shared | values, number=number)


def _contacts_of_state(contacts: WhomToCall) -> Iterator[dict[str, Any]]:
    """The values of the rows of a State, in the order in which a person should try."""
    for line in contacts.lines:
        use: ContactUse = "check-first" if line.check_first else "call"
        yield _values(line.contact, use, ", ".join(line.contact.numbers))
    if contacts.emergency:
        yield _values_of_emergency(contacts.emergency)
    for named in (*contacts.named, *contacts.others):
        yield _values(named.contact, "ask")
    for contact in contacts.outdated:
        yield _values(contact, "old")


def _values(
    contact: StateContact, use: ContactUse, telephone: str = ""
) -> dict[str, Any]:
    """The values of a contact. A number that may not be shown is not among them."""
    return {
        "kind": contact.kind,
        "use": use,
        "telephone": telephone or None,
        "name": contact.name,
        "name_language": contact.language,
        "name_en": contact.name_en,
        "for_whom": contact.subject,
        "answered_by": contact.answered_by,
        "url": contact.url,
        "publisher": contact.publisher,
        "page": contact.page,
        "page_date": contact.page_date,
        "doubts": contact.doubts,
    }


def _values_of_emergency(emergency: Emergency) -> dict[str, Any]:
    """The values of an emergency number, with the first source that gives it."""
    agreeing = [
        source for source in emergency.model.sources if source.other_number is None
    ]
    source = agreeing[0]
    needs_check = not emergency.is_confirmed or emergency.old_year is not None
    return {
        "kind": "emergency",
        "use": "check-first" if needs_check else "call",
        "telephone": emergency.model.number,
        "for_whom": "everyone",
        "answered_by": emergency.model.answered_by,
        "url": source.url,
        "publisher": source.publisher,
        "page": source.page,
        "page_date": source.page_date,
        "doubts": () if emergency.is_confirmed else ("unconfirmed",),
        **dict.fromkeys(("name", "name_language", "name_en")),
    }


class ContactRows(TableDefinition):
    """Whom to call in each State. It has numbers that may be shown on the day of the
    data. Bodies and laws that pages name follow.
    """

    TITLE = ui("Whom to call")
    NAME = "contacts"
    ROWS = _contact_rows
    KEY = "state number"
    LINKS = (columns.STATE,)

    state = columns.OWNER
    """The State (ISO 3166-1 alpha-3)."""
    number = columns.PLACE
    """The place in the State, in the order in which a person should try."""
    state_name = columns.state_name_column("state", ui("State"))
    kind = columns.code_columns("contact-kinds", ui("Kind"))
    """What it is for."""
    use = columns.code_columns("contact-uses", ui("Use"))
    """Whether its number may be called. After two years a number must be checked first.
    After five years nothing of the page is a contact any more.
    """
    telephone = columns.plain_column("text", ui("Telephone"))
    """The numbers, with commas between them, as they are dialled in the State. Empty
    where no number may be shown.
    """
    name = columns.plain_column("text", ui("Name"))
    """As it calls itself."""
    name_language = columns.plain_column("language")
    """The language of that name."""
    name_en = columns.plain_column("text", ui("Name in English"))
    """What the name means in English."""
    for_whom = columns.code_columns("contact-subjects", ui("For whom"))
    """For whom it is, and never wider than the page says."""
    answered_by = columns.code_columns("answered-by", ui("Who answers"))
    """Who answers a call, where the page says so."""
    publisher = columns.plain_column("text", ui("Publisher"))
    """Whose page it is that says so."""
    url = columns.plain_column("address", ui("Address"))
    """The address of that page. Empty where it is on a site of uploads."""
    page = columns.code_columns("contact-pages", ui("Page"))
    """What sort of page that is."""
    page_date = columns.plain_column("day", ui("Day of the page"))
    """The day of what the page says. Empty where it has none."""
    doubts = columns.code_columns("contact-doubts", ui("Doubts"), several=True)
    """What speaks against relying on it."""
    looked = columns.plain_column("day", ui("Looked on"))
    """The day on which somebody looked."""
