"""Citations as reference managers read them: what the browser writes, read back by
others' readers.
"""

from __future__ import annotations

import json
import re
from posixpath import normpath
from typing import Any

import pytest
import rispy
import yaml
from commands import node
from conftest import PROJECT
from pybtex.database import parse_string
from small_records import CONVENTION, small_corpus
from small_records import text as small

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.official_text import seen_official
from generators.data import common, data_file_of_page, writers
from generators.document import citation
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer
from tests.sites import folder_of

BASE = "https://site.example/fr/"
SCRIPT = PROJECT / "overrides/assets/javascripts/answers/cite.js"
RUN = """\
require(process.argv[1]);
const items = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
const { text, placed } = globalThis.compendium.answers.cite;
const forms = ["CSL-JSON", "RIS", "BibTeX"];
const texts = ({ page, ...item }) => forms.map((form) => text(form, placed(item, page)));
process.stdout.write(JSON.stringify(items.map(texts)));
"""
HARD = {
    "id": "alpha-text",
    "type": "treaty",
    "title": r"A & B: 100 % of {what} is \said_ #1 for $5 ~ x^2",
    "author": [{"literal": "Alpha & Beta"}, {"literal": "Society, and Sons"}],
    "issued": {"date-parts": [[2009, 7]], "circa": True},
    "number": "A/RES/55_25",
    "event-place": "Cotonou",
    "accessed": {"date-parts": [[2026, 11, 24]]},
    "page": f"{BASE}instruments/alpha/text/",
}


def written(*items: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any], Any]]:
    """What readers of CSL-JSON, RIS and BibTeX find in what the script makes of each
    item.
    """
    return [
        (
            *json.loads(csl),
            *rispy.loads(ris),
            *parse_string(bibtex, "bibtex").entries.values(),
        )
        for csl, ris, bibtex in node("-e", RUN, SCRIPT, given=items)
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_record_is_cited_in_three_forms_that_say_the_same(
    world: Corpus, language: str
):
    """Title, who adopted it, the official text's address (else that of the page) and the
    day of the data come back out of each.
    """
    phrases = Phrases(Localizer(world, language))
    pages = [f"{BASE}{address(Target('record', name))}" for name in world.records]
    items = [
        {**citation.csl(phrases, name), "page": page}
        for name, page in zip(world.records, pages, strict=True)
    ]
    for name, page, (item, reference, entry) in zip(
        world.records, pages, written(*items), strict=True
    ):
        text = seen_official(world.records[name], language)
        url = text or page
        is_archived = [
            item.get("archive_location") == page,
            reference.get("unknown_tag", {}).get("AV") == [page],
            page in entry.fields["note"],
        ]
        assert is_archived == [bool(text)] * 3
        title = phrases.localizer.title(name).text
        assert item["title"] == reference["title"] == title
        assert entry.fields["title"] == f"{{{title}}}"
        assert item["URL"] == reference["urls"][0] == entry.fields["url"] == url
        adopters = [phrases.localizer.title(each).text for each in world.adopters(name)]
        assert [each["literal"] for each in item.get("author", [])] == adopters
        assert reference.get("authors", []) == adopters
        assert item["accessed"] == {"date-parts": [[2026, 11, 24]]}
        assert (reference["access_date"], entry.fields["urldate"]) == (
            "2026/11/24/",
            "2026-11-24",
        )
        assert entry.type == "misc"


def test_a_citation_has_what_csl_asks_for(world: Corpus):
    """An id and a type of CSL; a day of as many parts as are known; no empty field."""
    types = {"treaty", "legislation", "report", "document"}
    for name in world.records:
        item = citation.csl(Phrases(Localizer(world, "en")), name)
        assert item["type"] in types
        assert re.fullmatch(r"[a-z0-9-]+", item["id"])
        assert all(item.values())
        if day := world.day(name):
            assert len(item["issued"]["date-parts"][0]) == day.text.count("-") + 1


OFFICIAL = """\
text:
  - {url: https://example.org/fr.pdf, publisher: Alpha, language: fr}
  - {url: https://example.org/en.pdf, publisher: Alpha, language: en}
  - {url: https://copy.example/text.pdf, publisher: A copy, copy: true, language: en}
"""


def test_the_official_text_is_cited_and_our_page_is_its_archive(corpus_of):
    """In the sentence, in the item, and in the head of the page; never a copy."""
    corpus = small_corpus(corpus_of, {"alpha/a": small(CONVENTION, keys=OFFICIAL)})
    phrases = Phrases(Localizer(corpus, "en"))
    assert citation.csl(phrases, "alpha/a")["URL"] == "https://example.org/en.pdf"
    (paragraph,) = citation.of_record(phrases, "alpha/a").blocks
    words = letters(paragraph.runs)
    assert "Official text: https://example.org/en.pdf. In: The Dakar Comp" in words
    tags = dict(citation.embedded(phrases, "alpha/a", "https://site.example/a/"))
    assert tags["citation_title"] == "A text"
    assert tags["citation_public_url"] == "https://example.org/en.pdf"
    assert tags["citation_abstract_html_url"] == "https://site.example/a/"


def test_zotero_has_no_treaties_and_reads_a_statute(world: Corpus):
    """What does not bind is a document to it."""
    phrases = Phrases(Localizer(world, "en"))
    for name, kind in (
        ("alpha/convention-2005", "statute"),
        ("alpha/declaration-2009", "document"),
    ):
        assert dict(citation.embedded(phrases, name, ""))["z:itemType"] == kind


def test_only_a_copy_is_no_official_text(corpus_of):
    """Then the page itself is cited."""
    _, copy = OFFICIAL.split("en.pdf, publisher: Alpha, language: en}\n")
    keys = f"text:\n{copy}"
    corpus = small_corpus(corpus_of, {"alpha/a": small(CONVENTION, keys=keys)})
    phrases = Phrases(Localizer(corpus, "en"))
    assert "URL" not in citation.csl(phrases, "alpha/a")
    tags = dict(citation.embedded(phrases, "alpha/a", "https://site.example/a/"))
    assert tags["citation_public_url"] == "https://site.example/a/"


def test_what_is_a_treaty_follows_the_list_of_types_and_what_binds(world: Corpus):
    """A treaty is one to CSL; a text of that type that binds nobody is a document."""
    phrases = Phrases(Localizer(world, "en"))
    treaties = {
        name for name in world.records if citation.csl(phrases, name)["type"] == "treaty"
    }
    listed = world.vocabularies.entries_of("types")
    named = {
        name
        for name, each in world.records.items()
        if listed[each.type].cited_as == "treaty"
    }
    assert "alpha/convention-2005" in treaties
    assert treaties == {name for name in named if world.records[name].binding}


def test_no_sign_of_a_title_means_anything_to_tex():
    """Each special sign is escaped; two authors are two, whatever stands in their names."""
    ((_, _, entry),) = written(HARD)
    assert entry.fields["title"] == (
        r"{A \& B: 100 \% of \{what\} is \textbackslash{}said\_ \#1 for \$5 \textasciitilde{} "
        r"x\textasciicircum{}2}"
    )
    assert [str(each) for each in entry.persons["author"]] == [
        r"{Alpha \& Beta}",
        "{Society, and Sons}",
    ]


def test_a_day_that_nobody_read_is_uncertain_and_no_more_precise_than_known():
    """In CSL, BibTeX and RIS."""
    ((item, reference, entry),) = written(HARD)
    assert item["issued"] == {"date-parts": [[2009, 7]], "circa": True}
    assert (entry.fields["date"], entry.fields["year"]) == ("2009-07?", "2009")
    assert (reference["date"], reference["year"]) == ("2009/07//", "2009")
    assert reference["type_of_reference"] == "LEGAL"


@pytest.mark.parametrize("grade", ["verified", "recalled"])
def test_a_day_of_signature_is_as_sure_as_the_signature(corpus_of, grade: str):
    """Where no day of adoption is known; the sentence and the item say the same."""
    record = (
        "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\n"
        f"confidence: verified\nsources: [{{title: The text, kind: primary}}]\n"
        "adopted: {place: Dakar, confidence: verified}\n"
        f"signature: {{date: 2005-05-03, confidence: {grade}}}\n"
    )
    corpus = corpus_of({"instruments/alpha/plan.yml": record})
    phrases = Phrases(Localizer(corpus, "en"))
    issued = citation.csl(phrases, "alpha/plan")["issued"]
    assert issued["date-parts"] == [[2005, 5, 3]]
    assert ("circa" in issued) == (grade == "recalled")
    (said,) = citation.of_record(phrases, "alpha/plan").blocks
    assert ("Not yet checked" in letters(said.runs)) == (grade == "recalled")


@pytest.mark.parametrize(("language", "root"), [("en", ""), ("fr", "../")])
def test_a_page_names_its_file_of_data(world: Corpus, language: str, root: str):
    """The file is written: codes at the root of the site, lists in the folder of the
    language. A page without data names none.
    """
    folder = folder_of(language)
    paths = {*common(world), *(f"{folder}{path}" for path in writers(world, language))}
    for target in (
        *(Target("record", name) for name in (*world.records, *world.mechanisms)),
        *(Target("topic", code) for code in world.vocabularies.entries_of("topics")),
        *(Target("state", code) for code in world.all_states),
        *(Target("page", name) for name in ("states", "instruments")),
    ):
        found = data_file_of_page(target, root)
        assert found
        assert normpath(f"{folder}{address(target)}{found}") in paths
    assert data_file_of_page(Target("page", "about"), root) is None


def test_the_repository_says_how_it_is_cited():
    """CITATION.cff has what its format asks for, nothing that it does not know, and the
    version of the package.
    """
    found = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    known = set(
        "abstract authors cff-version keywords license message title type version".split()
    )
    assert {"cff-version", "message", "title", "authors"} <= found.keys() <= known
    assert found["cff-version"] == "1.2.0"
    assert found["type"] in ("dataset", "software")
    assert found["authors"] == [{"name": "The maintainers of the Dakar Compendium"}]
    package = (PROJECT / "pyproject.toml").read_text("utf-8")
    assert f'version = "{found["version"]}"' in package
    assert set(found["license"]) == set(
        re.search(r'license = "(.*)"', package)[1].split(" AND ")
    )
