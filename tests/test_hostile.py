"""Pages made from hostile records: whatever was typed in a record, a translation, the
vocabulary or a title, no page asks another host for anything, runs anything, or loses its
shape.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from commands import committed
from conftest import LANGUAGES, NOON, TODAY, folder_of, served, small_project

from generators import checks
from generators.cli.main import main
from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.text.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as PageInBrowser

EVIL = "https://evil.example"
ATTACKS = (
    f"![]({EVIL}/image.png)",
    f"![a][b]\n\n[b]: {EVIL}/reference.png",
    f"[![a]({EVIL}/linked.png)](https://example.org)",
    f"<img src={EVIL}/tag.png onerror=steal()>",
    f"<script src={EVIL}/script.js></script><script>steal()</script>",
    f'<iframe src="{EVIL}/frame"></iframe><object data="{EVIL}/object"></object>',
    f'<link rel=stylesheet href="{EVIL}/sheet.css"><style>@import "{EVIL}/import.css"</style>',
    f'<svg onload=steal()><image href="{EVIL}/svg.png"/></svg>',
    f'" onmouseover="steal()" style="background:url({EVIL}/style.png)',
    "[x](javascript:steal()) [y](data:text/html,<script>steal()</script>) "
    "<javascript:steal()>",
    f"[x](https://example.org\"onclick=steal() '{EVIL}')",
    "{{ steal() }} {% include '/etc/passwd' %} {n} {0.__class__} ${steal()} #steal()",
    "</title></h1></main></body><body onload=steal()>",
)
ALL = "\n\n".join(ATTACKS)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def quoted(text: str) -> str:
    """A text as YAML and gettext both read it."""
    return json.dumps(text, ensure_ascii=False)


def hostile(tiny: Path) -> Path:
    """The tiny project with attacks in every kind of text: a record's title, number,
    reference, text, summary and source; a translation of each; a label and a definition
    of the vocabulary; a string of the interface.
    """
    says, summary = f"A provision. {ALL}", f"A summary. {ALL}"
    record = f"""\
kind: instrument
type: convention
official_titles:
  en: {quoted("Alpha " + ALL)}
  fr: {quoted("Convention " + ALL)}
  tet: {quoted("Planu " + ALL)}
short_title: {quoted("Short " + ALL)}
number: {quoted(ALL)}
status: in-force
binding: true
adopted: {{date: 2005-05-03, place: {quoted(ALL)}}}
in_force: 2008-02-01
parties: {{states: [{{state: BEN, note: {quoted(ALL)}}}]}}
summary: {quoted(summary)}
provisions:
  - topics: [assistance]
    ref: {quoted("Art. 1 " + ALL)}
    strength: obligation
    says: {quoted(says)}
    value: {{days: 30}}
sources:
  - {{title: {quoted("Source " + ALL)}, url: {quoted(EVIL + "/text")}, kind: primary}}
confidence: verified
"""
    write(tiny / "instruments/alpha/convention.yml", record)
    entries = "".join(
        f"#, fuzzy\nmsgid {quoted(text)}\nmsgstr {quoted('Traduit. ' + ALL)}\n\n"
        for text in (says, summary, ALL)
    )
    write(tiny / "instruments/alpha/fr.po", HEADER + entries)
    topics = (tiny / "instruments/vocabulary/topics.yml").read_text("utf-8")
    entry = (
        f"  - {{id: evil, label: {quoted('Evil ' + ALL)}, definition: {quoted(ALL)}, "
        "pillar: protection}\n"
    )
    write(tiny / "instruments/vocabulary/topics.yml", topics + entry)
    strings = f'#, fuzzy\nmsgid "Provisions"\nmsgstr {quoted(ALL)}\n'
    write(tiny / "generators/locale/fr.po", HEADER + strings)
    return tiny


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def problems_of(project: Path) -> list[Problem]:
    read, problems = library.read(project, LANGUAGES)
    return sorted({*problems, *checks.run(Corpus(read, TODAY, LANGUAGES))})


def test_the_check_names_what_was_attempted(tiny: Path):
    """Images, HTML and links that run something are problems in record, translation,
    vocabulary and interface, and each is printed on one line.
    """
    found = problems_of(hostile(tiny))
    for path in ("alpha/convention.yml", "alpha/fr.po", "vocabulary/topics.yml"):
        assert any(problem.path == f"instruments/{path}" for problem in found), path
    rules = {problem.rule for problem in found}
    assert {"markup", "summary-markup", "link-address", "translation-markup"} <= rules
    assert {"interface-markup", "interface-slots"} <= rules
    assert all(len(str(problem).splitlines()) == 1 for problem in found)


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the hostile project as it would be if every rule were blind: its
    address.
    """
    folder = tmp_path_factory.mktemp("hostile")
    config = hostile(small_project(folder / "project")) / "mkdocs.yml"
    code = (
        "from generators import checks\nchecks.run = lambda corpus, *rest, **more: []\n"
        "from mkdocs.__main__ import cli\ncli()\n"
    )
    command = [sys.executable, "-c", code, "build", "--strict", "-f", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": NOON}
    done = subprocess.run(
        [*command, "-d", str(folder / "site")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    with served(folder / "site") as url:
        yield url


PAGES = (
    "instruments/alpha/convention/",
    "instruments/alpha/",
    "topics/evil/",
    "topics/assistance/",
    "topics/",
    "states/ben/",
    "status/",
    "search/?q=alpha",
    "",
)


@pytest.mark.browser
def test_pages_of_hostile_records_ask_nobody_and_run_nothing(
    browser: Browser, unchecked: str
):
    """Even if no rule had seen it: no request leaves, no script of a record runs, no
    handler and no foreign picture stands in the page, every link leads to http, https or
    the site; search shows titles as letters.
    """
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script(
        "window.stolen = 0; window.steal = () => { window.stolen += 1 }"
    )
    page = context.new_page()
    for address in (
        f"{folder_of(language)}{each}"
        for language in ("en", "fr", "ar")
        for each in PAGES
    ):
        page.goto(unchecked + address)
        if address == "search/?q=alpha":
            attack = page.locator("#search-page .results li").filter(
                has_text="<script>steal()</script>"
            )
            attack.first.wait_for()
        page.mouse.move(400, 300)
        page.wait_for_timeout(100)
        assert page.evaluate("window.stolen") == 0, address
        assert dangers(page) == [], address
    context.close()
    assert [each for each in asked if not each.startswith((unchecked, "data:"))] == []


def dangers(page: PageInBrowser) -> list[str]:
    """Elements that a text may not become, and links that run something."""
    return page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap(each => [...each.attributes]
            .filter(a => a.name.startsWith('on') || (/^(src|href|data|action|style)$/.test(a.name)
                && /evil\\.example|javascript:|data:text/.test(a.value) && !(each.matches('a[href^="https://evil"]'))))
            .map(a => `${each.localName} ${a.name}=${a.value}`))
            .concat([...document.querySelectorAll(
                'main img, main iframe, main object, main svg image, main script')]
            .map(each => each.outerHTML))"""
    )


# -- what commands print -----------------------------------------------------------------

FORGED = "x\n::error file=a.yml::forged \x1b[31mred\x9b2J\u202e"


def command(*arguments: str) -> tuple[int, str]:
    """What a command prints, and its exit status."""
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), (
        done.exception
    )
    return done.exit_code, done.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", FORGED),
        ("explain", FORGED),
        ("new", "plan", FORGED),
        ("new", "plan", "alpha/p9", "--title", "x", "--sort", FORGED),
        ("diff", FORGED),
        ("reviews", "--until", FORGED),
        ("translations", "next", FORGED),
    ],
    ids=" ".join,
)
def test_what_was_typed_begins_no_line(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
):
    """Whatever a command repeats of what it was given stands within one line and moves no
    cursor.
    """
    monkeypatch.chdir(tiny)
    printed = command(*arguments)[1]
    assert printed.count("\n") == 1
    assert not set(printed) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("text", "said"),
    [(FORGED, "not read whole"), (FORGED.partition(" \x1b")[0], "forged")],
)
def test_differences_of_hostile_records_are_lines(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
):
    """A title or a text with line breaks is one line of ``diff``, plain and as Markdown,
    and a file with escapes in it, which is not read whole, is named alone.
    """
    monkeypatch.chdir(tiny)
    committed(tiny)
    record = tiny / "instruments/alpha/convention.yml"
    typed = record.read_text("utf-8").replace("Alpha Convention", json.dumps(text))
    write(record, typed.replace("Housing and compensation.", json.dumps(text)))
    for form in ((), ("--markdown",)):
        status, printed = command("diff", *form)
        assert status == 0
        assert said in printed
        assert not any(line.startswith("::") for line in printed.splitlines())
        assert not set(printed) & set("\x1b\x9b\u202e")
