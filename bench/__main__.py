"""``python -m bench``: measures and prints. It is a measurement: its exit status is 0 whether or not budgets
are met.

What counts are ratios within one run: two runs on a busy machine differ by 20 to 40 per cent.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from bench import hugo, measure, real, report, synthetic
from bench.paper import Volume
from bench.report import Build
from bench.synthetic import Stock
from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.corpus.loading import open_corpus

SIZES = (200, 1000, 5000)
SEARCHED = ("en", "ar", "zh")


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
    return (
        folder
        if os.path.ismount(folder) and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 8e9
        else None
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the budgets of the design.")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="200 and 1,000 records only, and not all PDFs, which takes two minutes",
    )
    parser.add_argument("--full", action="store_true", help="10,000 records too")
    parser.add_argument("--seed", type=int, default=2010, help="which records are made")
    return parser.parse_args()


class Bench:
    """One run; everything is written below ``folder``."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder, self.options = folder, options
        self.corpus, problems = open_corpus(measure.ROOT)
        if problems:
            raise SystemExit(f"the records have {len(problems)} problems; run `make check`")
        day = datetime.combine(self.corpus.today, time(12), UTC)
        self.env = measure.environment(str(int(day.timestamp())))
        self.builds: dict[tuple[int, int], Build] = {}
        self.volumes: list[Volume] = []
        self.ratio = 0.0
        self.idle: dict[str, tuple[float, float]] = {}

    def lines(self) -> Iterator[str]:
        yield (
            f"{len(self.corpus.records)} real records; seed {self.options.seed}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f};"
            f" written {'in memory' if _memory() else 'on disk'}"
        )
        yield "\nSynthetic records; ms a page is processor time with all reading and checking, the search index apart"
        yield report.HEAD
        stock = Stock(self.corpus, measure.ROOT)
        for count in self._counts():
            for languages in (self.corpus.languages[:1], self.corpus.languages):
                build = self.builds[count, len(languages)] = measured(
                    self.folder / "made", stock, self.corpus, count, languages, self.options.seed, self.env
                )
                yield build.line()
                yield build.where()
                yield build.by_kind()
        yield "\nThe real corpus"
        yield from self._real()

    def _counts(self) -> Sequence[int]:
        return SIZES[:2] if self.options.quick else (*SIZES, 10_000) if self.options.full else SIZES

    def _real(self) -> Iterator[str]:
        languages = self.corpus.languages
        project = real.copy(measure.ROOT, self.folder / "real", languages)
        checks = real.check(project, self.env, 4)
        yield f"check: first {checks[0].wall:.2f} s ({checks[0].cpu:.2f} cpu), then " + ", ".join(
            f"{each.wall:.2f} ({each.cpu:.2f})" for each in checks[1:]
        )
        site = self.folder / "real-site"
        used = measure.run(_build(project, site, self.folder / "real.json", languages), self.env)
        pages = _count(site)
        yield f"build: {pages:,} pages, {used.cpu:.1f} s cpu, {used.wall:.1f} s wall, {used.peak:.0f} MB"
        sizes = real.sizes(site, self.corpus)
        jobs = real.side_by_side(_build(project, site, self.folder / "real.json", languages), self.env)
        self.ratio = jobs[2] / jobs[1]
        yield f"build: {jobs[1]:.1f} s wall with one job, {jobs[2]:.1f} with two (the best of three each)"
        idle = real.unchanged(project, self.env)
        self.idle["a build where nothing changed"] = (idle.wall, 1.5)
        yield f"build where nothing changed: {idle.wall:.2f} s wall, {idle.cpu:.2f} s cpu"
        yield f"largest record page: {sizes.address}"
        search = {language: real.first_search(site, language, languages[0]) for language in SEARCHED}
        yield "search index, kB compressed (first query at most / whole): " + "; ".join(
            f"{tag} {a / 1e3:.0f} / {b / 1e3:.0f}" for tag, (a, b) in search.items()
        )
        ready, edits = real.edits(project, self.env, 5, "coe/convention-197")
        yield (
            f"serve: first page after {ready:.1f} s; edits shown after "
            + ", ".join(f"{wall:.2f} ({cpu:.2f} cpu)" for wall, cpu in edits)
            + " s"
        )
        yield "PDFs, from the corpus in hand to the file"
        yield from self._paper(project)
        yield "\nBudgets"
        yield from self._budgets(
            real.typical([each.wall for each in checks[1:]]),
            real.typical([wall for wall, _ in edits]),
            sizes,
            max(first for first, _ in search.values()),
        )

    def _paper(self, project: Path) -> Iterator[str]:
        for volume, languages in (("records/coe/convention-197", ("en",)), ("compendium", ("en", "ar"))):
            for language in languages:  # a process each: a typesetter remembers, and grows
                made = measure.run([sys.executable, "-m", "bench.paper", project, volume, language], self.env)
                self.volumes.append(Volume(**json.loads(made.said)))
                yield f"  {self.volumes[-1].line()}, {made.peak:.0f} MB of memory"
        if self.options.quick:
            return
        used = measure.run([sys.executable, "-m", "generators", "pdf", "--root", project], self.env)
        files = downloads.read(project / downloads.FOLDER).values()
        whole = (
            f"{sum(each.pages for each in files):,} pages, {sum(each.size for each in files) / 1e6:.0f} MB"
        )
        yield f"  all {len(files):,} volumes in {len(self.corpus.languages)} languages: {used.wall:.0f} s wall, {used.cpu:.0f} s cpu, {whole}"
        again = measure.run([sys.executable, "-m", "generators", "pdf", "--root", project], self.env)
        self.idle["a no-op compendium pdf in seven languages, CPU"] = (again.cpu, 5)
        yield f"  all of them again, nothing changed: {again.wall:.1f} s wall, {again.cpu:.1f} s cpu"

    def _budgets(self, check: float, edit: float, sizes: real.Sizes, search: int) -> Iterator[str]:
        all_ = len(self.corpus.languages)
        whole = self.builds[1000, all_]
        yield report.budget(
            "CPU a page, 1,000 records in 7 languages, search index apart", whole.ms, 1.5, " ms"
        )
        yield report.budget("  as a ratio to Hugo", whole.to_hugo, 0.75)
        yield report.budget(
            "  the same for a MB of output in place of a page (no budget of its own)", whole.by_size, 0.75
        )
        yield report.budget("  as a ratio to plain Jinja", whole.to_jinja, 2.5)
        for count in self._counts()[2:]:
            yield report.budget(
                f"growth of ms a page from 1,000 to {count:,} records",
                self.builds[count, all_].ms / whole.ms,
                1.15,
            )
        yield report.budget("peak memory, 1,000 records in 7 languages", whole.peak, 300, " MB", 0)
        yield report.budget("wall time with two jobs, as a ratio to one", self.ratio, 0.65)
        for name, (seconds, most) in self.idle.items():
            yield report.budget(name, seconds, most, " s")
        yield report.budget("HTML of the largest record page", sizes.page / 1e3, 60, " kB", 1)
        yield report.budget("an edited line to the refreshed page (median)", edit, 1, " s")
        yield report.budget("compendium check (median, wall)", check, 1, " s")
        yield report.budget(
            "first view of the largest record page, compressed", sizes.first / 1e3, 45, " kB", 1
        )
        yield report.budget("a second page, compressed", sizes.second / 1e3, 20, " kB", 1)
        yield report.budget("first search with its scripts, compressed, at most", search / 1e3, 150, " kB", 1)
        record, *long = self.volumes
        yield report.budget("PDF of a record", record.seconds, 0.1, " s")
        yield report.budget(
            "300 pages of PDF, the slower of English and Arabic",
            max(each.seconds_for_300 for each in long),
            3,
            " s",
        )
        yield report.budget(
            "  their size, the larger", max(each.megabytes_for_300 for each in long), 5, " MB", 1
        )


def measured(
    folder: Path,
    stock: Stock,
    corpus: Corpus,
    count: int,
    languages: Sequence[str],
    seed: int,
    env: dict[str, str],
) -> Build:
    """Make the records, build them by MkDocs, by Hugo and by plain Jinja, and remove everything again."""
    made = synthetic.clones(stock, count, seed)
    project, site = folder / "project", folder / "site"
    synthetic.write(stock, made, seed, project, languages)
    used = measure.run(_build(project, site, folder / "parts.json", languages), env)
    parts = json.loads((folder / "parts.json").read_text("utf-8"))
    pages, size = _count(site), _size(site)
    shutil.rmtree(site)
    plain = json.loads(
        measure.run([sys.executable, "-m", "bench.plain", project, site, *languages], env).said
    )
    shutil.rmtree(folder)
    by_hugo = _by_hugo(folder, corpus, made, synthetic.mechanisms(stock, made, seed), languages, env)
    jinja = 1000 * plain["cpu"] / plain["pages"]
    search = parts.get("search", 0.0)
    shown = {
        "reading": parts["reading"],
        "checks": parts["checks"],
        "pages": parts["pages and search"] - search,
        "search": search,
        "MkDocs, start-up and the rest": used.cpu
        - parts["reading"]
        - parts["checks"]
        - parts["pages and search"],
    }
    kinds = {
        name: (seconds, int(parts[f"{name}: number"]))
        for name, seconds in parts.items()
        if name.endswith(" pages")
    }
    return Build(
        count,
        len(languages),
        pages,
        used.cpu,
        used.wall,
        search,
        used.peak,
        size,
        *by_hugo,
        jinja,
        shown,
        kinds,
    )


def _by_hugo(
    folder: Path,
    corpus: Corpus,
    made: Sequence[synthetic.Clone],
    mechanisms: Mapping[str, str],
    languages: Sequence[str],
    env: dict[str, str],
) -> tuple[float | None, float | None, float | None]:
    """Milliseconds a page, peak memory in MB and MB a page; nothing where Hugo is not installed."""
    binary = hugo.binary()
    if binary is None:
        return None, None, None
    project, site = folder / "project", folder / "site"
    hugo.write(corpus, made, mechanisms, project, languages)
    used = measure.run(
        [binary, "--quiet", "--source", project, "--destination", site, "--cacheDir", folder / "cache"], env
    )
    pages, size = _count(site), _size(site)
    shutil.rmtree(folder)
    return 1000 * used.cpu / pages, used.peak, size / pages


def _build(project: Path, site: Path, result: Path, languages: Sequence[str]) -> list[str | Path]:
    return [sys.executable, "-m", "bench.building", project, site, result, *languages]


def _count(site: Path) -> int:
    return sum(1 for _ in site.rglob("index.html"))


def _size(site: Path) -> float:
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    main()
