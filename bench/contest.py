"""Ours with one job and with two, and Hugo, over one set of records: each in turn, several rounds.

All sources are written before the first of them begins; each writes a site of its own and removes it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from bench import hugo, measure, synthetic
from bench.report import Build, Run
from bench.synthetic import Stock
from generators.corpus.corpus import Corpus

OURS, TWO_JOBS, HUGO = "ours", "ours with two jobs", "Hugo"


def measured(
    stock: Stock, corpus: Corpus, count: int, seed: int, folder: Path, env: Mapping[str, str], rounds: int
) -> Build:
    """Write ``count`` records in all languages into ``folder``, let all contenders build them ``rounds``
    times in turn, and remove everything again.
    """
    runs = measure.interleaved(contenders(stock, corpus, count, seed, folder, env), rounds)
    shutil.rmtree(folder)
    best = {name: min(each, key=lambda run: run.used.cpu) for name, each in runs.items()}
    wall = {name: min(run.used.wall for run in each) for name, each in runs.items()}
    return Build(count, best[OURS], best.get(HUGO), wall[OURS], wall[TWO_JOBS], wall.get(HUGO))


def contenders(
    stock: Stock, corpus: Corpus, count: int, seed: int, folder: Path, env: Mapping[str, str]
) -> dict[str, Callable[[], Run]]:
    """What may be run, by name; Hugo is left out where it is not installed."""
    made = synthetic.clones(stock, count, seed)
    project, site, languages = folder / "project", folder / "site", corpus.languages
    synthetic.write(stock, made, seed, project, languages)
    ours = building(project, site)
    found = {
        name: partial(_run, site, project / ".build", ours, {**env, "COMPENDIUM_JOBS": jobs})
        for name, jobs in ((OURS, "1"), (TWO_JOBS, "2"))
    }
    if binary := hugo.binary():
        hugo.write(corpus, made, synthetic.mechanisms(stock, made, seed), folder / "hugo", languages)
        command = hugo.command(binary, folder / "hugo", site)
        found[HUGO] = partial(_run, site, folder / "hugo" / "resources", command, env)
    return found


def building(project: Path, site: Path) -> list[str | Path]:
    """The command that builds a project of ours, and prints what its search index took."""
    return [sys.executable, "-m", "bench.building", project, site]


def count(site: Path) -> int:
    """The pages of a site."""
    return sum(1 for _ in site.rglob("index.html"))


def _run(site: Path, memory: Path, command: list[str | Path], env: Mapping[str, str]) -> Run:
    """One run, which finds nothing that an earlier one remembered."""
    shutil.rmtree(memory, ignore_errors=True)
    used = measure.run(command, env)
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
    run = Run(used, count(site), size, float(used.said or 0))
    shutil.rmtree(site)
    return run
