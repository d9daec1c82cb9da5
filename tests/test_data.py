"""The real records: the one module that reads them. What is asked here holds of any right
record, so that a new one never fails a test; what an editor can do wrong is a rule of
``check``.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from html import unescape
from pathlib import Path

import pairing
import pytest
from editing import data_of, run
from jsonschema import Draft202012Validator

from generators import checks, data, html
from generators.corpus import library
from generators.corpus.addresses import DATABASE
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import clock, latest
from generators.corpus.parties import could_join
from generators.data import schema as data_schema
from generators.data import written
from generators.document.open_data import EXAMPLE
from generators.document.phrases import Phrases
from generators.edit import form, schema
from generators.html.page import Page
from generators.pdf import volumes
from generators.translate.localizer import Localizer
from tests.conftest import PROJECT, TODAY
from tests.test_edit_scripts import changed, walked

STALE = "the schemas are stale: run `compendium schema` and commit schema/"
DATES = ("date", "since", "seen", "due", "in_force", "founded")
PAIRS = (
    *(
        "COD-AGO",
        "CIV-TUN",
        "NGA-ITA",
        "MMR-THA",
        "HND-USA",
        "VEN-PER",
        "MLI-SEN",
        "UGA-KEN",
        "NPL-IND",
    ),
    *(
        "MDG-KWT",
        "BGD-SAU",
        "VEN-ECU",
        "CHN-THA",
        "ETH-SAU",
        "VNM-GBR",
        "ROU-DEU",
        "UKR-POL",
        "HTI-DOM",
    ),
    *("PHL-JPN", "MOZ-ZAF", "SYR-JOR", "IRL-DNK", "UZB-RUS", "BOL-ARG", "NGA-NER-LBY"),
)
"""Ways that practitioners asked about, and others: neighbours and not, in one region and
two.
"""
PUBLIC = volumes.PublicAddresses("https://example.org/", "https://example.org/code")


@cache
def read() -> tuple[Corpus, list]:
    """The corpus of what stands under ``instruments/``, and the problems of reading it. A
    text of today is judged by the clock: it is not in the future because the day of the
    tests is past.
    """
    found, problems = library.read(PROJECT, LANGUAGES)
    return Corpus(found, TODAY, LANGUAGES, latest(TODAY, clock())), problems


@cache
def pages(language: str) -> dict[str, tuple[Page, str]]:
    """Every page of a language with its content, by address."""
    return {
        page.address: (page, page.render()) for page in html.build(read()[0], language)
    }


def text_of(content: str) -> str:
    """What stands on a page, as one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", content)).split())


# -- what was typed ----------------------------------------------------------------------


def test_check_has_nothing_to_say():
    """No record, mechanism, item, list or catalog has a problem, of form or of any rule."""
    corpus, problems = read()
    found = [*problems, *checks.run(corpus)]
    assert [str(problem) for problem in found] == []


def test_no_published_id_is_lost():
    """The records that the site began with stand at their ids, or these lead to where
    they stand now.
    """
    corpus, _ = read()
    aliases = {alias for model in corpus.records.values() for alias in model.aliases}
    lines = (
        (Path(__file__).parent / "data" / "sheet-ids.tsv").read_text("utf-8").splitlines()
    )
    published = {line.split("\t")[1] for line in lines}
    assert published - corpus.records.keys() - aliases == set()


def test_the_committed_schemas_are_those_that_models_and_lists_make():
    """schema/ holds one file a kind, byte for byte as generated."""
    made = {
        f"{kind}.schema.json": schema.text_of(each)
        for kind, each in schema.schemas(read()[0]).items()
    }
    found = {
        file.name: file.read_text("utf-8") for file in (PROJECT / schema.FOLDER).glob("*")
    }
    assert sorted(found) == sorted(made), STALE
    assert [name for name in made if found[name] != made[name]] == [], STALE


def test_the_whole_corpus_as_data_is_what_its_schema_says():
    """In one file: no field is missing, and none that is not described."""
    found = json.loads(gzip.decompress(data.writers(read()[0], "en")[written.PATH]()))
    validator = Draft202012Validator(data_schema.schema(read()[0], "corpus"))
    assert [
        f"{list(each.absolute_path)}: {each.message[:200]}"
        for each in validator.iter_errors(found)
    ] == []


# -- what becomes of it ------------------------------------------------------------------


def unsound(contents: Iterable[tuple[str, str]]) -> list[str]:
    """What is wrong with pages, by address and content: a heading without something to
    read; a tag, character reference or unfilled slot of ours shown as letters; an anchor
    twice; a sign without a name of its own that is not named on its page.
    """
    empty = re.compile(
        r"<h([2-4])[^>]*>(?:(?!</h\1>).)*</h\1>\s*(?:</section>|<h[12]\b)", re.DOTALL
    )
    letters = re.compile(
        r"&lt;/?(?:a|b|bdi|dd|div|h1|i|li|nav|p|span|td|time|ul)[ &]|&amp;[a-z#0-9]+;|\{[nm]\}|\bNone ·"
    )
    faults = []
    for address, content in contents:
        ids = re.findall(r'\bid="([^"]+)"', content)
        named = set(re.findall(r'aria-labelledby="([^"]+)"', content))
        faults += [f"{address}: an empty section"] if empty.search(content) else []
        seen = re.sub(r"(?s)<(script|template)\b.*?</\1>|<[^>]*>", "", content)
        told = (
            letters.findall(seen) if address != "rules/" else []
        )  # it speaks of tags and of braces
        faults += [f"{address}: {each} as letters" for each in told]
        faults += [
            f"{address}: {name} twice"
            for name in {name for name in ids if ids.count(name) > 1}
        ]
        faults += [f"{address}: no {name}" for name in named - set(ids)]
    return faults


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_every_page_is_sound(language):
    """Whatever the records say."""
    assert (
        unsound((address, content) for address, (_, content) in pages(language).items())
        == []
    )


def test_a_record_has_a_page_that_shows_what_it_holds():
    """The page names every provision's article, every step and every source of the
    record, and says of what nobody has checked that it is so.
    """
    corpus, _ = read()
    missing = []
    for name, model in corpus.records.items():
        text = text_of(pages("en")[f"instruments/{name}/"][1])
        foreign = model.language != "en"
        said = [provision.ref for provision in model.provisions]
        said += [source.title for source in model.sources]
        said += [] if foreign else [each.says for each in model.provisions]
        said += [] if foreign else [step.does for step in model.steps]
        missing += [
            f"{name}: {each}" for each in said if " ".join(each.split()) not in text
        ]
        lines = (model, *model.provisions, *model.steps)
        unchecked = any(corpus.confidence_of(name, line) == "recalled" for line in lines)
        if unchecked and "Not checked yet" not in text:
            missing.append(f"{name}: what was not checked")
    assert missing == []


def test_a_state_page_never_reads_absence_as_no():
    """The page of a State ends with what is not recorded here, and names each binding
    text that it could join and whose parties are not listed.
    """
    corpus, _ = read()
    unlisted = [
        name
        for name, model in corpus.records.items()
        if model.binding
        and model.status != "draft"
        and not (model.parties and model.parties.states)
    ]
    for code in corpus.all_states:
        content = pages("en")[f"states/{code.lower()}/"][1]
        gap = content.partition('id="not-recorded"')[2]
        assert gap, code
        missing = [name for name in unlisted if f"instruments/{name}/" not in content]
        assert [name for name in missing if could_join(corpus, name, code)] == [], code


def test_no_rule_of_a_pair_stands_under_a_heading_that_is_not_true_of_it():
    """On the page of two States: under "Binds A, but not B" no rule of a text that binds
    B, or of which nobody knows whether it does; and each text that binds all says since
    when, or of whom that is not known.
    """
    corpus, _ = read()
    ways = [tuple(way.split("-")) for way in PAIRS]
    shown = pairing.shown(corpus, ways)
    assert pairing.untrue(corpus, shown.placed) == []
    for way, days in shown.days.items():
        assert set(days) == set.intersection(
            *(set(corpus.bound_by(state)) for state in way)
        ), way
        assert all(days.values()), way


def test_every_volume_can_be_laid_out():
    """The document of each PDF is plain data, with a title."""
    say = Phrases(Localizer(read()[0], "en"))
    for volume in volumes.volumes(say.corpus):
        if volume != volumes.COMPENDIUM:
            made = volumes.document(say, volume, PUBLIC)
            assert json.loads(json.dumps(made)) == made
            assert made["title"].strip(), volume


# -- the form ----------------------------------------------------------------------------


def test_the_form_opens_every_file_and_changes_one_line():
    """Every file opens, is left as it is where nothing changes, and one date changed is
    one line; the form finds nothing wrong in what ``check`` finds sound.
    """
    corpus, _ = read()
    facts = json.loads(form.writers(corpus, "en", PROJECT, form.Project())[form.FIELDS]())
    same, dated, checked, cleaned = [], [], [], []
    for path in form.paths(corpus).values():
        text = (PROJECT / path).read_text("utf-8")
        data = data_of(text)
        kind = "mechanism" if path.endswith("/mechanism.yml") else data["kind"]
        source = form.source(path, text)
        same.append((text, ("patched", source, data)))
        cleaned.append((data, ("cleaned", data)))
        checked.append(
            (
                "checked",
                {"model": facts["kinds"][kind]["model"], "data": data, "kind": kind},
            )
        )
        if place := next(
            (each for each, _ in walked(data) if each and each[-1] in DATES), None
        ):
            dated.append((text, ("patched", source, changed(data, place, "1999-12"))))
    assert run(*(asked for _, asked in same)) == [text for text, _ in same]
    assert run(*(asked for _, asked in cleaned)) == [data for data, _ in cleaned]
    assert run(*checked, facts=facts) == [[] for _ in checked]
    assert len(dated) > len(same) / 2
    for (text, _), made in zip(dated, run(*(asked for _, asked in dated)), strict=True):
        pairs = list(zip(text.split("\n"), made.split("\n"), strict=True))
        assert sum(one != other for one, other in pairs) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_light(language: str):
    """The fields of a language, compressed as a host sends them."""
    made = form.writers(read()[0], language, PROJECT, form.Project())[form.FIELDS]()
    assert len(gzip.compress(made)) < 60_000


# -- the open data -----------------------------------------------------------------------


def test_the_database_answers():
    """Of the real records: no link leads nowhere, and one query says which regions grant
    at least 30 days of reflection, and where that is written.
    """
    corpus, _ = read()
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(
            gzip.decompress(data.common(corpus, "https://example.org/")[DATABASE]())
        )
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        found = database.execute(EXAMPLE.replace("{language}", "ar")).fetchall()
        assert found
        assert all(
            row[0] and row[2] and row[7].startswith("https://example.org/instruments/")
            for row in found
        )


def test_no_number_to_call_is_old_undated_or_from_a_secondary_page():
    """On no page: each stands in the file of its State with an official page or a report,
    whose day is known and at most five years before; no row without them has a number. An
    emergency number has a rule of its own (``emergency-number``).
    """
    oldest = f"{TODAY.year - 5}{TODAY.isoformat()[4:]}"
    kept = {}
    for code, model in read()[0].contacts.items():
        if model.emergency:
            kept.setdefault(code, set()).add(model.emergency.number)
        for each in model.contacts:
            day = each.page_date.text if each.page_date else ""
            if each.numbers and not each.withdrawn:
                assert each.page in ("official", "report"), (code, each.url)
                assert day, (code, each.url)
                if f"{day}-01-01"[:10] >= oldest:
                    kept.setdefault(code, set()).update(each.numbers)
    shown = {}
    for address, (_, content) in pages("en").items():
        if called := re.findall(r'href="tel:([^"]+)"', content):
            assert address.startswith(("states/", "first-days/")), address
            shown.setdefault(address.split("/")[1].upper(), set()).update(called)
    assert shown == {
        code: {re.sub(r"[^\d+]", "", number) for number in numbers}
        for code, numbers in kept.items()
    }
