"""The first days of a case: what those steps are, and which sentences ask for each.

Which of these bind in a State, come from its own mechanisms, or are global guidance. The
choice and the order of the steps are ours (``vocabulary/first-days.yml``); what is said
is what the texts say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from generators.corpus import order, persons
from generators.corpus.comparisons import in_days, number_set, time_limit
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.reservations import excluded
from generators.corpus.state_profile import state_profile
from generators.model.records import Provision, Step
from generators.model.vocabulary import VocabularyEntry


class FirstStep(NamedTuple):
    """A step of the first days, in a State or for any State.

    ``children`` says that the step is only for a child, or a person who may be one.
    ``moment`` is when it is taken: now, today, or in these days.

    Lines of texts are each in the one order. Those in ``binding`` bind there. Those in
    ``regional`` are of its own mechanisms and do not bind. ``guidance`` is global.
    ``times`` are the lines of these and of procedures that set a time. ``acts`` are the
    roles that the procedures give the step to.

    ``leading`` is the line that comes first. It binds, else the State's own mechanisms
    ask it, else it is the world's guidance. Where it holds only for some persons, the
    first that holds for everyone follows. It is empty where no text speaks.

    ``alone`` is for a step where all that binds holds only for some persons. It has the
    first line for each of these groups, else it is empty. ``for_persons`` are lines that
    bind and hold only for a person whom readers can choose, such as a worker. They are
    not among those above.

    ``topic`` is the one that most lines are about, empty where none has one. ``silent``
    says that no text on that topic is known to bind the State.
    """

    code: str
    children: bool
    moment: str
    leading: tuple[Located, ...]
    alone: tuple[Located, ...]
    for_persons: tuple[Located, ...]
    topic: str
    silent: bool
    binding: tuple[Located, ...]
    regional: tuple[Located, ...]
    guidance: tuple[Located, ...]
    acts: tuple[str, ...]
    times: tuple[Located, ...]


class _Texts(NamedTuple):
    """Ids of records, for one State.

    ``binding`` are those that bind it. ``own`` are those of its mechanisms that hold
    today and do not bind.
    """

    binding: frozenset[str]
    own: frozenset[str]


@once
def first_days(corpus: Corpus, state: str = "") -> tuple[FirstStep, ...]:
    """The steps in a State (alpha-3 code), in their order.

    Without a State they follow from the global texts that bind their parties, and from
    global guidance.
    """
    texts = _texts(corpus, state)
    entries = corpus.vocabularies.entries_of("first-days").items()
    return tuple(_step(corpus, code, entry, state, texts) for code, entry in entries)


def _step(
    corpus: Corpus, code: str, entry: VocabularyEntry, state: str, texts: _Texts
) -> FirstStep:
    """One step in a State, from its entry in the vocabulary."""
    lines = _lines(corpus, code, state, texts.binding)
    bound = [line for line in lines if line.record in texts.binding]
    soft = [line for line in lines if not corpus.records[line.record].binding]
    world = [line for line in soft if "global" in corpus.regions(line.record)]
    regional = [line for line in soft if line.record in texts.own and line not in world]
    shown_lines = [*bound, *regional, *world]
    places = {line.place for line in shown_lines}
    candidates = [line for line in lines if line.place in places]
    procedures = _procedures(corpus, entry, texts.own)
    topic = _topic(lines)
    leading = _leading(corpus, entry, _own_before_world(corpus, candidates, regional))
    alone = _alone(corpus, entry, bound)
    return FirstStep(
        code=code,
        children=entry.children,
        moment=entry.moment or "now",
        leading=leading,
        alone=alone,
        for_persons=_for_persons(corpus, entry, bound, (*leading, *alone)),
        topic=topic,
        silent=not bound and not _is_bound_on(corpus, topic, texts.binding),
        binding=tuple(bound),
        regional=tuple(regional),
        guidance=tuple(world),
        acts=_roles([*procedures, *shown_lines]),
        times=_times(shown_lines, procedures),
    )


def _is_bound_on(corpus: Corpus, topic: str, binding: frozenset[str]) -> bool:
    """Whether a line on a topic of some texts that bind (ids) applies today."""
    return any(
        line.record in binding and corpus.applies_from(line.record, line.line) is None
        for line in corpus.by_topic.get(topic, ())
    )


def _alone(
    corpus: Corpus, entry: VocabularyEntry, bound: Iterable[Located]
) -> tuple[Located, ...]:
    """The first line for each group of persons, where no line holds for everyone."""
    first: dict[tuple[str, ...], Located] = {}
    for line in bound:
        groups = order.groups_beside(corpus, line, children=entry.children)
        if not groups:
            return ()
        first.setdefault(groups, line)
    return tuple(first.values())


def _for_persons(
    corpus: Corpus,
    entry: VocabularyEntry,
    bound: Sequence[Located],
    shown: Sequence[Located],
) -> tuple[Located, ...]:
    """For each person whom readers can choose, the first line that binds and holds only
    for that person. Left out are persons for whom a line is ``shown`` already. So are
    children, for they have steps of their own.
    """
    first: dict[str, Located] = {}
    served = set(persons.children(corpus))
    for line in shown:
        served.update(persons.persons_by_group(corpus, line))
    for line in bound if not entry.children else ():
        for person in persons.persons_by_group(corpus, line):
            if person not in served:
                first.setdefault(person, line)
    return tuple(dict.fromkeys(first.values()))


def _topic(lines: Iterable[Located]) -> str:
    """The topic that most lines are about; empty where none has one."""
    topics = Counter(
        topic for line in lines for topic in getattr(line.line, "topics", ())
    )
    return next((topic for topic, _ in topics.most_common(1)), "")


def _roles(lines: Iterable[Located]) -> tuple[str, ...]:
    """The roles to which the steps among some lines give a task, each once."""
    steps = [line.line for line in lines if isinstance(line.line, Step)]
    return tuple(dict.fromkeys(role for step in steps for role in step.who))


def _own_before_world(
    corpus: Corpus, lines: Sequence[Located], regional: Sequence[Located]
) -> list[Located]:
    """Lines in their order, but some of the State's own mechanisms (``regional``) come
    before the world's guidance. They are those of equal or greater strength. One that
    nobody has checked stays where it was.
    """
    if not lines or corpus.records[lines[0].record].binding:
        return list(lines)
    world = lines[0]
    least = _rank_of_strength(corpus, world)
    own = [
        line
        for line in regional
        if _is_checked(corpus, line) and _rank_of_strength(corpus, line) <= least
    ]
    return [*own, *(line for line in lines if line not in own)]


def _is_checked(corpus: Corpus, line: Located) -> bool:
    """Whether somebody has read a line, or a source says it."""
    return corpus.confidence_of(line.record, line.line) != order.UNCHECKED


def _rank_of_strength(corpus: Corpus, line: Located) -> int:
    """The rank of the strength of a line, from 0 for the strongest. A step of a procedure
    says what is to be done, as a "should" does.
    """
    strength = getattr(line.line, "strength", "encouragement")
    return corpus.vocabularies.rank("strengths", strength)


def _leading(
    corpus: Corpus, entry: VocabularyEntry, lines: list[Located]
) -> tuple[Located, ...]:
    """The first line and, where it holds only for some persons, the first that holds for
    everyone.
    """
    first = lines[:1]
    if first and not _for_everyone(corpus, entry, first[0]):
        first += [line for line in lines if _for_everyone(corpus, entry, line)][:1]
    return tuple(first)


def _for_everyone(corpus: Corpus, entry: VocabularyEntry, line: Located) -> bool:
    """Whether a line holds for all persons whom a step is about."""
    return not order.groups_beside(corpus, line, children=entry.children)


def _texts(corpus: Corpus, state: str) -> _Texts:
    """The texts of a State (alpha-3 code); without one all global texts that bind."""
    if not state:
        world = (name for name in corpus.records if "global" in corpus.regions(name))
        return _Texts(frozenset(filter(corpus.binds, world)), frozenset())
    profile = state_profile(corpus, state)
    standards = chain.from_iterable(profile.standards.values())
    return _Texts(
        frozenset(adherence.record for adherence in profile.binding),
        frozenset(name for name in standards if corpus.group(name) == "standing"),
    )


def _lines(
    corpus: Corpus, code: str, state: str, binding: frozenset[str]
) -> list[Located]:
    """The lines that an entry names, where they speak today, without those from which a
    reservation frees the State.

    First come those that lead the step, in their order, what binds first. Then come all
    others in the one order, of equal ones as the list has them.
    """
    leading = corpus.vocabularies.entries_of("first-days")[code].leads
    speaking = [
        line
        for line in _lines_for_anyone(corpus, code)
        if line.record in binding or corpus.group(line.record) == "standing"
    ]
    lines = [line for line in speaking if not excluded(corpus, line, state)]
    return sorted(
        lines, key=lambda line: (line.place not in leading, line.record not in binding)
    )


@once
def _lines_for_anyone(corpus: Corpus, code: str) -> tuple[Located, ...]:
    """The lines that an entry names, in their order for somebody whom nothing binds."""
    lines = _located(corpus)
    entry = corpus.vocabularies.entries_of("first-days")[code]
    ranks = {place: rank for rank, place in enumerate(entry.leads)}

    def place(line: Located) -> tuple[int, tuple[int, ...]]:
        merit = order.merit(corpus, line, children=entry.children)
        return ranks.get(line.place, len(ranks)), merit[:-1]

    known = (lines[name] for name in entry.lines if name in lines)
    return tuple(sorted(known, key=place))


@once
def _located(corpus: Corpus) -> Mapping[str, Located]:
    """The provisions that speak today and all steps, by their place."""
    by_place: dict[str, Located] = {}
    for name in corpus.records:
        for provision in corpus.lines_of(name, "provisions"):
            if _speaks(corpus, provision):
                by_place[provision.place] = provision
    for name in corpus.records:
        for step in corpus.lines_of(name, "steps"):
            by_place[step.place] = step
    return by_place


def _speaks(corpus: Corpus, provision: Located[Provision]) -> bool:
    """Whether a provision has not ended, and applies already."""
    line = provision.line
    return corpus.current(line) and corpus.applies_from(provision.record, line) is None


def _procedures(
    corpus: Corpus, entry: VocabularyEntry, own: frozenset[str]
) -> list[Located[Step]]:
    """The steps of a State's own procedures (ids), and of global ones, at the stages of
    an entry.
    """
    steps = (step for stage in entry.stages for step in corpus.by_stage.get(stage, ()))
    near = (
        step
        for step in steps
        if step.record in own or "global" in corpus.regions(step.record)
    )
    return [step for step in near if corpus.group(step.record) == "standing"]


def _times(
    lines: Iterable[Located], steps: Iterable[Located[Step]]
) -> tuple[Located, ...]:
    """The lines and steps that set a time, each once, in the order of those that ask."""
    timed = [
        line for line in lines if time_limit(line.line) or in_days(number_set(line.line))
    ]
    limited = [step for step in steps if step.line.within]
    return tuple({line.place: line for line in (*timed, *limited)}.values())
