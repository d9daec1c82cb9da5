"""The search index of a language: one small core, and shards of which a query takes few.

The corpus goes in, and files come out. Nothing here knows a page or the browser.

``words``: how a text becomes words. The script of the site does the same with what is
typed (``overrides/assets/javascripts/search/text.js``).

``index``: which documents and entries hold a word.

``signs``, ``record_documents`` and ``documents``: what can be found.

``answers``: which pages answer a query by themselves.

``shards``: the files of the index, how they are cut, and their format.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import addresses
from generators.corpus.corpus import Corpus
from generators.search import documents, index, shards

__all__ = ["FOLDER", "outputs"]

FOLDER = addresses.SEARCH_INDEX
"""The folder of the index, in the folder of a language."""


def outputs(corpus: Corpus, language: str) -> Iterator[tuple[str, bytes]]:
    """The files of the index of a language, by their paths in its folder.

    The same corpus gives the same bytes.
    """
    gathered = documents.gather(corpus, language)
    stems = index.build(gathered, language)
    for name, content in shards.cut(corpus, language, gathered, stems):
        yield f"{FOLDER}{name}.json", content
