"""The terms as a glossary for translators' tools."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from generators.data import tables


@pytest.fixture
def corpus(library_folder: Callable[..., Any], corpus_of: Callable[..., Any]) -> Any:
    """The base library, with its two terms."""
    return corpus_of()


def test_it_has_forms_and_forms_to_avoid(corpus: Any) -> None:
    """One row a form, with its source; what is said to editors of a form to avoid is not published."""
    text = tables.glossary(corpus)[tables.GLOSSARY]().decode("utf-8-sig")
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
