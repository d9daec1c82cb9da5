"""Ours with one job and with two, Hugo and plain Jinja over one set of records: each in turn, several rounds.

All sources are written before the first of them begins; each writes a site of its own and removes it.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import hugo, measure, synthetic
from bench.measure import Usage
from bench.report import Build, Contender
from bench.synthetic import Stock
from generators.corpus.corpus import Corpus

MEMORY = ".build"
"""What a project remembers of earlier runs stands here."""
OURS, TWO_JOBS, HUGO, JINJA = "ours", "ours with two jobs", "Hugo", "plain Jinja"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a contender: what it took, the pages and MB it wrote, and figures it gave itself (processor
    seconds by part).
    """

    used: Usage
    pages: int
    size: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Course:
    """What all contenders run over: ``count`` records made from a seed, in these languages."""

    stock: Stock
    corpus: Corpus
    count: int
    languages: Sequence[str]
    seed: int


def measured(course: Course, folder: Path, env: Mapping[str, str], rounds: int) -> Build:
    """Write the records into ``folder``, let all contenders build them ``rounds`` times in turn, and remove
    everything again.
    """
    runs = measure.interleaved(contenders(course, folder, env), rounds)
    shutil.rmtree(folder)
    ours = min(runs[OURS], key=lambda run: run.used.cpu)
    return Build(
        course.count,
        len(course.languages),
        _best(runs[OURS]),
        _best(runs[TWO_JOBS]) if TWO_JOBS in runs else None,
        _best(runs[HUGO]) if HUGO in runs else None,
        1000 * min(run.parts["cpu"] / run.parts["pages"] for run in runs[JINJA]),
        min(run.parts.get("search", 0.0) for run in runs[OURS]),
        _shown(ours),
        _kinds(ours),
        min((run.parts["whole"] for run in runs.get(TWO_JOBS, ())), default=None),
    )


def contenders(course: Course, folder: Path, env: Mapping[str, str]) -> dict[str, Callable[[], Run]]:
    """What may be run, by name; Hugo is left out where it is not installed, two jobs where there is one
    language (languages are what is shared out).
    """
    made = synthetic.clones(course.stock, course.count, course.seed)
    project, languages = folder / "project", tuple(course.languages)
    synthetic.write(course.stock, made, course.seed, project, languages)
    run = partial(_run, folder / "site", folder / "parts.json", project / MEMORY)
    ours = building(project, folder / "site", folder / "parts.json", languages)
    found = {OURS: partial(run, ours, {**env, "COMPENDIUM_JOBS": "1"})}
    if len(languages) > 1:
        found[TWO_JOBS] = partial(run, ours, {**env, "COMPENDIUM_JOBS": "2"})
    if binary := hugo.binary():
        mechanisms = synthetic.mechanisms(course.stock, made, course.seed)
        hugo.write(course.corpus, made, mechanisms, folder / "hugo", languages)
        found[HUGO] = partial(run, hugo.command(binary, folder / "hugo", folder / "site"), env)
    plain = [sys.executable, "-m", "bench.plain", project, folder / "site", *languages]
    return found | {JINJA: partial(run, plain, env)}


def building(project: Path, site: Path, result: Path, languages: Sequence[str]) -> list[str | Path]:
    """The command that builds a project of ours, and writes what its parts took into ``result``."""
    return [sys.executable, "-m", "bench.building", project, site, result, *languages]


def count(site: Path) -> int:
    """The pages of a site."""
    return sum(1 for _ in site.rglob("index.html"))


def _run(
    site: Path, result: Path, memory: Path, command: Sequence[str | Path], env: Mapping[str, str]
) -> Run:
    """One run, which finds nothing that an earlier one remembered."""
    result.unlink(missing_ok=True)
    shutil.rmtree(memory, ignore_errors=True)
    used = measure.run(command, env)
    parts = json.loads(result.read_text("utf-8") if result.is_file() else used.said or "{}")
    run = Run(used, count(site), _size(site), parts)
    shutil.rmtree(site)
    return run


def _size(site: Path) -> float:
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6


def _best(runs: Sequence[Run]) -> Contender:
    return Contender(measure.best([run.used for run in runs]), runs[0].pages, runs[0].size)


def _shown(ours: Run) -> dict[str, float]:
    """The parts of a build of ours, in processor seconds."""
    parts, search = ours.parts, ours.parts.get("search", 0.0)
    apart = parts["reading"] + parts["checks"] + parts["pages and search"]
    return {
        "reading": parts["reading"],
        "checks": parts["checks"],
        "pages": parts["pages and search"] - search,
        "search": search,
        "MkDocs, start-up and the rest": ours.used.cpu - apart,
    }


def _kinds(ours: Run) -> dict[str, tuple[float, int]]:
    """Processor seconds and number of pages, by kind of page."""
    return {
        name: (seconds, int(ours.parts[f"{name}: number"]))
        for name, seconds in ours.parts.items()
        if name.endswith(" pages")
    }
