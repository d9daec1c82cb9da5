"""What a State was told by those who watch over it: the last report or evaluation of each body, with its day
and address; and the same from the body's side, as one table.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus.cldr import sort_key
from generators.corpus.tables import Told, latest, told
from generators.document.blocks import Block, Fold, Group, Item, List, Paragraph, Row, Section, Table, notes
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined
from generators.model.mechanisms import StateReview

ANCHOR = "told"


def of_state(phrases: Phrases, state: str) -> Section | None:
    """The last that each body told a State (alpha-3 code) under each text, the newest first, earlier ones
    folded; None where nothing was read.
    """
    lines = told(phrases.corpus, state)
    if not lines:
        return None
    shown = latest(lines)
    earlier = [each for each in lines if each not in shown]
    blocks: list[Block] = [*_may_be_more(phrases), List([_item(phrases, each) for each in shown])]
    if earlier:
        counted = phrases.counted("{n} earlier report", "{n} earlier reports", len(earlier))
        blocks.append(Fold(counted, [List([_item(phrases, each) for each in earlier])]))
    return Section(phrases.ui("What this State was told"), blocks, ANCHOR)


def of_mechanism(phrases: Phrases, name: str) -> Section | None:
    """What a mechanism told States, folded, by organ and State, the newest first; None where nothing was
    read.
    """
    reviews = phrases.corpus.mechanisms[name].reviews
    if not reviews:
        return None
    heading = phrases.ui("What it told States")
    ui = phrases.ui
    columns = [ui("State"), ui("What it was told"), ui("Round"), ui("Day"), ui("Page that shows it")]
    organs = list(dict.fromkeys(each.by or "" for each in reviews))
    groups = [
        Group(
            phrases.text_of(name, organ),
            list(_rows(phrases, name, [each for each in reviews if (each.by or "") == organ])),
            folded=len(organs) > 1,
        )
        for organ in organs
    ]
    table = Table(heading, columns, groups, "list", "told-states", phrases.ui("Organ"))
    return Section(heading, [*_may_be_more(phrases), table], ANCHOR, "fold")


def _may_be_more(phrases: Phrases) -> list[Paragraph]:
    return notes(phrases.ui("We have not read every report. There may be newer ones."))


def _item(phrases: Phrases, each: Told) -> Item:
    organ = phrases.text_of(each.mechanism, each.review.by)
    body = joined((phrases.name(each.mechanism), organ), phrases.localizer.comma)
    return Item(
        phrases.labelled(body, _what(phrases, each.review)),
        joined(
            (
                round_of(phrases, each.review),
                day_of(phrases, each.mechanism, each.review),
                phrases.host(each.review.url),
            )
        ),
    )


def _rows(phrases: Phrases, name: str, reviews: list[StateReview]) -> Iterable[Row]:
    reviews.sort(key=lambda each: each.date.last, reverse=True)
    reviews.sort(key=lambda each: sort_key(phrases.localizer.state(each.state)))
    before = ""
    for each in reviews:
        state = [Paragraph(phrases.state(each.state))] if each.state != before else None
        cells = (
            _what(phrases, each),
            round_of(phrases, each),
            day_of(phrases, name, each),
            phrases.host(each.url),
        )
        yield Row([state, *([Paragraph(cell)] if cell else [] for cell in cells)])
        before = each.state


def _what(phrases: Phrases, each: StateReview) -> list[Run]:
    """What a State was told, and under which text."""
    kinds = {
        "evaluation": phrases.ui("Evaluation report"),
        "urgent-evaluation": phrases.ui("Report under the urgent procedure"),
        "recommendation": phrases.ui("Recommendation"),
        "examination": phrases.ui("Report examined at a meeting"),
        "measures": phrases.ui("Report on measures taken, discussed at a meeting"),
        "observations": phrases.ui("Concluding observations"),
        "observation": phrases.ui("Observation"),
        "direct-request": phrases.ui("Direct request"),
        "case": phrases.ui("Case discussed at the Conference"),
    }
    return joined((kinds[each.what], phrases.name(each.under)))


def round_of(phrases: Phrases, each: StateReview) -> list[Run]:
    """The round, and which reports of the State were examined."""
    return joined(
        (
            phrases.ui("round {number}", number=phrases.number_of(each.round)) if each.round else [],
            phrases.ui("the State's report {number}", number=phrases.number_of(each.reports))
            if each.reports
            else [],
        )
    )


def day_of(phrases: Phrases, name: str, each: StateReview) -> list[Run]:
    """The day, what happened on it where that is no meeting, and how sure it is."""
    days = {
        "publication": lambda: phrases.dated("published {date}", each.date),
        "adoption": lambda: phrases.dated("adopted {date}", each.date),
        "meeting": lambda: phrases.date(each.date),
    }
    return joined((days[each.day_of](), phrases.confidence(phrases.corpus.confidence_of(name, each))))
