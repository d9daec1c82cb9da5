"""Where the links of a book lead: to a chapter of the same book where it has one, else to the public site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from generators.epub.chapters import Written
from generators.epub.writer import LINK

_LINK = re.compile(rf'href="{LINK}([^"#]*)(?:#([^"]*))?"')


class Links:
    """The links of a book of these chapters; ``base`` is the absolute address of the language's pages."""

    def __init__(self, chapters: Sequence[Written], base: str) -> None:
        self._base = base
        self.files = _files(chapters)
        """The name of each chapter's file, in their order; no two have one name."""
        self._of_page: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for chapter, file in zip(chapters, self.files, strict=True):
            if chapter.page:
                self._of_page.setdefault(chapter.page, []).append((file, chapter.places))

    def led(self, body: str) -> str:
        """What a chapter says, with its links."""
        return _LINK.sub(lambda found: f'href="{self._to(unescape(found[1]), found[2] or "")}"', body)

    def _to(self, page: str, place: str) -> str:
        views = self._of_page.get(page)
        if not views:
            return escape(f"{self._base}{page}{'#' if place else ''}{place}")
        if not place:
            return views[0][0]
        file = next((file for file, places in views if place in places), "")
        return f"{file}#{place}" if file else views[0][0]


def _files(chapters: Sequence[Written]) -> list[str]:
    """Names made of the addresses of pages: a place that was kept in one edition is there in the next."""
    names: list[str] = []
    for chapter in chapters:
        name = chapter.page.strip("/").replace("/", "_") or "end"
        while f"{name}.xhtml" in names:
            name += "_"
        names.append(f"{name}.xhtml")
    return names
