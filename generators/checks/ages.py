"""An age is not a length of time. Each has its measure, because languages have a word for
each (18岁, 18年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generators.checks.rules import File, records, rule
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc
from generators.model.records import Provision, Record, Step
from generators.text.problems import Problem
from generators.text.sayings import say

_ABOUT_AGE = re.compile(r"\b(?:age|ages|aged|old|older|younger|born)\b", re.IGNORECASE)


@rule(records)
def age_measure(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """An age is written under 'age', a length of time under 'years', and a time limit is
    never an age.
    """
    for loc, line in _lines(file.model):
        years = (line.value or {}).get("years")
        in_english = file.model.language == "en"
        if years and in_english and _says_age(_sentence(line), years):
            hint = say("write: {line}", line=f"value: {{age: {years}}}")
            message = say("an age, written as a length of time")
            yield file.problem((*loc, "value"), message, hint)
    for loc, time in _times(file.model):
        if "age" in time:
            hint = say("count it in hours, days, months or years")
            yield file.problem(loc, say("an age cannot be a time"), hint)


def _lines(record: Record) -> Iterator[tuple[Loc, Provision | Step]]:
    """The provisions and steps of a record, each after its path in the file."""
    for number, provision in enumerate(record.provisions):
        yield ("provisions", number), provision
    for number, step in enumerate(record.steps):
        yield ("steps", number), step


def _sentence(line: Provision | Step) -> str:
    """What a provision says, or what somebody does in a step."""
    return line.says if isinstance(line, Provision) else line.does


def _says_age(sentence: str, number: int) -> bool:
    """Whether an English sentence says that a number is an age.

    >>> _says_age("A child is anyone under 18.", 18)
    True
    >>> _says_age("The period is at least 15 years.", 15)
    False
    """
    before = r"\b(?:under|until|from|below|is|at least)"
    if re.search(rf"{before} {number}\b(?!\s+\w*years?\b)", sentence):
        return True
    return bool(_ABOUT_AGE.search(sentence) and re.search(rf"\b{number}\b", sentence))


def _times(record: Record) -> Iterator[tuple[Loc, Mapping[str, int]]]:
    """The lengths of time in a record (numbers by unit), each after its path in the file.

    They are limits, how often a report is due, and when the record binds.
    """
    for loc, line in _lines(record):
        if line.within:
            yield (*loc, "within"), line.within
    if record.reporting and record.reporting.every:
        yield ("reporting", "every"), record.reporting.every
    if record.entry_into_force and record.entry_into_force.after:
        yield ("entry_into_force", "after"), record.entry_into_force.after
