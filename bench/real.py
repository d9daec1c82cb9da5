"""What is measured on the real corpus: checking, an edit while serving, the sizes of what a reader loads, the
volumes on paper.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import IO

from bench import measure, synthetic
from bench.measure import Usage
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.library import FOLDER

_ASSET = re.compile(r'(?:href|src)="([^"?]*assets/[^"?]+)')
_SCRIPTS, _SHEETS = "assets/javascripts", "assets/stylesheets"
_SAYS = re.compile(r"^( +says: )(?![\"'|>&*])([A-Z].*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: of the largest record page and of the largest State page as they are, of the first view of the
    record page with all it asks for and of the page alone, compressed; and its address.
    """

    page: int
    state: int
    first: int
    second: int
    address: str


def copy(root: Path, folder: Path, languages: tuple[str, ...]) -> Path:
    """A copy of the project that may be changed."""
    folder.mkdir()
    synthetic.copy_project(root, folder, languages)
    shutil.copytree(root / FOLDER, folder / FOLDER)
    return folder


def check(project: Path, env: Mapping[str, str], times: int, record: str = "") -> list[Usage]:
    """``compendium check``, several times; the first has no memory of what files held. Before each run a line
    is added to a ``record``, where one is named.
    """
    used = []
    for number in range(times):
        if record:
            with (project / FOLDER / f"{record}.yml").open("a", encoding="utf-8") as file:
                file.write(f"# measured {number}\n")
        used.append(measure.run([sys.executable, "-m", "generators", "check", "--root", project], env))
    return used


def jobs(build: Sequence[str | Path], env: Mapping[str, str], rounds: int) -> dict[int, Usage]:
    """A build with one job and with two, in turn; the best of each."""
    taken = measure.interleaved(
        {
            f"{number}": partial(measure.run, build, {**env, "COMPENDIUM_JOBS": f"{number}"})
            for number in (1, 2)
        },
        rounds,
    )
    return {int(number): measure.best(runs) for number, runs in taken.items()}


def unchanged(project: Path, env: Mapping[str, str], rounds: int) -> Usage:
    """``compendium site`` where nothing changed since the site was built: the best of several."""
    command = [sys.executable, "-m", "generators", "site", "--root", project]
    measure.run(command, env)
    return measure.best([measure.run(command, env) for _ in range(rounds)])


def sizes(site: Path, corpus: Corpus) -> Sizes:
    """Of the record page that has most bytes, in any language, and of the State page that has."""
    folders = [site / path for path in ("", *corpus.languages[1:])]
    states = [address(Target("state", code)) for code in corpus.all_states]
    largest = _largest(folders, [f"instruments/{name}" for name in corpus.records])
    html = largest.read_text("utf-8")
    assets = {(largest.parent / path).resolve() for path in _ASSET.findall(html)}
    alone = _packed(largest)
    return Sizes(
        largest.stat().st_size,
        _largest(folders, states).stat().st_size,
        alone + sum(map(_packed, sorted(assets))),
        alone,
        largest.parent.relative_to(site).as_posix(),
    )


def _largest(folders: Sequence[Path], addresses: Sequence[str]) -> Path:
    files = [folder / each / "index.html" for folder in folders for each in addresses]
    return max(files, key=lambda file: file.stat().st_size)


def first_search(site: Path, language: str, default: str) -> tuple[int, int]:
    """Compressed bytes of a first query in a language, at most, and of its whole index.

    Whoever asks first takes the scripts of search and their style sheet. A query of two words takes the core,
    two shards of words for each, all facets, and the texts of ten results; the largest of each count here.
    """
    folder = site / ("" if language == default else language) / "search" / "index"
    size = {file.stem: _packed(file) for file in folder.glob("*.json")}
    scripts = [*(site / _SCRIPTS).glob("search/*.js"), *(site / _SHEETS).glob("search.css")]

    def largest(first: str, count: int) -> int:
        return sum(
            sorted(
                (n for name, n in size.items() if name != "core" and name.startswith(first)), reverse=True
            )[:count]
        )

    parts = size.get("core", 0) + sum(
        largest(first, count) for first, count in (("w", 4), ("f", 99), ("s", 99), ("t", 10))
    )
    return sum(map(_packed, scripts)) + parts, sum(size.values())


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


# -- serving -------------------------------------------------------------------------------------------------


def edits(
    project: Path, env: Mapping[str, str], times: int, record: str
) -> tuple[float, list[tuple[float, float]]]:
    """Serve a project and change one line of a record several times.

    Returns the seconds until the first page was there, and wall and processor seconds from each change until
    the changed page was. Raises Failed where the server ends, or nothing changes within 30 seconds.
    """
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    with (project / "serve.log").open("w+") as log:
        begin = time.perf_counter()
        server = subprocess.Popen(command, cwd=measure.ROOT, env=dict(env), stdout=log, stderr=log)
        try:
            path = f"/instruments/{record}/"
            _wait(server, port, path, "</html>", log, 120)
            ready = time.perf_counter() - begin
            return ready, [
                _edit(server, port, path, project / FOLDER / f"{record}.yml", number, log)
                for number in range(times)
            ]
        finally:
            server.terminate()
            server.wait()


def typical(seconds: list[float]) -> float:
    return median(seconds)


def _edit(
    server: subprocess.Popen, port: int, path: str, file: Path, number: int, log: IO[str]
) -> tuple[float, float]:
    time.sleep(1.0)  # the last change is over
    mark = f"Measured {'once more ' * (number + 1)}"
    changed = _SAYS.sub(rf"\g<1>{mark}\g<2>", file.read_text("utf-8"), count=1)
    file.write_text(changed, "utf-8")
    begin, used = time.perf_counter(), _processor(server)
    _wait(server, port, path, mark, log, 30)
    taken = time.perf_counter() - begin, _processor(server) - used
    file.write_text(changed.replace(mark, ""), "utf-8")
    time.sleep(1.0)
    return taken


def _processor(server: subprocess.Popen) -> float:
    """Processor seconds that a process has had so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait(server: subprocess.Popen, port: int, path: str, wanted: str, log: IO[str], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while wanted not in _get(port, path):
        if server.poll() is not None or time.perf_counter() > end:
            log.seek(0)
            raise measure.Failed(f"serving {path}: '{wanted}' never came: {log.read()[-1000:]}")
        time.sleep(0.02)


def _get(port: int, path: str) -> str:
    """A page, or nothing where the server is not yet there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8")
    except ConnectionError:
        return ""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
