"""The search index of a language: one small core, and shards of which a query takes only
those that it asks for.

Reads the corpus; knows no page and no browser. ``documents`` says what can be found,
``words`` how a text becomes words (the script of the site does the same with what is
typed: ``overrides/assets/javascripts/search/text.js``), ``index`` which entries hold a
word, ``answers`` which pages answer a query by themselves, ``shards`` how all is cut, and
in which format it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.corpus import addresses
from generators.corpus.corpus import Corpus
from generators.search import documents, index, shards

__all__ = ["FOLDER", "outputs"]

FOLDER = addresses.SEARCH_INDEX
"""Where the index stands, below the folder of a language."""


def outputs(corpus: Corpus, language: str) -> Iterable[tuple[str, bytes]]:
    """The files of the index of a language, by their paths below its folder; the same
    corpus gives the same bytes.
    """
    found = documents.gather(corpus, language)
    for name, content in shards.cut(
        corpus, language, found, index.build(found, language)
    ):
        yield f"{FOLDER}{name}.json", content
