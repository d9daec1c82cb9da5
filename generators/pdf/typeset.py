"""A document in, the bytes of a PDF out, or a refusal in one line. The cover of a book is
a picture.

A PDF is tagged, for archives (PDF/A-2a) and for everyone (PDF/UA-1).

The only import of typst, pikepdf and segno, which draws the code on the cover. Fonts come
from pinned packages; a letter that none of them has stops the volume.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.metadata
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pikepdf
import segno
import typst

from generators.corpus.fonts import FONTS

TEMPLATE = Path(__file__).parent / "volume.typ"
_COVER = TEMPLATE.with_name("cover.typ")
_LETTERS = TEMPLATE.with_name("letters.typ")
STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
PACKAGES = (
    "typst",
    "pikepdf",
    "segno",
    "fontpkg-noto-sans",
    "fontpkg-amiri",
    "justmytype-intl-cjk",
)

_LETTERS_OF_A_PAGE = 8_500
"""Letters of JSON that make about a page: the guess at a volume's length before it is
laid out.
"""
_MOST_LAYOUTS = 5
"""So many layouts at most: pages that two links push to and fro would have no end."""
_LONG = 1_000_000
"""From so many letters on, the typesetter gives up what it keeps of a layout before the
next.
"""
_DOCUMENTS_KEPT = 12
"""Documents after which the typesetter keeps nothing of an earlier one."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished volume."""

    data: bytes
    pages: int


class Refused(ValueError):
    """A document that cannot be typeset as it is; the message is one line."""


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the packages, read once for each process."""
    paths = [str(files(package) / folder) for package, folder in FONTS]
    return typst.Fonts(include_system_fonts=False, font_paths=paths)


def _compiler(template: Path, inputs: Mapping[str, str]) -> typst.Compiler:
    """A compiler of a template with the texts that it reads, by their names."""
    return typst.Compiler(
        input=str(template),
        root=str(template.parent),
        font_paths=_fonts(),
        sys_inputs={**inputs},
    )


def typeset(document: str, day: date) -> Typeset:
    """Typeset a document (JSON of ``volumes.document``). The file bears the date ``day``,
    so that the same document gives the same bytes.

    It is laid out until the pages that it says are the pages that it has: mostly twice.
    Within one run the typesetter would keep each layout, gigabytes of a long volume. The
    code on the cover leads to the document's address.

    Raises Refused where a letter is in no font, or the document breaks a rule of the
    standards.
    """
    stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    document = _tanwin_first(document)
    inputs = {"json": document, "qr": square(json.loads(document)["cover"]["address"])}
    pages = _guessed_pages(document)
    try:
        for _ in range(_MOST_LAYOUTS):
            compiler = _compiler(TEMPLATE, inputs | {"known": json.dumps(pages)})
            pages_before = pages
            pages = json.loads(compiler.query("<known>", field="value", one=True))
            if _page_numbers(pages) == _page_numbers(pages_before):
                break
            _forget(document)
        data = compiler.compile(
            format="pdf", pdf_standards=list(STANDARDS), timestamp=stamp
        )
    except typst.TypstError as error:
        raise Refused(str(error.message).splitlines()[0]) from error
    _forget(document)
    return _pack(_one_file(data))


def _tanwin_first(text: str) -> str:
    """A text with each Arabic tanwin before its alef. Both orders are right. With the
    tanwin after it, Chromium finds no other word that ends in an alef.
    """
    return text.replace("\u0627\u064b", "\u064b\u0627")


def cover(words: Mapping[str, str]) -> bytes:
    """The cover of a book as a picture (PNG, 600 × 800 pixels). Its ``words`` are
    ``kind``, ``title``, ``site``, ``day`` (of the data), ``language`` and ``direction``.
    """
    compiler = _compiler(_COVER, {"json": json.dumps(words)})
    return _one_file(compiler.compile(format="png", ppi=72.0))


def _one_file(compiled: bytes | list[bytes] | None) -> bytes:
    """What the compiler gives for a PDF, or for a picture of one page. Raises TypeError
    for pictures of several pages.
    """
    if not isinstance(compiled, bytes):
        raise TypeError(f"expected one file, not {type(compiled)}")
    return compiled


def _guessed_pages(document: str) -> dict[str, Any]:
    """What a volume may say of its pages before it is laid out, as ``volume.typ`` says it
    afterwards. A chapter is taken to begin where its letters do.

    ``pages`` is how many there are. ``places`` has for each address its pages and how
    high it is on the last. ``heads`` has what the head and foot of each page name.
    """
    places: dict[str, Any] = {}
    for match in re.finditer('"id": ?"([^"]+)"', document):
        page = match.start() // _LETTERS_OF_A_PAGE + 1
        places.setdefault(match[1], ((page,), 0))
    return {"pages": len(document) // _LETTERS_OF_A_PAGE, "places": places, "heads": []}


def _page_numbers(pages: dict[str, Any]) -> tuple[Any, ...]:
    """What is printed of pages: their number, what head and foot name, and the pages of
    each address.
    """
    places = {address: numbers for address, (numbers, _) in pages["places"].items()}
    return pages["pages"], pages["heads"], places


def _forget(document: str) -> None:
    """Have the typesetter give up what it keeps of a long document: it does after some
    others. Each of its threads would keep the room for the next.
    """
    if len(document) > _LONG:
        for _ in range(_DOCUMENTS_KEPT):
            typst.compile(b" ", font_paths=_fonts())
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).malloc_trim(0)


def square(address: str) -> str:
    """The QR code of an address, as SVG; the same address gives the same letters."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=0, xmldecl=False, nl=False, dark="#10242a"
    )
    return drawn.getvalue().decode()


def _pack(data: bytes) -> Typeset:
    """The same PDF in a third of the bytes: its objects in compressed streams."""
    packed = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return Typeset(packed.getvalue(), pages)


@cache
def fingerprint() -> str:
    """The digest of what decides a volume's bytes, but for the document. That is the
    template, how codes are drawn, and the versions of typesetter and fonts.
    """
    versions = ""
    for name in PACKAGES:
        versions += f"{name}=={importlib.metadata.version(name)}\n"
    code = b"".join(file.read_bytes() for file in (TEMPLATE, _LETTERS, Path(__file__)))
    return hashlib.sha256(code + versions.encode() + repr(STANDARDS).encode()).hexdigest()
