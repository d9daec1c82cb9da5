"""What a reader of YAML notes about values that the parser takes and that say something else than was meant:
cut by a number sign or a comma, called by a sign of YAML, typed twice, not there at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generators.text import yaml_shape
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.text.yaml_lines import Known, Repair, plain, quoted
from generators.text.yaml_places import in_words
from generators.text.yaml_repairs import write

if TYPE_CHECKING:
    import yaml

_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_UNSEEN}]")
"""Control characters, separators of lines, bidirectional overrides, letters for private use, and what has no
width or no meaning: they change what a reader sees or a search finds.
"""

_COMMENTED = re.compile(r"[^\s][ \t]#")
_COMMENT = re.compile(r"[ \t]*#(\S?)")
_OPENING, _CLOSING = ("\u201c", "\u201e", "\u2018", "\u201a", "\u201d"), ("\u201d", "\u201c", "\u2019")
"""Typographic quotes as they open and close a text in the languages that use them."""
_DASHES = ("-", "\u2013", "\u2014", "\u2022")


def shape_problem(path: str, found: Repair) -> Problem:
    """A fault of a file's form, as a problem."""
    return Problem(path, found.line + 1, "-", found.message, found.hint, "yaml-syntax", found.column + 1)


class Notes:
    """What was noted of one file so far. ``data`` is what was read of it, ``where`` the place of the value
    that is being read; ``broken`` says that what was read is not what was meant.
    """

    data: Any

    def __init__(self, path: str, text: str, known: Known | None) -> None:
        # the parser may count an empty line behind the last one
        self.path, self._text, self._known = path, f"{text}\n", known
        self.keys = known.siblings if known else {}
        self._typed = self._text.split("\n") if _COMMENTED.search(text) else ()
        self.problems: list[Problem] = []
        self.broken = False

    def where(self) -> tuple[str | int, ...]:
        """The path of the value that is being read."""
        raise NotImplementedError

    def note(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        """Note a problem at the value that is being read."""
        mark, loc = event.start_mark, self.where()
        where = in_words(loc, self.data) or "-"
        line = min(mark.line + 1, self._text.count("\n"))
        found = Problem(self.path, line, where, message, hint, rule, mark.column + 1, loc)
        self.problems.append(found)

    def _fault(self, found: Repair) -> None:
        """Something that YAML reads otherwise than it was meant: of what follows nothing is said."""
        before = [each for each in self.problems if each.line <= found.line]
        told = shape_problem(self.path, found)
        told = replace(told, line=min(told.line, self._text.count("\n")))
        self.problems, self.broken = [*before, told], True

    def _line(self, event: yaml.Event) -> str:
        return self._text.split("\n")[event.start_mark.line]

    def sign(self, event: yaml.Event, sign: str) -> None:
        """An anchor, alias or tag."""
        mark = event.start_mark
        message = say("a value that begins with '{sign}'", sign=sign)
        self.note(event, "yaml-plain", message, yaml_shape.in_quotes(self._text, mark.line, mark.column))

    def hidden(self, event: yaml.ScalarEvent, letter: str) -> None:
        """A letter that nobody sees."""
        message = say("a hidden character (U+{code})", code=f"{ord(letter):04X}")
        hint = say("remove it; the site sets direction by itself")
        if event.style == '"' and re.search(r"\\[^xuU]", self._line(event)):
            hint = say("put the text into single quotes: between double ones a backslash makes other letters")
        self.note(event, "text-hidden", message, hint)

    def nothing(self, event: yaml.ScalarEvent, pending: Sequence[str]) -> None:
        """A key without a value (``pending``; none for an item); within braces also a word that is no key."""
        mark, line = event.start_mark, self._line(event)
        before = line[: mark.column].rstrip()
        if not pending or event.value or event.style or before.endswith((":", "-")):
            message, hint = say("no value"), say("leave the key out where there is nothing to say")
            rest = line[mark.column :].strip()
            if rest.startswith("#"):
                message = say("no value: what begins with '#' is no part of the record")
                hint = say("put the text into quotes ({text}), or leave the key out", text=quoted(rest))
            self.note(event, "yaml-empty", message, hint)
        elif not self.broken:
            column = len(before) - len(pending[0]) if before.endswith(pending[0]) else before.rfind(",") + 1
            self._fault(yaml_shape.cut_by_comma(self._text, mark.line, column, self._known))

    def looks(self, event: yaml.ScalarEvent) -> None:
        """What a text looks like that was typed as a letter writer would: with a number sign after a space,
        or between typographic quotes.
        """
        if event.style or not event.value:
            return
        value, mark = event.value, event.end_mark
        comment = self._typed and _COMMENT.match(self._typed[mark.line], mark.column)
        # behind one word, a code or a day, '# ' begins a comment and '#4' a number
        if comment and (" " in value or comment[1]):
            start, whole = event.start_mark, say("put the whole text into quotes")
            if start.line == mark.line:
                whole = yaml_shape.in_quotes(self._text, start.line, start.column)
            hint = say("{quoted}; or leave the comment out", quoted=whole)
            self.note(event, "yaml-cut", say("the text ends before ' #'"), hint)
        if value[:1] in _OPENING and value[-1:] in _CLOSING and len(value) > 1:
            signs = f"{value[0]} {value[-1]}"
            message = say("typographic quotes round the value ({signs})", signs=signs)
            hint, start = say("leave them out, or write straight quotes"), event.start_mark
            if start.line == mark.line:
                line = self._line(event)
                hint = write(line[: start.column] + plain(value[1:-1]) + line[mark.column :])
            self.note(event, "yaml-quotes", message, hint)

    def odd(self, event: yaml.ScalarEvent) -> None:
        """A key in a form that no key has."""
        key, mark = event.value, event.start_mark
        if key == "<<":
            self.note(event, "yaml-plain", say("merge key '<<'"), say("write the keys out"))
        elif not self.broken and (":" in key or key[:1] in _DASHES or not key.isascii()):
            found = yaml_shape.odd_key(self._text, mark.line, self._known)
            if found:
                self._fault(found)

    def twice(self, event: yaml.ScalarEvent, first: int, in_item: bool) -> None:
        """A key that stands twice in its mapping, first on a line; ``in_item``: it is an item of a list."""
        last, here = self.problems[-1] if self.problems else None, self.where()
        if last and last.rule == "yaml-duplicate" and last.loc[:-1] == here[:-1]:
            return  # a whole item whose dash is missing is one mistake
        message, hint = say("the key stands twice (first on line {n})", n=first), say("keep one of them")
        if in_item:
            line = self._line(event).strip()
            hint = say(
                "where a new item begins here, begin it with a dash: - {line}; else keep one", line=line
            )
        self.note(event, "yaml-duplicate", message, hint)
