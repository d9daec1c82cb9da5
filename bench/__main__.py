"""``python -m bench``: measures and prints. It is a measurement: its exit status is 0 whether or not budgets
are met.

What counts are ratios within one run, between contenders that took turns: two runs on a busy machine differ
by 20 to 40 per cent.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from bench import budgets, contest, hugo, measure, real, report, synthetic
from bench.measure import Usage
from bench.paper import Volume
from generators.corpus import downloads
from generators.corpus.loading import open_corpus

SIZES = (200, 1000, 5000)
SEARCHED = ("en", "ar", "zh")
RECORD = "coe/convention-197"


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="compendium-bench-", dir=_memory()) as temporary:
        for line in Bench(Path(temporary), options).lines():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _memory() -> str | None:
    """A folder in memory, where there is one with room. What a disk takes for ten thousand files differs
    tenfold between two runs, and counts as processor time of whoever writes them: it is the disk's speed and
    not ours or Hugo's.
    """
    folder = "/dev/shm"
    there = os.path.ismount(folder) and os.access(folder, os.W_OK)
    return folder if there and shutil.disk_usage(folder).free > 8e9 else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the budgets of the design.")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="1,000 records only, and not all PDFs; a third of the time with --rounds 1",
    )
    parser.add_argument("--full", action="store_true", help="10,000 records too")
    parser.add_argument("--seed", type=int, default=2010, help="which records are made")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often each contender runs; the best counts (3)"
    )
    return parser.parse_args()


class Bench:
    """One run; everything is written below ``folder``."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder, self.options, self.rounds = folder, options, options.rounds
        self.corpus, problems = open_corpus(measure.ROOT)
        if problems:
            raise SystemExit(f"the records have {len(problems)} problems; run `make check`")
        day = datetime.combine(self.corpus.today, time(12), UTC)
        self.env = measure.environment(str(int(day.timestamp())))
        self.found = budgets.Measured()

    def lines(self) -> Iterator[str]:
        yield from self._circumstances()
        yield (
            "\nSynthetic records; ms a page is processor time with all reading and checking, the search index"
            " apart; wall is with it"
        )
        yield report.head()
        for count in self._counts():
            yield self._contest(count)
        yield "\nThe real corpus"
        yield from self._real()
        yield "\nBudgets"
        yield from budgets.lines(self.found)

    def _circumstances(self) -> Iterator[str]:
        yield (
            f"{len(self.corpus.records)} real records; seed {self.options.seed}; {os.cpu_count()} processors,"
            f" load {os.getloadavg()[0]:.1f}; written {'in memory' if _memory() else 'on disk'};"
            f" contenders in turn, the best of {self.rounds} each"
        )
        if os.getloadavg()[0] > 1:
            yield "the machine is not quiet: wall clock, and its budgets, say what the neighbours left"
        if not hugo.binary():
            yield "Hugo is not installed (requirements-bench.txt): nothing is compared with it"

    def _counts(self) -> Sequence[int]:
        return (1000,) if self.options.quick else (*SIZES, 10_000) if self.options.full else SIZES

    def _contest(self, count: int) -> str:
        stock, seed = synthetic.Stock(self.corpus, measure.ROOT), self.options.seed
        folder = self.folder / "made"
        build = contest.measured(stock, self.corpus, count, seed, folder, self.env, self.rounds)
        self.found.builds[count] = build
        return build.line()

    def _real(self) -> Iterator[str]:
        project = real.copy(measure.ROOT, self.folder / "real", self.corpus.languages)
        yield self._check(project)
        yield from self._site(project)
        idle = real.unchanged(project, self.env, self.rounds)
        self.found.idle["a build where nothing changed"] = (idle.wall, 1.5)
        yield f"build where nothing changed: {idle.wall:.2f} s wall, {idle.cpu:.2f} s cpu"
        yield self._edits(project)
        yield f"PDFs, from the corpus in hand to the file; the best of {self.rounds}"
        yield from self._paper(project)

    def _check(self, project: Path) -> str:
        first, *later = real.check(project, self.env, 4)
        edited = real.check(project, self.env, 3, RECORD)
        self.found.check = real.typical([each.wall for each in later])
        self.found.check_edited = real.typical([each.wall for each in edited])
        then, changed = (
            ", ".join(f"{each.wall:.2f} ({each.cpu:.2f})" for each in runs) for runs in (later, edited)
        )
        return (
            f"check: first {first.wall:.2f} s ({first.cpu:.2f} cpu), then {then};"
            f" each with one record changed {changed}"
        )

    def _site(self, project: Path) -> Iterator[str]:
        languages, site = self.corpus.languages, self.folder / "real-site"
        command = contest.building(project, site)
        one, two = real.jobs(command, self.env, self.rounds).values()
        self.found.jobs_ratio = two.wall / one.wall
        yield f"build: {contest.count(site):,} pages; one job {_used(one)}; two jobs {_used(two)}"
        sizes = self.found.sizes = real.sizes(site, self.corpus)
        yield f"largest record page: {sizes.address}"
        search = {language: real.first_search(site, language, languages[0]) for language in SEARCHED}
        self.found.search = max(first for first, _ in search.values())
        yield "search index, kB compressed (first query at most / whole): " + "; ".join(
            f"{tag} {a / 1e3:.0f} / {b / 1e3:.0f}" for tag, (a, b) in search.items()
        )

    def _edits(self, project: Path) -> str:
        ready, edits = real.edits(project, self.env, 5, RECORD)
        self.found.edit = real.typical([wall for wall, _ in edits])
        shown = ", ".join(f"{wall:.2f} ({cpu:.2f} cpu)" for wall, cpu in edits)
        return f"serve: first page after {ready:.1f} s; edits shown after {shown} s"

    def _paper(self, project: Path) -> Iterator[str]:
        for kind, volume, languages in (
            ("record", f"records/{RECORD}", ("en",)),
            ("long", "compendium", ("en", "ar")),
        ):
            for language in languages:
                runs = [self._volume(project, volume, language) for _ in range(self.rounds)]
                best, peak = min(runs, key=lambda run: run[0].seconds)
                self.found.volumes.setdefault(kind, []).append(best)
                yield f"  {best.line()}, {peak:.0f} MB of memory"
        if not self.options.quick:
            yield from self._all_volumes(project)

    def _volume(self, project: Path, volume: str, language: str) -> tuple[Volume, float]:
        """A volume made in a process of its own (a typesetter remembers, and grows), and its peak memory."""
        made = measure.run([sys.executable, "-m", "bench.paper", project, volume, language], self.env)
        return Volume(**json.loads(made.said)), made.peak

    def _all_volumes(self, project: Path) -> Iterator[str]:
        command = [sys.executable, "-m", "generators", "pdf", "--root", project]
        used = measure.run(command, self.env)
        files = downloads.read(project / downloads.FOLDER).values()
        pages, size = sum(each.pages for each in files), sum(each.size for each in files) / 1e6
        yield (
            f"  all {len(files):,} volumes in {len(self.corpus.languages)} languages: {_used(used)},"
            f" {pages:,} pages, {size:.0f} MB"
        )
        again = measure.run(command, self.env)
        self.found.idle["a no-op compendium pdf in seven languages, CPU"] = (again.cpu, 5)
        yield f"  all of them again, nothing changed: {_used(again)}"


def _used(used: Usage) -> str:
    return f"{used.wall:.1f} s wall, {used.cpu:.1f} s cpu, {used.peak:.0f} MB"


if __name__ == "__main__":
    main()
