"""What small changes of the code no test sees: ``python -m bench.mutants [PATTERN …]``.

mutmut changes one thing at a time in the modules that ``pyproject.toml`` names (a ``<`` to ``<=``, a text to
another, an argument to None) and runs the tests that reach it; a mutant that no test fails for is alive.
Patterns (``generators.corpus.status*``) choose some of them. What a run found is kept in ``mutants/``, and
asked again only where code or tests have changed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from bench.measure import print_line

ALIVE = {"survived", "no tests"}
SHARE = 0.10
"""Of the mutants, at most so many may stay alive."""


def main() -> None:
    """Run mutmut, then say how many mutants of each module are alive, and which."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("patterns", nargs="*", help="names of mutants, such as 'generators.corpus.status*'")
    options = parser.parse_args()
    if status := subprocess.run(_mutmut("run", *options.patterns), check=False).returncode:
        raise SystemExit(status)
    listed = subprocess.run(_mutmut("results", "--all", "true"), check=True, capture_output=True, text=True)
    for line in report(listed.stdout.splitlines()):
        print_line(line)


def _mutmut(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "mutmut", *map(str, arguments)]


def report(lines: Iterable[str]) -> Iterator[str]:
    """Of the lines that ``mutmut results`` prints: the mutants that are alive, then a line a module, then the
    share of all; those that were not tried are left out.
    """
    by_module: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, _, said in (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line):
        if said != "not checked":
            by_module[name.rpartition(".")[0]][said in ALIVE] += 1
        if said in ALIVE:
            yield f"{said}: {name}"
    whole = sum(by_module.values(), Counter())
    for module, counted in (*by_module.items(), ("all", whole)):
        share = counted[True] / (counted.total() or 1)
        yield f"{module}: {counted[True]} of {counted.total()} mutants alive, {share:.1%}"
    yield f"at most {SHARE:.0%}: {'met' if whole[True] <= SHARE * whole.total() else 'NOT met'}"


if __name__ == "__main__":
    main()
