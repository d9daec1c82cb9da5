"""While serving: what is wrong, at the top of every page, in the language of the page. It is no part of a
site: the server puts it into what it hands out.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generators.text.problems import Problem, harmless
from generators.text.sayings import Find, Saying, say, say_n, translated

MOST = 20
"""So many problems are listed; the terminal has them all."""

_LONGEST = 800
_BODY = b"<body>"
_TYPED = ("\ufdd0", "\ufdd1")
"""Letters that no text has; they stand round what fills a sentence until it is markup."""


def markup(problems: Sequence[Problem], find: Find, kept: bool, notes: Sequence[Saying] = ()) -> str:
    """The banner, in the language that ``find`` finds translations in; empty where nothing is to be said.
    ``kept`` says that the page is from before the mistake; ``notes`` are sentences beside the problems.
    """
    said = [f"<p><strong>{_text(each, find)}</strong></p>" for each in notes]
    if problems:
        head = say_n("{n} problem", "{n} problems", len(problems))
        page = (
            say("This page is the last good one; it follows when the problem is mended.")
            if kept
            else say("This page shows what was saved all the same.")
        )
        listed = "".join(f"<li>{_item(each.told(find, _TYPED))}</li>" for each in problems[:MOST])
        said.append(f"<p><strong>{_text(head, find)}</strong> {_text(page, find)}</p><ul>{listed}</ul>")
        if more := len(problems) - MOST:
            rest = say_n("{n} more in the terminal", "{n} more in the terminal", more)
            said.append(f"<p>{_text(rest, find)}</p>" if more > 0 else "")
    if not said:
        return ""
    label = _text(say("Preview"), find)
    begin = f'<section class="notice" role="alert" aria-label="{label}" style="max-inline-size: none">'
    return f"{begin}{''.join(said)}</section>"


def put_into(page: bytes, banner: str) -> bytes:
    """A page with the banner at its top; one without a body stays as it is."""
    return page.replace(_BODY, _BODY + banner.encode("utf-8", "replace"), 1) if banner else page


def _item(problem: Problem) -> str:
    """File and line, and under it what is wrong and what to do, each in its own direction."""
    place = f'<code dir="ltr">{_shown(problem.path)}:{problem.line}</code>'
    field = f" <bdi>{_shown(problem.field)}</bdi>" if problem.field not in ("", "-") else ""
    lines = [each for each in (problem.message, problem.hint) if each]
    return place + field + "".join(f'<br><span dir="auto">{_isolated(_shown(each))}</span>' for each in lines)


def _isolated(text: str) -> str:
    """A text in which what fills its sentence keeps its own direction, and turns nothing else round."""
    begin, end = _TYPED
    whole = text + end * (text.count(begin) - text.count(end))  # where it was cut
    return whole.replace(begin, "<bdi>").replace(end, "</bdi>")


def _text(sentence: Saying, find: Find) -> str:
    return escape(translated(sentence, find))


def _shown(text: str) -> str:
    """What somebody typed, as text of a page: harmless, not too long, escaped."""
    return escape(harmless(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))
