"""Signs that a language sets otherwise than they are typed: spaces that do not break and apostrophes in
French, dashes in Russian, numbers of acts in Arabic. Catalogs hold what a keyboard has; everything that is
shown passes here.
"""

from __future__ import annotations

from functools import lru_cache

from generators.languages import facts


@lru_cache(maxsize=50_000)
def shown(text: str, language: str) -> str:
    """A text of a language as it is shown."""
    for sign, instead in facts(language).typography:
        text = sign.sub(instead, text)
    return text
