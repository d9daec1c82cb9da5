"""Blocks for a book: HTML as pages have it, that is well-formed XML too, and that every
e-reader can show. What pages draw, fold or lay out in columns is in words here, open and
one below the other.
"""

from __future__ import annotations

from markupsafe import escape

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.document import blocks as kinds
from generators.document import runs
from generators.document.blocks import Blocks, Entries, Entry, Paragraph, notes, undrawn
from generators.document.runs import Runs
from generators.html.attributes import former, id_of
from generators.html.runs import READ, UNREAD
from generators.html.writer import HtmlWriter
from generators.text import gettext_files

LINK = "@"
"""Before the address of a page in ``href``: where it leads depends on the book that the
chapter is in.
"""


class BookWriter(HtmlWriter):
    """Writes the chapters of a language; see ``HtmlWriter``. A link is an address of a
    page (``@topics/``) until a book is put together. The ``colon`` is between a label and
    its value in one line.
    """

    end_of_item = "</li>"
    end_of_label = "</dt>"
    end_of_value = "</dd>\n"

    def __init__(
        self,
        direction: str,
        colon: str = ": ",
        base: str = "",
        *,
        unread_signs: bool = True,
    ) -> None:
        super().__init__(direction, "", {}, base, unread_signs=unread_signs)
        self.colon = colon

    def href(self, target: Target) -> str:
        """The address of a target below the folder of the language, marked as one."""
        return f"{LINK}{addresses.address(target)}"

    # -- runs ----------------------------------------------------------------------------

    def _sign(self, run: runs.Sign) -> str:
        words = escape(run.words)
        return f'<span class="warn">{words}</span>' if run.code == "recalled" else words

    def _translation_sign(self, run: runs.TranslationSign) -> str:
        if run.state == gettext_files.REVIEWED:
            self.marks.add(READ)
            return ""
        sign = escape(run.language)
        if run.state == gettext_files.UNREVIEWED:
            self.marks.add(UNREAD)
            if not self.unread_signs:
                return ""
            sign = escape("⇄")
        words = escape(run.words)
        return f'\u00a0<span class="tm" role="img" aria-label="{words}">{sign}</span>'

    def _absence(self, run: runs.Absence) -> str:
        """The words of an absence; a dash for silence, and nothing where words are next
        to it.
        """
        if run.words:
            return f'<span class="none">{escape(run.words)}</span>'
        return "—" if run.silent else ""

    def _drawn(self, run: runs.Share | runs.Parts | runs.Scale) -> str:
        """Nothing: the words are next to it."""
        return ""

    def _web_address(self, run: runs.WebAddress) -> str:
        url = escape(f"{self.base}{addresses.address(run.target)}")
        return f'<a href="{url}" rel="external"><bdi dir="ltr">{url}</bdi></a>'

    # -- entries -------------------------------------------------------------------------

    def _provision(self, entry: Entry) -> str:
        """A provision; in a comparison it has no place of its own."""
        value = f"{former(entry.former)}{self._value_of(entry)}"
        text = f"{value}<p>{self.runs(entry.text)}</p>\n{self._about(entry)}"
        return f'<div class="prov"{id_of(entry.anchor)}>{text}</div>\n'

    def _entry_in_cell(self, entry: Entry) -> str:
        return self._provision(entry)

    def _article(self, entry: Entry, level: int) -> str:
        """A thing under its name."""
        blocks = [Paragraph(entry.text), *notes(*entry.about), *entry.more]
        name = f"<h{level}{id_of(entry.anchor)}>{self.runs(entry.label)}</h{level}>"
        return f"{name}\n{self.blocks(blocks, level + 1)}"

    # -- tables --------------------------------------------------------------------------

    def _table(self, block: kinds.Table, level: int) -> str:
        """A table as its rows one below the other, each cell with the label of its
        column. No e-reader is as wide as a table.
        """
        groups = "".join([self._group(group, block, level) for group in block.groups])
        caption = f'<p class="caption">{self.runs(block.caption)}</p>'
        return f'<div class="rows"{id_of(block.anchor)}>{caption}\n{groups}</div>\n'

    def _group(self, group: kinds.Group, block: kinds.Table, level: int) -> str:
        label = ""
        if group.label:
            words = self.runs(group.label)
            label = f"<h{level}{id_of(group.anchor)}>{words}</h{level}>\n"
        return label + "".join([self._row(row, block, level) for row in group.rows])

    def _row(self, row: kinds.Row, block: kinds.Table, level: int) -> str:
        """A row; one that goes on from the row above has no name of its own."""
        first, *others = row.cells
        name = self.cell(first or (), level)
        cells = ""
        for label, cell in zip(block.head[1:], others, strict=True):
            if cell:
                cells += self._cell(label, cell, level)
        head = f'<div class="head">{name}</div>\n' if name else ""
        return f'<div class="row"{id_of(row.anchor)}>{head}{cells}</div>\n'

    def _cell(self, label: Runs, cell: Blocks, level: int) -> str:
        body = self.cell(cell, level)
        if not body or any(isinstance(block, Entries) for block in cell):
            return body
        words = f'<span class="label">{self.runs(label)}{escape(self.colon)}</span>'
        return f"<div>{words}{body}</div>\n"

    # -- pictures and folds --------------------------------------------------------------

    def picture(self, block: kinds.Picture, level: int) -> str:
        """What a picture says, in words."""
        return self.blocks(list(undrawn(block, self.colon)), level)

    def _section(self, block: kinds.Section, level: int) -> str:
        return super()._section(block._replace(role=""), level)

    def _fold(self, block: kinds.Fold, level: int) -> str:
        """What may be passed over, open, below the line that says what it is."""
        summary = f'<p class="src">{self.runs(block.summary)}</p>\n'
        return f"{summary}{self.blocks(block.blocks, level)}"
