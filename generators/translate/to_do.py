"""What a translator does next: the texts of a language that nobody has translated or
read.

What is new comes first: stale translations, those that a check objects to, and missing
ones. Then come those that nobody has read. Both are in the order in which readers are
harmed: what misleads, other texts that bind, the rest. Translations of binding lines with
``risks`` mislead, too. This order is decided only here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.corpus.interface import LOCALE, MESSAGES
from generators.languages import facts
from generators.model.records import Record
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Translation
from generators.translate.units import Unit, extract
from generators.translate.update import by_text

Risk = Literal["duty", "number", "negation"]
"""What a mistake in a translation can turn into its opposite."""

_DUTIES = frozenset(("obligation", "conditional-obligation"))
_LINES = ("provisions", "steps")
_NUMBERS = ("value", "within", "from_", "until")
_WORD = re.compile(r"[^\W\d_]+")
_NO_MONTHS = {"may", "march"}
"""Names of months that are other words too."""


def risks(record: Record | None, unit: Unit) -> Iterator[Risk]:
    """The risks of a text of a record.

    There are none where it is not in a provision or step of a record that binds.
    """
    if not record or not record.binding:
        return
    if len(unit.loc) < 2 or unit.loc[0] not in _LINES:
        return
    line = getattr(record, str(unit.loc[0]))[unit.loc[1]]
    language = facts(unit.source_language)
    words = {word.lower() for word in _WORD.findall(unit.text)}
    if getattr(line, "strength", None) in _DUTIES:
        yield "duty"
    months = cldr.months(unit.source_language).keys() - _NO_MONTHS
    has_number = any(getattr(line, name, None) for name in _NUMBERS)
    has_digit = any(map(str.isdigit, unit.text))
    if has_number or has_digit or not words.isdisjoint(months):
        yield "number"
    has_sign = any(sign in unit.text for sign in language.negating_signs)
    if has_sign or not words.isdisjoint(language.negations.split()):
        yield "negation"


Why = Literal["misleads", "binds", "rest"]
"""The classes, in their order."""
MISSING = "missing"
"""The state of a text without a translation."""
DOUBTED = "doubted"
"""The state of a translation that a check objects to."""
_WHY: tuple[Why, ...] = get_args(Why)
_STATES = (gettext_files.STALE, DOUBTED, MISSING, gettext_files.UNREVIEWED)


Doubted = Collection[tuple[str, int]]
"""File and line of the translations that a check objects to."""


class Open(NamedTuple):
    """A text to be translated or read."""

    units: Sequence[Unit]
    """The places where it is used."""
    state: str
    """Its state, as catalogs have it, or missing or doubted."""
    why: Why
    """Its class in the order."""
    translation: Translation | None
    """The translation that it has."""
    path: str
    """Its catalog."""
    line: int
    """Its line there; 0 where it is not there yet."""
    risks: tuple[Risk, ...] = ()
    """What a mistake in it can turn into its opposite."""


def to_do(
    corpus: Corpus,
    language: str,
    own: bool,
    doubted: Doubted = frozenset(),
) -> list[Open]:
    """What is to be done for a language, in order.

    These are the texts of the records. Where the interface is the project's ``own``, its
    catalogs follow. ``doubted`` are file and line of the translations that a check
    objects to.
    """
    library = corpus.library
    open_texts: list[Open] = []
    for folder, units in extract(corpus).items():
        catalog = library.catalogs.get((folder, language))
        path = f"{FOLDER}/{folder}/{language}.po"
        open_texts += _open(corpus, path, units, catalog, language, doubted)
    interface = ((LOCALE, library.interface), (MESSAGES, library.messages))
    for folder, catalogs in interface if own else ():
        if catalog := catalogs.get(language):
            units = tuple(_units_of_interface(catalog, corpus.languages[0]))
            path = f"{folder}/{language}.po"
            open_texts += _open(corpus, path, units, catalog, language, doubted)
    return sorted(open_texts, key=_place_in_order)


def _place_in_order(text: Open) -> tuple[bool, int, int, int]:
    """What puts texts in order: what is new, class, state, and the number of risks."""
    is_old = text.state == gettext_files.UNREVIEWED
    state = _STATES.index(text.state)
    return is_old, _WHY.index(text.why), state, -len(text.risks)


def _units_of_interface(catalog: Catalog, source: str) -> Iterator[Unit]:
    """The texts of a catalog of the interface, which were written in a language."""
    for (context, text), entry in catalog.entries.items():
        for place in entry.places or ("",):
            yield Unit(place, context, text, source, plural=entry.msgid_plural)
    yield from (Unit("", context, text, source) for context, text in catalog.empty)


def _open(
    corpus: Corpus,
    path: str,
    units: Sequence[Unit],
    catalog: Catalog | None,
    language: str,
    doubted: Doubted,
) -> Iterator[Open]:
    """The texts of one catalog that somebody must translate or read.

    ``units`` are the texts of its folder and ``path`` is its file. ``catalog`` is None
    where there is no such file yet: then every text is missing. A translation that
    somebody has read is in the list only where ``doubted`` has its path and line.
    """
    wanted = by_text(unit for unit in units if unit.wanted(language))
    for key, places in wanted.items():
        entry = catalog.entries.get(key) if catalog else None
        state = entry.state if entry else MISSING
        line = 0
        if entry:
            line = entry.line
        elif catalog:
            line = catalog.empty.get(key, 0)
        if entry and (path, line) in doubted:
            state = DOUBTED
        if state != gettext_files.REVIEWED:
            text_risks = _risks_of(corpus, places)
            why = _class_of(corpus, places, state, text_risks)
            yield Open(places, state, why, entry, path, line, text_risks)


def _risks_of(corpus: Corpus, places: Sequence[Unit]) -> tuple[Risk, ...]:
    """The risks of a text at all its places, each once."""
    present: set[Risk] = set()
    for unit in places:
        present.update(risks(corpus.records.get(unit.file), unit))
    return tuple(risk for risk in get_args(Risk) if risk in present)


def _class_of(
    corpus: Corpus, places: Sequence[Unit], state: str, text_risks: tuple[Risk, ...]
) -> Why:
    """The class of a text in the order."""
    if state in (gettext_files.STALE, DOUBTED) or (text_risks and state != MISSING):
        return "misleads"
    records = (corpus.records.get(unit.file) for unit in places)
    binds = any(record is not None and record.binding for record in records)
    return "binds" if binds else "rest"
