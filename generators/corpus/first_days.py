"""The first days of a case: what those steps are, which sentences ask for each, and which
of these bind in a State, come from its own mechanisms, or are global guidance. The choice
and the order of the steps are ours (``vocabulary/first-days.yml``); what is said is what
the texts say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generators.corpus import comparisons, order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.reservations import excluded
from generators.corpus.state_profile import state_profile
from generators.model.records import Step
from generators.model.vocabulary import VocabularyEntry


class FirstStep(NamedTuple):
    """A step of the first days, in a State or for any: the lines that are ``binding``
    there, those of its own mechanisms that do not bind (``regional``), and global
    ``guidance``, each in the one order. ``acts`` are the roles that the procedures give
    it to, ``times`` the lines of a text that set a time, the shortest first. ``moment``
    is when the step is taken: now, today, or in these days; ``leading`` the line that
    stands before all others and, where it holds for some persons alone, the first that
    holds for everyone; empty where no text speaks. ``alone``: where whatever binds holds
    for some persons alone, the first line for each of these groups; empty where a line
    that binds holds for everyone. ``topic`` is the one that most lines are about, empty
    where none has one; ``silent``: no text that we know to bind the State says anything
    on that topic.
    """

    code: str
    children: bool
    moment: str
    leading: tuple[Located, ...]
    alone: tuple[Located, ...]
    topic: str
    silent: bool
    binding: tuple[Located, ...]
    regional: tuple[Located, ...]
    guidance: tuple[Located, ...]
    acts: tuple[str, ...]
    times: tuple[Located, ...]


@once
def first_days(corpus: Corpus, state: str = "") -> Iterator[FirstStep]:
    """The steps in a State (alpha-3 code); without one, by what binds whoever is party,
    and global guidance.
    """
    binding, own = _texts(corpus, state)
    for code, entry in corpus.vocabularies.of("first-days").items():
        lines = _lines(corpus, code, state, binding)
        soft = [each for each in lines if not corpus.records[each.record].binding]
        world = [each for each in soft if "global" in corpus.regions(each.record)]
        shown = [each for each in soft if each.record in own and each not in world]
        bound = [each for each in lines if each.record in binding]
        steps = _procedures(corpus, entry, own)
        told = {each.place for each in (*bound, *shown, *world)}
        acting = [
            each for each in (*bound, *shown, *world) if isinstance(each.line, Step)
        ]
        topic = _topic(lines)
        yield FirstStep(
            code,
            entry.children,
            entry.moment or "now",
            _leading(corpus, entry, [each for each in lines if each.place in told]),
            _alone(corpus, entry, bound),
            topic,
            not (
                bound
                or any(
                    _binding(corpus, each, binding)
                    for each in corpus.by_topic.get(topic, ())
                )
            ),
            tuple(bound),
            tuple(shown),
            tuple(world),
            tuple(
                dict.fromkeys(
                    role for each in (*steps, *acting) for role in each.line.who
                )
            ),
            _times(
                [*bound, *shown, *world], [each for each in steps if each.line.within]
            ),
        )


def _binding(corpus: Corpus, line: Located, binding: frozenset[str]) -> bool:
    """Whether a line of some texts that bind applies today."""
    return line.record in binding and corpus.applies_from(line.record, line.line) is None


def _alone(
    corpus: Corpus, entry: VocabularyEntry, bound: Iterable[Located]
) -> tuple[Located, ...]:
    """The first line for each group of persons, where no line holds for everyone."""
    found: dict[tuple[str, ...], Located] = {}
    for line in bound:
        groups = order.groups_beside(corpus, line, children=entry.children)
        if not groups:
            return ()
        found.setdefault(groups, line)
    return tuple(found.values())


def _topic(lines: Iterable[Located]) -> str:
    topics = Counter(
        topic for each in lines for topic in getattr(each.line, "topics", ())
    )
    return next((topic for topic, _ in topics.most_common(1)), "")


def _leading(
    corpus: Corpus, entry: VocabularyEntry, lines: list[Located]
) -> tuple[Located, ...]:
    first = lines[:1]
    if first and not _for_everyone(corpus, entry, first[0]):
        first += [each for each in lines if _for_everyone(corpus, entry, each)][:1]
    return tuple(first)


def _for_everyone(corpus: Corpus, entry: VocabularyEntry, line: Located) -> bool:
    return not order.groups_beside(corpus, line, children=entry.children)


def _texts(corpus: Corpus, state: str) -> tuple[frozenset[str], frozenset[str]]:
    """The records that bind a State, and those of its mechanisms that do not; without a
    State all global texts that bind.
    """
    if not state:
        world = (name for name in corpus.records if "global" in corpus.regions(name))
        return frozenset(filter(corpus.binds, world)), frozenset()
    found = state_profile(corpus, state)
    standards = (record for records in found.standards.values() for record in records)
    standing = (record for record in standards if corpus.group(record) == "standing")
    return frozenset(each.record for each in found.binding), frozenset(standing)


def _lines(
    corpus: Corpus, code: str, state: str, binding: frozenset[str]
) -> list[Located]:
    """The lines that an entry names, where they speak today, without those from which a
    reservation frees the State: those that lead the step, in their order, what binds
    first; then all others in the one order, of equal ones as the list has them.
    """
    leading = corpus.vocabularies.of("first-days")[code].leads
    lines = [
        line for line in _of_anyone(corpus, code) if not excluded(corpus, line, state)
    ]
    speaking = [
        line
        for line in lines
        if line.record in binding or corpus.group(line.record) == "standing"
    ]
    return sorted(
        speaking, key=lambda line: (line.place not in leading, line.record not in binding)
    )


@once
def _of_anyone(corpus: Corpus, code: str) -> list[Located]:
    """The lines that an entry names, in their order for whom nothing binds."""
    found, entry = _located(corpus), corpus.vocabularies.of("first-days")[code]
    ranks = {place: rank for rank, place in enumerate(entry.leads)}

    def place(line: Located) -> tuple[int, tuple]:
        return ranks.get(line.place, len(ranks)), order.merit(
            corpus, line, children=entry.children
        )[:-1]

    return sorted((found[each] for each in entry.lines if each in found), key=place)


@once
def _located(corpus: Corpus) -> Mapping[str, Located]:
    """What speaks today, by its place."""
    lines = (
        each for name in corpus.records for each in corpus.lines_of(name, "provisions")
    )
    steps = (each for name in corpus.records for each in corpus.lines_of(name, "steps"))
    today = (each for each in lines if _speaks(corpus, each))
    return {each.place: each for each in (*today, *steps)}


def _speaks(corpus: Corpus, line: Located) -> bool:
    """Whether a provision has not ended, and applies already."""
    return (
        corpus.current(line.line) and corpus.applies_from(line.record, line.line) is None
    )


def _procedures(
    corpus: Corpus, entry: VocabularyEntry, own: frozenset[str]
) -> list[Located]:
    """The steps of a State's own procedures, and of global ones, at the stages of an
    entry.
    """
    every = (each for stage in entry.stages for each in corpus.by_stage.get(stage, ()))
    near = (
        each
        for each in every
        if each.record in own or "global" in corpus.regions(each.record)
    )
    return [each for each in near if corpus.group(each.record) == "standing"]


def _times(lines: Iterable[Located], steps: Iterable[Located]) -> tuple[Located, ...]:
    """What sets a time, each once, in the order of those that ask."""
    timed = [
        each for each in lines if each.line.within or comparisons.in_days(each.line.value)
    ]
    return tuple({each.place: each for each in (*timed, *steps)}.values())
