"""What a translator does next: the texts of a language that nobody has translated or
read, in the order in which readers are harmed by that. First what misleads: translations
of texts that have changed, those that a check objects to, and those that nobody has read
of lines that bind, where a mistake turns round a duty, a number or date, or a negation
(``risks``). Then what else stands in texts that bind, then the rest; of equal ones first
what is missing. This is the one home of that order.
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

_DUTIES = frozenset(("obligation", "conditional-obligation"))
_LINES = ("provisions", "steps")
_NUMBERS = ("value", "within", "from_", "until")
_WORD = re.compile(r"[^\W\d_]+")
_NO_MONTHS = {"may", "march"}
"""Names of months that are other words too."""


def risks(record: Record | None, unit: Unit) -> Iterator[Risk]:
    """What a mistake can turn round in a text of a record; nothing where it is no
    provision and no step of one that binds.
    """
    loc, text = unit.loc, unit.text
    if not record or not record.binding or len(loc) < 2 or loc[0] not in _LINES:
        return
    line, own = getattr(record, str(loc[0]))[loc[1]], facts(unit.source_language)
    words = {word.lower() for word in _WORD.findall(text)}
    if getattr(line, "strength", None) in _DUTIES:
        yield "duty"
    numbered = any(getattr(line, name, None) for name in _NUMBERS) or any(
        map(str.isdigit, text)
    )
    if numbered or not words.isdisjoint(
        cldr.months(unit.source_language).keys() - _NO_MONTHS
    ):
        yield "number"
    if not words.isdisjoint(own.negations.split()) or any(
        sign in text for sign in own.negating_signs
    ):
        yield "negation"


Why = Literal["misleads", "binds", "rest"]
"""The classes, in their order."""
MISSING, DOUBTED = "missing", "doubted"
"""No translation, and one that a check objects to; beside the states that catalogs know.
"""
_WHY: tuple[Why, ...] = get_args(Why)
_STATES = (gettext_files.STALE, DOUBTED, MISSING, gettext_files.UNREVIEWED)


class Open(NamedTuple):
    """A text to be translated or read: its places, its state and why it stands where it
    does in the order; ``found`` is the translation that there is, ``path`` its catalog
    and ``line`` its line there (0: it is not there yet), ``risks`` what a mistake in it
    turns round.
    """

    units: Sequence[Unit]
    state: str
    why: Why
    found: Translation | None
    path: str
    line: int
    risks: tuple[Risk, ...] = ()


def to_do(
    corpus: Corpus,
    language: str,
    own: bool,
    doubted: Collection[tuple[str, int]] = frozenset(),
) -> list[Open]:
    """What is to be done for a language, in order: for the texts of the records, and
    where the interface is the project's ``own``, for what its catalogs hold. ``doubted``
    are file and line of the translations that a check objects to.
    """
    library, found = corpus.library, []
    for folder, units in extract(corpus).items():
        catalog = library.catalogs.get((folder, language))
        found += _open(
            corpus, f"{FOLDER}/{folder}/{language}.po", units, catalog, language, doubted
        )
    for folder, catalogs in (
        ((LOCALE, library.interface), (MESSAGES, library.messages)) if own else ()
    ):
        if catalog := catalogs.get(language):
            units = tuple(_of_interface(catalog, corpus.languages[0]))
            found += _open(
                corpus, f"{folder}/{language}.po", units, catalog, language, doubted
            )
    return sorted(
        found,
        key=lambda each: (
            _WHY.index(each.why),
            _STATES.index(each.state),
            -len(each.risks),
        ),
    )


def _of_interface(catalog: Catalog, source: str) -> Iterator[Unit]:
    for (context, text), entry in catalog.entries.items():
        for place in entry.places or ("",):
            yield Unit(place, context, text, source, plural=entry.msgid_plural)
    yield from (Unit("", context, text, source) for context, text in catalog.empty)


Doubted = Collection[tuple[str, int]]
"""File and line of the translations that a check objects to."""


def _open(
    corpus: Corpus,
    path: str,
    units: Sequence[Unit],
    catalog: Catalog | None,
    language: str,
    doubted: Doubted,
) -> Iterator[Open]:
    for key, places in by_text(unit for unit in units if unit.wanted(language)).items():
        found = catalog.entries.get(key) if catalog else None
        state = found.state if found else MISSING
        line = found.line if found else catalog.empty.get(key, 0) if catalog else 0
        if found and (path, line) in doubted:
            state = DOUBTED
        if state != gettext_files.REVIEWED:
            turned = _risks(corpus, places)
            yield Open(
                places,
                state,
                _why(corpus, places, state, turned),
                found,
                path,
                line,
                turned,
            )


def _risks(corpus: Corpus, places: Sequence[Unit]) -> tuple[Risk, ...]:
    """What a mistake turns round at one of the places of a text at least."""
    found = {
        risk for unit in places for risk in risks(corpus.records.get(unit.file), unit)
    }
    return tuple(risk for risk in get_args(Risk) if risk in found)


def _why(
    corpus: Corpus, places: Sequence[Unit], state: str, turned: tuple[Risk, ...]
) -> Why:
    if state in (gettext_files.STALE, DOUBTED) or (turned and state != MISSING):
        return "misleads"
    binds = any(
        unit.file in corpus.records and corpus.records[unit.file].binding
        for unit in places
    )
    return "binds" if binds else "rest"
