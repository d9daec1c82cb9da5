"""The mistakes that somebody makes who types YAML as a letter, each with the line as it should be.

Every function gets the lines and one of them, and proposes what may be wrong there. It need not be sure:
``yaml_shape`` takes the first proposal with which the file can be read further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.text.sayings import say
from generators.text.yaml_indentation import depths_of, indented, too_far
from generators.text.yaml_lines import KEY, Repair, Typed, holds, quoted, read

_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_BLANK = re.compile(f"[\t{_BLANKS}]")
_OPENING, _CLOSING = "“”„«‘‚", "“”»‘’"
_SIGNS = {"：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "－": "-"}
_WORD = rf"(?:-\s+)*{KEY}"


def write(line: str) -> str:
    """The remedy that shows a line as it should be."""
    return say("write: {line}", line=line.strip())


def odd_blanks(typed: Typed, n: int) -> Iterator[Repair]:
    """A tab or a no-break space where blanks belong: before a line, behind a dash or a colon."""
    text = typed.lines[n]
    found = re.match(rf"[\s]*(?:-\s*)*(?:{KEY}\s*:(?:\s+|$))?", text)
    before = found[0] if found else ""
    odd = _ODD_BLANK.search(before)
    if not odd:
        return
    if odd[0] == "\t":
        message = say("a tab where blanks belong")
    else:
        message = say(
            "a blank of another kind (U+{code}) where a plain one belongs", code=f"{ord(odd[0]):04X}"
        )
    indent = before[: len(before) - len(before.lstrip())]
    widths = [indent.replace("\t", " " * each) for each in (2, 4, 8, 1, 0)]
    if odd.start() < len(indent) and typed.before(n) is not None:
        widths = [*(" " * depth for depth in depths_of(typed, n, read(text.lstrip()).key, 0)), *widths]
    for width in dict.fromkeys(_ODD_BLANK.sub(" ", each) for each in widths):
        mended = width + _ODD_BLANK.sub(" ", before[len(indent) :]) + text[len(before) :]
        hint = indented(len(width), mended) if odd.start() < len(indent) else write(mended)
        yield Repair(n, odd.start(), message, {n: mended}, hint)


def foreign_signs(typed: Typed, n: int) -> Iterator[Repair]:
    """Full-width signs, and typographic quotes round a key or a value."""
    text = typed.lines[n]
    if found := re.match(rf"(\s*{_WORD})\s*：\s*(.*)", text):
        mended = f"{found[1]}: {found[2]}"
        yield Repair(n, text.index("："), say("a full-width colon"), {n: mended}, write(mended))
    if found := re.match(rf"(\s*(?:- +)*)[{_OPENING}]({KEY})[{_CLOSING}]\s*:\s*(.*)", text):
        mended = f"{found[1]}{found[2]}: {found[3]}"
        message = say("typographic quotes round a key")
        yield Repair(n, len(found[1]), message, {n: mended}, write(mended))
    line = read(text)
    if line.value[:1] in tuple(_OPENING) and line.value.rstrip()[-1:] in tuple(_CLOSING):
        mended = line.before + quoted(line.value.strip()[1:-1])
        message = say("typographic quotes round a text")
        yield Repair(n, len(line.before), message, {n: mended}, write(mended))
    if any(sign in text for sign in _SIGNS):
        mended = text
        for sign, meant in _SIGNS.items():
            mended = mended.replace(sign, f"{meant} " if sign in "：，" else meant)
        mended = re.sub(r"([:,]) {2,}", r"\1 ", mended)
        at = next(i for i, letter in enumerate(text) if letter in _SIGNS)
        message = say("a full-width sign ('{sign}')", sign=text[at])
        yield Repair(n, at, message, {n: mended}, write(mended))


def other_dash(typed: Typed, n: int) -> Iterator[Repair]:
    """A long dash, a bullet or an asterisk that begins an item of a list."""
    if found := re.match(r"(\s*)([–—−•·●▪*])\s*(\S.*)", typed.lines[n]):
        mended = f"{found[1]}- {found[3]}"
        message = say("an item of a list begins with '{sign}' instead of a short dash", sign=found[2])
        yield Repair(n, len(found[1]), message, {n: mended}, write(mended))


def no_blank_behind_dash(typed: Typed, n: int) -> Iterator[Repair]:
    """A dash and its text without a blank, such as ``-ref: Art. 1``."""
    if found := re.match(r"(\s*)-([^\s-].*)", typed.lines[n]):
        mended = f"{found[1]}- {found[2]}"
        yield Repair(n, len(found[1]), say("a blank is missing behind the dash"), {n: mended}, write(mended))


def no_blank_behind_colon(typed: Typed, n: int) -> Iterator[Repair]:
    """``status:adopted``, also within braces."""
    text = typed.lines[n]
    message = say("a blank is missing behind the colon")
    if found := re.match(rf"(\s*{_WORD}):(?!//)([^\s:].*)", text):
        mended = f"{found[1]}: {found[2]}"
        yield Repair(n, len(found[1]), message, {n: mended}, write(mended))
    if found := re.search(rf"[{{,]\s*({KEY}):(?=[^\s,}}/])", text):
        mended = re.sub(rf"([{{,]\s*{KEY}):(?=[^\s,}}/])", r"\1: ", text)
        yield Repair(n, found.end() - 1, message, {n: mended}, write(mended))


def no_colon_but(typed: Typed, n: int) -> Iterator[Repair]:
    """``status ;adopted``, ``status = adopted``: another sign where the colon belongs."""
    found = re.match(rf"(\s*{_WORD})\s*(=|;|->|→)\s*(\S.*)", typed.lines[n])
    if found and _last(found[1]) in typed.keys:
        mended = f"{found[1]}: {found[3]}"
        message = say("'{sign}' instead of a colon behind the key", sign=found[2])
        yield Repair(n, found.start(2), message, {n: mended}, write(mended))


def no_colon(typed: Typed, n: int) -> Iterator[Repair]:
    """A key without its colon, such as ``status adopted``."""
    text = typed.lines[n]
    found = re.match(rf"(\s*{_WORD})(?:[ \t]+(\S.*)|\s*)$", text)
    line = read(text)
    if found and typed.fits(_last(found[1]), n, line.depth + len(line.dash)):
        mended = f"{found[1]}: {found[2]}" if found[2] else f"{found[1]}:"
        message = say("a colon is missing behind the key")
        yield Repair(n, len(found[1]), message, {n: mended}, write(mended))


def _last(words: str) -> str:
    return words.split()[-1]


def forgotten_dash(typed: Typed, n: int) -> Iterator[Repair]:
    """An item of a list without its dash, beside others or as the first."""
    line, text = read(typed.lines[n]), typed.lines[n]
    if not holds(text):
        return
    message = say("a dash is missing before an item of a list")
    first, above = _first_of_list(typed, n), typed.before(n)
    if line.dash and first is not None and first < n and not read(typed.lines[first]).dash:
        mended = f"{line.indent}- {typed.lines[first].lstrip()}"
        yield Repair(first, read(typed.lines[first]).depth, message, {first: mended}, _dashed(mended))
    if line.dash:
        return
    mended = f"{line.indent}- {text.lstrip()}"
    begins = _begins_items(typed, n, line.depth)
    if first == n or (begins is not None and (not line.key or line.key == begins)):
        yield Repair(n, line.depth, message, {n: mended}, _dashed(mended))
    if above is not None and begins is not None and line.key:
        deeper = " " * (line.depth + 2) + text.lstrip()
        yield Repair(
            n, line.depth, too_far(line.depth, line.depth + 2), {n: deeper}, indented(line.depth + 2, text)
        )


def _first_of_list(typed: Typed, n: int) -> int | None:
    """The first line of the list that a line belongs to, by the key above it, whose value is a list."""
    depth, first = read(typed.lines[n]).depth, n
    for above in range(n - 1, -1, -1):
        if holds(typed.lines[above]):
            line = read(typed.lines[above])
            if line.depth < depth:
                return first if line.key in typed.known.lists and not line.value else None
            first = above
    return None


def _dashed(line: str) -> str:
    return say("begin the item with a dash and a blank: {line}", line=line.strip())


def _begins_items(typed: Typed, n: int, depth: int) -> str | None:
    """The key that the items begin with of a list whose dashes stand where a line begins; empty where they
    begin with none, None where there is no such list.
    """
    for above in range(n - 1, -1, -1):
        other = read(typed.lines[above])
        if holds(typed.lines[above]) and other.depth <= depth:
            return other.key if other.depth == depth and other.dash else None
    return None


def needless_dash(typed: Typed, n: int) -> Iterator[Repair]:
    """``- status: adopted`` among keys."""
    line = read(typed.lines[n])
    if line.dash and line.key and typed.beside(n, line.depth) and typed.fits(line.key, n, line.depth):
        mended = line.indent + typed.lines[n].lstrip()[len(line.dash) :]
        message = say("a dash before a key that is no item of a list")
        yield Repair(n, line.depth, message, {n: mended}, write(mended))
