"""Comparisons as data, on small records: who stands in which row, cell and order, and the two kinds of
absence.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from generators import html
from generators.corpus import comparisons
from generators.corpus.corpus import Corpus

PLAN, POLICY, CONVENTION = "action-plan plan false", "instrument policy false", "instrument convention true"
MECHANISM = "kind: process\nregions: [{}]\nname: {}\n{}confidence: recalled\n"
ALPHA = "instruments/alpha/"


def text(sort: str = POLICY, status: str = "adopted", lines: str = "", keys: str = "") -> str:
    """A record of a kind, type and force; ``lines`` are its provisions."""
    kind, type_, binding = sort.split()
    head = f"kind: {kind}\ntype: {type_}\nofficial_titles: {{en: A text}}\nstatus: {status}\n"
    provisions = f"provisions:\n{lines}" if lines else ""
    return f"{head}binding: {binding}\n{keys}{provisions}confidence: recalled\n"


def line(topics: str = "assistance", strength: str = "encouragement", more: str = "") -> str:
    """A provision."""
    return f"  - {{topics: [{topics}], ref: Art. 1, strength: {strength}, says: Housing.{more}}}\n"


@pytest.fixture
def small(corpus_of):
    """The corpus of the lists, two mechanisms (Alpha of Africa, Beta of Europe) and some records alone."""
    without = [f"{ALPHA}convention.yml", f"{ALPHA}plan.yml", "instruments/beta/procedures.yml"]

    def make(files: dict[str, str]) -> Corpus:
        made = {f"instruments/{name}.yml": each for name, each in files.items()}
        return corpus_of(made, [path for path in without if path not in made])

    return make


def rows(corpus: Corpus, topic: str = "assistance") -> list[str]:
    return [row.record for row in comparisons.topic(corpus, topic).rows]


# -- rows of a topic -----------------------------------------------------------------------------------------


def test_every_record_stands_in_one_of_three_places(small):
    """A record speaks on a topic, is silent on it, or has not been looked at: one of these and no other."""
    corpus = small(
        {
            "alpha/speaks": text(lines=line()),
            "alpha/silent": text(keys="silent: [assistance]\nread_in_full: true\n"),
            "alpha/unread": text(lines=line("investigation")),
        }
    )
    found = comparisons.topic(corpus, "assistance")
    assert [row.record for row in found.rows] == ["alpha/speaks"]
    assert (found.silent, found.unread) == (("alpha/silent",), ("alpha/unread",))
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
    assert rows(corpus) == [
        "alpha/d",
        "alpha/c",
        "alpha/a",
        "alpha/e",
        "alpha/b",
        "alpha/f",
        "beta/a",
    ]


def test_records_of_no_region_come_last(small):
    """A record whose mechanism could not be read is not lost."""
    corpus = small({"gamma/a": text(lines=line()), "beta/a": text(lines=line())})
    assert rows(corpus) == ["beta/a", "gamma/a"]


def test_silent_and_unread_records_stand_in_the_same_order(small):
    """Region, force, date."""
    silent = "silent: [assistance]\nread_in_full: true\n"
    corpus = small(
        {
            "beta/s": text(keys=silent),
            "alpha/s": text(keys=silent + "adopted: {date: 2001}\n"),
            "alpha/t": text(keys=silent + "adopted: {date: 2000}\n"),
            "beta/u": text(),
            "alpha/u": text(),
            "alpha/v": text(CONVENTION, "in-force"),
        }
    )
    found = comparisons.topic(corpus, "assistance")
    assert found.silent == ("alpha/t", "alpha/s", "beta/s")
    assert found.unread == ("alpha/v", "alpha/u", "beta/u")


def test_a_row_shows_its_strongest_provision_first(small):
    """Within a record by strength, in the order of the vocabulary; those of one strength as the text has
    them.
    """
    lines = line(more=", id: a") + line(strength="obligation", more=", id: b") + line(more=", id: c")
    corpus = small({"alpha/a": text(CONVENTION, "in-force", lines)})
    found = comparisons.topic(corpus, "assistance")
    assert [placed.anchor for placed in found.rows[0].cells] == ["b", "a", "c"]
    assert found.strengths == {"obligation": 1, "encouragement": 2}


@pytest.mark.parametrize(("day", "says"), [("2024-07-13", "As it was."), ("2024-07-14", "As it is.")])
def test_a_table_shows_the_version_in_force_today(small, day, says):
    """Of a provision that an amendment changed, the table shows the one in force on the day; the record keeps
    both.
    """
    lines = line(more=", until: 2024-07-14") + line(more=", from: 2024-07-14")
    lines = lines.replace("Housing.", "As it was.", 1).replace("Housing.", "As it is.", 1)
    corpus = small({"alpha/a": text(lines=lines)})
    then = Corpus(corpus.library, date.fromisoformat(day), corpus.languages)
    found = comparisons.topic(then, "assistance")
    assert [placed.provision.says for row in found.rows for placed in row.cells] == [says]
    assert len(then.records["alpha/a"].provisions) == 2


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


def test_the_page_sorts_by_the_place_of_a_number(small):
    """Rows carry it, so that the largest comes first; a record without a number carries none."""
    lines = line(more=", value: {years: 1}") + line(more=", value: {days: 90}")
    corpus = small(
        {
            "alpha/a": text(lines=line(more=", value: {days: 90}")),
            "alpha/b": text(lines=lines),
            "alpha/c": text(lines=line()),
        }
    )
    page = next(each for each in html.build(corpus, "en") if each.address == "topics/assistance/").render()
    assert dict(re.findall(r'<tr id="alpha-(\w)"[^>]*data-value="(\d*)"', page)) == {
        "a": "1",
        "b": "2",
        "c": "",
    }
    assert '<option value="-value">number: largest first' in page


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


@pytest.mark.parametrize(
    ("keys", "binding"),
    [
        ("status: signed-not-in-force\n", False),
        ("status: in-force\n", True),
        ("status: in-force\nin_force: 2026-11-24\n", True),
        ("status: in-force\nin_force: 2026-11-25\n", False),
    ],
)
def test_what_is_not_in_force_does_not_bind(small, keys, binding):
    """A cell is filled from the day on which its text is in force."""
    corpus = small({"alpha/a": text(CONVENTION, "X", line()).replace("status: X\n", keys)})
    assert comparisons.matrix(corpus).cells["assistance", "alpha"].binding is binding
    assert comparisons.strength_order(corpus, corpus.by_topic["assistance"][0]) == (not binding, 1)


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


def test_the_column_of_a_mechanism_lists_its_topics_in_order(small):
    """Those that its texts speak on, in the order of the vocabulary."""
    corpus = small({"alpha/a": text(lines=line("investigation") + line()), "beta/a": text(lines=line())})
    assert [topic for topic, _ in comparisons.matrix_of(corpus, "alpha")] == ["assistance", "investigation"]


# -- stages, principles, bodies ------------------------------------------------------------------------------


def test_a_stage_shows_all_procedures(small):
    """Those with a step on it in the order of a comparison, their steps in the order of the text; procedures
    without one are named, other records are not.
    """
    steps = "steps:\n  - {stage: identification, ref: One, does: Ask.}\n"
    steps += "  - {stage: return, ref: Two, does: Go.}\n"
    again = "  - {stage: identification, ref: Three, does: Listen.}\n"
    sop = "sop procedures false"
    corpus = small(
        {
            "beta/procedures": text(sop, keys=steps),
            "alpha/a": text(sop, keys=steps + again),
            "alpha/b": text(sop),
            "alpha/c": text(),
        }
    )
    found = comparisons.stage(corpus, "identification")
    assert [(record, [placed.number for placed in each]) for record, each in found.rows] == [
        ("alpha/a", [1, 3]),
        ("beta/procedures", [1]),
    ]
    assert found.unread == ("alpha/b",)


def test_a_principle_shows_its_topics_with_their_three_strongest_provisions(small):
    """The strongest first, those that bind before those that do not; records are counted once."""
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
    assert [placed.record for placed in first.strongest] == ["alpha/c", "alpha/b", "alpha/a"]


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
