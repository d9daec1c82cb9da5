"""Numbers of articles and the places within them, as a language writes them.

``13(1)``, ``7(6), 8-9``, ``4(1)(a)-(d), (9)``, ``5(e)(i)`` and ``11a`` are read. They are
written by the language's ``Grammar``: "art. 7, par. 6 ; art. 8 et 9", "art. 11 bis". What
has another order than paragraph, letter and point keeps its brackets. So does every
number in a language without a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generators.languages.language import Grammar

Path = tuple[str, ...]
"""The names of a place from the outside in: ``("1", "a")`` is paragraph 1, letter a."""
Write = Callable[[str], str]
"""Writes one number or letter."""


class Number(NamedTuple):
    """An article (or another unit) as it was typed."""

    raw: str
    """All of it, with its places, as it was typed."""
    base: str
    """Its number."""
    end: str = ""
    """The number that ends the range that it begins; empty where it begins none."""
    places: tuple[tuple[Path, Path], ...] = ()
    """The places within it, each with the end of its range (empty: no range)."""


class UnitName(NamedTuple):
    """What a unit is called in a language, with ``{n}`` for its number."""

    singular: str
    plural: str


class Span(NamedTuple):
    """A number or letter, or a range of them."""

    first: str
    end: str = ""
    """The last of the range; empty where it is no range."""


class PlaceInArticle(NamedTuple):
    """A paragraph, letter or point of an article."""

    first: str
    """Its number or letter; empty for the paragraph of an article without paragraphs."""
    end: str
    """The end of the range that begins there; empty where none does."""
    within: list[PlaceInArticle]
    """What is in it: letters in a paragraph, points in a letter."""


_BASE = r"(?:\d+(?:/\d+)*[A-Za-z]?|[IVXLC]+|[A-Z])(?:\.[\dA-Z]+)*"
_TOKEN = re.compile(
    rf"(?P<by>, and | and | to |, |-)?(?P<base>{_BASE}(?![a-z]))?"
    r"(?P<within>(?:\([0-9a-z]+\))*)"
)
_ROMANS = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii"
).split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_INSERTED = re.compile(r"(\d+)([a-z])")

_PARAGRAPH = 0
_LETTER = 1
_POINT = 2
"""How deep the kinds of places are in an article."""


def numbered(typed: str, unit: UnitName, grammar: Grammar, nested: bool) -> str | None:
    """Numbers in a language, under the name of their unit; None where these are none.

    ``nested`` says whether the places within the unit are said in words.

    >>> french = Grammar(row=", ", last=" et ", within="{whole}, {part}",
    ...     paragraph="par. {n}", paragraphs="par. {n}")
    >>> numbered("7(6), 8-9", UnitName("art. {n}", "art. {n}"), french, nested=True)
    'art. 7, par. 6; art. 8 et 9'
    """
    numbers = read_numbers(typed)
    if numbers is None:
        return None
    if not nested or not grammar.within:
        several = len(numbers) > 1 or bool(numbers[0].end)
        name = unit.plural if several else unit.singular
        return name.format(n=_as_typed(numbers, grammar))
    groups = []
    for has_places, group in groupby(numbers, key=lambda number: bool(number.places)):
        if has_places:
            groups += [_with_places(number, unit, grammar) for number in group]
        else:
            write = partial(_article, grammar=grammar)
            groups.append(_under_name(_number_spans(list(group)), unit, grammar, write))
    return grammar.semicolon.join(groups)


def read_numbers(typed: str) -> list[Number] | None:
    """The numbers of a row; None where the row has anything else.

    >>> [(number.base, number.end, number.places) for number in read_numbers("7(6), 8-9")]
    [('7', '', ((('6',), ()),)), ('8', '9', ())]
    """
    numbers: list[Number] = []
    position = 0
    while position < len(typed):
        token = _TOKEN.match(typed, position)
        if token is None or token.end() == position:
            return None
        if bool(token["by"]) != bool(numbers):
            return None
        if not _add_token(numbers, token):
            return None
        position = token.end()
    return numbers or None


def _add_token(numbers: list[Number], token: re.Match[str]) -> bool:
    """Add what a token says to the numbers before it; False where it says none."""
    base = token["base"]
    sign = token["by"]
    place: Path = tuple(re.findall(r"\((\w+)\)", token["within"]))
    if not base and not place:
        return False
    if sign == " to " or (base and sign == "-"):
        last = numbers.pop()
        if last.places or last.end or not base:
            return False
        # a range that ends within an article is too deep to be said in words
        places = (((last.base, base, *place), ()),) if place else ()
        raw = last.raw + token[0]
        numbers.append(last._replace(raw=raw, end=base, places=places))
    elif base:
        raw = token[0].removeprefix(sign or "")
        numbers.append(Number(raw, base, places=((place, ()),) if place else ()))
    elif numbers:
        numbers.append(_with_further_place(numbers.pop(), sign, place, token[0]))
    else:
        return False
    return True


def _with_further_place(number: Number, sign: str, place: Path, raw: str) -> Number:
    """A number with one more place within it, as ``raw`` was typed.

    After a hyphen the place ends the range that the last one begins.
    """
    places = number.places
    if sign == "-" and places:
        first = places[-1][0]
        places = (*places[:-1], (first, place))
    else:
        places = (*places, (place, ()))
    return number._replace(raw=number.raw + raw, places=places)


def _as_typed(numbers: Sequence[Number], grammar: Grammar) -> str:
    """Numbers as typed, with the signs of the language between them."""
    if any(number.places for number in numbers):
        return grammar.comma.join(_with_signs(number.raw, grammar) for number in numbers)
    return _row(_number_spans(numbers), grammar, str)


def _with_signs(raw: str, grammar: Grammar) -> str:
    """A number with its brackets, and the signs of the language between its places."""
    return re.sub(r",? and ", grammar.last, raw).replace(", ", grammar.row)


# -- rows of numbers and ranges ----------------------------------------------------------


def _number_spans(numbers: Sequence[Number]) -> list[Span]:
    """The numbers and ranges of articles."""
    return _split_pairs(Span(number.base, number.end) for number in numbers)


def _place_spans(places: Sequence[PlaceInArticle]) -> list[Span]:
    """The numbers, letters and ranges of places."""
    return _split_pairs(Span(place.first, place.end) for place in places)


def _split_pairs(spans: Iterable[Span]) -> list[Span]:
    """Numbers and ranges, where a range of two is two numbers.

    >>> _split_pairs([Span("8", "9"), Span("11", "13")])
    [Span(first='8', end=''), Span(first='9', end=''), Span(first='11', end='13')]
    """
    apart = []
    for span in spans:
        if _is_next(span.first, span.end):
            apart += [Span(span.first), Span(span.end)]
        else:
            apart.append(span)
    return apart


def _is_next(first: str, end: str) -> bool:
    """Whether a number or letter follows another at once.

    >>> _is_next("8", "9"), _is_next("ii", "iii"), _is_next("a", "c")
    (True, True, False)
    """
    if first.isdigit() and end.isdigit():
        return int(end) == int(first) + 1
    if len(end) > 1 and {first, end} <= {*_ROMANS}:
        return _ROMANS.index(end) == _ROMANS.index(first) + 1
    return len(first) == len(end) == 1 and ord(end) == ord(first) + 1


def _row(spans: Sequence[Span], grammar: Grammar, write: Write) -> str:
    """Numbers and ranges in a row, with the signs of the language."""
    texts = [
        f"{write(span.first)}{grammar.to}{write(span.end)}"
        if span.end
        else write(span.first)
        for span in spans
    ]
    before = grammar.row.join(texts[:-1])
    return grammar.last.join(filter(None, (before, texts[-1])))


def _under_name(
    spans: Sequence[Span], unit: UnitName, grammar: Grammar, write: Write
) -> str:
    """Numbers and ranges under the name of their unit; two of some units have a dual."""
    has_range = any(span.end for span in spans)
    name = unit.plural
    if not has_range and len(spans) == 1:
        name = unit.singular
    elif not has_range and len(spans) == 2:
        for word, dual in grammar.duals:
            if unit.singular.startswith(word):
                name = unit.singular.replace(word, dual)
                break
    return name.replace("{n}", _row(spans, grammar, write))


def _article(number: str, grammar: Grammar) -> str:
    """The number of an article: "13.º", "11 bis" for 11a, "الأولى" for I."""
    if number.lower() in _ROMANS[: len(grammar.romans)]:
        return grammar.romans[_ROMANS.index(number.lower())]
    inserted = _INSERTED.fullmatch(number)
    if inserted:
        place = _LETTERS.index(inserted[2])
        if place < len(grammar.inserted):
            return _article(inserted[1], grammar) + grammar.inserted[place]
    return grammar.ordinal.replace("{n}", number) if number.isdigit() else number


# -- the places within an article --------------------------------------------------------


def _is_of_level(name: str, level: int) -> bool:
    """Whether a name can be one of a paragraph, a letter or a point."""
    if level == _PARAGRAPH:
        return name.isdigit()
    if level == _LETTER:
        return len(name) == 1 and name in _LETTERS
    return name in _ROMANS


def _tree(places: Sequence[tuple[Path, Path]]) -> list[PlaceInArticle] | None:
    """The places of an article, one within the other.

    Letters of the article itself are in one paragraph without a number. None where the
    order is not paragraph, letter and point.
    """
    tree: list[PlaceInArticle] = []
    for path, end in places:
        level = _level_of(path[0], tree)
        if level and not tree:
            tree.append(PlaceInArticle("", "", []))
        last_depth = level + len(path) - 1
        for depth, name in enumerate(path, level):
            if depth > _POINT or not _is_of_level(name, depth) or len(end) > 1:
                return None
            row = tree
            for _ in range(depth):
                row = row[-1].within
            row.append(
                PlaceInArticle(name, "".join(end) if depth == last_depth else "", [])
            )
    has_number = {bool(paragraph.first) for paragraph in tree}
    return tree if len(has_number) <= 1 else None


def _level_of(name: str, tree: Sequence[PlaceInArticle]) -> int:
    """The level of a place that follows those of a tree.

    ``i`` is a point where the letter before it has points, else a letter.
    """
    if name.isdigit():
        return _PARAGRAPH
    letters = tree[-1].within if tree else []
    if letters and letters[-1].within and _is_of_level(name, _POINT):
        return _POINT
    return _LETTER


def _with_places(number: Number, unit: UnitName, grammar: Grammar) -> str:
    """An article with paragraphs, letters or points in words.

    It keeps its brackets where its places have another order.
    """
    tree = _tree(number.places)
    if tree is None:
        return unit.singular.replace("{n}", _with_signs(number.raw, grammar))
    whole = unit.singular.replace("{n}", _article(number.base, grammar))
    if not tree[0].first:
        return _with_letters(whole, tree[0].within, grammar)
    parts: list[str] = []
    for has_letters, group in groupby(tree, key=lambda place: bool(place.within)):
        if has_letters:
            for place in group:
                name = grammar.paragraph.replace("{n}", place.first)
                parts.append(_with_letters(name, place.within, grammar))
        else:
            paragraph = UnitName(grammar.paragraph, grammar.paragraphs)
            write = partial(_article, grammar=grammar._replace(ordinal="{n}"))
            spans = _place_spans(list(group))
            parts.append(_under_name(spans, paragraph, grammar, write))
    return grammar.within.format(whole=whole, part=grammar.then.join(parts))


def _with_letters(whole: str, letters: Sequence[PlaceInArticle], grammar: Grammar) -> str:
    """Letters, each with its points, under the name of an article or paragraph."""
    mark = partial(_letter_mark, grammar=grammar)
    point = partial(_point_mark, grammar=grammar)
    parts: list[str] = []
    for has_points, group in groupby(letters, key=lambda place: bool(place.within)):
        if has_points:
            for place in group:
                points = _row(_place_spans(place.within), grammar, point)
                letter = mark(place.first)
                parts.append(grammar.points.format(letter=letter, points=points))
        else:
            spans = _place_spans(list(group))
            is_single = len(spans) == 1 and not spans[0].end
            name = grammar.letter if is_single else grammar.letters
            parts.append(name.replace("{x}", _row(spans, grammar, mark)))
    return grammar.with_letter.format(whole=whole, part=grammar.then.join(parts))


def _letter_mark(letter: str, grammar: Grammar) -> str:
    """A letter as it is printed, in the script of the language."""
    if grammar.alphabet:
        letter = grammar.alphabet[_LETTERS.index(letter)]
    return grammar.mark.replace("{x}", letter)


def _point_mark(roman: str, grammar: Grammar) -> str:
    """A point as it is printed, by its Roman number or by its number."""
    return grammar.point.format(x=roman, n=_ROMANS.index(roman) + 1)
