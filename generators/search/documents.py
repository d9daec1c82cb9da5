"""All that search can find, as documents.

These are records and mechanisms, topics, stages, principles and the first days. States,
terms, items of Dakar and some pages are among them too. Each is found by its name and
by what readers type for it. Nothing here knows the index or a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generators.corpus import state_words
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document.narrow_questions import anchor as question_anchor
from generators.model.vocabulary import VocabularyEntry
from generators.search import signs
from generators.search.index import Name, SearchDocument, in_language, name_of
from generators.search.record_documents import mechanism_documents, record_documents
from generators.translate import texts
from generators.translate.localizer import Localizer, ui

TYPES = {
    "topic": ui("Topic"),
    "question": ui("What people ask"),
    "stage": ui("Step of a case"),
    "principle": ui("Principle"),
    "state": ui("State"),
    "term": ui("Term"),
}
"""What a result is called, by the kind of its document.

Kinds of records, mechanisms and items are called otherwise.
"""


def gather(corpus: Corpus, language: str) -> list[SearchDocument]:
    """All documents of a language: records first, in the order of their ids."""
    localizer = Localizer(corpus, language)
    return [
        *record_documents(corpus, localizer),
        *mechanism_documents(corpus, localizer),
        *_topic_documents(corpus, localizer),
        *_question_documents(corpus, localizer),
        _first_days_document(corpus, localizer),
        *signs.documents(corpus, localizer),
        *_state_documents(corpus, localizer),
        *_term_documents(corpus, localizer),
        *_page_documents(localizer),
        *_item_documents(corpus, localizer),
    ]


def type_of(localizer: Localizer, kind: str) -> str:
    """What a result of a kind in ``TYPES`` is called in the language."""
    return localizer.gettext(TYPES[kind])


# -- topics, stages, principles ----------------------------------------------------------


def _topic_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each topic, stage and principle."""
    kinds = {"topics": "topic", "stages": "stage", "principles": "principle"}
    for vocabulary, kind in kinds.items():
        for code in corpus.vocabularies.entries_of(vocabulary):
            english = name_of(texts.word(corpus, vocabulary, code, "en"))
            yield SearchDocument(
                address=address(Target(kind, code)),
                title=localizer.word(vocabulary, code),
                kind=kind,
                facets={"topic": (code,)} if kind == "topic" else {},
                names=(english, *_entry_names(corpus, localizer, vocabulary, code)),
                summary=localizer.word(vocabulary, code, "definition"),
                type=type_of(localizer, kind),
            )


def _entry_names(
    corpus: Corpus, localizer: Localizer, vocabulary: str, code: str
) -> Iterator[Name]:
    """What readers type for an entry of a vocabulary.

    A topic also has its question, and the words for its terms.
    """
    entry = corpus.vocabularies.entries_of(vocabulary)[code]
    yield from typed_names(entry, localizer.language)
    if vocabulary == "topics":
        yield name_of(localizer.word(vocabulary, code, "question"))
        for term in corpus.vocabularies.entries_of("terms").values():
            if code in term.topics:
                yield from forms(term, localizer.language)


def typed_names(entry: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """What readers type for an entry of a vocabulary in a language."""
    return in_language(entry.typed.get(language, ()), language)


# -- narrow questions --------------------------------------------------------------------


def _question_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each narrow question, at its place on the page of its topic."""
    for code, entry in corpus.vocabularies.entries_of("questions").items():
        topic = entry.topics[0]
        yield SearchDocument(
            address=address(Target("topic", topic, question_anchor(code))),
            title=localizer.word("questions", code),
            kind="question",
            facets={"topic": (topic,)},
            names=typed_names(entry, localizer.language),
            type=type_of(localizer, "question"),
        )


# -- the first days of a case ------------------------------------------------------------


def first_days_names(localizer: Localizer) -> tuple[str, ...]:
    """What readers call the first days of a case."""
    return signs.listed(localizer.gettext("first days, first hours, emergency"))


def _first_days_document(corpus: Corpus, localizer: Localizer) -> SearchDocument:
    """The document of the page of the first days, with the names of its steps."""
    gettext = localizer.gettext
    language = localizer.language
    steps = corpus.vocabularies.entries_of("first-days")
    names = list(in_language(first_days_names(localizer), language))
    for step in steps.values():
        names += typed_names(step, language)
    lead = gettext("What the texts ask in the first days of a case, by State")
    return SearchDocument(
        address=address(Target("page", "first-days")),
        title=Localized(gettext("The first days"), language, "source"),
        kind="stage",
        names=tuple(names),
        aside=tuple(name_of(localizer.word("first-days", code)) for code in steps),
        summary=Localized(lead, language, "source"),
        type=type_of(localizer, "stage"),
    )


# -- States ------------------------------------------------------------------------------


def _state_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each State."""
    language = localizer.language
    for code in corpus.all_states:
        english = texts.state_name(corpus, code, "en")
        names = (
            *state_words.names(corpus, code, language),
            *state_cities(corpus, code, language),
        )
        yield SearchDocument(
            address=address(Target("state", code)),
            title=Localized(localizer.state(code), language, "source"),
            kind="state",
            facets={"state": (code,)},
            names=((english, "en"), *in_language(names, language)),
            type=type_of(localizer, "state"),
        )


def state_cities(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """The names of a State's cities in a language, each once.

    Places of the vocabulary are among them, where they have a name in the language.
    """
    cities = list(state_words.cities(corpus, code, language))
    for place in corpus.vocabularies.entries_of("places").values():
        if place.state == code:
            name = texts.place(corpus, place.label, language)
            if name.language == language:
                cities.append(name.text)
    return tuple(dict.fromkeys(cities))


# -- terms -------------------------------------------------------------------------------


def _term_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each term."""
    for code, term in corpus.vocabularies.entries_of("terms").items():
        yield SearchDocument(
            address=address(Target("term", code)),
            title=localizer.word("terms", code),
            kind="term",
            brief=tuple(dict.fromkeys(term.acronyms.values())),
            names=_names_of_term(term, localizer.language),
            aside=_words_near_term(term, localizer.language),
            summary=localizer.word("terms", code, "definition"),
            type=type_of(localizer, "term"),
        )


def _names_of_term(term: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """The forms and variants of a term in every language, and its other words here."""
    preferred = [(form.form, tag) for tag, form in sorted(term.forms.items())]
    variants = [(variant.form, variant.language) for variant in term.variants]
    return (*preferred, *variants, *in_language(other_words(term, language), language))


def _words_near_term(term: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """Words that lead to a term and mean something else."""
    avoided = [(form.form, form.language) for form in term.avoid if not form.same]
    return (*avoided, *in_language(term.beside.get(language, ()), language))


def forms(term: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """The words for a term in a language: the form that this site uses, and others."""
    names = other_words(term, language)
    preferred = term.forms.get(language)
    if preferred:
        names = [preferred.form, *names]
    return in_language(names, language)


def other_words(term: VocabularyEntry, language: str) -> list[str]:
    """The words of a language that mean a term, without the form that this site uses.

    They are its variants, forms to avoid that mean the same, and what readers type.
    """
    same = [form for form in term.avoid if form.same]
    variants = [
        variant.form
        for variant in (*term.variants, *same)
        if variant.language == language
    ]
    return [*variants, *term.typed.get(language, ())]


# -- pages and items ---------------------------------------------------------------------


class PageWords(NamedTuple):
    """What a page is called, in English; ``gettext`` translates it."""

    title: str
    lead: str
    """What it is about, in a sentence."""
    typed: str = ""
    """What readers type for it, parted by commas."""


_PAGES = {
    "numbers": PageWords(
        title=ui("Numbers"),
        lead=ui(
            "Periods, time limits, intervals and ratifications that texts set, "
            "side by side"
        ),
        typed=ui("statistics, figures, how many, charts"),
    ),
    "plans": PageWords(
        title=ui("Action plans in time"),
        lead=ui("Which plans run, which are over, and what followed them"),
    ),
    "monitoring": PageWords(
        title=ui("Reporting and indicators"),
        lead=ui("Who reports to whom, how often, and which numbers are asked for"),
        typed=ui("deadlines, reports due, when to report, reporting calendar"),
    ),
    "downloads": PageWords(
        title=ui("Offline"),
        lead=ui("PDFs of everything here, for printing and for reading offline"),
        typed=ui("downloads, without internet, no internet, no connection, to print"),
    ),
    "data": PageWords(
        title=ui("Open data"),
        lead=ui("All of it as data: tables, a database, JSON"),
        typed=ui("csv, excel, dataset, database, download the data"),
    ),
    "contribute": PageWords(
        title=ui("Contribute"),
        lead=ui("How to report an error, correct a text or add one"),
        typed=ui("mistake, error, correction, wrong on this site, comment on this site"),
    ),
    "changes": PageWords(
        title=ui("What changed"),
        lead=ui(
            "What was added, corrected or confirmed, and what has expired, by date and "
            "organisation"
        ),
        typed=ui("news, updates, latest"),
    ),
}
"""Pages that are about all records, or about the site, by their names in addresses."""


def _page_documents(localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each page of ``_PAGES``."""
    gettext = localizer.gettext
    language = localizer.language
    for page, page_words in _PAGES.items():
        lead = gettext(page_words.lead)
        # The translation of an empty text would be the head of the catalog.
        typed = gettext(page_words.typed) if page_words.typed else ""
        yield SearchDocument(
            address=address(Target("page", page)),
            title=Localized(gettext(page_words.title), language, "source"),
            names=in_language((lead, *signs.listed(typed)), language),
            summary=Localized(lead, language, "source"),
        )


def _item_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each item of the consultation of Dakar."""
    for name, model in corpus.items.items():
        yield SearchDocument(
            address=address(Target("item", name)),
            title=localizer.title(name),
            kind=model.kind,
            facets={"topic": model.topics},
            names=(("Dakar 2010", "zxx"),),
            summary=localizer.text_of(name, model.says),
            type=localizer.label("kinds", model.kind),
            owners=localizer.gettext("Dakar 2010"),
        )
