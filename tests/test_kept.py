"""What can be kept on a device: which files belong to a State, a mechanism, a region, a
topic, a language.
"""

from __future__ import annotations

import json
import zlib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from sites import folder_of

from generators.corpus.corpus import Corpus
from generators.site import kept, manifest
from generators.site.manifest import SiteFile
from generators.site.shell import SiteLanguage

ENGLISH, FRENCH = (
    SiteLanguage("en", "English", "ltr", ""),
    SiteLanguage("fr", "Français", "ltr", "fr/"),
)


def made(path: str, kind: str, language: str | None = None) -> SiteFile:
    """A file as a manifest lists it."""
    return manifest.listed(path, path.encode(), kind, language)


FILES = [
    *(
        made(f"fr/{path}index.html", "page", "fr")
        for path in ("", "kept/", "edit/", "states/", "states/ben/")
    ),
    made("states/ben/index.json", "data"),
    made("fr/states/ben/words.json", "data", "fr"),
    made("ar/states/ben/words.json", "data", "ar"),
    made("fr/instruments/alpha/calendar.ics", "data", "fr"),
    made("fr/old/index.html", "redirect", "fr"),
    made("fr/search/index/core.json", "search", "fr"),
    made("data/schema/state.json", "data"),
    made("kept/index.html", "page", "en"),
    made("pdf/fr/a.pdf", "pdf", "fr"),
    made("assets/stylesheets/pages.css", "asset"),
    made("assets/stylesheets/search.css", "asset"),
    made("assets/javascripts/search.js", "asset"),
    made("assets/javascripts/search/text.js", "asset"),
    made("assets/javascripts/answers/edit.js", "asset"),
    made("map.png", "asset"),
    made("worker.js", "asset"),
    made("404.html", "not-found", "en"),
]


@pytest.fixture
def lists(world: Corpus) -> dict[str, dict]:
    """The list of each language, by its path."""
    outputs = kept.outputs(FILES, (ENGLISH, FRENCH), world, str.encode)
    return {each.path: json.loads(each.content) for each in outputs}


def test_a_list_has_what_pages_show_and_ask_for(lists: dict[str, dict]):
    """Pages, search, their data and assets of the language with digests and sizes; no
    form, no file to take away, no worker.
    """
    assert [*lists] == ["kept/files.json", "fr/kept/files.json"]
    found = lists["fr/kept/files.json"]
    assert found["date"] == "2026-11-24"
    assert [*found["files"]] == (
        "assets/javascripts/search.js assets/javascripts/search/text.js "
        "assets/stylesheets/pages.css assets/stylesheets/search.css fr/index.html "
        "fr/kept/index.html fr/old/index.html fr/search/index/core.json "
        "fr/states/ben/index.html fr/states/ben/words.json fr/states/index.html map.png "
        "states/ben/index.json"
    ).split()
    listed = {file.path: [file.sha256[:12], file.size] for file in FILES}
    assert all(listed[path] == said for path, said in found["files"].items())


def test_every_page_needs_its_sheets_and_the_list_of_what_is_kept(lists: dict[str, dict]):
    """What only the search needs comes with a whole language alone."""
    assert lists["fr/kept/files.json"]["always"] == [
        "assets/javascripts/search.js",
        "assets/stylesheets/pages.css",
        "fr/kept/index.html",
    ]


def test_what_belongs_together(world: Corpus):
    """A State with its first days, a mechanism with its records, a region with its
    mechanisms, a topic and the way between two States with what they are asked for any
    State, a language with everything.
    """
    found = kept.sets(world)
    assert found[""] == ("",)
    assert found["states/ben/"] == ("states/ben/", "first-days/ben/")
    assert found["instruments/alpha/"] == ("instruments/alpha/",)
    assert "instruments/alpha/" in found["regions/africa/"]
    topic = found["topics/assistance/"]
    assert topic[0] == "topics/assistance/"
    assert any(fnmatchcase("/states/ben/index.json", pattern) for pattern in topic)
    assert any(fnmatchcase("states/ben/words.json", pattern) for pattern in topic)
    assert found["first-days/ben/"] == ("first-days/ben/",)
    assert found["first-days/"] == ("first-days/index.html",)
    assert found["pathway/return/"] == ("pathway/return/index.html",)
    between = found["between/"]
    for path in (
        "/topics/return/index.json",
        "topics/return/words.json",
        "case/index.json",
        "/states/ben/index.json",
        "states/ben/words.json",
    ):
        assert any(fnmatchcase(path, pattern) for pattern in between), path
    kinds = {
        "states",
        "instruments",
        "regions",
        "topics",
        "first-days",
        "recognise",
        "pathway",
        "between",
    }
    assert {page.partition("/")[0] for page in found} == {"", *kinds}


def test_the_list_says_what_part_of_a_file_goes_over_the_line(world: Corpus):
    """By the end of its name, of some of each kind; what becomes no smaller goes as it
    is.
    """
    contents = {f"fr/{number}/index.html": b"<p>again</p>" * 500 for number in range(100)}
    contents |= {"fr/index.html": b"<p>again</p>" * 500, "map.png": bytes(range(256))}
    asked: list[str] = []

    def content(path: str) -> bytes:
        asked.append(path)
        return contents[path]

    files = [
        manifest.listed(path, data, "page" if path.endswith("html") else "asset", "fr")
        for path, data in contents.items()
    ]
    (found,) = kept.outputs(files, (FRENCH,), world, content)
    packed = json.loads(found.content)["packed"]
    assert packed["html"] < 0.05
    assert packed["png"] == 1
    assert len(asked) < 50


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_a_language_is_kept_with_few_megabytes(built: Path, language: str):
    """At most 15 MB go over a line that compresses, and the list of its files foretells
    how many.
    """
    folder = folder_of(language)
    listed = json.loads((built / folder / "kept/files.json").read_text("utf-8"))
    weight = sum(
        len(zlib.compress((built / path).read_bytes(), 6)) for path in listed["files"]
    )
    part = listed["packed"]
    told = sum(
        size * part[path.rpartition(".")[2]]
        for path, (_, size) in listed["files"].items()
    )
    assert weight <= 15_000_000
    assert told == pytest.approx(weight, rel=0.1)


def test_a_site_without_pages_of_a_language_lists_none_for_it(world: Corpus):
    """A part of a site, or a preview of some languages."""
    files = [file for file in FILES if file.language != "fr"]
    assert [
        each.path for each in kept.outputs(files, (ENGLISH, FRENCH), world, str.encode)
    ] == ["kept/files.json"]
