"""The examples on the page of the data, run as a reader would run them: against a server, or a database, with
the answer that the records give. R, where it is not there, is read for what it asks of the table.
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
from html import unescape

import pytest
from conftest import served
from openpyxl import load_workbook

from generators import data, html
from generators.corpus.addresses import DATABASE, WORKBOOK, table
from generators.corpus.corpus import Corpus
from generators.data import written
from generators.document import open_data
from generators.document.phrases import Phrases
from generators.html.data import EXAMPLES, example
from generators.translate.localizer import Localizer


def asked(code: str, base: str) -> str:
    """An example as the French page shows it."""
    return example(code, base, base.removesuffix("fr/"), "fr")


@pytest.fixture(scope="module")
def base(world: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the French data, served."""
    folder = tmp_path_factory.mktemp("data")
    with served(folder) as site:
        writers = {f"fr/{path}": each for path, each in data.writers(world, "fr", f"{site}fr/").items()}
        writers |= data.common(world, site)
        for path in (table("provisions"), table("provisions_text", "fr"), DATABASE, f"fr/{written.PATH}"):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(writers[path]())
        yield f"{site}fr/"


@pytest.fixture(scope="module")
def expected(world: Corpus) -> set[tuple[str, str]]:
    """The regions and the place of each provision that holds today, in a text that binds, and grants 30 days
    at least; one that does not bind says so too, and is no answer.
    """
    localizer = Localizer(world, "fr")
    found = {
        (" ".join(world.regions(name)), localizer.reference(name, each.ref))
        for name, model in world.records.items()
        if world.binds(name)
        for each in model.provisions
        if "reflection-period" in each.topics and world.current(each)
        if (each.value or {}).get("days", 0) >= 30 or (each.value or {}).get("months", 0) >= 1
    }
    assert found, "the small library has no such provision"
    return found


def answered(text: str) -> set[tuple[str, str]]:
    """What a run printed: regions and place, of lines with tabs."""
    rows = [line.split("\t") for line in text.strip().splitlines()]
    return {(row[0], row[2]) for row in rows}


def run(command: list[str], text: str) -> str:
    """What a program prints that is given a text."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def test_python_answers(base, expected):
    """With nothing but the standard library."""
    assert answered(run([sys.executable, "-"], asked("python", base))) == expected


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("jq")), reason="curl or jq is not here")
def test_curl_and_jq_answer(base, expected):
    """From the whole corpus as one file."""
    assert answered(run(["bash"], asked("curl", base))) == expected


def test_a_query_answers(base, world, expected, tmp_path):
    """One query to the database; a row a region."""
    file = tmp_path / "compendium.sqlite"
    file.write_bytes(gzip.decompress(data.common(world, base.removesuffix("fr/"))[DATABASE]()))
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        rows = database.execute(asked("sql", base)).fetchall()
    database.close()
    label = Localizer(world, "fr").label
    assert {(row[0], row[2]) for row in rows} == {
        (label("regions", region), ref) for regions, ref in expected for region in regions.split()
    }
    assert all(row[-1].startswith(base.removesuffix("fr/")) for row in rows)


def test_a_spreadsheet_answers(world, expected, base):
    """The sheet and the columns that the page names, filtered as it says; former wordings stand there too."""
    page = next(each for each in html.build(world, "fr") if each.address == "data/").render()
    said = page.partition('id="examples"')[2].partition('id="terms-of-use"')[0].rpartition("<p>")[2]
    topics, topic, days, current, binds = re.findall("<code>(.*?)</code>", said)
    assert (current, binds) == ("current", "binds")
    book = load_workbook(io.BytesIO(data.writers(world, "fr", base)[WORKBOOK]()), read_only=True)
    sheet = max((each for each in book if each.title in unescape(said)), key=lambda each: len(each.title))
    head, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    on_topic = [row for row in found if topic in (row[topics] or "") and (row[days] or 0) >= 30]
    kept = [row for row in on_topic if row[current] and row[binds]]
    place = (
        next(each for each in head if each and each.startswith("Où")) if "Où" in str(head) else "reference"
    )
    assert {(row["regions"], row[place]) for row in kept} == expected
    book.close()


def test_r_answers_or_asks_what_there_is(base, world, expected):
    """Where R is here it is run; in any case each column that it names is one of the table."""
    text = asked("r", base)
    made = open_data.tables(Phrases(Localizer(world, "fr")))
    columns = {column.name for each in made if each.name == "provisions" for column in each.columns}
    named = {*re.findall(r"provisions\$(\w+)", text), *re.findall(r'"(\w+)"', text.rpartition("c(")[2])}
    assert {"topics", "value_days", "regions", "address"} <= named
    assert named <= columns
    assert f'"{base.removesuffix("fr/")}", "data/csv/", name, ".csv"' in text
    if shutil.which("Rscript"):
        printed = run(["Rscript", "-"], text)
        assert all(ref in printed for _, ref in expected)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_shows_the_examples_as_they_are_run(world, language):
    """Letter by letter, left to right, with the address of the language's own data."""
    base = "https://example.org/" if language == "en" else f"https://example.org/{language}/"
    built = html.build(world, language, None, html.Public(base))
    page = next(each for each in built if each.address == "data/").render()
    shown = re.findall(r'<pre class="example" tabindex="0"><code>(.*?)</code></pre>', page, re.DOTALL)
    assert list(map(unescape, shown)) == [
        example(each, base, "https://example.org/", language).rstrip("\n") for each in EXAMPLES
    ]
