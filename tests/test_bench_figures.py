"""The figures of the bench: how they are measured and counted, and held against budgets."""

from __future__ import annotations

import sys

import pytest

from bench import budgets, contest, measure, mutants
from bench.contest import Build, Run
from bench.measure import Usage


@pytest.mark.parametrize(("measured", "verdict"), [(1.5, "met"), (1.51, "NOT met"), (None, "not measured")])
def test_a_budget_says_whether_it_is_met(measured, verdict):
    """A figure up to the budget meets it; what was not measured says so."""
    line = budgets.budget("CPU a page", measured, 1.5, " ms")
    assert verdict in line
    assert ("NOT" in line) == (verdict == "NOT met")


def build(hugo: bool = True) -> Build:
    """1,000 records as 10,000 pages: ours in 15 s of processor, 5 of them for search, and 20 s of wall."""
    ours, two_jobs, theirs = (
        Run(Usage(15.0, 20.0, 250.0, "5"), 10_000, 400.0),
        Run(Usage(15.0, 12.0, 250.0, "5"), 10_000, 400.0),
        Run(Usage(10.0, 8.0, 900.0), 5_000, 100.0),
    )
    return Build(1000, ours, two_jobs, theirs if hugo else None)


def test_ratios_are_for_each_page():
    """Contenders are compared by what a page costs, however many pages each writes: processor without the
    search index, wall clock with two jobs.
    """
    made = build()
    assert (made.ours.ms, made.to_hugo) == (1.0, 0.5)
    assert made.wall_to_hugo == pytest.approx(0.75)
    assert len(made.line()) == len(contest.row(*contest.COLUMNS))


def test_without_hugo_nothing_is_compared_with_it():
    """Where Hugo is not installed the budgets beside it are said not to be measured, and the others are."""
    lines = {line[:66].strip(): line for line in budgets.building(build(hugo=False))}
    assert "not measured" in lines["as a ratio to Hugo"]
    assert lines["wall with two jobs, as a ratio to one, 1,000 records"].endswith("0.65     met")


def test_what_a_process_took_is_measured(tmp_path):
    """A command's processor and wall seconds, memory and output are told; one that fails says why."""
    used = measure.run([sys.executable, "-c", "print(sum(range(10**6)))"], measure.environment("0"), tmp_path)
    assert used.said == "499999500000\n"
    assert 0 < used.cpu < 60
    assert 1 < used.peak < 1000
    with pytest.raises(measure.Failed, match="no such thing"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such thing')"], measure.environment("0"))


def test_mutants_are_counted_by_module():
    """Those that no test fails for are alive, named, and counted; those that were not tried count for
    nothing.
    """
    lines = [
        "    generators.a.x_f__mutmut_1: killed",
        "    generators.a.x_f__mutmut_2: survived",
        "    generators.b.x_g__mutmut_1: no tests",
        "    generators.b.x_g__mutmut_2: timeout",
        "    generators.b.x_g__mutmut_3: not checked",
    ]
    assert list(mutants.report(lines)) == [
        "survived: generators.a.x_f__mutmut_2",
        "no tests: generators.b.x_g__mutmut_1",
        "generators.a: 1 of 2 mutants alive, 50.0%",
        "generators.b: 1 of 2 mutants alive, 50.0%",
        "all: 2 of 4 mutants alive, 50.0%",
        "at most 10%: NOT met",
    ]
