"""The codes in tables of the open data, each with its label and its meaning.

Most codes are from the vocabulary. A few follow from the records and are in no list of
the vocabulary: the classes here have those.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import ClassVar

from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.memo import once
from generators.document.phrases import Phrases
from generators.model.manuals import strings_under
from generators.model.vocabulary import UNDEFINED
from generators.translate.localizer import ui


class CodeList:
    """A list of codes that the vocabulary does not have. ``LIST`` is its name in tables.
    Each other attribute is a code with its label; the string under it is its meaning.
    """

    LIST: ClassVar[str]


class TranslationCodes(CodeList):
    """What a text is in a language."""

    LIST = "translations"

    source = ui("Written in this language")
    """The text is in the language in which it was written."""
    official = ui("Published in this language")
    """It was published in this language. It is not our translation."""
    reviewed = ui("Reviewed")
    """It is a translation, and somebody has reviewed it."""
    unreviewed = ui("Translation not yet reviewed")
    """It is a translation, and nobody has reviewed it."""
    stale = ui("Translation out of date: the source text is shown")
    """The source text has changed since it was translated."""
    missing = ui("Not yet translated: the source text is shown")
    """There is no translation of the text into this language."""


class ParticipationCodes(CodeList):
    """What a State or an organisation is to a text."""

    LIST = "participations"

    bound = ui("Party")
    """The text binds it on the day of the data."""
    pending = ui("Has joined, not yet binding on it")
    """It has joined. The text does not bind it yet."""
    no_longer_bound = ui("No longer bound")
    """It joined. It has left since, or the text no longer binds anybody."""
    takes_part = ui("Takes part but is not bound")
    """It takes part on the day of the data. The text does not bind."""
    to_take_part = ui("To come")
    """It is to take part from a later day. The text does not bind."""
    took_part = ui("No longer taking part")
    """It took part and no longer does. The text does not bind."""
    signed = ui("Signed but not a party")
    """It signed the text and has not joined it since."""
    named = ui("Named as a party in the text. We do not know whether it ratified.")
    """The text itself names it as a party. No list that we read says whether it ratified.
    """


class PartyListCodes(CodeList):
    """What is known of who is party to a text."""

    LIST = "party-lists"

    listed = ui("Listed")
    """We have a list that names all parties on its day."""
    incomplete = ui("Known so far: the list may lack parties")
    """We have a list. A State that is missing may be a party."""
    number_only = ui("We know only the number. We have no list of States.")
    """A source gives the number of parties. We have read no list that names them."""
    signatures_only = ui(
        "We know only who signed. We do not know who has become a party."
    )
    """We have a list of those who signed, and no list of parties."""
    not_recorded = ui("What we do not have")
    """We have neither a list nor a number of parties."""


class AbsenceCodes(CodeList):
    """Why a text has no line on a topic."""

    LIST = "absences"

    silent = ui("The text says nothing")
    """We read the text in full. It says nothing on this topic."""
    read_in_part = ui("Read in part, nothing found")
    """We read a part of the text. That part says nothing on this topic. The rest may."""
    unreadable = ui("We could not read the text")
    """We looked for the text and could not read it. It may say something on this topic.
    """
    not_recorded = ui("Not read for this yet")
    """Nobody has read the text for this topic. It may say something."""


class RelationCodes(CodeList):
    """How a text bears on another one."""

    LIST = "relations"

    supersedes = ui("Supersedes")
    """It has taken the place of the other text."""
    is_to_supersede = ui("Is to supersede")
    """It is to take the place of the other text, and has not taken effect yet."""
    amends = ui("Amends")
    """It has changed the other text."""
    is_to_amend = ui("Is to amend")
    """It is to change the other text, and has not taken effect yet."""
    implements = ui("Implements")
    """It puts the other text into practice."""
    related = ui("Related")
    """It is about the same matter as the other text."""


class BoundCodes(CodeList):
    """Whether a number is the least or the most."""

    LIST = "bounds"

    least = ui("At least")
    """The text says at least so much."""
    most = ui("At most")
    """The text says at most so much."""


class PowerCodes(CodeList):
    """Whether a body that gets reports may do something."""

    LIST = "powers"

    yes = ui("yes")
    """A text that we read says so."""
    if_agreed = ui("Only if the State agrees")
    """A text that we read says so, for States that agree."""


class ContactUseCodes(CodeList):
    """What a contact can be used for on the day of the data."""

    LIST = "contact-uses"

    call = ui("Call")
    """Its number is from an official page of the last two years, or from an act."""
    check_first = ui("Check before you call")
    """Its number is older than two years, or no official page confirms it."""
    ask = ui("Look at its page")
    """It has no number that may be shown. Its page names it."""
    old = ui("Too old to rely on")
    """Only a page names it that is older than five years or has no day."""


class ContactKindCodes(CodeList):
    """What a contact is for."""

    LIST = "contact-kinds"

    helpline = ui("Helpline")
    """A line that somebody can call."""
    emergency = ui("Emergency number")
    """The number to dial when somebody is in danger."""
    identification = ui("Who identifies victims")
    """It says itself who is a victim."""
    investigation = ui("Who investigates, or takes reports")
    """It looks into a crime, or takes reports of one."""
    assistance = ui("Who helps victims")
    """It gives a victim shelter, care or advice."""
    child_protection = ui("Child protection")
    """It protects children."""
    referral_mechanism = ui("Referral mechanism")
    """It is the way from one service to the next."""
    coordination = ui("Who coordinates")
    """It coordinates the work of ministries and others."""
    rapporteur = ui("National rapporteur")
    """It watches what the State does, and reports on it."""
    law = ui("National law")
    """It is the law on trafficking, or a part of it."""


class ContactSubjectCodes(CodeList):
    """For whom a contact is."""

    LIST = "contact-subjects"

    trafficking = ui("for victims of trafficking")
    """Persons who were trafficked."""
    reports = ui("to report trafficking")
    """Anyone who reports trafficking."""
    children = ui("for children")
    """Persons under 18."""
    women = ui("for women who suffer violence")
    """Women who suffer violence."""
    violence = ui("for victims of violence")
    """Persons who suffer violence."""
    everyone = ui("for everyone")
    """Everyone."""


class AnsweredByCodes(CodeList):
    """Who answers a call."""

    LIST = "answered-by"

    ngo = ui("an independent organisation answers")
    """An organisation that is not of the State."""
    health = ui("a health service answers")
    """A health service."""
    government = ui("a public authority answers")
    """A public authority that is none of the others here."""
    police = ui("the police answer")
    """The police."""
    immigration = ui("the immigration service answers")
    """The immigration service."""
    security = ui("a security service answers")
    """A security service."""
    general = ui("police, ambulance and fire answer")
    """One service for police, ambulance and fire."""


class ContactPageCodes(CodeList):
    """What sort of page names a contact."""

    LIST = "contact-pages"

    official = ui("official page")
    """The body's own page, or a page of its State."""
    report = ui("report")
    """A report of another State or of an organisation."""
    secondary = ui("not official")
    """A newspaper, a copy, or another page that is not official."""
    law = ui("law")
    """An act in force that opens the number."""
    table = ui("table of numbers")
    """A table of the numbers of many States."""


class ContactDoubtCodes(CodeList):
    """What speaks against relying on a contact."""

    LIST = "contact-doubts"

    renamed = ui("it may have another name today")
    """Its name may be another today."""
    replaced = ui("something later may have replaced or changed it")
    """Something later may have replaced or changed it."""
    copy = ui("read in a copy on another site")
    """It was read in a copy on another site."""
    draft = ui("a draft, not adopted when the page was written")
    """It was not adopted when the page was written."""
    local = ui("for a part of the State only")
    """It is for a part of the State only."""
    role = ui("the page does not say plainly that this is its task")
    """The page does not say plainly that this is its task."""
    unconfirmed = ui("no other page that we read confirms it")
    """No other page that we read confirms it."""
    day = ui("we worked out the day of the page ourselves")
    """We worked out the day of the page ourselves."""
    idle = ui("not at work when the page was written")
    """It was not at work when the page was written."""


_ADDED: Mapping[str, type[CodeList]] = {
    definition.LIST: definition
    for definition in (
        TranslationCodes,
        ParticipationCodes,
        PartyListCodes,
        AbsenceCodes,
        RelationCodes,
        BoundCodes,
        PowerCodes,
        ContactUseCodes,
        ContactKindCodes,
        ContactSubjectCodes,
        AnsweredByCodes,
        ContactPageCodes,
        ContactDoubtCodes,
    )
}
"""The lists of this module, by name."""


@cache
def _added(name: str) -> Mapping[str, tuple[str, str]]:
    """The label and the meaning of each code of a list of this module, in English. A code
    is written with hyphens: ``no_longer_bound`` is ``no-longer-bound``.
    """
    labels = vars(_ADDED[name])
    meanings = strings_under(_ADDED[name])
    return {
        attribute.replace("_", "-"): (labels[attribute], meaning)
        for attribute, meaning in meanings.items()
    }


def code_lists(corpus: Corpus) -> tuple[str, ...]:
    """The names of all lists whose codes are in tables, those of the vocabulary first."""
    names = [name for name in corpus.vocabularies.entries if name not in UNDEFINED]
    return (*names, *_ADDED)


def codes_of_list(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The codes of a list, in its order."""
    return tuple(_added(name) if name in _ADDED else corpus.vocabularies.entries_of(name))


@once
def code_labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    """The label of each code of a list in a language, in the order of the list."""
    localizer = phrases.localizer
    if name in _ADDED:
        english = {code: label for code, (label, _) in _added(name).items()}
        return {code: localizer.gettext(label) for code, label in english.items()}
    codes = codes_of_list(phrases.corpus, name)
    return {code: localizer.label(name, code) for code in codes}


def definition(phrases: Phrases, name: str, code: str) -> Localized:
    """What a code of a list means, in a sentence."""
    if name in _ADDED:
        return phrases.localizer.interface(_added(name)[code][1])
    return phrases.localizer.word(name, code, "definition")
