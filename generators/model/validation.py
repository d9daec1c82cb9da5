"""From one file to one model, or to problems that name line and remedy.

The model is picked by ``kind`` before anything is checked, so that a problem's path is
the path in the file.

What a problem advises (what a value means, what to type instead) is worked out here as
well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generators.model.fields import (
    Code,
    LanguageTag,
    Loc,
    Slot,
    State,
    every_slot,
    model_at,
    slots,
)
from generators.model.items import Item, ItemKind
from generators.model.manuals import models
from generators.model.mechanisms import Mechanism
from generators.model.records import Record, RecordKind
from generators.model.state_contacts import StateContacts
from generators.model.vocabulary import StateNames, Vocabulary
from generators.text.problems import Problem, Rule, expected, meant, near
from generators.text.sayings import Saying, say
from generators.text.sources import Path_, SourceFile
from generators.text.yaml_lines import Keys, plain

_SHORT = 120
Named = Callable[[str], str]
"""Gives the code of the State that a text names; empty where it names none."""


def remedy(
    model: type[BaseModel], loc: Loc, detail: Mapping[str, Any], state: Named
) -> str:
    """What to type instead of a value of the wrong type; ``detail`` is what pydantic says
    of it, ``state`` the code of a State by its name.
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
    return (
        next((slot for slot in slots(around) if slot.alias == keys[-1]), None)
        if around
        else None
    )


def _text(before: str, typed: Any) -> str:
    if isinstance(typed, list) and len(typed) == 1 and isinstance(typed[0], str):
        line = before + _cut(plain(typed[0]))
        return say("one text belongs here, without brackets or dash: {line}", line=line)
    if isinstance(typed, list):
        return say("one text belongs here, and no list")
    return say("one text belongs here; put a text with a colon or a brace into quotes")


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
        words = [
            plain(each.strip())
            for each in re.split(r",| - ", typed.strip("[] "))
            if each.strip()
        ]
        return say(
            "a list belongs here, in brackets: {line}",
            line=_cut(f"{key}: [{', '.join(words)}]"),
        )
    return say("a list belongs here, in brackets: {line}", line=f"{key}: […, …]")


def _mapping(slot: Slot | None, loc: Loc, typed: Any, state: Named) -> str:
    text = typed if isinstance(typed, str) else ""
    dash = "- " if loc and isinstance(loc[-1], int) else f"{_key(loc)}: "
    if slot is None:
        return say("expected keys and values")
    if re.fullmatch(r"[a-z_]+:\S.*", text):
        key, _, value = text.partition(":")
        line = f"{dash}{{{key}: {_cut(plain(value))}}}"
        return say("a space is missing after the colon: {line}", line=line)
    if isinstance(typed, list) and len(typed) == 1:
        return say("one mapping belongs here: leave the dash or the brackets out")
    if slot.model:
        example = _braces(slot.model, text, state)
    elif isinstance(slot.mark, LanguageTag):
        example = f"{{en: {_cut(plain(text)) or '…'}}}"
    elif isinstance(slot.mark, Code) and slot.mark.of == "measures":
        number = re.search(r"\d+", text)
        example = f"{{days: {number[0] if number else 30}}}"
    else:
        return say("expected keys and values")
    return say("keys and values belong here, such as {line}", line=dash + example)


def _braces(model: type[BaseModel], typed: str, state: Named) -> str:
    """A mapping with all keys that it needs, or its first; a State that was typed stands
    in it.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    needed = [key for key, info in fields.items() if info.is_required()] or [
        next(iter(fields))
    ]
    of_state = (
        [slot.alias for slot in slots(model) if isinstance(slot.mark, State)]
        if typed
        else []
    )
    code = state(typed) or _cut(plain(typed))
    pairs = [f"{key}: {code if key in of_state else '…'}" for key in needed]
    return f"{{{', '.join(pairs)}}}"


def _cut(text: str, longest: int = _SHORT) -> str:
    """A text as an example shows it; the whole of a long one is in the file."""
    return text if len(text) <= longest else f"{text[:longest]}…"


_WORDS = {
    "acronyms": "acronym abbreviation abbreviations abbr initials sigle sigles sigla siglas",
    "adopted": "adoption adopted_on adoption_date date_adopted date_of_adoption published published_on",
    "in_force": "entered_into_force entry_in_force force_since in_force_since date_in_force effective",
    "title": "name heading label",
    "name": "title label",
    "says": "description content contents wording paraphrase meaning",
    "ref": "article articles art section paragraph reference place where number",
    "topics": "topic subject subjects theme themes category categories",
    "url": "link href website web address site uri",
    "sources": "source references bibliography",
    "seen": "accessed read retrieved consulted visited",
    "since": "from start begin joined ratified ratification accession date",
    "until": "to end ended left withdrawn",
    "state": "country states code iso",
    "states": "state countries country members",
    "members": "member member_states states countries",
    "parties": "party states_parties state_parties ratifications",
    "summary": "abstract description overview",
    "notes": "note comment comments remark remarks",
    "who": "actor actors responsible role",
    "stage": "phase step",
    "date": "day when on",
    "place": "city where location",
}


def key_meant(model: type[BaseModel] | None, key: str, around: Collection[str]) -> str:
    """The remedy for a key that a model does not have, among those that it has
    (``around``).
    """
    typed = re.sub(r"[^a-z]+", "_", key.lower()).strip("_")
    if typed in around:
        return meant(typed)
    said = next(
        (
            real
            for real, words in _WORDS.items()
            if real in around and typed in words.split()
        ),
        "",
    )
    if said:
        return meant(said)
    if close := get_close_matches(typed, around, n=1, cutoff=0.85):
        return meant(close[0])
    if within := _within(model, typed):
        named = tuple(say("'{key}'", key=each) for each in within)
        return say(
            "'{key}' belongs under {parents}: indent it there", key=typed, parents=named
        )
    return near(typed, around) or say(
        "known keys: {keys}", keys=", ".join(sorted(around))
    )


def _within(model: type[BaseModel] | None, key: str) -> list[str]:
    """The keys of a model whose value has a key of that name."""
    found = [
        slot
        for slot in (slots(model) if model else ())
        if slot.model and slot.shape == "one"
    ]
    return [
        slot.alias
        for slot in found
        if any(each.alias == key for each in every_slot(slot.model))
    ][:3]


RULES = (
    Rule("kind", "A file says its kind, and is where that kind belongs."),
    Rule("key-unknown", "A key is one of its kind's keys."),
    Rule("key-missing", "A key that its kind needs is there."),
    Rule(
        "value-type",
        "A value is of the type that its key asks for: text, list, mapping, true or false, whole number, "
        "date.",
    ),
)

RECORD_KINDS, ITEM_KINDS = get_args(RecordKind), get_args(ItemKind)
STATES = "states"
"""The folder of what is recorded of single States: whom to call there."""
FILES = (Record, Item, Mechanism, Vocabulary, StateNames, StateContacts)
"""The models of all kinds of file."""


def model_of(path: str, kind: str) -> type[BaseModel] | None:
    """The model of a file by its place (``<folder>/<name>.yml``) and the kind it says;
    None where they do not go together.
    """
    folder, _, name = path.rpartition("/")
    if folder.rpartition("/")[2] == "vocabulary":
        return (
            (StateNames if name == "states.yml" else Vocabulary)
            if kind == "vocabulary"
            else None
        )
    if folder.rpartition("/")[2] == STATES:
        return StateContacts if kind == "state" else None
    if name == "mechanism.yml":
        return (
            None
            if kind in (*RECORD_KINDS, *ITEM_KINDS, "vocabulary", "state")
            else Mechanism
        )
    if kind in RECORD_KINDS:
        return Record
    return Item if kind in ITEM_KINDS else None


@cache
def keys() -> Keys:
    """The keys of all kinds of file, for those who look at what was typed."""
    siblings: dict[str, set[str]] = defaultdict(set)
    for model in models(FILES):
        own = {slot.alias for slot in every_slot(model)}
        for key in own:
            siblings[key] |= own - {key}
    return {key: frozenset(others) for key, others in siblings.items()}


def read(
    source: SourceFile, state: Named = lambda _: ""
) -> tuple[BaseModel | None, SourceFile, list[Problem]]:
    """The model of one file, the source that it was made of, and every problem of reading
    it; ``state`` gives the code of the State that a text names.

    Where there are problems, model and source are those of what is left without the
    values that do not fit, so that the rules find what else is wrong in the same run, at
    the lines where it was typed; None and the whole source where nothing is left that
    makes a model.
    """
    if not isinstance(source.data, dict):
        hint = say("expected keys and values, such as 'kind: instrument'")
        return (
            None,
            source,
            [source.problem((), say("not a mapping"), hint, "value-type")],
        )
    kind = source.data.get("kind")
    if not isinstance(kind, str):
        message = say("missing") if kind is None else say("not a text")
        hint = say("expected one of {words} …", words=", ".join(RECORD_KINDS))
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    model = model_of(source.path, kind)
    if model is None:
        message, hint = (
            say("no file of kind '{kind}' belongs here", kind=kind),
            _kind_hint(source.path, kind),
        )
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


def _left(
    source: SourceFile, model: type[BaseModel], gone: Collection[Path_]
) -> tuple[BaseModel | None, SourceFile]:
    """The model of a file without the values at some paths, and that file."""
    left = source.without(gone)
    try:
        return model.model_validate(left.data), left
    except ValidationError:
        return None, source


def _kind_hint(path: str, kind: str) -> str:
    if path.endswith("/mechanism.yml"):
        return say(
            "mechanism.yml holds the mechanism itself; its kinds are in "
            "instruments/vocabulary/mechanism-kinds.yml"
        )
    fitting = (
        ("vocabulary",) if "/vocabulary/" in f"/{path}" else (*RECORD_KINDS, *ITEM_KINDS)
    )
    return expected(kind, fitting)


def _problems(
    source: SourceFile,
    model: type[BaseModel],
    details: Sequence[Mapping[str, Any]],
    state: Named,
) -> list[Problem]:
    """A problem for each detail of pydantic's; a key that is missing because it was
    called otherwise is one mistake, and said at what was typed.
    """
    found = [(detail, _problem(source, model, detail, state)) for detail in details]
    unknown = [
        (_loc(detail), each.hint) for detail, each in found if each.rule == "key-unknown"
    ]
    called = {
        (*loc[:-1], hint.slots.get("word"))
        for loc, hint in unknown
        if isinstance(hint, Saying)
    }
    return [
        problem
        for detail, problem in found
        if detail["type"] != "missing" or _loc(detail) not in called
    ]


def _problem(
    source: SourceFile, model: type[BaseModel], detail: Mapping[str, Any], state: Named
) -> Problem:
    loc, sort, typed = _loc(detail), detail["type"], detail["input"]
    if sort == "extra_forbidden":
        around = model_at(model, loc[:-1])
        hint = key_meant(
            around,
            str(loc[-1]),
            [slot.alias for slot in every_slot(around)] if around else (),
        )
        return source.problem(
            loc, say("unknown key '{key}'", key=loc[-1]), hint, "key-unknown"
        )
    if sort == "missing":
        return source.problem(
            loc, say("missing"), say("add '{line}'", line=f"{loc[-1]}: …"), "key-missing"
        )
    return source.problem(
        loc, _unfitting(typed), remedy(model, loc, detail, state), "value-type"
    )


_SHOWN = 80


def _unfitting(typed: object) -> str:
    if isinstance(typed, str):
        return say("'{typed}' does not fit", typed=_cut(typed, _SHOWN))
    if isinstance(typed, dict):
        return say("a mapping (keys and values) does not fit")
    return say("a list does not fit")
