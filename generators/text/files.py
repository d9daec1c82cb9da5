"""The text of one file, looked at before anybody reads it: where it stands, how large it is, how it is
encoded; and a file replaced by another, whole.
"""

from __future__ import annotations

import os
from pathlib import Path

from generators.text.problems import Problem, Rule

MAX_BYTES = 1 << 20

RULES = (
    Rule("file-size", "A file holds at most 1 MiB."),
    Rule("file-inside", "A file is no symbolic link that leads out of the folder of records."),
    Rule("file-encoding", "A file is UTF-8 without a byte order mark."),
)


def text(file: Path, root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file below ``root``, or why there is none; ``path`` names it in problems."""
    if file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
        return None, [
            Problem(
                path,
                1,
                "-",
                "a symbolic link that leads out of the folder",
                "put the file itself here",
                "file-inside",
            )
        ]
    if not file.is_file():
        return None, [Problem(path, 1, "-", "not a regular file", "put a file here", "file-inside")]
    if file.stat().st_size > MAX_BYTES:
        return None, [
            Problem(path, 1, "-", f"larger than {MAX_BYTES >> 20} MiB", "split the record", "file-size")
        ]
    raw = file.read_bytes()
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None, [
            Problem(
                path, 1, "-", "starts with a byte order mark", "save as UTF-8 without BOM", "file-encoding"
            )
        ]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [
            Problem(
                path,
                line,
                "-",
                f"not UTF-8 (byte 0x{raw[error.start]:02x})",
                "save the file as UTF-8",
                "file-encoding",
            )
        ]


def replace(file: Path, data: bytes) -> None:
    """Write a file beside its place and rename it, so that nobody ever sees half of it: who opens it finds
    the old one or the new one, and who had opened the old one reads that to its end. Its folder must exist.
    """
    new = file.with_name(f".{os.getpid()}.{file.name}")
    try:
        new.write_bytes(data)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
