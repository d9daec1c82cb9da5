"""A place in a text ("Art. 13(1)", "Preamble") as a language writes it: only here that is
decided.

The words of a reference that are ours are in the list ``references``, which is translated
as other lists are. It has names of units with ``{n}`` for their number. It has words with
``{text}`` for another reference, and phrases. Numbers are in ``article_numbers``. What
the list does not know, such as a heading, is shown as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING
from generators.corpus.memo import once
from generators.languages import facts
from generators.model.vocabulary import VocabularyEntry
from generators.text import gettext_files, partial_dates
from generators.translate import texts
from generators.translate.article_numbers import UnitName, numbered
from generators.translate.texts import shown

LIST = "references"
PLACES = "places"
NESTED = "art"
"""The entry whose paragraphs and letters are said in words."""
DOTTED = "guideline"
"""The entry whose paragraphs follow a full stop ("5.1"), as the United Nations writes."""

_WORDS = re.compile(r"[^\W\d_A-Z]{3,}")
"""A word of some language, other than an acronym."""
_OURS = re.compile(r"[^\W\d_A-Z]{3,}|\bArts?\b|\b(?:to|No)\b")
"""What the list would have to know."""
_HAS_LETTERS = re.compile(r"\w")
_DAY = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})")
_CASE = re.compile(r"(?P<who>[A-Z].*?) v\. (?P<states>.+?)(?P<more> \[GC\])?")
_PARAGRAPHS = re.compile(r"(\d+)((?:(?:-|, )?\(\d+\))+)")
_TITLED = re.compile(r"([^:]+): (.+)")
_HEADED = re.compile(r"((?:[^\s,]+ )?\d[^\s,]*) ([A-Z].+)")
_NAMED = re.compile(r"([^(),;]+?) (Arts?\. .+)")
_ASIDE = re.compile(r"(.*\S) \((.+)\)")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Piece(NamedTuple):
    """A part of a reference."""

    text: str
    language: str = ""
    """Its language; empty where it is the one asked for, or none."""


class _Form(NamedTuple):
    """How an entry of the list is typed that has something else in it."""

    pattern: re.Pattern[str]
    entry: VocabularyEntry
    slot: str
    """What it has in it: ``n`` (numbers) or ``text`` (another reference)."""


class _ListWords(NamedTuple):
    """Words of a list, by which they are translated."""

    list_name: str
    words: str


def parts(
    corpus: Corpus, text: str, language: str, source: str = "en"
) -> tuple[Piece, ...]:
    """A reference in a language, in parts; ``source`` is the language it was typed in.

    One that is not typed in English, or is wanted in English, is shown as it is.
    """
    if source == "en" and language != "en":
        pieces = _Writer(corpus, language).write(text)
        return tuple(_merged(pieces, language))
    is_foreign = source != language and _WORDS.search(text)
    return (Piece(text, source if is_foreign else ""),)


def unknown(corpus: Corpus, text: str) -> list[str]:
    """The parts of an English reference that the list does not know.

    Every language shows them in English. The parties of a case are names, and known.
    """
    pieces = _Writer(corpus, "en").write(text)
    return [
        piece.text
        for piece in pieces
        if piece.language and not _CASE.fullmatch(piece.text)
    ]


def _merged(pieces: Iterable[Piece], language: str) -> Iterator[Piece]:
    """Parts as they are shown; neighbours without a language of their own are one."""
    for own_language, group in groupby(pieces, key=lambda piece: piece.language):
        if own_language:
            yield from group
        else:
            text = "".join(piece.text for piece in group)
            yield Piece(shown(text, language))


class _Writer:
    """Writes references in one language."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        self._corpus = corpus
        self._language = language
        self._grammar = facts(language).grammar

    def write(self, text: str) -> list[Piece]:
        """A reference that was typed in English, in parts.

        Each way to take it apart is tried, until one leads to a part that the language
        can say. Where none does, it is one part, in English if it has words.
        """
        known = self._known(text)
        if known is not None:
            return [Piece(known)]
        ways = (
            self._split_at_semicolons,
            self._split_wrapped,
            self._split_case,
            self._split_named,
            self._split_aside,
            self._split_title,
            self._split_at_comma,
        )
        for split in ways:
            pieces = split(text)
            if any(_is_translated(piece) for piece in pieces):
                return pieces
        return [_as_typed(text)]

    # -- known as a whole ----------------------------------------------------------------

    def _known(self, text: str) -> str | None:
        """A reference that is one phrase, unit, State or day; None where it is not."""
        phrase = _phrases(self._corpus).get(text.lower())
        if phrase:
            return self._translated(phrase)
        for entry, numbers in _units_in(self._corpus, text):
            written = self._numbered(entry, numbers)
            if written is not None:
                return written
        if code := _states().get(text):
            return texts.state_name(self._corpus, code, self._language)
        if match := _DAY.fullmatch(text):
            return self._day(*match.groups())
        needs_words = _OURS.search(text) and not text.startswith('"')
        return None if needs_words else text

    def _numbered(self, entry: VocabularyEntry, numbers: str) -> str | None:
        """Numbers under the name of a unit; None where its name is not translated."""
        singular = self._translated(_ListWords(LIST, entry.label))
        plural = singular
        if entry.plural:
            plural = self._translated(_ListWords(LIST, entry.plural))
        if singular is None or plural is None:
            return None
        if entry.id == DOTTED:
            numbers = dotted(numbers)
        unit = UnitName(singular, plural)
        return numbered(numbers, unit, self._grammar, nested=entry.id == NESTED)

    def _day(self, day: str | None, month: str, year: str) -> str | None:
        """A day, or a month, in this language; None where the month is none."""
        if month not in _MONTHS:
            return None
        iso = f"{year}-{_MONTHS.index(month) + 1:02}"
        if day:
            iso = f"{iso}-{int(day):02}"
        return cldr.date_text(partial_dates.parse(iso), self._language)

    def _translated(self, phrase: _ListWords) -> str | None:
        """Words of a list in this language; None where they are not translated."""
        translation = texts.text_in(
            self._corpus,
            phrase.words,
            "vocabulary",
            self._language,
            context=phrase.list_name,
        )
        if translation.state in (MISSING, gettext_files.STALE):
            return None
        return translation.text

    # -- known in parts ------------------------------------------------------------------

    def _split_wrapped(self, text: str) -> list[Piece]:
        """A reference with words of the list round another one: "Annex to Art. 3"."""
        for form in _forms(self._corpus):
            match = form.pattern.fullmatch(text) if form.slot == "text" else None
            if match is None:
                continue
            pattern = self._translated(_ListWords(LIST, form.entry.label))
            if pattern is not None:
                number = match.groupdict().get("n") or ""
                before, _, after = pattern.replace("{n}", number).partition("{text}")
                return [Piece(before), *self.write(match["text"]), Piece(after)]
        return []

    def _split_at_semicolons(self, text: str) -> list[Piece]:
        """References with semicolons between them."""
        return self._joined(text.split("; "), self._grammar.semicolon)

    def _split_at_comma(self, text: str) -> list[Piece]:
        """A reference up to its first comma, and the rest."""
        return self._joined(text.split(", ", 1), self._grammar.comma)

    def _split_case(self, text: str) -> list[Piece]:
        """A judgment by the parties of its case: "L.E. c. Grèce".

        Empty in a language that declines names.
        """
        match = _CASE.fullmatch(text) if self._grammar.against else None
        if match is None:
            return []
        known_states = _states()
        codes = [known_states.get(name) for name in match["states"].split(" and ")]
        if None in codes:
            return []
        states = [cldr.name(code, self._language, {}) for code in codes if code]
        applicant, others, _ = match["who"].partition(" and Others")
        applicant = applicant.replace(" and ", self._grammar.last)
        after = self._grammar.others if others else ""
        after += self._grammar.against + self._grammar.last.join(states)
        return [_as_typed(applicant), Piece(after + (match["more"] or ""))]

    def _split_title(self, text: str) -> list[Piece]:
        """A unit with its heading: "Pillar 2: …", "Chapter 3 …"."""
        match = _TITLED.fullmatch(text) or _HEADED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.colon) if match else []

    def _split_named(self, text: str) -> list[Piece]:
        """A text with a place in it: "Palermo Protocol Art. 3(a)"."""
        match = _NAMED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.comma) if match else []

    def _split_aside(self, text: str) -> list[Piece]:
        """A reference with another in brackets after it."""
        match = _ASIDE.fullmatch(text)
        if match is None:
            return []
        between, end = self._grammar.aside.removeprefix("{first}").split("{aside}")
        return [*self.write(match[1]), Piece(between), *self.write(match[2]), Piece(end)]

    def _joined(self, references: Sequence[str], sign: str) -> list[Piece]:
        """Several references, with a sign between them; empty where there is one."""
        if len(references) < 2:
            return []
        pieces = self.write(references[0])
        for reference in references[1:]:
            pieces += [Piece(sign), *self.write(reference)]
        return pieces


def _is_translated(piece: Piece) -> bool:
    """Whether a part says something in the language asked for."""
    return not piece.language and _HAS_LETTERS.search(piece.text) is not None


def _as_typed(text: str) -> Piece:
    """A part that the list does not know: in English, if it has words."""
    return Piece(text, "en" if _WORDS.search(text) else "")


def dotted(numbers: str) -> str:
    """Paragraphs after a full stop.

    >>> dotted("8(5)-(10)")
    '8.5-8.10'
    """

    def with_stops(match: re.Match[str]) -> str:
        return re.sub(r"\((\d+)\)", rf"{match[1]}.\1", match[2])

    return _PARAGRAPHS.sub(with_stops, numbers)


@cache
def _states() -> dict[str, str]:
    """The codes of States by their names in English, as courts write them."""
    codes = {}
    for code in cldr.every_code():
        name = cldr.name(code, "en", {})
        codes[name] = code
        codes[f"the {name}"] = code
    return codes


@once
def _units_in(corpus: Corpus, text: str) -> tuple[tuple[VocabularyEntry, str], ...]:
    """The units that a whole reference may be of, each with its numbers."""
    units = []
    for form in _forms(corpus):
        match = form.pattern.fullmatch(text) if form.slot == "n" else None
        if match:
            units.append((form.entry, match["n"]))
    return tuple(units)


@once
def _phrases(corpus: Corpus) -> dict[str, _ListWords]:
    """Phrases and places without a slot, by their words in small letters."""
    phrases = {}
    for list_name in (PLACES, LIST):
        for entry in corpus.vocabularies.entries_of(list_name).values():
            if "{" not in entry.label:
                words = _ListWords(list_name, entry.label)
                phrases[entry.label.lower()] = words
    return phrases


@once
def _forms(corpus: Corpus) -> tuple[_Form, ...]:
    """How the entries of the list with a slot are typed, in its order."""
    forms: list[_Form] = []
    for entry in corpus.vocabularies.entries_of(LIST).values():
        if "{" in entry.label:
            forms += _forms_of(entry)
    return tuple(forms)


def _forms_of(entry: VocabularyEntry) -> Iterator[_Form]:
    """How one entry is typed, in the singular and the plural."""
    for label in filter(None, (entry.label, entry.plural)):
        pattern = re.escape(label).replace(r"\.", r"\.?")
        pattern = pattern.replace(r"\{n\}", "(?P<n>.+)")
        pattern = pattern.replace(r"\{text\}", "(?P<text>.+)")
        slot = "text" if "{text}" in label else "n"
        yield _Form(re.compile(pattern, re.IGNORECASE), entry, slot)
