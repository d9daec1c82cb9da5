"""What a text changed in the text that it amends: what was, what is, since when."""

from __future__ import annotations

from collections.abc import Sequence

from generators.corpus.amendments import AmendedArticle, Amendment, amendments
from generators.corpus.located import Located
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Entries,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
    table,
)
from generators.document.phrases import Phrases
from generators.document.runs import joined
from generators.model.records import Record


def section(phrases: Phrases, name: str) -> Section | None:
    """A table of what a record (its id) changed in others. None where no line of theirs
    begins or ends with it.
    """
    changes = amendments(phrases.corpus, name)
    if not changes:
        return None
    blocks: list[Block] = [
        *_when_and_whom(phrases, phrases.corpus.records[name]),
        *(_table_of(phrases, amendment) for amendment in changes),
    ]
    return Section(phrases.ui("Before and after"), blocks, "before-and-after")


def _when_and_whom(phrases: Phrases, model: Record) -> list[Paragraph]:
    """Until when States had to put a text into national law, and which members it does
    not bind. Nothing where neither is recorded.
    """
    due = phrases.labelled(
        phrases.ui("To be transposed by"), phrases.date(model.transposition_due)
    )
    exempt = model.parties.not_bound if model.parties else ()
    states = joined(phrases.state(exemption.state) for exemption in exempt)
    not_bound = phrases.labelled(phrases.ui("Does not bind"), states)
    return notes(due, not_bound)


def _table_of(phrases: Phrases, amendment: Amendment) -> Table:
    """The articles of one amended text, each with its lines before and since."""
    amended = phrases.name(amendment.amended)
    since = phrases.dated("since {date}", amendment.day)
    caption = phrases.labelled(phrases.ui("What changed in"), amended)
    head = [phrases.ui("Article"), phrases.ui("Before"), since]
    rows = [_row(phrases, amendment.amended, article) for article in amendment.articles]
    return table(caption, head, rows, "amended", anchor="")


def _row(phrases: Phrases, amended: str, article: AmendedArticle) -> Row:
    """An article with its lines before, and its lines since."""
    reference = phrases.reference(f"Art. {article.article}", amended)
    before = _lines(phrases, article.before)
    after = _lines(phrases, article.after)
    if not article.before:
        before = [Paragraph(phrases.ui("We have no earlier line on this."), "note")]
    if not article.after:
        after = [Paragraph(phrases.ui("We have no line on this since then."), "note")]
    return Row([[Paragraph(reference)], before, after])


def _lines(phrases: Phrases, lines: Sequence[Located]) -> list[Block]:
    """Lines of one article, each with must, should or may, and its place."""
    entries = [
        sentences.line(phrases, line, place=phrases.place_of(line)) for line in lines
    ]
    return [Entries(entries, "cells")]
