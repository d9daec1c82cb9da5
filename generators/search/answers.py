"""Pages that answer a query by themselves: of a State, of a topic for one State, of the
first days of a case, of two States, of two records. What a query may name, by which
words, and where its answer stands.

The script of the site (``overrides/assets/javascripts/search/answers.js``) finds what is
named in a query by the forms that share a stem, which the index knows; names stand here
as folded words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from generators.corpus import state_words
from generators.corpus.addresses import PAGES, Target, address
from generators.corpus.corpus import Corpus
from generators.search import signs, words
from generators.search.documents import (
    first_days_names,
    forms,
    state_cities,
    title_number,
    typed,
)
from generators.search.index import Name, here
from generators.search.words import PARTICLES
from generators.translate import texts
from generators.translate.localizer import Localizer

FREQUENT = 4
"""A word that so many topics have in their label or question says little about which one
is meant.
"""
_LOOSE = re.compile(f"[{PARTICLES}]")
_NOT_CITED = re.compile(
    r"\d\.\d{1,2}\.\d{4}|^\W*(?:p|pp|no|vol|annex|unts)\b|[a-z] (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_OF_ONE = ("state", "first-days", "topic", "stage")
_OF_SEVERAL = ("compare", "between")

WHOLE = "="
"""What a name begins with that is one only where the query holds no other word."""

CITY = "@"
"""What the name of a city begins with among those of its State: it may also be part of
the name of a text. A name with marks is one only where it was typed with them.
"""

PHRASE = "+"
"""What a name begins with whose words stand next to each other."""


Named = tuple[str, str, Iterable[Name]]
"""The code of a thing, its label, and its names."""


def answers(corpus: Corpus, language: str) -> dict[str, Any]:
    """The file ``answers`` of an index (``shards`` says what it holds). Pages that the
    corpus does not have have no address in it, and are not offered.
    """
    localizer = Localizer(corpus, language)
    gettext, frequent = localizer.gettext, _frequent(corpus, language)
    days = gettext("The first days")
    named = {
        "topic": _entries(corpus, localizer, "topics"),
        "stage": _entries(corpus, localizer, "stages"),
        "first-days": _sections(
            localizer, [("", days, (days, *first_days_names(localizer)))]
        ),
        "recognise": _sections(
            localizer, [("", gettext("Signs of trafficking"), signs.asked(localizer))]
        ),
        "part": _sections(localizer, signs.parts(localizer)),
        "section": _sections(localizer, signs.whole(localizer)),
    }
    found = {kind: _cut(things, language) for kind, things in named.items()}
    often = {*frequent.split()}
    for topic in found["topic"]:
        entry = corpus.vocabularies.of("topics")[topic[0]]
        asked = _written(typed(entry, language), language)
        topic += [
            f"{WHOLE}{each}" for each in _whole(corpus, language, topic[0], asked, often)
        ]
        # what says more than one word does
        phrases = [each for each in asked if len({*each.split(" ")} - often) > 1]
        topic += [f"{PHRASE}{each}" for each in phrases if each not in topic]
    return {
        "pages": _pages(),
        "say": _say(localizer),
        "named": found,
        "frequent": frequent,
        "in_sentence": _in_sentence(corpus, localizer),
    }


def _in_sentence(corpus: Corpus, localizer: Localizer) -> dict[str, str]:
    """The States whose name has an article in a sentence, by code, each with it."""
    named = {code: localizer.state_in_sentence(code) for code in corpus.all_states}
    return {code: name for code, name in named.items() if name != localizer.state(code)}


def states(corpus: Corpus, language: str) -> list[list[str]]:
    """The file ``states`` of an index: what stands under ``named`` in ``answers``, of
    States.
    """
    localizer = Localizer(corpus, language)
    found = _cut(_states(corpus, localizer), language)
    owners = {name: state[0] for state in found for name in state[2:]}
    for state in found:
        for city in state_cities(corpus, state[0], language):
            names = [
                each
                for each in _written([(city, language)], language)
                if each not in state
            ]
            # what is another State's name without its marks (عمّان) is the city with them
            # alone
            marked = any(unicodedata.combining(letter) for letter in city)
            state += [
                f"{CITY}{city if marked and each in owners else each}" for each in names
            ]
    return found


def _cut(things: Iterable[Named], language: str) -> list[list[str]]:
    """Codes, labels and names."""
    return [[code, label, *_written(names, language)] for code, label, names in things]


def _pages() -> dict[str, str]:
    """Addresses by kind of answer, with ``{}`` for the code of what they are of."""
    found = {kind: address(Target(kind, "{}")) for kind in _OF_ONE}
    found["recognise"] = address(Target("page", signs.PAGE)) + "#{}"
    return found | {
        name: address(Target("page", name)) for name in _OF_SEVERAL if name in PAGES
    }


def _say(localizer: Localizer) -> dict[str, str]:
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


def _states(corpus: Corpus, localizer: Localizer) -> Iterator[Named]:
    """States, by their names here and in English, and by what else readers type for them,
    cities aside.
    """
    language = localizer.language
    for code in corpus.all_states:
        name = localizer.state(code)
        others = here(state_words.names(corpus, code, language), language)
        yield (
            code,
            name,
            [(name, language), (texts.state_name(corpus, code, "en"), "en"), *others],
        )


def _entries(corpus: Corpus, localizer: Localizer, of: str) -> Iterator[Named]:
    """Topics or stages, by their labels here and in English, and by the words for the
    term of the same name.
    """
    terms = corpus.vocabularies.of("terms")
    by_label = {entry.label.casefold(): entry for entry in terms.values()}
    for code, entry in corpus.vocabularies.of(of).items():
        label = localizer.word(of, code)
        term = terms.get(code) or by_label.get(entry.label.casefold())
        others = forms(term, localizer.language) if term else []
        yield (
            code,
            label.text,
            [(label.text, label.language), (entry.label, "en"), *others],
        )


def _whole(
    corpus: Corpus, language: str, topic: str, asked: list[str], frequent: set[str]
) -> list[str]:
    """What asks for a topic although its words stand in the labels or questions of many
    ("what is trafficking"): the words for its terms, and of what readers type for it
    (``asked``) what says no more than these.
    """
    terms = (
        each for each in corpus.vocabularies.of("terms").values() if topic in each.topics
    )
    meant = _written([form for term in terms for form in forms(term, language)], language)
    known = {word for form in meant for word in form.split(" ")}
    found = [*meant, *(each for each in asked if {*each.split(" ")} <= known)]
    return [each for each in dict.fromkeys(found) if frequent & {*each.split(" ")}]


def records(corpus: Corpus, language: str) -> list[list[str]]:
    """The file ``records`` of an index: the same of records, by their numbers and short
    titles; one that has neither cannot be named in few words.
    """
    localizer, found = Localizer(corpus, language), []
    for name, model in sorted(corpus.records.items()):
        numbers = list(_numbers(model.number or "", texts.title(corpus, name, "en").text))
        short = localizer.short(name)
        titles = [
            (text, tag) for tag, text in model.short_titles.items() if tag == language
        ]
        if model.short_title:
            titles += [(model.short_title, model.language), (short.text, short.language)]
        if numbers or titles:
            label = short.text if titles else numbers[0]
            found.append((name, label, [*here(numbers, "zxx"), *titles]))
    return _cut(found, language)


def _numbers(number: str, title: str) -> Iterator[str]:
    """What a record is cited by: the parts of its number that are no date, page or
    volume, and the number that its title begins with.
    """
    for part in re.split("[;,]", number):
        if re.search(r"\d", part) and not _NOT_CITED.search(part):
            yield part.strip()
    yield from title_number(title)


def _sections(localizer: Localizer, sections: Iterable[signs.Section]) -> list[Named]:
    """Pages and sections of the page of signs, by what readers call them."""
    return [
        (anchor, heading, here(typed, localizer.language))
        for anchor, heading, typed in sections
    ]


def _written(names: Iterable[Name], language: str) -> list[str]:
    """Names as words that a query can be held against, each way of writing once."""
    both = [(form, tag) for text, tag in names for form in (text, _LOOSE.sub("", text))]
    cut = (" ".join(_words(text, tag, language)) for text, tag in both)
    return list(dict.fromkeys(each for each in cut if each))


def _words(text: str, tag: str, language: str) -> list[str]:
    """The folded words of a name: numbers as they are cited, without idle words."""
    folded = words.fold(text)
    numbers, rest = list(words.compounds(folded)), words.without_compounds(folded)
    found = list(words.words(rest))
    # of a run of unspaced characters its pairs alone, as of a query
    last = {
        each
        for before, each in pairwise(found)
        if len(each) == 1 and before.endswith(each)
    }
    idle = words.idle(language) | words.idle(tag)
    plain = [words.bare(each) for each in found if each not in idle and each not in last]
    return [*numbers, *(each for each in plain if each not in numbers)]


def _frequent(corpus: Corpus, language: str) -> str:
    """Words that stand in the labels or questions of many topics."""
    localizer = Localizer(corpus, language)
    topics = []
    for code in corpus.vocabularies.of("topics"):
        said = (localizer.word("topics", code, part) for part in ("label", "question"))
        topics.append(
            {each for text in said for each in words.forms(text.text, text.language)}
        )
    often = Counter(stem for found in topics for stem in {stem for _, stem in found})
    forms = {form for found in topics for form, stem in found if often[stem] >= FREQUENT}
    return " ".join(sorted(forms - words.idle(language)))
