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
    help="One line for each problem, with the line of the file; or annotations of a code host.",
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
    found, stale = checks.judged(corpus, root=root)
    problems = {*problems, *found}
    problems |= {*_hand_written(root, None if problems else corpus)}
    tag = language()
    finds = messages.finder(corpus.library.messages.get(tag), tag)
    found = [each.told(finds) for each in sorted(_chosen(problems, wanted))]
    lines = as_github(found) if form == "github" else as_text(found, root)
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    tell(translated(counted(len(found)), finds), err=True)
    if waits := len([*_chosen(stale, wanted)]):
        tell(translated(waiting(waits), finds), err=True)
    sys.exit(1 if found else 0)


def _chosen(problems: Iterable[Problem], wanted: Sequence[str]) -> Iterator[Problem]:
    """Those of some files and folders, or all where none was named."""
    for problem in problems:
        below = (
            path if problem.path == path or not path else f"{path}/" for path in wanted
        )
        if not wanted or any(map(problem.path.startswith, below)):
            yield problem


@command(speaks=True)
@click.argument("rule", required=False)
def explain(root: Path, rule: str | None) -> None:
    """Say what a RULE asks, with wrong and right examples. Without a RULE, list all."""
    from generators import checks
    from generators.site import handwritten, mkdocs_run

    del root  # it is known to whoever speaks
    every = (*checks.every_rule(), *handwritten.RULES, *mkdocs_run.RULES)
    rules = {each.name: find()(each.sentence, None) or each.sentence for each in every}
    if rule is None:
        click.echo(
            "".join(f"{name}: {rules[name]}\n" for name in sorted(rules)), nl=False
        )
        return
    if rule not in rules:
        hint = near(rule, rules) or say("run 'compendium explain' to see all")
        raise click.ClickException(
            say("there is no rule '{rule}'; {hint}", rule=rule, hint=hint)
        )
    click.echo(f"{rule}: {rules[rule]}")
    for example in checks.examples_of(rule):
        for title, lines in (
            (say("Wrong"), example.wrong),
            (say("Right"), example.right),
        ):
            click.echo(f"\n{told(title)} ({example.path}):\n")
            click.echo("".join(f"    {line}\n" for line in lines), nl=False)
        click.echo(f"\n{told(say('The check says'))}:\n\n    {example.said.told(find())}")


def _hand_written(root: Path, corpus: Corpus | None) -> list[Problem]:
    """What is wrong with docs/, mkdocs.yml and links below overrides/; links by id only
    where the records are sound.
    """
    from generators.corpus import published
    from generators.site import handwritten, mkdocs_run

    ids = handwritten.known(corpus, iter(published.pages(corpus))) if corpus else None
    former = {old for old, _ in published.redirects(corpus)} if corpus else ()
    docs = root / handwritten.FOLDER
    found = handwritten.problems(docs, root, ids, former)
    if not os.path.lexists(
        root / mkdocs_run.CONFIG
    ):  # a project of records alone has no site
        return found
    return [*found, *handwritten.lost(docs, root), *mkdocs_run.problems(root)]


_WIDE = 100
_BEFORE = 60


# -- text --------------------------------------------------------------------------------


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """A line for each finding, and under it the line of the file with a caret."""
    lines = cache(lambda path: (files.text(root / path, path)[0] or "").split("\n"))
    for problem in problems:
        yield str(problem)
        if problem.column and problem.line <= len(typed := lines(problem.path)):
            yield from _shown(typed[problem.line - 1], problem.line, problem.column - 1)


def _shown(text: str, line: int, column: int) -> Iterator[str]:
    """A line of a file and a caret below; of a long one the part around the caret."""
    start = max(0, column - _BEFORE) if len(text) > _WIDE else 0
    before, after = harmless(text[start:column]), harmless(text[column : start + _WIDE])
    cut = ("…" if start else "", "…" if len(text) > start + _WIDE else "")
    margin = f"{line:>6} | "
    yield f"{margin}{cut[0]}{before}{after}{cut[1]}".rstrip()
    yield f"{' ' * (len(margin) + len(cut[0]) + _cells(before))}^"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    shown = (c for c in text if not unicodedata.combining(c))
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)


# -- annotations -------------------------------------------------------------------------


def as_github(problems: Iterable[Problem], level: str = "error") -> Iterator[str]:
    """A command of GitHub Actions for each finding: an annotation on its file and line;
    ``level`` is ``error``, ``warning`` or ``notice``.
    """
    for problem in problems:
        where = {
            "file": problem.path,
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        named = ",".join(
            f"{key}={_property(str(value))}" for key, value in where.items() if value
        )
        said = (
            str(problem)
            .removeprefix(f"{harmless(problem.path)}:{problem.line}: ")
            .removeprefix("-: ")
        )
        yield f"::{level} {named}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
