"""Translations that somebody has read, noted in a catalog."""

from __future__ import annotations

from collections.abc import Mapping

import polib

from generators.text import gettext_files


def translation_in(text: str, msgid: str) -> str:
    """The translation of a text without a context in a catalog.

    Empty where it has none, or only that of a former text.
    """
    for entry in polib.pofile(text, wrapwidth=0) if text else ():
        if (entry.msgid, entry.msgctxt, entry.obsolete) == (msgid, None, False):
            return (
                ""
                if gettext_files.state_of(entry) == gettext_files.STALE
                else str(entry.msgstr)
            )
    return ""


def reviewed(text: str, translations: Mapping[str, str], reviewer: str) -> str:
    """A catalog in which somebody has read some translations, by their texts.

    ``reviewer`` is named in its head; empty for somebody who is not to be named.
    """
    catalog = polib.pofile(text, wrapwidth=0)
    for entry in catalog:
        if entry.msgid in translations and not (entry.msgctxt or entry.obsolete):
            entry.msgstr = translations[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    names = dict.fromkeys((*gettext_files.head_reviewers(catalog.metadata), reviewer))
    catalog.metadata[gettext_files.REVIEWERS] = "; ".join(filter(None, names))
    return gettext_files.normal(str(catalog))
