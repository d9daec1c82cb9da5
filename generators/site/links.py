"""Links from hand-written pages: to generated ones by their id (``[CETS 197](id:coe/convention-197)``), to
each other and to pictures beside them by their path (``[how](contribute.md#dates)``).

An id is that of a record, a mechanism or an item of the consultation, or the address of any other page;
``#…`` may follow. Paths are those of files in ``docs/``; MkDocs leads them to where these stand on the site,
each page to the others of its language. Knows no MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from generators.corpus.addresses import Target, relative
from generators.corpus.addresses import address as address_of
from generators.corpus.corpus import Corpus
from generators.text.problems import Problem, Rule, near
from generators.text.sayings import say

RULES = (
    Rule("link-unknown", "A link to an id in a hand-written page leads to a page."),
    Rule(
        "docs-link",
        "A link of a hand-written page leads to another by its path, or to a generated page by its id. The "
        "page and the place are there. Pictures are in docs/.",
    ),
)

_LINK = re.compile(
    r"""(?:\]\(\s*<?|^\s*\[[^\]\n]+\]:\s*<?|\bhref\s*=\s*["']?)id:([^)\s#>"']*)""",
    re.MULTILINE | re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref=(["']?)id:([^"'#>\s]*)""", re.IGNORECASE)
_CODE = re.compile(
    r"^( {0,3})(```+|~~~+).*?(?:^ {0,3}\2|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`)", re.MULTILINE | re.DOTALL
)


def known(corpus: Corpus, pages: Iterator[str]) -> Mapping[str, str]:
    """The address of every id that a link may name; ``pages`` are the addresses of all generated pages."""
    found = {address.rstrip("/"): address for address in pages}
    found |= {name: address_of(Target("record", name)) for name in (*corpus.records, *corpus.mechanisms)}
    return found | {name: address_of(Target("item", name)) for name in corpus.items}


def resolve(html: str, here: str, ids: Mapping[str, str]) -> str:
    """A page's content with each ``id:`` link led from the address ``here``; one that is not known stays, for
    ``problems`` has reported it.
    """

    def led(match: re.Match[str]) -> str:
        address = ids.get(match[2].strip("/"))
        return match[0] if address is None else f"href={match[1]}{relative(here, address)}"

    return _HREF.sub(led, html)


def problems(text: str, path: str, ids: Mapping[str, str]) -> Iterator[Problem]:
    """Every ``id:`` link of a hand-written page that leads nowhere, in the order of lines; ``path`` names the
    page.
    """
    line = 1
    for piece, code in _pieces(text):
        for match in _LINK.finditer(piece) if not code else ():
            if match[1].strip("/") not in ids:
                place = line + piece.count("\n", 0, match.end())
                hint = near(match[1], ids) or say(
                    "an id is a record's path without .yml, or a page's address"
                )
                yield Problem(
                    path,
                    place,
                    "-",
                    say("no page has the id '{match}'", match=match[1]),
                    hint,
                    "link-unknown",
                )
        line += piece.count("\n")


def _pieces(markdown: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is code, in which nothing is a link."""
    end = 0
    for match in _CODE.finditer(markdown):
        yield markdown[end : match.start()], False
        yield match[0], True
        end = match.end()
    yield markdown[end:], False


_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Written(NamedTuple):
    """What a hand-written page leads to, as it was typed, and the names of the places on it; ``text`` is all
    of it, with its lines in their places.
    """

    text: str
    links: tuple[str, ...]
    places: frozenset[str]


def of_paths(pages: Mapping[str, Written], pictures: Collection[str], folder: str) -> Iterator[Problem]:
    """Every link that leads nowhere, in the order of pages; both are named by their paths below ``folder``,
    which is that of the project's hand-written pages.
    """
    for path, page in pages.items():
        for typed in dict.fromkeys(page.links):
            if _ELSEWHERE.match(_BLANK.sub("", typed)):
                continue
            if wrong := _wrong(path, page, typed, pages, pictures):
                yield Problem(f"{folder}/{path}", _line(page.text, typed), "-", *wrong, "docs-link")


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
