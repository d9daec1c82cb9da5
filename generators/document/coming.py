"""Days to come, in words, and the calendar that holds them."""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus import coming
from generators.corpus.addresses import Target, calendar
from generators.corpus.coming import Coming
from generators.document import sentences
from generators.document.blocks import Block, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined


def section(phrases: Phrases, days: Iterable[Coming], of: Target | None = None) -> Section | None:
    """What is to come, and the calendar beside the page ``of`` (None: it has none); None where there is
    neither a day to come nor one that is over.
    """
    found = tuple(days)
    if not found:
        return None
    items = [_item(phrases, each) for each in coming.still_to_come(phrases.corpus, found)]
    none = Paragraph(phrases.ui("No day to come is recorded here."))
    blocks: list[Block] = [List(items) if items else none, *([Paragraph(link(phrases, of))] if of else [])]
    return Section(phrases.ui("Dates to come"), blocks, "dates")


def link(phrases: Phrases, of: Target) -> list[Run]:
    """What leads to the calendar beside a page."""
    return [Link(phrases.ui("Calendar: days to come and reviews due (iCalendar)"), calendar(of))]


def what(phrases: Phrases, each: Coming) -> list[Run]:
    """What happens, such as "Period ends" or "Report due"."""
    if each.what == "report":
        return phrases.ui("Report due")
    if each.what == "review":
        return phrases.ui("Next review due")
    return [sentences.happened(phrases, each.what)]


def _item(phrases: Phrases, each: Coming) -> Item:
    record = each.records[0]
    anchor = "reporting" if each.what == "report" else ""
    computed = phrases.ui("worked out from the last report") if each.computed else []
    said = phrases.labelled(phrases.date(each.day), what(phrases, each))
    about = joined((computed, phrases.confidence(each.confidence)))
    return Item(joined((said, phrases.name(record, anchor))), about)
