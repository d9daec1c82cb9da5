"""What stands first: how near a text is to trafficking, and the lines that lead a topic."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, lists, records, rule
from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision
from generators.text.problems import Problem
from generators.text.sayings import say

_FRAMEWORK = "framework"


@rule(
    "A text that counts as general law that others build on says why. A line that is nearer or further "
    "than its text also says why.",
    records,
)
def nearness_reason(_: Corpus, file: File) -> Iterator[Problem]:
    if file.model.about == _FRAMEWORK and not file.model.about_reason:
        yield file.problem(("about",), say("'framework' without a reason"), say("add 'about_reason'"))
    for number, line in enumerate(file.model.provisions):
        if line.about and not line.about_reason:
            message = say("'{about}' without a reason", about=line.about)
            yield file.problem(("provisions", number, "about"), message, say("add 'about_reason'"))


@rule(
    "A line that leads a topic has that topic, is in force and was read. It is not a change that the "
    "amended text already has. One that leads a step of the first days is one of its lines.",
    lists,
)
def lead_line(corpus: Corpus, file: File) -> Iterator[Problem]:
    if file.model.of == "first-days":
        yield from _of_steps(file)
    if file.model.of != "topics":
        return
    known = corpus.cached(("provisions by place",), lambda: _by_place(corpus))
    for number, entry in enumerate(file.model):
        on_topic = {f"{line.record}#{line.anchor}" for line in corpus.by_topic[entry.id]}
        for at, place in enumerate(entry.leads):
            line = known.get(place)
            if line and (message := _wrong(corpus, line, entry.id, place in on_topic)):
                yield file.problem(
                    ("entries", number, "leads", at), message, say("name another, or leave it out")
                )


def _of_steps(file: File) -> Iterator[Problem]:
    for number, entry in enumerate(file.model):
        for at, place in enumerate(entry.leads):
            if place not in entry.lines:
                message, hint = say("not one of the lines of this step"), say("add it to 'lines' too")
                yield file.problem(("entries", number, "leads", at), message, hint)


def _wrong(corpus: Corpus, line: LocatedProvision, topic: str, shown: bool) -> str:
    """Why a line cannot lead a topic; empty where it can."""
    if topic not in line.provision.topics:
        return say("this line does not have the topic '{topic}'", topic=topic)
    if not shown:
        return say("this line is not in force, or the text that it amends already says it")
    grade = corpus.confidence_of(line.record, line.provision)
    return "" if grade in order.READ else say("nobody has read this line: it is '{grade}'", grade=grade)


def _by_place(corpus: Corpus) -> dict[str, LocatedProvision]:
    return {
        f"{name}#{anchor}": LocatedProvision(name, anchor, provision)
        for name, model in corpus.records.items()
        for anchor, provision in zip(corpus.anchors[name].provisions, model.provisions, strict=True)
    }
