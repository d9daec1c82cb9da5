"""Style sheets and scripts: which of them a page asks for, each at an address that
changes with what it holds, so that a browser may keep it until then.

Knows paths and bytes, and no MkDocs.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

import minify

FIRST = "assets/javascripts/first.js"
"""The script that runs before anything is painted; it also leads on from former
addresses.
"""


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses below the root of the site, which every page asks for."""

    first: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def assets(
    contents: Mapping[str, bytes], styles: Iterable[str], scripts: Iterable[str]
) -> Assets:
    """What pages ask for, of the files that there are (``contents``, by path).

    Raises KeyError where one of them is missing.
    """
    address = partial(versioned, contents=contents)
    return Assets(
        address(FIRST), tuple(map(address, styles)), tuple(map(address, scripts))
    )


def versioned(path: str, contents: Mapping[str, bytes]) -> str:
    """The address of a file with its version. That of a script covers what it may fetch:
    the folder of its name beside it, the style sheet of its name, and the folder of style
    sheets of its name.
    """
    covered = [path]
    if path.endswith(".js"):
        stem = PurePosixPath(path).stem
        sheet = f"assets/stylesheets/{stem}"
        begins = (f"{path.removesuffix('.js')}/", f"{sheet}.css", f"{sheet}/")
        covered += sorted(other for other in contents if other.startswith(begins))
    version = 0
    for each in covered:
        version = zlib.crc32(contents[each], version)
    return f"{path}?v={version:08x}"


def sent(path: str, content: bytes) -> bytes:
    """A file as it is sent: a script or style sheet without its comments and the room
    between its words, a third of what a phone would fetch; any other file as it is.
    """
    kind = {".js": "application/javascript", ".css": "text/css"}.get(
        PurePosixPath(path).suffix
    )
    return minify.string(kind, content.decode()).encode() if kind else content
