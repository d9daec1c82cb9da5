"""Golden cases: changes of the base library in, problems exactly as they are printed out;
the folder is the rule.

A case is ``golden/problems/<rule>/<case>.yml``: what it changes (see ``golden_case``),
and ``problems``, line by line. ``python -m pytest tests/test_golden_problems.py
--update`` writes these lines anew: read each as somebody who has never seen YAML would,
then commit it.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil

import pytest
from conftest import LANGUAGES, TODAY
from golden_case import GOLDEN, read_case, write_project

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.text.sayings import Saying
from generators.translate import interface_texts

FOLDER = GOLDEN / "problems"
CASES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.yml"))


def problems_of(root):
    """The problems of a project, of reading and of rules, with what was remembered of it."""
    read, problems = library.read(root, LANGUAGES)
    return [*problems, *checks.run(Corpus(read, TODAY, LANGUAGES), root=root)]


def told(root):
    """The problems of a project, as they are printed."""
    return [str(problem) for problem in problems_of(root)]


@pytest.fixture(scope="module")
def remembering(tmp_path_factory):
    """By base a folder ``.build`` that remembers the library that cases change,
    unchanged.
    """
    made = {}
    for base in ("base", "world"):
        root = write_project({"base": base}, tmp_path_factory.mktemp(base))
        assert told(root) == []
        made[base] = root / ".build"
    return made


@pytest.mark.parametrize("case", CASES)
def test_case(case, tmp_path, remembering, request):
    """The problems of a case are the ones that its file lists, in that order, one of them
    at least is of its rule, and all can be said in another language. What is remembered
    of the library before it was changed, and then of the changed one, makes no problem
    stay or go, nor stand elsewhere.
    """
    about = read_case(FOLDER / case)
    root = write_project(about, tmp_path / "project")
    shutil.copytree(
        remembering[about.get("base", "base")], root / ".build", dirs_exist_ok=True
    )
    problems = problems_of(root)
    said = [str(problem) for problem in problems]
    if request.config.getoption("--update"):
        update(FOLDER / case, said)
        return
    assert said == told(root) == about["problems"]
    assert case.partition("/")[0] in {problem.rule for problem in problems}
    parts = [
        part for problem in problems for part in (problem.message, problem.hint) if part
    ]
    assert [part for part in parts if not isinstance(part, Saying)] == []


def update(case, printed):
    """Write the problems of a case anew, at its end; a new case need not have any yet."""
    before = re.split("^problems:", case.read_text("utf-8"), flags=re.MULTILINE)[0]
    lines = "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in printed)
    case.write_text(f"{before.rstrip()}\nproblems:\n{lines}", "utf-8")


def test_the_problems_of_a_new_case_are_written_once(tmp_path):
    """Whether it has no list yet, an empty one, or one of before."""
    edit = "edit:\n  a.yml:\n    kind: law\n"
    case = tmp_path / "case.yml"
    for end in ("", "problems: []\n", "problems:\n  - before\n"):
        case.write_text(f"{edit}{end}", "utf-8")
        update(case, ["a.yml:1: wrong"])
        assert case.read_text("utf-8") == f'{edit}problems:\n  - "a.yml:1: wrong"\n'


_EXAMPLES, _LINES, _LETTERS = 2, 12, 300


def made_examples(folder):
    """What ``explain`` shows of each rule: of some of its cases the lines that are wrong,
    those that stand there in the base, and what is said of them; cases that show both
    sides first.
    """
    made = {}
    for rule in sorted({case.partition("/")[0] for case in CASES}):
        found = [
            one
            for case in CASES
            if case.startswith(f"{rule}/") and (one := example(case, rule, folder))
        ]
        found.sort(key=lambda each: (not each["right"], len(each["wrong"])))
        made[rule] = found[:_EXAMPLES]
    return made


def as_kept(made, folder):
    """The file of examples, with all that each finding can be told from in another
    language.
    """
    for each in (each for found in made.values() for each in found):
        read, problems = library.read(folder / each.pop("case"), LANGUAGES)
        problems += checks.run(Corpus(read, TODAY, LANGUAGES))
        each["said"] = next(
            problem for problem in problems if str(problem) == each["said"]
        ).row()
    rules = (
        f'"{rule}": [\n'
        + ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in found)
        + "\n ]"
        for rule, found in made.items()
    )
    return "{\n " + ",\n ".join(rules) + "\n}\n"


def example(case, rule, folder):
    """One example; None where the case is about a whole file, or about none."""
    told = read_case(FOLDER / case)
    said = next(
        (line for line in told["problems"] if line.partition(":")[0] in changed(told)),
        None,
    )
    if said is None:
        return None
    path = said.partition(":")[0]
    before = GOLDEN / told.get("base", "base") / path
    if not before.is_file():
        return None
    write_project({**told, "files": told.get("files", {})}, folder / case)
    old, new = (
        file.read_text("utf-8").split("\n") for file in (before, folder / case / path)
    )
    lines = list(difflib.ndiff(old, new))
    wrong = [line[2:] for line in lines if line.startswith("+ ") and line[2:]]
    right = [line[2:] for line in lines if line.startswith("- ") and line[2:]]
    fits = 0 < len(wrong) <= _LINES and len(right) <= _LINES and path.endswith(".yml")
    fits = fits and max(map(len, wrong + right)) <= _LETTERS
    return (
        {"path": path, "wrong": wrong, "right": right, "said": said, "case": case}
        if fits
        else None
    )


def changed(told):
    """The files that a case changes."""
    return {
        path
        for way in ("edit", "delete", "replace", "files")
        for path in told.get(way, ())
    }


def test_what_is_explained_is_shown_by_cases(tmp_path, pytestconfig):
    """The examples of ``compendium explain`` are those of the golden cases."""
    made = made_examples(tmp_path)
    if pytestconfig.getoption("--update"):
        checks.EXAMPLES.write_text(as_kept(made, tmp_path), "utf-8")
        return
    for rule, found in made.items():
        shown = [
            (each["path"], tuple(each["wrong"]), tuple(each["right"]), each["said"])
            for each in found
        ]
        explained = checks.examples_of(rule)
        assert [(*example[:3], str(example.problem)) for example in explained] == shown


def test_what_is_explained_can_be_said_in_another_language():
    """Findings that are shown are made of templates that are said today."""
    texts = {
        unit.text for unit in interface_texts.extract_messages(GOLDEN.parent.parent, "en")
    }
    problems = [
        example.problem
        for rule in checks.every_rule()
        for example in checks.examples_of(rule.name)
    ]
    parts = [
        part for problem in problems for part in (problem.message, problem.hint) if part
    ]
    assert parts
    assert {part.template for part in parts} <= texts


def test_every_rule_has_a_case():
    """Each rule is shown by a case at least, and each folder of cases is a rule."""
    assert {case.partition("/")[0] for case in CASES} == {
        rule.name for rule in checks.every_rule()
    } - NEED_BYTES


NEED_BYTES = {"file-size", "file-inside", "file-encoding"}
"""Rules about what no text in a case can hold: large files, links, other encodings;
``test_library`` shows them.
"""
