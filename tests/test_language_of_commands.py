"""What commands print is in the reader's language: answers, questions and refusals; help
is English.

The language of these tests says each sentence between « and », so what stands outside of
all of them was said in English whatever the reader speaks.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
import sites
from click.testing import CliRunner
from commands import committed, run
from conftest import BASE

import generators
from generators.cli.main import main
from generators.edit import layout
from generators.translate import interface_texts

PLAN = "instruments/alpha/plan.yml"
WORDS = re.compile(r"[a-z]{3,} [a-z]{2,}")
"""Two English words in a row, which no path, code or name of an option is."""


@pytest.fixture(scope="module")
def catalog() -> str:
    """The catalog of a language in which each sentence stands in quotes."""
    made = polib.POFile()
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for unit in interface_texts.extract_messages(
        Path(generators.__file__).parent.parent, "en"
    ):
        if made.find(unit.text):
            continue
        entry = polib.POEntry(
            msgid=unit.text, msgstr="" if unit.plural else f"«{unit.text}»"
        )
        if unit.plural:
            entry.msgid_plural = unit.plural
            entry.msgstr_plural = dict.fromkeys((0, 1), f"«{unit.plural}»")
        made.append(entry)
    return layout.catalog(str(made))


@pytest.fixture
def project(tmp_path: Path, catalog: str) -> Path:
    """The small library, committed, with the catalogs of that language for French."""
    root = sites.write_project(BASE, tmp_path / "project")
    (root / "generators/locale/messages").mkdir(parents=True, exist_ok=True)
    (root / "generators/locale/messages/fr.po").write_text(catalog, "utf-8")
    committed(root)
    return root


def outside(text: str) -> str:
    """What is left of a text when every sentence is taken out, those within others first;
    how a command is called, and a text that is to be translated, are no sentences of
    ours.
    """
    left = re.sub(r"^ «?at»? .*|^ en .*", "", re.sub(r"\s+", " ", text))
    while (less := re.sub("«[^«»]*»", "", left)) != left:
        left = less
    return left


COMMANDS: Sequence[tuple[tuple[str, ...], str]] = (
    (("check",), "«0 problems»"),
    (("check", "instruments/alpha/nothing.yml"), "there is no"),
    (("explain", "nothing"), "there is no rule"),
    (("diff",), "«No record differs.»"),
    (("diff", "v9"), "there is no commit, branch or tag"),
    (("fmt", PLAN), "changed: 0"),
    (("fmt", "--check", PLAN), "to change: 0"),
    (("owners",), "folders that name editors"),
    (("reviews", "--until", "Monday"), "is not a date"),
    (("new", "plan", "gamma/plan-1", "--title", "Plan"), "there is no mechanism"),
    (("new", "plan", "alpha/plan-9", "--title", "Plan"), "give --"),
    (("new", "plan", "Alpha"), "is not an id"),
    (("new", "plan", "alpha/plan"), "is there already"),
    (("schema",), "schemas in"),
    (("addresses", "--release"), "addresses in"),
    (("changes",), "changes in"),
    (("translations", "next", "xx"), "no such language"),
    (("translations", "next", "fr"), "«texts to be translated or read in fr"),
    (("offline",), "holds no finished site"),
    (("pdf", "nothing"), "no such volume"),
)
"""What is typed, and a part of the answer."""


@pytest.mark.parametrize(
    ("typed", "part"), COMMANDS, ids=lambda value: " ".join(value)[:40]
)
def test_every_answer_is_in_the_language_of_the_reader(
    project: Path, typed: tuple[str, ...], part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command, what it refuses too, answers in the language of the terminal, in
    whole sentences.
    """
    monkeypatch.chdir(project)
    told = run(project, *typed, LC_ALL="fr_SN.UTF-8").output
    assert part in told
    assert part not in outside(told)
    assert [line for line in map(outside, told.splitlines()) if WORDS.search(line)] == []
    assert "«" not in run(project, *typed, LC_ALL="C").output


def test_catalogs_are_brought_up_to_date_in_the_language_of_the_reader(
    project: Path,
) -> None:
    """What the command says of its own catalogs it says with what they hold when it is
    done.
    """
    code = "generators/cli/translating.py"
    (project / code).parent.mkdir()
    shutil.copy(Path(generators.__file__).parent.parent / code, project / code)
    told = run(project, "translations", "update", "--language", "fr").output.splitlines()
    assert told[-1].startswith("«Catalogs: ")


def test_the_language_is_named_before_or_behind_a_command(project: Path) -> None:
    """``--language`` stands before any command, and behind those that mean nothing else
    by it.
    """
    for typed in (("--language", "fr", "diff"), ("diff", "--language", "fr")):
        assert run(project, *typed, LC_ALL="C").output == "«No record differs.»\n"
    assert (
        run(project, "--language", "en", "diff", LC_ALL="fr").output
        == "No record differs.\n"
    )
    assert run(project, "--language", "xx", "diff").output.startswith(
        "Error: no such language: xx; expected "
    )


def test_a_difference_is_said_in_the_language_of_the_reader(project: Path) -> None:
    """Phrases and numbers of a difference, as text and as Markdown, and codes by their
    labels there.
    """
    (project / "instruments/alpha/fr.po").unlink(missing_ok=True)
    shutil.copy(project / PLAN, project / "instruments/alpha/plan-2.yml")
    file = project / PLAN
    file.write_text(
        re.sub("^status: .*$", "status: draft", file.read_text("utf-8"), flags=re.M),
        "utf-8",
    )
    told = run(project, "diff", "--language", "fr").output
    assert "«status: " in told
    assert re.search(r"«added(: «\d+ .*»)?»", told)
    marked = run(project, "diff", "--markdown", "--language", "fr").output
    assert "- «status: " in marked


def test_help_is_english_whatever_the_reader_speaks(project: Path) -> None:
    """And its texts are not for translators."""
    told = [
        CliRunner().invoke(main, ["fmt", "--help"], env={"LC_ALL": each}).output
        for each in ("fr_SN", "C")
    ]
    assert told[0] == told[1]
    assert told[0].startswith("Usage: ")
    assert "Change nothing;" in told[0]
    root = Path(generators.__file__).parent.parent
    assert not any(
        "Change nothing;" in unit.text
        for unit in interface_texts.extract_messages(root, "en")
    )
