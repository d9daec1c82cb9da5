"""The terms of the field: definition, the form in each language and how sure it is, forms
to avoid.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.cldr import LANGUAGES, sort_key
from generators.document.blocks import Entries, Entry, Fact, Facts, Fold, notes
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Avoided, Run, Text, joined
from generators.model.vocabulary import Citation, VocabularyEntry


def terms(phrases: Phrases) -> Entries:
    """All terms, in the order of this language."""
    found = phrases.corpus.vocabularies.of("terms")
    order = sorted(
        found, key=lambda code: sort_key(phrases.localizer.word("terms", code).text)
    )
    lists = phrases.corpus.vocabularies.lists
    cited = (
        {source.id: source for source in lists["terms"].sources if source.id}
        if found
        else {}
    )
    return Entries(
        [_term(phrases, code, found[code], cited) for code in order], "articles"
    )


def _term(
    phrases: Phrases, code: str, entry: VocabularyEntry, cited: Mapping[str, Citation]
) -> Entry:
    label, acronym = phrases.label("terms", code), entry.acronyms.get(phrases.language)
    named = [*label, " ", Annotation([acronym])] if acronym else label
    rows = [_form(phrases, tag, entry, cited) for tag in LANGUAGES if tag in entry.forms]
    more = (
        [Fold(phrases.ui("In the other languages"), [Facts(rows, "forms")])]
        if rows
        else []
    )
    text = phrases.definition("terms", code)
    return Entry(text, [_follows(phrases, entry)], named, anchor=code, more=more)


def _follows(phrases: Phrases, entry: VocabularyEntry) -> list[Run]:
    """The text whose definition ours follows; empty where there is none."""
    if not entry.follows:
        return []
    other, record = entry.follows.text, entry.follows.record
    text = phrases.name(record) if record else phrases.english(other)
    return [*phrases.ui("Follows"), " ", *phrases.cited(text, entry.follows.ref)]


def _form(
    phrases: Phrases, tag: str, entry: VocabularyEntry, cited: Mapping[str, Citation]
) -> Fact:
    form = entry.forms[tag]
    source = cited.get(form.source or "")
    where = (
        (phrases.outside(source.url, [source.title]) or [source.title]) if source else []
    )
    beside = [" ", Annotation(phrases.cited(where, form.ref))] if where else []
    also = (Text(each.form, tag) for each in entry.variants if each.language == tag)
    avoided = (
        Avoided([Text(each.form, tag)]) for each in entry.avoid if each.language == tag
    )
    others = [[*phrases.ui("also"), " ", each] for each in also]
    others += [[*phrases.ui("not"), " ", each] for each in avoided]
    unseen = phrases.confidence("recalled") if form.confidence == "recalled" else []
    said = joined(([Text(form.form, tag), *beside], unseen))
    return Fact(phrases.language_name(tag), said, notes(*others))
