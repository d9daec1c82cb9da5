"""The model of a mechanism: an organisation, treaty body, process, coalition, conference
of States or network; its file is ``mechanism.yml``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generators.model.citations import Review, Source
from generators.model.fields import (
    Account,
    ByLanguage,
    Code,
    Day,
    ForEditors,
    Grade,
    LanguageCode,
    MechanismRef,
    Model,
    Number,
    PastDay,
    PlaceName,
    RecordRef,
    Said,
    StateCode,
    Text,
    Url,
)


class Member(Model):
    """A State's membership of a mechanism, during one interval."""

    state: StateCode
    """ISO 3166-1 alpha-3."""
    since: Day | None = None
    until: Day | None = None
    """The first day on which it was no longer a member."""
    bound_until: Day | None = None
    """The first day on which acts of the mechanism did not bind it any more, where that
    is not until. The note then says by what rule, also in the lists of those acts.
    """
    as_: Text | None = Field(None, alias="as")
    """The mechanism's own name for the State, where it differs."""
    note: Said | None = None
    confidence: Grade | None = None


class Change(Model):
    """What since and until cannot say of a State's membership: a suspension, an announced
    withdrawal.
    """

    state: StateCode
    date: Day | None = None
    says: Said


ReviewKind = Literal[
    "evaluation",
    "urgent-evaluation",
    "recommendation",
    "examination",
    "measures",
    "observations",
    "observation",
    "direct-request",
    "case",
]


class StateReview(Model):
    """What a mechanism told a State, as one page shows it: a report, a recommendation,
    observations.
    """

    state: StateCode
    what: ReviewKind
    """One of evaluation, urgent-evaluation (under an urgent procedure), recommendation.
    Or examination: a report was examined at a meeting. Or measures: a report of the State
    on what it has done was considered. Or observations: concluding observations. For the
    ILO: observation, direct-request, case (before the Conference).
    """
    by: Said | None = None
    """The organ that said it, where that is not the mechanism itself."""
    under: RecordRef | None = None
    """The text under which the State was reviewed, where the mechanism reviews under
    several.
    """
    round: Number | None = None
    """The round of evaluation, such as 3 or 1-2."""
    reports: Number | None = None
    """Which reports of the State were examined, such as 5 or 3-6."""
    date: PastDay
    day_of: Literal["publication", "adoption", "meeting"] = "publication"
    """What happened on that day."""
    url: Url | None = None
    """The page that shows it."""
    upload: ForEditors | None = None
    """Instead of that, its address on a site where anybody puts up documents; readers are
    not led there.
    """
    confidence: Grade
    notes: ForEditors | None = None


class Seat(Model):
    """Where a mechanism's secretariat sits."""

    city: PlaceName
    """By its English name."""
    country: StateCode | None = None
    """The State that it lies in."""
    confidence: Grade | None = None


class Contact(Model):
    """The office that answers on trafficking, as a source names it; never a person."""

    office: Said | None = None
    """Its name."""
    address: Text | None = None
    """Its postal address, as published."""
    telephone: Text | None = None
    """With the code of the country."""
    mail: Text | None = None
    """Its published mail address; of the office, never of a person."""
    url: Url | None = None
    focal_points: Url | None = None
    """The page that lists the focal points of its member States."""
    seen: PastDay | None = None
    """The day on which the contact was read."""


class Mechanism(Model):
    """A regional or global mechanism against trafficking in persons; the file is
    `mechanism.yml` in its folder.
    """

    kind: Annotated[str, Code("mechanism-kinds")]
    language: LanguageCode = "en"
    """The language of the prose in this file."""
    regions: Annotated[tuple[Annotated[str, Code("regions")], ...], Field(min_length=1)]
    official_names: ByLanguage = {}
    """Its name as published, in every language that has one."""
    name: Said | None = None
    """Only where no official name exists in this file's language."""
    short_name: Said | None = None
    """What it is usually called, where it has no acronym."""
    acronyms: ByLanguage = {}
    """In every language that has one."""
    short_names: ByLanguage = {}
    """What it is usually called, in languages that have no acronym of it."""
    part_of: tuple[MechanismRef, ...] = ()
    """Mechanisms that it belongs to."""
    seat: Seat | None = None
    founded: PastDay | None = None
    """As exactly as it is known."""
    founded_confidence: Grade | None = None
    working_languages: tuple[LanguageCode, ...] = ()
    """The languages that it works in."""
    members: tuple[Member, ...] = ()
    members_as_of: PastDay | None = None
    """The day on which the list was true."""
    members_confidence: Grade | None = None
    changes: tuple[Change, ...] = ()
    reviews: tuple[StateReview, ...] = ()
    """What it told States; only what was read."""
    trafficking_body: Said | None = None
    """The organ that carries the work against trafficking."""
    powers: Said | None = None
    """What it may ask of States."""
    contact: Contact | None = None
    website: Url | None = None
    """Its own site."""
    sources: tuple[Source, ...] = ()
    confidence: Grade
    review: Review | None = None
    notes: ForEditors | None = None
    editors: tuple[Account, ...] = ()
    """Who is asked to look at a change of this folder: accounts or teams of the code
    host, without @.
    """
    aliases: tuple[Text, ...] = ()
