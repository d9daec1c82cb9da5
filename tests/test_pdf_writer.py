"""Blocks and runs for the typesetter: the parts of some volumes of the small library, in ``golden/paper``
(``--update`` writes them anew: read the difference), and on runs made by hand what these volumes do not have.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from generators.corpus.addresses import Target
from generators.document.blocks import (
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import (
    DOT,
    Absence,
    Annotation,
    Avoided,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Strong,
    Text,
    TranslationSign,
)
from generators.pdf import volumes
from generators.pdf.writer import PaperWriter
from generators.translate.localizer import Localizer

PUBLIC = volumes.Public("https://example.org/", "https://example.org/code")
VOLUMES = {
    "record": "records/alpha/convention-2005",
    "procedures": "records/alpha/sop-2016",
    "topic-ar": "topics/reflection-period",
    "stage": "pathway/identification",
    "state": "states/ben",
    "mechanism": "mechanisms/alpha",
}
"""Volumes that have nearly every kind of block between them; what ends in a language is in that language."""


@pytest.mark.parametrize("name", VOLUMES)
def test_the_parts_of_a_volume_are_as_they_are_kept(world, name, golden):
    """What the typesetter is given: the volume, and each part of its sections in a line of its own."""
    phrases = Phrases(Localizer(world, "ar" if name.endswith("-ar") else "en"))
    document = volumes.document(phrases, VOLUMES[name], PUBLIC)
    lines = [{**document, "sections": len(document["sections"])}]
    for section in document["sections"]:
        lines += [{**section, "parts": len(section["parts"])}, *section["parts"]]
    made = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    golden(f"paper/{name}.jsonl", made)


def parts(*blocks: Any) -> list:
    return list(PaperWriter("ltr", "： ").parts(blocks, 1))


def test_a_fold_beside_a_fact_or_an_entry_stands_open():
    """Without its summary, for what it says follows."""
    fold = Fold(["gone"], [Paragraph(["f"])])
    (facts,) = parts(Facts([Fact(["a"], ["b"], [fold])]))
    assert facts["rows"] == [[["a"], ["b", DOT, "f"]]]
    (entries,) = parts(Entries([Entry(["a"], more=[fold])]))
    assert entries["items"][0]["b"][1:] == [{"k": "p", "t": ["f"], "c": "src"}]


@pytest.mark.parametrize(("role", "columns"), [("comparison", 3), ("steps", 4), ("duties", 8), ("states", 3)])
def test_the_columns_of_a_table_share_its_width(role, columns):
    """Each kind of table has a share for every column that it has, and the shares are whole numbers."""
    (made,) = parts(Table([], [], [], role))
    assert len(made["w"]) == columns
    assert all(isinstance(share, int) and share > 0 for share in made["w"])


def test_a_row_of_a_list_of_states_has_a_name():
    """The foot of a page says the first and the last that is on it."""
    (made,) = parts(Table([], [], [Group([], [Row([[Paragraph([Shared(["a"]), "b"])]])])], "states"))
    assert [row["row"] for row in made["groups"][0]["rows"]] == ["ab"]


def test_the_heading_of_a_topic_is_found_by_the_index():
    """By its address, in a volume of several chapters; the heading itself leads nowhere."""
    section = Section([Shared([Link(["a"], Target("topic", "b"))])], [])
    assert [*PaperWriter("ltr", targets={"topics/b/"}).parts([section], 1)] == [
        {"k": "h", "l": 1, "t": [{"t": "a"}], "id": "topics/b/"}
    ]
    assert parts(section) == [{"k": "h", "l": 1, "t": ["a"]}]


ADDRESS = "https://e.org/"
PLAN = {"to": "instruments/alpha/plan/"}
OUT = {"t": ADDRESS, "url": ADDRESS, "k": "ref"}


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Text("a", "ar"), [{"t": "a", "l": "ar", "d": "rtl"}]),
        (Text("AC", "zxx"), ["AC"]),
        (TranslationSign("stale", "en", "w"), ["\u00a0", {"t": "en", "k": "mark"}]),
        (Avoided(["a"]), [{"t": "a", "k": "s"}]),
        (Annotation([Emphasis(["a"]), Text("b", "fr")]), [
            {"t": "a", "k": "i"}, {"t": "b", "l": "fr", "d": "ltr", "k": "src"}]),
        (Absence(silent=True), ["—"]),
        (Absence(silent=False), []),
        (Absence(True, "no"), ["no"]),
        (Link(["a", "b"], Target("record", "alpha/plan", "art-3")), [
            {"t": "a", **PLAN}, {"t": "b", **PLAN, "page": True}]),
        (Link(["a"], Target("topic", "return")), [{"t": "a", "to": "topics/return/"}]),
        (Link(["a"], Target("record", "alpha/other")), ["a"]),
        (Outside([Reference(ADDRESS)], ADDRESS), [OUT]),
        (Outside([Reference(ADDRESS), "b"], ADDRESS), [ADDRESS, "b", " ", OUT]),
        (Shared(["a", Strong(["b"])]), ["a", {"t": "b", "k": "b"}]),
    ],
)  # fmt: skip
def test_a_run_is_written_as_what_it_is(run, written):
    """A link is its chapter (of a text with the page) or its address; what leads nowhere is its words."""
    assert PaperWriter("ltr", targets={"instruments/alpha/plan/", "topics/return/"}).runs([run]) == written


def test_a_place_keeps_its_order_in_a_line_from_the_right():
    """It is set apart there, and is plain text elsewhere."""
    assert PaperWriter("rtl").runs([Reference("12(1)")]) == [{"t": "12(1)", "k": "ref"}]
