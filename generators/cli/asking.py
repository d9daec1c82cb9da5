"""Questions to somebody at a keyboard, in their language: an answer that cannot be taken is asked for again,
with what is wrong about it, so that the answers before it are not lost.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import click

from generators.cli.reader import tell, told
from generators.text.sayings import Saying, say

_MARKS = ("?", "؟", "？")
"""What a question ends in: nothing is put behind it."""


def text(question: Saying, default: str | None = None) -> str:
    """An answer as it was typed; ``default`` where nothing was, which is shown unless it is empty."""
    asked = told(question)
    try:
        return str(
            click.prompt(
                asked,
                default=default,
                show_default=bool(default),
                prompt_suffix=" " if asked.endswith(_MARKS) else ": ",
            )
        )
    except click.Abort:
        click.echo(err=True)
        raise click.ClickException(say("not all was answered; nothing was written")) from None


def yes(question: Saying) -> bool:
    """Yes or no, in words of the reader's language or their first letters, or the English ones; no where
    nothing was typed.
    """
    word, other = say("yes"), say("no")
    answers = {"": False, **_forms("no", False), **_forms("yes", True)}
    answers |= _forms(told(other), False) | _forms(told(word), True)
    while True:
        asked = say("{question} ({yes} or {no}; empty: {no})", question=question, yes=word, no=other)
        answer = text(asked, default="")
        if (found := answers.get(_plain(answer))) is not None:
            return found
        tell(say("'{answer}' is neither {yes} nor {no}", answer=answer, yes=word, no=other))


def codes(
    question: Saying,
    known: Mapping[str, Any],
    split: Callable[[str], list[str]],
    wrong: Callable[[str], Saying],
) -> list[str]:
    """Codes of a list; ``wrong`` says what is wrong with one that is not in it."""
    while True:
        answer = split(text(question))
        unknown = [each for each in answer if each not in known]
        if not unknown:
            return answer
        for each in unknown:
            tell(wrong(each))


def _forms(word: str, means: bool) -> dict[str, bool]:
    """A word and its first letter, each with what it means."""
    plain = _plain(word)
    return {plain: means, plain[:1]: means}


def _plain(answer: str) -> str:
    """An answer without capitals and accents."""
    letters = unicodedata.normalize("NFD", answer.strip().casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
