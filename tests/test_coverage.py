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


def test_the_soonest_review_stands_first(counted):
    """Files of one day stand together; those without a review are left out."""
    files = {name: RECORD + REVIEW.format(due) for name, due in zip("abc", (2024, 2023, 2024), strict=True)}
    found = status.reviews(counted(**files, plan=RECORD))
    assert [(day.text, names) for day, names in found] == [
        ("2023", ("alpha/b",)),
        ("2024", ("alpha/a", "alpha/c")),
        ("2027-11-24", ("alpha",)),
    ]


def test_lines_are_counted_by_grade(counted):
    """Each grade of the vocabulary in its order."""
    lines = "".join(
        f"  - {{topics: [assistance], ref: Art. {n}, strength: obligation, says: A., confidence: {grade}}}\n"
        for n, grade in enumerate(("recalled", "verified", "verified", "verified"))
    )
    none = f"{RECORD}provisions:\n{lines}"
    grades = status.grades(counted(convention=none, plan=RECORD))
    assert grades["provisions"] == [3, 0, 0, 1]
    assert (sum(grades["records"]), sum(grades["mechanisms"])) == (3, 2)


def test_of_each_region_every_record_and_topic_is_counted_once(counted):
    """What speaks, says nothing, says nothing in what we read, could not be read, was looked at by nobody."""
    tried = f"{RECORD}could_not_read: {{looked: 2024-05-01, tried: [example.org]}}\n"
    line = "topics: [assistance], ref: Art. 1, strength: obligation, says: A., confidence: {}"
    found = counted(
        plan=tried,
        told=f"{tried}provisions:\n  - {{{line.format('reported')}}}\n",
        read=f"{tried}provisions:\n  - {{{line.format('verified')}}}\n",
    )
    topics = 3
    says, silent, in_part, unreadable, unread = status.cells(found, "africa")
    assert says + silent + in_part + unreadable + unread == topics * status.of_region(found, "africa")[1]
    assert (in_part, unreadable) == (topics - 1, topics + topics - 1)


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


def test_a_record_is_as_sure_as_most_of_its_lines(corpus_of):
    """Half is not most; a record without lines is as sure as it says."""
    lines = "provisions:\n" + "".join(
        f"  - {{topics: [assistance], ref: Art. {n}, strength: obligation, says: A.{more}}}\n"
        for n, more in enumerate(("", ", confidence: verified", ", confidence: reported", ""))
    )
    files = {
        "instruments/alpha/plan.yml": RECORD.replace("verified", "recalled"),
        "instruments/alpha/half.yml": f"{TREATY}{lines}",
        "instruments/alpha/most.yml": f"{TREATY.replace('recalled', 'verified')}{lines}",
    }
    corpus = corpus_of(files)
    assert [corpus.confidence_shown(f"alpha/{name}") for name in ("plan", "half", "most")] == [
        "recalled",
        "recalled",
        "verified",
    ]


def test_one_states_own_text_lacks_no_list_of_parties(counted):
    """Of the texts that bind, those count that States can join."""
    own = RECORD.replace("action-plan\ntype: plan", "sop\ntype: sop").replace("false", "true")
    _, before = status.known(counted())[NAMED]
    assert status.known(counted(own=own))[NAMED][1] == before + 1
    assert status.known(counted(own=f"{own}model_of: BEN\n"))[NAMED][1] == before
