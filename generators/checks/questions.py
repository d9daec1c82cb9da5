"""Rules for narrow questions (``vocabulary/questions.yml``)."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, lists, rule
from generators.corpus.corpus import Corpus
from generators.model.vocabulary import Vocabulary
from generators.text.problems import Problem
from generators.text.sayings import say


@rule(lists)
def question_line(corpus: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """A question has one topic. A line that answers it has that topic and is a provision
    in force.
    """
    if file.model.of != "questions":
        return
    for number, entry in enumerate(file.model):
        if len(entry.topics) != 1:
            message = say("{n} topics; a question has one", n=len(entry.topics))
            hint = say("write one topic, such as 'topics: [assistance]'")
            yield file.problem(("entries", number, "topics"), message, hint)
            continue
        topic = entry.topics[0]
        on_topic = {line.place for line in corpus.by_topic.get(topic, ())}
        for position, place in enumerate(entry.lines):
            if is_line(corpus, place) and place not in on_topic:
                message = say("no line in force has this place and this topic")
                hint = say(
                    "add '{topic}' to the topics of the line if its words answer the "
                    "question; otherwise leave it out here",
                    topic=topic,
                )
                loc = ("entries", number, "lines", position)
                yield file.problem(loc, message, hint)


def is_line(corpus: Corpus, place: str) -> bool:
    """Whether a record has a line at a place; the rule ``line-reference`` says where
    not.
    """
    record, _, anchor = place.partition("#")
    if record not in corpus.records:
        return False
    own = corpus.anchors[record]
    return anchor in own.provisions or anchor in own.steps
