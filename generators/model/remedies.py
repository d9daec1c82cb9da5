"""What to type where a value does not fit: the same value in the form that its key asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generators.model.fields import (
    Address,
    Code,
    Language,
    Loc,
    Place,
    Plain,
    Prose,
    Slot,
    State,
    model_at,
    slots,
)
from generators.text.partial_dates import PartialDate
from generators.text.sayings import say
from generators.text.yaml_repairs import plain

_SHORT = 120
Named = Callable[[str], str]


def remedy(model: type[BaseModel], loc: Loc, detail: Mapping[str, Any], state: Named) -> str:
    """What to type instead of a value of the wrong type; ``detail`` is what pydantic says of it, ``state``
    gives the code of the State that a text names, empty where it names none.
    """
    sort, typed = detail["type"], detail["input"]
    if sort == "value_error":
        return detail["ctx"]["error"].args[0]
    if sort == "literal_error":
        return say("expected {words}", words=detail["ctx"]["expected"])
    if sort == "too_short":
        return say("expected at least one item")
    slot = _slot(model, loc)
    if sort == "tuple_type":
        return _list(slot, _key(loc), typed, state)
    if sort in ("model_type", "model_attributes_type", "dict_type"):
        return _mapping(slot, loc, typed, state)
    if sort == "string_type":
        return _text("- " if isinstance(loc[-1], int) else f"{_key(loc)}: ", typed)
    return detail["msg"]


def _key(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _slot(model: type[BaseModel], loc: Loc) -> Slot | None:
    """The field at a place; that of the list for an item of it."""
    keys = [part for part in loc if isinstance(part, str)]
    around = model_at(model, keys[:-1]) if keys else None
    return next((slot for slot in slots(around) if slot.alias == keys[-1]), None) if around else None


def _text(before: str, typed: Any) -> str:
    if isinstance(typed, list) and len(typed) == 1 and isinstance(typed[0], str):
        return say(
            "one text belongs here, without brackets or dash: {line}", line=before + _cut(plain(typed[0]))
        )
    if isinstance(typed, list):
        return say("one text belongs here, and no list")
    return say("one text belongs here; one that holds a colon or a brace stands in quotes")


def _list(slot: Slot | None, key: str, typed: Any, state: Named) -> str:
    within = slot.model if slot else None
    if within and isinstance(typed, dict):
        first = f"- {next(iter(typed), '…')}: …"
        return say(
            "a list belongs here: put a dash before its first line ({line}), and indent the others",
            line=first,
        )
    if within:
        example = f"- {_braces(within, typed if isinstance(typed, str) else '', state)}"
        return say("a list belongs here, each item with a dash: {line}", line=example)
    if isinstance(typed, str) and typed:
        words = [plain(each.strip()) for each in re.split(r",| - ", typed.strip("[] ")) if each.strip()]
        return say("a list belongs here, in brackets: {line}", line=_cut(f"{key}: [{', '.join(words)}]"))
    return say("a list belongs here, in brackets: {line}", line=f"{key}: […, …]")


def _mapping(slot: Slot | None, loc: Loc, typed: Any, state: Named) -> str:
    text = typed if isinstance(typed, str) else ""
    dash = "- " if loc and isinstance(loc[-1], int) else f"{_key(loc)}: "
    if slot is None:
        return say("expected keys and values")
    if re.fullmatch(r"[a-z_]+:\S.*", text):
        key, _, value = text.partition(":")
        return say(
            "a blank is missing behind the colon: {line}", line=f"{dash}{{{key}: {_cut(plain(value))}}}"
        )
    if isinstance(typed, list) and len(typed) == 1:
        return say("one mapping belongs here: leave the dash or the brackets out")
    if slot.model:
        example = _braces(slot.model, text, state)
    elif isinstance(slot.mark, Language):
        example = f"{{en: {_cut(plain(text)) or '…'}}}"
    elif isinstance(slot.mark, Code) and slot.mark.of == "measures":
        number = re.search(r"\d+", text)
        example = f"{{days: {number[0] if number else 30}}}"
    else:
        return say("expected keys and values")
    return say("keys and values belong here, such as {line}", line=dash + example)


def _braces(model: type[BaseModel], typed: str, state: Named) -> str:
    """The mapping that was meant by a text, with all keys that it needs."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    needed = [key for key, info in fields.items() if info.is_required()]
    states = [slot.alias for slot in slots(model) if isinstance(slot.mark, State) and slot.alias in needed]
    chosen = [*states, _holder(model, fields, typed)][0] if typed else ""
    said = (states and state(typed)) or plain(typed)
    keys = [key for key in fields if key in needed or key == chosen] or [next(iter(fields))]
    pairs = [f"{key}: {_cut(said) if key == chosen else '…'}" for key in keys]
    return f"{{{', '.join(pairs)}}}"


def _holder(model: type[BaseModel], fields: Mapping[str, FieldInfo], typed: str) -> str:
    """The key of a mapping that a text belongs to by its look."""
    marks = {slot.alias: slot.mark for slot in slots(model)}
    if re.match(r"\d{4}|\d{1,2}[./]", typed):
        kinds: tuple = ()
        found = next((key for key, info in fields.items() if _is_day(info.annotation)), "")
        if found:
            return found
    elif re.fullmatch(r"[A-Z]{3}", typed):
        kinds = (State,)
    elif re.match(r"https?:|www\.", typed):
        kinds = (Address,)
    else:
        kinds = (Place,)
    for wanted in (kinds, (Prose,), (Plain,), (State, Code)):
        if key := next((key for key, mark in marks.items() if wanted and isinstance(mark, wanted)), ""):
            return key
    return next(iter(fields))


def _is_day(hint: Any) -> bool:
    return hint is PartialDate or any(_is_day(each) for each in get_args(hint))


def _cut(text: str) -> str:
    """A text as an example shows it; the whole of a long one is in the file."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
