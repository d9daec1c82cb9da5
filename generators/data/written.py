"""The files of data that are JSON, as they are written. What several files hold is worked
out and written as text once: ``compendium.json.gz`` is put together of the texts of the
others.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from itertools import chain, repeat
from typing import Any
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WORKBOOK, Target, address
from generators.corpus.corpus import Corpus
from generators.data import kinds, schema
from generators.data.marked import Of, as_json
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

PATH = "data/compendium.json.gz"
"""Below the folder of the language. It is compressed, for the files beside pages hold the
same.
"""


def folder(corpus: Corpus, language: str) -> str:
    """The folder of a language, below the root of the site."""
    return "" if language == corpus.languages[0] else f"{language}/"


NAME = "index.json"
"""The name of each file that says what a page says; its folder is the address of that
page.
"""

_BODY = "data body"
_IN_WHOLE = {"mechanisms": "mechanism", "records": "record", "states": "who"}
"""What the whole corpus as one file holds, each with its kind."""


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes each file, by its path below the folder of the language, whose absolute
    address ``base`` is (empty where it is not known).
    """
    corpus = phrases.corpus
    pages = (
        *(("record", Target("record", name)) for name in corpus.records),
        *(("mechanism", Target("record", name)) for name in corpus.mechanisms),
        *(("state", Target("state", code)) for code in corpus.all_states),
        *(("topic", Target("topic", code)) for code in corpus.vocabularies.of("topics")),
        ("states", Target("page", "states")),
        ("records", Target("page", "instruments")),
    )
    for kind, page in pages:
        path = f"{address(page)}{NAME}"
        yield path, partial(_written, phrases, base, path, kind, page.name)
    yield PATH, partial(_whole, phrases, base)


def site_of(phrases: Phrases, base: str) -> str:
    """The absolute address of the site, from that of the folder of a language."""
    return base.removesuffix(folder(phrases.corpus, phrases.language)) if base else ""


def _head(phrases: Phrases, base: str, path: str, kind: str) -> str:
    above = "../" * (folder(phrases.corpus, phrases.language) + path).count("/")
    described = (site_of(phrases, base) or above) + schema.path(kind)
    return _fields(as_json(kinds.Head, Of(phrases, "", (described, base))))


def _written(phrases: Phrases, base: str, path: str, kind: str, name: str) -> bytes:
    return f"{{{_head(phrases, base, path, kind)},{_body(phrases, kind, name)}}}".encode()


def _body(phrases: Phrases, kind: str, name: str) -> str:
    """The own fields of a file, as text; what the whole corpus as one file has too is
    kept for it, and packed, for of many records these texts are more than all else.
    """
    if kind not in _IN_WHOLE.values():
        return _fields(kinds.body(phrases, kind, name))
    made: list[str] = []

    def pack() -> bytes:
        made.append(_fields(kinds.body(phrases, kind, name)))
        return compress(made[0].encode(), 1)

    kept = phrases.cached((_BODY, kind, name), pack)
    return made[0] if made else decompress(kept).decode()


def _whole(phrases: Phrases, base: str) -> bytes:
    corpus = phrases.corpus
    owners = (corpus.mechanisms, corpus.records, corpus.all_states)
    of = Of(phrases, "")
    before = as_json(kinds.CorpusFile, of, f"{' '.join(_IN_WHOLE)} items")
    behind = as_json(kinds.CorpusFile, of, f"{' '.join(_IN_WHOLE)} licence vocabularies")
    made = BytesIO()  # as large as the corpus, and never there twice
    made.write(f"{{{_head(phrases, base, PATH, 'corpus')},{_fields(before)}".encode())
    for (many, kind), ids in zip(_IN_WHOLE.items(), owners, strict=True):
        made.write(f',"{many}":{{\n'.encode())
        for between, name in zip(chain([""], repeat(",\n")), sorted(ids), strict=False):
            made.write(f'{between}"{name}":{{{_body(phrases, kind, name)}}}'.encode())
        made.write(b"\n}")
    made.write(f",{_fields(behind)}}}\n".encode())
    phrases.forget(_BODY)
    return gzip.compress(made.getvalue(), 6, mtime=0)


def _fields(made: dict[str, Any]) -> str:
    """The fields of an object as text, without its braces."""
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))[1:-1]


# -- the data as a whole, and the site on a device ---------------------------------------

_SHARED = (DATABASE, DATA_PACKAGE)
_TOGETHER = {
    PATH: "application/gzip",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DATABASE: "application/gzip",
    DATA_PACKAGE: "application/json",
}
"""The files that hold everything, with their media types, and those of them that all
languages share.
"""


def dataset(localizer: Localizer, folder: str, site: str) -> str:
    """The data as a whole for the head of its page, where search engines for data look:
    JSON-LD in the terms of schema.org, a block of data that no browser runs. ``folder``
    is that of the language, below the absolute address of the ``site``.
    """
    said, files = about(Phrases(localizer)), []
    for path, form in _TOGETHER.items():
        where = {"@id": path if path in _SHARED else f"{folder}{path}"}
        files.append(
            {"@type": "DataDownload", "contentUrl": where, "encodingFormat": form}
        )
    made = {
        "@context": {"@vocab": "https://schema.org/", "@base": site},
        "@type": "Dataset",
        "@id": "data/#this",
        "name": said.title,
        "description": said.what,
        "license": {"@id": LICENCE_ADDRESS},
        "version": VERSION,
        "dateModified": localizer.corpus.today.isoformat(),
        "inLanguage": list(localizer.corpus.languages),
        "isAccessibleForFree": True,
        "distribution": files,
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )
    return f'<script type="application/ld+json">{text}</script>\n'


def web_app(phrases: Phrases) -> bytes:
    """What the site is on a device where somebody installs it, in a language (W3C Web
    Application Manifest); named by the page of what is kept there alone.
    """
    root = "../../" if folder(phrases.corpus, phrases.language) else "../"
    name = phrases.localizer.gettext("Dakar Compendium")
    made = {
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
        "icons": [
            {
                "src": f"{root}assets/images/icon.svg",
                "sizes": "any",
                "type": "image/svg+xml",
            }
        ],
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()
