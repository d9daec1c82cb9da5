"""What tests of the page of two States share: its own script under node, and what is true
of a text and States.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from commands import node

from generators.corpus import parties, reservations, tables
from generators.corpus.corpus import Corpus
from generators.data import kinds
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

RUN = Path(__file__).parent / "between_run.js"
SAY = {
    "comma": ", ",
    "also": "Binds {state}, but not {other}",
    "alsoopen": "Binds {state}. We do not know whether it binds {other}",
    "alsoboth": "Binds {state}, but not {other}. We do not know whether it binds {open}",
}
"""The headings of what binds only some, as they stand on the page in English."""

Way = tuple[str, ...]
"""The codes of States, from the first to the last."""


class Placed(NamedTuple):
    """A line (by its record and anchor) on a topic, under a heading (empty: it binds
    all).
    """

    way: Way
    heading: str
    line: str


class Shown(NamedTuple):
    """What the page says of some ways: where each line stands; and by way since when each
    text binds all (``days``: a date, or the codes of States of which that day is not
    known).
    """

    placed: list[Placed]
    days: dict[Way, dict[str, Any]]


def asked(
    files: dict[str, Any], topics: dict[str, Any], ways: Iterable[Way]
) -> list[dict[str, Any]]:
    """What the script says of each way: on each ``topics`` its groups (a heading and the
    records of its lines), and its ``days``.
    """
    return node(
        RUN, given={"files": files, "topics": topics, "ways": list(ways), "say": SAY}
    )


def shown(corpus: Corpus, ways: Iterable[Way]) -> Shown:
    """What the script of the page makes of the files of data, as they are published."""
    phrases, ways = Phrases(Localizer(corpus, "en")), list(ways)
    codes = dict.fromkeys(code for way in ways for code in way)
    files = {code: kinds.body(phrases, "state", code) for code in codes}
    topics = {
        code: kinds.body(phrases, "topic", code)["lines"]
        for code in tables.border_topics(corpus)
    }
    answers = asked(files, topics, ways)
    placed = [
        Placed(way, heading, line)
        for way, answer in zip(ways, answers, strict=True)
        for groups in answer["topics"]
        for heading, lines in groups
        for line in lines
    ]
    return Shown(
        placed, {way: answer["days"] for way, answer in zip(ways, answers, strict=True)}
    )


def untrue(corpus: Corpus, placed: Iterable[Placed]) -> list[str]:
    """The lines that stand under a heading that is not true of their text, each in words."""
    say = Localizer(corpus, "en")
    wrong = {
        f"{'-'.join(each.way)}: {each.line} under {each.heading!r}"
        for each in placed
        if each.heading != _true_heading(corpus, say, each.way, each.line)
    }
    return sorted(wrong)


def _true_heading(corpus: Corpus, say: Localizer, way: Way, place: str) -> str:
    """Under which heading a line must stand, by the corpus alone."""
    record, _, anchor = place.partition("#")
    line = next(
        each for each in corpus.lines_of(record, "provisions") if each.anchor == anchor
    )
    bound = [state for state in way if reservations.binds(corpus, line, state)]
    others = [state for state in way if record not in corpus.bound_by(state)]
    unknown = [state for state in others if _is_unknown(corpus, record, state)]
    free = [state for state in way if state not in (*bound, *unknown)]
    names = {
        slot: SAY["comma"].join(map(say.state_in_sentence, states))
        for slot, states in (("state", bound), ("free", free), ("unknown", unknown))
    }
    if len(bound) == len(way):
        return ""
    if not unknown:
        return SAY["also"].format(state=names["state"], other=names["free"])
    if not free:
        return SAY["alsoopen"].format(state=names["state"], other=names["unknown"])
    return SAY["alsoboth"].format(
        state=names["state"], other=names["free"], open=names["unknown"]
    )


def _is_unknown(corpus: Corpus, record: str, state: str) -> bool:
    """Whether nobody knows if a text binds a State: no list names it, or only the text
    itself does.
    """
    listed = corpus.records[record].parties
    mentioned = (
        {each.state for each in (*listed.states, *listed.signatories)}
        if listed
        else set()
    )
    if state in mentioned:
        return False
    return record in parties.named(corpus).get(state, ()) or parties.is_open(
        corpus, record, state
    )
