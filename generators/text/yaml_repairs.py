"""Why a file is no YAML, said for somebody who has never seen any: the line at fault, one
cause in plain words, and the line as it should be.

A parser notices a mistake where it cannot go on, often lines after it. So the slips that
people make (a tab, a blank missing behind a colon, typographic quotes, a comma, an open
quote or bracket, indentation, a colon or '#' within a text) are proposed and tried: the
first repair is taken that makes the file parse; if none does, the first that moves the
error further down. What is offered as a remedy is thus known to help. Of any other slip
the parser's place is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import yaml

from generators.text.sayings import say, say_n

Keys = Mapping[str, Collection[str]]
"""The keys of all kinds of file, each with those that may stand beside it."""

KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_LINE = re.compile(rf"(\s*)((?:-[ \t\xa0]+)*)(?:({KEY}):(?:[ \t]+|$))?(.*)")
_BLOCK = re.compile(r"[>|][+-]?[1-9]?[+-]?")
"""What stands behind a key whose text follows on lines of its own."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)*")
_ODD_BLANK = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_OPENING, _CLOSING = "“”„«‘‚", "“”»‘’"
_WORD = rf"(?:-\s+)*{KEY}"
_CLOSES = {"{": "}", "[": "]"}
_SPECIAL = "@`%*&!|>[]{},?#-:"
_TRIES = 400
_SCANNING = ("scanning", "flow")
"""What the parser says that it was doing if the beginning of that is the line to look at.
"""


class LineParts(NamedTuple):
    """What a line consists of; ``before`` is all that stands before the value."""

    indent: str
    dash: str
    key: str
    value: str
    before: str

    @property
    def depth(self) -> int:
        """How many blanks stand before it."""
        return len(self.indent)


class Stop(NamedTuple):
    """Where parsing stopped (lines and columns from 0): what was being read when it did
    begins on ``first``; ``scanning`` says that this was a key, a quoted text or something
    in brackets.
    """

    line: int
    column: int
    first: int
    scanning: bool


class Repair(NamedTuple):
    """What may be wrong with a file: the line and column at fault (from 0), the cause,
    the lines as they should be, by number, and the remedy.
    """

    line: int
    column: int
    message: str
    mended: Mapping[int, str]
    hint: str


class Typed(NamedTuple):
    """The lines of a file, the keys that records know, and where parsing stopped:
    ``last`` is the line at which the mistake was noticed, ``first`` the one that it began
    with.
    """

    lines: Sequence[str]
    keys: Keys
    first: int
    last: int

    def fits(self, key: str, number: int, depth: int) -> bool:
        """Whether a key of records belongs into the block around a line: beside others of
        its kind, or alone.
        """
        others = self._beside(number, depth)
        nearest = next((other for other in others if other in self.keys), None)
        return key not in others and (
            nearest in self.keys[key] if nearest else not others
        )

    def _beside(self, number: int, depth: int) -> list[str]:
        """The keys that stand at a depth in the block around a line."""
        found = []
        for numbers in (range(number - 1, -1, -1), range(number + 1, len(self.lines))):
            for n in numbers:
                if holds(self.lines[n]):
                    line = read(self.lines[n])
                    if line.depth + len(line.dash) == depth and line.key:
                        found.append(line.key)
                    if line.depth < depth:
                        break
        return found

    def end(self, number: int) -> int:
        """The last line of the text that begins on a line: what follows is not indented
        further.
        """
        depth, end = read(self.lines[number]).depth, number
        for n in range(number + 1, len(self.lines)):
            if holds(self.lines[n]) and read(self.lines[n]).depth <= depth:
                break
            end = n if holds(self.lines[n]) else end
        return end

    def begin(self, number: int) -> int:
        """The line with the key whose value a line belongs to; the line itself if it has
        a key.
        """
        depth = read(self.lines[number]).depth
        for n in range(number - 1, -1, -1):
            line = read(self.lines[n])
            text = line.depth + len(line.dash)
            if holds(self.lines[n]) and text < depth:
                return n if line.key and line.value else number
            depth = min(depth, text) if holds(self.lines[n]) else depth
        return number


def read(text: str) -> LineParts:
    """The parts of a line; a key is one only with a colon and a blank behind it."""
    found = _LINE.fullmatch(text)
    assert found  # every part may be empty
    indent, dash, key, value = found.groups()
    return LineParts(
        indent, dash, key or "", value or "", text[: len(text) - len(value or "")]
    )


def holds(text: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return bool(text.strip()) and not text.lstrip().startswith("#")


def quoted(text: str) -> str:
    """A text in quotes that keep every letter of it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def plain(text: str) -> str:
    """A text as it can be typed, also within brackets: in quotes only if YAML would read
    it otherwise.
    """
    odd = re.search(r":\s|:$|\s#|^[-?:#&*!|>'\"%@`]|^\s|\s$|\n|^$|[\[\]{},]", text)
    return quoted(text) if odd else text


def write(line: str) -> str:
    """The remedy that shows a line as it should be."""
    return say("write: {line}", line=line.strip())


# -- a file that cannot be parsed --------------------------------------------------------


def fault(text: str, error: yaml.MarkedYAMLError, keys: Keys | None = None) -> Repair:
    """Why a text that the parser refused cannot be read, and what to type instead."""
    stop = _stop(error)
    lines = text.split("\n")
    last = min(stop.line, len(lines) - 1)
    typed = Typed(lines, keys or {}, min(stop.first, last), last)
    further = None
    for repair in islice(_proposals(typed, stop.scanning), _TRIES):
        now = _attempt(
            "\n".join(repair.mended.get(n, line) for n, line in enumerate(lines))
        )
        if now is None:
            return repair
        if further is None and now.line > stop.line:
            further = repair
    return further or unknown(
        typed.first if stop.scanning else last, 0 if stop.scanning else stop.column
    )


def _stop(error: yaml.MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    scanning = error.context_mark and any(
        word in (error.context or "") for word in _SCANNING
    )
    return Stop(
        line,
        column,
        error.context_mark.line if scanning else line,
        scanning=bool(scanning),
    )


def _attempt(text: str) -> Stop | None:
    """Where a text stops being YAML; None if it does not."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return _stop(error)
    except yaml.reader.ReaderError:
        return Stop(0, 0, 0, scanning=False)
    return None


def _proposals(typed: Typed, scanning: bool) -> Iterator[Repair]:
    places = [typed.first] if scanning else []
    places += [n for n in (_above(typed, typed.last), typed.last) if n is not None]
    here = [n for n in dict.fromkeys(places) if n < len(typed.lines)]
    for repairs in _REPAIRS:
        # a quote may have been opened long before that was noticed
        numbers = range(typed.last + 1) if repairs is _open_quote else here
        for n in here[::-1] if repairs is _indentation else numbers:
            yield from repairs(typed, n)


def unknown(line: int, column: int) -> Repair:
    """What can be said of a fault that is none of the slips that are known."""
    message = say("this line, or the one above it, cannot be read")
    hint = say(
        "a line is 'key: value', or begins with '- ' in a list. Lines of one list or mapping are indented "
        "alike. A text with signs such as ': ' is in quotes"
    )
    return Repair(line, column, message, {}, hint)


def _above(typed: Typed, number: int) -> int | None:
    """The nearest line above that holds something."""
    return next((n for n in range(number - 1, -1, -1) if holds(typed.lines[n])), None)


# -- the slips: each function proposes what may be wrong on a line, and need not be sure -


def _rewritten(n: int, column: int, message: str, line: str) -> Repair:
    """The repair that writes one line anew."""
    return Repair(n, column, message, {n: line}, write(line))


def _odd_blanks(typed: Typed, n: int) -> Iterator[Repair]:
    """A tab or a no-break space where blanks belong: before a line, behind a dash or a
    colon.
    """
    text = typed.lines[n]
    found = re.match(rf"[\s]*(?:-\s*)*(?:{KEY}\s*:(?:\s+|$))?", text)
    before = found[0] if found else ""
    odd = _ODD_BLANK.search(before)
    if not odd:
        return
    message = say("a tab where blanks belong")
    if odd[0] != "\t":
        code = f"{ord(odd[0]):04X}"
        message = say(
            "a blank of another kind (U+{code}) where a plain one belongs", code=code
        )
    indent = before[: len(before) - len(before.lstrip())]
    widths = [indent.replace("\t", " " * width) for width in (2, 4, 8, 1, 0)]
    if odd.start() < len(indent) and _above(typed, n) is not None:
        widths = [
            *(" " * depth for depth in _depths(typed, n, read(text.lstrip()).key, 0)),
            *widths,
        ]
    for width in dict.fromkeys(_ODD_BLANK.sub(" ", width) for width in widths):
        mended = width + _ODD_BLANK.sub(" ", before[len(indent) :]) + text[len(before) :]
        hint = (
            _indented(len(width), mended) if odd.start() < len(indent) else write(mended)
        )
        yield Repair(n, odd.start(), message, {n: mended}, hint)


def _typographic_quotes(typed: Typed, n: int) -> Iterator[Repair]:
    """Typographic quotes round a key or a text."""
    text = typed.lines[n]
    if found := re.match(
        rf"(\s*(?:- +)*)[{_OPENING}]({KEY})[{_CLOSING}]\s*:\s*(.*)", text
    ):
        message = say("typographic quotes round a key")
        yield _rewritten(n, len(found[1]), message, f"{found[1]}{found[2]}: {found[3]}")
    line = read(text)
    if line.value[:1] in tuple(_OPENING) and line.value.rstrip()[-1:] in tuple(_CLOSING):
        message = say("typographic quotes round a text")
        yield _rewritten(
            n, len(line.before), message, line.before + quoted(line.value.strip()[1:-1])
        )


def _no_blank_behind_colon(typed: Typed, n: int) -> Iterator[Repair]:
    """``status:adopted``, also within braces."""
    text = typed.lines[n]
    message = say("a space is missing after the colon")
    if found := re.match(rf"(\s*{_WORD}):(?!//)([^\s:].*)", text):
        yield _rewritten(n, len(found[1]), message, f"{found[1]}: {found[2]}")
    if found := re.search(rf"[{{,]\s*({KEY}):(?=[^\s,}}/])", text):
        mended = re.sub(rf"([{{,]\s*{KEY}):(?=[^\s,}}/])", r"\1: ", text)
        yield _rewritten(n, found.end() - 1, message, mended)


def _missing_comma(typed: Typed, n: int) -> Iterator[Repair]:
    """Two values in braces without a comma: ``{state: BEN since: 2004}``."""
    text = typed.lines[n]
    for found in re.finditer(rf"(?<=[^\s,{{:])\s+({KEY}):\s", text):
        if "{" in text[: found.start()] and found[1] in typed.keys:
            at, message = (
                found.start(),
                say("a comma is missing between two values in braces"),
            )
            yield _rewritten(n, at, message, f"{text[:at]},{text[at:]}")


def _open_quote(typed: Typed, n: int) -> Iterator[Repair]:
    """A quote that is not closed on its line, nor at the end of its text."""
    text = typed.lines[n]
    found = re.search(rf"(?:^|[\s\[{{])(?:{KEY}:\s+|-\s+)?([\"'])", text)
    line = read(text)
    at = (
        len(line.before)
        if line.value[:1] in ('"', "'")
        else found.start(1)
        if found
        else -1
    )
    if at < 0 or not holds(text):
        return
    sign, message = text[at], say("this quote is not closed")
    closed = re.match(
        r'"(?:\\.|[^"\\])*"' if sign == '"' else "'(?:''|[^'])*'", text[at:]
    )
    if closed and not re.search(rf",\s*{KEY}:\s*.$", closed[0]):
        return
    if "{" in text[:at] or "[" in text[:at]:
        for end in (
            at + found.start()
            for found in re.finditer(rf",\s*{KEY}:\s|[}}\]]\s*$", text[at:])
        ):
            yield _rewritten(n, at, message, text[:end].rstrip() + sign + text[end:])
    for end in dict.fromkeys((typed.end(n), n)):
        mended = typed.lines[end].rstrip() + sign
        yield Repair(n, at, message, {end: mended}, _closed(n, end, mended))


def _open_bracket(typed: Typed, n: int) -> Iterator[Repair]:
    """A brace or bracket that is not closed."""
    text = typed.lines[n]
    for sign, closing in _CLOSES.items():
        if text.count(sign) > text.count(closing):
            message = say(
                "this {what} is not closed",
                what=say("brace") if sign == "{" else say("bracket"),
            )
            for end in range(n, min(max(typed.last, n) + 1, len(typed.lines))):
                if last := typed.lines[end].rstrip():
                    mended = last + closing
                    yield Repair(
                        n,
                        text.rindex(sign),
                        message,
                        {end: mended},
                        _closed(n, end, mended),
                    )


def _closed(n: int, end: int, mended: str) -> str:
    if n == end:
        return write(mended)
    return say("close it at the end of line {n}: {line}", n=end + 1, line=mended.strip())


def _value_in_braces(typed: Typed, n: int) -> Iterator[Repair]:
    """A text within braces with a colon or a number sign in it: ``{title: Plan: the
    second}``.
    """
    text = typed.lines[n]
    keys = list(re.finditer(rf"(?:\{{\s*|,\s*)({KEY}):\s+", text))
    for found, after in zip(keys, [*keys[1:], None][: len(keys)], strict=True):
        end = after.start() if after else len(text.rstrip().rstrip("}"))
        value = text[found.end() : end].strip()
        if value[:1] in ("", '"', "'", "{", "[") or not re.search(
            r":\s|:$|\s#|^[@`%*&!|>#]", value
        ):
            continue
        message = say("a text within braces that holds a colon, or a sign such as '#'")
        yield _rewritten(
            n, found.end(), message, text[: found.end()] + quoted(value) + text[end:]
        )


def _indentation(typed: Typed, n: int) -> Iterator[Repair]:
    """A line that is indented otherwise than its neighbours."""
    text = typed.lines[n]
    line = read(text)
    first = re.match(KEY, text.lstrip())
    if not holds(text) or (
        not line.key and not line.dash and (not first or first[0] in typed.keys)
    ):
        return
    for depth in _depths(typed, n, line.key, line.depth):
        if depth != line.depth and (line.key or line.dash or depth > line.depth):
            message, hint = _too_far(line.depth, depth), _indented(depth, text)
            yield Repair(n, line.depth, message, {n: " " * depth + text.lstrip()}, hint)


def _depths(typed: Typed, n: int, key: str, now: int) -> list[int]:
    """How far a line may have to be indented, the nearest first: as one of those above
    it, or the next one; a key that records know only where it belongs.
    """
    below = next(
        (k for k in range(n + 1, len(typed.lines)) if holds(typed.lines[k])), None
    )
    depths = [0] if below is None else [read(typed.lines[below]).depth]
    for above in range(n - 1, -1, -1):
        if holds(typed.lines[above]):
            other = read(typed.lines[above])
            depths += [other.depth + len(other.dash), other.depth]
            if other.key and (not other.value or not key):
                depths.append(other.depth + len(other.dash) + 2)
            if not other.depth and not other.dash:
                break
    if key in typed.keys and not read(typed.lines[n].lstrip()).dash:
        depths = [depth for depth in depths if typed.fits(key, n, depth)]
    return sorted(set(depths), key=lambda depth: abs(depth - now))


def _indented(blanks: int, line: str) -> str:
    """The remedy that says how far a line is indented."""
    if not blanks:
        return say("begin the line at the left margin: {line}", line=line.strip())
    said = line.strip()
    return say_n(
        "begin the line with {n} blank: {line}",
        "begin the line with {n} blanks: {line}",
        blanks,
        line=said,
    )


def _too_far(is_: int, meant: int) -> str:
    if not is_:
        return say(
            "the line is not indented, and belongs {other} blanks to the right",
            other=meant,
        )
    return say_n(
        "the line is indented by {n} blank, and its neighbours by {other}",
        "the line is indented by {n} blanks, and its neighbours by {other}",
        is_,
        other=meant,
    )


def _text_to_quote(typed: Typed, n: int) -> Iterator[Repair]:
    """A plain text with a colon, a number sign or another sign of YAML in it: into
    quotes, whole. One that holds a key which belongs beside its own is no text.
    """
    begin = (
        n if read(typed.lines[n]).value and read(typed.lines[n]).key else typed.begin(n)
    )
    line = read(typed.lines[begin])
    value = line.value.rstrip()
    if (
        not value
        or value[0] in "\"'"
        or _BLOCK.fullmatch(value)
        or not (line.key or line.dash)
    ):
        return
    first, *others = re.findall(rf"(?:^|[\s,])({KEY}):(?=\s)", f" {value}") or [""]
    if value.startswith(f"{first}: ") and (
        first in typed.keys or _LANGUAGE.fullmatch(first)
    ):
        return
    beside = typed.keys.get(line.key, ())
    if any(key in beside for key in (first, *others)) or re.match(r"[{[].*[]}]$", value):
        return
    for end in dict.fromkeys((typed.end(begin), begin)):
        if wrong := _sign(typed, begin, line.before, end):
            within = quoted(
                "\n".join(
                    [value, *(typed.lines[k].strip() for k in range(begin + 1, end + 1))]
                )
            )
            parts = within.split("\n")
            mended = {begin: line.before + parts[0]}
            for k, part in zip(range(begin + 1, end + 1), parts[1:], strict=True):
                mended[k] = read(typed.lines[k]).indent + part
            hint = write(mended[begin])
            if end > begin:
                hint = say(
                    "put a quote before the text and one after it, at the end of line {n}",
                    n=end + 1,
                )
            yield Repair(*wrong, mended, hint)


def _sign(typed: Typed, begin: int, before: str, end: int) -> tuple[int, int, str] | None:
    """The sign of a plain text that YAML takes for its own: line, column, and what is
    wrong.
    """
    first = typed.lines[begin][len(before) :]
    if first[0] in _SPECIAL:
        return begin, len(before), say("a text that begins with '{sign}'", sign=first[0])
    for n in range(begin, end + 1):
        start = len(before) if n == begin else 0
        if found := re.search(r":(?=\s|$)|(?<=\s)#", typed.lines[n][start:]):
            if found[0] == "#":
                return n, start + found.start(), say("the text ends before ' #'")
            return n, start + found.start(), say("a colon and a blank within a text")
    return None


_REPAIRS = (
    _odd_blanks,
    _typographic_quotes,
    _no_blank_behind_colon,
    _missing_comma,
    _open_quote,
    _open_bracket,
    _value_in_braces,
    _indentation,
    _text_to_quote,
)


# -- what can be parsed, and says something else -----------------------------------------


def odd_key(text: str, n: int, keys: Keys | None = None) -> Repair | None:
    """What is wrong with a key that no editor means, such as one with a colon or a
    typographic quote in it, on a line (from 0); None if that cannot be said.
    """
    typed = Typed(text.split("\n"), keys or {}, n, n)
    slips = (_odd_blanks, _typographic_quotes, _no_blank_behind_colon)
    return next((repair for slip in slips for repair in slip(typed, n)), None)
