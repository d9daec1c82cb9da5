"""Who must report what to whom, how often and when next; days to come, and the calendar that holds them; the
common indicators.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus import coming, tables
from generators.corpus.addresses import Target, calendar
from generators.corpus.coming import Coming
from generators.corpus.indicator_matrix import Asking, asking
from generators.corpus.reporting import next_due
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Blocks,
    Entries,
    Entry,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Annotation, Link, Run, Runs, Shared, joined
from generators.document.topic import named
from generators.model.records import Reporting


def how_often(phrases: Phrases, duty: Reporting) -> list[Run]:
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
        ("duty", record), lambda: _duty_told(phrases, record, phrases.corpus.records[record].reporting)
    )


def _duty_told(phrases: Phrases, record: str, of: Reporting) -> Item:
    to = phrases.labelled(phrases.name(record, "reporting"), phrases.text_of(record, of.to))
    due = next_report(phrases, of)
    following = phrases.ui("next {date}", date=due) if due else []
    return Item(joined((to, how_often(phrases, of), following)), phrases.reference(of.ref, record))


def dates(phrases: Phrases, days: Iterable[Coming], of: Target | None = None) -> Section | None:
    """What is to come, and the calendar beside the page ``of`` (None: it has none); None where there is
    neither a day to come nor one that is over.
    """
    found = tuple(days)
    if not found:
        return None
    items = [_item(phrases, each) for each in coming.still_to_come(phrases.corpus, found)]
    none = Paragraph(phrases.ui("We have no coming dates."))
    blocks: list[Block] = [
        List(items) if items else none,
        *([Paragraph(calendar_link(phrases, of))] if of else []),
    ]
    return Section(phrases.ui("Coming dates"), blocks, "dates")


def calendar_link(phrases: Phrases, of: Target) -> list[Run]:
    """What leads to the calendar beside a page."""
    return [Link(phrases.ui("Calendar: coming dates and reviews due (iCalendar)"), calendar(of))]


def what_comes(phrases: Phrases, each: Coming) -> list[Run]:
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
    said = phrases.labelled(phrases.date(each.day), what_comes(phrases, each))
    about = joined((computed, phrases.confidence(each.confidence)))
    return Item(joined((said, phrases.name(record, anchor))), about)


def duties(phrases: Phrases) -> list[Block]:
    """All duties to report, those with a date first; those of texts whose time is over folded. Nothing where
    none is recorded.
    """
    corpus = phrases.corpus
    found = tables.duties(corpus)
    standing = [record for record in found if corpus.group(record) != "over"]
    over = [record for record in found if corpus.group(record) == "over"]
    caption = phrases.ui("Reporting duties, those with a date first")
    blocks: list[Block] = [_table(phrases, standing, caption, "compare")] if standing else []
    if over:
        counted = phrases.counted(
            "{n} duty of a text whose time is over", "{n} duties of texts whose time is over", len(over)
        )
        blocks.append(Fold(counted, [_table(phrases, over, counted, "")]))
    return blocks


def _table(phrases: Phrases, records: list[str], caption: Runs, anchor: str) -> Table:
    """Duties as a table; a column in which nothing would stand is left out."""
    dated = any(next_due(phrases.corpus.records[record].reporting) for record in records)
    columns = [
        phrases.ui("Record"),
        phrases.ui("Who reports"),
        phrases.ui("To whom"),
        phrases.ui("How often"),
        *([phrases.ui("Next due")] if dated else []),
        phrases.ui("Status"),
    ]
    rows = [_duty(phrases, record, dated) for record in records]
    return Table(caption, columns, [Group([], rows)], "duties", anchor)


def _duty(phrases: Phrases, record: str, dated: bool) -> Row:
    duty = phrases.corpus.records[record].reporting
    sure = phrases.confidence(phrases.corpus.confidence_of(record, duty))
    ref = [" ", Annotation(phrases.reference(duty.ref, record))] if duty.ref else []
    to = joined(([*phrases.text_of(record, duty.to), *ref], sure))
    return Row(
        [
            [Paragraph(named(phrases, record, "reporting"))],
            [Paragraph(phrases.label("roles", duty.by))],
            [Paragraph(to)],
            _interval(phrases, record, duty),
            *([[Paragraph(_next(phrases, duty))]] if dated else []),
            [Paragraph(sentences.status(phrases, record))],
        ],
        facets={"record": record},
    )


def _interval(phrases: Phrases, record: str, duty: Reporting) -> Blocks:
    every = how_often(phrases, duty)
    number = [Paragraph(every, "number")] if every else []
    return [*number, *([Paragraph(phrases.text_of(record, duty.cadence))] if duty.cadence else [])]


def _next(phrases: Phrases, duty: Reporting) -> list[Run]:
    absent = Absence(silent=False, words=phrases.localizer.gettext("we do not have this"))
    return next_report(phrases, duty) or [absent]


def indicators(phrases: Phrases) -> Entries:
    """The common indicators: what each counts, in what unit, by what, and who asks for it."""
    return Entries(
        [_indicator(phrases, code) for code in phrases.corpus.vocabularies.of("indicators")], "definitions"
    )


def _indicator(phrases: Phrases, code: str) -> Entry:
    entry = phrases.corpus.vocabularies.of("indicators")[code]

    def labelled(label: str, part: str) -> list[Run]:
        return (
            phrases.labelled([label], phrases.definition("indicators", code, part))
            if getattr(entry, part)
            else []
        )

    ui = phrases.localizer.gettext
    topics = (phrases.entry("topics", topic) for topic in entry.topics)
    measured = joined((labelled(ui("Unit"), "unit"), labelled(ui("By"), "disaggregation"), *topics))
    asked = joined(asked_by(phrases, each) for each in asking(phrases.corpus, code))
    return Entry(
        text=phrases.definition("indicators", code),
        about=[measured, phrases.labelled(phrases.ui("Asked for by"), asked) if asked else []],
        label=phrases.label("indicators", code),
        anchor=code,
    )


def asked_by(phrases: Phrases, each: Asking) -> list[Run]:
    """One who asks for a number, with the place, and how sure that is; of a plan that measures it, the name
    alone.
    """
    name = phrases.name(each.owner, each.anchor)
    if each.measures:
        return name
    return joined((phrases.cited(name, each.ref), phrases.confidence(each.confidence)))
