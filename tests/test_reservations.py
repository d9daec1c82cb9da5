"""What a State reserved: which lines it frees the State from, which it limits (the cases
of ``golden/reservations.yml``), and what a reader sees of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from golden_case import GOLDEN, read_case
from shown import english, letters, page, paper_of, section
from small_records import CONVENTION, small_corpus, text

from generators import data
from generators.corpus.article_places import places_of
from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.order import Asked, key
from generators.corpus.reservations import binds, excluded, touching
from generators.document import parties, reserved, state
from generators.document.runs import letters as words_of

TOLD = read_case(GOLDEN / "reservations.yml")
SOUGHT = "  reservations_sought: {as_of: 2015-03-14, source: list}\n"
BOUND = "since: 2008-02-01, how: ratification"
EXCLUDED = "kind: reservation, refs: Art. 31, excludes: true, says: It is not bound by these provisions."
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
    keys = f"about: trafficking\nin_force: 2008-02-01\nparties:\n  as_of: 2024\n{sought}  states:\n{listed}"
    sources = "sources: [{id: list, title: A list, kind: primary}]\n"
    said = f"  - {{topics: [assistance], ref: '{line}', strength: obligation, says: No penalties.}}\n{more}"
    return text(CONVENTION, "in-force", said, keys + sources).replace(
        "recalled", "verified"
    )


@pytest.fixture
def small(corpus_of: Small) -> Small:
    """Makes the corpus of one or more conventions."""
    return lambda **files: small_corpus(
        corpus_of, {f"alpha/{name}": each for name, each in files.items()}
    )


def test_a_reference_names_its_places():
    """Ranges and paragraphs that a reference leaves out are filled in."""
    wrong = []
    for row in TOLD["places"]:
        found = [
            " ".join(filter(None, (each.within, *each.path)))
            for each in places_of(row["ref"])
        ]
        wrong += [] if found == row["places"] else [(row["ref"], found)]
    assert wrong == []


@pytest.mark.parametrize(
    "row", TOLD["lines"], ids=lambda row: f"{row.get('made', 'none')} {row['line']}"
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


def test_a_line_that_is_reserved_does_not_answer(small: Small):
    """Another line answers for the State; where there is none, the reservation does.
    Others keep the line.
    """
    other = "  - {topics: [assistance], ref: Art. 40, strength: encouragement, says: Some help.}\n"
    corpus = small(law=convention(EXCLUDED, more=other))
    (benin,), (nigeria,) = asked_of(corpus, "BEN"), asked_of(corpus, "NGA")
    assert (benin.leading.line.ref, [each.line.ref for each in benin.reserved]) == (
        "Art. 40",
        ["Art. 31"],
    )
    assert (nigeria.leading.line.ref, nigeria.reserved) == ("Art. 31", ())
    (alone,) = asked_of(small(law=convention(EXCLUDED)), "BEN")
    assert (alone.records, alone.general, len(alone.reserved)) == ((), (), 1)


def test_a_page_and_paper_say_what_is_reserved(small: Small):
    """A State's page, and its paper: no sentence that does not bind it, and why."""
    corpus = small(law=convention(EXCLUDED))
    topics = letters(page(corpus, "states/ben/")).partition(
        "Binding texts it is party to"
    )[0]
    assert (
        "Does not bind this State, because of its reservation: A text, Art. 31" in topics
    )
    assert "No penalties." not in topics
    paper = paper_of(corpus, state, "BEN").partition("Binding texts it is party to")[0]
    assert "No penalties." not in paper
    assert "because of its reservation" in paper
    assert "No penalties." in letters(page(corpus, "states/nga/"))


def test_what_limits_a_line_stands_beside_it(small: Small):
    """A declaration leaves the line where it is; what nobody has read is named once."""
    shown = letters(page(small(law=convention(LIMITED)), "states/ben/"))
    assert "No penalties. Obligation · A text, Art. 31" in shown
    assert (
        "This State limits or explains it: Declaration (Art. 31) : It applies its own law."
        in shown
    )
    unread = letters(page(small(law=convention("kind: unknown")), "states/ben/"))
    words = "This State has a reservation or declaration that we have not read on: A text"
    assert unread.count(words) == 1
    assert "limits or explains" not in unread


def test_none_differs_from_not_looked(small: Small):
    """Of a list that was looked through its day is told, and only of who had joined by
    then.
    """
    corpus = small(law=convention(EXCLUDED, sought=SOUGHT), other=convention())
    own = {each.state: each for each in corpus.records["alpha/law"].parties.states}
    said = {
        code: words_of(reserved.of_party(english(corpus), "alpha/law", each))
        for code, each in own.items()
    }
    assert said["NGA"] == "no reservation found, as of 14 March 2015"
    assert said["TGO"] == ""
    assert said["BEN"] == "Reservation (Art. 31): It is not bound by these provisions."
    of_list = {
        name: [
            words_of(each.runs)
            for each in reserved.of_list(english(corpus), f"alpha/{name}")
        ]
        for name in ("law", "other")
    }
    assert of_list["law"][0].startswith(
        "Reservations and declarations, list of 14 March 2015: For a State"
    )
    assert of_list["other"] == ["We have not looked for reservations to this text."]
    section_of = section(page(corpus, "instruments/alpha/law/"), "parties")
    assert "list of 14 March 2015" in section_of
    nigeria = letters(page(corpus, "states/nga/"))
    assert nigeria.count("no reservation found, as of 14 March 2015") == 1


def test_the_data_of_a_state_say_which_lines_do_not_bind_it(small: Small):
    """What scripts read: the lines by the last part of their addresses."""
    corpus = small(law=convention(EXCLUDED), other=convention("kind: unknown"))
    files = data.writers(corpus, "en", "https://example.org/")
    told = {
        each["record"]: each
        for each in json.loads(files["states/ben/index.json"]())["binding"]
    }
    (anchor,) = corpus.anchors["alpha/law"].provisions
    assert told["alpha/law"]["freed"] == [anchor]
    assert told["alpha/law"]["reserved"][0]["lines"] == [anchor]
    assert (
        told["alpha/other"].get("freed"),
        told["alpha/other"]["reserved"][0]["kind"],
    ) == (None, "unknown")
    nigeria = json.loads(files["states/nga/index.json"]())["binding"]
    assert not any("reserved" in each or "freed" in each for each in nigeria)


def test_a_year_in_brief_says_that_there_is_one(small: Small):
    """A volume of many records names the kind, also of what nobody has read."""
    corpus = small(law=convention("kind: unknown"))
    model = corpus.records["alpha/law"]
    brief = parties.section(english(corpus), "alpha/law", model, brief=True)
    said = " ".join(words_of(each.runs) for each in brief.blocks)
    assert "Benin (2008\u00a0· Reservation or declaration)" in said
