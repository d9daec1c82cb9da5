"""Which texts are translated, and what a translator reads of their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from translating import RECORD, catalog, project, updated, write

from generators.corpus.loading import open_corpus
from generators.translate import units


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    return project(tmp_path)


def test_every_prose_text_has_its_place(root: Path) -> None:
    """Texts come in the order of files and fields, each with file stem and path of keys,
    where a line of a list is named by its reference; references and codes are none.
    """
    corpus, _ = open_corpus(root)
    places = [(unit.place, unit.text) for unit in units.extract(corpus)["body"]]
    assert places == [
        ("mechanism name", "The Body"),
        ("trade-2009 title", "Convention on Trade"),
        ("trade-2009 short_title", "Trade Convention"),
        ("trade-2009 summary", "In short."),
        ("trade-2009 provisions.art-1.says", "Within 30 days."),
        ("trade-2009 provisions.art-2.says", "With a guardian."),
    ]


SOP = """\
kind: sop
type: procedures
title: Procedures
status: adopted
binding: false
parties: {states: [{state: BEN, note: Not for its islands.}]}
steps:
  - {stage: return, ref: Section 1, does: Ask first., time_limit: at once}
  - {stage: return, ref: Section 1, does: Write it down.}
  - {id: sign, stage: return, ref: Section 1, does: Sign it.}
objectives:
  - {says: Help.}
confidence: recalled
"""


def test_a_line_is_named_by_what_it_says_of_itself(root: Path) -> None:
    """In places a line has its id, its State, else its reference; lines that nothing
    tells apart have one place together.
    """
    write(root, "instruments/body/sop.yml", SOP)
    corpus, _ = open_corpus(root)
    places = [
        unit.place
        for unit in units.extract(corpus)["body"]
        if unit.place.startswith("sop ")
    ]
    assert places == [
        "sop title",
        "sop parties.states.BEN.note",
        "sop steps.section-1.does",
        "sop steps.section-1.time_limit",
        "sop steps.section-1.does",
        "sop steps.sign.does",
        "sop objectives.says",
    ]
    terms = [unit.place for unit in units.extract(corpus)["vocabulary"]]
    assert terms == [
        "terms title",
        "terms definition",
        "terms entries.return.label",
        "terms entries.return.definition",
    ]


def test_a_published_title_is_translated_by_nobody(root: Path) -> None:
    """A title goes only into the languages in which it was not published; and a short
    title into those in which no short one was, for it is the headline everywhere.
    """
    updated(root)
    assert "Convention on Trade" not in catalog(root, "instruments/body/fr.po")
    assert "Convention on Trade" in catalog(root, "instruments/body/ru.po")
    assert "Trade Convention" in catalog(root, "instruments/body/fr.po")
    assert "Trade Convention" not in catalog(root, "instruments/body/ru.po")


def test_vocabulary_texts_stand_under_their_list(root: Path) -> None:
    """In vocabulary/ the list is the context; the label of a term is left to its forms,
    where it has one in the language.
    """
    updated(root)
    fr, ru = (
        catalog(root, f"instruments/vocabulary/{language}.po")
        for language in ("fr", "ru")
    )
    assert {entry.msgctxt for entry in fr.values()} == {"terms"}
    assert list(fr) == ["Terms", "Vocabularies.", "Going home."]
    assert "return" in ru


def test_a_catalog_holds_no_text_of_its_own_language(root: Path) -> None:
    """en.po is written only where a file is not in English, and then holds that file's
    texts alone.
    """
    updated(root)
    assert not (root / "instruments/body/en.po").exists()
    write(
        root,
        "instruments/body/autre.yml",
        RECORD.replace("type:", "language: fr\ntype:", 1).replace(
            "In short.", "En bref."
        ),
    )
    updated(root)
    assert "En bref." in catalog(root, "instruments/body/en.po")
    assert "En bref." not in catalog(root, "instruments/body/fr.po")


def test_a_text_said_twice_is_one_entry(root: Path) -> None:
    """The same text in two places of a folder is translated once, with both places beside
    it.
    """
    write(
        root,
        "instruments/body/trade-2009.yml",
        RECORD.replace("With a guardian.", "Within 30 days."),
    )
    updated(root)
    assert (
        catalog(root, "instruments/body/fr.po")["Within 30 days."].comment
        == "trade-2009 provisions.art-1.says — provisions, Art. 1: says — "
        "fr/instruments/body/trade-2009/#art-1\ntrade-2009 provisions.art-2.says — "
        "provisions, Art. 2: says — fr/instruments/body/trade-2009/#art-2"
    )
