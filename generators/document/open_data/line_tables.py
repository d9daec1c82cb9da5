"""The tables of the lines of records: provisions, their topics, steps, objectives and
indicators. Topics without a provision have a table, too, and so have duties to report.
The docstrings and the strings under columns are what readers see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from generators.corpus.comparisons import absent_topics
from generators.corpus.corpus import Corpus, Lines
from generators.corpus.order import nearness
from generators.document import monitoring, sentences
from generators.document.open_data import columns
from generators.document.open_data.data_table import ForeignKey
from generators.document.open_data.table_maker import (
    ColumnAdder,
    TableDefinition,
    TableRow,
    field_of_line,
)
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import ui

SOURCE = ForeignKey(("record", "source"), "sources", ("owner", "id"))


def _line_rows(corpus: Corpus, kind: Lines) -> Iterator[TableRow]:
    """A row for each line of a kind, of all records."""
    for record in sorted(corpus.records):
        for located in corpus.lines_of(record, kind):
            yield TableRow(record, located.line, located.anchor, located.number)


def _rows_of_kind(kind: Lines) -> Callable[[Corpus], Iterator[TableRow]]:
    """What gives the rows of a table of lines of one kind."""
    return partial(_line_rows, kind=kind)


def _source_of_text(corpus: Corpus, row: TableRow) -> str | None:
    """The id of the first source that is the text of the record itself. None if there is
    no such source.
    """
    sources = corpus.records[row.owner].sources
    for source_id, source in zip(columns.source_ids(sources), sources, strict=True):
        if source.kind == "primary":
            return source_id
    return None


class _MeasureColumns:
    value = columns.number_column()
    """The number in the text. It is empty if the text gives several."""
    value_unit = columns.unit_columns("value")
    """The unit of the number in value, such as days, years or persons."""
    value_days = columns.days_column("value")
    """A length of time in days of the average month or year: to compare by, not to quote.
    """
    value_is = columns.plain_column("code", vocabulary="bounds")
    """Whether the text says at least or at most that number. It is empty if it says
    neither.
    """
    within = columns.number_column(ui("Within what time"))
    """The number of the time within which it must be done."""
    within_unit = columns.unit_columns("within")
    """The unit of the time in within, such as hours or days."""
    within_days = columns.days_column("within")
    """A length of time in days of the average month or year: to compare by, not to quote.
    """
    value_words = columns.words_column(
        ui("How many"), lambda phrases, row: sentences.value(phrases, row.line)
    )
    """The number and the time limit in words."""


class _SourceColumns:
    source = columns.plain_column("code", getter=_source_of_text)
    """The source that holds the text itself: look it up in sources by owner (= record)
    and id. It does not say where this line was read: see confidence.
    """


def _shown_in(corpus: Corpus, row: TableRow) -> str | None:
    """The amended text, if pages on topics show a line of the amending text there. None
    if they show this line for one of its topics.
    """
    amended = corpus.amended_topics(row.owner)
    texts = [amended.get(topic) for topic in row.line.topics]
    return texts[0] if all(texts) else None


def _applies_from(corpus: Corpus, row: TableRow) -> PartialDate | None:
    return corpus.applies_from(row.owner, row.line)


class ProvisionRows(TableDefinition):
    """One row for each place of a text: what it says. An amending text and the text as
    amended both have rows. To count each once, leave out rows with shown_in.
    """

    TITLE = ui("Provisions")
    NAME = "provisions"
    ROWS = _rows_of_kind("provisions")
    KEY = "record id"
    LINKS = (columns.RECORD, SOURCE, ForeignKey(("shown_in",), "records", ("id",)))
    WORDED = ("says", "reference", "record_name", "topics_label")

    of_record = columns.RecordColumns
    id = columns.ANCHOR
    address = columns.address_column()
    regions = columns.REGIONS
    topics = columns.code_columns("topics", ui("Topics"), several=True)
    """The topics that the line is about."""
    strength = columns.code_columns("strengths", ui("Strength"))
    """How far the text obliges: whether parties must, should or may, or a principle is
    stated.
    """
    about = columns.nearness_columns(
        lambda corpus, row: nearness(corpus, row.owner, row.line)
    )
    in_text = columns.ReferenceColumns
    says = columns.prose_columns(ui("What it says"))
    only_for = columns.ONLY_FOR
    numbers = _MeasureColumns
    holds_from = columns.plain_column("day", ui("Since"), getter=field_of_line("from_"))
    """The first day on which the line holds. It is empty if it has held as long as the
    text.
    """
    holds_until = columns.plain_column("day", ui("Until"), getter=field_of_line("until"))
    """The first day on which it no longer holds."""
    applies_from = columns.plain_column("day", ui("Applies from"), getter=_applies_from)
    """The day from which the line applies, if that is to come. Before that day it binds
    nobody.
    """
    current = columns.plain_column(
        "yes", getter=lambda corpus, row: corpus.current(row.line)
    )
    """Whether it is the version that holds on the day of the data. It says nothing about
    whether the text itself is in force: see status and binds.
    """
    shown_in = columns.plain_column("code", getter=_shown_in)
    """The amended text where topic pages show the line, by its id. Otherwise it is empty.
    """
    standing = columns.StatusColumns
    read_in = _SourceColumns
    confidence = columns.confidence_columns()


def _topic_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each topic of each provision."""
    for row in _line_rows(corpus, "provisions"):
        for topic in row.line.topics:
            yield row._replace(line={"topic": topic})


class ProvisionTopicRows(TableDefinition):
    """Which provision is on which topic."""

    TITLE = ui("Topics")
    NAME = "provision_topics"
    ROWS = _topic_rows
    KEY = "record id topic"
    LINKS = (ForeignKey(("record", "id"), "provisions", ("record", "id")),)
    JOINS = True

    record = columns.OWNER
    id = columns.ANCHOR
    topic = columns.code_columns("topics", ui("Topic"))
    """A topic that the line is about."""


def _absence_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each record and each topic on which it has no provision."""
    for record, topics_by_kind in sorted(absent_topics(corpus).items()):
        for kind, topics in topics_by_kind.items():
            absence = "not-recorded" if kind == "unread" else kind.replace("_", "-")
            for topic in topics:
                yield TableRow(record, {"topic": topic, "absence": absence})


class SilenceRows(TableDefinition):
    """Topics on which a record has no provision, and why. Texts of one State only are
    left out, as in comparisons.
    """

    TITLE = ui("Silence")
    NAME = "silence"
    ROWS = _absence_rows
    KEY = "record topic"
    LINKS = (columns.RECORD,)

    record = columns.OWNER
    topic = columns.code_columns("topics", ui("Topic"))
    """A topic on which the record has no provision."""
    absence = columns.code_columns("absences", ui("Silence"))
    """Whether the text, read in full, says nothing. Otherwise only a part was read, it
    could not be read, or nobody has looked.
    """


class StepRows(TableDefinition):
    """One row for each step of a procedure: what it asks."""

    TITLE = ui("Steps of procedures")
    NAME = "steps"
    ROWS = _rows_of_kind("steps")
    KEY = "record id"
    LINKS = (columns.RECORD, SOURCE)
    WORDED = ("does", "reference", "record_name", "stage_label")

    of_record = columns.RecordColumns
    id = columns.ANCHOR
    number = columns.PLACE
    """The place of the step in its procedure, from 1."""
    address = columns.address_column()
    stage = columns.code_columns("stages", ui("Step of a case"))
    """The step of a case to which it belongs, such as detection or return."""
    who = columns.code_columns("roles", ui("By whom"), several=True)
    """Who acts, such as the police, a shelter or a consulate."""
    who_inferred = columns.plain_column(
        "yes", getter=lambda corpus, row: corpus.records[row.owner].who_inferred
    )
    """Whether who acts is our reading: the source does not name them."""
    in_text = columns.ReferenceColumns
    does = columns.prose_columns(ui("What is done"))
    """Who does what at this step, in our words."""
    only_for = columns.ONLY_FOR
    time_limit = columns.prose_columns(ui("Time limits"))
    """A time limit that no number can say."""
    numbers = _MeasureColumns
    standing = columns.StatusColumns
    read_in = _SourceColumns
    confidence = columns.confidence_columns()


class _PlanColumns:
    of_record = columns.RecordColumns
    id = columns.ANCHOR
    address = columns.address_column()
    in_text = columns.ReferenceColumns
    says = columns.prose_columns(ui("What it says"))


class ObjectiveRows(TableDefinition):
    """One row for each objective of a plan: what the plan wants to reach."""

    TITLE = ui("Objectives")
    NAME = "objectives"
    ROWS = _rows_of_kind("objectives")
    KEY = "record id"
    LINKS = (columns.RECORD,)

    of_plans = _PlanColumns
    confidence = columns.confidence_columns()


class IndicatorRows(TableDefinition):
    """One row for each indicator of a plan: what it counts."""

    TITLE = ui("Indicators")
    NAME = "indicators"
    ROWS = _rows_of_kind("indicators")
    KEY = "record id"
    LINKS = (columns.RECORD,)

    of_plans = _PlanColumns
    measures = columns.code_columns("indicators", ui("Common indicators"))
    """Which of our common indicators it counts. It is empty if it counts none of them."""
    confidence = columns.confidence_columns()


def _duty_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each record with a duty to report."""
    for record, model in sorted(corpus.records.items()):
        if model.reporting:
            yield TableRow(record, model.reporting, "reporting")


def _power(field: Literal["visits", "complaints", "publishes"]) -> ColumnAdder:
    """A column that says whether the body that gets the reports has a power."""

    def code_of_power(_: Corpus, row: TableRow) -> str | None:
        power = getattr(row.line, field)
        if power is None:
            return None
        return "if-agreed" if power.if_agreed else "yes"

    return columns.plain_column("code", vocabulary="powers", getter=code_of_power)


class ReportingRows(TableDefinition):
    """Who reports to whom"""  # noqa: D415 - a title

    TITLE = ui("Reporting")
    NAME = "reporting"
    ROWS = _duty_rows
    KEY = "record"
    LINKS = (columns.RECORD, ForeignKey(("to_mechanism",), "mechanisms", ("id",)))

    of_record = columns.RecordColumns
    address = columns.address_column()
    report_by = columns.code_columns("roles", ui("Who reports"), field_of_line("by"))
    """Who has to report."""
    report_to = columns.prose_columns(ui("To whom"), "to")
    """Who gets the reports, in our words."""
    to_mechanism = columns.ID
    """The organisation or body that gets the reports, by id."""
    every = columns.number_column(ui("How often"))
    """The time between two reports, as a number of the unit in every_unit."""
    every_unit = columns.unit_columns("every")
    """The unit of the time between two reports."""
    every_words = columns.words_column(
        ui("How often"), lambda phrases, row: monitoring.how_often(phrases, row.line)
    )
    """The time between two reports in words."""
    cadence = columns.prose_columns(ui("Note"))
    """When a report is due, where a plain interval cannot say it."""
    onward = columns.prose_columns(ui("It reports to"), "onward.to")
    """To whom the body that gets the reports reports in its turn."""
    onward_ref = columns.plain_column("text", getter=field_of_line("onward.ref"))
    """The place in the text that says so."""
    visits = _power("visits")
    """Whether the body may visit a State.

    It is empty if no text that we read says so.
    """
    visits_ref = columns.plain_column("text", getter=field_of_line("visits.ref"))
    """The place in the text that says so."""
    complaints = _power("complaints")
    """Whether the body may examine what persons complain of.

    It is empty if no text that we read says so.
    """
    complaints_ref = columns.plain_column("text", getter=field_of_line("complaints.ref"))
    """The place in the text that says so."""
    publishes = _power("publishes")
    """Whether what the body finds about a State is made public.

    It is empty if no text that we read says so.
    """
    publishes_ref = columns.plain_column("text", getter=field_of_line("publishes.ref"))
    """The place in the text that says so."""
    in_text = columns.ReferenceColumns
    standing = columns.StatusColumns
    confidence = columns.confidence_columns()
