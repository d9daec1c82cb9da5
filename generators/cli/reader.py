"""The language of whoever reads what a command prints, and printing in it; and refusals of commands in one
line each, also of what the disk refuses: that is no fault of ours, and no traceback.

It is that of ``--language`` (before any command: ``compendium --language fr diff``; behind those that do not
mean something else by it), else that of the terminal. What nobody has translated is said in English, as are
help and what is said of options, which the library of commands writes.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

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


# -- refusals ------------------------------------------------------------------------------------------------


class Command(click.Command):
    """A command below another."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole."""
        return super().get_short_help_str(10 * limit)


class Commands(Command, click.Group):
    """Commands whose refusals are one line each, whatever somebody typed and the refusal repeats, and
    whatever the disk refuses.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed before the command that is meant."""
        with _refusing():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with _refusing():
            return super().invoke(ctx)


class Refusal(click.ClickException):
    """What is refused, in one line: in the reader's language, or as the library of commands says it, with the
    help of the command that was called otherwise than it can be. The exit status is that of every user's
    mistake.
    """

    def __init__(self, error: click.ClickException) -> None:
        what = error.message if isinstance(error.message, Saying) else error.format_message().rstrip(".")
        context = getattr(error, "ctx", None)
        if context is not None and not what.endswith("?"):
            what = say("{what}; see: {command}", what=what, command=f"{context.command_path} --help")
        super().__init__(harmless(told(what)))
        self._line = told(say("Error: {message}", message=self.message))  # while the project is known

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on the standard error."""
        click.echo(self._line, file=file, err=True)


@contextmanager
def _refusing() -> Iterator[None]:
    """Within it, refusals become those of the reader's language, once."""
    try:
        yield
    except (Refusal, click.exceptions.NoArgsIsHelpError):
        raise
    except click.ClickException as error:
        raise Refusal(error) from None
    except OSError as error:
        if not (refused := _of_disk(error)):
            raise
        raise Refusal(click.ClickException(refused)) from None


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {errno.EROFS, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTDIR, errno.EISDIR}
"""What somebody who put something else in a place of ours is to blame for, or who let nobody write there."""


def _of_disk(error: OSError) -> str:
    """What a refusal of the disk is to be told as; empty where it is our own mistake."""
    where = os.fsdecode(error.filename2 or error.filename or Path.cwd())
    if error.errno == errno.ENAMETOOLONG:
        return say("{place}: {why}; type a shorter one", place=where, why=error.strerror)
    if error.errno in _FULL:
        return say("{place}: {why}; make room", place=where, why=error.strerror)
    if error.errno in _IN_THE_WAY:
        return say("{place}: {why}; move it away, or let it be written", place=where, why=error.strerror)
    return ""


def print_any_letter() -> None:
    """Have what is printed from here on reach every terminal: under an old locale (ISO-8859-1, KOI8-R) a
    message holds letters that it knows nothing of.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
