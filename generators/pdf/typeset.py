"""A document in, the bytes of a PDF out: tagged, for archives (PDF/A-2a) and for everyone
(PDF/UA-1), or a refusal in one line. The cover of a book is a picture.

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
from typing import Any

import pikepdf
import segno
import typst

from generators.corpus.fonts import FONTS

TEMPLATE = Path(__file__).parent / "volume.typ"
_COVER, _LETTERS = TEMPLATE.with_name("cover.typ"), TEMPLATE.with_name("letters.typ")
STANDARDS = ["a-2a", "ua-1"]
PACKAGES = (
    "typst",
    "pikepdf",
    "segno",
    "fontpkg-noto-sans",
    "fontpkg-amiri",
    "justmytype-intl-cjk",
)

_OF_A_PAGE = 8_500
"""Letters of JSON that make about a page: what is thought of a volume's length before it
is laid out.
"""
_LAYOUTS = 5
"""So many layouts at most: pages that two links push to and fro would have no end."""
_LONG = 1_000_000
"""Letters from which on what the typesetter keeps of a layout is given up before the
next.
"""
_KEPT = 12
"""Documents after which it keeps nothing of an earlier one."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished volume."""

    data: bytes
    pages: int


class Refused(ValueError):
    """A document that cannot be typeset as it is; the message is one line."""


@cache
def _fonts() -> typst.Fonts:
    """Those of the packages, once for each process."""
    paths = [str(files(package) / folder) for package, folder in FONTS]
    return typst.Fonts(include_system_fonts=False, font_paths=paths)


def _compiler(template: Path, inputs: Mapping[str, str]) -> typst.Compiler:
    return typst.Compiler(
        input=str(template),
        root=str(template.parent),
        font_paths=_fonts(),
        sys_inputs={**inputs},
    )


def typeset(document: str, day: date) -> Typeset:
    """Typeset a document (JSON); ``day`` is the date that the file bears, so that the
    same document gives the same bytes. The code on the cover leads to the document's
    address.

    It is laid out until the pages that it says are the pages that it has: mostly twice.
    Within one run the typesetter would keep each layout, gigabytes of a long volume. An
    Arabic tanwin is written before its alef: where it comes after (both are right),
    Chromium finds no other word that ends in an alef.

    Raises Refused where a letter is in no font, or the document breaks a rule of the
    standards.
    """
    stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    document = document.replace("\u0627\u064b", "\u064b\u0627")
    inputs = {"json": document, "qr": square(json.loads(document)["cover"]["address"])}
    known = _guessed(document)
    try:
        for _ in range(_LAYOUTS):
            compiler = _compiler(TEMPLATE, inputs | {"known": json.dumps(known)})
            before, known = (
                known,
                json.loads(compiler.query("<known>", field="value", one=True)),
            )
            if _said(known) == _said(before):
                break
            _forget(document)
        made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp)
    except typst.TypstError as error:
        raise Refused(str(error.message).splitlines()[0]) from error
    _forget(document)
    return _packed(made)


def cover(words: Mapping[str, str]) -> bytes:
    """The cover of a book as a picture (PNG, 600 × 800): its ``kind`` and ``title``, the
    ``site``, the ``day`` of its data, its ``language`` and ``direction``.
    """
    return _compiler(_COVER, {"json": json.dumps(words)}).compile(format="png", ppi=72.0)


def _guessed(document: str) -> dict[str, Any]:
    """What a volume may say of its pages before it is laid out: a chapter begins where
    its letters do.
    """
    places: dict[str, Any] = {}
    for each in re.finditer('"id": ?"([^"]+)"', document):
        places.setdefault(each[1], ((each.start() // _OF_A_PAGE + 1,), 0))
    return {"pages": len(document) // _OF_A_PAGE, "places": places, "heads": []}


def _said(known: dict[str, Any]) -> tuple[Any, ...]:
    """What a volume says of its pages: how many there are, what is on each, and where
    each address stands.
    """
    places = {address: pages for address, (pages, _) in known["places"].items()}
    return known["pages"], known["heads"], places


def _forget(document: str) -> None:
    """Have the typesetter give up what it keeps of a long document: it does after some
    others. Each of its threads would keep the room for the next.
    """
    if len(document) > _LONG:
        for _ in range(_KEPT):
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


def _packed(data: bytes) -> Typeset:
    """The same file in a third of the bytes: its objects in compressed streams."""
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
    """What besides the document decides a volume's bytes: the template, how codes are
    drawn, and the versions of typesetter and fonts.
    """
    versions = "".join(
        f"{name}=={importlib.metadata.version(name)}\n" for name in PACKAGES
    )
    code = b"".join(file.read_bytes() for file in (TEMPLATE, _LETTERS, Path(__file__)))
    return hashlib.sha256(code + versions.encode() + repr(STANDARDS).encode()).hexdigest()
