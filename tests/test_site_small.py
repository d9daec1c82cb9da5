"""A small project: the files of its site, the same bytes twice, and what a build does where something is
wrong.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from pathlib import Path

import pytest
from conftest import LANGUAGES, PROJECT, folder_of, mkdocs_build
from test_site import SITE, shell

from generators.site import kept, policy


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a digest of its content."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


ONCE = (
    *("404.html", "manifest.json", "sitemap.xml", "edit/project.json"),
    "data/compendium.sqlite.gz",
    *(policy.NETLIFY, policy.APACHE, policy.NGINX, kept.WORKER),
)
"""The files that all languages share, beside those below ``SHARED``."""
SHARED = ("assets/", "data/csv/", "data/schema/", "data/terms.", "edit/source/")


def test_a_tiny_site_has_these_files(tiny: Path, tmp_path: Path):
    """The shape of a site: its list of files, in each language."""
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 0, done.stderr

    expected = (PROJECT / "tests/golden/tiny-site.txt").read_text("utf-8").splitlines()
    once = {path for path in expected if path.startswith(SHARED) or path in ONCE}
    every = {
        *once,
        *(folder_of(language) + path for language in LANGUAGES for path in expected if path not in once),
    }
    assert {plain(path) for path in files(tmp_path / "site")} == every


def test_hosts_compress_what_is_text():
    """Apache and nginx are told the types of all files that readers are sent as text; nginx, which always
    compresses HTML, warns where it is told of it.
    """
    told = {file.path: str(file.content) for file in policy.outputs()}
    apache = re.findall("AddOutputFilterByType DEFLATE (.+)\n", told[policy.APACHE])[0].split()
    nginx = re.findall("\ngzip on;\n(?:.+\n)*gzip_types (.+);\n", told[policy.NGINX])[0].split()
    sent = {
        mimetypes.guess_type(f"a.{suffix}")[0]
        for suffix in ("css", "csv", "ics", "js", "json", "svg", "txt", "webmanifest", "xml")
    }
    assert sent <= set(nginx)
    assert set(apache) == {"text/html", *nginx}


def plain(path: str) -> str:
    """A path without what changes with the words in the search index."""
    return re.sub(r"search/index/.+", "search/index/*", path)


def test_a_missing_translation_of_a_written_page_says_so(tiny: Path, tmp_path: Path):
    """A hand-written page without a translation shows the default language with its lang and dir, and a
    notice; a translated one does not.
    """
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


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("", []),
        ("https://example.org/report?a=1&b=2", ["https://example.org/report?a=1&amp;b=2"]),
        (
            "errors@example.org",
            [
                "mailto:errors@example.org?subject=Signaler%20une%20erreur&amp;body="
                f"{SITE.replace(':', '%3A')}fr/instruments/alpha/convention/"
            ],
        ),
    ],
)
def test_errors_are_reported_where_the_settings_say(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, leads: list[str]
):
    """A mail says which page it is about; without an address there is no such link."""
    monkeypatch.setenv("REPORT_ADDRESS", address)
    assert mkdocs_build(tiny, tmp_path / "site").returncode == 0
    foot = shell(tmp_path / "site/fr/instruments/alpha/convention/index.html").partition("<footer")[2]
    assert re.findall(r'href="((?:mailto:|https://example.org/rep)[^"]*)"', foot) == leads


def test_a_former_address_leads_on(tiny: Path, tmp_path: Path):
    """A record's alias keeps a page in every language that leads to the record: by a script, which takes the
    place on the page along, and without one.
    """
    record = tiny / "instruments/alpha/convention.yml"
    record.write_text(record.read_text("utf-8") + "aliases: [alpha/old-name]\n", "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for language in LANGUAGES:
        html = (tmp_path / "site" / folder_of(language) / "instruments/alpha/old-name/index.html").read_text(
            "utf-8"
        )

        assert (
            f'<link rel="canonical" href="{SITE}{folder_of(language)}instruments/alpha/convention/">' in html
        )
        assert 'data-to="../../../instruments/alpha/convention/"' in html
        assert (
            '<noscript><meta http-equiv="refresh" content="0; url=../../../instruments/alpha/convention/">'
            in html
        )
        [script] = re.findall(r'<script src="(\.\./[^"?]+)\?v=\w+"></script>', html)
        page = tmp_path / "site" / folder_of(language) / "instruments/alpha/old-name"
        assert (page / script).resolve() == tmp_path / "site/assets/javascripts/first.js"
    assert "old-name" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_problems_in_records_are_said_and_nothing_is_written(tiny: Path, tmp_path: Path):
    """A build on broken records prints each problem on a line, in one run, and leaves the folder as it
    was.
    """
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    record = tiny / "instruments/alpha/convention.yml"
    record.write_text(
        record.read_text("utf-8").replace("kind: instrument", "kind: instrumint") + "colour: red\n", "utf-8"
    )
    done = mkdocs_build(tiny, tmp_path / "site")

    assert done.returncode == 1
    assert "instruments/alpha/convention.yml:" in done.stderr
    assert "did you mean 'instrument'?" in done.stderr
    assert re.search(r"\d+ problems?; nothing was written", done.stderr)
    assert "Traceback" not in done.stderr
    assert files(tmp_path / "site").keys() == {"index.html"}
