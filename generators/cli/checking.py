"""The commands that say what is wrong with records, and what the rules ask for."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generators.cli.project import (
    command,
    counted,
    find,
    language,
    tell,
    told,
    waiting,
    within,
)
from generators.text import files
from generators.text.problems import Problem, harmless, near
from generators.text.sayings import say, translated

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus


FORMATS = ("text", "github")


@command(speaks=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="One line for each problem, with the line of the file; "
    "or annotations of a code host.",
)
def check(root: Path, paths: Sequence[Path], form: str) -> None:
    """Read instruments/, the interface's catalogs and docs/, and print every problem.
    With PATHS (files or folders), print only the problems there. The exit status is 1 if
    any is printed.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.translate import messages

    wanted = [within(path, root) for path in paths]
    corpus, problems = open_corpus(root)
    broken_rules, stale = checks.judged(corpus, root=root)
    all_problems = {*problems, *broken_rules}
    all_problems |= {*_hand_written(root, None if all_problems else corpus)}
    tag = language()
    find_message = messages.finder(corpus.library.messages.get(tag), tag)
    chosen = sorted(_in_paths(all_problems, wanted))
    printed = [problem.told(find_message) for problem in chosen]
    lines = as_github(printed) if form == "github" else as_text(printed, root)
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    tell(translated(counted(len(printed)), find_message), err=True)
    number_waiting = len([*_in_paths(stale, wanted)])
    if number_waiting:
        tell(translated(waiting(number_waiting), find_message), err=True)
    sys.exit(1 if printed else 0)


def _in_paths(problems: Iterable[Problem], paths: Sequence[str]) -> Iterator[Problem]:
    """The problems of some files and folders; all where no path is given."""
    for problem in problems:
        if not paths or any(_is_in(problem.path, path) for path in paths):
            yield problem


def _is_in(file: str, path: str) -> bool:
    """Whether a file is a path or in the folder of it; the empty path is the project."""
    return not path or file == path or file.startswith(f"{path}/")


@command(speaks=True)
@click.argument("rule", required=False)
def explain(root: Path, rule: str | None) -> None:
    """Say what a RULE asks, with wrong and right examples. Without a RULE, list all."""
    from generators import checks
    from generators.site import handwritten, mkdocs_run

    del root  # what finds messages knows it from the context
    all_rules = (*checks.every_rule(), *handwritten.RULES, *mkdocs_run.RULES)
    sentences = {
        known.name: find()(known.sentence, None) or known.sentence for known in all_rules
    }
    if rule is None:
        lines = (f"{name}: {sentences[name]}\n" for name in sorted(sentences))
        click.echo("".join(lines), nl=False)
        return
    if rule not in sentences:
        hint = near(rule, sentences) or say("run 'compendium explain' to see all")
        message = say("there is no rule '{rule}'; {hint}", rule=rule, hint=hint)
        raise click.ClickException(message)
    click.echo(f"{rule}: {sentences[rule]}")
    for example in checks.examples_of(rule):
        _print_lines(say("Wrong"), example.path, example.wrong)
        _print_lines(say("Right"), example.path, example.right)
        click.echo(f"\n{told(say('The check says'))}:\n\n    {example.said.told(find())}")


def _print_lines(title: str, path: str, lines: Sequence[str]) -> None:
    """Print the lines of an example, indented, under a title and the path of its file."""
    click.echo(f"\n{told(title)} ({path}):\n")
    click.echo("".join(f"    {line}\n" for line in lines), nl=False)


def _hand_written(root: Path, corpus: Corpus | None) -> list[Problem]:
    """What is wrong with docs/, mkdocs.yml and links below overrides/.

    Links by id are only checked with a corpus, which is given where records are sound.
    """
    from generators.corpus import published
    from generators.site import handwritten, mkdocs_run

    ids = handwritten.known(corpus, iter(published.pages(corpus))) if corpus else None
    former = {old for old, _ in published.redirects(corpus)} if corpus else ()
    docs = root / handwritten.FOLDER
    problems = handwritten.problems(docs, root, ids, former)
    if os.path.lexists(root / mkdocs_run.CONFIG):  # else the project has no site
        problems += handwritten.lost(docs, root)
        problems += mkdocs_run.problems(root)
    return problems


_WIDE = 100
"""The most letters of a line of a file that are printed."""
_BEFORE = 60
"""How many of them come before the caret, of a long line."""


# -- text --------------------------------------------------------------------------------


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """A line for each problem, and under it the line of the file with a caret."""

    @cache
    def lines_of(path: str) -> list[str]:
        text, _ = files.text(root / path, path)
        return (text or "").split("\n")

    for problem in problems:
        yield str(problem)
        lines = lines_of(problem.path) if problem.column else []
        if problem.line <= len(lines):
            text = lines[problem.line - 1]
            yield from _with_caret(text, problem.line, problem.column - 1)


def _with_caret(text: str, line: int, column: int) -> Iterator[str]:
    """A line of a file and a caret below; of a long one the part around the caret.

    ``line`` is its number, ``column`` that of the caret, from 0.
    """
    start = max(0, column - _BEFORE) if len(text) > _WIDE else 0
    before = harmless(text[start:column])
    after = harmless(text[column : start + _WIDE])
    cut_before = "…" if start else ""
    cut_after = "…" if len(text) > start + _WIDE else ""
    margin = f"{line:>6} | "
    yield f"{margin}{cut_before}{before}{after}{cut_after}".rstrip()
    yield " " * (len(margin) + len(cut_before) + _width(before)) + "^"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> _width("中文 a")
    6
    """
    letters = (letter for letter in text if not unicodedata.combining(letter))
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in letters
    )


# -- annotations -------------------------------------------------------------------------


def as_github(problems: Iterable[Problem], level: str = "error") -> Iterator[str]:
    """A command of GitHub Actions for each problem: an annotation on its file and line.

    ``level`` is ``error``, ``warning`` or ``notice``.
    """
    for problem in problems:
        properties = {
            "file": problem.path,
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        written = ",".join(
            f"{key}={_property(str(value))}" for key, value in properties.items() if value
        )
        place = f"{harmless(problem.path)}:{problem.line}: "
        sentence = str(problem).removeprefix(place).removeprefix("-: ")
        yield f"::{level} {written}::{_escaped(sentence)}"


def _escaped(text: str) -> str:
    """A text as the message of a command of GitHub Actions.

    >>> _escaped("50 %")
    '50 %25'
    """
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as a property of a command of GitHub Actions."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
