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

TREATY = (
    "kind: instrument\ntype: convention\ntitle: A treaty\nstatus: in-force\nbinding: true\n"
    "confidence: recalled\n"
)
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
        assert f"<td>4 March {1980 + at}<" in whole
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
