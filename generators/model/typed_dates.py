"""The date that somebody meant who wrote it as in a letter: 14/07/2009, 14 July 2009, juillet 2009."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from generators.languages import KNOWN
from generators.text.sayings import say

_THREE = re.compile(r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})")
_TWO = re.compile(r"(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})")


def remedy(text: str) -> str:
    """What to type instead of a text that is no date; the form of dates where none can be made out of it."""
    found = [each for each in dict.fromkeys(_meant(_plain(text))) if each]
    if len(found) == 1:
        return say("write {date}", date=found[0])
    if found:
        return say(
            "write {date} where the day stands first, {other} where the month does",
            date=found[0],
            other=found[1],
        )
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", text.strip()):
        return say("write the year in four figures: 2009-07-14")
    return say("write year, month and day in figures, such as 2009-07-14; or 2009-07, or 2009")


def _plain(text: str) -> str:
    spelled = unicodedata.normalize("NFD", text.lower())
    digits = (
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() and unicodedata.digit(c, -1) >= 0 else c
        for c in spelled
    )
    return " ".join("".join(c for c in digits if not unicodedata.combining(c)).split())


_MONTHS = {
    name: number
    for language in KNOWN.values()
    for row in language.typed_months
    for number, name in enumerate(_plain(row).split(), 1)
}


def _meant(text: str) -> list[str]:
    """Every date that a text may mean, as it is typed here."""
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text):
        return [_day(*map(int, found.groups()))]
    if found := _THREE.fullmatch(text):
        first, second, third = map(int, found.groups())
        if len(found[1]) == 4:
            return [_day(first, second, third)]
        if len(found[3]) == 4:
            return [_day(third, second, first), _day(third, first, second)]
    if found := _TWO.fullmatch(text):
        month, year = (found[1], found[2]) if found[2] else (found[4], found[3])
        return [f"{year}-{int(month):02}"] if 1 <= int(month) <= 12 else []
    words = re.findall(r"\d+|[^\W\d_]+", text)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    numbers = [word for word in words if word.isdigit()]
    year = next((word for word in numbers if len(word) == 4), "")
    day = next((int(word) for word in numbers if len(word) <= 2), 0)
    if month and year:
        return [_day(int(year), month, day)] if day else [f"{year}-{month:02}"]
    years = set(numbers) if len(numbers) == 1 else set()
    return [year] if year and years == {year} else []


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
