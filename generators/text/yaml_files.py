"""YAML files as the text that was typed, with the line of every value.

YAML is read event by event and never constructed: every scalar stays its text, so ``NO``, ``on``, ``1.10``,
``12:30`` and ``010`` can not become another value. Anchors, aliases, tags, merge keys and second documents
are refused where they stand, so nothing can grow while it is read. This is the only module that imports yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import yaml

from generators.text import files
from generators.text.memory import Memory, packed
from generators.text.problems import Problem, Rule
from generators.text.sources import Data, Path_, RememberedLines, Source

_BIDI = "\u202a-\u202e\u2066-\u2069"
HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}]")
"""Control characters, separators of lines and bidirectional overrides: they change what a reader sees."""

RULES = (
    Rule("yaml-syntax", "A file is YAML that can be parsed, indented with spaces."),
    Rule("yaml-plain", "A file uses no anchors, aliases, tags, merge keys or second documents."),
    Rule("yaml-duplicate", "A key stands once in its mapping."),
    Rule("yaml-cut", "A text that holds ' #' is quoted: YAML takes the rest of its line for a comment."),
    Rule("yaml-quotes", "A value is quoted with straight quotes or not at all."),
    Rule("yaml-empty", "A key has a value; what is not known is left out."),
)


def read(file: Path, root: Path, memory: Memory | None = None) -> tuple[Source | None, list[Problem]]:
    """Read one file below ``root``; no source comes back where the file cannot be read as YAML at all. One
    whose bytes stand in ``memory`` is not parsed again; what has a problem is not remembered.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, root, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    held = memory.find(f"yaml {digest}") if memory else None
    if held is not None:
        data, numbers, letters = held
        return Source(path, data, RememberedLines(data, numbers), letters, {}, digest), []
    text, problems = files.decoded(raw, path)
    source, problems = (None, problems) if text is None else parse(text, path)
    if source:
        source = replace(source, digest=digest)
        if memory and not problems:
            numbers = packed(list(source.lines.values()))
            memory.keep(f"yaml {digest}", (source.data, numbers, source.letters))
    return source, problems


def parse(text: str, path: str) -> tuple[Source | None, list[Problem]]:
    """Read YAML from a string; ``path`` names it in problems."""
    reader = _Reader(path, text)
    try:
        reader.run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        reader.syntax(error, text)
    except yaml.reader.ReaderError:  # whose position counts bytes
        reader.problems += files.characters(text, path)
    if reader.broken or reader.data is None:
        return None, reader.problems or [
            Problem(path, 1, "-", "the file is empty", "expected keys and values", "yaml-empty")
        ]
    return Source(path, reader.data, reader.lines, "".join(sorted(reader.letters))), reader.problems


_COMMENTED = re.compile(r"[^\s][ \t]#")
_COMMENT = re.compile(r"[ \t]*#(\S?)")
_OPENING, _CLOSING = ("\u201c", "\u201e", "\u2018", "\u201a", "\u201d"), ("\u201d", "\u201c", "\u2019")
"""Typographic quotes as they open and close a text in the languages that use them."""

_ANY_HINT = "check indentation, colons and quotes; quote a value that holds ': ' or ' #'"
_HINTS = {
    "while scanning a simple key": "write a colon and a space behind a key, indent the lines of a long text",
    "while scanning a quoted scalar": "close the quote that begins here",
    "found character that cannot start any token": "put the whole value into quotes",
}
_OR_QUOTE = "write the value {}, or put the whole text into quotes"
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")


def _syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, str, str]:
    """Where a file stops being YAML (its line, from 0), what is wrong there, and what to do."""
    if (place := next((n for n, line in enumerate(lines) if _CONFLICT.match(line)), None)) is not None:
        return (
            place,
            "a conflict of git is not resolved",
            "keep one of the two versions, and remove the marks",
        )
    # a key without a colon, and a quote that is never closed, are noticed lines after they begin
    begins = error.context in _HINTS
    mark = (error.context_mark if begins else error.problem_mark) or error.context_mark
    place = mark.line if mark else 0
    typed = lines[place] if place < len(lines) else ""
    hint = _HINTS.get(error.context) or _HINTS.get(error.problem) or _ANY_HINT
    if "\t" in typed[: len(typed) - len(typed.lstrip())]:
        hint = "indent with spaces, not tabs"
    return place, f"not valid YAML: {error.problem or 'cannot be parsed'}", hint


class _Reader:
    """Builds plain data from YAML events; keeps an explicit stack, so that depth costs no recursion."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.data, self.lines, self.problems = path, None, {}, []
        self._typed = text.split("\n") if _COMMENTED.search(text) else ()
        self.broken = False
        self.letters: set[str] = set()
        self._stack: list[tuple[Data, Path_, list]] = []  # container, its path, [pending key]
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
                self._note(event, "yaml-plain", f"alias '*{event.anchor}'", _OR_QUOTE.format("out"))
                self._put(event, "")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._note(event, "yaml-plain", "a second document ('---')", "one record a file")
                    self.broken = True
                    return

    def syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        line, said, hint = _syntax(error, text.split("\n"))
        self.problems.append(Problem(self.path, line + 1, "-", said, hint, "yaml-syntax"))
        self.broken = True

    def _where(self) -> Path_:
        if not self._stack:
            return ()
        container, path, pending = self._stack[-1]
        if isinstance(container, list):
            return (*path, len(container))
        return (*path, pending[0]) if pending else path

    def _note(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        field_ = ".".join(map(str, self._where())) or "-"
        self.problems.append(Problem(self.path, event.start_mark.line + 1, field_, message, hint, rule))

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._note(
                event, "yaml-plain", f"anchor '&{event.anchor}'", _OR_QUOTE.format("where it is needed")
            )
        if event.tag is not None:
            self._note(
                event,
                "yaml-plain",
                f"tag '{event.tag}'",
                "write the plain value, or put the whole text into quotes",
            )

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
            self._note(
                event,
                "text-hidden",
                f"a hidden character (U+{ord(hidden.group()):04X})",
                "remove it; the site sets direction by itself",
            )
        if self._stack and isinstance(self._stack[-1][0], dict) and not self._stack[-1][2]:
            self._key(event)
            return
        self._looks(event)
        if not event.style and event.value in ("", "~", "null"):
            self._note(event, "yaml-empty", "no value", "leave the key out where there is nothing to say")
        self._put(event, event.value)

    def _looks(self, event: yaml.ScalarEvent) -> None:
        """What a text looks like that was typed as a letter writer would: with a number sign after a space,
        or between typographic quotes.
        """
        if event.style:
            return
        value, mark = event.value, event.end_mark
        comment = self._typed and _COMMENT.match(self._typed[mark.line], mark.column)
        # behind one word, a code or a day, '# ' begins a comment and '#4' a number
        if comment and (" " in value or comment[1]):
            message, hint = (
                "the text ends before ' #'",
                "put the whole text into quotes, or leave the comment out",
            )
            self._note(event, "yaml-cut", message, hint)
        if value[:1] in _OPENING and value[-1:] in _CLOSING and len(value) > 1:
            message = f"typographic quotes round the value ({value[0]} {value[-1]})"
            self._note(event, "yaml-quotes", message, "leave them out, or write straight quotes")

    def _key(self, event: yaml.ScalarEvent) -> None:
        container, path, pending = self._stack[-1]
        if event.value == "<<" and not event.style:
            self._note(event, "yaml-plain", "merge key '<<'", "write the keys out")
        pending.append(event.value)
        if event.value in container:
            first = self.lines[(*path, event.value)]
            self._note(
                event, "yaml-duplicate", f"the key stands twice (first on line {first})", "keep one of them"
            )

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
                self._note(event, "yaml-syntax", "a key that is no plain text", "keys are single words")
                pending.append("?")
        self.lines.setdefault(where, event.start_mark.line + 1)
        return where
