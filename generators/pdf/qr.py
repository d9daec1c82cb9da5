"""Square codes that lead from paper to a page: the only import of segno."""

from __future__ import annotations

from io import BytesIO

import segno


def square(address: str) -> str:
    """The QR code of an address, as SVG; the same address gives the same letters."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=0, xmldecl=False, nl=False, dark="#10242a"
    )
    return drawn.getvalue().decode()
