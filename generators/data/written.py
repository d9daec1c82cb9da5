"""The files of data that are JSON: one for each page, and the whole corpus as one file.
What the whole corpus has is worked out once. It is kept as text until that file is
written.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Any
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WORKBOOK, Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.data import kinds, schema
from generators.data.marked import JsonObject, Subject, as_json
from generators.document import publisher
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

PATH = "data/compendium.json.gz"
"""The path of the whole corpus as one file, below the folder of the language. The file is
compressed, because the files next to the pages have the same content.
"""
NAME = "index.json"
"""The name of each file that says what a page says. It is in the folder of the page."""

_PARTS_OF_WHOLE = {"mechanisms": "mechanism", "records": "record", "states": "who"}
"""The large fields of the whole corpus, each with the kind of its objects: see
``kinds.body``.
"""


def folder(corpus: Corpus, language: str) -> str:
    """The folder of a language below the root of the site: ``fr/``. The first language
    has the root itself, and the folder is empty.
    """
    return "" if language == corpus.languages[0] else f"{language}/"


def site_of(phrases: Phrases, base: str) -> str:
    """The absolute address of the site, from the absolute address of the folder of a
    language. Both are empty if they are not known.
    """
    return base.removesuffix(folder(phrases.corpus, phrases.language)) if base else ""


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The path of each file below the folder of the language, and what writes it.
    ``base`` is the absolute address of that folder, or empty.
    """
    for kind, page in _pages_with_data(phrases.corpus):
        path = f"{address(page)}{NAME}"
        yield path, partial(_write_file, phrases, base, path, kind, page.name)
    yield PATH, partial(_write_whole, phrases, base)


def _pages_with_data(corpus: Corpus) -> Iterator[tuple[str, Target]]:
    """The kind of file of each page that has data, and the page."""
    for name in corpus.records:
        yield "record", Target("record", name)
    for name in corpus.mechanisms:
        yield "mechanism", Target("record", name)
    for code in corpus.all_states:
        yield "state", Target("state", code)
    for code in corpus.vocabularies.entries_of("topics"):
        yield "topic", Target("topic", code)
    yield "states", Target("page", "states")
    yield "records", Target("page", "instruments")
    yield "case", Target("page", "case")


def _write_file(phrases: Phrases, base: str, path: str, kind: str, name: str) -> bytes:
    """The file of a kind at a path, about what is called ``name``: see ``kinds.body``."""
    head = _head_text(phrases, base, path, kind)
    return f"{{{head},{_body_text(phrases, kind, name)}}}".encode()


def _head_text(phrases: Phrases, base: str, path: str, kind: str) -> str:
    """The fields of the head of a file. The address of the schema is absolute if that of
    the site is known, else relative to the file.
    """
    depth = (folder(phrases.corpus, phrases.language) + path).count("/")
    root = site_of(phrases, base) or "../" * depth
    schema_address = root + schema.path(kind)
    head = as_json(kinds.Head, Subject(phrases, "", (schema_address, base)))
    return _fields_text(head)


def _body_text(phrases: Phrases, kind: str, name: str) -> str:
    """The fields of a file without its head. If the whole corpus has them too, they are
    kept for it. They are packed, because the texts of many records need much memory.
    """
    if kind not in _PARTS_OF_WHOLE.values():
        return _fields_text(kinds.body(phrases, kind, name))
    bodies = _packed_bodies(phrases)
    if (kind, name) in bodies:
        return decompress(bodies[kind, name]).decode()
    text = _fields_text(kinds.body(phrases, kind, name))
    bodies[kind, name] = compress(text.encode(), 1)
    return text


@once
def _packed_bodies(phrases: Phrases) -> dict[tuple[str, str], bytes]:
    """The packed texts of bodies by kind and name. ``_body_text`` fills the mapping, and
    ``_write_whole`` empties it.
    """
    return {}


def _write_whole(phrases: Phrases, base: str) -> bytes:
    """The whole corpus as one file, with a line for each record, mechanism and State."""
    corpus = phrases.corpus
    head = _head_text(phrases, base, PATH, "corpus")
    subject = Subject(phrases, "")
    large_fields = " ".join(_PARTS_OF_WHOLE)
    first = as_json(kinds.CorpusFile, subject, without=f"{large_fields} items")
    last = as_json(
        kinds.CorpusFile, subject, without=f"{large_fields} licence vocabularies"
    )
    content = BytesIO()  # it is as large as the corpus: there must be no second copy
    content.write(f"{{{head},{_fields_text(first)}".encode())
    for field, ids in (
        ("mechanisms", corpus.mechanisms),
        ("records", corpus.records),
        ("states", corpus.all_states),
    ):
        content.write(f',"{field}":{{\n'.encode())
        for number, name in enumerate(sorted(ids)):
            body = _body_text(phrases, _PARTS_OF_WHOLE[field], name)
            separator = ",\n" if number else ""
            content.write(f'{separator}"{name}":{{{body}}}'.encode())
        content.write(b"\n}")
    content.write(f",{_fields_text(last)}}}\n".encode())
    _packed_bodies(phrases).clear()
    return gzip.compress(content.getvalue(), 6, mtime=0)


def _json_text(value: Any) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fields_text(fields: JsonObject) -> str:
    """The fields of an object as JSON, without its braces.

    >>> _fields_text({"ref": "Art. 1", "current": True})
    '"ref":"Art. 1","current":true'
    """
    return _json_text(fields)[1:-1]


# -- the data as a whole, and the site on a device ---------------------------------------

_IN_ALL_LANGUAGES = (DATABASE, DATA_PACKAGE)
"""Those of the files with all data that all languages share."""
_MEDIA_TYPES = {
    PATH: "application/gzip",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DATABASE: "application/gzip",
    DATA_PACKAGE: "application/json",
}
"""The files with all data, by path, with their media types."""


def dataset(localizer: Localizer, folder: str, site: str) -> str:
    """The data as a whole, for the head of its page: search engines for data look there.

    It is JSON-LD in the terms of schema.org, in an element that no browser runs.
    ``folder`` is that of the language, below the absolute address of the ``site``.
    """
    phrases = Phrases(localizer)
    about_data = about(phrases)
    files = []
    for path, media_type in _MEDIA_TYPES.items():
        path_in_site = path if path in _IN_ALL_LANGUAGES else f"{folder}{path}"
        files.append(
            {
                "@type": "DataDownload",
                "contentUrl": {"@id": path_in_site},
                "encodingFormat": media_type,
            }
        )
    linked_data = {
        "@context": {"@vocab": "https://schema.org/", "@base": site},
        "@type": "Dataset",
        "@id": "data/#this",
        "name": about_data.title,
        "description": about_data.what,
        "creator": {"@type": "Organization", "name": publisher.author(phrases)},
        **_coverage(localizer),
        "license": {"@id": LICENCE_ADDRESS},
        "version": VERSION,
        "dateModified": localizer.corpus.today.isoformat(),
        "inLanguage": list(localizer.corpus.languages),
        "isAccessibleForFree": True,
        "distribution": files,
    }
    text = _json_text(linked_data).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'


def _coverage(localizer: Localizer) -> dict[str, Any]:
    """What the data is about, and for which time and regions, as schema.org names it. The
    time begins with the oldest text and ends on the day of the data.
    """
    corpus = localizer.corpus
    topics = corpus.vocabularies.entries_of("topics")
    regions = {region for name in corpus.mechanisms for region in corpus.regions(name)}
    in_order = [
        region
        for region in corpus.vocabularies.entries_of("regions")
        if region in regions
    ]
    days = [day for day in map(corpus.day, corpus.records) if day]
    days.sort(key=lambda day: day.first)
    first = days[0].text if days else corpus.today.isoformat()
    return {
        "keywords": [localizer.label("topics", code) for code in topics],
        "temporalCoverage": f"{first}/{corpus.today.isoformat()}",
        "spatialCoverage": [
            {"@type": "Place", "name": localizer.label("regions", region)}
            for region in in_order
        ],
    }


def web_app(phrases: Phrases) -> bytes:
    """What the site is on a device on which somebody installs it, in a language: a Web
    Application Manifest (W3C). Only the page of kept pages names this file.
    """
    root = "../../" if folder(phrases.corpus, phrases.language) else "../"
    name = phrases.localizer.gettext("Dakar Compendium")
    icon = {
        "src": f"{root}assets/images/icon.svg",
        "sizes": "any",
        "type": "image/svg+xml",
    }
    manifest = {
        "id": "../",
        "name": name,
        "short_name": name,
        "lang": phrases.language,
        "dir": phrases.localizer.direction,
        "start_url": "../",
        "scope": root,
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#0b5c6b",
        "icons": [icon],
    }
    return f"{json.dumps(manifest, ensure_ascii=False, indent=1)}\n".encode()
