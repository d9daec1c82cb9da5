"""All addresses and anchors that the corpus publishes: what may never go away again.

The sections of pages (``#parties``) belong to the layout, and are in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.corpus import addresses, comparisons, numbers, parties
from generators.corpus.addresses import KIND_OF_LIST, Target, address, row_anchor
from generators.corpus.corpus import LINES, Corpus
from generators.model.mechanisms import Mechanism
from generators.model.records import Record


def named_by_editors(corpus: Corpus) -> Iterator[Target]:
    """What is published by a name that an editor gave it, and so must stay.

    It stays whatever else changes. It is records with their lines and mechanisms, items
    of the consultation, entries of lists, and single pages. It is not in order.
    """
    for name in (*addresses.PAGES, *addresses.FORMER_PAGES):
        yield Target("page", name)
    for owner, model in _owners(corpus.mechanisms, corpus.records).items():
        for name in (owner, *model.aliases):
            yield Target("record", name)
        yield from _lines(corpus, owner, LINES)
    for name in corpus.items:
        yield Target("item", name)
    for name, kind in KIND_OF_LIST.items():
        for code in corpus.vocabularies.entries_of(name):
            yield Target(kind, code)


def _owners(
    *models_by_id: Mapping[str, Record] | Mapping[str, Mechanism],
) -> dict[str, Record | Mechanism]:
    """Records and mechanisms in one mapping, by id."""
    owners: dict[str, Record | Mechanism] = {}
    for models in models_by_id:
        owners.update(models)
    return owners


def published(corpus: Corpus) -> Iterator[Target]:
    """Every page, and every place on a page that has the name of something.

    Such places are lines of records, entries of lists, items of the consultation, and
    rows of tables. Former addresses, which lead on, are among them. They are not in
    order.
    """
    yield from named_by_editors(corpus)
    for owner in (*corpus.mechanisms, *corpus.records):
        yield from _lines(corpus, owner, ("sources",))
    yield from _by_rule(corpus)
    yield from _rows(corpus)


def pages(corpus: Corpus) -> frozenset[str]:
    """The addresses of all generated pages, below the folder of any language; former ones
    are not among them.
    """
    former = {old for old, _ in redirects(corpus)}
    named = {address(target) for target in (*named_by_editors(corpus), *_by_rule(corpus))}
    by_hand = {address(Target("page", name)) for name in addresses.HAND_WRITTEN}
    return frozenset(page for page in named - by_hand - former if "#" not in page)


def redirects(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Former addresses and where they lead now, below the folder of any language."""
    for old, now in addresses.FORMER_PAGES.items():
        yield address(Target("page", old)), address(Target("page", now))
    for name, model in _owners(corpus.records, corpus.mechanisms).items():
        for alias in model.aliases:
            yield address(Target("record", alias)), address(Target("record", name))


def _by_rule(corpus: Corpus) -> Iterator[Target]:
    """The pages of States, and those of long lists of parties."""
    yield from (
        Target("parties", name) for name in corpus.records if parties.apart(corpus, name)
    )
    yield from (Target("state", code) for code in corpus.all_states)
    yield from (Target("first-days", code) for code in corpus.all_states)


def _lines(corpus: Corpus, owner: str, sections: tuple[str, ...]) -> Iterator[Target]:
    """The anchors of some sections of a record or mechanism. Those of former lines are
    among them, but for ``("sources",)``.
    """
    anchors = corpus.anchors[owner]
    names = [name for section in sections for name in getattr(anchors, section)]
    if sections != ("sources",):
        names += [line.id for line in corpus.former_lines(owner)]
    for name in names:
        if name:
            yield Target("record", owner, name)


def _rows(corpus: Corpus) -> Iterator[Target]:
    """The rows and groups of tables."""
    for topic in corpus.vocabularies.entries_of("topics"):
        for row in comparisons.topic(corpus, topic).rows:
            yield Target("topic", topic, row_anchor(row.record))
            for region in corpus.regions(row.record)[:1]:
                yield Target("topic", topic, region)
    for anchor in {group.anchor for group in numbers.numbers(corpus)}:
        yield Target("page", "numbers", anchor)
    for stage in corpus.vocabularies.entries_of("stages"):
        for record, _ in comparisons.stage(corpus, stage).rows:
            yield Target("stage", stage, row_anchor(record))
    plans = (
        name for name, model in corpus.records.items() if model.kind == "action-plan"
    )
    for region in corpus.mechanisms_in:
        yield Target("page", "instruments", region)
    for region in {region for plan in plans for region in corpus.regions(plan)[:1]}:
        yield Target("page", "plans", region)
