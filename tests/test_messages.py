"""What is said to editors: made of templates and slots, so that it can be said in another
language; a finding is one line, whatever was typed.
"""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from golden_case import read_case, write_project
from test_golden_problems import FOLDER

import generators
from generators.cli import checking
from generators.cli.main import main
from generators.text import yaml_files
from generators.text.problems import Problem
from generators.text.sayings import Saying, names, say, say_n, translated
from generators.translate import messages, texts, update

ROOT = Path(generators.__file__).parent.parent


def run(*arguments: object) -> Result:
    return CliRunner().invoke(
        main, [str(argument) for argument in arguments], catch_exceptions=False
    )


def said(text: str, number: int | None) -> str:
    """A language in which everything is said backwards, and slots stay."""
    del number
    return {
        "{n} word": "{n} drow",
        "a {what} b": "b {what} a",
        "odd {x}": "{y}",
        "brace": "ecarb",
    }.get(text, "")


def test_a_sentence_is_its_english_text_and_can_be_said_otherwise():
    """It is compared, sorted, joined and kept as a string; its template and what fills it
    are not lost.
    """
    one = say("a {what} b", what=say("brace"))
    assert one == "a brace b"
    assert translated(one, said) == "b ecarb a"
    assert pickle.loads(pickle.dumps(one)) == one
    assert translated(say_n("{n} word", "{n} words", 2), said) == "2 drow"
    assert say_n("{n} word", "{n} words", 1) == "1 word"
    assert say("{kinds}", kinds=(say("brace"), "x")) == "brace, x"
    assert (
        translated(say("a {what} b", what=("x", say("brace"), 2)), said, ("<", ">"))
        == "b <x>, ecarb, 2 a"
    )


def test_what_is_typed_is_no_template():
    """Braces in a value stay as they are, in English and in another language."""
    assert say("a {what} b", what="{what} {0.__class__}") == "a {what} {0.__class__} b"
    assert translated(say("a {what} b", what="{what}"), said) == "b {what} a"


def test_a_translation_with_other_slots_is_not_said():
    """The check that reports a broken catalog must be able to print it."""
    assert translated(say("odd {x}", x=1), said) == "odd 1"


CALLS = [
    (file, node)
    for file in sorted((ROOT / "generators").rglob("*.py"))
    if "generators.text.sayings import" in file.read_text("utf-8")
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.Call)
    and isinstance(node.func, ast.Name)
    and node.func.id in ("say", "say_n")
]


def test_templates_stand_in_the_code_as_they_are():
    """The extraction finds literals alone; a template holds no braces but slots, and each
    is filled.
    """
    for file, node in CALLS:
        if file.name == "sayings.py":
            continue
        literal = node.args[: 2 if node.func.id == "say_n" else 1]
        where = f"{file}:{node.lineno}"
        assert all(isinstance(each, ast.Constant) for each in literal), where
        filled = {each.arg for each in node.keywords} | (
            {"n"} if node.func.id == "say_n" else set()
        )
        for each in literal:
            assert names(each.value) <= filled, where


def test_every_message_and_rule_is_extracted():
    """What modules say is found by the extraction, with plural forms, and the sentences
    of rules.
    """
    units = {unit.text: unit for unit in update.extract_messages(ROOT, "en")}
    assert units["{n} word"].plural == "{n} words"
    assert "a space is missing after the colon" in units
    assert "A code is an entry of its list in the vocabulary." in units
    assert len(units) > 300


def test_messages_come_in_the_language_of_the_reader(tmp_path):
    """``--language``, else the locale; what is not translated is said in English."""
    project = write_project(
        read_case(FOLDER / "yaml-syntax/blank-missing-behind-colon.yml"), tmp_path
    )
    folder = project / "generators/locale/messages"
    folder.mkdir(parents=True)
    entry = 'msgid "a space is missing after the colon"\nmsgstr "espace manquante après les deux-points"\n'
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (folder / "fr.po").write_text(header + entry, "utf-8")
    french = run("check", "--root", project, "--language", "fr").stdout
    assert (
        "instruments/alpha/plan.yml:4: -: espace manquante après les deux-points; write: status: adopted"
        in french
    )
    result = CliRunner().invoke(
        main, ["check", "--root", str(project)], env={"LC_ALL": "fr_SN.UTF-8"}
    )
    assert result.stdout == french
    assert (
        "a space is missing" in run("check", "--root", project, "--language", "en").stdout
    )
    assert run("check", "--root", project, "--language", "xx").exit_code == 1


def test_french_messages_have_the_blanks_of_french_print(tmp_path):
    """A narrow blank that breaks no line is before a semicolon, also where the remedy
    follows; what was typed keeps its own signs.
    """
    case = FOLDER / "yaml-duplicate"
    project = write_project(read_case(sorted(case.iterdir())[0]), tmp_path)
    folder = project / "generators/locale/messages"
    folder.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = 'msgid "{message}; {remedy}"\nmsgstr "{message} ; {remedy}"\n'
    (folder / "fr.po").write_text(header + entry, "utf-8")
    french = run("check", "--root", project, "--language", "fr").stdout
    english = run("check", "--root", project, "--language", "en").stdout
    assert "\u202f; " in french
    assert french.replace("\u202f;", ";") == english


def test_no_french_message_has_a_sign_without_its_blank():
    """Whatever is written before ``;``, ``?``, ``!``, ``»`` or after ``«`` in a catalog,
    it is shown with the blank of print.
    """
    bare = re.compile(r"[^\u202f][;!?]|[^\xa0]»|«[^\xa0]")
    path = Path(generators.__file__).parent / "locale/messages/fr.po"
    shown = [
        texts.shown(text, "fr")
        for entry in polib.pofile(str(path))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if not entry.obsolete
    ]
    assert [text for text in shown if bare.search(text)] == []


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "pt_BR"}, "pt"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "fr"}, "zh"),
        ({"LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "ar"}, "ar"),
        ({}, "en"),
    ],
)
def test_the_locale_says_the_language(environment, tag):
    """As gettext has it: LC_ALL, then LC_MESSAGES, then LANG."""
    assert messages.of_locale(environment) == tag


# -- formats -----------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The base library with a wrong code, a wrong date and a forged line in a value."""
    return write_project(
        {
            "edit": {
                "instruments/alpha/convention.yml": {
                    "provisions.1.topics": ["reflexion-period"]
                },
                "instruments/alpha/plan.yml": {
                    "adopted.date": "14/07/2009",
                    "type": "a,b%\n::error ::x",
                },
            }
        },
        tmp_path,
    )


def test_text_shows_the_line_and_a_caret(broken):
    """Under each finding stands the line of the file, and a caret below what is at fault."""
    lines = run("check", "--root", broken, "--language", "en").stdout.splitlines()
    found = next(n for n, line in enumerate(lines) if "14/07/2009" in line)
    assert lines[found].endswith("'14/07/2009' does not fit; write 2009-07-14")
    assert lines[found + 1] == "     6 | adopted: {date: 14/07/2009}"
    assert lines[found + 2].index("^") == lines[found + 1].index("14/07")


def test_a_caret_stands_below_wide_letters():
    """Chinese letters take two columns, and a long line is cut round the caret."""
    problem = Problem("instruments/a.yml", 1, "title", "wrong", column=6)
    shown = list(checking._line_with_caret("标题: 第x", 1, 5))
    assert shown[1].index("^") == len("     1 | ") + 2 * 3 + len(": ")
    assert problem.column == 6
    first, second = checking._line_with_caret("x" * 300, 1, 200)
    assert len(first) < 130
    assert first[second.index("^")] == "x"


def test_only_what_is_asked_for_is_printed(broken):
    """With paths only findings there count; a path that is not there is said with what is
    near.
    """
    plan = broken / "instruments/alpha/plan.yml"
    assert {line.partition(":")[0] for line in text_of(broken, plan)} == {
        "instruments/alpha/plan.yml"
    }
    assert (
        len(
            {
                line.partition(":")[0]
                for line in text_of(broken, broken / "instruments/alpha")
            }
        )
        == 2
    )
    assert run("check", "--root", broken, broken / "instruments/beta").exit_code == 0
    wrong = run("check", "--root", broken, broken / "instruments/alpha/plann.yml")
    assert wrong.exit_code == 1
    assert "did you mean 'plan.yml'?" in wrong.stderr


def text_of(project: Path, path: Path) -> list[str]:
    lines = run("check", "--root", project, path).stdout.splitlines()
    return [line for line in lines if line.startswith("instruments/")]


def test_github_gets_one_annotation_a_finding(broken):
    """File, line, column and rule are given, and nothing that was typed can begin another
    command.
    """
    lines = run(
        "check", "--root", broken, "--language", "en", "--format", "github"
    ).stdout.splitlines()
    assert all(line.startswith("::error file=instruments/alpha/") for line in lines)
    date = next(line for line in lines if "14/07/2009" in line)
    assert date.startswith(
        "::error file=instruments/alpha/plan.yml,line=6,col=17,title=value-type::adopted.date: "
    )
    assert any("a,b%25\\n::error" in line for line in lines)


def test_explain_says_what_with_wrong_and_right(tmp_path):
    """A rule is explained by its sentence and its golden cases."""
    (tmp_path / "instruments").mkdir()
    told = run("explain", "yaml-cut", "--root", tmp_path, "--language", "en").stdout
    assert told.startswith("yaml-cut: A text that holds ' #' is quoted")
    for part in ("Wrong (", "Right (", "The check says:"):
        assert part in told
    wrong = run("explain", "yaml-cutt", "--root", tmp_path)
    assert wrong.exit_code == 1
    assert "did you mean 'yaml-cut'?" in wrong.stderr
    listed = run("explain", "--root", tmp_path, "--language", "en").stdout
    assert "value-type: " in listed
    assert "docs-file: " in listed


# -- remedies ----------------------------------------------------------------------------

FORM = "yaml-syntax"
MENDED = sorted((FOLDER / FORM).glob("*.yml"))


@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.stem)
def test_a_line_that_is_offered_mends_the_file(case, tmp_path):
    """What a fault of form is told to be replaced by leaves one mistake less: the file
    can be read, or only what stands further down is still wrong.
    """
    project = write_project(read_case(case), tmp_path)
    for path in sorted(project.glob("instruments/*/*.yml")):
        text = path.read_text("utf-8")
        _, problems = yaml_files.parse(text, path.name)
        for problem in problems:
            hint = problem.hint
            if (
                problem.rule != FORM
                or not isinstance(hint, Saying)
                or hint.template != "write: {line}"
            ):
                continue
            lines = text.split("\n")
            old = lines[problem.line - 1]
            lines[problem.line - 1] = (
                old[: len(old) - len(old.lstrip())] + hint.slots["line"]
            )
            _, left = yaml_files.parse("\n".join(lines), path.name)
            assert all(each.line > problem.line for each in left if each.rule == FORM)


# -- on one line -------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["path", "field", "message", "hint"])
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plan\n::error file=x.py::forged", "plan\\n::error file=x.py::forged"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("a\x85b\u2028c\u2029d\x0be\x0cf", "a\\x85b\\u2028c\\u2029d\\x0be\\x0cf"),
        ("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\u200fd"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\udce9.yml", "\\udce9.yml"),
        ("C:\\new", "C:\\new"),
        ("العربية 中文", "العربية 中文"),
    ],
)
def test_a_finding_is_one_line(part, typed, shown):
    """Control characters, line separators and bidirectional overrides are shown by their
    numbers, in every part.
    """
    parts = {"path": "a.yml", "field": "title", "message": "wrong", "hint": "do right"}
    text = str(Problem(line=3, **{**parts, part: typed}))
    assert text == "{path}:3: {field}: {message}; {hint}".format(**{**parts, part: shown})
    assert len(text.splitlines()) == 1


def test_what_was_typed_is_cut():
    """A part of thousands of letters is shown by its beginning and its end."""
    typed = f"'{'9' * 5000}' does not fit"
    text = str(Problem("a.yml", 1, "k" * 5000, typed, "expected a date"))
    assert len(text) < 600
    assert text.startswith("a.yml:1: kkk")
    assert text.endswith("9' does not fit; expected a date")
    assert text.count("…") == 2
