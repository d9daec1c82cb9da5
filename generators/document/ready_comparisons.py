"""Links to comparisons that readers need not put together."""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus import ready_comparisons
from generators.corpus.addresses import Target
from generators.document import sentences
from generators.document.blocks import List, ListItem, Section, facts
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined


def sections(phrases: Phrases) -> list[Section]:
    """What binds in each region, and texts with what came after them. A section without
    a comparison is left out.
    """
    corpus = phrases.corpus
    rows = [
        (phrases.label("regions", region), _comparison(phrases, texts))
        for region, texts in ready_comparisons.by_region(corpus).items()
    ]
    items = [
        ListItem(_before_and_after(phrases, before, after))
        for before, after in ready_comparisons.before_and_after(corpus)
    ]
    made: list[Section] = []
    if rows:
        heading = phrases.ui("What binds in each region")
        made.append(Section(heading, [facts(rows, "lists")], "of-regions"))
    if items:
        heading = phrases.ui("Before and after")
        made.append(Section(heading, [List(items)], "before-and-after"))
    return made


def _before_and_after(phrases: Phrases, before: str, after: str) -> list[Run]:
    """Two records (ids) as one link. Where the later one is not in force or does not
    apply yet, its status follows.
    """
    is_pending = phrases.corpus.group(after) == "pending"
    later = is_pending or bool(phrases.applies_from(after))
    status = sentences.status(phrases, after) if later else []
    return joined((_comparison(phrases, (before, after)), status))


def _comparison(phrases: Phrases, records: Iterable[str]) -> list[Run]:
    """The names of records (ids) as one link to their comparison."""
    ids = tuple(records)
    names = joined(phrases.plain(phrases.localizer.short(name)) for name in ids)
    return [Link(names, Target("compare", " ".join(ids)))]
