"""Style sheets and scripts: which of them a page asks for.

The address of each changes with what it holds, so a browser may keep it until then.
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


_MINIFIED = {".js": "application/javascript", ".css": "text/css"}
"""The kinds of file that are made smaller, by the end of their name."""


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
    """The address of a file with its version, by its path and the bytes of all files.

    The version of a script also covers what it may fetch. That is what has its name: the
    folder next to it, the style sheet, and the folder of style sheets.

    >>> versioned("assets/a.js", {"assets/a.js": b"go", "assets/a/b.js": b"on"})
    'assets/a.js?v=8c51a78c'
    """
    covered = [path]
    if path.endswith(".js"):
        stem = PurePosixPath(path).stem
        sheet = f"assets/stylesheets/{stem}"
        begins = (f"{path.removesuffix('.js')}/", f"{sheet}.css", f"{sheet}/")
        covered += sorted(name for name in contents if name.startswith(begins))
    version = 0
    for covered_path in covered:
        version = zlib.crc32(contents[covered_path], version)
    return f"{path}?v={version:08x}"


def sent(path: str, content: bytes) -> bytes:
    """The bytes of a file as they are sent; ``path`` tells its kind.

    A script or style sheet loses its comments and the room between its words. That is a
    third of what a phone would fetch. Any other file is sent as it is.
    """
    kind = _MINIFIED.get(PurePosixPath(path).suffix)
    if kind is None:
        return content
    minified: str = minify.string(kind, content.decode())
    return minified.encode()
