"""Links from hand-written pages to generated ones by their id: ``[CETS 197](id:coe/convention-197)``.

An id is that of a record, a mechanism or an item of the consultation, or the address of any other page;
``#…`` may follow. Links to other files of ``docs/`` are left to MkDocs, which this module does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generators.corpus.addresses import Target, relative
from generators.corpus.addresses import address as address_of
from generators.corpus.corpus import Corpus
from generators.text.problems import Problem, Rule, near
from generators.text.sayings import say

RULES = (Rule("link-unknown", "A link to an id in a hand-written page leads to a page."),)

_LINK = re.compile(
    r"""(?:\]\(\s*<?|^\s*\[[^\]\n]+\]:\s*<?)id:([^)\s#>"']*)""",
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
    for line, piece in prose(text):
        for match in _LINK.finditer(piece):
            if match[1].strip("/") not in ids:
                place = line + piece.count("\n", 0, match.end())
                hint = near(match[1], ids) or say(
                    "an id is a record's path without .yml, or a page's address"
                )
                message = say("no page has the id '{match}'", match=match[1])
                yield Problem(path, place, "-", message, hint, "link-unknown")


def prose(markdown: str) -> Iterator[tuple[int, str]]:
    """The text in pieces without its code, each with its first line."""
    line, end = 1, 0
    for code in [*_CODE.finditer(markdown), None]:
        piece = markdown[end : code.start() if code else None]
        yield line, piece
        if code:
            line += piece.count("\n") + code[0].count("\n")
            end = code.end()
