"""What some texts ask together, by topic."""

from __future__ import annotations

from generators.corpus.asked import asked

TEXT = """\
kind: instrument
type: convention
title: A text
status: in-force
binding: true
about: {about}
confidence: recalled
provisions:
  - {{topics: [assistance], ref: Art. 1, strength: permission, says: A.}}
  - {{topics: [assistance], ref: Art. 2, strength: obligation, says: A.}}
"""


def test_texts_come_by_their_first_lines_and_general_law_apart(corpus_of):
    """A topic has its leading line, the lines of each text in their order, and the same of general law; a
    topic without a line is left out.
    """
    corpus = corpus_of(
        {
            "instruments/alpha/far.yml": TEXT.format(about="neighbour"),
            "instruments/alpha/near.yml": TEXT.format(about="trafficking"),
        }
    )
    (_, (topic,)), *others = asked(corpus, ["alpha/near", "alpha/far"])
    assert (topic.topic, topic.leading.record, topic.leading.anchor) == ("assistance", "alpha/near", "art-2")
    assert [[line.anchor for line in lines] for lines in topic.records] == [["art-2", "art-1"]]
    assert [lines[0].record for lines in topic.general] == ["alpha/far"]
    assert others == []
