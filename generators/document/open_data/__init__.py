"""The tables of the open data: all that is recorded, in one language, as rows; and what is said of them as a
whole: what they are, of which day, under which licence, how they are cited, and a question that they answer.
What writes them (CSV, SQLite, spreadsheets) and the page that explains them ask here.

A value is the same in all languages or is said by the same phrases as pages say it. Columns and their order
are an interface, with a ``VERSION``. Its first number rises when a field changes its meaning or goes (a
program that reads it must be looked at), the second when something is added.
"""

from __future__ import annotations

from typing import NamedTuple

from generators.document.open_data import lines, records
from generators.document.open_data.columns import Table, table
from generators.document.phrases import Phrases
from generators.document.runs import letters

VERSION, SINCE = "5.0", "2026-11-30"
"""The version of today, and its day."""

NEW = (
    "In JSON, the lists of a record or mechanism, and of their lines, are left out where they are empty "
    "(reservations, signs, questions, evaluations).",
    "states/ben/index.json says of a text which it is, since when it binds the State, how sure that is, and "
    "all of it in words. How the State joined, what it reserved and of which day the list is stand in the "
    "parties of the record and in the table parties alone.",
    "data/terms.csv is gone. The page of the terms has their forms.",
    "parties has reservations_sought, reservations has excludes, and states/ben/index.json says beside a "
    "text what the State reserved and which lines do not bind it.",
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
    """What is said of the open data: ``question`` is what ``EXAMPLE`` answers, ``day`` is ISO 8601, the
    others are sentences.
    """

    title: str
    what: str
    authentic: str
    day: str
    licence: str
    cite: str
    translations: str
    question: str


def about(phrases: Phrases, base: str = "") -> About:
    """What is said of the open data in a language; ``base`` as for the tables."""
    ui = phrases.localizer.gettext
    own = {"version": [VERSION], "date": phrases.today(), "address": [f"{base}data/"]}
    cite = phrases.ui("The Dakar Compendium, open data, version {version}, as of {date}. {address}", **own)
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
        question=ui("Which regions grant at least 30 days of reflection, and where that is written"),
    )


def labelled(phrases: Phrases, said: About) -> list[tuple[str, str]]:
    """What is said, each with what it is; the title is left out."""
    ui = phrases.localizer.gettext
    return [
        (ui("What it is"), said.what),
        (ui("Data of"), said.day),
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
    """All tables in a language, in the order in which a reader wants them. ``base`` is the absolute address
    of the folder of the language, which addresses begin with; without it they are relative to that folder.
    """
    return tuple(table(each, phrases, base) for each in _TABLES)
