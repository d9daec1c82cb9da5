"""What changed in the records, from the history of a project.

Each file that a commit changed is compared with what it was before, part by part.
"""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus.change_file import FILE, LAW, ChangeRow
from generators.corpus.inputs import FOLDER
from generators.edit.difference import lines_by_name
from generators.text import files, yaml_files
from generators.text.sayings import Saying, say

_SECTIONS = {
    **dict.fromkeys(("official_titles", "title", "short_title", "number"), "title"),
    **dict.fromkeys(("official_names", "name", "short_name", "acronyms"), "title"),
    **dict.fromkeys(
        ("status", "binding", "adopted", "signature", "in_force", "applies_from"), "dates"
    ),
    **dict.fromkeys(
        ("transposition_due", "entry_into_force", "period", "founded", "seat"), "dates"
    ),
    **dict.fromkeys(("relations", "with", "developed_by", "part_of"), "lineage"),
    **dict.fromkeys(("parties", "named_parties", "status_page"), "parties"),
    **dict.fromkeys(("members", "members_as_of", "changes"), "members"),
    **dict.fromkeys(("text", "authentic_languages"), "text"),
    **dict.fromkeys(("silent", "read_in_full"), "silent"),
    **dict.fromkeys(
        ("contact", "website", "trafficking_body", "powers", "working_languages"),
        "contact",
    ),
    **dict.fromkeys(("contacts", "emergency"), "contact"),
    **{
        section: section
        for section in ("summary", "provisions", "steps", "objectives", "indicators")
    },
    **{section: section for section in ("sources", "evaluations")},
    "evaluations_looked": "evaluations",
    **dict.fromkeys(("reporting", "reviews"), "reporting"),
}
"""The section that a key belongs to; keys that stand here under none are of its kind."""
_LINES = ("provisions", "steps", "objectives", "indicators", "contacts")
_FOR_EDITORS = re.compile(
    r"confidence|\w+_confidence|review|checked_by|notes|editors|aliases|seen|looked|typed"
    r"|short_titles|short_names"
)
"""What is no change to readers: what is for editors alone, how sure something is (which
is told apart), and names in further languages, which are translations.
"""
_ID = re.compile(rf"{FOLDER}/([a-z0-9-]+)/([a-z0-9-]+)\.yml")
_NO_REPOSITORY = "not a git repository"
"""What git says where a folder has no history."""
_OTHERS = ("vocabulary", "dakar-2010")
_NONE = re.compile("0+")
_BLOB = re.compile(r"[0-9a-f]{40}")
"""A blob's name."""


Data = dict[str, Any]
"""What a file says."""


class NoHistoryError(Exception):
    """The history of a project cannot be read; the text says why, for the editor."""


class _Edit(NamedTuple):
    """A file that was changed on a day, with the names of its blobs in git.

    A blob is empty where there was no file before, or there is none after.
    """

    day: date
    path: str
    before: str
    after: str


def _silent(_compared_edits: int, _all_edits: int) -> None:
    """Say nothing of how far the comparison is."""


def changes(
    root: Path,
    today: date,
    grades: Iterable[str],
    tell_progress: Callable[[int, int], None] = _silent,
) -> list[ChangeRow]:
    """All that changed in the records of the project in ``root``, the oldest first.

    What no commit has yet is of ``today``. ``grades`` are the grades of confidence, the
    surest first. ``tell_progress`` is called with the number of edits that were compared,
    and of all. Raises NoHistoryError.
    """
    if _lines_of(root, "rev-parse", "--is-shallow-repository") == ["true"]:
        raise NoHistoryError(
            say("the history is not whole here; fetch the rest: git fetch --unshallow")
        )
    edits = [*_committed(root), *_uncommitted(root, today)]
    blob_names = {blob for edit in edits for blob in (edit.before, edit.after)}
    blobs = _blobs(root, {blob for blob in blob_names if _BLOB.fullmatch(blob)})
    rank = {grade: place for place, grade in enumerate(grades)}
    counts: dict[tuple[date, str], Counter[tuple[str, str]]] = {}
    read = _Versions(root, blobs)
    for number, edit in enumerate(edits):
        tell_progress(number, len(edits))
        name = _id(edit.path)
        before = read.data(edit.path, edit.before)
        after = read.data(edit.path, edit.after)
        if name and (before is not None or after is not None):
            count = counts.setdefault((edit.day, name), Counter())
            count.update(_compared(before, after, rank))
    return [
        row
        for (day, name), count in sorted(counts.items())
        for row in _rows_of_day(day, name, count)
    ]


def write(root: Path, rows: Iterable[ChangeRow]) -> int:
    """Write the file of changes; returns how many lines it has."""
    lines = [f"{row.line}\n" for row in rows]
    files.replace(root / FILE, "".join(lines).encode())
    return len(lines)


def export(root: Path, base: str, folder: Path) -> None:
    """Lay the records and catalogs of a commit, branch or tag into an empty folder.

    Links are left out. Raises NoHistoryError where there is none of this name.
    """
    unknown = say("there is no commit, branch or tag '{name}' here", name=base)
    options = ("--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    commit = _git(root, "rev-parse", *options, refused={1: unknown}).decode().strip()
    empty = say("'{base}' holds no folder '{folder}'", base=base, folder=FOLDER)
    packed_bytes = _git(
        root, "archive", "--format=tar", commit, "--", FOLDER, refused={128: empty}
    )
    with tarfile.open(fileobj=BytesIO(packed_bytes)) as packed:
        members = [member for member in packed if member.isfile() or member.isdir()]
        packed.extractall(folder, members, filter="data")


# -- the history -------------------------------------------------------------------------


def _git(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    refused: Mapping[int, Saying] | None = None,
) -> bytes:
    """What git prints, as bytes; ``given`` is what it reads.

    Raises NoHistoryError where git fails. ``refused`` has the message for an exit status
    that does not mean that the history is missing.
    """
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            check=False,
            input=given,
            env={**os.environ, "LC_ALL": "C"},  # what it says is looked at below
        )
    except FileNotFoundError:
        raise NoHistoryError(
            say("git is not installed here, and this command reads the history by it")
        ) from None
    except OSError as error:
        raise NoHistoryError(
            say("git cannot be run: {error}", error=error.strerror)
        ) from None
    if done.returncode:
        reason = " ".join(done.stderr.decode(errors="replace").split())
        message = say("no history here: {error}", error=reason)
        if _NO_REPOSITORY in reason:
            message = say(
                "this folder has no history; the command needs a clone of the project"
            )
        raise NoHistoryError((refused or {}).get(done.returncode, message))
    return done.stdout


def _lines_of(root: Path, *arguments: str) -> list[str]:
    """The lines that git prints."""
    return _git(root, *arguments).decode(errors="replace").splitlines()


def _committed(root: Path) -> Iterator[_Edit]:
    """What each commit changed, the oldest first. Merges are left out."""
    raw = (
        "log",
        "--no-merges",
        "--reverse",
        "--date-order",
        "--raw",
        "--no-renames",
        "--no-abbrev",
    )
    day = date.min
    for line in _lines_of(root, *raw, "--format=%cs", "--", FOLDER):
        if line.startswith(":"):
            yield _edit(day, line)
        elif line:
            day = date.fromisoformat(line)


def _uncommitted(root: Path, today: date) -> Iterator[_Edit]:
    """What was changed, or is new, and is in no commit yet."""
    for line in _lines_of(
        root, "diff", "--raw", "--no-renames", "--no-abbrev", "HEAD", "--", FOLDER
    ):
        yield _edit(today, line)
    for path in _lines_of(
        root, "ls-files", "--others", "--exclude-standard", "--", FOLDER
    ):
        yield _Edit(today, path, "", path)


def _edit(day: date, line: str) -> _Edit:
    """The edit of a line ``:<mode> <mode> <blob> <blob> <letter><tab><path>`` of git.

    A first blob of zeros is none. A second one is none where the letter is D. Else it is
    the file as it is in the folder, and gets its path for a name.
    """
    facts, _, path = line.partition("\t")
    _, _, before, after, letter = facts.split()
    if _NONE.fullmatch(after):
        after = path if letter != "D" else ""
    return _Edit(day, path, "" if _NONE.fullmatch(before) else before, after)


def _blobs(root: Path, wanted: set[str]) -> Mapping[str, str]:
    """The texts of the ``wanted`` blobs, by their names.

    For each, git prints a line ``<blob> <type> <bytes>``, the text, and an end of line.
    """
    given = "".join(f"{blob}\n" for blob in sorted(wanted)).encode()
    output = _git(root, "cat-file", "--batch", given=given)
    texts = {}
    start = 0
    while start < len(output):
        line_end = output.index(b"\n", start)
        blob, _, size = output[start:line_end].decode().split()
        text_start = line_end + 1
        text_end = text_start + int(size)
        texts[blob] = output[text_start:text_end].decode("utf-8", "replace")
        start = text_end + 1
    return texts


def _id(path: str) -> str:
    """The id of the record or mechanism that a file is of; empty where it is of none.

    >>> _id("instruments/un/palermo-protocol.yml")
    'un/palermo-protocol'
    """
    match = _ID.fullmatch(path)
    if not match or match[1] in _OTHERS:
        return ""
    return match[1] if match[2] == "mechanism" else f"{match[1]}/{match[2]}"


class _Versions:
    """What files held at each edit.

    The newest version of each file is kept: it is the old one of the file's next edit.
    """

    def __init__(self, root: Path, blobs: Mapping[str, str]) -> None:
        self._root = root
        self._blobs = blobs
        self._newest: dict[str, tuple[str, Data | None]] = {}

    def data(self, path: str, blob: str) -> Data | None:
        """What a file held; None where it was not there, or could not be read."""
        if not blob:
            return None
        known_blob, known = self._newest.get(path, ("", None))
        if known_blob == blob:
            return known
        text = self._blobs.get(blob)
        if text is None:
            text = (self._root / path).read_text("utf-8")
        source, _ = yaml_files.parse(text, path)
        data = source.data if source and isinstance(source.data, dict) else None
        self._newest[path] = (blob, data)
        return data


# -- one file before and after -----------------------------------------------------------


def _compared(
    before: Data | None, after: Data | None, rank: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """What happened, and to which section (empty: to the whole). Lines count singly."""
    if before is None or after is None:
        yield "added" if after is not None else "withdrawn", ""
        return
    for key in {*before, *after}:
        if key in _LINES:
            yield from _compared_lines(key, before, after, rank)
        elif not _FOR_EDITORS.fullmatch(key) and _bare(before.get(key)) != _bare(
            after.get(key)
        ):
            yield "corrected", _SECTIONS.get(key, "kind")
    if _surer(before, after, rank):
        yield "raised", ""
    yield from _law(before, after)


def _compared_lines(
    key: str, before: Data, after: Data, rank: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """What happened to the lines below a key, such as ``("added", "provisions")``."""
    section = _SECTIONS[key]
    old = lines_by_name(before.get(key), _place)
    new = lines_by_name(after.get(key), _place)
    yield from (("added", section) for name in new if name not in old)
    if old.keys() - new.keys():
        yield "corrected", section
    # a line that says none has the confidence of its record
    record_before = {"confidence": before.get("confidence")}
    record_after = {"confidence": after.get("confidence")}
    for name in new.keys() & old.keys():
        old_line = old[name]
        new_line = new[name]
        if _bare(old_line) != _bare(new_line):
            yield "corrected", section
        if _surer({**record_before, **old_line}, {**record_after, **new_line}, rank):
            yield "raised", ""
        for measure in ("value", "within"):
            old_number = _number(old_line.get(measure))
            new_number = _number(new_line.get(measure))
            if old_number and new_number and old_number != new_number:
                ref = new_line.get("ref") or name[0]
                yield "limit", f"{old_number} {new_number} {ref}"


def _law(before: Data, after: Data) -> Iterator[tuple[str, str]]:
    """What changed in who is bound, and since when.

    Only where the file said so before: what was not known then did not change the law.
    """
    parties_before = _parties(before)
    parties_after = _parties(after)
    if parties_before and parties_after:
        yield from (("joined", state) for state in parties_after - parties_before)
        yield from (("left", state) for state in parties_before - parties_after)
    is_changed = False
    for key in ("status", "in_force"):
        old = before.get(key)
        new = after.get(key)
        if old and new and old != new:
            is_changed = True
    if is_changed and str(after.get("binding")) == "true":
        facts = (after.get("status"), after.get("in_force"))
        yield "status", " ".join(filter(None, facts))


def _parties(data: Data) -> set[str]:
    """The codes of the States that are party, as a record lists them.

    Empty for a text that binds the members of an organisation: they are in another file.
    """
    parties = data.get("parties")
    if not isinstance(parties, dict) or "members_of" in parties:
        return set()
    listed = parties.get("states")
    if not isinstance(listed, list):
        return set()
    states = [state for state in listed if isinstance(state, dict)]
    return {str(state.get("state")) for state in states if not state.get("until")}


def _number(value: Any) -> str:
    """A number with its units, as the file of changes writes it."""
    pairs = value.items() if isinstance(value, dict) else ()
    return ",".join(f"{unit}:{number}" for unit, number in pairs if str(number).isdigit())


def _place(line: Mapping[str, Any]) -> str:
    """The anchor, reference or name of a line; empty where it has none."""
    names = (line.get(key) for key in ("id", "ref", "name", "name_en", "url"))
    return str(next(filter(None, names), ""))


def _bare(value: Any) -> Any:
    """A value without what is only for editors, and without how sure it is."""
    if isinstance(value, dict):
        return {
            key: _bare(inner)
            for key, inner in value.items()
            if not _FOR_EDITORS.fullmatch(key)
        }
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value


def _surer(
    before: Mapping[str, Any], after: Mapping[str, Any], rank: Mapping[str, int]
) -> bool:
    """Whether the confidence is higher than before, by the place of its grade.

    ``rank`` has the places, 0 for the surest. It is not where no grade was there before.
    """
    place_before = rank.get(str(before.get("confidence")), len(rank))
    place_after = rank.get(str(after.get("confidence")), len(rank))
    return place_after < place_before < len(rank)


def _rows_of_day(
    day: date, name: str, count: Counter[tuple[str, str]]
) -> Iterator[ChangeRow]:
    """The changes of one record on one day; what was added that day has no more rows.

    ``count`` says how often a change of some part was met: ``("corrected", "dates")``.
    """
    for change in ("withdrawn", "added"):
        if count[change, ""]:
            yield ChangeRow(day, name, change)
            return
    added = {part: n for (change, part), n in sorted(count.items()) if change == "added"}
    if added:
        yield ChangeRow(day, name, "added", tuple(added), tuple(added.values()))
    yield from _law_rows(day, name, count)
    corrected = _parts(count, "corrected")
    if _parts(count, "joined") or _parts(count, "left"):
        corrected = [part for part in corrected if part != "parties"]
    if corrected:
        yield ChangeRow(day, name, "corrected", tuple(corrected))
    if count["raised", ""]:
        yield ChangeRow(day, name, "raised", (), (count["raised", ""],))


def _law_rows(
    day: date, name: str, count: Counter[tuple[str, str]]
) -> Iterator[ChangeRow]:
    """The changes of the law of one day: States that joined or left, status, limits.

    A State that did both on that day is not named.
    """
    law = {change: _parts(count, change) for change in LAW}
    both = {*law["joined"]} & {*law["left"]}
    for change in ("joined", "left"):
        states = [state for state in law[change] if state not in both]
        if states:
            yield ChangeRow(day, name, change, tuple(states))
    for change in ("status", "limit"):
        for part in law[change]:
            yield ChangeRow(day, name, change, tuple(part.split(" ", 2)))


def _parts(count: Counter[tuple[str, str]], change: str) -> list[str]:
    """The parts with some change, in order."""
    return sorted(part for counted_change, part in count if counted_change == change)
