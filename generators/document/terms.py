"""The terms of the field: definition, the form in each language and how sure it is, forms
to avoid.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.cldr import LANGUAGES, sort_key
from generators.document.blocks import Block, Entries, Entry, Fact, Facts, Fold, notes
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Avoided, Run, Runs, Text, joined
from generators.model.vocabulary import Citation, VocabularyEntry


def terms(phrases: Phrases) -> Entries:
    """All terms, in the order of their names in this language."""
    entries = phrases.corpus.vocabularies.entries_of("terms")
    sources: dict[str, Citation] = {}
    if entries:
        for source in phrases.corpus.vocabularies.lists["terms"].sources:
            if source.id:
                sources[source.id] = source

    def place(code: str) -> tuple[str, str]:
        return sort_key(phrases.localizer.word("terms", code).text)

    articles = [
        _term_entry(phrases, code, entries[code], sources)
        for code in sorted(entries, key=place)
    ]
    return Entries(articles, "articles")


def _term_entry(
    phrases: Phrases, code: str, term: VocabularyEntry, sources: Mapping[str, Citation]
) -> Entry:
    """A term: its name with its acronym, the definition, and the text that this follows.

    Its forms in the languages are in a fold. ``sources`` are by their ids.
    """
    name: Runs = phrases.label("terms", code)
    acronym = term.acronyms.get(phrases.language)
    if acronym:
        name = [*name, " ", Annotation([acronym])]
    rows = [
        _form_row(phrases, language, term, sources)
        for language in LANGUAGES
        if language in term.forms
    ]
    more: list[Block] = []
    if rows:
        summary = phrases.ui("In the other languages")
        more.append(Fold(summary, [Facts(rows, "forms")]))
    definition = phrases.definition("terms", code)
    return Entry(
        definition, [_followed_text(phrases, term)], name, anchor=code, more=more
    )


def _followed_text(phrases: Phrases, term: VocabularyEntry) -> list[Run]:
    """The text whose definition ours follows; empty where there is none."""
    if not term.follows:
        return []
    if term.follows.record:
        text = phrases.name(term.follows.record)
    else:
        text = phrases.english(term.follows.text)
    return [*phrases.ui("Follows"), " ", *phrases.cited(text, term.follows.ref)]


def _form_row(
    phrases: Phrases,
    language: str,
    term: VocabularyEntry,
    sources: Mapping[str, Citation],
) -> Fact:
    """The form of a term in a language (a tag), as a row that the language's name heads.

    It has the source of the form (``sources`` are by id), and says so where nobody has
    seen the form. Notes below are on other forms, and on forms to avoid.
    """
    form = term.forms[language]
    words: list[Run] = [Text(form.form, language)]
    source = sources.get(form.source or "")
    if source:
        title: list[Run] = [source.title]
        link = phrases.outside(source.url, title) or title
        words += [" ", Annotation(phrases.cited(link, form.ref))]
    recalled = phrases.confidence("recalled") if form.confidence == "recalled" else []
    variants = [
        [*phrases.ui("also"), " ", Text(variant.form, language)]
        for variant in term.variants
        if variant.language == language
    ]
    avoided = [
        [*phrases.ui("not"), " ", Avoided([Text(variant.form, language)])]
        for variant in term.avoid
        if variant.language == language
    ]
    return Fact(
        phrases.language_name(language),
        joined((words, recalled)),
        notes(*variants, *avoided),
    )
