"""The one day that counts as today, so that two builds of one commit are the same.

Read from SOURCE_DATE_EPOCH, else from the newest commit, else from the clock. It is handed into ``Corpus``
and read nowhere else; what has surely not come yet is asked of the clock as well.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

EPOCH = "SOURCE_DATE_EPOCH"


def day_of_build(root: Path, environment: Mapping[str, str] = os.environ) -> date:
    """Today (UTC) for the project in ``root``.

    Raises ValueError where SOURCE_DATE_EPOCH is set to something else than seconds since 1970.
    """
    seconds = environment.get(EPOCH)
    if seconds:
        return _day(seconds)
    committed = _newest_commit(root)
    return _day(committed) if committed else datetime.now(UTC).date()


def latest(today: date) -> date:
    """The last day that can have come anywhere on earth when something is checked: a file may be newer than
    the newest commit, and an editor live where it is tomorrow.
    """
    return max(today, datetime.now(UTC).date()) + timedelta(days=1)


def _day(seconds: str) -> date:
    try:
        day = datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        day = date.max
    if not 1000 <= day.year < 9000:  # days before and after it are days too
        raise ValueError(f"'{seconds}' is no number of seconds since 1970-01-01")
    return day


def _newest_commit(root: Path) -> str:
    """The seconds of the newest commit; empty where there is no git, no repository that holds the project
    (one around it may be somebody else's), or no commit.
    """
    held = _git(root, "ls-files", "--error-unmatch", ".")
    return _git(root, "log", "-1", "--format=%ct") if held else ""


def _git(root: Path, *asked: str) -> str:
    try:
        done = subprocess.run(["git", *asked], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
