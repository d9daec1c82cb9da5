"""A file that an editor begins: sound as it stands, and with examples in comments that
hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run

from generators.edit import new_file
from generators.edit.new_file import Answers

READ = ["--source", "The text, official journal", "--read"]
PLAN = [
    "plan",
    "alpha/plan-2027",
    "--title",
    "Plan 2027: a start",
    "--sort",
    "plan",
    "--status",
    "adopted",
    "--about",
    "trafficking",
]
BEGUN = {
    "mechanism": [
        *(
            "mechanism",
            "gamma",
            "--title",
            "The Gamma",
            "--sort",
            "organisation",
            "--region",
            "africa",
        ),
    ],
    "instrument": [
        *(
            "instrument",
            "alpha/protocol-2027",
            "--title",
            "A protocol",
            "--sort",
            "convention",
        ),
        *("--status", "in-force", "--binding", "--adopted", "2009-07", *READ),
        *("--about", "framework"),
    ],
    "plan": [*PLAN, "--not-binding", "--source", "A report"],
    "sop": [
        *(
            "sop",
            "beta/procedures-2027",
            "--title",
            "Procédures",
            "--language",
            "fr",
            "--sort",
            "procedures",
        ),
        *("--status", "adopted", "--not-binding", "--about", "exploitation"),
    ],
}


@pytest.mark.parametrize("kind", BEGUN)
def test_what_is_begun_is_sound(library_folder: Callable[..., Path], kind: str) -> None:
    """Every kind of file passes every check as it was begun."""
    root = library_folder()
    told = run(root, "new", *BEGUN[kind])
    assert (told.exit_code, told.stderr) == (0, "")
    assert run(root, "check").output == "0 problems\n"


def test_a_mechanism_may_be_called_nearly_as_the_lists(
    library_folder: Callable[..., Path],
) -> None:
    """A name that only ends in that of the folder of lists is a mechanism's like any
    other.
    """
    root = library_folder()
    told = run(root, "new", "mechanism", "a-vocabulary", *BEGUN["mechanism"][2:])
    assert (told.exit_code, told.stderr) == (0, "")
    assert run(root, "check").output == "0 problems\n"


@pytest.mark.parametrize("kind", BEGUN)
def test_every_example_holds(library_folder: Callable[..., Path], kind: str) -> None:
    """With the sign of a comment taken from each line, the file passes every check, but
    for codes and records that this small library does not have.
    """
    root = library_folder()
    path = root / run(root, "new", *BEGUN[kind]).stdout.splitlines()[0]
    head, *lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(head + "".join(re.sub("^# ?", "", line) for line in lines), "utf-8")
    told = [line for line in run(root, "check").output.splitlines() if path.name in line]
    assert [
        line for line in told if "is not in the list" not in line and "'un/" not in line
    ] == []


def test_a_new_folder_has_its_catalogs(library_folder: Callable[..., Path]) -> None:
    """A mechanism's text in our words is at once in the catalogs of all other languages."""
    root = library_folder()
    told = run(root, "new", *BEGUN["sop"]).stdout.splitlines()
    assert told[0] == "instruments/beta/procedures-2027.yml"
    assert run(root, "new", *BEGUN["mechanism"]).exit_code == 0
    assert all((root / path).is_file() for path in told)


def test_how_sure_it_is_follows_from_what_was_read() -> None:
    """Who read the text itself begins with verified, who read about it with reported,
    else with recalled.
    """
    answers = {"title": "T", "sort": "plan", "status": "adopted"}
    grades = [
        new_file.text("plan", Answers(**answers, **more)).splitlines()[-2]
        for more in ({"source": "S", "read": True}, {"source": "S"}, {})
    ]
    assert grades == [
        f"confidence: {each}" for each in ("verified", "reported", "recalled")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["plan", "alpha/Plan 2027"],
            "'alpha/Plan 2027' is not an id; write it in lower-case letters",
        ),
        (["plan", "plan-2027"], "say whose text it is: <mechanism>/plan-2027"),
        (["plan", "gamma/plan"], "there is no mechanism 'gamma'; begin it first"),
        (["mechanism", "gamma/x"], "the id of a mechanism is only its folder: gamma"),
        (["mechanism", "alpha"], "instruments/alpha/mechanism.yml is there already"),
        (["plan", "../../etc/x"], "is not an id"),
        (["plan", "alpha/plan-2027"], "give --title"),
        (PLAN[:4], "give --sort (plan, policy"),
        (PLAN, "give --binding/--not-binding"),
    ],
)
def test_what_cannot_be_begun_is_one_line(
    library_folder: Callable[..., Path], arguments: list[str], said: str
) -> None:
    """A wrong id or a missing answer is one line with a remedy; nothing is written."""
    root = library_folder()
    before = sorted(root.rglob("*.yml"))
    told = run(root, "new", *arguments)
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)
    assert said in told.stderr
    assert sorted(root.rglob("*.yml")) == before


def test_what_check_refuses_is_not_begun(library_folder: Callable[..., Path]) -> None:
    """What is given and cannot be so is told as the check tells it; nothing is written."""
    root = library_folder()
    before = sorted(root.rglob("*.yml"))
    wrong = ("--sort", "paln", "--language", "English", "--adopted", "14 June 2024")
    told = run(root, "new", *PLAN, "--not-binding", *wrong)
    assert "'paln' is not in the list 'types'; did you mean 'plan'?" in told.stdout
    assert "'English' is not a language tag; did you mean 'en'?" in told.stdout
    assert "'14 June 2024' does not fit; write 2024-06-14" in told.stdout
    assert told.exit_code == 1
    assert told.stderr.endswith("nothing was written\n")
    assert sorted(root.rglob("*.yml")) == before
