"""What is measured on the real corpus: checking, an edit while serving, the sizes of what
a reader loads, the volumes on paper.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import yaml

from bench import measure
from bench.measure import Usage, packed
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.library import FOLDER

_ASSET = re.compile(r'(?:href|src)="([^"?]*assets/[^"?]+)')
_SAYS = re.compile(r"(\nprovisions:\n(?s:.*?)\n +says: )(?![\"'|>&*])([A-Z])")


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: of the largest record page and of the largest State page as they are, of the
    first view of the record page with all it asks for and of the page alone, compressed;
    and its address.
    """

    page: int
    state: int
    first: int
    second: int
    address: str


def check(
    project: Path, env: Mapping[str, str], times: int, record: str = ""
) -> list[Usage]:
    """``compendium check``, several times; the first has no memory of what files held.
    Before each run a line is added to a ``record``, where one is named.
    """
    used = []
    for number in range(times):
        if record:
            with (project / FOLDER / f"{record}.yml").open("a", encoding="utf-8") as file:
                file.write(f"# measured {number}\n")
        used.append(compendium("check", project, env))
    return used


def compendium(command: str, project: Path, env: Mapping[str, str]) -> Usage:
    """What a command of ours takes once."""
    return measure.run(
        [sys.executable, "-m", "generators", command, "--root", project], env
    )


def sizes(site: Path, corpus: Corpus) -> Sizes:
    """Of the record page that has most bytes, in any language, and of the State page that
    has.
    """
    folders = [site / path for path in ("", *corpus.languages[1:])]
    states = [address(Target("state", code)) for code in corpus.all_states]
    largest = _largest(folders, [f"instruments/{name}" for name in corpus.records])
    html = largest.read_text("utf-8")
    assets = {(largest.parent / path).resolve() for path in _ASSET.findall(html)}
    alone = packed(largest)
    first, named = (
        alone + sum(map(packed, assets)),
        largest.parent.relative_to(site).as_posix(),
    )
    state = _largest(folders, states).stat().st_size
    return Sizes(largest.stat().st_size, state, first, alone, named)


def _largest(folders: Sequence[Path], addresses: Sequence[str]) -> Path:
    files = [folder / each / "index.html" for folder in folders for each in addresses]
    return max(files, key=lambda file: file.stat().st_size)


def edits(
    project: Path, env: Mapping[str, str], times: int, record: str
) -> tuple[float, list[tuple[float, float]]]:
    """Serve a project and change one line of a record several times.

    Returns the seconds until the first page was there, and wall and processor seconds
    from each change until the changed page was. Raises Failed where the server ends, or
    nothing changes within 30 seconds.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [*(sys.executable, "-m", "mkdocs", "serve", "--quiet"), "--dev-addr", place]
    command += ["--config-file", str(project / "mkdocs.yml")]
    with (project / "serve.log").open("w") as log:
        begin = time.perf_counter()
        server = subprocess.Popen(
            command, cwd=measure.ROOT, env=dict(env), stdout=log, stderr=log
        )
        try:
            page, file = (
                f"http://{place}/instruments/{record}/",
                project / FOLDER / f"{record}.yml",
            )
            _wait(server, page, "</html>", 120)
            ready = time.perf_counter() - begin
            return ready, [_edit(server, page, file, number) for number in range(times)]
        except measure.Failed as error:
            raise measure.Failed(
                f"{error}: {(project / 'serve.log').read_text('utf-8')[-1000:]}"
            ) from error
        finally:
            server.terminate()
            server.wait()


def plainly(file: Path) -> float:
    """The processor seconds in which the YAML library alone reads a file; the best of
    five.
    """
    return min(_reading(file.read_text("utf-8")) for _ in range(5))


def _reading(text: str) -> float:
    begin = time.process_time()
    yaml.load(text, yaml.CSafeLoader)
    return time.process_time() - begin


def _edit(
    server: subprocess.Popen, page: str, file: Path, number: int
) -> tuple[float, float]:
    _rest(server)
    mark = f"Measured {'once more ' * (number + 1)}"
    changed = _SAYS.sub(rf"\g<1>{mark}\g<2>", file.read_text("utf-8"), count=1)
    file.write_text(changed, "utf-8")
    begin, used = time.perf_counter(), _processor(server)
    _wait(server, page, mark, 30)
    taken = time.perf_counter() - begin, _processor(server) - used
    file.write_text(changed.replace(mark, ""), "utf-8")
    return taken


def _rest(server: subprocess.Popen) -> None:
    """Wait until the last change is over, its rules included: until nothing was worked
    out for a second.
    """
    used = -1.0
    while (now := _processor(server)) != used:
        used = now
        time.sleep(1.0)


def _processor(server: subprocess.Popen) -> float:
    """Processor seconds that a process has had so far."""
    fields = (
        Path(f"/proc/{server.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    )
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait(server: subprocess.Popen, page: str, wanted: str, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while server.poll() is None and time.perf_counter() < end:
        with (
            suppress(OSError),
            urlopen(page, timeout=30) as answer,
        ):  # it may not yet be there
            if wanted in answer.read().decode("utf-8"):
                return
        time.sleep(0.02)
    raise measure.Failed(f"serving {page}: '{wanted}' never came")
