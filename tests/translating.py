"""A small project whose texts are translated, and what tests do with its catalogs."""

from __future__ import annotations

from pathlib import Path

import polib

from generators.corpus.loading import open_corpus
from generators.translate import update

LANGUAGES = ("en", "fr", "ru")
RECORD = """\
kind: instrument
type: convention
official_titles: {en: Convention on Trade, fr: Convention sur la traite}
short_title: Trade Convention
short_titles: {ru: Конвенция}
status: in-force
binding: true
summary: In short.
provisions:
  - {topics: [return], ref: Art. 1, strength: obligation, says: Within 30 days.}
  - {topics: [return], ref: Art. 2, strength: obligation, says: With a guardian.}
confidence: recalled
"""
MECHANISM = (
    "kind: organisation\nregions: [africa]\nname: The Body\nconfidence: recalled\n"
)
TERMS = """\
kind: vocabulary
of: terms
title: Terms
definition: Vocabularies.
entries:
  - id: return
    label: return
    definition: Going home.
    forms: {en: {form: return, confidence: common}, fr: {form: retour, confidence: common}}
"""


def project(folder: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    write(folder, "instruments/body/mechanism.yml", MECHANISM)
    write(folder, "instruments/body/trade-2009.yml", RECORD)
    write(folder, "instruments/vocabulary/terms.yml", TERMS)
    return folder


def write(root: Path, path: str, text: str) -> None:
    """Write a file of a project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def updated(root: Path) -> list[update.CatalogUpdate]:
    """Bring the catalogs of a project up to date."""
    corpus, _ = open_corpus(root)
    return update.update(corpus, root, LANGUAGES)


def catalog(root: Path, path: str) -> dict[str, polib.POEntry]:
    """The entries of a catalog by their text."""
    return {entry.msgid: entry for entry in polib.pofile(str(root / path))}


def translate(root: Path, path: str, *flags: str) -> None:
    """Translate every text of a catalog by its own length."""
    file = polib.pofile(str(root / path), wrapwidth=0)
    for entry in file:
        entry.msgstr, entry.flags = f"T{len(entry.msgid)}", list(flags)
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgstr)
    file.save()
