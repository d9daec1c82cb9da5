"""Ours with one job and with two, and Hugo, over one set of records: each in turn,
several rounds.

All sources are written before the first of them begins; each writes a site of its own and
removes it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench import hugo, measure, synthetic
from bench.measure import Usage
from generators.corpus.loading import open_corpus

OURS, TWO_JOBS, HUGO = "ours", "ours with two jobs", "Hugo"
COLUMNS = "records|pages|cpu s|wall s|2 jobs|ms/page|peak MB|out MB|Hugo ms|/ Hugo".split(
    "|"
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a contender took at best, with the seconds of processor that its search index
    took of it, and the pages and MB that it wrote.
    """

    used: Usage
    pages: int
    size: float

    @property
    def search(self) -> float:
        return float(self.used.said or 0)

    @property
    def ms(self) -> float:
        """Milliseconds of processor a page, the search index apart."""
        return 1000 * (self.used.cpu - self.search) / self.pages


@dataclass(frozen=True, slots=True)
class Build:
    """The best runs over some records: of ours with one job and with two, and of Hugo,
    where it is there.
    """

    records: int
    ours: Run
    two_jobs: Run
    hugo: Run | None = None

    @property
    def to_hugo(self) -> float | None:
        return self.ours.ms / self.hugo.ms if self.hugo else None

    @property
    def wall_to_hugo(self) -> float | None:
        """Wall clock a page as a ratio to Hugo's, which uses all processors, as ours do
        with two jobs.
        """
        ours, hugo = self.two_jobs, self.hugo
        return (
            ours.used.wall / ours.pages / (hugo.used.wall / hugo.pages) if hugo else None
        )

    def line(self) -> str:
        """The figures below ``COLUMNS``."""
        ours, used = self.ours, self.ours.used
        figures = (
            used.cpu,
            used.wall,
            self.two_jobs.used.wall,
            ours.ms,
            used.peak,
            ours.size,
        )
        cells = [
            f"{self.records:,}",
            f"{ours.pages:,}",
            *(f"{each:.1f}" for each in figures),
        ]
        compared = (self.hugo and self.hugo.ms, self.to_hugo)
        return row(*cells, *("-" if each is None else f"{each:.2f}" for each in compared))


def row(*cells: str) -> str:
    return " ".join(f"{cell:>8}" for cell in cells)


def measured(
    root: Path, count: int, folder: Path, env: Mapping[str, str], rounds: int
) -> Build:
    """Write ``count`` records of the project in ``root`` into ``folder``, let all
    contenders build them ``rounds`` times in turn, and remove everything again.
    """
    runs = measure.interleaved(contenders(root, count, folder, env), rounds)
    shutil.rmtree(folder)
    best = {
        name: replace(each[0], used=measure.best([run.used for run in each]))
        for name, each in runs.items()
    }
    return Build(count, *best.values())


def contenders(
    root: Path, count: int, folder: Path, env: Mapping[str, str]
) -> dict[str, Callable[[], Run]]:
    """What may be run, by name; Hugo is left out where it is not installed."""
    project, site = synthetic.write(root, count, folder / "project"), folder / "site"
    found = {
        name: partial(
            _run,
            site,
            project / ".build",
            building(project, site),
            env | {"COMPENDIUM_JOBS": jobs},
        )
        for name, jobs in ((OURS, "1"), (TWO_JOBS, "2"))
    }
    if binary := hugo.binary():
        hugo.write(open_corpus(project)[0], folder / "hugo")
        command = [
            binary,
            "--quiet",
            "--source",
            folder / "hugo",
            "--destination",
            site,
            "--noBuildLock",
        ]
        found[HUGO] = partial(_run, site, folder / "hugo" / "resources", command, env)
    return found


def building(project: Path, site: Path) -> list[str | Path]:
    """The command that builds a project of ours, and prints what its search index took."""
    return [sys.executable, "-m", "bench.building", project, site]


def count(site: Path) -> int:
    """The pages of a site."""
    return sum(1 for _ in site.rglob("index.html"))


def _run(
    site: Path, memory: Path, command: list[str | Path], env: Mapping[str, str]
) -> Run:
    """One run, which finds nothing that an earlier one remembered."""
    shutil.rmtree(memory, ignore_errors=True)
    used = measure.run(command, env)
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
    run = Run(used, count(site), size)
    shutil.rmtree(site)
    return run
