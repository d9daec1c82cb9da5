"""The examples on the page of the data: one question, asked in several languages of
programs. They run as the page shows them, and all have one answer.
"""

from __future__ import annotations

import gzip
import io
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from html import unescape

import pytest
from conftest import served
from openpyxl import load_workbook

from generators import data, html
from generators.corpus.addresses import DATABASE, WORKBOOK, table
from generators.corpus.corpus import Corpus
from generators.corpus.state_profile import state_profile
from generators.data import word_files, written
from generators.document import open_data
from generators.document.phrases import Phrases
from generators.html.data import CODES_ADDRESSES, EXAMPLES, JSON_ADDRESSES, example
from generators.model.records import Provision
from generators.translate.localizer import Localizer

RECORDS = "instruments/index.json"
STATE = "states/ben/index.json"
Answer = set[tuple[str, str]]
"""Regions, with spaces between them, and the place of each provision in its text."""


@pytest.fixture(scope="module")
def base(world: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the French data, served."""
    folder = tmp_path_factory.mktemp("data")
    with served(folder) as site:
        french = data.writers(world, "fr", f"{site}fr/")
        writers = {f"fr/{path}": write for path, write in french.items()}
        writers.update(data.common(world, site))
        for path in (
            table("provisions"),
            table("provisions_text", "fr"),
            DATABASE,
            f"fr/{written.PATH}",
            f"fr/{RECORDS}",
            STATE,
        ):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(writers[path]())
        yield f"{site}fr/"


def grants_thirty_days(provision: Provision) -> bool:
    """Whether a provision grants at least 30 days of reflection."""
    value = provision.value or {}
    is_long = value.get("days", 0) >= 30 or value.get("months", 0) >= 1
    return is_long and "reflection-period" in provision.topics


@pytest.fixture(scope="module")
def expected(world: Corpus) -> Answer:
    """The provisions that hold today and grant at least 30 days, in texts that bind. The
    library also has one in a text that does not bind.
    """
    localizer = Localizer(world, "fr")
    answer = set()
    for name, model in world.records.items():
        regions = " ".join(world.regions(name))
        for provision in filter(grants_thirty_days, model.provisions):
            if world.binds(name) and world.current(provision):
                answer.add((regions, localizer.reference(name, provision.ref)))
    assert answer, "the small library has no such provision"
    return answer


def french_example(code: str, base: str) -> str:
    """An example as the French page shows it. ``code`` is a key of ``EXAMPLES``."""
    return example(code, base, base.removesuffix("fr/"), "fr")


def printed_answer(text: str) -> Answer:
    """The answer that an example prints: lines with tabs, regions first."""
    rows = [line.split("\t") for line in text.strip().splitlines()]
    return {(row[0], row[2]) for row in rows}


def run(command: list[str], text: str) -> str:
    """What a program prints that is given a text."""
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def test_python_answers(base, expected):
    """With nothing but the standard library."""
    printed = run([sys.executable, "-"], french_example("python", base))
    assert printed_answer(printed) == expected


@pytest.mark.skipif(
    not (shutil.which("curl") and shutil.which("jq")), reason="curl or jq is not here"
)
def test_curl_and_jq_answer(base, expected):
    """From the whole corpus as one file."""
    printed = run(["bash"], french_example("curl", base))
    assert printed_answer(printed) == expected


def test_a_query_answers(base, world, expected, tmp_path):
    """One query to the database; the answer has a row for each region."""
    site = base.removesuffix("fr/")
    file = tmp_path / "compendium.sqlite"
    file.write_bytes(gzip.decompress(data.common(world, site)[DATABASE]()))
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute(french_example("sql", base)).fetchall()
    label = Localizer(world, "fr").label
    by_region = set()
    for regions, reference in expected:
        by_region |= {(label("regions", code), reference) for code in regions.split()}
    assert {(row[0], row[2]) for row in rows} == by_region
    assert all(row[-1].startswith(site) for row in rows)


def page_of_data(corpus: Corpus, language: str, base: str = "") -> str:
    """The page of the data as HTML."""
    public = html.Public(base) if base else html.Public()
    pages = html.build(corpus, language, public)
    return next(page for page in pages if page.address == "data/").render()


def test_a_spreadsheet_answers(world, expected, base):
    """The sheet and the columns that the page names, filtered as the page says. Former
    wordings are in the sheet, too.
    """
    page = page_of_data(world, "fr")
    examples = page.partition('id="examples"')[2].partition('id="terms-of-use"')[0]
    advice = examples.rpartition("<p>")[2]
    topics, topic, days, current, binds = re.findall("<code>(.*?)</code>", advice)
    assert (current, binds) == ("current", "binds")
    content = data.writers(world, "fr", base)[WORKBOOK]()
    with closing(load_workbook(io.BytesIO(content), read_only=True)) as book:
        named = [sheet for sheet in book if sheet.title in unescape(advice)]
        sheet = max(named, key=lambda sheet: len(sheet.title))
        labels, *values = sheet.iter_rows(values_only=True)
    answer = set()
    for cells in values:
        row = dict(zip(labels, cells, strict=True))
        is_on_topic = topic in (row[topics] or "")
        if is_on_topic and (row[days] or 0) >= 30 and row[current] and row[binds]:
            answer.add((row["regions"], row["reference"]))
    assert answer == expected


def test_r_answers_or_asks_what_there_is(base, world, expected):
    """Where R is here it is run; in any case each column that it names is one of the
    table.
    """
    text = french_example("r", base)
    tables = open_data.tables(Phrases(Localizer(world, "fr")))
    provisions = next(table for table in tables if table.name == "provisions")
    columns = {column.name for column in provisions.columns}
    named = set(re.findall(r"provisions\$(\w+)", text))
    named |= set(re.findall(r'"(\w+)"', text.rpartition("c(")[2]))
    assert {"topics", "value_days", "regions", "address"} <= named
    assert named <= columns
    assert f'"{base.removesuffix("fr/")}", "data/csv/", name, ".csv"' in text
    if shutil.which("Rscript"):
        printed = run(["Rscript", "-"], text)
        assert all(reference in printed for _, reference in expected)


def test_javascript_says_which_texts_bind_a_state(base, world):
    """Name, day and page of each text, from the addresses that the page names."""
    lines = run(["node", "--input-type=module", "-"], french_example("javascript", base))
    localizer = Localizer(world, "fr")
    texts = [adherence.record for adherence in state_profile(world, "BEN").binding]
    assert texts
    rows = [line.split("\t") for line in lines.strip().splitlines()]
    names = [localizer.short(name).text for name in texts]
    assert [row[0] for row in rows] == names
    assert all(row[1] for row in rows)
    assert [row[2] for row in rows] == [f"{base}instruments/{name}/" for name in texts]


def test_each_address_of_json_is_a_file(world):
    """The part in braces stands for an id or a code; no other kind of file is left out."""
    site = "https://example.org/"
    on_page = page_of_data(world, "fr", f"{site}fr/")
    for folder, addresses, files in (
        (site, CODES_ADDRESSES, data.common(world)),
        (f"{site}fr/", JSON_ADDRESSES, data.writers(world, "fr")),
    ):
        matched = set()
        for pattern in addresses:
            assert f"{folder}{pattern}</code>" in on_page
            regex = re.sub(r"\\{\w+\\}", "[^/]+(/[^/]+)?", re.escape(pattern))
            found = {path for path in files if re.fullmatch(regex, path)}
            assert found, pattern
            matched |= found
        ends = (data.NAME, word_files.NAME, ".json.gz")
        named = {path for path in files if path.endswith(ends) and "/schema/" not in path}
        assert named == matched


@pytest.mark.parametrize(
    ("language", "base"),
    [("en", "https://example.org/"), ("ar", "https://example.org/ar/")],
)
def test_the_page_shows_the_examples_as_they_are_run(world, language, base):
    """Letter by letter, left to right, with the address of the language's own data."""
    page = page_of_data(world, language, base)
    on_page = re.findall(
        r'<pre class="example"[^>]*><code>(.*?)</code></pre>', page, re.DOTALL
    )
    site = "https://example.org/"
    assert [unescape(text) for text in on_page] == [
        example(code, base, site, language).rstrip("\n")
        for code in ("javascript", *EXAMPLES)
    ]
