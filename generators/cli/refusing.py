"""Refusals of commands in the reader's language, also of what was typed otherwise than a command is called,
and of what the disk refuses: that is no fault of ours, and no traceback. Help is English, as the library of
commands writes it.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from generators.cli.reader import told
from generators.text.problems import harmless
from generators.text.sayings import Saying, say


class _Told(click.Command):
    """A command whose refusals are in the reader's language."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole."""
        return super().get_short_help_str(10 * limit)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed; what cannot be understood is refused here, where the language is known."""
        with _refusing(ctx):
            return super().parse_args(ctx, args)


class Command(_Told):
    """A command below another."""

    allow_extra_args = True  # so that they are refused here, in our words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The same, with nothing behind the last argument."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            with _refusing():
                ctx.fail(say("not expected here: {words}", words=tuple(rest)))
        return rest


class Commands(_Told, click.Group):
    """Commands whose refusals are one line each, whatever somebody typed and the refusal repeats, and
    whatever the disk refuses.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with _refusing():
            return super().invoke(ctx)


class Refusal(click.ClickException):
    """What is refused, in the reader's language, in one line; where it was typed otherwise than the command
    is called, with the help of that. The exit status is that of every user's mistake.
    """

    def __init__(self, error: click.ClickException) -> None:
        what = _refused(error)
        context = getattr(error, "ctx", None)
        if context is not None and not what.endswith("?"):
            what = say("{what}; see: {command}", what=what, command=f"{context.command_path} --help")
        super().__init__(harmless(told(what)))
        self._line = told(say("Error: {message}", message=self.message))  # while the project is known

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on the standard error."""
        click.echo(self._line, file=file, err=True)


@contextmanager
def _refusing(context: click.Context | None = None) -> Iterator[None]:
    """Within it, refusals become those of the reader's language, once; ``context`` is that of the command
    whose words are understood, where the library does not say it.
    """
    try:
        yield
    except (Refusal, click.exceptions.NoArgsIsHelpError):
        raise
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            error.ctx = error.ctx or context
        raise Refusal(error) from None
    except OSError as error:
        if not (refused := _of_disk(error)):
            raise
        raise Refusal(click.ClickException(refused)) from None


def _refused(error: click.ClickException) -> str:
    """What a refusal says; where the library wrote it, in our words for what our options can cause."""
    if isinstance(error.message, Saying):
        return error.message
    if isinstance(error, click.exceptions.NoSuchOption):
        return _unknown(say("there is no option '{name}'", name=error.option_name), error.possibilities)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _unknown(say("there is no command '{name}'", name=error.command_name), error.possibilities)
    if isinstance(error, click.BadOptionUsage) and error.ctx is not None:
        is_flag = any(
            error.option_name in (*each.opts, *each.secondary_opts) and _is_flag(each)
            for each in error.ctx.command.params
        )
        if is_flag:
            return say("{name} takes no value", name=error.option_name)
        return say("{name} needs a value", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = getattr(error, "param_hint", None) or error.param.get_error_hint(error.ctx)  # type: ignore[arg-type]
        return _misfit(error, error.param.type, _plain(name)) or error.format_message()
    return error.format_message()


def _misfit(error: click.BadParameter, kind: click.ParamType, name: str) -> Saying | None:
    """What is wrong with the value of an option or argument of a kind."""
    if isinstance(error, click.MissingParameter):
        return say("{name} is missing", name=name)
    if isinstance(kind, click.Choice):
        return say("{name}: expected one of {words}", name=name, words=_choices(kind))
    if isinstance(kind, click.IntRange):
        return say("{name}: expected a whole number, {least} or more", name=name, least=kind.min)
    if isinstance(kind, click.Path):
        if kind.file_okay:
            return say("{name}: expected a file or folder that can be read", name=name)
        return say("{name}: expected a folder that can be read", name=name)
    return None


def _is_flag(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.is_flag


def _unknown(what: Saying, near: Sequence[str] | None) -> Saying:
    return say("{what}; did you mean {words}?", what=what, words=tuple(near)) if near else what


def _plain(name: object) -> str:
    return str(name).replace("'", "")


def _choices(choice: click.Choice) -> tuple[str, ...]:
    return tuple(map(str, choice.choices))


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
