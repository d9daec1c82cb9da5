"""One region: its mechanisms with their records, each in full."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import comparisons
from generators.pdf import documents_mechanism, parts
from generators.pdf.ink import Ink, joined
from generators.pdf.parts import Part


def mechanisms(ink: Ink, region: str) -> list[str]:
    """The mechanisms of a region, in the order of comparisons."""
    return sorted(
        ink.corpus.mechanisms_in[region], key=lambda name: comparisons.mechanism_sort_key(ink.corpus, name)
    )


def overview(ink: Ink, region: str, level: int) -> Iterator[Part]:
    """What a region is, its mechanisms, and the topics that its records speak on; sections stand at
    ``level``.
    """
    corpus = ink.corpus
    yield parts.para(ink.word("regions", region, "definition"), "lead")
    yield parts.heading(level, ink.say("Mechanisms"))
    yield parts.bullets(
        joined(
            (ink.title(name), ink.numbered("{n} record", "{n} records", len(corpus.records_of.get(name, ()))))
        )
        for name in mechanisms(ink, region)
    )
    counts = [
        (topic, len({each.record for each in all_ if region in corpus.regions(each.record)}))
        for topic, all_ in corpus.by_topic.items()
    ]
    yield parts.heading(level, ink.say("Topics"))
    yield parts.bullets(
        (
            joined((ink.word("topics", topic), ink.numbered("{n} record", "{n} records", n)))
            for topic, n in counts
            if n
        ),
        2,
    )


def chapters(ink: Ink, region: str, level: int, shown: set[str]) -> Iterator[Part]:
    """A chapter for each mechanism at ``level``, with its records below; ``shown`` grows by what was told, so
    that nothing is told twice.
    """
    for name in mechanisms(ink, region):
        if name not in shown:
            records = tuple(record for record in ink.corpus.records_of.get(name, ()) if record not in shown)
            shown |= {name, *records}
            yield from documents_mechanism.with_records(ink, name, level, records)
