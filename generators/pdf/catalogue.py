"""Which volumes there are, what they are called, what their covers say, and where they stand on the site.

Reads the corpus; knows nothing of how a volume is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.corpus.corpus import Corpus
from generators.document import recognise, sentences
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.translate.localizer import Localizer

RECORDS, MECHANISMS, REGIONS, TOPICS = "records", "mechanisms", "regions", "topics"
STAGES, STATES, FIRST_DAYS, NUMBERS, COMPENDIUM = "pathway", "states", "first-days", "numbers", "compendium"
RECOGNISE = "recognise"
SHELVES = (RECORDS, MECHANISMS, REGIONS, TOPICS, STAGES, STATES, FIRST_DAYS, RECOGNISE)
"""The kinds of volume that there are several of; each is the first part of its volumes' ids."""

_PAGES = dict(
    zip(SHELVES[:-1], ("record", "record", "region", "topic", "stage", "state", "first-days"), strict=True)
)


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
        RECOGNISE: recognise.sheets(corpus),
    }
    for shelf, names in lists.items():
        yield from (f"{shelf}/{name}" for name in names)


def find(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The ids of the volumes that somebody may mean: the volume of this id, else all whose record, mechanism,
    topic, State … has it (a State's code in capitals too).
    """
    known = set(volumes(corpus))
    if name in known:
        return (name,)
    meant = (f"{shelf}/{name.lower() if shelf in (STATES, FIRST_DAYS) else name}" for shelf in SHELVES)
    return tuple(volume for volume in meant if volume in known)


def split(volume: str) -> tuple[str, str]:
    """Kind and name of a volume; a State's name is its code in capitals."""
    kind, _, name = volume.partition("/")
    return kind, name.upper() if kind in (STATES, FIRST_DAYS) else name


def entry(localizer: Localizer, volume: str) -> dict[str, str]:
    """What a list of downloads says of a volume in one language (``corpus/downloads.Download``)."""
    return {
        "id": volume,
        "language": localizer.language,
        "kind": split(volume)[0],
        "title": title(localizer, volume),
        "address": addresses.volume(volume, localizer.language),
        "page": page(volume),
    }


def page(volume: str) -> str:
    """The address of the page that a volume is a view of, below the folder of its language."""
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
        return localizer.gettext("What applies in {state}").replace("{state}", localizer.state(name))
    if kind == FIRST_DAYS:
        heading = localizer.gettext("The first days")
        return f"{heading}{localizer.colon}{localizer.state(name)}"
    if kind == RECOGNISE:
        heading = localizer.gettext("Signs of trafficking")
        return f"{heading}{localizer.colon}{_sheet(localizer, name)}"
    if kind == RECORDS:
        return localizer.short(name).text
    if kind == MECHANISMS:
        return localizer.title(name).text
    return localizer.label({REGIONS: "regions", TOPICS: "topics", STAGES: "stages"}[kind], name)


def _sheet(localizer: Localizer, name: str) -> str:
    """For whom, or for which place, a sheet of signs is."""
    whom = {"adults": localizer.gettext("adults"), "children": localizer.gettext("children")}
    return whom.get(name) or letters(recognise.place_label(Phrases(localizer), name))


def kind_of(phrases: Phrases, kind: str) -> str:
    """What a volume of a kind is."""
    ui = phrases.localizer.gettext
    return {
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
    }[kind]


def under_title(phrases: Phrases, kind: str, name: str) -> tuple[Runs, ...]:
    """The lines below the title of a volume; some may be empty."""
    if kind == RECORDS:
        return (sentences.adopters(phrases, name),)
    if kind == MECHANISMS:
        return (
            sentences.regions(phrases, name),
            phrases.ui("With all of its standards, plans and procedures"),
        )
    if kind == REGIONS:
        return (phrases.ui("Every organisation, with its standards, plans and procedures"),)
    if kind == TOPICS:
        return (phrases.definition("topics", name, "question"),)
    if kind == STAGES:
        return (
            phrases.ui(
                "What each procedure asks at this stage: {stage}", stage=phrases.label("stages", name)
            ),
        )
    if kind == COMPENDIUM:
        return (
            phrases.ui(
                "Regional standards, action plans and standard operating procedures against trafficking in "
                "persons"
            ),
        )
    return ()
