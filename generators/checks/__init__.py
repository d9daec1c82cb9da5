"""The rules over everything that was read: codes, references, dates, honesty, wording,
identity, translations.

One rule is one function with a name, one sentence and a test. Each module lists its own.
A single file is checked while it is read (syntax, keys, types of value), and not here.
That is in ``text``, ``model/validation`` and ``corpus/library``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generators.checks import (
    ages,
    anchors,
    chronology,
    codes,
    contacts,
    honesty,
    identity,
    letters,
    mails,
    parties,
    phones,
    plain,
    questions,
    readings,
    references,
    repeats,
    texts,
    translations,
)
from generators.checks.rules import CheckRule, find_problems, rules_of
from generators.corpus import (
    change_file,
    inputs,
    library,
    published_file,
    second_reading_file,
)
from generators.corpus.corpus import Corpus
from generators.model import validation
from generators.text import files, gettext_files, yaml_files
from generators.text.memory import Memory
from generators.text.problems import Problem, Rule

_OF_RECORDS = (
    identity,
    anchors,
    codes,
    contacts,
    phones,
    mails,
    references,
    questions,
    chronology,
    honesty,
    readings,
    parties,
    ages,
)
_OF_TEXTS = (texts, plain, translations, repeats, letters)
RULES = tuple(
    rule for module in (*_OF_RECORDS, *_OF_TEXTS) for rule in rules_of(vars(module))
)

FOR_PAPER = (*translations.OF_INTERFACE, *letters.RULES)
"""The rules without which no document can be typeset."""

MEMORY = ".build/verdicts.memory"
"""The file in which what rules found in parts of the corpus is remembered."""


def run(
    corpus: Corpus, rules: Iterable[CheckRule] = RULES, root: Path | None = None
) -> list[Problem]:
    """Everything that breaks a rule, in the order of files and lines.

    With the folder of a project (``root``), rules look only where something has changed
    since it was last checked.
    """
    return judged(corpus, rules, root)[0]


def judged(
    corpus: Corpus, rules: Iterable[CheckRule] = RULES, root: Path | None = None
) -> tuple[list[Problem], list[Problem]]:
    """Everything that breaks a rule (see ``run``), and the translations that wait.

    A translation waits for a reworded text, which breaks no rule. Each is given as a
    problem without a message.
    """
    memory = Memory(root / MEMORY, inputs.code(*inputs.CHECKING)) if root else None
    findings = sorted(find_problems(rules, corpus, memory))
    if memory:
        memory.save()
    waiting_name = translations.waits.name
    problems = [finding for finding in findings if finding.rule != waiting_name]
    waiting = [finding for finding in findings if finding.rule == waiting_name]
    return problems, waiting


def every_rule() -> tuple[Rule, ...]:
    """All rules that have a sentence, those that are checked while reading first.

    The list of rules shows them.
    """
    return (
        *files.RULES,
        *yaml_files.RULES,
        *gettext_files.RULES,
        *validation.RULES,
        *library.RULES,
        *change_file.RULES,
        *published_file.RULES,
        *second_reading_file.RULES,
        *(Rule(rule.name, rule.sentence) for rule in RULES if rule.sentence),
    )


EXAMPLES = Path(__file__).with_name("examples.json")
"""What was typed wrong and right, from the golden cases of the rules: a test writes and
holds it.
"""


class Example(NamedTuple):
    """A mistake in a file, and how it is put right."""

    path: str
    """The file, relative to the project."""
    wrong: tuple[str, ...]
    """The lines as they were typed."""
    right: tuple[str, ...]
    """The lines as they are right; none where they are left out."""
    problem: Problem
    """What the check finds in the wrong ones. It can be translated."""


def examples_of(rule: str) -> tuple[Example, ...]:
    """The examples of one rule, by its name; none where it has none."""
    rows = json.loads(EXAMPLES.read_text("utf-8")).get(rule, ())
    return tuple(
        Example(
            row["path"],
            tuple(row["wrong"]),
            tuple(row["right"]),
            Problem.of_row(row["said"]),
        )
        for row in rows
    )
