"""Comparisons as data."""

from __future__ import annotations

from datetime import date

import pytest

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus


def records(found: comparisons.TopicComparison) -> list[str]:
    """The records that speak on a topic, in the order of the table."""
    return [row.record for row in found.rows]


def test_every_record_stands_in_one_of_three_places(world):
    """A record speaks on a topic, is silent on it, or has not been looked at: never two of these, never
    none.
    """
    for code in world.vocabularies.of("topics"):
        found = comparisons.topic(world, code)
        assert sorted([*records(found), *found.silent, *found.unread]) == sorted(world.records)


def test_silence_is_told_from_what_nobody_has_looked_at(world):
    """Only a text that was read in full is said to be silent; the others are not yet looked at."""
    found = comparisons.topic(world, "awareness")
    assert found.silent == ("alpha/convention-2005", "beta-union/directive-2011")
    assert records(found) == ["alpha/declaration-2009", "beta/declaration-2015"]
    assert "gamma/world-convention-2000" in found.unread


def test_rows_are_ordered_by_region_force_and_date(world):
    """Regions in the order of the vocabulary, binding first, older first, undated last."""
    assert records(comparisons.topic(world, "assistance")) == [
        "alpha/convention-1998",
        "alpha/convention-2005",
        "alpha/agreement-2010",
        "alpha/agreement-2024",
        "alpha/declaration-2009",
        "gamma/world-convention-2000",
    ]
    assert records(comparisons.topic(world, "non-punishment"))[:2] == [
        "alpha/convention-2005",
        "alpha/draft-law",
    ]


def test_a_row_has_the_strongest_provision_first(world):
    """Of several provisions of one record on one topic the obligation comes before the permission."""
    rows = {row.record: row for row in comparisons.topic(world, "reflection-period").rows}
    cells = rows["alpha/sop-2016"].cells
    assert [placed.provision.ref for placed in cells] == ["Box 2", "Box 3"]
    assert [placed.provision.strength for placed in cells] == ["encouragement", "permission"]


def test_strengths_of_a_topic_are_counted(world):
    """Each provision counts once, under its strength."""
    assert comparisons.topic(world, "reflection-period").strengths == {
        "obligation": 1,
        "conditional-obligation": 1,
        "encouragement": 2,
        "permission": 1,
    }


def test_binding_wins_a_cell_of_the_matrix(world):
    """A text that binds today comes before a stronger one that does not: the permission of a convention in
    force before the obligation of a draft. Both are counted.
    """
    cell = comparisons.matrix(world).cells["non-punishment", "alpha"]
    assert (cell.record, cell.anchor, cell.ref) == ("alpha/convention-2005", "art-26", "Art. 26")
    assert (cell.strength, cell.binding, cell.confidence, cell.count) == ("permission", True, "reported", 2)


def test_the_strongest_wins_a_cell_among_equals(world):
    """Of provisions that all bind, or all do not, the cell shows the strongest."""
    cells = comparisons.matrix(world).cells
    assert (cells["assistance", "alpha"].ref, cells["assistance", "alpha"].count) == ("Art. 12(1)", 6)
    assert not cells["non-punishment", "ohchr"].binding


@pytest.mark.parametrize(("day", "says"), [("2019-12-31", "30 days at"), ("2020-01-01", "45 days at")])
def test_a_table_shows_the_version_in_force_today(world, day, says):
    """Of a provision that an amendment changed, the table shows the one in force on the day."""
    corpus = Corpus(world.library, date.fromisoformat(day), world.languages)
    [row] = [
        row
        for row in comparisons.topic(corpus, "reflection-period").rows
        if row.record == "alpha/convention-2005"
    ]
    assert [placed.provision.says for placed in row.cells] == [f"{says} least."]


def test_a_mechanism_is_silent_only_where_all_its_records_are(world):
    """The dash of the matrix stands where every record of a mechanism was read in full and says nothing, and
    not where one is silent beside another that nobody has read.
    """
    silent = comparisons.matrix(world).silent
    assert ("awareness", "beta-union") in silent
    assert ("awareness", "gamma") not in silent


def test_one_record_unread_keeps_a_mechanism_from_silence(corpus_with):
    """A second record that nobody has read takes the dash away."""
    unread = (
        "kind: instrument\ntype: directive\ntitle: New\nstatus: draft\nbinding: true\nconfidence: recalled\n"
    )
    corpus = corpus_with(base="world", files={"instruments/beta-union/new.yml": unread})
    assert ("awareness", "beta-union") not in comparisons.matrix(corpus).silent


def test_mechanisms_stand_by_region_and_after_what_they_are_part_of(world):
    """Regions in the order of the vocabulary; within one, mechanisms that are part of no other first."""
    assert comparisons.matrix(world).mechanisms == ("delta", "alpha", "beta", "beta-union", "gamma", "ohchr")
    ordered = sorted(world.mechanisms, key=lambda name: comparisons.mechanism_sort_key(world, name))
    assert ordered[:3] == ["delta", "alpha", "alpha-court"]


def test_stages_compare_procedures_and_name_those_without_steps(world):
    """The steps of a stage stand by record, in their order; a procedure without a step is unread."""
    found = comparisons.stage(world, "identification")
    [(record, steps)] = found.rows
    assert (record, [placed.number for placed in steps]) == ("alpha/sop-2016", [1, 2])
    assert found.unread == ("beta/sop-2020", "beta/sop-2021")


def test_a_principle_leads_to_its_strongest_provisions(world):
    """Three at most of each topic, what binds today first; records are counted once."""
    assistance, _ = comparisons.topics_of_principle(world, "p01-primacy")
    assert (assistance.topic, assistance.count) == ("assistance", 6)
    assert [placed.provision.ref for placed in assistance.strongest] == ["Art. 12(1)", "Art. 13", "Art. 6(3)"]


def test_a_mechanism_knows_what_it_developed_and_what_it_receives(world):
    """Records that others adopted, and records under which reports come to it."""
    assert comparisons.developed(world, "ohchr") == ("alpha/convention-2005", "alpha/sop-2016")
    assert comparisons.reported(world, "alpha-court") == ("alpha/convention-2005",)
    assert comparisons.developed(world, "beta") == comparisons.reported(world, "beta") == ()


@pytest.mark.parametrize(
    ("record", "binds"),
    [
        ("alpha/convention-2005", True),
        ("alpha/convention-1998", False),  # superseded
        ("alpha/agreement-2010", True),  # its successor is only signed
        ("alpha/agreement-2024", False),
        ("alpha/act-2023", False),
        ("alpha/draft-law", False),
        ("alpha/declaration-2009", False),
    ],
)
def test_what_is_not_in_force_does_not_bind(world, record, binds):
    """A text that is signed, awaits assent, is a draft or is superseded is told from one that binds today."""
    assert world.binds(record) is binds
