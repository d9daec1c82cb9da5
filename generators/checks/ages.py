"""Ages are no lengths of time: each has its measure, because languages have a word for
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
def age_measure(_: Corpus, file: File) -> Iterator[Problem]:
    """An age is written under 'age', a length of time under 'years', and a time limit is
    never an age.
    """
    for loc, line in _lines(file.model):
        years = (line.value or {}).get("years")
        if years and file.model.language == "en" and _says_age(_said(line), years):
            hint = say("write: {line}", line=f"value: {{age: {years}}}")
            yield file.problem(
                (*loc, "value"), say("an age, written as a length of time"), hint
            )
    for loc, time in _times(file.model):
        if "age" in time:
            hint = say("count it in hours, days, months or years")
            yield file.problem(loc, say("an age cannot be a time"), hint)


def _lines(record: Record) -> Iterator[tuple[Loc, Provision | Step]]:
    """The provisions and steps of a record, each with its place."""
    for number, provision in enumerate(record.provisions):
        yield ("provisions", number), provision
    for number, step in enumerate(record.steps):
        yield ("steps", number), step


def _said(line: Provision | Step) -> str:
    return line.says if isinstance(line, Provision) else line.does


def _says_age(sentence: str, number: int) -> bool:
    """Whether a sentence says that a number is an age: "under 18", "a minimum age of 15"."""
    if re.search(
        rf"\b(?:under|until|from|below|is|at least) {number}\b(?!\s+\w*years?\b)",
        sentence,
    ):
        return True
    return bool(_ABOUT_AGE.search(sentence) and re.search(rf"\b{number}\b", sentence))


def _times(record: Record) -> Iterator[tuple[Loc, Mapping[str, int]]]:
    """The times of a record, each with its place: limits, how often a report is due, when
    it binds.
    """
    for loc, line in _lines(record):
        if line.within:
            yield (*loc, "within"), line.within
    if record.reporting and record.reporting.every:
        yield ("reporting", "every"), record.reporting.every
    if record.entry_into_force and record.entry_into_force.after:
        yield ("entry_into_force", "after"), record.entry_into_force.after
