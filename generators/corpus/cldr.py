"""Names of States, languages and months, and dates and numbers as a language writes them,
from CLDR (Babel). With them which State somebody meant, and the plural rules of catalogs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from babel.plural import PluralRule
from babel.units import format_unit

from generators.corpus.state_codes import alpha2 as alpha2
from generators.corpus.state_codes import every_code as every_code
from generators.corpus.state_codes import is_state as is_state
from generators.corpus.state_codes import official_languages as official_languages
from generators.languages import LANGUAGES as LANGUAGES
from generators.languages import facts
from generators.model.vocabulary import StateName
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate

_RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Aran Armi Avst Chrs Elym Hatr Hebr Hung Mand Mend Narb Nbat Nkoo Ougr "
    "Palm Phlp Phnx Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi".split()
)
"""The scripts that run from right to left (Unicode, Bidi_Class R and AL)."""


@cache
def locale(language: str) -> Locale:
    """CLDR's locale of a language tag; raises babel.UnknownLocaleError where there is
    none.
    """
    return Locale.parse(facts(language).norm, sep="-")


def browser_locale(language: str) -> str:
    """The tag by which a browser writes days and numbers as the site does.

    Figures of Europe, the calendar of Gregory, in English the day before the month.

    >>> browser_locale("de")
    'de-u-ca-gregory-nu-latn'
    """
    return f"{facts(language).dates}-u-ca-gregory-nu-latn"


@cache
def has_locale(tag: str) -> bool:
    """Whether CLDR says how a language writes dates and numbers; of many languages it has
    only the name.
    """
    try:
        return bool(locale(tag))
    except (UnknownLocaleError, ValueError):
        return False


def name(code: str, language: str, exceptions: Mapping[str, StateName]) -> str:
    """A State's name in a language: ours where CLDR departs from the United Nations'
    short name, else CLDR's.

    >>> name("CIV", "en", {})
    'Côte d’Ivoire'
    """
    own = exceptions.get(code)
    if own and language in own.names:
        return own.names[language]
    short = alpha2(code)
    return str(locale(language).territories.get(short, code)) if short else code


def region_name(number: str, language: str) -> str:
    """The name of a region of the world, by its number in M49."""
    return str(locale(language).territories[number])


@cache
def language_name(tag: str, language: str) -> str:
    """A language's name in a language, as running text has it.

    >>> language_name("de", "en")
    'German'
    """
    own = facts(language).language_names.get(tag)
    return str(own or locale(language).languages.get(tag) or tag)


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
    written in.

    CLDR needs no locale of it.

    >>> direction("he"), direction("he-Latn")
    ('rtl', 'ltr')
    """
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4), "")
    likely = get_global("likely_subtags")
    whole = likely.get("_".join((language, *rest))) or likely.get(language, "")
    script = script or whole.partition("_")[2][:4]
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


@cache  # thousands of lines name a few days
def date_text(day: PartialDate, language: str) -> str:
    """A date as a language writes it, no more precise than it is known.

    >>> date_text(partial_dates.parse("2025-03"), "en")
    'March 2025'
    """
    return _date_text(day.text[4:], language).replace(_SOME_YEAR, day.text[:4])


_SOME_YEAR = "2000"
"""A year with a 29 February: days are written in it once, for all years."""


@cache
def _date_text(of_year: str, language: str) -> str:
    """The date in some year; ``of_year`` is what follows the year in ISO 8601."""
    own = facts(language)
    day = partial_dates.parse(_SOME_YEAR + of_year)
    place = locale(own.dates)
    if day.precision == "year":
        return format_skeleton("y", day.first, locale=place)
    is_month = day.precision == "month"
    if own.month_names:
        written = f"{own.month_names[day.first.month - 1]} {day.year}"
        return written if is_month else f"{day.first.day} {written}"
    if is_month:
        written = format_skeleton("yMMMM", day.first, locale=place)
    else:
        written = format_date(day.first, "long", locale=place)
    for sign, instead in own.date_changes:
        written = sign.sub(instead, written)
    return written


@cache
def number_text(number: float, language: str) -> str:
    """A number as a language writes it.

    >>> number_text(12345, "en")
    '12,345'
    """
    written = format_decimal(number, locale=locale(language))
    return written.replace(".", facts(language).thousands or ".")


@cache
def percent_text(share: float, language: str) -> str:
    """A share of one as a language writes per cent, without decimals.

    >>> percent_text(0.25, "en")
    '25%'
    """
    return format_percent(share, locale=locale(language))


@cache
def plural_rule(language: str) -> PluralRule:
    """Which plural form a number takes."""
    return locale(language).plural_form


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@cache
def plural_forms(language: str) -> Mapping[str, tuple[int, ...]]:
    """The plural forms of whole numbers, in the order of a catalog.

    Each has the numbers up to 110 that take it. French has ``many`` for millions, which
    catalogs leave to ``other``.
    """
    rule = plural_rule(language)
    taken: dict[str, tuple[int, ...]] = dict.fromkeys(_CATEGORIES, ())
    for number in range(111):
        taken[rule(number)] += (number,)
    return {category: numbers for category, numbers in taken.items() if numbers}


def plural_text(texts: Sequence[str], number: int, language: str) -> str:
    """The plural form of a text that goes with a number, from its forms in a catalog.

    >>> plural_text(["text", "texts"], 2, "en")
    'texts'
    """
    form = plural_rule(language)(number)
    forms = tuple(plural_forms(language))
    place = forms.index(form) if form in forms else len(forms) - 1
    return texts[min(place, len(texts) - 1)]


_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


@cache
def sort_key(text: str) -> tuple[str, str]:
    """A key that orders names without regard to accents and case, and Chinese ones by
    pinyin, before others.

    >>> sort_key("Élan")
    ('elan', 'Élan')
    """
    spoken = _HAN.sub(lambda match: _pinyin(match[0]), text)
    letters = unicodedata.normalize("NFD", spoken.casefold()).replace(*_SHORT_I)
    return "".join(c for c in letters if not unicodedata.combining(c)), text


_SHORT_I = "\u0438\u0306", "\u0439"
"""A letter of the Russian alphabet that Unicode takes for another with an accent."""


@cache
def first_letter(text: str) -> str:
    """The letter that a name is listed under, in capitals; that of the pinyin for a
    Chinese name.

    ``#`` where a name begins with a figure, or has no letter.

    >>> first_letter("élan"), first_letter("2009 Act")
    ('E', '#')
    """
    first = next((c for c in sort_key(text)[0] if c.isalnum()), "#")
    return first.upper() if first.isalpha() else "#"


def _pinyin(text: str) -> str:
    """Chinese characters as syllables with the numbers of their tones, each after a sign
    that comes before all letters.
    """
    # a quarter of a second to load, and only Chinese pages need it
    from pypinyin import Style, lazy_pinyin

    return "".join(f"\x01{syllable}" for syllable in lazy_pinyin(text, style=Style.TONE3))


_Length = Literal["long", "short"]


_LENGTHS = {
    unit: f"duration-{unit.removesuffix('s')}"
    for unit in "days weeks months years hours".split()
}
_UNITS = {**_LENGTHS, "percent": "concentr-percent"}
"""CLDR's names of units, by those of records."""


def _with_unit(number: float, unit: str, language: str, *lengths: _Length) -> list[str]:
    """A number with a unit of CLDR, as the language writes it in each length that it has.

    Babel does not follow CLDR's inheritance from long to short (ar, pt, zh): it then
    prints the unit's own id.

    >>> _with_unit(3, "duration-day", "en", "long", "short")
    ['3 days', '3 days']
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

    >>> measure_text("weeks", 2, "en")
    '2 weeks'
    """
    if unit not in _UNITS:
        return None
    written = _with_unit(number, _UNITS[unit], language, "long", "short")
    if not written:
        return None
    # the catalogs write the sign of the accusative on the letter, as the United Nations
    # does
    return written[0].replace("\u064b\u0627", "\u0627\u064b")


_NO_WORD = re.compile(r"[\W\d_]+")


@cache
def span_words(language: str) -> Mapping[str, str]:
    """The words that a language writes after a number of hours, days, weeks, months or
    years.

    They are in all forms and in small letters. Each has the unit in English (``days``).

    >>> span_words("en")["day"]
    'days'
    """
    some_numbers = [
        number for numbers in plural_forms(language).values() for number in numbers[:3]
    ]
    words = {}
    for unit, cldr_unit in _LENGTHS.items():
        for number in some_numbers:
            for written in _with_unit(number, cldr_unit, language, "long", "short"):
                word = _NO_WORD.sub("", written).lower()
                if len(word) > 1 or _HAN.match(word):
                    words[word] = unit
    return words


@cache
def months(language: str) -> dict[str, int]:
    """The names of the months in a language, each with its number from 1.

    They are in both of their grammatical forms, in lower case. There are none where CLDR
    has no such locale.

    >>> months("en")["march"]
    3
    """
    if not has_locale(language):
        return {}
    forms = locale(language).months
    numbers: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for number, month in forms[use]["wide"].items():
            if month.isalpha():
                numbers[month.lower()] = number
    return numbers


@cache
def size_text(size: int, language: str) -> str:
    """A file's size (bytes), in kB or MB, as the language writes it.

    >>> size_text(2_340_000, "en")
    '2.3 MB'
    """
    number: float
    if size >= 1_000_000:
        unit = "digital-megabyte"
        sign = "MB"
        number = round(size / 1e6, 1)
    else:
        unit = "digital-kilobyte"
        sign = "kB"
        number = max(1, round(size / 1000))
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


_CODE = 3
"""The fewest letters that a code is known by."""


_NAME = 4
"""The fewest letters that a name is known by."""


def plain_name(written: str) -> str:
    """A name without capitals and accents.

    >>> plain_name("Côte d’Ivoire")
    'cote d’ivoire'
    """
    return sort_key(written)[0]


def state_meant(typed: str, more: Mapping[str, str] | None = None) -> str:
    """The code of the one State that somebody meant.

    Empty where it may be several or none. A code of ISO 3166-1 means itself. Else the
    State is known by its two letters or by its name in any language. The beginning of the
    name is enough, its name within a longer one, or a name that is nearly so. ``more``
    are further names, plain, each with its code.

    >>> state_meant("Benin"), state_meant("bj"), state_meant("the Republic of Benin")
    ('BEN', 'BEN', 'BEN')
    """
    upper = typed.upper()
    text = plain_name(typed)
    names = {**_names(), **(more or {})}
    if is_state(upper):
        return upper
    code = _by_alpha2().get(upper) or names.get(text)
    if code:
        return code
    for may_be_name in _ways_to_mean(text):
        codes = {code for name, code in names.items() if may_be_name(name)}
        if len(codes) == 1:
            return codes.pop()
    close = get_close_matches(text, names, n=1, cutoff=0.8) if len(text) > _CODE else ()
    return names[close[0]] if close else ""


def _ways_to_mean(text: str) -> tuple[Callable[[str], bool], ...]:
    """The ways in which a typed text (plain) may mean a name: predicates of the name, the
    surest first.
    """

    def begins_with_text(name: str) -> bool:
        return len(text) >= _CODE and name.startswith(text)

    def is_within_text(name: str) -> bool:
        return f" {name} " in f" {text} "

    def begins_text(name: str) -> bool:
        return len(name) >= _NAME and text.startswith(name)

    return (begins_with_text, is_within_text, begins_text)


@cache
def _by_alpha2() -> dict[str, str]:
    """The alpha-3 codes of States by their alpha-2 codes."""
    codes = {}
    for code in every_code():
        short = alpha2(code)
        if short and is_state(code):
            codes[short] = code
    return codes


@cache
def _names() -> dict[str, str]:
    """The codes of States by their names in CLDR, plain; where two have one name, the
    first stays.
    """
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        for code in _by_alpha2().values():
            codes.setdefault(plain_name(name(code, language, {})), code)
    return codes
