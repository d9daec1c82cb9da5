"""A case on one sheet: which line answers for a State and a person, what an address
chooses, and how long a message is. It asks the scripts of the page under node. What the
page itself shows is asked in ``test_browser_case.py``.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from commands import node

from generators.corpus.corpus import Corpus
from generators.corpus.narrow_questions import question_for_state
from generators.corpus.needs import questions_of_needs
from generators.data import kinds
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

RUN = Path(__file__).parent / "case_run.js"
GROUPS = {
    "children": {"label": "Only for children", "children": True},
    "seafarers": {"label": "Only at sea", "exploitation": ["labour"]},
    "women": {"label": "Only for women", "persons": ["worker"]},
    "nationals": {"label": "Only for nationals", "of_parties": True},
}


def line(place: str, *groups: str, **more: Any) -> dict[str, Any]:
    """A line of a text, for some groups only."""
    record, _, _ = place.partition("#")
    limited = {"only_for": groups} if groups else {}
    address = f"instruments/{place.replace('#', '/#')}"
    return {
        "record": record,
        "address": address,
        "confidence": "verified",
        **limited,
        **more,
    }


def state(*binding: str, freed: str = "", **lists: Any) -> dict[str, Any]:
    """The file of a State that some texts bind."""
    entries = [{"record": record} for record in binding]
    if freed:
        entries.append({"record": freed.split("#")[0], "freed": [freed.split("#")[1]]})
    empty = ("pending", "signed", "left", "named", "open", "open_elsewhere")
    return {
        **{name: [] for name in empty},
        "standards": {},
        **lists,
        "binding": entries,
    }


def answered(
    lines: list[dict[str, Any]],
    own: dict[str, Any],
    person: dict[str, Any] | None = None,
    groups: list[str] | None = None,
    quoted: list[str] | None = None,
) -> list[Any]:
    """What answers a question with some lines for a State and a person: the kind, the
    place of the line, and whether it is for some persons only.
    """
    return asked(lines, own, person, groups, quoted)["answers"][0]


def asked(
    lines: list[dict[str, Any]],
    own: dict[str, Any],
    person: dict[str, Any] | None = None,
    groups: list[str] | None = None,
    quoted: list[str] | None = None,
) -> dict[str, Any]:
    """The same with what is named beside the answer."""
    places = [each["address"].removeprefix("instruments/") for each in lines]
    places = [place.replace("/#", "#") for place in places]
    file = {
        "questions": {"q": {"lines": places, "groups": groups or []}},
        "lines": dict(zip(places, lines, strict=True)),
        "groups": GROUPS,
    }
    given = {
        "file": file,
        "states": {"A": own, "B": state("treaty")},
        "asked": [["q", "A", person or {}, quoted or []]],
    }
    result: dict[str, Any] = node(RUN, given=given)
    return result


def test_a_must_answers_before_a_should():
    """A "should" on trafficking does not hide a "must" of general law, nor does one that
    was not said yet.
    """
    should = line("near#art-6", strength="encouragement")
    must = line("treaty#art-12", strength="obligation")
    own = state("near", "treaty")
    assert answered([should, must], own)[1] == "treaty#art-12"
    assert answered([should, must], own, quoted=["treaty#art-12"])[1] == "treaty#art-12"


def test_a_childs_rule_answers_first_for_a_child():
    """A line for children alone leads; one for children at sea is as any other."""
    lines = [
        line("near#all"),
        line("crc#sea", "children", "seafarers"),
        line("crc#child", "children"),
    ]
    own = state("near", "crc")
    child = {"child": "yes", "happened": ["labour"]}
    assert answered(lines, own, child)[1] == "crc#child"
    assert answered(lines[:2], own, child)[1] == "near#all"
    assert answered(lines, own)[1] == "near#all"


def test_what_is_for_some_persons_is_named_beside_the_answer():
    """It does not take its place, and comes before what else binds; what is only for
    cases of another kind is not named, nor what only asks.
    """
    lines = [
        line("refuge#art-33", "women"),
        line("torture#art-3"),
        line("fleet#art-1", "seafarers"),
        line("rights#art-7"),
        line("plan#art-1", strength="encouragement"),
    ]
    own = state("refuge", "torture", "rights", "fleet", "plan")
    result = asked(lines, own)
    assert result["answers"] == [["binding", "torture#art-3", False]]
    assert result["beside"][0]["also"] == ["refuge#art-33", "rights#art-7"]


def test_a_no_names_the_texts_that_may_bind():
    """Of which nobody knows whether the State is party."""
    lines = [line("wages#art-12"), line("other#art-1")]
    [beside] = asked(lines, state(open=["wages"]))["beside"]
    assert beside["open"] == ["wages#art-12"]


def test_the_best_line_that_binds_answers():
    """However many are before it that do not bind; what nobody has checked comes last."""
    lines = [line("other#art-1"), line("treaty#art-1"), line("treaty#art-2")]
    assert answered(lines, state("treaty"))[:2] == ["binding", "treaty#art-1"]
    lines[1]["confidence"] = "recalled"
    assert answered(lines, state("treaty"))[:2] == ["binding", "treaty#art-2"]


def test_what_does_not_bind_is_said_to_be_no_law():
    """Freed by a reservation, asked by an organisation, from elsewhere, or nothing."""
    treaty = [line("treaty#art-1")]
    assert answered(treaty, state(freed="treaty#art-1"))[:2] == ["freed", "treaty#art-1"]
    asking = state(standards={"instrument": ["treaty"]})
    assert answered(treaty, asking)[:2] == ["advised", "treaty#art-1"]
    assert answered(treaty, state())[:2] == ["elsewhere", "treaty#art-1"]
    assert answered([], state("treaty"))[:2] == ["none", ""]


def test_a_comparison_is_with_the_nearest_text():
    """Of the State's own region or of the world before another region; there a line for
    everyone before one for some. What nobody has checked comes last.
    """
    court, limited, world = "court#art-4", "world#women", "world#art-1"
    lines = [line(court), line(limited, "women"), line(world)]
    regions = {"court": ["europe"], "world": ["global"], "own": ["asia"]}
    home = state(
        memberships=[{"mechanism": "league"}, {"mechanism": "process"}],
        mechanisms={
            "league": {"regions": ["asia"]},
            "process": {"regions": ["asia", "europe"]},
        },
        records={record: {"regions": codes} for record, codes in regions.items()},
    )
    assert answered(lines, home)[:2] == ["elsewhere", world]
    assert answered(lines[:2], home)[:2] == ["elsewhere", limited]
    own = line("own#art-1")
    assert answered([lines[0], own], home)[:2] == ["elsewhere", "own#art-1"]
    own["confidence"] = "recalled"
    assert answered([own, lines[0]], home)[:2] == ["elsewhere", court]
    assert answered(lines, home, quoted=[world])[:2] == ["elsewhere", limited]


@pytest.mark.parametrize("more", [{"binds": False}, {"applies_words": "from 2030"}])
def test_a_line_that_binds_nobody_yet_is_no_answer_that_binds(more: dict[str, Any]):
    """A line of a preamble, or one that applies later, in a text that binds."""
    assert answered([line("treaty#art-1", **more)], state("treaty"))[0] == "elsewhere"


@pytest.mark.parametrize(
    ("person", "kind", "is_limited"),
    [
        ({"child": "yes"}, "binding", False),
        ({"child": "perhaps"}, "binding", False),
        ({"child": "no"}, "none", False),
        ({"child": ""}, "binding", True),
    ],
)
def test_a_line_for_children_is_for_a_child(
    person: dict[str, Any], kind: str, is_limited: bool
):
    """And for a person who may be a child. For an adult it is left out. Where nobody said
    it, it is for some persons only, after a line for everyone.
    """
    lines = [line("treaty#child", "children"), line("treaty#all")]
    only_child = answered(lines[:1], state("treaty"), person)
    assert only_child == [kind, "treaty#child" if kind != "none" else "", is_limited]
    leads = {"yes": "treaty#child", "perhaps": "treaty#child"}
    both = answered(lines, state("treaty"), person)
    assert both[:2] == ["binding", leads.get(person["child"], "treaty#all")]


def test_a_group_that_the_question_is_about_does_not_limit_its_line():
    """A question on asylum is answered by a line for refugees."""
    lines = [line("treaty#art-1", "women"), line("treaty#all")]
    asked = answered(lines, state("treaty"), groups=["women"])
    assert asked == ["binding", "treaty#art-1", False]


def test_a_line_that_was_quoted_gives_way_to_another():
    """Each question says something new, where a further line binds."""
    lines = [line("treaty#art-1"), line("treaty#art-2")]
    assert answered(lines, state("treaty"), quoted=["treaty#art-1"])[1] == "treaty#art-2"
    assert (
        answered(lines[:1], state("treaty"), quoted=["treaty#art-1"])[1] == "treaty#art-1"
    )


def test_a_line_for_another_form_of_exploitation_is_left_out():
    """Where nobody said what happened it may apply, after what applies to everyone."""
    lines = [line("treaty#sea", "seafarers"), line("treaty#all")]
    at_sea = {"happened": ["labour"]}
    assert answered(lines, state("treaty"), at_sea)[:2] == ["binding", "treaty#sea"]
    begging = {"happened": ["begging"]}
    assert answered(lines, state("treaty"), begging)[:2] == ["binding", "treaty#all"]
    assert answered(lines[:1], state("treaty"), begging)[:2] == ["none", ""]
    assert answered(lines, state("treaty"))[:2] == ["binding", "treaty#all"]


def test_a_line_for_nationals_is_left_out_where_the_person_is_none():
    """The State from which the person comes decides; without one the line comes last."""
    lines = [line("pact#art-1", "nationals"), line("treaty#art-1")]
    both = state("treaty", "pact")
    assert answered(lines, both, {"from": "B"})[:2] == ["binding", "treaty#art-1"]
    assert answered(lines[:1], both, {"from": "B"})[:2] == ["none", ""]
    assert answered(lines[:1], both)[:2] == ["binding", "pact#art-1"]


def test_a_question_on_a_form_of_exploitation_is_asked_where_that_happened():
    """All others are asked in every case; a child has questions of its own."""
    need = {"questions": ["safe", "marriage"], "child_questions": ["marriage"]}
    questions = {"safe": {}, "marriage": {"exploitation": ["forced-marriage"]}}
    married = {"child": "", "happened": ["forced-marriage", "labour"]}
    persons = [
        married,
        {"child": "yes", "happened": ["forced-marriage"]},
        {"child": "no", "happened": ["labour"]},
        {"child": "no", "happened": []},
    ]
    given = {
        "file": {"needs": {"safety": need}, "questions": questions},
        "states": {},
        "needs": [["safety", person] for person in persons],
    }
    expected = [["safe", "marriage"], ["marriage"], ["safe"], ["safe"]]
    assert node(RUN, given=given)["questions"] == expected


def test_page_and_script_agree_on_what_answers(world: Corpus):
    """For each State of the small library: the script finds the kind of answer that the
    page of the State has, and one of its lines; to compare, the same line.
    """
    phrases = Phrases(Localizer(world, "en"))
    pairs = list(product(questions_of_needs(world), world.all_states))
    names = kinds.body(phrases, "records", "")
    given = {
        "file": kinds.body(phrases, "case", "case"),
        "states": {
            code: {**names, **kinds.body(phrases, "state", code)}
            for code in world.all_states
        },
        "asked": [[question, code, {}] for question, code in pairs],
    }
    answers = node(RUN, given=given)["answers"]
    found_kinds = set()
    for (question, code), (kind, place, _) in zip(pairs, answers, strict=True):
        expected = question_for_state(world, question, code)
        filled = [name for name in expected._fields[2:] if getattr(expected, name)]
        assert kind == (filled[0] if filled else "none"), (question, code)
        if filled:
            assert place in {found.place for found in getattr(expected, kind)}
        if kind == "elsewhere":
            assert place == expected.elsewhere[0].place, (question, code)
        found_kinds.add(kind)
    assert found_kinds >= {"binding", "elsewhere", "none"}


def test_an_address_chooses_and_is_written_again():
    """States in capitals, lists with commas; what is empty is left out."""
    hash_ = "#in=tun&from=CIV&child=yes&happened=labour,begging&need=stay"
    chosen = {
        "in": "TUN",
        "from": "CIV",
        "child": "yes",
        "happened": ["labour", "begging"],
        "need": ["stay"],
    }
    written = "in=tun&from=civ&child=yes&happened=labour,begging&need=stay"
    empty = {"in": "", "from": "", "child": "", "happened": [], "need": []}
    given = {"file": {}, "states": {}, "hashes": [hash_, ""]}
    assert node(RUN, given=given)["chosen"] == [[chosen, written], [empty, ""]]


def test_a_message_is_never_cut():
    """A part that is too long has its short form; one that is still too long is left
    out.
    """
    parts = [
        ["a" * 300, "Art. 1"],
        ["b" * 300, "Art. 2"],
        ["c" * 600],
        ["end", "end"],
    ]
    given = {"file": {}, "states": {}, "messages": [["Stay", parts]]}
    [message] = node(RUN, given=given)["messages"]
    assert message == f"Stay\n{'a' * 300}\nArt. 2\nend"
    assert len(message) <= 480
