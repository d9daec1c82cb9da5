"""The fields of each kind of file, for the form in the browser, in one language.

The object that ``fields`` gives has the ``language`` and the ``day`` of the data (ISO
8601). Files that name no language are in the ``default`` one. ``kinds`` are the kinds of
file, and ``models`` have the fields, each by name. ``lists`` have entries ``[code, label,
definition]``. A State has its further names instead of a definition. ``limits`` are what
``check`` compares values with.

A kind has its ``label``, its ``model``, and its fields (``keys``). ``asked`` is the word
for it on the form. ``first`` are the fields that a new file begins with. It may have its
``types``, and its ``folder`` where that is always the same.

A field has its ``key``, ``label`` and ``about`` (its meaning). Its ``shape`` is ``many``
values, or ``keys`` of a mapping; else one value. ``holds`` says what a value is:
``prose``, ``day``, ``model`` and so on. Some fields have more. ``of`` is the list, or the
model. ``words`` is how many words a value has at most. ``past`` says that a date in the
future is wrong. ``required`` says that the key must be there. ``value`` says what the
values of a mapping are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generators.checks import texts as text_rules
from generators.checks.anchors import ARTICLE_FORMS
from generators.corpus import cldr, state_words
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.edit import new_file
from generators.model import fields as marks
from generators.model import manuals
from generators.model.items import Item, ItemKind
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record
from generators.text import partial_dates
from generators.translate import texts
from generators.translate.localizer import Localizer

_FIRST = re.compile(r"^(?:# )?(\w+):", re.MULTILINE)
"""A key of a new file, also where it is in a comment."""
COLLECTION = "dakar-2010"
"""The folder of items."""
_OF_ITEM = (
    "kind",
    "title",
    "ref",
    "topics",
    "says",
    "still_open",
    "sources",
    "confidence",
    "notes",
)
"""The keys that a new item begins with."""
Field = dict[str, Any]
"""A field or a kind of file, as the form reads it."""

LIMITS = {
    **{"day": partial_dates.FORM, "year": partial_dates.FIRST_YEAR},
    **{"whole": marks.WHOLE, "digits": marks.MOST_DIGITS},
    **{"id": marks.SLUG, "tag": marks.TAG, "account": marks.ACCOUNT},
    **{"html": text_rules.TAG.pattern, "articles": {"en": ARTICLE_FORMS}},
    "letters": {
        mark.__name__.lower(): text_rules.MOST.get(mark, text_rules.MOST_OTHERWISE)
        for mark in (marks.Prose, marks.Plain, marks.Note, marks.Address, marks.Slug)
    },
}
"""What values are compared with, as ``check`` has it.

Python and browsers read the regular expressions alike. ``day``, ``whole``, ``id``,
``tag`` and ``account`` are of a whole value, ``html`` of a part. ``articles`` has
patterns by language, each with what replaces it. ``year`` is the first one. ``digits``
are the most of a number, ``letters`` the most of a text, by what it holds.
"""


def fields(localizer: Localizer) -> dict[str, Any]:
    """What the form needs to know in one language; see the module for its keys."""
    return {
        "language": localizer.language,
        "default": localizer.corpus.languages[0],
        "day": localizer.corpus.today.isoformat(),
        "kinds": dict(_kinds(localizer)),
        "models": {
            model.__name__: list(_fields(localizer, model)) for model in manuals.models()
        },
        "lists": _lists(localizer),
        "limits": LIMITS,
    }


# -- kinds -------------------------------------------------------------------------------


def _kinds(localizer: Localizer) -> Iterator[tuple[str, Field]]:
    """Each kind of file by its name: those that can be begun, then the kinds of items."""
    for word, kind in new_file.KINDS.items():
        yield kind, _kind_of_new_file(localizer, word, kind)
    for kind in get_args(ItemKind):
        facts = _kind_facts(localizer, kind, kind, Item, _OF_ITEM)
        yield kind, {**facts, "folder": COLLECTION}


def _kind_of_new_file(localizer: Localizer, word: str, kind: str) -> Field:
    """A kind of file that can be begun; ``word`` is what people call it."""
    status = "in-force" if kind == "instrument" else ""
    begun = _FIRST.findall(new_file.text(word, new_file.Answers("", status=status)))
    if kind == "mechanism":
        return _kind_facts(localizer, word, kind, Mechanism, begun)
    types = localizer.corpus.vocabularies.entries_of("types")
    codes = [code for code, entry in types.items() if kind in entry.kinds]
    return {**_kind_facts(localizer, word, kind, Record, begun), "types": codes}


def _kind_facts(
    localizer: Localizer,
    word: str,
    kind: str,
    model: type[BaseModel],
    begun: list[str] | tuple[str, ...],
) -> Field:
    """What all kinds of file have; ``begun`` are the keys that a new file begins with."""
    all_keys = [info.alias or name for name, info in model.model_fields.items()]
    keys = [key for key in all_keys if kind in ONLY_FOR.get(key, (kind,))]
    if kind != "mechanism":
        keys.remove("kind")
    return {
        "asked": word,
        "label": _kind_label(localizer, kind),
        "model": model.__name__,
        "keys": keys,
        "first": [key for key in all_keys if key in begun],
    }


def _kind_label(localizer: Localizer, kind: str) -> str:
    """What a kind of file is called: by the vocabulary, or as a mechanism."""
    if kind in localizer.corpus.vocabularies.entries_of("kinds"):
        return localizer.label("kinds", kind)
    return localizer.gettext(manuals.label(Mechanism, kind))


# -- fields ------------------------------------------------------------------------------


def _fields(localizer: Localizer, model: type[BaseModel]) -> Iterator[Field]:
    """The fields of a model, in order."""
    descriptions = manuals.manuals(model)
    for slot in marks.every_slot(model):
        key = slot.alias
        info = model.model_fields[slot.name]
        if slot.mark or slot.model:
            form = _marked_field(slot)
        else:
            form = _unmarked_field(slot, info.default is None)
        if slot.shape == "keys":
            form["value"] = "plain" if info.annotation == dict[str, str] else "whole"
        if key in descriptions:
            about = localizer.gettext(descriptions[key])
        else:
            about = _list_definition(localizer, form.get("of", ""))
        field: Field = {
            "key": key,
            "label": localizer.gettext(manuals.label(model, key)),
        }
        if about:
            field["about"] = about
        field |= form
        if info.is_required():
            field["required"] = True
        yield field


def _mark_name(mark: type[object]) -> str:
    """What the scripts of the form call a mark.

    >>> _mark_name(marks.Prose), _mark_name(marks.LanguageTag)
    ('prose', 'language')
    """
    return mark.__name__.lower().removesuffix("tag")


def _marked_field(slot: marks.Slot) -> Field:
    """How a field is filled in that holds models or a text with a mark."""
    field: Field = {"shape": slot.shape} if slot.shape != "one" else {}
    mark = slot.mark
    if slot.model:
        return {**field, "holds": "model", "of": slot.model.__name__}
    if isinstance(mark, marks.Happened):
        return {**field, "holds": "day", "past": True}
    field["holds"] = _mark_name(type(mark))
    if isinstance(mark, marks.Prose) and mark.words:
        field["words"] = mark.words
    if isinstance(mark, marks.Code):
        field["of"] = mark.list_name
    elif isinstance(mark, marks.Ref):
        lists = {"record": "records", "mechanism": "mechanisms", "any": "any"}
        field["of"] = lists[mark.to]
    elif isinstance(mark, marks.State):
        field["of"] = "states"
    elif isinstance(mark, marks.LanguageTag):
        field["of"] = "languages"
    return field


def _unmarked_field(slot: marks.Slot, is_optional: bool) -> Field:
    """How a field is filled in that has no mark: by its type."""
    if get_origin(slot.value) is Literal:
        if is_optional:
            return {"holds": "choice", "choices": [*get_args(slot.value)]}
        return {"holds": "kind"}
    return {"holds": {bool: "yes", int: "whole"}.get(slot.value, "day")}


def _list_definition(localizer: Localizer, name: str) -> str:
    """What a list of the vocabulary holds; empty where there is no list of this name."""
    corpus = localizer.corpus
    vocabulary = corpus.vocabularies.lists.get(name)
    if vocabulary is None:
        return ""
    return texts.text_in(
        corpus,
        vocabulary.definition,
        "vocabulary",
        localizer.language,
        vocabulary.language,
        name,
    ).text


# -- lists -------------------------------------------------------------------------------


def _lists(localizer: Localizer) -> dict[str, list[list[str]]]:
    """The lists that a value is chosen from, by name: entries as rows of texts."""
    corpus = localizer.corpus
    lists = {name: _entries(localizer, name) for name in sorted(_code_lists())}
    lists["states"] = _states(localizer)
    tags = sorted(_tags(corpus))
    lists["languages"] = _sorted([[tag, localizer.language_name(tag)] for tag in tags])
    ids = {
        "records": corpus.records,
        "mechanisms": corpus.mechanisms,
        "items": corpus.items,
    }
    for name, models in ids.items():
        titles = [[owner, localizer.title(owner).text] for owner in models]
        lists[name] = _sorted(titles)
    places = corpus.vocabularies.entries_of("places").values()
    lists["places"] = [
        [entry.label, texts.place(corpus, entry.label, localizer.language).text]
        for entry in places
    ]
    return lists


def _code_lists() -> set[str]:
    """The names of the lists of the vocabulary whose codes a field may have."""
    names = set()
    for model in manuals.models():
        for slot in marks.slots(model):
            if isinstance(slot.mark, marks.Code):
                names.add(slot.mark.list_name)
    return names


def _states(localizer: Localizer) -> list[list[str]]:
    """All States, by their names: code, name, and further names."""
    corpus = localizer.corpus
    codes = sorted({*cldr.every_code(), *corpus.vocabularies.state_names})
    rows = []
    for code in codes:
        further_names = state_words.names(corpus, code, localizer.language)
        rows.append([code, localizer.state(code), *further_names])
    return _sorted(rows)


def _entries(localizer: Localizer, name: str) -> list[list[str]]:
    """The entries of a list that may be typed: what is derived is not offered."""
    rows = []
    for code, entry in localizer.corpus.vocabularies.entries_of(name).items():
        if entry.derived:
            continue
        row = [code, localizer.label(name, code)]
        if entry.definition:
            row.append(localizer.word(name, code, "definition").text)
        rows.append(row)
    return rows


def _sorted(rows: list[list[str]]) -> list[list[str]]:
    """Rows of code and label, sorted by the label."""
    return sorted(rows, key=lambda row: cldr.sort_key(row[1]))


@once
def _tags(corpus: Corpus) -> set[str]:
    """The tags of the site's languages, and of those that a file names."""
    tags = set(cldr.LANGUAGES)
    for model in (*corpus.records.values(), *corpus.mechanisms.values()):
        for _, mark, value in marks.walk(model):
            if isinstance(mark, marks.LanguageTag):
                tags.add(value)
    return tags
