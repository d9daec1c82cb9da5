"""Live preview: what a change to a record or to the rest of the project brings, and what a mistake does not
take away.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest
from conftest import NOON

PATIENCE = 20
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
    strings = {"Provisions": "Zèbres", "Topics": "Sujets", "in force since {date}": "depuis {date}"}
    entries = [f'msgid "{text}"\nmsgstr "{said}"\n' for text, said in strings.items()]
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    file.write_text("\n".join([header, *entries]), "utf-8")
    return file


@pytest.fixture
def preview(tiny: Path, tmp_path: Path) -> Iterator[tuple[Path, Get, Path]]:
    """The tiny project, served: its folder, what gets a page's text, and the log."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--config-file",
        str(tiny / "mkdocs.yml"),
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": NOON,
        "NO_MKDOCS_2_WARNING": "1",
        "TMPDIR": str(tmp_path),
    }
    log = tmp_path / "log"

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as response:
                return response.read().decode()
        except HTTPError as error:
            with error:
                return f"{error.code} {error.read().decode()}"
        except URLError:
            return ""

    with (
        log.open("w") as written,
        subprocess.Popen(command, stderr=written, stdout=written, env=environment) as server,
    ):
        try:
            assert until(lambda: get("topics/")), log.read_text()
            yield tiny, get, log
        finally:
            server.terminate()


def change(file: Path, old: str, new: str) -> None:
    """Change a file as an editor does."""
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_changed_record_is_shown_and_a_broken_one_is_not(preview: tuple[Path, Get, Path]):
    """A record's change reaches its pages in every language; a mistake is said on a line while the last good
    pages stay; mended, it goes on. The files of an editor beside it are nobody's mistake.
    """
    project, get, log = preview
    record, page = project / "instruments/alpha/convention.yml", "instruments/alpha/convention/"
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
    assert "Traceback" not in log.read_text()
    assert ".swp" not in log.read_text()


def test_a_changed_text_is_shown_though_its_translation_is_left_behind(preview: tuple[Path, Get, Path]):
    """While an editor rewrites a text, its catalogs lag: that is said, and the page is shown all the same."""
    project, get, log = preview
    record = project / "instruments/alpha/convention.yml"
    said = next(
        line.partition("says: ")[2] for line in record.read_text("utf-8").splitlines() if "says: " in line
    )
    catalog = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#. alpha/convention provisions.0.says\nmsgid "%s"\nmsgstr "Texte."\n'
    (project / "instruments/alpha/fr.po").write_text(catalog % said, "utf-8")
    change(record, "says: ", "says: Zebra ")

    assert until(lambda: "Zebra" in get("fr/instruments/alpha/convention/"))
    assert "instruments/alpha/fr.po:" in log.read_text()


def test_a_changed_string_of_the_interface_is_shown_and_a_broken_one_is_not(
    own_interface: Path, preview: tuple[Path, Get, Path]
):
    """A change of an interface catalog reaches shells, pages and hand-written pages; one that would stop a page
    is said on a line while the last good pages stay.
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
    """A change to docs/ builds anew, a bad link there keeps what was shown, and an unknown address shows the
    site's own page.
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
