"""How tests read a PDF: its text as a reader would copy it, and the elements of its structure."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2


def text_of(data: bytes) -> str:
    """The text of all pages, spaces and line breaks as one space."""
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
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
