"""The model of a record: an instrument, an action plan or a standard operating procedure.

Each string under a field is its manual: it goes into the JSON Schema and so into the
editor's window. A model knows no other file and no vocabulary; rules over codes,
references and dates are in ``checks``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generators.model.citations import FormerLine, Review, Source, TextAddress
from generators.model.fields import (
    ByLanguage,
    Code,
    Day,
    DayCount,
    ForEditors,
    Grade,
    Id,
    LanguageCode,
    MechanismRef,
    Model,
    MonthCount,
    Number,
    PartyCount,
    PastDay,
    PlaceName,
    Prose,
    RecordRef,
    Said,
    SignForm,
    StateCode,
    Text,
    Typed,
    Url,
    Yes,
)
from generators.model.measures import Value
from generators.model.parties import Parties
from generators.model.readings import Reading

Topics = tuple[Annotated[str, Code("topics")], ...]
ValueIs = Literal["least", "most"]
Nearness = Annotated[str, Code("nearness")]
SignPlace = Literal[
    "workplace",
    "farm",
    "construction",
    "fishing",
    "home",
    "street",
    "border",
    "health",
    "school",
    "online",
]
EvaluationKind = Literal[
    "meeting",
    "review",
    "progress-report",
    "survey",
    "baseline-study",
    "evaluation",
]
"""How somebody looked at a plan. A meeting is not a result: officials met and spoke about
it.
"""
RecordKind = Literal["instrument", "action-plan", "sop"]


class Event(Model):
    """Something that happened on a day, at a place."""

    date: Day | None = None
    place: PlaceName | None = None
    """The city, by its English name."""
    confidence: Grade | None = None
    place_confidence: Grade | None = None


class Later(Model):
    """How long after a State joins the text it is bound, in the days or months of the
    text.
    """

    days: DayCount | None = None
    """Days after it joined; 0 where it is bound on that day."""
    months: MonthCount | None = None
    """Months after it joined."""
    first_of_month: Yes = False
    """Whether it is bound only on the first day of the month that follows the end of that
    time.
    """
    calendar_months: MonthCount | None = None
    """It is bound on the first day of this calendar month after the month in which it
    joined.
    """
    not_for: tuple[Annotated[str, Code("ratification-ways")], ...] = ()
    """Ways of joining that the rule does not cover; it never covers a succession."""
    ref: Text
    """The article that says so."""


class Threshold(Model):
    """What the final clauses ask for before the text enters into force."""

    ref: Text | None = None
    ratifications: PartyCount | None = None
    """How many are needed."""
    after: Value | None = None
    """How long after that, such as 3 months."""
    later: Later | None = None
    """How long after a State joins it is bound; only where the article was read."""
    confidence: Grade | None = None


class OpenTo(Model):
    """Which States may join the text: a State that fits one of these keys may."""

    any_state: Yes = False
    """Whether any State may join."""
    members_of: tuple[MechanismRef, ...] = ()
    """Members of these organisations may join."""
    parties_to: tuple[RecordRef, ...] = ()
    """States that are party to one of these texts."""
    states: tuple[StateCode, ...] = ()
    """States that the text names."""
    invitation: Yes = False
    """Whether further States may join if they are invited."""
    ref: Text | None = None
    confidence: Grade | None = None


class Unreadable(Model):
    """Somebody looked for the text, or for the rest of it, and could not read it."""

    looked: PastDay
    """The day on which somebody looked."""
    tried: tuple[Text, ...]
    """Where: names of hosts and of libraries."""


class Period(Model):
    """The years that a plan was made for."""

    from_: Day | None = Field(None, alias="from")
    to: Day | None = None
    """The last day."""
    extended_to: Day | None = None
    """The end, where it was put off."""
    still_guides: Yes = False
    """Whether it guides after its end; the reason is then in notes."""
    confidence: Grade | None = None


class Relations(Model):
    """Other records this one bears on; the other direction is derived."""

    supersedes: tuple[RecordRef, ...] = ()
    """Records that it takes the place of."""
    amends: tuple[RecordRef, ...] = ()
    """Records that it changes."""
    implements: tuple[RecordRef, ...] = ()
    """Records that it puts into practice."""
    related: tuple[RecordRef, ...] = ()
    """Other records that belong to it."""


class Provision(Model):
    """What one place of the text says on one or more topics, in our words."""

    id: Id | None = None
    """Its anchor on the page, which never changes once it is published. It is needed only
    if its place does not tell it apart.
    """
    topics: Annotated[Topics, Field(min_length=1)]
    ref: Text
    """Where in the text: article, section, objective or paragraph."""
    strength: Annotated[str, Code("strengths")]
    says: Annotated[str, Prose(words=40)]
    """In our words, 40 at most, with the number where the text gives one."""
    value: Value | None = None
    """A number in the text, such as 30 days; tables sort by it."""
    value_is: ValueIs | None = None
    """least where the text says at least, most where it says at most."""
    within: Value | None = None
    """The time within which it must be done, where the text sets one, such as 48 hours. A
    time that ran once and is over, such as for a first meeting, is left out.
    """
    from_: Day | None = Field(None, alias="from")
    """The first day on which it holds, or applies, where that is not that of its text."""
    until: Day | None = None
    """The first day on which it no longer holds."""
    about: Nearness | None = None
    """How near this line is to trafficking, only where it differs from its text."""
    about_reason: ForEditors | None = None
    """Why it differs."""
    confidence: Grade | None = None


class Step(Model):
    """One step of a standard operating procedure."""

    id: Id | None = None
    """Its anchor on the page; without one it is counted: step-1, step-2 … A step put in
    between needs one.
    """
    stage: Annotated[str, Code("stages")]
    ref: Text
    who: tuple[Annotated[str, Code("roles")], ...] = ()
    does: Annotated[str, Prose(words=40)]
    """In our words, 40 at most: who does what."""
    time_limit: Said | None = None
    """What a plain length of time cannot say, such as "before the interview"."""
    within: Value | None = None
    """The time within which it must be done, where the text sets one, such as 48 hours.
    """
    value: Value | None = None
    """A number in the text."""
    value_is: ValueIs | None = None
    """least where the text says at least, most where it says at most."""
    confidence: Grade | None = None


class TraffickingSign(Model):
    """A sign that a person may be trafficked: never a proof."""

    form: SignForm
    """The form of exploitation that it points to; any where it does not tell."""
    place: SignPlace | None = None
    """Where it is seen, where the text says so."""
    ref: Text
    says: Annotated[str, Prose(words=40)]
    confidence: Grade | None = None


class Question(Model):
    """A first question to a person who may be trafficked."""

    ref: Text
    asks: Annotated[str, Prose(words=40)]
    """In our words, as it is put to the person or as what to find out."""
    confidence: Grade | None = None


class Prohibition(Model):
    """What a helper must never do, as a whole negative sentence."""

    ref: Text
    says: Annotated[str, Prose(words=40)]
    confidence: Grade | None = None


class NeededDocument(Model):
    """A form or paper that the procedure works with."""

    ref: Text
    says: Annotated[str, Prose(words=40)]
    confidence: Grade | None = None


class Objective(Model):
    """A main objective or strategic area of a plan."""

    id: Id | None = None
    """Its anchor on the page. It is needed only if its place does not tell it apart."""
    ref: Text | None = None
    says: Annotated[str, Prose(words=40)]
    confidence: Grade | None = None


class Indicator(Model):
    """What a plan measures."""

    id: Id | None = None
    """Its anchor on the page. It is needed only if its place does not tell it apart."""
    ref: Text | None = None
    says: Annotated[str, Prose(words=40)]
    measures: Annotated[str, Code("indicators")] | None = None
    confidence: Grade | None = None


class Evaluation(Model):
    """What somebody found who looked at how a plan was carried out."""

    what: EvaluationKind
    """Which kind it is."""
    by: Said
    """The bodies that made it; no name of a person."""
    when: PastDay | None = None
    """The day on which it was made or published, as exactly as it is known."""
    finding: Annotated[str, Prose(words=25)] | None = None
    """Its main finding, in our words, 25 at most; absent where nobody here read it."""
    url: Url | None = None
    """The page that shows it."""
    upload: ForEditors | None = None
    """Instead of that, its address on a site where anybody puts up documents; readers are
    not led there.
    """
    page_date: PastDay | None = None
    """The day of the page that tells it, where the page says so."""
    confidence: Grade | None = None


class Onward(Model):
    """To whom the body that receives the reports reports in its turn."""

    to: Said
    """In our words."""
    ref: Text


class Power(Model):
    """What the body that receives the reports may do, and the place in the text that says
    so.
    """

    ref: Text
    if_agreed: Yes = False
    """Only where the State concerned agrees to it, for example by a declaration or a
    protocol.
    """
    confidence: Grade | None = None


class Reporting(Model):
    """Who reports to whom, how often."""

    to: Said
    """Who gets the reports, in our words."""
    to_mechanism: MechanismRef | None = None
    """The mechanism that gets the report."""
    by: Annotated[str, Code("roles")]
    """Who has to report."""
    every: Value | None = None
    """The time between two reports."""
    cadence: Said | None = None
    """What a plain interval cannot say."""
    last: PastDay | None = None
    """The day of the last report, if a source says it. With how often, it tells when the
    next is due.
    """
    next: Day | None = None
    """The day of the next report, where a source says it."""
    onward: Onward | None = None
    visits: Power | None = None
    """It may visit a State."""
    complaints: Power | None = None
    """It may examine what persons complain of."""
    publishes: Power | None = None
    """What it finds about a State is made public."""
    ref: Text | None = None
    confidence: Grade | None = None


class Record(Model):
    """A standard, an action plan or a standard operating procedure; its id is its path
    below `instruments/`.
    """

    kind: RecordKind
    type: Annotated[str, Code("types")]
    language: LanguageCode = "en"
    """The language of the prose in this file."""
    official_titles: ByLanguage = {}
    """The title as published, in every language that has one."""
    title: Said | None = None
    """Descriptive, ours; only where no official title exists in this file's language."""
    short_title: Said | None = None
    """What it is usually called."""
    short_titles: ByLanguage = {}
    """Short titles in use in other languages."""
    typed: Typed = {}
    """Acronyms and further names that readers type for it, by language; only the search
    knows them.
    """
    number: Number | None = None
    """CETS, OJ, UNTS, decision or resolution number."""
    with_: tuple[MechanismRef, ...] = Field((), alias="with")
    """Further mechanisms that adopted it; the folder is the first."""
    developed_by: tuple[MechanismRef, ...] = ()
    """Bodies that wrote it without adopting it."""
    status: Annotated[str, Code("statuses")]
    """What was decided; superseded, expired and extended are derived."""
    binding: Yes
    """Whether it obliges those to whom it is addressed."""
    about: Nearness | None = None
    """How near the text is to trafficking in persons."""
    about_reason: ForEditors | None = None
    """Why it counts as general law that a text on trafficking builds on."""
    adopted: Event | None = None
    """The day on which it was adopted; of a text that no organ adopted, on which it was
    published.
    """
    signature: Event | None = None
    """When and where it was signed."""
    in_force: Day | None = None
    """The day on which it entered into force."""
    in_force_confidence: Grade | None = None
    applies_from: Day | None = None
    """The day from which it applies, where that is not the day of its entry into force.
    """
    transposition_due: Day | None = None
    """The day by which States had to put it into their law."""
    entry_into_force: Threshold | None = None
    open_to: OpenTo | None = None
    period: Period | None = None
    relations: Relations = Relations()
    parties: Parties | None = None
    named_parties: tuple[StateCode, ...] = ()
    """States that the text names as its parties, where ratification is not known."""
    authentic_languages: tuple[LanguageCode, ...] = ()
    """The languages in which the text is equally authentic."""
    text: tuple[TextAddress, ...] = ()
    """Where the text itself can be read: the official page first, copies after it."""
    status_page: Url | None = None
    """The depositary's page that says who is party today."""
    summary: Annotated[str, Prose(words=120, markdown=True)] | None = None
    """What it is, who adopted it and what for, in two or three sentences of our own."""
    provisions: tuple[Provision, ...] = ()
    steps: tuple[Step, ...] = ()
    signs: tuple[TraffickingSign, ...] = ()
    questions: tuple[Question, ...] = ()
    never: tuple[Prohibition, ...] = ()
    """What a helper must never do."""
    documents: tuple[NeededDocument, ...] = ()
    """Forms and documents that it works with."""
    model_of: StateCode | None = None
    """The State whose own text it is: an example, and no standard of a region."""
    who_inferred: Yes = False
    """Whether the actors of the steps are ours: the source does not name them."""
    objectives: tuple[Objective, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    evaluations_looked: PastDay | None = None
    """The day on which somebody looked for evaluations of this plan, whether or not they
    found any.
    """
    reporting: Reporting | None = None
    sources: tuple[Source, ...] = ()
    silent: Topics = ()
    """Topics on which the text, read in full, says nothing."""
    read_in_full: Yes = False
    """Whether somebody read the whole text for this record."""
    could_not_read: Unreadable | None = None
    compared_with: tuple[RecordRef, ...] = ()
    """Amending texts that every verified line was compared with."""
    confidence: Grade
    provisions_confidence: ForEditors | None = None
    """How the provisions were checked: editors see it, readers do not."""
    review: Review | None = None
    notes: ForEditors | None = None
    checked_by: tuple[Reading, ...] = ()
    """Who compared which lines with the text: `compendium review apply` writes it."""
    former_lines: tuple[FormerLine, ...] = ()
    aliases: tuple[Text, ...] = ()


ONLY_FOR = {
    **dict.fromkeys(
        ("steps", "signs", "questions", "never", "documents", "model_of"), ("sop",)
    ),
    "who_inferred": ("sop",),
    **dict.fromkeys(("evaluations", "evaluations_looked"), ("action-plan",)),
    **dict.fromkeys(("objectives", "indicators"), ("action-plan", "instrument")),
}
"""Keys that only some kinds of record have."""
