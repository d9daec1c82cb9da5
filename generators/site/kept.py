"""What a reader can keep on a device for when there is no connection.

``kept/files.json`` in the folder of each language is made from the finished site's
manifest, for ``answers/kept.js``. It is one object with five keys.

``date`` is the day of the data, ISO 8601.

``files`` has, by path below the root of the site, a digest and a size. They are the
first 12 figures of the digest in the manifest, and the size in bytes.

``packed`` says, by the end of a name, what part of such a file comes over a line that
compresses. Some files of the kind were tried.

``always`` has the paths of what every page needs. They are sheets, scripts, and the page
of what is kept.

``sets`` has, by address below the folder of the language, patterns of the paths that
belong to it. The address "" is all of it. The patterns are below that folder too; one
that begins with a slash is below the root of the site. One that is empty, or ends in a
slash, is the beginning of a path. In any other, ``*`` is any name.

Only what a page shows or asks for is listed: pages, the search, the codes and words of
pages, assets. Tables, calendars, feeds and PDFs are not. Nor is the form, which sends
what was typed.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from generators.corpus.addresses import KEPT_LIST, Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.site import manifest
from generators.site.manifest import Output, SiteFile
from generators.site.shell import SiteLanguage

_ASKED_FOR = re.compile(r"(?<!schema)/(index|words(-\d+)?)\.json$")
"""The names of files of data for which pages ask: codes and words."""
_KINDS = {manifest.PAGE, manifest.REDIRECT, manifest.SEARCH, manifest.ASSET}
WORKER = "worker.js"
"""The script that shows what is kept. It is at the root of the site, for it sees only
what is below its folder.
"""

_FIGURES = 12
"""How many figures of a digest are listed."""
_TRIED = 40
"""How many files of a kind are compressed, to learn what part of them goes over the
line.
"""
_FORM = (
    "assets/javascripts/answers/edit.js",
    "assets/javascripts/answers/edit/",
    "assets/stylesheets/answers/edit.css",
    "assets/javascripts/answers/review.js",
    "assets/javascripts/answers/review/",
    "assets/stylesheets/answers/review.css",
)
_SEARCH = ("assets/javascripts/search/", "assets/stylesheets/search.css")
"""What only a language as a whole needs."""
_PAGE = address(Target("page", "kept"))
_TYPED = tuple(address(Target("page", name)) for name in ("edit", "review"))
"""The pages that hand over what was typed there."""
_EVERY_STATE = (
    "instruments/index.json",
    "states/index.json",
    "/states/*/index.json",
    "states/*/words.json",
)
_EVERY_TOPIC = ("/topics/*/index.json", "topics/*/words.json")


def outputs(
    files: Iterable[SiteFile],
    languages: Iterable[SiteLanguage],
    corpus: Corpus,
    content: Callable[[str], bytes],
) -> Iterator[Output]:
    """The list of what can be kept, for each language that has pages.

    ``files`` are those of the site; ``content`` gives the bytes of one by its path.
    """
    site_files = sorted(files)
    for language in languages:
        listed = [file for file in site_files if _is_listed(file, language)]
        if any(file.kind == manifest.PAGE for file in listed):
            text = _list_text(listed, language, corpus, _packed_parts(listed, content))
            path = language.path + KEPT_LIST
            yield Output(path, text, manifest.DATA, language.code)


def sets(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """What can be kept, by the address of its page, with the patterns of its paths.

    Addresses and patterns are below the folder of a language. The address "" is
    everything. The order is that of the file.
    """
    stages = [Target("stage", code) for code in corpus.vocabularies.entries_of("stages")]
    single_pages = [Target("page", "first-days"), Target("page", "recognise"), *stages]
    patterns: dict[str, tuple[str, ...]] = {"": ("",)}
    for page in map(address, single_pages):
        patterns[page] = (f"{page}index.html",)
    between = address(Target("page", "between"))
    case = f"{address(Target('page', 'case'))}index.json"
    patterns[between] = (between, case, *_EVERY_STATE, *_EVERY_TOPIC)
    for code in corpus.all_states:
        page = address(Target("state", code))
        first_days = address(Target("first-days", code))
        patterns[page] = (page, first_days)
        patterns[first_days] = (first_days,)
    mechanism_pages = {
        name: address(Target("record", name)) for name in corpus.mechanisms
    }
    for page in mechanism_pages.values():
        patterns[page] = (page,)
    for code in corpus.vocabularies.entries_of("regions"):
        page = address(Target("region", code))
        names = corpus.mechanisms_in[code]
        patterns[page] = (page, *(mechanism_pages[name] for name in names))
    for code in corpus.vocabularies.entries_of("topics"):
        page = address(Target("topic", code))
        patterns[page] = (page, *_EVERY_STATE)
    return patterns


def is_shown(file: SiteFile, here: SiteLanguage) -> bool:
    """Whether the pages of a language show a file, or ask for it. Codes and assets are
    the same for all languages.
    """
    if file.language not in (here.code, None):
        return False
    if file.kind == manifest.DATA:
        return _ASKED_FOR.search(file.path) is not None
    is_page_or_search = file.kind in _KINDS and file.language is not None
    return file.kind == manifest.ASSET or is_page_or_search


def keeps(path: str, language: SiteLanguage) -> bool:
    """Whether a file is there only to keep others on a device, by its path in the site.

    These are the script that shows what is kept, and the page where a reader chooses it.
    They are of no use in a copy on a disk.
    """
    return path in (WORKER, f"{language.path}{_PAGE}index.html")


def _is_listed(file: SiteFile, language: SiteLanguage) -> bool:
    """Whether a file can be kept; the forms cannot, for they send what was typed."""
    pages = (language.path + page for page in _TYPED)
    form = file.path.startswith((*_FORM, *pages))
    return is_shown(file, language) and file.path != WORKER and not form


def _packed_parts(
    files: Iterable[SiteFile], content: Callable[[str], bytes]
) -> dict[str, float]:
    """The part of its bytes that a file has when a host compresses it (0 to 1).

    By the end of a name, such as ``html``.
    """
    parts = {}
    by_ending = grouped((file.path.rpartition(".")[2], file) for file in files)
    for ending, files_of_kind in by_ending.items():
        step = math.ceil(len(files_of_kind) / _TRIED)
        samples = files_of_kind[::step]
        packed = sum(len(zlib.compress(content(file.path), 6)) for file in samples)
        size = sum(file.size for file in samples)
        parts[ending] = round(min(1, packed / max(1, size)), 3)
    return parts


def _list_text(
    files: list[SiteFile],
    language: SiteLanguage,
    corpus: Corpus,
    packed: Mapping[str, float],
) -> str:
    """The list of a language, as JSON on one line."""
    rows = {file.path: [file.sha256[:_FIGURES], file.size] for file in files}
    always = [
        path
        for path in rows
        if path.startswith("assets/") and not path.startswith(_SEARCH)
    ]
    values = {
        "date": corpus.today.isoformat(),
        "files": rows,
        "packed": packed,
        "always": [*always, f"{language.path}{_PAGE}index.html"],
        "sets": sets(corpus),
    }
    return f"{json.dumps(values, ensure_ascii=False, separators=(',', ':'))}\n"
