"""All addresses and anchors that the corpus publishes: what may never go away again.

The sections of pages (``#parties``) are the layout's, and stand in no list.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import addresses, comparisons, numbers, parties
from generators.corpus.addresses import KIND_OF_LIST, Target, address, row_anchor
from generators.corpus.corpus import LINES, Corpus


def kept(corpus: Corpus) -> Iterator[Target]:
    """What is published by a name that an editor gave it, and so must stay whatever else
    changes: records with their lines and mechanisms, items of the consultation, entries
    of lists; and the pages that there is one of. Not in order.
    """
    yield from (
        Target("page", name) for name in (*addresses.PAGES, *addresses.FORMER_PAGES)
    )
    for owner, model in {**corpus.mechanisms, **corpus.records}.items():
        yield from (Target("record", name) for name in (owner, *model.aliases))
        yield from _lines(corpus, owner, LINES)
    yield from (Target("item", name) for name in corpus.items)
    for name, kind in KIND_OF_LIST.items():
        yield from (Target(kind, code) for code in corpus.vocabularies.of(name))


def published(corpus: Corpus) -> Iterator[Target]:
    """Every page, and every place on a page that bears the name of something: lines of
    records, entries of lists, items of the consultation, rows of tables. Former
    addresses, which lead on, are among them. Not in order.
    """
    yield from kept(corpus)
    for owner in (*corpus.mechanisms, *corpus.records):
        yield from _lines(corpus, owner, ("sources",))
    yield from _by_rule(corpus)
    yield from _rows(corpus)


def pages(corpus: Corpus) -> frozenset[str]:
    """The addresses of all generated pages, below the folder of any language; former ones
    are not among them.
    """
    former = {each for each, _ in redirects(corpus)}
    named = {address(target) for target in (*kept(corpus), *_by_rule(corpus))}
    by_hand = {address(Target("page", name)) for name in addresses.HAND_WRITTEN}
    return frozenset(each for each in named - by_hand - former if "#" not in each)


def redirects(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Former addresses and where they lead now, below the folder of any language."""
    for old, now in addresses.FORMER_PAGES.items():
        yield address(Target("page", old)), address(Target("page", now))
    for name, model in {**corpus.records, **corpus.mechanisms}.items():
        for alias in model.aliases:
            yield address(Target("record", alias)), address(Target("record", name))


def _by_rule(corpus: Corpus) -> Iterator[Target]:
    """The pages of States, and those of long lists of parties."""
    yield from (
        Target("parties", name) for name in corpus.records if parties.apart(corpus, name)
    )
    yield from (Target("state", code) for code in corpus.all_states)
    yield from (Target("first-days", code) for code in corpus.all_states)


def _lines(corpus: Corpus, owner: str, lists: tuple[str, ...]) -> Iterator[Target]:
    anchors = corpus.anchors[owner]
    names = [name for each in lists for name in getattr(anchors, each)]
    former = (
        [] if lists == ("sources",) else [each.id for each in corpus.former_lines(owner)]
    )
    yield from (Target("record", owner, name) for name in (*names, *former) if name)


def _rows(corpus: Corpus) -> Iterator[Target]:
    """The rows and groups of tables."""
    for topic in corpus.vocabularies.of("topics"):
        for row in comparisons.topic(corpus, topic).rows:
            yield Target("topic", topic, row_anchor(row.record))
            yield from (
                Target("topic", topic, region)
                for region in corpus.regions(row.record)[:1]
            )
    for anchor in {group.anchor for group in numbers.numbers(corpus)}:
        yield Target("page", "numbers", anchor)
    for stage in corpus.vocabularies.of("stages"):
        for record, _ in comparisons.stage(corpus, stage).rows:
            yield Target("stage", stage, row_anchor(record))
    plans = (
        name for name, model in corpus.records.items() if model.kind == "action-plan"
    )
    for region in corpus.mechanisms_in:
        yield Target("page", "instruments", region)
    for region in {region for plan in plans for region in corpus.regions(plan)[:1]}:
        yield Target("page", "plans", region)
