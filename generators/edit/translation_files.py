"""The files that the page for translators asks for (``/translate/``), in each language: ``texts.json`` says
which texts there are to be translated or read, and ``1.json``, ``2.json`` … hold them in their order, a fixed
number each, so that a reader on a phone takes what is looked at and no more.

``texts.json`` has ``part`` (how many a file holds), ``folders`` (``[code, name, catalog]``), ``whys``
(``[code, name]``), and ``runs``: ``[folder, why, number]``, how many texts of a folder and a class (by their
places in those lists) follow one another. A part is a list of texts, with what ``Work`` says by its names,
and the ``direction`` of its language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from generators.corpus import cldr
from generators.corpus.addresses import Target, address
from generators.document import translation_work
from generators.document.phrases import Phrases
from generators.document.translation_work import PART, Open, Work

FOLDER = address(Target("page", "translate"))


def writers(phrases: Phrases, own: bool) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of a language, by its path below its folder; ``own`` says whether the interface
    is the project's.
    """
    found = translation_work.opened(phrases, own)
    parts = range(0, len(found), PART)
    return {
        f"{FOLDER}texts.json": partial(_listed, phrases, found),
        **{
            f"{FOLDER}{number}.json": partial(_part, phrases, found[start : start + PART])
            for number, start in enumerate(parts, 1)
        },
    }


def _listed(phrases: Phrases, found: Sequence[Open]) -> bytes:
    whys = translation_work.whys(phrases)
    folders = translation_work.folders(phrases, found)
    numbers = {folder: number for number, (folder, _) in enumerate(folders)}
    paths = {each.folder: each.path for each in found}
    runs = [
        [numbers[folder], list(whys).index(why), len(list(texts))]
        for (folder, why), texts in groupby(found, lambda each: (each.folder, each.why))
    ]
    return _json(
        {
            "part": PART,
            "folders": [[folder, name, paths[folder]] for folder, name in folders],
            "whys": list(whys.items()),
            "runs": runs,
        }
    )


def _part(phrases: Phrases, found: Sequence[Open]) -> bytes:
    return _json([_said(translation_work.work(phrases, each)) for each in found])


def _said(each: Work) -> dict[str, Any]:
    """What a text says, without what is empty, and what ``texts.json`` says of it."""
    said = {**each._asdict(), "direction": cldr.direction(each.language)}
    return {name: value for name, value in said.items() if value and name not in ("why", "path")}


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
