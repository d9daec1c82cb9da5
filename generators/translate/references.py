"""A place in a text ("Art. 13(1)", "Preamble") as a language writes it: the one place where that is decided.

What is ours in a reference stands in the list ``references`` and is translated as the other lists are: names
of units with ``{n}`` for their number, words that go with another reference with ``{text}``, and phrases.
Numbers stay as the text has them. What the list does not know (the heading of a text, the name of a case)
stays as it was typed, as a part in the language of its file.

``13(1)``, ``7(6), 8-9``, ``4(1)(a)-(d), (9)`` are read, and written by the language's ``Grammar``: "art. 7,
par. 6 ; art. 8 et 9". What cannot be said that way (``25(1)-(2)(a)``) keeps its brackets, as every number
does in a language without a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING
from generators.languages import facts
from generators.languages.language import Grammar
from generators.model.vocabulary import Entry
from generators.text import gettext_files, partial_dates
from generators.translate import texts
from generators.translate.texts import shown

Path = tuple[str, ...]


class _Number(NamedTuple):
    """An article (or another unit) as typed: its number, the end of a range that begins with it, and the
    places within it, each with the end of its range.
    """

    raw: str
    base: str
    end: str = ""
    places: tuple[tuple[Path, Path], ...] = ()


_BASE = r"(?:\d+(?:/\d+)*[A-Za-z]?|[IVXLC]+|[A-Z])(?:\.[\dA-Z]+)*"
_TOKEN = re.compile(
    rf"(?P<by>, and | and | to |, |-)?(?P<base>{_BASE}(?![a-z]))?(?P<within>(?:\([0-9a-z]+\))*)"
)


def numbered(typed: str, one: str, many: str, grammar: Grammar, nested: bool) -> str | None:
    """Numbers under the names of their unit (``one`` and ``many``, with ``{n}``); ``nested`` says whether
    paragraphs of it are said in words. None where these are no numbers.
    """
    found = _read(typed)
    if found is None:
        return None
    if nested and not grammar.romans:
        found = [each._replace(base=_arabic(each.base), end=_arabic(each.end)) for each in found]
    if not nested or not grammar.within:
        several = len(found) > 1 or bool(found[0].end)
        return (many if several else one).format(n=_plain(found, grammar))
    groups = []
    for deep, each in groupby(found, key=lambda number: bool(number.places)):
        numbers = list(each)
        if deep:
            groups += [_deep(number, one, grammar) for number in numbers]
        else:
            groups.append(_named(_spans(numbers), one, many, grammar, _ordinal(grammar)))
    return grammar.semicolon.join(groups)


def _read(typed: str) -> list[_Number] | None:
    """The numbers of a row; None where something else stands in it."""
    found: list[_Number] = []
    at = 0
    while at < len(typed):
        token = _TOKEN.match(typed, at)
        if token is None or token.end() == at or bool(token["by"]) != bool(found):
            return None
        place: Path = tuple(re.findall(r"\((\w+)\)", token["within"]))
        if not token["base"] and not place:
            return None
        if token["by"] == " to " or (token["base"] and token["by"] == "-"):
            last = found.pop()
            if last.places or last.end or not token["base"]:
                return None
            # a range that ends within an article is too deep to be said in words
            deep = (((last.base, token["base"], *place), ()),) if place else ()
            found.append(last._replace(raw=last.raw + token[0], end=token["base"], places=deep))
        elif token["base"]:
            raw = token[0].removeprefix(token["by"] or "")
            found.append(_Number(raw, token["base"], places=((place, ()),) if place else ()))
        elif found:
            found.append(_further(found.pop(), token["by"], place, token[0]))
        else:
            return None
        at = token.end()
    return found or None


def _arabic(number: str) -> str:
    """The number of an article that is typed in Roman digits."""
    values = ["IVX".find(digit) for digit in number]
    if not values or min(values) < 0:
        return number
    worth = [(1, 5, 10)[value] for value in values]
    return str(sum(-n if n < max(worth[at:]) else n for at, n in enumerate(worth)))


def _further(number: _Number, by: str, place: Path, raw: str) -> _Number:
    """A number with a further place within it, or with the end of the range that its last place begins."""
    places = number.places
    ranged = by == "-" and places
    places = (*places[:-1], (places[-1][0], place)) if ranged else (*places, (place, ()))
    return number._replace(raw=number.raw + raw, places=places)


def _plain(found: Sequence[_Number], grammar: Grammar) -> str:
    """Numbers as typed, with the signs of the language between them."""
    if any(number.places for number in found):
        return grammar.comma.join(_typed(number.raw, grammar) for number in found)
    return _row(_spans(found), grammar, str)


Span = tuple[str, str]
Spans = Sequence[Span]


def _spans(numbers: Sequence[_Number]) -> Spans:
    """Numbers and ranges; a range of two is two numbers."""
    return _apart([(number.base, number.end) for number in numbers])


def _apart(spans: Spans) -> Spans:
    return [
        each
        for first, end in spans
        for each in (((first, ""), (end, "")) if _next(first, end) else ((first, end),))
    ]


def _next(first: str, end: str) -> bool:
    if first.isdigit() and end.isdigit():
        return int(end) == int(first) + 1
    return len(first) == len(end) == 1 and ord(end) == ord(first) + 1


def _row(spans: Spans, grammar: Grammar, write: Callable[[str], str]) -> str:
    texts = [f"{write(first)}{grammar.to}{write(end)}" if end else write(first) for first, end in spans]
    return grammar.last.join(filter(None, (grammar.row.join(texts[:-1]), texts[-1])))


def _named(spans: Spans, one: str, many: str, grammar: Grammar, write: Callable[[str], str]) -> str:
    """Numbers under the name of their unit."""
    single = all(not end for _, end in spans)
    if single and grammar.pairs and len(spans) == 2:
        return grammar.last.join(one.replace("{n}", write(first)) for first, _ in spans)
    name = one if single and len(spans) == 1 else many
    return name.replace("{n}", _row(spans, grammar, write))


def _ordinal(grammar: Grammar) -> Callable[[str], str]:
    return lambda number: grammar.ordinal.replace("{n}", number) if number.isdigit() else number


def _deep(number: _Number, one: str, grammar: Grammar) -> str:
    """An article with paragraphs or letters in it; with its brackets where a range ends deeper than it
    begins, or a number stands below a letter.
    """
    whole = one.replace("{n}", _ordinal(grammar)(number.base))
    found = list(_paragraphs(number.places))
    if any(not paragraphs for paragraphs, _ in found[1:]) or not all(map(_sayable, number.places)):
        return one.replace("{n}", _typed(number.raw, grammar))
    if not found[0][0]:
        return _lettered(whole, found[0][1], grammar)
    said = []
    for paragraphs, letters in found:
        part = _named(_apart(paragraphs), grammar.paragraph, grammar.paragraphs, grammar, str)
        said.append(_lettered(part, letters, grammar) if letters else part)
    return grammar.within.format(whole=whole, part=grammar.comma.join(said))


def _typed(raw: str, grammar: Grammar) -> str:
    """Numbers with their brackets, and what stands between them in the language."""
    return re.sub(r",? and ", grammar.last, raw).replace(", ", grammar.row)


def _sayable(place: tuple[Path, Path]) -> bool:
    """Whether a place is a paragraph, letters, or letters of a paragraph, and a range of it ends as deep."""
    first, end = place
    below = first[1:] if first[0].isdigit() else first
    if below:
        return all(part.isalpha() for part in (*below, *end))
    return not end or (len(end) == 1 and end[0].isdigit())


def _paragraphs(places: Sequence[tuple[Path, Path]]) -> list[tuple[list[Span], list[Span]]]:
    """Paragraphs, each with the letters in it that are meant; those that are meant whole stand together."""
    found: list[tuple[list[Span], list[Span]]] = []
    for first, end in places:
        paragraph = first[0].isdigit()
        below = first[1:] if paragraph else first
        if not found or (paragraph and (below or found[-1][1])):
            found.append(([], []))
        if paragraph:
            found[-1][0].append((first[0], "" if below else "".join(end)))
        if below:
            found[-1][1].append((" ".join(below), " ".join(end)))
    return found


def _lettered(whole: str, letters: Spans, grammar: Grammar) -> str:
    spans = _apart(letters)
    name = grammar.letter if len(spans) == 1 and not spans[0][1] else grammar.letters
    marked = partial(_marked, grammar=grammar)
    return grammar.beside.format(whole=whole, part=name.replace("{x}", _row(spans, grammar, marked)))


def _marked(letters: str, grammar: Grammar) -> str:
    """A letter, or a letter with the one below it."""
    between = "" if grammar.mark.startswith("(") else " "
    return between.join(grammar.mark.replace("{x}", letter) for letter in letters.split())


LIST, PLACES = "references", "places"
NESTED = "art"
"""The entry whose paragraphs and letters are said in words."""
_LETTER_OF = re.compile(r"\d+\([a-z]\)")
"""What a paragraph alone has in it."""

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
        nested = entry.id == NESTED or (entry.id == "para" and bool(_LETTER_OF.fullmatch(numbers)))
        return numbered(numbers, one, many, self._grammar, nested)

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
