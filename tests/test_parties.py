"""Who is party to a text, of whom a list says nothing, and the page of a long list."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generators import html
from generators.corpus import parties, published
from generators.corpus.addresses import Target
from generators.document import record
from generators.document.blocks import Block, Item, List
from generators.document.parties import document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer

PLAN = "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
TREATY = (
    "kind: instrument\ntype: convention\ntitle: A treaty\nstatus: in-force\nbinding: true\n"
    "confidence: recalled\n"
)
ONE = "states: [{state: BEN}]"


@pytest.fixture
def numbers(corpus_of):
    """How many are party to a plan with some parties."""

    def make(typed: str) -> parties.PartyNumbers | None:
        return parties.numbers(
            corpus_of({"instruments/alpha/plan.yml": f"{PLAN}parties: {typed}\n"}), "alpha/plan"
        )

    return make


@pytest.mark.parametrize(
    ("typed", "states", "all_"),
    [
        ("{count: 182}", 0, 182),
        ("{states: [{state: BEN}, {state: NGA}]}", 2, 2),
        ("{states: [{state: BEN}, {state: NGA, until: 2020}]}", 1, 1),
        ("{states: [{state: BEN}, {state: NGA, since: 2026-11-25}]}", 1, 1),
        ("{states: [{state: BEN}, {state: NGA, since: 2026-11-24}]}", 2, 2),
        ("{states: [{state: BEN, since: 2020, in_force_since: 2030}]}", 1, 1),
    ],
)
def test_parties_are_counted_or_read(numbers, typed, states, all_):
    """Those listed are counted without those that denounced; a number that was read stands for itself."""
    found = numbers(typed)
    assert (found.states, found.all_) == (states, all_)


def test_an_organisation_is_a_party_and_no_state(numbers):
    """It counts among all parties, and not among States; one that left counts nowhere."""
    left = "{mechanism: beta, since: 2000, until: 2010}"
    found = numbers(f"{{{ONE}, organisations: [{{mechanism: alpha, since: 2006}}, {left}]}}")
    assert (found.states, found.organisations, found.named, found.all_) == (1, 1, 2, 2)


def test_a_greater_number_that_was_read_stands_beside_the_list(numbers):
    """With its own day, or that of the list."""
    found = numbers(f"{{as_of: 2023, {ONE}, count: 182, count_as_of: 2024-04-20, incomplete: A gap.}}")
    assert (found.named, found.all_, found.as_of.text) == (1, 182, "2024-04-20")
    assert numbers(f"{{as_of: 2023, {ONE}, count: 182, incomplete: A gap.}}").as_of.text == "2023"


def test_who_signed_is_no_party(numbers):
    """A signature alone does not bind."""
    assert numbers(f"{{{ONE}, signatories: [{{state: NGA, since: 2000}}]}}").all_ == 1


def test_unknown_parties_are_not_none(corpus_of):
    """Where nothing is recorded there is no number, and no zero."""
    assert parties.numbers(corpus_of(), "alpha/plan") is None


@pytest.mark.parametrize(
    ("typed", "open_"),
    [
        ("{count: 182}", True),
        (f"{{{ONE}}}", False),
        (f"{{{ONE}, incomplete: A gap.}}", True),
        ("{states: [{state: BEN}, {state: GHA}], incomplete: A gap.}", False),
        (f"{{{ONE}, signatories: [{{state: GHA}}], incomplete: A gap.}}", False),
    ],
)
def test_a_list_with_a_gap_says_nothing_of_whom_it_does_not_name(corpus_of, typed, open_):
    """A State that a whole list lacks is no party; of one that a list with a gap lacks nothing is known."""
    corpus = corpus_of(
        {"instruments/alpha/treaty.yml": f"{TREATY}open_to: {{any_state: true}}\nparties: {typed}\n"}
    )
    assert parties.is_open(corpus, "alpha/treaty", "GHA") is open_


def test_lists_are_turned_round(corpus_of):
    """By State for those that signed, by mechanism for organisations."""
    typed = f"{{{ONE}, signatories: [{{state: GHA}}], organisations: [{{mechanism: alpha}}]}}"
    corpus = corpus_of({"instruments/alpha/treaty.yml": f"{TREATY}parties: {typed}\n"})
    assert [each.record for each in parties.signed(corpus, "GHA")] == ["alpha/treaty"]
    assert parties.signed(corpus, "BEN") == ()
    assert [each.record for each in parties.joined_by(corpus, "alpha")] == ["alpha/treaty"]
    assert "GHA" in corpus.all_states


def test_signatures_alone_name_no_party(numbers, corpus_of):
    """A text of which only signatures were read has no known number of parties; the signature still stands on
    the page of the State, and whether the State has joined since is open.
    """
    typed = "{as_of: 2024, signatories: [{state: BEN, since: 2020-01-02}]}"
    assert numbers(typed) is None
    corpus = corpus_of({"instruments/alpha/treaty.yml": f"{TREATY}parties: {typed}\n"})
    assert [each.record for each in parties.signed(corpus, "BEN")] == ["alpha/treaty"]
    assert parties.is_open(corpus, "alpha/treaty", "BEN")


def test_nobody_can_join_one_states_own_text(corpus_of):
    """A national procedure binds at home and is open to nobody, its own State included."""
    own = TREATY.replace("kind: instrument\ntype: convention", "kind: sop\ntype: sop")
    corpus = corpus_of({"instruments/alpha/own.yml": f"{own}model_of: BEN\n"})
    assert not any(parties.is_open(corpus, "alpha/own", state) for state in ("BEN", "GHA"))


CODES = (
    "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL "
    "BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM CRI CIV HRV"
).split()
FOLDER = "instruments/alpha/treaty/"


@pytest.fixture
def corpus_with(corpus_of):
    """A corpus with a treaty of some States, each of which joined in a year of its own."""

    def make(codes: list[str], more: str = "", left: str = ""):
        states = ", ".join(f"{{state: {code}, since: {1980 + at}-03-04}}" for at, code in enumerate(codes))
        states = f"{states}, {left}" if left else states
        typed = f"parties: {{as_of: 2024, states: [{states}]{more}}}\n"
        return corpus_of({"instruments/alpha/treaty.yml": TREATY + typed})

    return make


def _rendered(corpus) -> dict[str, str]:
    return {
        page.address: page.render() for page in html.build(corpus, "en") if page.address.startswith(FOLDER)
    }


def test_a_list_that_a_page_can_bear_stands_on_it(corpus_with):
    """Up to forty States no page is added, and none is promised."""
    corpus = corpus_with(CODES[:40])
    assert set(_rendered(corpus)) == {FOLDER}
    assert Target("parties", "alpha/treaty") not in set(published.published(corpus))


def test_a_long_list_has_a_page_with_each_state_and_its_day(corpus_with):
    """Every State stands there with its day; the record's page leads there, and there is a way back."""
    pages = _rendered(corpus_with(CODES))
    assert set(pages) == {FOLDER, f"{FOLDER}parties/"}
    whole = pages[f"{FOLDER}parties/"]
    for at, code in enumerate(CODES):
        assert f'<a href="../../../../states/{code.lower()}/">' in whole
        assert f"<td>4 March {1980 + at}</td>" in whole
    assert 'href="../../../alpha/treaty/"' in whole
    assert 'href="../../alpha/treaty/parties/"' in pages[FOLDER]


def test_day_way_and_reservation_have_columns_of_their_own(corpus_with):
    """So that a table that is taken along can be sorted by them; of a State of which no more than its name is
    known the cells are empty.
    """
    corpus = corpus_with(
        CODES,
        left="{state: NGA, since: 1990-05-06, how: accession, in_force_since: 1991, note: Not Art. 2., "
        "confidence: recalled}, {state: GHA}",
    )
    [table] = document(Phrases(Localizer(corpus, "en")), "alpha/treaty").sections[0].blocks
    rows = {
        said[0]: said[1:] for said in ([_cell(each) for each in row.cells] for row in table.groups[0].rows)
    }
    assert [letters(each) for each in table.head] == [
        "State",
        "Joined",
        "How it joined",
        "Binding since",
        "Note",
    ]
    day, way, bound, note = rows["Nigeria"]
    assert day.replace("\xa0", " ").startswith("6 May 1990")
    assert (way, bound, note) == ("Accession", "1991", "Not Art. 2.")
    assert rows["Ghana"] == ["", "", "", ""]


def test_the_record_names_who_joined_last_and_whoever_left(corpus_with):
    """Five at most, the newest first; what a reader must not miss stands on the record's own page too."""
    corpus = corpus_with(CODES, left="{state: NGA, since: 1990, until: 2000}")
    made = record.document(Phrases(Localizer(corpus, "en")), "alpha/treaty", pages=True)
    said = next(each for each in made.sections if each.anchor == "parties")
    newest, gone = (each for each in said.blocks if isinstance(each, List))
    assert [_name(each) for each in gone.items] == ["Nigeria"]
    assert [_name(each) for each in newest.items] == [
        "Croatia",
        "Côte d’Ivoire",
        "Costa Rica",
        "Comoros",
        "Colombia",
    ]


def test_paper_has_the_whole_list(corpus_with):
    """What cannot be followed is not led to: without pages all States stand in the record's own section."""
    made = record.document(Phrases(Localizer(corpus_with(CODES), "en")), "alpha/treaty")
    said = next(each for each in made.sections if each.anchor == "parties")
    assert [len(each.items) for each in said.blocks if isinstance(each, List)] == [len(CODES)]


def test_signatures_do_not_make_a_list_long(corpus_with):
    """Parties are counted, not who signed: a treaty that waits keeps its signatories on its page."""
    signed = ", signatories: [" + ", ".join(f"{{state: {code}}}" for code in CODES[1:]) + "]"
    corpus = corpus_with(CODES[:1], signed)
    assert not parties.apart(corpus, "alpha/treaty")


def _cell(blocks: Sequence[Block]) -> str:
    """What a cell says."""
    return "".join(letters(each.runs) for each in blocks)


def _name(item: Item) -> str:
    return letters(item.runs).partition(" (")[0]
