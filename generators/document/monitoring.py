"""Who gets reports, how often, and what it may do about a State.

Also here are the coming dates with their calendar, and the common indicators.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from generators.corpus import coming, tables
from generators.corpus.addresses import Target, calendar
from generators.corpus.coming import Coming
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.status import next_due
from generators.corpus.tables import Asking, Body, asking
from generators.document import quoted_line, sentences, state_reviews
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Group,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, Shared, joined, letters
from generators.model.records import Power, Reporting

# -- one duty to report ------------------------------------------------------------------


def find_duty(corpus: Corpus, record: str) -> Reporting:
    """The duty to report that a record sets. Raises ValueError where it sets none."""
    duty = corpus.records[record].reporting
    if duty is None:
        raise ValueError(f"{record} sets no duty to report")
    return duty


def how_often(phrases: Phrases, duty: Reporting) -> list[Run]:
    """How often a report is due, such as "every 2 years"; empty where the record gives no
    interval.
    """
    if not duty.every:
        return []
    (unit, number), *further_units = duty.every.items()
    if unit not in ("years", "months") or further_units:
        return phrases.ui("every {length}", length=phrases.measure(duty.every))
    if number == 1:
        return phrases.ui("every year") if unit == "years" else phrases.ui("every month")
    if unit == "years":
        return phrases.counted("every {n} year", "every {n} years", number)
    return phrases.counted("every {n} month", "every {n} months", number)


def next_report(phrases: Phrases, duty: Reporting) -> list[Run]:
    """When the next report is due, and whether that follows from the last one; empty
    where it is not known.
    """
    due = next_due(duty)
    if due is None:
        return []
    computed = phrases.ui("worked out from the last report") if due.computed else []
    return sentences.in_brackets(phrases.date(due.day), computed)


@once
def duty_item(phrases: Phrases, record: str) -> Shared[ListItem]:
    """The duty of a record as an item of a list. It has the name of the record, to whom
    reports go, how often, when next, and the article.
    """
    reporting = find_duty(phrases.corpus, record)
    name = phrases.name(record, "reporting")
    to = phrases.labelled(name, phrases.text_of(record, reporting.to))
    following: Runs = []
    due = next_report(phrases, reporting)
    if due:
        following = phrases.ui("next {date}", date=due)
    words = joined((to, how_often(phrases, reporting), following))
    return Shared(ListItem(words, phrases.reference(reporting.ref, record)))


def to_whom(phrases: Phrases, name: str, duty: Reporting) -> list[Run]:
    """Who receives the reports under a record (its id is ``name``): the mechanism, and
    what the record says in words.

    Words that begin with the name of the mechanism do not repeat it.
    """
    words = phrases.text_of(name, duty.to)
    if not duty.to_mechanism:
        return words
    mechanism = phrases.name(duty.to_mechanism)
    mechanism_letters = letters(mechanism)
    if not letters(words).startswith(mechanism_letters):
        return phrases.labelled(mechanism, words)
    if not isinstance(words[0], str):
        return words
    return [*mechanism, letters(words)[len(mechanism_letters) :], *words[1:]]


# -- coming dates ------------------------------------------------------------------------


def dates(
    phrases: Phrases, days: Iterable[Coming], page: Target | None = None
) -> Section | None:
    """What is to come, with a link to the calendar of a ``page`` where it has one. None
    where there are no days at all, neither to come nor over.
    """
    all_days = tuple(days)
    if not all_days:
        return None
    items = [
        _coming_item(phrases, event)
        for event in coming.still_to_come(phrases.corpus, all_days)
    ]
    blocks: list[Block] = []
    if items:
        blocks.append(List(items))
    else:
        blocks.append(Paragraph(phrases.ui("We have no coming dates.")))
    if page:
        blocks.append(Paragraph(calendar_link(phrases, page)))
    return Section(phrases.ui("Coming dates"), blocks, "dates")


def calendar_link(phrases: Phrases, page: Target) -> list[Run]:
    """A link to the calendar of a page."""
    words = phrases.ui("Calendar: coming dates and reviews due (iCalendar)")
    return [Link(words, calendar(page))]


def what_comes(phrases: Phrases, event: Coming) -> list[Run]:
    """What happens on a coming date, such as "Period ends" or "Report due"."""
    if event.what == "report":
        return phrases.ui("Report due")
    if event.what == "review":
        return phrases.ui("Next review due")
    return [sentences.happened(phrases, event.what)]


def _coming_item(phrases: Phrases, event: Coming) -> ListItem:
    """A coming date: what happens on it, to which record, and how sure that is."""
    anchor = "reporting" if event.what == "report" else ""
    record = phrases.name(event.records[0], anchor)
    day = phrases.labelled(phrases.date(event.day), what_comes(phrases, event))
    computed = phrases.ui("worked out from the last report") if event.computed else []
    about = joined((computed, phrases.confidence(event.confidence)))
    return ListItem(joined((day, record)), about)


# -- the table of those who get reports --------------------------------------------------


def duties(phrases: Phrases) -> list[Block]:
    """Who gets reports, as one table. Duties of texts whose time is over are a list in a
    fold. Nothing where no duty is recorded.
    """
    corpus = phrases.corpus
    blocks: list[Block] = []
    groups = _groups_of_bodies(phrases)
    if groups:
        labels = [column.label for column in _body_columns(phrases).values()]
        caption = phrases.ui("Who gets reports, and what it may do")
        absent = phrases.ui(
            "If a cell is empty or missing, we do not have the rule. There may be one."
        )
        blocks += notes(absent)
        blocks.append(Table(caption, [phrases.ui("Body"), *labels], groups, "duties"))
    over = [
        duty_item(phrases, record)
        for record in tables.duties(corpus)
        if corpus.group(record) == "over"
    ]
    if over:
        counted = phrases.counted(
            "{n} duty of a text whose time is over",
            "{n} duties of texts whose time is over",
            len(over),
        )
        blocks.append(Fold(counted, [List(over)]))
    return blocks


def _groups_of_bodies(phrases: Phrases) -> list[Group]:
    """The rows of all bodies: first those under a text that binds. Folded after them are
    those under plans and declarations only.
    """
    binding_rows = []
    other_rows = []
    for body in tables.bodies(phrases.corpus):
        row = _body_row(phrases, body)
        if any(phrases.corpus.records[record].binding for record in body.records):
            binding_rows.append(row)
        else:
            other_rows.append(row)
    groups = []
    if binding_rows:
        label = phrases.ui("Under texts that bind")
        groups.append(Group(label, binding_rows, folded=False))
    if other_rows:
        label = phrases.ui("Under plans and declarations")
        groups.append(Group(label, other_rows, folded=True))
    return groups


PowerName = Literal["visits", "complaints", "publishes"]
"""What a body may do about a State, by the field of ``Reporting`` that says so."""


class BodyColumn(NamedTuple):
    """A column of the table of bodies: its label, and what writes the cell of a body."""

    label: Runs
    write_cell: Callable[[Phrases, Body], list[Paragraph]]


_POWER_COLUMNS = ("onward", "visits", "complaints", "publishes")
"""The columns that the page of one record has too: what a body may do."""


def _body_columns(phrases: Phrases) -> dict[str, BodyColumn]:
    """The columns of the table of bodies after the first, by name, in their order."""
    return {
        "onward": BodyColumn(phrases.ui("It reports to"), _onward_cell),
        "how-often": BodyColumn(phrases.ui("How often"), _how_often_cell),
        "visits": BodyColumn(phrases.ui("Visits"), _visits_cell),
        "complaints": BodyColumn(phrases.ui("Complaints"), _complaints_cell),
        "publishes": BodyColumn(phrases.ui("Publishes"), _publishes_cell),
        "states": BodyColumn(phrases.ui("States"), _states_cell),
        "last-round": BodyColumn(phrases.ui("Last round"), _last_round_cell),
    }


def powers(phrases: Phrases, record: str, duty: Reporting) -> list[tuple[Runs, Runs]]:
    """What the body that gets the reports under a record may do, and to whom it reports.

    Each is a label and a line with the article; the line is empty where none is recorded.
    """
    body = Body(duty.to_mechanism or "", (record,))
    columns = _body_columns(phrases)
    labelled_lines: list[tuple[Runs, Runs]] = []
    for name in _POWER_COLUMNS:
        paragraphs = columns[name].write_cell(phrases, body)
        line = joined(paragraph.runs for paragraph in paragraphs)
        labelled_lines.append((columns[name].label, line))
    return labelled_lines


def _body_row(phrases: Phrases, body: Body) -> Row:
    """A body with its cells; a cell for what no record says is empty."""
    cells = [
        column.write_cell(phrases, body) for column in _body_columns(phrases).values()
    ]
    name = [Paragraph(_body_name(phrases, body))]
    return Row([name, *cells], facets={"record": " ".join(body.records)})


def _body_name(phrases: Phrases, body: Body) -> Runs:
    """The name of a body. It leads to the body's page, else to the duty under its first
    text.
    """
    mechanism = body.mechanism
    if mechanism and phrases.corpus.mechanisms[mechanism].kind != "organisation":
        return phrases.name(mechanism)
    record = body.records[0]
    words = to_whom(phrases, record, find_duty(phrases.corpus, record))
    if mechanism:
        return words
    return [Link(words, Target("record", record, "reporting"))]


# -- the cells of that table -------------------------------------------------------------


def _duties_of(phrases: Phrases, body: Body) -> list[tuple[str, Reporting]]:
    """The records under which a body gets reports, each with the duty that it sets."""
    return [(record, find_duty(phrases.corpus, record)) for record in body.records]


def _onward_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """To whom a body reports itself, with the article; empty where no text says it."""
    records_by_onward = grouped(
        (duty.onward, record) for record, duty in _duties_of(phrases, body) if duty.onward
    )
    paragraphs = []
    for onward, records in records_by_onward.items():
        to = phrases.text_of(records[0], onward.to)
        place = _cited_place(phrases, body, records, onward.ref)
        paragraphs.append(Paragraph([*to, " ", *place]))
    return paragraphs


def _visits_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """Where texts say that a body may visit a State."""
    return _power_cell(phrases, body, "visits")


def _complaints_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """Where texts say that a body may examine complaints of persons."""
    return _power_cell(phrases, body, "complaints")


def _publishes_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """Where texts say that a body makes public what it finds about a State."""
    return _power_cell(phrases, body, "publishes")


def _power_cell(phrases: Phrases, body: Body, name: PowerName) -> list[Paragraph]:
    """Where texts say that a body may do something; empty where no text says it.

    Each line has the article, whether the State must agree, and how sure that is.
    """
    records_by_power: dict[Power, list[str]] = {}
    for record, duty in _duties_of(phrases, body):
        power = _find_power(duty, name)
        if power:
            records_by_power.setdefault(power, []).append(record)
    paragraphs = []
    for power, records in records_by_power.items():
        place = _cited_place(phrases, body, records, power.ref)
        agreed = phrases.ui("only if the State agrees") if power.if_agreed else []
        confidence = phrases.confidence(power.confidence)
        paragraphs.append(Paragraph(joined((place, agreed, confidence))))
    return paragraphs


def _find_power(duty: Reporting, name: PowerName) -> Power | None:
    """What a duty says of a power; None where it says nothing."""
    if name == "visits":
        return duty.visits
    if name == "complaints":
        return duty.complaints
    return duty.publishes


def _cited_place(
    phrases: Phrases, body: Body, records: Sequence[str], ref: str
) -> list[Run]:
    """An article, which leads to the duty. The names of its ``records`` are before it
    where the body gets reports under others too.
    """
    if len(body.records) == len(records):
        return phrases.name_of_place(ref, records[0], "reporting")
    return phrases.cited(_duty_names(phrases, records), ref, records[0])


def _duty_names(phrases: Phrases, records: Iterable[str]) -> list[Run]:
    """Records in one line, each leading to the duty that it sets."""
    names = (phrases.name(record, "reporting") for record in records)
    return joined(names, phrases.localizer.comma)


class ReportInterval(NamedTuple):
    """How often reports are due to a body, in ``words``, and which records set this.

    The records are by article (None where it is not recorded) and confidence.
    """

    words: Runs
    records_by_article: dict[tuple[str | None, str], list[str]]


def _how_often_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """How often reports are due: each interval with the articles that set it."""
    paragraphs = []
    for interval in _report_intervals(phrases, body):
        line = [interval.words]
        for (article, confidence), records in interval.records_by_article.items():
            names = _duty_names(phrases, records)
            line.append(phrases.cited(names, article, records[0]))
            line.append(phrases.confidence(confidence))
        paragraphs.append(Paragraph(joined(line)))
    return paragraphs


def _report_intervals(phrases: Phrases, body: Body) -> list[ReportInterval]:
    """The intervals between reports to a body, each once, in the order of its records.

    Who reports is part of the words, where that is not the States.
    """
    intervals: dict[str, ReportInterval] = {}
    for record, duty in _duties_of(phrases, body):
        when = how_often(phrases, duty) or phrases.text_of(record, duty.cadence)
        who = phrases.label("roles", duty.by) if duty.by != "states" else []
        words = joined((who, when))
        interval = intervals.setdefault(letters(words), ReportInterval(words, {}))
        confidence = phrases.corpus.confidence_of(record, duty)
        records = interval.records_by_article.setdefault((duty.ref, confidence), [])
        records.append(record)
    return list(intervals.values())


def _states_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """How many States a body watches; empty where that is not known."""
    watched = tables.states_watched(phrases.corpus, body)
    if watched is None:
        return []
    number = phrases.number(watched.number)
    if watched.at_least:
        number = phrases.ui("at least {n}", n=number)
    return [Paragraph(number)]


def _last_round_cell(phrases: Phrases, body: Body) -> list[Paragraph]:
    """The newest report to a State that we read, and where all of them are.

    Where we read none it is the day of the last report to the body, if that is known.
    """
    reviews = tables.reviews(phrases.corpus, body)
    if reviews:
        newest = reviews[0]
        round_ = state_reviews.round_of_review(phrases, newest.review)
        day = state_reviews.day_of_review(phrases, newest.mechanism, newest.review)
        read = phrases.counted("{n} report read", "{n} reports read", len(reviews))
        link = Link(read, Target("record", newest.mechanism, state_reviews.ANCHOR))
        return [Paragraph(joined((round_, day, [link])))]
    days = [duty.last for _, duty in _duties_of(phrases, body) if duty.last]
    if not days:
        return []
    return [Paragraph(phrases.date(max(days, key=lambda day: day.last)))]


# -- the common indicators ---------------------------------------------------------------


def indicators(phrases: Phrases) -> Entries:
    """The common indicators: what each counts, in what unit, by what, and who asks for
    it.
    """
    codes = phrases.corpus.vocabularies.entries_of("indicators")
    return Entries([_indicator_entry(phrases, code) for code in codes], "definitions")


def _indicator_entry(phrases: Phrases, code: str) -> Entry:
    """An indicator, by its code in the vocabulary. It has a name, definition, unit, by
    what it is split, topics, and who asks for it.
    """
    indicator = phrases.corpus.vocabularies.entries_of("indicators")[code]
    unit: Runs = []
    if indicator.unit:
        unit = phrases.definition("indicators", code, "unit")
    split: Runs = []
    if indicator.disaggregation:
        split = phrases.definition("indicators", code, "disaggregation")
    topics = [phrases.entry("topics", topic) for topic in indicator.topics]
    measured = joined(
        (
            phrases.labelled(phrases.ui("Unit"), unit),
            phrases.labelled(phrases.ui("By"), split),
            *topics,
        )
    )
    askers = joined(asked_by(phrases, asker) for asker in asking(phrases.corpus, code))
    return Entry(
        phrases.definition("indicators", code),
        [measured, phrases.labelled(phrases.ui("Asked for by"), askers)],
        phrases.label("indicators", code),
        anchor=code,
    )


def asked_by(phrases: Phrases, asker: Asking) -> list[Run]:
    """One who asks for a number, with the place, and how sure that is. A plan that
    measures the number has its name, and that its time is over where it is.
    """
    name = phrases.name(asker.owner, asker.anchor)
    if asker.measures:
        return sentences.in_brackets(name, quoted_line.ended(phrases, asker.owner))
    place = phrases.cited(name, asker.ref)
    return joined((place, phrases.confidence(asker.confidence)))
