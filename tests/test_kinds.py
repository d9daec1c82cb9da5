"""Every kind of run and block is written by every writer. The type checker proves it of
the code (``python -m mypy``); this holds it where nobody runs that, and for what comes
from outside.
"""

from __future__ import annotations

from typing import get_args, get_origin

import pytest

from generators.corpus.addresses import Target
from generators.document import blocks, runs
from generators.document.blocks import Block, Entries, EntriesRole, Entry
from generators.document.runs import Run, Shared
from generators.epub.writer import BookWriter
from generators.html.writer import HtmlWriter
from generators.pdf.writer import PaperWriter

TARGET = Target("topic", "return")
LINE = ["words"]
RUNS: dict[type, Run] = {
    str: "words",
    runs.Text: runs.Text("words", "fr"),
    runs.Reference: runs.Reference("words"),
    runs.Sign: runs.Sign("strengths", "obligation", "●", "words"),
    runs.TranslationSign: runs.TranslationSign("stale", "words", "old"),
    runs.Strong: runs.Strong(LINE),
    runs.Emphasis: runs.Emphasis(LINE),
    runs.Annotation: runs.Annotation(LINE),
    runs.Avoided: runs.Avoided(LINE),
    runs.Adopters: runs.Adopters(LINE),
    runs.Link: runs.Link(LINE, TARGET),
    runs.Outside: runs.Outside(LINE, "https://e.example"),
    runs.Absence: runs.Absence(True, "words"),
    runs.Share: runs.Share(0.5),
    runs.Parts: runs.Parts([0.5, 0.5]),
    runs.Scale: runs.Scale([runs.Mark(0.5)]),
    runs.WebAddress: runs.WebAddress(TARGET),
    runs.Shared: Shared(LINE),
}
PARAGRAPH = blocks.Paragraph(LINE)
TILE = blocks.Tile("BEN", 0, 0, "party", "words")
ROW = blocks.Row([[PARAGRAPH], [PARAGRAPH], [PARAGRAPH]])
LEG = blocks.Leg(LINE, LINE, [Entry(LINE, number="1")])
BLOCKS: dict[type, Block] = {
    blocks.Paragraph: PARAGRAPH,
    blocks.Facts: blocks.Facts([blocks.Fact(LINE, LINE)]),
    blocks.List: blocks.List([blocks.ListItem(LINE)]),
    blocks.Entries: Entries([Entry(LINE)]),
    blocks.Table: blocks.Table(LINE, [LINE] * 3, [blocks.Group(LINE, [ROW])]),
    blocks.Blanks: blocks.Blanks([LINE]),
    blocks.TileMap: blocks.TileMap(LINE, [blocks.Shade("party", LINE)], [TILE]),
    blocks.Bars: blocks.Bars(LINE, [blocks.Bar(LINE, LINE, 0.5, [PARAGRAPH])]),
    blocks.Strip: blocks.Strip(LINE, [blocks.Shade("party", LINE)], runs.Scale()),
    blocks.Squares: blocks.Squares(
        LINE, [blocks.Shade("party", LINE)], [blocks.Square("party", TARGET)]
    ),
    blocks.Route: blocks.Route([LEG]),
    blocks.Section: blocks.Section(LINE, [PARAGRAPH]),
    blocks.Fold: blocks.Fold(LINE, [PARAGRAPH]),
    runs.Shared: Shared(PARAGRAPH),
}
DRAWN = {runs.Share, runs.Parts, runs.Scale}
SILENT = {"paper": DRAWN, "book": DRAWN}
"""What a writer leaves out: a bar is drawn on pages only."""
NOT_IN_WORDS = {*DRAWN, runs.WebAddress}
UNDRAWN = {blocks.TileMap}
"""A map says nothing that is not in words next to it: where nothing is drawn it is left
out.
"""

WRITERS = {
    "page": HtmlWriter("ltr", "topics/", {}),
    "book": BookWriter("ltr"),
    "paper": PaperWriter("ltr"),
}


def kinds(union: object) -> set[type]:
    """The classes of a union; of a generic one its class.

    >>> kinds(str | int) == {str, int}
    True
    """
    return {get_origin(kind) or kind for kind in get_args(union)}


def test_each_kind_has_an_example_here():
    """A kind that is added to the model is added here, and so to each writer."""
    assert set(RUNS) == kinds(Run)
    assert set(BLOCKS) == kinds(Block)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", RUNS, ids=lambda kind: kind.__name__)
def test_a_writer_writes_each_kind_of_run(writer: str, kind: type):
    """None is lost, and none stops a page."""
    written = str(WRITERS[writer].runs([RUNS[kind]]))
    if kind in SILENT.get(writer, ()):
        assert written in ("", "[]")
    elif kind in NOT_IN_WORDS:
        assert len(written) > 2
    else:
        assert "words" in written


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_a_writer_writes_each_kind_of_block(writer: str, kind: type):
    """None is lost, and none stops a page."""
    written = WRITERS[writer].block(BLOCKS[kind], 2)
    text = written if isinstance(written, str) else str(list(written))
    assert ("words" in text) is not (writer != "page" and kind in UNDRAWN)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("role", get_args(EntriesRole))
def test_a_writer_writes_entries_of_each_role(writer: str, role: EntriesRole):
    """A role that no writer knows would stop the page."""
    written = WRITERS[writer].block(Entries([Entry(LINE, label=LINE)], role), 2)
    assert "words" in (written if isinstance(written, str) else str(list(written)))


class Poem:
    """A kind that no writer knows."""


@pytest.mark.parametrize("writer", WRITERS)
def test_a_kind_that_nobody_writes_stops_the_page(writer: str):
    """It is named, and never left out in silence."""
    with pytest.raises(AssertionError, match="Poem"):
        WRITERS[writer].runs([Poem()])
    with pytest.raises(AssertionError, match="Poem"):
        list(WRITERS[writer].block(Poem(), 2))


def test_the_letters_of_each_kind_of_run_are_known():
    """For sorting and descriptions; what is drawn or an address has none."""
    without = {runs.TranslationSign, *DRAWN, runs.WebAddress}
    for kind, run in RUNS.items():
        assert runs.letters([run]) == ("" if kind in without else "words"), kind
