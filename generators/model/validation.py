"""From one file to one model, or to problems that name line and remedy.

The model is picked by ``kind`` before anything is checked, so that a problem's path is the path in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from generators.model.fields import model_at, slots
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import StateNames, Vocabulary
from generators.text.problems import Problem, Rule, expected, near
from generators.text.yaml_files import Path_, Source
from generators.text.yaml_lines import Known

RULES = (
    Rule("kind", "A file says its kind, and stands where that kind belongs."),
    Rule("key-unknown", "A key is one of its kind's keys."),
    Rule("key-missing", "A key that its kind needs is there."),
    Rule(
        "value-type",
        "A value is of the type that its key asks for: text, list, mapping, true or false, whole number, "
        "date.",
    ),
)

RECORD_KINDS = ("instrument", "action-plan", "sop")
ITEM_KINDS = ("recommendation", "good-practice", "lesson", "challenge")


def model_of(path: str, kind: str) -> type[BaseModel] | None:
    """The model of a file by its place (``<folder>/<name>.yml``) and the kind it says; None where they do not
    go together.
    """
    folder, _, name = path.rpartition("/")
    if folder.endswith("vocabulary"):
        return (StateNames if name == "states.yml" else Vocabulary) if kind == "vocabulary" else None
    if name == "mechanism.yml":
        return None if kind in (*RECORD_KINDS, *ITEM_KINDS, "vocabulary") else Mechanism
    if kind in RECORD_KINDS:
        return Record
    return Item if kind in ITEM_KINDS else None


@cache
def known() -> Known:
    """The keys of all kinds of file, for those who look at what was typed."""
    siblings: dict[str, set[str]] = defaultdict(set)
    lists: set[str] = set()
    left: list[type[BaseModel]] = [Record, Item, Mechanism, Vocabulary, StateNames]
    seen: set[type[BaseModel]] = set()
    while left:
        model = left.pop()
        if model in seen:
            continue
        seen.add(model)
        keys = {info.alias or name for name, info in model.model_fields.items()}
        for key in keys:
            siblings[key] |= keys - {key}
        within = [slot for slot in slots(model) if slot.model]
        lists |= {slot.alias for slot in within if slot.shape == "many"}
        left += [slot.model for slot in within if slot.model]
    return Known({key: frozenset(each) for key, each in siblings.items()}, frozenset(lists))


def read(source: Source) -> tuple[BaseModel | None, Source, list[Problem]]:
    """The model of one file, the source that it was made of, and every problem of reading it.

    Where there are problems, model and source are those of what is left without the values that do not fit,
    so that the rules find what else is wrong in the same run, at the lines where it was typed; None and the
    whole source where nothing is left that makes a model.
    """
    if not isinstance(source.data, dict):
        hint = "expected keys and values, such as 'kind: instrument'"
        return None, source, [source.problem((), "not a mapping", hint, "value-type")]
    kind = source.data.get("kind")
    if not isinstance(kind, str):
        message, hint = (
            "missing" if kind is None else "not a text",
            f"expected one of {', '.join(RECORD_KINDS)} …",
        )
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    model = model_of(source.path, kind)
    if model is None:
        message, hint = f"no file of kind '{kind}' belongs here", _kind_hint(source.path, kind)
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    try:
        return model.model_validate(source.data), source, []
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = [_problem(source, model, dict(detail)) for detail in details]
        return *_left(source, model, {_loc(detail) for detail in details}), problems


def _loc(detail: Mapping[str, Any]) -> Path_:
    """The path of a value in its file."""
    return tuple(part for part in detail["loc"] if part != "[key]")


def _left(source: Source, model: type[BaseModel], gone: Collection[Path_]) -> tuple[BaseModel | None, Source]:
    """The model of a file without the values at some paths, and that file."""
    left = source.without(gone)
    try:
        return model.model_validate(left.data), left
    except ValidationError:
        return None, source


def _kind_hint(path: str, kind: str) -> str:
    if path.endswith("/mechanism.yml"):
        return (
            "mechanism.yml holds the mechanism itself; its kinds stand in "
            "instruments/vocabulary/mechanism-kinds.yml"
        )
    fitting = ("vocabulary",) if "vocabulary/" in path else (*RECORD_KINDS, *ITEM_KINDS)
    return expected(kind, fitting)


def _problem(source: Source, model: type[BaseModel], detail: Mapping[str, Any]) -> Problem:
    loc = _loc(detail)
    sort = detail["type"]
    if sort == "extra_forbidden":
        known = _keys(model, loc[:-1])
        return source.problem(
            loc,
            f"unknown key '{loc[-1]}'",
            near(str(loc[-1]), known) or f"known keys: {', '.join(sorted(known))}",
            "key-unknown",
        )
    if sort == "missing":
        return source.problem(loc, "missing", f"add '{loc[-1]}'", "key-missing")
    typed = detail["input"]
    shown = f"'{typed}'" if isinstance(typed, str) else f"a {_shape(typed)}"
    return source.problem(loc, f"{shown} does not fit", _remedy(sort, detail), "value-type")


_WANTED = {
    "string_type": "expected a text",
    "tuple_type": "expected a list",
    "dict_type": "expected a mapping, such as {days: 30}",
    "model_type": "expected a mapping",
    "model_attributes_type": "expected a mapping",
    "too_short": "expected at least one item",
}


def _remedy(sort: str, detail: Mapping[str, Any]) -> str:
    if sort == "value_error":
        return str(detail["ctx"]["error"])
    if sort == "literal_error":
        return f"expected {detail['ctx']['expected']}"
    return _WANTED.get(sort, detail["msg"])


def _shape(value: object) -> str:
    return {dict: "mapping", list: "list"}.get(type(value), "value")


def _keys(model: type[BaseModel], loc: tuple) -> Collection[str]:
    """The keys that the model at a path knows."""
    found = model_at(model, loc)
    return [info.alias or name for name, info in found.model_fields.items()] if found else []
