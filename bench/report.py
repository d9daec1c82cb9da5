"""Figures as lines, and budgets as lines that say whether they are met."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = (
    f"{'records':>8} {'lang.':>5} {'pages':>7} {'cpu s':>7} {'wall s':>7} {'search':>7} {'ms a page':>9} {'peak MB':>8} {'out MB':>7}"
    f" {'Hugo ms':>8} {'Hugo MB':>8} {'/ Hugo':>7} {'Jinja ms':>8} {'/ Jinja':>7}"
)


@dataclass(frozen=True, slots=True)
class Build:
    """One build and the builds it is compared with; seconds of processor unless it says so. ``search`` is
    part of ``cpu``.
    """

    records: int
    languages: int
    pages: int
    cpu: float
    wall: float
    search: float
    peak: float
    size: float
    hugo_ms: float | None
    hugo_peak: float | None
    hugo_size: float | None
    jinja_ms: float
    parts: dict[str, float]
    kinds: dict[str, tuple[float, int]]

    @property
    def ms(self) -> float:
        """Milliseconds of processor a page, the search index apart."""
        return 1000 * (self.cpu - self.search) / self.pages

    @property
    def to_hugo(self) -> float | None:
        return self.ms / self.hugo_ms if self.hugo_ms else None

    @property
    def to_jinja(self) -> float:
        return self.ms / self.jinja_ms

    def line(self) -> str:
        return (
            f"{self.records:>8,} {self.languages:>5} {self.pages:>7,} {self.cpu:>7.1f} {self.wall:>7.1f} {self.search:>7.1f} {self.ms:>9.2f}"
            f" {self.peak:>8.0f} {self.size:>7.0f} {_or(self.hugo_ms):>8} {_or(self.hugo_peak, 0):>8} {_or(self.to_hugo):>7} {self.jinja_ms:>8.2f}"
            f" {self.to_jinja:>7.2f}"
        )

    @property
    def by_size(self) -> float | None:
        """Processor seconds a MB of output as a ratio to Hugo's, for ours hold more markup."""
        if not self.hugo_ms or not self.hugo_size:
            return None
        return (self.ms / (self.size / self.pages)) / (self.hugo_ms / self.hugo_size)

    def by_kind(self) -> str:
        """What the most expensive kinds of page take in all, and how many there are."""
        dearest = sorted(self.kinds.items(), key=lambda item: -item[1][0])[:6]
        return "  making pages: " + "; ".join(
            f"{name} {seconds:.1f} s ({number:,} × {1000 * seconds / number:.2f} ms)"
            for name, (seconds, number) in dearest
        )

    def where(self) -> str:
        """Where the time goes: the parts of the build, in ms a page."""
        parts = "; ".join(f"{name} {1000 * seconds / self.pages:.2f}" for name, seconds in self.parts.items())
        return f"  of {1000 * self.cpu / self.pages:.2f} ms a page: {parts}"


def _or(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def budget(what: str, measured: float | None, most: float, unit: str = "", digits: int = 2) -> str:
    """One budget of the design: measured, budget, met or NOT."""
    if measured is None:
        return f"{what:<66} {'not measured':>14}   at most {most:g}{unit}"
    return f"{what:<66} {f'{measured:.{digits}f}{unit}':>14}   at most {most:g}{unit:<4} {'met' if measured <= most else 'NOT met'}"
