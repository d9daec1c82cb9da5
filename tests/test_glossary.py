"""The terms as a glossary for translators' tools."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from generators.data import glossary

NS = {"t": "urn:iso:std:iso:30042:ed-2"}
XML = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def corpus(library_folder: Callable[..., Any], corpus_of: Callable[..., Any]) -> Any:
    """The base library, with its two terms."""
    return corpus_of()


def test_tbx_has_forms_and_forms_to_avoid(corpus: Any) -> None:
    """Valid XML in the frame of TBX-Basic; each language says what to use and what not."""
    tree = ElementTree.fromstring(glossary.common(corpus)[glossary.TBX]())
    assert (tree.tag, tree.get("type"), tree.get("style")) == (f"{{{NS['t']}}}tbx", "TBX-Basic", "dca")
    concept = tree.find(".//t:conceptEntry[@id='compensation']", NS)
    said = {
        section.get(XML): [
            (each.findtext("t:term", None, NS), each.findtext("t:termNote", None, NS))
            for each in section.iterfind("t:termSec", NS)
        ]
        for section in concept.iterfind("t:langSec", NS)
    }
    assert said["fr"] == [
        ("indemnisation", "preferredTerm-admn-sts"),
        ("compensation", "deprecatedTerm-admn-sts"),
    ]
    assert said["zh"] == [("赔偿", "preferredTerm-admn-sts"), ("补贴", "deprecatedTerm-admn-sts")]
    assert all(section for section in said.values())
    ids = [each.get("id") for each in tree.iterfind(".//t:conceptEntry", NS)]
    assert ids == list(corpus.vocabularies.of("terms"))


def test_csv_says_the_same(corpus: Any) -> None:
    """One row a form, with its source; what is said to editors of a form to avoid is not published."""
    text = glossary.common(corpus)[glossary.CSV]().decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["id"] == "compensation"]
    assert [(row["language"], row["term"], row["status"]) for row in rows if row["language"] == "fr"] == [
        ("fr", "indemnisation", "preferred"),
        ("fr", "compensation", "avoid"),
    ]
    english = next(row for row in rows if row["language"] == "en")
    assert english["definition"]
    assert english["definition_unreviewed"] == "false"
    assert {row["source_address"] for row in rows if row["language"] == "fr"} == {
        "https://example.org/fr",
        "",
    }
    assert "accountants" not in text
