"""From one file to one model, or to problems that name line and remedy.

The model is picked by ``kind`` before anything is checked, so that a problem's path is the path in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from generators.model.fields import model_at, slots
from generators.model.items import Item
from generators.model.meanings import key_meant
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.remedies import Named, remedy
from generators.model.state_contacts import StateContacts
from generators.model.vocabulary import StateNames, Vocabulary
from generators.text.problems import Problem, Rule, expected
from generators.text.sayings import Saying, say
from generators.text.sources import Path_, Source
from generators.text.yaml_repairs import Keys

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
STATES = "states"
"""The folder of what is recorded of single States: whom to call there."""
ITEM_KINDS = ("recommendation", "good-practice", "lesson", "challenge", "announcement", "presentation")


def model_of(path: str, kind: str) -> type[BaseModel] | None:
    """The model of a file by its place (``<folder>/<name>.yml``) and the kind it says; None where they do not
    go together.
    """
    folder, _, name = path.rpartition("/")
    if folder.rpartition("/")[2] == "vocabulary":
        return (StateNames if name == "states.yml" else Vocabulary) if kind == "vocabulary" else None
    if folder.rpartition("/")[2] == STATES:
        return StateContacts if kind == "state" else None
    if name == "mechanism.yml":
        return None if kind in (*RECORD_KINDS, *ITEM_KINDS, "vocabulary", "state") else Mechanism
    if kind in RECORD_KINDS:
        return Record
    return Item if kind in ITEM_KINDS else None


@cache
def keys() -> Keys:
    """The keys of all kinds of file, for those who look at what was typed."""
    siblings: dict[str, set[str]] = defaultdict(set)
    left: list[type[BaseModel]] = [Record, Item, Mechanism, Vocabulary, StateNames, StateContacts]
    seen: set[type[BaseModel]] = set()
    while left:
        model = left.pop()
        if model in seen:
            continue
        seen.add(model)
        own = {info.alias or name for name, info in model.model_fields.items()}
        for key in own:
            siblings[key] |= own - {key}
        left += [slot.model for slot in slots(model) if slot.model]
    return {key: frozenset(others) for key, others in siblings.items()}


def read(source: Source, state: Named = lambda _: "") -> tuple[BaseModel | None, Source, list[Problem]]:
    """The model of one file, the source that it was made of, and every problem of reading it; ``state`` gives
    the code of the State that a text names.

    Where there are problems, model and source are those of what is left without the values that do not fit,
    so that the rules find what else is wrong in the same run, at the lines where it was typed; None and the
    whole source where nothing is left that makes a model.
    """
    if not isinstance(source.data, dict):
        hint = say("expected keys and values, such as 'kind: instrument'")
        return None, source, [source.problem((), say("not a mapping"), hint, "value-type")]
    kind = source.data.get("kind")
    if not isinstance(kind, str):
        message = say("missing") if kind is None else say("not a text")
        hint = say("expected one of {words} …", words=", ".join(RECORD_KINDS))
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    model = model_of(source.path, kind)
    if model is None:
        message, hint = say("no file of kind '{kind}' belongs here", kind=kind), _kind_hint(source.path, kind)
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    try:
        return model.model_validate(source.data), source, []
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = _problems(source, model, details, state)
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
        return say(
            "mechanism.yml holds the mechanism itself; its kinds stand in "
            "instruments/vocabulary/mechanism-kinds.yml"
        )
    fitting = ("vocabulary",) if "/vocabulary/" in f"/{path}" else (*RECORD_KINDS, *ITEM_KINDS)
    return expected(kind, fitting)


def _problems(
    source: Source, model: type[BaseModel], details: Sequence[Mapping[str, Any]], state: Named
) -> list[Problem]:
    """A problem for each detail of pydantic's; a key that is missing because it was called otherwise is one
    mistake, and said at what was typed.
    """
    found = [(detail, _problem(source, model, detail, state)) for detail in details]
    called = {
        (*_loc(detail)[:-1], problem.hint.slots.get("word"))
        for detail, problem in found
        if problem.rule == "key-unknown" and isinstance(problem.hint, Saying)
    }
    return [problem for detail, problem in found if detail["type"] != "missing" or _loc(detail) not in called]


def _problem(source: Source, model: type[BaseModel], detail: Mapping[str, Any], state: Named) -> Problem:
    loc, sort, typed = _loc(detail), detail["type"], detail["input"]
    if sort == "extra_forbidden":
        hint = key_meant(model_at(model, loc[:-1]), str(loc[-1]), typed, _keys(model, loc[:-1]))
        return source.problem(loc, say("unknown key '{key}'", key=loc[-1]), hint, "key-unknown")
    if sort == "missing":
        return source.problem(loc, say("missing"), say("add '{line}'", line=f"{loc[-1]}: …"), "key-missing")
    message = _unfitting(typed)
    return source.problem(loc, message, remedy(model, loc, detail, state), "value-type")


_SHOWN = 80


def _unfitting(typed: object) -> str:
    if isinstance(typed, str):
        shown = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
        return say("'{typed}' does not fit", typed=shown)
    if isinstance(typed, dict):
        return say("a mapping (keys and values) does not fit")
    return say("a list does not fit")


def _keys(model: type[BaseModel], loc: tuple) -> Collection[str]:
    """The keys that the model at a path knows."""
    found = model_at(model, loc)
    return [info.alias or name for name, info in found.model_fields.items()] if found else []
