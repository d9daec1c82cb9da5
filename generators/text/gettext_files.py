"""gettext catalogs: what a text is in another language, and whether somebody has read
that translation.

A catalog knows three states. *reviewed*: no flag. *unreviewed*: ``fuzzy`` without a
previous msgid, a translation of exactly this text. *stale*: ``fuzzy`` with a previous
msgid, the translation of a text that has changed since; it is kept for translators and
never published. *Obsolete* entries (``#~``), whose text is said nowhere any more, stand
apart and wait for it to return. This is the only module that imports polib.
"""

from __future__ import annotations

import gc
import gettext
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zlib import compress, decompress

import polib

from generators.text import files
from generators.text.memory import Memory, packed, unpacked
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

REVIEWED, UNREVIEWED, STALE = "reviewed", "unreviewed", "stale"

Key = tuple[str, str]  # context (empty where there is none), msgid


class Translation(NamedTuple):
    """One entry: its text (or its plural forms, and what is translated by them), its
    state, its line in the file, and the places that the text stands at.
    """

    text: str
    state: str = REVIEWED
    line: int = 0
    places: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    previous: str = ""
    comment: str = ""
    msgid_plural: str = ""


Entries = Mapping[Key, Translation]


@dataclass(frozen=True)
class Catalog:
    """All translations of one folder into one language. They are packed bytes (``rows``)
    until somebody asks for them: of seven languages hardly anybody asks for all, and
    packed tightly they take a quarter. ``letters`` are all characters beside ASCII that
    stand in a translation; ``digest`` is that of the file, empty where it was read from
    none. ``reviewers`` are those who wish to be named for their work.
    """

    path: str
    language: str
    rows: bytes
    letters: str = ""
    reviewers: tuple[str, ...] = ()
    digest: str = ""

    @cached_property
    def _unpacked(self) -> tuple[Entries, Entries, Mapping[Key, int]]:
        entries, obsolete, empty = unpacked(decompress(self.rows))
        live, gone = (
            {key: Translation(*row) for key, row in held.items()}
            for held in (entries, obsolete)
        )
        return live, gone, empty

    @property
    def entries(self) -> Entries:
        """Its translations, by context and msgid."""
        return self._unpacked[0]

    @property
    def obsolete(self) -> Entries:
        """Those that are obsolete by the text that they translate, never stale."""
        return self._unpacked[1]

    @property
    def empty(self) -> Mapping[Key, int]:
        """The lines of texts without a translation."""
        return self._unpacked[2]

    def find(self, text: str, context: str = "") -> Translation | None:
        """The translation of a text, whatever its state; None where there is none or it
        is empty.
        """
        return self.entries.get((context, text))

    def apart(self) -> Catalog:
        """The same catalog for somebody who looks at it once: what is unpacked for them
        goes with it.
        """
        return replace(self)


def packed_rows(entries: Entries, obsolete: Entries, empty: Mapping[Key, int]) -> bytes:
    """The entries of a catalog as it holds them."""
    held = (
        {key: tuple(entry) for key, entry in each.items()} for each in (entries, obsolete)
    )
    return compress(packed((*held, dict(empty))), 1)


SYNTAX = "catalog-syntax"
RULES = (
    Rule(SYNTAX, "A catalog is a gettext file (.po) in UTF-8 that can be parsed."),
    Rule("catalog-duplicate", "Each text is once in a catalog (for each context)."),
)

_LINE = re.compile(
    r"\s*(?:#(?!~).*|(?:#~\|?\s*)?"  # a comment; or, where the text is obsolete after its mark,
    r"(?:(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*")?\s*)'
)


def line_problems(text: str, path: str) -> list[Problem]:
    """The lines of a catalog that are none, each with its number; a parser would cut
    letters off them.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            hint = say(
                'a line is a comment, or a keyword and a text in closed quotes: msgstr "…"'
            )
            found.append(
                Problem(
                    path,
                    number,
                    "-",
                    say("not a line of a gettext catalog"),
                    hint,
                    SYNTAX,
                )
            )
    return found


REVIEWERS = "X-Reviewers"
"""The line that names reviewers who wish it, with a semicolon between them."""

_FORMS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?);?\s*")
_COUNTED, _SHOWN = 1000, 8
"""How far numbers are counted to explain the forms of a plural, and how many of each are
shown.
"""


def head_lines(said: Mapping[str, str], plural_forms: str) -> dict[str, str]:
    """The lines of a head, in one order. What editors add (dates, their own names and
    addresses) is left out.
    """
    found = {
        "Language": said.get("Language", ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
        REVIEWERS: "; ".join(head_reviewers(said)),
    }
    return {key: text for key, text in found.items() if text or key == "Language"}


def head_reviewers(said: Mapping[str, str]) -> tuple[str, ...]:
    """The reviewers whom a head names."""
    return tuple(filter(None, map(str.strip, said.get(REVIEWERS, "").split(";"))))


def head_plural_forms(
    said: Mapping[str, str], formula: Callable[[str], str] | None
) -> str:
    """The plural rule of a catalog, as ``formula`` writes that of its language: editors
    write it each in their own way. A rule with another number of forms stays, for the
    translations are made for it.
    """
    own, language = said.get("Plural-Forms", ""), said.get("Language", "")
    ours = formula(language) if formula and language else own
    return ours if not own or _number(own) == _number(ours) else own


def _number(rule: str) -> str:
    return "".join(rule.partition(";")[0].split())


def head_comment(said: Mapping[str, str]) -> str:
    """What stands above a head: for each plural form the first numbers that take it.
    Raises ValueError where the rule cannot be read.
    """
    return (
        "\n".join(_explained(said.get("Plural-Forms", "")))
        if said.get("Language")
        else ""
    )


def _explained(rule: str) -> Iterator[str]:
    found = _FORMS.fullmatch(rule)
    if not found:
        return
    form_of = gettext.c2py(found[2])
    forms = [form_of(number) for number in range(_COUNTED)]
    for form in range(int(found[1])):
        taken = [str(number) for number, each in enumerate(forms) if each == form]
        more = " …" if len(taken) > _SHOWN else ""
        yield f"msgstr[{form}]: {', '.join(taken[:_SHOWN])}{more}"


BESIDE = " — "
"""What parts the place of a text from what is said of it; no place has it."""
BRACES = "python-brace-format"
"""The flag of a text with slots."""

_FORMER = re.compile(r"^#~\|", re.MULTILINE)


class NewEntry(NamedTuple):
    """An entry to be written; ``stands`` says of each of its places where that is,
    ``braces`` whether the text has slots.
    """

    key: Key
    found: Translation
    obsolete: bool = False
    stands: tuple[str, ...] = ()
    braces: bool = False


def read(
    file: Path, root: Path, language: str, memory: Memory | None = None
) -> tuple[Catalog | None, list[Problem]]:
    """Read one catalog below ``root``; one whose bytes stand in ``memory`` is not parsed
    again. What has a problem is not remembered.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    held = memory.find(f"po {digest}") if memory else None
    if held is not None:
        return Catalog(path, language, *held, digest), []
    text, problems = files.decoded(raw, path)
    if text is None:
        return None, problems
    catalog, problems = _parse(text, path, language)
    if catalog and memory and not problems:
        memory.keep(f"po {digest}", (catalog.rows, catalog.letters, catalog.reviewers))
    return catalog and replace(catalog, digest=digest), problems


def _parse(text: str, path: str, language: str) -> tuple[Catalog | None, list[Problem]]:
    # polib takes an unquoted or unclosed text and cuts letters off it, so lines are
    # looked at before it reads them.
    if wrong := line_problems(text, path):
        return None, wrong
    try:
        # polib passes over the former texts of obsolete entries, so they are handed to it
        # as those of others
        parsed = polib.pofile(_FORMER.sub("#|", text), wrapwidth=0)
    except OSError as error:
        match = re.search(r"line (\d+)\)?:?\s*(.*)", str(error))
        line, said = (
            (int(match.group(1)), match.group(2).strip(" )")) if match else (1, "")
        )
        message = say("not a gettext catalog: {found}", found=said or "syntax error")
        hint = say("check quotes and keywords on this line")
        return None, [Problem(path, line, "-", message, hint, SYNTAX)]
    return _index(parsed, path, language)


def _index(
    parsed: polib.POFile, path: str, language: str
) -> tuple[Catalog, list[Problem]]:
    entries: dict[Key, Translation] = {}
    obsolete: dict[Key, Translation] = {}
    problems, empty = [], {}
    for entry in parsed:
        held = obsolete if entry.obsolete else entries
        key, found = _read(entry)
        if key in held:
            message = say(
                "the text is there twice (first on line {line})", line=held[key].line
            )
            hint = say("keep one of them")
            problems.append(
                Problem(
                    path, found.line, entry.msgid[:40], message, hint, "catalog-duplicate"
                )
            )
        elif found.text or any(found.plural):
            held[key] = found
        elif not entry.obsolete:
            empty[key] = found.line
    # polib's parser is a circle with the whole file in it; what is new is looked through
    # for it at once, for of thousands of catalogs these would be more than all that is
    # kept
    reviewers = head_reviewers(parsed.metadata)
    parsed.clear()
    gc.collect(0)
    letters = {
        letter
        for each in entries.values()
        for text in (each.text, *each.plural)
        for letter in text
    }
    beside_ascii = "".join(sorted(letter for letter in letters if letter > "\x7f"))
    return Catalog(
        path, language, packed_rows(entries, obsolete, empty), beside_ascii, reviewers
    ), problems


def _read(entry: polib.POEntry) -> tuple[Key, Translation]:
    state, msgid, previous = _state(entry), entry.msgid, entry.previous_msgid or ""
    if (
        entry.obsolete and state == STALE
    ):  # what it translates is the text before; this one never was
        state, msgid, previous = UNREVIEWED, previous, ""
    return (entry.msgctxt or "", msgid), Translation(
        entry.msgstr,
        state,
        entry.linenum
        or 1,  # polib counts the first entry's from 0 where there is no header
        tuple(line.partition(BESIDE)[0] for line in entry.comment.split("\n"))
        if entry.comment
        else (),
        tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)),
        previous,
        entry.tcomment,
        entry.msgid_plural,
    )


def _state(entry: polib.POEntry) -> str:
    if "fuzzy" not in entry.flags:
        return REVIEWED
    return STALE if entry.previous_msgid else UNREVIEWED


def text_of(
    language: str,
    lines: Iterable[NewEntry],
    plural_forms: str = "",
    reviewers: Iterable[str] = (),
) -> str:
    """A catalog as text: no dates, no line numbers, unwrapped, so that a difference shows
    only what changed.
    """
    catalog = polib.POFile(wrapwidth=0)
    said = {"Language": language, REVIEWERS: "; ".join(reviewers)}
    catalog.metadata = head_lines(said, plural_forms)
    catalog.header = head_comment(catalog.metadata)
    for line in lines:
        (context, msgid), found = line.key, line.found
        stands = zip(found.places, line.stands or ("",) * len(found.places), strict=True)
        entry = polib.POEntry(
            msgid=msgid,
            msgstr=found.text,
            msgctxt=context or None,
            comment="\n".join(BESIDE.join(filter(None, each)) for each in stands),
            tcomment=found.comment,
            obsolete=line.obsolete,
        )
        if found.msgid_plural:
            entry.msgid_plural, entry.msgstr_plural = (
                found.msgid_plural,
                dict(enumerate(found.plural)),
            )
        flags = (("fuzzy", found.state != REVIEWED), (BRACES, line.braces))
        entry.flags = [flag for flag, has in flags if has]
        entry.previous_msgid = found.previous or None
        catalog.append(entry)
    return _written(catalog)


def normal(text: str, formula: Callable[[str], str] | None = None) -> str:
    """A catalog as ``text_of`` writes one, entry by entry in its own order, whatever
    editor saved it; ``formula`` says the plural rule of a language. Raises ValueError
    where it cannot be parsed or kept.
    """
    if wrong := line_problems(text.replace("\r\n", "\n"), ""):
        raise ValueError(say("line {n}: {what}", n=wrong[0].line, what=wrong[0].message))
    try:
        catalog = polib.pofile(text, wrapwidth=0)
    except OSError as error:
        raise ValueError(str(error)) from None
    said = [_said(entry) for entry in catalog]
    plurals = any(entry.msgid_plural for entry in catalog)
    plural_forms = head_plural_forms(catalog.metadata, formula) if plurals else ""
    catalog.metadata = head_lines(catalog.metadata, plural_forms)
    catalog.header = head_comment(catalog.metadata)
    catalog.metadata_is_fuzzy = False
    for entry in catalog:
        entry.occurrences = []
        entry.flags = [flag for flag in ("fuzzy", BRACES) if flag in entry.flags]
        if "fuzzy" not in entry.flags:
            entry.previous_msgid = entry.previous_msgctxt = (
                entry.previous_msgid_plural
            ) = None
    made = _written(catalog)
    if [_said(entry) for entry in polib.pofile(made, wrapwidth=0)] != said:
        raise ValueError("in its form it would say something else")
    return made


def _said(entry: polib.POEntry) -> tuple:
    """What an entry says, whatever its form."""
    own = entry.obsolete, "fuzzy" in entry.flags, entry.msgctxt, entry.msgid, entry.msgstr
    return *own, entry.msgid_plural, sorted(entry.msgstr_plural.items())


def _written(catalog: polib.POFile) -> str:
    return str(catalog).removeprefix("#\n").rstrip("\n") + "\n"
