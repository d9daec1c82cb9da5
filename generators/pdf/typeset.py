"""A document in, the bytes of a PDF out: tagged, for archives (PDF/A-2a) and for everyone (PDF/UA-1), or a
refusal in one line. The cover of a book is a picture.

The only import of typst, pikepdf and segno, which draws the code on the cover. Fonts come from pinned
packages; a letter that none of them has stops the volume.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import segno
import typst

from generators.corpus.fonts import FONTS

TEMPLATE = Path(__file__).parent / "volume.typ"
_COVER, _LETTERS = TEMPLATE.with_name("cover.typ"), TEMPLATE.with_name("letters.typ")
STANDARDS = ["a-2a", "ua-1"]
PACKAGES = ("typst", "pikepdf", "segno", "fontpkg-noto-sans", "fontpkg-amiri", "justmytype-intl-cjk")

_OF_A_PAGE = 12_000
"""Letters of JSON that make about a page: what is thought of a volume's length before it is laid out."""
_LAYOUTS = 5
"""So many layouts at most: pages that two links push to and fro would have no end."""
_LONG = 1_000_000
"""Letters from which on what the typesetter keeps of a layout is given up before the next."""
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
def _compiler() -> typst.Compiler:
    """One for each process: it keeps the fonts."""
    paths = [str(files(package) / folder) for package, folder in FONTS]
    return typst.Compiler(root=str(TEMPLATE.parent), font_paths=paths, ignore_system_fonts=True)


def typeset(document: str, day: date) -> Typeset:
    """Typeset a document (JSON); ``day`` is the date that the file bears, so that the same document gives the
    same bytes. The code on the cover leads to the document's address.

    It is laid out until the pages that it says are the pages that it has: mostly twice. Within one run the
    typesetter would keep each layout, gigabytes of a long volume. An Arabic tanwin is written before its
    alef: where it comes after (both are right), Chromium finds no other word that ends in an alef.

    Raises Refused where a letter is in no font, or the document breaks a rule of the standards.
    """
    stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    document = document.replace("\u0627\u064b", "\u064b\u0627")
    inputs = {"json": document, "qr": square(json.loads(document)["cover"]["address"])}
    known = {"pages": len(document) // _OF_A_PAGE, "places": {}, "heads": []}
    for _ in range(_LAYOUTS):
        before = known
        try:
            made = _compiler().compile(
                input=str(TEMPLATE),
                format="pdf",
                sys_inputs=inputs | {"known": json.dumps(known)},
                pdf_standards=STANDARDS,
                timestamp=stamp,
            )
            known = json.loads(_compiler().query("<known>", field="value", one=True))
        except typst.TypstError as error:
            raise Refused(str(error.message).splitlines()[0]) from error
        if _said(known) == _said(before):
            break
        if len(document) > _LONG:
            _forget()
    return _packed(made)


def cover(words: Mapping[str, str]) -> bytes:
    """The cover of a book as a picture (PNG, 600 × 800): its ``kind`` and ``title``, the ``site``, the
    ``day`` of its data, its ``language`` and ``direction``.
    """
    inputs = {"json": json.dumps(words)}
    return _compiler().compile(input=str(_COVER), format="png", ppi=72.0, sys_inputs=inputs)


def _said(known: dict[str, Any]) -> tuple[Any, ...]:
    """What a volume says of its pages: how many there are, what is on each, and where each address stands."""
    places = {address: pages for address, (pages, _) in known["places"].items()}
    return known["pages"], known["heads"], places


def _forget() -> None:
    """Have the typesetter give up what it keeps of a volume: it does after some others."""
    with TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.typ"
        empty.write_text("", "utf-8")
        for _ in range(_KEPT):
            typst.compile(empty)


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
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return Typeset(packed.getvalue(), pages)


@cache
def fingerprint() -> str:
    """What besides the document decides a volume's bytes: the template, how codes are drawn, and the versions
    of typesetter and fonts.
    """
    versions = "".join(f"{name}=={importlib.metadata.version(name)}\n" for name in PACKAGES)
    code = b"".join(file.read_bytes() for file in (TEMPLATE, _LETTERS, Path(__file__)))
    return hashlib.sha256(code + versions.encode() + repr(STANDARDS).encode()).hexdigest()
