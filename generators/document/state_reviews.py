"""What States were told by those who watch over them.

It is on the page of the State, and on the page of the mechanism that told it.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus import tables
from generators.corpus.located import grouped
from generators.corpus.tables import Told, latest
from generators.document.blocks import (
    Block,
    Fold,
    Group,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
    row,
)
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined
from generators.model.mechanisms import StateReview

ANCHOR = "told"
"""The place of this section on a State's or a mechanism's page."""


# -- on the page of a State --------------------------------------------------------------


def reviews_of_state(phrases: Phrases, state: str) -> Section | None:
    """What a State (alpha-3 code) was told, the newest first. None where we read nothing.

    The last review of each body under each text is in the open, earlier ones in a fold.
    """
    reviews = tables.reviews_of_state(phrases.corpus, state)
    if not reviews:
        return None
    newest = latest(reviews)
    earlier = [review for review in reviews if review not in newest]
    blocks: list[Block] = [*_may_be_more(phrases), _reviews_list(phrases, newest)]
    if earlier:
        counted = phrases.counted(
            "{n} earlier report", "{n} earlier reports", len(earlier)
        )
        blocks.append(Fold(counted, [_reviews_list(phrases, earlier)]))
    return Section(phrases.ui("What this State was told"), blocks, ANCHOR)


def _reviews_list(phrases: Phrases, reviews: Iterable[Told]) -> List:
    """Reviews of one State: the body, what it told, in which round, when and where."""
    return List([_review_item(phrases, review) for review in reviews])


def _review_item(phrases: Phrases, told_state: Told) -> ListItem:
    """One review of a State: the body and its organ, what it told, and the rest."""
    review = told_state.review
    mechanism = phrases.name(told_state.mechanism)
    organ = phrases.text_of(told_state.mechanism, review.by)
    body = joined((mechanism, organ), phrases.localizer.comma)
    kind, *details = _review_cells(phrases, told_state.mechanism, review)
    return ListItem(phrases.labelled(body, kind), joined(details))


# -- on the page of a mechanism ----------------------------------------------------------


def reviews_by_mechanism(phrases: Phrases, mechanism: str) -> Section | None:
    """What a mechanism (its id) told States, as a table in a fold. None where we read
    nothing.

    Rows are in groups by organ; in a group they are by State, the newest first.
    """
    reviews_by_organ = grouped(
        (review.by or "", review)
        for review in phrases.corpus.mechanisms[mechanism].reviews
    )
    if not reviews_by_organ:
        return None
    heading = phrases.ui("What it told States")
    columns = [
        phrases.ui("State"),
        phrases.ui("What it was told"),
        phrases.ui("Round"),
        phrases.ui("Day"),
        phrases.ui("Page that shows it"),
    ]
    several = len(reviews_by_organ) > 1
    groups = []
    for organ, reviews in reviews_by_organ.items():
        label = phrases.text_of(mechanism, organ)
        rows = _review_rows(phrases, mechanism, reviews)
        groups.append(Group(label, rows, folded=several))
    organ_label = phrases.ui("Organ")
    table = Table(heading, columns, groups, "list", "told-states", organ_label)
    return Section(heading, [*_may_be_more(phrases), table], ANCHOR, "fold")


def _review_rows(
    phrases: Phrases, mechanism: str, reviews: Iterable[StateReview]
) -> list[Row]:
    """Reviews as rows, by State in the order of names, the newest first.

    Of the rows of one State only the first names it.
    """
    by_state = sorted(reviews, key=lambda review: review.date.last, reverse=True)
    by_state.sort(key=lambda review: phrases.order_of_state(review.state))
    rows = []
    state_before = ""
    for review in by_state:
        cells = _review_cells(phrases, mechanism, review)
        review_row = row(phrases.state(review.state), *cells)
        if review.state == state_before:
            review_row = review_row._replace(cells=[None, *review_row.cells[1:]])
        rows.append(review_row)
        state_before = review.state
    return rows


# -- on both -----------------------------------------------------------------------------


def _may_be_more(phrases: Phrases) -> list[Paragraph]:
    """A note that there may be newer reports than those that we read."""
    return notes(phrases.ui("We have not read every report. There may be newer ones."))


def _review_cells(
    phrases: Phrases, mechanism: str, review: StateReview
) -> tuple[Runs, Runs, Runs, Runs]:
    """What a State was told, in which round, on which day, and the page that shows it."""
    return (
        _review_kind(phrases, review),
        round_of_review(phrases, review),
        day_of_review(phrases, mechanism, review),
        phrases.host(review.url),
    )


def _review_kind(phrases: Phrases, review: StateReview) -> list[Run]:
    """What a State was told, such as "Recommendation", and under which text.

    An examination with a round is of a report of those who evaluate. Without a round it
    is of the State's own report.
    """
    examined = phrases.ui("Report examined at a meeting")
    if review.round:
        examined = phrases.ui("Evaluation report examined at a meeting")
    kinds = {
        "evaluation": phrases.ui("Evaluation report"),
        "urgent-evaluation": phrases.ui("Report under the urgent procedure"),
        "recommendation": phrases.ui("Recommendation"),
        "examination": examined,
        "measures": phrases.ui(
            "The State's own report on what it did, discussed at a meeting"
        ),
        "observations": phrases.ui("Concluding observations"),
        "observation": phrases.ui("Observation"),
        "direct-request": phrases.ui("Direct request"),
        "case": phrases.ui("Case discussed at the Conference"),
    }
    return joined((kinds[review.what], phrases.name(review.under)))


def round_of_review(phrases: Phrases, review: StateReview) -> list[Run]:
    """The round of a review, and which reports of the State were examined in it. What is
    not recorded is left out.
    """
    round_: Runs = []
    if review.round:
        round_ = phrases.ui("round {number}", number=phrases.number_of(review.round))
    reports: Runs = []
    if review.reports:
        numbers = phrases.number_of(review.reports)
        reports = phrases.ui("the State's report {number}", number=numbers)
    return joined((round_, reports))


def day_of_review(phrases: Phrases, mechanism: str, review: StateReview) -> list[Run]:
    """The day of a review and how sure it is. It says what happened on that day, unless
    that was a meeting.
    """
    day = phrases.date(review.date)
    if review.day_of == "publication":
        day = phrases.dated("published {date}", review.date)
    elif review.day_of == "adoption":
        day = phrases.dated("adopted {date}", review.date)
    return joined((day, phrases.sure(mechanism, review)))
