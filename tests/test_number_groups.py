"""Every number of the corpus put side by side: what stands with what, in which order."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from small_records import CONVENTION, line, small_corpus, text

from generators.corpus.corpus import Corpus
from generators.corpus.numbers import has_numbers, numbers
from generators.document.numbers import document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer


@pytest.fixture
def groups(corpus_of):
    """The groups of some records alone: of, code, what, unit, and the records with their numbers."""

    def make(files: Mapping[str, str]) -> list[tuple]:
        return read(small_corpus(corpus_of, files))

    return make


def read(corpus: Corpus) -> list[tuple]:
    return [
        (group.of, group.code, group.what, group.unit, [(each.record, each.measure) for each in group.lines])
        for group in numbers(corpus)
    ]


def test_numbers_of_one_topic_stand_together_smallest_first(groups):
    """Days before months before years by their length; what another topic asks stands apart."""
    files = {
        "alpha/a": text(lines=line(more=", value: {years: 1}")),
        "alpha/b": text(
            lines=line(more=", value: {months: 3}") + line("investigation", more=", value: {days: 2}")
        ),
        "alpha/c": text(lines=line(more=", value: {days: 30}") + line()),
    }
    assert groups(files) == [
        (
            *("topics", "assistance", "value", "time"),
            [("alpha/c", {"days": 30}), ("alpha/b", {"months": 3}), ("alpha/a", {"years": 1})],
        ),
        ("topics", "investigation", "value", "time", [("alpha/b", {"days": 2})]),
    ]


def test_what_has_no_unit_in_common_stands_apart(groups):
    """Lengths of time first; a time limit is no length of stay; a year and six months are one number."""
    more = ", value: {persons: 3, years: 1, months: 6}, within: {days: 2}"
    assert groups({"alpha/a": text(lines=line(more=more))}) == [
        ("topics", "assistance", "value", "time", [("alpha/a", {"years": 1, "months": 6})]),
        ("topics", "assistance", "value", "persons", [("alpha/a", {"persons": 3})]),
        ("topics", "assistance", "within", "time", [("alpha/a", {"days": 2})]),
    ]


def test_of_equal_numbers_what_binds_comes_first(groups):
    """A convention in force before a policy of the same length."""
    more = ", value: {days: 30}"
    files = {
        "alpha/a": text(lines=line(more=more)),
        "alpha/b": text(CONVENTION, "in-force", line(more=more), "in_force: 2008\n"),
    }
    assert [record for record, _ in groups(files)[0][4]] == ["alpha/b", "alpha/a"]


def test_a_share_is_that_of_the_largest(corpus_of):
    """Half the largest is drawn half as long, whatever the units."""
    lines = line(more=", value: {months: 6}") + line(more=", value: {years: 1}")
    group = numbers(small_corpus(corpus_of, {"alpha/a": text(lines=lines)}))[0]
    assert [round(each.share, 3) for each in group.lines] == [0.5, 1]


def test_a_version_no_longer_in_force_sets_no_number(corpus_of):
    """A provision that was replaced stands on its record's page alone."""
    corpus = small_corpus(
        corpus_of, {"alpha/a": text(lines=line(more=", value: {days: 30}, until: 2020-01-01"))}
    )
    assert numbers(corpus) == ()
    assert not has_numbers(corpus, "assistance")


def test_reports_and_final_clauses_are_numbers_too(groups):
    """How often reports are due, how many ratifications are needed, and how long after these."""
    keys = (
        "in_force: 2008\nentry_into_force: {ratifications: 9, after: {months: 3}}\n"
        "reporting: {to: The court, by: states, every: {years: 2}}\n"
    )
    assert groups({"alpha/a": text(CONVENTION, "in-force", keys=keys)}) == [
        ("reporting", "", "every", "time", [("alpha/a", {"years": 2})]),
        ("entry-into-force", "", "ratifications", "ratifications", [("alpha/a", {"ratifications": 9})]),
        ("entry-into-force", "", "after", "time", [("alpha/a", {"months": 3})]),
    ]


def test_numbers_of_general_law_stand_behind_those_of_texts_on_trafficking(corpus_of):
    """Folded where there are others, in sight where there are none; the line that opens a section says how
    far the others reach.
    """
    days = ", value: {{days: {}}}"
    files = {
        "alpha/a": text(keys="about: trafficking\n", lines=line(more=days.format(30))),
        "alpha/b": text(keys="about: neighbour\n", lines=line(more=days.format(2))),
        "alpha/c": text(
            keys="about: neighbour\n",
            lines=line("investigation", more=f"{days.format(5)}, about: trafficking"),
        ),
        "alpha/d": text(keys="about: neighbour\n", lines=line("reflection-period", more=days.format(9))),
    }
    corpus = small_corpus(corpus_of, files)
    made = document(Phrases(Localizer(corpus, "en")))
    folds = {}
    for section in made.sections:
        shown, *folded = section.blocks[-1].blocks
        folds[letters(section.heading)] = (len(shown.items), [letters(each.summary) for each in folded])
    assert folds == {
        "Assistance 30 days": (1, ["General law that also applies (1)"]),
        "Investigation 5 days": (1, []),
        "Reflection period 9 days": (1, []),
    }
