"""Numbers of articles, paragraphs and letters as lawyers of a language write them.

``13(1)``, ``7(6), 8-9``, ``3(a)`` are read, and written by the language's ``Grammar``: "art. 7, par. 6 ;
art. 8 et 9". What is too deep to be said that way (``4(1)(a)-(d), (9)``) keeps its brackets, as every number
does in a language without a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generators.languages.language import Grammar

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


Spans = Sequence[tuple[str, str]]


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
    """An article with paragraphs or letters in it; with its brackets where they go deeper than one letter."""
    whole = one.replace("{n}", _ordinal(grammar)(number.base))
    shallow = list(_one_deep(number.places))
    if len(shallow) == len(number.places):
        spans = _apart(shallow)
        if all(first.isdigit() for first, _ in spans):
            part = _named(spans, grammar.paragraph, grammar.paragraphs, grammar, str)
            return grammar.within.format(whole=whole, part=part)
        return _lettered(whole, spans, grammar)
    (first, end), *more = number.places
    lettered = len(first) == 2 and first[0].isdigit() and len(first[1]) == 1
    if lettered and all(
        len(path) < 2 and _letter(path) for path in (end, *(p for each in more for p in each))
    ):
        within = grammar.within.format(whole=whole, part=grammar.paragraph.replace("{n}", first[0]))
        spans = [(first[1], "".join(end)), *(("".join(a), "".join(b)) for a, b in more)]
        return _lettered(within, _apart(spans), grammar)
    return one.replace("{n}", _typed(number.raw, grammar))


def _typed(raw: str, grammar: Grammar) -> str:
    """Numbers with their brackets, and what stands between them in the language."""
    return re.sub(r",? and ", grammar.last, raw).replace(", ", grammar.row)


def _one_deep(places: Sequence[tuple[Path, Path]]) -> Iterator[tuple[str, str]]:
    """Places that are all paragraphs, or all letters, of the article itself."""
    digits = places[0][0][0].isdigit()
    for first, end in places:
        alike = all(part.isdigit() == digits and (digits or len(part) == 1) for part in (*first, *end))
        if len(first) == 1 and len(end) < 2 and alike:
            yield first[0], "".join(end)


def _letter(path: Path) -> bool:
    return all(part.isalpha() and len(part) == 1 for part in path)


def _lettered(whole: str, spans: Spans, grammar: Grammar) -> str:
    name = grammar.letter if len(spans) == 1 and not spans[0][1] else grammar.letters
    row = _row(spans, grammar, lambda letter: grammar.mark.replace("{x}", letter))
    return grammar.beside.format(whole=whole, part=name.replace("{x}", row))
