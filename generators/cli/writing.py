"""How commands write files of the project."""

from __future__ import annotations

from pathlib import Path


def replaced(file: Path, text: str) -> None:
    """Put a text in the place of a file's: the old one or the new one, whole, whenever this is cut off."""
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(text.encode("utf-8"))
    new.replace(file)
