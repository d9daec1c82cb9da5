"""The tables of the open data in one language, and what is said of the whole data. That
is its day, its licence, how to cite it, and a question that it answers.

Files (CSV, SQLite, spreadsheets) and the page about the data are made from this. A value
is the same in all languages, or is said as pages say it.

Columns and their order are an interface with a ``VERSION``. Its first number rises if a
field changes its meaning or goes. Somebody must then look at programs that read it. The
second number rises if something is added.
"""

from __future__ import annotations

from typing import NamedTuple

from generators.document import publisher
from generators.document.open_data import (
    contact_tables,
    line_tables,
    party_tables,
    record_tables,
)
from generators.document.open_data.data_table import DataTable
from generators.document.open_data.table_maker import make_table
from generators.document.phrases import Phrases
from generators.document.runs import letters

VERSION = "8.0"
"""The version of the columns and fields, as they are today."""
SINCE = "2026-12-03"
"""The day of that version."""

NEW = (
    (
        "A record, mechanism, State or topic has one file index.json for all languages. "
        "It is at the root of the site, and has codes, days and numbers. Its field words "
        "names the file with what a language says, below the folder of that language."
    ),
    (
        "Join codes and words to have what index.json had before: objects key by key, "
        "lists place by place. compendium.json.gz has both, as before."
    ),
    (
        "states/ben/index.json no longer says in words how a State joined a text. "
        "bound_since has the day, and bound_since_words has it in words."
    ),
)
"""What is new in this version, a sentence for each; CHANGELOG.md has older versions."""

LICENCE = "CC-BY-4.0"
LICENCE_NAME = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

EXAMPLE = """\
SELECT DISTINCT region.label, said.record_name, said.reference, \
strength.label AS strength,
       provisions.value, provisions.value_unit, provisions.confidence, provisions.address
FROM provisions
JOIN provision_topics AS topics USING (record, id)
JOIN record_regions AS regions USING (record)
JOIN provisions_text AS said USING (record, id)
JOIN vocabulary_text AS region ON (region.list, region.code) = ('regions', regions.region)
JOIN vocabulary_text AS strength \
ON (strength.list, strength.code) = ('strengths', provisions.strength)
WHERE topics.topic = 'reflection-period' AND provisions.value_days >= 30
  AND provisions.current AND provisions.binds
  AND (said.language, region.language, strength.language) \
= ('{language}', '{language}', '{language}')
ORDER BY regions.region, provisions.value_days, provisions.record, provisions.id
"""
"""A query: which regions grant at least 30 days of reflection, and where that is written.
A line that ends in a backslash goes on in the next one.
"""


class About(NamedTuple):
    """What is said of the open data, in one language.

    ``title`` is its name. ``day`` is ISO 8601. ``cite`` is how to cite it, with address
    and day. ``question`` is what ``EXAMPLE`` answers. The others are one or two sentences
    each.
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
    """What is said of the open data in a language. ``base`` is the absolute address of
    the folder of the language; it may be empty.
    """
    ui = phrases.localizer.gettext
    return About(
        title=ui("Open data of the Dakar Compendium"),
        what=ui(
            "What regional and global texts against trafficking in persons say, whom "
            "they bind, and how sure each line is."
        ),
        authentic=ui(
            "The records are written in our own words. Only the texts that the "
            "mechanisms have published are authentic."
        ),
        day=phrases.corpus.today.isoformat(),
        licence=ui(
            "CC BY 4.0: you may copy, translate and pass on the data. Name the Dakar "
            "Compendium and the date of the data."
        ),
        cite=_citation(phrases, base),
        translations=ui(
            "A column that ends in _translation is about the text before it. It says "
            "whether it is a translation, and whether anybody has reviewed it."
        ),
        keeper=letters(publisher.keeper(phrases)),
        question=ui(
            "Which regions grant at least 30 days of reflection, and where that is "
            "written"
        ),
    )


def _citation(phrases: Phrases, base: str) -> str:
    """How to cite the open data, in a language; with the publisher, if there is one."""
    citation = phrases.ui(
        "The Dakar Compendium, open data, version {version}, as of {date}. {address}",
        version=[VERSION],
        date=phrases.today(),
        address=[f"{base}data/"],
    )
    publisher_name = publisher.name(phrases)
    if publisher_name:
        citation = phrases.labelled(publisher_name, citation)
    return letters(citation)


def labelled_facts(phrases: Phrases, about_data: About) -> list[tuple[str, str]]:
    """Pairs of a label and what is said of the data; without its title."""
    ui = phrases.localizer.gettext
    return [
        (ui("What it is"), about_data.what),
        (ui("Data of"), about_data.day),
        (ui("Who keeps it"), about_data.keeper),
        (ui("Licence"), about_data.licence),
        (ui("How to cite"), about_data.cite),
        (ui("Texts"), about_data.authentic),
        (ui("Translations"), about_data.translations),
    ]


_TABLES = (
    record_tables.RecordRows,
    line_tables.ProvisionRows,
    line_tables.StepRows,
    party_tables.PartyRows,
    party_tables.ReservationRows,
    party_tables.UnreadReservationRows,
    record_tables.MechanismRows,
    record_tables.MemberRows,
    record_tables.StateRows,
    contact_tables.ContactRows,
    line_tables.ObjectiveRows,
    line_tables.IndicatorRows,
    line_tables.ReportingRows,
    record_tables.RelationRows,
    line_tables.SilenceRows,
    record_tables.SourceRows,
    record_tables.VocabularyRows,
    line_tables.ProvisionTopicRows,
    record_tables.RecordMechanismRows,
    record_tables.RecordRegionRows,
)


def tables(phrases: Phrases, base: str = "") -> tuple[DataTable, ...]:
    """All tables in a language, the most useful for readers first. ``base`` is the
    absolute address of the folder of the language, with which addresses begin. Without
    it, they are relative to that folder.
    """
    return tuple(make_table(definition, phrases, base) for definition in _TABLES)
