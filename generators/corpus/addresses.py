"""Where everything stands on the site: all addresses are made here, and the anchors of
lines in ``anchors``.

The address is the id, and neither changes once published. Whoever links says what he
links to (a ``Target``), and never writes an address. ``compendium addresses`` prints all
that are promised.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Target(NamedTuple):
    """What a link leads to.

    ``kind`` and ``name`` say which thing: a ``record`` (or mechanism), its ``parties``
    (where they have a page of their own) or an ``item`` by its id, a ``state`` (and the
    ``first-days`` of a case there, and ``between`` it and another) by its alpha-3 code in
    capitals, an entry of the vocabulary by its code, a topic for one State (``topic-in``)
    by both (``assistance/BEN``), a ``rule`` by its name, any other ``page`` by its
    address without the slash at its end (``plans``, ``monitoring``; the home page is
    ``""``), a ``file`` by its path (``calendar``, ``feed``). ``anchor`` is a place on
    that page; what has no page of its own (item, term, principle, indicator, pillar,
    rule) is such a place already and takes none.
    """

    kind: str
    name: str = ""
    anchor: str = ""


PAGES = (
    *(
        "",
        "topics",
        "matrix",
        "numbers",
        "pathway",
        "first-days",
        "states",
        "instruments",
        "plans",
    ),
    *("monitoring", "principles", "dakar-2010", "terms", "about", "contribute", "tour"),
    *(
        "downloads",
        "kept",
        "status",
        "rules",
        "search",
        "compare",
        "between",
        "changes",
        "data",
        "edit",
    ),
    "recognise",
)
"""The pages that there is one of, by name."""
FORMER_PAGES = {"translate": "contribute"}
"""Pages that are gone, and the page to which the address of each leads now."""
HAND_WRITTEN = ("about", "contribute", "tour")
"""Those of them that stand in ``docs/`` and are not generated."""

_PLACES = {
    "record": "instruments/{}/",
    "parties": "instruments/{}/parties/",
    "state": "states/{}/",
    "first-days": "first-days/{}/",
    "topic": "topics/{}/",
    "topic-in": "topics/{}/?state={}",
    "stage": "pathway/{}/",
    "region": "regions/{}/",
    "between": "between/?from={}",
    "term": "terms/#{}",
    "principle": "principles/#{}",
    "indicator": "monitoring/#{}",
    "pillar": "topics/#{}",
    "rule": "rules/#{}",
}

KIND_OF_LIST = {
    name: name.removesuffix("s")
    for name in (
        "topics",
        "stages",
        "regions",
        "terms",
        "principles",
        "indicators",
        "pillars",
    )
}
"""The kind of target that an entry of a vocabulary list is."""

TABLES = "data/csv/"
"""The folder of the tables of the open data as CSV, below the root of the site."""

DATA_PACKAGE = f"{TABLES}datapackage.json"
"""What describes these tables for programs (Frictionless Data Package)."""

DATABASE = "data/compendium.sqlite.gz"
"""All tables as a database (SQLite) in all languages, below the root of the site."""

WORKBOOK = "data/compendium.xlsx"
"""All tables as one spreadsheet, below the folder of its language."""

KEPT_LIST, WEB_APP = "kept/files.json", "kept/app.webmanifest"
"""What a reader can keep on a device, and what the site is there, below the folder of its
language.
"""

SEARCH_INDEX = "search/index/"
"""The folder of the search index, below the folder of its language."""


@cache
def address(target: Target) -> str:
    """The address of a target, below the folder of its language:
    ``instruments/au/plan/#art-3``; the home page is ``""``. Raises KeyError for a kind
    that there is not, ValueError for an anchor on what is one itself.
    """
    place = _place(target.kind, target.name)
    if not target.anchor:
        return place
    if "#" in place:
        raise ValueError(f"'{place}' is an anchor, and takes none")
    return f"{place}#{target.anchor}"


def calendar(target: Target) -> Target:
    """The calendar file beside a page: of a mechanism, or all (``monitoring``)."""
    return Target("file", f"{address(target)}calendar.ics")


def feed(target: Target) -> Target:
    """The feed of what changed beside a page: of a mechanism, a region, or all
    (``changes``).
    """
    return Target("file", f"{address(target)}feed.xml")


def table(name: str, language: str = "") -> str:
    """The path of a table of the open data as CSV, by its name, below the root of the
    site: as it is in all languages, or what one says in it.
    """
    return f"{TABLES}{language}{'/' if language else ''}{name}.csv"


def _place(kind: str, name: str) -> str:
    if kind == "file":
        return name
    if kind == "page":
        return f"{name}/" if name else ""
    if kind == "item":
        folder, _, own = name.partition("/")
        return f"{folder}/#{own}"
    if kind == "topic-in":
        topic, _, state = name.partition("/")
        return _PLACES[kind].format(topic, state.lower())
    return _PLACES[kind].format(name.lower() if kind in ("state", "first-days") else name)


def anchor(target: Target) -> str:
    """The anchor of a target on its page; ``""`` where it is the page itself."""
    return address(target).partition("#")[2]


def relative(here: str, there: str) -> str:
    """The link from the page at one address to another address; both are below the same
    folder, and ``here`` ends in a slash (or is empty, or a file's name).
    """
    up = "../" * here.count("/")
    return f"{up}{there}" or "./"


def volume(name: str, language: str) -> str:
    """Where the PDF of a volume (``records/ecowas/policy-2009``) stands, below the root
    of the site.
    """
    return f"pdf/{language}/{name}.pdf"


def book(name: str, language: str) -> str:
    """Where the EPUB of a volume stands, below the root of the site."""
    return f"epub/{language}/{name}.epub"


def offline_copy(language: str) -> str:
    """Where the copy of a language for reading offline stands, below the root of the
    site.
    """
    return f"offline/{language}.zip"


def row_anchor(record: str) -> str:
    """The anchor of a record's row in the tables of topics and stages."""
    return slug(record)


def slug(text: str) -> str:
    """A text in [a-z0-9-]."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")
