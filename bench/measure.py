"""What a process and its children took: processor and wall seconds, and peak memory; and
contenders in turn, so that a busy minute of the machine falls on all of them.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Run = TypeVar("Run")

ROOT = Path(__file__).parent.parent
LAUNCH = Path(__file__).parent / "launch.py"


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds of processor and of wall clock, and the peak of resident memory in MB, of a
    process with its children; and what it printed.
    """

    cpu: float
    wall: float
    peak: float
    said: str = ""


class Failed(Exception):
    """A command that was to be measured ended with an error; the text is what it said."""


def print_line(line: str) -> None:
    """Tell a line at once, also where it goes into a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def environment(day: str) -> dict[str, str]:
    """The environment of what is measured, with one process; ``day`` is
    SOURCE_DATE_EPOCH.
    """
    fixed = {
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": day,
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
    }
    return {**os.environ, **fixed, "NO_MKDOCS_2_WARNING": "1", "COMPENDIUM_JOBS": "1"}


def run(
    command: Sequence[str | Path], env: Mapping[str, str], folder: Path = ROOT
) -> Usage:
    """Run a command in ``folder`` to its end. Raises Failed where its exit status is not
    0.
    """
    with tempfile.TemporaryDirectory() as temporary:
        result = Path(temporary) / "usage.json"
        begin = time.perf_counter()
        launched = [sys.executable, "-I", "-S", LAUNCH, result, *command]
        done = subprocess.run(
            launched, cwd=folder, env=env, capture_output=True, text=True, check=False
        )
        wall = time.perf_counter() - begin
        if done.returncode:
            raise Failed(
                f"{' '.join(map(str, command))}: {(done.stdout + done.stderr)[-2000:]}"
            )
        used = json.loads(result.read_text("utf-8"))
    return Usage(used["user"] + used["system"], wall, used["peak"], done.stdout)


def interleaved(
    contenders: Mapping[str, Callable[[], Run]], rounds: int
) -> dict[str, list[Run]]:
    """Let every contender run ``rounds`` times, in turn and not one after the other; what
    each returned, by its name.
    """
    taken: dict[str, list[Run]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, contender in contenders.items():
            taken[name].append(contender())
    return taken


def best(runs: Sequence[Usage]) -> Usage:
    """The least that each thing took in several runs of one command, and what the run
    with the least processor time printed. What a run takes beyond the least is the
    machine's and its neighbours'.
    """
    least = [
        min(each)
        for each in zip(*((used.cpu, used.wall, used.peak) for used in runs), strict=True)
    ]
    return Usage(*least, min(runs, key=lambda used: used.cpu).said)


def packed(file: Path) -> int:
    """The bytes of a file as they travel, compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))
