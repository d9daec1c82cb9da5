"""Live preview: what a change to a record or to the rest of the project brings; what
pages say while something is wrong, what stays, and what the server outlives.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest
from conftest import NOON
from sites import PDF, change, made_pdf

from generators.site.preview import python_stamp

PATIENCE = 120
"""Seconds after which a page that does not come is a failure, on a busy machine."""

Get = Callable[[str], str]


def until(wanted: Callable[[], object]) -> bool:
    """Whether something becomes true in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if wanted():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def own_interface(tiny: Path) -> Path:
    """The French catalog of the tiny project, which has an interface of its own."""
    file = tiny / "generators/locale/fr.po"
    file.parent.mkdir(parents=True)
    strings = {
        "Provisions": "Zèbres",
        "Topics": "Sujets",
        "in force since {date}": "depuis {date}",
    }
    entries = [f'msgid "{text}"\nmsgstr "{said}"\n' for text, said in strings.items()]
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    file.write_text("\n".join([header, *entries]), "utf-8")
    return file


def serve(project: Path, port: int) -> list[str]:
    """The command that serves a project on a port of this machine."""
    config = ["--config-file", str(project / "mkdocs.yml")]
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        *config,
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]


@contextmanager
def served(project: Path, folder: Path, only: str = "") -> Iterator[tuple[Get, Path]]:
    """A project, served until the block ends: what gets a page's text, and the log, which
    stands in ``folder``; the server serves the languages ``only``.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": NOON,
        "NO_MKDOCS_2_WARNING": "1",
        "TMPDIR": str(folder),
        "COMPENDIUM_ONLY": only,
    }
    log = folder / "log"

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE
            ) as response:
                return response.read().decode()
        except HTTPError as error:
            with error:
                return f"{error.code} {error.read().decode()}"
        except (URLError, ConnectionError):  # it starts
            return ""

    with (
        log.open("w") as written,
        subprocess.Popen(
            serve(project, port), stderr=written, stdout=written, env=environment
        ) as server,
    ):
        try:
            assert until(lambda: get("topics/")), log.read_text()
            yield get, log
        finally:
            server.terminate()


@pytest.fixture
def preview(tiny: Path, tmp_path: Path) -> Iterator[tuple[Path, Get, Path]]:
    """The tiny project, served: its folder, what gets a page's text, and the log."""
    with served(tiny, tmp_path) as (get, log):
        yield tiny, get, log


def test_a_changed_record_is_shown_and_a_broken_one_is_not(
    preview: tuple[Path, Get, Path],
):
    """A record's change reaches its pages in every language, and the form; a mistake is
    said on a line while the last good pages stay; mended, it goes on. A page goes with
    its record and comes back with it. The files of an editor beside it are nobody's
    mistake.
    """
    project, get, log = preview
    record, page = (
        project / "instruments/alpha/convention.yml",
        "instruments/alpha/convention/",
    )
    record.with_name(".convention.yml.swp").write_bytes(b"\x00")
    record.with_name(".#convention.yml").symlink_to("somebody@machine.1234")
    assert "Zebra" not in get(page)

    change(record, "says: ", "says: Zebra ")
    assert until(lambda: "Zebra" in get(page))
    assert "Zebra" in get(f"fr/{page}index.html")

    change(record, "kind: instrument", "kind: instrumint")
    assert until(lambda: "did you mean 'instrument'?" in log.read_text())
    assert "Zebra" in get(page)
    assert "Zebra" in get(f"zh/{page}")

    change(record, "kind: instrumint", "kind: instrument")
    change(record, "says: Zebra", "says: Giraffe")
    assert until(lambda: "Giraffe" in get(page))
    assert until(lambda: "Giraffe" in get("edit/source/alpha.json"))

    text, other = (
        (project / "instruments/beta/procedures.yml").read_text("utf-8"),
        "instruments/beta/procedures",
    )
    assert not get(f"fr/{other}").startswith(
        "404"
    )  # without its slash, before it was asked for
    (project / f"{other}.yml").unlink()
    assert until(lambda: get(f"{other}/").startswith("404"))
    assert get(f"fr/{other}/").startswith("404")
    (project / f"{other}.yml").write_text(text, "utf-8")
    assert until(lambda: "<h1>" in get(f"{other}/"))
    assert "Traceback" not in log.read_text()
    assert ".swp" not in log.read_text()


def test_a_changed_text_is_shown_though_its_translation_is_left_behind(
    preview: tuple[Path, Get, Path],
):
    """While an editor rewrites a text, its catalogs lag: that is no problem, and the page
    is shown without the translation that waits; a translation that is wrong is said,
    above all pages and as long as it is so, and the page is shown all the same.
    """
    project, get, log = preview
    record = project / "instruments/alpha/convention.yml"
    text = "Housing and compensation."
    catalog = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#. alpha/convention provisions.0.says\nmsgid "%s"\nmsgstr "%s"\n'
    )
    page, french = "fr/instruments/alpha/convention/", project / "instruments/alpha/fr.po"
    french.write_text(catalog % (text, "Girafe."), "utf-8")
    assert until(lambda: "Girafe" in get(page))
    change(record, "says: ", "says: Zebra ")
    assert until(lambda: "Zebra" in get(page))
    assert "Girafe" not in get(page)
    french.write_text(catalog % (f"Zebra {text}", "Girafe 7."), "utf-8")
    assert until(lambda: "instruments/alpha/fr.po:" in log.read_text())
    assert until(lambda: "Girafe 7" in get(page))
    said = [
        line
        for line in log.read_text().splitlines()
        if "instruments/alpha/fr.po:" in line
    ]
    assert [
        line for line in said if "the numbers differ" not in line
    ] == []  # nothing of what waits
    os.utime(project / "docs/about.md")
    change(project / "instruments/alpha/plan.yml", "Aim", "Goal")
    assert until(lambda: "Goal" in get("instruments/alpha/plan/"))
    assert (
        "instruments/alpha/fr.po:"
        in get("instruments/alpha/plan/").partition("</section>")[0]
    )


def test_a_changed_string_of_the_interface_is_shown_and_a_broken_one_is_not(
    own_interface: Path, preview: tuple[Path, Get, Path]
):
    """A change of an interface catalog reaches shells, pages and hand-written pages; one
    that would stop a page is said on a line while the last good pages stay.
    """
    _, get, log = preview
    page = "fr/instruments/alpha/convention/"
    assert "Zèbres" in get(page)

    change(own_interface, "Zèbres", "Lions")
    change(own_interface, "Sujets", "Girafes")
    assert until(lambda: "Lions" in get(page))
    assert "Girafes" in get(page)
    assert "Girafes" in get("fr/about/")

    change(own_interface, '"depuis {date}', '"depuis {datum}')
    assert until(lambda: "generators/locale/fr.po:" in log.read_text())
    assert "Lions" in get(page)
    assert "Traceback" not in log.read_text()


def test_a_written_page_and_an_address_that_is_not_there(preview: tuple[Path, Get, Path]):
    """A change to docs/ builds anew, a bad link there keeps what was shown, and an
    unknown address shows the site's own page; files of data are served, and none that
    there is not.
    """
    project, get, log = preview
    about = project / "docs/about.md"

    change(about, "# About", "# About zebras")
    assert until(lambda: "About zebras" in get("about/"))
    assert "<h1>" in get("ar/topics/assistance/")

    change(about, "id:alpha/convention", "id:alpha/nothing")
    assert until(lambda: "no page has the id 'alpha/nothing'" in log.read_text())
    assert "About zebras" in get("about/")

    assert get("nowhere/").startswith("404")
    assert "Page not found" in get("nowhere/")
    assert "BEGIN:VEVENT" in get("fr/monitoring/calendar.ics")
    for path in (
        "instruments/beta/calendar.ics",
        "fr/edit/source/alpha.json",
        "edit/source/nothing.json",
    ):
        assert get(path).startswith("404")


def test_former_addresses_and_pdfs_are_served_as_on_the_published_site(
    tiny: Path, tmp_path: Path
):
    """A former address leads on, and a PDF that a page links to is there, in every
    language that has it.
    """
    change(
        tiny / "instruments/alpha/convention.yml",
        "kind: instrument\n",
        "kind: instrument\naliases: [alpha/old]\n",
    )
    made_pdf(tiny, b"%PDF-1.7 first")
    with served(tiny, tmp_path) as (get, log):
        for language in ("", "fr/"):
            assert 'content="0; url=../../../instruments/alpha/convention/"' in get(
                f"{language}instruments/alpha/old/"
            )
        assert PDF in get("fr/instruments/alpha/convention/")
        assert get(PDF) == "%PDF-1.7 first"

        made_pdf(tiny, b"%PDF-1.7 second")
        change(
            tiny / "instruments/alpha/convention.yml",
            "aliases: [alpha/old]",
            "aliases: [alpha/older]",
        )
        assert until(lambda: "url=" in get("instruments/alpha/older/"))
        assert get("instruments/alpha/old/").startswith("404")
        assert get(PDF) == "%PDF-1.7 second"

        (tiny / ".build" / PDF).unlink()
        change(
            tiny / "instruments/alpha/convention.yml",
            "aliases: [alpha/older]",
            "aliases: [alpha/oldest]",
        )
        assert until(lambda: "url=" in get("instruments/alpha/oldest/"))
        assert get(PDF).startswith("404")
        assert PDF not in get("fr/instruments/alpha/convention/")
        assert "Traceback" not in log.read_text()


def test_what_is_begun_while_serving_has_its_page(preview: tuple[Path, Get, Path]):
    """A new record and a new mechanism have pages in every language, in the form and as
    data.
    """
    project, get, log = preview
    record = project / "instruments/alpha/convention.yml"
    assert "Zebra" not in get("instruments/alpha/convention/")
    change(record, "en: Alpha Convention", "en: Zebra Convention")
    assert until(lambda: "Zebra" in get("instruments/alpha/convention/")), log.read_text()

    (project / "instruments/gamma").mkdir()
    for name in ("mechanism", "procedures"):
        old = (project / f"instruments/beta/{name}.yml").read_text("utf-8")
        (project / f"instruments/gamma/{name}.yml").write_text(
            old.replace("beta/", "gamma/"), "utf-8"
        )
    for page in ("instruments/gamma/", "instruments/gamma/procedures/"):
        assert until(
            lambda page=page: "<h1>" in get(page) and not get(page).startswith("404")
        )
        assert "<h1>" in get(f"fr/{page}")
    assert '"gamma' in get("edit/fields.json")
    assert '"path":"instruments/gamma/procedures.yml"' in get("edit/source/gamma.json")
    (project / "instruments/gamma/procedures.yml").unlink()
    assert until(lambda: get("instruments/gamma/procedures/").startswith("404"))
    assert "KeyError" not in log.read_text()


# -- while something is wrong ------------------------------------------------------------


RECORD, PAGE = "instruments/alpha/convention.yml", "instruments/alpha/convention/"


def banner(page: str) -> str:
    """The banner of a page, empty where it has none, without what keeps directions apart."""
    found = page.partition('<section class="notice" role="alert"')[2].partition(
        "</section>"
    )[0]
    return found.replace("<bdi>", "").replace("</bdi>", "")


def test_a_mistake_in_a_record_stands_at_the_top_of_every_page(
    preview: tuple[Path, Get, Path],
):
    """File, line, what is wrong and what to do, in the language of the page, above the
    last good page; gone when it is mended. What was typed stands there as text.
    """
    project, get, _ = preview
    assert not banner(get(PAGE))
    change(project / RECORD, "kind: instrument", "kind: instrumint")
    assert until(lambda: banner(get(PAGE)))
    for path in (PAGE, f"fr/{PAGE}", "topics/", "ar/about/", "nowhere/"):
        assert f'<code dir="ltr">{RECORD}:1</code>' in banner(get(path)), path
    assert "did you mean &#x27;instrument&#x27;?" in banner(get(PAGE))
    assert "last good one" in banner(get(PAGE))
    assert "did you mean" not in banner(get(f"fr/{PAGE}"))
    assert "<bdi>instrument</bdi>" in get(f"ar/{PAGE}")
    assert get(f"fr/{PAGE}").count("<main") == 1

    change(project / RECORD, "kind: instrumint", "kind: instrument")
    assert until(lambda: not banner(get(PAGE)))
    assert not banner(get("ar/about/"))
    change(
        project / RECORD,
        "kind: instrument",
        'kind: "<script>alert(1)</script>\\u001b\\u202e"',
    )
    assert until(lambda: "&lt;script&gt;alert(1)" in banner(get(PAGE)))
    assert "<script" not in banner(get(PAGE))
    assert not {"\x1b", "\u202e"} & set(get(PAGE))


def test_what_is_broken_beside_records_keeps_the_last_good_site(
    preview: tuple[Path, Get, Path],
):
    """A mistake in the theme's template, in mkdocs.yml or in a hand-written page is said
    with its file, whatever else is saved; every page stays, those that were never asked
    for too, and the next good state is built.
    """
    project, get, log = preview
    template, settings = project / "overrides/main.html", project / "mkdocs.yml"
    change(template, "<!doctype html>", "<!doctype html>{% if %}")
    assert until(lambda: '<code dir="ltr">overrides/main.html:' in banner(get("about/")))
    assert '<code dir="ltr">overrides/main.html:' in banner(get(PAGE))
    assert "<h1>" in get("fr/topics/assistance/")
    change(template, "{% if %}", "<!-- zebra -->")
    assert until(lambda: "<!-- zebra -->" in get(PAGE))
    assert not banner(get(PAGE))

    change(settings, "plugins:", "plugins: [")
    assert until(lambda: '<code dir="ltr">mkdocs.yml:' in banner(get("about/")))
    change(settings, "plugins: [", "plugins:")
    assert until(lambda: not banner(get("about/")))

    change(project / "docs/about.md", "id:alpha/convention", "id:alpha/nothing")
    assert until(lambda: "docs/about.md:5" in banner(get("about/")))
    change(project / RECORD, "says: ", "says: Zebra ")
    assert until(lambda: log.read_text().count("docs/about.md:5") > 1)
    assert "docs/about.md:5" in banner(get(PAGE))
    change(project / "docs/about.md", "id:alpha/nothing", "id:alpha/convention")
    assert until(lambda: "Zebra" in get(PAGE) and not banner(get("about/")))
    assert "Traceback" not in log.read_text()


def test_a_changed_module_changes_the_stamp_of_python(tmp_path: Path):
    """Only what Python reads counts, in any folder; what it writes does not."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text("x = 1\n")
    before = python_stamp(tmp_path)
    (tmp_path / "a" / "b.pyc").write_text("")
    assert python_stamp(tmp_path) == before
    os.utime(tmp_path / "a" / "b.py", ns=(1, 1))
    assert python_stamp(tmp_path) != before


def test_one_language_beside_the_default_is_served(tiny: Path, tmp_path: Path):
    """The others are not there, and their addresses say why."""
    with served(tiny, tmp_path, only="fr") as (get, log):
        for path in ("", "fr/"):
            assert "<h1>" in get(f"{path}{PAGE}")
            assert not get(f"{path}about/").startswith("404")
        for path in (f"es/{PAGE}", "es/about/"):
            assert get(path).startswith("404")
            assert "English, Français" in banner(get(path))
        assert "Building 'es'" not in log.read_text()


def test_a_language_that_the_site_does_not_speak_is_one_line(tiny: Path):
    """What may be asked for is named."""
    done = subprocess.run(
        serve(tiny, 9),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, "COMPENDIUM_ONLY": "de"},
    )
    assert done.returncode == 1
    assert (
        "no language of the site: de; expected some of en, ar, es, fr, pt, ru, zh"
        in done.stderr
    )
    assert "Traceback" not in done.stderr


def test_what_breaks_a_rule_is_shown_no_longer_than_the_rules_take(
    preview: tuple[Path, Get, Path],
):
    """A text that breaks a rule gives way to the last good page; taken back, all is as
    before. A mistake that is saved right after a good change stays said.
    """
    project, get, _ = preview
    change(project / RECORD, "says: ", "says: Zebra ")
    assert until(lambda: "Zebra" in get(PAGE))
    record = (project / RECORD).read_text("utf-8")
    change(project / RECORD, "says: Zebra ", "says: Giraffe [nobody](id:alpha/nobody) ")
    assert until(lambda: banner(get(PAGE)))
    assert "Zebra" in get(PAGE).replace(banner(get(PAGE)), "")
    other = project / "instruments/alpha/other.yml"
    other.write_text("kind: instrumint\n", "utf-8")
    (project / RECORD).write_text(record, "utf-8")
    assert until(
        lambda: "other.yml" in banner(get(PAGE)) and RECORD not in banner(get(PAGE))
    )
    other.unlink()
    assert until(lambda: not banner(get(PAGE)))
    assert "Zebra" in get(PAGE)
    change(project / RECORD, "says: Zebra ", "says: Okapi ")
    assert until(lambda: "Okapi" in get(PAGE))
    change(project / RECORD, "kind: instrument", "kind: [instrument")
    assert until(lambda: banner(get(PAGE)))
    time.sleep(
        1
    )  # that the rules find nothing wrong with the good change does not take it back
    assert f"{RECORD}:" in banner(get(PAGE))
    assert "Okapi" in get(PAGE)


def test_a_port_in_use_is_one_line(tiny: Path):
    """Before anything is built, one line says which port is taken and how to take
    another.
    """
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            serve(tiny, port),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = [line for line in done.stderr.splitlines() if str(port) in line]
    assert len(said) == 1
    assert f"127.0.0.1:{port} is in use" in said[0]
    assert f"make serve PORT={port + 1}" in said[0]
