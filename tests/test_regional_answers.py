"""What each region answers on a topic: its first line, or which kind of absence there is."""

from __future__ import annotations

import pytest

from generators.corpus.regional_answers import RegionalAnswer, regional_answers

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
    assert (europe.leading, europe.speaking, europe.silent) == (None, 0, 1)
    assert (europe.unreadable, europe.unread) == (1, 2)
    assert found["africa"].speaking == 1
