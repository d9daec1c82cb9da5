"""Changes values in a YAML text and nothing else: what did not change keeps every character, comments, quotes
and line breaks included. The form in the browser
(``overrides/assets/javascripts/answers/edit/patch.js``) does the same with the same places.

A text that is changed keeps its way of writing where it fits; a new one is written as records are: plain
where YAML reads it as it stands, folded (``>-``) where it is long, else in double quotes. ``changed`` sets
one value, named as people name it (``provisions.art-13.strength``).
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple

from pydantic import BaseModel

from generators.checks.anchors import article
from generators.corpus.addresses import slug
from generators.model.fields import model_at
from generators.model.validation import model_of
from generators.text import yaml_files
from generators.text.problems import expected
from generators.text.sayings import Saying, say
from generators.text.yaml_files import Node

Data = Mapping[str, "Data"] | Sequence["Data"] | str
WIDTH = 120
"""Lines of long texts are broken before so many characters."""
_STEP = 2
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=][^\n\t]*|-[A-Za-z0-9][^\n\t]*")
_NOT_PLAIN = re.compile(r": |:$| #|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}])")
_NOTHING = {"", "~", "null", "Null", "NULL"}


class PatchError(Exception):
    """That a text cannot be changed so, in words for whoever asked; nothing was changed."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def patched(text: str, wanted: Data) -> str:
    """The text with what it says made to be ``wanted``; the text itself where it says that already. Raises
    PatchError where the outcome would say anything else.
    """
    try:
        whole = yaml_files.nodes(text)
    except ValueError as error:
        raise PatchError(unread(error)) from None
    # what is put at one place stays in the order in which it was wanted
    changes = sorted(_changes(text, whole, wanted, 0), key=lambda each: each[:2])
    made = text
    for each in reversed(changes):
        made = made[: each.start] + each.text + made[each.end :]
    try:
        said = yaml_files.nodes(made).data
    except ValueError as error:
        raise PatchError(say("the change cannot be written: {error}", error=error.args[0])) from None
    if said != wanted:
        raise PatchError(say("the change cannot be written without changing something else"))
    return made


def unread(error: ValueError) -> Saying:
    """That a record cannot be read, in the words of whoever tried."""
    return say("the file cannot be read: {error}; run 'compendium check'", error=error.args[0])


def _changes(text: str, node: Node, wanted: Data, indent: int, flow: bool = False) -> Iterator[_Change]:
    """What to write where so that a node says something; ``indent`` is that of the keys or dashes around
    it, ``flow`` whether it stands within braces or brackets.
    """
    if node.data == wanted:
        return
    if node.kind == "map" and isinstance(wanted, Mapping):
        yield from _of_map(text, node, wanted)
    elif node.kind == "list" and isinstance(wanted, list) and wanted and node.items:
        yield from _of_list(text, node, wanted)
    elif isinstance(wanted, str):
        behind = text[node.end : _end_of_line(text, node.end)].strip()  # a comment cannot follow folded lines
        yield _Change(node.start, node.end, _text(wanted, node.style, indent, flow, not behind))
    else:
        yield _Change(node.start, node.end, _flow(wanted))


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


# -- mappings ------------------------------------------------------------------------------------------------


def _of_map(text: str, node: Node, wanted: Mapping[str, Data]) -> Iterator[_Change]:
    kept = [key for key in node.items if key in wanted]
    if not kept:
        yield _Change(node.start, node.end, _flow(wanted))
        return
    indent = _column(text, node.items[kept[0]].key) if node.style == "block" else _column(text, node.start)
    for key in kept:
        yield from _changes(text, node.items[key], wanted[key], indent, node.style == "flow")
    yield from _gone(text, node, [key for key in node.items if key not in wanted])
    last = None
    for key in wanted:
        if key in node.items:
            last = key
            continue
        yield _added(text, node, last, f"{key}", wanted[key], indent)


def _added(text: str, node: Node, after: str | None, key: str, value: Data, indent: int) -> _Change:
    """A new key behind another one; before the first where there is none before it."""
    first = next(iter(node.items.values()))
    if node.style == "flow":
        pair = f"{key}: {_flow(value)}"
        at = node.items[after].end if after else first.key
        return _Change(at, at, f", {pair}" if after else f"{pair}, ")
    lines = _pair(key, value, indent)
    if after is None:
        return _Change(first.key, first.key, f"{lines}\n{' ' * indent}")
    at = _end_of_line(text, node.items[after].end)
    return _Change(at, at, f"\n{' ' * indent}{lines}")


def _gone(text: str, node: Node, names: Sequence[str | int]) -> Iterator[_Change]:
    """Take out keys of a mapping or items of a list, each run of neighbours at once."""
    order = list(node.items.values())
    places = [place for place, name in enumerate(node.items) if name in names]
    runs = groupby(enumerate(places), lambda pair: pair[1] - pair[0])
    for _, run in runs:
        found = [place for _, place in run]
        first, last = found[0], found[-1]
        following = order[last + 1] if last + 1 < len(order) else None
        if node.style == "block":
            yield _lines_gone(text, order[first], order[last], following)
        elif following:
            yield _Change(order[first].key, following.key, "")
        else:
            begin = order[first - 1].end if first else order[first].key
            yield _Change(begin, order[last].end, "")


def _lines_gone(text: str, first: Node, last: Node, following: Node | None) -> _Change:
    """Take out whole lines; where the first of them begins behind a dash, what follows takes its place."""
    begin = text.rfind("\n", 0, first.key) + 1
    if text[begin : first.key].strip() and following:
        return _Change(first.key, following.key, "")
    return _Change(begin, min(_end_of_line(text, last.end) + 1, len(text)), "")


def _end_of_line(text: str, at: int) -> int:
    """Where the line ends that a value ends on; a comment behind it stays with it."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


# -- lists ---------------------------------------------------------------------------------------------------


def _of_list(text: str, node: Node, wanted: Sequence[Data]) -> Iterator[_Change]:
    old = [json.dumps(each.data) for each in node.items.values()]
    new = [json.dumps(each) for each in wanted]
    for what, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        both = min(end - begin, last - first)
        for place in range(both):
            item = node.items[begin + place]
            indent = _column(text, item.key)
            yield from _changes(text, item, wanted[first + place], indent, node.style == "flow")
        yield from _gone(text, node, range(begin + both, end))
        if last - first > both:
            yield _items(text, node, begin + both - 1, wanted[first + both : last])


def _items(text: str, node: Node, after: int, new: Sequence[Data]) -> _Change:
    """New items behind one of a list; before the first for -1."""
    first = node.items[0]
    if node.style == "flow":
        said = ", ".join(map(_flow, new))
        return (
            _Change(first.start, first.start, f"{said}, ")
            if after < 0
            else _Change(node.items[after].end, node.items[after].end, f", {said}")
        )
    indent = _column(text, first.key)
    like = node.items[max(after, 0)]
    lines = [_moved(text, node, each) or _item(each, indent, like) for each in new]
    if after < 0:
        return _Change(first.key, first.key, "".join(f"{line}\n{' ' * indent}" for line in lines))
    at = _end_of_line(text, node.items[after].end)
    return _Change(at, at, "".join(f"\n{' ' * indent}{line}" for line in lines))


def _moved(text: str, node: Node, value: Data) -> str:
    """An item of a block list as it was typed elsewhere in it, comments included; empty where it is new."""
    same = next((each for each in node.items.values() if each.data == value), None)
    return text[same.key : _end_of_line(text, same.end)] if same else ""


def _item(value: Data, indent: int, like: Node | None) -> str:
    """An item of a block list, written as its neighbour is, if it has one and the line is long enough."""
    line = f"- {_text(value, '', indent, False) if isinstance(value, str) else _flow(value)}"
    block = like is not None and like.kind == "map" and like.style == "block"
    if isinstance(value, Mapping) and value and (block or len(line) + indent > WIDTH):
        inner = indent + _STEP
        return "- " + f"\n{' ' * inner}".join(_pair(key, each, inner) for key, each in value.items())
    return line


# -- values --------------------------------------------------------------------------------------------------


def written(value: str) -> str:
    """A text as the value of a key at the left edge of a file."""
    return _text(value, "", 0, False)


def _pair(key: str, value: Data, indent: int) -> str:
    """A key with its value, as the first line of a block mapping; further lines are indented. What is too
    long for a line is written over several.
    """
    if isinstance(value, str):
        return f"{key}: {_text(value, '', indent, False)}"
    line, lead = f"{key}: {_flow(value)}", " " * (indent + _STEP)
    of_texts = not isinstance(value, Mapping) and all(isinstance(each, str) for each in value)
    if (isinstance(value, Mapping) or of_texts) and len(line) + indent <= WIDTH:
        return line
    if isinstance(value, Mapping):
        pairs = (_pair(name, each, indent + _STEP) for name, each in value.items())
        return f"{key}:" + "".join(f"\n{lead}{each}" for each in pairs)
    if of_texts:
        breakable = not any(each.split() != [each] for each in value)
        return f"{key}:\n{_filled(_flow(value), lead)}" if breakable else line
    return f"{key}:" + "".join(f"\n{lead}{_item(each, indent + _STEP, None)}" for each in value)


def _flow(value: Data) -> str:
    """A value on one line, as it stands within braces and brackets."""
    if isinstance(value, str):
        return _text(value, "", 0, True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"


def _text(value: str, style: str, indent: int, flow: bool, folds: bool = True) -> str:
    """A text, in the style that it had where that can say it; ``folds`` says whether lines may be its own."""
    one_line = " ".join(value.split()) == value
    if folds and not flow and one_line and (style == ">" or len(value) + indent > WIDTH - _STEP * 8):
        return f">-\n{_filled(value, ' ' * (indent + _STEP))}"
    if style == "'" and one_line:
        return "'" + value.replace("'", "''") + "'"
    plain = _PLAIN.fullmatch(value) and not _NOT_PLAIN.search(value) and value not in _NOTHING
    if style != '"' and plain and not (flow and _NOT_IN_FLOW.search(value)):
        return value
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")


def _filled(text: str, lead: str) -> str:
    """A long text in lines; nothing but blanks is ever broken at, so that reading joins what was one."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=lead,
        break_long_words=False,
        break_on_hyphens=False,
    )


# -- one value, by its name ----------------------------------------------------------------------------------

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
        data = yaml_files.nodes(text).data
    except ValueError as error:
        raise PatchError(unread(error)) from None
    path = _path(data, field.split("."), value is not None)
    before = _at(data, path)
    order = _order(_model(file, data), path)
    if before is None and order and path[-1] not in order:
        key = str(path[-1])
        raise PatchError(say("nothing is called '{key}' here; {hint}", key=key, hint=expected(key, order)))
    if path[-1] == "ref" and data.get("language", "en") == "en" and value and article(value) != value:
        raise PatchError(say("write: {line}", line=article(value)))
    wanted = _with(data, path, order, None if value is None else _read(value))
    return Setting(patched(text, wanted), before, None if value is None else _at(wanted, path))


def _read(value: str) -> Any:
    if not value.startswith(("{", "[")):
        return value
    try:
        return yaml_files.nodes(value).data
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
