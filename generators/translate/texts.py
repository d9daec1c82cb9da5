"""Which language a text of the corpus comes in: the one place where fallback between
languages is decided.

Catalogs hold what a keyboard has. Signs that a language sets otherwise (spaces that do
not break and apostrophes in French, dashes in Russian) are set here, in everything that
is shown.
"""

from __future__ import annotations

from functools import cache

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING, OFFICIAL, SOURCE, Localized
from generators.languages import facts
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.text import gettext_files


@cache
def shown(text: str, language: str) -> str:
    """A text of a language as it is shown."""
    for sign, instead in facts(language).typography:
        text = sign.sub(instead, text)
    return text


def text_in(
    corpus: Corpus,
    text: str,
    folder: str,
    language: str,
    source: str = "en",
    context: str = "",
) -> Localized:
    """A text of a folder in a language: the one place where fallback is decided."""
    if source == language:
        return _shown(text, source, SOURCE)
    catalog = corpus.library.catalogs.get((folder, language))
    found = catalog.find(text, context) if catalog else None
    if found is None:
        return Localized(text, source, MISSING)
    if found.state == gettext_files.STALE:
        return Localized(text, source, gettext_files.STALE)
    return _shown(found.text, language, found.state)


def _shown(text: str, language: str, state: str) -> Localized:
    """A text with the signs of its language."""
    return Localized(shown(text, language), language, state)


def said(corpus: Corpus, owner: str, text: str, language: str) -> Localized:
    """A text of a record, an item or a mechanism (``owner`` is its id) in a language."""
    return text_in(
        corpus, text, owner.partition("/")[0], language, corpus.model(owner).language
    )


def word(
    corpus: Corpus, name: str, code: str, language: str, part: str = "label"
) -> Localized:
    """A part (label, definition, question …) of an entry of the vocabulary; the code
    itself where the list does not know it.
    """
    entry = corpus.vocabularies.of(name).get(code)
    text = getattr(entry, part) if entry else None
    if text is None:
        return Localized(code, "zxx", MISSING)
    if name == "terms" and part == "label" and language in entry.forms:
        return _shown(entry.forms[language].form, language, OFFICIAL)
    return text_in(
        corpus,
        text,
        "vocabulary",
        language,
        corpus.vocabularies.lists[name].language,
        name,
    )


def label(corpus: Corpus, name: str, code: str, language: str) -> str:
    """The label of a code, as plain text."""
    return word(corpus, name, code, language).text


def title(corpus: Corpus, owner: str, language: str) -> Localized:
    """The title of a record or item, or the name of a mechanism."""
    model = corpus.model(owner)
    published = (
        getattr(model, "official_titles", None)
        or getattr(model, "official_names", None)
        or {}
    )
    if language in published:
        return _shown(published[language], language, OFFICIAL)
    source = model.language
    own = (
        published.get(source)
        or getattr(model, "title", None)
        or getattr(model, "name", None)
    )
    if own is None and published:
        source, own = next(iter(published.items()))
        return Localized(own, source, MISSING)
    return said(corpus, owner, own or owner, language)


def short(corpus: Corpus, owner: str, language: str) -> Localized:
    """The shortest usual name: an acronym of a mechanism, a short title of a record; else
    the whole title.
    """
    model = corpus.model(owner)
    if isinstance(model, Mechanism):
        return _short_mechanism(corpus, owner, model, language)
    if isinstance(model, Record):
        if language in model.short_titles:
            return _shown(model.short_titles[language], language, OFFICIAL)
        if model.short_title:
            found, whole = (
                said(corpus, owner, model.short_title, language),
                title(corpus, owner, language),
            )
            return whole if whole.language == language != found.language else found
    return title(corpus, owner, language)


def _short_mechanism(
    corpus: Corpus, owner: str, model: Mechanism, language: str
) -> Localized:
    own = model.acronyms.get(language) or model.short_names.get(language)
    if own:
        return _shown(own, language, OFFICIAL)
    other = model.acronyms.get("en") or next(iter(model.acronyms.values()), None)
    if other:
        return Localized(other, "zxx", OFFICIAL)
    if model.short_name:
        return said(corpus, owner, model.short_name, language)
    return title(corpus, owner, language)


def place(corpus: Corpus, name: str, language: str) -> Localized:
    """A city, by its English name."""
    return text_in(corpus, name, "vocabulary", language, context="places")


def state_name(corpus: Corpus, code: str, language: str) -> str:
    """A State's name."""
    return cldr.name(code, language, corpus.vocabularies.state_names)
