"""Catalogs brought up to date with the texts that need a translation, and how far they
are translated.

Reads the corpus for records and vocabularies, and templates and modules for the
interface; writes ``.po`` files. Old and new are matched by text, then by place, and never
by likeness: a neighbour's "30 days" must not become the translation of "90 days". It
knows no translator's wording and checks none; that is for ``checks``.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract as babel_extract

from generators.corpus import cldr
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.interface import LOCALE, MESSAGES
from generators.corpus.library import FOLDER
from generators.corpus.located import grouped
from generators.model import manuals
from generators.text import files, gettext_files
from generators.text.gettext_files import Catalog, Key, NewEntry, Translation
from generators.text.partial_dates import PRECISIONS
from generators.translate.units import Unit, extract


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """What an update did to one catalog; ``outdated`` and ``left`` count translations
    whose text changed, or is said nowhere any more: those are kept as obsolete.
    """

    path: str
    written: bool
    texts: int
    missing: int
    outdated: int
    left: int


# -- catalogs ----------------------------------------------------------------------------


def update(
    corpus: Corpus, root: Path, languages: Sequence[str], write: bool = True
) -> list[CatalogUpdate]:
    """Bring the catalogs of all folders up to date; call it only where reading the corpus
    found no problem, or the translations of what could not be read become obsolete.
    Without ``write`` it says what it would do.
    """
    texts, old = extract(corpus), corpus.library.catalogs
    changes = []
    for folder in sorted({*texts, *(folder for folder, _ in old)}):
        for language in languages:
            path = f"{FOLDER}/{folder}/{language}.po"
            units, catalog = texts.get(folder, ()), old.get((folder, language))
            changes.append(_renew(root, path, language, units, catalog, write))
    return [change for change in changes if change.texts or change.written]


def update_interface(
    root: Path,
    languages: Sequence[str],
    old: Mapping[str, Catalog],
    said: Mapping[str, Catalog] | None = None,
) -> list[CatalogUpdate]:
    """Bring the interface's catalogs (``old``) and those of what is said to editors
    (``said``) up to date; ``languages`` begins with the one that templates are written
    in.
    """
    own, *others = languages
    shown, told = extract_interface(root, own), extract_messages(root, own)
    changes = []
    for folder, units, before in ((LOCALE, shown, old), (MESSAGES, told, said or {})):
        changes += [
            _renew(root, f"{folder}/{tag}.po", tag, units, before.get(tag))
            for tag in others
        ]
    return changes


def _renew(
    root: Path,
    path: str,
    language: str,
    units: Iterable[Unit],
    old: Catalog | None,
    write: bool = True,
) -> CatalogUpdate:
    lines, outdated, left = merge(units, language, old, cldr.plural_number(language))
    formula = (
        cldr.plural_formula(language)
        if any(line.found.msgid_plural for line in lines)
        else ""
    )
    reviewers = old.reviewers if old else ()
    text = gettext_files.text_of(language, lines, formula, reviewers) if lines else None
    live = [line.found for line in lines if not line.obsolete]
    missing = sum(not found.text and not any(found.plural) for found in live)
    file = root / path
    changes = (text and text.encode()) != (file.read_bytes() if file.exists() else None)
    if changes and write:
        _write(file, text)
    return CatalogUpdate(path, changes, len(live), missing, outdated, left)


class Merged(NamedTuple):
    """A catalog's entries, obsolete ones last; how many translations became stale, and
    how many obsolete.
    """

    lines: list[NewEntry]
    outdated: int
    left: int


def merge(
    units: Iterable[Unit], language: str, old: Catalog | None, forms: int = 1
) -> Merged:
    """Bring the entries of a catalog up to date with these texts.

    The same text keeps its translation and state; one that was obsolete has its own back.
    A new text takes the translation of the one text that left its (first) place, as
    stale. What nobody takes becomes obsolete.
    """
    places = _places(units, language)
    entries = old.entries if old else {}
    shelf = _shelf(places, old) if old else {}
    came = [key for key in places if key not in entries]
    back = {key: shelf.pop(key) for key in came if key in shelf}
    gone = {key for key in entries if key not in places} - {
        each.origin for each in back.values()
    }
    left = _by_place((key, entries[key].places) for key in entries if key in gone)
    new = _by_place((key, [places[key][0].place]) for key in came if key not in back)
    used, lines = set(), []
    for key, found in places.items():
        entry = entries.get(key) or (back[key].entry if key in back else None)
        here, previous = (key[0], found[0].place), None
        if entry is None and len(left.get(here, ())) == len(new[here]) == 1:
            previous = left[here][0]
            used.add(previous)
        line = line_of(key, found, language, forms)
        lines.append(_translated(line, entry or entries.get(previous), previous))
    for key in sorted(shelf):
        if shelf[key].origin not in used:
            lines.append(
                NewEntry(
                    key, shelf[key].entry._replace(places=(), previous=""), obsolete=True
                )
            )
    return Merged(lines, len(used), len(gone - used))


class _Shelved(NamedTuple):
    """A translation that nothing says now, and the entry that it comes from (None: it was
    obsolete).
    """

    entry: Translation
    origin: Key | None = None


def _shelf(places: Mapping[Key, object], old: Catalog) -> dict[Key, _Shelved]:
    """What is translated of texts that are said nowhere, by those texts: of a stale
    translation the former one. A text that has a translation needs no other.
    """
    shelf = {key: _Shelved(entry) for key, entry in old.obsolete.items()}
    for key, entry in old.entries.items():
        if key not in places and entry.state == gettext_files.STALE:
            was = entry._replace(state=gettext_files.UNREVIEWED, previous="")
            shelf[key[0], entry.previous] = _Shelved(was, key)
        elif key not in places:
            shelf[key] = _Shelved(entry, key)
    return {
        key: each
        for key, each in shelf.items()
        if key not in places or key not in old.entries
    }


def stands(units: Iterable[Unit], language: str) -> tuple[str, ...]:
    """Where the text of these units stands, for each of their places: the field in words,
    and the address of the page in this language; empty where neither is known.
    """
    folder = "" if language in ("", LANGUAGES[0]) else f"{language}/"
    said = (
        (unit.words, unit.address and f"{folder}{unit.address}")
        for unit in _once(units).values()
    )
    return tuple(" — ".join(filter(None, each)) for each in said)


def _once(units: Iterable[Unit]) -> dict[str, Unit]:
    """The first unit at each place, in their order."""
    found: dict[str, Unit] = {}
    for unit in units:
        found.setdefault(unit.place, unit)
    return found


def _places(units: Iterable[Unit], language: str) -> dict[Key, tuple[Unit, ...]]:
    return by_text(unit for unit in units if unit.wanted(language))


def by_text(units: Iterable[Unit]) -> dict[Key, tuple[Unit, ...]]:
    """Units by context and text, in the order of the first of each."""
    return grouped(((unit.context, unit.text), unit) for unit in units)


def _by_place(
    keys: Iterable[tuple[Key, Iterable[str]]],
) -> dict[tuple[str, str], tuple[Key, ...]]:
    return grouped(((key[0], place), key) for key, places in keys for place in places)


def line_of(key: Key, units: Sequence[Unit], language: str, number: int) -> NewEntry:
    """A text without a translation, with its places; ``number`` is how many plural forms
    the language has.
    """
    plural = next((unit.plural for unit in units if unit.plural), "")
    forms = ("",) * number if plural else ()
    found = Translation("", places=tuple(_once(units)), plural=forms, msgid_plural=plural)
    return NewEntry(
        key,
        found,
        stands=stands(units, language),
        braces=any(unit.braces for unit in units),
    )


def _translated(
    line: NewEntry, entry: Translation | None, previous: Key | None
) -> NewEntry:
    new, number = line.found, len(line.found.plural)
    forms = (*(entry.plural if entry else ()), *("",) * number)[:number]
    text = entry.text if entry and not new.msgid_plural else ""
    if entry is None or not (text or any(forms)):
        return line
    # What a stale translation translates is the text before the first change, not the one
    # before the last.
    was = entry.previous or (previous[1] if previous else "")
    former = "" if was == line.key[1] else was
    state = entry.state if previous is None else gettext_files.STALE
    found = new._replace(
        text=text, state=state, plural=forms, previous=former, comment=entry.comment
    )
    return line._replace(found=found)


def _write(file: Path, text: str | None) -> None:
    """Write, or remove where there is no text."""
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, text.encode())


# -- how far -----------------------------------------------------------------------------


def coverage(corpus: Corpus, languages: Iterable[str]) -> dict[str, Counter[str]]:
    """How many texts of the records there are for each language (``total``), and how many
    of them are reviewed, unreviewed, stale and missing.
    """
    texts, found = extract(corpus), {}
    for language in languages:
        found[language] = Counter()
        for folder, units in texts.items():
            catalog = corpus.library.catalogs.get((folder, language))
            entries = (
                catalog.apart().entries if catalog else {}
            )  # of all languages, none to stay
            keys = _places(units, language)
            states = (entries[key].state if key in entries else "missing" for key in keys)
            found[language].update(states)
            found[language]["total"] += len(keys)
    return found


_KEYWORDS = {
    **{"_": None, "ui": None, "gettext": None, "pgettext": ((1, "c"), 2)},
    **{"n_": (1, 2), "counted": (1, 2), "some": (1, 2), "ngettext": (1, 2)},
    "npgettext": ((1, "c"), 2, 3),
}
_SAID = {"say": None, "say_n": (1, 2), "Rule": (2,)}
"""What is said to editors; and the sentences of rules, which beside these stand in
docstrings.
"""
_DATED = {"dated": None}
"""Strings whose date may be known to the day, the month or the year: each is a text for
translators.
"""
_SLOT = re.compile(r"\{\w+\}")
_CODE = (("generators", "*.j2"), ("generators", "*.py"), ("overrides", "*.html"))
# A template that cannot be parsed must not lose its translations, so the extractor may
# not pass it over in silence.
_TEMPLATES = ("jinja2", {"silent": "false"})
_READERS = ((_KEYWORDS, ()), (_DATED, PRECISIONS))


def extract_interface(root: Path, language: str) -> tuple[Unit, ...]:
    """The strings of templates and modules, in the order of files, what columns of the
    open data mean, and what fields of records are called and mean; ``language`` is the
    one they are written in.
    """
    files = (
        file
        for folder, pattern in _CODE
        for file in sorted((root / folder).rglob(pattern))
    )
    found = [unit for file in files for unit in _strings(root, file, language, _READERS)]
    return (*found, *_under(root, language))


def _under(root: Path, language: str) -> Iterator[Unit]:
    """What columns mean, and what fields of records are called and mean, where the code
    of this package stands below ``root``.
    """
    for file in sorted((root / "generators/document/open_data").glob("*.py")):
        for said in manuals.under(file.read_text("utf-8")).values():
            texts = "\n\n".join(said.values()).split("\n\n")
            yield from (
                Unit(file.relative_to(root).as_posix(), "", text, language)
                for text in texts
                if text
            )
    place = Path("generators/model/manuals.py")
    if (root / place).is_file():
        yield from (
            Unit(place.as_posix(), "", text, language)
            for text in dict.fromkeys(manuals.texts())
        )


def extract_messages(root: Path, language: str) -> tuple[Unit, ...]:
    """What the modules say to editors, in the order of files; ``language`` is the one it
    is written in.
    """
    files = sorted((root / "generators").rglob("*.py"))
    return tuple(
        unit for file in files for unit in _strings(root, file, language, ((_SAID, ()),))
    )


def _strings(
    root: Path, file: Path, language: str, wanted: Iterable[tuple[dict, Iterable[str]]]
) -> Iterator[Unit]:
    place = file.relative_to(root).as_posix()
    method, options = ("python", {}) if file.suffix == ".py" else _TEMPLATES
    for keywords, contexts in wanted:
        with file.open("rb") as opened:
            found = [*babel_extract(method, opened, keywords, options=options)]
        if keywords is _SAID:
            found = sorted([*found, *_sentences(file)], key=itemgetter(0))
        for _, message, _, own in found:
            text, plural = message if isinstance(message, tuple) else (message, "")
            for context in contexts or (own or "",):
                yield Unit(
                    place,
                    context,
                    text,
                    language,
                    plural=plural,
                    braces=bool(_SLOT.search(text)),
                )


def _sentences(file: Path) -> Iterator[tuple[int, str, list, None]]:
    """The sentences of the rules of a module, as babel has strings."""
    for each in ast.parse(file.read_text("utf-8")).body:
        marks = each.decorator_list if isinstance(each, ast.FunctionDef) else ()
        if any(ast.unparse(mark).startswith("rule(") for mark in marks):
            yield each.lineno, manuals.unwrapped(ast.get_docstring(each) or ""), [], None
