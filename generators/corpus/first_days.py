"""The first days of a case: what those steps are, which sentences ask for each, and which of these bind in a
State, come from its own mechanisms, or are global guidance. The choice and the order of the steps are ours
(``vocabulary/first-days.yml``); what is said is what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generators.corpus import comparisons, order
from generators.corpus.corpus import Corpus, once
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.corpus.state_profile import state_profile
from generators.model.records import Provision, Step
from generators.model.vocabulary import Entry

Asking = LocatedProvision | LocatedStep


class FirstStep(NamedTuple):
    """A step of the first days, in a State or for any: the lines that are ``binding`` there, those of its
    own mechanisms that do not bind (``regional``), and global ``guidance``, each in the one order. ``acts``
    are the roles that the procedures give it to, ``times`` the lines of a text that set a time, the shortest
    first. ``moment`` is when the step is taken: now, today, or in these days; ``leading`` the line that
    stands before all others and, where it holds for some persons alone, the first that holds for everyone;
    empty where no text speaks. ``for_some``: whatever binds holds for some alone.
    """

    code: str
    children: bool
    moment: str
    leading: tuple[Asking, ...]
    for_some: bool
    binding: tuple[Asking, ...]
    regional: tuple[Asking, ...]
    guidance: tuple[Asking, ...]
    acts: tuple[str, ...]
    times: tuple[Asking, ...]


@once
def first_days(corpus: Corpus, state: str = "") -> tuple[FirstStep, ...]:
    """The steps in a State (alpha-3 code); without one, by what binds whoever is party, and global
    guidance.
    """
    return tuple(_steps(corpus, state))


def _steps(corpus: Corpus, state: str) -> Iterator[FirstStep]:
    binding, own = _texts(corpus, state)
    for code, entry in corpus.vocabularies.of("first-days").items():
        lines = _lines(corpus, entry, binding)
        soft = [each for each in lines if not corpus.records[each.record].binding]
        world = [each for each in soft if "global" in corpus.regions(each.record)]
        shown = [each for each in soft if each.record in own and each not in world]
        bound = [each for each in lines if each.record in binding]
        steps = _procedures(corpus, entry, own)
        acting = [each for each in (*bound, *shown, *world) if isinstance(each, LocatedStep)]
        yield FirstStep(
            code,
            entry.children,
            entry.moment or "now",
            _leading(corpus, entry, [each for each in lines if each in (*bound, *shown, *world)]),
            bool(bound) and not any(_for_everyone(corpus, entry, each) for each in bound),
            tuple(bound),
            tuple(shown),
            tuple(world),
            tuple(dict.fromkeys(role for each in (*steps, *acting) for role in each.step.who)),
            _times([*bound, *shown, *world], [each for each in steps if each.step.within]),
        )


def _leading(corpus: Corpus, entry: Entry, lines: list[Asking]) -> tuple[Asking, ...]:
    first = lines[:1]
    if first and not _for_everyone(corpus, entry, first[0]):
        first += [each for each in lines if _for_everyone(corpus, entry, each)][:1]
    return tuple(first)


def _for_everyone(corpus: Corpus, entry: Entry, line: Asking) -> bool:
    return not order.group_beside(corpus, line, children=entry.children)


def _texts(corpus: Corpus, state: str) -> tuple[frozenset[str], frozenset[str]]:
    """The records that bind a State, and those of its mechanisms that do not; without a State all global
    texts that bind.
    """
    if not state:
        world = (name for name in corpus.records if "global" in corpus.regions(name))
        return frozenset(filter(corpus.binds, world)), frozenset()
    found = state_profile(corpus, state)
    standards = (record for records in found.standards.values() for record in records)
    standing = (record for record in standards if corpus.group(record) == "standing")
    return frozenset(each.record for each in found.binding), frozenset(standing)


def _lines(corpus: Corpus, entry: Entry, binding: frozenset[str]) -> list[Asking]:
    """The lines that an entry names, where they speak today: those that lead the step, in their order, what
    binds first; then all others in the one order, of equal ones as the list has them.
    """
    found = _located(corpus)
    leads = {place: rank for rank, place in enumerate(entry.leads)}
    lines = [found[place] for place in entry.lines if place in found]
    speaking = [line for line in lines if line.record in binding or corpus.group(line.record) == "standing"]

    def place(line: Asking) -> tuple[int, bool, tuple]:
        rank = leads.get(f"{line.record}#{line.anchor}", len(leads))
        merit = order.merit(corpus, line, children=entry.children)[:-1]
        return rank == len(leads), line.record not in binding, (rank, merit)

    return sorted(speaking, key=place)


@once
def _located(corpus: Corpus) -> Mapping[str, Asking]:
    """What speaks today, by its place."""
    lines = (each for name in corpus.records for each in corpus.provisions_of(name))
    steps = (each for name in corpus.records for each in corpus.steps_of(name))
    found = (*(each for each in lines if corpus.current(each.provision)), *steps)
    return {f"{each.record}#{each.anchor}": each for each in found}


def _procedures(corpus: Corpus, entry: Entry, own: frozenset[str]) -> list[LocatedStep]:
    """The steps of a State's own procedures, and of global ones, at the stages of an entry."""
    every = (each for stage in entry.stages for each in corpus.by_stage.get(stage, ()))
    return [
        each
        for each in every
        if corpus.group(each.record) == "standing"
        and (each.record in own or "global" in corpus.regions(each.record))
    ]


def _times(lines: Iterable[Asking], steps: Iterable[LocatedStep]) -> tuple[Asking, ...]:
    """What sets a time, each once, in the order of those that ask."""
    timed = [each for each in lines if told(each).within or comparisons.in_days(told(each).value)]
    return tuple({(each.record, each.anchor): each for each in (*timed, *steps)}.values())


def told(each: Asking) -> Provision | Step:
    """What a line is: a provision or a step."""
    return each.provision if isinstance(each, LocatedProvision) else each.step
