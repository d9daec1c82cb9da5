"""The front page: three cases for example, each with the first sentence of the page that answers it; and the
newest texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target
from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus
from generators.document import sentences
from generators.document.blocks import Entries, Fact, Facts
from generators.document.phrases import Phrases
from generators.document.runs import Link


def cases(phrases: Phrases) -> Facts:
    """Questions that somebody with a case has, none of them a request for advice; one to which nothing
    recorded answers is left out.
    """
    return Facts(list(_cases(phrases)), "answers")


def _cases(phrases: Phrases) -> Iterator[Fact]:
    ui = phrases.ui
    asked = (
        (
            ui("A woman from Nigeria is found in Italy. How much time does she have to recover?"),
            "reflection-period/ITA",
        ),
        (
            ui("A man was forced to work without pay in Senegal. Can he get compensation?"),
            "compensation/SEN",
        ),
        (
            ui("Traffickers forced a boy to grow cannabis in the United Kingdom. Can he be punished?"),
            "non-punishment/GBR",
        ),
    )
    for question, topic in asked:
        code, state = topic.split("/")
        for each in (each for _, of in asked_of(phrases.corpus, state) for each in of if each.topic == code):
            cell = Entries([sentences.line(phrases, each.leading)], "cells")
            yield Fact([Link(question, Target("topic-in", topic))], blocks=[cell])


def newest(corpus: Corpus) -> list[str]:
    """Records that are dated and neither drafts nor superseded, the newest first."""
    known = (
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    )
    return sorted(known, key=corpus.age, reverse=True)
