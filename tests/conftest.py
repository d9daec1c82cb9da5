"""What tests share: a small library that has no problem, written where a test may change it, and the corpus
of what stands there.
"""

from __future__ import annotations

import fcntl
import gzip
import http.server
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.corpus.library import Library
from generators.text.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as PageInBrowser

BASE = Path(__file__).parent / "golden" / "base"
LANGUAGES = ("en", "ar", "es", "fr", "pt", "ru", "zh")
TODAY = date(2026, 11, 24)

LibraryFolder = Callable[..., Path]


@pytest.fixture
def languages() -> tuple[str, ...]:
    """The languages of the site, the default first."""
    return LANGUAGES


@pytest.fixture
def today() -> date:
    """The day on which tests are read."""
    return TODAY


@pytest.fixture
def library_folder(tmp_path: Path) -> LibraryFolder:
    """Writes a project with the base library: all lists, two mechanisms, three records, and ``files`` over or
    beside theirs.
    """

    def write(files: Mapping[str, str | bytes] | None = None, without: Iterable[str] = ()) -> Path:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        for path in without:
            (tmp_path / path).unlink()
        for path, text in (files or {}).items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path

    return write


@pytest.fixture
def read_library(library_folder: LibraryFolder) -> Callable[..., tuple[Library, list[Problem]]]:
    """Reads the base library with some files changed."""
    return lambda files=None, without=(): library.read(library_folder(files, without), LANGUAGES)


@pytest.fixture
def corpus_of(read_library: Callable[..., tuple[Library, list[Problem]]]) -> Callable[..., Corpus]:
    """Makes the corpus of the base library with some files changed; they must be readable."""

    def make(files: Mapping[str, str | bytes] | None = None, without: Iterable[str] = ()) -> Corpus:
        read, problems = read_library(files, without)
        assert problems == []
        return Corpus(read, TODAY, LANGUAGES)

    return make


# -- the built site ------------------------------------------------------------------------------------------

PROJECT = Path(__file__).parent.parent
NOON = "1795521600"  # 2026-11-24, TODAY: two builds of one test run have one day
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()


@dataclass(frozen=True)
class Site:
    """The real site, built and served: the folder it stands in, and its address, which ends in a slash."""

    folder: Path
    url: str


def folder_of(language: str) -> str:
    """The folder of a language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def mkdocs_build(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a project strictly into a folder, as ``make site`` does."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(project / "mkdocs.yml"),
        "--site-dir",
        str(folder),
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Static files as a host sends them: compressed where the browser takes it, with the site's own page for
    what is not there. ``more`` are further headers.
    """

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, more: Mapping[str, str], **keywords: Any) -> None:
        self.more = more
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        found = file.is_file()
        self._send(200 if found else 404, file if found else Path(self.directory) / "404.html")

    def _send(self, status: int, file: Path) -> None:
        body = file.read_bytes()
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and file.suffix in {
            ".html",
            ".css",
            ".js",
            ".svg",
            ".xml",
            ".json",
            ".csv",
        }
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        for name, value in self.more.items():
            self.send_header(name, value)
        if packed:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        if "assets" in file.parts:
            self.send_header(
                "Cache-Control", "max-age=3600, immutable"
            )  # their addresses copy their versions
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port of this machine, with these headers; yields its address, which ends in a
    slash.
    """
    handler = partial(_Handler, directory=str(folder), more=headers or {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / "real-site"
    with (shared / "real-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            done = mkdocs_build(PROJECT, folder / "site")
            assert done.returncode == 0, done.stderr
            (folder / "built").touch()
    return folder / "site"


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The real site, served."""
    with served(built) as url:
        yield Site(built, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, which can reach no host but this machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = [*CHROMIUM_FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., PageInBrowser]]:
    """Opens an address of the site, ``open_page("fr/topics/", width=360)``; at the end it fails on any error
    of a page, and any request elsewhere.
    """
    contexts, faults = [], []

    def open_(address: str = "", width: int = 1280, scheme: str = "light") -> PageInBrowser:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda request: (
                request.url.startswith((site.url, "data:")) or faults.append(f"asked for {request.url}")
            ),
        )
        page.on(
            "response",
            lambda response: response.status < 400 or faults.append(f"{response.status} for {response.url}"),
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(site.url + address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project with the theme of the real one and a library of three records, which a test may change."""
    return small_project(tmp_path / "project")


def small_project(project: Path) -> Path:
    """Writes the theme of the real project and the base library into a folder."""
    shutil.copytree(BASE, project)
    shutil.copytree(PROJECT / "overrides", project / "overrides")
    shutil.copy2(PROJECT / "mkdocs.yml", project)
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text(
        "# About\n\nRead [the convention](id:alpha/convention).\n", "utf-8"
    )
    (project / "docs" / "about.fr.md").write_text(
        "# À propos\n\nLisez [la convention](id:alpha/convention).\n", "utf-8"
    )
    topics = project / "instruments" / "vocabulary" / "topics.yml"
    entry = "  - {id: non-punishment, label: Non-punishment, definition: No penalty., pillar: protection, question: Are victims spared?}\n"
    topics.write_text(topics.read_text("utf-8") + entry, "utf-8")  # the home page counts what is said on it
    return project
