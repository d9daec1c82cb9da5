"""One file, before anybody reads it: whether it may be read, and whether it is a text.

Its place, size, encoding and characters are looked at. A file is also replaced by another
here, whole.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Mapping, Set
from datetime import date
from pathlib import Path
from typing import Any

from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say

MAX_BYTES = 1 << 20
MAX_LINES = 40_000
"""The most lines of a file: four times those of our longest catalog."""

RULES = (
    Rule(
        "file-size",
        "A file holds at most 1 MiB, 40,000 lines, 20,000 values and 1,000 items in a "
        "list. A hand-written page and mkdocs.yml hold at most 64 KiB.",
    ),
    Rule(
        "file-inside",
        "A file or folder is itself here: no symbolic link, "
        "and nothing that is not a file.",
    ),
    Rule("file-encoding", "A file is UTF-8 without a byte order mark."),
    Rule(
        "text-hidden",
        "A text holds no control characters, no bidirectional overrides, "
        "and no line breaks but those of Unix or Windows.",
    ),
)

_OWN = re.compile(
    r"""\..*\.sw[a-z] | 4913          # vim, and the file by which it tries a folder
      | .*~ | \.\#.* | \#.*\#        # emacs, and many others
      | \.~lock\..*\#                # LibreOffice
      | .*___jb_(?:tmp|old)___       # JetBrains
      | \.\d+\..*                    # what a command of ours wrote when it was cut off
      | \.goutputstream-.* | .*\.bak | .*\.kate-swp
      | .*\.mo                       # what gettext editors make of a catalog
      | \.DS_Store | Thumbs\.db | desktop\.ini | \.directory""",
    re.VERBOSE,
)

_NO_TEXT = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
"""What a file of Word or LibreOffice, a PDF, pictures (PNG, JPEG) and gzip begin with."""

# All that YAML forbids, and what only some readers take for the end of a line.
_REFUSED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|\r(?!\n)"
)


def is_editors_own(name: str) -> bool:
    """Whether a file's name is one that an editor or a desktop gives to its own files.

    They are neither read nor published, and are not a mistake.

    >>> is_editors_own(".ben.yml.swp"), is_editors_own("ben.yml")
    (True, False)
    """
    return _OWN.fullmatch(name) is not None


def text(
    file: Path, path: str, most: int = MAX_BYTES
) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None and the problems; ``path`` names the file in them.

    ``most`` is the number of bytes that it has at most.
    """
    raw, problems = content(file, path, most)
    return (None, problems) if raw is None else decoded(raw, path)


def content(
    file: Path, path: str, most: int = MAX_BYTES
) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a file (at most ``most``), or None and why they may not be read.

    ``path`` names the file in problems. A symbolic link is not followed: what it shows is
    at two addresses, or is not ours to show.
    """
    rule = "file-inside"
    try:
        if file.is_symlink():
            return _refused(
                path, rule, say("a symbolic link"), say("put the file itself here")
            )
        if not file.is_file():
            return _refused(path, rule, say("not a regular file"), say("put a file here"))
        if file.stat().st_size > most:
            return _refused(path, "file-size", _too_large(most), say("split the record"))
        return file.read_bytes(), []
    except OSError as error:
        message = say("cannot be read ({why})", why=error.strerror or "?")
        return _refused(path, rule, message, say("let it be read"))


def _too_large(most: int) -> Saying:
    """The message of a file of more bytes than ``most``."""
    if most < MAX_BYTES:
        return say("larger than {n} KiB", n=most >> 10)
    return say("larger than {n} MiB", n=most >> 20)


def _refused(
    path: str, rule: str, message: str, hint: str, line: int = 1
) -> tuple[None, list[Problem]]:
    return None, [Problem(path, line, "-", message, hint, rule)]


def decoded(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The text that some bytes are in UTF-8, or None and why they are none."""
    rule = "file-encoding"
    if raw.startswith(_NO_TEXT):
        message = say("no text, but a document or picture")
        return _refused(path, rule, message, say("save it as plain text, in UTF-8"))
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        message = say("starts with a byte order mark")
        return _refused(path, rule, message, say("save as UTF-8 without BOM"))
    if b"\0" in raw[:2]:  # as UTF-16 without a mark begins
        message = say("not UTF-8 (byte 0x{code})", code="00")
        return _refused(path, rule, message, say("save the file as UTF-8"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = say("not UTF-8 (byte 0x{code})", code=f"{raw[error.start]:02x}")
        return _refused(path, rule, message, say("save the file as UTF-8"), line)
    if text.count("\n") > MAX_LINES:
        message = say("more than {n} lines", n=MAX_LINES)
        return _refused(path, "file-size", message, say("split the file"), MAX_LINES)
    problems = characters(text, path)
    return (None, problems) if problems else (text, [])


def json_object(file: Path) -> dict[str, Any]:
    """The object of a JSON file that we wrote; empty where there is no whole one."""
    try:
        value = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def characters(text: str, path: str) -> list[Problem]:
    """A problem for each line with a character that no file may hold (its first one).

    Lines end as in Unix.
    """
    problems: list[Problem] = []
    line = 1
    counted_to = 0
    for match in _REFUSED.finditer(text):
        new_lines = text.count("\n", counted_to, match.start())
        if problems and not new_lines:
            continue
        line += new_lines
        counted_to = match.start()
        problems.append(_refused_character(match[0], path, line))
    return problems


def _refused_character(character: str, path: str, line: int) -> Problem:
    """The problem of one character; below U+2030 those refused control something."""
    message = say(
        "a character that does not belong in a text (U+{code}, {name})",
        code=f"{ord(character):04X}",
        name="control character" if character < "\u2030" else "no character",
    )
    hint = say("remove it")
    if character == "\r":
        hint = say("save the file with line breaks of Unix")
    return Problem(path, line, "-", message, hint, "text-hidden")


def replace(file: Path, data: bytes) -> None:
    """Write ``data`` into a file in one step, so that nobody ever sees half of it.

    It is written under another name in the same folder, which must exist, and renamed.
    Who opens the file finds the old one or the new one. A process that had opened the old
    one reads it to its end. Raises OSError with the path of the file.
    """
    new = file.with_name(f".{os.getpid()}.{file.name}")
    try:
        new.write_bytes(data)
        new.replace(file)
    except OSError as error:  # which says not where, when a disk is full
        new.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(file)) from None
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def zipped(
    entries: Mapping[str, bytes], day: date, stored: Set[str] = frozenset()
) -> bytes:
    """The bytes of a ZIP: files by their paths, in the order given, all of one ``day``.

    Those whose paths are in ``stored`` are not compressed.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in entries.items():
            info = zipfile.ZipInfo(path, (day.year, day.month, day.day, 12, 0, 0))
            # as on Unix, wherever it is made
            info.create_system = 3
            info.external_attr = 0o644 << 16
            compressed = path not in stored
            info.compress_type = (
                zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
            )
            archive.writestr(info, data, compresslevel=9)
    return packed.getvalue()
