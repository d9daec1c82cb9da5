"""A provision or step by its place (``record#anchor``).

What is made once (``once``) has hashable arguments. A line of a record is not hashable,
but its place is. So such a function takes the place, and asks here for the line.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.model.records import Provision, Step


def find_line(corpus: Corpus, place: str) -> Located:
    """The provision or step at a place. Raises KeyError where there is none."""
    return _lines_by_place(corpus)[place]


@once
def _lines_by_place(corpus: Corpus) -> Mapping[str, Located]:
    """All provisions and steps of all records, by their places."""
    lines_by_place: dict[str, Located] = {}
    for record in corpus.records:
        provisions = corpus.lines_of(record, "provisions")
        steps = corpus.lines_of(record, "steps")
        for line in (*provisions, *steps):
            lines_by_place[line.place] = line
    return lines_by_place


def find_provision(located: Located) -> Provision:
    """The provision of a place. Raises TypeError where the line is of another kind."""
    if not isinstance(located.line, Provision):
        raise TypeError(f"{located.place} is no provision")
    return located.line


def find_step(located: Located) -> Step:
    """The step of a place. Raises TypeError where the line is of another kind."""
    if not isinstance(located.line, Step):
        raise TypeError(f"{located.place} is no step")
    return located.line


def find_provision_or_step(located: Located) -> Provision | Step:
    """The provision or step of a place. Raises TypeError where it is of another kind."""
    if not isinstance(located.line, Provision | Step):
        raise TypeError(f"{located.place} is neither a provision nor a step")
    return located.line
