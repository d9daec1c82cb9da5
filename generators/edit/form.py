"""The files of the form in the browser: what it says, and the files that it can open.

``overrides/assets/javascripts/answers/edit.js`` makes the form of them. Each language has
its own ``edit/fields.json``: the fields (``form_fields``), and the words of the form.

Two kinds of file are at the root of the site, for all languages together.
``edit/project.json`` says where the project is kept. ``edit/source/<mechanism>.json`` has
the files of a folder by their ids. Each has its text, and where each value is in it. So
no browser has to read YAML, and ``edit/patch.js`` writes only what changed.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus import inputs
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.edit.form_fields import fields
from generators.text import yaml_places
from generators.translate.localizer import Localizer, ui

_FILE = re.compile(rf"{inputs.FOLDER}/([a-z0-9-]+)(?:/mechanism|(/[a-z0-9-]+))\.yml")
FOLDER = address(Target("page", "edit"))
FIELDS = f"{FOLDER}fields.json"

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


class Project(NamedTuple):
    """Where the project is kept; each is empty where there is none."""

    edit: str = ""
    """What the addresses begin with at which the code host lets a file be edited."""
    new: str = ""
    """What the addresses begin with at which it lets a new file be written."""
    mail: str = ""
    """The address to which a change may be sent by mail."""


def words(localizer: Localizer) -> dict[str, str]:
    """What the form says, in a language, by the names of ``_WORDS``."""
    by_name = {name: localizer.gettext(text) for name, text in _WORDS.items()}
    return {"colon": localizer.colon, "comma": localizer.enumeration, **by_name}


def source(path: str, text: str) -> dict[str, Any]:
    """A file: its ``path`` in the project, ``text``, and the ``tree`` of its values.

    Places in the tree are counted as browsers count them, in units of UTF-16.
    """
    return {
        "path": path,
        "text": text,
        "tree": yaml_places.tree(text, _utf16_place(text)),
    }


def _utf16_place(text: str) -> Callable[[int], int]:
    """What turns a place in a text, in characters, into one in units of UTF-16.

    >>> _utf16_place("a\N{GRINNING FACE}b")(2)
    3
    """
    if text.isascii() or max(text) <= "\uffff":
        return int
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"]

    def utf16_place(place: int) -> int:
        return place + bisect_left(wide, place)

    return utf16_place


def opened(path: str) -> str:
    """The id by which the form opens the file at a path of the project.

    Empty where it does not open that file.

    >>> opened("instruments/un/palermo-protocol.yml")
    'un/palermo-protocol'
    """
    match = _FILE.fullmatch(path)
    if match is None or match[1] == "vocabulary":
        return ""
    return match[1] + (match[2] or "")


def writers(
    corpus: Corpus, language: str, root: Path, project: Project
) -> Mapping[str, Callable[[], bytes]]:
    """What makes the bytes of each file of the form, by its path.

    A path is below the folder of the language. The files for all languages come with the
    first language. ``root`` is the folder of the project.
    """
    by_path: dict[str, Callable[[], bytes]] = {
        FIELDS: partial(_fields_file, corpus, language)
    }
    if language == corpus.languages[0]:
        by_path[f"{FOLDER}project.json"] = partial(_json, project._asdict())
        for folder, folder_paths in _paths_by_folder(corpus).items():
            file = f"{FOLDER}source/{folder}.json"
            by_path[file] = partial(_source_file, root, folder_paths)
    return by_path


def paths(corpus: Corpus) -> dict[str, str]:
    """The path of each file that the form can open, by the id of what it holds."""
    file_ids = {name: name for name in (*corpus.records, *corpus.items)}
    file_ids |= {name: f"{name}/mechanism" for name in corpus.mechanisms}
    sources = corpus.library.sources
    return {name: sources[file_id].path for name, file_id in file_ids.items()}


def _paths_by_folder(corpus: Corpus) -> dict[str, dict[str, str]]:
    """The paths of ``paths`` by folder, sorted by it, then by id in the order there."""
    by_folder: dict[str, dict[str, str]] = {}
    for name, path in paths(corpus).items():
        folder = name.partition("/")[0]
        by_folder.setdefault(folder, {})[name] = path
    return dict(sorted(by_folder.items()))


def _fields_file(corpus: Corpus, language: str) -> bytes:
    """The file ``fields.json`` in a language: the fields, and the words of the form."""
    localizer = Localizer(corpus, language)
    return _json({**fields(localizer), "say": words(localizer)})


def _source_file(root: Path, folder_paths: Mapping[str, str]) -> bytes:
    """The files of a folder by their ids; ``folder_paths`` has their paths by id."""
    sources = {}
    for name, path in folder_paths.items():
        text = (root / path).read_bytes().decode()
        sources[name] = source(path, text)
    return _json(sources)


def _json(value: Any) -> bytes:
    """A value as JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
