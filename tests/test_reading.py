"""From one file to one model, or to problems with line and remedy (each rule's own lines are in
``golden/problems``).
"""

from __future__ import annotations

import pytest

from generators.model import validation
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import StateNames, Vocabulary
from generators.text import yaml_files


@pytest.mark.parametrize(
    ("path", "kind", "model"),
    [
        ("instruments/alpha/mechanism.yml", "organisation", Mechanism),
        ("instruments/alpha/mechanism.yml", "instrument", None),
        ("instruments/alpha/plan.yml", "action-plan", Record),
        ("instruments/alpha/plan.yml", "organisation", None),
        ("instruments/alpha/plan.yml", "vocabulary", None),
        ("instruments/dakar-2010/a.yml", "lesson", Item),
        ("instruments/vocabulary/topics.yml", "vocabulary", Vocabulary),
        ("instruments/vocabulary/states.yml", "vocabulary", StateNames),
        ("instruments/vocabulary/topics.yml", "instrument", None),
    ],
)
def test_place_and_kind_decide_the_model(path, kind, model):
    """A file's kind must belong where the file stands."""
    assert validation.model_of(path, kind) is model


def read(text: str, path: str = "instruments/alpha/plan.yml"):
    return validation.read(yaml_files.parse(text, path)[0])


def test_a_whole_file_is_a_frozen_model():
    """A model holds typed values and never changes."""
    model, problems = read(
        "kind: action-plan\ntype: plan\ntitle: Plan\nstatus: adopted\nbinding: false\nadopted: {date: 2008-05}\nconfidence: recalled\n"
    )
    assert problems == []
    assert (model.binding, model.adopted.date.precision, model.title) == (False, "month", "Plan")
    with pytest.raises(ValueError, match="frozen"):
        model.title = "Another"


def test_all_problems_of_a_file_come_at_once():
    """An editor mends a file in one go: missing, unknown and wrong keys in one run, each with its line."""
    _, problems = read(
        "kind: sop\ntype: sop\nstatus: adopted\nbinding: maybe\nsteps:\n  - {stage: return, doess: Go.}\nconfidence: recalled\n"
    )
    assert [(problem.rule, problem.line, problem.field) for problem in problems] == [
        ("value-type", 4, "binding"),
        ("key-missing", 6, "steps.0.ref"),
        ("key-missing", 6, "steps.0.does"),
        ("key-unknown", 6, "steps.0.doess"),
    ]
    assert "did you mean 'does'?" in problems[-1].hint


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "a\n",
        "kind: [instrument]\n",
        "kind: {a: b}\n",
        "kind: instrument\nprovisions: {a: b}\n",
        "kind: instrument\nrelations: a\n",
    ],
)
def test_any_shape_gives_problems_and_no_traceback(text):
    """Lists for mappings, mappings for texts, and so on, are problems with a remedy."""
    model, problems = read(text)
    assert model is None
    assert problems != []
    assert all(problem.rule and problem.hint for problem in problems)


@pytest.mark.parametrize("kind", ["instrument", "action-plan", "sop"])
def test_text_for_other_types_is_a_problem(kind):
    """No value is turned into another one: ``NO`` is no truth, ``010`` no number, 30 February no day."""
    _, problems = read(
        f"kind: {kind}\ntype: x\nstatus: x\nbinding: NO\nin_force: 2024-02-30\nparties: {{count: 010}}\nconfidence: recalled\n"
    )
    assert [(problem.field, problem.rule) for problem in problems] == [
        ("binding", "value-type"),
        ("in_force", "value-type"),
        ("parties.count", "value-type"),
    ]
