"""Who is bound by a text, by region of the world: near the top of its page.

The whole list, with days, is in ``document/parties.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.corpus import cldr, parties, state_tiles
from generators.corpus.state_regions import states_by_region
from generators.corpus.state_tiles import Standing
from generators.document.blocks import Bar, Bars, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import DOT, Runs


def bars(phrases: Phrases, record: str) -> list[Bars]:
    """How many States of each region a text binds, of those that may join it.

    Nothing of a text that does not bind, or whose list of parties we do not have.
    """
    model = phrases.corpus.records[record]
    if not (model.binding and model.parties and model.parties.states):
        return []
    regions = [
        _bar(phrases, record, region, codes)
        for region, codes in states_by_region().items()
    ]
    caption = phrases.ui("States bound, of those that may join as far as we know")
    shown = [bar for bar in regions if bar]
    return [Bars(caption, shown)] if shown else []


def _bar(phrases: Phrases, record: str, region: str, states: Sequence[str]) -> Bar | None:
    """The States of a region; None where none of them is bound or may be."""
    standings = state_tiles.standings(phrases.corpus, record)
    concerned = [
        state
        for state in states
        if standings[state] != "none" or parties.could_join(phrases.corpus, record, state)
    ]
    if not concerned:
        return None
    bound = sum(standings[state] == "party" for state in concerned)
    number = phrases.number
    words = phrases.ui("{n} of {m}", n=number(bound), m=number(len(concerned)))
    name = cldr.region_name(region, phrases.language)
    names = list(_names_by_standing(phrases, record, concerned))
    return Bar([name], words, bound / len(concerned), names)


def _names_by_standing(
    phrases: Phrases, record: str, states: Sequence[str]
) -> Iterator[Paragraph]:
    """The names of States, in a paragraph for each relation that they have to a text."""
    standings = state_tiles.standings(phrases.corpus, record)
    labels: dict[Standing, Runs] = {
        "party": phrases.ui("Party"),
        "ahead": phrases.ui("To come"),
        "signed": phrases.ui("Signed but not a party"),
        "none": phrases.ui("Not a party, by our list"),
        "unknown": phrases.ui("We do not know whether it is a party"),
    }
    ordered = sorted(states, key=phrases.order_of_state)
    for standing, label in labels.items():
        names = [
            phrases.localizer.state(state)
            for state in ordered
            if standings[state] == standing
        ]
        if names:
            yield Paragraph(phrases.labelled(label, [DOT.join(names)]))
