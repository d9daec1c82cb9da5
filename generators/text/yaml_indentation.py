"""Lines that are indented otherwise than they were meant; proposals, as those of ``yaml_repairs``."""

from __future__ import annotations

from collections.abc import Iterator

from generators.text.sayings import say, say_n
from generators.text.yaml_lines import BLOCK, LANGUAGE, Repair, Typed, holds, read


def indented(blanks: int, line: str) -> str:
    """The remedy that says how far a line is indented."""
    if not blanks:
        return say("begin the line at the left margin: {line}", line=line.strip())
    said = line.strip()
    return say_n(
        "begin the line with {n} blank: {line}", "begin the line with {n} blanks: {line}", blanks, line=said
    )


def folded_text(typed: Typed, n: int) -> Iterator[Repair]:
    """A line of a text below '>-' or '|' that is indented otherwise than the rest of it."""
    header = next((k for k in range(n, -1, -1) if BLOCK.fullmatch(read(typed.lines[k]).value.rstrip())), None)
    if header is None:
        return
    depth = read(typed.lines[header]).depth
    text = []
    for k in range(header + 1, len(typed.lines)):
        if holds(typed.lines[k]):
            if read(typed.lines[k]).depth <= depth:
                break
            text.append(k)
    depths = [read(typed.lines[k]).depth for k in text]
    usual = depth + len(read(typed.lines[header]).dash) + 2
    meant = max(set(depths), key=lambda each: (depths.count(each), each == usual), default=0)
    for k, is_ in zip(text, depths, strict=True):
        if is_ != meant:
            mended = " " * meant + typed.lines[k].lstrip()
            yield Repair(k, is_, too_far(is_, meant), {k: mended}, indented(meant, mended))


def value_and_lines(typed: Typed, n: int) -> Iterator[Repair]:
    """A key with a value on its line, and with a list or mapping below."""
    above = typed.before(n)
    if above is None:
        return
    line, below = read(typed.lines[above]), read(typed.lines[n])
    closed = line.value[:1] in tuple("\"'[{") or below.dash or below.key
    if line.key and line.value and not BLOCK.fullmatch(line.value) and below.depth > line.depth and closed:
        message = say("'{key}' has a value on its line, and more lines below", key=line.key)
        hint = say("keep one of the two: what stands behind the colon, or the lines below")
        yield Repair(above, len(line.before), message, {above: line.before.rstrip()}, hint)


def first_line_indented(typed: Typed, n: int) -> Iterator[Repair]:
    """Blanks before the first key of the file."""
    text, line = typed.lines[n], read(typed.lines[n])
    if typed.before(n) is None and line.depth and line.key:
        mended = text.lstrip()
        yield Repair(n, 0, too_far(line.depth, 0), {n: mended}, indented(0, text))


def child_not_indented(typed: Typed, n: int) -> Iterator[Repair]:
    """The first line below a key without a value, that is indented as the key, where the next one is not."""
    above = typed.before(n)
    key = typed.before(above) if above is not None else None
    if above is None or key is None:
        return
    first, parent, depth = read(typed.lines[above]), read(typed.lines[key]), read(typed.lines[n]).depth
    if parent.key and not parent.value and parent.depth + len(parent.dash) == first.depth < depth:
        hint = indented(depth, typed.lines[above])
        mended = {above: " " * depth + typed.lines[above].lstrip()}
        yield Repair(above, first.depth, too_far(first.depth, depth), mended, hint)


def indentation(typed: Typed, n: int) -> Iterator[Repair]:
    """A line that is indented otherwise than its neighbours."""
    text = typed.lines[n]
    line = read(text)
    if not holds(text) or not (line.dash or line.key in typed.keys or LANGUAGE.fullmatch(line.key)):
        return
    end = typed.end(n)
    for depth in depths_of(typed, n, line.key, line.depth):
        if depth != line.depth:
            message, hint = too_far(line.depth, depth), indented(depth, text)
            yield Repair(n, line.depth, message, {n: " " * depth + text.lstrip()}, hint)
            if end > n:
                yield Repair(n, line.depth, message, _moved(typed, n, end, depth - line.depth), hint)


def depths_of(typed: Typed, n: int, key: str, now: int) -> list[int]:
    """How far a line may have to be indented: as one of those above it, or the next one; first where its key
    belongs, then what is nearest.
    """
    depths: list[int] = []
    below = next((k for k in range(n + 1, len(typed.lines)) if holds(typed.lines[k])), None)
    if below is not None and key not in typed.keys:
        depths.append(read(typed.lines[below]).depth)
    for above in range(n - 1, -1, -1):
        if holds(typed.lines[above]):
            other = read(typed.lines[above])
            depths += [other.depth + len(other.dash), other.depth]
            if other.key and not other.value:
                depths.append(other.depth + len(other.dash) + 2)
            if not other.depth and not other.dash:
                break
    dash = bool(read(typed.lines[n].lstrip()).dash)
    misfit = {each: bool(key) and not dash and not typed.fits(key, n, each) for each in depths}
    return sorted(misfit, key=lambda each: (misfit[each], abs(each - now)))


def _moved(typed: Typed, first: int, last: int, by: int) -> dict[int, str]:
    """Lines that move together."""
    moved = {}
    for n in range(first, last + 1):
        text = typed.lines[n]
        moved[n] = " " * max(0, read(text).depth + by) + text.lstrip() if text.strip() else text
    return moved


def too_far(is_: int, meant: int) -> str:
    if not is_:
        return say("the line is not indented, and belongs {other} blanks to the right", other=meant)
    return say_n(
        "the line is indented by {n} blank, and its neighbours by {other}",
        "the line is indented by {n} blanks, and its neighbours by {other}",
        is_,
        other=meant,
    )


def text_not_indented(typed: Typed, n: int) -> Iterator[Repair]:
    """A further line of a long text that begins where a key would."""
    text, above = typed.lines[n], typed.before(n)
    if above is None or not holds(text) or read(text).key or read(text).dash:
        return
    begin = typed.begin(above)
    line = read(typed.lines[begin])
    for depth in dict.fromkeys((read(typed.lines[above]).depth, line.depth + len(line.dash) + 2)):
        if depth > read(text).depth:
            mended = " " * depth + text.lstrip()
            message = say("a line of a longer text that is not indented")
            yield Repair(n, read(text).depth, message, {n: mended}, indented(depth, mended))
