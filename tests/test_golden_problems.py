"""Golden cases: changes of the base library in, problems exactly as they are printed out; the folder is the
rule.

A case is ``golden/problems/<rule>/<case>.yml``: what it changes (see ``golden_case``), and ``problems``, line
by line. ``python -m pytest tests/test_golden_problems.py --update`` writes these lines anew: read each as somebody
who has never seen YAML would, then commit it.
"""

from __future__ import annotations

import json

import pytest
from golden_case import GOLDEN, read_case, write_project

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus

FOLDER = GOLDEN / "problems"
CASES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.yml"))


@pytest.mark.parametrize("case", CASES)
def test_case(case, tmp_path, today, languages, request):
    """The problems of a case are the ones that its file lists, in that order, and one of them at least is of
    its rule.
    """
    told = read_case(FOLDER / case)
    read, problems = library.read(write_project(told, tmp_path), languages)
    problems += checks.run(Corpus(read, today, languages))
    said = [str(problem) for problem in problems]
    if request.config.getoption("--update"):
        update(FOLDER / case, said)
        return
    assert said == told["problems"]
    assert case.partition("/")[0] in {problem.rule for problem in problems}


def update(case, said):
    """Write the problems of a case anew; they stand at its end."""
    before = case.read_text("utf-8").partition("\nproblems:\n")[0]
    lines = "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in said)
    case.write_text(f"{before}\nproblems:\n{lines}", "utf-8")


def test_every_rule_has_a_case():
    """Each rule is shown by a case at least, and each folder of cases is a rule."""
    assert {case.partition("/")[0] for case in CASES} == {
        rule.name for rule in checks.every_rule()
    } - NEED_BYTES


NEED_BYTES = {"file-size", "file-inside", "file-encoding"}
"""Rules about what no text in a case can hold: large files, links, other encodings; ``test_sources`` shows
them.
"""
