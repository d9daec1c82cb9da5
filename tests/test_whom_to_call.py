"""Whom to call in a State: which numbers may be shown, in which order, and how old."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generators.corpus.whom_to_call import (
    Named,
    due,
    is_old,
    may_be_named,
    may_be_shown,
    other_door,
    whom_to_call,
)
from generators.model.state_contacts import StateContact

TODAY = date(2026, 11, 24)
PAGE = {
    "kind": "helpline",
    "name_en": "Line",
    "url": "https://example.org/l",
    "publisher": "A ministry",
}


def contact(**keys: object) -> StateContact:
    """A line with a number, from an official page of May 2026 unless ``keys`` say
    otherwise.
    """
    usual = {
        "numbers": ["116"],
        "subject": "children",
        "page": "official",
        "page_date": "2026-05",
    }
    given = {**PAGE, **usual, **keys}
    return StateContact(
        **{key: value for key, value in given.items() if value is not None}
    )


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
    """From an official page or a report; undated counts as older, and one that was
    withdrawn is gone.
    """
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
def benin(corpus_of):
    """What is found for Benin."""
    return whom_to_call(corpus_of({"instruments/states/ben.yml": LINES}), "BEN")


def test_independent_lines_on_trafficking_come_first_and_the_police_last(benin):
    """Children's lines stand behind those for victims of trafficking. A number of a
    report, or of a page that is older than two years, is checked first; a page whose
    number may not be shown is named without it.
    """
    checked = {"Trafficking": True, "Children": True, "Police": False}
    assert [(line.contact.name_en, line.check_first) for line in benin.lines] == [
        *checked.items()
    ]
    assert [contact_of_page.name_en for contact_of_page in benin.outdated] == ["Old"]
    assert benin.others == ()


def test_a_line_of_a_part_of_the_state_stands_after_those_of_all_of_it(corpus_of):
    """Whoever tries the first line may live elsewhere."""
    lines = LINES.replace('numbers: ["527"],', 'numbers: ["527"], doubts: [local],')
    corpus = corpus_of({"instruments/states/ben.yml": lines})
    assert [line.contact.name_en for line in whom_to_call(corpus, "BEN").lines] == [
        "Children",
        "Trafficking",
        "Police",
    ]


def test_where_no_number_may_be_shown_the_lines_themselves_are_named(benin, corpus_of):
    """In the same order, and not again among the others. What only an old page names is
    no contact: it may be gone.
    """
    assert benin.named == ()
    lines = re.sub(r"numbers: \[[^]]*\], ", "", LINES)
    unprinted = whom_to_call(corpus_of({"instruments/states/ben.yml": lines}), "BEN")
    assert [
        (contact_named.contact.name_en, contact_named.is_old)
        for contact_named in unprinted.named
    ] == [
        ("Trafficking", False),
        ("Children", True),
        ("Police", False),
    ]
    assert unprinted.others == ()
    assert [contact_of_page.name_en for contact_of_page in unprinted.outdated] == ["Old"]


@pytest.mark.parametrize(
    ("keys", "named", "old"),
    [
        ({"page_date": "2024-11-24"}, True, False),
        ({"page_date": "2024-11-23"}, True, True),
        ({"page_date": "2024"}, True, True),  # it may be of January
        ({"page_date": "2021-11-24"}, True, True),
        ({"page_date": "2021-11-23"}, False, True),
        ({"page_date": None}, False, True),
        (
            {"page_date": None, "own_page": "true"},
            False,
            True,
        ),  # a body's page may be of any year
        (
            {"page_date": None, "own_page": "true", "kind": "helpline"},
            True,
            True,
        ),  # it has its number
        ({"page": "secondary"}, True, False),
        ({"withdrawn": "2026-11-01"}, False, False),
    ],
)
def test_a_body_ages_as_a_number_does(keys, named, old):
    """Older than two years with a warning, older than five or of no known day not as a
    contact; a line's own page leads to the line as it is today.
    """
    coordinator = contact(
        **{"kind": "coordination", "numbers": [], "subject": None, **keys}
    )
    assert (may_be_named(coordinator, TODAY), is_old(coordinator, TODAY)) == (named, old)


def test_a_printed_copy_ends_before_its_numbers_do(benin, corpus_of):
    """After half a year, or when the first of its numbers is too old."""
    assert benin.valid_until.text == "2027-05-25"
    soon = LINES.replace("2024-11-23", "2022-01-10")
    assert (
        whom_to_call(
            corpus_of({"instruments/states/ben.yml": soon}), "BEN"
        ).valid_until.text
        == "2027-01-10"
    )


def test_where_nobody_looked_nothing_is_said_to_be_missing(corpus_of):
    """That is another answer than that nothing was found."""
    corpus = corpus_of({"instruments/states/ben.yml": LINES.partition("contacts:")[0]})
    assert whom_to_call(corpus, "NGA") is None
    assert whom_to_call(corpus, "BEN").lines == ()


def test_numbers_are_due_again_two_years_after_the_day_of_their_page(corpus_of):
    """The earliest of a State; those that are not shown do not count."""
    corpus = corpus_of({"instruments/states/ben.yml": LINES})
    assert [(str(day), name) for day, name in due(corpus, TODAY)] == [
        ("2026-11-23", "states/ben")
    ]
    assert due(corpus, date(2026, 11, 22)) == []


EMERGENCY = """\
kind: state
looked: 2026-11-20
emergency:
  number: "17"
  answered_by: police
  sources:
    - {url: "https://example.org/1", publisher: A, page: table, page_date: 2023-12-28}
    - {url: "https://example.org/2", publisher: B, page: table, page_date: 2024-09}
"""
CONTRADICTION = """\
    - {url: "https://example.org/3", publisher: C, page: table, page_date: 2024,
       other_number: "18"}
"""
OFFICIAL_PAGE = """\
    - {url: "https://example.org/4", publisher: Police, page: official, page_date: 2020}
"""


@pytest.mark.parametrize(
    ("sources", "is_confirmed"),
    [
        ("", False),
        (CONTRADICTION, None),
        (OFFICIAL_PAGE, True),
        (OFFICIAL_PAGE + CONTRADICTION, True),
        (
            OFFICIAL_PAGE.replace("page: official", 'page: official, other_number: "18"'),
            None,
        ),
    ],
)
def test_an_emergency_number_is_shown_unless_a_table_contradicts_it(
    corpus_of, sources, is_confirmed
):
    """Only an official page that gives it confirms it, or settles a contradiction."""
    corpus = corpus_of({"instruments/states/ben.yml": EMERGENCY + sources})
    emergency = whom_to_call(corpus, "BEN").emergency
    assert (emergency and emergency.is_confirmed) == is_confirmed


@pytest.mark.parametrize(
    ("days", "kind", "year"),
    [
        (("2020-01", "2021-11-24"), "table", None),
        (("2020-01", "2021-11-23"), "table", 2021),
        (("2018-12-11", "2018-12-11"), "law", None),
    ],
)
def test_an_old_emergency_number_says_its_year(corpus_of, days, kind, year):
    """The newest of its sources counts; an act in force does not grow old."""
    first, second = days
    text = EMERGENCY.replace("2023-12-28", first).replace("2024-09", second)
    text = text.replace("page: table", f"page: {kind}")
    corpus = corpus_of({"instruments/states/ben.yml": text})
    assert whom_to_call(corpus, "BEN").emergency.old_year == year


def test_the_other_door_is_not_that_of_the_police(corpus_of):
    """A line with a number comes first, then a body that helps and is at work."""
    line = LINES.partition("contacts:")[2]
    corpus = corpus_of({"instruments/states/ben.yml": EMERGENCY + "contacts:" + line})
    contacts = whom_to_call(corpus, "BEN")
    assert other_door(contacts).contact.name_en == "Trafficking"
    police = contacts._replace(lines=contacts.lines[-1:])
    assert police.lines[0].contact.answered_by == "police"
    assert other_door(police) is None
    body = contact(kind="assistance", name_en="Shelters", numbers=[], subject=None)
    with_body = police._replace(others=(Named(body, False),))
    assert other_door(with_body).contact.name_en == "Shelters"
    idle = body.model_copy(update={"doubts": ("idle",)})
    assert other_door(police._replace(others=(Named(idle, False),))) is None
