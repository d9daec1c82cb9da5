"""What matters where a case leads from one State into another: the topics and stages that the vocabulary
marks.
"""

from __future__ import annotations

from generators.corpus.corpus import Corpus


def stages(corpus: Corpus) -> tuple[str, ...]:
    """The stages of a case that cross a border, in their order."""
    return tuple(code for code, entry in corpus.vocabularies.of("stages").items() if entry.across_borders)


def leading_topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border and that such a stage bears on, in the order of stages."""
    topics, every = corpus.vocabularies.of("topics"), corpus.vocabularies.of("stages")
    found = (code for stage in stages(corpus) for code in every[stage].topics)
    return tuple(dict.fromkeys(code for code in found if code in topics and topics[code].across_borders))


def topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics that cross a border: those of its stages first, then in the order of the list."""
    marked = (code for code, entry in corpus.vocabularies.of("topics").items() if entry.across_borders)
    return tuple(dict.fromkeys((*leading_topics(corpus), *marked)))
