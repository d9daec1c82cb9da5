"""The real corpus: every record is read, checked and shown; every fact sheet became a record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators import html
from generators.corpus import comparisons
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.library import read
from tests.conftest import PROJECT, TODAY

_LIBRARY, _PROBLEMS = read(PROJECT, LANGUAGES)
CORPUS = Corpus(_LIBRARY, TODAY, LANGUAGES)
ENGLISH = {page.address: page for page in html.build(CORPUS, "en")}


@pytest.mark.parametrize("name", sorted(CORPUS.records))
def test_a_record_has_a_page_that_shows_what_it_holds(name):
    """The page names every provision's article, every step and every source of the record."""
    model = CORPUS.records[name]
    html = ENGLISH[f"instruments/{name}/"].render()
    text = (
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
        .replace("&#39;", "'")
        .replace("&#34;", '"')
        .replace("&amp;", "&")
    )
    for provision in model.provisions:
        assert provision.ref in text
        assert " ".join(provision.says.split()) in text
    for step in model.steps:
        assert " ".join(step.does.split()) in text
    for source in model.sources:
        assert " ".join(source.title.split()) in text
    assert ("Not yet checked against the text" in text) == any(
        CORPUS.confidence_of(name, line) == "recalled" for line in (model, *model.provisions, *model.steps)
    )


@pytest.mark.parametrize("code", CORPUS.all_states)
def test_a_state_page_never_reads_absence_as_no(code):
    """The page of a State ends with what is not recorded here, and names each binding text whose parties are
    not listed.
    """
    html = ENGLISH[f"states/{code.lower()}/"].render()
    gap = html.partition('id="not-recorded"')[2]
    assert gap
    bound = {each.record for each in CORPUS.adherences.get(code, ())}
    for name, model in CORPUS.records.items():
        if (
            model.binding
            and not (model.parties and model.parties.states)
            and model.status != "draft"
            and name not in bound
        ):
            assert f"instruments/{name}/" in html


def test_the_corpus_can_be_read_without_a_problem():
    """No file under instruments/ has a problem of form."""
    assert list(map(str, _PROBLEMS)) == []


def test_every_fact_sheet_became_a_record():
    """226 ids in, 226 records out, none twice, each at the address that the rule of ids gives it."""
    rows = [
        line.split("\t")
        for line in (Path(__file__).parent / "data" / "sheet-ids.tsv").read_text("utf-8").splitlines()
    ]
    assert len(rows) == len({record for _, record in rows}) == 226
    assert {record for _, record in rows} <= CORPUS.records.keys()
    for sheet, record in rows:
        mechanism, _, name = record.partition("/")
        assert name == sheet.removeprefix(f"{mechanism}-")


def test_no_page_has_an_empty_section():
    """A heading is followed by something to read."""
    empty = re.compile(r"<h([2-4])[^>]*>(?:(?!</h\1>).)*</h\1>\s*(?:</section>|<h[12]\b)", re.DOTALL)
    assert [address for address, page in ENGLISH.items() if empty.search(page.render())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_of_ours_is_escaped(language):
    """No page shows a tag as letters: records hold none, so one that shows was escaped by mistake."""
    tag = re.compile(r"&lt;/?(?:a|p|i|b|bdi|span|div|li|ul|nav|h1)[ &]")
    assert [page.address for page in html.build(CORPUS, language) if tag.search(page.render())] == []


def test_ids_on_a_page_are_unique():
    """No anchor stands twice on one page."""
    for address, page in ENGLISH.items():
        ids = re.findall(r'\bid="([^"]+)"', page.render())
        assert len(ids) == len(set(ids)), address


def test_every_sign_is_named_on_its_page():
    """Wherever a sign stands that has no name of its own, the page holds the words that name it."""
    for page in html.build(CORPUS, "fr"):
        text = page.render()
        for name in set(re.findall(r'aria-labelledby="([^"]+)"', text)):
            assert text.count(f'id="{name}"') == 1, (page.address, name)


def test_a_record_says_when_its_sources_were_last_read():
    """The newest of the days on which a source was read stands beside the next review; where no day is
    recorded nothing is said.
    """
    for name, model in CORPUS.records.items():
        seen = sorted(source.seen.text for source in model.sources if source.seen)
        found = re.search(
            r"Sources last read</dt><dd><time datetime=\"([^\"]+)\"", ENGLISH[f"instruments/{name}/"].render()
        )
        assert (found and found[1]) == (seen[-1] if seen else None), name


def test_the_reflection_period_shows_what_the_sheets_hold():
    """CETS 197 gives 30 days, Directive 2004/81/EC and the OSCE plan speak on it, and no cell is invented."""
    found = comparisons.topic(CORPUS, "reflection-period")
    rows = {row.record: row for row in found.rows}
    assert {"coe/convention-197", "eu/directive-2004-81", "osce/action-plan-2003"} <= rows.keys()
    assert any(placed.provision.value == {"days": 30} for placed in rows["coe/convention-197"].cells)


def test_assistance_shows_five_systems_side_by_side():
    """CETS 197, Directive 2011/36/EU, ACTIP, the ECOWAS policy and the Arab protocol each have a row on
    assistance.
    """
    rows = {row.record for row in comparisons.topic(CORPUS, "assistance").rows}
    assert rows >= {
        "coe/convention-197",
        "eu/directive-2011-36",
        "asean/actip",
        "ecowas/victim-policy-2009",
        "las/protocol-2019",
    }
