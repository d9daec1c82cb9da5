"""The matrix, stages, principles and bodies as data: who stands in which cell, column and order."""

from __future__ import annotations

import pytest
from small_records import CONVENTION, MECHANISM, PLAN, line, small_corpus, text

from generators.corpus import comparisons
from generators.corpus.principle_matrix import Spread, principle_matrix


@pytest.fixture
def small(corpus_of):
    """The corpus of some records alone (``small_records``)."""
    return lambda files: small_corpus(corpus_of, files)


# -- the matrix ----------------------------------------------------------------------------------------------


def test_binding_wins_a_cell_of_the_matrix(small):
    """A cell shows what binds today before what does not, however weak, and among these the strongest; it
    counts all of them.
    """
    corpus = small(
        {
            "alpha/signed": text(CONVENTION, "signed-not-in-force", line(strength="obligation")),
            "alpha/treaty": text(
                CONVENTION, "in-force", line(more=", ref: Art. 2").replace("ref: Art. 1, ", "")
            ),
            "alpha/plan": text(PLAN, lines=line(strength="obligation")),
        }
    )
    cell = comparisons.matrix(corpus).cells["assistance", "alpha"]
    assert (cell.record, cell.anchor, cell.ref, cell.strength) == (
        "alpha/treaty",
        "art-2",
        "Art. 2",
        "encouragement",
    )
    assert (cell.binding, cell.count, cell.confidence) == (True, 3, "recalled")


def test_of_two_that_bind_the_stronger_stands_in_the_cell(small):
    """Strength in the order of the vocabulary, then age."""
    corpus = small(
        {
            "alpha/a": text(CONVENTION, "in-force", line(), "adopted: {date: 1990}\n"),
            "alpha/b": text(CONVENTION, "in-force", line(strength="obligation"), "adopted: {date: 2000}\n"),
            "alpha/c": text(CONVENTION, "in-force", line(strength="obligation"), "adopted: {date: 1999}\n"),
        }
    )
    assert comparisons.matrix(corpus).cells["assistance", "alpha"].record == "alpha/c"


def test_a_text_of_two_mechanisms_stands_in_both_columns(small):
    """Columns by region, bodies of another mechanism after those that are none, then by name; a mechanism
    that says nothing has no column.
    """
    corpus = small(
        {
            "alpha/a": text(lines=line(), keys="with: [beta]\n"),
            "another/a": text(lines=line()),
            "another/mechanism": MECHANISM.format("africa", "Another", "part_of: [alpha]\n"),
            "zeta/a": text(lines=line()),
            "zeta/mechanism": MECHANISM.format("africa", "Zeta", ""),
            "mute/a": text(),
            "mute/mechanism": MECHANISM.format("africa", "Mute", ""),
        }
    )
    found = comparisons.matrix(corpus)
    assert found.mechanisms == ("alpha", "zeta", "another", "beta")
    assert found.topics == ("assistance", "reflection-period", "investigation")
    assert {key for key in found.cells if key[0] == "assistance"} == {
        ("assistance", name) for name in found.mechanisms
    }


def test_a_mechanism_is_silent_only_where_all_its_records_are(small):
    """The dash of the matrix stands where every record of a mechanism was read in full and says nothing."""
    silent = "read_in_full: true\nsilent: "
    corpus = small(
        {
            "alpha/a": text(lines=line(), keys=f"{silent}[investigation, reflection-period]\n"),
            "alpha/b": text(keys=f"{silent}[investigation]\n"),
            "beta/a": text(lines=line("investigation")),
        }
    )
    assert comparisons.matrix(corpus).silent == {("investigation", "alpha")}


# -- stages, principles, bodies ------------------------------------------------------------------------------


def test_a_stage_shows_all_procedures(small):
    """Those with a step on it in the order of a comparison, their steps in the order of the text; procedures
    with other steps are named, those of which nothing was read and other records are not.
    """
    other = "steps:\n  - {stage: return, ref: Two, does: Go.}\n"
    steps = "steps:\n  - {stage: identification, ref: One, does: Ask.}\n"
    steps += "  - {stage: return, ref: Two, does: Go.}\n"
    again = "  - {stage: identification, ref: Three, does: Listen.}\n"
    sop = "sop procedures false"
    corpus = small(
        {
            "beta/procedures": text(sop, keys=steps),
            "alpha/a": text(sop, keys=steps + again),
            "alpha/b": text(sop, keys=other),
            "alpha/f": text(sop),
            "alpha/c": text(),
            "alpha/d": text(sop, keys=steps + "adopted: {date: 1999}\n"),
            "alpha/e": text(sop, keys=other + "adopted: {date: 1999}\n"),
        }
    )
    found = comparisons.stage(corpus, "identification")
    assert found.stage == "identification"
    assert [(record, [placed.number for placed in each]) for record, each in found.rows] == [
        ("alpha/d", [1]),
        ("alpha/a", [1, 3]),
        ("beta/procedures", [1]),
    ]
    assert found.unread == ("alpha/e", "alpha/b")


def test_a_principle_shows_its_topics_with_their_first_three_provisions(small):
    """In the one order, those that bind before those that do not; records are counted once."""
    corpus = small(
        {
            "alpha/a": text(lines=line() + line()),
            "alpha/b": text(CONVENTION, "in-force", line()),
            "alpha/c": text(CONVENTION, "in-force", line(strength="obligation")),
        }
    )
    name, entry = next(iter(corpus.vocabularies.of("principles").items()))
    found = comparisons.topics_of_principle(corpus, name)
    assert [each.topic for each in found] == list(entry.topics)
    first = next(each for each in found if each.topic == "assistance")
    assert first.count == 3
    assert [placed.record for placed in first.first] == ["alpha/c", "alpha/b", "alpha/a"]


def test_what_a_mechanism_developed_and_who_reports_to_it_is_known(small):
    """Records that others adopted, and records under which it receives reports."""
    duty = "reporting: {by: states, to: Beta, to_mechanism: beta}\n"
    corpus = small(
        {
            "alpha/a": text(keys="developed_by: [beta]\n"),
            "alpha/b": text(PLAN, keys=duty),
            "alpha/c": text(PLAN, keys=duty.replace(", to_mechanism: beta", "")),
        }
    )
    assert (comparisons.developed(corpus, "beta"), comparisons.developed(corpus, "alpha")) == (
        ("alpha/a",),
        (),
    )
    assert (comparisons.reported(corpus, "beta"), comparisons.reported(corpus, "alpha")) == (("alpha/b",), ())


# -- the matrix of principles --------------------------------------------------------------------------------

PRINCIPLES = """\
kind: vocabulary
of: principles
title: Principles
definition: What the list is for.
entries:
  - {id: p1, label: Rights, definition: Rights first., topics: [assistance, investigation]}
  - {id: g1, label: Harm, definition: No harm., topics: [non-punishment]}
  - {id: g2, label: Other, definition: What bears on no topic here.}
"""


def test_a_principle_shows_the_strongest_of_its_topics(small):
    """What binds before what does not, then the stronger, whichever topic it stands under."""
    corpus = small(
        {
            "vocabulary/principles": PRINCIPLES,
            "alpha/plan": text(PLAN, lines=line(strength="obligation")),
            "alpha/treaty": text(CONVENTION, "in-force", line("investigation", strength="permission")),
            "beta/plan": text(PLAN, lines=line() + line("investigation", strength="obligation")),
        }
    )
    found = principle_matrix(corpus)
    cells = {pair: (cell.record, cell.strength, cell.binding) for pair, cell in found.cells.items()}
    assert cells == {
        ("p1", "alpha"): ("alpha/treaty", "permission", True),
        ("p1", "beta"): ("beta/plan", "obligation", False),
    }
    assert found.spread("p1") == Spread(binding=1, not_binding=1, silent=0, unknown=0)


def test_silence_on_every_topic_of_a_principle_is_no_gap_in_our_knowledge(small):
    """Where all texts of a mechanism were read in full and say nothing, that is said; where one topic was not
    looked at, or the principle bears on none, nothing is known.
    """
    read = "read_in_full: true\nsources: [{title: Text, url: https://example.org/t, kind: primary}]\n"
    corpus = small(
        {
            "vocabulary/principles": PRINCIPLES.replace(
                "[non-punishment]", "[investigation, non-punishment]"
            ),
            "alpha/a": text(lines=line(), keys=f"{read}silent: [investigation, non-punishment]\n"),
            "beta/a": text(lines=line(), keys=f"{read}silent: [investigation]\n"),
        }
    )
    found = principle_matrix(corpus)
    assert found.silent == {("g1", "alpha")}
    assert found.spread("g1") == Spread(binding=0, not_binding=0, silent=1, unknown=1)
    assert found.spread("g2") == Spread(binding=0, not_binding=0, silent=0, unknown=2)
