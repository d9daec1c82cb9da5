"""What a table of the open data is (named columns with their meanings and values, a key,
links to other tables), and what makes one of the class that defines it: its title, rows,
key and links in capitals, then a line a column, with its meaning in the string under it.
Knows no format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, wraps
from typing import Any, Literal, NamedTuple

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.order import groups_of
from generators.document.open_data import codes
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import Source, last_read
from generators.model.manuals import named_after, strings_under
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import ui

Value = str | int | float | bool | None
"""A value of a cell; None where there is none. There are no empty texts."""

Kind = Literal[
    "text", "code", "codes", "day", "whole", "number", "yes", "address", "language"
]
"""What a column holds: a ``text``; a ``code`` of its ``vocabulary`` (or an id); ``codes``
with spaces between them; a ``day`` as ISO 8601, no more precise than it is known
(``2009``, ``2009-04``, ``2009-04-01``); a ``whole`` number or a ``number``; ``yes`` is
true or false; the ``address`` of a page or of what was read; the tag of a ``language``
(BCP 47).
"""


Said = Literal["same", "said", "known"]
"""In what language a column is: the ``same`` in all; ``said`` in one; or words of one
that are ``known`` from another table by a code or an id, as labels and names are.
"""


class Column(NamedTuple):
    """A column: its ``name`` is the same in all languages; ``title`` heads it for people,
    in the language of the table, and is empty where it is for programs; ``meaning`` is a
    sentence in that language. ``vocabulary`` is the list of the table ``vocabulary`` that
    its codes are of (empty: they are ids, or no codes). ``values`` works out its values,
    row by row.
    """

    name: str
    kind: Kind
    values: Callable[[], Sequence[Value]]
    title: str = ""
    meaning: str = ""
    vocabulary: str = ""
    said: Said = "said"


class ForeignKey(NamedTuple):
    """The columns of a table whose values, where there are any, are the key of a row of
    ``table``.
    """

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table in one language. ``key`` are the columns that tell its rows apart;
    ``worded`` those that ``said`` holds though codes and ids say the same, for a reader
    asks for them by words; ``joins`` says that it holds pairs that stand, all in one
    cell, in another table too: a database needs it, a reader does not. Values are worked
    out when they are asked for.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[ForeignKey, ...] = ()
    worded: tuple[str, ...] = ()
    joins: bool = False

    def same(self) -> Table:
        """The table as it is in all languages: codes, days, numbers, addresses."""
        return self._of(
            self.name, [each for each in self.columns if each.said == "same"], self.links
        )

    def said(self) -> Table | None:
        """What one language says in it, by its key, and nothing that codes and ids say;
        None where there is no more.
        """
        own = [
            each
            for each in self.columns
            if each.said == "said" or each.name in self.worded
        ]
        if not any(each.said == "said" for each in own):
            return None
        kept = [each for each in self.columns if each.name in self.key or each in own]
        link = ForeignKey(self.key, self.name, self.key)
        return self._of(f"{self.name}_text", kept, [link])

    def _of(
        self, name: str, kept: Sequence[Column], links: Sequence[ForeignKey]
    ) -> Table:
        return replace(self, name=name, columns=tuple(kept), links=tuple(links))

    @cached_property
    def values(self) -> tuple[Sequence[Value], ...]:
        """The values, column by column."""
        return tuple(each.values() for each in self.columns)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """The values, row by row."""
        return zip(*self.values, strict=True)

    def spoken(self) -> list[tuple[Value, ...]]:
        """The rows that hold more than their key."""
        keys = len(self.key)
        return [
            row for row in self.rows() if any(value is not None for value in row[keys:])
        ]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.columns[0].values())


# -- the rows of a table -----------------------------------------------------------------


class Row(NamedTuple):
    """What a row is of: the id of its ``owner`` (a record, a mechanism …), what stands in
    it (``line``: the owner's model or a part of it, or values by the names of columns),
    the ``anchor`` of that on the owner's page (of a source its id, of an entry its code),
    and its place in a list, from 1.
    """

    owner: str
    line: Any = None
    anchor: str = ""
    number: int = 0


Get = Callable[[Corpus, Row], Any]
"""What is to stand in a cell of a row, as models have it."""
Say = Callable[[Phrases, Row], Any]
"""What is to stand in a cell of a row, in words of a language."""

RECORD = ForeignKey(("record",), "records", ("id",))
STATE = ForeignKey(("state",), "states", ("code",))


def cell(value: Any) -> Any:
    """A value as it is written in a cell: a day as ISO 8601, several codes with spaces
    between them.
    """
    if isinstance(value, PartialDate):
        return value.text
    return (" ".join(value) or None) if isinstance(value, tuple | list) else value


def held(path: str) -> Get:
    """What the line of a row has under a name, or under several with dots between them
    (``seat.country``); None where one of them is not there.
    """
    names = path.split(".")

    def get(_: Corpus, row: Row) -> Any:
        found = row.line
        for name in names:
            if found is not None:
                found = (
                    found.get(name) if isinstance(found, dict) else getattr(found, name)
                )
        return found

    return get


def source_ids(sources: Iterable[Source]) -> list[str]:
    """The ids of the sources of an owner; one that has none is called by its place, from
    1.
    """
    listed = list(sources)
    taken = {each.id for each in listed}
    return [
        each.id or (f"{n}-" if f"{n}" in taken else f"{n}")
        for n, each in enumerate(listed, 1)
    ]


# -- a table in the making ---------------------------------------------------------------


_OPTIONAL = ("LINKS", "WORDED", "JOINS")


def table(definition: Any, phrases: Phrases, base: str) -> Table:
    """A table by the class that defines it; ``base`` is the absolute address of the
    folder of the language, which addresses begin with.
    """
    made, key = Making(definition, phrases, base), tuple(definition.KEY.split())
    title, meaning = made.told(definition.TITLE), made.told(strings_under(definition)[""])
    more = {
        name.lower(): each for name, each in vars(definition).items() if name in _OPTIONAL
    }
    return Table(made.name, title, meaning, tuple(made.columns), key, **more)


class Making:
    """A table in the making. Its rows, and what is the same in all languages, are worked
    out once for all of them.
    """

    def __init__(self, definition: Any, phrases: Phrases, base: str) -> None:
        self.phrases, self.corpus, self.base = phrases, phrases.corpus, base
        self.name = name = named_after(definition, "_")
        self.rows = lambda: phrases.corpus.cached(
            ("open data", name), lambda: [*definition.ROWS(phrases)]
        )
        self.gets: dict[str, Get] = {}
        self.columns: list[Column] = []
        self._fill(definition)

    def _fill(self, definition: type) -> None:
        """Add the columns of a class, and where another class stands in it, those of
        that.
        """
        for name, each in vars(definition).items():
            if isinstance(each, type):
                self._fill(each)
            elif name.islower() and callable(each):
                self._under = strings_under(definition)
                each(self, name)

    def told(self, text: str) -> str:
        """A text of the interface in the language of the table, each paragraph of it as a
        sentence.
        """
        return (
            " ".join(map(self.phrases.localizer.gettext, text.split("\n\n")))
            if text
            else ""
        )

    def of(self, name: str) -> Sequence:
        """A column as it is in all languages."""
        get = self.gets[name]
        return self.corpus.cached(
            ("open data", self.name, name),
            lambda: [cell(get(self.corpus, row)) for row in self.rows()],
        )

    def add(self, column: Column) -> None:
        """A column; what it means is in the string under it, if it does not say so."""
        meaning = (
            column.meaning
            or self._under.get(column.name)
            or strings_under(Common)[column.name]
        )
        self.columns.append(
            column._replace(meaning=self.told(meaning), title=self.told(column.title))
        )


Part = Callable[[Making, str], None]
"""What adds columns to a table, the first of them under a name."""


def part(add: Callable[..., None]) -> Callable[..., Part]:
    """What adds columns, as it stands in the body of a class: without the table, and
    without its name.
    """

    @wraps(add)
    def given(*args: Any, **more: Any) -> Part:
        return lambda made, name: add(made, name, *args, **more)

    return given


# -- columns -----------------------------------------------------------------------------


@part
def plain(
    made: Making,
    name: str,
    kind: Kind,
    title: str = "",
    vocabulary: str = "",
    get: Get | None = None,
) -> None:
    """A column that is the same in all languages; without a ``get`` it holds what lines
    have under its name.
    """
    made.gets[name] = get or held(name)
    made.add(
        Column(
            name, kind, lambda: made.of(name), title, vocabulary=vocabulary, said="same"
        )
    )


ID = plain("code")
"""Ids of records or mechanisms, of sources, of lines, of States, or codes of no list."""
OWNER = plain("code", get=lambda _, row: row.owner)
"""Whose each row is."""
ANCHOR = plain("code", get=lambda _, row: row.anchor)
"""Where on the page of its record each row stands."""
PLACE = plain("whole", get=lambda _, row: row.number)
"""The place in a list."""


@part
def worded(made: Making, name: str, title: str, say: Say, said: Said = "said") -> None:
    """A column of words, which are said as a text or as runs."""

    def values() -> list[Value]:
        every = (say(made.phrases, row) or () for row in made.rows())
        return [
            each if isinstance(each, str) else letters(each) or None for each in every
        ]

    made.add(Column(name, "text", values, title, said=said))


@part
def coded(
    made: Making,
    name: str,
    vocabulary: str,
    title: str,
    get: Get | None = None,
    several: bool = False,
) -> None:
    """Codes (``several`` in one cell), and beside them their labels."""
    plain("codes" if several else "code", "", vocabulary, get)(made, name)

    def values() -> list[Value]:
        labels = codes.code_labels(made.phrases, vocabulary)
        words = cache(
            lambda cell: "; ".join(labels.get(code, code) for code in cell.split(" "))
        )
        return [words(cell) if cell else None for cell in made.of(name)]

    said = "said" if several else "known"
    meaning = letters(
        made.phrases.ui("What the codes in {column} mean, in words.", column=[name])
    )
    made.add(Column(f"{name}_label", "text", values, title, meaning, said=said))


@part
def called(
    made: Making, name: str, of: str, title: str, say: Callable[[Phrases, str], str]
) -> None:
    """What the ids or codes of the column ``of`` are called; it is said once, where they
    are the key.
    """
    word = cache(lambda each: say(made.phrases, each) if each else None)
    said = "said" if of in ("id", "code") else "known"
    made.add(Column(name, "text", lambda: [*map(word, made.of(of))], title, said=said))


def named(of: str, title: str) -> Part:
    """What the record or mechanism in the column ``of`` is called, by its shortest usual
    name.
    """
    return called(of, title, lambda phrases, owner: phrases.localizer.short(owner).text)


def state_named(of: str, title: str) -> Part:
    """What the State in the column ``of`` is called."""
    return called(of, title, lambda phrases, code: phrases.localizer.state(code))


@part
def localized(made: Making, name: str, title: str, say: Say) -> None:
    """Texts (``Localized``, or None), with the language that each is in and the state of
    its translation.
    """
    found = cache(lambda: [say(made.phrases, row) for row in made.rows()])

    def part_of(name: str) -> Callable[[], list[Value]]:
        return lambda: [each and getattr(each, name) for each in found()]

    language = ui("The language that the text before it is in.")
    state = ui(
        "Whether the text before it was written or published so, or is a translation."
    )
    made.add(Column(name, "text", part_of("text"), title))
    made.add(Column(f"{name}_language", "language", part_of("language"), "", language))
    made.add(
        Column(f"{name}_translation", "code", part_of("state"), "", state, "translations")
    )


@part
def prose(made: Making, name: str, title: str, path: str = "") -> None:
    """A text of the owners, which stands under a path of their lines (without one, under
    its name).
    """
    get = held(path or name)

    def said(phrases: Phrases, row: Row) -> Localized | None:
        text = get(phrases.corpus, row)
        return phrases.localizer.said(row.owner, text) if text else None

    localized(title, said)(made, name)


@part
def places(made: Making, name: str, get: Get | None = None) -> None:
    """The address of the page, and of the line on it."""
    made.gets[name] = get or (
        lambda _, row: address(Target("record", row.owner, row.anchor))
    )

    def values() -> list[Value]:
        return [each and f"{made.base}{each}" for each in made.of(name)]

    made.add(Column(name, "address", values, ui("Address"), said="same"))


def _alone(path: str, row: Row) -> tuple[str | None, int | None]:
    """A length and its unit, where there is one alone: several are one length, and no
    number.
    """
    found = getattr(row.line, path) or {}
    return next(iter(found.items())) if len(found) == 1 else (None, None)


@part
def amount(made: Making, name: str, title: str = "") -> None:
    """A number, without its unit. Without a title it is for programs, and its words stand
    elsewhere.
    """
    plain("whole", title, get=lambda _, row: _alone(name, row)[1])(made, name)


def unit(of: str) -> Part:
    """The unit of a number."""
    return coded("measures", ui("Unit"), lambda _, row: _alone(of, row)[0])


def days(of: str) -> Part:
    """A length in days."""
    return plain("number", get=lambda _, row: in_days(getattr(row.line, of)))


def near(get: Get) -> Part:
    """How near to trafficking the text or the line is."""
    return coded("nearness", ui("How near to trafficking"), get)


def sure(
    get: Get = lambda corpus, row: corpus.confidence_of(row.owner, row.line),
) -> Part:
    """How sure the line is."""
    return coded("confidences", ui("Confidence"), get)


REGIONS = coded(
    "regions", ui("Regions"), lambda corpus, row: corpus.regions(row.owner), several=True
)
"""The regions of a record or mechanism."""
ONLY_FOR = coded(
    "groups",
    ui("Only for"),
    lambda corpus, row: groups_of(corpus, row.owner, row.anchor),
    several=True,
)
"""The groups of persons that a line is for alone. Whoever it is for is in all of them."""
SHOWN = sure(lambda corpus, row: corpus.confidence_shown(row.owner))
"""How sure the record or mechanism is as a whole."""
SEEN = plain("day", ui("Read on"), get=lambda _, row: last_read(row.line.sources))
"""When somebody last read a source of it."""
TITLE = localized(ui("Title"), lambda phrases, row: phrases.localizer.title(row.owner))
"""The title of the record or mechanism."""


# -- columns of several tables -----------------------------------------------------------


class OfRecord:
    """The record, and its name."""

    record = OWNER
    record_name = named("record", ui("Record"))


class Standing:
    """What kind of text the record is, and whether it binds: of lines, where the record
    stands.
    """

    binding = plain("yes", get=lambda corpus, row: corpus.records[row.owner].binding)
    """Whether the record is a text that can bind."""
    binds = plain("yes", get=lambda corpus, row: corpus.line_binds(row.owner, row.line))
    """Whether the record, or the line of it in this row, binds anybody on the day of the
    data.
    """
    status = coded("statuses", ui("Status"), lambda corpus, row: corpus.status(row.owner))
    """The status of the record on the day of the data."""


def _reference(phrases: Phrases, row: Row) -> str | None:
    return phrases.localizer.reference(row.owner, row.line.ref) or None


class InText:
    """Where in the text something stands, as typed and as the language writes it."""

    ref = plain("text")
    """The place in the text, as recorded."""
    reference = worded(ui("Where it says so"), _reference)
    """The place in the text, as this language writes it."""


class Common:
    """What columns mean that have no string under them."""

    about: str
    """How near the text or the line is to trafficking in persons."""
    address: str
    """The address of the page, and of the line on it."""
    confidence: str
    """How the line was checked: whether somebody read it in the text itself."""
    id: str
    """The anchor of the line on the page of its record. It does not change."""
    mechanism: str
    """By id: the address after instruments/."""
    mechanism_name: str
    """The organisation or process, by its shortest usual name."""
    note: str
    """What a reader must know about this line."""
    number: str
    """The place in the list, from 1."""
    only_for: str
    """The only persons to whom it applies: those in all these groups. Empty: it applies
    to everyone.
    """
    record: str
    """The record that the line belongs to: its address after instruments/."""
    record_name: str
    """What the text is usually called."""
    regions: str
    """The regions of the organisations that adopted the text."""
    says: str
    """What the text says at that place, in our words."""
    seen: str
    """The last day on which somebody read a source of it."""
    state: str
    """The State, by its code of three letters (ISO 3166-1)."""
    state_name: str
    """The name of the State in this language."""
    title: str
    """The full name, as it was published or as we translate it."""
