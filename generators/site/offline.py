"""One language of a finished site as a ZIP that opens from a folder on disk.

Search and comparison work there. Nothing is rendered again: files are taken as the site's
manifest lists them, with four differences:

1. A link names the file that it leads to: ``index.html``, and no version. On a disk no
   server picks the file. ``data-copy`` tells scripts so.

2. What scripts read is a script there: ``.js`` in place of ``.json``. That is the search
   index, codes and words. A browser reads no file from a folder on disk. But it
   runs scripts (``shell.js``, ``compendium.part``).

3. A link to what is not in the ZIP leads to the public site.

4. The page of downloads does not name the ZIPs, nor what the site lacks. So they are the
   same whether or not the site holds them already.

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
"""What the folder in the ZIP is called, before a dash and the language."""
INDEX = "index.html"
"""The file of a page in its folder."""

_LINK = re.compile(r'\b(href="|src="|action="|data-to="|content="0; url=)([^"#][^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_COPIES = re.compile(r'<section id="(?:offline|missing)">.*?</section>\n?', re.DOTALL)


class NoSite(Exception):
    """There is no whole site to make a copy of; the text says what to do."""


def make(root: Path, site: Path, language: str, pdfs: bool = False) -> OfflineCopy:
    """Make the ZIP of a language from the finished site in the folder ``site``.

    It has the PDFs of the site or not, and goes into the project in ``root``. What comes
    back is what a list of downloads says of it. Raises NoSite where the site has no
    manifest, not this language, or not the files that its manifest lists.
    """
    day, here, taken = of_language(site, language, pdfs)
    entries = dict(contents(site, taken, here))
    if here.path:
        home = entries[f"{here.path}{INDEX}"].decode()
        entries[INDEX] = _first_page(here, home).encode()
    in_folder = {f"{NAME}-{language}/{path}": entries[path] for path in sorted(entries)}
    data = files.zipped(in_folder, date.fromisoformat(day))
    address = addresses.offline_copy(language)
    file = downloads.file_of(root / downloads.COPIES, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, data)
    digest = sha256(data).hexdigest()
    has_pdfs = any(site_file.kind == manifest.PDF for site_file in taken)
    return OfflineCopy(language, address, day, len(entries), has_pdfs, len(data), digest)


def of_language(
    site: Path, language: str, pdfs: bool = False
) -> tuple[str, SiteLanguage, list[SiteFile]]:
    """The day of a finished site (ISO 8601), a language, the files of its copy.

    Raises NoSite where ``site`` holds no site, or no home page in ``language``.
    """
    site_manifest = manifest.read(site)
    if site_manifest is None:
        message = say(
            "{folder} holds no finished site ({file}); build it with: make site",
            folder=site,
            file=manifest.NAME,
        )
        raise NoSite(message)
    by_code = {site_language.code: site_language for site_language in site_languages()}
    here = by_code.get(language)
    taken = []
    if here is not None:
        taken = [file for file in site_manifest.files if _is_taken(file, here, pdfs)]
    if here is None or not any(file.path == f"{here.path}{INDEX}" for file in taken):
        message = say(
            "{folder} has no pages in {language}; build it with: make site",
            folder=site,
            language=language,
        )
        raise NoSite(message)
    return site_manifest.date, here, taken


def _is_taken(file: SiteFile, here: SiteLanguage, pdfs: bool) -> bool:
    """Whether the copy of a language has a file; ``pdfs``: whether PDFs are wanted."""
    if pdfs and file.kind == manifest.PDF and file.language == here.code:
        return True
    return kept.is_shown(file, here) and not kept.keeps(file.path, here)


def contents(
    site: Path, taken: Sequence[SiteFile], here: SiteLanguage
) -> Iterator[tuple[str, bytes]]:
    """The path of each file below the folder of a copy, and its bytes there.

    Raises NoSite where a file is not as the manifest lists it.
    """
    paths_in_copy = {file.path for file in taken if not file.path.endswith(".json")}
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
            yield file.path, _page_in_copy(page, file.path, paths_in_copy).encode()
        else:
            yield file.path, data


def _read(site: Path, file: SiteFile) -> bytes:
    """The bytes of a file of the site. Raises NoSite where the manifest has others."""
    path = site / file.path
    try:
        data = path.read_bytes()
    except OSError as error:
        message = say(
            "{file}: {error}; build the site with: make site",
            file=path,
            error=error.strerror,
        )
        raise NoSite(message) from None
    if sha256(data).hexdigest() != file.sha256:
        raise NoSite(
            say(
                "{file} is not as it was built; build the site with: make site", file=path
            )
        )
    return data


def _page_in_copy(page: str, path: str, paths_in_copy: Set[str]) -> str:
    """The HTML of a page (at a path below the root of the site) as a copy has it.

    A link names its file where that is one of ``paths_in_copy``. Any other link is in
    full, reckoned from the public address that the page says of itself. A page that says
    none stays as it is.
    """
    canonical = _CANONICAL.search(page)
    if not canonical:
        return page
    public_address = unescape(canonical[1])
    folder = posixpath.dirname(path)

    @cache
    def link(begin: str, address: str) -> str:
        """A link in the copy; ``begin`` is what comes before it, such as ``href="``."""
        parts = urlsplit(unescape(address))
        if parts.query and not (parts.netloc or parts.path):  # the page itself
            parts = parts._replace(path=INDEX)
        if parts.scheme or parts.netloc or not parts.path:
            return f'{begin}{address}"'
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if parts.path.endswith(("/", "..", ".")):
            target = posixpath.normpath(f"{target}/{INDEX}")
            parts = parts._replace(path=posixpath.join(parts.path, INDEX))
        if target not in paths_in_copy:
            return f'{begin}{escape(urljoin(public_address, unescape(address)))}"'
        if not target.endswith(".html"):
            parts = parts._replace(query="")
        return f'{begin}{escape(parts.geturl())}"'

    marked = page.replace("<html ", "<html data-copy ", 1)
    return _LINK.sub(lambda match: link(match[1], match[2]), marked)


def _first_page(here: SiteLanguage, home: str) -> str:
    """The HTML of the page at the root of the ZIP of a language that has a folder.

    It leads on to the home page, and has the title of it. ``home`` is the HTML of that.
    """
    title = _TITLE.search(home)
    head = title[0] if title else ""
    return leading_on(
        here, f"{here.path}{INDEX}", assets.FIRST, here.name, head, policy.IN_PAGE
    )
