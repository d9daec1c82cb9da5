"""The budgets of the design, each beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator

from bench.contest import Build
from bench.paper import Volume
from bench.real import Sizes


def budget(what: str, measured: float | None, most: float, unit: str = "", digits: int = 2) -> str:
    """One budget of the design: measured, budget, met or NOT."""
    if measured is None:
        return f"{what:<66} {'not measured':>14}   at most {most:g}{unit}"
    verdict = "met" if measured <= most else "NOT met"
    return f"{what:<66} {f'{measured:.{digits}f}{unit}':>14}   at most {most:g}{unit:<4} {verdict}"


def building(build: Build) -> Iterator[str]:
    """Those of a build of 1,000 records."""
    search = 1000 * build.ours.search / build.ours.pages
    two_jobs = build.two_jobs.used.wall / build.ours.used.wall
    yield budget("CPU a page, 1,000 records in 7 languages, search index apart", build.ours.ms, 1.0, " ms")
    yield budget("  as a ratio to Hugo", build.to_hugo, 0.6)
    yield budget("  wall with two jobs and search index, as a ratio to Hugo", build.wall_to_hugo, 0.6)
    yield budget("search index, CPU a page", search, 0.6, " ms")
    yield budget("wall with two jobs, as a ratio to one, 1,000 records", two_jobs, 0.65)
    yield budget("peak memory, 1,000 records in 7 languages", build.ours.used.peak, 300, " MB", 0)


def growth(small: Build, large: Build) -> str:
    """What a page of more records costs, beside one of 1,000."""
    what = f"growth of ms a page from 1,000 to {large.records:,} records"
    return budget(what, large.ours.ms / small.ours.ms, 1.10)


def reading(sizes: Sizes, search: int) -> Iterator[str]:
    """What a reader waits for, in bytes; ``search`` are those of the first query, at most."""
    for what, size, most in (
        ("HTML of the largest record page", sizes.page, 60),
        ("HTML of the largest State page", sizes.state, 90),
        ("first view of the largest record page, compressed", sizes.first, 45),
        ("a second page, compressed", sizes.second, 15),
        ("first search with its scripts, compressed, at most", search, 100),
    ):
        yield budget(what, size / 1e3, most, " kB", 1)


def paper(record: Volume, long: list[Volume]) -> Iterator[str]:
    """Those of a short volume and of long ones."""
    slower, larger = map(max, zip(*(each.for_300() for each in long), strict=True))
    yield budget("PDF of a record", record.seconds, 0.1, " s")
    yield budget("300 pages of PDF, the slower of English and Arabic", slower, 3, " s")
    yield budget("  their size, the larger", larger, 5, " MB", 1)
