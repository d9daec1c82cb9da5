"""The finished site: every page in every language, its twins, the sitemap; of a small
project the files, and what a build does where something is wrong.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import material
import pytest
from conftest import LANGUAGES, PROJECT, TODAY, Site, folder_of, mkdocs_build
from lxml.html import document_fromstring
from sites import change

from generators.corpus import cldr
from generators.corpus.addresses import FORMER_PAGES
from generators.corpus.status import check_after
from generators.site import kept, policy
from generators.site.build import PAGES, SITEMAP
from generators.site.mkdocs_run import public_addresses

SITE = public_addresses(PROJECT)[0]
SHELL_BYTES = 14_000
RECORD_BYTES = 28_000


def addresses(folder: Path, language: str) -> set[str]:
    """The addresses of a language's pages, below its folder."""
    base = folder / folder_of(language)
    others = (
        {folder / folder_of(other) for other in LANGUAGES[1:]}
        if language == LANGUAGES[0]
        else set()
    )
    files = (file for file in base.rglob("index.html") if not others & set(file.parents))
    return {
        file.relative_to(base).as_posix().removesuffix("index.html") for file in files
    }


def shell(file: Path) -> str:
    """A page without its content."""
    before, _, rest = file.read_text("utf-8").partition("<main")
    return before + rest.rpartition("</main>")[2]


@pytest.fixture(scope="module")
def english(built: Path) -> set[str]:
    """The addresses of the real site."""
    return addresses(built, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_exists_in_every_language(
    built: Path, english: set[str], language: str
):
    """A language has the same addresses as the default one, generated and hand-written."""
    assert addresses(built, language) == english
    written = {f"{file.name.split('.')[0]}/" for file in (PROJECT / "docs").glob("*.md")}
    assert {"", "topics/", "states/", "instruments/", "status/", *written} <= english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(
    small_site: Site, language: str
):
    """The twins of each page in the sitemap (absolute) and its language menu (relative)
    lead to the same address in all languages, and each is there.
    """
    twins_of = pages_of(small_site.folder)
    for address in addresses(small_site.folder, "en"):
        path = folder_of(language) + address
        root = document_fromstring(shell(small_site.folder / path / "index.html"))
        if "data-to" in root.attrib:  # a former address
            continue
        twins = {other: folder_of(other) + address for other in LANGUAGES}

        until = check_after(TODAY).isoformat()
        assert dict(root.attrib) == {
            "lang": language,
            "dir": cldr.direction(language),
            "data-until": until,
        }, path
        assert twins_of[SITE + path] == {
            other: SITE + twin for other, twin in {**twins, "x-default": address}.items()
        }, path
        menu = {
            each.get("hreflang"): each.get("href")
            for each in root.iterfind(".//a[@hreflang]")
        }
        assert {other: urljoin(SITE + path, link) for other, link in menu.items()} == {
            other: SITE + twin for other, twin in twins.items()
        }, path
        assert root.xpath("//link[@rel='canonical']/@href") == [SITE + path]
        assert root.findtext(".//title").strip(), path
        assert not [
            link for link in root.xpath("//@href | //@src") if link.startswith("/")
        ], path


def sitemap(folder: Path) -> str:
    """The sitemap of a site's pages."""
    return gzip.decompress((folder / PAGES).read_bytes()).decode()


def pages_of(folder: Path) -> dict[str, dict[str, str]]:
    """The pages in the sitemap, each with its twins by language."""
    entries = ElementTree.fromstring(sitemap(folder)).findall("{*}url")
    found = [(entry.findtext("{*}loc"), entry.findall("{*}link")) for entry in entries]
    assert len(found) == len(dict(found))
    return {
        place: {each.get("hreflang"): each.get("href") for each in twins}
        for place, twins in found
    }


def test_the_sitemap_lists_every_page(built: Path, english: set[str]):
    """The sitemap holds all languages × addresses, each once; the one at the usual
    address names it.
    """
    pages = english - {f"{name}/" for name in FORMER_PAGES}
    wanted = {
        SITE + folder_of(language) + address
        for language in LANGUAGES
        for address in pages
    }
    assert pages_of(built).keys() == wanted
    assert f"<loc>{SITE}{PAGES}</loc>" in (built / SITEMAP).read_text("utf-8")


def links(html: str) -> Iterator[str]:
    """Every link and source in a page that is not absolute."""
    return (
        link
        for link in re.findall(r'(?:href|src)="([^"#?]+)', html)
        if "://" not in link and not link.startswith(("data:", "mailto:", "tel:"))
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_link_leads_nowhere(built: Path, english: set[str], language: str):
    """Every relative link of every page leads to a file of the site."""
    not_found = set()
    for address in english:
        page = built / folder_of(language) / address
        for link in set(links((page / "index.html").read_text("utf-8"))):
            target = Path(os.path.normpath(page / link))
            if not (
                target / "index.html" if link.endswith(("/", ".")) else target
            ).is_file():
                not_found.add(f"{address}: {link}")

    assert sorted(not_found)[:20] == []


def test_every_page_is_three_clicks_from_home(small_site: Site):
    """By links that need no script; what a reader types into the box of the front page
    leads there sooner.
    """
    near = wave = {""}
    for _ in range(3):
        pages = [
            (page, (small_site.folder / page / "index.html").read_text("utf-8"))
            for page in wave
        ]
        there = {
            os.path.normpath(f"{page}{link}")
            for page, html in pages
            for link in links(html)
        }
        wave = {
            f"{each}/"
            for each in there
            if (small_site.folder / each / "index.html").is_file()
        } - near
        near = near | wave
    left = {
        "instruments/alpha/convention/",
        "rules/",
        "search/",
    }  # a former address; for editors; by a form
    left |= {f"{name}/" for name in FORMER_PAGES}
    assert addresses(small_site.folder, "en") - near == left


def test_a_record_page_is_small(small_site: Site):
    """The HTML of a record with everything in it costs a slow line little, in every
    language; `make bench` measures the largest of the real ones.
    """
    page = "instruments/alpha/convention-2005/index.html"
    sizes = {
        tag: (small_site.folder / folder_of(tag) / page).stat().st_size
        for tag in LANGUAGES
    }
    assert max(sizes.values()) < RECORD_BYTES, sizes


def test_the_shell_is_small(small_site: Site):
    """What stands around the content costs a slow line little."""
    for language in LANGUAGES:
        for address in (
            "",
            "topics/assistance/",
            "instruments/alpha/convention-2005/",
            "about/",
        ):
            page = small_site.folder / folder_of(language) / address / "index.html"
            assert len(shell(page).encode()) < SHELL_BYTES


def test_lost_readers_find_back(built: Path):
    """The page for addresses that do not exist links from the root, to files that are
    there.
    """
    html = (built / "404.html").read_text("utf-8")
    targets = [
        link for link in re.findall(r'href="([^"?#]*)', html) if link.startswith("/")
    ]

    assert {"/", "/topics/", "/fr/", "/ar/"} <= set(targets)
    assert all((built / target[1:]).exists() for target in targets)
    assert "noindex" in html


def test_materials_page_is_the_one_that_ours_replaces():
    """overrides/main.html replaces Material's main.html and base.html: where they
    changed, compare ours with them, then note the new digest here.
    """
    templates = Path(material.__file__).parent / "templates"
    digests = {
        name: hashlib.sha256((templates / name).read_bytes()).hexdigest()[:16]
        for name in ("base.html", "main.html")
    }

    assert digests == {"base.html": "a919e32d2225e09e", "main.html": "9948b55a7bc979c3"}


# -- a small project ---------------------------------------------------------------------


def files(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file()
    }


ONCE = (
    *("404.html", "manifest.json", "sitemap.xml", "edit/project.json", "map.png"),
    PAGES,
    "data/compendium.sqlite.gz",
    *(policy.NETLIFY, policy.APACHE, policy.NGINX, kept.WORKER),
)
"""The files that all languages share, beside those below ``SHARED``."""
SHARED = ("assets/", "data/csv/", "data/schema/", "edit/source/", "pdf/", "epub/")

CODES = re.compile(r"(instruments|states|topics)/.+/index\.json")
"""The files of codes, which all languages share too."""


def test_a_tiny_site_has_these_files(tiny_site: Path):
    """The shape of a site: its list of files, in each language."""
    expected = (PROJECT / "tests/golden/tiny-site.txt").read_text("utf-8").splitlines()
    once = {
        path
        for path in expected
        if path.startswith(SHARED) or path in ONCE or CODES.fullmatch(path)
    }
    every = {
        *once,
        *(
            folder_of(language) + path
            for language in LANGUAGES
            for path in expected
            if path not in once
        ),
    }
    assert {plain(path) for path in files(tiny_site)} == every


def test_hosts_are_told_the_same_headers():
    """Each of the three files has each header with its value, https for a year too."""
    assert "max-age=31536000" in policy.HEADERS["Strict-Transport-Security"]
    for file in policy.outputs("https://a.example/"):
        for name, value in policy.HEADERS.items():
            line = rf"{name}:? \"?{re.escape(value)}"
            assert re.search(line, str(file.content)), (file.path, name)


@pytest.mark.parametrize("folder", ["", "/compendium", "/a/b"])
def test_hosts_find_the_page_for_lost_readers(folder: str):
    """It is below the folder of the site, with or without a slash in its address."""
    for end in ("", "/"):
        outputs = policy.outputs(f"https://a.example{folder}{end}")
        told = {file.path: str(file.content) for file in outputs}
        assert f"ErrorDocument 404 {folder}/404.html\n" in told[policy.APACHE]
        assert f"error_page 404 {folder}/404.html;\n" in told[policy.NGINX]


def test_hosts_compress_what_is_text():
    """Apache and nginx are told the types of all files that readers are sent as text;
    nginx, which always compresses HTML, warns where it is told of it.
    """
    told = {file.path: str(file.content) for file in policy.outputs("https://a.example/")}
    apache = re.findall("AddOutputFilterByType DEFLATE (.+)\n", told[policy.APACHE])[
        0
    ].split()
    nginx = re.findall("\ngzip on;\n(?:.+\n)*gzip_types (.+);\n", told[policy.NGINX])[
        0
    ].split()
    sent = {
        mimetypes.guess_type(f"a.{suffix}")[0]
        for suffix in (
            "css",
            "csv",
            "ics",
            "js",
            "json",
            "svg",
            "txt",
            "webmanifest",
            "xml",
        )
    }
    assert sent <= set(nginx)
    assert set(apache) == {"text/html", *nginx}


def plain(path: str) -> str:
    """A path without what changes with the words in the search index."""
    return re.sub(r"search/index/.+", "search/index/*", path)


def test_what_stands_around_a_written_page(tiny_site: Path):
    """Without a translation it shows the default language with its lang and dir, and a
    notice; a translated one does not. ``id:`` becomes a link within the language, and the
    edit link leads to the file.
    """
    edit = re.compile(r'href="[^"]*/edit/main/([^"]*)"')
    read = {
        tag: (tiny_site / folder_of(tag) / "about/index.html").read_text("utf-8")
        for tag in LANGUAGES
    }
    assert '<article lang="en" dir="ltr">' in read["ar"]
    assert "<article>" in read["fr"]
    assert ['class="notice"' in read[tag] for tag in ("en", "fr", "ar")] == [
        False,
        False,
        True,
    ]
    assert all(
        '<a href="../instruments/alpha/convention/">' in each for each in read.values()
    )
    assert [edit.findall(read[tag]) for tag in ("fr", "es")] == [
        ["docs/about.fr.md"],
        ["docs/about.md"],
    ]
    record = (tiny_site / "ru/instruments/alpha/convention/index.html").read_text("utf-8")
    assert edit.findall(record) == ["instruments/alpha/convention.yml"]


def test_errors_are_reported_where_the_settings_say(tiny_site: Path, small_site: Site):
    """A mail says which page it is about; without an address there is no such link."""
    foot = shell(tiny_site / "fr/instruments/alpha/convention/index.html").partition(
        "<footer"
    )[2]
    assert re.findall(r'href="(mailto:[^"]*)"', foot) == [
        "mailto:errors@example.org?subject=Signaler%20une%20erreur&amp;body="
        f"{SITE.replace(':', '%3A')}fr/instruments/alpha/convention/"
    ]
    assert "mailto:" not in shell(small_site.folder / "fr/topics/assistance/index.html")


def test_a_former_address_is_in_no_list(tiny_site: Path):
    """Its page in each language names the one that it leads to, and only that is in the
    sitemap.
    """
    for language in LANGUAGES:
        folder = folder_of(language)
        page = (tiny_site / folder / "instruments/alpha/old/index.html").read_text(
            "utf-8"
        )
        assert (
            f'<link rel="canonical" href="{SITE}{folder}instruments/alpha/convention/">'
            in page
        )
    assert "alpha/old" not in sitemap(tiny_site)


def test_what_is_wrong_is_said_and_nothing_is_written(tiny: Path, tmp_path: Path):
    """A build on a broken record, a broken translation of the interface, a link out of
    docs/ and a file there in the place of one of ours prints each problem on a line, in
    one run, and leaves the site as it was.
    """
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    change(
        tiny / "instruments/alpha/convention.yml", "kind: instrument", "kind: instrumint"
    )
    catalog = tiny / "generators/locale/fr.po"
    catalog.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog.write_text(
        f'{header}msgid "in force since {{date}}"\nmsgstr "depuis {{datum}}"\n', "utf-8"
    )
    (tiny / "docs/leak.md").symlink_to("/etc/hostname")
    (tiny / "docs/manifest.json").write_text("mine")
    done = mkdocs_build(tiny, tmp_path / "site")

    assert done.returncode == 1
    for line in (
        "instruments/alpha/convention.yml:1: ",
        "did you mean 'instrument'?",
        "generators/locale/fr.po:4: ",
        "docs/leak.md:1: -: a symbolic link",
        "docs/manifest.json:1: -: a file that does not belong here",
        "problems; nothing was written",
    ):
        assert line in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path / "site") == {"index.html"}
