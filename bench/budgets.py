"""The budgets of the design, each beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.paper import Volume
from bench.real import Sizes
from bench.report import Build, budget


@dataclass(slots=True)
class Measured:
    """What a run found out so far: builds by records, and figures of the real corpus, in seconds and bytes;
    ``idle`` are budgets by name with what was measured and what is allowed, in seconds.
    """

    builds: dict[int, Build] = field(default_factory=dict)
    idle: dict[str, tuple[float, float]] = field(default_factory=dict)
    volumes: dict[str, list[Volume]] = field(default_factory=dict)
    jobs_ratio: float | None = None
    check: float | None = None
    check_edited: float | None = None
    edit: float | None = None
    sizes: Sizes | None = None
    search: int | None = None


def lines(measured: Measured) -> Iterator[str]:
    """All budgets."""
    yield from _building(measured.builds[1000])
    for count in (count for count in measured.builds if count > 1000):
        growth = measured.builds[count].ours.ms / measured.builds[1000].ours.ms
        yield budget(f"growth of ms a page from 1,000 to {count:,} records", growth, 1.10)
    yield budget("wall with two jobs, as a ratio to one, the real corpus", measured.jobs_ratio, 0.65)
    for name, (seconds, most) in measured.idle.items():
        yield budget(name, seconds, most, " s")
    yield budget("an edited line to the refreshed page (median)", measured.edit, 0.5, " s")
    yield budget("compendium check, nothing changed (median, wall)", measured.check, 1, " s")
    yield budget("compendium check, one record changed (median, wall)", measured.check_edited, 1, " s")
    yield from _reading(measured)
    yield from _paper(measured.volumes)


def _building(build: Build) -> Iterator[str]:
    yield budget("CPU a page, 1,000 records in 7 languages, search index apart", build.ours.ms, 1.0, " ms")
    yield budget("  as a ratio to Hugo", build.to_hugo, 0.6)
    yield budget("  wall with two jobs and search index, as a ratio to Hugo", build.wall_to_hugo, 0.6)
    search = 1000 * build.ours.search / build.ours.pages
    yield budget("search index, CPU a page", search, 0.6, " ms")
    yield budget(
        "wall with two jobs, as a ratio to one, 1,000 records", build.wall_two_jobs / build.wall, 0.65
    )
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
