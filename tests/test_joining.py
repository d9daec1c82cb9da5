"""From which day a State is bound: the article of each treaty, worked out by hand."""

from __future__ import annotations

import pytest

from generators.corpus.status import bound_since
from generators.model.records import Later, Party, Record, Threshold
from generators.text.partial_dates import parse

_PALERMO = {"days": 30, "ref": "Art. 17(2)"}
_CETS = {"months": 3, "first_of_month": True, "ref": "Art. 42(4)"}
_ROME = {"days": 60, "first_of_month": True, "ref": "Art. 126(2)"}
_HAGUE_1980 = {"calendar_months": 3, "ref": "Art. 43(1)"}
_MONTH_END = {"months": 1, "ref": "Art. 9"}


def _bound(rule, since, how="ratification", in_force="2003-12-25", typed=None):
    threshold = Threshold(later=Later.model_construct(**_defaults(rule))) if rule else None
    model = Record.model_construct(entry_into_force=threshold, in_force=in_force and parse(in_force))
    party = Party.model_construct(
        since=since and parse(since), how=how, in_force_since=typed and parse(typed), until=None
    )
    return bound_since(model, party)


def _defaults(rule):
    return {
        "days": None,
        "months": None,
        "first_of_month": False,
        "calendar_months": None,
        "not_for": (),
        **rule,
    }


@pytest.mark.parametrize(
    ("rule", "since", "in_force", "day"),
    [
        (_PALERMO, "2004-08-30", "2003-12-25", "2004-09-29"),  # Benin
        (_PALERMO, "2002-01-23", "2003-12-25", "2003-12-25"),  # among the first forty: the day of the text
        (_CETS, "2009-04-27", "2008-02-01", "2009-08-01"),  # Belgium
        (_CETS, "2014-07-01", "2008-02-01", "2014-11-01"),  # on the first of a month: the next one counts
        (_ROME, "2003-01-15", "2002-07-01", "2003-04-01"),
        (_HAGUE_1980, "2001-05-09", "1983-12-01", "2001-08-01"),
        (_MONTH_END, "2005-01-31", "2000-01-01", "2005-02-28"),
        ({"days": 0, "ref": "Art. 59(4)"}, "1974-05-03", "1953-09-03", "1974-05-03"),
    ],
)
def test_the_day_follows_from_the_article(rule, since, in_force, day):
    """Days and months are counted from the day of joining, never to a day before the text is in force."""
    found = _bound(rule, since, in_force=in_force)
    assert (found.day.text, found.computed, found.ref) == (day, True, rule["ref"])


def test_a_day_that_was_read_is_not_worked_out():
    """What a list says goes before what the article says."""
    found = _bound(_PALERMO, "2004-08-30", typed="2004-10-01")
    assert (found.day.text, found.computed) == ("2004-10-01", False)


@pytest.mark.parametrize(
    ("rule", "since", "how", "in_force"),
    [
        (None, "2004-08-30", "ratification", "2003-12-25"),  # the article was not read
        (_PALERMO, "2004", "ratification", "2003-12-25"),  # only the year is known
        (_PALERMO, None, "ratification", "2003-12-25"),
        (_PALERMO, "2004-08-30", "succession", "2003-12-25"),  # bound from its independence
        (_PALERMO, "2004-08-30", None, "2003-12-25"),  # it may be a succession
        ({**_PALERMO, "not_for": ("accession",)}, "2004-08-30", "accession", "2003-12-25"),  # Hague 1996
        (_PALERMO, "2004-08-30", "ratification", None),  # the text is not in force
        (_PALERMO, "2004-08-30", "ratification", "2003"),
    ],
)
def test_what_does_not_follow_is_not_known(rule, since, how, in_force):
    """No day is worked out where the article does not say it."""
    assert _bound(rule, since, how, in_force) is None
