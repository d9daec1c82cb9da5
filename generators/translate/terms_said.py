"""Which terms of the vocabulary a text says, so that a translator sees beside it what each is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.model.vocabulary import Entry

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")


class Said(NamedTuple):
    """A term that a text says: its code, and the words of the text that say it."""

    code: str
    form: str


def terms_said(corpus: Corpus, text: str, language: str) -> tuple[Said, ...]:
    """The terms that a text in a language says, in their order there, each once; one within a longer one
    ("trafficking" in "victim of trafficking") is not named.
    """
    return corpus.cached(("terms said", language, text), lambda: tuple(_said(corpus, text, language)))


def _said(corpus: Corpus, text: str, language: str) -> Iterator[Said]:
    forms = corpus.cached(("forms of terms", language), lambda: _forms(corpus, language))
    found = list(_words(text, language))
    words = [_alike(text[start:end]) for start, end in found]
    told, at = set(), 0
    while at < len(words):
        code, length = _longest(forms, words, at)
        if code and code not in told:
            told.add(code)
            yield Said(code, text[found[at][0] : found[at + length - 1][1]])
        at += length


def _longest(
    forms: Mapping[str, Sequence[tuple[Words, str]]], words: Sequence[str], at: int
) -> tuple[str, int]:
    """The term whose longest form begins at a word, and the number of its words; none and 1 where none
    does.
    """
    for form, code in forms.get(words[at], ()):
        if tuple(words[at : at + len(form)]) == form:
            return code, len(form)
    return "", 1


def _forms(corpus: Corpus, language: str) -> Mapping[str, Sequence[tuple[Words, str]]]:
    """The forms of all terms as words, by the first of them, the longest first."""
    found: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for code, entry in corpus.vocabularies.of("terms").items():
        for form in _of(entry, language):
            words = tuple(_alike(form[start:end]) for start, end in _words(form, language))
            if words:
                found[words[0]].append((words, code))
    return {word: sorted(each, key=lambda pair: -len(pair[0])) for word, each in found.items()}


def _of(entry: Entry, language: str) -> Iterator[str]:
    if form := entry.forms.get(language):
        yield form.form
    yield from filter(None, entry.acronyms.get(language, "").split(", "))
    yield from (each.form for each in entry.variants if each.language == language)


def _words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text begins and ends; each sign for itself where words have no blanks."""
    if not facts(language).spaced:
        yield from ((at, at + 1) for at, sign in enumerate(text) if sign.isalnum())
    else:
        yield from (match.span() for match in _WORD.finditer(text))


def _alike(word: str) -> str:
    """A word without case and the ending of a plural; an acronym stays as it is, so that no word is one."""
    if len(word) > 1 and word.isupper():
        return word
    small = word.lower()
    if small.endswith("ies") and len(small) > 4:
        return f"{small[:-3]}y"
    return small[:-1] if len(small) > 3 and small.endswith("s") and not small.endswith("ss") else small
