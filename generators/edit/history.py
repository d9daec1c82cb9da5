"""What changed in the records, from the history of a project: each file that a commit
changed is compared with what it was before, part by part.
"""

from __future__ import annotations

import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    **{
        each: each
        for each in ("summary", "provisions", "steps", "objectives", "indicators")
    },
    **{each: each for each in ("sources", "evaluations")},
    "evaluations_looked": "evaluations",
    **dict.fromkeys(("reporting", "reviews"), "reporting"),
}
"""The section that a key belongs to; keys that stand here under none are of its kind."""
_LINES = ("provisions", "steps", "objectives", "indicators")
_FOR_EDITORS = re.compile(
    r"confidence|\w+_confidence|review|notes|editors|aliases|seen|typed|short_titles|short_names"
)
"""What is no change to readers: what is for editors alone, how sure something is (which
is told apart), and names in further languages, which are translations.
"""
_ID = re.compile(rf"{FOLDER}/([a-z0-9-]+)/([a-z0-9-]+)\.yml")
_OTHERS = ("vocabulary", "dakar-2010")
_NONE = re.compile("0+")
_BLOB = re.compile(r"[0-9a-f]{40}")
"""A blob's name."""


Data = dict[str, Any]
"""What a file says."""


class NoHistoryError(Exception):
    """Why the history of a project cannot be read, in words for whoever asked."""


class _Edit(NamedTuple):
    """A file that was changed on a day: its blob before and after (empty: there was none,
    or it is gone).
    """

    day: date
    path: str
    before: str
    after: str


def changes(root: Path, today: date, grades: Iterable[str]) -> list[ChangeRow]:
    """All that changed in the records of the project in ``root``, the oldest first; what
    no commit has yet is of ``today``. ``grades`` are the grades of confidence, the surest
    first. Raises NoHistoryError.
    """
    if _lines_of(root, "rev-parse", "--is-shallow-repository") == ["true"]:
        raise NoHistoryError(
            say("the history is not whole here; fetch the rest: git fetch --unshallow")
        )
    edits = [*_committed(root), *_uncommitted(root, today)]
    named = (blob for each in edits for blob in (each.before, each.after))
    blobs = _blobs(root, {blob for blob in named if _BLOB.fullmatch(blob)})
    rank = {grade: place for place, grade in enumerate(grades)}
    found: dict[tuple[date, str], Counter[tuple[str, str]]] = {}
    for each in edits:
        name = _id(each.path)
        before, after = (
            _data(root, each.path, blob, blobs) for blob in (each.before, each.after)
        )
        if name and (before is not None or after is not None):
            found.setdefault((each.day, name), Counter()).update(
                _compared(before, after, rank)
            )
    return [
        change
        for (day, of), told in sorted(found.items())
        for change in _told(day, of, told)
    ]


def write(root: Path, found: Iterable[ChangeRow]) -> int:
    """Write the file of changes; returns how many lines it has."""
    lines = [f"{each.line}\n" for each in found]
    files.replace(root / FILE, "".join(lines).encode())
    return len(lines)


def export(root: Path, base: str, folder: Path) -> None:
    """Lay the records and catalogs of a commit, branch or tag into an empty folder, but
    no links. Raises NoHistoryError where there is none of this name.
    """
    unknown = say("there is no commit, branch or tag '{name}' here", name=base)
    named = ("--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    commit = _git(root, "rev-parse", *named, refused={1: unknown}).decode().strip()
    empty = say("'{base}' holds no folder '{folder}'", base=base, folder=FOLDER)
    done = _git(
        root, "archive", "--format=tar", commit, "--", FOLDER, refused={128: empty}
    )
    with tarfile.open(fileobj=BytesIO(done)) as packed:
        members = [each for each in packed if each.isfile() or each.isdir()]
        packed.extractall(folder, members, filter="data")


# -- the history -------------------------------------------------------------------------


def _git(
    root: Path,
    *asked: str,
    given: bytes = b"",
    refused: Mapping[int, Saying] | None = None,
) -> bytes:
    """What git answers; ``refused`` says by its exit status what is no lack of a history."""
    try:
        done = subprocess.run(
            ["git", *asked], cwd=root, capture_output=True, check=False, input=given
        )
    except OSError as error:
        raise NoHistoryError(
            say("git cannot be run: {error}", error=error.strerror)
        ) from None
    if done.returncode:
        wrong = say(
            "no history here: {error}", error=done.stderr.decode(errors="replace").strip()
        )
        raise NoHistoryError((refused or {}).get(done.returncode, wrong))
    return done.stdout


def _lines_of(root: Path, *asked: str) -> list[str]:
    return _git(root, *asked).decode(errors="replace").splitlines()


def _committed(root: Path) -> Iterator[_Edit]:
    """What each commit changed, the oldest first; of merges nothing, for their parts
    stand for themselves.
    """
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
    for line in _lines_of(
        root, "diff", "--raw", "--no-renames", "--no-abbrev", "HEAD", "--", FOLDER
    ):
        yield _edit(today, line)
    for path in _lines_of(
        root, "ls-files", "--others", "--exclude-standard", "--", FOLDER
    ):
        yield _Edit(today, path, "", path)


def _edit(day: date, line: str) -> _Edit:
    """``:<mode> <mode> <blob> <blob> <letter><tab><path>``; a blob of zeros is none, or
    the file as it lies in the folder.
    """
    facts, _, path = line.partition("\t")
    _, _, before, after, letter = facts.split()
    if _NONE.fullmatch(after):
        after = path if letter != "D" else ""
    return _Edit(day, path, "" if _NONE.fullmatch(before) else before, after)


def _blobs(root: Path, wanted: set[str]) -> Mapping[str, str]:
    """The texts of blobs."""
    given = "".join(f"{blob}\n" for blob in sorted(wanted)).encode()
    found, at, out = {}, 0, _git(root, "cat-file", "--batch", given=given)
    while at < len(out):
        end = out.index(b"\n", at)
        blob, _, size = out[at:end].decode().split()
        found[blob] = out[end + 1 : end + 1 + int(size)].decode("utf-8", "replace")
        at = end + 2 + int(size)
    return found


def _id(path: str) -> str:
    """The id of the record or mechanism that a file is of; empty where it is of none."""
    found = _ID.fullmatch(path)
    if not found or found[1] in _OTHERS:
        return ""
    return found[1] if found[2] == "mechanism" else f"{found[1]}/{found[2]}"


def _data(root: Path, path: str, blob: str, blobs: Mapping[str, str]) -> Data | None:
    """What a file held; None where it was not there, or could not be read."""
    if not blob:
        return None
    text = blobs[blob] if blob in blobs else (root / path).read_text("utf-8")
    source, _ = yaml_files.parse(text, path)
    return source.data if source and isinstance(source.data, dict) else None


# -- one file before and after -----------------------------------------------------------


def _compared(
    before: Data | None, after: Data | None, rank: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """What happened, and to which section (empty: to the whole); of lines once for each."""
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
    old, new = (lines_by_name(each.get(key), _place) for each in (before, after))
    yield from (("added", key) for name in new if name not in old)
    if old.keys() - new.keys():
        yield "corrected", key
    whole = [{"confidence": each.get("confidence")} for each in (before, after)]
    for name in new.keys() & old.keys():
        was, now = old[name], new[name]
        if _bare(was) != _bare(now):
            yield "corrected", key
        if _surer(whole[0] | was, whole[1] | now, rank):
            yield "raised", ""
        for measure in ("value", "within"):
            numbers = [_number(each.get(measure)) for each in (was, now)]
            if all(numbers) and numbers[0] != numbers[1]:
                yield "limit", f"{numbers[0]} {numbers[1]} {now.get('ref') or name[0]}"


def _law(before: Data, after: Data) -> Iterator[tuple[str, str]]:
    """What is another for whoever asks who is bound and since when: only where the file
    said so before, for what was not known is no news of the law.
    """
    was, now = (_parties(each) for each in (before, after))
    if was and now:
        yield from (("joined", state) for state in now - was)
        yield from (("left", state) for state in was - now)
    days = [(each.get("status"), each.get("in_force")) for each in (before, after)]
    binding = str(after.get("binding")) == "true"
    if binding and any(
        old and new and old != new for old, new in zip(*days, strict=True)
    ):
        yield "status", " ".join(filter(None, days[1]))


def _parties(data: Data) -> set[str]:
    """The States that are party, of a list of parties; none of a text that binds the
    members of an organisation, which are in another file: what is typed is not the list.
    """
    of = data.get("parties")
    whole = isinstance(of, dict) and "members_of" not in of
    listed = of.get("states") if whole else None
    states = (
        [each for each in listed if isinstance(each, dict)]
        if isinstance(listed, list)
        else []
    )
    return {str(each.get("state")) for each in states if not each.get("until")}


def _number(value: Any) -> str:
    """A number with its units, as the file of changes writes it."""
    pairs = value.items() if isinstance(value, dict) else ()
    return ",".join(f"{unit}:{number}" for unit, number in pairs if str(number).isdigit())


def _place(line: Mapping[str, Any]) -> str:
    return str(line.get("id") or line.get("ref") or "")


def _bare(value: Any) -> Any:
    """A value without what is for editors alone, and without how sure it is."""
    if isinstance(value, dict):
        return {
            key: _bare(each)
            for key, each in value.items()
            if not _FOR_EDITORS.fullmatch(key)
        }
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _surer(
    before: Mapping[str, Any], after: Mapping[str, Any], rank: Mapping[str, int]
) -> bool:
    was, now = (
        rank.get(str(each.get("confidence")), len(rank)) for each in (before, after)
    )
    return now < was < len(rank)


def _told(day: date, of: str, told: Counter[tuple[str, str]]) -> Iterator[ChangeRow]:
    """The changes of one day: of what was added on that day no more is said."""
    for what in ("withdrawn", "added"):
        if told[what, ""]:
            yield ChangeRow(day, of, what)
            return
    added = [
        (part, number) for (what, part), number in sorted(told.items()) if what == "added"
    ]
    if added:
        yield ChangeRow(
            day, of, "added", tuple(part for part, _ in added), tuple(n for _, n in added)
        )
    law = {what: sorted(part for each, part in told if each == what) for what in LAW}
    both = {*law["joined"]} & {*law["left"]}
    for what in ("joined", "left"):
        if states := [state for state in law[what] if state not in both]:
            yield ChangeRow(day, of, what, tuple(states))
    for what in ("status", "limit"):
        yield from (
            ChangeRow(day, of, what, tuple(part.split(" ", 2))) for part in law[what]
        )
    said = {"parties"} if law["joined"] or law["left"] else set()
    if parts := sorted(
        part for what, part in told if what == "corrected" and part not in said
    ):
        yield ChangeRow(day, of, "corrected", tuple(parts))
    if told["raised", ""]:
        yield ChangeRow(day, of, "raised", (), (told["raised", ""],))
