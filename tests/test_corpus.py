"""What follows from records: what leads among topics, the language of a title, where a
text can be read, what a State was told, and who is party to a text.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import shown

from generators import html
from generators.corpus import parties, published, tables
from generators.corpus.addresses import Target
from generators.corpus.located import MISSING, Localized
from generators.corpus.official_text import places
from generators.corpus.tables import latest, reviews_of_state
from generators.document import record
from generators.document.blocks import Block, List, ListItem
from generators.document.parties import document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.records import Record
from generators.translate import texts
from generators.translate.localizer import Localizer


def test_topics_of_marked_stages_lead(corpus_with):
    """Those that are marked themselves; a topic of such a stage that is not marked is
    none of them.
    """
    stages = "instruments/vocabulary/stages.yml"
    corpus = corpus_with(
        base="world",
        replace={
            stages: {
                "topics: [assistance], across": "topics: [investigation, awareness], across"
            }
        },
    )
    assert tables.border_stages(corpus) == ("return",)
    assert tables.leading_topics(corpus) == ("investigation",)


def test_topics_of_two_states_stand_in_their_places(corpus_with):
    """Whatever their order in the list; a topic without a place is none of them."""
    topics = "instruments/vocabulary/topics.yml"
    places = {
        "pillar: protection, question: How long": "pillar: protection, between: 1, question: How long"
    }
    moved = {
        **places,
        "between: 1, question: What help": "between: 9, question: What help",
    }
    corpus = corpus_with(base="world", replace={topics: moved})
    assert tables.border_topics(corpus) == (
        "reflection-period",
        "investigation",
        "assistance",
    )


def test_a_title_published_in_other_languages_only_is_shown_as_missing(corpus_of):
    """Where the file's own language has no title, the first published one stands, in its
    language.
    """
    plan = shown.PLAN.replace("title: A plan", "official_titles: {fr: Plan}")
    corpus = corpus_of({"instruments/alpha/plan.yml": f"{plan}status: adopted\n"})
    assert texts.title(corpus, "alpha/plan", "es") == Localized("Plan", "fr", MISSING)


# -- where the text of a record can be read ----------------------------------------------


TREATY = {
    "kind": "instrument",
    "type": "convention",
    "title": "A treaty",
    "status": "in-force",
    "binding": "true",
    "confidence": "recalled",
}
COPY = {"url": "https://example.org/copy", "copy": "true"}
OFFICIAL = {"url": "https://example.org/text"}


@pytest.mark.parametrize(
    ("number", "language", "address"),
    [
        (
            "OJ L 101, 15.4.2011, p. 1; CELEX 32011L0036",
            "fr",
            "FR/TXT/?uri=CELEX:32011L0036",
        ),
        ("CELEX 32011L0036", "ar", "EN/TXT/?uri=CELEX:32011L0036"),
        (
            "CETS 197",
            "en",
            "en/web/conventions/full-list?module=treaty-detail&treatynum=197",
        ),
        (
            "ETS 005",
            "fr",
            "fr/web/conventions/full-list?module=treaty-detail&treatynum=5",
        ),
        ("ILO C138", "es", "nrmlx_es/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C138"),
        ("A/RES/64/293", "ar", "docs.un.org/ar/A/RES/64/293"),
        ("A/RES/72/1 (2017); A/RES/76/7 (2021)", "en", "docs.un.org/en/A/RES/72/1"),
        ("A/RES/317(IV); UNTS vol. 96", "en", "docs.un.org/en/A/RES/317(IV)"),
        ("S/RES/2388 (2017)", "zh", "docs.un.org/zh/S/RES/2388(2017)"),
        ("E/2002/68/Add.1", "pt", "docs.un.org/en/E/2002/68/Add.1"),
        ("A-61", "es", "oas.org/juridico/spanish/treaties/A-61.html"),
    ],
)
def test_an_address_follows_from_the_number_where_no_official_one_is_known(
    number, language, address
):
    """In the reader's language where the publisher has it; a copy is then left out."""
    (place,) = places(Record(**TREATY, number=number, text=[COPY]), language)
    assert place.by_rule
    assert place.address.url.endswith(address)


@pytest.mark.parametrize(
    "number", ["A/P.1/5/79", "C/REG.29/12/07", "OJ C 364, 18.12.2000", "PC.DEC/557"]
)
def test_a_number_without_a_rule_leads_nowhere(number):
    """The numbers of ECOWAS look like those of the United Nations and are none."""
    assert places(Record(**TREATY, number=number)) == ()
    assert [
        place.address.url
        for place in places(Record(**TREATY, number=number, text=[COPY]))
    ] == [COPY["url"]]


def test_an_official_address_that_was_seen_stands_alone():
    """No copy beside it, and no address by rule."""
    (place,) = places(Record(**TREATY, number="CETS 197", text=[COPY, OFFICIAL]))
    assert (place.address.url, place.by_rule) == (OFFICIAL["url"], False)


def test_a_copy_in_the_reader_s_language_stands_behind_the_official_text():
    """Where the official address is known to be in other languages alone."""
    french = {**COPY, "language": "fr"}
    record = Record(**TREATY, text=[french, {**OFFICIAL, "language": "en"}])
    assert [place.address.url for place in places(record, "fr")] == [
        OFFICIAL["url"],
        COPY["url"],
    ]
    assert [place.address.url for place in places(record, "en")] == [OFFICIAL["url"]]
    unknown = Record(**TREATY, text=[french, OFFICIAL])
    assert [place.address.url for place in places(unknown, "fr")] == [OFFICIAL["url"]]
    both = Record(**TREATY, text=[french, {**OFFICIAL, "language": "fr"}])
    assert [place.address.url for place in places(both, "fr")] == [OFFICIAL["url"]]


# -- what a State was told ---------------------------------------------------------------


COURT = """\
kind: treaty-body
regions: [africa]
official_names: {en: Court}
confidence: recalled
reviews:
  - {state: BEN, what: evaluation, round: 1, date: 2014-05, confidence: reported, url: "https://a.org/1"}
  - {state: BEN, what: evaluation, round: 2, date: 2020, confidence: reported, url: "https://a.org/2"}
  - {state: BEN, what: case, by: Chamber, date: 2020-06-30, confidence: reported, url: "https://a.org/3"}
  - {state: BEN, what: case, by: Chamber, date: 2011, confidence: reported, url: "https://a.org/4"}
"""
COUNCIL = COURT.replace("Court", "Council").replace("2014-05", "2023-02")


def test_the_newest_of_each_body_and_of_each_organ_comes_first(corpus_of):
    """A year counts by its last day, for nobody knows that it is not the newest."""
    corpus = corpus_of(
        {
            "instruments/court/mechanism.yml": COURT,
            "instruments/council/mechanism.yml": COUNCIL,
        }
    )
    lines = [
        entry for entry in reviews_of_state(corpus, "BEN") if entry.mechanism == "court"
    ]
    assert [entry.review.url[-1] for entry in lines] == ["2", "3", "1", "4"]
    assert [
        (entry.mechanism, entry.review.url[-1])
        for entry in latest(reviews_of_state(corpus, "BEN"))
    ] == [
        ("council", "1"),
        ("court", "2"),
        ("council", "3"),
        ("court", "3"),
    ]


def test_each_text_under_which_a_state_is_reviewed_has_its_newest(corpus_of):
    """Two conventions are two reviews, of one body."""
    under = COURT.replace("round: 1,", "under: alpha/convention-2005,")
    lines = reviews_of_state(corpus_of({"instruments/court/mechanism.yml": under}), "BEN")
    assert [entry.review.url[-1] for entry in latest(lines)] == ["2", "3", "1"]


def test_of_a_state_without_a_line_nothing_is_told(corpus_of):
    """Neither that it was told nothing."""
    corpus = corpus_of({"instruments/court/mechanism.yml": COURT})
    assert reviews_of_state(corpus, "GHA") == ()


# -- who is party to a text --------------------------------------------------------------


CODES = (
    "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL "
    "BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM CRI CIV HRV"
).split()
FOLDER = "instruments/alpha/treaty/"


@pytest.fixture
def with_parties(corpus_of):
    """A corpus with a treaty of some States, each of which joined in a year of its own."""

    def make(codes: list[str], more: str = "", former: str = ""):
        states = ", ".join(
            f"{{state: {code}, since: {1980 + at}-03-04}}"
            for at, code in enumerate(codes)
        )
        states = f"{states}, {former}" if former else states
        typed = f"parties: {{as_of: 2024, states: [{states}]{more}}}\n"
        return corpus_of(
            {"instruments/alpha/treaty.yml": f"{shown.TREATY}status: in-force\n{typed}"}
        )

    return make


def _rendered(corpus) -> dict[str, str]:
    return {
        page.address: page.render()
        for page in html.build(corpus, "en")
        if page.address.startswith(FOLDER)
    }


def test_a_list_that_a_page_can_bear_stands_on_it(with_parties):
    """Up to forty States no page is added, and none is promised."""
    corpus = with_parties(CODES[:40])
    assert set(_rendered(corpus)) == {FOLDER}
    assert Target("parties", "alpha/treaty") not in set(published.published(corpus))


def test_a_long_list_has_a_page_with_each_state_and_its_day(with_parties):
    """Every State stands there with its day; the record's page leads there, and there is
    a way back.
    """
    pages = _rendered(with_parties(CODES))
    assert set(pages) == {FOLDER, f"{FOLDER}parties/"}
    whole = pages[f"{FOLDER}parties/"]
    for at, code in enumerate(CODES):
        assert f'<a href="../../../../states/{code.lower()}/">' in whole
        assert f"<td>4 March {1980 + at}<" in whole
    assert 'href="../../../alpha/treaty/"' in whole
    assert 'href="../../alpha/treaty/parties/"' in pages[FOLDER]


def test_day_way_and_reservation_have_columns_of_their_own(with_parties):
    """So that a table that is taken along can be sorted by them; of a State of which no
    more than its name is known the cells are empty.
    """
    corpus = with_parties(
        CODES,
        former="{state: NGA, since: 1990-05-06, how: accession, in_force_since: 1991, "
        "note: Not Art. 2., confidence: recalled}, {state: GHA}",
    )
    [table] = (
        document(Phrases(Localizer(corpus, "en")), "alpha/treaty").sections[0].blocks
    )
    rows = {
        texts[0]: texts[1:]
        for texts in ([_cell(cell) for cell in row.cells] for row in table.groups[0].rows)
    }
    assert [letters(heading) for heading in table.head] == [
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


def test_the_record_names_who_joined_last_and_whoever_left(with_parties):
    """Five at most, the newest first; what a reader must not miss stands on the record's
    own page too.
    """
    corpus = with_parties(CODES, former="{state: NGA, since: 1990, until: 2000}")
    made = record.document(Phrases(Localizer(corpus, "en")), "alpha/treaty", pages=True)
    section = next(section for section in made.sections if section.anchor == "parties")
    newest, gone = (block for block in section.blocks if isinstance(block, List))
    assert [_name(item) for item in gone.items] == ["Nigeria"]
    assert [_name(item) for item in newest.items] == [
        "Croatia",
        "Côte d’Ivoire",
        "Costa Rica",
        "Comoros",
        "Colombia",
    ]


def test_paper_has_the_whole_list(with_parties):
    """What cannot be followed is not led to: without pages all States stand in the
    record's own section.
    """
    made = record.document(Phrases(Localizer(with_parties(CODES), "en")), "alpha/treaty")
    section = next(section for section in made.sections if section.anchor == "parties")
    assert [len(block.items) for block in section.blocks if isinstance(block, List)] == [
        len(CODES)
    ]


def test_signatures_do_not_make_a_list_long(with_parties):
    """Parties are counted, not who signed: a treaty that waits keeps its signatories on
    its page.
    """
    signed = (
        ", signatories: [" + ", ".join(f"{{state: {code}}}" for code in CODES[1:]) + "]"
    )
    corpus = with_parties(CODES[:1], signed)
    assert not parties.apart(corpus, "alpha/treaty")


def _cell(blocks: Sequence[Block]) -> str:
    """What a cell says."""
    return "".join(letters(block.runs) for block in blocks)


def _name(item: ListItem) -> str:
    return letters(item.runs).partition(" (")[0]
