"""What a State was told says whose report it is about.

Whom to call says for whom a line is.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from shown import english, letters, page

from generators.corpus.corpus import Corpus
from generators.document import runs, state_reviews

MECHANISM = """\
kind: organisation
regions: [africa]
official_names: {en: Beta Committee}
website: https://example.org
members: [{state: BEN}]
reviews:
  - {state: BEN, what: REVIEW, date: 2024-05-01, day_of: meeting,
     url: https://example.org/r, confidence: verified}
confidence: verified
sources: [{title: Its page, kind: primary}]
"""
LINES = """\
kind: state
looked: 2026-11-20
contacts:
  - {kind: helpline, name_en: First, numbers: ["116"], subject: everyone,
     url: "https://example.org/1", publisher: A, page: official, page_date: 2026-05}
  - {kind: helpline, name_en: Second, numbers: ["+229 01 21 30 40 50"], subject: SUBJECT,
     url: "https://example.org/2", publisher: A, page: official, page_date: 2026-05,
     doubts: [local]}
"""


def review_words(corpus_of: Callable[..., Corpus], review: str) -> str:
    """What is said to a State of a review."""
    text = MECHANISM.replace("REVIEW", review)
    corpus = corpus_of({"instruments/beta/mechanism.yml": text})
    section = state_reviews.reviews_of_state(english(corpus), "BEN")
    assert section
    (item,) = section.blocks[-1].items
    return letters(runs.letters([*item.runs, " · ", *item.about]))


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ("measures", "The State's own report on what it did, discussed at a meeting"),
        ("examination, round: 3", "Evaluation report examined at a meeting"),
        (
            "examination, reports: 3",
            "Report examined at a meeting · the State's report 3",
        ),
    ],
)
def test_it_is_said_whose_report_was_before_a_meeting(corpus_of, review, words):
    """That of the State, or that of those who evaluate it."""
    assert f"Beta Committee: {words} · " in review_words(corpus_of, review)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("reports", "to report trafficking"),
        ("women", "for women who suffer violence"),
    ],
)
def test_a_line_is_for_no_more_than_its_page_says(corpus_of, subject, words):
    """Also in the first days, where a line of a part of the State says that it is one."""
    text = LINES.replace("SUBJECT", subject)
    corpus = corpus_of({"instruments/states/ben.yml": text})
    for address in ("states/ben/", "first-days/ben/"):
        shown = letters(page(corpus, address))
        assert words in shown
        assert "for a part of the State only" in shown.split("+229 01 21 30 40 50")[1]
