"""The budgets of the design, each beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.paper import Volume
from bench.real import Sizes
from bench.report import Build, budget


@dataclass(slots=True)
class Measured:
    """What a run found out so far: builds by records and languages, and figures of the real corpus, in
    seconds and bytes; ``idle`` are budgets by name with what was measured and what is allowed, in seconds;
    ``exports`` are milliseconds a page.
    """

    builds: dict[tuple[int, int], Build] = field(default_factory=dict)
    idle: dict[str, tuple[float, float]] = field(default_factory=dict)
    volumes: dict[str, list[Volume]] = field(default_factory=dict)
    jobs_ratio: float | None = None
    check: float | None = None
    check_edited: float | None = None
    edit: float | None = None
    sizes: Sizes | None = None
    search: int | None = None
    exports: float | None = None


def lines(measured: Measured, counts: Sequence[int], languages: int) -> Iterator[str]:
    """All budgets; ``counts`` are the numbers of records that were built in all ``languages``."""
    yield from _building(measured.builds[1000, languages])
    for count in (count for count in counts if count > 1000):
        growth = measured.builds[count, languages].ms / measured.builds[1000, languages].ms
        yield budget(f"growth of ms a page from 1,000 to {count:,} records", growth, 1.10)
    yield budget("wall with two jobs, as a ratio to one, the real corpus", measured.jobs_ratio, 0.65)
    for name, (seconds, most) in measured.idle.items():
        yield budget(name, seconds, most, " s")
    yield budget("open data as tables, CPU a page of the site", measured.exports, 0.3, " ms")
    yield budget("an edited line to the refreshed page (median)", measured.edit, 0.5, " s")
    yield budget("compendium check, nothing changed (median, wall)", measured.check, 1, " s")
    yield budget("compendium check, one record changed (median, wall)", measured.check_edited, 1, " s")
    yield from _reading(measured)
    yield from _paper(measured.volumes)


def _building(build: Build) -> Iterator[str]:
    yield budget("CPU a page, 1,000 records in 7 languages, search index apart", build.ms, 1.0, " ms")
    yield budget("  as a ratio to Hugo", build.to_hugo, 0.6)
    yield budget("  the same for a MB of output (no budget of its own)", build.by_size, 0.6)
    yield budget("  wall with two jobs and search index, as a ratio to Hugo", build.wall_to_hugo, 0.6)
    yield budget("  as a ratio to plain Jinja", build.to_jinja, 1.3)
    yield budget("search index, CPU a page", build.search_ms, 0.6, " ms")
    yield budget("wall with two jobs, as a ratio to one, 1,000 records", build.jobs_ratio, 0.65)
    best = build.jobs_at_best
    yield budget("  by processor seconds, both processors free (no budget of its own)", best, 0.65)
    yield budget("peak memory, 1,000 records in 7 languages", build.ours.used.peak, 300, " MB", 0)


def _reading(measured: Measured) -> Iterator[str]:
    """What a reader waits for."""
    sizes, search = measured.sizes, measured.search
    for what, size, most in (
        ("HTML of the largest record page", sizes and sizes.page, 60),
        ("HTML of the largest State page", sizes and sizes.state, 90),
        ("first view of the largest record page, compressed", sizes and sizes.first, 45),
        ("a second page, compressed", sizes and sizes.second, 15),
        ("first search with its scripts, compressed, at most", search, 100),
    ):
        yield budget(what, None if size is None else size / 1e3, most, " kB", 1)


def _paper(volumes: dict[str, list[Volume]]) -> Iterator[str]:
    record, long = volumes["record"], volumes["long"]
    yield budget("PDF of a record", max(each.seconds for each in record), 0.1, " s")
    slower = max(each.seconds_for_300 for each in long)
    yield budget("300 pages of PDF, the slower of English and Arabic", slower, 3, " s")
    larger = max(each.megabytes_for_300 for each in long)
    yield budget("  their size, the larger", larger, 5, " MB", 1)
