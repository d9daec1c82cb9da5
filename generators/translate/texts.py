"""Which language a text of the corpus comes in: fallback is decided only here.

Catalogs hold the signs of a keyboard. Some languages set signs otherwise, such as the
apostrophe in French. They are set here, in everything that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    """A text of a folder in a language, else as it was typed, in the language ``source``.

    ``context`` is that of its catalog's entry. A stale translation is never shown.
    """
    if source == language:
        return _shown(text, source, SOURCE)
    catalog = corpus.library.catalogs.get((folder, language))
    entry = catalog.find(text, context) if catalog else None
    if entry is None:
        return Localized(text, source, MISSING)
    if entry.state == gettext_files.STALE:
        return Localized(text, source, gettext_files.STALE)
    return _shown(entry.text, language, entry.state)


def _shown(text: str, language: str, state: str) -> Localized:
    """A text with the signs of its language."""
    return Localized(shown(text, language), language, state)


def text_of(corpus: Corpus, owner: str, text: str, language: str) -> Localized:
    """A text of a record, an item or a mechanism (``owner`` is its id) in a language."""
    folder = owner.partition("/")[0]
    return text_in(corpus, text, folder, language, corpus.model(owner).language)


def word(
    corpus: Corpus, name: str, code: str, language: str, part: str = "label"
) -> Localized:
    """A part (label, definition, question …) of an entry of the closed list ``name``.

    It is the code itself where the list does not know it.
    """
    entry = corpus.vocabularies.entries_of(name).get(code)
    text = getattr(entry, part) if entry else None
    if entry is None or text is None:
        return Localized(code, "zxx", MISSING)
    if name == "terms" and part == "label" and language in entry.forms:
        return _shown(entry.forms[language].form, language, OFFICIAL)
    source = corpus.vocabularies.lists[name].language
    return text_in(corpus, text, "vocabulary", language, source, context=name)


def label(corpus: Corpus, name: str, code: str, language: str) -> str:
    """The label of a code, as plain text."""
    return word(corpus, name, code, language).text


def title(corpus: Corpus, owner: str, language: str) -> Localized:
    """The title of a record or item, or the name of a mechanism."""
    model = corpus.model(owner)
    published: Mapping[str, str] = {}
    if isinstance(model, Mechanism):
        published = model.official_names
        typed = model.name
    elif isinstance(model, Record):
        published = model.official_titles
        typed = model.title
    else:
        typed = model.title
    if language in published:
        return _shown(published[language], language, OFFICIAL)
    name = published.get(model.language) or typed
    if name is None and published:
        source, name = next(iter(published.items()))
        return Localized(name, source, MISSING)
    return text_of(corpus, owner, name or owner, language)


def short(corpus: Corpus, owner: str, language: str) -> Localized:
    """The shortest usual name of a mechanism, record or item.

    It is an acronym or a short title; else the whole title. The whole title is also taken
    where only it is in the language.
    """
    model = corpus.model(owner)
    if isinstance(model, Mechanism):
        return _short_mechanism(corpus, owner, model, language)
    whole = title(corpus, owner, language)
    if not isinstance(model, Record):
        return whole
    if language in model.short_titles:
        return _shown(model.short_titles[language], language, OFFICIAL)
    if model.short_title:
        short_title = text_of(corpus, owner, model.short_title, language)
        only_whole = whole.language == language != short_title.language
        return whole if only_whole else short_title
    return whole


def _short_mechanism(
    corpus: Corpus, owner: str, model: Mechanism, language: str
) -> Localized:
    """The acronym of a mechanism in a language, else another short name of it."""
    own_name = model.acronyms.get(language) or model.short_names.get(language)
    if own_name:
        return _shown(own_name, language, OFFICIAL)
    acronym = model.acronyms.get("en") or next(iter(model.acronyms.values()), None)
    if acronym:
        return Localized(acronym, "zxx", OFFICIAL)
    if model.short_name:
        return text_of(corpus, owner, model.short_name, language)
    return title(corpus, owner, language)


def place(corpus: Corpus, name: str, language: str) -> Localized:
    """A city, by its English name."""
    return text_in(corpus, name, "vocabulary", language, context="places")


def state_name(corpus: Corpus, code: str, language: str) -> str:
    """The name of a State, by its alpha-3 code."""
    return cldr.name(code, language, corpus.vocabularies.state_names)
