"""What programs look for at known places is what their formats ask: the catalogue of the data read as linked
data without a connection, the description of the search, the lines for language models.
"""

from __future__ import annotations

import gzip
import json
from posixpath import normpath
from xml.etree import ElementTree

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF
from rdflib.plugins.parsers.jsonld import to_rdf

from generators import data, html
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.data import for_machines, tables
from generators.site import build
from generators.site.shell import site_languages
from tests.sites import folder_of

SITE = "https://example.org/"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
FOAF = Namespace("http://xmlns.com/foaf/0.1/")


@pytest.fixture(scope="module")
def common(world: Corpus) -> dict[str, bytes]:
    """The files that all languages share."""
    return {path: write() for path, write in data.common(world, SITE).items()}


@pytest.fixture(scope="module")
def catalogue(common) -> Graph:
    """The catalogue as linked data; the reader of JSON-LD would fail were there anything to fetch."""
    assert isinstance(json.loads(common["data/catalog.jsonld"])["@context"], dict)
    return to_rdf(json.loads(common["data/catalog.jsonld"]), Graph())


def test_the_catalogue_is_of_one_data_set(catalogue, world):
    """With a title and a description in each language, licence, day, publisher, and the time it covers."""
    (found,) = catalogue.subjects(RDF.type, DCAT.Dataset)
    assert found == URIRef(f"{SITE}data/")
    for said in (DCTERMS.title, DCTERMS.description):
        assert {each.language for each in catalogue.objects(found, said)} == set(LANGUAGES)
    assert catalogue.value(found, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert str(catalogue.value(found, DCTERMS.modified)) == world.today.isoformat()
    assert catalogue.value(found, URIRef(f"{DCAT}version")) == Literal(data.FORMAT)
    publisher = catalogue.value(found, DCTERMS.publisher)
    assert catalogue.value(publisher, FOAF.name) == Literal("The Dakar Compendium")
    time = catalogue.value(found, DCTERMS.temporal)
    days = [str(catalogue.value(time, end)) for end in (DCAT.startDate, DCAT.endDate)]
    assert days == sorted(days)
    assert len(set(catalogue.objects(found, DCTERMS.language))) == len(LANGUAGES)


def test_each_file_that_holds_all_of_something_is_a_distribution(catalogue, world):
    """In each language or for all, at its address, with its media type; nothing else is."""
    (found,) = catalogue.subjects(RDF.type, DCAT.Dataset)
    urls = {
        str(catalogue.value(each, DCAT.downloadURL)) for each in catalogue.objects(found, DCAT.distribution)
    }
    folders = {language: "" if language == "en" else f"{language}/" for language in LANGUAGES}
    own = {
        f"{folder}{path}"
        for language, folder in folders.items()
        for path in data.writers(world, language, SITE + folder)
        if for_machines.is_offered(path)
    }
    shared = {*filter(for_machines.is_offered, tables.common(world, SITE))}
    assert urls == {f"{SITE}{path}" for path in own | shared}
    assert "data/csv/provisions.csv" in shared
    assert {f"{SITE}ar/data/compendium.json.gz", f"{SITE}fr/changes/feed.xml"} <= urls
    for each in catalogue.objects(found, DCAT.distribution):
        kind = str(catalogue.value(each, DCAT.mediaType))
        assert kind.startswith("https://www.iana.org/assignments/media-types/"), each
        assert catalogue.value(each, DCTERMS.license), each


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


def test_language_models_are_told_where_the_data_stands_and_under_which_terms(common, world):
    """Plain text; each address in it is one of the site."""
    text = common["llms.txt"].decode()
    assert text.startswith("# The Dakar Compendium\n\n> ")
    assert "CC BY 4.0" in text
    assert world.today.isoformat() in text
    paths = {*common, *data.writers(world, "en", SITE), "data/"}
    linked = {part.partition(")")[0] for part in text.split("](")[1:]}
    assert linked
    assert {url.removeprefix(SITE) for url in linked} <= paths


def test_the_page_links_what_it_names(common, world):
    """Every file on the page of the data is there, in the folder of its language or at the root."""
    for language in ("en", "ar"):
        folder = folder_of(language)
        page = next(each for each in html.build(world, language) if each.address == "data/").render()
        hrefs = [part.partition('"')[0] for part in page.split('href="')[1:]]
        linked = {normpath(f"{folder}data/{href}") for href in hrefs if "#" not in href}
        assert {"data/catalog.jsonld", "data/schema/corpus.json", "data/schema/record.json"} <= linked
        own = {f"{folder}{path}" for path in data.writers(world, language)}
        files = {each for each in linked if each.endswith((".json", ".csv", ".xlsx", ".gz", ".ics"))}
        assert f"{folder}data/compendium.xlsx" in files
        assert files - own - set(common) == set()


def test_a_file_that_is_asked_for_is_written_alone(world):
    """While serving: one of a language in its folder, one that all share at the root alone."""
    english, arabic = site_languages()[:2]
    write, language = build.data_writer(world, SITE, arabic, "data/compendium.json.gz")
    assert json.loads(gzip.decompress(write()))["language"] == language == "ar"
    write, language = build.data_writer(world, SITE, english, "data/schema/record.json")
    assert json.loads(write())["$id"] == f"{SITE}data/schema/record.json"
    assert language is None
    assert build.data_writer(world, SITE, arabic, "data/schema/record.json") is None
    assert build.data_writer(world, SITE, english, "data/nothing.json") is None
