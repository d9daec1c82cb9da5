"""The finished site: every page in every language, its twins, the sitemap; and what a build does where something is wrong."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import material
import pytest
from conftest import LANGUAGES, NOON, PROJECT, mkdocs_build

SITE = "https://dakar-compendium.example/"
DIRECTION = {"ar": "rtl"}
SHELL_BYTES = 14_000


class Head(HTMLParser):
    """What the shell of a page says about the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alternates: dict[str, str] = {}
        self.menu: dict[str, str] = {}
        self.root: dict[str, str | None] = {}
        self.canonical = self.title = ""
        self.links: list[str] = []
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_title = tag == "title"
        self.links += [given[name] for name in ("href", "src") if name in given and given.get("rel", "").strip() not in ("alternate", "canonical")]
        if tag == "html":
            self.root = given
        elif tag == "link" and given["rel"].split() == ["alternate"]:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "link" and given["rel"] == "canonical":
            self.canonical = given["href"]
        elif tag == "a" and "hreflang" in given:
            self.menu[given["hreflang"]] = given["href"]

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def folder_of(language: str) -> str:
    """The folder of a language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def addresses(folder: Path, language: str) -> set[str]:
    """The addresses of a language's pages, below its folder."""
    base = folder / folder_of(language)
    others = {folder / folder_of(other) for other in LANGUAGES[1:]} if language == LANGUAGES[0] else set()
    files = (file for file in base.rglob("index.html") if not others & set(file.parents))
    return {file.relative_to(base).as_posix().removesuffix("index.html") for file in files}


def shell(file: Path) -> str:
    """A page without its content."""
    before, _, rest = file.read_text("utf-8").partition("<main")
    return before + rest.rpartition("</main>")[2]


@pytest.fixture(scope="module")
def english(built: Path) -> set[str]:
    """The addresses of the real site."""
    return addresses(built, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_exists_in_every_language(built: Path, english: set[str], language: str):
    """A language has the same addresses as the default one, generated and hand-written."""
    assert addresses(built, language) == english
    assert {"", "about/", "contribute/", "topics/assistance/", "instruments/coe/convention-197/", "states/sen/", "status/"} <= english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(built: Path, english: set[str], language: str):
    """The hreflang links (absolute) and the language menu (relative) of each page lead to the same address in all languages, and each is there."""
    for address in english:
        path = folder_of(language) + address
        head = Head(shell(built / path / "index.html"))
        twins = {other: folder_of(other) + address for other in LANGUAGES}

        assert head.root == {"lang": language, "dir": DIRECTION.get(language, "ltr")}, path
        assert head.alternates == {other: SITE + twin for other, twin in {**twins, "x-default": address}.items()}, path
        assert {other: urljoin(SITE + path, link) for other, link in head.menu.items()} == {other: SITE + twin for other, twin in twins.items()}, path
        assert head.canonical == SITE + path
        assert head.title.strip(), path
        assert not [link for link in head.links if link.startswith("/")], path


def test_the_sitemap_lists_every_page_with_its_twins(built: Path, english: set[str]):
    """The sitemap holds all languages × addresses, each with seven languages and the default."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(built / "sitemap.xml").getroot().findall("s:url", names)
    found = {entry.findtext("s:loc", "", names): entry.findall("x:link", names) for entry in entries}

    assert len(entries) == len(found)
    assert set(found) == {SITE + folder_of(language) + address for language in LANGUAGES for address in english}
    for language in LANGUAGES:
        twins = found[f"{SITE}{folder_of(language)}topics/assistance/"]
        assert {twin.get("hreflang"): twin.get("href") for twin in twins} == {
            **{other: f"{SITE}{folder_of(other)}topics/assistance/" for other in LANGUAGES},
            "x-default": f"{SITE}topics/assistance/",
        }


def links(html: str) -> Iterator[str]:
    """Every link and source in a page that is not absolute."""
    return (link for link in re.findall(r'(?:href|src)="([^"#?]+)', html) if "://" not in link and not link.startswith(("data:", "mailto:")))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_link_leads_nowhere(built: Path, english: set[str], language: str):
    """Every relative link of every page leads to a file of the site."""
    lost = set()
    for address in english:
        page = built / folder_of(language) / address
        for link in set(links((page / "index.html").read_text("utf-8"))):
            target = Path(os.path.normpath(page / link))
            if not (target / "index.html" if link.endswith(("/", ".")) else target).is_file():
                lost.add(f"{address}: {link}")

    assert sorted(lost)[:20] == []


def test_the_shell_is_small(built: Path, english: set[str]):
    """What stands around the content costs a slow line little."""
    for language in LANGUAGES:
        for address in ("", "topics/assistance/", "instruments/coe/convention-197/", "about/"):
            assert len(shell(built / folder_of(language) / address / "index.html").encode()) < SHELL_BYTES


def test_lost_readers_find_back(built: Path):
    """The page for addresses that do not exist links from the root, to files that are there."""
    html = (built / "404.html").read_text("utf-8")
    targets = [link for link in re.findall(r'href="([^"?#]*)', html) if link.startswith("/")]

    assert {"/", "/topics/", "/fr/", "/ar/"} <= set(targets)
    assert all((built / target[1:]).exists() for target in targets)
    assert "noindex" in html


# -- a small project -----------------------------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a digest of its content."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_a_tiny_site_has_these_files(tiny: Path, tmp_path: Path):
    """The shape of a site: its list of files, in each language."""
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 0, done.stderr

    expected = (PROJECT / "tests/golden/tiny-site.txt").read_text("utf-8").splitlines()
    once = {path for path in expected if path.startswith("assets/") or path in ("404.html", "sitemap.xml")}
    every = {*once, *(folder_of(language) + path for language in LANGUAGES for path in expected if path not in once)}
    assert {plain(path) for path in files(tmp_path / "site")} == every


def plain(path: str) -> str:
    """A path without what changes with a version of the theme, or with the words in the search index."""
    return re.sub(r"search/index/.+", "search/index/*", re.sub(r"main\.[0-9a-f]+\.min", "main.min", path))


def test_two_builds_are_the_same_bytes(tiny: Path, tmp_path: Path):
    """Nothing in a site depends on when or in which order it was made."""
    for name in ("one", "two"):
        assert mkdocs_build(tiny, tmp_path / name).returncode == 0

    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_missing_translation_of_a_written_page_says_so(tiny: Path, tmp_path: Path):
    """A hand-written page without a translation shows the default language with its lang and dir, and a notice; a translated one does not."""
    assert mkdocs_build(tiny, tmp_path / "site").returncode == 0
    arabic = (tmp_path / "site/ar/about/index.html").read_text("utf-8")
    french = (tmp_path / "site/fr/about/index.html").read_text("utf-8")

    assert '<article class="md-typeset" lang="en" dir="ltr">' in arabic
    assert 'class="notice"' in arabic
    assert '<article class="md-typeset">' in french
    assert 'class="notice"' not in french


def test_a_written_page_links_to_a_record_by_its_id(tiny: Path, tmp_path: Path):
    """``id:`` becomes a relative link within the language."""
    assert mkdocs_build(tiny, tmp_path / "site").returncode == 0
    for language in LANGUAGES:
        html = (tmp_path / "site" / folder_of(language) / "about/index.html").read_text("utf-8")

        assert '<a href="../instruments/alpha/convention/">' in html
        assert "id:" not in html


def test_edit_links_lead_to_the_source(tiny: Path, tmp_path: Path):
    """A record's page leads to its YAML file, a hand-written one to its Markdown file in that language."""
    assert mkdocs_build(tiny, tmp_path / "site").returncode == 0
    edit = re.compile(r'href="([^"]*/edit/main/[^"]*)"')

    def edits(path: str) -> list[str]:
        found = edit.findall(shell(tmp_path / "site" / path / "index.html"))
        return [link.partition("/edit/main/")[2] for link in found]

    assert edits("ru/instruments/alpha/convention") == ["instruments/alpha/convention.yml"]
    assert edits("fr/about") == ["docs/about.fr.md"]
    assert edits("es/about") == ["docs/about.md"]


def test_a_former_address_leads_on(tiny: Path, tmp_path: Path):
    """A record's alias keeps a page in every language that leads to the record, fragment included."""
    record = tiny / "instruments/alpha/convention.yml"
    record.write_text(record.read_text("utf-8") + "aliases: [alpha/old-name]\n", "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for language in LANGUAGES:
        html = (tmp_path / "site" / folder_of(language) / "instruments/alpha/old-name/index.html").read_text("utf-8")

        assert f'<link rel="canonical" href="{SITE}{folder_of(language)}instruments/alpha/convention/">' in html
        assert 'content="0; url=../../../instruments/alpha/convention/"' in html
        assert "location.hash" in html
    assert "old-name" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_problems_in_records_are_said_and_nothing_is_written(tiny: Path, tmp_path: Path):
    """A build on broken records prints each problem on a line, in one run, and leaves the folder as it was."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    record = tiny / "instruments/alpha/convention.yml"
    record.write_text(record.read_text("utf-8").replace("kind: instrument", "kind: instrumint") + "colour: red\n", "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")

    assert done.returncode == 1
    assert "instruments/alpha/convention.yml:" in done.stderr
    assert "did you mean 'instrument'?" in done.stderr
    assert re.search(r"\d+ problems? found; nothing was written", done.stderr)
    assert "Traceback" not in done.stderr
    assert files(tmp_path / "site").keys() == {"index.html"}


def test_an_unknown_id_is_a_problem_with_file_and_line(tiny: Path, tmp_path: Path):
    """Links of hand-written pages are checked in all languages in one run, and code is left alone."""
    (tiny / "docs/about.md").write_text("---\ntitle: About\n---\n\n[a](id:alpha/conventoin)\n\n`[b](id:b)`\n\n```\n[c](id:c)\n```\n", "utf-8")
    (tiny / "docs/about.fr.md").write_text("Voir [d][1].\n\n[1]: id:nowhere\n", "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")

    said = [line.partition("compendium: ")[2] for line in done.stderr.splitlines() if "docs/" in line]
    assert said == [
        "docs/about.fr.md:3: -: no page has the id 'nowhere'; an id is a record's path without .yml, or a page's address",
        "docs/about.md:5: -: no page has the id 'alpha/conventoin'; did you mean 'alpha/convention'?",
    ]
    assert done.returncode == 1
    assert not (tmp_path / "site").exists()


def test_a_written_page_cannot_take_the_place_of_a_generated_one(tiny: Path, tmp_path: Path):
    """No file is written twice: a page of docs/ at a generated address is a problem."""
    (tiny / "docs/topics.md").write_text("# Mine\n", "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")

    assert done.returncode == 1
    assert "docs/topics.md:1: -: a generated page stands at its address 'topics/'; give the file another name" in done.stderr


def test_make_site_leaves_the_old_site_where_a_build_fails(tiny: Path):
    """``make site`` puts a site in place when all has passed; a later build that fails changes nothing."""
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy2(PROJECT / name, tiny)
    (tiny / ".venv").mkdir()
    (tiny / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (tiny / ".venv/.ready").touch()

    def make() -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON}
        return subprocess.run(["make", "site"], cwd=tiny, capture_output=True, text=True, check=False, env=environment)

    first = make()
    assert first.returncode == 0, first.stderr
    before = files(tiny / "site")
    (tiny / "instruments/alpha/convention.yml").write_text("kind: [", "utf-8")

    assert make().returncode != 0
    assert files(tiny / "site") == before
    assert len(before) > 100


def test_materials_page_is_the_one_that_ours_replaces():
    """overrides/main.html replaces Material's main.html and base.html: where they changed, compare ours with them, then note the new digest here."""
    templates = Path(material.__file__).parent / "templates"
    digests = {name: hashlib.sha256((templates / name).read_bytes()).hexdigest()[:16] for name in ("base.html", "main.html")}
    icons = {name: (templates / ".icons/material" / f"{name}.svg").is_file() for name in ("translate", "menu", "circle-half-full")}

    assert digests == {"base.html": "a919e32d2225e09e", "main.html": "9948b55a7bc979c3"}
    assert all(icons.values())
