"""What a plan achieved, as evaluations, reviews and reports say it."""

from __future__ import annotations

from datetime import date

from generators.corpus.addresses import Target
from generators.document.blocks import Block, List, ListItem, Paragraph, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Strong, joined
from generators.model.records import Evaluation, Record


def evaluations(phrases: Phrases, name: str, model: Record) -> Section | None:
    """The evaluations of a plan (``name`` is its id), the newest first.

    Where somebody looked and found none, the section says so. None where nobody looked.
    """
    blocks: list[Block] = []
    if model.evaluations:
        items = [
            _evaluation_item(phrases, name, evaluation)
            for evaluation in _newest_first(model)
        ]
        blocks.append(List(items, "plain"))
        blocks += notes(_day_of_search(phrases, model))
    elif model.evaluations_looked:
        blocks.append(Paragraph(_day_of_search(phrases, model)))
    if not blocks:
        return None
    heading = phrases.ui("Evaluations, reviews and meetings")
    return Section(heading, blocks, "evaluations")


def evaluations_in_short(phrases: Phrases, name: str) -> list[Run]:
    """One line for a plan in a table: its evaluations by kind and day.

    The line links to the evaluations on the page of the plan. It is empty where nobody
    looked.
    """
    model = phrases.corpus.records[name]
    none_found: list[Run] = []
    if model.evaluations_looked and not _has_result(model):
        none_found = phrases.ui("We found no evaluation.")
    if not model.evaluations:
        return none_found
    kinds_and_days = joined(
        _kind_and_day(phrases, evaluation) for evaluation in _newest_first(model)
    )
    link = Link(kinds_and_days, Target("record", name, "evaluations"))
    return joined(([link], none_found))


def _day_of_search(phrases: Phrases, model: Record) -> list[Run]:
    """On which day somebody looked for evaluations, and whether one was found; empty
    where nobody looked.
    """
    if not model.evaluations_looked:
        return []
    day = phrases.date(model.evaluations_looked)
    if _has_result(model):
        return phrases.ui("We looked for evaluations on {day}.", day=day)
    return phrases.ui("We looked on {day} and found no evaluation.", day=day)


def _has_result(model: Record) -> bool:
    """Whether anything but meetings is known of how a plan was carried out."""
    return any(evaluation.what != "meeting" for evaluation in model.evaluations)


def _newest_first(model: Record) -> list[Evaluation]:
    """The evaluations of a plan, the newest first; those without a day come last."""
    return sorted(model.evaluations, key=_last_day, reverse=True)


def _last_day(evaluation: Evaluation) -> date:
    """The last day that the date of an evaluation may mean.

    Without a date it is the first day of all, so that it comes last.
    """
    return evaluation.when.last if evaluation.when else date.min


def _kind_and_day(phrases: Phrases, evaluation: Evaluation) -> list[Run]:
    """The kind of an evaluation and its day, such as "Meeting: March 2009".

    Without a day it is only the kind.
    """
    kind = _kind_in_words(phrases, evaluation.what)
    if not evaluation.when:
        return kind
    return phrases.labelled(kind, phrases.date(evaluation.when))


def _evaluation_item(phrases: Phrases, name: str, evaluation: Evaluation) -> ListItem:
    """An evaluation of a plan: its kind, and what it found.

    Then by whom and when it was made, on which page of which day, and how sure that is.
    """
    kind: list[Run] = [Strong(_kind_in_words(phrases, evaluation.what))]
    finding = phrases.text_of(name, evaluation.finding)
    if not finding:
        finding = phrases.ui("we have not read its findings")
    page = (phrases.host(evaluation.url), phrases.date(evaluation.page_date))
    about = (
        phrases.text_of(name, evaluation.by),
        phrases.date(evaluation.when),
        joined(page, phrases.localizer.comma),
        phrases.sure(name, evaluation),
    )
    return ListItem(phrases.labelled(kind, finding), joined(about))


def _kind_in_words(phrases: Phrases, kind: str) -> list[Run]:
    """The kind of an evaluation (its ``what``) in words."""
    return {
        "meeting": phrases.ui("Meeting"),
        "evaluation": phrases.ui("Evaluation"),
        "review": phrases.ui("Review of progress"),
        "progress-report": phrases.ui("Progress report"),
        "survey": phrases.ui("Survey"),
        "baseline-study": phrases.ui("Baseline study"),
    }[kind]
