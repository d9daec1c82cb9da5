"""The front page: three answers for example, what the comparison shows in numbers, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import headlines
from generators.corpus.addresses import Target
from generators.document import parties, sentences
from generators.document.blocks import Entries, Fact, Facts, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined


def answers(phrases: Phrases) -> Facts:
    """Questions as readers have them, each with what the corpus answers, and the page that answers it for any
    State or topic.
    """
    return Facts(list(_answers(phrases)), "answers")


def _answers(phrases: Phrases) -> Iterator[Fact]:
    corpus, code = phrases.corpus, headlines.NON_PUNISHMENT
    if line := headlines.leading(corpus, code):
        question = phrases.plain(phrases.localizer.word("topics", code, "question"))
        label = [Link(question, Target("topic", code))]
        yield Fact(label, blocks=[Entries([sentences.line(phrases, line)], "cells")])
    if joined_last := headlines.last_joined(corpus):
        state = joined_last.party.state
        question = phrases.ui("Since when is a State bound by a text, and by which list?")
        label = [Link(question, Target("state", state))]
        about = joined((parties.when(phrases, joined_last), parties.list_day(phrases, joined_last.record)))
        sure = phrases.confidence(corpus.confidence_in(joined_last.record, joined_last.party))
        who = joined((phrases.state(state), phrases.name(joined_last.record)))
        yield Fact(label, blocks=[Paragraph(who), Paragraph(joined((about, sure)), "note")])
    if step := headlines.first_asked(corpus):
        question = phrases.ui("What the texts ask in the first days of a case, by State")
        label = [Link(question, Target("page", "first-days", step[0]))]
        yield Fact(label, blocks=[Entries([sentences.line(phrases, step[1])], "cells")])


def facts(phrases: Phrases) -> list[list[Run]]:
    """Sentences with numbers that are counted, never typed; each with a link whose words say where it leads,
    which a number would not.
    """
    found, number = headlines.headline_counts(phrases.corpus), phrases.number
    reflection, non_punishment = headlines.REFLECTION, headlines.NON_PUNISHMENT
    said = (
        phrases.ui(
            "{n} mechanisms speak of a recovery and reflection period in the texts read so far; its length "
            "in days is set by {m}.",
            n=number(found.reflection),
            m=number(found.reflection_timed),
        ),
        phrases.ui(
            "{n} records ask something on the non-punishment of victims; in a text that binds today: {m}.",
            n=number(found.non_punishment),
            m=number(found.non_punishment_binding),
        ),
        phrases.ui(
            "{n} of {m} action plans have ended without a successor recorded here.",
            n=number(found.plans_over),
            m=number(found.plans),
        ),
    )
    links = (
        phrases.entry("topics", reflection),
        phrases.entry("topics", non_punishment),
        phrases.page("plans", phrases.ui("Plans")),
    )
    return [[*sentence, " ", *link] for sentence, link in zip(said, links, strict=True)]


def size(phrases: Phrases) -> list[Run]:
    """How much is here, and of which day it is."""
    corpus = phrases.corpus
    return joined(
        (
            phrases.counted("{n} record", "{n} records", len(corpus.records)),
            phrases.counted("{n} mechanism", "{n} mechanisms", len(corpus.mechanisms)),
            phrases.ui("as of {date}", date=phrases.today()),
        )
    )


def grade(phrases: Phrases, code: str, number: int, share: float) -> list[Run]:
    """How many lines have a grade of confidence, and which share of all that is."""
    counted = [phrases.localizer.number(number), " (", phrases.localizer.percent(share), ")"]
    return phrases.labelled(phrases.confidence_words(code), counted)
