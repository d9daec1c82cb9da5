"""gettext catalogs: what a text is in another language, and whether somebody has read that translation.

A catalog knows three states. *reviewed*: no flag. *unreviewed*: ``fuzzy`` without a previous msgid, a
translation of exactly this text. *stale*: ``fuzzy`` with a previous msgid, the translation of a text that has
changed since; it is kept for translators and never published. *Obsolete* entries (``#~``), whose text is said
nowhere any more, stand apart and wait for it to return. This is the only module that imports polib.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from generators.text import files
from generators.text.catalog_cache import Memory, Rows
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

REVIEWED, UNREVIEWED, STALE = "reviewed", "unreviewed", "stale"

RULES = (
    Rule("catalog-syntax", "A catalog is a gettext file (.po) in UTF-8 that can be parsed."),
    Rule("catalog-duplicate", "A text stands once in a catalog (for each context)."),
)

_LINE = re.compile(
    r"\s*(?:#(?!~).*|(?:#~\|?\s*)?"  # a comment; or, where the text is obsolete after its mark,
    r"(?:(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*")?\s*)'
)
_FORMER = re.compile(r"^#~\|", re.MULTILINE)

Key = tuple[str, str]  # context (empty where there is none), msgid


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry: its text (or its plural forms, and what is translated by them), its state, its line in the
    file, and the places that the text stands at.
    """

    text: str
    state: str
    line: int
    places: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    previous: str = ""
    comment: str = ""
    msgid_plural: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations of one folder into one language, by context and msgid; those that are obsolete by the
    text that they translate, never stale.
    """

    path: str
    language: str
    entries: Mapping[Key, Translation]
    obsolete: Mapping[Key, Translation] = field(default_factory=dict)

    def find(self, text: str, context: str = "") -> Translation | None:
        """The translation of a text, whatever its state; None where there is none or it is empty."""
        return self.entries.get((context, text))


@dataclass(frozen=True, slots=True)
class Line:
    """An entry to be written."""

    msgid: str
    msgstr: str = ""
    context: str = ""
    places: tuple[str, ...] = ()
    fuzzy: bool = False
    previous: str = ""
    plural: str = ""
    forms: tuple[str, ...] = ()
    comment: str = ""
    obsolete: bool = False


def read(
    file: Path, root: Path, language: str, memory: Memory | None = None
) -> tuple[Catalog | None, list[Problem]]:
    """Read one catalog below ``root``; one whose text stands in ``memory`` is not parsed again."""
    path = file.relative_to(root).as_posix()
    text, problems = files.text(file, root, path)
    if text is None:
        return None, problems
    rows = memory.find(text) if memory else None
    if rows is not None:
        return _remembered(rows, path, language), []
    catalog, problems = _parse(text, path, language)
    if memory and catalog and not problems:
        memory.keep(text, list(_rows(catalog)))
    return catalog, problems


def _rows(catalog: Catalog) -> Iterator[tuple]:
    """The values of all entries, in order; ``astuple`` would copy each of them deeply, which took a quarter
    of the time of reading.
    """
    for obsolete, entries in ((False, catalog.entries), (True, catalog.obsolete)):
        for key, entry in entries.items():
            yield (
                *(obsolete, *key, entry.text, entry.state, entry.line, entry.places),
                *(entry.plural, entry.previous, entry.comment, entry.msgid_plural),
            )


def _remembered(rows: Rows, path: str, language: str) -> Catalog:
    entries, obsolete = {}, {}
    for gone, context, msgid, *rest in rows:
        (obsolete if gone else entries)[context, msgid] = Translation(*rest)
    return Catalog(path, language, entries, obsolete)


def _parse(text: str, path: str, language: str) -> tuple[Catalog | None, list[Problem]]:
    # polib takes an unquoted or unclosed text and cuts letters off it, so lines are looked at before it reads
    # them.
    if wrong := [number for number, line in enumerate(text.split("\n"), 1) if not _LINE.fullmatch(line)]:
        hint = say('a line is a comment, or a keyword and a text in closed quotes: msgstr "…"')
        return None, [
            Problem(path, number, "-", say("not a line of a gettext catalog"), hint, "catalog-syntax")
            for number in wrong
        ]
    try:
        # polib passes over the former texts of obsolete entries, so they are handed to it as those of others
        parsed = polib.pofile(_FORMER.sub("#|", text), wrapwidth=0)
    except OSError as error:
        match = re.search(r"line (\d+)\)?:?\s*(.*)", str(error))
        line, said = (int(match.group(1)), match.group(2).strip(" )")) if match else (1, "")
        message = say("not a gettext catalog: {found}", found=said or "syntax error")
        return None, [
            Problem(path, line, "-", message, say("check quotes and keywords on this line"), "catalog-syntax")
        ]
    return _index(parsed, path, language)


def _index(parsed: polib.POFile, path: str, language: str) -> tuple[Catalog, list[Problem]]:
    catalog = Catalog(path, language, {}, {})
    problems = []
    for entry in parsed:
        held = catalog.obsolete if entry.obsolete else catalog.entries
        key, found = _read(entry)
        if key in held:
            message = say("the text stands twice (first on line {line})", line=held[key].line)
            hint = say("keep one of them")
            problems.append(
                Problem(path, entry.linenum, entry.msgid[:40], message, hint, "catalog-duplicate")
            )
        elif found.text or any(found.plural):
            held[key] = found
    return catalog, problems


def _read(entry: polib.POEntry) -> tuple[Key, Translation]:
    state, msgid, previous = _state(entry), entry.msgid, entry.previous_msgid or ""
    if entry.obsolete and state == STALE:  # what it translates is the text before; this one never was
        state, msgid, previous = UNREVIEWED, previous, ""
    return (entry.msgctxt or "", msgid), Translation(
        entry.msgstr,
        state,
        entry.linenum,
        tuple(entry.comment.split("\n")) if entry.comment else (),
        tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)),
        previous,
        entry.tcomment,
        entry.msgid_plural,
    )


def _state(entry: polib.POEntry) -> str:
    if "fuzzy" not in entry.flags:
        return REVIEWED
    return STALE if entry.previous_msgid else UNREVIEWED


def text_of(language: str, lines: Iterable[Line], plural_forms: str = "") -> str:
    """A catalog as text: no dates, no line numbers, unwrapped, so that a difference shows only what
    changed.
    """
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if plural_forms:
        catalog.metadata["Plural-Forms"] = plural_forms
    for line in lines:
        entry = polib.POEntry(
            msgid=line.msgid,
            msgstr=line.msgstr,
            msgctxt=line.context or None,
            comment="\n".join(line.places),
            tcomment=line.comment,
            obsolete=line.obsolete,
        )
        if line.plural:
            entry.msgid_plural, entry.msgstr_plural = line.plural, dict(enumerate(line.forms))
        if line.fuzzy:
            entry.flags.append("fuzzy")
        entry.previous_msgid = line.previous or None
        catalog.append(entry)
    return str(catalog).removeprefix("#\n").rstrip("\n") + "\n"
