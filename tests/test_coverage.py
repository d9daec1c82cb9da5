"""How far the corpus is, as numbers, on records made by hand."""

from __future__ import annotations

import pytest
from shown import page

from generators.html import status

RECORD = (
    "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\nconfidence: verified\n"
)
REVIEW = "review: {{due: {}}}\n"


@pytest.fixture
def counted(corpus_of):
    """The base library with some records of Alpha more."""
    return lambda **records: corpus_of({f"instruments/alpha/{name}.yml": of for name, of in records.items()})


@pytest.mark.parametrize(
    ("due", "overdue"), [("2026-11-23", 1), ("2026-11-24", 0), ("2026-11", 0), ("2026-10", 1), ("2025", 1)]
)
def test_a_review_is_late_when_its_last_day_is_over(counted, due, overdue):
    """Not yet on that day, nor within a month or year that is named."""
    shown_page = page(counted(plan=RECORD + REVIEW.format(due)), "status/")
    assert ("1 review is overdue." in shown_page) is bool(overdue)


NAMED = "Binding texts with a list of parties"
TREATY = (
    "kind: instrument\ntype: convention\ntitle: A treaty\nstatus: in-force\nbinding: true\n"
    "confidence: recalled\nsources: [{title: Text, kind: primary}]\n"
)


def test_what_is_known_of_parties_and_texts_is_counted(counted):
    """Lists, those that say that they lack some, days, addresses of texts; a copy is no official text."""
    gap = "incomplete: A gap., organisations: [{mechanism: alpha}], "
    found = counted(
        convention=f"{TREATY}parties: {{{gap}states: [{{state: BEN, since: 2004}}, {{state: NGA}}]}}\n"
        "status_page: https://example.org/parties\n"
        "text: [{url: https://example.org/copy, copy: true}, {url: https://example.org/text}]\n",
        treaty=f"{TREATY}parties: {{count: 4}}\ntext: [{{url: https://example.org/copy, copy: true}}]\n",
        plan=RECORD,
    )
    records = len(found.records)
    assert status.known(found) == {
        NAMED: (1, 2),
        "Lists that are complete, as far as we know": (0, 1),
        "Parties with the date when they joined": (1, 3),
        "Texts with a link to the official text": (1, records),
        "Texts with a link to a copy only": (1, records),
        "Texts with a link to the depositary's list of parties": (1, 2),
    }
    assert "alpha/plan" in status.without_text(found)


def test_one_states_own_text_lacks_no_list_of_parties(counted):
    """Of the texts that bind, those count that States can join."""
    own = RECORD.replace("action-plan\ntype: plan", "sop\ntype: sop").replace("false", "true")
    _, before = status.known(counted())[NAMED]
    assert status.known(counted(own=own))[NAMED][1] == before + 1
    assert status.known(counted(own=f"{own}model_of: BEN\n"))[NAMED][1] == before
