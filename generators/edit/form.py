"""The form in the browser, as data: what fields each kind of file has, what each is called, means and may
hold, in one language. ``overrides/assets/javascripts/answers/edit.js`` makes the form of it.

The object has these keys: ``language`` and ``day`` (of the data, ISO 8601); ``default``, the language of
files that name none; ``kinds``, by the kind that a file says: what one calls it who begins one (``asked``),
its ``label``, its ``model``, the fields that it has (``keys``), those that one begins with (``first``), its
``types``, and the folder where it stands (``folder``, where that is always the same); ``models``, by name:
fields as objects ``key``, ``label``, ``about`` (its meaning), ``shape`` (``many``, ``keys``: a mapping of
codes; else one value), ``holds`` (what a value is: ``prose``, ``day`` …, or ``model``), and where they apply
``of`` (the list, or the model), ``words`` (the most of them), ``past`` (no day to come), ``required``,
``value`` (of a mapping: what its values are); ``lists``, by name: entries ``[code, label, definition]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.edit import new_file
from generators.model import manuals
from generators.model.fields import (
    ACCOUNT,
    SLUG,
    TAG,
    ByLanguage,
    Code,
    Day,
    Happened,
    Language,
    Mark,
    Prose,
    Ref,
    Slot,
    State,
    Whole,
    Yes,
    slots,
    walk,
)
from generators.model.items import Item, ItemKind
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record, RecordKind
from generators.translate import texts
from generators.translate.localizer import Localizer

_FIRST = re.compile(r"^(?:# )?(\w+):", re.MULTILINE)
Field = dict[str, Any]


def fields(localizer: Localizer) -> dict[str, Any]:
    """What the form needs to know in one language; the module says its shape."""
    return {
        "language": localizer.language,
        "default": localizer.corpus.languages[0],
        "day": localizer.corpus.today.isoformat(),
        "kinds": dict(_kinds(localizer)),
        "models": {model.__name__: list(_fields(localizer, model)) for model in manuals.models()},
        "lists": _lists(localizer),
        "patterns": {"slug": SLUG, "tag": TAG, "account": ACCOUNT},
    }


# -- kinds ---------------------------------------------------------------------------------------------------


def _kinds(localizer: Localizer) -> Iterator[tuple[str, Field]]:
    for name, own in new_file.KINDS.items():
        model: type[BaseModel] = Mechanism
        if own in get_args(RecordKind):
            model = Record
        elif own in get_args(ItemKind):
            model = Item
        keys = [info.alias or key for key, info in model.model_fields.items()]
        asked = new_file.text(name, new_file.Answers("-", codes={"type": "-", "status": "-", "kind": "-"}))
        begun = set(_FIRST.findall(asked))
        yield (
            own,
            {
                "asked": name,
                "label": _label(localizer, own),
                "model": model.__name__,
                "keys": [key for key in keys if own in ONLY_FOR.get(key, (own,)) and not _told(model, key)],
                "first": [key for key in keys if key in begun],
                **({"folder": new_file.COLLECTION} if model is Item else {}),
                **({"types": _types(localizer.corpus, own)} if model is Record else {}),
            },
        )


def _label(localizer: Localizer, kind: str) -> str:
    if kind in localizer.corpus.vocabularies.of("kinds"):
        return localizer.label("kinds", kind)
    return localizer.gettext(manuals.label(Mechanism, kind))


def _told(model: type[BaseModel], key: str) -> bool:
    """Whether a field is said by the kind of the file already."""
    return key == "kind" and model is not Mechanism


def _types(corpus: Corpus, kind: str) -> list[str]:
    return [code for code, entry in corpus.vocabularies.of("types").items() if kind in entry.kinds]


# -- fields --------------------------------------------------------------------------------------------------


def _fields(localizer: Localizer, model: type[BaseModel]) -> Iterator[Field]:
    hints, said = get_type_hints(model, include_extras=True), manuals.manuals(model)
    marked = {slot.alias: slot for slot in slots(model)}
    for name, info in model.model_fields.items():
        key, optional = info.alias or name, get_args(hints[name])
        hint = next((each for each in optional if each is Day or each is Whole), hints[name])
        made = _marked(marked[key]) if key in marked else _plain(hint)
        if hint is ByLanguage:
            made["value"] = "plain"
        elif made.get("shape") == "keys":
            made["value"] = "whole"
        about = localizer.gettext(said[key]) if key in said else _of_list(localizer, made.get("of", ""))
        yield {
            "key": key,
            "label": localizer.gettext(manuals.label(model, key)),
            **({"about": about} if about else {}),
            **made,
            **({"required": True} if info.is_required() else {}),
        }


def _marked(slot: Slot) -> Field:
    """How a field is filled in that holds models or a text with a mark."""
    made: Field = {"shape": slot.shape} if slot.shape != "one" else {}
    mark: Mark | None = slot.mark
    if slot.model:
        return {**made, "holds": "model", "of": slot.model.__name__}
    if isinstance(mark, Happened):
        return {**made, "holds": "day", "past": True}
    made["holds"] = type(mark).__name__.lower()
    if isinstance(mark, Prose) and mark.words:
        made["words"] = mark.words
    if isinstance(mark, Code):
        made["of"] = mark.of
    elif isinstance(mark, Ref):
        made["of"] = {"record": "records", "mechanism": "mechanisms", "any": "any"}[mark.to]
    elif isinstance(mark, State | Language):
        made["of"] = "states" if isinstance(mark, State) else "languages"
    return made


def _plain(hint: Any) -> Field:
    """How a field is filled in that has no mark: by its type."""
    if get_origin(hint) is Literal:
        return {"holds": "kind"}
    if hint is Day:
        return {"holds": "day"}
    return {"holds": "yes" if hint == Yes else "whole" if hint is Whole else "day"}


def _of_list(localizer: Localizer, name: str) -> str:
    """What a list of the vocabulary holds."""
    found = localizer.corpus.vocabularies.lists.get(name)
    if found is None:
        return ""
    return texts.text_in(
        localizer.corpus, found.definition, "vocabulary", localizer.language, found.language, name
    ).text


# -- lists ---------------------------------------------------------------------------------------------------


def _lists(localizer: Localizer) -> dict[str, list[list[str]]]:
    corpus = localizer.corpus
    named = {
        slot.mark.of for model in manuals.models() for slot in slots(model) if isinstance(slot.mark, Code)
    }
    found = {name: _entries(localizer, name) for name in sorted(named)}
    codes = sorted({*cldr.every_code(), *corpus.vocabularies.state_names})
    found["states"] = _sorted([[code, localizer.state(code)] for code in codes])
    found["languages"] = _sorted([[tag, localizer.language_name(tag)] for tag in sorted(_tags(corpus))])
    for name, models in (
        ("records", corpus.records),
        ("mechanisms", corpus.mechanisms),
        ("items", corpus.items),
    ):
        found[name] = [[each, localizer.title(each).text] for each in sorted(models)]
    places = corpus.vocabularies.of("places").values()
    found["places"] = [
        [entry.label, texts.place(corpus, entry.label, localizer.language).text] for entry in places
    ]
    return found


def _entries(localizer: Localizer, name: str) -> list[list[str]]:
    """The entries of a list that may be typed: what is derived is not offered."""
    return [
        [code, localizer.label(name, code)]
        + ([localizer.word(name, code, "definition").text] if entry.definition else [])
        for code, entry in localizer.corpus.vocabularies.of(name).items()
        if not entry.derived
    ]


def _sorted(entries: list[list[str]]) -> list[list[str]]:
    return sorted(entries, key=lambda each: cldr.sort_key(each[1]))


def _tags(corpus: Corpus) -> set[str]:
    """The languages of the site, and those that a file names."""
    models = (*corpus.records.values(), *corpus.mechanisms.values())
    named = {value for model in models for _, mark, value in walk(model) if isinstance(mark, Language)}
    return {*cldr.LANGUAGES, *named}
