"""What there is as data: files, how to read them, every table and field, examples,
licence, versions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, calendar, feed
from generators.data import schema, word_files, written
from generators.data.schema import KINDS
from generators.document import open_data
from generators.document.open_data.columns import Column, Table
from generators.document.runs import Link, Outside, Reference, Run, Runs, joined
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.translate.localizer import ui

EXAMPLES = {"python": "Python", "r": "R", "sql": "SQL", "curl": "curl, jq"}
"""One question to the data, asked in four ways, each as people call it: which regions
grant at least 30 days of reflection, and where that is written. The files of
``data/examples`` and the query of ``open_data`` are what the page shows and what the
tests run.
"""


_TEXTS = addresses.address(Target("page", "instruments"))
_STATES = addresses.address(Target("page", "states"))
_CASE = addresses.address(Target("page", "case"))
_STATE = addresses.address(Target("state", "{code}"))
_TOPIC = addresses.address(Target("topic", "{code}"))
CODES_ADDRESSES = {
    f"{_TEXTS}{{id}}/{written.NAME}": ui(
        "Codes of a text or an organisation, such as {example}"
    ),
    f"{_STATE}{written.NAME}": ui("Codes of what applies in a State, such as {example}"),
    f"{_TOPIC}{written.NAME}": ui("Codes of what all texts say on a topic: {example}"),
}
"""What is at each address of JSON that all languages share, by its path below the root of
the site. The part in braces is an id or a code.
"""
JSON_ADDRESSES = {
    f"{_TEXTS}{written.NAME}": ui("All texts and organisations, and what codes mean"),
    f"{_STATES}{written.NAME}": ui("All States"),
    f"{_STATE}{word_files.NAME}": ui("The words for the codes of a State: {example}"),
    f"{_TOPIC}{word_files.NAME}": ui("The words for the codes of a topic: {example}"),
    f"{_TEXTS}{{id}}/{word_files.NAME}": ui(
        "The words for an organisation and its texts, such as {example}"
    ),
    f"{_CASE}{written.NAME}": ui("What a person in a case can need, and what answers it"),
    written.PATH: ui("Everything in one file, compressed with gzip"),
}
"""The same by its path below the folder of a language. A folder with many texts has more
files of words, which have a number.
"""
_EXAMPLES_OF_CODES = {
    f"{_TEXTS}{{id}}/{written.NAME}": "un/palermo-protocol",
    f"{_TEXTS}{{id}}/{word_files.NAME}": "un",
    f"{_STATE}{written.NAME}": "ben",
    f"{_STATE}{word_files.NAME}": "ben",
    f"{_TOPIC}{written.NAME}": "non-punishment",
    f"{_TOPIC}{word_files.NAME}": "non-punishment",
}
"""A part in braces as it can be, by the path."""


def view(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What the page of the open data is handed."""
    phrases = factory.phrases
    base = factory.public.base
    tables = open_data.tables(phrases)
    names_of_joins = [table.name for table in tables if table.joins]
    titles = {table.name: table.title for table in tables}
    address = open_data.LICENCE_ADDRESS
    return {
        "dataset": open_data.about(phrases, base),
        "files": _file_links(factory),
        "joins": factory.localizer.comma.join(names_of_joins),
        "tables": [_table_with_files(factory, table) for table in tables],
        "kinds": [(schema.path(kind), shape) for kind, shape in KINDS.items()],
        "parts": schema.parts(),
        "addresses": _json_addresses(factory),
        "api_example": _example_on_page(factory, "javascript"),
        "examples": _examples(factory),
        "licence": [Outside([Reference(address)], address)],
        "sheet": titles["provisions"],
        "version": open_data.VERSION,
        "since": open_data.SINCE,
        "new": open_data.NEW,
    }


def _file_links(factory: PageFactory) -> dict[str, Runs]:
    """The link to each of the files to be taken along, with its size where that is
    known.
    """
    paths = {
        "workbook": addresses.WORKBOOK,
        "database": factory.above + addresses.DATABASE,
        "package": factory.above + addresses.DATA_PACKAGE,
        "json": written.PATH,
        "calendar": calendar(Target("page", "monitoring")).name,
        "feed": feed(Target("page", "changes")).name,
    }
    links: dict[str, Runs] = {}
    for name, path in paths.items():
        size = factory.public.sizes.get(path)
        size_text: Runs = []
        if size:
            size_text = [cldr.size_text(size, factory.localizer.language)]
        links[name] = joined((_file_link(path), size_text))
    return links


def _file_link(path: str) -> list[Run]:
    """A link to a file below the folder of the language. With ``../`` its path begins at
    the root of the site.
    """
    return [Link([Reference(path.removeprefix("../"))], Target("file", path))]


TableWithFiles = tuple[Table, list[Runs], list[tuple[Column, str]]]
"""A table, the links to its files, and its columns. Each column has the table of what one
language says, if it is there under the same name; else nothing. It has ``-`` if it is
only in the spreadsheet.
"""


def _table_with_files(factory: PageFactory, table: Table) -> TableWithFiles:
    """A table with the link to its file for all languages. There may be a second file,
    with what one language says.
    """
    paths = [addresses.table(table.name)]
    spoken = table.in_one_language()
    spoken_names: set[str] = set()
    if spoken:
        paths.append(addresses.table(spoken.name, factory.localizer.language))
        spoken_names = {column.name for column in spoken.columns}
    links: list[Runs] = [_file_link(factory.above + path) for path in paths]
    columns: list[tuple[Column, str]] = []
    for column in table.columns:
        if column.scope == "same":
            columns.append((column, ""))
        elif spoken and column.name in spoken_names:
            columns.append((column, spoken.name))
        else:
            columns.append((column, "-"))
    return table, links, columns


def _json_addresses(factory: PageFactory) -> list[tuple[str, str, str]]:
    """The absolute address of each file of JSON, what is there, and an example of its
    part in braces.
    """
    gettext = factory.localizer.gettext
    base = factory.public.base
    site = written.site_of(factory.phrases, base)
    return [
        (folder + path, gettext(what), _EXAMPLES_OF_CODES.get(path, ""))
        for folder, files in ((site, CODES_ADDRESSES), (base, JSON_ADDRESSES))
        for path, what in files.items()
    ]


def _examples(factory: PageFactory) -> list[tuple[str, str]]:
    """The ways of asking, as people call them, each with its text."""
    return [(name, _example_on_page(factory, code)) for code, name in EXAMPLES.items()]


def _example_on_page(factory: PageFactory, code: str) -> str:
    """An example as the page of the factory's language shows it."""
    phrases = factory.phrases
    base = factory.public.base
    site = written.site_of(phrases, base)
    return example(code, base, site, phrases.language).rstrip("\n")


def example(code: str, base: str, site: str, language: str) -> str:
    """The question in one of the ways: a key of ``EXAMPLES``, or ``javascript``. That one
    asks which texts bind a State.

    ``{site}`` in it becomes the absolute address of the site, and ``{base}`` that of the
    folder of the language.
    """
    if code == "sql":
        text = open_data.EXAMPLE
    else:
        file = Path(written.__file__).with_name("examples") / f"{code}.txt"
        text = file.read_text("utf-8")
    for slot, value in (("{base}", base), ("{site}", site), ("{language}", language)):
        text = text.replace(slot, value)
    return text
