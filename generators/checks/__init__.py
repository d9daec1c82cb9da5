"""The rules over everything that was read: codes, references, dates, honesty, wording,
identity, translations.

One rule is one function with a name, one sentence and a test; each module lists its own.
What can be told from a single file while it is read (syntax, keys, types of value) is
checked there: in ``text``, ``model/validation`` and ``corpus/library``.
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
    parties,
    plain,
    references,
    repeats,
    texts,
    translations,
)
from generators.checks.rules import CheckRule, found, rules_of
from generators.corpus import change_file, inputs, library, published_file
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
    references,
    chronology,
    honesty,
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
"""What rules said of parts of the corpus."""


def run(
    corpus: Corpus, rules: Iterable[CheckRule] = RULES, root: Path | None = None
) -> list[Problem]:
    """Everything that breaks a rule, in the order of files and lines. What was found when
    the project in ``root`` was last checked is not looked for again where nothing changed
    that it follows from.
    """
    return judged(corpus, rules, root)[0]


def judged(
    corpus: Corpus, rules: Iterable[CheckRule] = RULES, root: Path | None = None
) -> tuple[list[Problem], list[Problem]]:
    """The same, and beside it the translations that wait for a reworded text, which break
    no rule.
    """
    memory = Memory(root / MEMORY, inputs.code(*inputs.CHECKING)) if root else None
    every = sorted(found(rules, corpus, memory))
    if memory:
        memory.save()
    waiting = [each for each in every if each.rule == translations.waits.name]
    return [each for each in every if each.rule != translations.waits.name], waiting


def every_rule() -> tuple[Rule, ...]:
    """All rules, those that are checked while reading first: what the list of rules
    shows.
    """
    while_reading = (
        *files.RULES,
        *yaml_files.RULES,
        *gettext_files.RULES,
        *validation.RULES,
        *library.RULES,
    )
    while_reading += (*change_file.RULES, *published_file.RULES)
    return (
        *while_reading,
        *(Rule(rule.name, rule.sentence) for rule in RULES if rule.sentence),
    )


EXAMPLES = Path(__file__).with_name("examples.json")
"""What was typed wrong and right, from the golden cases of the rules: a test writes and
holds it.
"""


class Example(NamedTuple):
    """Lines of a file as they were typed wrong, as they are right (none where they are
    left out), and what the check says of the wrong ones, which can be told in another
    language.
    """

    path: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    said: Problem


def examples_of(rule: str) -> tuple[Example, ...]:
    """The examples of one rule."""
    found = json.loads(EXAMPLES.read_text("utf-8")).get(rule, ())
    return tuple(
        Example(
            each["path"],
            tuple(each["wrong"]),
            tuple(each["right"]),
            Problem.of_row(each["said"]),
        )
        for each in found
    )
