"""Live preview while something is wrong: what pages say, what stays, and what the server outlives."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

from sites import change
from test_serve import PATIENCE, Get, preview, serve, served, until

__all__ = ["preview"]  # the fixture

RECORD, PAGE = "instruments/alpha/convention.yml", "instruments/alpha/convention/"


def banner(page: str) -> str:
    """The banner of a page, empty where it has none, without what keeps directions apart."""
    found = page.partition('<section class="notice" role="alert"')[2].partition("</section>")[0]
    return found.replace("<bdi>", "").replace("</bdi>", "")


def test_a_mistake_in_a_record_stands_at_the_top_of_every_page(preview: tuple[Path, Get, Path]):
    """File, line, what is wrong and what to do, in the language of the page, above the last good page; gone
    when it is mended. What was typed stands there as text.
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
    change(project / RECORD, "kind: instrument", 'kind: "<script>alert(1)</script>\\u001b\\u202e"')
    assert until(lambda: "&lt;script&gt;alert(1)" in banner(get(PAGE)))
    assert "<script" not in banner(get(PAGE))
    assert not {"\x1b", "\u202e"} & set(get(PAGE))


def test_what_is_broken_beside_records_keeps_the_last_good_site(preview: tuple[Path, Get, Path]):
    """A mistake in the theme's template, in mkdocs.yml or in a hand-written page is said with its file,
    whatever else is saved; every page stays, those that were never asked for too, and the next good state is
    built.
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
    assert until(lambda: "docs/about.md:3" in banner(get("about/")))
    change(project / RECORD, "says: ", "says: Zebra ")
    assert until(lambda: log.read_text().count("docs/about.md:3") > 1)
    assert "docs/about.md:3" in banner(get(PAGE))
    change(project / "docs/about.md", "id:alpha/nothing", "id:alpha/convention")
    assert until(lambda: "Zebra" in get(PAGE) and not banner(get("about/")))
    assert "Traceback" not in log.read_text()


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
    assert "no language of the site: de; expected some of en, ar, es, fr, pt, ru, zh" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_breaks_a_rule_is_shown_no_longer_than_the_rules_take(preview: tuple[Path, Get, Path]):
    """A text that breaks a rule gives way to the last good page; taken back, all is as before. A mistake that
    is saved right after a good change stays said.
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
    assert until(lambda: "other.yml" in banner(get(PAGE)) and RECORD not in banner(get(PAGE)))
    other.unlink()
    assert until(lambda: not banner(get(PAGE)))
    assert "Zebra" in get(PAGE)
    change(project / RECORD, "says: Zebra ", "says: Okapi ")
    assert until(lambda: "Okapi" in get(PAGE))
    change(project / RECORD, "kind: instrument", "kind: [instrument")
    assert until(lambda: banner(get(PAGE)))
    time.sleep(1)  # that the rules find nothing wrong with the good change does not take it back
    assert f"{RECORD}:" in banner(get(PAGE))
    assert "Okapi" in get(PAGE)


def test_a_port_in_use_is_one_line(tiny: Path):
    """Before anything is built, one line says which port is taken and how to take another."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            serve(tiny, port), capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = [line for line in done.stderr.splitlines() if str(port) in line]
    assert len(said) == 1
    assert f"127.0.0.1:{port} is in use" in said[0]
    assert f"make serve PORT={port + 1}" in said[0]
