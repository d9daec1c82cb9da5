"""What a table of the open data is (named columns with their meanings and values, a key, links to other
tables), and what builds one column by column, from what is the same in all languages and what one language
says. Knows no format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document.open_data import dictionary
from generators.document.phrases import Phrases
from generators.model.citations import Source
from generators.text.partial_dates import PartialDate

Value = str | int | float | bool | None
"""A value of a cell; None where there is none. There are no empty texts."""

Kind = Literal["text", "code", "codes", "day", "whole", "number", "yes", "address", "language"]
"""What a column holds: a ``text``; a ``code`` of its ``vocabulary`` (or an id); ``codes`` with spaces between
them; a ``day`` as ISO 8601, no more precise than it is known (``2009``, ``2009-04``, ``2009-04-01``); a
``whole`` number or a ``number``; ``yes`` is true or false; the ``address`` of a page or of what was read;
the tag of a ``language`` (BCP 47).
"""


Said = Literal["same", "said", "known"]
"""In what language a column is: the ``same`` in all; ``said`` in one; or words of one that are ``known`` from
another table by a code or an id, as labels and names are.
"""


class Column(NamedTuple):
    """A column: its ``name`` is the same in all languages; ``title`` heads it for people, in the language of
    the table, and is empty where it is for programs; ``meaning`` is a sentence in that language.
    ``vocabulary`` is the list of the table ``vocabulary`` that its codes are of (empty: they are ids, or no
    codes).
    """

    name: str
    kind: Kind
    meaning: str
    title: str = ""
    vocabulary: str = ""
    said: Said = "said"


class Link(NamedTuple):
    """The columns of a table whose values, where there are any, are the key of a row of ``table``."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table in one language. ``key`` are the columns that tell its rows apart; ``worded`` those that
    ``said`` holds though codes and ids say the same, for a reader asks for them by words; ``joins`` says that
    it holds pairs that stand, all in one cell, in another table too: a database needs it, a reader does not.
    Values are worked out when they are asked for.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    makers: tuple[Callable[[], Sequence[Value]], ...]
    links: tuple[Link, ...] = ()
    worded: tuple[str, ...] = ()
    joins: bool = False

    def same(self) -> Table:
        """The table as it is in all languages: codes, days, numbers, addresses."""
        return self._of(self.name, [each for each in self.columns if each.said == "same"], self.links)

    def said(self) -> Table | None:
        """What one language says in it, by its key, and nothing that codes and ids say; None where there is
        no more.
        """
        own = [each for each in self.columns if each.said == "said" or each.name in self.worded]
        if not any(each.said == "said" for each in own):
            return None
        kept = [each for each in self.columns if each.name in self.key or each in own]
        link = Link(self.key, self.name, self.key)
        return self._of(f"{self.name}_text", kept, [link])

    def _of(self, name: str, kept: Sequence[Column], links: Sequence[Link]) -> Table:
        pairs = zip(self.columns, self.makers, strict=True)
        makers = tuple(make for column, make in pairs if column in kept)
        return replace(self, name=name, columns=tuple(kept), makers=makers, links=tuple(links))

    @cached_property
    def values(self) -> tuple[Sequence[Value], ...]:
        """The values, column by column."""
        return tuple(make() for make in self.makers)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """The values, row by row."""
        return zip(*self.values, strict=True)

    def spoken(self) -> list[tuple[Value, ...]]:
        """The rows that hold more than their key."""
        keys = len(self.key)
        return [row for row in self.rows() if any(value is not None for value in row[keys:])]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.makers[0]())


# -- the columns of a table ---------------------------------------------------------------------------------


class Row(NamedTuple):
    """What a row is of: the id of its ``owner`` (a record, a mechanism …), what stands in it (``line``: the
    owner's model or a part of it, or values by the names of columns), the ``anchor`` of that on the owner's
    page (of a source its id, of an entry its code), and its place in a list, from 1.
    """

    owner: str
    line: Any = None
    anchor: str = ""
    number: int = 0


Get = Callable[[Row], Any]
"""What is to stand in a cell of a row, as models have it."""

RECORD = Link(("record",), "records", ("id",))
STATE = Link(("state",), "states", ("code",))


def cell(value: Any) -> Any:
    """A value as it is written in a cell: a day as ISO 8601, several codes with spaces between them."""
    if isinstance(value, PartialDate):
        return value.text
    return (" ".join(value) or None) if isinstance(value, tuple | list) else value


def held(path: str) -> Get:
    """What the line of a row has under a name, or under several with dots between them (``seat.country``);
    None where one of them is not there.
    """
    names = path.split(".")

    def get(row: Row) -> Any:
        found = row.line
        for name in names:
            if found is not None:
                found = found.get(name) if isinstance(found, dict) else getattr(found, name)
        return found

    return get


def source_ids(sources: Iterable[Source]) -> list[str]:
    """The ids of the sources of an owner; one that has none is called by its place, from 1."""
    listed = list(sources)
    taken = {each.id for each in listed}
    return [each.id or (f"{n}-" if f"{n}" in taken else f"{n}") for n, each in enumerate(listed, 1)]


class Columns:
    """The columns of a table in the making. ``rows`` tells what each row is of; they, and what is the same in
    all languages, are worked out once for all of them. ``base`` is the absolute address of the folder of the
    language, which addresses begin with. A column without a ``get`` holds what lines have under its name.
    """

    def __init__(
        self, phrases: Phrases, name: str, rows: Callable[[Corpus], Iterable[Row]], base: str = ""
    ) -> None:
        self.phrases, self.corpus, self.name, self._base = phrases, phrases.corpus, name, base
        self._rows = lambda: phrases.corpus.cached(("open data", name), lambda: [*rows(phrases.corpus)])
        self._gets: dict[str, Get] = {}
        self._columns: list[Column] = []
        self._makers: list[Callable[[], Sequence[Value]]] = []

    def of(self, name: str) -> Sequence:
        """A column as it is in all languages."""
        get = self._gets[name]
        return self.corpus.cached(
            ("open data", self.name, name), lambda: [cell(get(row)) for row in self._rows()]
        )

    def add(self, column: Column, make: Callable[[], Sequence[Value]]) -> None:
        """A column whose values ``make`` works out."""
        self._columns.append(column)
        self._makers.append(make)

    def _meaning(self, name: str) -> str:
        return dictionary.meaning(self.phrases, self.name, name)

    def plain(
        self, name: str, kind: Kind, title: str = "", vocabulary: str = "", get: Get | None = None
    ) -> None:
        """A column that is the same in all languages."""
        self._gets[name] = get or held(name)
        column = Column(name, kind, self._meaning(name), title, vocabulary, "same")
        self.add(column, lambda: self.of(name))

    def worded(self, name: str, title: str, say: Callable[[Row], Value], said: Said = "said") -> None:
        """A column of words."""
        column = Column(name, "text", self._meaning(name), title, said=said)
        self.add(column, lambda: [say(row) for row in self._rows()])

    def id(self, name: str, get: Get | None = None) -> None:
        """Ids of records or mechanisms, of sources, of lines, of States, or codes of no list."""
        self.plain(name, "code", get=get)

    def owner(self, name: str) -> None:
        """Whose each row is."""
        self.id(name, lambda row: row.owner)

    def anchor(self) -> None:
        """Where on the page of its record each row stands."""
        self.id("id", lambda row: row.anchor)

    def place(self, name: str = "number") -> None:
        """The place in a list."""
        self.plain(name, "whole", get=lambda row: row.number)

    def holds(self, since: str, until: str) -> None:
        """From when and until when something holds, in columns of these names."""
        ui = self.phrases.localizer.gettext
        self.plain(since, "day", ui("Since"))
        self.plain(until, "day", ui("Until"))

    def coded(self, name: str, vocabulary: str, title: str, get: Get | None = None) -> None:
        """Codes, and beside them their labels."""
        self.plain(name, "code", "", vocabulary, get)
        self.add(
            Column(f"{name}_label", "text", dictionary.beside(self.phrases, name), title, said="known"),
            lambda: self._labels(self.of(name), vocabulary),
        )

    def several(self, name: str, vocabulary: str, title: str, get: Get | None = None) -> None:
        """Several codes in one cell, and beside them their labels."""
        self.plain(name, "codes", "", vocabulary, get)
        label = Column(f"{name}_label", "text", dictionary.beside(self.phrases, name), title)
        self.add(label, lambda: self._rows_of_labels(self.of(name), vocabulary))

    def _labels(self, found: Sequence[str | None], vocabulary: str) -> list[Value]:
        labels = dictionary.code_labels(self.phrases, vocabulary)
        return [labels.get(code, code) if code else None for code in found]

    def _rows_of_labels(self, found: Sequence[str | None], vocabulary: str) -> list[Value]:
        labels, between = dictionary.code_labels(self.phrases, vocabulary), "; "

        @cache
        def said(cell: str) -> str:
            return between.join(labels.get(code, code) for code in cell.split(" "))

        return [said(cell) if cell else None for cell in found]

    def _told(self, name: str, of: str, title: str, say: Callable[[str], str], own: str) -> None:
        """What the ids or codes of the column ``of`` are called; ``own`` is the name that this column has in
        the table that they are the key of.
        """
        said: Said = "said" if of == own else "known"
        self.add(
            Column(name, "text", self._meaning(name), title, said=said),
            lambda: [say(each) if each else None for each in self.of(of)],
        )

    def named(self, name: str, of: str, title: str) -> None:
        """What the record or mechanism in the column ``of`` is called, by its shortest usual name."""
        short = self.phrases.localizer.short
        self._told(name, of, title, cache(lambda owner: short(owner).text), "id")

    def states(self, name: str, of: str, title: str) -> None:
        """What the State in the column ``of`` is called."""
        self._told(name, of, title, cache(self.phrases.localizer.state), "code")

    def said(self, name: str, title: str, get: Get | None = None) -> None:
        """A text of the owners, with the language that it is in and the state of its translation."""
        say, get = self.phrases.localizer.said, get or held(name)
        self.localized(name, title, lambda row: say(row.owner, text) if (text := get(row)) else None)

    def localized(self, name: str, title: str, say: Callable[[Row], Localized | None]) -> None:
        """Texts, with the language that each is in and the state of its translation."""
        found, ui = cache(lambda: [say(row) for row in self._rows()]), self.phrases.localizer.gettext
        text = Column(name, "text", self._meaning(name), title)
        self.add(text, lambda: [each and each.text for each in found()])
        language = Column(f"{name}_language", "language", ui("The language that the text before it is in."))
        self.add(language, lambda: [each and each.language for each in found()])
        state = Column(
            f"{name}_translation",
            "code",
            ui("Whether the text before it was written or published so, or is a translation."),
            "",
            "translations",
        )
        self.add(state, lambda: [each and each.state for each in found()])

    def places(self, get: Get | None = None) -> None:
        """The address of the page, and of the line on it."""
        self._gets["address"] = get or (lambda row: address(Target("record", row.owner, row.anchor)))
        title = self.phrases.localizer.gettext("Address")
        column = Column("address", "address", self._meaning("address"), title, said="same")
        self.add(column, lambda: [each and f"{self._base}{each}" for each in self.of("address")])

    def record(self) -> None:
        """The record, and its name."""
        self.owner("record")
        self.named("record_name", "record", self.phrases.localizer.gettext("Record"))

    def standing(self) -> None:
        """What kind of text the record is, and whether it binds: of lines, where the record stands."""
        corpus = self.corpus
        self.plain("binding", "yes", get=lambda row: corpus.records[row.owner].binding)
        self.plain("binds", "yes", get=lambda row: corpus.binds(row.owner))
        title = self.phrases.localizer.gettext("Status")
        self.coded("status", "statuses", title, lambda row: corpus.status(row.owner))

    def reference(self) -> None:
        """Where in the text something stands, as typed and as the language writes it."""
        self.plain("ref", "text")
        say, ui = cache(self.phrases.localizer.reference), self.phrases.localizer.gettext
        self.worded(
            "reference",
            ui("Where it says so"),
            lambda row: say(row.owner, row.line.ref) if row.line.ref else None,
        )

    def measured(self, name: str, title: str = "", days: bool = True) -> None:
        """A number with its unit, and as ``days``, from the lengths in a field of that ``name``; several are
        one length, and no number. Without a title it is for programs, and its words stand elsewhere.
        """
        get = held(name)

        def alone(row: Row) -> tuple[str | None, int | None]:
            found = get(row) or {}
            return next(iter(found.items())) if len(found) == 1 else (None, None)

        self.plain(name, "whole", title, get=lambda row: alone(row)[1])
        unit = self.phrases.localizer.gettext("Unit")
        self.coded(f"{name}_unit", "measures", unit, lambda row: alone(row)[0])
        if days:
            self.plain(f"{name}_days", "number", get=lambda row: in_days(get(row)))

    def sure(self, get: Get | None = None) -> None:
        """How sure the line is."""
        sure = get or (lambda row: self.corpus.confidence_of(row.owner, row.line))
        self.coded("confidence", "confidences", self.phrases.localizer.gettext("Confidence"), sure)

    def table(self, title: str, meaning: str, key: str, links: Iterable[Link] = (), **more: Any) -> Table:
        """The table; ``key`` are the names of the columns of its key, with spaces between them, ``more`` says
        which are ``worded``, and whether it ``joins``.
        """
        columns, makers = tuple(self._columns), tuple(self._makers)
        return Table(self.name, title, meaning, columns, tuple(key.split()), makers, tuple(links), **more)
