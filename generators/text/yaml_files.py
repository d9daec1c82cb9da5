"""YAML files as the text that was typed, with the line of every value; and where each
value stands, to the character (``tree``), for an editor who changes one and leaves every
other character as it was typed.

YAML is read event by event and never constructed: every scalar stays its text, so ``NO``,
``on``, ``1.10``, ``12:30`` and ``010`` can not become another value. Anchors, aliases,
tags, merge keys and second documents are refused where they stand, so nothing can grow
while it is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from generators.text import files, yaml_repairs
from generators.text.memory import Memory, packed
from generators.text.problems import Problem, Rule
from generators.text.sayings import say
from generators.text.sources import (
    Data,
    Path_,
    SourceFile,
    in_words,
    line_of,
    remembered,
    spot,
)
from generators.text.yaml_repairs import Keys, Repair, plain, quoted, write

RULES = (
    Rule("yaml-syntax", "A file is YAML that can be parsed, indented with spaces."),
    Rule(
        "yaml-plain",
        "A file uses no anchors, aliases, tags, merge keys or second documents.",
    ),
    Rule("yaml-duplicate", "Each key is used once in its mapping."),
    Rule(
        "yaml-cut",
        "A text that holds ' #' is quoted: YAML takes the rest of its line for a comment.",
    ),
    Rule("yaml-quotes", "A value is quoted with straight quotes or not at all."),
    Rule("yaml-empty", "A key has a value; what is not known is left out."),
)

_SHORT = 40
"""Letters up to which a value may be a code, a day or a number, which stand in many
files: all of these share one text in memory, as all equal keys do, also where they come
from what was remembered.
"""


_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_UNSEEN}]")
"""Control characters, separators of lines, bidirectional overrides, letters for private
use, and what has no width or no meaning: they change what a reader sees or a search
finds.
"""

_CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
_COMMENTED = re.compile(r"[^\s][ \t]#")
_COMMENT = re.compile(r"[ \t]*#(\S?)")
_OPENING, _CLOSING = (
    ("\u201c", "\u201e", "\u2018", "\u201a", "\u201d"),
    ("\u201d", "\u201c", "\u2019"),
)
"""Typographic quotes as they open and close a text in the languages that use them."""


def read(
    file: Path, root: Path, memory: Memory | None = None, keys: Keys | None = None
) -> tuple[SourceFile | None, list[Problem]]:
    """Read one file below ``root``; no source comes back where the file cannot be read as
    YAML at all. One whose bytes stand in ``memory`` is not parsed again; what has a
    problem is not remembered. ``keys`` are those of records.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    held = memory.find(f"yaml {digest}") if memory else None
    if held is not None:
        data, numbers, letters = held
        return SourceFile(path, data, remembered(data, numbers), letters, {}, digest), []
    text, problems = files.decoded(raw, path)
    source, problems = (None, problems) if text is None else parse(text, path, keys)
    if source:
        source = replace(source, digest=digest)
        if memory and not problems:
            numbers = packed(list(source.spots().values()))
            memory.keep(f"yaml {digest}", (source.data, numbers, source.letters))
            source = replace(source, spots=remembered(source.data, numbers))
    return source, problems


def parse(
    text: str, path: str, keys: Keys | None = None
) -> tuple[SourceFile | None, list[Problem]]:
    """Read YAML from a string; ``path`` names it in problems, ``keys`` are those of
    records.
    """
    if conflict := _conflict(text):
        return None, [_shape_problem(path, conflict)]
    reader = _Reader(path, text, keys)
    try:
        reader.run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        fault = yaml_repairs.fault(text, error, keys)
        # what was read of the lines at fault is not what was meant there
        before = [
            each
            for each in reader.problems
            if each.line < fault.line and each.rule != "yaml-empty"
        ]
        reader.problems, reader.broken = [*before, _shape_problem(path, fault)], True
    except yaml.reader.ReaderError:  # whose position counts bytes
        reader.problems += files.characters(text, path)
    if reader.broken or reader.data is None:
        empty = Problem(
            path,
            1,
            "-",
            say("the file is empty"),
            say("expected keys and values"),
            "yaml-empty",
        )
        return None, reader.problems or [empty]
    spots, letters = reader.spots, "".join(sorted(reader.letters))
    return SourceFile(path, reader.data, lambda: spots, letters), reader.problems


def _shape_problem(path: str, found: Repair) -> Problem:
    """A fault of a file's form, as a problem."""
    return Problem(
        path,
        found.line + 1,
        "-",
        found.message,
        found.hint,
        "yaml-syntax",
        found.column + 1,
    )


class _Reader:
    """Builds plain data from YAML events, and notes what is wrong with them. It keeps an
    explicit stack, so that depth costs no recursion; ``broken`` says that what was read
    is not what was meant.
    """

    def __init__(self, path: str, text: str, keys: Keys | None) -> None:
        self.path, self.keys = path, keys
        self.data: Data | None = None
        self.spots: dict[Path_, int] = {}
        self.letters: set[str] = set()
        self.problems: list[Problem] = []
        self.broken = False
        self._text = f"{text}\n"  # the parser may count an empty line behind the last one
        self._typed = self._text.split("\n") if _COMMENTED.search(text) else ()
        self._stack: list[
            tuple[Data, Path_, list]
        ] = []  # container, its path, [pending key]
        self._documents = 0

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._open(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._sign(event, "*")
                self._put(event, "")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    message = say("a second document ('---')")
                    self._note(event, "yaml-plain", message, say("one record a file"))
                    self.broken = True
                    return

    def _where(self) -> Path_:
        if not self._stack:
            return ()
        container, path, pending = self._stack[-1]
        if isinstance(container, list):
            return (*path, len(container))
        return (*path, pending[0]) if pending else path

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._sign(event, "&")
        if event.tag is not None:
            self._sign(event, "!")

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._marks(event)
        container: Data = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(event, container)
        self._stack.append((container, path, []))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._marks(event)
        if not event.value.isascii():
            self.letters.update(event.value)
        if hidden := HIDDEN.search(event.value):
            message = say("a hidden character (U+{code})", code=f"{ord(hidden[0]):04X}")
            self._note(
                event,
                "text-hidden",
                message,
                say("remove it; the site sets direction by itself"),
            )
        in_mapping = self._stack and isinstance(self._stack[-1][0], dict)
        pending = self._stack[-1][2] if in_mapping else ()
        if in_mapping and not pending:
            self._key(event)
            return
        self._looks(event)
        if event.value == "" or (
            not event.style and event.value in ("~", "null", "Null", "NULL")
        ):
            self._nothing(event, pending)
        self._put(
            event, sys.intern(event.value) if len(event.value) <= _SHORT else event.value
        )

    def _key(self, event: yaml.ScalarEvent) -> None:
        container, path, pending = self._stack[-1]
        if not event.style and event.value not in (self.keys or ()):
            self._odd(event)
        pending.append(sys.intern(event.value))
        if event.value in container:
            first = line_of(self.spots[(*path, event.value)])
            self._twice(event, first, bool(path) and isinstance(path[-1], int))

    def _put(self, event: yaml.Event, value: Data) -> Path_:
        where = self._where()
        if not self._stack:
            self.data = value
        else:
            container, _, pending = self._stack[-1]
            if isinstance(container, list):
                container.append(value)
            elif pending:
                container.setdefault(pending.pop(), value)
            else:
                message = say("a key that is not plain text")
                self._note(event, "yaml-syntax", message, say("keys are single words"))
                pending.append("?")
        self.spots.setdefault(
            where, spot(event.start_mark.line + 1, event.start_mark.column + 1)
        )
        return where

    # -- what the parser takes and that says something else than was meant ---------------

    def _note(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        """Note a problem at the value that is being read."""
        mark, loc = event.start_mark, self._where()
        where = in_words(loc, self.data) or "-"
        line = min(mark.line + 1, self._text.count("\n"))
        self.problems.append(
            Problem(self.path, line, where, message, hint, rule, mark.column + 1, loc)
        )

    def _fault(self, found: Repair) -> None:
        """Something that YAML reads otherwise than it was meant: of what follows nothing
        is said.
        """
        before = [each for each in self.problems if each.line <= found.line]
        told = _shape_problem(self.path, found)
        told = replace(told, line=min(told.line, self._text.count("\n")))
        self.problems, self.broken = [*before, told], True

    def _line(self, event: yaml.Event) -> str:
        return self._text.split("\n")[event.start_mark.line]

    def _sign(self, event: yaml.Event, sign: str) -> None:
        """An anchor, an alias or a tag; before a text it may be the text's own first
        letter.
        """
        mark = event.start_mark
        found = re.match(r"[^\s,\]}]*", self._line(event)[mark.column :])
        word = found[0] if found else ""
        if sign == "*":
            hint = say("write out what it means, or put the text into quotes")
        elif (
            isinstance(event, yaml.ScalarEvent)
            and event.value
            and not word.startswith("!!")
        ):
            hint = _in_quotes(self._text, mark.line, mark.column)
        else:
            hint = say("take '{word}' away", word=word)
        self._note(
            event, "yaml-plain", say("a value that begins with '{sign}'", sign=sign), hint
        )

    def _nothing(self, event: yaml.ScalarEvent, pending: Sequence[str]) -> None:
        """A key without a value (``pending``; none for an item); within braces also a
        word that is no key.
        """
        mark, line = event.start_mark, self._line(event)
        before = line[: mark.column].rstrip()
        if not pending or event.value or event.style or before.endswith((":", "-")):
            message, hint = (
                say("no value"),
                say("leave the key out where there is nothing to say"),
            )
            rest = line[mark.column :].strip()
            if rest.startswith("#"):
                message = say("no value: what begins with '#' is not part of the record")
                hint = say(
                    "put the text into quotes ({text}), or leave the key out",
                    text=quoted(rest),
                )
            self._note(event, "yaml-empty", message, hint)
        elif not self.broken:
            column = (
                len(before) - len(pending[0])
                if before.endswith(pending[0])
                else before.rfind(",") + 1
            )
            self._fault(_cut_by_comma(self._text, mark.line, column))

    def _looks(self, event: yaml.ScalarEvent) -> None:
        """What a text looks like that was typed as a letter writer would: with a number
        sign after a space, or between typographic quotes.
        """
        if event.style or not event.value:
            return
        value, mark = event.value, event.end_mark
        comment = self._typed and _COMMENT.match(self._typed[mark.line], mark.column)
        # behind one word, a code or a day, '# ' begins a comment and '#4' a number
        if comment and (" " in value or comment[1]):
            start, whole = event.start_mark, say("put the whole text into quotes")
            if start.line == mark.line:
                whole = _in_quotes(self._text, start.line, start.column)
            hint = say("{quoted}; or leave the comment out", quoted=whole)
            self._note(event, "yaml-cut", say("the text ends before ' #'"), hint)
        if value[:1] in _OPENING and value[-1:] in _CLOSING and len(value) > 1:
            signs = f"{value[0]} {value[-1]}"
            message = say("typographic quotes round the value ({signs})", signs=signs)
            hint, start = (
                say("leave them out, or write straight quotes"),
                event.start_mark,
            )
            if start.line == mark.line:
                line = self._line(event)
                hint = write(
                    line[: start.column] + plain(value[1:-1]) + line[mark.column :]
                )
            self._note(event, "yaml-quotes", message, hint)

    def _odd(self, event: yaml.ScalarEvent) -> None:
        """A key in a form that no key has."""
        key, mark = event.value, event.start_mark
        if key == "<<":
            self._note(
                event, "yaml-plain", say("merge key '<<'"), say("write the keys out")
            )
        elif not self.broken and (":" in key or not key.isascii()):
            found = yaml_repairs.odd_key(self._text, mark.line, self.keys)
            if found:
                self._fault(found)

    def _twice(self, event: yaml.ScalarEvent, first: int, in_item: bool) -> None:
        """A key that stands twice in its mapping, first on a line; ``in_item``: it is an
        item of a list.
        """
        last, here = self.problems[-1] if self.problems else None, self._where()
        if last and last.rule == "yaml-duplicate" and last.loc[:-1] == here[:-1]:
            return  # a whole item whose dash is missing is one mistake
        message, hint = (
            say("the key is there twice (first on line {n})", n=first),
            say("keep one of them"),
        )
        if in_item:
            line = self._line(event).strip()
            hint = say(
                "where a new item begins here, begin it with a dash: - {line}; else keep one",
                line=line,
            )
        self._note(event, "yaml-duplicate", message, hint)


def _conflict(text: str) -> Repair | None:
    """The first mark of a conflict of git, as it stands also within a long text."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>")):
        return None
    for n, line in enumerate(text.split("\n")):
        if _CONFLICT.match(line.strip()):
            message = say("a conflict of git is not resolved")
            hint = say(
                "keep one of the two versions, and remove the lines '<<<<<<<', '=======' and '>>>>>>>'"
            )
            return Repair(n, 0, message, {}, hint)
    return None


def _cut_by_comma(text: str, n: int, column: int) -> Repair:
    """What is wrong with a word within braces that has no colon behind it: a text with a
    comma.
    """
    line = text.split("\n")[n]
    keys = re.finditer(rf"{yaml_repairs.KEY}:\s+", line[:column])
    start = max((found.end() for found in keys), default=column)
    comma = line.rfind(",", start, column)
    if comma < 0:
        return yaml_repairs.unknown(n, column)
    rest = re.search(rf",\s*{yaml_repairs.KEY}:\s|[}}\]]", line[column:])
    end = column + rest.start() if rest else len(line)
    said = line[start:end].strip().strip("“”„«»")
    message = say("a comma ends the text: YAML takes what follows for a key")
    return Repair(n, comma, message, {}, write(line[:start] + quoted(said) + line[end:]))


def _in_quotes(text: str, first: int, column: int) -> str:
    """The remedy that shows the rest of a line in quotes, from a column on; of a value in
    brackets only that it needs them.
    """
    line = text.split("\n")[first]
    if re.search(r"[{\[]", line[:column]):
        return say("put the whole text into quotes")
    return write(line[:column] + quoted(line[column:].strip()))


# -- places to the character -------------------------------------------------------------


def said(text: str) -> list[tuple[type, str]]:
    """What a text says, event by event: equal of texts that differ in their form alone.
    Raises ValueError if it is not YAML.
    """
    try:
        events = [*yaml.parse(text, Loader=yaml.CSafeLoader)]
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return [(type(event), getattr(event, "value", "")) for event in events]


def tree(text: str, place: Callable[[int], int] = int) -> list[Any]:
    """Where each value of a sound file stands: ``[start, end, key]`` of a text that
    stands there as it is, and any other with its ``style`` and what it holds behind
    these: a text, its values by key or in a list. A value ends before what stands behind
    it (blanks, a comment). ``key`` is where its key begins, or the dash of an item of a
    block list; else ``start``. ``style`` is ``flow`` or ``block`` of collections, and of
    texts the sign that they are written with (``'``, ``"``, ``|``, ``>``, or nothing).
    ``place`` says how places are counted.
    """
    whole = yaml.compose(text, Loader=yaml.CSafeLoader)
    return _tree(text, whole, whole.start_mark.index, place)


def _tree(text: str, node: yaml.Node, key: int, place: Callable[[int], int]) -> list[Any]:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        as_it_is = not style and text[start:end] == node.value
        return [
            *map(place, (start, end, key)),
            *(() if as_it_is else (style, node.value)),
        ]
    if isinstance(node, yaml.SequenceNode):
        starts = [each.start_mark.index for each in node.value]
        if not node.flow_style:
            starts = [text.rindex("-", 0, at) for at in starts]
        held = [
            _tree(text, each, at, place)
            for each, at in zip(node.value, starts, strict=True)
        ]
        items: Any = held
    else:
        items = {
            name.value: _tree(text, each, name.start_mark.index, place)
            for name, each in node.value
        }
        held = [*items.values()]
    if node.flow_style:
        return [*map(place, (start, end, key)), "flow", items]
    return [
        place(start),
        max((each[1] for each in held), default=place(start)),
        place(key),
        "block",
        items,
    ]
