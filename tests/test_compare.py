"""Comparisons as data."""

from __future__ import annotations

from datetime import date

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus
from tests.test_instruments import CORPUS


def test_every_record_stands_in_one_of_three_places():
    """A record speaks on a topic, is silent on it, or has not been looked at: never two of these, never none."""
    for code in CORPUS.vocabularies.of("topics"):
        found = comparisons.topic(CORPUS, code)
        rows = [row.record for row in found.rows]
        assert sorted([*rows, *found.silent, *found.unread]) == sorted(CORPUS.records)


def test_silence_needs_a_full_reading():
    """Only a text that was read in full is said to be silent."""
    for code in CORPUS.vocabularies.of("topics"):
        assert all(CORPUS.records[record].read_in_full for record in comparisons.topic(CORPUS, code).silent)


def test_the_reflection_period_shows_what_the_sheets_hold():
    """CETS 197 gives 30 days, Directive 2004/81/EC and the OSCE plan speak on it, and no cell is invented."""
    found = comparisons.topic(CORPUS, "reflection-period")
    rows = {row.record: row for row in found.rows}
    assert {"coe/convention-197", "eu/directive-2004-81", "osce/action-plan-2003"} <= rows.keys()
    assert any(placed.provision.value == {"days": 30} for placed in rows["coe/convention-197"].cells)
    assert all("reflection-period" in placed.provision.topics for row in found.rows for placed in row.cells)


def test_assistance_shows_five_systems_side_by_side():
    """CETS 197, Directive 2011/36/EU, ACTIP, the ECOWAS policy and the Arab protocol each have a row on
    assistance.
    """
    rows = {row.record for row in comparisons.topic(CORPUS, "assistance").rows}
    assert rows >= {
        "coe/convention-197",
        "eu/directive-2011-36",
        "asean/actip",
        "ecowas/victim-policy-2009",
        "las/protocol-2019",
    }


def test_rows_are_ordered_by_region_force_and_date():
    """Regions in the order of the vocabulary, binding first, older first."""
    for code in ("assistance", "criminalisation"):
        places = [comparisons.position(CORPUS, row.record) for row in comparisons.topic(CORPUS, code).rows]
        assert places == sorted(places)


def test_binding_wins_a_cell_of_the_matrix():
    """A cell shows a binding provision where there is one, and the strongest of those."""
    found = comparisons.matrix(CORPUS)
    for (topic, mechanism), sign in found.cells.items():
        own = [placed for placed in CORPUS.by_topic[topic] if mechanism in CORPUS.adopters(placed.record)]
        assert sign.binding == any(CORPUS.binds(placed.record) for placed in own)
        assert sign.count == len(own)


def test_a_table_shows_the_version_in_force_today():
    """Of a provision that an amendment changed, the table shows the one in force on the day; the record keeps
    both.
    """
    before, after = (
        Corpus(CORPUS.library, day, CORPUS.languages) for day in (date(2024, 7, 13), date(2024, 7, 14))
    )
    changed = [
        provision
        for model in CORPUS.records.values()
        for provision in model.provisions
        if provision.from_ or provision.until
    ]
    assert changed
    for provision in changed:
        if provision.from_ and provision.from_.text == "2024-07-14":
            assert not before.current(provision)
            assert after.current(provision)


def test_a_mechanism_is_silent_only_where_all_its_records_are():
    """The dash of the matrix stands where every record of a mechanism was read in full and says nothing."""
    found = comparisons.matrix(CORPUS)
    for topic, mechanism in found.silent:
        assert all(topic in CORPUS.records[record].silent for record in CORPUS.records_of[mechanism])
    assert ("reflection-period", "un") not in found.silent


def test_what_is_not_in_force_does_not_bind():
    """A text that is signed and not in force, or superseded, is told apart from one that binds today."""
    assert not CORPUS.binds("las/protocol-2019")
    assert not CORPUS.binds("eu/framework-decision-2002-629")
    assert CORPUS.binds("coe/convention-197")
