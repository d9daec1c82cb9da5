"""Names of States, languages and months, and dates and numbers as a language writes them,
from CLDR (Babel); which State somebody meant, and the plural rules of catalogs.

Records hold ISO 3166-1 alpha-3 codes; CLDR names territories by alpha-2, and its own
table of aliases leads from one to the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.languages import get_official_languages
from babel.numbers import format_decimal, format_percent
from babel.plural import PluralRule
from babel.units import format_unit

from generators.languages import LANGUAGES as LANGUAGES
from generators.languages import facts
from generators.model.vocabulary import StateName
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate

_RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Aran Armi Avst Chrs Elym Hatr Hebr Hung Mand Mend Narb Nbat Nkoo Ougr Palm Phlp Phnx Rohg "
    "Samr Sarb Sogd Sogo Syrc Thaa Yezi".split()
)
"""The scripts that run from right to left (Unicode, Bidi_Class R and AL)."""


_ALPHA3 = re.compile("[A-Z]{3}")


@cache
def alpha2(code: str) -> str | None:
    """The alpha-2 code of an alpha-3 code; None where ISO 3166-1 has no such code."""
    meant = (
        get_global("territory_aliases").get(code, ()) if _ALPHA3.fullmatch(code) else ()
    )
    names = Locale("en").territories
    return next((each for each in meant if len(each) == 2 and each in names), None)


@cache
def every_code() -> tuple[str, ...]:
    """All alpha-3 codes that CLDR knows."""
    return tuple(sorted(code for code in get_global("territory_aliases") if alpha2(code)))


@cache
def official_languages(code: str) -> frozenset[str]:
    """The languages (two letters) that a State, by its alpha-3 code, or a region of it
    uses for official purposes; empty where CLDR does not know.
    """
    short = alpha2(code)
    tags = get_official_languages(short, regional=True, de_facto=True) if short else ()
    return frozenset(tag.partition("_")[0] for tag in tags)


@cache
def locale(language: str) -> Locale:
    """CLDR's locale of a language tag; raises babel.UnknownLocaleError where there is
    none.
    """
    return Locale.parse(facts(language).norm, sep="-")


def browser_locale(language: str) -> str:
    """The tag by which a browser writes days and numbers as the site does: figures of
    Europe, the calendar of Gregory, in English the day before the month.
    """
    return f"{facts(language).dates}-u-ca-gregory-nu-latn"


@cache
def has_locale(tag: str) -> bool:
    """Whether CLDR says how a language writes dates and numbers; of many it knows the
    name alone.
    """
    try:
        return bool(locale(tag))
    except (UnknownLocaleError, ValueError):
        return False


def name(code: str, language: str, exceptions: Mapping[str, StateName]) -> str:
    """A State's name in a language: ours where CLDR departs from the United Nations'
    short name, else CLDR's.
    """
    own = exceptions.get(code)
    if own and language in own.names:
        return own.names[language]
    short = alpha2(code)
    return locale(language).territories.get(short, code) if short else code


@cache
def language_name(tag: str, language: str) -> str:
    """A language's name in a language, as it stands in running text."""
    found = facts(language).language_names.get(tag) or locale(language).languages.get(tag)
    return found or tag


@cache
def own_name(tag: str) -> str:
    """A language's name in itself, with a capital where its script has one: for menus."""
    text = locale(tag).get_language_name(tag) or tag
    return text[:1].upper() + text[1:]


@cache
def short_name(tag: str) -> str:
    """A word by which a reader of a language knows it in a menu: ``EN``, ``ع``."""
    return facts(tag).menu or tag.upper()


@cache
def direction(tag: str) -> str:
    """``rtl`` or ``ltr``, by the script that the tag names or that its language is mostly
    written in; CLDR needs no locale of it.
    """
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4), "")
    likely = get_global("likely_subtags")
    whole = likely.get("_".join((language, *rest))) or likely.get(language, "")
    return "rtl" if (script or whole.partition("_")[2][:4]) in _RIGHT_TO_LEFT else "ltr"


@cache  # thousands of lines name a few days
def date_text(day: PartialDate, language: str) -> str:
    """A date as a language writes it, no more precise than it is known."""
    return _date_text(day.text[4:], language).replace(_SOME_YEAR, day.text[:4])


_SOME_YEAR = "2000"
"""A year with a 29 February: days are written in it once, for all years."""


@cache
def _date_text(of_year: str, language: str) -> str:
    """The date in some year; ``of_year`` is what follows the year in ISO 8601."""
    own, day = facts(language), partial_dates.parse(_SOME_YEAR + of_year)
    place = locale(own.dates)
    if day.precision == "year":
        return format_skeleton("y", day.first, locale=place)
    month = day.precision == "month"
    if own.month_names:
        written = f"{own.month_names[day.first.month - 1]} {day.year}"
        return written if month else f"{day.first.day} {written}"
    whole = format_date(day.first, "long", locale=place)
    written = format_skeleton("yMMMM", day.first, locale=place) if month else whole
    for sign, instead in own.date_changes:
        written = sign.sub(instead, written)
    return written


@cache
def number_text(number: float, language: str) -> str:
    """A number as a language writes it."""
    written = format_decimal(number, locale=locale(language))
    return written.replace(".", facts(language).thousands or ".")


@cache
def percent_text(share: float, language: str) -> str:
    """A share of one as a language writes per cent, without decimals."""
    return format_percent(share, locale=locale(language))


@cache
def plural_rule(language: str) -> PluralRule:
    """Which plural form a number takes."""
    return locale(language).plural_form


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@cache
def plural_forms(language: str) -> Mapping[str, tuple[int, ...]]:
    """The plural forms of whole numbers, in the order in which a catalog has them, each
    with the numbers up to 110 that take it. French has ``many`` for millions, which
    catalogs leave to ``other``.
    """
    rule = plural_rule(language)
    taken: dict[str, tuple[int, ...]] = dict.fromkeys(_CATEGORIES, ())
    for number in range(111):
        taken[rule(number)] += (number,)
    return {each: numbers for each, numbers in taken.items() if numbers}


def plural_text(texts: Sequence[str], number: int, language: str) -> str:
    """Of the plural forms of a text, as a catalog has them, that which goes with a
    number.
    """
    form, forms = plural_rule(language)(number), tuple(plural_forms(language))
    return texts[
        min(forms.index(form) if form in forms else len(forms) - 1, len(texts) - 1)
    ]


_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


@cache
def sort_key(text: str) -> tuple[str, str]:
    """A key that orders names without regard to accents and case, and Chinese ones by
    pinyin, before others.
    """
    spoken = _HAN.sub(lambda found: _pinyin(found[0]), text)
    letters = unicodedata.normalize("NFD", spoken.casefold()).replace(*_SHORT_I)
    return "".join(c for c in letters if not unicodedata.combining(c)), text


_SHORT_I = "\u0438\u0306", "\u0439"
"""A letter of the Russian alphabet that Unicode takes for another with an accent."""


@cache
def first_letter(text: str) -> str:
    """The letter that a name is listed under, in capitals; of a Chinese one that of its
    pinyin. ``#`` where a name begins with a figure, or has no letter.
    """
    first = next((c for c in sort_key(text)[0] if c.isalnum()), "#")
    return first.upper() if first.isalpha() else "#"


def _pinyin(text: str) -> str:
    """Chinese characters as syllables with the numbers of their tones, each behind a sign
    that comes first.
    """
    from pypinyin import (
        Style,
        lazy_pinyin,
    )  # a quarter of a second, and only Chinese pages need it

    return "".join(f"\x01{syllable}" for syllable in lazy_pinyin(text, style=Style.TONE3))


_LENGTHS = {
    unit: f"duration-{unit.removesuffix('s')}"
    for unit in "days weeks months years hours".split()
}
_UNITS = {**_LENGTHS, "percent": "concentr-percent"}
"""CLDR's names of units, by those of records."""


def _with_unit(number: float, unit: str, language: str, *lengths: str) -> list[str]:
    """A number with a unit of CLDR, as the language writes it in each length that it has.
    Babel does not follow CLDR's inheritance from long to short (ar, pt, zh): it then
    prints the unit's own id.
    """
    place = locale(language)
    written = (
        format_unit(number, unit, length=length, locale=place) for length in lengths
    )
    return [text for text in written if unit not in text]


@cache
def measure_text(unit: str, number: int, language: str) -> str | None:
    """A number with its unit as the language writes them; None where CLDR has no such
    unit.
    """
    found = (
        _with_unit(number, _UNITS[unit], language, "long", "short")
        if unit in _UNITS
        else ()
    )
    # the catalogs write the sign of the accusative on the letter, as the United Nations
    # does
    return found[0].replace("\u064b\u0627", "\u0627\u064b") if found else None


_NO_WORD = re.compile(r"[\W\d_]+")


@cache
def span_words(language: str) -> Mapping[str, str]:
    """The words that a language writes behind a number of hours, days, weeks, months or
    years, in all forms, in small letters; for each the unit in English (``days``).
    """
    found = {}
    for unit, name in _LENGTHS.items():
        for number in (
            number
            for numbers in plural_forms(language).values()
            for number in numbers[:3]
        ):
            for written in _with_unit(number, name, language, "long", "short"):
                word = _NO_WORD.sub("", written).lower()
                if len(word) > 1 or _HAN.match(word):
                    found[word] = unit
    return found


@cache
def months(language: str) -> dict[str, int]:
    """The names of the months in a language, in both of their grammatical forms, in lower
    case; none where CLDR has no such locale.
    """
    if not has_locale(language):
        return {}
    forms = locale(language).months
    named = (
        pair for use in ("format", "stand-alone") for pair in forms[use]["wide"].items()
    )
    return {name.lower(): number for number, name in named if name.isalpha()}


@cache
def size_text(size: int, language: str) -> str:
    """A file's size, in kB or MB, as the language writes it."""
    large = size >= 1_000_000
    unit, sign = ("digital-megabyte", "MB") if large else ("digital-kilobyte", "kB")
    number = round(size / 1e6, 1) if large else max(1, round(size / 1000))
    written = _with_unit(number, unit, language, "short")
    return written[0] if written else f"{number_text(number, language)} {sign}"


def plural_number(language: str) -> int:
    """How many plural forms a catalog of a language has; raises ValueError for a tag that
    is none.
    """
    from babel.messages.plurals import get_plural  # takes its time to load

    return get_plural(language.replace("-", "_")).num_plurals


def plural_formula(language: str) -> str:
    """The rule as the head of a catalog says it (``nplurals=2; plural=(n > 1);``); raises
    ValueError for a tag that is none.
    """
    from babel.messages.plurals import get_plural

    return facts(language).plurals or get_plural(language.replace("-", "_")).plural_forms


_NOT_ISO = frozenset(
    {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
    | {"QUU", "XAA", "XBB", "XKK", "ZZZ"}
)
"""Codes that CLDR still reads and that ISO 3166-1 has withdrawn, or never had."""
_CODE, _NAME = 3, 4
"""The fewest letters that a code and a name are known by."""


def is_state(code: str) -> bool:
    """Whether a text is the code of a State today."""
    return alpha2(code) is not None and code not in _NOT_ISO


def plain_name(called: str) -> str:
    """A name without capitals and accents."""
    return sort_key(called)[0]


def state_meant(typed: str, more: Mapping[str, str] | None = None) -> str:
    """The code of the one State that somebody meant who typed no code of ISO 3166-1: by
    its name in any language, its two letters, the beginning of its name, or its name
    within a longer one; empty where it may be several or none. ``more`` are further
    names, plain, each with its code.
    """
    upper, text, names = typed.upper(), plain_name(typed), {**_names(), **(more or {})}
    if code := upper if is_state(upper) else _by_alpha2().get(upper) or names.get(text):
        return code
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: len(text) >= _CODE and name.startswith(text),
        lambda name: f" {name} " in f" {text} ",
        lambda name: len(name) >= _NAME and text.startswith(name),
    )
    for way in ways:
        if len(found := {code for name, code in names.items() if way(name)}) == 1:
            return found.pop()
    close = get_close_matches(text, names, n=1, cutoff=0.8) if len(text) > _CODE else ()
    return names[close[0]] if close else ""


@cache
def _by_alpha2() -> dict[str, str]:
    return {
        short: code for code in every_code() if is_state(code) and (short := alpha2(code))
    }


@cache
def _names() -> dict[str, str]:
    """The codes of States by their names in CLDR, plain; where two are called alike, the
    first stays.
    """
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code in _by_alpha2().values():
            found.setdefault(plain_name(name(code, language, {})), code)
    return found
