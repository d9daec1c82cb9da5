"""What some texts ask together, by topic, the strongest line first."""

from __future__ import annotations

import pytest

from generators.corpus.asked import asked

TEXT = """\
kind: instrument
type: convention
title: A text
status: in-force
binding: true
adopted: {{date: {day}}}
confidence: recalled
provisions:
{lines}"""
LINE = "  - {{topics: [{topics}], ref: {ref}, strength: {strength}, says: A.}}\n"


@pytest.fixture
def found(corpus_of):
    """What some texts ask: for each topic its strongest line, and the lines by record."""

    def make(*texts: tuple[str, list[tuple[str, str, str]]]) -> dict[str, tuple]:
        files = {}
        for number, (day, lines) in enumerate(texts):
            typed = "".join(LINE.format(topics=t, ref=r, strength=s) for t, r, s in lines)
            files[f"instruments/alpha/text-{number}.yml"] = TEXT.format(day=day, lines=typed)
        corpus = corpus_of(files)
        names = [f"alpha/text-{number}" for number in range(len(texts))]
        return {
            each.topic: (
                each.strongest.provision.ref,
                [[line.provision.ref for line in lines] for lines in each.records],
            )
            for _, topics in asked(corpus, names)
            for each in topics
        }

    return make


def test_stronger_lines_come_first(found):
    """Whatever their order in the text, and whichever text is older."""
    lines = [("assistance", "Art. 1", "permission"), ("assistance", "Art. 2", "obligation")]
    made = found(("2000", lines), ("2010", [("assistance", "Art. 9", "encouragement")]))
    assert made["assistance"] == ("Art. 2", [["Art. 2", "Art. 1"], ["Art. 9"]])


def test_of_equal_lines_the_one_that_is_about_the_topic_comes_first_then_the_newer_text(found):
    """A line that names the topic second is about another first."""
    made = found(
        ("2000", [("assistance", "Art. 1", "obligation")]),
        ("2010", [("assistance", "Art. 2", "obligation")]),
        ("2020", [("reflection-period, assistance", "Art. 3", "obligation")]),
    )
    assert made["assistance"][1] == [["Art. 2"], ["Art. 1"], ["Art. 3"]]


def test_a_topic_without_a_line_is_left_out(found):
    """Only what is asked is listed."""
    made = found(("2000", [("assistance", "Art. 1", "obligation")]))
    assert made == {"assistance": ("Art. 1", [["Art. 1"]])}
