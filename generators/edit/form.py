"""The form in the browser, as data: what fields each kind of file has, what each is
called, means and may hold, in one language.
``overrides/assets/javascripts/answers/edit.js`` makes the form of it.

The object has these keys: ``language`` and ``day`` (of the data, ISO 8601); ``default``,
the language of files that name none; ``kinds``, by the kind that a file says: what one
calls it who begins one (``asked``), its ``label``, its ``model``, the fields that it has
(``keys``), those that one begins with (``first``), its ``types``, and the folder where it
stands (``folder``, where that is always the same); ``models``, by name: fields as objects
``key``, ``label``, ``about`` (its meaning), ``shape`` (``many``, ``keys``: a mapping of
codes; else one value), ``holds`` (what a value is: ``prose``, ``day`` …, or ``model``),
and where they apply ``of`` (the list, or the model), ``words`` (the most of them),
``past`` (no day to come), ``required``, ``value`` (of a mapping: what its values are);
``lists``, by name: entries ``[code, label, definition]``, of a State with its other names
instead; ``limits``: the patterns and limits that ``check`` holds values to.

Each language has its own (``edit/fields.json``), with the words of its buttons and of
what it finds wrong; at the root of the site stand, for all languages, the files that it
can open, by their ids, those of a folder in one (``edit/source/<mechanism>.json``): the
text, and where each value stands in it, so that no browser has to read YAML
(``edit/patch.js`` writes only what changed); and where the project is kept
(``edit/project.json``).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from generators.checks import texts as text_rules
from generators.checks.anchors import ARTICLE_FORMS
from generators.corpus import cldr, inputs, state_words
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.edit import new_file
from generators.model import fields as marks
from generators.model import manuals
from generators.model.items import Item, ItemKind
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record, RecordKind
from generators.text import partial_dates, yaml_places
from generators.translate import texts
from generators.translate.localizer import Localizer, ui

_WORDS = {
    "which": ui("Which file?"),
    "open": ui("Open"),
    "begin": ui("Begin a new file"),
    "nofile": ui("No record, mechanism or item has this name. Choose one from the list."),
    "fail": ui("The file could not be loaded."),
    "typed": ui("Texts are typed in the language of the file"),
    "folder": ui("Organisation or process"),
    "newfolder": ui("A new one, which I describe here"),
    "file": ui("Name in the address"),
    "fileabout": ui("Short and permanent: the page and its file have this name."),
    "taken": ui("There is a file of this name already."),
    "needed": ui("needed"),
    "more": ui("More fields"),
    "add": ui("Add"),
    "remove": ui("Remove"),
    "up": ui("Move up"),
    "down": ui("Move down"),
    "choose": ui("Choose"),
    "yes": ui("yes"),
    "no": ui("no"),
    "line": ui("New line"),
    "read": ui("Where did you read this? Name the source, then say how sure it is."),
    "words": ui("{n} of {limit} words"),
    "shape": ui("YYYY, YYYY-MM or YYYY-MM-DD"),
    "missing": ui("missing"),
    "date": ui("not a date; expected YYYY, YYYY-MM or YYYY-MM-DD"),
    "calendar": ui("this day does not exist in the calendar"),
    "year": ui("check the year: no record speaks of one before {year}"),
    "coming": ui("a date in the future; check the year"),
    "exact": ui("not a day; expected YYYY-MM-DD"),
    "long": ui("{n} words; {limit} at most: shorten it"),
    "letters": ui("{n} letters; {limit} at most: shorten it"),
    "digits": ui("expected a number of at most {n} digits"),
    "whole": ui("expected a whole number in plain digits"),
    "code": ui("not in the list: choose one of its entries"),
    "state": ui("not the code of a State: choose one from the list"),
    "reference": ui("no record or mechanism has this name: choose one from the list"),
    "language": ui("not a language tag; expected one such as fr or pt-BR"),
    "id": ui("not an id: lower-case letters, digits and single hyphens"),
    "address": ui("expected an address such as https://example.org/text"),
    "html": ui("raw HTML; write plain text"),
    "article": ui("write: {text}"),
    "twice": ui("is there twice; keep one of them"),
    "account": ui(
        "expected an account or team of the code host without @, such as a-body/editors"
    ),
    "changes": ui("What changes in the file"),
    "unchanged": ui("Nothing has been changed yet."),
    "mend": ui("Correct this first"),
    "sound": ui(
        "The form finds no mistake. The whole file is checked after you submit it."
    ),
    "hand": ui("Submit it"),
    "copy": ui("Copy the file"),
    "copydiff": ui("Copy the difference"),
    "copied": ui("Copied."),
    "download": ui("Download the file"),
    "host": ui("Open it on the code host"),
    "paste": ui(
        "There, replace the whole text with the copied file, and propose the change."
    ),
    "mail": ui("Send the difference by mail"),
    "draft": ui("Keep a draft in this tab"),
    "kept": ui("A draft of this file is kept in this tab until you close it."),
    "resume": ui("Go on with the draft"),
    "discard": ui("Discard the draft"),
    "undo": ui("Undo all changes"),
}
"""The words by the names that ``answers/edit.js`` and its modules use."""


def words(localizer: Localizer) -> dict[str, str]:
    """What the form says, in a language."""
    said = {name: localizer.gettext(text) for name, text in _WORDS.items()}
    return {"colon": localizer.colon, "comma": localizer.enumeration, **said}


def source(path: str, text: str) -> dict[str, Any]:
    """A file: its ``path`` in the project, its ``text``, and the ``tree`` of its values,
    whose places are counted as browsers count them, in units of UTF-16.
    """
    return {"path": path, "text": text, "tree": yaml_places.tree(text, _units(text))}


def _units(text: str) -> Callable[[int], int]:
    """From a place in a text, in characters, to the same place in units of UTF-16."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"]
    return lambda place: place + bisect_left(wide, place)


_FIRST = re.compile(r"^(?:# )?(\w+):", re.MULTILINE)
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
Field = dict[str, Any]

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
"""What values are held to, from where ``check`` has it: regular expressions that Python
and browsers read alike (``day``, ``whole``, ``id``, ``tag``, ``account``, of a whole
value; ``html``, within one; ``articles``, by language, each with what it becomes), the
first ``year``, the most ``digits`` of a number, the most ``letters`` of a text by what it
holds.
"""


def fields(localizer: Localizer) -> dict[str, Any]:
    """What the form needs to know in one language; the module says its shape."""
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
    types = localizer.corpus.vocabularies.of("types")
    for asked, own in (
        *new_file.KINDS.items(),
        *((kind, kind) for kind in get_args(ItemKind)),
    ):
        model: type[BaseModel] = Record if own in get_args(RecordKind) else Item
        begun, more = _OF_ITEM, {"folder": COLLECTION}
        if asked in new_file.KINDS:
            status = "in-force" if own == "instrument" else ""
            begun = _FIRST.findall(
                new_file.text(asked, new_file.Answers("", status=status))
            )
            more = {"types": [code for code, each in types.items() if own in each.kinds]}
        if own == "mechanism":
            model, more = Mechanism, {}
        every = [info.alias or key for key, info in model.model_fields.items()]
        keys = [key for key in every if own in ONLY_FOR.get(key, (own,))]
        label, first = _label(localizer, own), [key for key in every if key in begun]
        if own != "mechanism":
            keys.remove("kind")
        said = {
            "asked": asked,
            "label": label,
            "model": model.__name__,
            "keys": keys,
            "first": first,
        }
        yield own, {**said, **more}


def _label(localizer: Localizer, kind: str) -> str:
    if kind in localizer.corpus.vocabularies.of("kinds"):
        return localizer.label("kinds", kind)
    return localizer.gettext(manuals.label(Mechanism, kind))


# -- fields ------------------------------------------------------------------------------


def _fields(localizer: Localizer, model: type[BaseModel]) -> Iterator[Field]:
    said = manuals.manuals(model)
    for slot in marks.every_slot(model):
        key, info = slot.alias, model.model_fields[slot.name]
        made = (
            _marked(slot)
            if slot.mark or slot.model
            else _plain(slot, info.default is None)
        )
        if slot.shape == "keys":
            made["value"] = "plain" if info.annotation == dict[str, str] else "whole"
        about = (
            localizer.gettext(said[key])
            if key in said
            else _of_list(localizer, made.get("of", ""))
        )
        named = {"key": key, "label": localizer.gettext(manuals.label(model, key))}
        required = {"required": True} if info.is_required() else {}
        yield {**named, **({"about": about} if about else {}), **made, **required}


def _marked(slot: marks.Slot) -> Field:
    """How a field is filled in that holds models or a text with a mark."""
    made: Field = {"shape": slot.shape} if slot.shape != "one" else {}
    mark: marks.Mark | None = slot.mark
    if slot.model:
        return {**made, "holds": "model", "of": slot.model.__name__}
    if isinstance(mark, marks.Happened):
        return {**made, "holds": "day", "past": True}
    made["holds"] = type(mark).__name__.lower()
    if isinstance(mark, marks.Prose) and mark.words:
        made["words"] = mark.words
    if isinstance(mark, marks.Code):
        made["of"] = mark.of
    elif isinstance(mark, marks.Ref):
        made["of"] = {"record": "records", "mechanism": "mechanisms", "any": "any"}[
            mark.to
        ]
    elif isinstance(mark, marks.State | marks.LanguageTag):
        made["of"] = "states" if isinstance(mark, marks.State) else "languages"
    return made


def _plain(slot: marks.Slot, optional: bool) -> Field:
    """How a field is filled in that has no mark: by its type."""
    if get_origin(slot.value) is Literal:
        return (
            {"holds": "choice", "choices": [*get_args(slot.value)]}
            if optional
            else {"holds": "kind"}
        )
    return {"holds": {bool: "yes", int: "whole"}.get(slot.value, "day")}


def _of_list(localizer: Localizer, name: str) -> str:
    """What a list of the vocabulary holds."""
    found = localizer.corpus.vocabularies.lists.get(name)
    if found is None:
        return ""
    of = (found.definition, "vocabulary", localizer.language, found.language, name)
    return texts.text_in(localizer.corpus, *of).text


# -- lists -------------------------------------------------------------------------------


def _lists(localizer: Localizer) -> dict[str, list[list[str]]]:
    corpus, speaks = localizer.corpus, localizer.language
    slots = (slot for model in manuals.models() for slot in marks.slots(model))
    coded = {slot.mark.of for slot in slots if isinstance(slot.mark, marks.Code)}
    found = {name: _entries(localizer, name) for name in sorted(coded)}
    codes = sorted({*cldr.every_code(), *corpus.vocabularies.state_names})
    states = [
        [code, localizer.state(code), *state_words.names(corpus, code, speaks)]
        for code in codes
    ]
    found["states"] = _sorted(states)
    found["languages"] = _sorted(
        [[tag, localizer.language_name(tag)] for tag in sorted(_tags(corpus))]
    )
    named = {
        "records": corpus.records,
        "mechanisms": corpus.mechanisms,
        "items": corpus.items,
    }
    for name, models in named.items():
        found[name] = _sorted([[each, localizer.title(each).text] for each in models])
    places = corpus.vocabularies.of("places").values()
    found["places"] = [
        [entry.label, texts.place(corpus, entry.label, speaks).text] for entry in places
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


@once
def _tags(corpus: Corpus) -> set[str]:
    """The languages of the site, and those that a file names."""
    models = (*corpus.records.values(), *corpus.mechanisms.values())
    marked = (each for model in models for each in marks.walk(model))
    named = {value for _, mark, value in marked if isinstance(mark, marks.LanguageTag)}
    return {*cldr.LANGUAGES, *named}


_FILE = re.compile(rf"{inputs.FOLDER}/([a-z0-9-]+)(?:/mechanism|(/[a-z0-9-]+))\.yml")
FOLDER = address(Target("page", "edit"))
FIELDS = f"{FOLDER}fields.json"


class Project(NamedTuple):
    """Where the project is kept: what the addresses begin with at which the code host
    lets a file be edited (``edit``) and a new one be made (``new``), and the address to
    which a change may be sent by mail; each is empty where there is none.
    """

    edit: str = ""
    new: str = ""
    mail: str = ""


def opened(path: str) -> str:
    """What the form is asked for to open the file at a path of the project; empty where
    it opens no such file.
    """
    found = _FILE.fullmatch(path)
    return (
        "" if found is None or found[1] == "vocabulary" else found[1] + (found[2] or "")
    )


def writers(
    corpus: Corpus, language: str, root: Path, project: Project
) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of the form, by its path below the folder of the language;
    ``root`` is where the files of the corpus stand.
    """
    found: dict[str, Callable[[], bytes]] = {
        FIELDS: partial(_fields_file, corpus, language)
    }
    if language == corpus.languages[0]:
        found[f"{FOLDER}project.json"] = partial(_json, project._asdict())
        by_folder = sorted(paths(corpus).items(), key=_folder)
        for folder, named in groupby(by_folder, key=_folder):
            found[f"{FOLDER}source/{folder}.json"] = partial(_sources, root, dict(named))
    return found


def paths(corpus: Corpus) -> dict[str, str]:
    """The path of each file that the form can open, by the id of what it holds."""
    named = {name: name for name in (*corpus.records, *corpus.items)}
    named |= {name: f"{name}/mechanism" for name in corpus.mechanisms}
    return {name: corpus.library.sources[held].path for name, held in named.items()}


def _fields_file(corpus: Corpus, language: str) -> bytes:
    localizer = Localizer(corpus, language)
    return _json({**fields(localizer), "say": words(localizer)})


def _folder(named: tuple[str, str]) -> str:
    return named[0].partition("/")[0]


def _sources(root: Path, named: Mapping[str, str]) -> bytes:
    """Files by their ids, which ``named`` gives with their paths."""
    return _json(
        {
            name: source(path, (root / path).read_bytes().decode())
            for name, path in named.items()
        }
    )


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
