"""A place in a text ("Art. 13(1)", "Preamble") as a language writes it: the one place where that is decided.

What is ours in a reference stands in the list ``references`` and is translated as the other lists are: names
of units with ``{n}`` for their number, words that go with another reference with ``{text}``, and phrases.
Numbers stay as the text has them. What the list does not know (the heading of a text, the name of a case)
stays as it was typed, as a part in the language of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING
from generators.languages import facts
from generators.model.vocabulary import Entry
from generators.text import gettext_files, partial_dates
from generators.translate import texts
from generators.translate.numbering import numbered
from generators.translate.typography import shown

LIST, PLACES = "references", "places"
NESTED = "art"
"""The entry whose paragraphs and letters are said in words."""

_WORDS = re.compile(r"[^\W\d_A-Z]{3,}")
_OURS = re.compile(r"[^\W\d_A-Z]{3,}|\bArts?\b|\b(?:to|No)\b")
_SAYS = re.compile(r"\w")
_DAY = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})")
_TITLED = re.compile(r"([^:]+): (.+)")
_HEADED = re.compile(r"((?:[^\s,]+ )?\d[^\s,]*) ([A-Z].+)")
_NAMED = re.compile(r"([^(),;]+?) (Arts?\. .+)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Part(NamedTuple):
    """A part of a reference; ``language`` is empty where it is in the language asked for, or in none."""

    text: str
    language: str = ""


class _Form(NamedTuple):
    """How an entry is typed, where something else is part of it (``slot`` is n or text)."""

    pattern: re.Pattern[str]
    entry: Entry
    slot: str


def parts(corpus: Corpus, text: str, language: str, source: str = "en") -> tuple[Part, ...]:
    """A reference in a language, in parts; ``source`` is the language that it was typed in. One that is not
    typed in English, or is wanted in English, stands as it is.
    """
    key = ("reference", text, language, source)
    return corpus.cached(key, lambda: _parts(corpus, text, language, source))


def plain(corpus: Corpus, text: str, language: str, source: str = "en") -> str:
    """A reference in a language, as plain text."""
    return "".join(part.text for part in parts(corpus, text, language, source))


def _parts(corpus: Corpus, text: str, language: str, source: str) -> tuple[Part, ...]:
    if source == "en" and language != "en":
        return tuple(_merged(_Writer(corpus, language).write(text), language))
    return (Part(text, source if source != language and _WORDS.search(text) else ""),)


def _merged(found: list[Part], language: str) -> Iterator[Part]:
    """Parts as they are shown, of which no two that are in no language of their own stand side by side."""
    for own, each in groupby(found, key=lambda part: part.language):
        if own:
            yield from each
        else:
            yield Part(shown("".join(part.text for part in each), language))


class _Writer:
    """Writes references in one language."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        self._corpus, self._language = corpus, language
        self._grammar = facts(language).grammar
        self._phrases, self._forms = corpus.cached(("reference forms",), lambda: _recognised(corpus))

    def write(self, text: str) -> list[Part]:
        """A reference, in parts."""
        known = self._known(text)
        if known is not None:
            return [Part(known)]
        ways = (self._semicolons, self._wrapped, self._named, self._aside, self._titled, self._commas)
        for split in ways:
            found = split(text)
            if any(not part.language and _SAYS.search(part.text) for part in found):
                return found
        return [Part(text, "en" if _WORDS.search(text) else "")]

    # -- known as a whole ------------------------------------------------------------------------------------

    def _known(self, text: str) -> str | None:
        if text.lower() in self._phrases:
            return self._said(*self._phrases[text.lower()])
        for form in self._forms:
            match = form.pattern.fullmatch(text) if form.slot == "n" else None
            written = self._numbered(form.entry, match["n"]) if match else None
            if written is not None:
                return written
        if match := _DAY.fullmatch(text):
            return self._day(*match.groups())
        return None if _OURS.search(text) and not text.startswith('"') else text

    def _numbered(self, entry: Entry, numbers: str) -> str | None:
        one = self._said(LIST, entry.label)
        many = self._said(LIST, entry.plural) if entry.plural else one
        if one is None or many is None:
            return None
        return numbered(numbers, one, many, self._grammar, entry.id == NESTED)

    def _day(self, day: str | None, month: str, year: str) -> str | None:
        if month not in _MONTHS:
            return None
        iso = f"{year}-{_MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")
        return cldr.date_text(partial_dates.parse(iso), self._language)

    def _said(self, of: str, text: str) -> str | None:
        """Words of a list in this language; None where they are not translated."""
        said = texts.text_in(self._corpus, text, "vocabulary", self._language, context=of)
        return None if said.state in (MISSING, gettext_files.STALE) else said.text

    # -- known in parts --------------------------------------------------------------------------------------

    def _wrapped(self, text: str) -> list[Part]:
        for form in self._forms:
            if form.slot == "text" and (match := form.pattern.fullmatch(text)):
                pattern = self._said(LIST, form.entry.label)
                if pattern is not None:
                    number = match.groupdict().get("n") or ""
                    before, _, after = pattern.replace("{n}", number).partition("{text}")
                    return [Part(before), *self.write(match["text"]), Part(after)]
        return []

    def _semicolons(self, text: str) -> list[Part]:
        return self._joined(text.split("; "), self._grammar.semicolon)

    def _commas(self, text: str) -> list[Part]:
        first, comma, rest = text.partition(", ")
        return self._joined([first, rest], self._grammar.comma) if comma else []

    def _titled(self, text: str) -> list[Part]:
        """A unit with its heading: "Pillar 2: …", "Chapter 3 …"."""
        match = _TITLED.fullmatch(text) or _HEADED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.colon) if match else []

    def _named(self, text: str) -> list[Part]:
        """A text with a place in it: "Palermo Protocol Art. 3(a)"."""
        match = _NAMED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.comma) if match else []

    def _aside(self, text: str) -> list[Part]:
        match = re.fullmatch(r"(.*\S) \((.+)\)", text)
        if match is None:
            return []
        between, end = self._grammar.aside.removeprefix("{first}").split("{aside}")
        return [*self.write(match[1]), Part(between), *self.write(match[2]), Part(end)]

    def _joined(self, pieces: tuple[str, ...] | list[str], by: str) -> list[Part]:
        if len(pieces) < 2:
            return []
        found: list[Part] = []
        for piece in pieces:
            found += [*([Part(by)] if found else []), *self.write(piece)]
        return found


Phrase = tuple[str, str]
"""A list, and words of it."""


def _recognised(corpus: Corpus) -> tuple[dict[str, Phrase], tuple[_Form, ...]]:
    """Phrases and places by their small letters, and the entries of the list with a slot."""
    entries = corpus.vocabularies.of(LIST).values()
    phrases = {
        entry.label.lower(): (of, entry.label)
        for of in (PLACES, LIST)
        for entry in corpus.vocabularies.of(of).values()
        if "{" not in entry.label
    }
    return phrases, tuple(form for entry in entries if "{" in entry.label for form in _forms_of(entry))


def _forms_of(entry: Entry) -> Iterator[_Form]:
    for label in filter(None, (entry.label, entry.plural)):
        pattern = re.escape(label).replace(r"\.", r"\.?")
        pattern = pattern.replace(r"\{n\}", "(?P<n>.+)").replace(r"\{text\}", "(?P<text>.+)")
        yield _Form(re.compile(pattern, re.IGNORECASE), entry, "text" if "{text}" in label else "n")
