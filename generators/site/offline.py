"""One language of a finished site as a ZIP that opens from a folder on disk, with search and comparison.

Nothing is rendered again: files are taken as the site's manifest lists them, with four differences. A link
names the file that it leads to, ``index.html`` and no version, for nothing picks it on a disk or in an
archive made of the folder; ``data-copy`` tells scripts so. What scripts read (the search index,
``index.json`` beside pages) stands there as scripts, ``.js`` in place of ``.json``, for a browser reads no
file from a folder on disk but runs scripts (``shell.js``, ``compendium.part``). A link to what is not in the
ZIP leads to the public site. And the page of downloads does not name the ZIPs, so that they are the same
whether or not the site holds them already.

The same site gives the same bytes.

What a reader can keep on a device instead is said by ``kept/files.json`` in the folder of each language; it
is made from the finished site's manifest, for ``answers/kept.js``. One object:

    date    the day of the data, ISO 8601
    files   by path below the root of the site: the first 12 figures of the digest that the manifest says,
            and the size in bytes
    packed  by the end of a name, what part of such a file comes over a line that compresses, of which some
            were tried
    always  paths of what every page needs: sheets, scripts, the page of what is kept
    sets    by address below the folder of the language ("" is all of it): patterns of the paths that belong
            to it, below that folder; one that ends in a slash, or is empty, is what a path begins with, in
            another * stands for a name

Only what a page shows or asks for is listed: pages, the search, ``index.json`` beside pages, assets; no
tables, calendars, feeds, PDFs, and not the form, which hands in what was typed.
"""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generators.corpus import addresses, downloads
from generators.corpus.addresses import KEPT_LIST, Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import OfflineCopy
from generators.site import assets, manifest, policy
from generators.site.manifest import Output, SiteFile
from generators.site.shell import SiteLanguage, leading_on, site_languages
from generators.text import files
from generators.text.sayings import say

NAME = "dakar-compendium"
"""What the folder in the ZIP is called, with the language behind it."""
INDEX = "index.html"
"""The file of a page in its folder."""
_KINDS = {manifest.PAGE, manifest.REDIRECT, manifest.SEARCH, manifest.ASSET}

_LINK = re.compile(r'\b(href="|src="|action="|data-to="|content="0; url=)([^"#][^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_COPIES = re.compile(r'<section id="offline">.*?</section>\n?', re.DOTALL)


class NoSite(Exception):
    """There is no whole site to make a copy of; the text says what to do."""


def make(root: Path, site: Path, language: str, pdfs: bool = False) -> OfflineCopy:
    """Make the ZIP of a language from the finished site in the folder ``site``, with its PDFs or without,
    into the project in ``root``; returns what a list says of it.

    Raises NoSite where the site has no manifest, not this language, or not the files that its manifest lists.
    """
    day, here, taken = of_language(site, language, pdfs)
    entries = dict(contents(site, taken, here))
    if here.path:
        entries[INDEX] = _beginning(here, entries[f"{here.path}{INDEX}"].decode()).encode()
    named = {f"{NAME}-{language}/{path}": entries[path] for path in sorted(entries)}
    data = files.zipped(named, date.fromisoformat(day))
    address = addresses.offline_copy(language)
    file = downloads.file_of(root / downloads.COPIES, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, data)
    digest = sha256(data).hexdigest()
    has_pdfs = any(each.kind == manifest.PDF for each in taken)
    return OfflineCopy(language, address, day, len(entries), has_pdfs, len(data), digest)


def of_language(site: Path, language: str, pdfs: bool = False) -> tuple[str, SiteLanguage, list[SiteFile]]:
    """The day of a finished site, a language of it, and the files that a copy takes. Raises NoSite."""
    found = manifest.read(site)
    if found is None:
        told = say(
            "{folder} holds no finished site ({file}); build it with: make site",
            folder=site,
            file=manifest.NAME,
        )
        raise NoSite(told)
    here = next((each for each in site_languages() if each.code == language), None)
    taken = [file for file in found.files if here and _is_taken(file, here, pdfs)]
    if here is None or not any(file.path == f"{here.path}{INDEX}" for file in taken):
        raise NoSite(
            say(
                "{folder} has no pages in {language}; build it with: make site",
                folder=site,
                language=language,
            )
        )
    return found.date, here, taken


def _is_taken(file: SiteFile, here: SiteLanguage, pdfs: bool) -> bool:
    asked = pdfs and file.kind == manifest.PDF and file.language == here.code
    return asked or (_is_shown(file, here) and not keeps(file.path, here))


def _is_shown(file: SiteFile, here: SiteLanguage) -> bool:
    """Whether the pages of a language show a file, or ask for it."""
    if file.language != here.code and (file.language or file.kind != manifest.ASSET):
        return False
    return file.path.endswith("/index.json") if file.kind == manifest.DATA else file.kind in _KINDS


def contents(site: Path, taken: Iterable[SiteFile], here: SiteLanguage) -> Iterator[tuple[str, bytes]]:
    """The files that were taken, as they stand in a copy, by path below its folder. Raises NoSite."""
    taken = list(taken)
    there = {file.path for file in taken if not file.path.endswith(".json")}
    page_of_copies = f"{here.path}{address(Target('page', 'downloads'))}{INDEX}"
    for file in taken:
        data = _read(site, file)
        if file.path.endswith(".json"):
            path = json.dumps(file.path.removeprefix(here.path))
            part = f"compendium.part({path},{data.decode().strip()})\n"
            yield f"{file.path.removesuffix('.json')}.js", part.encode()
        elif file.path.endswith(".html"):
            page = data.decode()
            if file.path == page_of_copies:
                page = _COPIES.sub("", page)
            yield file.path, _in_copy(page, file.path, there).encode()
        else:
            yield file.path, data


def _read(site: Path, file: SiteFile) -> bytes:
    try:
        data = (site / file.path).read_bytes()
    except OSError as error:
        raise NoSite(
            say(
                "{file}: {error}; build the site with: make site", file=site / file.path, error=error.strerror
            )
        ) from None
    if sha256(data).hexdigest() != file.sha256:
        raise NoSite(
            say("{file} is not as it was built; build the site with: make site", file=site / file.path)
        )
    return data


def _in_copy(page: str, path: str, there: Set[str]) -> str:
    """A page whose links name files, where these are ``there`` (paths below the root of the site), and else
    are in full, as the page says its own public address.
    """
    found = _CANONICAL.search(page)
    if not found:
        return page
    public, folder = unescape(found[1]), posixpath.dirname(path)

    @cache
    def link(begin: str, address: str) -> str:
        parts = urlsplit(unescape(address))
        if parts.scheme or parts.netloc or not parts.path:
            return f'{begin}{address}"'
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if parts.path.endswith(("/", "..", ".")):
            target = posixpath.normpath(f"{target}/{INDEX}")
            parts = parts._replace(path=posixpath.join(parts.path, INDEX))
        if target not in there:
            return f'{begin}{escape(urljoin(public, unescape(address)))}"'
        return f'{begin}{escape((parts if target.endswith(".html") else parts._replace(query="")).geturl())}"'

    marked = page.replace("<html ", "<html data-copy ", 1)
    return _LINK.sub(lambda match: link(match[1], match[2]), marked)


def _beginning(here: SiteLanguage, home: str) -> str:
    """The page at the root of the ZIP, which leads to the home page of a language that has a folder."""
    title = _TITLE.search(home)
    allowed = f'<meta http-equiv="Content-Security-Policy" content="{policy.IN_PAGE}">'
    head = f"{allowed}{title[0] if title else ''}"
    return leading_on(here, f"{here.path}{INDEX}", assets.FIRST, here.name, head)


# -- what can be kept on a device ----------------------------------------------------------------------------

WORKER = "worker.js"
"""The script that shows what is kept; at the root of the site, for it sees only what is below its folder."""

_FIGURES = 12
_TRIED = 40
"""How many files of a kind are compressed to learn what part of their bytes goes over the line."""
_FORM = (
    "assets/javascripts/answers/edit.js",
    "assets/javascripts/answers/edit/",
    "assets/stylesheets/answers/edit.css",
)
_OF_ALL = (assets.MATERIAL, assets.MARKDOWN, "assets/javascripts/search/", "assets/stylesheets/search.css")
"""What only a language as a whole needs: hand-written pages, and the search."""
_PAGE, _EDIT = address(Target("page", "kept")), address(Target("page", "edit"))
_EVERY_STATE = ("instruments/index.json", "states/index.json", "states/*/index.json")
_EVERY_TOPIC = "topics/*/index.json"


def lists(
    files: Iterable[SiteFile],
    languages: Iterable[SiteLanguage],
    corpus: Corpus,
    content: Callable[[str], bytes],
) -> Iterator[Output]:
    """The list of each language of which there are pages among the files of a site, whose ``content`` is had
    by path.
    """
    listed = sorted(files)
    patterns = sets(corpus)
    for each in languages:
        own = [file for file in listed if _is_listed(file, each)]
        if any(file.kind == manifest.PAGE for file in own):
            text = _text(own, each, patterns, corpus.today.isoformat(), _packed(own, content))
            yield Output(each.path + KEPT_LIST, text, manifest.DATA, each.code)


def sets(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """What can be kept, by the address of its page, with the patterns of the paths that it consists of, both
    below the folder of a language: a State with the first days of a case there, the first days alone, a
    mechanism with its records, a region with its mechanisms, a topic and the way between two States with what
    they are asked for any State, a page that needs nothing else; "" is everything.
    """
    found: dict[str, tuple[str, ...]] = {"": ("",)}
    alone = [Target("page", name) for name in ("first-days", "recognise")]
    alone += [Target("stage", code) for code in corpus.vocabularies.of("stages")]
    for page in map(address, alone):
        found[page] = (f"{page}index.html",)
    between = address(Target("page", "between"))
    found[between] = (between, *_EVERY_STATE, _EVERY_TOPIC)
    for code in corpus.all_states:
        page, first_days = address(Target("state", code)), address(Target("first-days", code))
        found[page] = (page, first_days)
        found[first_days] = (first_days,)
    for name in corpus.mechanisms:
        page = address(Target("record", name))
        found[page] = (page,)
    for code in corpus.vocabularies.of("regions"):
        page = address(Target("region", code))
        own = (address(Target("record", name)) for name in corpus.mechanisms_in.get(code, ()))
        found[page] = (page, *own)
    for code in corpus.vocabularies.of("topics"):
        page = address(Target("topic", code))
        found[page] = (page, *_EVERY_STATE)
    return found


def keeps(path: str, language: SiteLanguage) -> bool:
    """Whether a file of the site is there to keep others on a device, and of no use in a copy on a disk: the
    script that shows what is kept, and the page where a reader chooses it.
    """
    return path in (WORKER, f"{language.path}{_PAGE}index.html")


def _is_listed(file: SiteFile, language: SiteLanguage) -> bool:
    """Whether a file can be kept; the form cannot, for it hands in what was typed."""
    form = file.path.startswith((*_FORM, language.path + _EDIT))
    return _is_shown(file, language) and file.path != WORKER and not form


def _packed(files: Iterable[SiteFile], content: Callable[[str], bytes]) -> dict[str, float]:
    """By the end of a name, the part of its bytes that a file has when it is compressed as hosts do."""
    by_end: dict[str, list[SiteFile]] = {}
    for file in files:
        by_end.setdefault(file.path.rpartition(".")[2], []).append(file)
    found = {}
    for end, those in by_end.items():
        tried = those[:: -(-len(those) // _TRIED)]
        packed = sum(len(zlib.compress(content(file.path), 6)) for file in tried)
        found[end] = round(min(1, packed / max(1, sum(file.size for file in tried))), 3)
    return found


def _text(
    files: list[SiteFile],
    language: SiteLanguage,
    patterns: Mapping[str, tuple[str, ...]],
    day: str,
    packed: Mapping[str, float],
) -> str:
    rows = {file.path: [file.sha256[:_FIGURES], file.size] for file in files}
    always = [path for path in rows if path.startswith("assets/") and not path.startswith(_OF_ALL)]
    made = {
        "date": day,
        "files": rows,
        "packed": packed,
        "always": [*always, f"{language.path}{_PAGE}index.html"],
        "sets": patterns,
    }
    return f"{json.dumps(made, ensure_ascii=False, separators=(',', ':'))}\n"
