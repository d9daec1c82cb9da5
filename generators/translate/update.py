"""Catalogs brought up to date with their texts, and how far they are translated.

The texts come from the corpus, and for the interface from templates and modules
(``interface_texts``). Old and new are matched by text, then by place, and never by
likeness. A neighbour's "30 days" must not become the translation of "90 days". No
translation is checked here; ``checks`` does that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generators.corpus import cldr
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.corpus.interface import LOCALE, MESSAGES
from generators.corpus.located import grouped
from generators.text import files, gettext_files
from generators.text.gettext_files import Catalog, Key, NewEntry, Translation
from generators.translate.interface_texts import extract_interface, extract_messages
from generators.translate.units import Unit, extract


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """What an update did to one catalog."""

    path: str
    written: bool
    """Whether the file changed."""
    texts: int
    """How many texts it has."""
    missing: int
    """How many of them have no translation."""
    outdated: int
    """How many translations became stale."""
    obsolete: int
    """How many translations became obsolete, for their text is gone."""


# -- catalogs ----------------------------------------------------------------------------


def update(
    corpus: Corpus,
    root: Path,
    languages: Sequence[str],
    write: bool = True,
    folders: Collection[str] = (),
) -> list[CatalogUpdate]:
    """Bring the catalogs of all folders up to date; without ``write`` only say how.

    ``folders`` names the only ones to look at; without it, it is all of them.

    Call it only where reading the corpus found no problem. Else the translations of what
    could not be read become obsolete.
    """
    texts = extract(corpus)
    catalogs = corpus.library.catalogs
    updates = []
    all_folders = {*texts, *(folder for folder, _ in catalogs)}
    for folder in sorted(all_folders.intersection(folders or all_folders)):
        for language in languages:
            path = f"{FOLDER}/{folder}/{language}.po"
            units = texts.get(folder, ())
            catalog = catalogs.get((folder, language))
            updates.append(_update_catalog(root, path, language, units, catalog, write))
    return [change for change in updates if change.texts or change.written]


def update_interface(
    root: Path,
    languages: Sequence[str],
    old: Mapping[str, Catalog],
    messages: Mapping[str, Catalog] | None = None,
) -> list[CatalogUpdate]:
    """Bring the catalogs of the interface and of messages to editors up to date.

    ``old`` and ``messages`` are these catalogs by language. The first of ``languages`` is
    the one that templates are written in.
    """
    source, *targets = languages
    kinds = (
        (LOCALE, extract_interface(root, source), old),
        (MESSAGES, extract_messages(root, source), messages or {}),
    )
    updates = []
    for folder, units, catalogs in kinds:
        for language in targets:
            path = f"{folder}/{language}.po"
            catalog = catalogs.get(language)
            updates.append(_update_catalog(root, path, language, units, catalog))
    return updates


def _update_catalog(
    root: Path,
    path: str,
    language: str,
    units: Iterable[Unit],
    old: Catalog | None,
    write: bool = True,
) -> CatalogUpdate:
    """Bring one catalog up to date with its texts (``old``: None where there is none)."""
    merged = merge(units, language, old, cldr.plural_number(language))
    has_plurals = any(line.translation.msgid_plural for line in merged.lines)
    formula = cldr.plural_formula(language) if has_plurals else ""
    reviewers = old.reviewers if old else ()
    text = None
    if merged.lines:
        text = gettext_files.text_of(language, merged.lines, formula, reviewers)
    live = [line.translation for line in merged.lines if not line.obsolete]
    missing = sum(not entry.text and not any(entry.plural) for entry in live)
    file = root / path
    before = file.read_bytes() if file.exists() else None
    changes = (text and text.encode()) != before
    if changes and write:
        _write(file, text)
    return CatalogUpdate(
        path, changes, len(live), missing, merged.outdated, merged.obsolete
    )


class Merged(NamedTuple):
    """What became of a catalog."""

    lines: list[NewEntry]
    """Its entries, obsolete ones last."""
    outdated: int
    """How many translations became stale."""
    obsolete: int
    """How many became obsolete."""


def merge(
    units: Iterable[Unit], language: str, old: Catalog | None, forms: int = 1
) -> Merged:
    """Bring the entries of a catalog up to date with these texts.

    The same text keeps its translation and state; one that was obsolete has its own
    again. A new text takes the translation of the one text that is gone from its (first)
    place, as stale. What nobody takes becomes obsolete. ``forms`` is how many plural
    forms the language has.
    """
    places = _places(units, language)
    entries: Mapping[Key, Translation] = old.entries if old else {}
    unused = _unused(places, old) if old else {}
    new_keys = [key for key in places if key not in entries]
    returned = {key: unused.pop(key) for key in new_keys if key in unused}
    origins = {former.origin for former in returned.values()}
    gone = {key for key in entries if key not in places} - origins
    gone_at = _by_place((key, entries[key].places) for key in entries if key in gone)
    new_at = _by_place(
        (key, [places[key][0].place]) for key in new_keys if key not in returned
    )
    taken: set[Key] = set()
    lines = []
    for key, units_of_text in places.items():
        entry = entries.get(key)
        if entry is None and key in returned:
            entry = returned[key].entry
        line = line_of(key, units_of_text, language, forms)
        place = (key[0], units_of_text[0].place)
        if entry is None and len(gone_at.get(place, ())) == len(new_at[place]) == 1:
            previous = gone_at[place][0]
            taken.add(previous)
            lines.append(_as_stale(line, entries[previous], previous))
        else:
            lines.append(_with_translation(line, entry) if entry else line)
    for key in sorted(unused):
        if unused[key].origin not in taken:
            entry = unused[key].entry._replace(places=(), previous="")
            lines.append(NewEntry(key, entry, obsolete=True))
    return Merged(lines, len(taken), len(gone - taken))


class _Unused(NamedTuple):
    """A translation whose text is used nowhere now."""

    entry: Translation
    origin: Key | None = None
    """The entry that it comes from; None where that was obsolete already."""


def _unused(places: Mapping[Key, object], old: Catalog) -> dict[Key, _Unused]:
    """The translations of texts that are used nowhere, by those texts.

    Of a stale translation that is the former text. A text that is used and has a
    translation needs no other.
    """
    unused = {key: _Unused(entry) for key, entry in old.obsolete.items()}
    for key, entry in old.entries.items():
        if key in places:
            continue
        if entry.state == gettext_files.STALE:
            context = key[0]
            former = entry._replace(state=gettext_files.UNREVIEWED, previous="")
            unused[context, entry.previous] = _Unused(former, key)
        else:
            unused[key] = _Unused(entry, key)
    return {
        key: former
        for key, former in unused.items()
        if key not in places or key not in old.entries
    }


def places_in_words(units: Iterable[Unit], language: str) -> tuple[str, ...]:
    """Where the text of these units is used, for each of their places.

    It is the field in words, and the address of the page in this language; empty where
    neither is known.
    """
    folder = "" if language in ("", LANGUAGES[0]) else f"{language}/"
    descriptions = []
    for unit in _first_at_each_place(units).values():
        address = f"{folder}{unit.address}" if unit.address else ""
        descriptions.append(" — ".join(filter(None, (unit.words, address))))
    return tuple(descriptions)


def _first_at_each_place(units: Iterable[Unit]) -> dict[str, Unit]:
    """The first unit at each place, in their order."""
    first: dict[str, Unit] = {}
    for unit in units:
        first.setdefault(unit.place, unit)
    return first


def _places(units: Iterable[Unit], language: str) -> dict[Key, tuple[Unit, ...]]:
    """The units that a catalog of a language holds, by context and text."""
    return by_text(unit for unit in units if unit.wanted(language))


def by_text(units: Iterable[Unit]) -> dict[Key, tuple[Unit, ...]]:
    """Units by context and text, in the order of the first of each."""
    return grouped(((unit.context, unit.text), unit) for unit in units)


def _by_place(
    keys: Iterable[tuple[Key, Iterable[str]]],
) -> dict[tuple[str, str], tuple[Key, ...]]:
    """Texts by context and place, of texts with their places."""
    return grouped(((key[0], place), key) for key, places in keys for place in places)


def line_of(key: Key, units: Sequence[Unit], language: str, number: int) -> NewEntry:
    """The entry of a text (``key``) that has no translation yet, with all its places.

    ``units`` are the text at each place, and ``number`` is how many plural forms the
    language has.
    """
    plural = next((unit.plural for unit in units if unit.plural), "")
    entry = Translation(
        "",
        places=tuple(_first_at_each_place(units)),
        plural=("",) * number if plural else (),
        msgid_plural=plural,
    )
    return NewEntry(
        key,
        entry,
        places_in_words=places_in_words(units, language),
        has_slots=any(unit.has_slots for unit in units),
    )


def _with_translation(line: NewEntry, entry: Translation) -> NewEntry:
    """A text with its translation; without one where that does not fit its forms."""
    new = line.translation
    missing_forms = ("",) * len(new.plural)
    forms = (*entry.plural, *missing_forms)[: len(new.plural)]
    text = "" if new.msgid_plural else entry.text
    if not text and not any(forms):
        return line
    previous = "" if entry.previous == line.key[1] else entry.previous
    translation = new._replace(
        text=text,
        state=entry.state,
        plural=forms,
        previous=previous,
        comment=entry.comment,
    )
    return line._replace(translation=translation)


def _as_stale(line: NewEntry, entry: Translation, previous: Key) -> NewEntry:
    """A text with the translation of the text that was at its place before.

    What a stale translation translates is the text before the first change, not the one
    before the last.
    """
    former = entry.previous or previous[1]
    stale = entry._replace(state=gettext_files.STALE, previous=former)
    return _with_translation(line, stale)


def _write(file: Path, text: str | None) -> None:
    """Write a catalog, or remove it where there is no text."""
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, text.encode())


# -- how far -----------------------------------------------------------------------------


def coverage(corpus: Corpus, languages: Iterable[str]) -> dict[str, Counter[str]]:
    """How far the texts of the records are translated into each language.

    They are counted by their state (reviewed, unreviewed, stale, missing), and all of
    them (``total``).
    """
    texts = extract(corpus)
    counts = {}
    for language in languages:
        count: Counter[str] = Counter()
        for folder, units in texts.items():
            catalog = corpus.library.catalogs.get((folder, language))
            # of all languages, so what is unpacked is not to stay
            entries: Mapping[Key, Translation] = {}
            if catalog:
                entries = catalog.apart().entries
            keys = _places(units, language)
            for key in keys:
                count[entries[key].state if key in entries else "missing"] += 1
            count["total"] += len(keys)
        counts[language] = count
    return counts
