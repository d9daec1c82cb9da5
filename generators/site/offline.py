"""One language of a finished site as a ZIP that opens from a folder on disk, with search
and comparison.

Nothing is rendered again: files are taken as the site's manifest lists them, with four
differences. A link names the file that it leads to, ``index.html`` and no version, for
nothing picks it on a disk or in an archive made of the folder; ``data-copy`` tells
scripts so. What scripts read (the search index, ``index.json`` beside pages) stands there
as scripts, ``.js`` in place of ``.json``, for a browser reads no file from a folder on
disk but runs scripts (``shell.js``, ``compendium.part``). A link to what is not in the
ZIP leads to the public site. And the page of downloads does not name the ZIPs, so that
they are the same whether or not the site holds them already.

The same site gives the same bytes.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generators.corpus import addresses, downloads
from generators.corpus.addresses import Target, address
from generators.corpus.downloads import OfflineCopy
from generators.site import assets, kept, manifest, policy
from generators.site.manifest import SiteFile
from generators.site.shell import SiteLanguage, leading_on, site_languages
from generators.text import files
from generators.text.sayings import say

NAME = "dakar-compendium"
"""What the folder in the ZIP is called, with the language behind it."""
INDEX = "index.html"
"""The file of a page in its folder."""

_LINK = re.compile(r'\b(href="|src="|action="|data-to="|content="0; url=)([^"#][^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_COPIES = re.compile(r'<section id="offline">.*?</section>\n?', re.DOTALL)


class NoSite(Exception):
    """There is no whole site to make a copy of; the text says what to do."""


def make(root: Path, site: Path, language: str, pdfs: bool = False) -> OfflineCopy:
    """Make the ZIP of a language from the finished site in the folder ``site``, with its
    PDFs or without, into the project in ``root``; returns what a list says of it.

    Raises NoSite where the site has no manifest, not this language, or not the files that
    its manifest lists.
    """
    day, here, taken = of_language(site, language, pdfs)
    entries = dict(contents(site, taken, here))
    if here.path:
        entries[INDEX] = _beginning(
            here, entries[f"{here.path}{INDEX}"].decode()
        ).encode()
    named = {f"{NAME}-{language}/{path}": entries[path] for path in sorted(entries)}
    data = files.zipped(named, date.fromisoformat(day))
    address = addresses.offline_copy(language)
    file = downloads.file_of(root / downloads.COPIES, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, data)
    digest = sha256(data).hexdigest()
    has_pdfs = any(each.kind == manifest.PDF for each in taken)
    return OfflineCopy(language, address, day, len(entries), has_pdfs, len(data), digest)


def of_language(
    site: Path, language: str, pdfs: bool = False
) -> tuple[str, SiteLanguage, list[SiteFile]]:
    """The day of a finished site, a language of it, and the files that a copy takes.
    Raises NoSite.
    """
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
        told = say(
            "{folder} has no pages in {language}; build it with: make site",
            folder=site,
            language=language,
        )
        raise NoSite(told)
    return found.date, here, taken


def _is_taken(file: SiteFile, here: SiteLanguage, pdfs: bool) -> bool:
    asked = pdfs and file.kind == manifest.PDF and file.language == here.code
    return asked or (kept.is_shown(file, here) and not kept.keeps(file.path, here))


def contents(
    site: Path, taken: Sequence[SiteFile], here: SiteLanguage
) -> Iterator[tuple[str, bytes]]:
    """The files that were taken, as they stand in a copy, by path below its folder.
    Raises NoSite.
    """
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
    path = site / file.path
    try:
        data = path.read_bytes()
    except OSError as error:
        told = say(
            "{file}: {error}; build the site with: make site",
            file=path,
            error=error.strerror,
        )
        raise NoSite(told) from None
    if sha256(data).hexdigest() != file.sha256:
        raise NoSite(
            say(
                "{file} is not as it was built; build the site with: make site", file=path
            )
        )
    return data


def _in_copy(page: str, path: str, there: Set[str]) -> str:
    """A page whose links name files, where these are ``there`` (paths below the root of
    the site), and else are in full, as the page says its own public address.
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
    """The page at the root of the ZIP, which leads to the home page of a language that
    has a folder.
    """
    title = _TITLE.search(home)
    head = title[0] if title else ""
    return leading_on(
        here, f"{here.path}{INDEX}", assets.FIRST, here.name, head, policy.IN_PAGE
    )
