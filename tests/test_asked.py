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
    """What two texts ask: for each topic its strongest line, and the lines by strength and record."""

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
                [
                    (code, [[line.provision.ref for line in lines] for lines in records])
                    for code, records in each.strengths
                ],
                each.alone,
            )
            for _, topics in asked(corpus, names)
            for each in topics
        }

    return make


def test_stronger_lines_come_first(found):
    """Whatever their order in the text, and whichever text is older."""
    lines = [("assistance", "Art. 1", "permission"), ("assistance", "Art. 2", "obligation")]
    made = found(("2000", lines), ("2010", [("assistance", "Art. 9", "encouragement")]))
    strongest, strengths, alone = made["assistance"]
    assert strongest == "Art. 2"
    assert strengths[0] == ("obligation", [["Art. 2"]])
    assert {code for code, _ in strengths[1:]} == {"encouragement", "permission"}
    assert not alone


def test_of_equal_lines_the_one_that_is_about_the_topic_comes_first_then_the_newer_text(found):
    """A line that names the topic second is about another first."""
    made = found(
        ("2000", [("assistance", "Art. 1", "obligation")]),
        ("2010", [("assistance", "Art. 2", "obligation")]),
        ("2020", [("reflection-period, assistance", "Art. 3", "obligation")]),
    )
    assert made["assistance"][1] == [("obligation", [["Art. 2"], ["Art. 1"], ["Art. 3"]])]


def test_a_topic_with_one_line_says_so(found):
    """And a topic without a line is left out."""
    made = found(("2000", [("assistance", "Art. 1", "obligation")]))
    assert made == {"assistance": ("Art. 1", [("obligation", [["Art. 1"]])], True)}
