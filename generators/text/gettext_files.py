"""gettext catalogs: what a text is in another language, and whether somebody has read that translation.

A catalog knows three states. *reviewed*: no flag. *unreviewed*: ``fuzzy`` without a previous msgid, a
translation of exactly this text. *stale*: ``fuzzy`` with a previous msgid, the translation of a text that has
changed since; it is kept for translators and never published. *Obsolete* entries (``#~``), whose text is said
nowhere any more, stand apart and wait for it to return. This is the only module that imports polib.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import polib

from generators.text import files, gettext_heads, gettext_lines
from generators.text.catalogs import REVIEWED, STALE, UNREVIEWED, Catalog, Key, Remembered, Translation, rows
from generators.text.memory import Memory
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

BESIDE = " — "
"""What parts the place of a text from what is said of it; no place has it."""
BRACES = "python-brace-format"
"""The flag of a text with slots."""

RULES = (
    *gettext_lines.RULES,
    Rule("catalog-duplicate", "A text stands once in a catalog (for each context)."),
)

_FORMER = re.compile(r"^#~\|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry to be written; ``stands`` says of each of its places where that is, ``braces`` whether the
    text has slots.
    """

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
    stands: tuple[str, ...] = ()
    braces: bool = False


def read(
    file: Path, root: Path, language: str, memory: Memory | None = None
) -> tuple[Catalog | None, list[Problem]]:
    """Read one catalog below ``root``; one whose bytes stand in ``memory`` is not parsed again. What has a
    problem is not remembered.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    held = memory.find(f"po {digest}") if memory else None
    if held is not None:
        return Remembered(path, language, digest, held), []
    text, problems = files.decoded(raw, path)
    if text is None:
        return None, problems
    catalog, problems = _parse(text, path, language)
    if catalog:
        catalog = replace(catalog, letters=_letters(catalog), digest=digest)
        if memory and not problems:
            empty = [(*key, line) for key, line in catalog.empty.items()]
            held = (catalog.letters, catalog.reviewers, empty, rows(_rows(catalog)))
            memory.keep(f"po {digest}", held)
            return Remembered(path, language, digest, held), []
    return catalog, problems


def _letters(catalog: Catalog) -> str:
    texts = {text for entry in catalog.entries.values() for text in (entry.text, *entry.plural)}
    return "".join(sorted(letter for letter in {*"".join(texts)} if letter > "\x7f"))


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


def _parse(text: str, path: str, language: str) -> tuple[Catalog | None, list[Problem]]:
    # polib takes an unquoted or unclosed text and cuts letters off it, so lines are looked at before it reads
    # them.
    if wrong := gettext_lines.problems(text, path):
        return None, wrong
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
    said = dict(parsed.metadata)
    catalog, problems = _index(parsed, path, language)
    return catalog, [*gettext_lines.head_problems(said, text, path, language), *problems]


def _index(parsed: polib.POFile, path: str, language: str) -> tuple[Catalog, list[Problem]]:
    catalog = Catalog(path, language, {}, {}, reviewers=gettext_heads.reviewers(parsed.metadata))
    problems = []
    for entry in parsed:
        held = catalog.obsolete if entry.obsolete else catalog.entries
        key, found = _read(entry)
        if key in held:
            message = say("the text stands twice (first on line {line})", line=held[key].line)
            hint = say("keep one of them")
            problems.append(Problem(path, found.line, entry.msgid[:40], message, hint, "catalog-duplicate"))
        elif found.text or any(found.plural):
            held[key] = found
        elif not entry.obsolete:
            catalog.empty[key] = found.line
    # polib's parser is a circle with the whole file in it; what is new is looked through for it at once, for
    # of thousands of catalogs these would be more than all that is kept
    parsed.clear()
    gc.collect(0)
    return catalog, problems


def _read(entry: polib.POEntry) -> tuple[Key, Translation]:
    state, msgid, previous = _state(entry), entry.msgid, entry.previous_msgid or ""
    if entry.obsolete and state == STALE:  # what it translates is the text before; this one never was
        state, msgid, previous = UNREVIEWED, previous, ""
    return (entry.msgctxt or "", msgid), Translation(
        entry.msgstr,
        state,
        entry.linenum or 1,  # polib counts the first entry's from 0 where there is no header
        tuple(line.partition(BESIDE)[0] for line in entry.comment.split("\n")) if entry.comment else (),
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
    language: str, lines: Iterable[Line], plural_forms: str = "", reviewers: Iterable[str] = ()
) -> str:
    """A catalog as text: no dates, no line numbers, unwrapped, so that a difference shows only what
    changed.
    """
    catalog = polib.POFile(wrapwidth=0)
    said = {"Language": language, gettext_heads.REVIEWERS: "; ".join(reviewers)}
    catalog.metadata = gettext_heads.lines(said, plural_forms)
    catalog.header = gettext_heads.comment(catalog.metadata)
    for line in lines:
        stands = line.stands or ("",) * len(line.places)
        entry = polib.POEntry(
            msgid=line.msgid,
            msgstr=line.msgstr,
            msgctxt=line.context or None,
            comment="\n".join(
                BESIDE.join(filter(None, each)) for each in zip(line.places, stands, strict=True)
            ),
            tcomment=line.comment,
            obsolete=line.obsolete,
        )
        if line.plural:
            entry.msgid_plural, entry.msgstr_plural = line.plural, dict(enumerate(line.forms))
        entry.flags = [flag for flag, has in (("fuzzy", line.fuzzy), (BRACES, line.braces)) if has]
        entry.previous_msgid = line.previous or None
        catalog.append(entry)
    return _written(catalog)


def normal(text: str, formula: Callable[[str], str] | None = None) -> str:
    """A catalog as ``text_of`` writes one, entry by entry in its own order, whatever editor saved it;
    ``formula`` says the plural rule of a language. Raises ValueError where it cannot be parsed or kept.
    """
    if wrong := gettext_lines.problems(text.replace("\r\n", "\n"), ""):
        raise ValueError(say("line {n}: {what}", n=wrong[0].line, what=wrong[0].message))
    try:
        catalog = polib.pofile(text, wrapwidth=0)
    except OSError as error:
        raise ValueError(str(error)) from None
    said = [_said(entry) for entry in catalog]
    plurals = any(entry.msgid_plural for entry in catalog)
    catalog.metadata = gettext_heads.lines(
        catalog.metadata, gettext_heads.plural_forms(catalog.metadata, formula) if plurals else ""
    )
    catalog.header = gettext_heads.comment(catalog.metadata)
    catalog.metadata_is_fuzzy = False
    for entry in catalog:
        entry.occurrences = []
        entry.flags = [flag for flag in ("fuzzy", BRACES) if flag in entry.flags]
        if "fuzzy" not in entry.flags:
            entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
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
