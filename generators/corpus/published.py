"""All addresses and anchors that the corpus publishes: what may never go away again.

The sections of pages (``#parties``) are the layout's, and stand in no list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from generators.corpus import comparisons, numbers
from generators.corpus.addresses import HAND_WRITTEN, KIND_OF_LIST, PAGES, Target, address, row_anchor
from generators.corpus.anchors import Anchors
from generators.corpus.corpus import Corpus


def published(corpus: Corpus) -> Iterator[Target]:
    """Every page, and every place on a page that bears the name of something: lines of records, entries of
    lists, items of the consultation, rows of tables. Former addresses, which lead on, are among them. Not in
    order.
    """
    yield from _named(corpus)
    yield from _owners(corpus)
    yield from _rows(corpus)


def pages(corpus: Corpus) -> frozenset[str]:
    """The addresses of all generated pages, below the folder of any language; former ones are not among
    them.
    """
    owners = (Target("record", owner) for owner in (*corpus.mechanisms, *corpus.records))
    addresses = {address(target) for target in (*_named(corpus), *owners)}
    by_hand = {address(Target("page", name)) for name in HAND_WRITTEN}
    return frozenset(each for each in addresses - by_hand if "#" not in each)


def redirects(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Former addresses and where they lead now, below the folder of any language."""
    for name, model in {**corpus.records, **corpus.mechanisms}.items():
        for alias in model.aliases:
            yield address(Target("record", alias)), address(Target("record", name))


def _named(corpus: Corpus) -> Iterator[Target]:
    """What bears a name and is no record or mechanism: pages, and places on pages."""
    yield from (Target("page", name) for name in PAGES)
    yield from (Target("item", name) for name in corpus.items)
    yield from (Target("state", code) for code in corpus.all_states)
    yield from (Target("first-days", code) for code in corpus.all_states)
    for name, kind in KIND_OF_LIST.items():
        yield from (Target(kind, code) for code in corpus.vocabularies.of(name))


def _owners(corpus: Corpus) -> Iterator[Target]:
    for owner, model in {**corpus.mechanisms, **corpus.records}.items():
        yield Target("record", owner)
        yield from (Target("record", alias) for alias in model.aliases)
        for field in fields(Anchors):
            names = getattr(corpus.anchors[owner], field.name)
            yield from (Target("record", owner, name) for name in names if name)


def _rows(corpus: Corpus) -> Iterator[Target]:
    """The rows and groups of tables."""
    for topic in corpus.vocabularies.of("topics"):
        for row in comparisons.topic(corpus, topic).rows:
            yield Target("topic", topic, row_anchor(row.record))
            yield from (Target("topic", topic, region) for region in corpus.regions(row.record)[:1])
    for anchor in {group.anchor for group in numbers.numbers(corpus)}:
        yield Target("page", "numbers", anchor)
    for stage in corpus.vocabularies.of("stages"):
        for record, _ in comparisons.stage(corpus, stage).rows:
            yield Target("stage", stage, row_anchor(record))
    plans = (name for name, model in corpus.records.items() if model.kind == "action-plan")
    for region in corpus.mechanisms_in:
        yield Target("page", "instruments", region)
    for region in {region for plan in plans for region in corpus.regions(plan)[:1]}:
        yield Target("page", "plans", region)
