"""gettext catalogs: what a text is in another language, and whether somebody has read
that translation.

A translation is *reviewed* where it has no flag. It is *unreviewed* where it is ``fuzzy``
without a previous msgid: it translates this very text. It is *stale* where it is
``fuzzy`` with a previous msgid: the text has changed since. A stale one is kept for
translators and never published.

An *obsolete* entry (``#~``) has a text that is no longer used. It is kept apart, in case
the text returns. Only this module and ``gettext_reviews`` import polib.
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
from typing import Any, NamedTuple
from zlib import compress, decompress

import polib

from generators.text import files
from generators.text.gettext_lines import SYNTAX, length_problems, line_problems
from generators.text.memory import Memory, packed, unpacked
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

REVIEWED = "reviewed"
UNREVIEWED = "unreviewed"
STALE = "stale"

Key = tuple[str, str]
"""The context of a text (empty where it has none), and the text (msgid)."""


class Translation(NamedTuple):
    """One entry of a catalog, without its key."""

    text: str
    """The translation; empty where it has plural forms."""
    state: str = REVIEWED
    """Whether somebody has read it: reviewed, unreviewed or stale."""
    line: int = 0
    """Its line in the file."""
    places: tuple[str, ...] = ()
    """Where the text is used."""
    plural: tuple[str, ...] = ()
    """The plural forms, in the order of the language's rule."""
    previous: str = ""
    """Of a stale translation, the text that it translates."""
    comment: str = ""
    """What a translator noted."""
    msgid_plural: str = ""
    """The plural of the text in English."""


Entries = Mapping[Key, Translation]


@dataclass(frozen=True)
class Catalog:
    """All translations of one folder into one language.

    They are packed bytes until somebody asks for them. Few ask for all seven languages,
    and packed they take a quarter of the memory.
    """

    path: str
    """The file, relative to the project."""
    language: str
    """Its language tag."""
    rows: bytes
    """Its translations, packed (``packed_rows``)."""
    letters: str = ""
    """All characters outside ASCII in its translations."""
    reviewers: tuple[str, ...] = ()
    """Those who wish to be named for their work."""
    digest: str = ""
    """The digest of the file; empty where it was read from none."""

    @cached_property
    def _unpacked(self) -> tuple[Entries, Entries, Mapping[Key, int]]:
        """The entries, the obsolete ones, and the lines of those that are empty."""
        entries, obsolete, empty = unpacked(decompress(self.rows))
        return _translations(entries), _translations(obsolete), empty

    @property
    def entries(self) -> Entries:
        """Its translations, by context and msgid."""
        return self._unpacked[0]

    @property
    def obsolete(self) -> Entries:
        """Its obsolete translations, by the text that they translate; none is stale."""
        return self._unpacked[1]

    @property
    def empty(self) -> Mapping[Key, int]:
        """The lines of texts without a translation."""
        return self._unpacked[2]

    def find(self, text: str, context: str = "") -> Translation | None:
        """The translation of a text in any state; None where it has none."""
        return self.entries.get((context, text))

    def apart(self) -> Catalog:
        """A copy for a caller who looks at it once: what it unpacks goes with it."""
        return replace(self)


def _translations(rows: Mapping[Key, tuple[Any, ...]]) -> Entries:
    """Translations that were packed as tuples."""
    return {key: Translation(*row) for key, row in rows.items()}


def packed_rows(entries: Entries, obsolete: Entries, empty: Mapping[Key, int]) -> bytes:
    """Entries, obsolete entries and the lines of empty ones, as ``Catalog.rows``."""
    rows = {key: tuple(entry) for key, entry in entries.items()}
    obsolete_rows = {key: tuple(entry) for key, entry in obsolete.items()}
    return compress(packed((rows, obsolete_rows, dict(empty))), 1)


DUPLICATE = "catalog-duplicate"
RULES = (
    Rule(SYNTAX, "A catalog is a gettext file (.po) in UTF-8 that can be parsed."),
    Rule(DUPLICATE, "Each text is once in a catalog (for each context)."),
)

REVIEWERS = "X-Reviewers"
"""The line that names reviewers who wish it, with a semicolon between them."""

_FORMS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?);?\s*")
_COUNTED = 1000
"""How far numbers are counted to explain the forms of a plural."""
_SHOWN = 8
"""How many numbers of each form are shown."""


def head_lines(metadata: Mapping[str, str], plural_forms: str) -> dict[str, str]:
    """The lines of a head, in one order, from those that it had (``metadata``).

    What editors add (dates, their own names and addresses) is left out.
    """
    lines = {
        "Language": metadata.get("Language", ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
        REVIEWERS: "; ".join(head_reviewers(metadata)),
    }
    return {key: text for key, text in lines.items() if text or key == "Language"}


def head_reviewers(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The reviewers whom a head names.

    >>> head_reviewers({"X-Reviewers": "A. Mensah; J. Silva"})
    ('A. Mensah', 'J. Silva')
    """
    return tuple(filter(None, map(str.strip, metadata.get(REVIEWERS, "").split(";"))))


def head_plural_forms(
    metadata: Mapping[str, str], formula: Callable[[str], str] | None
) -> str:
    """The plural rule of a catalog, as ``formula`` writes that of its language.

    Editors write one rule in many ways. A rule with another number of forms is kept, for
    the translations are made for it.
    """
    own_rule = metadata.get("Plural-Forms", "")
    language = metadata.get("Language", "")
    our_rule = formula(language) if formula and language else own_rule
    same_forms = _number_of_forms(own_rule) == _number_of_forms(our_rule)
    return our_rule if not own_rule or same_forms else own_rule


def _number_of_forms(rule: str) -> str:
    """The number of forms of a plural rule, as it is typed without blanks.

    >>> _number_of_forms("nplurals = 2; plural=(n != 1);")
    'nplurals=2'
    """
    return "".join(rule.partition(";")[0].split())


def head_comment(metadata: Mapping[str, str]) -> str:
    """The comment above a head: for each plural form the first numbers that take it.

    Raises ValueError where the rule cannot be read.
    """
    if not metadata.get("Language"):
        return ""
    return "\n".join(_form_examples(metadata.get("Plural-Forms", "")))


def _form_examples(rule: str) -> Iterator[str]:
    """A line for each form of a plural rule.

    >>> list(_form_examples("nplurals=2; plural=(n > 1);"))
    ['msgstr[0]: 0, 1', 'msgstr[1]: 2, 3, 4, 5, 6, 7, 8, 9 …']
    """
    match = _FORMS.fullmatch(rule)
    if not match:
        return
    form_of = gettext.c2py(match[2])
    forms = [form_of(number) for number in range(_COUNTED)]
    for form in range(int(match[1])):
        numbers = [str(number) for number in range(_COUNTED) if forms[number] == form]
        more = " …" if len(numbers) > _SHOWN else ""
        yield f"msgstr[{form}]: {', '.join(numbers[:_SHOWN])}{more}"


BESIDE = " — "
"""What parts the place of a text from what is said of it; no place has it."""
BRACES = "python-brace-format"
"""The flag of a text with slots."""

_FORMER = re.compile(r"^#~\|", re.MULTILINE)


class NewEntry(NamedTuple):
    """An entry to be written."""

    key: Key
    """Its context and text."""
    translation: Translation
    """Its translation."""
    obsolete: bool = False
    """Whether its text is no longer used."""
    places_in_words: tuple[str, ...] = ()
    """What a translator reads of each place: the field, and the address of the page."""
    has_slots: bool = False
    """Whether the text has slots, such as ``{n}``."""


def read(
    file: Path, root: Path, language: str, memory: Memory | None = None
) -> tuple[Catalog | None, list[Problem]]:
    """Read one catalog below ``root``: the catalog, or None, and the problems.

    One whose bytes are in ``memory`` is not parsed again. A catalog with a problem is not
    remembered.
    """
    path = file.relative_to(root).as_posix()
    raw, problems = files.content(file, path)
    if raw is None:
        return None, problems
    digest = sha256(raw).hexdigest()
    remembered = memory.find(f"po {digest}") if memory else None
    if remembered is not None:
        rows, letters, reviewers = remembered
        return Catalog(path, language, rows, letters, reviewers, digest), []
    text, problems = files.decoded(raw, path)
    if text is None:
        return None, problems
    catalog, problems = _parse(text, path, language)
    if catalog and memory and not problems:
        memory.keep(f"po {digest}", (catalog.rows, catalog.letters, catalog.reviewers))
    return catalog and replace(catalog, digest=digest), problems


def _parse(text: str, path: str, language: str) -> tuple[Catalog | None, list[Problem]]:
    """The catalog of a text, or None, and the problems."""
    # polib takes an unquoted or unclosed text and cuts letters off it, so lines are
    # looked at before it reads them.
    if problems := line_problems(text, path) or length_problems(text, path):
        return None, problems
    try:
        # polib skips the former texts of obsolete entries, so they are handed to it as
        # those of others
        parsed = polib.pofile(_FORMER.sub("#|", text), wrapwidth=0)
    except OSError as error:
        match = re.search(r"line (\d+)\)?:?\s*(.*)", str(error))
        line = int(match[1]) if match else 1
        fault = match[2].strip(" )") if match else ""
        message = say("not a gettext catalog: {found}", found=fault or "syntax error")
        hint = say("check quotes and keywords on this line")
        return None, [Problem(path, line, "-", message, hint, SYNTAX)]
    return _catalog(parsed, path, language)


def _catalog(
    parsed: polib.POFile, path: str, language: str
) -> tuple[Catalog, list[Problem]]:
    """The catalog of what polib parsed, and a problem for each text that it repeats."""
    entries: dict[Key, Translation] = {}
    obsolete: dict[Key, Translation] = {}
    empty: dict[Key, int] = {}
    problems: list[Problem] = []
    for entry in parsed:
        group = obsolete if entry.obsolete else entries
        key, translation = _translation(entry)
        if key in group:
            where = entry.msgid[:40]
            problems.append(_twice(path, translation.line, where, group[key].line))
        elif translation.text or any(translation.plural):
            group[key] = translation
        elif not entry.obsolete:
            empty[key] = translation.line
    reviewers = head_reviewers(parsed.metadata)
    # polib's parser is a circle of objects with the whole file in it. The youngest ones
    # are collected at once: of thousands of catalogs they would take more memory than all
    # that is kept.
    parsed.clear()
    gc.collect(0)
    rows = packed_rows(entries, obsolete, empty)
    return Catalog(path, language, rows, _letters(entries), reviewers), problems


def _twice(path: str, line: int, where: str, first_line: int) -> Problem:
    """The problem of a text that is in a catalog twice."""
    message = say("the text is there twice (first on line {line})", line=first_line)
    return Problem(path, line, where, message, say("keep one of them"), DUPLICATE)


def _letters(entries: Entries) -> str:
    """All characters outside ASCII in some translations, in order, each once."""
    letters: set[str] = set()
    for translation in entries.values():
        letters.update(translation.text, *translation.plural)
    return "".join(sorted(letter for letter in letters if letter > "\x7f"))


def _translation(entry: polib.POEntry) -> tuple[Key, Translation]:
    """The key and translation of an entry of polib."""
    state = state_of(entry)
    msgid = entry.msgid
    previous = entry.previous_msgid or ""
    if entry.obsolete and state == STALE:
        # what it translates is the text before; the new text was never translated
        state = UNREVIEWED
        msgid = previous
        previous = ""
    comments = entry.comment.split("\n") if entry.comment else []
    translation = Translation(
        text=entry.msgstr,
        state=state,
        line=entry.linenum or 1,  # without a head, polib counts the first entry's from 0
        places=tuple(line.partition(BESIDE)[0] for line in comments),
        plural=tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)),
        previous=previous,
        comment=entry.tcomment,
        msgid_plural=entry.msgid_plural,
    )
    return (entry.msgctxt or "", msgid), translation


def state_of(entry: polib.POEntry) -> str:
    """Whether somebody has read a translation: reviewed, unreviewed or stale."""
    if "fuzzy" not in entry.flags:
        return REVIEWED
    return STALE if entry.previous_msgid else UNREVIEWED


def text_of(
    language: str,
    lines: Iterable[NewEntry],
    plural_forms: str = "",
    reviewers: Iterable[str] = (),
) -> str:
    """A catalog as text, with a head and the entries in the order given.

    It has no dates and no line numbers, and no text is wrapped. So a difference shows
    only what changed.
    """
    catalog = polib.POFile(wrapwidth=0)
    metadata = {"Language": language, REVIEWERS: "; ".join(reviewers)}
    catalog.metadata = head_lines(metadata, plural_forms)
    catalog.header = head_comment(catalog.metadata)
    for line in lines:
        catalog.append(_polib_entry(line))
    return _written(catalog)


def _polib_entry(new: NewEntry) -> polib.POEntry:
    """An entry to be written, as polib has it."""
    context, msgid = new.key
    translation = new.translation
    words = new.places_in_words or ("",) * len(translation.places)
    places = zip(translation.places, words, strict=True)
    entry = polib.POEntry(
        msgid=msgid,
        msgstr=translation.text,
        msgctxt=context or None,
        comment="\n".join(BESIDE.join(filter(None, place)) for place in places),
        tcomment=translation.comment,
        obsolete=new.obsolete,
    )
    if translation.msgid_plural:
        entry.msgid_plural = translation.msgid_plural
        entry.msgstr_plural = dict(enumerate(translation.plural))
    if translation.state != REVIEWED:
        entry.flags.append("fuzzy")
    if new.has_slots:
        entry.flags.append(BRACES)
    entry.previous_msgid = translation.previous or None
    return entry


def normal(text: str, formula: Callable[[str], str] | None = None) -> str:
    """A catalog as ``text_of`` writes one, in its own order, whatever editor saved it.

    ``formula`` gives the plural rule of a language. Raises ValueError where the text
    cannot be parsed, or would say something else in that form.
    """
    if problems := line_problems(text.replace("\r\n", "\n"), ""):
        first = problems[0]
        raise ValueError(say("line {n}: {what}", n=first.line, what=first.message))
    try:
        catalog = polib.pofile(text, wrapwidth=0)
    except OSError as error:
        raise ValueError(str(error)) from None
    content = [_content(entry) for entry in catalog]
    plurals = any(entry.msgid_plural for entry in catalog)
    plural_forms = head_plural_forms(catalog.metadata, formula) if plurals else ""
    catalog.metadata = head_lines(catalog.metadata, plural_forms)
    catalog.header = head_comment(catalog.metadata)
    catalog.metadata_is_fuzzy = False
    for entry in catalog:
        entry.occurrences = []
        entry.flags = [flag for flag in ("fuzzy", BRACES) if flag in entry.flags]
        if "fuzzy" not in entry.flags:
            entry.previous_msgid = None
            entry.previous_msgctxt = None
            entry.previous_msgid_plural = None
    written = _written(catalog)
    if [_content(entry) for entry in polib.pofile(written, wrapwidth=0)] != content:
        raise ValueError("in its form it would say something else")
    return written


def _content(entry: polib.POEntry) -> tuple[Any, ...]:
    """What an entry says, whatever its form."""
    return (
        entry.obsolete,
        "fuzzy" in entry.flags,
        entry.msgctxt,
        entry.msgid,
        entry.msgstr,
        entry.msgid_plural,
        sorted(entry.msgstr_plural.items()),
    )


def _written(catalog: polib.POFile) -> str:
    """The text of a catalog, without polib's empty first line."""
    return str(catalog).removeprefix("#\n").rstrip("\n") + "\n"
