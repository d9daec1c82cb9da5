"""What programs look for at known places is what their formats ask: the data as a whole."""

from __future__ import annotations

import json
from posixpath import normpath

import pytest

from generators import data, html
from generators.corpus.corpus import Corpus
from generators.data import written
from generators.document.open_data import LICENCE_ADDRESS
from generators.translate.localizer import Localizer
from tests.sites import folder_of

SITE = "https://example.org/"


@pytest.fixture(scope="module")
def common(world: Corpus) -> dict[str, bytes]:
    """The files that all languages share."""
    return {path: write() for path, write in data.common(world, SITE).items()}


def test_the_data_as_a_whole_is_a_dataset(world, common):
    """The page of the data is about a dataset: each file of its language, and of all, that holds everything
    is there, with its address and its form.
    """
    block = written.dataset(Localizer(world, "fr"), "fr/", SITE)
    said = json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n"))
    assert (said["@type"], said["@context"]["@base"]) == ("Dataset", SITE)
    assert said["license"] == {"@id": LICENCE_ADDRESS}
    found = {each["contentUrl"]["@id"]: each["encodingFormat"] for each in said["distribution"]}
    held = {f"fr/{path}" for path in data.writers(world, "fr", f"{SITE}fr/")} | {*common}
    assert {*found} <= held
    assert found["data/compendium.sqlite.gz"] == "application/gzip"
    assert found["fr/data/compendium.json.gz"] == "application/gzip"


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
