"""The files of data that are JSON: one for each page, and the whole corpus as one file.

A record, mechanism, State or topic has one file of codes for all languages (``NAME``).
What a language says of it is apart (``word_files.py``). Both together are the whole
object (``marked.joined``; in the browser ``answers/page.js`` joins them). The words that
the whole corpus has too are worked out once. They are kept as text until that file is
written.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import Any, TypeAlias
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WORKBOOK, Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.data import kinds, schema, word_files
from generators.data.marked import BOTH, JsonObject, Subject, as_json, joined
from generators.data.word_files import Owner
from generators.document import publisher
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases, speaking
from generators.translate.localizer import Localizer

Writer: TypeAlias = Callable[[], bytes]
"""What makes the content of a file."""

PATH = "data/compendium.json.gz"
"""The path of the whole corpus as one file, below the folder of the language. The file is
compressed, because the files next to the pages have the same content.
"""
NAME = "index.json"
"""The name of each file that says what a page says. It is in the folder of the page; if
it has codes alone, in that of the page in the first language.
"""

_PARTS_OF_WHOLE = {"mechanisms": "mechanism", "records": "record", "states": "who"}
"""The large fields of the whole corpus, each with the kind of its objects: see
``kinds.body``. The codes and words of each are apart until they are joined there.
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


def shared_writers(corpus: Corpus, site: str) -> Iterator[tuple[str, Writer]]:
    """The path of each file of codes below the root of the site, and what writes it.
    ``site`` is the absolute address of the site, or empty.
    """
    for owner in word_files.owners(corpus):
        path = f"{owner.page}{NAME}"
        yield path, partial(_write_codes, corpus, site, path, owner)


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Writer]]:
    """The path of each file below the folder of the language, and what writes it.
    ``base`` is the absolute address of that folder, or empty.
    """
    for path, owners in word_files.files_of_words(phrases.corpus).items():
        yield path, partial(_write_words, phrases, base, path, owners)
    for kind, page in _WHOLE_FILES.items():
        path = f"{address(Target('page', page))}{NAME}"
        yield path, partial(_write_file, phrases, base, path, kind)
    yield PATH, partial(_write_whole, phrases, base)


_WHOLE_FILES = {"states": "states", "records": "instruments", "case": "case"}
"""The kinds of file that are whole in each language, each with its page."""


def _write_codes(corpus: Corpus, site: str, path: str, owner: Owner) -> bytes:
    """The file of the codes of an owner, at a path: see ``kinds.body``."""
    phrases = speaking(corpus, corpus.languages[0])
    words = word_files.file_of_words(corpus, owner)
    head = _head_text(phrases, site, path, owner.kind, words)
    return f"{{{head},{_codes_text(corpus, owner)}}}".encode()


@once
def _codes_text(corpus: Corpus, owner: Owner) -> str:
    """The fields of an object that are the same in all languages."""
    phrases = speaking(corpus, corpus.languages[0])
    return _fields_text(kinds.body(phrases, *owner, kinds.CODES))


def _write_words(
    phrases: Phrases, base: str, path: str, owners: Iterable[Owner]
) -> bytes:
    """The file with the words of a language for some owners, by their names."""
    head = _head_text(phrases, base, path, "words")
    texts = ",\n".join(
        f"{_json_text(owner.name)}:{{{_words_text(phrases, owner)}}}" for owner in owners
    )
    return f'{{{head},"words":{{\n{texts}\n}}}}'.encode()


def _write_file(phrases: Phrases, base: str, path: str, kind: str) -> bytes:
    """The file of a kind at a path, whole in the language: see ``kinds.body``."""
    head = _head_text(phrases, base, path, kind)
    return f"{{{head},{_fields_text(kinds.body(phrases, kind, ''))}}}".encode()


def _head_text(phrases: Phrases, base: str, path: str, kind: str, words: str = "") -> str:
    """The fields of the head of a file. The address of the schema is absolute if that of
    the site is known, else relative to the file. ``words`` is the path of the file of
    words, of a file of codes.
    """
    depth = (folder(phrases.corpus, phrases.language) + path).count("/")
    root = site_of(phrases, base) or "../" * depth
    addresses = (root + schema.path(kind), base, words)
    parts = kinds.CODES if words else BOTH
    subject = Subject(phrases, "", addresses, parts=parts)
    return _fields_text(as_json(kinds.Head, subject))


def _words_text(phrases: Phrases, owner: Owner) -> str:
    """The fields of an object that are said in the language. They are kept for the file
    of the whole corpus. They are packed, because the texts of many records need much
    memory.
    """
    packed_texts = _packed_words(phrases)
    if owner in packed_texts:
        return decompress(packed_texts[owner]).decode()
    text = _fields_text(kinds.body(phrases, *owner, kinds.WORDS))
    if owner.kind in ("mechanism", "record"):
        packed_texts[owner] = compress(text.encode(), 1)
    return text


@once
def _packed_words(phrases: Phrases) -> dict[Owner, bytes]:
    """The packed texts of words. ``_words_text`` fills the mapping, and ``_write_whole``
    empties it.
    """
    return {}


def _whole_text(phrases: Phrases, owner: Owner) -> str:
    """An object of the file of the whole corpus: its codes and its words."""
    codes = json.loads(f"{{{_codes_text(phrases.corpus, owner)}}}")
    words = json.loads(f"{{{_words_text(phrases, owner)}}}")
    return _json_text(joined(codes, words))


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
            text = _whole_text(phrases, Owner(_PARTS_OF_WHOLE[field], name))
            separator = ",\n" if number else ""
            content.write(f'{separator}"{name}":{text}'.encode())
        content.write(b"\n}")
    content.write(f",{_fields_text(last)}}}\n".encode())
    _packed_words(phrases).clear()
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
