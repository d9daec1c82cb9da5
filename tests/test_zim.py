"""Archives for Kiwix: what is handed to the program that packs them, and what is said where it is missing or
fails. The program itself is none of ours: a stand-in on the path notes what it was called with.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Site, small_project
from playwright.sync_api import Browser, Page, expect
from sites import served

from generators.cli.main import main
from generators.site import zim
from generators.site.policy import HEADERS
from generators.translate.localizer import Localizer
from tests.conftest import LANGUAGES

STAND_IN = """\
#!{python}
import json, shutil, sys
from pathlib import Path
*options, folder, packed = sys.argv[1:]
Path({note!r}).write_text(json.dumps(options))
shutil.copytree(folder, {copy!r}, dirs_exist_ok=True)
Path(packed).write_bytes(b"ZIM")
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program of the name of zimwriterfs on the path, and nothing else; without a text, none."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(text: str = "") -> None:
        if text:
            file = folder / zim.PROGRAM
            file.write_text(text, "utf-8")
            file.chmod(0o755)

    return put


@pytest.fixture
def packed(small_site: Site, tmp_path: Path, program: Callable[[str], None]) -> Path:
    """The folder that the program was handed for Chinese, with ``options.json`` beside it."""
    note, copy = str(tmp_path / "options.json"), str(tmp_path / "files")
    program(STAND_IN.format(python=sys.executable, note=note, copy=copy))
    words = zim.Words("Title", "A line", "What it is")
    made = zim.make(tmp_path, small_site.folder, "zh", words, "https://a.example/")
    assert made.read_bytes() == b"ZIM"
    assert [each.name for each in made.parent.iterdir()] == ["dakar-compendium_zh.zim"]
    return tmp_path / "files"


def test_the_program_is_told_what_an_archive_says_of_itself(packed: Path) -> None:
    """Its first page, its picture, its language as ZIM names it, its titles."""
    options = json.loads((packed.parent / "options.json").read_text("utf-8"))
    assert options == [
        "--welcome=zh/index.html",
        "--illustration=illustration.png",
        "--language=zho",
        "--name=dakar-compendium_zh",
        "--title=Title",
        "--description=A line",
        "--longDescription=What it is",
        "--creator=Title",
        "--publisher=Title",
        "--source=https://a.example/",
    ]
    picture = (packed / "illustration.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (48, 48)


def test_every_link_within_an_archive_names_a_file(packed: Path) -> None:
    """Of pages, scripts and sheets, without their version; what is not in it is led to in public."""
    pages = [*packed.rglob("*.html")]
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        assert "<html data-archive " in text
        assert "Content-Security-Policy" in text
        for address in re.findall(r'\b(?:href|src|action|data-to)="([^"#][^"]*)"', text):
            if not re.match(r"[a-z]+:", address):
                file, _, query = re.sub("#.*", "", address).partition("?")
                assert (page.parent / file).is_file(), (page, address)
                assert not query or file.endswith(".html"), (page, address)


def test_without_the_program_one_line_says_how_to_get_it(tmp_path: Path, program) -> None:
    """Before anything is read."""
    program()
    (tmp_path / "instruments").mkdir()
    told = run(tmp_path)
    assert told.exit_code == 1
    assert told.output == "Error: zimwriterfs is missing; on Debian: sudo apt-get install zim-tools\n"


@pytest.mark.parametrize("status", [0, 3])
def test_a_program_that_fails_leaves_what_was_there(
    tmp_path: Path, small_site: Site, program, status: int
) -> None:
    """And its last word is told, within one line; so where it says nothing and makes nothing."""
    project = small_project(tmp_path / "project")
    before = zim.file_of(project, "fr")
    before.parent.mkdir(parents=True)
    before.write_bytes(b"old")
    program(f"#!/bin/sh\necho first >&2\necho 'no\tmagic' >&2\nexit {status}\n")
    told = run(project, "--language", "fr", "--from", str(small_site.folder))
    assert (told.exit_code, before.read_bytes()) == (1, b"old")
    assert told.output.startswith(f"Error: zimwriterfs has failed ({status}): no")
    assert told.output.count("\n") == 1
    assert [each.name for each in before.parent.iterdir()] == ["dakar-compendium_fr.zim"]


def test_the_command_packs_a_language(tmp_path: Path, small_site: Site, program) -> None:
    """From a finished site; a language that there is not, and a folder that is no site, are told."""
    project, copy = small_project(tmp_path / "project"), str(tmp_path / "files")
    program(STAND_IN.format(python=sys.executable, note=str(tmp_path / "options.json"), copy=copy))
    told = run(project, "--language", "ar", "--from", str(small_site.folder))
    assert told.exit_code == 0, told.output
    assert told.output == f"{zim.file_of(project, 'ar')}: MB: 0.0\n"
    options = json.loads((tmp_path / "options.json").read_text("utf-8"))
    assert "--language=ara" in options
    assert "holds no finished site" in run(project, "--language", "ar").output
    assert "no such language: xx" in run(project, "--language", "xx").output


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_archive_says_of_itself_is_short_enough(world, language: str) -> None:
    """Kiwix has room for 30 and 80 characters; a language is named by three letters."""
    words = zim.words(Localizer(world, language))
    assert len(words.title) <= 30
    assert len(words.description) <= 80
    assert language in zim._ISO_639_3


def run(root: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["zim", *arguments, "--root", str(root)])


# -- in the browser, as a reader of ZIM serves it ------------------------------------------------------------


@pytest.fixture
def open_archive(browser: Browser, packed: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a file of the archive from a server, under the strict policy; fails at the end on what a page or
    the browser told, and where a folder or JSON was asked for.
    """
    faults: list[str] = []
    with served(packed, HEADERS) as site:
        context = browser.new_context()

        def open_(address: str) -> Page:
            page = context.new_page()
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda said: said.type == "error" and faults.append(said.text))
            page.on(
                "request",
                lambda request: re.search(r"/(\?|#|$)|\.json", request.url) and faults.append(request.url),
            )
            page.goto(f"{site}{address}")
            return page

        yield open_
        context.close()
    assert faults == []


@pytest.mark.browser
def test_search_and_comparison_work_in_an_archive(open_archive: Callable[[str], Page]) -> None:
    """No folder and no JSON is asked for: the parts are scripts, and what scripts open names its file."""
    page = open_archive("zh/index.html")
    page.keyboard.press("/")
    page.locator("dialog input").fill("Convention")
    page.locator("dialog .results a").first.wait_for()
    page.locator("dialog .results a").first.click()
    expect(page).to_have_url(re.compile(r"/zh/.+/index\.html"))
    expect(page.locator("h1")).not_to_be_empty()

    page = open_archive("zh/compare/index.html?r=alpha/convention-2005&r=beta/plan-2014")
    page.locator(".result table").wait_for()
