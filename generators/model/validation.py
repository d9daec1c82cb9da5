"""From one file to one model, or to problems that name line and remedy.

The ``kind`` of a file picks the model before anything is checked. So the path of a
problem is the path in the file. What to type instead is worked out here too.
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
    """What to type instead of a value of the wrong type, at a path in a model.

    ``detail`` is what pydantic says of it, ``state`` gives the code of a State by name.
    """
    sort = detail["type"]
    typed = detail["input"]
    if sort == "value_error":
        hint: str = detail["ctx"]["error"].args[0]
        return hint
    if sort == "literal_error":
        words = detail["ctx"]["expected"]
        codes = re.findall(r"'([^']+)'", words)
        return near(str(typed), codes) or say("expected {words}", words=words)
    if sort == "too_short":
        return say("expected at least one item")
    slot = _slot(model, loc)
    if sort == "tuple_type":
        return _list_remedy(slot, _key(loc), typed, state)
    if sort in ("model_type", "model_attributes_type", "dict_type"):
        return _mapping_remedy(slot, loc, typed, state)
    if sort == "string_type":
        before = "- " if isinstance(loc[-1], int) else f"{_key(loc)}: "
        return _text_remedy(before, typed)
    return str(detail["msg"])


def _key(loc: Loc) -> str:
    """The last key of a path; empty where it has none."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _slot(model: type[BaseModel], loc: Loc) -> Slot | None:
    """The field at a path in a model (of an item the list); None where there is none."""
    keys = tuple(part for part in loc if isinstance(part, str))
    around = model_at(model, keys[:-1]) if keys else None
    if around is None:
        return None
    return next((slot for slot in slots(around) if slot.alias == keys[-1]), None)


def _text_remedy(before: str, typed: Any) -> str:
    """What to type where a text belongs, after what comes ``before`` it on its line."""
    if isinstance(typed, list) and len(typed) == 1 and isinstance(typed[0], str):
        line = before + _cut(plain(typed[0]))
        return say("one text belongs here, without brackets or dash: {line}", line=line)
    if isinstance(typed, list):
        return say("one text belongs here, and no list")
    return say("one text belongs here; put a text with a colon or a brace into quotes")


def _list_remedy(slot: Slot | None, key: str, typed: Any, state: Named) -> str:
    """What to type where a list belongs."""
    item_model = slot.model if slot else None
    if item_model and isinstance(typed, dict):
        first = f"- {next(iter(typed), '…')}: …"
        return say(
            "a list belongs here: put a dash before its first line ({line}), "
            "and indent the others",
            line=first,
        )
    text = typed if isinstance(typed, str) else ""
    if item_model:
        example = f"- {_braces(item_model, text, state)}"
        return say("a list belongs here, each item with a dash: {line}", line=example)
    items = "…, …"
    if text:
        words = [word.strip() for word in re.split(r",| - ", text.strip("[] "))]
        items = ", ".join(plain(word) for word in words if word)
    line = _cut(f"{key}: [{items}]")
    return say("a list belongs here, in brackets: {line}", line=line)


def _mapping_remedy(slot: Slot | None, loc: Loc, typed: Any, state: Named) -> str:
    """What to type where keys and values belong."""
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
    elif isinstance(slot.mark, Code) and slot.mark.list_name == "measures":
        number = re.search(r"\d+", text)
        example = f"{{days: {number[0] if number else 30}}}"
    else:
        return say("expected keys and values")
    return say("keys and values belong here, such as {line}", line=dash + example)


def _braces(model: type[BaseModel], typed: str, state: Named) -> str:
    """An example of a mapping in braces, with all keys that it needs, or its first.

    It has the State that was ``typed`` in place of the mapping, if any was.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    needed = [key for key, info in fields.items() if info.is_required()]
    state_keys = [slot.alias for slot in slots(model) if isinstance(slot.mark, State)]
    code = state(typed) or _cut(plain(typed))
    pairs = []
    for key in needed or list(fields)[:1]:
        value = code if typed and key in state_keys else "…"
        pairs.append(f"{key}: {value}")
    return f"{{{', '.join(pairs)}}}"


def _cut(text: str, longest: int = _SHORT) -> str:
    """A text as an example shows it; the whole of a long one is in the file."""
    return text if len(text) <= longest else f"{text[:longest]}…"


_WORDS = {
    "acronyms": "acronym abbreviation abbreviations abbr initials sigle sigles sigla "
    "siglas",
    "adopted": "adoption adopted_on adoption_date date_adopted date_of_adoption "
    "published published_on",
    "in_force": "entered_into_force entry_in_force force_since in_force_since "
    "date_in_force effective",
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
    "objectives": "targets target goals goal aims aim priorities",
    "page_date": "seen accessed read",
}
_OTHER_WAY_ROUND = {
    **dict.fromkeys(("superseded_by", "replaced_by", "repealed_by"), "supersedes"),
    "amended_by": "amends",
    "implemented_by": "implements",
}
"""Keys that would say of a text what a newer text does, with the key of that text."""


def key_meant(model: type[BaseModel] | None, key: str, around: Collection[str]) -> str:
    """The remedy for a key that a model does not have; ``around`` are those that it has.

    It names the same key spelled otherwise, a key with that meaning, a similar one, or
    one within another key.
    """
    typed = re.sub(r"[^a-z]+", "_", key.lower()).strip("_")
    if typed in around:
        return meant(typed)
    if typed in _OTHER_WAY_ROUND:
        return say(
            "write it in the file of the newer text, the other way round: '{line}'",
            line=f"relations: {{{_OTHER_WAY_ROUND[typed]}: [<id of this text>]}}",
        )
    for real_key, words in _WORDS.items():
        if real_key in around and typed in words.split():
            return meant(real_key)
    if close := get_close_matches(typed, around, n=1, cutoff=0.85):
        return meant(close[0])
    if parents := _keys_that_hold(model, typed):
        named = tuple(say("'{key}'", key=parent) for parent in parents)
        return say(
            "'{key}' belongs under {parents}: indent it there", key=typed, parents=named
        )
    if hint := near(typed, around):
        return hint
    return say("known keys: {keys}", keys=", ".join(sorted(around)))


def _keys_that_hold(model: type[BaseModel] | None, key: str) -> list[str]:
    """The first three keys of a model whose value has a key of that name."""
    parents = []
    for slot in slots(model) if model else ():
        if slot.model is None or slot.shape != "one":
            continue
        if any(inner.alias == key for inner in every_slot(slot.model)):
            parents.append(slot.alias)
    return parents[:3]


RULES = (
    Rule("kind", "A file says its kind, and is where that kind belongs."),
    Rule("key-unknown", "A key is one of its kind's keys."),
    Rule("key-missing", "A key that its kind needs is there."),
    Rule(
        "value-type",
        "A value is of the type that its key asks for: text, list, mapping, "
        "true or false, whole number, date.",
    ),
)

RECORD_KINDS = get_args(RecordKind)
ITEM_KINDS = get_args(ItemKind)
STATES = "states"
"""The folder of what is recorded of single States: whom to call there."""
FILES = (Record, Item, Mechanism, Vocabulary, StateNames, StateContacts)
"""The models of all kinds of file."""


def model_of(path: str, kind: str) -> type[BaseModel] | None:
    """The model of a file, by its path and the kind that it says.

    None where they do not go together.

    >>> model_of("instruments/coe/mechanism.yml", "organisation").__name__
    'Mechanism'
    """
    folder, _, name = path.rpartition("/")
    folder_name = folder.rpartition("/")[2]
    if folder_name == "vocabulary":
        if kind != "vocabulary":
            return None
        return StateNames if name == "states.yml" else Vocabulary
    if folder_name == STATES:
        return StateContacts if kind == "state" else None
    if name == "mechanism.yml":
        other_kinds = (*RECORD_KINDS, *ITEM_KINDS, "vocabulary", "state")
        return None if kind in other_kinds else Mechanism
    if kind in RECORD_KINDS:
        return Record
    return Item if kind in ITEM_KINDS else None


@cache
def keys() -> Keys:
    """Each key of any kind of file, with the keys that the same mapping may have."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for model in models(FILES):
        model_keys = {slot.alias for slot in every_slot(model)}
        for key in model_keys:
            neighbours[key] |= model_keys - {key}
    return {key: frozenset(words) for key, words in neighbours.items()}


def read(
    source: SourceFile, state: Named = lambda _: ""
) -> tuple[BaseModel | None, SourceFile, list[Problem]]:
    """The model of one file, the source that it was made of, and every problem.

    ``state`` gives the code of the State that a text names. Values that do not fit are
    left out of model and source. So the rules find what else is wrong in the same run, at
    the lines where it was typed. Where the rest makes no model, it is None, and the
    source is the whole file.
    """
    if not isinstance(source.data, dict):
        hint = say("expected keys and values, such as 'kind: instrument'")
        problem = source.problem((), say("not a mapping"), hint, "value-type")
        return None, source, [problem]
    kind = source.data.get("kind")
    if not isinstance(kind, str):
        message = say("missing") if kind is None else say("not a text")
        hint = say("expected one of {words} …", words=", ".join(RECORD_KINDS))
        return None, source, [source.problem(("kind",), message, hint, "kind")]
    model = model_of(source.path, kind)
    if model is None:
        message = say("no file of kind '{kind}' belongs here", kind=kind)
        kind_hint = _kind_hint(source.path, kind)
        return None, source, [source.problem(("kind",), message, kind_hint, "kind")]
    try:
        return model.model_validate(source.data), source, []
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = _problems(source, model, details, state)
        unfit = {_loc(detail) for detail in details}
        return *_model_without(source, model, unfit), problems


def _loc(detail: Mapping[str, Any]) -> Path_:
    """The path of the value of a pydantic error in its file."""
    return tuple(part for part in detail["loc"] if part != "[key]")


def _model_without(
    source: SourceFile, model: type[BaseModel], unfit: Collection[Path_]
) -> tuple[BaseModel | None, SourceFile]:
    """The model of a file without the values at some paths, and that file.

    None and the whole file where they make no model.
    """
    rest = source.without(unfit)
    try:
        return model.model_validate(rest.data), rest
    except ValidationError:
        return None, source


def _kind_hint(path: str, kind: str) -> str:
    """What to do where a file says a kind that does not belong at its path."""
    if path.endswith("/mechanism.yml"):
        return say(
            "mechanism.yml holds the mechanism itself; its kinds are in "
            "instruments/vocabulary/mechanism-kinds.yml"
        )
    if "/vocabulary/" in f"/{path}":
        return expected(kind, ("vocabulary",))
    return expected(kind, (*RECORD_KINDS, *ITEM_KINDS))


def _problems(
    source: SourceFile,
    model: type[BaseModel],
    details: Sequence[Mapping[str, Any]],
    state: Named,
) -> list[Problem]:
    """A problem for each detail of pydantic's.

    A key that is missing because it was called otherwise is one mistake: the problem is
    where it was typed.
    """
    found_problems = [
        (detail, _problem(source, model, detail, state)) for detail in details
    ]
    misnamed: set[Path_] = set()
    for detail, problem in found_problems:
        if problem.rule == "key-unknown" and isinstance(problem.hint, Saying):
            misnamed.add((*_loc(detail)[:-1], problem.hint.slots.get("word", "")))
    return [
        problem
        for detail, problem in found_problems
        if detail["type"] != "missing" or _loc(detail) not in misnamed
    ]


def _problem(
    source: SourceFile, model: type[BaseModel], detail: Mapping[str, Any], state: Named
) -> Problem:
    """The problem of one detail of pydantic's."""
    loc = _loc(detail)
    if detail["type"] == "extra_forbidden":
        around = model_at(model, loc[:-1])
        known_keys = [slot.alias for slot in every_slot(around)] if around else []
        hint = key_meant(around, str(loc[-1]), known_keys)
        message = say("unknown key '{key}'", key=loc[-1])
        return source.problem(loc, message, hint, "key-unknown")
    if detail["type"] == "missing":
        hint = say("add '{line}'", line=f"{loc[-1]}: …")
        return source.problem(loc, say("missing"), hint, "key-missing")
    message = _unfitting(detail["input"])
    hint = remedy(model, loc, detail, state)
    return source.problem(loc, message, hint, "value-type")


_SHOWN = 80
"""The most letters of a value in a message."""


def _unfitting(typed: object) -> Saying:
    """The message of a value that does not fit."""
    if isinstance(typed, str):
        return say("'{typed}' does not fit", typed=_cut(typed, _SHOWN))
    if isinstance(typed, dict):
        return say("a mapping (keys and values) does not fit")
    return say("a list does not fit")
