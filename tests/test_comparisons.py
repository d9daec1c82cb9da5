"""Comparisons as data, what the cases of ``golden/comparisons.yml`` do not tell: common indicators, answers
by region, the matrix of principles, shares and folds of numbers.
"""

from __future__ import annotations

import pytest
from small_records import CONVENTION, PLAN, line, small_corpus, text

from generators.corpus import matrices
from generators.corpus.comparisons import RegionalAnswer, regional_answers
from generators.corpus.numbers import numbers
from generators.document.numbers import document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer

INDICATORS = """\
kind: vocabulary
of: indicators
title: Indicators
definition: What the list is for.
entries:
  - id: victims
    label: Victims
    definition: How many.
    asked_by:
      - {id: alpha/plan, ref: Art. 1, confidence: verified}
      - {id: alpha/treaty, ref: Art. 2}
      - {id: beta}
  - {id: judges, label: Judges, definition: How many.}
"""


def test_a_cell_holds_all_who_ask_what_binds_first(corpus_of):
    """Records stand under those who adopted them, plans that measure a number among them; a number that
    nobody asks for has an empty row.
    """
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/indicators": INDICATORS,
            "alpha/plan": text(PLAN, keys="indicators: [{says: Judges trained., measures: judges}]\n"),
            "alpha/treaty": text(CONVENTION, "in-force", keys="with: [beta]\n"),
        },
    )
    found = matrices.indicators(corpus)
    cells = {
        pair: [(each.owner, each.anchor, each.confidence, each.binding) for each in asking]
        for pair, asking in found.cells.items()
    }
    treaty = ("alpha/treaty", "", "recalled", True)
    assert found.mechanisms == ("alpha", "beta")
    assert found.rows == ("victims", "judges")
    assert cells == {
        ("victims", "alpha"): [treaty, ("alpha/plan", "", "verified", False)],
        ("victims", "beta"): [treaty, ("beta", "", "recalled", False)],
        ("judges", "alpha"): [("alpha/plan", "indicators", "recalled", False)],
    }


TEXT = """\
kind: instrument
type: convention
title: A text
status: {status}
binding: {binding}
adopted: {{date: {day}}}
confidence: recalled
provisions:
  - {{topics: [reflection-period], ref: "{ref}", strength: {strength}, says: A.{value}}}
"""
BODY = "kind: process\nregions: [europe]\nname: A body\nconfidence: recalled\n"


@pytest.fixture
def answers(corpus_of):
    """The answers of each region on reflection, of texts of Alpha (Africa), without the base's own."""

    def make(*texts: dict[str, str], **more: str) -> dict[str, RegionalAnswer]:
        usual = {
            "status": "in-force",
            "binding": "true",
            "day": "2000",
            "value": "",
            "strength": "obligation",
        }
        files = {
            f"instruments/alpha/text-{n}.yml": TEXT.format(**{**usual, **t}) for n, t in enumerate(texts)
        }
        corpus = corpus_of({**files, **more}, without=["instruments/alpha/convention.yml"])
        return {each.region: each for each in regional_answers(corpus, "reflection-period")}

    return make


def first(found: dict[str, RegionalAnswer]) -> str:
    """The place of Africa's first line."""
    return found["africa"].leading.provision.ref


def test_what_binds_comes_before_what_does_not(answers):
    """However firm its wording; a draft answers nothing."""
    soft = {"ref": "Para. 1", "binding": "false", "status": "adopted", "strength": "encouragement"}
    assert first(answers(soft, {"ref": "Art. 1", "strength": "permission"})) == "Art. 1"
    draft = {"ref": "Draft", "binding": "true", "status": "draft", "day": "2020"}
    assert first(answers(soft, draft)) == "Para. 1"


def test_a_region_without_a_line_tells_what_was_read_from_what_was_not(answers):
    """Neither is a "no"."""
    silent = "silent: [reflection-period]\nread_in_full: true\n"
    plan = "kind: action-plan\ntype: plan\ntitle: {}\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
    found = answers(
        {"ref": "Art. 1"},
        **{
            "instruments/body/mechanism.yml": BODY,
            "instruments/body/read.yml": plan.format("Read") + silent,
            "instruments/body/unread.yml": plan.format("Unread"),
            "instruments/body/unreadable.yml": plan.format("Unreadable")
            + "could_not_read: {looked: 2024-05-01, tried: [example.org]}\n",
        },
    )
    europe = found["europe"]
    assert (europe.leading, europe.silent, europe.unreadable, europe.unread) == (None, 1, 1, 2)


# -- the matrix of principles --------------------------------------------------------------------------------

PRINCIPLES = """\
kind: vocabulary
of: principles
title: Principles
definition: What the list is for.
entries:
  - {id: p1, label: Rights, definition: Rights first., topics: [assistance, investigation]}
  - {id: g1, label: Harm, definition: No harm., topics: [non-punishment]}
  - {id: g2, label: Other, definition: What bears on no topic here.}
"""


def test_a_principle_shows_the_strongest_of_its_topics(corpus_of):
    """What binds before what does not, then the stronger, whichever topic it stands under."""
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/principles": PRINCIPLES,
            "alpha/plan": text(PLAN, lines=line(strength="obligation")),
            "alpha/treaty": text(CONVENTION, "in-force", line("investigation", strength="permission")),
            "beta/plan": text(PLAN, lines=line() + line("investigation", strength="obligation")),
        },
    )
    found = matrices.principles(corpus)
    cells = {pair: (cell.record, cell.strength, cell.binding) for pair, cell in found.cells.items()}
    assert cells == {
        ("p1", "alpha"): ("alpha/treaty", "permission", True),
        ("p1", "beta"): ("beta/plan", "obligation", False),
    }
    assert matrices.spread(corpus, "p1") == (1, 1, 0, 0)


def test_silence_on_every_topic_of_a_principle_is_no_gap_in_our_knowledge(corpus_of):
    """Where all texts of a mechanism were read in full and say nothing, that is said; where one topic was not
    looked at, or the principle bears on none, nothing is known.
    """
    read = "read_in_full: true\nsources: [{title: Text, url: https://example.org/t, kind: primary}]\n"
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/principles": PRINCIPLES.replace(
                "[non-punishment]", "[investigation, non-punishment]"
            ),
            "alpha/a": text(lines=line(), keys=f"{read}silent: [investigation, non-punishment]\n"),
            "beta/a": text(lines=line(), keys=f"{read}silent: [investigation]\n"),
        },
    )
    found = matrices.principles(corpus)
    assert found.silent == {("g1", "alpha")}
    assert matrices.spread(corpus, "g1") == (0, 0, 1, 1)
    assert matrices.spread(corpus, "g2") == (0, 0, 0, 2)


# -- numbers side by side ------------------------------------------------------------------------------------


def test_a_share_is_that_of_the_largest(corpus_of):
    """Half the largest is drawn half as long, whatever the units."""
    lines = line(more=", value: {months: 6}") + line(more=", value: {years: 1}")
    group = numbers(small_corpus(corpus_of, {"alpha/a": text(lines=lines)}))[0]
    assert [round(each.share, 3) for each in group.lines] == [0.5, 1]


def test_numbers_of_general_law_stand_behind_those_of_texts_on_trafficking(corpus_of):
    """Folded where there are others, in sight where there are none; the line that opens a section says how
    far the others reach.
    """
    days = ", value: {{days: {}}}"
    files = {
        "alpha/a": text(keys="about: trafficking\n", lines=line(more=days.format(30))),
        "alpha/b": text(keys="about: neighbour\n", lines=line(more=days.format(2))),
        "alpha/c": text(
            keys="about: neighbour\n",
            lines=line("investigation", more=f"{days.format(5)}, about: trafficking"),
        ),
        "alpha/d": text(keys="about: neighbour\n", lines=line("reflection-period", more=days.format(9))),
    }
    corpus = small_corpus(corpus_of, files)
    made = document(Phrases(Localizer(corpus, "en")))
    folds = {}
    for section in made.sections:
        shown, *folded = section.blocks[-1].blocks
        folds[letters(section.heading)] = (len(shown.items), [letters(each.summary) for each in folded])
    assert folds == {
        "Assistance 30 days": (1, ["General law that also applies (1)"]),
        "Investigation 5 days": (1, []),
        "Reflection period 9 days": (1, []),
    }
