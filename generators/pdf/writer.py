"""Blocks for the typesetter: plain values for JSON.

``volume.typ`` lays out these parts and nothing else:

``{k: "h", l, t, chapter?, id?}``
    A heading: level and runs. That of a chapter is in the contents. Other parts and the
    index lead to ``id``.
``{k: "p", t, c?}``
    A paragraph; ``c`` is lead, facts, src or num.
``{k: "entries", items: [{s, b}]}``
    Parts ``b`` with a sign (a strength's number) or a text in the margin.
``{k: "facts", rows: [[runs, runs]]}``
    Labels with values.
``{k: "list", items: [runs], n}``
    A list in ``n`` columns.
``{k: "notes", items: [runs]}``
    Numbered notes.
``{k: "table", head, w, groups: [{t, rows: [row]}]}``
    A table: ``w`` shares of width. A row is ``{c: [cell], j?, row?}``, a cell a list of
    parts. A row with ``j`` goes on without a line above it. ``row`` is its name, for the
    foot of the page has the first and the last.
``{k: "contents"}``
    The contents, where the volume is long.
``{k: "index", t, groups: [{t, items: [{t, to}]}]}``
    The index, where the volume is very long. A line ``t`` has the pages of an address.

For runs see ``runs.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, assert_never

from generators.corpus import addresses
from generators.document import blocks as kinds
from generators.document import runs as marks
from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entries,
    Entry,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
)
from generators.document.chapters import Chapter
from generators.document.runs import Runs, Shared, joined, letters
from generators.pdf.runs import (
    JsonRuns,
    PaperRunWriter,
    joined_written,
    with_kind,
    without_links,
)

Part = dict[str, Any]
Thing = TypeVar("Thing")

_WIDTHS = {
    "comparison": (24, 56, 20),
    "steps": (24, 44, 20, 15),
    "duties": (17, 14, 23, 9, 11, 9, 7, 14),
    "states": (20, 50, 30),
    "parties": (40, 60),
    "sheet": (40, 60),
    "amended": (14, 43, 43),
    "list": (14, 23, 14, 15, 34),
}
"""Shares of the width that the columns of a table take, by its role."""

_STYLES = {
    "title": "lead",
    "lead": "lead",
    "facts": "facts",
    "note": "src",
    "number": "num",
}
_COLUMNS = {"states": 2, "columns": 2, "topics": 1}
_SUMMARY = "summary"
_OF_THE_TEXT = (
    _SUMMARY,
    "provisions",
    "objectives",
    "indicators",
    "evaluations",
    "steps",
    "signs-of-trafficking",
    "first-questions",
    "never",
    "documents",
    "reporting",
)
"""The sections of what a text says: what is aside on a page comes after them."""


class PaperWriter(PaperRunWriter):
    """Writes the blocks of one volume; see ``PaperRunWriter``."""

    def document(
        self,
        document: Document,
        level: int,
        contents: bool = False,
    ) -> Iterator[Part]:
        """A whole document; its sections are at ``level``. What is aside on a page comes
        after what a text says. The ``contents`` follow what opens it and its summary.
        """
        sections = document.sections
        opening = 1 if sections and sections[0].anchor == _SUMMARY else 0
        end_of_text = len(sections)
        for place, part in enumerate(sections):
            if part.anchor not in _OF_THE_TEXT:
                end_of_text = place
                break
        yield from self.parts([*document.head, *sections[:opening]], level)
        if contents:
            yield {"k": "contents"}
        of_the_text = sections[opening:end_of_text]
        after_it = [*document.aside, *sections[end_of_text:]]
        yield from self.parts([*of_the_text, *after_it], level)

    def chapters(self, chapters: Iterable[Chapter]) -> Iterator[Part]:
        """Chapters one after the other; other parts of the volume lead to those of its
        ``targets``.
        """
        for chapter in chapters:
            address = addresses.address(chapter.target)
            self.here = address if address in self.targets else ""
            title = heading(chapter.level, self.runs(chapter.title), self.here)
            yield title | {"chapter": True}  # in the contents
            yield from self.document(chapter.document, chapter.level + 1)
        self.here = ""

    def parts(self, blocks: Blocks, level: int) -> Iterator[Part]:
        """Blocks as parts, one after the other."""
        for block in blocks:
            yield from self.block(block, level)

    def block(self, block: Block, level: int) -> Iterator[Part]:  # noqa: C901 - all kinds
        """One block as parts."""
        match block:
            case Paragraph():
                yield from self._paragraph(block)
            case Entries():
                items = unshared(block.items)
                entries = [self._entry(entry, block.role) for entry in items]
                yield {"k": "entries", "items": entries}
            case Shared():
                yield from self.block(block.body, level)
            case List():
                yield self._list(block)
            case Section():
                yield from self._section(block, level)
            case Fold():
                yield {"k": "p", "t": self.runs(block.summary), "c": "src"}
                yield from self.parts(block.blocks, level)
            case kinds.Facts():
                yield {"k": "facts", "rows": [self._fact(row) for row in block.rows]}
            case kinds.Table():
                yield self._table(block, level)
            case kinds.Blanks():
                yield {"k": "blanks", "items": [self.runs(line) for line in block.labels]}
            case (
                kinds.TileMap()
                | kinds.Route()
                | kinds.Bars()
                | kinds.Strip()
                | kinds.Squares()
            ):
                words = list(kinds.undrawn(block, self.colon))
                yield from self.parts(words, level)
            case _:
                assert_never(block)

    # -- blocks --------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph) -> Iterator[Part]:
        """A paragraph; doors to other pages lead nowhere on paper."""
        if block.role != "doors":
            yield _paragraph_part(self.runs(block.runs), _STYLES.get(block.role, ""))

    def _fact(self, row: kinds.Fact) -> list[JsonRuns]:
        return [self.runs(row.label), self.runs(_value(row))]

    def _list(self, block: List) -> Part:
        items = [self._item(item) for item in unshared(block.items)]
        if block.role == "sources":
            return {"k": "notes", "items": items}
        return {"k": "list", "items": items, "n": _COLUMNS.get(block.role, 1)}

    def _item(self, item: ListItem) -> JsonRuns:
        line: JsonRuns = [f"{item.year} "] if item.year else []
        line += self.runs(item.runs)
        if item.about:
            line += [" ", *with_kind("src", self.runs(item.about))]
        return line

    def _section(self, block: Section, level: int) -> Iterator[Part]:
        yield heading(level, self.runs(block.heading), self._topic_of(block.heading))
        yield from self.parts(block.blocks, level + 1)

    def _topic_of(self, line: Runs) -> str:
        """The address of the topic that a heading links to; empty if it links to none."""
        if not line or not self.targets:
            return ""
        first = line[0]
        if isinstance(first, Shared):
            first = first.body[0]
        if isinstance(first, marks.Link) and first.target.kind == "topic":
            return addresses.address(first.target)
        return ""

    # -- entries -------------------------------------------------------------------------

    def _entry(self, entry: Entry, role: str) -> Part:
        number = f"{entry.number}." if role == "steps" else entry.number
        body = self._entry_parts(entry)
        if role == "articles" and self.targets and entry.anchor:
            body[0]["t"].append({"t": "", "mark": f"#{entry.anchor}"})
        return {"s": number, "b": body}

    def _entry_parts(self, entry: Entry) -> list[Part]:
        """What an entry is called. Its number, its sentence and its place are one
        paragraph, and more may follow.
        """
        label = with_kind("b", self.runs(entry.label))
        value = with_kind("num", self.runs(entry.value))
        about = joined_written([self.runs(line) for line in entry.about])
        sentence = joined_written([value, self.runs(entry.text)])
        sentence = joined_written([sentence, with_kind("src", about)], " ")
        parts = [_paragraph_part(line) for line in (label, sentence) if line]
        parts += [_paragraph_part(line, "src") for line in self._more(entry.more) if line]
        return parts

    def _more(self, blocks: Blocks) -> Iterator[JsonRuns]:
        """What follows an entry, in lines."""
        for block in blocks:
            if isinstance(block, kinds.Facts):
                facts = [[*row.label, self.colon, *_value(row)] for row in block.rows]
                yield self.runs(joined(facts))
            elif isinstance(block, Fold):
                yield from self._more(block.blocks)
            else:
                for item in _items([block]):
                    yield self.runs(_item_runs(item))

    # -- tables --------------------------------------------------------------------------

    def _table(self, block: kinds.Table, level: int) -> Part:
        groups: list[Part] = []
        for group in block.groups:
            label = self.runs(group.label)
            rows = list(self._rows(group, level, block.role))
            groups.append({"t": label, "rows": rows})
        head = [self.runs(label) for label in block.head]
        widths = list(_WIDTHS[block.role])
        return {"k": "table", "head": head, "w": widths, "groups": groups}

    def _rows(self, group: kinds.Group, level: int, role: str) -> Iterator[Part]:
        """The rows of a group. A row with entries becomes one for each of them, so that
        none is torn between pages. Each has the first cell again, so that it can be read
        by itself.
        """
        first: list[Part] = []
        for row in group.rows:
            name = row.cells[0]
            if name is not None:
                first = list(self.parts(name, level))
            for number, cells in enumerate(self._split(row, level)):
                if role == "sheet":  # the law next to our advice
                    cells = [[_small(part, "law") for part in cell] for cell in cells]
                if name is None or number > 0:
                    again = first[:1] if role == "sheet" else first
                    yield {"c": [[_small(part) for part in again], *cells], "j": True}
                elif role == "states":
                    yield {"c": [first, *cells], "row": _first_line(name)}
                else:
                    yield {"c": [first, *cells]}

    def _split(self, row: kinds.Row, level: int) -> Iterator[list[list[Part]]]:
        """The cells of a row but the first; one list for each entry of the cell that
        holds entries. The other cells are in the first list only.
        """
        cells = [cell or () for cell in row.cells[1:]]
        for place, cell in enumerate(cells):
            if cell and isinstance(cell[0], Entries):
                for number, entry in enumerate(unshared(cell[0].items)):
                    yield self._with_entry(cells, place, entry, number == 0, level)
                return
        yield [list(self.parts(cell, level)) for cell in cells]

    def _with_entry(
        self,
        cells: Sequence[Blocks],
        place: int,
        entry: Entry,
        is_first: bool,
        level: int,
    ) -> list[list[Part]]:
        """Cells with one entry at a place; the others are empty but in the first row of a
        name.
        """
        entry_parts = self._entry_parts(entry)
        parts: list[list[Part]] = []
        for number, cell in enumerate(cells):
            if number == place:
                parts.append(entry_parts)
            else:
                parts.append(list(self.parts(cell, level)) if is_first else [])
        return parts


def heading(level: int, runs: JsonRuns, address: str = "") -> Part:
    """The heading of a section; ``address`` is what other parts of the volume, and its
    index, lead to.
    """
    plain = [without_links(run) for run in runs]
    part: Part = {"k": "h", "l": level, "t": plain}
    return part | {"id": address} if address else part


def section(parts: Iterable[Part], landscape: bool = False) -> Part:
    """Parts on paper of one format."""
    return {"landscape": landscape, "parts": list(parts)}


def unshared(things: Iterable[Thing | Shared[Thing]]) -> Iterator[Thing]:
    """Things as they are, for a writer that keeps nothing."""
    for thing in things:
        yield thing.body if isinstance(thing, Shared) else thing


def _items(blocks: Blocks) -> Iterator[ListItem]:
    """The lines of blocks as items: of those that have lines."""
    for block in blocks:
        if isinstance(block, Fold):
            yield from _items(block.blocks)
        elif isinstance(block, List):
            yield from unshared(block.items)
        elif isinstance(block, Paragraph):
            yield ListItem(block.runs)
        elif isinstance(block, Entries):
            for entry in unshared(block.items):
                yield ListItem(joined((entry.value, entry.text)), joined(entry.about))


def _value(row: kinds.Fact) -> Runs:
    """The value of a fact in one line: lists within it are joined."""
    return joined((row.value, *map(_item_runs, _items(row.blocks))))


def _item_runs(item: ListItem) -> Runs:
    return [*item.runs, " ", *item.about] if item.about else item.runs


def _first_line(cell: Blocks) -> str:
    """The letters of the paragraph that a cell begins with; raises TypeError for any
    other block.
    """
    first = cell[0]
    if not isinstance(first, Paragraph):
        raise TypeError(f"the name of a row is a paragraph, not {first}")
    return letters(first.runs)


def _paragraph_part(line: JsonRuns, style: str = "") -> Part:
    part: Part = {"k": "p", "t": line}
    return part | {"c": style} if style else part


def _small(part: Part, style: str = "src") -> Part:
    """A paragraph in a style of small letters; another part as it is."""
    return part | {"c": style} if part["k"] == "p" else part
