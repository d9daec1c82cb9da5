"""The fonts of the PDFs, and which letters they have.

Fonts come from pinned packages, so what they have is the same everywhere. Opening them
takes longer than all that is read with them. So the letters of the site's languages are
known here. A font is opened where a text has another letter. This is the only module
that imports fontTools.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

FONTS = (
    ("fontpkg_noto_sans", "files"),
    ("fontpkg_amiri", "files"),
    ("justmytype_intl_cjk", "fonts/ofl/notosanssc"),
)
"""The package of each family, and the folder in it that holds the family's files."""

COMMON = (
    "\t\n\r\x20-\x7e\xa0-\u036f\u0400-\u052f\u0606-\u06ff\u1e00-\u1eff"
    "\u2010-\u2027\u202f-\u205e\u2100-\u214f"
    "\u2190-\u2193\u2460-\u2473≈●○◇◑✓\u3000-\u303f\u4e00-\u9fa5\uff01-\uff9f"
)
"""Letters that the fonts have, as in a class of a regular expression; a test holds it to
the fonts.
"""

# What a reader does not see, and a typesetter needs no font for (Unicode:
# Default_Ignorable_Code_Point).
_UNSEEN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff"
)
_UNCOMMON = re.compile(f"[^{COMMON}{_UNSEEN}]")


def uncommon(text: str) -> frozenset[str]:
    """The letters of a text that may be in no font; most texts have none."""
    return frozenset(_UNCOMMON.findall(text))


def missing(text: str) -> list[str]:
    """The letters of a text that no font has, in their order in Unicode."""
    return sorted(letter for letter in uncommon(text) if ord(letter) not in covered())


@cache
def covered() -> frozenset[int]:
    """The code points that all files of a family have, of every family."""
    letters: set[int] = set()
    for package, folder in FONTS:
        files_of_family = _files(package, folder)
        letters |= frozenset.intersection(*(_letters(file) for file in files_of_family))
    # an archived PDF may hold no byte order mark, whatever the fonts have
    return frozenset(letters - {0xFEFF})


def _files(package: str, folder: str) -> list[Path]:
    """The font files in a folder of a package."""
    paths = Path(str(files(package) / folder)).iterdir()
    return sorted(path for path in paths if path.suffix in (".ttf", ".otf"))


def _letters(file: Path) -> frozenset[int]:
    """The code points of a font."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
