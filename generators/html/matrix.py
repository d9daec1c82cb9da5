"""Tables with a mechanism a column, under their regions: topics, principles, indicators. What a cell shows is
one sign, which leads to the text that speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from generators.corpus.addresses import Target
from generators.corpus.comparisons import MatrixCell
from generators.corpus.record_profile import region_of
from generators.document.runs import Absence, Run, Runs
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter

Rows = Iterable[tuple[str, Runs, Iterable[tuple[str, Runs]]]]
"""Groups of rows: the anchor of a group (may be empty), its label (may be empty), and its rows: a code with
its label.
"""


def view(
    factory: PageFactory, mechanisms: Iterable[str], rows: Rows, cell: Callable[[str, str], Markup]
) -> dict[str, Any]:
    """What the macros of ``parts.html.j2`` draw a matrix from; ``cell`` writes that of a row's code and a
    mechanism.
    """
    phrases, corpus = factory.phrases, factory.phrases.corpus
    columns = [
        (region, list(each)) for region, each in groupby(mechanisms, key=lambda name: region_of(corpus, name))
    ]

    def cells(code: str) -> list[tuple[str, Markup]]:
        return [(region, cell(code, name)) for region, names in columns for name in names]

    return {
        "regions": [
            (region, phrases.label("regions", region), phrases.entry("regions", region), len(names))
            for region, names in columns
        ],
        "mechanisms": [(region, phrases.name(name)) for region, names in columns for name in names],
        "groups": [
            (anchor, label, [(words, cells(code)) for code, words in entries])
            for anchor, label, entries in rows
        ],
    }


def provision_cell(factory: PageFactory, writer: HtmlWriter, cell: MatrixCell | None, silent: bool) -> Markup:
    """The cell of the strongest provision: its sign, which leads there and says it in words; a dash where all
    texts, read in full, say nothing; empty where nothing is known.
    """
    phrases = factory.phrases
    if cell is None:
        words = phrases.localizer.gettext("the text, read in full, says nothing")
        return writer.line([Absence(silent=True, words=words)] if silent else [])
    say = phrases.localizer
    where = say.comma.join((say.short(cell.record).text, say.reference(cell.record, cell.ref)))
    words = f"{where}{say.colon}{say.label('strengths', cell.strength)}"
    target = Target("record", cell.record, cell.anchor)
    return linked_sign(
        writer, [phrases.sign("strengths", cell.strength, named=True)], target, words, cell.binding
    )


def linked_sign(writer: HtmlWriter, sign: list[Run], target: Target, words: str, binding: bool) -> Markup:
    """A sign that leads to a text: on a filled ground where that binds today (class b), outlined where it
    does not (n). ``words`` name the link, so the sign itself is one that has its words (``named``).
    """
    force = "b" if binding else "n"
    href = escape(writer.href(target))
    return Markup(f'<a class="{force}" href="{href}" title="{escape(words)}">{writer.runs(sign)}</a>')
