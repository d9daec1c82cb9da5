"""What a mistake in a translation can turn round, so that readers who trust it are misled: that something
must be done, a number or a date, a negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from pydantic import BaseModel

from generators.corpus import cldr
from generators.languages import facts
from generators.model.fields import Loc
from generators.model.records import Record

Risk = Literal["duty", "number", "negation"]

_DUTIES = frozenset(("obligation", "conditional-obligation"))
_LINES = ("provisions", "steps")
_NUMBERS = ("value", "within", "from_", "until")
_WORD = re.compile(r"[^\W\d_]+")


def risks(model: BaseModel | None, loc: Loc, text: str, language: str) -> tuple[Risk, ...]:
    """What a mistake can turn round in a text at a path of a file, ``language`` being that of the text; none
    where it is no provision and no step of a record that binds.
    """
    if not isinstance(model, Record) or not model.binding or len(loc) < 2 or loc[0] not in _LINES:
        return ()
    return tuple(_risks(getattr(model, str(loc[0]))[loc[1]], text, language))


def _risks(line: BaseModel, text: str, language: str) -> Iterator[Risk]:
    words = {word.lower() for word in _WORD.findall(text)}
    if getattr(line, "strength", None) in _DUTIES:
        yield "duty"
    numbered = any(getattr(line, name, None) for name in _NUMBERS) or any(map(str.isdigit, text))
    if numbered or not words.isdisjoint(_months(language)):
        yield "number"
    own = facts(language)
    if not words.isdisjoint(own.negations.split()) or any(sign in text for sign in own.negating_signs):
        yield "negation"


@cache
def _months(language: str) -> frozenset[str]:
    """The names of the months in a language but those that are other words too ("may", "march")."""
    if not cldr.has_locale(language):
        return frozenset()
    names = cldr.locale(language).months["format"]["wide"].values()
    return frozenset(name.lower() for name in names) - {"may", "march"}
