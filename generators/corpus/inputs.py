"""The one day that counts as today, so that two builds of one commit are the same. And a
digest of all that decides what is made.

The digest is of records, and of the lists of their changes and of what was published.
This package, the packages that it needs, and the day are in it too.

The day is read from SOURCE_DATE_EPOCH, else from the newest commit, else from the clock.
It is handed to ``Corpus`` and read nowhere else. The clock also says whether a day has
surely not come yet (``latest``).

Two runs with the same digest make the same bytes. So the second need not make again what
the first one made. It is a digest of contents. The times of files, which a checkout or a
copy changes, do not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

import generators
from generators.corpus import change_file, published_file, second_reading_file

FOLDER = "instruments"
"""The folder of records."""
READING = ("text", "model")
"""The folders of this package that decide what a file holds."""
CHECKING = ("text", "model", "corpus", "translate", "checks")
"""The folders of this package that decide what is wrong with what was read."""

_PACKAGE = Path(generators.__file__).parent


def digest(root: Path, more: Iterable[Path] = (), facts: str = "") -> str:
    """The digest for the project in ``root``. ``more`` are further folders and files that
    count, ``facts`` is what counts and is in no file.

    Empty where the day cannot be told, or a link leads to other folders. Then nothing is
    known to be the same.
    """
    try:
        day = day_of_build(root)
    except ValueError:
        return ""
    names = (change_file.FILE, published_file.FILE, second_reading_file.FILE)
    lists = [root / name for name in names]
    return _digest(
        f"{day} {facts} {_interpreter()}\n", (root / FOLDER, *lists, _PACKAGE, *more)
    )


@cache
def code(*folders: str) -> str:
    """The digest of some folders of this package, and of the packages that they need.

    While it is the same, they make the same of the same bytes. ``READING`` and
    ``CHECKING`` are such folders: none imports from another than these.
    """
    return _digest(_interpreter(), [_PACKAGE / folder for folder in folders])


def _digest(head: str, places: Iterable[Path]) -> str:
    """The digest of a text and of the contents of some folders and files.

    Empty where a link leads to others.
    """
    whole = sha256(head.encode())
    for place in places:
        files = _files(place)
        if files is None:
            return ""
        whole.update(f"{place.name}\n".encode())
        for file in files:
            held = sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"
            whole.update(f"{file.relative_to(place).as_posix()} {held}\n".encode())
    return whole.hexdigest()


def _files(place: Path) -> list[Path] | None:
    """The files below a folder, in order, or the file itself; None where a link leads to
    further folders.
    """
    if not place.is_dir():
        return [place]
    paths = [path for path in sorted(place.rglob("*")) if "__pycache__" not in path.parts]
    if any(path.is_symlink() and path.is_dir() for path in paths):
        return None
    return [path for path in paths if not path.is_dir()]


def _interpreter() -> str:
    """Python's version, and the installed packages with theirs, as their folders are
    named.
    """
    folders = [Path(entry) for entry in sys.path if entry and Path(entry).is_dir()]
    packages = {path.name for folder in folders for path in folder.glob("*.*-info")}
    return f"{sys.version} {' '.join(sorted(packages))}"


EPOCH = "SOURCE_DATE_EPOCH"


def day_of_build(root: Path, environment: Mapping[str, str] = os.environ) -> date:
    """Today (UTC) for the project in ``root``.

    Raises ValueError where SOURCE_DATE_EPOCH is set to something else than seconds since
    1970.
    """
    seconds = environment.get(EPOCH)
    if seconds:
        return _day(seconds)
    committed = _newest_commit(root)
    return _day(committed) if committed else clock()


def clock() -> date:
    """The day (UTC) of this machine."""
    return datetime.now(UTC).date()


def latest(today: date, clock_day: date) -> date:
    """The last day that can have come anywhere on earth when something is checked.

    A file may be newer than the newest commit, and the day of the data later than the
    clock. An editor may live where it is tomorrow.
    """
    return max(today, clock_day) + timedelta(days=1)


def _day(seconds: str) -> date:
    """The day (UTC) of some seconds since 1970; raises ValueError where they are none.

    >>> _day("86400")
    datetime.date(1970, 1, 2)
    """
    try:
        day = datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        day = date.max
    if not 1000 <= day.year < 9000:  # days before and after it are days too
        raise ValueError(f"'{seconds}' is no number of seconds since 1970-01-01")
    return day


def _newest_commit(root: Path) -> str:
    """The seconds of the newest commit.

    Empty where there is no git, no commit, or no repository that holds the project. A
    repository around it may be somebody else's.
    """
    held = _git(root, "ls-files", "--error-unmatch", ".")
    return _git(root, "log", "-1", "--format=%ct") if held else ""


def _git(root: Path, *arguments: str) -> str:
    """What git prints in a folder; empty where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
