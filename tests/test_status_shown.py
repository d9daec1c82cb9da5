"""Where a text stands on a day, as its readers see it: the same words on the page and on paper."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

import pytest

from generators import html as pages
from generators.corpus.corpus import Corpus
from generators.document import record, runs, sentences, state
from generators.document.phrases import Phrases
from generators.document.runs import Sign
from generators.pdf.writer import PaperWriter
from generators.translate.localizer import Localizer

TREATY = """\
kind: instrument
type: convention
official_titles: {en: Alpha Convention}
binding: true
confidence: verified
sources: [{title: The text, kind: primary}]
"""
PLAN = """\
kind: action-plan
type: plan
title: A plan
binding: false
confidence: recalled
"""
TODAY = "2026-11-24"


@pytest.fixture
def opened(corpus_of) -> Callable[..., Corpus]:
    """The corpus on a day, with some records of Alpha."""

    def make(records: dict[str, str], on: str = TODAY) -> Corpus:
        files = {f"instruments/alpha/{name}.yml": text for name, text in records.items()}
        corpus = corpus_of(files, [p for p in ("instruments/alpha/convention.yml",) if p not in files])
        return Corpus(corpus.library, date.fromisoformat(on), corpus.languages)

    return make


def letters(markup: str) -> str:
    """What a reader sees of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split()).replace(" ,", ",")


def printed(part: object) -> str:
    """What a reader sees of a document on paper."""
    if isinstance(part, str):
        return part
    if isinstance(part, dict):
        return " ".join(printed(value) for key, value in part.items() if key not in ("k", "l", "d", "s"))
    return "".join(printed(each) for each in part) if isinstance(part, list | tuple) else ""


def english(corpus: Corpus) -> Phrases:
    """What is said in English."""
    return Phrases(Localizer(corpus, "en"))


def paper_of(corpus: Corpus, of: object, name: str) -> str:
    """What a reader sees on paper of a record or a State."""
    return printed(list(PaperWriter("ltr").document(of.document(english(corpus), name), 1)))


def page(corpus: Corpus, address: str) -> str:
    return next(each for each in pages.build(corpus, "en") if each.address == address).render()


def section(markup: str, name: str) -> str:
    """A section of a page, from its heading on, as a reader sees it."""
    found = re.search(rf'<h2 id="{name}">.*?</section>', markup, re.DOTALL)
    return letters(found[0]) if found else ""


# -- every status --------------------------------------------------------------------------------------------

FORCE = "adopted: {date: 2005-05-03}\nin_force: 2008-02-01\n"
NEW = f"{PLAN}status: {{}}\nrelations: {{{{supersedes: [alpha/plan]}}}}\nshort_title: The new plan\n"


@pytest.mark.parametrize(
    ("text", "on", "said"),
    [
        (f"{TREATY}status: draft\n", TODAY, "Draft"),
        (f"{TREATY}status: signed-not-in-force\n", TODAY, "Signed"),
        (f"{TREATY}status: in-force\n", TODAY, "In force"),
        (f"{TREATY}status: in-force\n{FORCE}", "2005-05-02", "Draft"),
        (f"{TREATY}status: in-force\n{FORCE}", "2008-01-31", "Signed"),
        (f"{TREATY}status: in-force\n{FORCE}", "2008-02-01", "in force since 1 February 2008"),
        (f"{TREATY}status: in-force\nin_force: 2026-11-25\n", TODAY, "Signed"),
        (f"{TREATY}status: in-force\nin_force: 2026-11-24\n", TODAY, "in force since 24 November 2026"),
        (f"{TREATY}status: adopted\n", TODAY, "Adopted"),
        (f"{PLAN}status: adopted\nadopted: {{date: 2008-05}}\n", TODAY, "adopted May 2008"),
        (f"{PLAN}status: adopted\nperiod: {{to: 2026-11-24}}\n", TODAY, "Adopted"),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2026-11-23}}\n",
            TODAY,
            "expired: its period ended 23 November 2026",
        ),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2020, extended_to: 2026-11-24}}\n",
            TODAY,
            "extended to 24 November 2026",
        ),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2020, extended_to: 2026-11-23}}\n",
            TODAY,
            "expired: its period ended 23 November 2026",
        ),
    ],
)
def test_a_status_is_said_with_its_day(opened, text, on, said):
    """Each status in the words of page and paper, on both sides of the day on which it changes."""
    corpus = opened({"text": text}, on)
    facts = re.search(r'<p class="facts">.*?</p>', page(corpus, "instruments/alpha/text/"))[0]
    assert f"· {said} ·" in letters(facts)
    assert runs.letters(sentences.status(english(corpus), "alpha/text")) == said


@pytest.mark.parametrize(
    ("successor", "said"), [("draft", "adopted 2008"), ("adopted", "superseded by The new plan")]
)
def test_superseded_is_said_with_the_successor(opened, successor, said):
    """A draft supersedes nothing, and is not named where a text was superseded."""
    plan = f"{PLAN}status: adopted\nadopted: {{date: 2008}}\n"
    other = NEW.format("draft").replace("The new plan", "A draft")
    corpus = opened({"plan": plan, "new": NEW.format(successor), "other": other})
    facts = re.search(r'<p class="facts">.*?</p>', page(corpus, "instruments/alpha/plan/"))[0]
    assert f"· {said} ·" in letters(facts)
    assert runs.letters(sentences.status(english(corpus), "alpha/plan")) == said


def test_the_lineage_tells_what_is_from_what_is_to_be(opened):
    """In both directions, on the page and on paper, a draft stands under what is to come."""
    plan, draft = (
        f"{PLAN}status: adopted\nshort_title: The old plan\n",
        NEW.replace("The new plan", "A draft"),
    )
    corpus = opened({"plan": plan, "new": NEW.format("adopted"), "other": draft.format("draft")})
    lineage = {
        "plan": "Superseded by The new plan Is to be superseded by A draft",
        "new": "Supersedes The old plan",
        "other": "Is to supersede The old plan",
    }
    for name, said in lineage.items():
        shown = letters(page(corpus, f"instruments/alpha/{name}/"))
        assert f"Lineage {said} Verified" in shown
        paper = paper_of(corpus, record, f"alpha/{name}")
        assert all(label in paper for label in re.findall(r"Superse\w+(?: by)?|Is to \w+(?: \w+ by)?", said))
        assert ("Is to" in paper) is ("Is to" in said)


# -- States --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("party", "on", "name", "said"),
    [
        ("", TODAY, "binding", "in force since 1 February 2008 ·"),
        ("since: 2026-11-25", TODAY, "pending", "since 25 November 2026"),
        ("since: 2026-11-24", TODAY, "binding", "since 24 November 2026"),
        (
            "how: accession, since: 2026-08, in_force_since: 2026-12-01",
            TODAY,
            "pending",
            "Accession · since August 2026 · in force for it from 1 December 2026",
        ),
        (
            "since: 2026-08, in_force_since: 2026-11-01",
            TODAY,
            "binding",
            "since August 2026 · in force for it from 1 November 2026",
        ),
        ("since: 2006", "2007-12-31", "pending", "Signed · since 2006"),
        ("until: 2026-11-24", TODAY, "left", "until 24 November 2026"),
    ],
)
def test_a_text_stands_under_the_heading_of_its_day(opened, party, on, name, said):
    """What binds a State, what it joined and does not bind it yet, and what binds it no more are three
    headings, on the page and on paper.
    """
    states = "{state: BEN, " + party + "}" if party else "{state: BEN}"
    corpus = opened({"text": f"{TREATY}status: in-force\n{FORCE}parties: {{states: [{states}]}}\n"}, on)
    headings = {
        "binding": "Binding texts it is party to",
        "pending": "Joined, not yet in force for it",
        "left": "No longer bound",
    }
    markup = page(corpus, "states/ben/")
    assert [each for each in headings if section(markup, each)] == [name]
    assert section(markup, name).startswith(headings[name])
    assert said in section(markup, name)
    paper = paper_of(corpus, state, "BEN")
    assert [each for each, title in headings.items() if title in paper] == [name]
    assert said.removesuffix(" ·") in paper.replace("\u00a0", " ")


def test_a_superseded_treaty_says_why_it_binds_no_more(opened):
    """Under the texts that bind a State no more, its successor is named."""
    old = f"{TREATY}status: in-force\nparties: {{states: [{{state: BEN, since: 1990}}]}}\n"
    new = f"{TREATY}status: in-force\nshort_title: The new treaty\nrelations: {{supersedes: [alpha/old]}}\n"
    corpus = opened({"old": old, "new": new})
    assert "superseded by The new treaty · since 1990" in section(page(corpus, "states/ben/"), "left")


def test_of_a_state_that_left_a_treaty_the_day_is_said_and_not_the_treatys(opened):
    """Beside "until", the day since which the treaty is in force would read as if it had ended."""
    corpus = opened(
        {"text": f"{TREATY}status: in-force\n{FORCE}parties: {{states: [{{state: BEN, until: 2020}}]}}\n"}
    )
    assert "until 2020" in section(page(corpus, "states/ben/"), "left")
    assert "in force" not in section(page(corpus, "states/ben/"), "left")


def test_who_left_what_never_binds_was_never_bound(opened):
    """Of a text that does not bind, neither its page nor the State's says "bound"; both say who takes part,
    who will, and who no longer does, on the page and on paper.
    """
    states = "{state: BEN, until: 2020}, {state: NGA, since: 2030}, {state: GHA}"
    corpus = opened({"plan": f"{PLAN}status: adopted\nparties: {{states: [{states}]}}\n"})
    said = section(page(corpus, "instruments/alpha/plan/"), "parties")
    assert "To come: Nigeria" in said
    assert "No longer taking part: Benin" in said
    assert "bound" not in said + paper_of(corpus, record, "alpha/plan")
    for code, label in (("BEN", "No longer taking part:"), ("NGA", "To come:"), ("GHA", "Joined")):
        markup, paper = page(corpus, f"states/{code.lower()}/"), paper_of(corpus, state, code)
        assert label in section(markup, "joined")
        assert label in paper.replace(" :", ":")
        assert section(markup, "left") + section(markup, "pending") == ""


def test_a_number_beside_those_who_left_is_not_all_that_was_read(opened):
    """Where States are listed, though none takes part now, it is not said that no list is recorded here."""
    parties = "parties: {count: 3, states: [{state: BEN, until: 2020}]}\n"
    corpus = opened({"text": f"{TREATY}status: in-force\n{parties}"})
    assert "no list of States" not in section(page(corpus, "instruments/alpha/text/"), "parties")


def test_a_state_does_not_lead_to_its_own_page(opened):
    """The sentence on what is missing names the State, and leads nowhere."""
    corpus = opened({"text": f"{TREATY}status: in-force\nparties: {{states: [{{state: BEN}}]}}\n"})
    (warning,) = re.findall(r"Nothing can be concluded for.*?</p>", page(corpus, "states/ben/"))
    assert "Benin" in warning
    assert "<a" not in warning


def test_parties_of_three_times_are_three_lists(opened):
    """A State that is to join is neither a party nor a former one, and is not counted."""
    states = "{state: BEN}, {state: NGA, since: 2030}, {state: MLI, until: 2020}"
    corpus = opened({"text": f"{TREATY}status: in-force\nparties: {{states: [{states}]}}\n"})
    shown = section(page(corpus, "instruments/alpha/text/"), "parties")
    assert shown.startswith("Parties 1 State")
    assert re.findall(r"Benin|To come|Nigeria|No longer bound|Mali", shown) == [
        "Benin",
        "To come",
        "Nigeria",
        "No longer bound",
        "Mali",
    ]
    paper = paper_of(corpus, record, "alpha/text")
    assert re.findall(r"Benin|To come|Nigeria|No longer bound|Mali", paper)[-5:] == [
        "Benin",
        "To come",
        "Nigeria",
        "No longer bound",
        "Mali",
    ]


def test_members_of_three_times_are_three_lists(corpus_of):
    """A State that is to become a member is neither a member nor a former one, on the mechanism's page and
    its own.
    """
    members = "{state: BEN}, {state: NGA, since: 2030}, {state: MLI, until: 2020}"
    body = f"kind: process\nregions: [africa]\nname: Alpha\nmembers: [{members}]\nconfidence: recalled\n"
    corpus = corpus_of({"instruments/alpha/mechanism.yml": body})
    shown = section(page(corpus, "instruments/alpha/"), "members")
    assert shown.startswith("Members 1 State")
    assert re.findall(r"Benin|To come|Nigeria|Former members|Mali", shown) == [
        "Benin",
        "To come",
        "Nigeria",
        "Former members",
        "Mali",
    ]
    nigeria = section(page(corpus, "states/nga/"), "memberships")
    assert nigeria == "Memberships No membership is recorded here. To come : Alpha since 2030".replace(
        " :", ":"
    )


# -- how sure a day is ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("adopted: {date: 2005, place: Cotonou}\n", "Adopted 2005, Cotonou Identity"),
        ("adopted: {date: 2005, place: Cotonou, confidence: recalled}\n", "Adopted 2005, Cotonou ? Identity"),
        (
            "adopted: {date: 2005, place: Cotonou, place_confidence: recalled}\n",
            "Adopted 2005, Cotonou ? Identity",
        ),
        (
            "adopted: {date: 2005, place: Cotonou, confidence: reported, place_confidence: recalled}\n",
            "Adopted 2005 ~, Cotonou ? Identity",
        ),
        ("in_force: 2008\nin_force_confidence: recalled\n", "In force 2008 ? Identity"),
    ],
)
def test_a_day_that_is_less_sure_than_its_record_bears_its_sign(opened, keys, shown):
    """In the time line of the page; a day as sure as its record bears none."""
    corpus = opened({"text": f"{TREATY}status: in-force\n{keys}"})
    assert f"Dates {shown}" in letters(page(corpus, "instruments/alpha/text/"))
    said = [run for _, value in sentences.timeline(english(corpus), "alpha/text") for run in value]
    signs = [run.shape for run in said if isinstance(run, Sign)]
    assert signs == re.findall(r"[?~]", shown)


def test_facts_of_a_mechanism_bear_their_own_signs(corpus_of):
    """Seat, founding and members, each where it is less sure than the mechanism."""
    body = (
        "kind: process\nregions: [africa]\nname: Alpha\nseat: {city: Cotonou, confidence: recalled}\n"
        "founded: 1975\nfounded_confidence: reported\nmembers_confidence: recalled\n"
        "members: [{state: BEN, confidence: reported}, {state: NGA}]\n"
        "sources: [{title: Alpha, kind: primary}]\nconfidence: verified\n"
    )
    shown = letters(page(corpus_of({"instruments/alpha/mechanism.yml": body}), "instruments/alpha/"))
    assert "· Cotonou ? · founded 1975 ~ · 2 members" in shown
    assert "Members 2 States ? Benin ( ~ ) Nigeria" in shown
    assert "Seat Cotonou ?" in shown
