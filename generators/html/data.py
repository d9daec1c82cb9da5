"""What there is as data: files, how to read them, every table and field, examples, licence, versions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, calendar, feed
from generators.data import schema, tables, written
from generators.data.written import site_of
from generators.document import open_data
from generators.document.open_data.columns import Column, Table
from generators.document.runs import Link, Outside, Reference, Run, Runs, joined, letters
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter


def view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, base = factory.phrases, factory.public.base
    made, site = open_data.tables(phrases), site_of(phrases, base)
    return {
        "said": open_data.about(phrases, base),
        "files": _files(factory, made),
        "tables": [_table(factory, each) for each in made],
        "kinds": [(schema.path(kind), each) for kind, each in schema.KINDS.items()],
        "parts": schema.parts(),
        "examples": [
            (name, example(code, base, site, phrases.language).rstrip("\n"))
            for code, name in EXAMPLES.items()
        ],
        "glossary": [*tables.glossary(phrases.corpus)],
        "licence": [Outside([Reference(open_data.LICENCE_ADDRESS)], open_data.LICENCE_ADDRESS)],
        "sheet": _sheet(made),
        "versions": open_data.VERSIONS,
    }


def _sheet(tables: Sequence[Table]) -> dict[str, str]:
    """Where in the spreadsheet the question of the examples is answered."""
    provisions = next(each for each in tables if each.name == "provisions")
    code = Markup("<code>{}</code>").format
    return {
        "sheet": provisions.title,
        "topics": code("topics"),
        "topic": code("reflection-period"),
        "days": code("value_days"),
        "current": code("current"),
        "binds": code("binds"),
    }


def _files(factory: PageFactory, tables: Sequence[Table]) -> list[tuple[Runs, str]]:
    """Files to be taken along: what leads to each, and what it holds."""
    ui = factory.localizer.gettext
    spreadsheet = factory.phrases.ui(
        "The tables as a spreadsheet, one sheet for each, without {tables}: other sheets say the same",
        tables=[factory.localizer.comma.join(each.name for each in tables if each.joins)],
    )
    up = factory.above
    offered = [
        (addresses.WORKBOOK, letters(spreadsheet)),
        (
            up + addresses.DATABASE,
            ui("All tables in all languages as a database (SQLite)"),
        ),
        (
            up + addresses.DATA_PACKAGE,
            ui("All tables in all languages as text (CSV). This file says what each column means"),
        ),
        (written.PATH, ui("Everything in one file (JSON)")),
        (
            calendar(Target("page", "monitoring")).name,
            ui("Calendar: coming dates and reviews due (iCalendar)"),
        ),
        (feed(Target("page", "changes")).name, ui("What changed, as a feed (Atom)")),
    ]
    return [_file(factory, path, about) for path, about in offered]


def _file(factory: PageFactory, path: str, about: str) -> tuple[Runs, str]:
    link = _link(path)
    size = factory.public.sizes.get(path)
    words = [cldr.size_text(size, factory.localizer.language)] if size else []
    return joined((link, words)), about


def _link(path: str) -> list[Run]:
    """A link to a file below the folder of the language, or (behind ``../``) below the root."""
    return [Link([Reference(path.removeprefix("../"))], Target("file", path))]


def _table(factory: PageFactory, each: Table) -> tuple[Table, list[Runs], list[tuple[Column, str, str]]]:
    """A table; what leads to the file for all languages and that of what this one says; and its columns, each
    with what kind of value it holds, and the table of what one language says where it is in that, ``-`` where
    it is in no table but the spreadsheet's.
    """
    said, up = each.said(), factory.above
    words = addresses.table(said.name, factory.localizer.language) if said else ""
    links = [_link(up + path) for path in (addresses.table(each.name), words) if path]
    spoken = {column.name for column in said.columns} if said else set()

    def where(column: Column) -> str:
        """The table that a column is in, where that is not the one for all languages."""
        if column.said == "same":
            return ""
        return said.name if said and column.name in spoken else "-"

    shown = [(column, _kind(factory, column), where(column)) for column in each.columns]
    return each, links, shown


def _kind(factory: PageFactory, column: Column) -> str:
    """What kind of value a column holds, in a word or two; empty where it is a text."""
    ui = factory.localizer.gettext
    said = {
        "text": "",
        "code": ui("code"),
        "codes": ui("codes, with spaces between them"),
        "day": ui("day"),
        "whole": ui("whole number"),
        "number": ui("number"),
        "yes": ui("true or false"),
        "address": ui("address"),
        "language": ui("language"),
    }
    return said[column.kind]


EXAMPLES = {"python": "Python", "r": "R", "sql": "SQL", "curl": "curl, jq"}
"""One question to the data, asked in four ways, each as people call it: which regions grant at least 30 days
of reflection, and where that is written. The files of ``data/examples`` and the query of ``open_data`` are
what the page shows and what the tests run.
"""


def example(code: str, base: str, site: str, language: str) -> str:
    """The question in one of the ways; ``{site}`` in it stands for the absolute address of the site,
    ``{base}`` for that of the folder of a ``{language}``.
    """
    file = Path(written.__file__).with_name("examples") / f"{code}.txt"
    text = open_data.EXAMPLE if code == "sql" else file.read_text("utf-8")
    for slot, value in (("{base}", base), ("{site}", site), ("{language}", language)):
        text = text.replace(slot, value)
    return text
