"""What all commands share.

It is the project that they work in, the corpus, and a lock: only one command builds at a
time. It is also the language of messages, and refusals in one line. What the disk refuses
is said in one line too, for it is not a fault of our code.

The language is that of ``--language``, else that of the terminal. The option comes before
the command (``compendium --language fr diff``), or after those that mean nothing else by
it. What has no translation is in English, as is what click itself writes.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from generators.text.problems import Problem, harmless, near
from generators.text.sayings import Find, Saying, say, say_n, translated

if TYPE_CHECKING:
    from generators.checks.rules import CheckRule
    from generators.corpus.corpus import Corpus
    from generators.corpus.publisher import Publisher

_TAG = f"{__name__}.language"
_ROOT = f"{__name__}.root"
_FIND = f"{__name__}.find"
"""What the context of a command remembers, also for commands above and below it."""


def language() -> str:
    """The language in which the running command speaks."""
    from generators.translate import messages

    return _remembered().get(_TAG) or messages.of_locale(os.environ)


def find() -> Find:
    """What finds messages in that language, in the catalogs of the command's project."""
    from generators.translate import messages

    known = _remembered()
    if _FIND not in known:
        here = Path()  # not its name: that folder may be gone
        known[_FIND] = messages.opened(known.get(_ROOT, here), language())
    return known[_FIND]


def told(sentence: str) -> str:
    """A sentence in the reader's language; a plain text is given back as it is."""
    return translated(sentence, find()) if isinstance(sentence, Saying) else sentence


def tell(line: str, err: bool = False) -> None:
    """Print one line, on standard error with ``err``.

    What somebody typed in it can begin no other line and move no cursor.
    """
    click.echo(harmless(told(line)), err=err)


def _remembered() -> dict[str, Any]:
    """What the context of the running command remembers."""
    context = click.get_current_context(silent=True)
    return context.meta if context else {}


def _choose_language(
    context: click.Context, parameter: click.Parameter, tag: str | None
) -> None:
    """Remember the language of ``--language``; click calls it."""
    if tag is None:
        return
    from generators.corpus.cldr import LANGUAGES

    expect_language(tag, LANGUAGES)
    context.meta[_TAG] = tag
    context.meta.pop(_FIND, None)


def expect_language(tag: str, known: Sequence[str]) -> None:
    """Raises ClickException where a tag is not one of the known languages."""
    if tag not in known:
        message = say(
            "no such language: {tags}; expected {known}", tags=tag, known=tuple(known)
        )
        raise click.ClickException(message)


in_language = click.option(
    "--language",
    "reader",
    callback=_choose_language,
    expose_value=False,
    is_eager=True,
    metavar="TAG",
    help="The language of messages; "
    "without it, that of the terminal (LC_ALL, LC_MESSAGES, LANG).",
)


# -- the project -------------------------------------------------------------------------

LOCK = ".build/lock"


def _check_project(
    context: click.Context, parameter: click.Parameter, root: Path
) -> Path:
    """Remember the project of ``--root``; raises ClickException where it is none."""
    context.meta[_ROOT] = root  # its catalogs say what is said
    context.meta.pop(_FIND, None)
    if not (root / "instruments").is_dir():
        message = say(
            "there is no folder 'instruments' in {folder}; "
            "run this in the project's folder, or name it with --root",
            folder=root.resolve(),
        )
        raise click.ClickException(message)
    return root


_in_project = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    callback=_check_project,
    help="The project's folder; without it, the folder you are in.",
)


def command(
    name: str | None = None, speaks: bool = False, group: Any = click
) -> Callable[[Callable[..., None]], click.Command]:
    """Decorate a function as a command of a project (with --root), below a group.

    One that ``speaks`` takes --language for its messages. Others mean something else by
    that option.
    """

    def decorate(function: Callable[..., None]) -> click.Command:
        with_language = in_language(function) if speaks else function
        as_command: click.Command = group.command(name, cls=Command)(
            _in_project(with_language)
        )
        return as_command

    return decorate


def within(path: Path, root: Path) -> str:
    """A path that somebody named, relative to the project, as problems name it.

    The project itself is empty. Raises ClickException where there is no such path, or it
    is outside the project.
    """
    if not path.exists():
        neighbours = []
        if path.parent.is_dir():
            neighbours = [file.name for file in path.parent.iterdir()]
        hint = near(path.name, neighbours) or say("name a file or folder of the project")
        message = say("there is no {path}; {hint}", path=path, hint=hint)
        raise click.ClickException(message)
    try:
        relative = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        message = say("{path} is not below {folder}", path=path, folder=root.resolve())
        raise click.ClickException(message) from None
    return "" if relative == "." else relative


@contextmanager
def alone(root: Path, what: str) -> Iterator[None]:
    """A context in which no other command builds in this project.

    A command that comes meanwhile ends with a line that names this one (``what``). The
    lock goes with the process, however that ends. Windows has no such lock: there two
    commands may build at once.
    """
    try:
        import fcntl
    except ModuleNotFoundError:
        yield
        return
    lock = root / LOCK
    lock.parent.mkdir(exist_ok=True)
    # without a buffer: where the disk is full, nothing waits to be written
    with lock.open("ab+", buffering=0) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            process = file.read().decode().strip() or say("it has left no name")
            message = say(
                "another build is running ({process}); wait for its end", process=process
            )
            raise click.ClickException(message) from None
        with suppress(OSError):
            file.truncate(0)
            file.write(f"{what}, process {os.getpid()}".encode())
        yield


def sound_corpus(
    root: Path, rules: Sequence[CheckRule] = (), publisher: Publisher | None = None
) -> Corpus:
    """The corpus of a project.

    Ends the command where a file cannot be read, or a record breaks one of the rules.
    ``publisher`` keeps the site, where that matters to the command.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.corpus.publisher import NOBODY

    corpus, problems = open_corpus(root, publisher or NOBODY)
    stop_at([*problems, *checks.run(corpus, rules)])
    return corpus


def sound_settings(root: Path) -> None:
    """Ends the command where mkdocs.yml has a problem."""
    from generators.site import mkdocs_run

    stop_at(mkdocs_run.problems(root))


def stop_at(problems: Iterable[Problem]) -> None:
    """Print problems and end the command, where there are any.

    What is made from half a corpus would lose what the other half says.
    """
    in_order = sorted(problems)
    if not in_order:
        return
    lines = (f"{problem.told(find())}\n" for problem in in_order)
    click.echo("".join(lines), nl=False)
    number = counted(len(in_order))
    tell(say("{problems}; nothing was written", problems=number), err=True)
    sys.exit(1)


def counted(number: int) -> Saying:
    """How many problems, in words."""
    return say_n("{n} problem", "{n} problems", number)


def waiting(number: int) -> Saying:
    """How many translations wait for a text that was reworded, in words."""
    return say_n(
        "{n} translation waits for the new sentence",
        "{n} translations wait for the new sentence",
        number,
    )


# -- refusals ----------------------------------------------------------------------------


class Command(click.Command):
    """A command below another."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole."""
        return super().get_short_help_str(10 * limit)


class Commands(Command, click.Group):
    """Commands that refuse in one line, whatever somebody typed or the disk refuses."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed before the command that is meant."""
        with _refusing():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with _refusing():
            return super().invoke(ctx)


class Refusal(click.ClickException):
    """A refusal in one line, in the reader's language or as click says it.

    It names the help of a command that was called wrongly. The exit status is that of
    every user's mistake.
    """

    def __init__(self, error: click.ClickException) -> None:
        what: str = error.message
        if not isinstance(what, Saying):
            what = error.format_message().rstrip(".")
        context = getattr(error, "ctx", None)
        if context is not None and not what.endswith("?"):
            what = say(
                "{what}; see: {command}",
                what=what,
                command=f"{context.command_path} --help",
            )
        super().__init__(harmless(told(what)))
        # now, while the project and its catalogs are known
        self._line = told(say("Error: {message}", message=self.message))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on the standard error."""
        click.echo(self._line, file=file, err=True)


@contextmanager
def _refusing() -> Iterator[None]:
    """A context in which a refusal is said in the reader's language, once."""
    try:
        yield
    except (Refusal, click.exceptions.NoArgsIsHelpError):
        raise
    except click.ClickException as error:
        raise Refusal(error) from None
    except OSError as error:
        message = _disk_message(error)
        if not message:
            raise
        raise Refusal(click.ClickException(message)) from None


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
}
"""Errors where somebody put something else in a place of ours, or forbade to write."""


def _disk_message(error: OSError) -> str:
    """The message of a refusal of the disk; empty where the mistake is in our code."""
    where = os.fsdecode(error.filename2 or error.filename or Path.cwd())
    if error.errno == errno.ENAMETOOLONG:
        return say("{place}: {why}; type a shorter one", place=where, why=error.strerror)
    if error.errno in _FULL:
        return say("{place}: {why}; make room", place=where, why=error.strerror)
    if error.errno in _IN_THE_WAY:
        return say(
            "{place}: {why}; move it away, or let it be written",
            place=where,
            why=error.strerror,
        )
    return ""


def print_any_letter() -> None:
    """Let all that is printed reach every terminal.

    An old locale (ISO-8859-1, KOI8-R) does not know all letters of a message. They are
    printed as escapes.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
