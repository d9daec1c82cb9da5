"""Whom to call in a State: which numbers are shown on a day, in which order, and with which warning."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generators.corpus.whom_to_call import due, may_be_shown, whom_to_call
from generators.model.state_contacts import StateContact

TODAY = date(2026, 11, 24)
PAGE = {"kind": "helpline", "name_en": "Line", "url": "https://example.org/l", "publisher": "A ministry"}


def contact(**keys: object) -> StateContact:
    """A line with a number, from an official page of May 2026 unless ``keys`` say otherwise."""
    given = {"numbers": ["116"], "subject": "children", "page": "official", "page_date": "2026-05", **keys}
    return StateContact(**PAGE, **{key: value for key, value in given.items() if value is not None})


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ({}, True),
        ({"page_date": "2021-11-24"}, True),
        ({"page_date": "2021-11-23"}, False),
        ({"page_date": "2021"}, False),  # it may be of January
        ({"page_date": None}, False),
        ({"page": "report"}, True),
        ({"page": "secondary"}, False),
        ({"withdrawn": "2026-11-01"}, False),
        ({"numbers": []}, False),
    ],
)
def test_a_number_is_shown_for_sixty_months_after_the_day_of_its_page(keys, shown):
    """From an official page or a report; undated counts as older, and one that was withdrawn is gone."""
    assert may_be_shown(contact(**keys), TODAY) is shown


LINES = """\
kind: state
looked: 2026-11-20
contacts:
  - {kind: helpline, name_en: Police, numbers: ["17"], answered_by: police, subject: trafficking,
     url: "https://example.org/1", publisher: A, page: official, page_date: 2026-05}
  - {kind: helpline, name_en: Children, numbers: ["116"], answered_by: ngo, subject: children,
     url: "https://example.org/2", publisher: A, page: official, page_date: 2024-11-23}
  - {kind: helpline, name_en: Trafficking, numbers: ["527"], subject: trafficking,
     url: "https://example.org/3", publisher: A, page: report, page_date: 2026-05}
  - {kind: helpline, name_en: Old, numbers: ["999"], subject: trafficking,
     url: "https://example.org/4", publisher: A, page: official, page_date: 2019}
"""


@pytest.fixture
def found(corpus_of):
    """What is found for Benin."""
    return whom_to_call(corpus_of({"instruments/states/ben.yml": LINES}), "BEN")


def test_independent_lines_on_trafficking_come_first_and_the_police_last(found):
    """Children's lines stand behind those for victims of trafficking."""
    assert [each.contact.name_en for each in found.lines] == ["Trafficking", "Children", "Police"]


def test_a_number_of_a_report_or_older_than_two_years_is_checked_first(found):
    """An official page of the last twenty-four months needs no warning."""
    assert [each.check_first for each in found.lines] == [True, True, False]


def test_a_page_whose_number_may_not_be_shown_is_still_named(found):
    """Without its number."""
    assert [each.name_en for each in found.others] == ["Old"]


def test_where_no_number_may_be_shown_the_lines_themselves_are_named(found, corpus_of):
    """In the same order, and not again among the others; next to a line with a number they stay there."""
    assert found.named == ()
    lines = re.sub(r"page_date: [\d-]+", "page_date: 2019", LINES)
    unprinted = whom_to_call(corpus_of({"instruments/states/ben.yml": lines}), "BEN")
    assert [each.name_en for each in unprinted.named] == ["Trafficking", "Old", "Children", "Police"]
    assert unprinted.others == ()


def test_a_printed_copy_ends_before_its_numbers_do(found, corpus_of):
    """After half a year, or when the first of its numbers is too old."""
    assert found.valid_until.text == "2027-05-25"
    soon = LINES.replace("2024-11-23", "2022-01-10")
    assert (
        whom_to_call(corpus_of({"instruments/states/ben.yml": soon}), "BEN").valid_until.text == "2027-01-10"
    )


def test_where_nobody_looked_nothing_is_said_to_be_missing(corpus_of):
    """That is another answer than that nothing was found."""
    corpus = corpus_of({"instruments/states/ben.yml": LINES.partition("contacts:")[0]})
    assert whom_to_call(corpus, "NGA") is None
    assert whom_to_call(corpus, "BEN").lines == ()


def test_numbers_are_due_again_two_years_after_the_day_of_their_page(corpus_of):
    """The earliest of a State; those that are not shown do not count."""
    corpus = corpus_of({"instruments/states/ben.yml": LINES})
    assert [(str(day), name) for day, name in due(corpus, TODAY)] == [("2026-11-23", "states/ben")]
    assert due(corpus, date(2026, 11, 22)) == []
