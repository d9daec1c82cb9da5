"""What a reader can keep on a device for when there is no connection.

``kept/files.json`` in the folder of each language is made from the finished site's
manifest, for ``answers/kept.js``. One object:

    date    the day of the data, ISO 8601
    files   by path below the root of the site: the first 12 figures of the digest that the manifest says,
            and the size in bytes
    packed  by the end of a name, what part of such a file comes over a line that compresses, of which some
            were tried
    always  paths of what every page needs: sheets, scripts, the page of what is kept
    sets    by address below the folder of the language ("" is all of it): patterns of the paths that belong
            to it, below that folder; one that ends in a slash, or is empty, is what a path begins with, in
            another * stands for a name

Only what a page shows or asks for is listed: pages, the search, ``index.json`` beside
pages, assets; no tables, calendars, feeds, PDFs, and not the form, which hands in what
was typed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from generators.corpus.addresses import KEPT_LIST, Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.site import manifest
from generators.site.manifest import Output, SiteFile
from generators.site.shell import SiteLanguage

_KINDS = {manifest.PAGE, manifest.REDIRECT, manifest.SEARCH, manifest.ASSET}
WORKER = "worker.js"
"""The script that shows what is kept; at the root of the site, for it sees only what is
below its folder.
"""

_FIGURES = 12
_TRIED = 40
"""How many files of a kind are compressed to learn what part of their bytes goes over the
line.
"""
_FORM = (
    "assets/javascripts/answers/edit.js",
    "assets/javascripts/answers/edit/",
    "assets/stylesheets/answers/edit.css",
)
_SEARCH = ("assets/javascripts/search/", "assets/stylesheets/search.css")
"""What only a language as a whole needs."""
_PAGE, _EDIT = address(Target("page", "kept")), address(Target("page", "edit"))
_EVERY_STATE = ("instruments/index.json", "states/index.json", "states/*/index.json")
_EVERY_TOPIC = "topics/*/index.json"


def outputs(
    files: Iterable[SiteFile],
    languages: Iterable[SiteLanguage],
    corpus: Corpus,
    content: Callable[[str], bytes],
) -> Iterator[Output]:
    """The list of each language of which there are pages among the files of a site, whose
    ``content`` is had by path.
    """
    listed = sorted(files)
    for each in languages:
        own = [file for file in listed if _is_listed(file, each)]
        if any(file.kind == manifest.PAGE for file in own):
            text = _text(own, each, corpus, _packed(own, content))
            yield Output(each.path + KEPT_LIST, text, manifest.DATA, each.code)


def sets(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """What can be kept, by the address of its page, with the patterns of the paths that
    it consists of, both below the folder of a language: a State with the first days of a
    case there, the first days alone, a mechanism with its records, a region with its
    mechanisms, a topic and the way between two States with what they are asked for any
    State, a page that needs nothing else; "" is everything.
    """
    of = corpus.vocabularies.of
    alone = [Target("page", name) for name in ("first-days", "recognise")]
    alone += [Target("stage", code) for code in of("stages")]
    found: dict[str, tuple[str, ...]] = {"": ("",)}
    found |= {page: (f"{page}index.html",) for page in map(address, alone)}
    between = address(Target("page", "between"))
    found[between] = (between, *_EVERY_STATE, _EVERY_TOPIC)
    for code in corpus.all_states:
        page, first_days = (
            address(Target("state", code)),
            address(Target("first-days", code)),
        )
        found |= {page: (page, first_days), first_days: (first_days,)}
    pages = {name: address(Target("record", name)) for name in corpus.mechanisms}
    found |= {page: (page,) for page in pages.values()}
    for code in of("regions"):
        page = address(Target("region", code))
        found[page] = (page, *(pages[name] for name in corpus.mechanisms_in[code]))
    topics = (address(Target("topic", code)) for code in of("topics"))
    return found | {page: (page, *_EVERY_STATE) for page in topics}


def is_shown(file: SiteFile, here: SiteLanguage) -> bool:
    """Whether the pages of a language show a file, or ask for it."""
    if file.language != here.code and (file.language or file.kind != manifest.ASSET):
        return False
    return (
        file.path.endswith("/index.json")
        if file.kind == manifest.DATA
        else file.kind in _KINDS
    )


def keeps(path: str, language: SiteLanguage) -> bool:
    """Whether a file of the site is there to keep others on a device, and of no use in a
    copy on a disk: the script that shows what is kept, and the page where a reader
    chooses it.
    """
    return path in (WORKER, f"{language.path}{_PAGE}index.html")


def _is_listed(file: SiteFile, language: SiteLanguage) -> bool:
    """Whether a file can be kept; the form cannot, for it hands in what was typed."""
    form = file.path.startswith((*_FORM, language.path + _EDIT))
    return is_shown(file, language) and file.path != WORKER and not form


def _packed(
    files: Iterable[SiteFile], content: Callable[[str], bytes]
) -> dict[str, float]:
    """By the end of a name, the part of its bytes that a file has when it is compressed
    as hosts do.
    """
    found = {}
    for end, those in grouped(
        (file.path.rpartition(".")[2], file) for file in files
    ).items():
        tried = those[:: -(-len(those) // _TRIED)]
        packed = sum(len(zlib.compress(content(file.path), 6)) for file in tried)
        found[end] = round(min(1, packed / max(1, sum(file.size for file in tried))), 3)
    return found


def _text(
    files: list[SiteFile],
    language: SiteLanguage,
    corpus: Corpus,
    packed: Mapping[str, float],
) -> str:
    rows = {file.path: [file.sha256[:_FIGURES], file.size] for file in files}
    always = [
        path
        for path in rows
        if path.startswith("assets/") and not path.startswith(_SEARCH)
    ]
    made = {
        "date": corpus.today.isoformat(),
        "files": rows,
        "packed": packed,
        "always": [*always, f"{language.path}{_PAGE}index.html"],
        "sets": sets(corpus),
    }
    return f"{json.dumps(made, ensure_ascii=False, separators=(',', ':'))}\n"
