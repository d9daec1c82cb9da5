"""What stands on the cover of a volume, above and below its title."""

from __future__ import annotations

from generators.document import sentences
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.pdf import catalogue


def kind_of(phrases: Phrases, kind: str) -> str:
    """What a volume of a kind is."""
    ui = phrases.localizer.gettext
    return {
        catalogue.COMPENDIUM: ui("Everything in one volume"),
        catalogue.REGIONS: ui("Region"),
        catalogue.MECHANISMS: ui("Mechanism"),
        catalogue.TOPICS: ui("Topic"),
        catalogue.STAGES: ui("Steps of a case"),
        catalogue.STATES: ui("State"),
        catalogue.FIRST_DAYS: ui("Sheet to hang up"),
        catalogue.NUMBERS: ui("What every text sets, side by side"),
        catalogue.RECORDS: ui("Record"),
    }[kind]


def under_title(phrases: Phrases, kind: str, name: str) -> tuple[Runs, ...]:
    """The lines below the title of a volume; some may be empty."""
    if kind == catalogue.RECORDS:
        return (sentences.adopters(phrases, name),)
    if kind == catalogue.MECHANISMS:
        return (
            sentences.regions(phrases, name),
            phrases.ui("With all of its standards, plans and procedures"),
        )
    if kind == catalogue.REGIONS:
        return (phrases.ui("Every mechanism, with its standards, plans and procedures"),)
    if kind == catalogue.TOPICS:
        return (phrases.definition("topics", name, "question"),)
    if kind == catalogue.STAGES:
        return (
            phrases.ui(
                "What each procedure asks at this stage: {stage}", stage=phrases.label("stages", name)
            ),
        )
    if kind == catalogue.COMPENDIUM:
        return (
            phrases.ui(
                "Regional standards, action plans and standard operating procedures against trafficking in "
                "persons"
            ),
        )
    return ()
