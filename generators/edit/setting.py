"""One value of one file, named as people name it (``provisions.art-13.strength``), set to something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from generators.checks.anchors import article
from generators.corpus.addresses import slug
from generators.edit import patch
from generators.edit.patch import PatchError
from generators.model.fields import model_at
from generators.model.validation import model_of
from generators.text import yaml_nodes
from generators.text.problems import expected
from generators.text.sayings import say

_NAMES = ("id", "ref", "state", "mechanism", "title")
"""What a line of a list calls itself by, the surest first."""


class Setting(NamedTuple):
    """What was done: the new text of the file, and the value before and after (None: there was none)."""

    text: str
    before: Any
    after: Any


def changed(text: str, file: str, field: str, value: str | None) -> Setting:
    """The text of a file (named by its path in the project) with one value set; None takes the value out.
    ``field`` is a path of keys; an item of a list is named by its id, reference or State, or by its number,
    counted from 1. A value in braces or brackets is read as YAML, any other is the text that it is. Raises
    PatchError.
    """
    try:
        data = yaml_nodes.read(text).data
    except ValueError as error:
        raise PatchError(patch.unread(error)) from None
    path = _path(data, field.split("."), value is not None)
    before = _at(data, path)
    order = _order(_model(file, data), path)
    if before is None and order and path[-1] not in order:
        key = str(path[-1])
        raise PatchError(say("nothing is called '{key}' here; {hint}", key=key, hint=expected(key, order)))
    if path[-1] == "ref" and data.get("language", "en") == "en" and value and article(value) != value:
        raise PatchError(say("write: {line}", line=article(value)))
    wanted = _with(data, path, order, None if value is None else _read(value))
    return Setting(patch.patched(text, wanted), before, None if value is None else _at(wanted, path))


def _read(value: str) -> Any:
    if not value.startswith(("{", "[")):
        return value
    try:
        return yaml_nodes.read(value).data
    except ValueError:
        said = say("'{value}' opens a brace or bracket but is not a list or a set of keys", value=value)
        raise PatchError(said) from None


def _path(data: Any, names: list[str], new: bool) -> tuple[str | int, ...]:
    """Where a field stands; the last key may be missing where it is to be set."""
    path: list[str | int] = []
    for place, name in enumerate(names):
        here = ".".join(names[:place]) or say("the file")
        if isinstance(data, list):
            number = _number(data, name, here)
            path.append(number)
            data = data[number]
            continue
        if not isinstance(data, Mapping):
            raise PatchError(say("'{field}' is a text and has no '{name}'", field=here, name=name))
        if name not in data and not (new and place == len(names) - 1):
            known = tuple(map(str, data))
            raise PatchError(
                say("{field} has no '{name}'; it has {known}", field=here, name=name, known=known)
            )
        path.append(name)
        data = data.get(name)
    return tuple(path)


def _number(items: list[Any], name: str, here: str) -> int:
    """Which item of a list a name means."""
    called = [_called(each) for each in items]
    found = [number for number, own in enumerate(called) if name in own or slug(name) in own]
    if len(found) == 1:
        return found[0]
    counted = [str(number) for number, _ in enumerate(items, 1)]
    if name in counted:
        return counted.index(name)
    if found:
        numbers = ", ".join(str(number + 1) for number in found)
        raise PatchError(
            say(
                "'{name}' names several items of {field}; name one by its number: {numbers}",
                name=name,
                field=here,
                numbers=numbers,
            )
        )
    known = ", ".join(min(own, key=len) for own in called if own)
    if not known:
        told = say("{field} has no item '{name}'; items: {n}", field=here, name=name, n=len(items))
        raise PatchError(told)
    raise PatchError(say("{field} has no item '{name}'; it has {known}", field=here, name=name, known=known))


def _called(item: Any) -> set[str]:
    """The names of an item."""
    own = [str(item[key]) for key in _NAMES if item.get(key)] if isinstance(item, Mapping) else [str(item)]
    return {name for each in own for name in (each, slug(each))}


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else data[part]
    return data


def _model(file: str, data: Any) -> type[BaseModel]:
    kind = data.get("kind") if isinstance(data, Mapping) else None
    return model_of(file, str(kind)) or BaseModel


def _order(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys of the model around a value, in the order in which records have them."""
    around = model_at(model, path[:-1])
    return [info.alias or name for name, info in around.model_fields.items()] if around else []


def _with(data: Any, path: tuple[str | int, ...], order: list[str], value: Any) -> Any:
    """A copy of data with the value at a path set, put in its order, or taken out."""
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        items = [
            each if number != first else _with(each, rest, order, value) if rest else value
            for number, each in enumerate(data)
        ]
        return [each for each in items if each is not None]
    if rest:
        return {key: _with(each, rest, order, value) if key == first else each for key, each in data.items()}
    if value is None:
        return {key: each for key, each in data.items() if key != first}
    return {**data, first: value} if first in data else _put(data, str(first), order, value)


def _put(data: Mapping[str, Any], key: str, order: list[str], value: Any) -> dict[str, Any]:
    """A new key behind the last of those that come before it."""
    before = order[: order.index(key)] if key in order else list(data)
    place = max((number + 1 for number, each in enumerate(data) if each in before), default=0)
    pairs = list(data.items())
    return dict([*pairs[:place], (key, value), *pairs[place:]])
