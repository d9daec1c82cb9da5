"""What a text that amends another changed in it, article by article.

The amended text has lines with a last day (``until``) and lines with a first day
(``from``). Those of the day on which the amending text took effect are what it changed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.model.records import Provision
from generators.text.partial_dates import PartialDate

_FIRST_ARTICLE = re.compile(r"Arts?\. ?(\d+)([a-z]?)")


class AmendedArticle(NamedTuple):
    """An article that another text changed.

    ``before`` are its lines until that day, ``after`` those since. One of the two may be
    empty: an article that is new, or one that is no more.
    """

    article: str
    before: tuple[Located, ...]
    after: tuple[Located, ...]


class Amendment(NamedTuple):
    """What a record changed in another (``amended``), and since which day."""

    amended: str
    day: PartialDate
    articles: tuple[AmendedArticle, ...]


def first_article(ref: str) -> str:
    """The first article that a reference names; empty where it names none.

    >>> first_article("Art. 11(4)(a)-(b) (2024)")
    '11'
    >>> first_article("Arts. 18a, 18b")
    '18a'
    >>> first_article("Directive (EU) 2024/1260")
    ''
    """
    match = _FIRST_ARTICLE.match(ref)
    return f"{match[1]}{match[2]}" if match else ""


def amendments(corpus: Corpus, record: str) -> list[Amendment]:
    """What a record changed in each text that it amends, where that has lines with days.

    Articles are in the order of their numbers.
    """
    model = corpus.records[record]
    day = model.applies_from or model.in_force
    if day is None:
        return []
    changes = []
    for amended in model.relations.amends:
        articles = _amended_articles(corpus, amended, day)
        if articles:
            changes.append(Amendment(amended, day, articles))
    return changes


def _amended_articles(
    corpus: Corpus, amended: str, day: PartialDate
) -> tuple[AmendedArticle, ...]:
    """The articles of a text with lines until a day, or since it."""
    before: dict[str, list[Located]] = {}
    after: dict[str, list[Located]] = {}
    for line in corpus.lines_of(amended, "provisions"):
        provision = line.line
        assert isinstance(provision, Provision)
        article = first_article(provision.ref)
        if provision.until == day:
            before.setdefault(article, []).append(line)
        elif provision.from_ == day:
            after.setdefault(article, []).append(line)
    names = sorted({*before, *after} - {""}, key=_number_of_article)
    return tuple(
        AmendedArticle(name, tuple(before.get(name, ())), tuple(after.get(name, ())))
        for name in names
    )


def _number_of_article(article: str) -> tuple[int, str]:
    """A key that puts articles in order: 2, 11, 11a, 18.

    >>> sorted(["11a", "2", "11"], key=_number_of_article)
    ['2', '11', '11a']
    """
    match = re.fullmatch(r"(\d+)([a-z]?)", article)
    assert match
    return int(match[1]), match[2]
