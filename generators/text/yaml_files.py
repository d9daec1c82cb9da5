"""YAML files as the text that was typed, with the line of every value.

YAML is read event by event and never constructed: every scalar keeps its text. So ``NO``,
``on``, ``1.10``, ``12:30`` and ``010`` cannot become another value. Anchors, aliases,
tags, merge keys and second documents are refused, so nothing can grow while it is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generators.text import files, yaml_repairs
from generators.text.memory import Memory, packed
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say
from generators.text.sources import (
    Data,
    Path_,
    SourceFile,
    in_words,
    line_of,
    remembered,
    spot,
)
from generators.text.yaml_lines import KEY, Keys, plain, quoted
from generators.text.yaml_slips import Repair, write

RULES = (
    Rule("yaml-syntax", "A file is YAML that can be parsed, indented with spaces."),
    Rule(
        "yaml-plain",
        "A file uses no anchors, aliases, tags, merge keys or second documents.",
    ),
    Rule("yaml-duplicate", "Each key is used once in its mapping."),
    Rule(
        "yaml-cut",
        "A text that holds ' #' is quoted: "
        "YAML takes the rest of its line for a comment.",
    ),
    Rule("yaml-quotes", "A value is quoted with straight quotes or not at all."),
    Rule("yaml-empty", "A key has a value; what is not known is left out."),
)

_SHORT = 40
"""The most letters of a code, a day or a number, which many files have. Values that short
share one text in memory, as equal keys do.
"""


MAX_VALUES = 20_000
"""The most keys and values of a file: twice those of our longest list."""
MAX_ITEMS = 1000
"""The most items of a list: more than twice those of our longest one."""
MAX_LETTERS = 5000
"""The most letters of a value: those of a note. Other texts have fewer, and a rule asks
for that. A longer one is not handed to any rule.
"""


_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065"
    "\u206a-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_UNSEEN}]")
"""Characters that change what a reader sees or a search finds: controls, separators of
lines, bidirectional overrides, private letters, and what has no width or no meaning.
"""

_COMMENTED = re.compile(r"[^\s][ \t]#")
_COMMENT = re.compile(r"[ \t]*#(\S?)")
_OPENING = ("\u201c", "\u201e", "\u2018", "\u201a", "\u201d")
_CLOSING = ("\u201d", "\u201c", "\u2019")
"""Typographic quotes as they open and close a text in the languages that use them."""


def read(
    file: Path, root: Path, memory: Memory | None = None, keys: Keys | None = None
) -> tuple[SourceFile | None, list[Problem]]:
    """Read one file below ``root``: its source, and its problems.

    The source is None where the file cannot be read as YAML at all. A file whose bytes
    are in ``memory`` is not parsed again; a file with a problem is not remembered.
    ``keys`` are those of records.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    known = memory.find(f"yaml {digest}") if memory else None
    if known is not None:
        data, numbers, letters = known
        return SourceFile(path, data, remembered(data, numbers), letters, {}, digest), []
    text, problems = files.decoded(raw, path)
    if text is None:
        return None, problems
    source, problems = parse(text, path, keys)
    if source is None:
        return None, problems
    source = replace(source, digest=digest)
    if memory and not problems:
        numbers = packed(list(source.spots().values()))
        memory.keep(f"yaml {digest}", (source.data, numbers, source.letters))
        source = replace(source, spots=remembered(source.data, numbers))
    return source, problems


def parse(
    text: str, path: str, keys: Keys | None = None
) -> tuple[SourceFile | None, list[Problem]]:
    """Read YAML from a text: its source (None where it is not YAML), and its problems.

    ``path`` names the text in problems, ``keys`` are those of records.

    >>> source, problems = parse("title: A plan", "plan.yml")
    >>> source.data
    {'title': 'A plan'}
    """
    if conflict := yaml_repairs.conflict(text):
        return None, [_problem_of(path, conflict)]
    reader = _Reader(path, text, keys)
    try:
        reader.run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        fault = yaml_repairs.fault(text, error, keys)
        # what was read of the lines at fault is not what was meant there
        reader.problems = [
            problem
            for problem in reader.problems
            if problem.line < fault.line and problem.rule != "yaml-empty"
        ]
        reader.problems.append(_problem_of(path, fault))
        reader.broken = True
    except yaml.reader.ReaderError:  # whose position counts bytes
        reader.problems += files.characters(text, path)
    if reader.broken or reader.data is None:
        hint = say("expected keys and values")
        empty = Problem(path, 1, "-", say("the file is empty"), hint, "yaml-empty")
        return None, reader.problems or [empty]
    spots = reader.spots
    letters = "".join(sorted(reader.letters))
    return SourceFile(path, reader.data, lambda: spots, letters), reader.problems


def _problem_of(path: str, fault: Repair) -> Problem:
    """A fault of a file's form, as a problem."""
    return Problem(
        path,
        fault.line + 1,
        "-",
        fault.message,
        fault.hint,
        "yaml-syntax",
        fault.column + 1,
    )


class _Container(NamedTuple):
    """A mapping or list that is being read."""

    value: dict[str, Any] | list[Any]
    path: Path_
    pending_key: list[str]
    """The key whose value comes next, alone in a list; empty where a key comes next."""


class _Reader:
    """Builds plain data from YAML events, and notes what is wrong with them.

    Its own stack takes the place of recursion, so that a deep file costs nothing.
    """

    def __init__(self, path: str, text: str, keys: Keys | None) -> None:
        self.path = path
        self.keys = keys
        self.data: Data | None = None
        self.spots: dict[Path_, int] = {}
        self.letters: set[str] = set()
        self.problems: list[Problem] = []
        self.broken = False
        """What was read is not what was meant."""
        self._text = f"{text}\n"  # the parser may count an empty line after the last one
        self._has_comments = _COMMENTED.search(text) is not None
        self._stack: list[_Container] = []
        self._documents = 0
        self._values = 0

    @cached_property
    def _lines(self) -> Sequence[str]:
        """The lines of the text."""
        return self._text.split("\n")

    def run(self, events: Iterator[yaml.Event]) -> None:
        """Read the events of one file."""
        for event in events:
            if isinstance(event, yaml.NodeEvent) and self._is_too_much(event):
                return
            if isinstance(event, yaml.ScalarEvent):
                self._read_scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._open_container(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._refuse_sign(event, "*")
                self._put(event, "")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    message = say("a second document ('---')")
                    self._note(event, "yaml-plain", message, say("one record a file"))
                    self.broken = True
                    return

    def _is_too_much(self, event: yaml.NodeEvent) -> bool:
        """Note that a file or list has too much in it, or that a text is too long.

        Then nothing more is read of it: time would grow with what was typed, and nobody
        would read the findings.
        """
        self._values += 1
        letters = len(event.value) if isinstance(event, yaml.ScalarEvent) else 0
        items = self._stack[-1].value if self._stack else ()
        if isinstance(items, list) and len(items) >= MAX_ITEMS:
            message = say("a list of more than {n} items", n=MAX_ITEMS)
            self._note(event, "file-size", message, say("split the file"))
        elif self._values > MAX_VALUES:
            message = say("more than {n} keys and values", n=MAX_VALUES)
            self._note(event, "file-size", message, say("split the file"))
        elif letters > MAX_LETTERS:
            message = say("{n} letters", n=letters)
            hint = say("{most} at most: shorten it", most=MAX_LETTERS)
            self._note(event, "text-length", message, hint)
        else:
            return False
        self.broken = True
        return True

    def _path(self) -> Path_:
        """The path of the value that is being read."""
        if not self._stack:
            return ()
        container = self._stack[-1]
        if isinstance(container.value, list):
            return (*container.path, len(container.value))
        return (*container.path, *container.pending_key)

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Note an anchor and a tag before a value."""
        if event.anchor is not None:
            self._refuse_sign(event, "&")
        if event.tag is not None:
            self._refuse_sign(event, "!")

    def _open_container(self, event: yaml.CollectionStartEvent) -> None:
        """Begin a mapping or a list. One with a tag is not what it looks like."""
        self._refuse_marks(event)
        self.broken = self.broken or event.tag is not None
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        value: dict[str, Any] | list[Any] = {} if is_mapping else []
        path = self._put(event, value)
        self._stack.append(_Container(value, path, []))

    def _read_scalar(self, event: yaml.ScalarEvent) -> None:
        """Read a text: a key of a mapping, or a value."""
        self._refuse_marks(event)
        if not event.value.isascii():
            self.letters.update(event.value)
        if hidden := HIDDEN.search(event.value):
            message = say("a hidden character (U+{code})", code=f"{ord(hidden[0]):04X}")
            hint = say("remove it; the site sets direction by itself")
            self._note(event, "text-hidden", message, hint)
        container = self._stack[-1] if self._stack else None
        in_mapping = container is not None and isinstance(container.value, dict)
        if container and in_mapping and not container.pending_key:
            self._read_key(event, container)
            return
        self._look_at_text(event)
        is_null = not event.style and event.value in ("~", "null", "Null", "NULL")
        if event.value == "" or is_null:
            key = container.pending_key[0] if container and in_mapping else ""
            self._note_no_value(event, key)
        short = len(event.value) <= _SHORT
        self._put(event, sys.intern(event.value) if short else event.value)

    def _read_key(self, event: yaml.ScalarEvent, container: _Container) -> None:
        """Read a key of a mapping."""
        if not event.style and event.value not in (self.keys or ()):
            self._note_odd_key(event)
        container.pending_key.append(sys.intern(event.value))
        if event.value in container.value:
            first = line_of(self.spots[(*container.path, event.value)])
            in_item = bool(container.path) and isinstance(container.path[-1], int)
            self._note_second_key(event, first, in_item)

    def _put(self, event: yaml.Event, value: Data) -> Path_:
        """Put a value where it belongs, with its spot; gives back its path."""
        path = self._path()
        if not self._stack:
            self.data = value
        else:
            container = self._stack[-1]
            if isinstance(container.value, list):
                container.value.append(value)
            elif container.pending_key:
                container.value.setdefault(container.pending_key.pop(), value)
            else:
                message = say("a key that is not plain text")
                self._note(event, "yaml-syntax", message, say("keys are single words"))
                container.pending_key.append("?")
        mark = event.start_mark
        self.spots.setdefault(path, spot(mark.line + 1, mark.column + 1))
        return path

    # -- what the parser takes and that says something else than was meant ---------------

    def _note(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        """Note a problem at the value that is being read."""
        mark = event.start_mark
        path = self._path()
        where = in_words(path, self.data) or "-"
        line = min(mark.line + 1, self._text.count("\n"))
        self.problems.append(
            Problem(self.path, line, where, message, hint, rule, mark.column + 1, path)
        )

    def _stop_at(self, fault: Repair) -> None:
        """Note something that YAML reads otherwise than it was meant.

        Problems further down are dropped: what follows was read wrongly too.
        """
        problem = _problem_of(self.path, fault)
        line = min(problem.line, self._text.count("\n"))
        self.problems = [
            earlier for earlier in self.problems if earlier.line <= fault.line
        ]
        self.problems.append(replace(problem, line=line))
        self.broken = True

    def _line(self, event: yaml.Event) -> str:
        """The line on which an event begins."""
        return self._lines[event.start_mark.line]

    def _refuse_sign(self, event: yaml.Event, sign: str) -> None:
        """Note an anchor (&), an alias (*) or a tag (!).

        Before a text the sign may be the first letter of the text itself.
        """
        mark = event.start_mark
        match = re.match(r"[^\s,\]}]*", self._line(event)[mark.column :])
        word = match[0] if match else ""
        begins_text = isinstance(event, yaml.ScalarEvent) and bool(event.value)
        if sign == "*":
            hint = say("write out what it means, or put the text into quotes")
        elif begins_text and not word.startswith("!!"):
            hint = _in_quotes(self._line(event), mark.column)
        else:
            hint = say("take '{word}' away", word=word)
        message = say("a value that begins with '{sign}'", sign=sign)
        self._note(event, "yaml-plain", message, hint)

    def _note_no_value(self, event: yaml.ScalarEvent, key: str) -> None:
        """Note a ``key`` without a value (empty: an item of a list).

        Within braces it may be a word of a text that was cut by a comma.
        """
        mark = event.start_mark
        line = self._line(event)
        before = line[: mark.column].rstrip()
        if not key or event.value or event.style or before.endswith((":", "-")):
            message = say("no value")
            hint = say("leave the key out where there is nothing to say")
            rest = line[mark.column :].strip()
            if rest.startswith("#"):
                message = say("no value: what begins with '#' is not part of the record")
                hint = say(
                    "put the text into quotes ({text}), or leave the key out",
                    text=quoted(rest),
                )
            self._note(event, "yaml-empty", message, hint)
        elif not self.broken:
            column = before.rfind(",") + 1
            if before.endswith(key):
                column = len(before) - len(key)
            self._stop_at(_cut_by_comma(self._text, mark.line, column))

    def _look_at_text(self, event: yaml.ScalarEvent) -> None:
        """Note a text that was typed as in a letter and that YAML reads otherwise."""
        if event.style or not event.value:
            return
        self._note_comment(event)
        self._note_quotes(event)

    def _note_comment(self, event: yaml.ScalarEvent) -> None:
        """Note a text that a number sign after a blank cuts off.

        After one word, a code or a day, ``# `` begins a comment and ``#4`` is a number.
        """
        if not self._has_comments:
            return
        end = event.end_mark
        comment = _COMMENT.match(self._lines[end.line], end.column)
        if not comment or not (" " in event.value or comment[1]):
            return
        start = event.start_mark
        whole = say("put the whole text into quotes")
        if start.line == end.line:
            whole = _in_quotes(self._line(event), start.column)
        hint = say("{quoted}; or leave the comment out", quoted=whole)
        self._note(event, "yaml-cut", say("the text ends before ' #'"), hint)

    def _note_quotes(self, event: yaml.ScalarEvent) -> None:
        """Note a text between typographic quotes."""
        value = event.value
        if len(value) < 2 or value[0] not in _OPENING or value[-1] not in _CLOSING:
            return
        signs = f"{value[0]} {value[-1]}"
        message = say("typographic quotes round the value ({signs})", signs=signs)
        hint = say("leave them out, or write straight quotes")
        start = event.start_mark
        end = event.end_mark
        if start.line == end.line:
            line = self._line(event)
            hint = write(line[: start.column] + plain(value[1:-1]) + line[end.column :])
        self._note(event, "yaml-quotes", message, hint)

    def _note_odd_key(self, event: yaml.ScalarEvent) -> None:
        """Note a key in a form that no key has."""
        key = event.value
        if key == "<<":
            message = say("merge key '<<'")
            self._note(event, "yaml-plain", message, say("write the keys out"))
        elif not self.broken and (":" in key or not key.isascii()):
            line = event.start_mark.line
            if fault := yaml_repairs.odd_key(self._text, line, self.keys):
                self._stop_at(fault)

    def _note_second_key(
        self, event: yaml.ScalarEvent, first: int, in_item: bool
    ) -> None:
        """Note a key that its mapping has already, on the line ``first``.

        ``in_item``: the mapping is an item of a list. A whole item whose dash is missing
        is one mistake, so one key of it is noted.
        """
        path = self._path()
        last = self.problems[-1] if self.problems else None
        if last and last.rule == "yaml-duplicate" and last.loc[:-1] == path[:-1]:
            return
        message = say("the key is there twice (first on line {n})", n=first)
        hint = say("keep one of them")
        if in_item:
            hint = say(
                "where a new item begins here, begin it with a dash: - {line}; "
                "else keep one",
                line=self._line(event).strip(),
            )
        self._note(event, "yaml-duplicate", message, hint)


def _cut_by_comma(text: str, number: int, column: int) -> Repair:
    """What is wrong with a word within braces that has no colon: a text has a comma.

    The word is on a line (its ``number`` from 0) at a ``column``.
    """
    line = text.split("\n")[number]
    start = column
    for key in re.finditer(rf"{KEY}:\s+", line[:column]):
        start = key.end()
    comma = line.rfind(",", start, column)
    if comma < 0:
        return yaml_repairs.unknown(number, column)
    after = re.search(rf",\s*{KEY}:\s|[}}\]]", line[column:])
    end = column + after.start() if after else len(line)
    value = line[start:end].strip().strip("“”„«»")
    message = say("a comma ends the text: YAML takes what follows for a key")
    remedy = write(line[:start] + quoted(value) + line[end:])
    return Repair(number, comma, message, {}, remedy)


def _in_quotes(line: str, column: int) -> Saying:
    """The remedy that shows the rest of a line in quotes, from a column on.

    Of a value in brackets it says only that the value needs quotes.
    """
    if re.search(r"[{\[]", line[:column]):
        return say("put the whole text into quotes")
    return write(line[:column] + quoted(line[column:].strip()))
