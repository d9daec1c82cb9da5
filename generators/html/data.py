"""What there is as data: files, how to read them, every table and field, examples,
licence, versions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, calendar, feed
from generators.data import schema, written
from generators.data.written import site_of
from generators.document import open_data
from generators.document.open_data.columns import Column, Table
from generators.document.runs import Link, Outside, Reference, Run, Runs, joined
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter


def view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, base = factory.phrases, factory.public.base
    made, of = open_data.tables(phrases), (base, site_of(phrases, base), phrases.language)
    return {
        "said": open_data.about(phrases, base),
        "files": _files(factory),
        "joins": factory.localizer.comma.join(each.name for each in made if each.joins),
        "tables": [_table(factory, each) for each in made],
        "kinds": [(schema.path(kind), each) for kind, each in schema.KINDS.items()],
        "parts": schema.parts(),
        "examples": [
            (name, example(code, *of).rstrip("\n")) for code, name in EXAMPLES.items()
        ],
        "licence": [
            Outside([Reference(open_data.LICENCE_ADDRESS)], open_data.LICENCE_ADDRESS)
        ],
        "sheet": next(each.title for each in made if each.name == "provisions"),
        "version": open_data.VERSION,
        "since": open_data.SINCE,
        "new": open_data.NEW,
    }


def _files(factory: PageFactory) -> dict[str, Runs]:
    """What leads to each of the files to be taken along, with its size where that is
    known.
    """
    offered = {
        "workbook": addresses.WORKBOOK,
        "database": factory.above + addresses.DATABASE,
        "package": factory.above + addresses.DATA_PACKAGE,
        "json": written.PATH,
        "calendar": calendar(Target("page", "monitoring")).name,
        "feed": feed(Target("page", "changes")).name,
    }
    sizes, language = factory.public.sizes, factory.localizer.language
    said = {
        path: [cldr.size_text(size, language)] for path, size in sizes.items() if size
    }
    return {
        name: joined((_link(path), said.get(path, []))) for name, path in offered.items()
    }


def _link(path: str) -> list[Run]:
    """A link to a file below the folder of the language, or (behind ``../``) below the
    root.
    """
    return [Link([Reference(path.removeprefix("../"))], Target("file", path))]


def _table(
    factory: PageFactory, each: Table
) -> tuple[Table, list[Runs], list[tuple[Column, str]]]:
    """A table; what leads to the file for all languages and that of what this one says;
    and its columns, each with the table of what one language says where it is in that,
    ``-`` where it is in no table but the spreadsheet's.
    """
    said, paths = each.said(), [addresses.table(each.name)]
    spoken = (
        dict.fromkeys((column.name for column in said.columns), said.name) if said else {}
    )
    if said:
        paths.append(addresses.table(said.name, factory.localizer.language))
    links = [_link(factory.above + path) for path in paths]
    places = (
        "" if column.said == "same" else spoken.get(column.name, "-")
        for column in each.columns
    )
    return each, links, [*zip(each.columns, places, strict=True)]


EXAMPLES = {"python": "Python", "r": "R", "sql": "SQL", "curl": "curl, jq"}
"""One question to the data, asked in four ways, each as people call it: which regions
grant at least 30 days of reflection, and where that is written. The files of
``data/examples`` and the query of ``open_data`` are what the page shows and what the
tests run.
"""


def example(code: str, base: str, site: str, language: str) -> str:
    """The question in one of the ways; ``{site}`` in it stands for the absolute address
    of the site, ``{base}`` for that of the folder of a ``{language}``.
    """
    file = Path(written.__file__).with_name("examples") / f"{code}.txt"
    text = open_data.EXAMPLE if code == "sql" else file.read_text("utf-8")
    for slot, value in (("{base}", base), ("{site}", site), ("{language}", language)):
        text = text.replace(slot, value)
    return text
