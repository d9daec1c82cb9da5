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
    in_readers_language,
    language,
    sound_corpus,
    tell,
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
    help=(
        "One line for each problem, with the line of the file; "
        "or annotations of a code host."
    ),
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
    corpus, file_problems = open_corpus(root)
    broken, stale = checks.judged(corpus, root=root)
    problems = {*file_problems, *broken}
    problems |= {*_hand_written(root, None if problems else corpus)}
    tag = language()
    translate = messages.finder(corpus.library.messages.get(tag), tag)
    chosen = sorted(_chosen(problems, wanted))
    to_print = [problem.translated(translate) for problem in chosen]
    lines = as_github(to_print) if form == "github" else as_text(to_print, root)
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    tell(translated(counted(len(to_print)), translate), err=True)
    if stale_number := len([*_chosen(stale, wanted)]):
        tell(translated(waiting(stale_number), translate), err=True)
    sys.exit(1 if to_print else 0)


def _chosen(problems: Iterable[Problem], wanted: Sequence[str]) -> Iterator[Problem]:
    """The problems of the ``wanted`` files and folders, or all where none was named.

    Paths are from the root of the project; an empty one is the project as a whole.
    """
    for problem in problems:
        if not wanted or any(_is_below(problem.path, path) for path in wanted):
            yield problem


def _is_below(path: str, folder: str) -> bool:
    """Whether a path is that of a file or folder, or of a file below it.

    >>> _is_below("instruments/un/a.yml", "instruments/un")
    True
    """
    return path == folder or not folder or path.startswith(f"{folder}/")


@command(speaks=True)
@click.argument("rule", required=False)
def explain(root: Path, rule: str | None) -> None:
    """Say what a RULE asks, with wrong and right examples. Without a RULE, list all."""
    from generators import checks
    from generators.site import handwritten, mkdocs_run

    del root  # it is known to whoever speaks
    all_rules = (*checks.every_rule(), *handwritten.RULES, *mkdocs_run.RULES)
    translation = find()
    rules = {}
    for known_rule in all_rules:
        sentence = known_rule.sentence
        rules[known_rule.name] = translation(sentence, None) or sentence
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
        titled = ((say("Wrong"), example.wrong), (say("Right"), example.right))
        for title, lines in titled:
            click.echo(f"\n{in_readers_language(title)} ({example.path}):\n")
            click.echo("".join(f"    {line}\n" for line in lines), nl=False)
        check_says = in_readers_language(say("The check says"))
        click.echo(f"\n{check_says}:\n\n    {example.problem.translated(translation)}")


def _hand_written(root: Path, corpus: Corpus | None) -> list[Problem]:
    """What is wrong with docs/, mkdocs.yml and links below overrides/.

    Links by id are looked at only where the records are sound (``corpus`` is not None).
    """
    from generators.corpus import published
    from generators.site import handwritten, mkdocs_run

    ids = handwritten.known(corpus, iter(published.pages(corpus))) if corpus else None
    former = {old for old, _ in published.redirects(corpus)} if corpus else ()
    docs = root / handwritten.FOLDER
    problems = handwritten.problems(docs, root, ids, former)
    if not os.path.lexists(root / mkdocs_run.CONFIG):
        return problems  # a project of records only has no site
    return [*problems, *handwritten.lost(docs, root), *mkdocs_run.problems(root)]


_WIDE = 100
"""The most letters of a line that are printed."""
_BEFORE = 60
"""How many of them may be before the caret."""


# -- text --------------------------------------------------------------------------------


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """A line for each finding, and under it the line of the file with a caret."""

    @cache
    def lines_of(path: str) -> list[str]:
        text = files.text(root / path, path)[0] or ""
        return text.split("\n")

    for problem in problems:
        yield str(problem)
        if not problem.column:
            continue
        lines = lines_of(problem.path)
        if problem.line <= len(lines):
            line = lines[problem.line - 1]
            yield from _line_with_caret(line, problem.line, problem.column - 1)


def _line_with_caret(text: str, line: int, column: int) -> Iterator[str]:
    """The text of a line and a caret below it; of a long one the part around the caret.

    ``line`` counts from 1, ``column`` from 0.

    >>> list(_line_with_caret("kind: planet", 1, 6))
    ['     1 | kind: planet', '               ^']
    """
    start = max(0, column - _BEFORE) if len(text) > _WIDE else 0
    before = harmless(text[start:column])
    after = harmless(text[column : start + _WIDE])
    cut_before = "…" if start else ""
    cut_after = "…" if len(text) > start + _WIDE else ""
    margin = f"{line:>6} | "
    yield f"{margin}{cut_before}{before}{after}{cut_after}".rstrip()
    yield f"{' ' * (len(margin) + len(cut_before) + _cells(before))}^"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    letters = (letter for letter in text if not unicodedata.combining(letter))
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in letters
    )


# -- annotations -------------------------------------------------------------------------


def as_github(problems: Iterable[Problem], level: str = "error") -> Iterator[str]:
    """A command of GitHub Actions for each finding: an annotation on its file and line.

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
        message = str(problem).removeprefix(place).removeprefix("-: ")
        yield f"::{level} {written}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """A message as a command of GitHub Actions spells it.

    >>> _escaped("100 %")
    '100 %25'
    """
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property as a command of GitHub Actions spells it.

    >>> _property("a: b, c")
    'a%3A b%2C c'
    """
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


# -- lines to be read again --------------------------------------------------------------


@command()
@click.option(
    "--seed", required=True, help="Any word: the same word draws the same lines."
)
@click.option("--lines", "number", default=120, show_default=True, help="How many.")
def sample(root: Path, seed: str, number: int) -> None:
    """Draw lines on trafficking that were read in their text, so that somebody else reads
    them again. Prints the place of each, its text and article, and where to read it. What
    is found goes into second-readings.tsv.
    """
    from generators.corpus.official_text import places
    from generators.corpus.second_readings import drawn_lines

    corpus = sound_corpus(root)
    for line in drawn_lines(corpus, seed, number):
        model = corpus.records[line.record]
        title = next(iter(model.official_titles.values()), model.title or "")
        addresses = " ".join(place.address.url for place in places(model, "en"))
        click.echo(f"{line.place}\t{title}\t{line.line.ref}\t{addresses}")
