"""What all commands share: project, corpus, language, and refusals.

Only one command builds in a project at a time. A refusal of a command takes one line.
So does what the disk refuses: that is not our fault, and gets no traceback.

Messages are in the language of ``--language``, else in that of the terminal. The option
is typed before any command: ``compendium --language fr diff``. Some commands take it
after their name too; others mean something else by it there. What nobody has translated
is in English. So are the help and the messages of options, which the library of commands
writes.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
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
"""The keys of what the context of a command remembers. The commands above it and below it
share that.
"""


def language() -> str:
    """The language in which the running command speaks."""
    from generators.translate import messages

    tag: str | None = _remembered().get(_TAG)
    return tag or messages.of_locale(os.environ)


def find() -> Find:
    """What finds the translation of a message into the language of the command.

    It looks in the catalogs of the project that the command works in.
    """
    from generators.translate import messages

    remembered = _remembered()
    if _FIND not in remembered:
        here = Path()  # not its name: that folder may be gone
        remembered[_FIND] = messages.opened(remembered.get(_ROOT, here), language())
    finder: Find = remembered[_FIND]
    return finder


def in_readers_language(sentence: str) -> str:
    """A message in the language of the reader; any other text stays as it is."""
    return translated(sentence, find()) if isinstance(sentence, Saying) else sentence


def tell(line: str, err: bool = False) -> None:
    """Print one line in the language of the reader; with ``err`` on the standard error.

    A text that somebody typed can begin no other line in it, and can move no cursor.
    """
    click.echo(harmless(in_readers_language(line)), err=err)


def _remembered() -> dict[str, Any]:
    """What the running command remembers, by key; empty where no command runs."""
    context = click.get_current_context(silent=True)
    return context.meta if context else {}


def _choose_language(
    context: click.Context, parameter: click.Parameter, tag: str | None
) -> None:
    """Remember the language that ``--language`` names; None where it was not typed."""
    if tag is None:
        return
    from generators.corpus.cldr import LANGUAGES

    expect_language(tag, LANGUAGES)
    context.meta[_TAG] = tag
    context.meta.pop(_FIND, None)


def expect_language(tag: str, known: Sequence[str]) -> None:
    """End the command where ``tag`` is none of the known languages, and name these."""
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
    help=(
        "The language of messages; "
        "without it, that of the terminal (LC_ALL, LC_MESSAGES, LANG)."
    ),
)


# -- the project -------------------------------------------------------------------------

LOCK = ".build/lock"


def _project(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    """The folder of the project, which is remembered.

    Ends the command where there are no records in it.
    """
    context.meta[_ROOT] = root  # messages are translated by its catalogs
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
    callback=_project,
    help="The project's folder; without it, the folder you are in.",
)


def command(
    name: str | None = None, speaks: bool = False, group: Any = click
) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command of a project (with ``--root``), below a group.

    A command that ``speaks`` takes ``--language`` for its messages. Others mean something
    else by that option, or do not have it.
    """

    def as_command(function: Callable[..., None]) -> click.Command:
        with_language = in_language(function) if speaks else function
        register = group.command(name, cls=Command)
        new_command: click.Command = register(_in_project(with_language))
        return new_command

    return as_command


def within(path: Path, root: Path) -> str:
    """A path from the root of the project, with slashes; empty for the root itself.

    Ends the command where there is no file or folder at ``path``, or it leads out of the
    project.
    """
    if not path.exists():
        neighbours: list[str] = []
        if path.parent.is_dir():
            neighbours = [neighbour.name for neighbour in path.parent.iterdir()]
        hint = near(path.name, neighbours) or say("name a file or folder of the project")
        raise click.ClickException(
            say("there is no {path}; {hint}", path=path, hint=hint)
        )
    try:
        relative = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        message = say("{path} is not below {folder}", path=path, folder=root.resolve())
        raise click.ClickException(message) from None
    return "" if relative == "." else relative


@contextmanager
def only_build(root: Path, name: str) -> Iterator[None]:
    """Within it no other command builds in this project; ``name`` is what builds.

    Another command that tries ends with a line that has the name. The lock goes with the
    process, however that ends. Windows has no lock of this kind, and does not stop two
    builds at the same time.
    """
    try:
        import fcntl
    except ModuleNotFoundError:
        yield
        return
    lock = root / LOCK
    lock.parent.mkdir(exist_ok=True)
    # without a buffer nothing waits to be written where the disk is full
    with lock.open("ab+", buffering=0) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            other_build = file.read().decode().strip() or say("it has left no name")
            message = say(
                "another build is running ({process}); wait for its end",
                process=other_build,
            )
            raise click.ClickException(message) from None
        with suppress(OSError):
            file.truncate(0)
            file.write(f"{name}, process {os.getpid()}".encode())
        yield


def sound_corpus(
    root: Path, rules: Sequence[CheckRule] = (), publisher: Publisher | None = None
) -> Corpus:
    """The corpus of a project. ``publisher`` keeps the site, where that matters.

    Ends the command where a file cannot be read, or something breaks one of the rules.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.corpus.publisher import NOBODY

    corpus, problems = open_corpus(root, publisher or NOBODY)
    stop_at([*problems, *checks.run(corpus, rules)])
    return corpus


def sound_settings(root: Path) -> None:
    """End the command where mkdocs.yml has a problem."""
    from generators.site import mkdocs_run

    stop_at(mkdocs_run.problems(root))


def stop_at(problems: Iterable[Problem]) -> None:
    """Print the problems, if there are any, and end the command.

    What is made from half a corpus would lose what the other half says.
    """
    in_order = sorted(problems)
    if not in_order:
        return
    lines = [f"{problem.translated(find())}\n" for problem in in_order]
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
    """Commands that refuse with one line, whatever somebody typed or the disk refuses."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed before the command that is meant."""
        with _refusing():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with _refusing():
            return super().invoke(ctx)


class Refusal(click.ClickException):
    """What is refused, in one line: in the reader's language, or as click says it.

    It names the help of the command, where that was not called as it can be. The exit
    status is that of every user's mistake.
    """

    def __init__(self, error: click.ClickException) -> None:
        message = error.message
        if not isinstance(message, Saying):
            message = error.format_message().rstrip(".")
        context = getattr(error, "ctx", None)
        if context is not None and not message.endswith("?"):
            message = say(
                "{what}; see: {command}",
                what=message,
                command=f"{context.command_path} --help",
            )
        super().__init__(harmless(in_readers_language(message)))
        line = say("Error: {message}", message=self.message)
        self._line = in_readers_language(line)  # now, while the project is known

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, on the standard error."""
        click.echo(self._line, file=file, err=True)


@contextmanager
def _refusing() -> Iterator[None]:
    """Within it, each refusal becomes a ``Refusal`` in the reader's language."""
    try:
        yield
    except (Refusal, click.exceptions.NoArgsIsHelpError):
        raise
    except click.ClickException as error:
        raise Refusal(error) from None
    except BrokenExecutor:
        raise Refusal(click.ClickException(_KILLED)) from None
    except OSError as error:
        message = _disk_message(error)
        if not message:
            raise
        raise Refusal(click.ClickException(message)) from None


_KILLED = say(
    "a process that helped was killed, and this command ended; "
    "if memory ran out, close other programs and try again"
)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
}
"""Errors where something else is in a place of ours, or nobody may write there."""


def _disk_message(error: OSError) -> str:
    """The message of what the disk refuses; empty where it is our own mistake."""
    place = os.fsdecode(error.filename2 or error.filename or Path.cwd())
    if error.errno == errno.ENAMETOOLONG:
        return say("{place}: {why}; type a shorter one", place=place, why=error.strerror)
    if error.errno in _FULL:
        return say("{place}: {why}; make room", place=place, why=error.strerror)
    if error.errno in _IN_THE_WAY:
        return say(
            "{place}: {why}; move it away, or let it be written",
            place=place,
            why=error.strerror,
        )
    return ""


def print_any_letter() -> None:
    """Have every letter that is printed from here on reach every terminal.

    An old locale (ISO-8859-1, KOI8-R) does not have all letters of a message.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
