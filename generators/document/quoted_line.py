"""A line of a text, wherever it is quoted: for whom it holds, and what it says.

Then where that is written, and the time and force of its text. A line is a provision or a
step; ``record`` is the id of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generators.corpus.located import Located
from generators.corpus.order import groups_beside
from generators.corpus.persons import persons_of_line
from generators.document.blocks import Entry
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, Strong, joined
from generators.model.records import Provision, Step


def line(
    phrases: Phrases,
    located: Located,
    topic: str = "",
    children: bool = False,
    place: Runs = (),
) -> Entry:
    """A provision or step as an entry: its number, and its sentence (``sentence``).

    Its line of facts says must, should or may, then where it is written. That is
    ``place``, or its text and article. Last comes what the text is where it does not
    bind. How sure the line is follows where it was not read. It says for which persons
    it is.
    """
    record = located.record
    quoted = located.line
    assert isinstance(quoted, Provision | Step)
    strength: list[Run] = []
    if isinstance(quoted, Provision):
        strength = phrases.strength(quoted.strength)
    if not place:
        name = phrases.name(record, located.anchor)
        place = phrases.cited(name, quoted.ref, record)
    text_today = force(phrases, record, quoted)
    facts = joined((strength, place, text_today, phrases.sure(record, quoted)))
    text = sentence(phrases, located, topic, children)
    persons = persons_of_line(phrases.corpus, located)
    return Entry(text, [facts], value=value(phrases, quoted), persons=persons)


# -- what it says, and for whom ----------------------------------------------------------


def sentence(
    phrases: Phrases, located: Located, topic: str = "", children: bool = False
) -> list[Run]:
    """Our words for what a provision or step says, after those for whom only it holds.

    On a page about a ``topic`` or about ``children`` some groups go without saying
    (``order.groups_beside``).
    """
    quoted = located.line
    assert isinstance(quoted, Provision | Step)
    words = quoted.says if isinstance(quoted, Provision) else quoted.does
    whom = only_for(phrases, located, topic, children)
    return for_whom_first(phrases, whom, phrases.text_of(located.record, words))


def only_for(
    phrases: Phrases, located: Located, topic: str = "", children: bool = False
) -> list[Run]:
    """For which groups of persons only a line holds, where that must be said.

    Empty where it holds for everyone. ``topic`` and ``children`` as for ``sentence``.
    """
    return of_groups(phrases, groups_beside(phrases.corpus, located, topic, children))


def of_groups(phrases: Phrases, codes: Iterable[str]) -> list[Run]:
    """That something holds only for groups of persons (codes); empty without any."""
    return joined([Strong(phrases.label("groups", code))] for code in codes)


def for_whom_first(phrases: Phrases, whom: list[Run], text: list[Run]) -> list[Run]:
    """A sentence after those for whom only it holds (``whom``, which may be empty).

    So nobody else reads it as theirs.
    """
    return phrases.labelled(whom, text) if whom else text


def value(phrases: Phrases, quoted: Provision | Step) -> list[Run]:
    """The number that a provision or step sets, and the time within which to act.

    Empty where it sets none.
    """
    number = bounded(phrases, phrases.measure(quoted.value), quoted.value_is)
    time_limit = phrases.measure(quoted.within)
    if time_limit:
        time_limit = phrases.ui("within {length}", length=time_limit)
    return joined((number, time_limit))


def bounded(phrases: Phrases, measure: list[Run], value_is: str | None) -> list[Run]:
    """A number in words (``measure``), as the least or the most where the text says so.

    ``value_is`` is "least", "most", or None for exactly that number.
    """
    if measure and value_is == "least":
        return phrases.ui("{number} or more", number=measure)
    if measure and value_is == "most":
        return phrases.ui("up to {number}", number=measure)
    return measure


# -- where it is written -----------------------------------------------------------------


def place(phrases: Phrases, located: Located) -> list[Run]:
    """The text of a provision, and its place there."""
    name = phrases.name(located.record, located.anchor)
    return phrases.cited(name, located.line.ref, located.record)


def places(phrases: Phrases, lines: Sequence[Located]) -> list[Run]:
    """The one text of some lines, with their places in it, each place once.

    There is at least one line. The text leads to the first of them.
    """
    first = lines[0]
    name = phrases.name(first.record, first.anchor)
    refs = dict.fromkeys(located.line.ref for located in lines)
    where = joined(
        [phrases.reference(ref, first.record) for ref in refs], phrases.localizer.comma
    )
    if not where:
        return name
    return phrases.ui("{record}, {ref}", record=name, ref=where)


# -- what its text is today --------------------------------------------------------------


def force(phrases: Phrases, record: str, line: object = None) -> list[Run]:
    """What the text of a line is today, where it binds nobody: "must" says that it does.

    Then when its time is, where that is not today (``time``).
    """
    today: list[Run] = []
    if not phrases.corpus.binds_anyone(record):
        today = phrases.force_of(record)
    return joined((today, time(phrases, record, line)))


def time(phrases: Phrases, record: str, line: object = None) -> list[Run]:
    """From which day a line of a text applies, or that the time of the text is over.

    Empty where that time is today.
    """
    return joined((phrases.applies_from(record, line), ended(phrases, record)))


def ended(phrases: Phrases, record: str) -> list[Run]:
    """That the time of a text is over: until when it ran, or what took its place.

    Empty of a text whose time is not over. Empty too of one that was to bind: its force
    says it.
    """
    corpus = phrases.corpus
    if corpus.records[record].binding or corpus.group(record) != "over":
        return []
    end = corpus.period_ended(record)
    ran_until = phrases.dated("its time is over: it ran until {date}", end)
    return ran_until or superseded_by(phrases, record)


def superseded_by(phrases: Phrases, record: str) -> list[Run]:
    """Which texts took the place of one."""
    successors = phrases.corpus.successors(record)
    names = joined(phrases.name(successor) for successor in successors)
    return phrases.ui("superseded by {record}", record=names)
