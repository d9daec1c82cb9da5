"""Runs for the typesetter.

A run is a string in the volume's language, or a mapping. No text is markup. The keys of a
mapping:

``t``
    Its text.
``k``
    Its kind.
``l``, ``d``
    The language and direction of a text in another language.
``to``
    A chapter of the same volume.
``page``
    That the page of this chapter follows.
``mark``
    An address that the index finds here.
``url``
    An address on the web.
``stop``
    That it is the sign after a number in a right-to-left line.

The kind ``ref`` keeps its order in a right-to-left text. The kind ``mark`` is the sign of
an unreviewed, missing or stale translation. The others are emphases: ``b``, ``i``,
``src``, ``num``, ``warn`` and ``s``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Any, assert_never

from generators.corpus import addresses, cldr
from generators.document import runs as kinds
from generators.document.runs import DOT, Run, Runs, Shared
from generators.text import gettext_files

JsonRun = str | dict[str, Any]
JsonRuns = list[JsonRun]

_AFTER_NUMBER = re.compile(
    r"(?<![\w/.\u2013-])(\d+(?:[.,/\u2013-]\d+)*[A-Z]?)"
    r"([ \u00a0]?[\u060c\u061b.:()\u00b7])(?!\d)"
)
"""A number that no letter or sign is before, such as 6 or 1A, and the signs after it."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")

_LED = {"to", "page", "mark"}
"""What a run says of where it leads, or of what leads to it."""


class PaperRunWriter:
    """Writes the runs of one volume. What has a chapter in it is in ``targets``, by
    address. The ``colon`` is between a label and its value in one line. The absolute
    address of the language's pages is ``base``.

    With ``unread_signs`` each unread translation gets its sign. Where nobody has read
    anything of a volume, its cover says so once. After all is written, ``machine`` says
    whether that is so.
    """

    def __init__(
        self,
        direction: str,
        colon: str = ": ",
        targets: Set[str] = frozenset(),
        base: str = "",
        *,
        unread_signs: bool = True,
    ) -> None:
        self.rtl = direction == "rtl"
        self.base = base
        self.targets = targets
        self.here = ""  # the address of the chapter that is being written
        self.colon = colon
        self.unread_signs = unread_signs
        # whether anything written so far is an unreviewed translation, or was read
        self.unread = False
        self.read = False

    @property
    def machine(self) -> bool:
        return self.unread and not self.read

    def runs(self, runs: Runs) -> JsonRuns:
        """A line for the typesetter."""
        line: JsonRuns = []
        for run in runs:
            line += self.run(run)
        return line

    def run(self, run: Run) -> JsonRuns:  # noqa: C901 - a case for each kind
        """One run for the typesetter."""
        match run:
            case str():
                return self._plain(run)
            case Shared():
                return self.runs(run.body)
            case kinds.Link():
                return self._link(run)
            case kinds.Reference():
                return self._reference(run.text)
            case kinds.Text():
                return self._text(run)
            case kinds.TranslationSign():
                return self._translation_sign(run)
            case kinds.Sign():
                is_warning = run.code == "recalled"
                return [{"t": run.words, "k": "warn"} if is_warning else run.words]
            case kinds.Annotation():
                return with_kind("src", self.runs(run.runs))
            case kinds.Absence():
                return self._absence(run)
            case kinds.Outside():
                return self._outside(run)
            case kinds.Strong() | kinds.Adopters():
                return with_kind("b", self.runs(run.runs))
            case kinds.Emphasis():
                return with_kind("i", self.runs(run.runs))
            case kinds.Avoided():
                return with_kind("s", self.runs(run.runs))
            case kinds.Share() | kinds.Parts() | kinds.Scale():
                return []  # the words are next to it
            case kinds.WebAddress():
                return self._web_address(run)
            case _:
                assert_never(run)

    def _reference(self, text: str) -> JsonRuns:
        """A reference or an address, which keeps its order in a right-to-left text."""
        if not self.rtl:
            return [text]
        if not _RIGHT_TO_LEFT.search(text):
            return [{"t": text, "k": "ref"}]
        return [as_mapping(part) | {"k": "ref", "d": "rtl"} for part in self._plain(text)]

    def _plain(self, text: str) -> JsonRuns:
        """A text of the volume's language.

        In a right-to-left line, what reads a PDF turns a number round with the signs
        after it. So a search would not find a number before a comma. Such signs are runs
        of their own, with marks of direction (``volume.typ``).
        """
        if not self.rtl:
            return [text]
        line: JsonRuns = []
        end = 0
        for match in _AFTER_NUMBER.finditer(text):
            line += [text[end : match.start(2)], {"t": match[2], "stop": True}]
            end = match.end()
        return [*line, text[end:]] if text[end:] else line

    def _text(self, run: kinds.Text) -> JsonRuns:
        if run.language == "zxx":
            return [run.text]
        direction = cldr.direction(run.language)
        own = {"l": run.language, "d": direction}
        if direction == "ltr":
            return [{"t": run.text} | own]
        return [as_mapping(part) | own for part in self._plain(run.text)]

    def _translation_sign(self, run: kinds.TranslationSign) -> JsonRuns:
        if run.state == gettext_files.REVIEWED:
            self.read = True
            return []
        if run.state != gettext_files.UNREVIEWED:
            return ["\u00a0", {"t": run.language, "k": "mark"}]
        self.unread = True
        return ["\u00a0", {"t": "⇄", "k": "mark"}] if self.unread_signs else []

    def _link(self, run: kinds.Link) -> JsonRuns:
        """Runs that lead to a chapter, if this volume has one that is not their own. The
        page of a text follows. The index finds the States.
        """
        address = addresses.address(run.target._replace(anchor=""))
        line = self.runs(run.runs)
        if not line:
            return line
        last: dict[str, Any] = {}
        if address in self.targets and address != self.here:
            line = [as_mapping(part) | {"to": address} for part in line]
            if run.target.kind == "record":
                last = {"page": True}
        elif run.target.kind == "state" and self.targets:
            last = {"mark": address}
        return [*line[:-1], as_mapping(line[-1]) | last] if last else line

    def _outside(self, run: kinds.Outside) -> JsonRuns:
        """A link to another host, with its address in full where the words are others,
        for paper cannot be followed.
        """
        line = self.runs(run.runs)
        address: dict[str, Any] = {"t": run.url, "url": run.url, "k": "ref"}
        first = run.runs[0] if len(run.runs) == 1 else ""
        if isinstance(first, kinds.Reference):
            is_address = first.text == run.url.removeprefix("mailto:")
            if first.text and (is_address or run.url.startswith("tel:")):
                return [address | {"t": first.text}]
        return [*line, " ", address]

    def _web_address(self, run: kinds.WebAddress) -> JsonRuns:
        url = f"{self.base}{addresses.address(run.target)}"
        return [{"t": url, "url": url, "k": "ref"}]

    def _absence(self, run: kinds.Absence) -> JsonRuns:
        """The words of an absence; a dash for silence, and nothing where words are next
        to it.
        """
        if run.words:
            return [run.words]
        return ["—"] if run.silent else []


def joined_written(lines: Iterable[JsonRuns], by: str = DOT) -> JsonRuns:
    """Written lines joined to one; empty ones are left out.

    >>> joined_written([["a"], [], [{"t": "b"}]], " ")
    ['a', ' ', {'t': 'b'}]
    """
    line: JsonRuns = []
    for part in lines:
        if part:
            if line:
                line.append(by)
            line += part
    return line


def without_links(run: JsonRun) -> JsonRun:
    """A run as it is where nothing leads to it and it leads nowhere."""
    if isinstance(run, str):
        return run
    return {key: value for key, value in run.items() if key not in _LED}


def as_mapping(run: JsonRun) -> dict[str, Any]:
    """A run that more can be said of."""
    return {"t": run} if isinstance(run, str) else run


def with_kind(kind: str, runs: JsonRuns) -> JsonRuns:
    """Runs of a kind; those that have one of their own keep it.

    >>> with_kind("b", ["a", {"t": "1", "k": "ref"}])
    [{'t': 'a', 'k': 'b'}, {'t': '1', 'k': 'ref'}]
    """
    line: JsonRuns = []
    for run in runs:
        part = as_mapping(run)
        line.append(part if part.get("k") else part | {"k": kind})
    return line
