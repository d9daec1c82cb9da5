"""What is drawn within a line: a bar that is a part of a whole, and a scale with marks.

They are small SVG drawings without a word for screen readers, for the words are next to
them. Places along a line are shares of its width. From right to left they count from the
right.
"""

from __future__ import annotations

from generators.document.runs import Parts, Scale, Share
from generators.html.attributes import escaped

_LANE = 9
"""How many pixels a row of marks is high."""
_TICKS = 18
"""How many pixels the words of ticks are high."""


_HEIGHTS = (100, 70, 45, 25, 10)
"""How high the parts of a whole are, in per cent of their line."""


def share(run: Share, is_rtl: bool) -> str:
    """A bar as long as its share."""
    begins = f' x="{100 * (1 - run.part):.1f}%"' if is_rtl else ""
    bar = f'<rect{begins} width="{100 * run.part:.1f}%" height="100%"/>'
    return f'<svg class="share" aria-hidden="true">{bar}</svg>'


def parts(run: Parts, is_rtl: bool) -> str:
    """A whole in parts, one after the other, each lower than the one before. Shape tells
    them apart, where colours cannot.
    """
    bars: list[str] = []
    begin = 0.0
    for part, height in zip(run.parts, _HEIGHTS, strict=False):
        if part:
            x = _place(begin + part, is_rtl) if is_rtl else _percent(begin)
            size = f'width="{_percent(part)}" height="{height}%"'
            bars.append(f'<rect x="{x}" y="{100 - height}%" {size}/>')
        begin += part
    return f'<svg class="parts" aria-hidden="true">{"".join(bars)}</svg>'


def scale(run: Scale, is_rtl: bool) -> str:
    """A scale: its ticks, the day of today, a stretch, and marks one above the other."""
    lanes = max([mark.lane + 1 for mark in run.marks], default=1)
    room = _LANE * lanes + 3
    named = any(words for _, words in run.ticks)
    height = room + _TICKS * named
    parts = [_tick(place, words, height, room, is_rtl) for place, words in run.ticks]
    if run.now is not None:
        x = _place(run.now, is_rtl)
        parts.append(f'<line class="now" x1="{x}" x2="{x}" y2="{room}"/>')
    if run.stretch:
        start, end, is_open = run.stretch
        x = _place(end if is_rtl else start, is_rtl)
        kind = ' class="open"' if is_open else ""
        width = _percent(end - start)
        parts.append(f'<rect{kind} x="{x}" y="3" width="{width}" height="{_LANE - 3}"/>')
    for mark in run.marks:
        kind = ' class="minor"' if mark.minor else ""
        y = room - _LANE * mark.lane - _LANE // 2 - 2
        parts.append(f'<circle{kind} cx="{_place(mark.at, is_rtl)}" cy="{y}" r="3.5"/>')
    return (
        f'<svg class="scale" height="{height}" aria-hidden="true">{"".join(parts)}</svg>'
    )


def _tick(place: float, words: str, height: int, room: int, is_rtl: bool) -> str:
    """A line at a place, and its words below."""
    x = _place(place, is_rtl)
    text = f'<text x="{x}" y="{height - 3}">{escaped(words)}</text>' if words else ""
    return f'<line x1="{x}" x2="{x}" y2="{room}"/>{text}'


def _place(place: float, is_rtl: bool) -> str:
    return _percent(1 - place if is_rtl else place)


def _percent(part: float) -> str:
    """A share of the width, to a tenth of a hundredth.

    >>> _percent(0.5), _percent(0.12345)
    ('50%', '12.3%')
    """
    return f"{round(100 * part, 1):g}%"
