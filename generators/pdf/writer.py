"""Blocks for the typesetter: plain values for JSON.

``volume.typ`` lays out these parts and nothing else:

``{k: "h", l, t, chapter?, id?}``
    a heading: level, runs; a chapter's is in the contents, ``id`` is what other parts and the index lead to
``{k: "p", t, c?}``
    a paragraph; ``c`` is lead, facts, src or num
``{k: "entries", items: [{s, b}]}``
    parts ``b`` with a sign (a strength's number) or a text in the margin
``{k: "facts", rows: [[runs, runs]]}``
    labels with values
``{k: "list", items: [runs], n}``
    a list in ``n`` columns
``{k: "notes", items: [runs]}``
    numbered notes
``{k: "table", head, w, groups: [{t, rows: [row]}]}``
    a table: ``w`` shares of width; a row is ``{c: [cell], j?, row?}``, a cell a list of parts, ``j`` goes on
    without a line above it, ``row`` is its name where the foot of the page has the first and the last
``{k: "contents"}``
    the contents, where the volume is long
``{k: "index", t, groups: [{t, items: [{t, to}]}]}``
    the index, where the volume is very long: of each thing the pages of its address

A run is a string in the volume's language, or a mapping: ``t`` its text; ``k`` its kind (``ref`` keeps its
order in a right-to-left text, ``mark`` is the sign of an unreviewed, missing or stale translation (where no
translation of a volume was read, its cover says so and ``without_marks`` takes them away), ``sign`` a
sign of strength by its number, ``b``, ``i``, ``src``, ``num``, ``warn`` and ``s`` are emphases); ``l`` and
``d`` the language and direction of a text in another language; ``to`` a chapter of the same volume, ``page``
says that its page follows; ``mark`` an address that the index finds here; ``url`` an address on the web. No
text is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, ClassVar

from generators.corpus import addresses, cldr
from generators.document import blocks as kinds
from generators.document import runs as marks
from generators.document.blocks import Blocks, Document, Entries, Entry, Fold, Item, List, Paragraph
from generators.document.chapters import Chapter
from generators.document.runs import Runs, Shared, joined, letters, methods_of
from generators.text import gettext_files

Part = dict[str, Any]
JsonRun = str | dict[str, Any]
JsonRuns = list[JsonRun]

_BEFORE, _UNREAD = "\u00a0", {"t": "⇄", "k": "mark"}

_WIDTHS = {
    "comparison": (24, 56, 20),
    "steps": (24, 44, 20, 15),
    "duties": (17, 14, 23, 9, 11, 9, 7, 14),
    "states": (20, 50, 30),
    "parties": (40, 60),
    "sheet": (28, 72),
    "list": (14, 23, 14, 15, 34),
}
"""Shares of the width that the columns of a table take, by its role."""

_STYLES = {"title": "lead", "lead": "lead", "facts": "facts", "note": "src", "number": "num"}
_COLUMNS = {"states": 2, "columns": 2, "topics": 1}
_LED = {"to", "page", "mark"}  # what a run says of where it leads, or of what leads to it
_SAID = (
    *("summary", "provisions", "objectives", "indicators", "evaluations", "steps"),
    *("signs-of-trafficking", "first-questions", "never", "documents", "reporting"),
)
"""The sections of what a text says, which nothing else may stand before."""


def without_marks(value: Any) -> Any:
    """Parts of a volume without the signs of unreviewed translations."""
    if isinstance(value, list):
        marked = [place for place, each in enumerate(value) if each is _UNREAD]
        gone = {place for each in marked for place in (each - 1, each)}
        return [without_marks(each) for place, each in enumerate(value) if place not in gone]
    if isinstance(value, dict):
        return {key: without_marks(each) for key, each in value.items()}
    return value


def _kind(kind: str) -> Callable[[PaperWriter, Any], JsonRuns]:
    return lambda writer, run: with_kind(kind, writer.runs(run.runs))


class PaperWriter:
    """Writes for one volume; ``targets`` are the addresses of what has a chapter in it, ``colon`` stands
    between a label and its value in one line.

    ``machine`` says, once all is written, whether nobody has read any of its translations. ``base`` is the
    absolute address of the language's pages.
    """

    of_runs: ClassVar[Mapping[type, Callable[[Any, Any], JsonRuns]]]
    of_blocks: ClassVar[Mapping[type, Callable[[Any, Any, int], Iterator[Part]]]]
    """How each kind of run but plain text, and of block at a level of headings, is written: by the method of
    its name.
    """

    def __init__(
        self, direction: str, colon: str = ": ", targets: Set[str] = frozenset(), base: str = ""
    ) -> None:
        self.rtl = direction == "rtl"
        self.base = base
        self.targets = targets
        self.here = ""  # the address of the chapter that is being written
        self.colon = colon
        self.unread = False  # whether anything written so far is an unreviewed translation
        self.read = False  # whether anything written so far was read by a person

    @property
    def machine(self) -> bool:
        return self.unread and not self.read

    def runs(self, runs: Runs) -> JsonRuns:
        """A line for the typesetter."""
        found: JsonRuns = []
        for run in runs:
            if type(run) is str:
                found.append(run)
            else:
                found += self.of_runs[type(run)](self, run)
        return found

    def document(self, document: Document, level: int, contents: bool = False) -> Iterator[Part]:
        """A whole document; its sections stand at ``level``, what stands aside on a page comes behind what a
        text says. The ``contents`` stand behind what opens it and its summary.
        """
        sections = document.sections
        said = next((at for at, each in enumerate(sections) if each.anchor not in _SAID), len(sections))
        opening = 1 if sections and sections[0].anchor == _SAID[0] else 0
        yield from self.parts([*document.head, *sections[:opening]], level)
        if contents:
            yield {"k": "contents"}
        yield from self.parts([*sections[opening:said], *document.aside, *sections[said:]], level)

    def chapters(self, chapters: Iterable[Chapter]) -> Iterator[Part]:
        """Chapters one after the other; other parts of the volume lead to those of its ``targets``."""
        for each in chapters:
            address = addresses.address(each.target)
            self.here = address if address in self.targets else ""
            yield heading(each.level, self.runs(each.title), self.here) | {"chapter": True}  # in the contents
            yield from self.document(each.document, each.level + 1)
        self.here = ""

    def parts(self, blocks: Blocks, level: int) -> Iterator[Part]:
        """Blocks as parts, one after the other."""
        for block in blocks:
            yield from self.of_blocks[type(block)](self, block, level)

    def _paragraph(self, block: Paragraph, level: int) -> Iterator[Part]:
        """Doors to other pages lead nowhere on paper."""
        style = _STYLES.get(block.role)
        if block.role != "doors":
            yield {"k": "p", "t": self.runs(block.runs)} | ({"c": style} if style else {})

    def _facts(self, block: kinds.Facts, level: int) -> Iterator[Part]:
        yield {"k": "facts", "rows": [[self.runs(row.label), self.runs(_value(row))] for row in block.rows]}

    def _list(self, block: List, level: int) -> Iterator[Part]:
        items = list(map(self._item, _bodies(block.items)))
        if block.role == "sources":
            yield {"k": "notes", "items": items}
        else:
            yield {"k": "list", "items": items, "n": _COLUMNS.get(block.role, 1)}

    def _item(self, item: Item) -> JsonRuns:
        year: JsonRuns = [f"{item.year} "] if item.year else []
        about: JsonRuns = [" ", *with_kind("src", self.runs(item.about))] if item.about else []
        return [*year, *self.runs(item.runs), *about]

    def _picture(self, block: kinds.TileMap | kinds.Route, level: int) -> Iterator[Part]:
        return self.parts(list(kinds.undrawn(block)), level)

    _tile_map = _route = _picture

    def _entries(self, block: Entries, level: int) -> Iterator[Part]:
        entries = [self._entry(entry, block.role) for entry in _bodies(block.items)]
        yield {"k": "entries", "items": entries}

    def _entry(self, entry: Entry, role: str) -> Part:
        number = f"{entry.number}." if role == "steps" else entry.number
        body = self._entry_parts(entry)
        if role == "articles" and self.targets and entry.anchor:
            body[0]["t"].append({"t": "", "mark": f"#{entry.anchor}"})
        return {"s": number, "b": body}

    def _entry_parts(self, entry: Entry) -> list[Part]:
        """What an entry is called; its number, its sentence and where that stands, in one paragraph; more."""
        value, about = self.runs(entry.value), joined(map(self.runs, entry.about))
        said = joined((with_kind("num", value), self.runs(entry.text)))
        lines = [
            (with_kind("b", self.runs(entry.label)), ""),
            (joined((said, with_kind("src", about)), " "), ""),
            *((line, "src") for line in self._more(entry.more)),
        ]
        return [{"k": "p", "t": runs} | ({"c": style} if style else {}) for runs, style in lines if runs]

    def _more(self, blocks: Blocks) -> Iterator[JsonRuns]:
        """What follows an entry, in lines."""
        for block in blocks:
            if isinstance(block, kinds.Facts):
                yield self.runs(joined([*row.label, self.colon, *_value(row)] for row in block.rows))
            elif isinstance(block, Fold):
                yield from self._more(block.blocks)
            else:
                yield from (self.runs(_item_runs(item)) for item in _items([block]))

    def _table(self, block: kinds.Table, level: int) -> Iterator[Part]:
        groups = [
            {"t": self.runs(group.label), "rows": list(self._rows(group, level, block.role))}
            for group in block.groups
        ]
        head = [self.runs(label) for label in block.head]
        yield {"k": "table", "head": head, "w": list(_WIDTHS[block.role]), "groups": groups}

    def _rows(self, group: kinds.Group, level: int, role: str) -> Iterator[Part]:
        """The rows of a group. A row with entries becomes one for each of them, so that none is torn between
        pages; the first cell stands in each, so that each can be read alone.
        """
        first: list[Part] = []
        for row in group.rows:
            goes_on = row.cells[0] is None
            if not goes_on:
                first = list(self.parts(row.cells[0], level))
            for number, cells in enumerate(self._split(row, level)):
                again = goes_on or number > 0
                named = [_small(part) for part in first] if again else first
                row = {"row": letters(row.cells[0][0].runs)} if role == "states" and not again else {}
                yield {"c": [named, *cells]} | ({"j": True} if again else {}) | row

    def _split(self, row: kinds.Row, level: int) -> Iterator[list[list[Part]]]:
        """The cells of a row but the first; one list for each entry of the cell that holds entries."""
        cells = row.cells[1:]
        held = (place for place, cell in enumerate(cells) if cell and isinstance(cell[0], Entries))
        if (place := next(held, None)) is None:
            yield [list(self.parts(cell or (), level)) for cell in cells]
            return
        for number, entry in enumerate(_bodies(cells[place][0].items)):
            said = self._entry_parts(entry)
            yield [
                said if each == place else list(self.parts(cell or (), level)) if not number else []
                for each, cell in enumerate(cells)
            ]

    def _section(self, block: kinds.Section, level: int) -> Iterator[Part]:
        first = block.heading[0] if block.heading else ""
        led = first.body[0] if isinstance(first, Shared) else first
        topic = isinstance(led, marks.Link) and led.target.kind == "topic" and self.targets
        yield heading(level, self.runs(block.heading), addresses.address(led.target) if topic else "")
        yield from self.parts(block.blocks, level + 1)

    def _fold(self, block: Fold, level: int) -> Iterator[Part]:
        yield {"k": "p", "t": self.runs(block.summary), "c": "src"}
        yield from self.parts(block.blocks, level)

    def _shared(self, shared: Shared, level: int = 0) -> Iterator[Part] | JsonRuns:
        """A block, which stands at a level; or a run."""
        return self.parts([shared.body], level) if level else self.runs(shared.body)

    def _text(self, run: marks.Text) -> JsonRuns:
        if run.language == "zxx":
            return [run.text]
        return [{"t": run.text, "l": run.language, "d": cldr.direction(run.language)}]

    def _reference(self, run: marks.Reference) -> JsonRuns:
        return [{"t": run.text, "k": "ref"}] if self.rtl else [run.text]

    def _sign(self, run: marks.Sign) -> JsonRuns:
        return [{"t": run.words, "k": "warn"} if run.code == "recalled" else run.words]

    def _translation_sign(self, run: marks.TranslationSign) -> JsonRuns:
        if run.state == gettext_files.REVIEWED:
            self.read = True
            return []
        if run.state != gettext_files.UNREVIEWED:
            return ["\u00a0", {"t": run.language, "k": "mark"}]
        self.unread = True
        return [_BEFORE, _UNREAD]

    def _link(self, run: marks.Link) -> JsonRuns:
        """Runs that lead to a chapter, where this volume holds one that is not the runs' own: to a text with
        its page. The index finds the States.
        """
        address, runs = addresses.address(run.target._replace(anchor="")), self.runs(run.runs)
        to, last = {"to": address}, {"page": True} if run.target.kind == "record" else {}
        if address not in self.targets or address == self.here:
            to, last = {}, {"mark": address} if run.target.kind == "state" and self.targets else {}
        if not runs or not to | last:
            return runs
        led = [({"t": each} if isinstance(each, str) else each) | to for each in runs]
        return [*led[:-1], led[-1] | last]

    def _outside(self, run: marks.Outside) -> JsonRuns:
        """A link to another host, with its address in full where the words are others, for paper cannot be
        followed.
        """
        words = self.runs(run.runs)
        address: JsonRun = {"t": run.url, "url": run.url, "k": "ref"}
        said = run.runs[0].text if len(run.runs) == 1 and isinstance(run.runs[0], marks.Reference) else ""
        if said and (said == run.url.removeprefix("mailto:") or run.url.startswith("tel:")):
            return [address | {"t": said}]
        return [*words, " ", address]

    def _web_address(self, run: marks.WebAddress) -> JsonRuns:
        url = f"{self.base}{addresses.address(run.target)}"
        return [{"t": url, "url": url, "k": "ref"}]

    def _absence(self, run: marks.Absence) -> JsonRuns:
        """The words of an absence; a dash for silence, and nothing where words stand beside it."""
        if run.words:
            return [run.words]
        return ["—"] if run.silent else []

    def _share(self, run: marks.Share) -> JsonRuns:
        """Nothing: the number stands beside it."""
        return []

    _strong = _adopters = _kind("b")
    _emphasis, _annotation, _avoided = _kind("i"), _kind("src"), _kind("s")


def heading(level: int, runs: JsonRuns, address: str = "") -> Part:
    """The heading of a section; ``address`` is what other parts of the volume, and its index, lead to."""
    plain = [
        {key: each for key, each in run.items() if key not in _LED} if _LED & {*run} else run for run in runs
    ]
    return {"k": "h", "l": level, "t": plain} | ({"id": address} if address else {})


def section(parts: Iterable[Part], landscape: bool = False) -> Part:
    """Parts on paper of one format."""
    return {"landscape": landscape, "parts": list(parts)}


def _bodies(things: Iterable[Any]) -> Iterator[Any]:
    return (each.body if isinstance(each, Shared) else each for each in things)


def _items(blocks: Blocks) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Fold):
            yield from _items(block.blocks)
        elif isinstance(block, List):
            yield from _bodies(block.items)
        elif isinstance(block, Paragraph):
            yield Item(block.runs)
        elif isinstance(block, Entries):
            for entry in _bodies(block.items):
                yield Item(joined((entry.value, entry.text)), joined(entry.about))


def _value(row: kinds.Fact) -> Runs:
    """The value of a fact in one line: lists within it are joined."""
    return joined((row.value, *map(_item_runs, _items(row.blocks))))


def _item_runs(item: Item) -> Runs:
    return [*item.runs, " ", *item.about] if item.about else item.runs


def _small(part: Part) -> Part:
    return part | {"c": "src"} if part["k"] == "p" else part


def with_kind(kind: str, runs: JsonRuns) -> JsonRuns:
    """Runs of a kind; those that have one of their own keep it."""
    return [
        {"t": run, "k": kind} if isinstance(run, str) else run if run.get("k") else run | {"k": kind}
        for run in runs
    ]


PaperWriter.of_runs = methods_of(PaperWriter, marks.Run)
PaperWriter.of_blocks = methods_of(PaperWriter, kinds.Block)
