"""Numbers, intervals and days have bounds, and nothing that passes them stops a build."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generators.corpus import status
from generators.model.parties import Parties
from generators.model.records import Later, Reporting, Threshold
from generators.model.vocabulary import VocabularyEntry
from generators.text import partial_dates

DUTY = {"to": "The secretariat", "by": "states"}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Reporting, {**DUTY, "every": {"years": "9000"}}),
        (Reporting, {**DUTY, "every": {"years": "101"}}),
        (Reporting, {**DUTY, "every": {"years": "0"}}),
        (Reporting, {**DUTY, "next": "2201"}),
        (Reporting, {**DUTY, "last": "9999-12-31"}),
        (Threshold, {"after": {"months": "99999999"}}),
        (Threshold, {"ratifications": "251"}),
        (Later, {"ref": "Art. 1", "days": "10001"}),
        (Later, {"ref": "Art. 1", "months": "1201"}),
        (Later, {"ref": "Art. 1", "calendar_months": "0"}),
        (Parties, {"count": "999999999"}),
        (VocabularyEntry, {"id": "a", "label": "A", "definition": "A", "between": "-1"}),
        (VocabularyEntry, {"id": "a", "label": "A", "definition": "A", "on_states": "x"}),
    ],
)
def test_what_cannot_be_is_refused(model, values):
    """It is a finding at its key, before any page is made of it."""
    with pytest.raises(ValidationError) as refusal:
        model.model_validate(values)
    assert len(refusal.value.errors()) == 1
    assert refusal.value.errors()[0]["type"] == "value_error"


@pytest.mark.parametrize("every", [{"years": 100}, {"months": 1200}, {"days": 10_000}])
def test_the_longest_interval_has_a_next_day_or_none(every):
    """After the last year that a record may name there is no next report."""
    for last in ("1800-01-01", "2020-02-29", partial_dates.LAST_YEAR + "-12-31"):
        duty = Reporting(**DUTY, every={k: str(n) for k, n in every.items()}, last=last)
        due = status.next_due(duty)
        assert due is None or due.day.text[:4] <= partial_dates.LAST_YEAR
        if last != "2020-02-29":
            assert (due is None) == last.startswith(partial_dates.LAST_YEAR)
