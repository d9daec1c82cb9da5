"""One language of a finished site as a ZIM archive, for Kiwix: what the ZIP for reading offline holds
(``offline``), packed by Debian's ``zimwriterfs``, which is called and never imported.

Readers of ZIM look no folder's index up, and some know no queries: links name the file, without the version
of a script, and pages say that they are in an archive (``shell.js``). The program writes the day and a random
number into an archive, so no two have the same bytes.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Set
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generators.site import offline
from generators.text.sayings import say
from generators.translate.localizer import Localizer

FOLDER = ".build/zim"
PROGRAM = "zimwriterfs"

_ILLUSTRATION = Path(__file__).parent / "illustration.png"
"""The icon of the site, 48 pixels wide."""
_LINK = re.compile(r'\b(href|src|action|data-to)="([^"#][^"]*)"')
_ISO_639_3 = {
    "ar": "ara",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}
"""The languages as ZIM names them, where that is not how we do."""


class Words(NamedTuple):
    """What an archive says of itself: its title, of at most 30 characters, a line of at most 80, and how the
    site says what it is.
    """

    title: str
    description: str
    whole: str


def words(localizer: Localizer) -> Words:
    """What an archive says of itself in a language."""
    ui = localizer.gettext
    return Words(
        ui("Dakar Compendium"),
        ui("Regional texts against trafficking in persons"),
        ui(
            "Regional standards, action plans and standard operating procedures against trafficking in "
            "persons"
        ),
    )


class NotPacked(Exception):
    """There is no archive; the text says why, and what to do."""


def program() -> str:
    """Where the program is. Raises NotPacked where it is missing."""
    found = shutil.which(PROGRAM)
    if not found:
        raise NotPacked(
            say("{program} is missing; on Debian: sudo apt-get install zim-tools", program=PROGRAM)
        )
    return found


def file_of(root: Path, language: str) -> Path:
    """Where the archive of a language stands, in the project in ``root``."""
    return root / FOLDER / f"{offline.NAME}_{language}.zim"


def make(root: Path, site: Path, language: str, words: Words, source: str = "") -> Path:
    """Make the archive of a language of the finished site in the folder ``site``, published at the address
    ``source``, into the project in ``root``; returns where it stands.

    Raises offline.NoSite where there is no such site, NotPacked where the program is missing or fails.
    """
    packer = program()
    _, here, taken = offline.of_language(site, language)
    made = file_of(root, language)
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{language}-", dir=made.parent) as name:
        folder, packed = Path(name) / "files", Path(name) / made.name
        welcome = f"{here.path}{offline.INDEX}"
        for path, data in _entries(dict(offline.contents(site, taken, here))):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        options = {
            "welcome": welcome,
            "illustration": _ILLUSTRATION.name,
            "language": _ISO_639_3.get(language, language),
            "name": f"{offline.NAME}_{language}",
            "title": words.title,
            "description": words.description,
            "longDescription": words.whole,
            "creator": words.title,
            "publisher": words.title,
            "source": source,
        }
        command = [packer, *(f"--{name}={value}" for name, value in options.items() if value)]
        _run([*command, str(folder), str(packed)])
        packed.replace(made)
    return made


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode or not Path(command[-1]).is_file():
        said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise NotPacked(
            say(
                "{program} has failed ({status}): {said}",
                program=PROGRAM,
                status=done.returncode,
                said=said[-1] if said else "",
            )
        )


def _entries(contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What an archive holds, by path."""
    yield _ILLUSTRATION.name, _ILLUSTRATION.read_bytes()
    for path, data in contents.items():
        is_page = path.endswith(".html")
        yield path, _in_archive(data.decode(), path, contents.keys()).encode() if is_page else data


def _in_archive(page: str, path: str, there: Set[str]) -> str:
    """A page that says that it is in an archive, with links that name files."""
    folder = posixpath.dirname(path)

    @cache
    def link(name: str, address: str) -> str:
        parts = urlsplit(unescape(address))
        if parts.scheme or parts.netloc or not parts.path:
            return f'{name}="{address}"'
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        index = posixpath.normpath(f"{target}/{offline.INDEX}")
        if target not in there and index in there:
            opened = parts._replace(path=posixpath.relpath(index, folder or "."))
        elif target in there and not target.endswith(".html"):
            opened = parts._replace(query="")
        else:
            return f'{name}="{address}"'
        return f'{name}="{escape(opened.geturl())}"'

    marked = page.replace("<html ", "<html data-archive ", 1)
    return _LINK.sub(lambda found: link(found[1], found[2]), marked)
