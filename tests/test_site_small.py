"""A small project: the files of its site, the same bytes twice, and what a build does where something is
wrong.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from pathlib import Path

from conftest import LANGUAGES, PROJECT, Site, folder_of, mkdocs_build
from sites import change
from test_site import SITE, shell, sitemap

from generators.site import build, kept, policy


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a digest of its content."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


ONCE = (
    *("404.html", "manifest.json", "sitemap.xml", "edit/project.json", "map.png"),
    build.PAGES,
    "data/compendium.sqlite.gz",
    *(policy.NETLIFY, policy.APACHE, policy.NGINX, kept.WORKER),
)
"""The files that all languages share, beside those below ``SHARED``."""
SHARED = ("assets/", "data/csv/", "data/schema/", "data/terms.", "edit/source/", "pdf/", "epub/")


def test_a_tiny_site_has_these_files(tiny_site: Path):
    """The shape of a site: its list of files, in each language."""
    expected = (PROJECT / "tests/golden/tiny-site.txt").read_text("utf-8").splitlines()
    once = {path for path in expected if path.startswith(SHARED) or path in ONCE}
    every = {
        *once,
        *(folder_of(language) + path for language in LANGUAGES for path in expected if path not in once),
    }
    assert {plain(path) for path in files(tiny_site)} == every


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


def test_what_stands_around_a_written_page(tiny_site: Path):
    """Without a translation it shows the default language with its lang and dir, and a notice; a translated
    one does not. ``id:`` becomes a link within the language, and the edit link leads to the file.
    """
    edit = re.compile(r'href="[^"]*/edit/main/([^"]*)"')
    read = {tag: (tiny_site / folder_of(tag) / "about/index.html").read_text("utf-8") for tag in LANGUAGES}
    assert '<article class="md-typeset" lang="en" dir="ltr">' in read["ar"]
    assert '<article class="md-typeset">' in read["fr"]
    assert ['class="notice"' in read[tag] for tag in ("en", "fr", "ar")] == [False, False, True]
    assert all('<a href="../instruments/alpha/convention/">' in each for each in read.values())
    assert [edit.findall(read[tag]) for tag in ("fr", "es")] == [["docs/about.fr.md"], ["docs/about.md"]]
    record = (tiny_site / "ru/instruments/alpha/convention/index.html").read_text("utf-8")
    assert edit.findall(record) == ["instruments/alpha/convention.yml"]


def test_errors_are_reported_where_the_settings_say(tiny_site: Path, small_site: Site):
    """A mail says which page it is about; without an address there is no such link."""
    foot = shell(tiny_site / "fr/instruments/alpha/convention/index.html").partition("<footer")[2]
    assert re.findall(r'href="(mailto:[^"]*)"', foot) == [
        "mailto:errors@example.org?subject=Signaler%20une%20erreur&amp;body="
        f"{SITE.replace(':', '%3A')}fr/instruments/alpha/convention/"
    ]
    assert "mailto:" not in shell(small_site.folder / "fr/topics/assistance/index.html")


def test_a_former_address_is_in_no_list(tiny_site: Path):
    """Its page in each language names the one that it leads to, and only that is in the sitemap."""
    for language in LANGUAGES:
        folder = folder_of(language)
        page = (tiny_site / folder / "instruments/alpha/old/index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{SITE}{folder}instruments/alpha/convention/">' in page
    assert "alpha/old" not in sitemap(tiny_site)


def test_what_is_wrong_is_said_and_nothing_is_written(tiny: Path, tmp_path: Path):
    """A build on a broken record, a broken translation of the interface, a link out of docs/ and a file there
    in the place of one of ours prints each problem on a line, in one run, and leaves the site as it was.
    """
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    change(tiny / "instruments/alpha/convention.yml", "kind: instrument", "kind: instrumint")
    catalog = tiny / "generators/locale/fr.po"
    catalog.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog.write_text(f'{header}msgid "in force since {{date}}"\nmsgstr "depuis {{datum}}"\n', "utf-8")
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
    assert files(tmp_path / "site").keys() == {"index.html"}
