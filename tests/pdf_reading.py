"""How tests read a PDF: its text as a reader would copy it, and the elements of its
structure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2


def text_of(data: bytes) -> str:
    """The text of all pages, spaces and line breaks as one space."""
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [
            pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))
        ]
    return " ".join(" ".join(pages).split())


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.open(BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All elements of the structure tree, outer ones first."""
    due = [pdf.Root.StructTreeRoot.K]
    while due:
        each = due.pop()
        if isinstance(each, pikepdf.Array):
            due += reversed(list(each))
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each
            if "/K" in each:
                due.append(each.K)


def roles(data: bytes) -> list[str]:
    """The roles of all elements in their order (``/H1``, ``/TH`` …)."""
    return [str(each.S) for each in elements(opened(data))]


_SCALE = 4
"""Pixels for each point of a page that is drawn."""
_DARK = 110
"""What is darker than this, from 0 to 255, is ink."""


def inked_links(data: bytes) -> list[Counter[str]]:
    """Of each page the addresses that links lead to, as often as each: those alone that
    show something, for there is ink in the middle of their place, which a frame around it
    does not reach.
    """
    with pypdfium2.PdfDocument(data) as drawn, opened(data) as pdf:
        return [
            Counter(_inked(drawn[number], page)) for number, page in enumerate(pdf.pages)
        ]


def _inked(drawn: pypdfium2.PdfPage, page: pikepdf.Page) -> Iterator[str]:
    picture = drawn.render(scale=_SCALE, grayscale=True).to_pil()
    for link in page.get("/Annots", ()):
        if "/A" not in link or "/URI" not in link.A:
            continue
        left, bottom, right, top = (float(each) for each in link.Rect)
        aside, below = (right - left) / 5, (top - bottom) / 5
        height = drawn.get_height()
        middle = (
            left + aside,
            height - top + below,
            right - aside,
            height - bottom - below,
        )
        darkest, _ = picture.crop([round(_SCALE * each) for each in middle]).getextrema()
        if darkest < _DARK:
            yield str(link.A.URI)
