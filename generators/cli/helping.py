"""Help and refusals of commands in the reader's language: what we wrote, and what the library of commands
says by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import IO, Any

import click

from generators.cli import disk
from generators.cli.reader import find, told
from generators.text.problems import harmless
from generators.text.sayings import Saying, paragraphs, say

_LIBRARY = {str(each): each for each in (say("Options"), say("Commands"), say("Show this message and exit."))}
"""What the library says by itself in every help."""
_EXTRA = re.compile(r"(?P<text>.*?)(?:  \[(?P<extra>[^\]]*)\])?", re.DOTALL)

_SENTENCE = re.compile(r".*?(?:\.(?=\s|$)|。|$)")


class _Formatter(click.HelpFormatter):
    """Writes help; what it is given is looked up in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or told(say("Usage: ")))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(_said, paragraphs(text))))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _described(text)) for name, text in rows], col_max, col_spacing)


def _said(text: str) -> str:
    """A text of a help; those of our own stand in the catalogs as they are."""
    return told(_LIBRARY[text]) if text in _LIBRARY else find()(text, None) or text


def _described(text: str) -> str:
    found = _EXTRA.fullmatch(text)
    extra = found["extra"] if found else None
    if not found or not extra:
        return _said(text)
    value = extra.partition("default: ")[2]
    told_extra = told(say("without it: {value}", value=value)) if value else extra
    return f"{_said(found['text'])}  [{told_extra}]"


class _Context(click.Context):
    formatter_class = _Formatter


class _Told(click.Command):
    """A command whose help and refusals are in the reader's language."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole."""
        del limit
        first = _said(paragraphs(self.help or "")[0])
        return _SENTENCE.match(first)[0]  # type: ignore[index]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed; what cannot be understood is refused here, where the language is known."""
        with _refusing():
            return super().parse_args(ctx, args)


class Command(_Told):
    """A command below another."""


class Commands(_Told, click.Group):
    """Commands whose refusals are one line each, whatever somebody typed and the refusal repeats, and
    whatever the disk refuses.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with _refusing():
            return super().invoke(ctx)


class Refusal(click.ClickException):
    """What is refused, in the reader's language: the words, and what is said before them."""

    def __init__(self, error: click.ClickException) -> None:
        super().__init__(harmless(told(_refused(error))))
        self.exit_code = error.exit_code  # type: ignore[misc]
        self._line = told(say("Error: {message}", message=self.message))
        self._before = ""
        context = getattr(error, "ctx", None)
        if context is not None:
            hint = say("Try '{command} --help' for help.", command=context.command_path)
            self._before = f"{context.get_usage()}\n{told(hint)}\n\n"

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on the standard error."""
        click.echo(f"{self._before}{self._line}", file=file, err=True)


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
        if not (refused := disk.refusal(error)):
            raise
        raise Refusal(click.ClickException(refused)) from None


def _refused(error: click.ClickException) -> str:
    """What a refusal says; where the library wrote it, as far as we have words for it."""
    if isinstance(error.message, Saying):
        return error.message
    if isinstance(error, click.exceptions.NoSuchOption):
        return _unknown(say("there is no option '{name}'", name=error.option_name), error.possibilities)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _unknown(say("there is no command '{name}'", name=error.command_name), error.possibilities)
    name = getattr(error, "param_hint", None)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = name or error.param.get_error_hint(error.ctx)  # type: ignore[arg-type]
        if isinstance(error, click.MissingParameter):
            return say("{name} is missing", name=_plain(name))
        if isinstance(error.param.type, click.Choice):
            return say("{name}: expected one of {words}", name=_plain(name), words=_choices(error.param.type))
    return error.format_message()


def _unknown(what: Saying, near: Sequence[str] | None) -> Saying:
    return say("{what}; did you mean {words}?", what=what, words=tuple(near)) if near else what


def _plain(name: object) -> str:
    return str(name).replace("'", "")


def _choices(choice: click.Choice) -> tuple[str, ...]:
    return tuple(map(str, choice.choices))


command: Callable[..., Any] = partial(click.command, cls=Command)
"""Makes a function a command of ours."""
