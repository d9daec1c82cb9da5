"""Markdown for Hugo: texts that are to stay plain, and links to entries of the vocabulary."""

from __future__ import annotations

from generators.translate.localizer import Localizer


def link(localizer: Localizer, section: str, code: str, name: str = "", up: str = "../../../") -> str:
    """A link to an entry of the vocabulary, ``up`` leading from the page to the folder of its language."""
    return f"[{escaped(localizer.label(name or section, code))}]({up}{section}/{code}/)"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return (
        text.replace("\\", "\\\\")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("[", "\\[")
        .replace("]", "\\]")
    )
