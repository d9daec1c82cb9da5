"""What a plan achieved, as evaluations, reviews and reports say it; or that we looked and found none."""

from __future__ import annotations

from generators.corpus.addresses import Target
from generators.document.blocks import Block, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Strong, joined
from generators.model.records import Evaluation, Record

ANCHOR = "evaluations"


def section(phrases: Phrases, name: str, model: Record) -> Section | None:
    """The evaluations of a plan (``name`` is its id), the newest first; that none was found, where somebody
    looked; None where nobody did.
    """
    looked = phrases.date(model.evaluations_looked)
    if model.evaluations:
        blocks: list[Block] = [List([_item(phrases, name, each) for each in _newest_first(model)], "plain")]
        if looked:
            blocks.append(Paragraph(phrases.ui("We looked for evaluations on {day}.", day=looked), "note"))
    elif looked:
        none = phrases.ui("We looked on {day} and found no evaluation.", day=looked)
        blocks = [Paragraph(none)]
    else:
        return None
    return Section(phrases.ui("Evaluations and reviews"), blocks, ANCHOR)


def in_short(phrases: Phrases, name: str) -> list[Run]:
    """One line for a plan in a table, with a link to its evaluations; empty where nobody looked."""
    model = phrases.corpus.records[name]
    if not model.evaluations:
        return phrases.ui("We found no evaluation.") if model.evaluations_looked else []
    return [
        Link(joined(_named(phrases, each) for each in _newest_first(model)), Target("record", name, ANCHOR))
    ]


def _newest_first(model: Record) -> list[Evaluation]:
    """The evaluations of a plan in order of time; those without a day stand last."""
    return sorted(
        model.evaluations, key=lambda each: each.when.last.isoformat() if each.when else "", reverse=True
    )


def _named(phrases: Phrases, each: Evaluation) -> list[Run]:
    """Its kind and its day."""
    kind = _kind(phrases, each.what)
    return phrases.labelled(kind, phrases.date(each.when)) if each.when else kind


def _item(phrases: Phrases, name: str, each: Evaluation) -> Item:
    kind: list[Run] = [Strong(_kind(phrases, each.what))]
    found = phrases.text_of(name, each.finding) or phrases.ui("we have not read its findings")
    about = (
        phrases.text_of(name, each.by),
        phrases.date(each.when),
        phrases.host(each.url),
        phrases.confidence(phrases.corpus.confidence_of(name, each)),
    )
    return Item(phrases.labelled(kind, found), joined(about))


def _kind(phrases: Phrases, what: str) -> list[Run]:
    return {
        "evaluation": phrases.ui("Evaluation"),
        "review": phrases.ui("Review of progress"),
        "progress-report": phrases.ui("Progress report"),
        "survey": phrases.ui("Survey"),
        "baseline-study": phrases.ui("Baseline study"),
    }[what]
