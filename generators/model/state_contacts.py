"""Whom to call in a State: the model of ``instruments/states/<alpha-3 code>.yml``."""

from __future__ import annotations

from typing import Literal

from generators.model.fields import (
    ForEditors,
    LanguageCode,
    Model,
    PastDay,
    Text,
    Url,
    Yes,
)

ContactKind = Literal[
    "helpline",
    "identification",
    "investigation",
    "assistance",
    "child-protection",
    "referral-mechanism",
    "coordination",
    "rapporteur",
    "law",
]
AnsweredBy = Literal["ngo", "health", "government", "police", "immigration", "security"]
ContactSubject = Literal[
    "trafficking",
    "reports",
    "children",
    "women",
    "violence",
    "everyone",
]
PageKind = Literal["official", "report", "secondary"]
EmergencyService = Literal["police", "general"]
EmergencyPage = Literal["official", "law", "table"]
Doubt = Literal[
    "renamed",
    "replaced",
    "copy",
    "draft",
    "local",
    "role",
    "unconfirmed",
    "day",
    "idle",
]


class StateContact(Model):
    """A body or line that helps victims, or the law it works by, as one page describes
    it.
    """

    kind: ContactKind
    """What it is for. ``identification`` only where the page says that it identifies
    victims: who investigates, or sat in a training, does not.
    """
    name: Text | None = None
    """As it calls itself, in its own language; without a number that is not among
    ``numbers``.
    """
    language: LanguageCode | None = None
    """The language of the name."""
    name_en: Text | None = None
    """What its name means in English."""
    numbers: tuple[Text, ...] = ()
    """Telephone numbers: with + and the code of the country, groups of digits apart; a
    short code as it is dialled in the State.
    """
    answered_by: AnsweredBy | None = None
    """Who answers."""
    subject: ContactSubject | None = None
    """For whom the line is, and never wider than the page says: trafficking (its
    victims), reports (whoever reports trafficking), children, women (those who suffer
    violence), violence (its victims), or everyone.
    """
    languages: tuple[LanguageCode, ...] = ()
    """The languages that are spoken there, where the page says so."""
    hours: Text | None = None
    """When somebody answers, such as 24/7 or 08:00-21:00."""
    free: Yes = False
    """Whether the call costs nothing."""
    url: Url | None = None
    """The page that says so."""
    upload: ForEditors | None = None
    """Instead of that, its address on a site where anybody puts up documents; readers are
    not led there.
    """
    publisher: Text
    """Whose page it is."""
    page: PageKind
    """official (the body's own page, or its government's), report (of another State or an
    organisation) or secondary (a newspaper, a copy).
    """
    own_page: Yes = False
    """Whether it is the page of the line or body itself, on which its number can be
    looked up.
    """
    page_date: PastDay | None = None
    """The day of what the page says, or of the stored copy; never the day on which
    somebody looked.
    """
    undated: Yes = False
    """Whether somebody looked for the day of the page and it has none."""
    doubts: tuple[Doubt, ...] = ()
    """What speaks against relying on it: renamed (its name may be another today),
    replaced (a later law or procedure may have changed it), copy (read in a copy on
    another site), draft (not adopted on that day), local (for a part of the State only),
    role (the page does not say plainly that this is its task), unconfirmed (no other or
    later page was read that says so), day (the day of the page is our inference), idle
    (it was not at work when the page was written).
    """
    withdrawn: PastDay | None = None
    """The day since which the number must not be called."""
    notes: ForEditors | None = None


class EmergencySource(Model):
    """A page, an act of law or a table of many States that gives an emergency number."""

    url: Url
    """Its address."""
    publisher: Text
    """Whose page it is; of an act its number and article; of a table its publisher and,
    after a comma, its name. Two tables of one publisher count as one.
    """
    page: EmergencyPage
    """official (a page of the State, its police or its regulator), law (an act in force
    that opens the number in the State) or table (of the numbers of many States).
    """
    page_date: PastDay | None = None
    """The day of what it says, or of the table; absent where it has none."""
    other_number: Text | None = None
    """The number that it gives instead, if it contradicts the others. Then the number is
    only shown if an official page or an act gives it.
    """


class EmergencyNumber(Model):
    """The number to dial in a State when somebody is in danger."""

    number: Text
    """Two to six digits, as they are dialled in the State."""
    answered_by: EmergencyService
    """police, or general (one service for police, ambulance and fire)."""
    sources: tuple[EmergencySource, ...]
    """An official page or an act; or two tables of different publishers that agree, and
    no other table that contradicts them.
    """


class StateContacts(Model):
    """Whom to call in a State: what somebody found who looked."""

    kind: Literal["state"]
    looked: PastDay
    """The day on which somebody looked."""
    emergency: EmergencyNumber | None = None
    """The emergency number; absent where our sources contradict each other, or none gives
    one.
    """
    contacts: tuple[StateContact, ...] = ()
    notes: ForEditors | None = None
