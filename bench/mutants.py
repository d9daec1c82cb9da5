"""What small changes of the code no test sees: ``python -m bench.mutants [PATTERN …]``.

mutmut changes one thing at a time in the modules that ``pyproject.toml`` names (a ``<`` to ``<=``, a text to
another, an argument to None) and runs the tests that reach it; a mutant that no test fails for is alive.
Patterns (``generators.corpus.status*``) choose some of them. What a run found is kept in ``mutants/``, and
asked again only where code or tests have changed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

ALIVE = {"survived", "no tests"}
SHARE = 0.10
"""Of the mutants, at most so many may stay alive."""


def main() -> None:
    """Run mutmut, then say how many mutants of each module are alive, and which."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("patterns", nargs="*", help="names of mutants, such as 'generators.corpus.status*'")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="mutants tried side by side")
    options = parser.parse_args()
    done = subprocess.run(_mutmut("run", "--max-children", options.jobs, *options.patterns), check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    listed = subprocess.run(_mutmut("results", "--all", "true"), check=True, capture_output=True, text=True)
    for line in report(results(listed.stdout.splitlines())):
        sys.stdout.write(f"{line}\n")


def _mutmut(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "mutmut", *map(str, arguments)]


def results(lines: Iterable[str]) -> dict[str, str]:
    """What became of each mutant, by its name, from the lines that ``mutmut results`` prints; those that were
    not tried are left out.
    """
    pairs = (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line)
    return {name: said for name, _, said in pairs if said != "not checked"}


def report(found: Mapping[str, str]) -> Iterator[str]:
    """The mutants that are alive, then a line a module, then the share of all."""
    yield from (f"{said}: {name}" for name, said in found.items() if said in ALIVE)
    by_module: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, said in found.items():
        by_module[name.rpartition(".")[0]][said in ALIVE] += 1
    for module, counted in by_module.items():
        yield _line(module, counted)
    whole = sum(by_module.values(), Counter())
    verdict = "met" if whole[True] <= SHARE * whole.total() else "NOT met"
    yield f"{_line('all', whole)} (at most {SHARE:.0%}: {verdict})"


def _line(what: str, counted: Counter[bool]) -> str:
    share = counted[True] / counted.total() if counted.total() else 0
    return f"{what}: {counted[True]} of {counted.total()} mutants alive, {share:.1%}"


if __name__ == "__main__":
    main()
