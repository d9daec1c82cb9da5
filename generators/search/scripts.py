"""What search knows of scripts, and gathers from the files of languages for all of them.

``words`` cuts, folds and stems by it, and the core of every index carries what the script of the site needs
of it (``facts``), so that no script of the site names a language.
"""

from __future__ import annotations

from typing import Any

from generators.languages import KNOWN

UNSPACED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces between words, as they stand in a class of a regular expression."""
PARTICLES = "和与及的"
"""Characters of such scripts that two writings of one term may differ in."""
_FIGURES = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}
LETTERS = {**dict(zip("ىةٱیکۀ", "يهايكه", strict=True)), "\u0640": "", **_FIGURES}
"""What a letter or figure is folded to, beside what Unicode says of case and of accents."""


_ALL = KNOWN.values()
CLITICS = tuple(clitics for language in _ALL for clitics in language.clitics)
LOOSE = tuple(clitics for language in _ALL for clitics in language.loose)
"""What may be written together with a word, in any language: scripts tell them apart."""
ALIKE = (("abcehkmoptxy", "авсенкмортху"),)
"""Letters of two scripts that look alike, folded, each under the other."""
NUMERALS = "一二三四五六七八九"
"""The numerals from 1 to 9 of unspaced scripts; ``TEN`` counts by ten."""
TEN = "十"


def facts() -> dict[str, Any]:
    """What the script of the site reads of all this: the value of ``language`` in the core of an index.

    ``letters`` {letter: folded}; ``unspaced`` and ``particles`` characters; ``clitics`` a list of
    [letters, [[prefixes, letters left at least], …]], and so ``loose``; ``articles`` a list of words as in
    ``Language.article_words``; ``alike`` pairs of strings of letters; ``numerals`` those from 1 to 9, and
    the ten.
    """
    return {
        "letters": LETTERS,
        "unspaced": UNSPACED,
        "particles": PARTICLES,
        "clitics": [[each.letters, each.rounds] for each in CLITICS],
        "loose": [[each.letters, each.rounds] for each in LOOSE],
        "alike": ALIKE,
        "numerals": NUMERALS + TEN,
        "articles": sorted({word for language in _ALL for word in language.article_words}),
    }
