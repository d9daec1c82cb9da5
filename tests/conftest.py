"""What tests share: a small library that has no problem, written where a test may change
it, and the corpus of what stands there.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import golden_case
import pytest
import sites
from commands import run
from keeping import kept  # noqa: F401  (a fixture)
from searching import index_of  # noqa: F401  (a fixture)
from sites import (  # noqa: F401  (what tests import from here)
    CHROMIUM,
    CHROMIUM_FLAGS,
    NO_CHROMIUM,
    NOON,
    PROJECT,
    Site,
    folder_of,
    mkdocs_build,
    served,
)

from generators.corpus import library
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.library import Library
from generators.text.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as PageInBrowser

BASE = Path(__file__).parent / "golden" / "base"
TODAY = date(2026, 11, 24)

os.environ["COMPENDIUM_JOBS"] = "1"  # tests run side by side themselves

LibraryFolder = Callable[..., Path]

EVERYWHERE = {
    f"test_{name}"
    for name in (
        "addresses bench calendars catalogs changes cli comparison_cases data_examples "
        "data_schema difference epub fields form golden_pages golden_problems "
        "handwritten hostile library make_site manifest messages mutated numbers "
        "offline parallel pdf_press pdf_writer references schema search serve "
        "templates translations_next"
    ).split()
}
"""The modules that every Python is asked: they run 97 of 100 lines that all tests without
a browser run, in less than half of the time.
"""
OTHER = tuple(f"-{language}]" for language in LANGUAGES[1:])
"""How the name of a golden page in another language than English ends."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update``: golden pages are written anew."""
    parser.addoption(
        "--update", action="store_true", help="write the texts of golden pages anew"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is asked on one Python only (``make test``)."""
    for item in items:
        of_language = item.path.stem == "test_golden_pages" and item.name.endswith(OTHER)
        if of_language or item.path.stem not in EVERYWHERE:
            item.add_marker("once")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Holds what is made against a file of ``golden/``; ``--update`` writes it anew."""

    def hold(path: str, made: str | bytes) -> None:
        file = golden_case.GOLDEN / path
        if request.config.getoption("--update"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(made.encode() if isinstance(made, str) else made)
        assert made == (
            file.read_text("utf-8") if isinstance(made, str) else file.read_bytes()
        )

    return hold


@pytest.fixture
def library_folder(tmp_path: Path) -> LibraryFolder:
    """Writes a project with the base library: all lists, two mechanisms, three records,
    and ``files`` over or beside theirs.
    """

    def write(
        files: Mapping[str, str | bytes] | None = None, without: Iterable[str] = ()
    ) -> Path:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        golden_case.remember_catalogs(tmp_path)
        for path in without:
            (tmp_path / path).unlink()
        for path, text in (files or {}).items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path

    return write


@pytest.fixture
def read_library(
    library_folder: LibraryFolder,
) -> Callable[..., tuple[Library, list[Problem]]]:
    """Reads the base library with some files changed."""
    return lambda files=None, without=(): library.read(
        library_folder(files, without), LANGUAGES
    )


@pytest.fixture
def corpus_of(
    read_library: Callable[..., tuple[Library, list[Problem]]],
) -> Callable[..., Corpus]:
    """Makes the corpus of the base library with some files changed; they must be
    readable.
    """

    def make(
        files: Mapping[str, str | bytes] | None = None, without: Iterable[str] = ()
    ) -> Corpus:
        read, problems = read_library(files, without)
        assert problems == []
        return Corpus(read, TODAY, LANGUAGES)

    return make


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The corpus of the small library with everything in it, ``golden/world``; no test
    changes it. A copy is read, for reading leaves a memory beside what it read.
    """
    folder = golden_case.write_project(
        {"base": "world"}, tmp_path_factory.mktemp("world")
    )
    read, problems = library.read(folder, LANGUAGES)
    assert problems == []
    return Corpus(read, TODAY, LANGUAGES)


@pytest.fixture
def corpus_with(tmp_path: Path) -> Callable[..., Corpus]:
    """Makes the corpus of a golden case: of its ``base``, with what it changes
    (``golden_case``).
    """

    def make(**case: object) -> Corpus:
        read, problems = library.read(
            golden_case.write_project(case, tmp_path), LANGUAGES
        )
        assert problems == []
        return Corpus(read, TODAY, LANGUAGES)

    return make


# -- built sites -------------------------------------------------------------------------


def _built_once(
    factory: pytest.TempPathFactory, name: str, project: Callable[[Path], Path]
) -> Path:
    """The folder of a site, built once for all workers of a run."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            folder.mkdir()
            done = mkdocs_build(project(folder / "project"), folder / "site")
            assert done.returncode == 0, done.stderr
            (folder / "built").touch()
    return folder / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site."""
    return _built_once(tmp_path_factory, "real-site", lambda _: PROJECT)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The real site, served."""
    with served(built) as url:
        yield Site(built, url)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the small library with everything in it (``golden/world``) and one PDF,
    served.
    """

    def project(folder: Path) -> Path:
        made = sites.write_project(BASE.parent / "world", folder)
        (made / "docs" / "about.md").write_text("# About\n\nA small site.\n", "utf-8")
        assert run(made, "pdf", "topics/assistance", "--language", "ar").exit_code == 0
        return made

    folder = _built_once(tmp_path_factory, "small-site", project)
    with served(folder) as url:
        yield Site(folder, url)


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny project with all that may stand beside records, built once;
    its project stands in the folder ``project`` beside it.
    """
    return _built_once(tmp_path_factory, "tiny-site", tiny_project)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, which can reach no host but this machine."""
    from playwright.sync_api import expect, sync_playwright

    if not Path(CHROMIUM).exists():
        pytest.fail(NO_CHROMIUM, pytrace=False)
    expect.set_options(timeout=15_000)  # machines that build beside are slow
    with sync_playwright() as playwright:
        flags = [
            *CHROMIUM_FLAGS,
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


@contextmanager
def _opening(browser: Browser, site: Site) -> Iterator[Callable[..., PageInBrowser]]:
    """Opens addresses of a site; at the end it fails on any error of a page, and any
    request elsewhere.
    """
    contexts, faults = [], []

    def open_(
        address: str = "", width: int = 1280, scheme: str = "light"
    ) -> PageInBrowser:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda request: (
                request.url.startswith((site.url, "data:"))
                or faults.append(f"asked for {request.url}")
            ),
        )
        page.on(
            "response",
            lambda response: (
                response.status < 400
                or faults.append(f"{response.status} for {response.url}")
            ),
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(site.url + address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., PageInBrowser]]:
    """Opens an address of the real site, ``open_page("fr/topics/", width=360)``."""
    with _opening(browser, site) as opened:
        yield opened


@pytest.fixture
def open_small(
    browser: Browser, small_site: Site
) -> Iterator[Callable[..., PageInBrowser]]:
    """Opens an address of the small site, as ``open_page`` does of the real one."""
    with _opening(browser, small_site) as opened:
        yield opened


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project with the theme of the real one and a library of three records, which a
    test may change.
    """
    return small_project(tmp_path / "project")


def small_project(folder: Path) -> Path:
    """Writes the theme of the real project, the base library and a page into a folder."""
    project = sites.write_project(BASE, folder)
    (project / "docs" / "about.md").write_text(
        "# About\n\n{{ publisher }}\n\nRead [the convention](id:alpha/convention).\n",
        "utf-8",
    )
    (project / "docs" / "about.fr.md").write_text(
        "# À propos\n\nLisez [la convention](id:alpha/convention).\n", "utf-8"
    )
    topics = project / "instruments" / "vocabulary" / "topics.yml"
    entry = (
        "  - {id: non-punishment, label: Non-punishment, definition: No penalty., "
        "pillar: protection, question: Are victims spared?}\n"
    )
    topics.write_text(
        topics.read_text("utf-8") + entry, "utf-8"
    )  # the home page counts what is said on it
    return project


def tiny_project(folder: Path) -> Path:
    """The small project with a record at a former address, a plan that ends one day,
    hand-written pages, a picture, files of editors, a PDF, two books, and a publisher
    with an address for errors.
    """
    project = small_project(folder)
    alpha = project / "instruments/alpha"
    sites.change(
        alpha / "convention.yml",
        "kind: instrument\n",
        "kind: instrument\naliases: [alpha/old]\n",
    )
    sites.change(alpha / "plan.yml", "to: 2011", "to: 2029")
    for name, text in {
        "year.md": "---\ntitle: 2010\n---\n\nText.\n\n```yaml\nkey: <pre><code\n```\n",
        "more.md": '---\ntitle: "Yes & <no>"\ndescription: 12\n---\n\n[a](ID:topics)\n',
        "map.png": "picture",
        "about.md~": "old",
        "4913": "vim",
    }.items():
        (project / "docs" / name).write_text(text, "utf-8")
    (project / "overrides/assets/images/keeper.svg").write_text("<svg/>", "utf-8")
    for typed, named in {
        '!ENV [PUBLISHER_ADDRESS, ""]': "errors@example.org",
        'name: ""': "name: {en: Office & Sons, fr: Bureau}",
        'about: ""': "about: It is no court.",
        'logo: ""': "logo: assets/images/keeper.svg",
    }.items():
        sites.change(project / "mkdocs.yml", typed, named)
    sites.made_pdf(project, b"%PDF-1.7")
    assert run(project, "epub", "alpha", "compendium", "--language", "ar").exit_code == 0
    return project
