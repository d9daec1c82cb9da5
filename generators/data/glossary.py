"""The terms of the field as a glossary for translators' tools: all languages in one file, as TBX (TermBase
eXchange, version 3, dialect TBX-Basic, ISO 30042) and as CSV. Every term in the forms to use, its acronyms,
and the forms to avoid; what is said to editors of them stays with the records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generators.corpus.corpus import Corpus
from generators.data.tables import package
from generators.document.open_data import LICENCE_ADDRESS
from generators.model.vocabulary import Citation, Entry
from generators.text import gettext_files
from generators.translate import texts

TBX, CSV = "data/terms.tbx", "data/terms.csv"

_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "acronym": "admittedTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "avoid": "deprecatedTerm-admn-sts",
}
_COLUMNS = (
    *("id", "language", "term", "status", "confidence", "source", "source_address"),
    *("definition", "definition_unreviewed"),
)


class Term(NamedTuple):
    """One form of a term: ``preferred``, ``acronym``, ``admitted`` or ``avoid``; how sure the form is and
    where it was read, as far as that is recorded.
    """

    form: str
    status: str
    confidence: str = ""
    source: str = ""
    address: str = ""


class Concept(NamedTuple):
    """A term in one language: its definition (empty where it is not translated), whether nobody has read that
    translation, and its forms.
    """

    code: str
    language: str
    definition: str
    unreviewed: bool
    terms: tuple[Term, ...]


def common(corpus: Corpus) -> Mapping[str, Callable[[], bytes]]:
    """What writes the files, by their paths below the root of the site; none where there are no terms."""
    if not corpus.vocabularies.of("terms"):
        return {}
    return {TBX: partial(_tbx, corpus), CSV: partial(_csv, corpus)}


def glossary(corpus: Corpus) -> Iterator[Concept]:
    """Every term in every language that has a form or a definition of it, in the order of the list."""
    sources = {each.id: each for each in corpus.vocabularies.lists["terms"].sources if each.id}
    for code, entry in corpus.vocabularies.of("terms").items():
        for language in corpus.languages:
            found = texts.word(corpus, "terms", code, language, "definition")
            own = found.language == language
            terms = tuple(_terms(entry, language, sources))
            if terms or own:
                unreviewed = own and found.state == gettext_files.UNREVIEWED
                yield Concept(code, language, found.text if own else "", unreviewed, terms)


def _terms(entry: Entry, language: str, sources: Mapping[str, Citation]) -> Iterator[Term]:
    if form := entry.forms.get(language):
        yield Term(
            form.form, "preferred", form.confidence, *_source(sources.get(form.source or ""), form.ref)
        )
    for acronym in filter(None, entry.acronyms.get(language, "").split(", ")):
        yield Term(acronym, "acronym")
    for status, variants in (("admitted", entry.variants), ("avoid", entry.avoid)):
        for each in variants:
            if each.language == language:
                yield Term(each.form, status, "", *_source(sources.get(each.source or ""), None))


def _source(source: Citation | None, ref: str | None) -> tuple[str, str]:
    return (", ".join(filter(None, (source.title, ref))), source.url or "") if source else ("", "")


def _csv(corpus: Corpus) -> bytes:
    made = io.StringIO()
    made.write(package.MARK)
    writer = csv.writer(made)
    writer.writerow(_COLUMNS)
    for each in glossary(corpus):
        said = each.definition, "true" if each.unreviewed else "false" if each.definition else ""
        writer.writerows((each.code, each.language, *term, *said) for term in each.terms)
    return made.getvalue().encode()


# -- TBX -----------------------------------------------------------------------------------------------------


def _tbx(corpus: Corpus) -> bytes:
    return "".join(f"{line}\n" for line in _lines(corpus)).encode()


def _lines(corpus: Corpus) -> Iterator[str]:
    own = corpus.languages[0]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<tbx style="dca" type="TBX-Basic" xml:lang="{own}" xmlns="urn:iso:std:iso:30042:ed-2">'
    yield "<tbxHeader><fileDesc>"
    yield "<titleStmt><title>Dakar Compendium: terms</title></titleStmt>"
    yield f"<publicationStmt><p>{escape(LICENCE_ADDRESS)}</p></publicationStmt>"
    yield "<sourceDesc><p>Dakar Compendium: the terms in each language</p></sourceDesc>"
    yield "</fileDesc></tbxHeader>"
    yield "<text><body>"
    code = ""
    for each in glossary(corpus):
        if each.code != code:
            if code:
                yield "</conceptEntry>"
            code = each.code
            yield f"<conceptEntry id={quoteattr(code)}>"
        yield from _language(each)
    yield "</conceptEntry>"
    yield "</body></text>"
    yield "</tbx>"


def _language(each: Concept) -> Iterator[str]:
    """A language section; one without a form has none, for it must hold a term."""
    if not each.terms:
        return
    yield f"<langSec xml:lang={quoteattr(each.language)}>"
    if each.definition:
        note = "<note>translation not yet reviewed</note>" if each.unreviewed else ""
        definition = f'<descrip type="definition">{escape(each.definition)}</descrip>'
        yield f"<descripGrp>{definition}{note}</descripGrp>"
    for term in each.terms:
        yield f"<termSec><term>{escape(term.form)}</term>"
        yield f'<termNote type="administrativeStatus">{_STATUS[term.status]}</termNote>'
        if term.status == "acronym":
            yield '<termNote type="termType">acronym</termNote>'
        if term.confidence:
            yield f"<note>form: {escape(term.confidence)}</note>"
        if term.source:
            yield f'<admin type="source">{escape(term.source)}</admin>'
        if term.address:
            yield f'<xref type="externalCrossReference" target={quoteattr(term.address)}>source</xref>'
        yield "</termSec>"
    yield "</langSec>"
