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
    across, first, topic = "NGA/ITA", "SEN", "non-punishment/GBR"
    asked = (
        (
            ui("A woman from Nigeria is found in Italy. What binds both States?"),
            Target("between", across),
            examples.between(corpus, *across.split("/")),
        ),
        (
            ui("A person in Senegal may be a victim of trafficking. What comes first?"),
            Target("first-days", first),
            examples.first_step(corpus, first),
        ),
        (
            ui("Traffickers forced a boy to grow cannabis in the United Kingdom. Can he be punished?"),
            Target("topic-in", topic),
            examples.on_topic(corpus, *topic.split("/")),
        ),
    )
    for question, target, line in asked:
        if line:
            yield Fact([Link(question, target)], blocks=[Entries([sentences.line(phrases, line)], "cells")])
