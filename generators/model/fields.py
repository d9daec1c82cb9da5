"""The kinds of value that records are made of, and a walk over the values of a model.

A field's annotation carries a mark that says what its text is. It may be prose that is
translated, a code of a closed list, a reference or an address. Rules, schemas and the
extraction of translations ask for marks and never list fields. So a new field is known
everywhere at once.

Text comes from ``text/yaml_files`` as it was typed. Only the types below turn it into
true and false, whole numbers and dates.
"""

from __future__ import annotations

import re
import types
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WithJsonSchema,
)

from generators.languages import KNOWN
from generators.text import partial_dates
from generators.text.sayings import Saying, say


def remedy(text: str) -> str:
    """What to type instead of a text that is not a date in our form.

    >>> str(remedy("14 July 2009"))
    'write 2009-07-14'
    >>> str(remedy("5/7/2009"))
    'write 2009-07-05 if the day comes first, 2009-05-07 if the month does'
    """
    possible = [*dict.fromkeys(_possible_dates(_folded(text)))]
    dates = [typed for typed in possible if _exists(typed)]
    if possible and not dates and not possible[0].startswith("0000"):
        return _absent(possible)
    if len(dates) == 1:
        return say("write {date}", date=dates[0])
    if dates:
        day_first, month_first = dates
        return say(
            "write {date} if the day comes first, {other} if the month does",
            date=day_first,
            other=month_first,
        )
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", text.strip()):
        return say("write the year in four figures: 2009-07-14")
    return say(
        "write year, month and day in figures, such as 2009-07-14; or 2009-07, or 2009"
    )


def _exists(typed: str) -> bool:
    """Whether the calendar has a day, month or year that is typed in our form."""
    year, month, day = (*map(int, typed.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _absent(possible: Sequence[str]) -> Saying:
    """That none of the ``possible`` days exists: the first whose month there is."""
    days = [[*map(int, typed.split("-"))] for typed in possible]
    in_a_month = [day for day in days if 1 <= day[1] <= 12]
    year, month, day = (in_a_month or days)[0]
    return partial_dates.absent(year, month, day)


def _folded(text: str) -> str:
    """A text in small letters, without accents, with figures from 0 to 9 and one blank.

    >>> _folded("14  JUILLET ٢٠٠٩")
    '14 juillet 2009'
    """
    letters = unicodedata.normalize("NFD", text.lower())
    base_letters = (letter for letter in letters if not unicodedata.combining(letter))
    digits = (str(unicodedata.digit(letter, letter)) for letter in base_letters)
    return " ".join("".join(digits).split())


_ROWS_OF_MONTHS = [row for language in KNOWN.values() for row in language.typed_months]
_MONTHS = {
    name: number
    for row in _ROWS_OF_MONTHS
    for number, name in enumerate(_folded(row).split(), 1)
}
"""The number of a month by its folded name, in the languages of the site."""


def _possible_dates(text: str) -> list[str]:
    """Every date that a folded text may mean, as it is typed here.

    The calendar may not have the day. The list is empty where no date, or more than one,
    can be made out.

    >>> _possible_dates("5/7/2009")
    ['2009-07-05', '2009-05-07']
    """
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
    numbers = list(compact.groups()) if compact else re.findall(r"\d+", text)
    words = re.findall(r"[^\W\d_]+", text)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), 0)
    years = [number for number in numbers if len(number) == 4]
    short_numbers = [int(number) for number in numbers if len(number) <= 2]
    unknown_month = words and short_numbers and not month
    if len(years) != 1 or unknown_month or len(short_numbers) > 2:
        return []
    year = int(years[0])
    if month and short_numbers:
        return [f"{year:04}-{month:02}-{short_numbers[0]:02}"]
    if month:
        return [f"{years[0]}-{month:02}"]
    if not short_numbers:
        return years
    if len(short_numbers) == 1:
        number = short_numbers[0]
        return [f"{years[0]}-{number:02}"] if 1 <= number <= 12 else []
    first, second = short_numbers
    if numbers[0] in years:
        return [f"{year:04}-{first:02}-{second:02}"]
    return [f"{year:04}-{second:02}-{first:02}", f"{year:04}-{first:02}-{second:02}"]


class Model(BaseModel):
    """Every model: unknown keys are problems, instances never change, the string under a
    field is its manual.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


Loc = tuple[str | int, ...]
"""The path of a value: keys and numbers of items, from 0."""

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
"""An id in lower-case letters, digits and hyphens."""
TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
"""A BCP 47 language tag: a language, and its script and region where they are named."""
ACCOUNT = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*(/[A-Za-z0-9_-]+)?$"
_ACCOUNT = re.compile(ACCOUNT)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A mark that says no more than its kind: any two of one kind are equal."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in our words, translated by catalogs; ``words`` is its limit, ``markdown``
    says whether CommonMark is read in it.
    """

    words: int | None = None
    markdown: bool = False


class Plain(_Bare):
    """Text as published or typed (titles, places, numbers): shown as it is, translated by
    nobody.
    """


@dataclass(frozen=True, slots=True)
class Code:
    """An id of the vocabulary list ``list_name``; on a mapping, its keys."""

    list_name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a record, a mechanism, or either (``to`` is ``record``, ``mechanism`` or
    ``any``).
    """

    to: str


class Line(_Bare):
    """A line of a record, by the record's id and the line's anchor:
    ``un/palermo-protocol#art-6-3``.
    """


class State(_Bare):
    """An ISO 3166-1 alpha-3 code."""


class Place(_Bare):
    """A city by its English name, as the list of places has it, which knows its name in
    every language.
    """


class LanguageTag(_Bare):
    """A BCP 47 language tag; on a mapping, its keys."""


class Address(_Bare):
    """An http or https address on another host."""


class Slug(_Bare):
    """An id in lower-case letters, digits and hyphens."""


class Note(_Bare):
    """Text for editors, never published as fact."""


class Happened(_Bare):
    """The day of something that has happened or was read: never one to come."""


Mark = (
    Happened
    | Prose
    | Plain
    | Code
    | Ref
    | Line
    | State
    | Place
    | LanguageTag
    | Address
    | Slug
    | Note
)


_WORDS_FOR_YES = {word for language in KNOWN.values() for word in language.yes}
_WORDS_FOR_NO = {word for language in KNOWN.values() for word in language.no}
_YES = frozenset({"true", "y", "on", "1"} | _WORDS_FOR_YES)
_NO = frozenset({"false", "n", "off", "0"} | _WORDS_FOR_NO)
WHOLE = r"0|[1-9]\d*"
MOST_DIGITS = 9
_WHOLE = re.compile(WHOLE, re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+")
"""A number with signs between its thousands."""
_WITH_UNIT = re.compile(r"0*([1-9]\d*)(?:\s+[^\d\s]+)?")
"""A number with zeros before it or a word after it."""


def _truth(text: Any) -> bool:
    """True or false, of a text. Raises ValueError with the remedy."""
    if text in ("true", "false"):
        return bool(text == "true")
    word = text.lower() if isinstance(text, str) else ""
    if word in _YES:
        raise ValueError(say("write {word}", word="true"))
    if word in _NO:
        raise ValueError(say("write {word}", word="false"))
    raise ValueError(say("expected true or false"))


def _whole(text: Any) -> int:
    """A whole number, of a text. Raises ValueError with the remedy."""
    if isinstance(text, str) and _WHOLE.fullmatch(text):
        if len(text) > MOST_DIGITS:
            hint = say("expected a number of at most {n} digits", n=MOST_DIGITS)
            raise ValueError(hint)
        return int(text)
    if isinstance(text, str) and len(text) < 40:
        if _GROUPED.fullmatch(text):
            raise ValueError(say("write {n}", n=re.sub(r"\D", "", text)))
        if match := _WITH_UNIT.fullmatch(text):
            raise ValueError(say("write {n}", n=match[1]))
    raise ValueError(say("expected a whole number in plain digits"))


def within(least: int, most: int) -> AfterValidator:
    """Have a whole number be at least and at most something, both included."""

    def bounded(number: int) -> int:
        if not least <= number <= most:
            message = say(
                "check the number: expected one from {least} to {most}",
                least=least,
                most=most,
            )
            raise ValueError(message)
        return number

    return AfterValidator(bounded)


def _day(text: Any) -> partial_dates.PartialDate:
    """A date, of a text. Raises ValueError with the remedy."""
    typed = text if isinstance(text, str) else ""
    if not re.fullmatch(partial_dates.FORM, typed, re.ASCII):
        raise ValueError(remedy(typed))
    return partial_dates.parse(typed)


def _account(text: Any) -> str:
    """An account or team of the code host. Raises ValueError with the remedy."""
    if isinstance(text, str) and _ACCOUNT.fullmatch(text):
        return text
    name = "a-body/editors"
    raise ValueError(
        say(
            "expected an account or team of the code host without @, such as {name}",
            name=name,
        )
    )


# YAML 1.2 editors read a bare 2009 or 13 as a number, so the schema allows both where the
# record means text.
_TEXT_OR_NUMBER = {"type": ["string", "integer", "number"]}

_DATE = {
    **_TEXT_OR_NUMBER,
    "pattern": f"^{partial_dates.FORM}$",
    "description": "YYYY, YYYY-MM or YYYY-MM-DD",
}
_CITY = {
    "type": "string",
    "description": "A city by its English name, as the list of places has it",
}
_NAMED_ACCOUNT = {"type": "string", "pattern": ACCOUNT}

Yes = Annotated[bool, BeforeValidator(_truth)]
Whole = Annotated[int, BeforeValidator(_whole)]
PartyCount = Annotated[Whole, within(1, 250)]
"""A number of parties to a text: there are some 200 States."""
DayCount = Annotated[Whole, within(0, 10_000)]
MonthCount = Annotated[Whole, within(1, 1200)]
Rank = Annotated[Whole, within(1, 99)]
"""A place in an order of ours."""
Day = Annotated[partial_dates.PartialDate, PlainValidator(_day), WithJsonSchema(_DATE)]
PastDay = Annotated[Day, Happened()]
Text = Annotated[str, Plain()]
Number = Annotated[str, Plain(), WithJsonSchema(_TEXT_OR_NUMBER)]
Said = Annotated[str, Prose()]
Id = Annotated[str, Slug()]
RecordRef = Annotated[str, Ref("record")]
MechanismRef = Annotated[str, Ref("mechanism")]
AnyRef = Annotated[str, Ref("any")]
LineRef = Annotated[str, Line()]
StateCode = Annotated[str, State()]
PlaceName = Annotated[str, Place(), WithJsonSchema(_CITY)]
LanguageCode = Annotated[str, LanguageTag()]
Url = Annotated[str, Address()]
ForEditors = Annotated[str, Note()]
Account = Annotated[str, Note(), PlainValidator(_account), WithJsonSchema(_NAMED_ACCOUNT)]
SignForm = Literal[
    "any",
    "labour",
    "domestic-work",
    "sexual-exploitation",
    "begging",
    "forced-criminality",
    "forced-marriage",
    "organ-removal",
    "child",
]
"""A form of exploitation to which a sign points; ``any`` to several, ``child`` to one of
children.
"""
ByLanguage = Annotated[dict[str, str], LanguageTag()]
Typed = Annotated[dict[str, tuple[Text, ...]], LanguageTag()]
Grade = Annotated[str, Code("confidences")]


class Slot(NamedTuple):
    """How one field of a model holds its marked values."""

    name: str
    alias: str
    """Its key in a file."""
    shape: str
    """``one`` value, ``many``, or a mapping (``keys``)."""
    mark: Mark | None
    model: type[BaseModel] | None
    """The model of its values, where they are models."""
    value: Any
    """The type of a value, without its mark; of a mapping that of what its keys lead to.
    """


def walk(model: BaseModel, loc: Loc = ()) -> list[tuple[Loc, Mark, Any]]:
    """Every marked value in a model, in the order of the fields.

    Each is the path of keys in the file, the mark and the value. ``loc`` is the path of
    the model itself.
    """
    values: list[tuple[Loc, Mark, Any]] = []
    _gather(model, loc, values)
    return values


def _gather(model: BaseModel, loc: Loc, values: list[tuple[Loc, Mark, Any]]) -> None:
    """Add the marked values of a model, at a path, to ``values``."""
    for slot in slots(type(model)):
        value = getattr(model, slot.name)
        if value is None or value == ():
            continue
        here = (*loc, slot.alias)
        items = [(here, value)]
        if slot.shape == "many":
            items = [((*here, number), item) for number, item in enumerate(value)]
        elif slot.shape == "keys":  # a mapping is known by its keys
            items = [((*here, key), key) for key in value]
        for where, item in items:
            if slot.model:
                _gather(item, where, values)
            elif slot.mark:
                values.append((where, slot.mark, item))


@cache
def slots(cls: type[BaseModel]) -> tuple[Slot, ...]:
    """The marked fields of a model and those that hold models, in order."""
    return tuple(slot for slot in every_slot(cls) if slot.mark or slot.model)


@cache
def every_slot(cls: type[BaseModel]) -> tuple[Slot, ...]:
    """All fields of a model, in order."""
    hints = get_type_hints(cls, include_extras=True)
    own = cls.model_fields.items()
    return tuple(
        Slot(name, info.alias or name, *_shape(hints[name])) for name, info in own
    )


def model_at(cls: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model at a path within a model; None where the path leads to no model."""
    for key in (part for part in loc if isinstance(part, str)):
        inner = next((slot.model for slot in slots(cls) if slot.alias == key), None)
        if inner is None:
            return None
        cls = inner
    return cls


def _shape(hint: Any) -> tuple[str, Mark | None, type[BaseModel] | None, Any]:
    """What a type hint says of its values: shape, mark, model and type (see ``Slot``)."""
    origin = get_origin(hint)
    args = get_args(hint)
    if origin in (Union, types.UnionType):
        return _shape(next(arg for arg in args if arg is not type(None)))
    if origin is Annotated:
        shape, mark, model, value = _shape(args[0])
        own = next((item for item in args[1:] if isinstance(item, Mark)), None)
        return shape, own or mark, model, value
    if origin is tuple:
        _, mark, model, value = _shape(args[0])
        return "many", mark, model, value
    if origin is dict:
        return "keys", None, None, _shape(args[1])[3]
    is_model = isinstance(hint, type) and issubclass(hint, BaseModel)
    return "one", None, hint if is_model else None, hint
