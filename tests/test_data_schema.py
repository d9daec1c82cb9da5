"""The JSON files: each is what its schema says and no more, and what it is named for; the
whole corpus as one file holds what the others hold; what is said of the data runs, and is
there.
"""

from __future__ import annotations

import gzip
import io
import json
import posixpath
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from posixpath import normpath

import pytest
from conftest import served
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generators import data, html
from generators.corpus.addresses import DATABASE, WORKBOOK, table
from generators.corpus.corpus import Corpus
from generators.data import described, marked, schema, written
from generators.document import open_data
from generators.document.open_data import LICENCE_ADDRESS
from generators.document.phrases import Phrases
from generators.html.data import EXAMPLES, example
from generators.model.fields import (
    Day,
    ForEditors,
    Model,
    PlaceName,
    Said,
    Yes,
    every_slot,
)
from generators.translate.localizer import Localizer
from tests.sites import folder_of

SITE = "https://example.org/"


@pytest.fixture(scope="module")
def validators(world: Corpus) -> dict[str, Draft202012Validator]:
    """What checks each kind of file, by the path of its schema."""
    made = {schema.path(kind): schema.schema(world, kind, SITE) for kind in schema.KINDS}
    for each in made.values():
        Draft202012Validator.check_schema(each)
    return {path: Draft202012Validator(each) for path, each in made.items()}


def json_files(
    corpus: Corpus, language: str, site: str = ""
) -> Iterator[tuple[str, dict]]:
    """The JSON files of a language that are of our own format, by their paths below its
    folder.
    """
    base = f"{site}{folder_of(language)}" if site else ""
    for path, write in data.writers(corpus, language, base).items():
        if path.endswith(data.NAME):
            yield path, json.loads(write())
        elif path == written.PATH:
            yield path, json.loads(gzip.decompress(write()))


def kind_of(path: str, language: str, found: dict) -> str:
    """Where the schema that a file names stands, below the root of the site."""
    there = posixpath.join(
        "/", folder_of(language), posixpath.dirname(path), found["$schema"]
    )
    return posixpath.normpath(there).lstrip("/")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_file_is_what_the_schema_that_it_names_says(world, validators, language):
    """No field is missing, none of another kind, and none that is not described."""
    wrong = []
    for path, found in json_files(world, language):
        for error in validators[kind_of(path, language, found)].iter_errors(found):
            wrong.append(f"{path}: {list(error.absolute_path)}: {error.message[:200]}")
    assert wrong == []


def test_every_kind_of_file_is_written(world):
    """No schema is of a file that there is not."""
    assert {kind_of(path, "en", found) for path, found in json_files(world, "en")} == {
        schema.path(kind) for kind in schema.KINDS
    }


def test_a_schema_is_named_by_its_absolute_address_where_the_site_has_one(world):
    """A file that was taken along still says what describes it, and what its addresses
    continue.
    """
    for path, found in json_files(world, "fr", SITE):
        assert found["$schema"].startswith(f"{SITE}data/schema/"), path
        assert found["base"] == f"{SITE}fr/"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"note": "not described"}, "note"),
        ({"day": "24 November"}, "day"),
        ({"silent": ["no-topic"]}, "no-topic"),
        ({"relations": {"copies": []}}, "copies"),
    ],
)
def test_a_schema_refuses_what_is_not_described(world, validators, change, where):
    """An unknown field, a day that is no day, a code or a relation that there is not."""
    found = json.loads(
        data.writers(world, "en")["instruments/alpha/convention-2005/index.json"]()
    )
    errors = [
        error.message
        for error in validators["data/schema/record.json"].iter_errors(found | change)
    ]
    assert errors, change
    assert any(where in message or "does not match" in message for message in errors)


def test_a_missing_field_is_refused(world, validators):
    """What always stands in a file must stand there."""
    found = json.loads(data.writers(world, "en")["states/ben/index.json"]())
    del found["open"]
    messages = [
        error.message for error in validators["data/schema/state.json"].iter_errors(found)
    ]
    assert messages == ["'open' is a required property"]


def test_every_field_has_a_meaning(validators):
    """A sentence each: what is published is described."""
    short = [
        f"{each.name}.{field.name}"
        for each in schema.all_shapes()
        for field in each.fields
        if not field.meaning.endswith((".", "…"))
    ]
    assert short == []
    assert all(each.meaning.endswith(".") for each in schema.all_shapes())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_corpus_holds_what_the_files_of_its_parts_hold(world, language):
    """Each record and mechanism, field by field; of a State what no record says, and no
    list of texts.
    """
    files = dict(json_files(world, language))
    found_together = files[written.PATH]
    head = {"$schema", "format", "language", "day"}
    for kind, place in (
        ("records", "instruments/{}/"),
        ("mechanisms", "instruments/{}/"),
    ):
        for name, found in found_together[kind].items():
            own = files[f"{place.format(name)}index.json"]
            assert found == {
                key: value for key, value in own.items() if key not in head
            }, name
    assert found_together["records"].keys() == world.records.keys()
    assert found_together["mechanisms"].keys() == world.mechanisms.keys()
    assert found_together["states"].keys() == set(world.all_states)
    for code, found in found_together["states"].items():
        own = files[f"states/{code.lower()}/index.json"]
        assert found == {
            key: own[key]
            for key in (
                "state",
                "looked",
                "whom_to_call",
                "named_lines",
                "check_lines",
                "copies",
            )
            if key in own
        }, code
    assert found_together["items"].keys() == world.items.keys()


def test_the_whole_corpus_says_what_its_codes_mean(world):
    """Each topic with its label, its question and its page, in the language of the file."""
    words = json.loads(gzip.decompress(data.writers(world, "fr")[written.PATH]()))[
        "vocabularies"
    ]
    assert (
        words["topics"]["entries"]["reflection-period"]["label"] == "Délai de réflexion"
    )
    assert (
        words["topics"]["entries"]["reflection-period"]["address"]
        == "topics/reflection-period/"
    )
    assert words["regions"]["entries"].keys() == world.vocabularies.of("regions").keys()


def test_what_ids_and_codes_mean_stands_in_one_file(world):
    """In the reader's language; the files of States and topics have ids and codes alone."""
    files = dict(json_files(world, "en"))
    names = files["instruments/index.json"]
    assert names["records"].keys() == world.records.keys()
    assert names["mechanisms"].keys() == world.mechanisms.keys()
    said = json.dumps(files["states/ben/index.json"], ensure_ascii=False)
    assert names["records"]["alpha/convention-2005"]["title"] not in said
    lines = files["topics/reflection-period/index.json"]["lines"]
    codes = [code for each in lines for code in each.get("only_for", ())]
    groups = [names["labels"]["groups"][code]["label"] for code in codes]
    assert groups == ["Only for migrant workers", "Only for children"]


class Shelter(Model):
    """A model that no code names."""

    says: Said
    city: PlaceName | None = None
    """Where it is."""
    opened: Day | None = None
    """Since when it is open."""
    open: Yes = False
    """Whether it is open."""
    note: ForEditors | None = None
    """For editors."""


def test_a_new_field_is_written_and_described_by_its_mark(world):
    """Its value as its kind is written, its meaning from the string under it; what is for
    editors is not.
    """
    made = Shelter(
        says="Twelve beds.",
        city="Cotonou",
        opened="2009-04",
        open="true",
        note="Ask again.",
    )
    subject = marked.Subject(Phrases(Localizer(world, "en")), "alpha/convention-2005", made)
    found = marked.as_json(Shelter, subject)
    assert found == {
        "says": "Twelve beds.",
        "city": "Cotonou",
        "opened": "2009-04",
        "open": True,
    }
    said = {each.name: each for each in described.described(Shelter)}
    assert said["opened"].meaning == "Since when it is open."
    assert said.keys() == {*marked.TextData.model_fields, "city", "opened", "open"}
    assert {name for name, each in said.items() if each.always} == {"says", "open"}


def test_what_is_said_elsewhere_is_a_field():
    """A field that is renamed does not stay on the list of those that are left out."""
    for model, left in marked.ELSEWHERE.items():
        assert {*left.split()} <= {slot.alias for slot in every_slot(model)}, model


# -- the examples on the page of the data ------------------------------------------------


def asked(code: str, base: str) -> str:
    """An example as the French page shows it."""
    return example(code, base, base.removesuffix("fr/"), "fr")


@pytest.fixture(scope="module")
def base(world: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the French data, served."""
    folder = tmp_path_factory.mktemp("data")
    with served(folder) as site:
        writers = {
            f"fr/{path}": each
            for path, each in data.writers(world, "fr", f"{site}fr/").items()
        }
        writers |= data.common(world, site)
        for path in (
            table("provisions"),
            table("provisions_text", "fr"),
            DATABASE,
            f"fr/{written.PATH}",
        ):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(writers[path]())
        yield f"{site}fr/"


@pytest.fixture(scope="module")
def expected(world: Corpus) -> set[tuple[str, str]]:
    """The regions and the place of each provision that holds today, in a text that binds,
    and grants 30 days at least; one that does not bind says so too, and is no answer.
    """
    localizer = Localizer(world, "fr")
    found = {
        (" ".join(world.regions(name)), localizer.reference(name, each.ref))
        for name, model in world.records.items()
        if world.binds(name)
        for each in model.provisions
        if "reflection-period" in each.topics and world.current(each)
        if (each.value or {}).get("days", 0) >= 30
        or (each.value or {}).get("months", 0) >= 1
    }
    assert found, "the small library has no such provision"
    return found


def answered(text: str) -> set[tuple[str, str]]:
    """What a run printed: regions and place, of lines with tabs."""
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
    assert answered(run([sys.executable, "-"], asked("python", base))) == expected


@pytest.mark.skipif(
    not (shutil.which("curl") and shutil.which("jq")), reason="curl or jq is not here"
)
def test_curl_and_jq_answer(base, expected):
    """From the whole corpus as one file."""
    assert answered(run(["bash"], asked("curl", base))) == expected


def test_a_query_answers(base, world, expected, tmp_path):
    """One query to the database; a row a region."""
    file = tmp_path / "compendium.sqlite"
    file.write_bytes(
        gzip.decompress(data.common(world, base.removesuffix("fr/"))[DATABASE]())
    )
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        rows = database.execute(asked("sql", base)).fetchall()
    database.close()
    label = Localizer(world, "fr").label
    assert {(row[0], row[2]) for row in rows} == {
        (label("regions", region), ref)
        for regions, ref in expected
        for region in regions.split()
    }
    assert all(row[-1].startswith(base.removesuffix("fr/")) for row in rows)


def test_a_spreadsheet_answers(world, expected, base):
    """The sheet and the columns that the page names, filtered as it says; former wordings
    stand there too.
    """
    page = next(
        each for each in html.build(world, "fr") if each.address == "data/"
    ).render()
    said = (
        page.partition('id="examples"')[2]
        .partition('id="terms-of-use"')[0]
        .rpartition("<p>")[2]
    )
    topics, topic, days, current, binds = re.findall("<code>(.*?)</code>", said)
    assert (current, binds) == ("current", "binds")
    book = load_workbook(
        io.BytesIO(data.writers(world, "fr", base)[WORKBOOK]()), read_only=True
    )
    sheet = max(
        (each for each in book if each.title in unescape(said)),
        key=lambda each: len(each.title),
    )
    head, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    on_topic = [
        row for row in found if topic in (row[topics] or "") and (row[days] or 0) >= 30
    ]
    kept = [row for row in on_topic if row[current] and row[binds]]
    place = (
        next(each for each in head if each and each.startswith("Où"))
        if "Où" in str(head)
        else "reference"
    )
    assert {(row["regions"], row[place]) for row in kept} == expected
    book.close()


def test_r_answers_or_asks_what_there_is(base, world, expected):
    """Where R is here it is run; in any case each column that it names is one of the
    table.
    """
    text = asked("r", base)
    made = open_data.tables(Phrases(Localizer(world, "fr")))
    columns = {
        column.name
        for each in made
        if each.name == "provisions"
        for column in each.columns
    }
    named = {
        *re.findall(r"provisions\$(\w+)", text),
        *re.findall(r'"(\w+)"', text.rpartition("c(")[2]),
    }
    assert {"topics", "value_days", "regions", "address"} <= named
    assert named <= columns
    assert f'"{base.removesuffix("fr/")}", "data/csv/", name, ".csv"' in text
    if shutil.which("Rscript"):
        printed = run(["Rscript", "-"], text)
        assert all(ref in printed for _, ref in expected)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_shows_the_examples_as_they_are_run(world, language):
    """Letter by letter, left to right, with the address of the language's own data."""
    base = (
        "https://example.org/" if language == "en" else f"https://example.org/{language}/"
    )
    built = html.build(world, language, html.Public(base))
    page = next(each for each in built if each.address == "data/").render()
    shown = re.findall(
        r'<pre class="example" tabindex="0"><code>(.*?)</code></pre>', page, re.DOTALL
    )
    assert list(map(unescape, shown)) == [
        example(each, base, "https://example.org/", language).rstrip("\n")
        for each in EXAMPLES
    ]


# -- what programs look for at known places ----------------------------------------------


@pytest.fixture(scope="module")
def common(world: Corpus) -> dict[str, bytes]:
    """The files that all languages share."""
    return {path: write() for path, write in data.common(world, SITE).items()}


def test_the_data_as_a_whole_is_a_dataset(world, common):
    """The page of the data is about a dataset: each file of its language, and of all,
    that holds everything is there, with its address and its form.
    """
    block = written.dataset(Localizer(world, "fr"), "fr/", SITE)
    said = json.loads(
        block.removeprefix('<script type="application/ld+json">').removesuffix(
            "</script>\n"
        )
    )
    assert (said["@type"], said["@context"]["@base"]) == ("Dataset", SITE)
    assert said["license"] == {"@id": LICENCE_ADDRESS}
    found = {
        each["contentUrl"]["@id"]: each["encodingFormat"] for each in said["distribution"]
    }
    held = {f"fr/{path}" for path in data.writers(world, "fr", f"{SITE}fr/")} | {*common}
    assert {*found} <= held
    assert found["data/compendium.sqlite.gz"] == "application/gzip"
    assert found["fr/data/compendium.json.gz"] == "application/gzip"


def test_the_page_links_what_it_names(common, world):
    """Every file on the page of the data is there, in the folder of its language or at
    the root.
    """
    for language in ("en", "ar"):
        folder = folder_of(language)
        page = next(
            each for each in html.build(world, language) if each.address == "data/"
        ).render()
        hrefs = [part.partition('"')[0] for part in page.split('href="')[1:]]
        linked = {normpath(f"{folder}data/{href}") for href in hrefs if "#" not in href}
        assert {"data/schema/corpus.json", "data/schema/record.json"} <= linked
        own = {f"{folder}{path}" for path in data.writers(world, language)}
        files = {
            each
            for each in linked
            if each.endswith((".json", ".csv", ".xlsx", ".gz", ".ics"))
        }
        assert f"{folder}data/compendium.xlsx" in files
        assert files - own - set(common) == set()
