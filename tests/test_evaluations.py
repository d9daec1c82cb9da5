"""How a plan was carried out: a meeting is not a result, and a page has its day."""

from __future__ import annotations

import pytest

from generators.document import record
from generators.document.blocks import Section
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer

MET = "url: https://example.org/met"
MEETING = f"{{what: meeting, by: Officials, when: 2009-03, finding: They met., {MET}}}"
REVIEW = "{what: review, by: Experts, when: 2010, finding: It worked., url: https://example.org}"
PLAN = """
kind: action-plan
type: plan
title: Plan
status: adopted
binding: false
confidence: recalled
evaluations_looked: 2011-05-01
"""


@pytest.fixture
def plan(corpus_of):
    """Makes the phrases of a corpus whose plan has these evaluations."""

    def make(*evaluations: str) -> Phrases:
        text = f"{PLAN.lstrip()}evaluations: [{', '.join(evaluations)}]\n"
        return Phrases(Localizer(corpus_of({"instruments/alpha/plan.yml": text}), "en"))

    return make


def section(phrases: Phrases) -> Section:
    made = record.evaluations(phrases, "alpha/plan", phrases.corpus.records["alpha/plan"])
    assert made
    return made


def said(phrases: Phrases) -> str:
    listed, *notes = section(phrases).blocks
    lines = [f"{letters(item.runs)} {letters(item.about)}" for item in listed.items]
    return "\n".join([*lines, *(letters(note.runs) for note in notes)])


def test_a_plan_of_which_only_meetings_are_known_has_no_evaluation(plan):
    """Its section and the table of plans say so, beside the meeting."""
    phrases = plan(MEETING)
    assert "Meeting: They met." in said(phrases)
    assert "We looked on 1 May 2011 and found no evaluation." in said(phrases)
    short = letters(record.evaluations_in_short(phrases, "alpha/plan"))
    assert short == "Meeting: March 2009\u00a0· We found no evaluation."


def test_a_review_beside_a_meeting_is_a_result(plan):
    """Then nothing says that none was found."""
    phrases = plan(MEETING, REVIEW)
    assert "We looked for evaluations on 1 May 2011." in said(phrases)
    short = letters(record.evaluations_in_short(phrases, "alpha/plan"))
    assert short == "Review of progress: 2010\u00a0· Meeting: March 2009"


def test_the_heading_promises_no_more_than_the_section_has(plan):
    assert letters(section(plan(MEETING)).heading) == "Evaluations, reviews and meetings"


def test_the_day_of_the_page_stands_beside_its_host(plan):
    dated = MEETING.replace(MET, f"{MET}, page_date: 2009-04")
    assert "example.org, April 2009" in said(plan(dated))
