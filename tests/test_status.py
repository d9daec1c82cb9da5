"""Law on a day: what is in force, binds, runs, is superseded, expires; tables of cases on records of two or
three lines, each with the days on both sides of every change.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generators.corpus import status
from generators.model.records import Party, Record
from generators.model.vocabulary import Entry
from generators.text import partial_dates

TREATY = {"kind": "instrument", "type": "convention", "binding": "true", "confidence": "recalled"}
PLAN = {"kind": "action-plan", "type": "plan", "binding": "false", "confidence": "recalled"}
TODAY = "2026-11-24"


def treaty(code: str = "in-force", **keys: Any) -> Record:
    """A binding text; its keys are typed as in a file."""
    return Record.model_validate({**TREATY, "status": code, **keys})


def plan(code: str = "adopted", **keys: Any) -> Record:
    """A text that does not bind."""
    return Record.model_validate({**PLAN, "status": code, **keys})


def day(text: str) -> date:
    return date.fromisoformat(text)


# -- intervals: memberships, parties, versions of a provision ------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "ends", "on", "phase"),
    [
        (None, None, TODAY, "now"),
        ("2020-05-03", None, "2020-05-02", "ahead"),
        ("2020-05-03", None, "2020-05-03", "now"),
        ("2020-05", None, "2020-04-30", "ahead"),
        ("2020-05", None, "2020-05-01", "now"),
        ("2020", None, "2019-12-31", "ahead"),
        ("2020", None, "2020-01-01", "now"),
        (None, "2020-05-03", "2020-05-02", "now"),
        (None, "2020-05-03", "2020-05-03", "past"),
        (None, "2020-05", "2020-04-30", "now"),
        (None, "2020-05", "2020-05-01", "past"),
        (None, "2020", "2019-12-31", "now"),
        (None, "2020", "2020-01-01", "past"),
        ("2018", "2020", "2017-12-31", "ahead"),
        ("2018", "2020", "2018-01-01", "now"),
        ("2018", "2020", "2020-01-01", "past"),
    ],
)
def test_an_interval_is_ahead_runs_or_is_past(begins, ends, on, phase):
    """The first day that may be the beginning is inside, the first that may be the end is outside; an end
    that is not known is open.
    """
    found = [text and partial_dates.parse(text) for text in (begins, ends)]
    assert status.phase(*found, day(on)) == phase
    assert status.runs(*found, day(on)) is (phase == "now")


# -- one text by its own dates -------------------------------------------------------------------------------

FORCE = {"adopted": {"date": "2005-05-03"}, "in_force": "2008-02-01"}


@pytest.mark.parametrize(
    ("model", "on", "code", "effect"),
    [
        # what was typed, where no date says more
        (treaty("draft"), TODAY, "draft", False),
        (treaty("awaiting-assent"), TODAY, "awaiting-assent", False),
        (treaty("signed-not-in-force"), TODAY, "signed-not-in-force", False),
        (treaty("adopted"), TODAY, "adopted", True),
        (treaty("in-force"), TODAY, "in-force", True),
        (plan("draft"), TODAY, "draft", False),
        (plan("awaiting-assent"), TODAY, "awaiting-assent", False),
        (plan("adopted"), TODAY, "adopted", True),
        # before it was made a text is a draft
        (treaty(**FORCE), "2005-05-02", "draft", False),
        (plan(adopted={"date": "2005-05-03"}), "2005-05-02", "draft", False),
        (plan(adopted={"date": "2005-05-03"}), "2005-05-03", "adopted", True),
        (plan(adopted={"date": "2005"}), "2004-12-31", "draft", False),
        (plan(adopted={"date": "2005"}), "2005-01-01", "adopted", True),
        (plan(adopted={"place": "Dakar"}), "1900-01-01", "adopted", True),
        (plan(signature={"date": "2005-05-03"}), "2005-05-02", "draft", False),
        (plan(signature={"date": "2005-05-03"}), "2005-05-03", "adopted", True),
        (plan(adopted={"place": "Dakar"}, signature={"date": "2005"}), "2004-12-31", "draft", False),
        (plan(adopted={"date": "2004"}, signature={"date": "2005"}), "2004-12-31", "adopted", True),
        (treaty("awaiting-assent", adopted={"date": "2027"}), TODAY, "draft", False),
        # between adoption and force it is signed
        (treaty(**FORCE), "2005-05-03", "signed-not-in-force", False),
        (treaty(**FORCE), "2008-01-31", "signed-not-in-force", False),
        (treaty(**FORCE), "2008-02-01", "in-force", True),
        (treaty("signed-not-in-force", **FORCE), "2008-01-31", "signed-not-in-force", False),
        (treaty("signed-not-in-force", **FORCE), "2008-02-01", "in-force", True),
        (treaty("adopted", **FORCE), "2008-01-31", "adopted", False),
        (treaty("adopted", **FORCE), "2008-02-01", "in-force", True),
        (treaty(in_force="2031-02-01"), TODAY, "signed-not-in-force", False),
        # where a date leaves it open, what was typed decides
        (treaty(in_force="2026"), "2025-12-31", "signed-not-in-force", False),
        (treaty(in_force="2026"), "2026-01-01", "in-force", True),
        (treaty("signed-not-in-force", in_force="2026"), "2026-12-30", "signed-not-in-force", False),
        (treaty("signed-not-in-force", in_force="2026"), "2026-12-31", "in-force", True),
        (treaty("adopted", in_force="2026"), "2026-12-30", "adopted", False),
        (treaty("adopted", in_force="2026"), "2026-12-31", "in-force", True),
        # a draft has no force, whatever stands beside it; a plan needs none
        (treaty("draft", in_force="2008-02-01"), TODAY, "draft", False),
        (treaty("awaiting-assent", in_force="2008-02-01"), TODAY, "awaiting-assent", False),
        (plan("adopted", in_force="2031"), TODAY, "adopted", True),
        (plan("adopted", in_force="2008"), TODAY, "adopted", True),
        # an adopted text that must enter into force has no effect before
        (treaty("adopted", entry_into_force={"ratifications": "10"}), TODAY, "adopted", False),
        (treaty("adopted", in_force="2031"), TODAY, "adopted", False),
        (plan("adopted", entry_into_force={"ratifications": "10"}), TODAY, "adopted", True),
    ],
)
def test_what_was_decided_comes_with_its_days(model, on, code, effect):
    """A decision counts from its day; only a text in force, or adopted without needing force, has effect."""
    assert status.decided(model, day(on)) == code
    assert status.status(model, False, day(on)) == code
    assert status.has_taken_effect(model, day(on)) is effect


ENDED, LONGER = {"to": "2011"}, {"to": "2011", "extended_to": "2012-06"}


@pytest.mark.parametrize(
    ("model", "superseded", "on", "code"),
    [
        (plan(period=ENDED), False, "2011-12-31", "adopted"),
        (plan(period=ENDED), False, "2012-01-01", "expired"),
        (plan(period=ENDED), True, "2011-12-31", "superseded"),
        (plan(period=ENDED), True, "2012-01-01", "superseded"),
        (plan(period={"from": "2008"}), False, "2030-01-01", "adopted"),
        (plan(period={"to": "2011-03"}), False, "2011-03-31", "adopted"),
        (plan(period={"to": "2011-03"}), False, "2011-04-01", "expired"),
        (plan(period={**ENDED, "still_guides": "true"}), False, "2020-01-01", "adopted"),
        (plan(period={**ENDED, "still_guides": "true"}), True, "2020-01-01", "superseded"),
        (plan(period=LONGER), False, "2011-12-31", "extended"),
        (plan(period=LONGER), False, "2012-06-30", "extended"),
        (plan(period=LONGER), False, "2012-07-01", "expired"),
        (plan(period={**LONGER, "still_guides": "true"}), False, "2012-07-01", "adopted"),
        (plan(period={"extended_to": "2012"}), False, "2012-12-31", "extended"),
        (treaty(period=LONGER), False, "2012-06-30", "extended"),
        (treaty(period=ENDED), False, "2012-01-01", "expired"),
        (treaty(), True, TODAY, "superseded"),
        # what never took effect has no period that could end or be prolonged
        (plan("draft", period=ENDED), False, "2012-01-01", "draft"),
        (plan("draft", period=LONGER), False, "2012-01-01", "draft"),
        (treaty("signed-not-in-force", period=ENDED), False, "2012-01-01", "signed-not-in-force"),
        (plan("draft"), True, TODAY, "superseded"),
    ],
)
def test_where_a_text_stands_follows_from_its_period(model, superseded, on, code):
    """Superseded comes before expired, an extension counts to its end, and a plan may guide on."""
    assert status.status(model, superseded, day(on)) == code


# -- successors ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "on", "supersedes"),
    [
        (treaty(), treaty("draft"), TODAY, False),
        (treaty(), treaty("awaiting-assent"), TODAY, False),
        (treaty(), treaty("signed-not-in-force"), TODAY, False),
        (treaty(), treaty("adopted", entry_into_force={"ratifications": "2"}), TODAY, False),
        (treaty(), treaty("adopted"), TODAY, True),
        (treaty(), treaty("in-force"), TODAY, True),
        (treaty(), treaty("in-force", in_force="2026-11-25"), TODAY, False),
        (treaty(), treaty("in-force", in_force="2026-11-24"), TODAY, True),
        (treaty(), treaty("signed-not-in-force", in_force="2026-11-24"), TODAY, True),
        (plan(), plan("draft"), TODAY, False),
        (plan(), plan(), TODAY, True),
        (plan(), plan(adopted={"date": "2026-11-25"}), TODAY, False),
        (plan(), plan(adopted={"date": "2026-11-24"}), TODAY, True),
        (plan(), treaty(), TODAY, True),
        # once superseded, a text stays so: it does not come back when its successor's own time is over
        (plan(), plan(period={"to": "2011"}), TODAY, True),
        # what binds is not ended by what does not
        (treaty(), plan(), TODAY, False),
    ],
)
def test_a_successor_supersedes_when_it_has_taken_effect(old, new, on, supersedes):
    """A draft and a signed text supersede nothing, nor does a text that does not bind end one that does."""
    found = status.successors(old, ["x/new"], {"x/new": new}, day(on))
    assert found == (("x/new",) if supersedes else ())


def test_successors_are_those_that_took_effect_in_their_order():
    """Of several that name a text, the ones that have taken effect supersede it."""
    records = {"x/a": plan(), "x/b": plan("draft"), "x/c": plan()}
    assert status.successors(plan(), ["x/c", "x/b", "x/a"], records, day(TODAY)) == ("x/c", "x/a")


# -- groups --------------------------------------------------------------------------------------------------


def test_a_status_has_the_group_that_the_list_gives_it():
    """A code that is not in the list, and an entry without a group, are in none."""
    words = {"label": "A label", "definition": "A definition."}
    listed = {
        code: Entry(id=code, **words, **keys)
        for code, keys in {"in-force": {"group": "standing"}, "approved": {}}.items()
    }
    assert [status.group(code, listed) for code in ("in-force", "approved", "unknown")] == [
        "standing",
        "",
        "",
    ]


# -- what binds ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "group", "binds"),
    [
        (treaty(), "standing", True),
        (treaty("adopted"), "standing", True),
        (treaty("adopted", entry_into_force={"ratifications": "2"}), "standing", False),
        (treaty("adopted", in_force="2031"), "standing", False),
        (treaty(), "over", False),
        (treaty("signed-not-in-force"), "pending", False),
        (treaty("draft"), "proposed", False),
        (plan(), "standing", False),
    ],
)
def test_a_text_binds_that_is_binding_has_taken_effect_and_stands(model, group, binds):
    """Each of the three is needed."""
    assert status.binds(model, group, day(TODAY)) is binds


@pytest.mark.parametrize(
    ("keys", "on", "party", "bound"),
    [
        ({}, TODAY, True, True),
        ({"since": "2026-11-25"}, TODAY, False, False),
        ({"since": "2026-11-24"}, TODAY, True, True),
        ({"since": "2026"}, "2026-01-01", True, True),
        ({"since": "2026"}, "2025-12-31", False, False),
        ({"until": "2026-11-24"}, TODAY, False, False),
        ({"until": "2026-11-25"}, TODAY, True, True),
        ({"since": "2026-08", "in_force_since": "2026-11-25"}, TODAY, True, False),
        ({"since": "2026-08", "in_force_since": "2026-11-24"}, TODAY, True, True),
        ({"since": "2026-08", "in_force_since": "2026-12"}, "2026-11-30", True, False),
        ({"since": "2026-08", "in_force_since": "2026-12"}, "2026-12-01", True, True),
        ({"in_force_since": "2026-11-25"}, TODAY, True, False),
        ({"in_force_since": "2020", "until": "2026-11-24"}, TODAY, False, False),
    ],
)
def test_a_state_is_bound_from_entry_into_force_for_it(keys, on, party, bound):
    """A party from the day that it joined, bound from the day of entry into force for it where that was read,
    both until it leaves; and never by a text that binds nobody.
    """
    model = Party.model_validate({"state": "BEN", **keys})
    assert status.runs(model.since, model.until, day(on)) is party
    assert status.is_bound(model, True, day(on)) is bound
    assert status.is_bound(model, False, day(on)) is False
