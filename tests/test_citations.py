"""Citations as reference managers read them: what we write, read back by others' readers."""

from __future__ import annotations

import json
import re

import pytest
import rispy
import yaml
from conftest import LANGUAGES, PROJECT, TODAY
from pybtex.database import parse_string

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.data import beside, citations, writers
from generators.data.citations import Cited, bibtex, csl, ris
from generators.document import citation
from generators.document.phrases import Phrases
from generators.document.runs import Sign
from generators.text import partial_dates
from generators.translate.localizer import Localizer

BASE = "https://site.example/fr/"
HARD = Cited(
    id="alpha-text",
    kind="treaty",
    title=r"A & B: 100 % of {what} is \said_ #1 for $5 ~ x^2",
    language="en",
    authors=("Alpha & Beta", "Society, and Sons"),
    day=partial_dates.parse("2009-07"),
    uncertain=True,
    number="A/RES/55_25",
    place="Cotonou",
    url=f"{BASE}instruments/alpha/text/",
    seen=TODAY,
    source="Dakar Compendium",
    note="Confidence: read",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_record_is_cited_in_three_forms_that_say_the_same(world: Corpus, language: str):
    """Title, who adopted it, day, address and the day of the data come back out of each."""
    phrases = Phrases(Localizer(world, language))
    made = {path: write() for path, write in citations.writers(phrases, BASE)}
    assert len(made) == 3 * len(world.records)
    for name in world.records:
        folder = address(Target("record", name))
        told = citations.cited(phrases, name, BASE)
        (item,) = json.loads(made[f"{folder}citation.json"])
        (reference,) = rispy.loads(made[f"{folder}citation.ris"].decode())
        (entry,) = parse_string(made[f"{folder}citation.bib"].decode(), "bibtex").entries.values()
        title = phrases.localizer.title(name).text
        assert item["title"] == reference["title"] == title
        assert entry.fields["title"] == f"{{{title}}}"
        assert item["URL"] == reference["urls"][0] == entry.fields["url"] == f"{BASE}{folder}"
        assert [each["literal"] for each in item["author"]] == reference["authors"] == list(told.authors)
        assert item["accessed"] == {"date-parts": [[2026, 11, 24]]}
        assert (reference["access_date"], entry.fields["urldate"]) == ("2026/11/24/", "2026-11-24")
        assert entry.type == "misc"


def test_a_citation_has_what_csl_asks_for(world: Corpus):
    """An id and a type of CSL; a day of as many parts as are known; no empty field."""
    types = {"treaty", "legislation", "report", "document"}
    for name in world.records:
        (item,) = json.loads(csl(citations.cited(Phrases(Localizer(world, "en")), name, BASE)))
        assert item["type"] in types
        assert re.fullmatch(r"[a-z0-9-]+", item["id"])
        assert all(item.values())
        if day := world.day(name):
            assert len(item["issued"]["date-parts"][0]) == day.text.count("-") + 1


def test_what_is_a_treaty_follows_the_list_of_types_and_what_binds(world: Corpus):
    """A treaty is one to CSL; a text of that type that binds nobody is a document."""
    phrases = Phrases(Localizer(world, "en"))
    treaties = {name for name in world.records if citations.cited(phrases, name, "").kind == "treaty"}
    listed = world.vocabularies.of("types")
    named = {name for name, each in world.records.items() if listed[each.type].cited_as == "treaty"}
    assert "alpha/convention-2005" in treaties
    assert treaties == {name for name in named if world.records[name].binding}


def test_no_sign_of_a_title_means_anything_to_tex():
    """Each special sign is escaped; two authors are two, whatever stands in their names."""
    (entry,) = parse_string(bibtex(HARD), "bibtex").entries.values()
    assert entry.fields["title"] == (
        r"{A \& B: 100 \% of \{what\} is \textbackslash{}said\_ \#1 for \$5 \textasciitilde{} "
        r"x\textasciicircum{}2}"
    )
    assert [str(each) for each in entry.persons["author"]] == [r"{Alpha \& Beta}", "{Society, and Sons}"]


def test_a_day_that_nobody_read_is_uncertain_and_no_more_precise_than_known():
    """In CSL, BibTeX and RIS."""
    (item,) = json.loads(csl(HARD))
    assert item["issued"] == {"date-parts": [[2009, 7]], "circa": True}
    (entry,) = parse_string(bibtex(HARD), "bibtex").entries.values()
    assert (entry.fields["date"], entry.fields["year"]) == ("2009-07?", "2009")
    (reference,) = rispy.loads(ris(HARD))
    assert (reference["date"], reference["year"]) == ("2009/07//", "2009")
    assert reference["type_of_reference"] == "LEGAL"


@pytest.mark.parametrize("grade", ["verified", "recalled"])
def test_a_day_of_signature_is_as_sure_as_the_signature(corpus_of, grade: str):
    """Where no day of adoption is known; the page and the files say the same."""
    record = (
        "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\n"
        f"confidence: verified\nsources: [{{title: The text, kind: primary}}]\n"
        "adopted: {place: Dakar, confidence: verified}\n"
        f"signature: {{date: 2005-05-03, confidence: {grade}}}\n"
    )
    corpus = corpus_of({"instruments/alpha/plan.yml": record})
    phrases = Phrases(Localizer(corpus, "en"))
    cited = citations.cited(phrases, "alpha/plan", BASE)
    assert (cited.day.text, cited.uncertain) == ("2005-05-03", grade == "recalled")
    (said,) = citation.of_record(phrases, "alpha/plan").blocks
    signs = [run.code for run in said.runs if isinstance(run, Sign)]
    assert signs == (["recalled"] if grade == "recalled" else [])


def test_a_page_names_the_files_beside_it(world: Corpus):
    """Each of them is written; a page without data names none."""
    paths = {*writers(world, "en")}
    for target in (
        *(Target("record", name) for name in (*world.records, *world.mechanisms)),
        *(Target("topic", code) for code in world.vocabularies.of("topics")),
        *(Target("state", code) for code in world.all_states),
        *(Target("page", name) for name in ("states", "instruments")),
    ):
        found = beside(world, target)
        assert found
        assert {f"{address(target)}{name}" for name in found} <= paths
    assert beside(world, Target("page", "about")) == {}


def test_the_repository_says_how_it_is_cited():
    """CITATION.cff has what its format asks for, nothing that it does not know, and the version of the
    package.
    """
    found = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    known = {
        "abstract",
        "authors",
        "cff-version",
        "keywords",
        "license",
        "message",
        "title",
        "type",
        "version",
    }
    assert {"cff-version", "message", "title", "authors"} <= found.keys() <= known
    assert found["cff-version"] == "1.2.0"
    assert found["type"] in ("dataset", "software")
    assert found["authors"] == [{"name": "The maintainers of the Dakar Compendium"}]
    package = (PROJECT / "pyproject.toml").read_text("utf-8")
    assert f'version = "{found["version"]}"' in package
    assert set(found["license"]) == set(re.search(r'license = "(.*)"', package)[1].split(" AND "))
