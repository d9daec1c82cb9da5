"""The tables of the open data: all that is recorded, in one language, as rows; and what
is said of them as a whole: what they are, of which day, under which licence, how they are
cited, and a question that they answer. What writes them (CSV, SQLite, spreadsheets) and
the page that explains them ask here.

A value is the same in all languages or is said by the same phrases as pages say it.
Columns and their order are an interface, with a ``VERSION``. Its first number rises when
a field changes its meaning or goes (a program that reads it must be looked at), the
second when something is added.
"""

from __future__ import annotations

from typing import NamedTuple

from generators.document import publisher
from generators.document.open_data import lines, records
from generators.document.open_data.columns import Table, table
from generators.document.phrases import Phrases
from generators.document.runs import letters

VERSION, SINCE = "6.0", "2026-12-02"
"""The version of today, and its day."""

NEW = (
    "A text that is in force and does not apply yet binds nobody: binds is false, and the States that joined "
    "it are pending. applies_from of a record or of a line says from which day it applies.",
    "binds in the table provisions is about the line of the row, which may apply before or after its text.",
    "parties_at_least, in JSON at_least and states_at_least: there may be more parties than that number.",
    "working-days is a unit of its own. value_days and within_days count five of them as a week.",
    "A line can be for several groups of persons at once. In JSON, only_for is a list; in a table it has "
    "codes with spaces between them.",
    "parties has reservations_sought, reservations has excludes, and states/ben/index.json says of a "
    "text what the State reserved and which lines do not bind it.",
    "states/ben/index.json: bound_since_words has the day in words. named_lines has old and own_page; its "
    "url, and that of a review, is left out where the page is on a site of uploads.",
)
"""What is new in it, a sentence each; CHANGELOG.md has the versions before."""

LICENCE, LICENCE_NAME = "CC-BY-4.0", "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

EXAMPLE = """\
SELECT DISTINCT region.label, said.record_name, said.reference, strength.label AS strength,
       provisions.value, provisions.value_unit, provisions.confidence, provisions.address
FROM provisions
JOIN provision_topics AS topics USING (record, id)
JOIN record_regions AS regions USING (record)
JOIN provisions_text AS said USING (record, id)
JOIN vocabulary_text AS region ON (region.list, region.code) = ('regions', regions.region)
JOIN vocabulary_text AS strength ON (strength.list, strength.code) = ('strengths', provisions.strength)
WHERE topics.topic = 'reflection-period' AND provisions.value_days >= 30
  AND provisions.current AND provisions.binds
  AND (said.language, region.language, strength.language) = ('{language}', '{language}', '{language}')
ORDER BY regions.region, provisions.value_days, provisions.record, provisions.id
"""
"""Which regions grant at least 30 days of reflection, and where that is written."""


class About(NamedTuple):
    """What is said of the open data: ``question`` is what ``EXAMPLE`` answers, ``day`` is
    ISO 8601, the others are sentences.
    """

    title: str
    what: str
    authentic: str
    day: str
    licence: str
    cite: str
    translations: str
    question: str
    keeper: str


def about(phrases: Phrases, base: str = "") -> About:
    """What is said of the open data in a language; ``base`` as for the tables."""
    ui = phrases.localizer.gettext
    own = {"version": [VERSION], "date": phrases.today(), "address": [f"{base}data/"]}
    cite = phrases.ui(
        "The Dakar Compendium, open data, version {version}, as of {date}. {address}",
        **own,
    )
    if kept_by := publisher.name(phrases):
        cite = phrases.labelled(kept_by, cite)
    return About(
        title=ui("Open data of the Dakar Compendium"),
        what=ui(
            "What regional and global texts against trafficking in persons say, whom they bind, and how "
            "sure each line is."
        ),
        authentic=ui(
            "The records are written in our own words. Only the texts that the mechanisms have "
            "published are authentic."
        ),
        day=phrases.corpus.today.isoformat(),
        licence=ui(
            "CC BY 4.0: you may copy, translate and pass on the data. Name the Dakar Compendium and the "
            "date of the data."
        ),
        cite=letters(cite),
        translations=ui(
            "A column that ends in _translation is about the text before it. It says whether it is a "
            "translation, and whether anybody has reviewed it."
        ),
        keeper=letters(publisher.keeper(phrases)),
        question=ui(
            "Which regions grant at least 30 days of reflection, and where that is written"
        ),
    )


def labelled(phrases: Phrases, said: About) -> list[tuple[str, str]]:
    """What is said, each with what it is; the title is left out."""
    ui = phrases.localizer.gettext
    return [
        (ui("What it is"), said.what),
        (ui("Data of"), said.day),
        (ui("Who keeps it"), said.keeper),
        (ui("Licence"), said.licence),
        (ui("How to cite"), said.cite),
        (ui("Texts"), said.authentic),
        (ui("Translations"), said.translations),
    ]


_TABLES = (
    records.Records,
    lines.Provisions,
    lines.Steps,
    lines.Parties,
    lines.Reservations,
    records.Mechanisms,
    records.Members,
    records.States,
    lines.Objectives,
    lines.Indicators,
    lines.Reporting,
    records.Relations,
    lines.Silence,
    records.Sources,
    records.Vocabulary,
    lines.ProvisionTopics,
    records.RecordMechanisms,
    records.RecordRegions,
)


def tables(phrases: Phrases, base: str = "") -> tuple[Table, ...]:
    """All tables in a language, in the order in which a reader wants them. ``base`` is
    the absolute address of the folder of the language, which addresses begin with;
    without it they are relative to that folder.
    """
    return tuple(table(each, phrases, base) for each in _TABLES)
