"""What a State reserved: from which lines it frees the State, and which it limits.

The cases are in ``golden/reservations.yml``. Also: what a reader sees of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from golden_case import GOLDEN, read_case
from shown import english, letters, page, section, volume_of_state
from small_records import CONVENTION, small_corpus, text

from generators import data
from generators.corpus.article_places import places_of
from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.order import Asked, key
from generators.corpus.reservations import binds, excluded, touching
from generators.document import parties, reserved
from generators.document.runs import letters as words_of

CASES = read_case(GOLDEN / "reservations.yml")
SOUGHT = "  reservations_sought: {as_of: 2015-03-14, source: list}\n"
BOUND = "since: 2008-02-01, how: ratification"
EXCLUDED = (
    "kind: reservation, refs: Art. 31, excludes: true, "
    "says: It is not bound by these provisions."
)
LIMITED = "kind: declaration, refs: Art. 31, says: It applies its own law."
Small = Callable[..., Corpus]


def convention(
    made: str = "", line: str = "Art. 31", sought: str = "", more: str = ""
) -> str:
    """A convention with one line, to which Benin made a reservation and Nigeria none;
    Togo joined later.
    """
    own = f", reservations: [{{{made}}}]" if made else ""
    listed = (
        f"    - {{state: BEN, {BOUND}{own}}}\n"
        f"    - {{state: NGA, {BOUND}}}\n"
        "    - {state: TGO, since: 2019-02-01, how: ratification}\n"
    )
    keys = (
        "about: trafficking\nin_force: 2008-02-01\n"
        f"parties:\n  as_of: 2024\n{sought}  states:\n{listed}"
    )
    sources = "sources: [{id: list, title: A list, kind: primary}]\n"
    provision = (
        f"topics: [assistance], ref: '{line}', strength: obligation, says: No penalties."
    )
    provisions = f"  - {{{provision}}}\n{more}"
    recalled = text(CONVENTION, "in-force", provisions, keys + sources)
    return recalled.replace("recalled", "verified")


@pytest.fixture
def small(corpus_of: Small) -> Small:
    """Makes the corpus of one or more conventions."""
    return lambda **files: small_corpus(
        corpus_of, {f"alpha/{name}": text for name, text in files.items()}
    )


def test_a_reference_names_its_places():
    """Ranges and paragraphs that a reference leaves out are filled in."""
    for row in CASES["places"]:
        places = [
            " ".join(filter(None, (place.within, *place.path)))
            for place in places_of(row["ref"])
        ]
        assert places == row["places"], row["ref"]


@pytest.mark.parametrize(
    "row", CASES["lines"], ids=lambda row: f"{row.get('made', 'none')} {row['line']}"
)
def test_what_a_reservation_does_to_a_line(small: Small, row: dict):
    """Only what excludes every place of a line frees the State from it."""
    corpus = small(law=convention(row.get("made", ""), row["line"]))
    (line,) = corpus.lines_of("alpha/law", "provisions")
    assert excluded(corpus, line, "BEN") is (row["freed"] == "yes")
    assert binds(corpus, line, "BEN") is (row["freed"] == "no")
    assert bool(touching(corpus, line, "BEN")) is (row["limited"] == "yes")
    assert not touching(corpus, line, "NGA")
    whom = Asked(("BEN",))
    assert key(corpus, line, "assistance", whom)[0] == int(row["freed"] == "yes")


def test_a_declaration_on_the_whole_text_stands_at_every_line(small: Small):
    """Such as one on the persons to whom the State applies the text."""
    whole = convention("kind: declaration, refs: Art. 1, whole: true, says: Nobody else.")
    corpus = small(law=whole)
    [own_file] = [
        text
        for text in json.loads(
            data.common(corpus, "https://example.org/")["states/ben/index.json"]()
        )["binding"]
        if text["record"] == "alpha/law"
    ]
    assert own_file["reserved"][0]["lines"] == list(
        corpus.anchors["alpha/law"].provisions
    )


def test_a_line_that_is_reserved_does_not_answer(small: Small):
    """Another line answers for the State; where there is none, the reservation does.
    Others keep the line.
    """
    further_line = (
        "  - {topics: [assistance], ref: Art. 40, strength: encouragement, "
        "says: Some help.}\n"
    )
    corpus = small(law=convention(EXCLUDED, more=further_line))
    (benin,) = asked_of(corpus, "BEN")
    assert benin.leading.line.ref == "Art. 40"
    assert [located.line.ref for located in benin.reserved] == ["Art. 31"]
    (nigeria,) = asked_of(corpus, "NGA")
    assert nigeria.leading.line.ref == "Art. 31"
    assert nigeria.reserved == ()
    (without_further_line,) = asked_of(small(law=convention(EXCLUDED)), "BEN")
    assert without_further_line.records == ()
    assert without_further_line.general == ()
    assert len(without_further_line.reserved) == 1


def test_a_page_and_paper_say_what_is_reserved(small: Small):
    """A State's page, and its paper: no sentence that does not bind it, and why."""
    corpus = small(law=convention(EXCLUDED))
    heading = "Binding texts it is party to"
    topics, _, _ = letters(page(corpus, "states/ben/")).partition(heading)
    reason = "Does not bind this State, because of its reservation: A text, Art. 31"
    assert reason in topics
    assert "No penalties." not in topics
    paper = volume_of_state(corpus, "BEN")
    assert "No penalties." not in paper
    assert "because of its reservation" in paper
    assert "No penalties." in volume_of_state(corpus, "NGA")


def test_what_limits_a_line_stands_beside_it(small: Small):
    """A declaration leaves the line where it is; what nobody has read is named once."""
    shown = volume_of_state(small(law=convention(LIMITED)), "BEN").replace("\u00a0", " ")
    assert "No penalties. Obligation · A text, Art. 31" in shown
    limit = "Declaration (Art. 31): It applies its own law."
    assert f"This State limits or explains it: {limit}" in shown
    unread = letters(page(small(law=convention("kind: unknown")), "states/ben/"))
    words = "This State has a reservation or declaration that we have not read on: A text"
    assert unread.count(words) == 1
    assert "limits or explains" not in unread


def test_none_differs_from_not_looked(small: Small):
    """A list that was looked through has its day, for those who had joined by then."""
    corpus = small(law=convention(EXCLUDED, sought=SOUGHT), other=convention())
    words_by_state = {
        party.state: words_of(reserved.of_party(english(corpus), "alpha/law", party))
        for party in corpus.records["alpha/law"].parties.states
    }
    assert words_by_state == {
        "BEN": "Reservation (Art. 31): It is not bound by these provisions.",
        "NGA": "no reservation found, as of 14 March 2015",
        "TGO": "",
    }
    note, *_ = reserved.of_list(english(corpus), "alpha/law")
    assert words_of(note.runs).startswith(
        "Reservations and declarations, list of 14 March 2015: For a State"
    )
    (note,) = reserved.of_list(english(corpus), "alpha/other")
    not_looked = "We have not looked for reservations to this text."
    assert words_of(note.runs) == not_looked
    section_of = section(page(corpus, "instruments/alpha/law/"), "parties")
    assert "list of 14 March 2015" in section_of
    nigeria = letters(page(corpus, "states/nga/"))
    assert nigeria.count("no reservation found, as of 14 March 2015") == 1


def test_the_data_of_a_state_say_which_lines_do_not_bind_it(small: Small):
    """What scripts read: the lines by the last part of their addresses."""
    corpus = small(law=convention(EXCLUDED), other=convention("kind: unknown"))
    files = data.common(corpus, "https://example.org/")
    benin = json.loads(files["states/ben/index.json"]())["binding"]
    texts = {text["record"]: text for text in benin}
    (anchor,) = corpus.anchors["alpha/law"].provisions
    assert texts["alpha/law"]["freed"] == [anchor]
    assert texts["alpha/law"]["reserved"][0]["lines"] == [anchor]
    assert "freed" not in texts["alpha/other"]
    assert texts["alpha/other"]["reserved"][0]["kind"] == "unknown"
    nigeria = json.loads(files["states/nga/index.json"]())["binding"]
    assert not any("reserved" in text or "freed" in text for text in nigeria)


def test_a_year_in_brief_says_that_there_is_one(small: Small):
    """A volume of many records names the kind, also of what nobody has read."""
    corpus = small(law=convention("kind: unknown"))
    model = corpus.records["alpha/law"]
    brief = parties.section(english(corpus), "alpha/law", model, brief=True)
    words = " ".join(words_of(block.runs) for block in brief.blocks)
    assert "Benin (2008\u00a0· Reservation or declaration)" in words
