"""Which volumes there are, what they are called, and where they are on the site.

The id of a volume is its kind, a slash and a name: ``records/ecowas/policy-2009``,
``states/ben``. The compendium and the numbers are one volume each; their kind is their
id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.corpus.corpus import Corpus
from generators.document import recognise, sentences
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.translate.localizer import Localizer

RECORDS = "records"
MECHANISMS = "mechanisms"
REGIONS = "regions"
TOPICS = "topics"
STAGES = "pathway"
STATES = "states"
FIRST_DAYS = "first-days"
RECOGNISE = "recognise"
NUMBERS = "numbers"
COMPENDIUM = "compendium"

SHELVES = (RECORDS, MECHANISMS, REGIONS, TOPICS, STAGES, STATES, FIRST_DAYS, RECOGNISE)
"""The kinds of volume that there are several of; each is the first part of its volumes'
ids.
"""
_OF_A_STATE = (STATES, FIRST_DAYS)
"""The kinds whose volumes have the code of a State as their name."""

_PAGES = {
    RECORDS: "record",
    MECHANISMS: "record",
    REGIONS: "region",
    TOPICS: "topic",
    STAGES: "stage",
    STATES: "state",
    FIRST_DAYS: "first-days",
}
"""The kind of page that each kind of volume is a view of."""
_LISTS = {REGIONS: "regions", TOPICS: "topics", STAGES: "stages"}
"""The list of the vocabulary that has the labels of a kind of volume."""


class PublicAddresses(NamedTuple):
    """The absolute addresses of the site, with a slash at its end, and of its
    repository.
    """

    site: str
    repository: str

    def page(self, language: str, address: str) -> str:
        """The absolute address of a page; the default language is at the root.

        >>> public = PublicAddresses("https://a.example/", "https://b.example/code")
        >>> public.page("nl", "a/"), public.page("en", "a/")
        ('https://a.example/nl/a/', 'https://a.example/a/')
        """
        folder = "" if language == cldr.LANGUAGES[0] else f"{language}/"
        return f"{self.site}{folder}{address}"


# -- ids ---------------------------------------------------------------------------------


def volumes(corpus: Corpus) -> tuple[str, ...]:
    """The ids of all volumes. The compendium and the numbers come first."""
    return (COMPENDIUM, NUMBERS, *_shelf_ids(corpus))


def _shelf_ids(corpus: Corpus) -> Iterator[str]:
    """The ids of the volumes of all ``SHELVES``."""
    states = [code.lower() for code in corpus.all_states]
    lists = {
        REGIONS: corpus.vocabularies.entries_of("regions"),
        MECHANISMS: sorted(corpus.mechanisms),
        TOPICS: corpus.vocabularies.entries_of("topics"),
        STAGES: corpus.vocabularies.entries_of("stages"),
        STATES: states,
        FIRST_DAYS: states,
        RECORDS: sorted(corpus.records),
        RECOGNISE: recognise.sheets(corpus),
    }
    for shelf, names in lists.items():
        for name in names:
            yield f"{shelf}/{name}"


def offered(corpus: Corpus, language: str) -> tuple[str, ...]:
    """The ids of the volumes that a site offers in a language, so that its host can hold
    it. Every other volume is made when somebody names it.

    Texts and regions are whole in the volumes of organisations. A State's volume and
    sheet are for who works in its languages, or in the default one.
    """
    return tuple(volume for volume in volumes(corpus) if _is_offered(volume, language))


def _is_offered(volume: str, language: str) -> bool:
    kind, name = split(volume)
    if kind in _OF_A_STATE:
        return language == cldr.LANGUAGES[0] or language in cldr.official_languages(name)
    return kind not in (RECORDS, REGIONS)


def find(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The ids of the volumes that somebody may mean by a name; empty where there is none.

    That is the volume of this id, else all whose record, mechanism, topic, State … has
    the name. A State's code may be in capitals.
    """
    known = set(volumes(corpus))
    if name in known:
        return (name,)
    ids: list[str] = []
    for shelf in SHELVES:
        own_name = name.lower() if shelf in _OF_A_STATE else name
        ids.append(f"{shelf}/{own_name}")
    return tuple(volume for volume in ids if volume in known)


def split(volume: str) -> tuple[str, str]:
    """The kind and the name of a volume; a State's name is its code in capitals.

    >>> split("states/ben"), split("records/ecowas/policy-2009"), split("compendium")
    (('states', 'BEN'), ('records', 'ecowas/policy-2009'), ('compendium', ''))
    """
    kind, _, name = volume.partition("/")
    return kind, name.upper() if kind in _OF_A_STATE else name


# -- addresses and titles ----------------------------------------------------------------


def entry(localizer: Localizer, volume: str) -> dict[str, str]:
    """What a list of downloads says of a volume in one language
    (``corpus/downloads.Download``).
    """
    return {
        "id": volume,
        "language": localizer.language,
        "kind": split(volume)[0],
        "title": title(localizer, volume),
        "address": addresses.volume(volume, localizer.language),
        "page": page(volume),
    }


def page(volume: str) -> str:
    """The address of the page that a volume is a view of. It is below the folder of the
    language, and empty for the home page.

    >>> page("states/ben")
    'states/ben/'
    """
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return ""
    if kind in (NUMBERS, RECOGNISE):
        return addresses.address(Target("page", kind))
    return addresses.address(Target(_PAGES[kind], name))


def title(localizer: Localizer, volume: str) -> str:
    """The title of a volume, as plain text."""
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return localizer.gettext("Dakar Compendium")
    if kind == NUMBERS:
        return localizer.gettext("Numbers")
    if kind == STATES:
        heading = localizer.gettext("What applies in {state}")
        return heading.replace("{state}", localizer.state_in_sentence(name))
    if kind == FIRST_DAYS:
        heading = localizer.gettext("The first days")
        return f"{heading}{localizer.colon}{localizer.state(name)}"
    if kind == RECOGNISE:
        heading = localizer.gettext("Signs of trafficking")
        return f"{heading}{localizer.colon}{_sheet_label(localizer, name)}"
    if kind == RECORDS:
        return localizer.short(name).text
    if kind == MECHANISMS:
        return localizer.title(name).text
    return localizer.label(_LISTS[kind], name)


def _sheet_label(localizer: Localizer, name: str) -> str:
    """For whom, or for which place, a sheet of signs is."""
    if name == "adults":
        return localizer.gettext("adults")
    if name == "children":
        return localizer.gettext("children")
    return letters(recognise.label(Phrases(localizer), name))


def kind_of(phrases: Phrases, kind: str) -> str:
    """What a volume of a kind is, in words."""
    ui = phrases.localizer.gettext
    words = {
        COMPENDIUM: ui("Everything in one volume"),
        REGIONS: ui("Region"),
        MECHANISMS: ui("Mechanism"),
        TOPICS: ui("Topic"),
        STAGES: ui("Steps of a case"),
        STATES: ui("State"),
        FIRST_DAYS: ui("Sheet to hang up"),
        RECOGNISE: ui("Sheet to hang up"),
        NUMBERS: ui("What every text sets, side by side"),
        RECORDS: ui("Record"),
    }
    return words[kind]


def under_title(phrases: Phrases, kind: str, name: str) -> tuple[Runs, ...]:
    """The lines below the title of a volume; some may be empty."""
    ui = phrases.ui
    if kind == RECORDS:
        return (sentences.adopters(phrases, name),)
    if kind == MECHANISMS:
        content = ui("With all of its standards, plans and procedures")
        return (sentences.regions(phrases, name), content)
    if kind == REGIONS:
        content = ui("Every organisation, with its standards, plans and procedures")
        return (content,)
    if kind == TOPICS:
        return (phrases.definition("topics", name, "question"),)
    if kind == STAGES:
        stage = phrases.label("stages", name)
        words = ui("What each procedure asks at this stage: {stage}", stage=stage)
        return (words,)
    if kind == COMPENDIUM:
        content = ui(
            "Regional standards, action plans and standard operating procedures "
            "against trafficking in persons"
        )
        return (content,)
    return ()
