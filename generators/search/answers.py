"""Pages that answer a query by themselves, and the names by which a query asks for them.

Such are the pages of a State, of a topic for one State, and of the first days.
Others compare two States, or two records.

The script of the site (``overrides/assets/javascripts/search/answers.js``) finds what a
query names. It compares the forms that share a stem, which the index knows. Names are
folded words here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generators.corpus import state_words
from generators.corpus.addresses import PAGES, Target, address
from generators.corpus.corpus import Corpus
from generators.search import signs, words
from generators.search.documents import (
    first_days_names,
    forms,
    state_cities,
    typed_names,
)
from generators.search.index import Name, in_language, name_of
from generators.search.record_documents import title_number
from generators.search.signs import SignSection
from generators.search.words import PARTICLES
from generators.translate import texts
from generators.translate.localizer import Localizer

FREQUENT = 4
"""A word says little about which topic is meant where so many topics have it.

It counts where it is in their label or question.
"""
_PARTICLE = re.compile(f"[{PARTICLES}]")
_NOT_CITED = re.compile(
    r"\d\.\d{1,2}\.\d{4}|^\W*(?:p|pp|no|vol|annex|unts)\b|[a-z] (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Parts of a record's number that nobody cites it by: dates, pages, volumes."""
_KINDS_OF_ONE = ("state", "first-days", "topic", "stage")
_PAGES_OF_TWO = ("compare", "between")

WHOLE = "="
"""What a name begins with that must be all of the query."""

CITY = "@"
"""What the name of a city begins with, among the names of its State.

A city may also be part of the name of a text. Where the name has marks (عمّان), it must
be typed with them.
"""

PHRASE = "+"
"""What a name begins with whose words must be next to each other in the query."""


Named = tuple[str, str, Iterable[Name]]
"""A code, its label, and the names by which a query asks for it."""
NameRow = list[str]
"""A code, its label, and names as folded words that are joined by blanks."""


def answers(corpus: Corpus, language: str) -> dict[str, object]:
    """The file ``answers`` of an index; the docstring of ``shards`` has its format.

    Pages that the corpus does not have have no address in it, and are not offered.
    """
    localizer = Localizer(corpus, language)
    frequent = _frequent_words(corpus, language)
    first_days = localizer.gettext("The first days")
    sections_by_kind = {
        "first-days": [
            SignSection("", first_days, (first_days, *first_days_names(localizer)))
        ],
        "recognise": [
            SignSection(
                "",
                localizer.gettext("Signs of trafficking"),
                signs.page_names(localizer),
            )
        ],
        "part": signs.sections_of_signs(localizer),
        "section": signs.sections_with_own_words(localizer),
    }
    stages = _named_entries(corpus, localizer, "stages")
    named = {
        "topic": _topic_rows(corpus, localizer, frequent),
        "stage": _name_rows(stages, language),
    }
    for kind, sections in sections_by_kind.items():
        named[kind] = _name_rows(_named_sections(localizer, sections), language)
    return {
        "pages": _page_addresses(),
        "say": _interface(localizer),
        "named": named,
        "frequent": " ".join(frequent),
        "in_sentence": _names_in_sentence(corpus, localizer),
    }


def _topic_rows(
    corpus: Corpus, localizer: Localizer, frequent: list[str]
) -> list[NameRow]:
    """The rows of topics, with names that must be the whole query, and phrases."""
    language = localizer.language
    frequent_set = set(frequent)
    rows = _name_rows(_named_entries(corpus, localizer, "topics"), language)
    for row in rows:
        code = row[0]
        entry = corpus.vocabularies.entries_of("topics")[code]
        typed = _as_words(typed_names(entry, language), language)
        row += [
            f"{WHOLE}{name}"
            for name in _whole_names(corpus, language, code, typed, frequent_set)
        ]
        names_before = set(row)
        for name in typed:
            telling_words = {*name.split(" ")} - frequent_set
            if len(telling_words) > 1 and name not in names_before:
                row.append(f"{PHRASE}{name}")
    return rows


def _names_in_sentence(corpus: Corpus, localizer: Localizer) -> dict[str, str]:
    """The names of States that have an article in a sentence, with it, by State."""
    names = {code: localizer.state_in_sentence(code) for code in corpus.all_states}
    return {code: name for code, name in names.items() if name != localizer.state(code)}


def states(corpus: Corpus, language: str) -> list[NameRow]:
    """The file ``states`` of an index: a row for each State, with its cities."""
    localizer = Localizer(corpus, language)
    rows = _name_rows(_named_states(corpus, localizer), language)
    names_of_states = {name for row in rows for name in row[2:]}
    for row in rows:
        for city in state_cities(corpus, row[0], language):
            names = _as_words([(city, language)], language)
            new_names = [name for name in names if name not in row]
            has_marks = any(unicodedata.combining(letter) for letter in city)
            for name in new_names:
                # Without its marks, عمّان (Amman) is the name of another State (Oman).
                is_also_state = has_marks and name in names_of_states
                row.append(f"{CITY}{city if is_also_state else name}")
    return rows


def _name_rows(named: Iterable[Named], language: str) -> list[NameRow]:
    """Rows of code, label and names, whose names a query can be compared with."""
    return [[code, label, *_as_words(names, language)] for code, label, names in named]


def _page_addresses() -> dict[str, str]:
    """The address of each kind of answer, with ``{}`` in the place of a code."""
    addresses = {kind: address(Target(kind, "{}")) for kind in _KINDS_OF_ONE}
    addresses["recognise"] = address(Target("page", signs.PAGE)) + "#{}"
    for page in _PAGES_OF_TWO:
        if page in PAGES:
            addresses[page] = address(Target("page", page))
    return addresses


def _interface(localizer: Localizer) -> dict[str, str]:
    """What the script says of answers, by the names that it uses."""
    gettext = localizer.gettext
    return {
        "answers": gettext("Answers"),
        "state": gettext("All that applies in this State"),
        "first-days": gettext("The first days"),
        "recognise": gettext("A case"),
        "topic": gettext("Topic"),
        "topic-state": gettext("For one State"),
        "stage": gettext("Step of a case"),
        "compare": gettext("Side by side"),
        "between": gettext("From one State to another"),
    }


def _named_states(corpus: Corpus, localizer: Localizer) -> Iterator[Named]:
    """Each State with its names in the language and in English, without its cities.

    What readers type for it is among them.
    """
    language = localizer.language
    for code in corpus.all_states:
        name = localizer.state(code)
        english = texts.state_name(corpus, code, "en")
        further = in_language(state_words.names(corpus, code, language), language)
        yield code, name, [(name, language), (english, "en"), *further]


def _named_entries(
    corpus: Corpus, localizer: Localizer, vocabulary: str
) -> Iterator[Named]:
    """Each entry of a vocabulary (topics or stages) with its names.

    They are its labels in the language and in English. The words for a term are among
    them, where the term has the same code or label.
    """
    terms = corpus.vocabularies.entries_of("terms")
    term_by_label = {term.label.casefold(): term for term in terms.values()}
    for code, entry in corpus.vocabularies.entries_of(vocabulary).items():
        label = localizer.word(vocabulary, code)
        term = terms.get(code) or term_by_label.get(entry.label.casefold())
        names = [(label.text, label.language), (entry.label, "en")]
        if term:
            names += forms(term, localizer.language)
        yield code, label.text, names


def _whole_names(
    corpus: Corpus, language: str, topic: str, typed: list[str], frequent: set[str]
) -> list[str]:
    """The names with a frequent word that ask for a topic (its code) as a whole query.

    Such a word ("trafficking") says little elsewhere. The names are the words for the
    terms of the topic. What readers type for it (``typed``) is among them where it has
    no further word.
    """
    terms = [
        term
        for term in corpus.vocabularies.entries_of("terms").values()
        if topic in term.topics
    ]
    names_of_terms = _as_words(
        [form for term in terms for form in forms(term, language)], language
    )
    words_of_terms = {word for name in names_of_terms for word in name.split(" ")}
    names = [
        *names_of_terms,
        *(name for name in typed if {*name.split(" ")} <= words_of_terms),
    ]
    return [name for name in dict.fromkeys(names) if frequent & {*name.split(" ")}]


def records(corpus: Corpus, language: str) -> list[NameRow]:
    """The file ``records`` of an index: a row for each record that has a short name.

    That is a number or a short title. Any other cannot be named in few words.
    """
    localizer = Localizer(corpus, language)
    named: list[Named] = []
    for record, model in sorted(corpus.records.items()):
        title = texts.title(corpus, record, "en").text
        numbers = list(_cited_numbers(model.number or "", title))
        short = localizer.short(record)
        short_titles = [
            (text, tag) for tag, text in model.short_titles.items() if tag == language
        ]
        if model.short_title:
            short_titles.append((model.short_title, model.language))
            short_titles.append((short.text, short.language))
        if numbers or short_titles:
            label = short.text if short_titles else numbers[0]
            named.append((record, label, [*in_language(numbers, "zxx"), *short_titles]))
    return _name_rows(named, language)


def _cited_numbers(number: str, title: str) -> Iterator[str]:
    """What a record is cited by: parts of its number, and the number in its title.

    Dates, pages and volumes are left out. The title counts where it begins with one.

    >>> list(_cited_numbers("CETS 197; OJ L 101, p. 1", "Directive 2011/36/EU of 2011"))
    ['CETS 197', 'OJ L 101', '2011/36/EU']
    """
    for part in re.split("[;,]", number):
        if re.search(r"\d", part) and not _NOT_CITED.search(part):
            yield part.strip()
    yield from title_number(title)


def _named_sections(
    localizer: Localizer, sections: Iterable[SignSection]
) -> Iterator[Named]:
    """Pages and sections, each with its anchor as its code, and its typed names."""
    for section in sections:
        names = in_language(section.typed, localizer.language)
        yield section.anchor, section.heading, names


def _as_words(names: Iterable[Name], language: str) -> list[str]:
    """Names as folded words, joined by blanks, that a query can be compared with.

    ``language`` is that of the index. Each is given once, also without ``PARTICLES``. A
    name in which no word says anything is left out.

    >>> _as_words([("The Directive 2011/36/EU", "en")], "en")
    ['2011/36/eu directive']
    """
    spellings: dict[str, None] = {}
    for text, tag in names:
        for spelling in (text, _PARTICLE.sub("", text)):
            spellings[" ".join(_words_of_name(spelling, tag, language))] = None
    return [spelling for spelling in spellings if spelling]


def _words_of_name(text: str, tag: str, language: str) -> list[str]:
    """The folded words of a name (``tag`` is its language), cited numbers first.

    Idle words, of its language and of that of the index, are left out.
    """
    folded = words.fold(text)
    numbers = list(words.compounds(folded))
    pieces = list(words.words(words.without_compounds(folded)))
    # A run of unspaced characters gives only its pairs, as it does in a query.
    last_characters = {
        piece
        for before, piece in pairwise(pieces)
        if len(piece) == 1 and before.endswith(piece)
    }
    left_out = words.idle(language) | words.idle(tag) | last_characters
    plain = [words.bare(piece) for piece in pieces if piece not in left_out]
    return [*numbers, *(word for word in plain if word not in numbers)]


def _frequent_words(corpus: Corpus, language: str) -> list[str]:
    """The folded words that are in the labels or questions of many topics, in order.

    All inflections of a word count together.
    """
    localizer = Localizer(corpus, language)
    forms_by_topic = []
    for code in corpus.vocabularies.entries_of("topics"):
        label = localizer.word("topics", code, "label")
        question = localizer.word("topics", code, "question")
        forms_by_topic.append(
            {pair for text in (label, question) for pair in words.forms(*name_of(text))}
        )
    topics_by_stem = Counter(
        stem for pairs in forms_by_topic for stem in {stem for _, stem in pairs}
    )
    frequent = {
        form
        for form, stem in set().union(*forms_by_topic)
        if topics_by_stem[stem] >= FREQUENT
    }
    return sorted(frequent - words.idle(language))
