"""Law on a day, told once: the cases of ``golden/law.yml``, asked of the functions that
decide, of the profile of Benin, of pages and of paper. Each test lists all cases that are
otherwise than they are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

import pytest
from golden_case import GOLDEN, flow, read_case, write_project
from shown import english, letters, paper_of

from generators import html
from generators.corpus import library, membership, status
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.state_profile import state_profile
from generators.document import runs, sentences, state
from generators.model.mechanisms import Mechanism
from generators.model.parties import Party
from generators.model.records import Provision, Record, Reporting
from generators.model.vocabulary import VocabularyEntry
from generators.text import partial_dates

LAW = read_case(GOLDEN / "law.yml")
TODAY = "2026-11-24"
BASES = {
    "treaty": {
        "kind": "instrument",
        "type": "convention",
        "binding": "true",
        "confidence": "verified",
        "sources": [{"title": "The text", "kind": "primary"}],
    },
    "plan": {
        "kind": "action-plan",
        "type": "plan",
        "binding": "false",
        "confidence": "recalled",
    },
}
PLACES = ("binding", "pending", "former", "joined", "joining", "parted")
LINE = {
    "topics": ["return"],
    "ref": "Art. 1",
    "strength": "obligation",
    "says": "States return.",
}
DUTY = {"reporting": {"by": "states", "to": "The secretariat"}}


def keys(typed: str, more: dict | None = None) -> dict:
    """The keys of a record, as they stand in a file: "treaty in-force", and more."""
    base, code = typed.split()
    return {**BASES[base], "status": code, **(more or {})}


def model(row: dict, text: str = "text") -> Record:
    """The record of a case."""
    return Record.model_validate(
        keys(row[text], row.get("with") if text == "text" else None)
    )


def day(row: dict) -> date:
    return date.fromisoformat(row.get("on", TODAY))


def wrong(rows: str, **functions) -> list[dict]:
    """The cases of a kind for which a function does not give what they tell, with what it
    gives.
    """
    got = [
        (row, {key: function(row) for key, function in functions.items()})
        for row in LAW[rows]
    ]
    return [
        row | {"found": results}
        for row, results in got
        if any(row.get(key, results[key]) != results[key] for key in results)
    ]


def yes(truth: bool) -> str:
    return "yes" if truth else "no"


# -- by themselves -----------------------------------------------------------------------


def test_an_interval_is_ahead_runs_or_is_past():
    """The first day that may be the beginning is inside, the first that may be the end is
    outside; an end that is not known is open.
    """
    for *ends, on, phase in LAW["intervals"]:
        interval = [
            None if text == "open" else partial_dates.parse(text) for text in ends
        ]
        assert status.phase(*interval, date.fromisoformat(on)) == phase, (ends, on)
        assert status.runs(*interval, date.fromisoformat(on)) is (phase == "now"), (
            ends,
            on,
        )


def test_what_was_decided_comes_with_its_days():
    """A decision counts from its day; only a text in force, or adopted without needing
    force, has effect.
    """
    assert not wrong(
        "decided",
        status=lambda row: status.decided(model(row), day(row)),
        effect=lambda row: yes(status.has_taken_effect(model(row), day(row))),
    )


@pytest.mark.parametrize("rows", ["decided", "periods"])
def test_where_a_text_stands_follows_from_its_dates_and_its_period(rows):
    """Superseded comes before expired, an extension counts to its end, and a plan may
    guide on.
    """
    assert not wrong(
        rows, status=lambda row: status.status(model(row), "superseded" in row, day(row))
    )


def test_a_successor_supersedes_when_it_has_taken_effect():
    """Of several that name a text, those that have taken effect supersede it, in their
    order.
    """

    def supersedes(row: dict) -> str:
        return yes(
            bool(
                status.successors(
                    model(row, "old"), ["x/new"], {"x/new": model(row)}, day(row)
                )
            )
        )

    assert not wrong("successors", supersedes=supersedes)
    plan, draft = (model({"text": f"plan {code}"}) for code in ("adopted", "draft"))
    records = {"x/a": plan, "x/b": draft, "x/c": plan}
    assert status.successors(plan, ["x/c", "x/b", "x/a"], records, day({})) == (
        "x/c",
        "x/a",
    )


def test_a_text_binds_that_is_binding_has_taken_effect_and_stands():
    """Each of the three is needed; a line must apply, and may before its text does."""

    def binds(row: dict) -> str:
        line = Provision.model_validate(LINE | row["line"]) if "line" in row else None
        return yes(status.binds(model(row), row["group"], day(row), line))

    assert not wrong("binding", binds=binds)


def test_a_status_has_the_group_that_the_list_gives_it():
    """A code that is not in the list, and an entry without a group, are in none."""
    words = {"label": "A label", "definition": "A definition."}
    groups = {"in-force": {"group": "standing"}, "approved": {}}
    listed = {
        code: VocabularyEntry(id=code, **words, **keys_of_group)
        for code, keys_of_group in groups.items()
    }
    assert [
        status.group(code, listed) for code in ("in-force", "approved", "unknown")
    ] == [
        "standing",
        "",
        "",
    ]


def test_a_state_is_bound_from_the_day_that_follows_from_the_article():
    """Unless a list says the day; what does not follow is not known."""

    def bound(row: dict) -> str:
        since = status.bound_since(
            model(row), Party.model_validate({"state": "BEN", **row["party"]})
        )
        return (
            f"{since.day} {f'by {since.ref}' if since.computed else 'as read'}"
            if since
            else "not known"
        )

    assert not wrong("bound", bound=bound)


def test_an_act_of_an_organisation_binds_its_members():
    """From the later of two days, until it left, until a later act took its place, and
    not who stands outside; a line that was typed says what is otherwise. What was typed
    stays as it was.
    """

    def act(typed: dict, parties: dict, **more: dict) -> Record:
        rule = {"members_of": "alpha", "members_ref": "Art. 288", **parties}
        return Record.model_validate(
            keys("treaty in-force", {**typed, "parties": rule, **more})
        )

    def bound(row: dict) -> str:
        body = {"kind": "organisation", "regions": ["africa"], "confidence": "verified"}
        mechanism = Mechanism.model_validate(
            {**body, "members": [{"state": "BEN", **row["member"]}]}
        )
        replaces = {"relations": {"supersedes": ["alpha/old"]}} if "old" in row else {}
        records = {"alpha/act": act(row["act"], row.get("parties", {}), **replaces)}
        if "old" in row:
            records["alpha/old"] = act(row["old"], {})
        typed = repr(records)
        filled = membership.filled(records, {"alpha": mechanism})
        assert repr(records) == typed
        act_of_members = filled["alpha/old" if "old" in row else "alpha/act"]
        if not act_of_members.parties.states:
            return "nobody"
        (party,) = act_of_members.parties.states
        since = status.bound_since(act_of_members, party)
        day = (
            f"{since.day} {f'by {since.ref}' if since.computed else 'as read'}"
            if since
            else "not known"
        )
        return f"{day} until {party.until}" if party.until else day

    assert not wrong("members", bound=bound)


def test_the_next_report_is_due_an_interval_after_the_last():
    """Unless the text names its day; what is known less precisely than the interval leads
    to no day.
    """

    def due(row: dict) -> str:
        due = status.next_due(Reporting.model_validate(DUTY["reporting"] | row["duty"]))
        return f"{due.day}{'' if due.computed else ' as read'}" if due else "not known"

    assert not wrong("due", due=due)


# -- in a corpus -------------------------------------------------------------------------


def _records() -> Iterator[tuple[str, dict]]:
    """All cases as records of Alpha, of which Benin is a member, by name."""
    for rows in ("decided", "periods", "standards", "unlisted"):
        yield from (
            (f"{rows}-{n:02}", keys(row["text"], row.get("with")))
            for n, row in enumerate(LAW[rows])
        )
    for n, row in enumerate(LAW["reports"]):
        yield f"reports-{n:02}", keys(row["text"], DUTY | row.get("with", {}))
    for n, row in enumerate(LAW["joined"]):
        joined = {"parties": {"states": [{"state": "BEN", **row.get("party", {})}]}}
        yield f"joined-{n:02}", keys(row["text"], row.get("with", {}) | joined)
    for n, row in enumerate(LAW["followed"]):
        new = {"relations": {"supersedes": [f"alpha/followed-{n:02}"]}}
        old = {"parties": {"states": [{"state": "BEN", "since": "1990"}]}}
        yield f"followed-{n:02}", keys("treaty in-force", old)
        yield f"followed-{n:02}-new", keys(row["text"], row.get("with", {}) | new)
    yield (
        "of-nigeria",
        keys("treaty in-force", {"parties": {"states": [{"state": "NGA"}]}}),
    )


@pytest.fixture(scope="module")
def on(tmp_path_factory):
    """The corpus of all cases on a day; its library is read once."""
    folder = tmp_path_factory.mktemp("law")
    files = {}
    for name, typed in _records():
        title = {"official_titles": {"en": name.replace("-", " ").capitalize()}}
        lines = "".join(
            f"{key}: {flow(value)}\n" for key, value in (typed | title).items()
        )
        files[f"instruments/alpha/{name}.yml"] = lines
    read, problems = library.read(write_project({"files": files}, folder), LANGUAGES)
    assert problems == []
    return cache(lambda text: Corpus(read, date.fromisoformat(text), LANGUAGES))


def cases_of(rows: str, text: str = "") -> dict[str, dict]:
    """The cases of a kind by the id of their record; those of a day, where one is named."""
    made = {f"alpha/{rows}-{n:02}": row for n, row in enumerate(LAW[rows])}
    return {
        name: row
        for name, row in made.items()
        if not text or row.get("on", TODAY) == text
    }


def days(*rows: str) -> list[str]:
    return sorted({row.get("on", TODAY) for kind in rows for row in LAW[kind]})


@pytest.mark.parametrize("text", days("joined"))
def test_a_text_stands_where_it_belongs_on_the_day(on, text):
    """Binding, joined and not binding yet, or over; of what never binds taken part in
    now, later or before: each text in one place.
    """
    profile = state_profile(on(text), "BEN")
    places = [
        (adherence.record, place)
        for place in PLACES
        for adherence in getattr(profile, place)
    ]
    for rows in ("joined", "followed") if text == TODAY else ("joined",):
        expected = {name: row["place"] for name, row in cases_of(rows, text).items()}
        assert sorted(place for place in places if place[0] in expected) == sorted(
            expected.items()
        )


def test_standards_reports_and_what_is_not_known(on):
    """What a mechanism made for all, which reports are owed, and of which texts nobody
    knows whether the State joined them.
    """
    profile = state_profile(on(TODAY), "BEN")
    groups = {
        ("standards", "there"): set(chain.from_iterable(profile.standards.values())),
        ("reports", "owed"): set(profile.reports),
        ("unlisted", "unknown"): {*profile.unlisted_nearby, *profile.unlisted_elsewhere},
    }
    for (rows, key), names in groups.items():
        assert {name: yes(name in names) for name in cases_of(rows)} == {
            name: row[key] for name, row in cases_of(rows).items()
        }


# -- as readers see it -------------------------------------------------------------------


@pytest.mark.parametrize("rows", ["decided", "periods"])
def test_a_status_is_said_with_its_day(on, rows):
    """Each status in the words of page and paper, on both sides of the day on which it
    changes.
    """
    for name, row in cases_of(rows).items():
        if "said" in row:
            corpus = on(row.get("on", TODAY))
            page = next(
                made
                for made in html.build(corpus, "en")
                if made.address == f"instruments/{name}/"
            )
            facts = re.search(r'<p class="facts">.*?</p>', page.render())[0]
            assert f"· {row['said']} ·" in letters(facts), row
            status_line = runs.letters(sentences.status(english(corpus), name))
            assert status_line.replace("\u00a0", " ") == row["said"]


HEADINGS = {
    "binding": ("binding", "Binding texts it is party to, and since when"),
    "pending": ("pending", "Has joined, not yet binding on it"),
    "former": ("left", "No longer bound"),
}


@pytest.mark.parametrize("text", [TODAY, "2007-12-31"])
def test_what_a_state_joined_is_said_under_the_heading_of_its_day(on, text):
    """What binds a State, what it joined and does not bind it yet, and what binds it no
    more stand under three headings, on the page and on paper, with the day and the way of
    joining, and the successor.
    """
    page = next(
        made for made in html.build(on(text), "en") if made.address == "states/ben/"
    ).render()
    paper = paper_of(on(text), state, "BEN").replace(" ", "").replace("\u00a0", "")
    for name, row in (
        cases_of("joined", text) | (cases_of("followed") if text == TODAY else {})
    ).items():
        if "said" in row:
            anchor, heading = HEADINGS[row["place"]]
            section = re.search(rf'<h2 id="{anchor}">.*?</section>', page, re.DOTALL)[0]
            title = name.removeprefix("alpha/").replace("-", " ").capitalize()
            assert letters(section).startswith(heading), row
            assert f"{title} {row['said']}" in letters(section), row
            assert heading.replace(" ", "") in paper
            assert f"{title}{row['said']}".replace(" ", "") in paper, row
