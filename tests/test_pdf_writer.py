"""Blocks and runs for the typesetter: what each becomes, on blocks and runs made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from generators.corpus.addresses import Target
from generators.document.blocks import (
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
    TileMap,
)
from generators.document.chapters import Chapter
from generators.document.runs import (
    DOT,
    Absence,
    Adopters,
    Annotation,
    Avoided,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Sign,
    Strong,
    Text,
    TranslationSign,
)
from generators.pdf import writer
from generators.pdf.writer import PaperWriter

FOLDED = Fold(["gone"], [Paragraph(["f"])])


def parts(*blocks: Any, level: int = 1) -> list:
    return list(PaperWriter("ltr", "： ").parts(blocks, level))


# -- blocks --------------------------------------------------------------------------------------------------


def said(text: str, style: str = "") -> dict:
    """A paragraph."""
    return {"k": "p", "t": [text]} | ({"c": style} if style else {})


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph(["a"]), [said("a")]),
        (Paragraph(["a"], "lead"), [said("a", "lead")]),
        (Paragraph(["a"], "facts"), [said("a", "facts")]),
        (Paragraph(["a"], "note"), [said("a", "src")]),
        (Paragraph(["a"], "number"), [said("a", "num")]),
        (Paragraph(["a"], "cite"), [said("a")]),
        (Facts([Fact(["a"], ["b"])]), [{"k": "facts", "rows": [[["a"], ["b"]]]}]),
        (
            Facts([Fact(["a"], ["b"], [List([Item(["c"], ["d"]), Shared(Item(["e"]))]), FOLDED])]),
            [{"k": "facts", "rows": [[["a"], ["b", DOT, "c", " ", "d", DOT, "e", DOT, "f"]]]}],
        ),
        (
            List([Item(["a"], ["b"], "2005"), Shared(Item(["c"]))]),
            [{"k": "list", "items": [["2005 ", "a", " ", {"t": "b", "k": "src"}], ["c"]], "n": 1}],
        ),
        (List([Item(["a"])], "states"), [{"k": "list", "items": [["a"]], "n": 2}]),
        (List([Item(["a"])], "columns"), [{"k": "list", "items": [["a"]], "n": 2}]),
        (List([Item(["a"])], "topics"), [{"k": "list", "items": [["a"]], "n": 1}]),
        (List([Item(["a"])], "sources"), [{"k": "notes", "items": [["a"]]}]),
        (Shared(Section(["a"], [])), [{"k": "h", "l": 1, "t": ["a"]}]),
        (Fold(["a"], [Section(["b"], [])]), [said("a", "src"), {"k": "h", "l": 1, "t": ["b"]}]),
        (
            Section(["a"], [Section(["b"], [Paragraph(["c"])])]),
            [{"k": "h", "l": 1, "t": ["a"]}, {"k": "h", "l": 2, "t": ["b"]}, said("c")],
        ),
    ],
)  # fmt: skip
def test_a_block_is_written_as_what_it_is(block, written):
    """Its role decides its style and columns; a fold stands open, a section within another a level below."""
    assert parts(block) == written


@pytest.mark.parametrize(
    ("entry", "role", "number"),
    [
        (Entry(["a"]), "provisions", ""),
        (Entry(["a"], number="3"), "steps", "3."),
        (Entry(["a"], number="⇄"), "legend", "⇄"),
    ],
)
def test_an_entry_has_its_number_in_the_margin(entry, role, number):
    """A step by its number, what a legend explains by its mark."""
    written = [{"k": "entries", "items": [{"s": number, "b": [said("a")]}]}]
    assert parts(Entries([entry], role)) == parts(Entries([Shared(entry)], role)) == written


def test_an_entry_says_all_its_lines():
    """Its label; value, sentence and what is said beside in one line; a line for each thing that follows;
    empty ones are left out.
    """
    facts = Facts([Fact(["x"], ["y"]), Fact(["z"], [], [List([Item(["1"]), Item(["2"])])])])
    more = [Fold(["gone"], [facts]), List([Item(["i"], ["j"])]), Paragraph(["k"])]
    (made,) = parts(Entries([Entry(["a"], [["b"], []], ["l"], ["v"], more=more)]))
    assert made["items"][0]["b"] == [
        {"k": "p", "t": [{"t": "l", "k": "b"}]},
        {"k": "p", "t": [{"t": "v", "k": "num"}, DOT, "a", " ", {"t": "b", "k": "src"}]},
        {"k": "p", "t": ["x", "： ", "y", DOT, "z", "： ", "1", DOT, "2"], "c": "src"},
        {"k": "p", "t": ["i", " ", "j"], "c": "src"},
        said("k", "src"),
    ]


# -- tables --------------------------------------------------------------------------------------------------


def rows(*each: Row) -> list:
    (made,) = parts(Table(["C"], [["A"], ["B"]], [Group(["G"], each)], "comparison"))
    assert (made["k"], made["head"], made["groups"][0]["t"]) == ("table", [["A"], ["B"]], ["G"])
    return made["groups"][0]["rows"]


@pytest.mark.parametrize("role", ["comparison", "steps", "duties", "states"])
def test_the_columns_of_a_table_share_its_width(role):
    """Each kind of table has a share for every column that it has, and the shares are whole numbers."""
    (made,) = parts(Table([], [], [], role))
    columns = {"comparison": 3, "steps": 4, "duties": 8, "states": 3}
    assert len(made["w"]) == columns[role]
    assert all(isinstance(share, int) and share > 0 for share in made["w"])


def test_a_row_that_goes_on_says_again_what_it_is_of():
    """The first cell stands in each row, small where it goes on; another cell that goes on is empty."""
    a, b, c = ([Paragraph([letter])] for letter in "abc")
    assert rows(Row([a, b]), Row([None, None]), Row([c, b])) == [
        {"c": [[said("a")], [said("b")]]},
        {"c": [[said("a", "src")], []], "j": True},
        {"c": [[said("c")], [said("b")]]},
    ]
    listed = [List([Item(["x"])])]
    (part,) = parts(*listed)
    assert rows(Row([listed, a]), Row([None, b]))[1] == {"c": [[part], [said("b")]], "j": True}


def test_a_row_of_a_list_of_states_has_a_name():
    """The foot of a page says the first and the last that is on it."""
    (made,) = parts(Table([], [], [Group([], [Row([[Paragraph([Shared(["a"]), "b"])]])])], "states"))
    assert [row["row"] for row in made["groups"][0]["rows"]] == ["ab"]


def test_a_row_with_entries_is_torn_between_them_alone():
    """One row for each entry; the other cells stand beside the first."""
    entries = [Entry(["1"]), Shared(Entry(["2"]))]
    assert rows(Row([[Paragraph(["a"])], [Entries(entries)], [Paragraph(["b"])], None])) == [
        {"c": [[said("a")], [said("1")], [said("b")], []]},
        {"c": [[said("a", "src")], [said("2")], [], []], "j": True},
    ]


@pytest.mark.parametrize("beside", [[Paragraph(["e"])], [Entries([Entry(["e"])])]])
def test_a_section_in_a_cell_stands_at_the_level_of_the_table(beside):
    """Beside entries, and beside anything else."""
    cell = [Section(["s"], [])]
    (row,) = rows(Row([cell, cell, beside]))
    assert row == {"c": [parts(*cell), parts(*cell), [said("e")]]}


# -- documents and chapters ----------------------------------------------------------------------------------


def test_a_document_is_one_line_of_parts():
    """What opens it, what the text says, what stands aside on a page, its other sections; the contents stand
    behind the summary.
    """
    sections = [Section(["b"], [], "summary"), Section(["c"], [], "steps"), Section(["e"], [])]
    document = Document([Section(["a"], [])], sections, [Section(["d"], [])])
    wanted = [{"k": "h", "l": 3, "t": [letter]} for letter in "abcde"]
    assert list(PaperWriter("ltr").document(document, 3)) == wanted
    wanted.insert(2, {"k": "contents"})
    assert list(PaperWriter("ltr").document(document, 3, contents=True)) == wanted


def test_chapters_lead_to_those_that_the_volume_has():
    """Sections stand one level below the title; what leads to the chapter that it stands in leads nowhere."""
    document = Document([Paragraph([Link(["a"], Target("record", "x/y"))])], [Section(["b"], [])])
    made = [
        Chapter(1, ["a"], document, Target("record", "x/y")),
        Chapter(2, ["a"], document, Target("page", "x")),
    ]
    address = "instruments/x/y/"
    assert list(PaperWriter("ltr", targets={address}).chapters(made)) == [
        writer.chapter(1, ["a"], address),
        said("a"),
        {"k": "h", "l": 2, "t": ["b"]},
        writer.chapter(2, ["a"]),
        {"k": "p", "t": [{"t": "a", "to": address, "page": True}]},
        {"k": "h", "l": 3, "t": ["b"]},
    ]


def test_the_heading_of_a_topic_is_found_by_the_index():
    """By its address, in a volume of several chapters; the heading itself leads nowhere."""
    section = Section([Shared([Link(["a"], Target("topic", "b"))])], [])
    assert [*PaperWriter("ltr", targets={"topics/b/"}).parts([section], 1)] == [
        {"k": "h", "l": 1, "t": [{"t": "a"}], "id": "topics/b/"}
    ]
    assert parts(section) == [{"k": "h", "l": 1, "t": ["a"]}]


def test_what_leads_nowhere_on_paper_is_left_out():
    """Doors to other pages, and a map with its key."""
    assert parts(Paragraph(["a"], "doors"), TileMap(["b"], [], [])) == []


def test_a_chapter_is_a_heading_that_the_contents_name():
    """It has an anchor where something leads to it."""
    assert writer.chapter(1, ["a"]) == {"k": "h", "l": 1, "t": ["a"], "chapter": True}
    assert writer.chapter(2, ["a"], "x") == {"k": "h", "l": 2, "t": ["a"], "chapter": True, "id": "x"}
    assert writer.section(iter([said("a")])) == {"landscape": False, "parts": [said("a")]}
    assert writer.section([], landscape=True) == {"landscape": True, "parts": []}


# -- runs ----------------------------------------------------------------------------------------------------

OBLIGATION = Sign("strengths", "obligation", "●", "Must")
UNCHECKED = Sign("confidences", "recalled", "?", "Not checked yet")
ADDRESS = "https://e.org/"
PLAN = {"to": "instruments/alpha/plan/"}
OUT = {"t": ADDRESS, "url": ADDRESS, "k": "ref"}


def line(*runs: Any) -> list:
    return PaperWriter("ltr", targets={"instruments/alpha/plan/", "topics/return/"}).runs(runs)


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("a", ["a"]),
        (Text("a", "fr"), [{"t": "a", "l": "fr", "d": "ltr"}]),
        (Text("a", "ar"), [{"t": "a", "l": "ar", "d": "rtl"}]),
        (Text("AC", "zxx"), ["AC"]),
        (Reference("12(1)"), ["12(1)"]),
        (OBLIGATION, ["Must"]),
        (UNCHECKED, [{"t": "Not checked yet", "k": "warn"}]),
        (TranslationSign("unreviewed", "fr", "w"), ["\u00a0", {"t": "⇄", "k": "mark"}]),
        (TranslationSign("stale", "en", "w"), ["\u00a0", {"t": "en", "k": "mark"}]),
        (Strong(["a"]), [{"t": "a", "k": "b"}]),
        (Emphasis(["a"]), [{"t": "a", "k": "i"}]),
        (Annotation(["a"]), [{"t": "a", "k": "src"}]),
        (Avoided(["a"]), [{"t": "a", "k": "s"}]),
        (Adopters(["a"]), [{"t": "a", "k": "b"}]),
        (Annotation([Emphasis(["a"]), Text("b", "fr")]), [
            {"t": "a", "k": "i"}, {"t": "b", "l": "fr", "d": "ltr", "k": "src"}]),
        (Absence(silent=True), ["—"]),
        (Absence(silent=False), []),
        (Absence(True, "no"), ["no"]),
        (Absence(False, "no"), ["no"]),
        (Link(["a"], Target("record", "alpha/plan")), [{"t": "a", **PLAN, "page": True}]),
        (Link(["a", "b"], Target("record", "alpha/plan", "art-3")), [
            {"t": "a", **PLAN}, {"t": "b", **PLAN, "page": True}]),
        (Link([Text("a", "fr")], Target("record", "alpha/plan")), [
            {"t": "a", "l": "fr", "d": "ltr", **PLAN, "page": True}]),
        (Link(["a"], Target("topic", "return")), [{"t": "a", "to": "topics/return/"}]),
        (Link(["a"], Target("state", "BEN")), [{"t": "a", "mark": "states/ben/"}]),
        (Link(["a"], Target("record", "alpha/other")), ["a"]),
        (Link(["a"], Target("topic", "alpha/plan")), ["a"]),
        (Outside(["a"], ADDRESS), ["a", " ", OUT]),
        (Outside([Reference(ADDRESS)], ADDRESS), [OUT]),
        (Outside([Reference("x")], ADDRESS), ["x", " ", OUT]),
        (Outside([Reference(ADDRESS), "b"], ADDRESS), [ADDRESS, "b", " ", OUT]),
        (Outside([ADDRESS], ADDRESS), [ADDRESS, " ", OUT]),
        (Shared(["a", Strong(["b"])]), ["a", {"t": "b", "k": "b"}]),
    ],
)  # fmt: skip
def test_a_run_is_written_as_what_it_is(run, written):
    """A strength and a confidence are words, a link its chapter (of a text with the page) or its address; a
    State is marked for the index.
    """
    assert line(run) == written


def test_a_place_keeps_its_order_in_a_line_from_the_right():
    """It is set apart there, and is plain text elsewhere."""
    assert PaperWriter("rtl").runs([Reference("12(1)")]) == [{"t": "12(1)", "k": "ref"}]
