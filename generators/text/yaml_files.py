"""YAML files as the text that was typed, with the line of every value.

YAML is read event by event and never constructed: every scalar stays its text, so ``NO``, ``on``, ``1.10``,
``12:30`` and ``010`` can not become another value. Anchors, aliases, tags, merge keys and second documents
are refused where they stand, so nothing can grow while it is read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import yaml

from generators.text import files, yaml_shape
from generators.text.memory import Memory, packed
from generators.text.problems import Problem, Rule
from generators.text.sayings import say
from generators.text.sources import Data, Path_, RememberedLines, Source
from generators.text.yaml_lines import Known
from generators.text.yaml_notes import HIDDEN as HIDDEN
from generators.text.yaml_notes import Notes, shape_problem

RULES = (
    Rule("yaml-syntax", "A file is YAML that can be parsed, indented with spaces."),
    Rule("yaml-plain", "A file uses no anchors, aliases, tags, merge keys or second documents."),
    Rule("yaml-duplicate", "A key stands once in its mapping."),
    Rule("yaml-cut", "A text that holds ' #' is quoted: YAML takes the rest of its line for a comment."),
    Rule("yaml-quotes", "A value is quoted with straight quotes or not at all."),
    Rule("yaml-empty", "A key has a value; what is not known is left out."),
)

_SHORT = 40
"""Letters up to which a value may be a code, a day or a number, which stand in many files: all of these share
one text in memory, as all equal keys do, also where they come from what was remembered.
"""


def read(
    file: Path, root: Path, memory: Memory | None = None, known: Known | None = None
) -> tuple[Source | None, list[Problem]]:
    """Read one file below ``root``; no source comes back where the file cannot be read as YAML at all. One
    whose bytes stand in ``memory`` is not parsed again; what has a problem is not remembered. ``known`` are
    the keys of records.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    held = memory.find(f"yaml {digest}") if memory else None
    if held is not None:
        data, numbers, letters = held
        return Source(path, data, RememberedLines(data, numbers), letters, {}, digest), []
    text, problems = files.decoded(raw, path)
    source, problems = (None, problems) if text is None else parse(text, path, known)
    if source:
        source = replace(source, digest=digest)
        if memory and not problems:
            numbers = packed(list(source.lines.values()))
            memory.keep(f"yaml {digest}", (source.data, numbers, source.letters))
            source = replace(source, lines=RememberedLines(source.data, numbers))
    return source, problems


def parse(text: str, path: str, known: Known | None = None) -> tuple[Source | None, list[Problem]]:
    """Read YAML from a string; ``path`` names it in problems, ``known`` are the keys of records."""
    if conflict := yaml_shape.conflict(text):
        return None, [shape_problem(path, conflict)]
    reader = _Reader(path, text, known)
    try:
        reader.run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        fault = yaml_shape.fault(text, error, known)
        # what was read of the lines at fault is not what was meant there
        before = [each for each in reader.problems if each.line < fault.line and each.rule != "yaml-empty"]
        reader.problems, reader.broken = [*before, shape_problem(path, fault)], True
    except yaml.reader.ReaderError:  # whose position counts bytes
        reader.problems += files.characters(text, path)
    if reader.broken or reader.data is None:
        return None, reader.problems or [
            Problem(path, 1, "-", say("the file is empty"), say("expected keys and values"), "yaml-empty")
        ]
    return Source(path, reader.data, reader.lines, "".join(sorted(reader.letters))), reader.problems


class _Reader(Notes):
    """Builds plain data from YAML events; keeps an explicit stack, so that depth costs no recursion."""

    def __init__(self, path: str, text: str, known: Known | None) -> None:
        super().__init__(path, text, known)
        self.data, self.lines = None, {}
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
                self.sign(event, "*")
                self._put(event, "")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self.note(event, "yaml-plain", say("a second document ('---')"), say("one record a file"))
                    self.broken = True
                    return

    def where(self) -> Path_:
        if not self._stack:
            return ()
        container, path, pending = self._stack[-1]
        if isinstance(container, list):
            return (*path, len(container))
        return (*path, pending[0]) if pending else path

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.sign(event, "&")
        if event.tag is not None:
            self.sign(event, "!")

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
            self.hidden(event, hidden[0])
        if self._stack and isinstance(self._stack[-1][0], dict) and not self._stack[-1][2]:
            self._key(event)
            return
        self.looks(event)
        if event.value == "" or (not event.style and event.value in ("~", "null", "Null", "NULL")):
            self.nothing(
                event, self._stack[-1][2] if self._stack and isinstance(self._stack[-1][0], dict) else ()
            )
        short = len(event.value) <= _SHORT
        self._put(event, sys.intern(event.value) if short else event.value)

    def _key(self, event: yaml.ScalarEvent) -> None:
        container, path, pending = self._stack[-1]
        if not event.style and event.value not in self.keys:
            self.odd(event)
        pending.append(sys.intern(event.value))
        if event.value in container:
            self.twice(event, self.lines[(*path, event.value)], bool(path) and isinstance(path[-1], int))

    def _put(self, event: yaml.Event, value: Data) -> Path_:
        where = self.where()
        if not self._stack:
            self.data = value
        else:
            container, _, pending = self._stack[-1]
            if isinstance(container, list):
                container.append(value)
            elif pending:
                container.setdefault(pending.pop(), value)
            else:
                self.note(
                    event, "yaml-syntax", say("a key that is no plain text"), say("keys are single words")
                )
                pending.append("?")
        self.lines.setdefault(where, event.start_mark.line + 1)
        return where
