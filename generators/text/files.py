"""The text of one file, looked at before anybody reads it: where it stands, how large it
is, how it is encoded, and whether every character of it is one that a reader can see; and
a file replaced by another, whole.
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
from generators.text.sayings import say

MAX_BYTES = 1 << 20

RULES = (
    Rule("file-size", "A file holds at most 1 MiB."),
    Rule(
        "file-inside",
        "A file or folder is itself here: no symbolic link, and nothing that is not a file.",
    ),
    Rule("file-encoding", "A file is UTF-8 without a byte order mark."),
    Rule(
        "text-hidden",
        "A text holds no control characters, no bidirectional overrides, and no line breaks but those of "
        "Unix or Windows.",
    ),
)

_OWN = re.compile(
    r"""\..*\.sw[a-z] | 4913          # vim, and the file by which it tries a folder
      | .*~ | \.\#.* | \#.*\#        # emacs, and many others
      | \.~lock\..*\#                # LibreOffice
      | .*___jb_(?:tmp|old)___       # JetBrains
      | \.\d+\..*                # what one of our commands was writing when it was cut off
      | \.goutputstream-.* | .*\.bak | .*\.kate-swp
      | .*\.mo                       # what gettext editors make of a catalog
      | \.DS_Store | Thumbs\.db | desktop\.ini | \.directory""",
    re.VERBOSE,
)

_NO_TEXT = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
"""What a file of Word or LibreOffice, a PDF, and pictures (PNG, JPEG) begin with."""

# All that YAML forbids, and what some readers take for the end of a line and others do
# not.
_REFUSED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)


def is_editors_own(name: str) -> bool:
    """Whether a file's name is one that an editor or a desktop gives to files of its own:
    a swap file, a lock, a backup. Nobody wrote these, so they are neither read nor
    published, and are no mistake.
    """
    return _OWN.fullmatch(name) is not None


def text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or why there is none; ``path`` names it in problems."""
    raw, problems = content(file, path)
    return (None, problems) if raw is None else decoded(raw, path)


def content(file: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a file, or why nobody may read them; ``path`` names it in problems. A
    symbolic link is not followed, wherever it leads: what it shows is at two addresses,
    or nobody's to show.
    """
    rule = "file-inside"
    try:
        if file.is_symlink():
            return _refused(
                path, rule, say("a symbolic link"), say("put the file itself here")
            )
        if not file.is_file():
            return _refused(path, rule, say("not a regular file"), say("put a file here"))
        if file.stat().st_size > MAX_BYTES:
            message = say("larger than {n} MiB", n=MAX_BYTES >> 20)
            return _refused(path, "file-size", message, say("split the record"))
        return file.read_bytes(), []
    except OSError as error:
        message = say("cannot be read ({why})", why=error.strerror or "?")
        return _refused(path, rule, message, say("let it be read"))


def _refused(
    path: str, rule: str, message: str, hint: str, line: int = 1
) -> tuple[None, list[Problem]]:
    return None, [Problem(path, line, "-", message, hint, rule)]


def decoded(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The text that some bytes are, or why they are none."""
    rule = "file-encoding"
    if raw.startswith(_NO_TEXT):
        message, hint = (
            say("no text, but a document or picture"),
            say("save it as plain text, in UTF-8"),
        )
        return _refused(path, rule, message, hint)
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return _refused(
            path,
            rule,
            say("starts with a byte order mark"),
            say("save as UTF-8 without BOM"),
        )
    try:
        found = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = say("not UTF-8 (byte 0x{code})", code=f"{raw[error.start]:02x}")
        return _refused(path, rule, message, say("save the file as UTF-8"), line)
    wrong = characters(found, path)
    return (None, wrong) if wrong else (found, [])


def json_object(file: Path) -> dict[str, Any]:
    """What a JSON file that we wrote holds; nothing where there is none, or no whole one."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def characters(text: str, path: str) -> list[Problem]:
    """The characters of a text that no file may hold, the first of each line; lines end
    as in Unix.
    """
    problems, line, end = [], 1, 0
    for found in _REFUSED.finditer(text):
        ends = text.count("\n", end, found.start())
        if problems and not ends:
            continue
        line, end = line + ends, found.start()
        code, name = (
            f"{ord(found[0]):04X}",
            "control character" if found[0] < "\u2030" else "no character",
        )
        message = say(
            "a character that does not belong in a text (U+{code}, {name})",
            code=code,
            name=name,
        )
        hint = (
            say("save the file with line breaks of Unix")
            if found[0] == "\r"
            else say("remove it")
        )
        problems.append(Problem(path, line, "-", message, hint, "text-hidden"))
    return problems


def replace(file: Path, data: bytes) -> None:
    """Write a file beside its place and rename it, so that nobody ever sees half of it:
    who opens it finds the old one or the new one, and who had opened the old one reads
    that to its end. Its folder must exist.
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
    """A ZIP of files by their paths, in the order in which they are given, all of one
    day; those of ``stored`` are not compressed.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in entries.items():
            info = zipfile.ZipInfo(path, (day.year, day.month, day.day, 12, 0, 0))
            info.create_system, info.external_attr = (
                3,
                0o644 << 16,
            )  # as on Unix, wherever it is made
            info.compress_type = (
                zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            )
            archive.writestr(info, data, compresslevel=9)
    return packed.getvalue()
