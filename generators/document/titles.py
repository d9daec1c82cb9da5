"""What stands above a page, a chapter or a volume: a record's short title, with the whole one below it."""

from __future__ import annotations

from generators.document.phrases import Phrases
from generators.document.runs import Run


def headline(phrases: Phrases, owner: str) -> list[Run]:
    """A record's short title, where it has one that is not its whole title; else the whole title or name,
    with the sign of its translation.
    """
    if subtitle(phrases, owner):
        return phrases.plain(phrases.localizer.short(owner))
    return phrases.title(owner)


def subtitle(phrases: Phrases, owner: str) -> list[Run]:
    """A record's whole title, where its headline is another; else empty."""
    localizer = phrases.localizer
    if owner not in phrases.corpus.records:
        return []
    whole = localizer.title(owner)
    return phrases.text(whole) if localizer.short(owner).text != whole.text else []


def translated(phrases: Phrases, owner: str) -> list[Run]:
    """Where a title is set apart from all signs: the sign of its translation, with its words; empty where the
    whole title stands below it, or where there is nothing to say.
    """
    if subtitle(phrases, owner):
        return []
    sign = phrases.translation_sign(phrases.localizer.title(owner))
    return [sign, " ", sign.words] if sign else []
