"""What is said of a text beside a line of it, wherever the line is quoted: what force it
has where it does not bind, and when its time is where that is not today.
"""

from __future__ import annotations

from generators.document.phrases import Phrases
from generators.document.runs import Run, joined


def superseded_by(phrases: Phrases, record: str) -> list[Run]:
    """Which texts took the place of one."""
    heirs = joined(phrases.name(heir) for heir in phrases.corpus.successors(record))
    return phrases.ui("superseded by {record}", record=heirs)


def force(phrases: Phrases, record: str, told: object = None) -> list[Run]:
    """What the text of a line (``told``) is today, where that is not that it binds:
    "must" says that it does; and when its time is, where that is not today.
    """
    bound = phrases.corpus.binds_anyone(record)
    today = [] if bound else phrases.force_of(record)
    return joined((today, time(phrases, record, told)))


def time(phrases: Phrases, record: str, told: object = None) -> list[Run]:
    """From which day a line of a text applies, or that the time of the text is over;
    nothing where that time is today.
    """
    return joined((phrases.applies_from(record, told), ended(phrases, record)))


def ended(phrases: Phrases, record: str) -> list[Run]:
    """That the time of a text is over: until when it ran, or what took its place. Nothing
    of a text that stands, or that was to bind: its force says it.
    """
    corpus = phrases.corpus
    if corpus.records[record].binding or corpus.group(record) != "over":
        return []
    end = corpus.period_ended(record)
    ran = phrases.dated("its time is over: it ran until {date}", end)
    return ran or superseded_by(phrases, record)
