"""Links from hand-written pages to each other and to pictures beside them: ``[how](contribute.md#dates)``.

They are paths of files in ``docs/``; MkDocs leads them to where these stand on the site, each page to the
others of its language. Knows no MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from generators.text.problems import Problem, Rule, near
from generators.text.sayings import say

RULE = "docs-link"
RULES = (
    Rule(
        RULE,
        "A link of a hand-written page leads to another by its path, to a place that is there, or to a "
        "generated page by its id; pictures lie in docs/.",
    ),
)

_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Written(NamedTuple):
    """What a hand-written page leads to, as it was typed, and the names of the places on it; ``text`` is all
    of it, with its lines in their places.
    """

    text: str
    links: tuple[str, ...]
    places: frozenset[str]


def problems(pages: Mapping[str, Written], pictures: Collection[str], folder: str) -> Iterator[Problem]:
    """Every link that leads nowhere, in the order of pages; both are named by their paths below ``folder``,
    which is that of the project's hand-written pages.
    """
    for path, page in pages.items():
        for typed in dict.fromkeys(page.links):
            if _ELSEWHERE.match(_BLANK.sub("", typed)):
                continue
            if wrong := _wrong(path, page, typed, pages, pictures):
                yield Problem(f"{folder}/{path}", _line(page.text, typed), "-", *wrong, RULE)


def _wrong(
    path: str, page: Written, typed: str, pages: Mapping[str, Written], pictures: Collection[str]
) -> tuple[str, str] | None:
    address, _, place = typed.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
    if name in pictures and address:
        return None
    if name not in pages or address.startswith("/"):
        beside = [posixpath.relpath(each, posixpath.dirname(path) or ".") for each in (*pages, *pictures)]
        hint = near(address, beside) or say("name a file of docs/ by its path, or a generated page as id:…")
        return say("'{link}' leads nowhere", link=typed), hint
    if address and re.search(rf"""(?:href|src)\s*=\s*["']?{re.escape(typed)}""", page.text):
        return say("a link to a file in an element of HTML"), say("write [words]({link})", link=typed)
    there = pages[_in_language_of(path, name, pages)]
    if place and unquote(place) not in there.places:
        hint = near(place, there.places) or say("lead to the page as a whole")
        return say("no place '{place}' on that page", place=place), hint
    return None


def _in_language_of(path: str, name: str, pages: Collection[str]) -> str:
    """The page that a reader of ``path`` is led to: its translation where there is one."""
    language = PurePosixPath(path).name.removesuffix(".md").partition(".")[2]
    translated = f"{name.removesuffix('.md')}.{language}.md"
    return translated if language and translated in pages else name


def _line(text: str, typed: str) -> int:
    """The first line that holds what was typed, or the first of the page where it was typed otherwise."""
    return next((n for n, each in enumerate(text.split("\n"), 1) if typed in each), 1)
