"""The files that the form in the browser asks for: in each language its fields (``edit/fields.json``), and at
the root of the site, for all languages, the files that it can open, by their ids, those of a folder in one
(``edit/source/<mechanism>.json``), and where the project is kept (``edit/project.json``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus import inputs
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.edit import form, places
from generators.edit.form_words import words
from generators.translate.localizer import Localizer

_FILE = re.compile(rf"{inputs.FOLDER}/([a-z0-9-]+)(?:/mechanism|(/[a-z0-9-]+))\.yml")
FOLDER = address(Target("page", "edit"))
FIELDS = f"{FOLDER}fields.json"


class Project(NamedTuple):
    """Where the project is kept: what the addresses begin with at which the code host lets a file be edited
    (``edit``) and a new one be made (``new``), and the address to which a change may be sent by mail; each is
    empty where there is none.
    """

    edit: str = ""
    new: str = ""
    mail: str = ""


def is_form(path: str) -> bool:
    """Whether a path below the folder of a language may be that of a file of the form."""
    return path.startswith(FOLDER) and path.endswith(".json")


def of_one_language(path: str) -> bool:
    """Whether a file of the form is that of one language; all languages share the others."""
    return path == FIELDS


def opened(path: str) -> str:
    """What the form is asked for to open the file at a path of the project; empty where it opens no such
    file.
    """
    found = _FILE.fullmatch(path)
    return "" if found is None or found[1] == "vocabulary" else found[1] + (found[2] or "")


def writers(corpus: Corpus, language: str, root: Path, project: Project) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of the form, by its path below the folder of the language; ``root`` is where the
    files of the corpus stand.
    """
    found: dict[str, Callable[[], bytes]] = {FIELDS: partial(_fields, corpus, language)}
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


def _fields(corpus: Corpus, language: str) -> bytes:
    localizer = Localizer(corpus, language)
    return _json({**form.fields(localizer), "say": words(localizer)})


def _folder(named: tuple[str, str]) -> str:
    return named[0].partition("/")[0]


def _sources(root: Path, named: Mapping[str, str]) -> bytes:
    """Files by their ids, which ``named`` gives with their paths."""
    return _json(
        {name: places.source(path, (root / path).read_bytes().decode()) for name, path in named.items()}
    )


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
