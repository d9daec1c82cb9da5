"""Figures as lines, and budgets as lines that say whether they are met."""

from __future__ import annotations

from dataclasses import dataclass

from bench.measure import Usage

_COLUMNS = (
    ("records", 8),
    ("lang.", 5),
    ("pages", 7),
    ("cpu s", 7),
    ("wall s", 7),
    ("2 jobs", 7),
    ("search", 7),
    ("ms a page", 9),
    ("peak MB", 8),
    ("out MB", 7),
    ("Hugo ms", 8),
    ("wall s", 7),
    ("Hugo MB", 8),
    ("/ Hugo", 7),
    ("Jinja ms", 8),
    ("/ Jinja", 7),
)


@dataclass(frozen=True, slots=True)
class Contender:
    """What one way of building took at best, and the pages and MB that it wrote."""

    used: Usage
    pages: int
    size: float

    @property
    def ms(self) -> float:
        """Milliseconds of processor a page."""
        return 1000 * self.used.cpu / self.pages


@dataclass(frozen=True, slots=True)
class Build:
    """One build and the builds it is compared with; seconds of processor unless it says so. ``search`` is
    part of what ours took; ``hugo`` is None where it is not installed, ``two_jobs`` where one language is
    built.
    """

    records: int
    languages: int
    ours: Contender
    two_jobs: Contender | None
    hugo: Contender | None
    jinja_ms: float
    search: float
    parts: dict[str, float]
    kinds: dict[str, tuple[float, int]]
    alone: float | None = None
    """What one process does alone, before and after two share the rest."""

    @property
    def ms(self) -> float:
        """Milliseconds of processor a page, the search index apart."""
        return 1000 * (self.ours.used.cpu - self.search) / self.ours.pages

    @property
    def search_ms(self) -> float:
        """Milliseconds of processor a page for the search index."""
        return 1000 * self.search / self.ours.pages

    @property
    def to_hugo(self) -> float | None:
        return self.ms / self.hugo.ms if self.hugo else None

    @property
    def wall_to_hugo(self) -> float | None:
        """Wall clock a page as a ratio to Hugo's: Hugo uses all processors, and so do ours, with two jobs;
        theirs makes no search index, ours does.
        """
        ours = self.two_jobs or self.ours
        return ours.used.wall / ours.pages / (self.hugo.used.wall / self.hugo.pages) if self.hugo else None

    @property
    def by_size(self) -> float | None:
        """Processor seconds a MB of output as a ratio to Hugo's, for ours hold more markup."""
        if not self.hugo or not self.hugo.size:
            return None
        return (self.ms * self.ours.pages / self.ours.size) / (1000 * self.hugo.used.cpu / self.hugo.size)

    @property
    def to_jinja(self) -> float:
        return self.ms / self.jinja_ms

    @property
    def jobs_ratio(self) -> float | None:
        """Wall clock with two jobs as a ratio to one."""
        return self.two_jobs.used.wall / self.ours.used.wall if self.two_jobs else None

    @property
    def jobs_at_best(self) -> float | None:
        """What that ratio comes to where both processors are free, by processor seconds: what one process
        does alone, and half of the rest.
        """
        if not self.two_jobs or self.alone is None:
            return None
        shared = self.two_jobs.used.cpu - self.alone
        return (self.alone + shared / 2) / self.ours.used.cpu

    def line(self) -> str:
        ours, hugo = self.ours, self.hugo
        cells = (
            f"{self.records:,}",
            str(self.languages),
            f"{ours.pages:,}",
            f"{ours.used.cpu:.1f}",
            f"{ours.used.wall:.1f}",
            _or(self.two_jobs and self.two_jobs.used.wall, 1),
            f"{self.search:.1f}",
            f"{self.ms:.2f}",
            f"{ours.used.peak:.0f}",
            f"{ours.size:.0f}",
            _or(hugo and hugo.ms),
            _or(hugo and hugo.used.wall, 1),
            _or(hugo and hugo.used.peak, 0),
            _or(self.to_hugo),
            f"{self.jinja_ms:.2f}",
            f"{self.to_jinja:.2f}",
        )
        return _row(cells)

    def by_kind(self) -> str:
        """What the most expensive kinds of page take in all, and how many there are."""
        dearest = sorted(self.kinds.items(), key=lambda item: -item[1][0])[:6]
        return "  making pages: " + "; ".join(
            f"{name} {seconds:.1f} s ({number:,} × {1000 * seconds / number:.2f} ms)"
            for name, (seconds, number) in dearest
        )

    def where(self) -> str:
        """Where the time of the cheapest run goes: the parts of the build, in ms a page."""
        pages = self.ours.pages
        parts = "; ".join(f"{name} {1000 * seconds / pages:.2f}" for name, seconds in self.parts.items())
        return f"  of {self.ours.ms:.2f} ms a page: {parts}"

    def instructions(self) -> str:
        """Millions of instructions a page, which neighbours on the machine do not change."""
        ours = _millions(self.ours)
        theirs = _millions(self.hugo) if self.hugo else None
        ratio = ours / theirs if ours and theirs else None
        return (
            f"  million instructions a page, search index included: ours {_or(ours)}, Hugo {_or(theirs)},"
            f" ratio {_or(ratio)}"
        )


def head() -> str:
    """The line above those of builds."""
    return _row(tuple(name for name, _ in _COLUMNS))


def _row(cells: tuple[str, ...]) -> str:
    return " ".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, _COLUMNS, strict=True))


def _millions(contender: Contender) -> float | None:
    number = contender.used.instructions
    return None if number is None else number / contender.pages / 1e6


def _or(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def budget(what: str, measured: float | None, most: float, unit: str = "", digits: int = 2) -> str:
    """One budget of the design: measured, budget, met or NOT."""
    if measured is None:
        return f"{what:<66} {'not measured':>14}   at most {most:g}{unit}"
    verdict = "met" if measured <= most else "NOT met"
    return f"{what:<66} {f'{measured:.{digits}f}{unit}':>14}   at most {most:g}{unit:<4} {verdict}"
