"""Who gets reports, how often, and what it may do; what States were told by those who
watch over them, from the side of each; days to come, and the calendar that holds them;
the common indicators.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from generators.corpus import coming, tables
from generators.corpus.addresses import Target, calendar
from generators.corpus.coming import Coming
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.status import next_due
from generators.corpus.tables import Asking, Body, Told, asking, latest, told
from generators.document import blocks as block
from generators.document import quoted_line, sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    notes,
    row,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, Shared, joined, letters
from generators.model.mechanisms import StateReview
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
    """When the next report is due, and whether that follows from the last one; empty
    where it is not known.
    """
    due = next_due(duty)
    if due is None:
        return []
    beside = phrases.ui("worked out from the last report") if due.computed else []
    return sentences.in_brackets(phrases.date(due.day), beside)


@once
def duty(phrases: Phrases, record: str) -> Shared[ListItem]:
    """A duty to report in a list: the record that sets it, to whom, how often, when next,
    and where it says so.
    """
    of = phrases.corpus.records[record].reporting
    to = phrases.labelled(
        phrases.name(record, "reporting"), phrases.text_of(record, of.to)
    )
    due = next_report(phrases, of)
    following = phrases.ui("next {date}", date=due) if due else []
    return Shared(
        ListItem(
            joined((to, how_often(phrases, of), following)),
            phrases.reference(of.ref, record),
        )
    )


def dates(
    phrases: Phrases, days: Iterable[Coming], of: Target | None = None
) -> Section | None:
    """What is to come, and the calendar beside the page ``of`` (None: it has none); None
    where there is neither a day to come nor one that is over.
    """
    found = tuple(days)
    if not found:
        return None
    items = [_item(phrases, each) for each in coming.still_to_come(phrases.corpus, found)]
    none = Paragraph(phrases.ui("We have no coming dates."))
    more = [Paragraph(calendar_link(phrases, of))] if of else []
    return Section(
        phrases.ui("Coming dates"), [List(items) if items else none, *more], "dates"
    )


def calendar_link(phrases: Phrases, of: Target) -> list[Run]:
    """What leads to the calendar beside a page."""
    return [
        Link(
            phrases.ui("Calendar: coming dates and reviews due (iCalendar)"), calendar(of)
        )
    ]


def what_comes(phrases: Phrases, each: Coming) -> list[Run]:
    """What happens, such as "Period ends" or "Report due"."""
    if each.what == "report":
        return phrases.ui("Report due")
    if each.what == "review":
        return phrases.ui("Next review due")
    return [sentences.happened(phrases, each.what)]


def _item(phrases: Phrases, each: Coming) -> ListItem:
    record = each.records[0]
    anchor = "reporting" if each.what == "report" else ""
    computed = phrases.ui("worked out from the last report") if each.computed else []
    said = phrases.labelled(phrases.date(each.day), what_comes(phrases, each))
    about = joined((computed, phrases.confidence(each.confidence)))
    return ListItem(joined((said, phrases.name(record, anchor))), about)


def duties(phrases: Phrases) -> list[Block]:
    """Who gets reports, as one table, those under binding texts first; duties of texts
    whose time is over as a list, folded. Nothing where none is recorded.
    """
    corpus, ui = phrases.corpus, phrases.ui
    over = [
        duty(phrases, record)
        for record in tables.duties(corpus)
        if corpus.group(record) == "over"
    ]
    blocks: list[Block] = []
    binding = {name for name, model in corpus.records.items() if model.binding}
    bodies = tables.bodies(corpus)
    rows = grouped(
        (binding.isdisjoint(body.records), _row(phrases, body)) for body in bodies
    )
    if rows:
        labels = {
            False: ui("Under texts that bind"),
            True: ui("Under plans and declarations"),
        }
        groups = [
            block.Group(labels[key], rows[key], folded=key)
            for key in labels
            if key in rows
        ]
        head = [ui("Body"), *(label for label, _ in _columns(phrases))]
        absent = ui(
            "If a cell is empty or missing, we do not have the rule. There may be one."
        )
        caption = ui("Who gets reports, and what it may do")
        blocks += [*notes(absent), block.Table(caption, head, groups, "duties")]
    if over:
        counted = phrases.counted(
            "{n} duty of a text whose time is over",
            "{n} duties of texts whose time is over",
            len(over),
        )
        blocks.append(block.Fold(counted, [List(over)]))
    return blocks


def _columns(
    phrases: Phrases,
) -> list[tuple[Runs, Callable[[Phrases, Body], list[Paragraph]]]]:
    """What is said of a body, and what says it."""
    return [
        (phrases.ui("It reports to"), _onward),
        (phrases.ui("How often"), _often),
        (phrases.ui("Visits"), partial(_may, of="visits")),
        (phrases.ui("Complaints"), partial(_may, of="complaints")),
        (phrases.ui("Publishes"), partial(_may, of="publishes")),
        (phrases.ui("States"), _states),
        (phrases.ui("Last round"), _last_round),
    ]


def _row(phrases: Phrases, body: Body) -> Row:
    """A body; a cell for what no record holds is empty."""
    said = [say(phrases, body) for _, say in _columns(phrases)]
    return Row(
        [[Paragraph(_name(phrases, body))], *said],
        facets={"record": " ".join(body.records)},
    )


def _name(phrases: Phrases, body: Body) -> Runs:
    """A body, which leads to its page, else to the duty under its first text."""
    if (
        body.mechanism
        and phrases.corpus.mechanisms[body.mechanism].kind != "organisation"
    ):
        return phrases.name(body.mechanism)
    record = body.records[0]
    called = to_whom(phrases, record, phrases.corpus.records[record].reporting)
    return (
        called
        if body.mechanism
        else [Link(called, Target("record", record, "reporting"))]
    )


def to_whom(phrases: Phrases, name: str, duty: Reporting) -> list[Run]:
    """Who receives a report: the mechanism, and in words what the record says, without
    naming it twice.
    """
    to = phrases.text_of(name, duty.to)
    if not duty.to_mechanism:
        return to
    called = phrases.name(duty.to_mechanism)
    if letters(to).startswith(letters(called)):
        return (
            [*called, letters(to)[len(letters(called)) :], *to[1:]]
            if isinstance(to[0], str)
            else to
        )
    return phrases.labelled(called, to)


def _onward(phrases: Phrases, body: Body) -> list[Paragraph]:
    return [
        Paragraph(
            [
                *phrases.text_of(records[0], onward.to),
                " ",
                *_place(phrases, body, records, onward.ref),
            ]
        )
        for onward, records in _alike(phrases, body, "onward")
    ]


def _alike(phrases: Phrases, body: Body, of: str) -> Iterable[tuple[Any, Sequence[str]]]:
    """What texts say in the field ``of`` of a duty, each with the records that say the
    same.
    """
    fields = (
        (getattr(phrases.corpus.records[name].reporting, of), name)
        for name in body.records
    )
    return grouped((said, name) for said, name in fields if said).items()


def _place(phrases: Phrases, body: Body, records: Sequence[str], ref: str) -> list[Run]:
    """An article, with the names of its texts where a body has others."""
    if len(body.records) == len(records):
        return phrases.name_of_place(ref, records[0], "reporting")
    names = joined(
        (phrases.name(record, "reporting") for record in records), phrases.localizer.comma
    )
    return phrases.cited(names, ref, records[0])


def _often(phrases: Phrases, body: Body) -> list[Paragraph]:
    """How often reports are due, each interval with the texts and articles that set it;
    who makes them, where that is not the States.
    """
    lines: dict[str, tuple[Runs, dict[tuple[str | None, str], list[str]]]] = {}
    for record in body.records:
        duty = phrases.corpus.records[record].reporting
        when = how_often(phrases, duty) or phrases.text_of(record, duty.cadence)
        by = phrases.label("roles", duty.by) if duty.by != "states" else []
        _, places = lines.setdefault(letters([*by, *when]), (joined((by, when)), {}))
        places.setdefault(
            (duty.ref, phrases.corpus.confidence_of(record, duty)), []
        ).append(record)
    said = []
    for line, places in lines.values():
        set_by = (_set_by(phrases, own, *place) for place, own in places.items())
        said.append(Paragraph(joined((line, *set_by))))
    return said


def _set_by(
    phrases: Phrases, records: list[str], ref: str | None, sure: str
) -> list[Run]:
    names = joined(
        (phrases.name(record, "reporting") for record in records), phrases.localizer.comma
    )
    return joined((phrases.cited(names, ref, records[0]), phrases.confidence(sure)))


def _may(phrases: Phrases, body: Body, of: str) -> list[Paragraph]:
    """Where texts say that a body may do something (the field ``of`` of a duty)."""
    lines = []
    for power, records in _alike(phrases, body, of):
        agreed = phrases.ui("only if the State agrees") if power.if_agreed else []
        place, sure = (
            _place(phrases, body, records, power.ref),
            phrases.confidence(power.confidence),
        )
        lines.append(Paragraph(joined((place, agreed, sure))))
    return lines


def powers(phrases: Phrases, record: str, duty: Reporting) -> list[tuple[Runs, Runs]]:
    """To whom the body that gets the reports under a text reports, and what it may do,
    each with its article; what is not recorded is empty.
    """
    body = Body(duty.to_mechanism or "", (record,))
    named = _columns(phrases)
    wanted = [named[0], *named[2:5]]
    return [
        (label, joined(line.runs for line in say(phrases, body))) for label, say in wanted
    ]


def _states(phrases: Phrases, body: Body) -> list[Paragraph]:
    watched = tables.states_watched(phrases.corpus, body)
    if watched is None:
        return []
    number = phrases.number(watched.number)
    return [
        Paragraph(phrases.ui("at least {n}", n=number) if watched.at_least else number)
    ]


def _last_round(phrases: Phrases, body: Body) -> list[Paragraph]:
    """The newest report to a State that we read, and where all of them are."""
    if found := tables.reviews(phrases.corpus, body):
        newest = found[0]
        read = phrases.counted("{n} report read", "{n} reports read", len(found))
        there = [Link(read, Target("record", newest.mechanism, TOLD))]
        day = day_of(phrases, newest.mechanism, newest.review)
        return [Paragraph(joined((round_of(phrases, newest.review), day, there)))]
    last = [
        duty.last
        for name in body.records
        if (duty := phrases.corpus.records[name].reporting).last
    ]
    return [Paragraph(phrases.date(max(last, key=lambda day: day.last)))] if last else []


def indicators(phrases: Phrases) -> Entries:
    """The common indicators: what each counts, in what unit, by what, and who asks for
    it.
    """
    codes = phrases.corpus.vocabularies.of("indicators")
    return Entries([_indicator(phrases, code) for code in codes], "definitions")


def _indicator(phrases: Phrases, code: str) -> Entry:
    entry = phrases.corpus.vocabularies.of("indicators")[code]

    def labelled(label: str, part: str) -> list[Run]:
        said = (
            phrases.definition("indicators", code, part) if getattr(entry, part) else []
        )
        return phrases.labelled([label], said)

    ui = phrases.localizer.gettext
    topics = (phrases.entry("topics", topic) for topic in entry.topics)
    measured = joined(
        (labelled(ui("Unit"), "unit"), labelled(ui("By"), "disaggregation"), *topics)
    )
    asked = joined(asked_by(phrases, each) for each in asking(phrases.corpus, code))
    about = [measured, phrases.labelled(phrases.ui("Asked for by"), asked)]
    text, label = (
        phrases.definition("indicators", code),
        phrases.label("indicators", code),
    )
    return Entry(text, about, label, anchor=code)


def asked_by(phrases: Phrases, each: Asking) -> list[Run]:
    """One who asks for a number, with the place, and how sure that is; of a plan that
    measures it, the name, and that its time is over where it is.
    """
    name = phrases.name(each.owner, each.anchor)
    if each.measures:
        return sentences.in_brackets(name, quoted_line.ended(phrases, each.owner))
    return joined((phrases.cited(name, each.ref), phrases.confidence(each.confidence)))


# -- what a State was told by those who watch over it ------------------------------------

TOLD = "told"


def told_to(phrases: Phrases, state: str) -> Section | None:
    """The last that each body told a State (alpha-3 code) under each text, the newest
    first, earlier ones folded; None where nothing was read.
    """
    lines = told(phrases.corpus, state)
    shown = latest(lines)
    earlier = [each for each in lines if each not in shown]
    counted = phrases.some("{n} earlier report", "{n} earlier reports", len(earlier))
    last, before = (
        List([_told_item(phrases, each) for each in of]) for of in (shown, earlier)
    )
    blocks = [
        *_may_be_more(phrases),
        last,
        *([block.Fold(counted, [before])] if earlier else []),
    ]
    return (
        Section(phrases.ui("What this State was told"), blocks, TOLD) if lines else None
    )


def told_by(phrases: Phrases, name: str) -> Section | None:
    """What a mechanism told States, folded, by organ and State, the newest first; None
    where nothing was read.
    """
    ui, heading = phrases.ui, phrases.ui("What it told States")
    columns = [
        ui("State"),
        ui("What it was told"),
        ui("Round"),
        ui("Day"),
        ui("Page that shows it"),
    ]
    organs = grouped(
        (each.by or "", each) for each in phrases.corpus.mechanisms[name].reviews
    )
    rows = (
        (phrases.text_of(name, organ), _told_rows(phrases, name, own))
        for organ, own in organs.items()
    )
    groups = [block.Group(organ, [*own], folded=len(organs) > 1) for organ, own in rows]
    table = block.Table(heading, columns, groups, "list", "told-states", ui("Organ"))
    return (
        Section(heading, [*_may_be_more(phrases), table], TOLD, "fold")
        if groups
        else None
    )


def _may_be_more(phrases: Phrases) -> list[Paragraph]:
    return notes(phrases.ui("We have not read every report. There may be newer ones."))


def _told_item(phrases: Phrases, each: Told) -> ListItem:
    name, organ = (
        phrases.name(each.mechanism),
        phrases.text_of(each.mechanism, each.review.by),
    )
    what, *about = _told_of(phrases, each.mechanism, each.review)
    return ListItem(
        phrases.labelled(joined((name, organ), phrases.localizer.comma), what),
        joined(about),
    )


def _told_of(phrases: Phrases, name: str, each: StateReview) -> tuple[Runs, ...]:
    """What a State was told, in which round, when, and where that is shown."""
    when, where = day_of(phrases, name, each), phrases.host(each.url)
    return _what(phrases, each), round_of(phrases, each), when, where


def _told_rows(
    phrases: Phrases, name: str, reviews: Iterable[StateReview]
) -> Iterable[Row]:
    newest = sorted(reviews, key=lambda each: each.date.last, reverse=True)
    newest.sort(key=lambda each: phrases.order_of_state(each.state))
    before = ""
    for each in newest:
        told = row(phrases.state(each.state), *_told_of(phrases, name, each))
        yield (
            told._replace(cells=[None, *told.cells[1:]]) if each.state == before else told
        )
        before = each.state


def _what(phrases: Phrases, each: StateReview) -> list[Run]:
    """What a State was told, and under which text. What has a round is a report of those
    who evaluate; else the report that is examined is the State's.
    """
    examined = phrases.ui("Report examined at a meeting")
    if each.round:
        examined = phrases.ui("Evaluation report examined at a meeting")
    kinds = {
        "evaluation": phrases.ui("Evaluation report"),
        "urgent-evaluation": phrases.ui("Report under the urgent procedure"),
        "recommendation": phrases.ui("Recommendation"),
        "examination": examined,
        "measures": phrases.ui(
            "The State's own report on what it did, discussed at a meeting"
        ),
        "observations": phrases.ui("Concluding observations"),
        "observation": phrases.ui("Observation"),
        "direct-request": phrases.ui("Direct request"),
        "case": phrases.ui("Case discussed at the Conference"),
    }
    return joined((kinds[each.what], phrases.name(each.under)))


def round_of(phrases: Phrases, each: StateReview) -> list[Run]:
    """The round, and which reports of the State were examined."""
    round_, reports = phrases.number_of(each.round), phrases.number_of(each.reports)
    of_state = (
        phrases.ui("the State's report {number}", number=reports) if reports else []
    )
    return joined(
        (phrases.ui("round {number}", number=round_) if round_ else [], of_state)
    )


def day_of(phrases: Phrases, name: str, each: StateReview) -> list[Run]:
    """The day, what happened on it where that is no meeting, and how sure it is."""
    day = phrases.date(each.date)
    if each.day_of == "publication":
        day = phrases.dated("published {date}", each.date)
    elif each.day_of == "adoption":
        day = phrases.dated("adopted {date}", each.date)
    return joined((day, phrases.sure(name, each)))
