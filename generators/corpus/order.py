"""Which line comes first: the one order of lines on a topic, for every page, paper, table
and search. And which lines hold for one group of persons and no one else
(``vocabulary/groups.yml``).

1. It binds whom is asked about, today; a line that applies later does not. 2. It was
checked. 3. The topic's ``leads``, in their order. 4. How near it is to trafficking. 5. It
is for everyone; but where children are asked about, their lines come first. 6. Its
strength. 7. The order of articles. Measured before this order: a third of the sentences
that led came from texts that are not about trafficking.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import LineT, Located
from generators.corpus.memo import once
from generators.corpus.reservations import binds
from generators.model.records import Provision

Merit = tuple[bool, int, int, int, int, tuple[int, int]]
Key = tuple[int, Merit]

UNCHECKED = "recalled"
"""The grade of what nobody has read."""
READ = ("verified", "confirmed")
"""The grades of what was read, or what two sources say: such lines can lead."""
WEAK = ("encouragement", "permission")
"""The strengths of what a text asks for, or allows, without a duty."""
_LAST = 1_000_000
"""The place among the leads of a topic of a line that does not lead."""
GLOBAL = "global"
"""The region of what is worldwide."""
NEIGHBOUR = "neighbour"
"""How near general law is that applies to victims of trafficking too."""


class Asked(NamedTuple):
    """Who is asked about: States (alpha-3 codes), or a region (code), or anyone."""

    states: tuple[str, ...] = ()
    region: str = ""


ANYONE = Asked()


def ordered(
    corpus: Corpus, lines: Iterable[Located[LineT]], topic: str, whom: Asked = ANYONE
) -> list[Located[LineT]]:
    """Lines on a topic, the one that answers best first."""
    return sorted(lines, key=lambda line: key(corpus, line, topic, whom))


def key(corpus: Corpus, line: Located, topic: str = "", whom: Asked = ANYONE) -> Key:
    """The place of a line among those on a topic; the smaller, the earlier. Without a
    topic nothing leads.
    """
    return (_bound(corpus, line, whom), merit(corpus, line, topic))


def merit(
    corpus: Corpus, line: Located, topic: str = "", children: bool = False
) -> Merit:
    """What puts a line before others that bind the same: all of its place (``key``) but
    whom it binds. The smaller, the earlier.
    """
    known = _merits(corpus, topic, children)
    place = line.place
    if place not in known:
        known[place] = _merit(corpus, line, topic, children)
    return known[place]


@once
def _merits(corpus: Corpus, topic: str, children: bool) -> dict[str, Merit]:
    """The merits that were worked out already on a topic, by the place of the line."""
    return {}


def _merit(corpus: Corpus, line: Located, topic: str, children: bool) -> Merit:
    """The merit of a line, worked out."""
    rank = corpus.vocabularies.rank
    strength = line.line.strength if isinstance(line.line, Provision) else ""
    return (
        corpus.confidence_of(line.record, line.line) == UNCHECKED,
        leads(corpus, topic).get(line.place, _LAST),
        rank("nearness", nearness(corpus, line.record, line.line)),
        _rank_of_persons(corpus, line, topic, children),
        rank("strengths", strength),
        _article(corpus)[line.place],
    )


def merit_of_answer(
    corpus: Corpus, line: Located, topic: str, groups: Collection[str], children: bool
) -> tuple[bool, int, bool, Merit]:
    """What puts a line before others that answer the same narrow question. The smaller,
    the earlier.

    1. It was checked. 2. It is for children, if ``children`` are asked about. Else it is
    for everyone, or for the ``groups`` that are asked about. 3. It says "must", or what
    a word means. 4. The order of its topic (``merit``).

    A "should" must not be shown while a "must" answers. Nor must a line for some persons
    be shown in place of one for everyone.
    """
    own_merit = merit(corpus, line, topic, children)
    strength = line.line.strength if isinstance(line.line, Provision) else ""
    whom = _rank_of_answer(corpus, line, groups, children)
    return (own_merit[0], whom, strength in WEAK, own_merit)


def _rank_of_answer(
    corpus: Corpus, line: Located, groups: Collection[str], children: bool
) -> int:
    """-1 for a line for children where they are asked about, 1 for one for some other
    persons, else 0.
    """
    entries = corpus.vocabularies.entries_of("groups")
    own_groups = set(groups_of(corpus, line.record, line.anchor)) - set(groups)
    for_children = {code for code in own_groups if entries[code].children}
    if own_groups - for_children:
        return 1
    if not for_children:
        return 0
    return -1 if children else 1


def nearness(corpus: Corpus, record: str, line: object) -> str:
    """How near a line of a record is to trafficking.

    It is the code of the line's own mark, else that of its text's.
    """
    own = getattr(line, "about", None)
    return own or corpus.records[record].about or NEIGHBOUR


def apart(corpus: Corpus, records: Iterable[str]) -> tuple[list[str], list[str]]:
    """Records (ids) in two lists: on trafficking, and general law.

    The first has texts on trafficking and on what is near to it, with plans and
    procedures.
    """
    near: dict[str, None] = {}
    law: dict[str, None] = {}
    for name in records:
        model = corpus.records[name]
        is_law = model.kind == "instrument" and model.about in (None, NEIGHBOUR)
        (law if is_law else near)[name] = None
    return list(near), list(law)


@once
def general(corpus: Corpus, topic: str) -> frozenset[str]:
    """The texts that speak on a topic only as general law that also applies, and no line
    of which leads.
    """
    lines = corpus.by_topic.get(topic, ())
    leading = leads(corpus, topic)
    near = {
        line.record
        for line in lines
        if line.place in leading or nearness(corpus, line.record, line.line) != NEIGHBOUR
    }
    return frozenset(line.record for line in lines) - near


def _bound(corpus: Corpus, line: Located, whom: Asked) -> int:
    """How far a line binds today whom is asked about, from 0 (it binds) to 2.

    For a region it is 0 where the text binds most of its States. General law counts
    there as what does not bind. For any text on trafficking says more of a region
    than a treaty on human rights.
    """
    record = line.record
    if whom.states:
        return 0 if all(binds(corpus, line, state) for state in whom.states) else 1
    if not corpus.line_binds(record, line.line):
        return 2
    if not whom.region:
        return 0
    if nearness(corpus, record, line.line) == NEIGHBOUR:
        return 2
    return 0 if _binds_most(corpus, record, whom.region) else 1


@once
def _binds_most(corpus: Corpus, record: str, region: str) -> bool:
    """Whether a text binds more than half of the States of a region."""
    states = _by_region(corpus).get(region, corpus.all_states)
    return 2 * sum(record in corpus.bound_by(state) for state in states) > len(states)


def nearest(
    corpus: Corpus,
    lines: Iterable[Located[LineT]],
    groups: Collection[str],
    state: str,
) -> list[Located[LineT]]:
    """Lines that do not bind a State (alpha-3 code), those first that compare best with
    its law. Those that are equal keep their order.

    What was checked comes first, then texts of its own region and of the world. Then
    come lines for everyone, or for the ``groups`` that are asked about.
    """
    near = near_regions(corpus, state)

    def place(line: Located[LineT]) -> tuple[bool, bool, bool]:
        return (
            corpus.confidence_of(line.record, line.line) == UNCHECKED,
            near.isdisjoint(corpus.regions(line.record)),
            not set(groups_of(corpus, line.record, line.anchor)) <= set(groups),
        )

    return sorted(lines, key=place)


@once
def near_regions(corpus: Corpus, state: str) -> frozenset[str]:
    """The world, and the regions of the mechanisms to which a State belongs.

    A mechanism of two regions does not say which is the State's.
    """
    memberships = corpus.memberships.get(state, ())
    regions = [corpus.regions(membership.mechanism) for membership in memberships]
    return frozenset({GLOBAL, *(own[0] for own in regions if len(own) == 1)})


@once
def _by_region(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The States that are members of a mechanism of only one region, by region."""
    states_by_region: dict[str, dict[str, None]] = {}
    for name in corpus.mechanisms:
        regions = corpus.regions(name)
        if len(regions) == 1 and regions[0] != GLOBAL:
            states = states_by_region.setdefault(regions[0], {})
            for member in corpus.members_today(name):
                states[member.state] = None
    return {region: tuple(states) for region, states in states_by_region.items()}


@once
def leads(corpus: Corpus, topic: str) -> Mapping[str, int]:
    """The lines that a specialist would show first on a topic (record#anchor), each with
    its place from 0.
    """
    entry = corpus.vocabularies.entries_of("topics").get(topic)
    return {place: rank for rank, place in enumerate(entry.leads if entry else ())}


def _rank_of_persons(corpus: Corpus, line: Located, topic: str, children: bool) -> int:
    """0 for a line for everyone, 1 for a line for one group of persons.

    Where ``children`` are asked about, it is -1 for a line for them.
    """
    groups = corpus.vocabularies.entries_of("groups")
    codes = groups_of(corpus, line.record, line.anchor)
    if children and any(groups[code].children for code in codes):
        return -1
    return 1 if groups_beside(corpus, line, topic, children) else 0


@once
def _article(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """The order of texts by age and of articles within them.

    Two numbers from 0, by the place of the line.
    """
    places: dict[str, tuple[int, int]] = {}
    for age, name in enumerate(sorted(corpus.records, key=corpus.age)):
        own = corpus.anchors[name]
        for number, anchor in enumerate((*own.provisions, *own.steps)):
            places[f"{name}#{anchor}"] = (age, number)
    return places


def groups_of(corpus: Corpus, record: str, anchor: str = "") -> tuple[str, ...]:
    """The codes of the groups to which a line is limited.

    They are those of its text, and those of the line itself. A person for whom it
    holds is in all of them. It is empty where the line holds for everyone.
    """
    codes = _groups_by_place(corpus)
    of_text = codes.get(record, ())
    of_line = codes.get(f"{record}#{anchor}", ())
    return tuple(dict.fromkeys((*of_text, *of_line)))


def groups_of_line(corpus: Corpus, line: Located) -> tuple[str, ...]:
    """The codes of the groups of a line itself, without those of the whole text.

    It is for the text's own page, which says those once.
    """
    return _groups_by_place(corpus).get(line.place, ())


def groups_beside(
    corpus: Corpus, line: Located, topic: str = "", children: bool = False
) -> tuple[str, ...]:
    """The codes of the groups of a line (``groups_of``) that a page has to say with it.

    It need not say a group under a ``topic`` of that group. Nor need it say a group
    of children where all that is said is for ``children``.
    """
    groups = corpus.vocabularies.entries_of("groups")
    return tuple(
        code
        for code in groups_of(corpus, line.record, line.anchor)
        if topic not in groups[code].topics and not (children and groups[code].children)
    )


@once
def _groups_by_place(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The codes of the groups that name a record or a line, by that place.

    They are in the order of the list.
    """
    codes: dict[str, tuple[str, ...]] = {}
    for code, group in corpus.vocabularies.entries_of("groups").items():
        for place in (*group.records, *group.lines):
            codes[place] = (*codes.get(place, ()), code)
    return codes
