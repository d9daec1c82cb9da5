"""The tables of a document as rows of texts, as the file of a table must hold them: made from the blocks, and
not from a page. A sign is the words that it means, in brackets where it stands beside others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from generators.document.blocks import (
    Blocks,
    Document,
    Entries,
    Entry,
    Fold,
    Group,
    Paragraph,
    Section,
    Table,
)
from generators.document.runs import (
    Absence,
    Adopters,
    Caution,
    Day,
    Reference,
    Run,
    Runs,
    Share,
    Shared,
    Sign,
    Text,
    TranslationSign,
    letters,
)

_MADE_TO_BIND = ("will bind once in force", "no longer binding")
_CATALOGS = (Path(__file__).parent.parent / "generators/locale").glob("*.po")
_WAITING = {
    *_MADE_TO_BIND,
    *(
        entry.msgstr
        for file in _CATALOGS
        for entry in polib.pofile(str(file))
        if entry.msgid in _MADE_TO_BIND
    ),
}
"""What is said, in each language, of a text that is made to bind and binds nobody."""
Said = tuple[str, str, str, str, str, str]
"""A line: strength, number, sentence, place, force, confidence."""


def tables(document: Document) -> list[Table]:
    """The tables of a document, in order."""
    return list(_tables([*document.head, *document.sections]))


def _tables(blocks: Blocks) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section | Fold):
            yield from _tables(block.blocks)


def rows(table: Table) -> list[list[str]]:
    """The rows of a table: group (where it has any), cells; a line in six columns, a row each."""
    found = []
    for group in table.groups:
        above: list[Blocks] = [[]] * len(table.head)
        for row in group.rows:
            above = [over if cell is None else cell for cell, over in zip(row.cells, above, strict=True)]
            found += [[*_label(table, group), *each] for each in _row(above)]
    return found


def _label(table: Table, group: Group) -> list[str]:
    return [said(group.label)] if any(each.label for each in table.groups) else []


def _row(cells: list[Blocks]) -> Iterator[list[str]]:
    spoken = [
        [entry for block in cell if isinstance(block, Entries) for entry in block.items] for cell in cells
    ]
    lines = next((entries for entries in spoken if entries), [None])
    for each in lines:
        yield [
            text
            for cell, entries in zip(cells, spoken, strict=True)
            for text in (line(each) if entries and each else [blocks(cell)])
        ]


def blocks(cell: Blocks) -> str:
    """The paragraphs of a cell, a line each."""
    return "\n".join(filter(None, (said(block.runs) for block in cell if isinstance(block, Paragraph))))


def line(entry: Entry | Shared) -> Said:
    """A line as its six texts."""
    each: Entry = entry.body if isinstance(entry, Shared) else entry
    alone = not each.about  # of a clause that says nothing but a number, the place alone is said
    runs = list(_flat(each.text if alone else [run for about in each.about for run in about]))
    signs = {run.of: run for run in runs if isinstance(run, Sign)}
    sure = signs.get("confidences")
    caution = next((letters(run.runs)[2:] for run in runs if isinstance(run, Caution)), "")
    force = signs.get("forces")
    rest = said([run for run in runs if not isinstance(run, Sign | Caution)])
    parts = [part for part in re.split(r"\s*·\s*", rest) if part and (not force or part != force.words)]
    waits = next((part for part in parts if not force and part in _WAITING), "")
    return (
        each.sign.words if each.sign else "",
        said(each.value),
        "" if alone else said(each.text),
        " · ".join(part for part in parts if part != waits),
        force.words if force else waits,
        sure.words if sure else caution,
    )


def _flat(runs: Runs) -> Iterator[Run]:
    for run in runs:
        if isinstance(run, Shared):
            yield from _flat(run.body)
        else:
            yield run


def said(runs: Runs) -> str:
    """A line of a cell."""
    made = ""
    for text, is_sign in _pieces(runs):
        if is_sign:
            made = f"{made}{text}" if re.search(r"(^|·)\s*$", made) else f"{made.rstrip()} ({text})"
        else:
            made += text if made else text.lstrip()
    return re.sub("^— (?=\\S)", "", made.strip())


def _pieces(runs: Iterable[Run]) -> Iterator[tuple[str, bool]]:
    for run in _flat(runs):
        if isinstance(run, Sign | TranslationSign):
            named = isinstance(run, Sign) and run.named
            if not named and getattr(run, "state", "") not in ("reviewed", "unreviewed"):
                yield run.words, True
        elif isinstance(run, Adopters):
            yield from _pieces(run.runs)
            yield " ·" if letters(run.runs) else "", False
        elif isinstance(run, str | Text | Reference | Day | Absence):
            yield letters([run]), False
        elif not isinstance(run, Share):
            yield from _pieces(run.runs)
