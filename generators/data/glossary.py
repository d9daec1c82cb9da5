"""The terms of the field as a glossary for translators' tools: all languages in one table as CSV. Every term
in the forms to use, its acronyms, and the forms to avoid; what is said to editors of them stays with the
records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generators.corpus.corpus import Corpus
from generators.data.tables import MARK
from generators.model.vocabulary import Citation, Entry
from generators.text import gettext_files
from generators.translate import texts

PATH = "data/terms.csv"
_COLUMNS = (
    *("id", "language", "term", "status", "confidence", "source", "source_address"),
    *("definition", "definition_unreviewed"),
)


def common(corpus: Corpus) -> Mapping[str, Callable[[], bytes]]:
    """What writes the file, by its path below the root of the site; none where there are no terms."""
    return {PATH: partial(_csv, corpus)} if corpus.vocabularies.of("terms") else {}


def _csv(corpus: Corpus) -> bytes:
    made = io.StringIO()
    made.write(MARK)
    writer = csv.writer(made)
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(corpus))
    return made.getvalue().encode()


def _rows(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    """Every form of every term, in the order of the list; its definition where that is in its language, and
    whether nobody has read that translation.
    """
    sources = {each.id: each for each in corpus.vocabularies.lists["terms"].sources if each.id}
    for code, entry in corpus.vocabularies.of("terms").items():
        for language in corpus.languages:
            found = texts.word(corpus, "terms", code, language, "definition")
            said = found.text if found.language == language else ""
            unreviewed = "true" if said and found.state == gettext_files.UNREVIEWED else "false"
            for form in _forms(entry, language, sources):
                yield (code, language, *form, said, unreviewed if said else "")


def _forms(entry: Entry, language: str, sources: Mapping[str, Citation]) -> Iterator[tuple[str, ...]]:
    """The forms of a term in a language, with their status, how sure each is, and where it was read."""
    if form := entry.forms.get(language):
        source = _source(sources.get(form.source or ""), form.ref)
        yield (form.form, "preferred", form.confidence, *source)
    for acronym in filter(None, entry.acronyms.get(language, "").split(", ")):
        yield (acronym, "acronym", "", "", "")
    for status, variants in (("admitted", entry.variants), ("avoid", entry.avoid)):
        for each in variants:
            if each.language == language:
                yield (each.form, status, "", *_source(sources.get(each.source or ""), None))


def _source(source: Citation | None, ref: str | None) -> tuple[str, str]:
    return (", ".join(filter(None, (source.title, ref))), source.url or "") if source else ("", "")
