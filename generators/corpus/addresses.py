"""Addresses of the site: all are made here, and the anchors of lines in ``anchors``.

The address is the id, and neither changes once published. A module that links says what
it links to (a ``Target``), and never writes an address. ``compendium addresses`` prints
all that are promised.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Target(NamedTuple):
    """What a link leads to.

    ``kind`` says how to read ``name``. A ``record`` (or mechanism), its ``review`` sheet
    and an ``item`` have their id. So have ``parties``, where they have a page of their
    own. A ``state`` has its alpha-3 code in capitals. So have the ``first-days`` of a
    case there, ``case`` a case there on one sheet, and ``between`` it and another. An
    entry of the vocabulary (``topic``, ``stage``, ``region``, ``term`` …) has its code. A
    topic for one State (``topic-in``) has both: ``assistance/BEN``. To ``compare`` has
    the ids of records, with blanks between. A ``rule`` has its
    name, and a ``file`` (a calendar, a feed) its path. Any other ``page`` has its address
    without the slash at its end, such as ``plans``. That of the home page is ``""``.

    ``anchor`` is a place on that page. Some kinds have no page of their own: item, term,
    principle, indicator, pillar, rule and review. They are such a place already and take
    none.
    """

    kind: str
    name: str = ""
    anchor: str = ""


PAGES = (
    "",
    "topics",
    "matrix",
    "numbers",
    "pathway",
    "first-days",
    "states",
    "instruments",
    "plans",
    "monitoring",
    "principles",
    "dakar-2010",
    "terms",
    "about",
    "contribute",
    "tour",
    "downloads",
    "kept",
    "status",
    "rules",
    "search",
    "compare",
    "between",
    "case",
    "changes",
    "data",
    "edit",
    "review",
    "recognise",
)
"""The pages that there is one of, by name."""
FORMER_PAGES = {"translate": "contribute"}
"""Pages that are gone, and the page to which the address of each leads now."""
HAND_WRITTEN = ("about", "contribute", "tour")
"""Those of them that are files in ``docs/`` and are not generated."""

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
    "case": "case/#in={}",
    "review": "review/#{}",
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

KEPT_LIST = "kept/files.json"
"""What a reader can keep on a device, below the folder of its language."""


WEB_APP = "kept/app.webmanifest"
"""What the site is on a device that keeps it, below the folder of its language."""

SEARCH_INDEX = "search/index/"
"""The folder of the search index, below the folder of its language."""


@cache
def address(target: Target) -> str:
    """The address of a target, below the folder of its language; the home page is ``""``.

    Raises KeyError for a kind that there is not, ValueError for an anchor on what is one
    itself.

    >>> address(Target("record", "au/plan", "art-3"))
    'instruments/au/plan/#art-3'
    """
    place = _place(target.kind, target.name)
    if not target.anchor:
        return place
    if "#" in place:
        raise ValueError(f"'{place}' is an anchor, and takes none")
    return f"{place}#{target.anchor}"


def calendar(target: Target) -> Target:
    """The calendar file in the folder of a page: of a mechanism, or all (``monitoring``).

    >>> calendar(Target("page", "monitoring")).name
    'monitoring/calendar.ics'
    """
    return Target("file", f"{address(target)}calendar.ics")


def feed(target: Target) -> Target:
    """The feed of what changed, in the folder of a page: of a mechanism, a region, or all
    (``changes``).

    >>> feed(Target("page", "changes")).name
    'changes/feed.xml'
    """
    return Target("file", f"{address(target)}feed.xml")


def table(name: str, language: str = "") -> str:
    """The path of a table of the open data as CSV, by its name, below the root of the
    site. With a language it is the table of what that language says.

    >>> table("records"), table("records", "en")
    ('data/csv/records.csv', 'data/csv/en/records.csv')
    """
    return f"{TABLES}{language}{'/' if language else ''}{name}.csv"


def _place(kind: str, name: str) -> str:
    """The address of a target without its anchor.

    >>> _place("item", "dakar/item-1"), _place("topic-in", "assistance/BEN")
    ('dakar/#item-1', 'topics/assistance/?state=ben')
    >>> _place("compare", "au/plan eu/plan")
    'compare/?r=au/plan&r=eu/plan'
    """
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
    if kind == "compare":
        return f"compare/?r={name.replace(' ', '&r=')}"
    if kind in ("state", "first-days", "case"):
        name = name.lower()
    return _PLACES[kind].format(name)


def anchor(target: Target) -> str:
    """The anchor of a target on its page; ``""`` where it is the page itself.

    >>> anchor(Target("term", "trafficking"))
    'trafficking'
    """
    return address(target).partition("#")[2]


def relative(here: str, there: str) -> str:
    """The link from the page at one address to another address below the same folder.
    ``here`` ends in a slash, or is empty, or a file's name.

    >>> relative("topics/assistance/", "states/ben/")
    '../../states/ben/'
    >>> relative("", "")
    './'
    """
    up = "../" * here.count("/")
    return f"{up}{there}" or "./"


def volume(name: str, language: str) -> str:
    """The path of the PDF of a volume, below the root of the site.

    >>> volume("records/ecowas/policy-2009", "en")
    'pdf/en/records/ecowas/policy-2009.pdf'
    """
    return f"pdf/{language}/{name}.pdf"


def book(name: str, language: str) -> str:
    """The path of the EPUB of a volume, below the root of the site.

    >>> book("states/ben", "en")
    'epub/en/states/ben.epub'
    """
    return f"epub/{language}/{name}.epub"


def offline_copy(language: str) -> str:
    """The path of the copy of a language for reading offline, below the root of the site.

    >>> offline_copy("en")
    'offline/en.zip'
    """
    return f"offline/{language}.zip"


def row_anchor(record: str) -> str:
    """The anchor of a record's row in the tables of topics and stages."""
    return slug(record)


def cell_anchor(place: str) -> str:
    """The anchor of a line (``record#anchor``) in the table of a topic.

    >>> cell_anchor("coe/convention-197#art-16-2")
    'coe-convention-197--art-16-2'
    """
    record, _, anchor = place.partition("#")
    return f"{row_anchor(record)}--{anchor}"


def slug(text: str) -> str:
    """A text in [a-z0-9-].

    >>> slug("Arts. 2(f), 9")
    'arts-2-f-9'
    """
    return _NOT_SLUG.sub("-", text.lower()).strip("-")
