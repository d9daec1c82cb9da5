"""The language of whoever reads what a command prints, and printing in it.

It is that of ``--language`` (before any command: ``compendium --language fr diff``; behind those that do not
mean something else by it), else that of the terminal. What nobody has translated is said in English.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from generators.text.problems import harmless
from generators.text.sayings import Find, Saying, say, translated

_TAG, _ROOT, _FIND = (f"{__name__}.{name}" for name in ("language", "root", "find"))
"""What the context of a command remembers, and with it those of the commands below and above."""


def language() -> str:
    """The language in which the running command speaks."""
    from generators.translate import messages

    return _remembered().get(_TAG) or messages.of_locale(os.environ)


def find() -> Find:
    """Finds what is said in that language, in the catalogs of the project that the command works in."""
    from generators.translate import messages

    known = _remembered()
    if _FIND not in known:
        here = Path()  # not its name: that folder may be gone
        known[_FIND] = messages.opened(known.get(_ROOT, here), language())
    return known[_FIND]


def works_in(root: Path) -> None:
    """Remember the project in which the command works; its catalogs say what is said."""
    _remembered().update({_ROOT: root})
    _remembered().pop(_FIND, None)


def told(sentence: str) -> str:
    """A sentence in the reader's language; a text that is no sentence stays as it is."""
    return translated(sentence, find()) if isinstance(sentence, Saying) else sentence


def tell(line: str, err: bool = False) -> None:
    """Print one line. What was typed in a record or named on the command line begins no other line in it, and
    moves no cursor.
    """
    click.echo(harmless(told(line)), err=err)


def _remembered() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return context.meta if context else {}


def _chosen(context: click.Context, parameter: click.Parameter, tag: str | None) -> None:
    if tag is None:
        return
    from generators.corpus.cldr import LANGUAGES

    if tag not in LANGUAGES:
        raise click.ClickException(no_language(tag, LANGUAGES))
    context.meta[_TAG] = tag
    context.meta.pop(_FIND, None)


def no_language(tags: str, known: tuple[str, ...]) -> Saying:
    """That there is no language of this tag, and which there are."""
    return say("no such language: {tags}; expected {known}", tags=tags, known=tuple(known))


in_language = click.option(
    "--language",
    "reader",
    callback=_chosen,
    expose_value=False,
    is_eager=True,
    metavar="TAG",
    help="The language of messages; without it, that of the terminal (LC_ALL, LC_MESSAGES, LANG).",
)
