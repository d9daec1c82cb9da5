"""Blocks for the typesetter: what each becomes, on blocks made by hand."""

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
)
from generators.document.chapters import Chapter
from generators.document.runs import DOT, Shared, Sign
from generators.pdf import writer
from generators.pdf.writer import PaperWriter

OBLIGATION = Sign("strengths", "obligation", "●", "Obligation")
VERIFIED = Sign("confidences", "verified", "✓", "Verified")
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
    ("entry", "role", "sign"),
    [
        (Entry(["a"]), "provisions", ""),
        (Entry(["a"], sign=OBLIGATION), "provisions", "1"),
        (Entry(["a"], sign=OBLIGATION._replace(code="new")), "provisions", "5"),
        (Entry(["a"], sign=VERIFIED), "legend", "✓"),
        (Entry(["a"], number="3"), "steps", "3."),
        (Entry(["a"], number="⇄"), "legend", "⇄"),
    ],
)
def test_an_entry_has_its_sign_or_number_in_the_margin(entry, role, sign):
    """A strength by the number of its drawing, another sign by its shape, a step by its number."""
    written = [{"k": "entries", "items": [{"s": sign, "b": [said("a")]}]}]
    assert parts(Entries([entry], role)) == parts(Entries([Shared(entry)], role)) == written


def test_an_entry_says_all_its_lines():
    """Label, value, sentence, what is said beside, what follows: a line each; empty ones are left out."""
    facts = Facts([Fact(["x"], ["y"]), Fact(["z"], [], [List([Item(["1"]), Item(["2"])])])])
    more = [Fold(["gone"], [facts]), List([Item(["i"], ["j"])]), Paragraph(["k"])]
    (made,) = parts(Entries([Entry(["a"], [["b"], []], ["l"], ["v"], more=more)]))
    assert made["items"][0]["b"] == [
        {"k": "p", "t": [{"t": "l", "k": "b"}]},
        said("v", "num"),
        said("a"),
        said("b", "src"),
        {"k": "p", "t": ["x", "： ", "y", DOT, "z", "： ", "1", DOT, "2"], "c": "src"},
        {"k": "p", "t": ["i", " ", "j"], "c": "src"},
        said("k", "src"),
    ]


# -- tables --------------------------------------------------------------------------------------------------


def rows(*each: Row) -> list:
    (made,) = parts(Table(["C"], [["A"], ["B"]], [Group(["G"], each)], "states"))
    assert (made["k"], made["head"], made["groups"][0]["t"]) == ("table", [["A"], ["B"]], ["G"])
    return made["groups"][0]["rows"]


@pytest.mark.parametrize("role", ["comparison", "steps", "duties", "states", "provisions"])
def test_the_columns_of_a_table_share_its_width(role):
    """Each kind of table has a share for every column that it has, and the shares are whole numbers."""
    (made,) = parts(Table([], [], [], role))
    columns = {"comparison": 3, "steps": 4, "duties": 8, "states": 3, "provisions": 2}
    assert len(made["w"]) == columns[role]
    assert all(isinstance(share, int) and share > 0 for share in made["w"])


def test_what_a_text_says_has_more_room_than_its_name():
    """Where a table has the names of texts and their sentences, the sentences have most of its width."""
    (made,) = parts(Table([], [], [], "provisions"))
    name, sentence = made["w"]
    assert sentence > 2 * name


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


def test_a_row_with_entries_is_torn_between_them_alone():
    """One row for each entry, with its sign before it; the other cells stand beside the first."""
    entries = [Entry(["1"], sign=OBLIGATION), Shared(Entry(["2"])), Entry(["3"], sign=VERIFIED)]
    assert rows(Row([[Paragraph(["a"])], [Entries(entries)], [Paragraph(["b"])], None])) == [
        {
            "c": [
                [said("a")],
                [{"k": "signed", "s": {"k": "sign", "t": "1"}, "b": [said("1")]}],
                [said("b")],
                [],
            ]
        },
        {"c": [[said("a", "src")], [said("2")], [], []], "j": True},
        {
            "c": [
                [said("a", "src")],
                [{"k": "signed", "s": {"k": "sign", "t": "5"}, "b": [said("3")]}],
                [],
                [],
            ],
            "j": True,
        },
    ]


@pytest.mark.parametrize("beside", [[Paragraph(["e"])], [Entries([Entry(["e"])])]])
def test_a_section_in_a_cell_stands_at_the_level_of_the_table(beside):
    """Beside entries, and beside anything else."""
    cell = [Section(["s"], [])]
    (row,) = rows(Row([cell, cell, beside]))
    assert row == {"c": [parts(*cell), parts(*cell), [said("e")]]}


# -- documents and chapters ----------------------------------------------------------------------------------


def test_a_document_is_one_line_of_parts():
    """What opens it, what stands aside on a page, its sections."""
    document = Document([Section(["a"], [])], [Section(["c"], [])], [Section(["b"], [])])
    wanted = [{"k": "h", "l": 3, "t": [letter]} for letter in "abc"]
    assert list(PaperWriter("ltr").document(document, 3)) == wanted


def test_chapters_lead_to_those_that_the_volume_has():
    """Each begins a page unless it says otherwise, and its sections stand one level below its title."""
    document = Document([], [Section(["b"], [])])
    made = [
        Chapter(1, ["a"], document, Target("record", "x/y")),
        Chapter(2, ["a"], document, Target("page", "x/y"), begins_page=False),
    ]
    paper = PaperWriter("ltr", targets={"x/y"})
    assert list(paper.chapters(made)) == [
        writer.chapter(1, ["a"], "x/y"),
        {"k": "h", "l": 2, "t": ["b"]},
        writer.chapter(2, ["a"], new_page=False),
        {"k": "h", "l": 3, "t": ["b"]},
    ]


def test_a_chapter_is_a_heading_that_the_contents_name():
    """It begins a page unless it is told not to, and has an anchor where something leads to it."""
    assert writer.chapter(1, ["a"]) == {"k": "h", "l": 1, "t": ["a"], "chapter": True, "new": True}
    assert writer.chapter(2, ["a"], "x", new_page=False) == {
        "k": "h", "l": 2, "t": ["a"], "chapter": True, "id": "x",
    }  # fmt: skip
    assert writer.section(iter([said("a")])) == {"landscape": False, "parts": [said("a")]}
    assert writer.section([], landscape=True) == {"landscape": True, "parts": []}


def test_between_label_and_value_stands_a_colon():
    """Where the language has no other one."""
    (made,) = PaperWriter("ltr").parts([Entries([Entry([], more=[Facts([Fact(["a"], ["b"])])])])], 1)
    assert made["items"][0]["b"][0]["t"] == ["a", ": ", "b"]
