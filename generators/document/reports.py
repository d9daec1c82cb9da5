"""What is said of a duty to report: how often, when next, to whom."""

from __future__ import annotations

from generators.corpus.reporting import next_due
from generators.document import sentences
from generators.document.blocks import Item
from generators.document.phrases import Phrases
from generators.document.runs import Run, Shared, joined
from generators.model.records import Reporting


def every(phrases: Phrases, duty: Reporting) -> list[Run]:
    """How often a report is due; empty where the record gives no interval."""
    if not duty.every:
        return []
    (unit, number), *more = duty.every.items()
    if unit not in ("years", "months") or more:
        return phrases.ui("every {length}", length=phrases.measure(duty.every))
    if number == 1:
        return phrases.ui("every year") if unit == "years" else phrases.ui("every month")
    if unit == "years":
        return phrases.counted("every {n} year", "every {n} years", number)
    return phrases.counted("every {n} month", "every {n} months", number)


def next_report(phrases: Phrases, duty: Reporting) -> list[Run]:
    """When the next report is due, and whether that follows from the last one; empty where it is not
    known.
    """
    due = next_due(duty)
    if due is None:
        return []
    beside = phrases.ui("worked out from the last report") if due.computed else []
    return sentences.in_brackets(phrases.date(due.day), beside)


def duty(phrases: Phrases, record: str) -> Shared:
    """A duty to report in a list: the record that sets it, to whom, how often, when next, and where it says
    so.
    """
    return phrases.shared(
        ("duty", record), lambda: _duty(phrases, record, phrases.corpus.records[record].reporting)
    )


def _duty(phrases: Phrases, record: str, of: Reporting) -> Item:
    to = phrases.labelled(phrases.name(record, "reporting"), phrases.text_of(record, of.to))
    due = next_report(phrases, of)
    following = phrases.ui("next {date}", date=due) if due else []
    return Item(joined((to, every(phrases, of), following)), phrases.reference(of.ref, record))
