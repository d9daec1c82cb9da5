"""What programs look for at known places is what their formats ask: the description of the search,
and the glossary.
"""

from __future__ import annotations

import csv
import io
from posixpath import normpath
from xml.etree import ElementTree

import pytest

from generators import data, html
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.data import tables
from tests.sites import folder_of

SITE = "https://example.org/"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def common(world: Corpus) -> dict[str, bytes]:
    """The files that all languages share."""
    return {path: write() for path, write in data.common(world, SITE).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_browsers_learn_where_each_language_is_searched(world, language):
    """A short name of at most 16 characters, and an address that the page of search reads."""
    base = SITE if language == "en" else f"{SITE}{language}/"
    found = ElementTree.fromstring(data.writers(world, language, base)["opensearch.xml"]())
    assert found.tag == f"{OPEN_SEARCH}OpenSearchDescription"
    assert 0 < len(found.find(f"{OPEN_SEARCH}ShortName").text) <= 16
    assert len(found.find(f"{OPEN_SEARCH}LongName").text) <= 48
    assert found.find(f"{OPEN_SEARCH}Language").text == language
    assert found.find(f"{OPEN_SEARCH}Url").attrib == {
        "type": "text/html",
        "template": f"{base}search/?q={{searchTerms}}",
    }
    assert "search/" in {page.address for page in html.build(world, language)}


def test_the_page_links_what_it_names(common, world):
    """Every file on the page of the data is there, in the folder of its language or at the root."""
    for language in ("en", "ar"):
        folder = folder_of(language)
        page = next(each for each in html.build(world, language) if each.address == "data/").render()
        hrefs = [part.partition('"')[0] for part in page.split('href="')[1:]]
        linked = {normpath(f"{folder}data/{href}") for href in hrefs if "#" not in href}
        assert {"data/schema/corpus.json", "data/schema/record.json"} <= linked
        own = {f"{folder}{path}" for path in data.writers(world, language)}
        files = {each for each in linked if each.endswith((".json", ".csv", ".xlsx", ".gz", ".ics"))}
        assert f"{folder}data/compendium.xlsx" in files
        assert files - own - set(common) == set()


def test_the_glossary_has_forms_and_forms_to_avoid(corpus_of):
    """One row a form, with its source; what is said to editors of a form to avoid is not published."""
    text = tables.glossary(corpus_of())[tables.GLOSSARY]().decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["id"] == "compensation"]
    assert [(row["language"], row["term"], row["status"]) for row in rows if row["language"] == "fr"] == [
        ("fr", "indemnisation", "preferred"),
        ("fr", "compensation", "avoid"),
    ]
    english = next(row for row in rows if row["language"] == "en")
    assert english["definition"]
    assert english["definition_unreviewed"] == "false"
    assert {row["source_address"] for row in rows if row["language"] == "fr"} == {
        "https://example.org/fr",
        "",
    }
    assert "accountants" not in text
