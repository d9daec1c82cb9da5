"""A line of a text whose time is over says so wherever it is quoted, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from shown import PLAN, english, letters, on_a_day, page, paper_of, section

from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.data import kinds
from generators.document import quoted_line, runs, topic
from generators.search import documents

OVER = "its time is over: it ran until 2017"
LINES = """\
provisions:
  - topics: [assistance]
    ref: Part 2
    strength: obligation
    says: Shelters are open.
    value: {days: 9}
indicators:
  - {says: Persons found are counted., measures: victims-identified}
"""
PAST = f"{PLAN}status: adopted\nperiod: {{from: 2015, to: 2017}}\n{LINES}"
SOP = """\
kind: sop
type: procedures
title: TITLE
binding: false
confidence: recalled
status: published
steps:
  - {stage: identification, does: Ask the person., ref: Step 1}
"""


@pytest.fixture
def corpus(corpus_of: Callable[..., Corpus]) -> Corpus:
    """A plan whose period has passed, and a procedure that another took the place of."""
    newer = SOP.replace("TITLE", "New steps") + "relations: {supersedes: [alpha/old]}\n"
    records = {
        "plan": PAST,
        "old": SOP.replace("TITLE", "Old steps"),
        "new": newer,
    }
    return on_a_day(corpus_of, records)


def beside(corpus: Corpus, record: str) -> str:
    return letters(runs.letters(quoted_line.force(english(corpus), record)))


# -- when its time is over ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("{from: 2015, to: 2017}", f"Not binding · {OVER}"),
        ("{from: 2015, to: 2016, extended_to: 2017}", f"Not binding · {OVER}"),
        ("{from: 2015, to: 2017, extended_to: 2026}", "Not binding"),
        ("{from: 2015, to: 2017, still_guides: true}", "Not binding"),
        ("{from: 2015}", "Not binding"),
        ("{from: 2015, to: 2026-11-24}", "Not binding"),
        (
            "{from: 2015, to: 2026-11-23}",
            "Not binding · its time is over: it ran until 23 November 2026",
        ),
    ],
)
def test_the_last_day_of_its_period_decides(corpus_of, period, words):
    """The day to which it was put off, if it was; nothing of a plan that still guides."""
    text = f"{PLAN}status: adopted\nnotes: It guides.\nperiod: {period}\n"
    assert beside(on_a_day(corpus_of, {"plan": text}), "alpha/plan") == words


def test_a_draft_had_no_time(corpus_of):
    """A plan that nobody adopted did not run."""
    corpus = on_a_day(corpus_of, {"plan": PAST.replace("adopted", "draft")})
    model = corpus.records["alpha/plan"]
    assert status.period_ended(model, date(2026, 11, 24)) is None
    assert beside(corpus, "alpha/plan") == "Not binding"


def test_a_text_without_a_period_says_what_took_its_place(corpus):
    assert beside(corpus, "alpha/old") == "Not binding · superseded by New steps"
    assert beside(corpus, "alpha/new") == "Not binding"


# -- where a line is quoted --------------------------------------------------------------


def test_a_line_of_a_plan_says_it_wherever_it_is_quoted(corpus):
    """On a topic, among numbers, on the page of its organisation, as a sign of the
    matrix.
    """
    cell = f"Shelters are open. Obligation · Part 2 · Not binding · {OVER}"
    assert cell in letters(page(corpus, "topics/assistance/"))
    assert OVER in letters(page(corpus, "numbers/"))
    assert OVER in section(page(corpus, "instruments/alpha/"), "topics")
    assert f"Obligation, {OVER}" in page(corpus, "matrix/")
    assert OVER in paper_of(corpus, topic, "assistance")


def test_numbers_say_it_once(corpus):
    """The status of the plan, which would say it again, is left out."""
    assert "its period ended" not in letters(page(corpus, "numbers/"))


def test_who_asks_for_a_number_says_it(corpus):
    """Below the indicator, and of the sign in the matrix of indicators."""
    shown = page(corpus, "monitoring/")
    assert f"({OVER})" in letters(shown)
    assert f"A plan ({OVER}): Not yet checked" in shown.replace("\u00a0", " ")


def test_a_step_says_what_took_its_place(corpus):
    shown = letters(page(corpus, "pathway/identification/"))
    assert "Step 1 · superseded by New steps" in shown


def test_its_own_page_says_it_once_at_the_head(corpus):
    """Not beside each line."""
    shown = letters(page(corpus, "instruments/alpha/plan/"))
    assert shown.count("its period ended 2017") == 1
    assert OVER not in shown


def test_search_and_data_say_it(corpus):
    """Below what is found; and in the file of a record and of a topic, from which pages
    quote its lines.
    """
    found = {each.address: each for each in documents.gather(corpus, "en")}
    types = [
        letters(found[f"instruments/alpha/{name}/"].type) for name in ("plan", "new")
    ]
    assert types == [f"Plan · {OVER}", "Procedures"]
    phrases = english(corpus)
    plan, new = (
        kinds.body(phrases, "record", f"alpha/{name}")["record"]
        for name in ("plan", "new")
    )
    assert plan["ended_words"] == OVER
    assert "ended_words" not in new
