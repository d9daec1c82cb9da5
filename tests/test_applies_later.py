"""What does not apply yet says so everywhere, and is nowhere among what binds.

Also: working days, and a number of parties that is "at least" so many.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from shown import PLAN, TREATY, english, letters, on_a_day, page, paper_of, section

from generators.corpus import comparisons, order, tables
from generators.corpus.corpus import Corpus
from generators.corpus.first_days import first_days
from generators.corpus.state_profile import state_profile
from generators.data import kinds
from generators.document import (
    monitoring,
    parties,
    record,
    runs,
    sentences,
    state,
    topic_table,
)
from generators.document.open_data import tables as open_data
from generators.search import documents
from generators.translate.localizer import Localizer

PARTIES = "parties: {states: [{state: BEN, since: 2024}, {state: NGA, since: 2024}]}\n"
IN_FORCE = f"{TREATY}status: in-force\nin_force: 2024-12-13\n"
LATER = "applies from 14 December 2027"
LAW = f"""\
{IN_FORCE}applies_from: 2027-12-14
{PARTIES}about: trafficking
provisions:
  - topics: [assistance]
    ref: Art. 2
    strength: obligation
    says: A ban.
    within: {{days: 20}}
  - topics: [assistance]
    ref: Art. 5
    strength: obligation
    says: Names.
    from: 2024-12-13
    value: {{days: 9}}
  - {{topics: [investigation], ref: Art. 7, strength: obligation, says: Checks.}}
  - topics: [reflection-period]
    ref: Art. 9
    strength: obligation
    says: Old.
    until: 2026-03-18
"""
OTHER = f"""\
{TREATY.replace("Alpha Convention", "Old Treaty")}status: in-force
in_force: 2008-02-01
{PARTIES}about: trafficking
provisions:
  - {{topics: [investigation], ref: Art. 1, strength: obligation, says: It binds.}}
  - topics: [reflection-period]
    ref: Art. 3
    strength: obligation
    says: To come.
    from: 2027-12-14
"""


@pytest.fixture
def opened(corpus_of: Callable[..., Corpus]) -> Callable[..., Corpus]:
    """The corpus on a day, with some records of Alpha."""
    return partial(on_a_day, corpus_of)


@pytest.fixture
def corpus(opened: Callable[..., Corpus]) -> Corpus:
    """A text that applies later, but for a line; and one that binds, but for a line to
    come.
    """
    return opened({"law": LAW, "other": OTHER, "plan": f"{PLAN}status: adopted\n"})


def words_of(line: runs.Runs) -> str:
    """The words of a line, with plain spaces."""
    return runs.letters(line).replace("\u00a0", " ")


def standing(corpus: Corpus, code: str) -> dict[str, list[str]]:
    """The lines on a topic by what its table calls their texts."""
    groups = topic_table.rows_by_standing(corpus, comparisons.topic(corpus, code))
    return {
        name: [cell.place.removeprefix("alpha/") for row in rows for cell in row.cells]
        for name, rows in groups.items()
        if rows
    }


# -- on pages and on paper ---------------------------------------------------------------


def test_a_text_says_it_at_its_head_and_in_lists(corpus):
    """It is in force, so that nothing says that it will bind once in force. Nor does
    anything say that it binds.
    """
    phrases = english(corpus)
    head = words_of(sentences.facts(phrases, "alpha/law"))
    assert head == (
        f"Convention · in force since 13 December 2024 · {LATER} · some of it already "
        "applies · 2 parties · Alpha Community"
    )
    item = sentences.record_item(phrases, "alpha/law").body
    assert LATER in words_of(item.about)
    assert "Binding" not in words_of(item.about)


def test_a_line_says_it_on_the_page_of_its_text(corpus):
    """A line's own day decides. One that has ended says only until when."""
    shown = page(corpus, "instruments/alpha/law/")
    about = {line[0]: letters(line) for line in shown.split('id="art-')[1:]}
    assert {article for article, line in about.items() if LATER in line} == {"2", "7"}
    assert "since 13 December 2024" in about["5"]
    assert "until 18 March 2026" in about["9"]
    paper = paper_of(corpus, record, "alpha/law").replace("\u00a0", " ")
    assert paper.count(LATER) >= 3


def test_a_topic_parts_what_binds_from_what_applies_later(corpus):
    """A text of which one line applies already has a row in each group; only the first
    has an address.
    """
    assert standing(corpus, "assistance") == {
        "binding": ["law#art-5"],
        "not-binding": ["law#art-2"],
    }
    assert standing(corpus, "investigation") == {
        "binding": ["other#art-1"],
        "not-binding": ["law#art-7"],
    }
    assert standing(corpus, "reflection-period") == {"not-binding": ["other#art-3"]}
    shown = page(corpus, "topics/assistance/")
    assert shown.count('id="alpha-law"') == 1
    assert letters(shown).count(LATER) >= 2
    assert f"Obligation · Art. 3 · {LATER}" in letters(
        page(corpus, "topics/reflection-period/")
    )


def test_what_applies_later_does_not_lead(corpus):
    """On a topic the line that binds comes first, for anyone and for a State."""
    lines = corpus.by_topic["investigation"]
    for whom in (order.ANYONE, order.Asked(("BEN",)), order.Asked(region="africa")):
        ordered = order.ordered(corpus, lines, "investigation", whom)
        assert [line.place for line in ordered] == [
            "alpha/other#art-1",
            "alpha/law#art-7",
        ]


def test_a_state_is_asked_only_what_applies(corpus):
    """The text is among those that do not bind it yet, and says from when. A line of it
    that applies already is asked.
    """
    profile = state_profile(corpus, "BEN")
    assert [adherence.record for adherence in profile.binding] == ["alpha/other"]
    assert [adherence.record for adherence in profile.pending] == ["alpha/law"]
    places = []
    for answer in comparisons.asked_of(corpus, "BEN"):
        for lines in (*answer.records, *answer.general):
            places += [line.place for line in lines]
    assert sorted(places) == ["alpha/law#art-5", "alpha/other#art-1"]
    shown = page(corpus, "states/ben/")
    assert f"{LATER} · some of it already applies" in section(shown, "pending")
    assert "Alpha Convention" not in section(shown, "binding")
    assert LATER in paper_of(corpus, state, "BEN").replace("\u00a0", " ")


def test_numbers_do_not_say_that_it_binds(corpus):
    """A number says how many States it binds only where its line applies."""
    shown = letters(page(corpus, "numbers/"))
    assert f"Art. 2 · {LATER}" in shown
    assert "Art. 5 · binding on 2 States" in shown
    assert shown.count("binding on") == 1


def test_the_matrix_says_it_of_a_sign(corpus):
    """A sign is of a line that binds, if there is one. Else it is outlined, and says from
    when.
    """
    assert tables.topics(corpus).cells["assistance", "alpha"].anchor == "art-5"
    shown = page(corpus, "matrix/").replace("\u00a0", " ")
    link = 'class="n" href="../instruments/alpha/other/#art-3"'
    assert f'<a {link} title="Old Treaty, Art. 3: Obligation, {LATER}"' in shown


def test_organisations_and_regions_list_it_apart(corpus):
    """It is in the fold of what does not apply yet."""
    for address in ("instruments/alpha/", "regions/africa/"):
        shown = letters(page(corpus, address))
        assert "Does not apply yet (1)" in shown, address
        assert shown.index("Old Treaty") < shown.index("Does not apply yet (1)"), address


def test_the_first_days_have_no_rule_that_does_not_apply(corpus_of):
    """Advice for tonight does not rest on a rule of next year."""
    vocabulary = (
        "kind: vocabulary\nof: first-days\ntitle: T\ndefinition: D\nentries:\n"
        "  - {id: safety, label: S, definition: Shelter., stages: [identification], "
        "lines: [alpha/law#art-2, alpha/law#art-5]}\n"
    )
    files = {
        "instruments/alpha/law.yml": LAW,
        "instruments/vocabulary/first-days.yml": vocabulary,
    }
    corpus = corpus_of(files)
    for step in first_days(corpus):
        assert step.guidance == ()
        assert step.leading == ()
    for step in first_days(corpus, "BEN"):
        lines = (*step.binding, *step.leading)
        assert "art-2" not in [line.anchor for line in lines]


# -- in data and in the search -----------------------------------------------------------


def test_data_says_it(corpus):
    """Records, lines, parties and States of JSON."""
    phrases = english(corpus)
    law = kinds.body(phrases, "record", "alpha/law")
    assert (law["record"]["binds"], law["applies_from"]) == (False, "2027-12-14")
    assert [
        (line.get("binds"), line.get("applies_from")) for line in law["provisions"]
    ] == [
        (None, "2027-12-14"),
        (True, None),
        (None, "2027-12-14"),
        (None, None),
    ]
    assert law["provisions"][0]["applies_words"] == LATER
    assert {party["participation"] for party in law["parties"]["states"]} == {"pending"}
    benin = kinds.body(phrases, "state", "BEN")
    pending = [(text["record"], text["in_part"]) for text in benin["pending"]]
    assert pending == [("alpha/law", True)]


def test_tables_say_it(corpus):
    """A provision has whether it binds and from when in columns of their own."""
    tables_by_name = {table.name: table for table in open_data(english(corpus))}
    provisions = tables_by_name["provisions"]
    names = [column.name for column in provisions.columns]
    rows = [dict(zip(names, row, strict=True)) for row in provisions.rows()]
    assert [
        (row["id"], row["binds"], row["applies_from"])
        for row in rows
        if row["record"] == "alpha/law"
    ] == [
        ("art-2", False, "2027-12-14"),
        ("art-5", True, None),
        ("art-7", False, "2027-12-14"),
        ("art-9", False, None),
    ]


def test_the_search_does_not_say_that_it_binds(corpus):
    """Its type is followed by the day; it has no force that would be shown."""
    gathered = documents.gather(corpus, "en")
    by_address = {document.address: document for document in gathered}
    law = by_address["instruments/alpha/law/"]
    assert law.type.replace("\u00a0", " ") == f"Convention · {LATER}"
    assert law.facets["force"] == ()
    assert by_address["instruments/alpha/other/"].facets["force"] == ("binding",)


# -- working days ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (1, "en", "1 working day"),
        (20, "en", "20 working days"),
        (3, "ru", "3 рабочих дня"),
        (20, "ru", "20 рабочих дней"),
        (3, "ar", "3 أيام عمل"),
        (20, "fr", "20 jours ouvrables"),
        (30, "zh", "30个工作日"),
    ],
)
def test_working_days_are_said_as_such(world, number, language, words):
    """In each language, by its own plural forms."""
    assert Localizer(world, language).measure({"working-days": number}) == words


def test_working_days_are_more_than_days():
    """Twenty of them are four weeks, to put numbers in order."""
    assert comparisons.unit_kind("working-days") == comparisons.TIME
    assert comparisons.in_days({"working-days": 20}) == 28


# -- at least ----------------------------------------------------------------------------


SOME = """\
parties:
  incomplete: Only some were read.
  states: [{state: BEN}, {state: NGA}]
"""
LINE = """\
provisions:
  - topics: [assistance]
    ref: Art. 2
    strength: obligation
    says: Ban.
    within: {days: 2}
"""


def test_a_list_that_may_lack_some_counts_at_least(opened):
    """At the head, in the section of parties, among numbers and answers, and in data."""
    report = "reporting: {by: states, to: A body}\n"
    corpus = opened({"law": f"{IN_FORCE}{SOME}{LINE}{report}"})
    phrases = english(corpus)
    assert "at least 2 parties" in words_of(sentences.facts(phrases, "alpha/law"))
    shown = page(corpus, "instruments/alpha/law/")
    assert "at least 2 States" in section(shown, "parties")
    assert "binding on at least 2 States" in letters(page(corpus, "numbers/"))
    assert "binding on at least 2 States" in letters(page(corpus, "topics/assistance/"))
    (body,) = tables.bodies(corpus)
    (paragraph,) = monitoring._states_cell(phrases, body)
    assert words_of(paragraph.runs) == "at least 2"
    law = kinds.body(phrases, "record", "alpha/law")
    assert law["record"]["states_at_least"] is law["parties"]["at_least"] is True
    records = next(table for table in open_data(phrases) if table.name == "records")
    names = [column.name for column in records.columns]
    (row,) = [row for row in records.rows() if row[0] == "alpha/law"]
    assert row[names.index("parties_at_least")] is True


def test_a_whole_list_is_counted_as_it_is(opened):
    """Nothing is "at least" where nothing may be missing."""
    whole = "parties: {states: [{state: BEN}, {state: NGA}]}\n"
    corpus = opened({"law": f"{IN_FORCE}{whole}{LINE}"})
    shown = letters(page(corpus, "instruments/alpha/law/")) + letters(
        page(corpus, "numbers/")
    )
    assert "at least" not in shown
    assert "binding on 2 States" in shown
    law = kinds.body(english(corpus), "record", "alpha/law")
    assert "states_at_least" not in law["record"]
    assert (
        words_of(parties.states_bound(english(corpus), "alpha/law", None))
        == "binding on 2 States"
    )
