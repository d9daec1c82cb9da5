"""Texts, quotes and brackets that YAML reads otherwise than they were meant, each with the line as it should
be; proposals, as those of ``yaml_repairs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.text.sayings import say
from generators.text.yaml_lines import BLOCK, KEY, LANGUAGE, Repair, Typed, holds, plain, quoted, read
from generators.text.yaml_repairs import write

_CLOSES = {"{": "}", "[": "]"}
_LONG = 500
_SPECIAL = "@`%*&!|>[]{},?#-:"


def brackets(typed: Typed, n: int) -> Iterator[Repair]:
    """A brace or bracket that is not closed, closed by another sign, or closed twice."""
    if not (opened := _opened(typed.lines[n])):
        return
    at, sign = opened
    name = {"{": say("brace"), "[": say("bracket")}[sign]
    message = say("this {what} is not closed", what=name)
    for end in range(n, min(max(typed.last, n) + 1, len(typed.lines))):
        last = typed.lines[end].rstrip()
        if not last:
            continue
        if last[-1] in "]})" and last[-1] != _CLOSES[sign]:
            mended = last[:-1] + _CLOSES[sign]
            wrong = say("'{sign}' closes what '{opened}' opened", sign=last[-1], opened=sign)
            yield Repair(end, len(last) - 1, wrong, {end: mended}, write(mended), begins_there=True)
        mended = last + _CLOSES[sign]
        yield Repair(n, at, message, {end: mended}, _closed(n, end, mended), begins_there=True)


def _closed(n: int, end: int, mended: str) -> str:
    if n == end:
        return write(mended)
    return say("close it at the end of line {n}: {line}", n=end + 1, line=mended.strip())


def closed_twice(typed: Typed, n: int) -> Iterator[Repair]:
    """A brace that closes nothing: ``{date: 2008}}``."""
    text = typed.lines[n].rstrip()
    if text[-1:] in ("}", "]") and text.count(text[-1]) > text.count({"}": "{", "]": "["}[text[-1]]):
        mended = text[:-1]
        message = say("'{sign}' closes nothing", sign=text[-1])
        yield Repair(n, len(text) - 1, message, {n: mended}, write(mended))


def _opened(text: str) -> tuple[int, str] | None:
    """The bracket of a line that opens a value and is not closed on it: its place, and which."""
    stack: list[tuple[int, str]] = []
    quote = ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and (not text[:at].rstrip() or text[:at].rstrip()[-1] in ":,[{-"):
            quote = sign
        elif sign in _CLOSES and (stack or re.search(r"(?:^|[:\-,])\s*$", text[:at])):
            stack.append((at, sign))
        elif sign in "}]" and stack:
            if sign != _CLOSES[stack[-1][1]]:
                return stack[-1]
            stack.pop()
    return stack[-1] if stack else None


def braces_missing(typed: Typed, n: int) -> Iterator[Repair]:
    """Several keys on one line: ``- state: TGO, since: 2009``, ``title: Plan status: adopted``."""
    line, text = read(typed.lines[n]), typed.lines[n]
    siblings = typed.known.siblings.get(line.key, ())
    pattern = re.compile(rf",?\s+({KEY}):\s+")
    if (
        not line.key
        or line.value[:1] in "\"'{["
        or not any(each in siblings for each in pattern.findall(line.value))
    ):
        return
    if line.dash:
        pairs = pattern.sub(r", \1: ", line.value.rstrip())
        mended = f"{line.indent}{line.dash}{{{line.key}: {pairs}}}"
        message = say("several keys on one line, and no braces")
        yield Repair(n, len(line.before), message, {n: mended}, write(mended))
        return
    found = next(each for each in pattern.finditer(line.value) if each[1] in siblings)
    at = len(line.before) + found.start()
    mended = f"{text[:at]}\n{line.indent}{text[at:].lstrip(', ')}"
    message = say("two keys on one line")
    hint = say("begin a new line before '{key}': {line}", key=found[1], line=text[at:].strip(", "))
    yield Repair(n, at, message, {n: mended}, hint)


def value_in_braces(typed: Typed, n: int) -> Iterator[Repair]:
    """A text within braces with a colon or a number sign in it: ``{title: Plan: the second}``."""
    text = typed.lines[n]
    keys = list(re.finditer(rf"(?:\{{\s*|,\s*)({KEY}):\s+", text))
    for found, after in zip(keys, [*keys[1:], None][: len(keys)], strict=True):
        end = after.start() if after else len(text.rstrip().rstrip("}"))
        value = text[found.end() : end].strip()
        if value[:1] in ("", '"', "'", "{", "[") or not re.search(r":\s|:$|\s#|^[@`%*&!|>#]", value):
            continue
        mended = text[: found.end()] + quoted(value) + text[end:]
        message = say("a text within braces that holds a colon, or a sign such as '#'")
        yield Repair(n, found.end(), message, {n: mended}, write(mended))


def missing_comma(typed: Typed, n: int) -> Iterator[Repair]:
    """Two values in braces without a comma: ``{state: BEN since: 2004}``."""
    text = typed.lines[n]
    if "{" not in text and typed.first == n:
        return
    for found in re.finditer(rf"(?<=[^\s,{{:])\s+({KEY}):\s", text):
        if "{" in text[: found.start()] and found[1] in typed.keys:
            mended = f"{text[: found.start()]},{text[found.start() :]}"
            message = say("a comma is missing between two values in braces")
            yield Repair(n, found.start(), message, {n: mended}, write(mended))


def open_quote(typed: Typed, n: int) -> Iterator[Repair]:
    """A quote that is not closed on its line, nor at the end of its text."""
    text = typed.lines[n]
    found = re.search(rf"(?:^|[\s\[{{])(?:{KEY}:\s+|-\s+)?([\"'])", text)
    line = read(text)
    at = len(line.before) if line.value[:1] in ('"', "'") else found.start(1) if found else -1
    close = _close_of(text, at) if at >= 0 else None
    if at < 0 or not holds(text):
        return
    if close is not None and not re.search(rf",\s*{KEY}:\s*$", text[at:close]):
        return
    sign, message = text[at], say("this quote is not closed")
    if "{" in text[:at] or "[" in text[:at]:
        ends = [found.start() for found in re.finditer(rf",\s*{KEY}:\s|[}}\]]\s*$", text[at:])]
        for end in (at + each for each in ends):
            mended = text[:end].rstrip() + sign + text[end:]
            yield Repair(n, at, message, {n: mended}, write(mended), begins_there=True)
    for end in dict.fromkeys((typed.end(n), n)):
        mended = typed.lines[end].rstrip() + sign
        yield Repair(n, at, message, {end: mended}, _closed(n, end, mended), begins_there=True)


def _close_of(text: str, at: int) -> int | None:
    """Where the quote at a place of a line is closed; None where it is not."""
    sign, place = text[at], at + 1
    while place < len(text):
        if sign == '"' and text[place] == "\\":
            place += 1
        elif text[place] == sign:
            if sign == '"' or text[place + 1 : place + 2] != "'":
                return place
            place += 1
        place += 1
    return None


def quote_within(typed: Typed, n: int) -> Iterator[Repair]:
    """A quote within quotes, such as ``'The State's duty'``, or a backslash between double ones."""
    line = read(typed.lines[n])
    value = line.value.rstrip()
    if value[:1] not in ('"', "'"):
        return
    sign, at = value[0], len(line.before)
    close = _close_of(value, 0)
    whole = value[-1] != sign or len(value) < 2 or value.count(sign) % 2 == 0
    inner = value if whole else value[1:-1]
    if close is not None and close < len(value) - 1:
        mended = line.before + (
            f'"{inner}"' if sign == "'" and not whole and '"' not in inner else quoted(inner)
        )
        message = say("the text goes on behind the quote that closes it")
        yield Repair(n, at + close + 1, message, {n: mended}, write(mended))
    elif sign == '"' and "\\" in value:
        mended = line.before + "'" + value[1:-1].replace("'", "''") + "'"
        message = say("a backslash between double quotes")
        yield Repair(n, at + value.index("\\"), message, {n: mended}, write(mended))


def two_keys(typed: Typed, n: int) -> Iterator[Repair]:
    """A mapping on one line without braces: ``official_titles: en: Plan``."""
    line = read(typed.lines[n])
    found = re.match(rf"({KEY}): +(.+)", line.value)
    if line.key and found and (found[1] in typed.keys or LANGUAGE.fullmatch(found[1])):
        mended = f"{line.before}{{{found[1]}: {plain(found[2].rstrip())}}}"
        message = say("two keys on one line, and no braces")
        yield Repair(n, len(line.before), message, {n: mended}, write(mended))


def text_to_quote(typed: Typed, n: int) -> Iterator[Repair]:
    """A plain text with a colon, a number sign or another sign of YAML in it: into quotes, whole."""
    begin = n if read(typed.lines[n]).value and read(typed.lines[n]).key else typed.begin(n)
    line = read(typed.lines[begin])
    if (
        not line.value
        or line.value[0] in "\"'"
        or BLOCK.fullmatch(line.value.rstrip())
        or not (line.key or line.dash)
    ):
        return
    for end in dict.fromkeys((typed.end(begin), begin)):
        lines = [line.value.rstrip(), *(typed.lines[k].strip() for k in range(begin + 1, end + 1))]
        wrong = _sign(typed, begin, line.before, end)
        if wrong is None:
            continue
        at, column, message = wrong
        mended = _in_quotes(typed, begin, end, line.before, "\n".join(lines))
        whole = " ".join(each.strip() for each in mended.values())
        hint = write(whole)
        if end > begin:
            hint = say(
                "write in place of lines {first} to {last}: {line}", first=begin + 1, last=end + 1, line=whole
            )
        if len(whole) > _LONG:
            hint = say("put a quote before the text and one behind it, at the end of line {n}", n=end + 1)
        yield Repair(at, column, message, mended, hint)


def _in_quotes(typed: Typed, begin: int, end: int, before: str, text: str) -> dict[int, str]:
    """The lines of a text, in quotes from its first letter to its last."""
    within = quoted(text).split("\n")
    mended = {begin: before + within[0]}
    for number, part in zip(range(begin + 1, end + 1), within[1:], strict=True):
        mended[number] = read(typed.lines[number]).indent + part
    return mended


def _sign(typed: Typed, begin: int, before: str, end: int) -> tuple[int, int, str] | None:
    """The sign of a plain text that YAML takes for its own: line, column, and what is wrong."""
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
