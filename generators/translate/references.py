"""A place in a text ("Art. 13(1)", "Preamble") as a language writes it: the one place
where that is decided.

What is ours in a reference stands in the list ``references`` and is translated as the
other lists are: names of units with ``{n}`` for their number, words that go with another
reference with ``{text}``, and phrases. Numbers stay as the text has them. What the list
does not know (the heading of a text) stays as it was typed, as a part in the language of
its file.

``13(1)``, ``7(6), 8-9``, ``4(1)(a)-(d), (9)``, ``5(e)(i)``, ``11a`` are read, and written
by the language's ``Grammar``: "art. 7, par. 6 ; art. 8 et 9", "art. 11 bis". What has
another order keeps its brackets, as every number does in a language without a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, groupby
from typing import NamedTuple

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING
from generators.corpus.memo import once
from generators.languages import facts
from generators.languages.language import Grammar
from generators.model.vocabulary import VocabularyEntry
from generators.text import gettext_files, partial_dates
from generators.translate import texts
from generators.translate.texts import shown

Path = tuple[str, ...]


class _Number(NamedTuple):
    """An article (or another unit) as typed: its number, the end of a range that begins
    with it, and the places within it, each with the end of its range.
    """

    raw: str
    base: str
    end: str = ""
    places: tuple[tuple[Path, Path], ...] = ()


_BASE = r"(?:\d+(?:/\d+)*[A-Za-z]?|[IVXLC]+|[A-Z])(?:\.[\dA-Z]+)*"
_TOKEN = re.compile(
    rf"(?P<by>, and | and | to |, |-)?(?P<base>{_BASE}(?![a-z]))?(?P<within>(?:\([0-9a-z]+\))*)"
)


def numbered(
    typed: str, one: str, many: str, grammar: Grammar, nested: bool
) -> str | None:
    """Numbers under the names of their unit (``one`` and ``many``, with ``{n}``);
    ``nested`` says whether paragraphs of it are said in words. None where these are no
    numbers.
    """
    found = _read(typed)
    if found is None:
        return None
    if not nested or not grammar.within:
        several = len(found) > 1 or bool(found[0].end)
        return (many if several else one).format(n=_plain(found, grammar))
    groups = []
    for deep, each in groupby(found, key=lambda number: bool(number.places)):
        if deep:
            groups += [_deep(number, one, grammar) for number in each]
        else:
            write = partial(_article, grammar=grammar)
            groups.append(_named(_spans([*each]), one, many, grammar, write))
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
            found.append(
                last._replace(raw=last.raw + token[0], end=token["base"], places=deep)
            )
        elif token["base"]:
            raw = token[0].removeprefix(token["by"] or "")
            found.append(
                _Number(raw, token["base"], places=((place, ()),) if place else ())
            )
        elif found:
            found.append(_further(found.pop(), token["by"], place, token[0]))
        else:
            return None
        at = token.end()
    return found or None


def _further(number: _Number, by: str, place: Path, raw: str) -> _Number:
    """A number with a further place within it, or with the end of the range that its last
    place begins.
    """
    places = number.places
    ranged = by == "-" and places
    places = (*places[:-1], (places[-1][0], place)) if ranged else (*places, (place, ()))
    return number._replace(raw=number.raw + raw, places=places)


def _plain(found: Sequence[_Number], grammar: Grammar) -> str:
    """Numbers as typed, with the signs of the language between them."""
    if any(number.places for number in found):
        return grammar.comma.join(_typed(number.raw, grammar) for number in found)
    return _row(_spans(found), grammar, str)


Spans = Sequence[tuple[str, str]]


def _spans(numbers: Sequence[_Number]) -> Spans:
    """The numbers and ranges of articles."""
    return _apart([(number.base, number.end) for number in numbers])


def _apart(spans: Spans) -> Spans:
    """Numbers and ranges; a range of two is two numbers."""
    apart = (
        ((first, ""), (end, "")) if _next(first, end) else ((first, end),)
        for first, end in spans
    )
    return [*chain.from_iterable(apart)]


def _next(first: str, end: str) -> bool:
    if first.isdigit() and end.isdigit():
        return int(end) == int(first) + 1
    if len(end) > 1 and {first, end} <= {*_ROMANS}:
        return _ROMANS.index(end) == _ROMANS.index(first) + 1
    return len(first) == len(end) == 1 and ord(end) == ord(first) + 1


def _row(spans: Spans, grammar: Grammar, write: Callable[[str], str]) -> str:
    texts = [
        f"{write(first)}{grammar.to}{write(end)}" if end else write(first)
        for first, end in spans
    ]
    return grammar.last.join(filter(None, (grammar.row.join(texts[:-1]), texts[-1])))


def _named(
    spans: Spans, one: str, many: str, grammar: Grammar, write: Callable[[str], str]
) -> str:
    """Numbers under the name of their unit."""
    single = all(not end for _, end in spans)
    dual = next((pair for pair in grammar.duals if one.startswith(pair[0])), None)
    if single and dual and len(spans) == 2:
        many = one.replace(*dual)
    name = one if single and len(spans) == 1 else many
    return name.replace("{n}", _row(spans, grammar, write))


_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_INSERTED = re.compile(r"(\d+)([a-z])")


def _article(number: str, grammar: Grammar) -> str:
    """The number of an article: "13.º", "11 bis" for 11a, "الأولى" for I."""
    if number.lower() in _ROMANS[: len(grammar.romans)]:
        return grammar.romans[_ROMANS.index(number.lower())]
    inserted = _INSERTED.fullmatch(number)
    if inserted and _LETTERS.index(inserted[2]) < len(grammar.inserted):
        return (
            _article(inserted[1], grammar) + grammar.inserted[_LETTERS.index(inserted[2])]
        )
    return grammar.ordinal.replace("{n}", number) if number.isdigit() else number


class _Place(NamedTuple):
    """A paragraph, letter or point of an article, the end of a range that begins there,
    and what is in it.
    """

    first: str
    end: str
    within: list[_Place]


_PARAGRAPH, _LETTER, _POINT = range(3)


def _is(name: str, level: int) -> bool:
    return (name.isdigit(), len(name) == 1 and name in _LETTERS, name in _ROMANS)[level]


def _tree(places: Sequence[tuple[Path, Path]]) -> list[_Place] | None:
    """The places of an article, one within the other. Letters of the article itself stand
    in one paragraph without a number. None where it is another order than paragraph,
    letter and point.
    """
    found: list[_Place] = []
    for path, end in places:
        letters = found[-1].within if found else []
        pointed = bool(letters and letters[-1].within) and _is(path[0], _POINT)
        level = _PARAGRAPH if path[0].isdigit() else _POINT if pointed else _LETTER
        if level and not found:
            found.append(_Place("", "", []))
        for depth, name in enumerate(path, level):
            if depth > _POINT or not _is(name, depth) or len(end) > 1:
                return None
            row = found
            for _ in range(depth):
                row = row[-1].within
            row.append(
                _Place(name, "".join(end) if depth == level + len(path) - 1 else "", [])
            )
    return (
        found if all(bool(each.first) == bool(found[0].first) for each in found) else None
    )


def _deep(number: _Number, one: str, grammar: Grammar) -> str:
    """An article with paragraphs, letters or points; with its brackets where they have
    another order.
    """
    whole = one.replace("{n}", _article(number.base, grammar))
    tree = _tree(number.places)
    if tree is None:
        return one.replace("{n}", _typed(number.raw, grammar))
    if not tree[0].first:
        return _lettered(whole, tree[0].within, grammar)
    said: list[str] = []
    for lettered, each in groupby(tree, key=lambda place: bool(place.within)):
        if lettered:
            named = (
                (grammar.paragraph.replace("{n}", place.first), place) for place in each
            )
            said += [_lettered(name, place.within, grammar) for name, place in named]
        else:
            write = partial(_article, grammar=grammar._replace(ordinal="{n}"))
            said.append(
                _named(
                    _places([*each]),
                    grammar.paragraph,
                    grammar.paragraphs,
                    grammar,
                    write,
                )
            )
    return grammar.within.format(whole=whole, part=grammar.then.join(said))


def _places(row: Sequence[_Place]) -> Spans:
    return _apart([(place.first, place.end) for place in row])


def _lettered(whole: str, letters: Sequence[_Place], grammar: Grammar) -> str:
    """Letters, each with its points, under the name of the article or paragraph."""

    def mark(letter: str) -> str:
        script = grammar.alphabet[_LETTERS.index(letter)] if grammar.alphabet else letter
        return grammar.mark.replace("{x}", script)

    def point(roman: str) -> str:
        return grammar.point.format(x=roman, n=_ROMANS.index(roman) + 1)

    said: list[str] = []
    for pointed, each in groupby(letters, key=lambda place: bool(place.within)):
        if pointed:
            points = (
                (mark(place.first), _row(_places(place.within), grammar, point))
                for place in each
            )
            said += [
                grammar.points.format(letter=letter, points=within)
                for letter, within in points
            ]
        else:
            spans = _places([*each])
            name = (
                grammar.letter if len(spans) == 1 and not spans[0][1] else grammar.letters
            )
            said.append(name.replace("{x}", _row(spans, grammar, mark)))
    return grammar.beside.format(whole=whole, part=grammar.then.join(said))


def _typed(raw: str, grammar: Grammar) -> str:
    """Numbers with their brackets, and what stands between them in the language."""
    return re.sub(r",? and ", grammar.last, raw).replace(", ", grammar.row)


LIST, PLACES = "references", "places"
NESTED, DOTTED = "art", "guideline"
"""The entry whose paragraphs and letters are said in words, and the one whose paragraphs
follow a full stop ("5.1"), as the United Nations writes them.
"""

_WORDS = re.compile(r"[^\W\d_A-Z]{3,}")
_OURS = re.compile(r"[^\W\d_A-Z]{3,}|\bArts?\b|\b(?:to|No)\b")
_SAYS = re.compile(r"\w")
_DAY = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})")
_CASE = re.compile(r"(?P<who>[A-Z].*?) v\. (?P<states>.+?)(?P<more> \[GC\])?")
_PARAGRAPHS = re.compile(r"(\d+)((?:(?:-|, )?\(\d+\))+)")
_TITLED = re.compile(r"([^:]+): (.+)")
_HEADED = re.compile(r"((?:[^\s,]+ )?\d[^\s,]*) ([A-Z].+)")
_NAMED = re.compile(r"([^(),;]+?) (Arts?\. .+)")
_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


class Piece(NamedTuple):
    """A part of a reference; ``language`` is empty where it is in the language asked for,
    or in none.
    """

    text: str
    language: str = ""


class _Form(NamedTuple):
    """How an entry is typed, where something else is part of it (``slot`` is n or text)."""

    pattern: re.Pattern[str]
    entry: VocabularyEntry
    slot: str


def parts(
    corpus: Corpus, text: str, language: str, source: str = "en"
) -> tuple[Piece, ...]:
    """A reference in a language, in parts; ``source`` is the language that it was typed
    in. One that is not typed in English, or is wanted in English, stands as it is.
    """
    if source == "en" and language != "en":
        return tuple(_merged(_Writer(corpus, language).write(text), language))
    return (Piece(text, source if source != language and _WORDS.search(text) else ""),)


def unknown(corpus: Corpus, text: str) -> list[str]:
    """The parts of an English reference that the list does not know, so that every
    language shows them in English; the parties of a case are names.
    """
    written = _Writer(corpus, "en").write(text)
    return [
        part.text for part in written if part.language and not _CASE.fullmatch(part.text)
    ]


def _merged(found: list[Piece], language: str) -> Iterator[Piece]:
    """Parts as they are shown, of which no two that are in no language of their own stand
    side by side.
    """
    for own, each in groupby(found, key=lambda part: part.language):
        if own:
            yield from each
        else:
            yield Piece(shown("".join(part.text for part in each), language))


class _Writer:
    """Writes references in one language."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        self._corpus, self._language = corpus, language
        self._grammar = facts(language).grammar
        self._phrases, self._forms = _recognised(corpus)

    def write(self, text: str) -> list[Piece]:
        """A reference, in parts."""
        known = self._known(text)
        if known is not None:
            return [Piece(known)]
        whole = (self._semicolons, self._wrapped, self._case)
        for split in (*whole, self._named, self._aside, self._titled, self._commas):
            found = split(text)
            if any(not part.language and _SAYS.search(part.text) for part in found):
                return found
        return [Piece(text, "en" if _WORDS.search(text) else "")]

    # -- known as a whole ----------------------------------------------------------------

    def _known(self, text: str) -> str | None:
        if text.lower() in self._phrases:
            return self._said(*self._phrases[text.lower()])
        for entry, numbers in _units_in(self._corpus, text):
            written = self._numbered(entry, numbers)
            if written is not None:
                return written
        if code := _states().get(text):
            return texts.state_name(self._corpus, code, self._language)
        if match := _DAY.fullmatch(text):
            return self._day(*match.groups())
        return None if _OURS.search(text) and not text.startswith('"') else text

    def _numbered(self, entry: VocabularyEntry, numbers: str) -> str | None:
        one = self._said(LIST, entry.label)
        many = self._said(LIST, entry.plural) if entry.plural else one
        if one is None or many is None:
            return None
        if entry.id == DOTTED:
            numbers = dotted(numbers)
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

    # -- known in parts ------------------------------------------------------------------

    def _wrapped(self, text: str) -> list[Piece]:
        for form in self._forms:
            if form.slot == "text" and (match := form.pattern.fullmatch(text)):
                pattern = self._said(LIST, form.entry.label)
                if pattern is not None:
                    number = match.groupdict().get("n") or ""
                    before, _, after = pattern.replace("{n}", number).partition("{text}")
                    return [Piece(before), *self.write(match["text"]), Piece(after)]
        return []

    def _semicolons(self, text: str) -> list[Piece]:
        return self._joined(text.split("; "), self._grammar.semicolon)

    def _commas(self, text: str) -> list[Piece]:
        first, comma, rest = text.partition(", ")
        return self._joined([first, rest], self._grammar.comma) if comma else []

    def _case(self, text: str) -> list[Piece]:
        """A judgment by the parties of its case: "L.E. c. Grèce"; a language that
        declines names has none.
        """
        match = _CASE.fullmatch(text) if self._grammar.against else None
        codes = _states()
        states = (
            [codes.get(name) for name in match["states"].split(" and ")]
            if match
            else [None]
        )
        if None in states:
            return []
        who, others, _ = match["who"].partition(" and Others")
        names = self._grammar.last.join(
            cldr.name(code, self._language, {}) for code in filter(None, states)
        )
        who = who.replace(" and ", self._grammar.last)
        after = self._grammar.others if others else ""
        after += f"{self._grammar.against}{names}{match['more'] or ''}"
        return [Piece(who, "en" if _WORDS.search(who) else ""), Piece(after)]

    def _titled(self, text: str) -> list[Piece]:
        """A unit with its heading: "Pillar 2: …", "Chapter 3 …"."""
        match = _TITLED.fullmatch(text) or _HEADED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.colon) if match else []

    def _named(self, text: str) -> list[Piece]:
        """A text with a place in it: "Palermo Protocol Art. 3(a)"."""
        match = _NAMED.fullmatch(text)
        return self._joined(match.groups(), self._grammar.comma) if match else []

    def _aside(self, text: str) -> list[Piece]:
        match = re.fullmatch(r"(.*\S) \((.+)\)", text)
        if match is None:
            return []
        between, end = self._grammar.aside.removeprefix("{first}").split("{aside}")
        return [*self.write(match[1]), Piece(between), *self.write(match[2]), Piece(end)]

    def _joined(self, pieces: tuple[str, ...] | list[str], by: str) -> list[Piece]:
        if len(pieces) < 2:
            return []
        found: list[Piece] = []
        for piece in pieces:
            found += [*([Piece(by)] if found else []), *self.write(piece)]
        return found


def dotted(numbers: str) -> str:
    """Paragraphs after a full stop: ``8(5)-(10)`` as ``8.5-8.10``."""
    return _PARAGRAPHS.sub(
        lambda match: re.sub(r"\((\d+)\)", rf"{match[1]}.\1", match[2]), numbers
    )


@cache
def _states() -> dict[str, str]:
    """The codes of States by their names in English, as courts write them."""
    names = {code: cldr.name(code, "en", {}) for code in cldr.every_code()}
    return {
        f"{article}{name}": code
        for code, name in names.items()
        for article in ("", "the ")
    }


Phrase = tuple[str, str]
"""A list, and words of it."""


@once
def _units_in(corpus: Corpus, text: str) -> tuple[tuple[VocabularyEntry, str], ...]:
    """The entries of the list that a whole reference may be by its words, each with its
    numbers.
    """
    forms = (form for form in _recognised(corpus)[1] if form.slot == "n")
    return tuple(
        (form.entry, match["n"])
        for form in forms
        if (match := form.pattern.fullmatch(text))
    )


@once
def _recognised(corpus: Corpus) -> tuple[dict[str, Phrase], tuple[_Form, ...]]:
    """Phrases and places by their small letters, and the entries of the list with a slot."""
    entries = corpus.vocabularies.of(LIST).values()
    listed = (
        (of, entry.label)
        for of in (PLACES, LIST)
        for entry in corpus.vocabularies.of(of).values()
    )
    phrases = {label.lower(): (of, label) for of, label in listed if "{" not in label}
    return phrases, tuple(
        form for entry in entries if "{" in entry.label for form in _forms_of(entry)
    )


def _forms_of(entry: VocabularyEntry) -> Iterator[_Form]:
    for label in filter(None, (entry.label, entry.plural)):
        pattern = re.escape(label).replace(r"\.", r"\.?")
        pattern = pattern.replace(r"\{n\}", "(?P<n>.+)").replace(
            r"\{text\}", "(?P<text>.+)"
        )
        yield _Form(
            re.compile(pattern, re.IGNORECASE),
            entry,
            "text" if "{text}" in label else "n",
        )
