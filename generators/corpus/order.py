"""Which line stands first: the one order of lines on a topic, for every page, paper,
table and search; and which lines hold for a group of persons alone
(``vocabulary/groups.yml``).

1. It binds whom is asked about, today; a line that applies later does not. 2. It was
checked. 3. The topic's ``leads``, in their order. 4. How near it is to trafficking. 5. It
is for everyone; but where children are asked about, their lines come first. 6. Its
strength. 7. The order of articles. Measured before this order: a third of the sentences
that led came from texts that are not about trafficking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.reservations import binds
from generators.model.records import Provision

Merit = tuple[bool, int, int, int, int, tuple[int, int]]
Key = tuple[int, Merit]

UNCHECKED = "recalled"
"""The grade of what nobody has read."""
READ = ("verified", "confirmed")
"""The grades of what was read, or what two sources say: such lines can lead."""
_LAST = 1_000_000
"""The place among the leads of a topic of a line that does not lead."""
NEIGHBOUR = "neighbour"
"""How near general law is that applies to victims of trafficking too."""


class Asked(NamedTuple):
    """Who is asked about: States (alpha-3 codes), else a region (its code), else anyone."""

    states: tuple[str, ...] = ()
    region: str = ""


ANYONE = Asked()


def ordered(
    corpus: Corpus, lines: Iterable[Located], topic: str, whom: Asked = ANYONE
) -> list[Located]:
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
    """What puts a line before others that bind the same: all of its place but whom it
    binds.
    """
    known: dict[str, Merit] = corpus.cached(("merits", topic, children), dict)
    place = line.place
    if place not in known:
        known[place] = _merit(corpus, line, topic, children)
    return known[place]


def _merit(corpus: Corpus, line: Located, topic: str, children: bool) -> Merit:
    record, said, rank = line.record, line.line, corpus.vocabularies.rank
    return (
        corpus.confidence_of(record, said) == UNCHECKED,
        leads(corpus, topic).get(line.place, _LAST),
        rank("nearness", nearness(corpus, record, said)),
        _for_whom(corpus, line, topic, children),
        rank("strengths", said.strength if isinstance(said, Provision) else ""),
        _article(corpus)[line.place],
    )


def nearness(corpus: Corpus, record: str, said: object) -> str:
    """How near what a record says is to trafficking: the code of its own mark, else of
    its text's.
    """
    return getattr(said, "about", None) or corpus.records[record].about or NEIGHBOUR


def apart(corpus: Corpus, records: Iterable[str]) -> tuple[list[str], list[str]]:
    """Texts on trafficking and on what is near to it, with plans and procedures; and
    general law.
    """
    of = {each: corpus.records[each] for each in records}
    law = [
        name
        for name, it in of.items()
        if it.kind == "instrument" and it.about in (None, NEIGHBOUR)
    ]
    return [name for name in of if name not in law], law


@once
def general(corpus: Corpus, topic: str) -> frozenset[str]:
    """The texts of which all that they say on a topic is general law that also applies,
    and none of it leads.
    """
    lines, leading = corpus.by_topic.get(topic, ()), leads(corpus, topic)
    near = {
        line.record
        for line in lines
        if line.place in leading or nearness(corpus, line.record, line.line) != NEIGHBOUR
    }
    return frozenset(line.record for line in lines) - near


def _bound(corpus: Corpus, line: Located, whom: Asked) -> int:
    """0 where a line binds whom is asked about, today; of a region 0 where its text binds
    most of its States. General law counts there as what does not bind: any text on
    trafficking says more of a region than a treaty on human rights.
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


@once
def _by_region(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The States that are members of a mechanism of one region alone, by region."""
    found: dict[str, dict[str, None]] = {}
    for name in corpus.mechanisms:
        regions = corpus.regions(name)
        if len(regions) == 1 and regions[0] != "global":
            members = (member.state for member in corpus.members_today(name))
            found.setdefault(regions[0], {}).update(dict.fromkeys(members))
    return {region: tuple(states) for region, states in found.items()}


@once
def leads(corpus: Corpus, topic: str) -> Mapping[str, int]:
    """The lines that a specialist would show first on a topic (record#anchor), each with
    its place from 0.
    """
    entry = corpus.vocabularies.of("topics").get(topic)
    return {place: rank for rank, place in enumerate(entry.leads if entry else ())}


def _for_whom(corpus: Corpus, line: Located, topic: str, children: bool) -> int:
    """0 for everyone, 1 for one group of persons alone; where children are asked about,
    -1 for them.
    """
    groups = corpus.vocabularies.of("groups")
    codes = groups_of(corpus, line.record, line.anchor)
    if children and any(groups[code].children for code in codes):
        return -1
    return 1 if groups_beside(corpus, line, topic, children) else 0


@once
def _article(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """The order of texts by age and of articles within them, by place."""
    return {
        f"{name}#{anchor}": (number, at)
        for number, name in enumerate(sorted(corpus.records, key=corpus.age))
        for at, anchor in enumerate(
            (*corpus.anchors[name].provisions, *corpus.anchors[name].steps)
        )
    }


def groups_of(corpus: Corpus, record: str, anchor: str = "") -> tuple[str, ...]:
    """The codes of the groups for whom alone a line holds: those of its text, and those
    of the line itself. Whoever it holds for is in all of them. It is empty where it holds
    for everyone.
    """
    named = _of_groups(corpus)
    of_text = named.get(record, ())
    of_line = named.get(f"{record}#{anchor}", ())
    return tuple(dict.fromkeys((*of_text, *of_line)))


def groups_of_line(corpus: Corpus, line: Located) -> tuple[str, ...]:
    """The same, without those of the whole text: for its own page, which says those once."""
    return _of_groups(corpus).get(line.place, ())


def groups_beside(
    corpus: Corpus, line: Located, topic: str = "", children: bool = False
) -> tuple[str, ...]:
    """The same, where it needs to be said: not under a ``topic`` that is of a group, nor
    of children where all that is said is for ``children``.
    """
    groups = corpus.vocabularies.of("groups")
    codes = groups_of(corpus, line.record, line.anchor)
    return tuple(
        code
        for code in codes
        if topic not in groups[code].topics and not (children and groups[code].children)
    )


@once
def _of_groups(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The groups of each record and line that some name, in the order of the list."""
    found: dict[str, tuple[str, ...]] = {}
    for code, group in corpus.vocabularies.of("groups").items():
        for place in (*group.records, *group.lines):
            found[place] = (*found.get(place, ()), code)
    return found
