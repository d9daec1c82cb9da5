"""What was measured, as lines: a build beside Hugo's, a budget beside what it allows."""

from __future__ import annotations

from dataclasses import dataclass

from bench.measure import Usage

_COLUMNS = (
    "records",
    "pages",
    "cpu s",
    "wall s",
    "2 jobs",
    "ms/page",
    "peak MB",
    "out MB",
    "Hugo ms",
    "/ Hugo",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a contender: what it took, the pages and MB it wrote, and the processor seconds that the
    search index took of it.
    """

    used: Usage
    pages: int
    size: float
    search: float = 0.0

    @property
    def ms(self) -> float:
        """Milliseconds of processor a page, the search index apart."""
        return 1000 * (self.used.cpu - self.search) / self.pages


@dataclass(frozen=True, slots=True)
class Build:
    """The best runs over some records, by processor seconds, and the best seconds of wall clock: of ours with
    one job and with two, and of Hugo, None where it is not installed.
    """

    records: int
    ours: Run
    hugo: Run | None
    wall: float
    wall_two_jobs: float
    wall_hugo: float | None = None

    @property
    def to_hugo(self) -> float | None:
        return self.ours.ms / self.hugo.ms if self.hugo else None

    @property
    def wall_to_hugo(self) -> float | None:
        """Wall clock a page as a ratio to Hugo's, which uses all processors, as ours do with two jobs."""
        if not self.hugo or not self.wall_hugo:
            return None
        return self.wall_two_jobs / self.ours.pages / (self.wall_hugo / self.hugo.pages)

    def line(self) -> str:
        used, hugo = self.ours.used, self.hugo
        figures = (used.cpu, self.wall, self.wall_two_jobs, self.ours.ms, used.peak, self.ours.size)
        compared = (hugo and hugo.ms, self.to_hugo)
        cells = [f"{self.records:,}", f"{self.ours.pages:,}", *(f"{each:.1f}" for each in figures)]
        return _row([*cells, *("-" if each is None else f"{each:.2f}" for each in compared)])


def head() -> str:
    """The line above those of builds."""
    return _row(_COLUMNS)


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return " ".join(f"{cell:>8}" for cell in cells)


def budget(what: str, measured: float | None, most: float, unit: str = "", digits: int = 2) -> str:
    """One budget of the design: measured, budget, met or NOT."""
    if measured is None:
        return f"{what:<66} {'not measured':>14}   at most {most:g}{unit}"
    verdict = "met" if measured <= most else "NOT met"
    return f"{what:<66} {f'{measured:.{digits}f}{unit}':>14}   at most {most:g}{unit:<4} {verdict}"
