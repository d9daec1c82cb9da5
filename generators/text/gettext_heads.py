"""The head of a catalog: what it says of itself, in one order, and which number takes which plural form."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping

REVIEWERS = "X-Reviewers"
"""The line that names reviewers who wish it, with a semicolon between them."""

_FORMS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?);?\s*")
_COUNTED, _SHOWN = 1000, 8
"""How far numbers are counted to explain the forms of a plural, and how many of each are shown."""


def lines(said: Mapping[str, str], plural_forms: str) -> dict[str, str]:
    """The lines of a head, in one order. What editors add (dates, their own names and addresses) is left
    out.
    """
    found = {
        "Language": said.get("Language", ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
        REVIEWERS: "; ".join(reviewers(said)),
    }
    return {key: text for key, text in found.items() if text or key == "Language"}


def reviewers(said: Mapping[str, str]) -> tuple[str, ...]:
    """The reviewers whom a head names."""
    return tuple(filter(None, map(str.strip, said.get(REVIEWERS, "").split(";"))))


def plural_forms(said: Mapping[str, str], formula: Callable[[str], str] | None) -> str:
    """The plural rule of a catalog, as ``formula`` writes that of its language: editors write it each in
    their own way. A rule with another number of forms stays, for the translations are made for it.
    """
    own, language = said.get("Plural-Forms", ""), said.get("Language", "")
    ours = formula(language) if formula and language else own
    return ours if not own or _number(own) == _number(ours) else own


def _number(rule: str) -> str:
    return "".join(rule.partition(";")[0].split())


def comment(said: Mapping[str, str]) -> str:
    """What stands above a head: for each plural form the first numbers that take it. Raises ValueError where
    the rule cannot be read.
    """
    return "\n".join(_explained(said.get("Plural-Forms", ""))) if said.get("Language") else ""


def _explained(rule: str) -> Iterator[str]:
    found = _FORMS.fullmatch(rule)
    if not found:
        return
    form_of = gettext.c2py(found[2])
    forms = [form_of(number) for number in range(_COUNTED)]
    for form in range(int(found[1])):
        taken = [str(number) for number, each in enumerate(forms) if each == form]
        more = " …" if len(taken) > _SHOWN else ""
        yield f"msgstr[{form}]: {', '.join(taken[:_SHOWN])}{more}"
