"""Blocks as HTML. A block's role decides its element and class. Headings get their level
from the sections that they are in.

Rows of tables have what they are filtered by. Cells may reach over rows, and on a phone
each has a label. Pictures are in ``html/pictures.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import ClassVar, NamedTuple, TypeVar, assert_never

from markupsafe import Markup

from generators.document import blocks as kinds
from generators.document.blocks import (
    Block,
    Blocks,
    Entries,
    EntriesRole,
    Entry,
    Paragraph,
    Section,
)
from generators.document.runs import Runs, Shared, joined, letters
from generators.html import pictures
from generators.html.attributes import for_persons, former, id_of, row_spans
from generators.html.runs import TAKEN_ALONG, RunWriter, escaped

Thing = TypeVar("Thing")


class _CellLabel(NamedTuple):
    """The label of the cells of a column on a phone, as an attribute (may be empty).
    ``on_entries``: cells with entries have it, too.
    """

    attribute: str
    on_entries: bool


def _cell_labels(table: kinds.Table) -> list[_CellLabel]:
    """For each column, the label of its cells on a phone. The last column has none,
    unless the table is one of duties or of amended articles. A list has none, for its
    cells are on one line there.
    """
    columns = len(table.head)
    on_entries = table.role == "amended"
    match table.role:
        case "list":
            labelled = 0
        case "duties" | "amended":
            labelled = columns
        case _:
            labelled = columns - 1
    labels: list[_CellLabel] = []
    for label in table.head[:labelled]:
        attribute = f' data-label="{escaped(letters(label))}"'
        labels.append(_CellLabel(attribute, on_entries))
    return labels + [_CellLabel("", False)] * (columns - labelled)


_CARDS = {"list": " short", "duties": " led"}
"""How a phone lays out the cells of a table, by its role: else one below the other, with
their labels.
"""
_CLASSES = {
    "note": "src",
    "number": "num",
    "doors": "go",
    "columns": "plain two",
    "answers": "lists answers",
    "bare": "",
    "identity": "",
    "titles": "",
}
"""The classes of paragraphs, facts and lists by their roles, where they are not named as
these.
"""
_AROUND_ENTRIES: dict[EntriesRole, tuple[str, str]] = {
    "numbers": ('<ol class="numbers">\n', "</ol>\n"),
    "steps": ('<ol class="path">\n', "</ol>\n"),
    "objectives": ('<ol class="plain">\n', "</ol>\n"),
    "indicators": ('<ul class="plain">\n', "</ul>\n"),
    "definitions": ('<dl class="defs">\n', "</dl>\n"),
    "legend": ('<dl class="defs">\n', "</dl>\n"),
}
"""The element around entries, by their role; the others need none."""


@cache
def _opening(tag: str, role: str) -> str:
    css_class = _CLASSES.get(role, role)
    return f'<{tag} class="{css_class}">' if css_class else f"<{tag}>"


class HtmlWriter(RunWriter):
    """Writes the blocks of one page; see ``RunWriter``. Sections of the page itself are
    at level 2.
    """

    # HTML does without the ends of items, labels and values (as of rows and cells):
    # browsers end one where the next begins. That saves a fortieth of all bytes. XML must
    # have them.
    end_of_item: ClassVar[str] = ""
    end_of_label: ClassVar[str] = ""
    end_of_value: ClassVar[str] = ""

    def line(self, runs: Runs) -> Markup:
        """A line as markup, for templates."""
        return Markup(self.runs(runs))

    def html(self, blocks: Blocks, level: int = 2) -> Markup:
        """Blocks as markup, for templates; sections among them are at ``level``."""
        return Markup(self.blocks(blocks, level))

    def blocks(self, blocks: Blocks, level: int) -> str:
        """Blocks as HTML, one after the other."""
        return "".join([self.block(block, level) for block in blocks])

    def block(self, block: Block, level: int) -> str:  # noqa: C901 - a case for each kind
        """One block as HTML. The most frequent kinds come first: they are asked one after
        the other.
        """
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Entries():
                return self._entries(block, level)
            case Shared():
                return self.shared(block, lambda body: self.block(body, level))
            case kinds.List():
                return self._list(block)
            case Section():
                return self._section(block, level)
            case kinds.Fold():
                return self._fold(block, level)
            case kinds.Facts():
                return self._facts(block, level)
            case kinds.Table():
                return self._table(block, level)
            case kinds.Blanks():
                return self._blanks(block)
            case (
                kinds.TileMap()
                | kinds.Route()
                | kinds.Bars()
                | kinds.Strip()
                | kinds.Squares()
            ):
                return self.picture(block, level)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> str:
        opening = _opening("p", block.role)
        if block.persons:
            opening = f"{opening[:-1]}{for_persons(block.persons)}>"
        return f"{opening}{self.runs(block.runs)}</p>\n"

    def cell(self, cell: Blocks, level: int) -> str:
        """A cell of a table; one short line needs no paragraph."""
        if len(cell) == 1:
            only = cell[0]
            if isinstance(only, Paragraph) and not only.role:
                return self.runs(only.runs)
        return self.blocks(cell, level)

    def aside(self, sections: Sequence[Section]) -> Markup:
        """The sections next to a text: headings without a frame of their own."""
        parts: list[str] = []
        for section in sections:
            heading = f"<h2>{self.runs(section.heading)}</h2>"
            parts.append(f"{heading}\n{self.blocks(section.blocks, 3)}")
        return Markup("".join(parts))

    # -- pictures ------------------------------------------------------------------------

    def picture(self, block: kinds.Picture, level: int) -> str:
        """A picture; the style sheet has its colours and sizes."""
        match block:
            case kinds.TileMap():
                return pictures.tile_map(self, block)
            case kinds.Bars():
                return pictures.bars(self, block, lambda inner: self.blocks(inner, level))
            case kinds.Strip():
                return pictures.strip(self, block)
            case kinds.Squares():
                return pictures.squares(self, block)
            case kinds.Route():
                return self._route(block, level)
            case _:
                assert_never(block)

    def _route(self, block: kinds.Route, level: int) -> str:
        """A way with its stops: a heading for each leg, then its stops. The style sheet
        draws a line along them.
        """
        return "".join([self._leg(leg, level) for leg in block.legs])

    def _leg(self, leg: kinds.Leg, level: int) -> str:
        stops = "".join([self._stop(stop) for stop in leg.stops])
        number = escaped(leg.stops[0].number)
        return (
            f"<h{level}>{self.runs(leg.label)}</h{level}>\n"
            f'<p class="src">{self.runs(leg.text)}</p>\n'
            f'<ol class="path wide" start="{number}">\n{stops}</ol>\n'
        )

    def _stop(self, stop: Entry) -> str:
        label = f'<p class="stage">{self.runs(stop.label)}</p>'
        return f"<li>{label}{self._about(stop)}{self.end_of_item}\n"

    # -- tables --------------------------------------------------------------------------

    def take_along(self, groups: Runs = (), hidden: bool = False) -> Markup:
        """The place before a table where a script puts what saves it
        (``answers/tables.js``). The line ``groups`` says what the labels of its groups
        are. A place is ``hidden`` until there is a table.
        """
        self.marks.add(TAKEN_ALONG)
        label = f' data-group="{escaped(letters(groups))}"' if groups else ""
        return Markup(f'<p class="take"{label}{" hidden" if hidden else ""}></p>')

    def answer(self, script: str) -> Markup:
        """The attribute of what a script (``answers/<script>.js``) answers, perhaps in a
        table.
        """
        self.marks.add(TAKEN_ALONG)
        return Markup('data-answer="{}"').format(script)

    def _table(self, block: kinds.Table, level: int) -> str:
        """A table as HTML; its cells may hold any blocks."""
        head = "".join([f'<th scope="col">{self.runs(label)}' for label in block.head])
        labels = _cell_labels(block)
        groups = [self._table_group(group, labels, level) for group in block.groups]
        caption = escaped(letters(block.caption))
        return (
            f"{self.take_along(block.grouped)}\n"
            f'<div class="tbl" role="region" tabindex="0" aria-label="{caption}">\n'
            f'<table class="cmp cards{_CARDS.get(block.role, "")}"{id_of(block.anchor)}>'
            f"<caption>{self.runs(block.caption)}</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n{''.join(groups)}</table></div>\n"
        )

    def _table_group(
        self, group: kinds.Group, labels: Sequence[_CellLabel], level: int
    ) -> str:
        label = ""
        if group.label:
            words = self.runs(group.label)
            head = f'<th colspan="{len(labels)}" scope="rowgroup">{words}'
            label = f'<tr class="group"{id_of(group.anchor)}>{head}'
        spans = row_spans(group.rows)
        rows = [
            self._table_row(row, row_span, labels, level)
            for row, row_span in zip(group.rows, spans, strict=True)
        ]
        kind = " data-folded" * group.folded + " data-more" * group.more
        return f"<tbody{kind}>\n{label}{''.join(rows)}</tbody>\n"

    def _table_row(
        self,
        row: kinds.Row,
        spans: Sequence[int],
        labels: Sequence[_CellLabel],
        level: int,
    ) -> str:
        facets = ""
        for name, value in row.facets.items():
            facets += f' data-{name}="{escaped(value)}"'
        cells: list[str] = []
        columns = zip(row.cells, spans, labels, strict=True)
        for column, (cell, span, label) in enumerate(columns):
            if cell is None:
                continue
            rows = f' rowspan="{span}"' if span > 1 else ""
            body = self.cell(cell, level)
            if column == 0:
                cells.append(f'<th scope="row"{rows}>{body}')
            else:
                cells.append(f"<td{rows}{_cell_label(cell, label)}>{body}")
        return f"<tr{id_of(row.anchor)}{facets}>\n{''.join(cells)}"

    # -- facts and lists -----------------------------------------------------------------

    def _facts(self, block: kinds.Facts, level: int) -> str:
        rows = [self._fact(fact, level) for fact in block.rows]
        return f"{_opening('dl', block.role)}{''.join(rows)}</dl>\n"

    def _fact(self, fact: kinds.Fact, level: int) -> str:
        value = f"{self.runs(fact.value)}{self.blocks(fact.blocks, level)}"
        whom = for_persons(fact.persons)
        label = f"<dt{whom}>{self.runs(fact.label)}{self.end_of_label}"
        return f"{label}<dd>{value}{self.end_of_value}"

    def _blanks(self, block: kinds.Blanks) -> str:
        """Labels that only paper shows, each with room to write."""
        items = [f"<li>{self.runs(label)}{self.end_of_item}\n" for label in block.labels]
        return f'<ul class="blanks">\n{"".join(items)}</ul>\n'

    def _list(self, block: kinds.List) -> str:
        tag = "ol" if block.role == "sources" else "ul"
        items = self._each_once(block.items, self._item)
        return f"{_opening(tag, block.role)}\n{items}</{tag}>\n"

    def _each_once(
        self,
        things: Sequence[Thing | Shared[Thing]],
        write: Callable[[Thing], str],
    ) -> str:
        """Things one after the other; a shared one is written once for all pages."""
        parts: list[str] = []
        for thing in things:
            if isinstance(thing, Shared):
                parts.append(self.shared(thing, write))
            else:
                parts.append(write(thing))
        return "".join(parts)

    def _item(self, item: kinds.ListItem) -> str:
        year = f'<span class="yr">{item.year}</span> ' if item.year else ""
        about = f" <small>{self.runs(item.about)}</small>" if item.about else ""
        line = f"{year}{self.runs(item.runs)}{about}"
        return f"<li{id_of(item.anchor)}>{line}{self.end_of_item}\n"

    # -- entries -------------------------------------------------------------------------

    def _entries(self, block: Entries, level: int) -> str:
        opening, closing = _AROUND_ENTRIES.get(block.role, ("", ""))

        def write(entry: Entry) -> str:
            return self._entry(entry, block.role, level)

        return f"{opening}{self._each_once(block.items, write)}{closing}"

    def _entry(self, entry: Entry, role: EntriesRole, level: int) -> str:
        match role:
            case "cells":
                return self._entry_in_cell(entry)
            case "provisions":
                return self._provision(entry)
            case "articles":
                return self._article(entry, level)
            case "advice":
                return self._advice(entry, level)
            case "steps":
                return self._step(entry)
            case "numbers":
                return self._number(entry)
            case "definitions":
                return self._definition(entry, level)
            case "objectives" | "indicators":
                return self._point(entry)
            case "legend":
                return self._explained(entry)
            case _:
                assert_never(role)

    def _about(self, entry: Entry) -> str:
        lines = [self.runs(line) for line in entry.about if line]
        return "".join([f'<p class="src">{line}</p>' for line in lines])

    def _value_of(self, entry: Entry) -> str:
        return f'<p class="num">{self.runs(entry.value)}</p>' if entry.value else ""

    def _provision(self, entry: Entry) -> str:
        value = f"{former(entry.former)}{self._value_of(entry)}"
        text = f"{value}<p>{self.runs(entry.text)}</p>\n{self._about(entry)}"
        return f'<div class="prov" id="{entry.anchor}">\n{text}</div>\n'

    def _entry_in_cell(self, entry: Entry) -> str:
        """A provision in a comparison."""
        return self._cell_text(entry, self._value_of(entry))

    def _cell_text(self, entry: Entry, value: str) -> str:
        text = f"{value}<p>{self.runs(entry.text)}</p>\n{self._about(entry)}"
        attributes = f"{id_of(entry.anchor)}{for_persons(entry.persons)}"
        return f'<div class="cell"{attributes}>{text}</div>\n'

    def _number(self, entry: Entry) -> str:
        """A number of a group, above what says it."""
        text = self._cell_text(entry, "")
        return f"<li>{self._value_of(entry)}{text}{self.end_of_item}\n"

    def _step(self, entry: Entry) -> str:
        label = f'<p class="stage">{self.runs(entry.label)}</p>\n' if entry.label else ""
        text = f"{former(entry.former)}{label}<p>{self.runs(entry.text)}</p>\n"
        return f"<li{id_of(entry.anchor)}>{text}{self._about(entry)}{self.end_of_item}\n"

    def _point(self, entry: Entry) -> str:
        """An objective or indicator: one line."""
        line = joined(entry.about)
        about = f" <small>{self.runs(line)}</small>" if line else ""
        text = f"{former(entry.former)}{self.runs(entry.text)}{about}"
        return f"<li{id_of(entry.anchor)}>{text}{self.end_of_item}\n"

    def _article(self, entry: Entry, level: int) -> str:
        """A thing as its name, which opens what is said of it."""
        name = f"<summary><h{level}>{self.runs(entry.label)}</h{level}></summary>\n"
        text = f"<p>{self.runs(entry.text)}</p>\n" if entry.text else ""
        more = f"{self._about(entry)}{self.blocks(entry.more, level + 1)}"
        body = f"{name}{text}{more}"
        return f'<details class="item"{id_of(entry.anchor)}>{body}</details>\n'

    def _advice(self, entry: Entry, level: int) -> str:
        """A step of ours with what texts say on it."""
        name = f"<h{level}>{self.runs(entry.label)}</h{level}>"
        text = f"<p>{self.runs(entry.text)}</p>\n{self.blocks(entry.more, level + 1)}"
        return f'<article class="advice" id="{entry.anchor}">{name}\n{text}</article>\n'

    def _definition(self, entry: Entry, level: int) -> str:
        label = f"<dt{id_of(entry.anchor)}>{self.runs(entry.label)}{self.end_of_label}\n"
        more = f"{self._about(entry)}{self.blocks(entry.more, level)}"
        return f"{label}<dd><p>{self.runs(entry.text)}</p>\n{more}{self.end_of_value}"

    def _explained(self, entry: Entry) -> str:
        """A word or a mark and what it means."""
        label = f"<dt>{escaped(entry.number)} {self.runs(entry.label)}{self.end_of_label}"
        return f"{label}<dd>{self.runs(entry.text)}{self.end_of_value}"

    # -- sections ------------------------------------------------------------------------

    def _section(self, block: Section, level: int) -> str:
        head = f"<h{level}{id_of(block.anchor)}>{self.runs(block.heading)}</h{level}>"
        blocks = f"{former(block.former)}{self.blocks(block.blocks, level + 1)}"
        if block.role == "fold":
            body = f"<details><summary>{head}</summary>\n{blocks}</details>\n"
            css_class = ""
        else:
            body = f"{head}\n{blocks}"
            css_class = f' class="{block.role}"' if block.role else ""
        if level > 2:
            return body
        return f"<section{css_class}{for_persons(block.persons)}>{body}</section>\n"

    def _fold(self, block: kinds.Fold, level: int) -> str:
        css_class = f' class="{block.role}"' if block.role else ""
        attributes = f"{id_of(block.anchor)}{for_persons(block.persons)}"
        is_open = " open" if block.open else ""
        summary = f"<summary>{self.runs(block.summary)}</summary>\n"
        return (
            f"<details{css_class}{attributes}{is_open}>{summary}"
            f"{self.blocks(block.blocks, level)}</details>\n"
        )


def _cell_label(cell: Blocks, label: _CellLabel) -> str:
    """The label of a cell on a phone; an empty cell has none, nor have most entries."""
    has_entries = any(isinstance(block, Entries) for block in cell)
    if not cell or (has_entries and not label.on_entries):
        return ""
    return label.attribute
