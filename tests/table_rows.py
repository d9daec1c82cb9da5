"""The tables of a document as rows of texts, as the file of a table must hold them: made from the blocks, and
not from a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
from generators.document.phrases import Phrases
from generators.document.runs import (
    Absence,
    Adopters,
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


def rows(phrases: Phrases, table: Table) -> list[list[str]]:
    """The rows of a table: group (where it has any), cells; a line in six columns, a row each."""
    found = []
    for group in table.groups:
        above: list[Blocks] = [[]] * len(table.head)
        for row in group.rows:
            above = [over if cell is None else cell for cell, over in zip(row.cells, above, strict=True)]
            found += [[*_label(table, group), *each] for each in _row(phrases, above)]
    return found


def _label(table: Table, group: Group) -> list[str]:
    return [said(group.label)] if any(each.label for each in table.groups) else []


def _row(phrases: Phrases, cells: list[Blocks]) -> Iterator[list[str]]:
    spoken = [
        [entry for block in cell if isinstance(block, Entries) for entry in block.items] for cell in cells
    ]
    lines = next((entries for entries in spoken if entries), [None])
    for each in lines:
        yield [
            text
            for cell, entries in zip(cells, spoken, strict=True)
            for text in (line(phrases, each) if entries and each else [blocks(cell)])
        ]


def blocks(cell: Blocks) -> str:
    """The paragraphs of a cell, a line each."""
    return "\n".join(filter(None, (said(block.runs) for block in cell if isinstance(block, Paragraph))))


def line(phrases: Phrases, entry: Entry | Shared) -> Said:
    """A line as its six texts. That a text binds and that it was read goes without saying on a page."""
    each: Entry = entry.body if isinstance(entry, Shared) else entry
    alone = not each.about  # of a clause that says nothing but a number, the place alone is said
    runs = list(_flat(each.text if alone else [run for about in each.about for run in about]))
    words = {run.of: run.words for run in runs if isinstance(run, Sign)}
    rest = said([run for run in runs if not isinstance(run, Sign)])
    label = phrases.localizer.label
    return (
        words.get("strengths", ""),
        said(each.value),
        "" if alone else said(each.text),
        " · ".join(part for part in re.split(r"\s*·\s*", rest) if part),
        words.get("forces", label("forces", "binding")),
        words.get("confidences", label("confidences", "verified")),
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
        if isinstance(run, TranslationSign):
            if run.state not in ("reviewed", "unreviewed"):
                yield run.words, True
        elif isinstance(run, Adopters):
            yield from _pieces(run.runs)
            yield " ·" if letters(run.runs) else "", False
        elif isinstance(run, str | Text | Reference | Absence | Sign):
            yield letters([run]), False
        elif not isinstance(run, Share):
            yield from _pieces(run.runs)
