"""What is said of the open data as a whole: what it is, of which day, under which licence, how it is cited,
and a question that it answers.
"""

from __future__ import annotations

from typing import NamedTuple

from generators.document.open_data.versions import VERSION
from generators.document.phrases import Phrases
from generators.document.runs import letters

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
    cite = phrases.ui(
        "The Dakar Compendium, open data, version {version}, as of {date}. {address}",
        version=[VERSION],
        date=phrases.today(),
        address=[f"{base}data/"],
    )
    return About(
        title=ui("Open data of the Dakar Compendium"),
        what=ui(
            "What regional and global texts against trafficking in persons say, who is bound by them, and "
            "how sure each line is."
        ),
        authentic=ui(
            "The records are written in the Compendium's own words; only the texts that the mechanisms have "
            "published are authentic."
        ),
        day=phrases.corpus.today.isoformat(),
        licence=ui(
            "CC BY 4.0: whoever names the Dakar Compendium and the day of the data may copy, translate and "
            "pass them on."
        ),
        cite=letters(cite),
        translations=ui(
            "A column that ends in _translation says of the text before it whether it is a translation, and "
            "whether anybody has reviewed it."
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
