"""Who is party to a text: how many, of which day, and of whom a list says nothing."""

from __future__ import annotations

import pytest

from generators.corpus import parties

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
