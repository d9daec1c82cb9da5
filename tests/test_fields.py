"""The kinds of value, and the walk over all of them; from one file to one model, or to
problems with line and remedy (each rule's own lines are in ``golden/problems``).
"""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generators.model import fields, validation
from generators.model.fields import Code, Day, Model, Plain, Prose, Whole, Yes, walk
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Provision, Record
from generators.model.vocabulary import StateNames, Vocabulary
from generators.text import yaml_files


class Each(Model):
    """A model with one value of each simple kind."""

    yes: Yes = False
    whole: Whole = 0
    day: Day | None = None


TRUTHS = "yes", "no", "on", "off", "True", "FALSE", "1", "0", "", "y"
NUMBERS = (
    "010",
    "1.0",
    "1.10",
    "-3",
    "+3",
    "1e3",
    "1_000",
    "1,000",
    "٣",
    "²",
    "",
    " 3",
    "12:30",
    ["3"],
)


@pytest.mark.parametrize(
    ("key", "typed"),
    [*(("yes", each) for each in TRUTHS), *(("whole", each) for each in NUMBERS)],
)
def test_nothing_else_is_truth_or_a_whole_number(key, typed):
    """What YAML 1.1 or a programmer would take for true is refused; octal, decimal,
    signed and foreign digits are, and are never read as another number.
    """
    told = {
        "yes": r"expected true or false|write (true|false)",
        "whole": r"in plain digits|write \d+",
    }
    with pytest.raises(ValidationError, match=told[key]):
        Each.model_validate({key: typed})


def provision(**more) -> Provision:
    return Provision.model_validate(
        {
            "topics": ["assistance"],
            "ref": "Art. 1",
            "strength": "obligation",
            "says": "Help.",
        }
        | more
    )


def test_walk_gives_marked_values_with_their_path_in_the_file():
    """Values come in the order of the fields, lists item by item, mappings by their keys,
    names as in the file.
    """
    found = list(
        fields.walk(
            provision(
                topics=["assistance", "return"], value={"days": "30"}, **{"from": "2024"}
            )
        )
    )
    assert found == [
        (("topics", 0), Code("topics"), "assistance"),
        (("topics", 1), Code("topics"), "return"),
        (("ref",), Plain(), "Art. 1"),
        (("strength",), Code("strengths"), "obligation"),
        (("says",), Prose(words=40), "Help."),
        (("value", "days"), Code("measures"), "days"),
    ]


def test_every_text_of_a_model_has_a_mark():
    """No text field is left without a kind: whoever adds one says whether it is prose,
    plain, a code, a reference, or a note.
    """
    for model in (Mechanism, Record, Vocabulary):
        bare = [
            name
            for name, info in model.model_fields.items()
            if info.annotation is str and not info.metadata
        ]
        assert bare == []


# -- from one file to one model ----------------------------------------------------------


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
    """The model of a text, and its problems."""
    model, _, problems = validation.read(yaml_files.parse(text, path)[0])
    return model, problems


def place(problem) -> str:
    """The path of keys that a problem names, as it was typed."""
    return ".".join(map(str, problem.loc))


def test_all_problems_of_a_file_come_at_once():
    """An editor mends a file in one go: missing, unknown and wrong keys in one run, each
    with its line; a key that was called otherwise is not missing too.
    """
    _, problems = read(
        "kind: sop\ntype: sop\nstatus: adopted\nbinding: maybe\nsteps:\n  - {stage: "
        "return, doess: Go.}\nconfidence: recalled\n"
    )
    assert [(problem.rule, problem.line, place(problem)) for problem in problems] == [
        ("value-type", 4, "binding"),
        ("key-missing", 6, "steps.0.ref"),
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


RECORD = """\
kind: instrument
type: convention
title: A convention
status: in-force
binding: true
confidence: recalled
"""


def left(text: str):
    """The model of a record that some values do not fit, and its source."""
    model, source, problems = validation.read(
        yaml_files.parse(RECORD + text, "instruments/alpha/convention.yml")[0]
    )
    assert model is not None
    assert problems != []
    return model, source, problems


def lines_by_text(model, source) -> dict[str, tuple[int, str]]:
    """The line and field that a problem would name at each marked value of a model, by
    the value.
    """
    found = {}
    for loc, _, value in walk(model):
        problem = source.problem(loc, "x")
        found[str(value)] = (problem.line, place(problem))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "silent: [{a: b}, one, [c], two]\n",
            {"one": (7, "silent.1"), "two": (7, "silent.3")},
        ),
        (
            "parties:\n  states:\n    - NGA\n    - {state: BEN}\n    - [x]\n"
            "    - {state: TGO, note: Since then.}\n",
            {
                "BEN": (10, "parties.states.1.state"),
                "TGO": (12, "parties.states.3.state"),
                "Since then.": (12, "parties.states.3.note"),
            },
        ),
        (
            "provisions:\n  - {topics: [{a: b}, one], ref: Art. 1, strength: "
            "obligation, says: First., colour: red}\n",
            {"one": (8, "provisions.0.topics.1"), "First.": (8, "provisions.0.says")},
        ),
        (
            "official_titles: {fr: [a], es: Convenio}\nsources:\n  - A book\n"
            "  - {title: Text, kind: primary, seen: never}\n",
            {"es": (7, "official_titles.es"), "Text": (10, "sources.1.title")},
        ),
        ("adopted: never\nin_force: 2008\nsilent: [one]\n", {"one": (9, "silent.0")}),
    ],
)
def test_every_value_keeps_its_place_whatever_was_left_out(text, expected):
    """Lines and fields are those of the file, in every shape of list and mapping."""
    model, source, _ = left(text)
    places = lines_by_text(model, source)
    assert {value: places[value] for value in expected} == expected
