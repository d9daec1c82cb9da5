"""The slips that people make in YAML, each with the repairs that may help.

A function for each slip looks at one line and proposes what may be wrong there. It need
not be sure: ``yaml_repairs`` tries each repair, and takes one that helps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generators.text.sayings import Saying, say, say_n
from generators.text.yaml_lines import KEY, LineParts, Typed, holds, quoted, read

_BLOCK = re.compile(r"[>|][+-]?[1-9]?[+-]?")
"""What follows a key whose text is on lines of its own."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)*")
_ODD_BLANK = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_OPENING = "“”„«‘‚"
_CLOSING = "“”»‘’"
_WORD = rf"(?:-\s+)*{KEY}"
_CLOSES = {"{": "}", "[": "]"}
_SPECIAL = "@`%*&!|>[]{},?#-:"
_QUOTED = {'"': re.compile(r'"(?:\\.|[^"\\])*"'), "'": re.compile(r"'(?:''|[^'])*'")}
"""A whole text in quotes, by its quote."""
_APOSTROPHES = re.compile(r"'(?:[^']|(?<=\w)'(?=\w))*'")
"""A text in single quotes that has apostrophes within words, and no other quote."""


class Repair(NamedTuple):
    """What may be wrong with a file, and what to type instead."""

    line: int
    """The line at fault, from 0."""
    column: int
    """The column at fault, from 0."""
    message: str
    """The cause."""
    mended: Mapping[int, str]
    """The lines as they should be, by number (from 0)."""
    hint: str
    """The remedy."""


def write(line: str) -> Saying:
    """The remedy that shows a line as it should be."""
    return say("write: {line}", line=line.strip())


def _rewritten(number: int, column: int, message: str, line: str) -> Repair:
    """The repair that replaces one line."""
    return Repair(number, column, message, {number: line}, write(line))


def odd_blanks(typed: Typed, number: int) -> Iterator[Repair]:
    """A tab or a no-break space before a line, or after a dash or a colon."""
    text = typed.lines[number]
    match = re.match(rf"[\s]*(?:-\s*)*(?:{KEY}\s*:(?:\s+|$))?", text)
    before = match[0] if match else ""
    odd = _ODD_BLANK.search(before)
    if not odd:
        return
    message = say("a tab where blanks belong")
    if odd[0] != "\t":
        message = say(
            "a blank of another kind (U+{code}) where a plain one belongs",
            code=f"{ord(odd[0]):04X}",
        )
    indent = before[: len(before) - len(before.lstrip())]
    rest = _ODD_BLANK.sub(" ", before[len(indent) :]) + text[len(before) :]
    in_indent = odd.start() < len(indent)
    widths = [len(indent.replace("\t", " " * width)) for width in (2, 4, 8, 1, 0)]
    if in_indent and typed.above(number) is not None:
        key = read(text.lstrip()).key
        widths = [*_depths(typed, number, key, 0), *widths]
    for width in dict.fromkeys(widths):
        mended = " " * width + rest
        hint = _indented(width, mended) if in_indent else write(mended)
        yield Repair(number, odd.start(), message, {number: mended}, hint)


def typographic_quotes(typed: Typed, number: int) -> Iterator[Repair]:
    """Typographic quotes round a key or a text."""
    text = typed.lines[number]
    key_in_quotes = rf"(\s*(?:- +)*)[{_OPENING}]({KEY})[{_CLOSING}]\s*:\s*(.*)"
    if match := re.match(key_in_quotes, text):
        message = say("typographic quotes round a key")
        mended = f"{match[1]}{match[2]}: {match[3]}"
        yield _rewritten(number, len(match[1]), message, mended)
    line = read(text)
    value = line.value.strip()
    opened = line.value[:1] in tuple(_OPENING)
    if opened and value[-1:] in tuple(_CLOSING):
        message = say("typographic quotes round a text")
        mended = line.before + quoted(value[1:-1])
        yield _rewritten(number, len(line.before), message, mended)


def no_blank_after_colon(typed: Typed, number: int) -> Iterator[Repair]:
    """``status:adopted``, also within braces."""
    text = typed.lines[number]
    message = say("a space is missing after the colon")
    if match := re.match(rf"(\s*{_WORD}):(?!//)([^\s:].*)", text):
        yield _rewritten(number, len(match[1]), message, f"{match[1]}: {match[2]}")
    if match := re.search(rf"[{{,]\s*({KEY}):(?=[^\s,}}/])", text):
        mended = re.sub(rf"([{{,]\s*{KEY}):(?=[^\s,}}/])", r"\1: ", text)
        yield _rewritten(number, match.end() - 1, message, mended)


def missing_comma(typed: Typed, number: int) -> Iterator[Repair]:
    """Two values in braces without a comma: ``{state: BEN since: 2004}``."""
    text = typed.lines[number]
    message = say("a comma is missing between two values in braces")
    for match in re.finditer(rf"(?<=[^\s,{{:])\s+({KEY}):\s", text):
        column = match.start()
        if "{" in text[:column] and match[1] in typed.keys:
            mended = f"{text[:column]},{text[column:]}"
            yield _rewritten(number, column, message, mended)


def directive(typed: Typed, number: int) -> Iterator[Repair]:
    """A line at the margin that begins with '%', which speaks to the program."""
    text = typed.lines[number]
    if text.startswith("%"):
        message = say("a line that begins with '%'")
        yield Repair(number, 0, message, {number: ""}, say("take the line away"))


def text_after_quote(typed: Typed, number: int) -> Iterator[Repair]:
    """A text that goes on after the quote that closes it: ``title: "Plan" of 2027``."""
    line = read(typed.lines[number])
    value = line.value.rstrip()
    in_quotes = _QUOTED[value[0]].match(value) if value[:1] in _QUOTED else None
    if in_quotes and in_quotes.end() < len(value):
        column = len(line.before) + in_quotes.end()
        message = say("the text goes on after the quote that closes it")
        text = value[1:-1] if _APOSTROPHES.fullmatch(value) else value
        mended = line.before + quoted(text)
        yield _rewritten(number, column, message, mended)


def open_quote(typed: Typed, number: int) -> Iterator[Repair]:
    """A quote that is not closed on its line, nor at the end of its text."""
    text = typed.lines[number]
    column = _quote_column(text)
    if column is None or not holds(text):
        return
    quote = text[column]
    message = say("this quote is not closed")
    closed = _QUOTED[quote].match(text[column:])
    if closed and not re.search(rf",\s*{KEY}:\s*.$", closed[0]):
        return
    if "{" in text[:column] or "[" in text[:column]:
        for match in re.finditer(rf",\s*{KEY}:\s|[}}\]]\s*$", text[column:]):
            end = column + match.start()
            mended = text[:end].rstrip() + quote + text[end:]
            yield _rewritten(number, column, message, mended)
    for last in dict.fromkeys((typed.end(number), number)):
        mended = typed.lines[last].rstrip() + quote
        hint = _closed(number, last, mended)
        yield Repair(number, column, message, {last: mended}, hint)


def _quote_column(text: str) -> int | None:
    """The column of the first quote that opens a value; None where none does.

    >>> _quote_column('  title: "A plan')
    9
    """
    line = read(text)
    if line.value[:1] in ('"', "'"):
        return len(line.before)
    match = re.search(rf"(?:^|[\s\[{{])(?:{KEY}:\s+|-\s+)?([\"'])", text)
    return match.start(1) if match else None


def open_bracket(typed: Typed, number: int) -> Iterator[Repair]:
    """A brace or bracket that is not closed."""
    text = typed.lines[number]
    for sign, closing in _CLOSES.items():
        if text.count(sign) <= text.count(closing):
            continue
        what = say("brace") if sign == "{" else say("bracket")
        message = say("this {what} is not closed", what=what)
        for last in range(number, min(max(typed.last, number) + 1, len(typed.lines))):
            mended = typed.lines[last].rstrip() + closing
            if mended == closing:
                continue
            hint = _closed(number, last, mended)
            yield Repair(number, text.rindex(sign), message, {last: mended}, hint)


def _closed(number: int, last: int, mended: str) -> str:
    """The remedy that closes on a line (``last``) what was opened on another."""
    if number == last:
        return write(mended)
    line = mended.strip()
    return say("close it at the end of line {n}: {line}", n=last + 1, line=line)


def value_in_braces(typed: Typed, number: int) -> Iterator[Repair]:
    """A text within braces with a colon or a number sign, as ``{title: Plan: two}``."""
    text = typed.lines[number]
    message = say("a text within braces that holds a colon, or a sign such as '#'")
    keys = list(re.finditer(rf"(?:\{{\s*|,\s*)({KEY}):\s+", text))
    ends = [key.start() for key in keys[1:]]
    ends.append(len(text.rstrip().rstrip("}")))
    for key, end in zip(keys, ends, strict=False):
        start = key.end()
        value = text[start:end].strip()
        is_quoted = value[:1] in ("", '"', "'", "{", "[")
        if is_quoted or not re.search(r":\s|:$|\s#|^[@`%*&!|>#]", value):
            continue
        mended = text[:start] + quoted(value) + text[end:]
        yield _rewritten(number, start, message, mended)


def indentation(typed: Typed, number: int) -> Iterator[Repair]:
    """A line that is indented otherwise than its neighbours."""
    text = typed.lines[number]
    if not holds(text):
        return
    line = read(text)
    if not line.key and not line.dash:
        first_word = re.match(KEY, text.lstrip())
        if not first_word or first_word[0] in typed.keys:
            return
    for depth in _depths(typed, number, line.key, line.depth):
        may_move = line.key or line.dash or depth > line.depth
        if depth != line.depth and may_move:
            message = _wrong_depth(line.depth, depth)
            mended = " " * depth + text.lstrip()
            hint = _indented(depth, text)
            yield Repair(number, line.depth, message, {number: mended}, hint)


def _depths(typed: Typed, number: int, key: str, now: int) -> list[int]:
    """How far a line may have to be indented, the depth nearest to ``now`` first.

    It may be as deep as a line above, or as the next one. A key that records know fits
    only where it belongs.
    """
    numbers = range(number + 1, len(typed.lines))
    below = next((below for below in numbers if holds(typed.lines[below])), None)
    depths = [0] if below is None else [read(typed.lines[below]).depth]
    for above in range(number - 1, -1, -1):
        if not holds(typed.lines[above]):
            continue
        line = read(typed.lines[above])
        depths += [line.text_column, line.depth]
        if line.key and (not line.value or not key):
            depths.append(line.text_column + 2)
        if not line.text_column:
            break
    if key in typed.keys and not read(typed.lines[number].lstrip()).dash:
        depths = [depth for depth in depths if typed.fits(key, number, depth)]
    return sorted(set(depths), key=lambda depth: abs(depth - now))


def _indented(blanks: int, line: str) -> str:
    """The remedy that says how far a line is indented."""
    if not blanks:
        return say("begin the line at the left margin: {line}", line=line.strip())
    return say_n(
        "begin the line with {n} blank: {line}",
        "begin the line with {n} blanks: {line}",
        blanks,
        line=line.strip(),
    )


def _wrong_depth(depth: int, right_depth: int) -> str:
    """The message that a line is indented wrongly."""
    if not depth:
        return say(
            "the line is not indented, and belongs {other} blanks to the right",
            other=right_depth,
        )
    return say_n(
        "the line is indented by {n} blank, and its neighbours by {other}",
        "the line is indented by {n} blanks, and its neighbours by {other}",
        depth,
        other=right_depth,
    )


def text_to_quote(typed: Typed, number: int) -> Iterator[Repair]:
    """A plain text that needs quotes: it has a colon, a number sign or another sign."""
    line = read(typed.lines[number])
    begin = number if line.key and line.value else typed.begin(number)
    line = read(typed.lines[begin])
    if not _may_be_plain_text(typed, line):
        return
    for end in dict.fromkeys((typed.end(begin), begin)):
        fault = _yaml_sign(typed, begin, line.before, end)
        if fault is None:
            continue
        mended = _in_quotes(typed, begin, end)
        hint = write(mended[begin])
        if end > begin:
            hint = say(
                "put a quote before the text and one after it, at the end of line {n}",
                n=end + 1,
            )
        sign_line, column, message = fault
        yield Repair(sign_line, column, message, mended, hint)


def _may_be_plain_text(typed: Typed, line: LineParts) -> bool:
    """Whether the value of a line may be a text that somebody typed without quotes.

    A value with a key that may follow the line's own key is rather a line break that is
    missing.
    """
    value = line.value.rstrip()
    if not value or value[0] in "\"'" or _BLOCK.fullmatch(value):
        return False
    if not line.key and not line.dash:
        return False
    keys = re.findall(rf"(?:^|[\s,])({KEY}):(?=\s)", f" {value}") or [""]
    first = keys[0]
    is_known = first in typed.keys or _LANGUAGE.fullmatch(first) is not None
    if value.startswith(f"{first}: ") and is_known:
        return False
    neighbours = typed.keys.get(line.key, ())
    if any(key in neighbours for key in keys):
        return False
    return not re.match(r"[{[].*[]}]$", value)


def _in_quotes(typed: Typed, begin: int, end: int) -> dict[int, str]:
    """The lines of a text, by number, with the text in quotes; each keeps its indent."""
    line = read(typed.lines[begin])
    below = range(begin + 1, end + 1)
    texts = [line.value.rstrip(), *(typed.lines[number].strip() for number in below)]
    first, *others = quoted("\n".join(texts)).split("\n")
    mended = {begin: line.before + first}
    for number, text in zip(below, others, strict=True):
        mended[number] = read(typed.lines[number]).indent + text
    return mended


def _yaml_sign(
    typed: Typed, begin: int, before: str, end: int
) -> tuple[int, int, str] | None:
    """The sign of a plain text that YAML takes for its own: line, column and message.

    The text is on the lines ``begin`` to ``end``, after ``before`` on the first one.
    """
    first = typed.lines[begin][len(before) :]
    if first[0] in _SPECIAL:
        return begin, len(before), say("a text that begins with '{sign}'", sign=first[0])
    for number in range(begin, end + 1):
        start = len(before) if number == begin else 0
        match = re.search(r":(?=\s|$)|(?<=\s)#", typed.lines[number][start:])
        if match:
            message = say("a colon and a blank within a text")
            if match[0] == "#":
                message = say("the text ends before ' #'")
            return number, start + match.start(), message
    return None


Slip = Callable[[Typed, int], Iterator[Repair]]
"""A kind of slip: proposes repairs for a line, by its number (from 0)."""

SLIPS: tuple[Slip, ...] = (
    directive,
    odd_blanks,
    typographic_quotes,
    no_blank_after_colon,
    missing_comma,
    text_after_quote,
    open_quote,
    open_bracket,
    value_in_braces,
    indentation,
    text_to_quote,
)
"""The kinds of slips, in the order in which their repairs are tried."""
