"""Which volumes there are, what they are called and where they stand on the site.

Reads the corpus; knows nothing of how a volume is made, so that pages can link to volumes without loading a
typesetter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.corpus.corpus import Corpus
from generators.translate.localizer import Localizer

RECORDS, MECHANISMS, REGIONS, TOPICS, STAGES, STATES, FIRST_DAYS, NUMBERS, COMPENDIUM = (
    "records",
    "mechanisms",
    "regions",
    "topics",
    "pathway",
    "states",
    "first-days",
    "numbers",
    "compendium",
)
SHELVES = (RECORDS, MECHANISMS, REGIONS, TOPICS, STAGES, STATES, FIRST_DAYS)
"""The kinds of volume that there are several of; each is the first part of its volumes' ids."""

_PAGES = {
    RECORDS: "record",
    MECHANISMS: "record",
    REGIONS: "region",
    TOPICS: "topic",
    STAGES: "stage",
    STATES: "state",
    FIRST_DAYS: "first-days",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A volume in one language. ``address`` is where the PDF stands, below the root of the site; ``page`` is
    the page that it is a view of, below the folder of the language (empty for the home page); ``kind`` is the
    first part of the id.
    """

    id: str
    language: str
    kind: str
    title: str
    address: str
    page: str


def volumes(corpus: Corpus) -> tuple[str, ...]:
    """The ids of all volumes, such as ``records/ecowas/policy-2009``, ``states/ben`` or ``compendium``; the
    compendium and the numbers, of which there is one each, first.
    """
    return (COMPENDIUM, NUMBERS, *_listed(corpus))


def _listed(corpus: Corpus) -> Iterator[str]:
    lists = {
        REGIONS: corpus.vocabularies.of("regions"),
        MECHANISMS: sorted(corpus.mechanisms),
        TOPICS: corpus.vocabularies.of("topics"),
        STAGES: corpus.vocabularies.of("stages"),
        STATES: [code.lower() for code in corpus.all_states],
        FIRST_DAYS: [code.lower() for code in corpus.all_states],
        RECORDS: sorted(corpus.records),
    }
    for shelf, names in lists.items():
        yield from (f"{shelf}/{name}" for name in names)


def address(volume: str, language: str) -> str:
    """Where a volume stands, below the root of the site."""
    return addresses.volume(volume, language)


def find(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The ids of the volumes that somebody may mean: the volume of this id, else all whose record, mechanism,
    topic, State … has it (a State's code in capitals too).
    """
    known = set(volumes(corpus))
    if name in known:
        return (name,)
    meant = (*(f"{shelf}/{name}" for shelf in SHELVES), f"{STATES}/{name.lower()}")
    return tuple(dict.fromkeys(volume for volume in meant if volume in known))


def split(volume: str) -> tuple[str, str]:
    """Kind and name of a volume; a State's name is its code in capitals."""
    kind, _, name = volume.partition("/")
    return kind, name.upper() if kind in (STATES, FIRST_DAYS) else name


def entries(localizer: Localizer) -> Iterator[Entry]:
    """What a list of downloads says of each volume, in the order of ``volumes``."""
    return (entry(localizer, volume) for volume in volumes(localizer.corpus))


def entry(localizer: Localizer, volume: str) -> Entry:
    """What a list of downloads says of a volume."""
    return Entry(
        volume,
        localizer.language,
        split(volume)[0],
        title(localizer, volume),
        address(volume, localizer.language),
        page(volume),
    )


def page(volume: str) -> str:
    """The address of the page that a volume is a view of, below the folder of its language."""
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return ""
    if kind == NUMBERS:
        return addresses.address(Target("page", NUMBERS))
    return addresses.address(Target(_PAGES[kind], name))


def title(localizer: Localizer, volume: str) -> str:
    """The title of a volume, as plain text."""
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return localizer.gettext("Dakar Compendium")
    if kind == NUMBERS:
        return localizer.gettext("Numbers")
    if kind == STATES:
        return localizer.gettext("What applies in {state}").replace("{state}", localizer.state(name))
    if kind == FIRST_DAYS:
        heading = localizer.gettext("The first days")
        return f"{heading}{localizer.colon}{localizer.state(name)}"
    if kind == RECORDS:
        return localizer.short(name).text
    if kind == MECHANISMS:
        return localizer.title(name).text
    return localizer.label({REGIONS: "regions", TOPICS: "topics", STAGES: "stages"}[kind], name)
