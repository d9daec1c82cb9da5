"""The comparison on one topic as data: who stands in which row and order, numbers, and the two kinds of
absence.
"""

from __future__ import annotations

import pytest
from small_records import CONVENTION, PLAN, line, small_corpus, text

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus
from generators.corpus.indicator_matrix import indicator_matrix
from generators.corpus.regional_answers import RegionalAnswer, regional_answers


@pytest.fixture
def small(corpus_of):
    """The corpus of some records alone (``small_records``)."""
    return lambda files: small_corpus(corpus_of, files)


def rows(corpus: Corpus, topic: str = "assistance") -> list[str]:
    return [row.record for row in comparisons.topic(corpus, topic).rows]


# -- rows of a topic -----------------------------------------------------------------------------------------


def test_every_record_stands_in_one_of_four_places(small):
    """A record speaks on a topic, is silent on it, could not be read, or has not been looked at: one of these
    and no other.
    """
    unreadable = "could_not_read: {looked: 2024-05-01, tried: [example.org]}\n"
    corpus = small(
        {
            "alpha/speaks": text(lines=line()),
            "alpha/silent": text(keys="silent: [assistance]\nread_in_full: true\n"),
            "alpha/unread": text(lines=line("investigation")),
            "alpha/unreadable": text(lines=line("investigation"), keys=unreadable),
            "alpha/in-part": text(lines=line(), keys=unreadable),
        }
    )
    found = comparisons.topic(corpus, "assistance")
    assert found.topic == "assistance"
    assert {row.record for row in found.rows} == {"alpha/speaks", "alpha/in-part"}
    assert (found.silent, found.unreadable, found.unread) == (
        ("alpha/silent",),
        ("alpha/unreadable",),
        ("alpha/unread",),
    )
    assert comparisons.topic(corpus, "reflection-period").silent == ()


def test_rows_are_ordered_by_region_force_and_date(small):
    """Regions in the order of the vocabulary; within one, binding texts first; among these, the oldest first,
    and those without a day last, by name.
    """
    older, newer = "adopted: {date: 1999}\n", "adopted: {date: 2000}\n"
    corpus = small(
        {
            "alpha/a": text(lines=line(), keys=older),
            "alpha/b": text(lines=line()),
            "alpha/c": text(CONVENTION, "in-force", line(), newer),
            "alpha/d": text(CONVENTION, "in-force", line(), older),
            "alpha/e": text(lines=line(), keys=newer),
            "alpha/f": text(lines=line()),
            "beta/a": text(CONVENTION, "in-force", line(), "adopted: {date: 1950}\n"),
        }
    )
    assert rows(corpus) == "alpha/d alpha/c alpha/a alpha/e alpha/b alpha/f beta/a".split()


def test_a_row_shows_its_strongest_provision_first(small):
    """Within a record by strength, in the order of the vocabulary; those of one strength as the text has
    them.
    """
    lines = line(more=", id: a") + line(strength="obligation", more=", id: b") + line(more=", id: c")
    corpus = small({"alpha/a": text(CONVENTION, "in-force", lines)})
    found = comparisons.topic(corpus, "assistance")
    assert [placed.anchor for placed in found.rows[0].cells] == ["b", "a", "c"]
    assert found.strengths == {"obligation": 1, "encouragement": 2}


# -- numbers -------------------------------------------------------------------------------------------------

MEASURES = "kind: vocabulary\nof: measures\ntitle: Measures\ndefinition: All.\nentries:\n" + "".join(
    f"  - {{id: {code}, label: {code}, definition: All.}}\n"
    for code in ("days", "months", "years", "persons", "ratifications")
)


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("days: 89", "days: 90"),
        ("days: 90", "months: 3"),
        ("days: 30", "months: 1"),
        ("months: 1", "days: 31"),
        ("months: 11", "years: 1"),
        ("days: 90", "years: 1"),
        ("days: 365", "years: 1"),
        ("years: 1", "days: 366"),
        ("years: 1", "months: 13"),
        ("persons: 3", "persons: 4"),
        ("persons: 4000", "days: 1"),
        ("ratifications: 40", "days: 1"),
        ("ratifications: 40", "persons: 3"),
        # of two numbers in one line the larger counts, and they are never added
        ("persons: 3, days: 2", "days: 3"),
        ("days: 20, months: 1", "days: 31"),
        ("persons: 3, ratifications: 90", "persons: 4"),
    ],
)
def test_numbers_are_put_in_order_within_their_kind(small, smaller, larger):
    """Lengths of time by how long they are, counts among their own; a count comes after every length."""
    files = {"vocabulary/measures": MEASURES}
    for name, value in (("a", smaller), ("b", larger)):
        files[f"alpha/{name}"] = text(lines=line(more=f", value: {{{value}}}"))
    assert comparisons.topic(small(files), "assistance").numbers == {"alpha/a": 1, "alpha/b": 2}


@pytest.mark.parametrize(("one", "other"), [("months: 12", "years: 1"), ("days: 30", "days: 30")])
def test_equal_numbers_share_a_place(small, one, other):
    """A year is twelve months; what is equal keeps the order of the page."""
    files = {
        "alpha/a": text(lines=line(more=f", value: {{{one}}}")),
        "alpha/b": text(lines=line(more=f", value: {{{other}}}")),
        "alpha/c": text(lines=line(more=", value: {days: 29}")),
    }
    assert comparisons.topic(small(files), "assistance").numbers == {
        "alpha/a": 2,
        "alpha/b": 2,
        "alpha/c": 1,
    }


def test_the_largest_number_of_a_record_on_the_topic_counts(small):
    """Not their sum, not one of another topic, and none where the texts give none."""
    first = line(more=", value: {days: 2}") + line(more=", value: {days: 20}")
    corpus = small(
        {
            "alpha/a": text(lines=first + line("investigation", more=", value: {years: 5}")),
            "alpha/b": text(lines=line(more=", value: {days: 21}") + line()),
            "alpha/c": text(lines=line()),
        }
    )
    assert comparisons.topic(corpus, "assistance").numbers == {"alpha/a": 1, "alpha/b": 2}
    assert comparisons.topic(corpus, "reflection-period").numbers == {}


INDICATORS = """\
kind: vocabulary
of: indicators
title: Indicators
definition: What the list is for.
entries:
  - id: victims
    label: Victims
    definition: How many.
    asked_by:
      - {id: alpha/plan, ref: Art. 1, confidence: verified}
      - {id: alpha/treaty, ref: Art. 2}
      - {id: beta}
  - {id: judges, label: Judges, definition: How many.}
"""


def test_a_cell_holds_all_who_ask_what_binds_first(corpus_of):
    """Records stand under those who adopted them, plans that measure a number among them; a number that
    nobody asks for has an empty row.
    """
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/indicators": INDICATORS,
            "alpha/plan": text(PLAN, keys="indicators: [{says: Judges trained., measures: judges}]\n"),
            "alpha/treaty": text(CONVENTION, "in-force", keys="with: [beta]\n"),
        },
    )
    found = indicator_matrix(corpus)
    cells = {
        pair: [(each.owner, each.anchor, each.confidence, each.binding) for each in asking]
        for pair, asking in found.cells.items()
    }
    treaty = ("alpha/treaty", "", "recalled", True)
    assert found.mechanisms == ("alpha", "beta")
    assert found.indicators == ("victims", "judges")
    assert cells == {
        ("victims", "alpha"): [treaty, ("alpha/plan", "", "verified", False)],
        ("victims", "beta"): [treaty, ("beta", "", "recalled", False)],
        ("judges", "alpha"): [("alpha/plan", "indicators", "recalled", False)],
    }


TEXT = """\
kind: instrument
type: convention
title: A text
status: {status}
binding: {binding}
adopted: {{date: {day}}}
confidence: recalled
provisions:
  - {{topics: [reflection-period], ref: "{ref}", strength: {strength}, says: A.{value}}}
"""
BODY = "kind: process\nregions: [europe]\nname: A body\nconfidence: recalled\n"


@pytest.fixture
def answers(corpus_of):
    """The answers of each region on reflection, of texts of Alpha (Africa), without the base's own."""

    def make(*texts: dict[str, str], **more: str) -> dict[str, RegionalAnswer]:
        usual = {
            "status": "in-force",
            "binding": "true",
            "day": "2000",
            "value": "",
            "strength": "obligation",
        }
        files = {
            f"instruments/alpha/text-{n}.yml": TEXT.format(**{**usual, **t}) for n, t in enumerate(texts)
        }
        corpus = corpus_of({**files, **more}, without=["instruments/alpha/convention.yml"])
        return {each.region: each for each in regional_answers(corpus, "reflection-period")}

    return make


def first(found: dict[str, RegionalAnswer]) -> str:
    """The place of Africa's first line."""
    return found["africa"].leading.provision.ref


def test_what_binds_comes_before_what_does_not(answers):
    """However firm its wording; a draft answers nothing."""
    soft = {"ref": "Para. 1", "binding": "false", "status": "adopted", "strength": "encouragement"}
    assert first(answers(soft, {"ref": "Art. 1", "strength": "permission"})) == "Art. 1"
    draft = {"ref": "Draft", "binding": "true", "status": "draft", "day": "2020"}
    assert first(answers(soft, draft)) == "Para. 1"


def test_a_region_without_a_line_tells_what_was_read_from_what_was_not(answers):
    """Neither is a "no"."""
    silent = "silent: [reflection-period]\nread_in_full: true\n"
    plan = "kind: action-plan\ntype: plan\ntitle: {}\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
    found = answers(
        {"ref": "Art. 1"},
        **{
            "instruments/body/mechanism.yml": BODY,
            "instruments/body/read.yml": plan.format("Read") + silent,
            "instruments/body/unread.yml": plan.format("Unread"),
            "instruments/body/unreadable.yml": plan.format("Unreadable")
            + "could_not_read: {looked: 2024-05-01, tried: [example.org]}\n",
        },
    )
    europe = found["europe"]
    assert (europe.leading, europe.speaking, europe.silent) == (None, 0, 1)
    assert (europe.unreadable, europe.unread) == (1, 2)
    assert found["africa"].speaking == 1
