"""What a terminal can show: a letter that its encoding has not is written by its number."""

from __future__ import annotations

import io
import sys


def print_any_letter() -> None:
    """Have what is printed from here on reach every terminal: under an old locale (ISO-8859-1, KOI8-R) a
    message holds letters that it knows nothing of.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
