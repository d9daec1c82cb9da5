"""The front page: three cases for example, each with the first sentence of the page that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import examples
from generators.corpus.addresses import Target
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
    corpus, ui = phrases.corpus, phrases.ui
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
        line = examples.on_topic(corpus, *topic.split("/"))
        if line:
            target = Target("topic-in", topic)
            cell = Entries([sentences.line(phrases, line)], "cells")
            yield Fact([Link(question, target)], blocks=[cell])
