"""What all commands share: the project that they work in, the corpus they need, and that
only one of them builds at a time; the language of whoever reads what a command prints,
and printing in it; and refusals of commands in one line each, also of what the disk
refuses: that is no fault of ours, and no traceback.

The language is that of ``--language`` (before any command: ``compendium --language fr
diff``; behind those that do not mean something else by it), else that of the terminal.
What nobody has translated is said in English, as are help and what is said of options,
which the library of commands writes.
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

_TAG, _ROOT, _FIND = (f"{__name__}.{name}" for name in ("language", "root", "find"))
"""What the context of a command remembers, and with it those of the commands below and
above.
"""


def language() -> str:
    """The language in which the running command speaks."""
    from generators.translate import messages

    return _remembered().get(_TAG) or messages.of_locale(os.environ)


def find() -> Find:
    """Finds what is said in that language, in the catalogs of the project that the
    command works in.
    """
    from generators.translate import messages

    known = _remembered()
    if _FIND not in known:
        here = Path()  # not its name: that folder may be gone
        known[_FIND] = messages.opened(known.get(_ROOT, here), language())
    return known[_FIND]


def told(sentence: str) -> str:
    """A sentence in the reader's language; a text that is no sentence stays as it is."""
    return translated(sentence, find()) if isinstance(sentence, Saying) else sentence


def tell(line: str, err: bool = False) -> None:
    """Print one line. What was typed in a record or named on the command line begins no
    other line in it, and moves no cursor.
    """
    click.echo(harmless(told(line)), err=err)


def _remembered() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return context.meta if context else {}


def _chosen(context: click.Context, parameter: click.Parameter, tag: str | None) -> None:
    if tag is None:
        return
    from generators.corpus.cldr import LANGUAGES

    expect_language(tag, LANGUAGES)
    context.meta[_TAG] = tag
    context.meta.pop(_FIND, None)


def expect_language(tag: str, known: Sequence[str]) -> None:
    """Ends the command where there is no language of this tag, and says which there are."""
    if tag not in known:
        said = say(
            "no such language: {tags}; expected {known}", tags=tag, known=tuple(known)
        )
        raise click.ClickException(said)


in_language = click.option(
    "--language",
    "reader",
    callback=_chosen,
    expose_value=False,
    is_eager=True,
    metavar="TAG",
    help="The language of messages; without it, that of the terminal (LC_ALL, LC_MESSAGES, LANG).",
)


# -- the project -------------------------------------------------------------------------

LOCK = ".build/lock"


def _project(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    context.meta[_ROOT] = root  # its catalogs say what is said
    context.meta.pop(_FIND, None)
    if not (root / "instruments").is_dir():
        said = say(
            "there is no folder 'instruments' in {folder}; run this in the project's folder, "
            "or name it with --root",
            folder=root.resolve(),
        )
        raise click.ClickException(said)
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
    """Makes a function a command of a project (with --root), below a group; one that
    ``speaks`` takes
    --language for its messages, by which others mean something else.
    """

    def made(function: Callable[..., None]) -> click.Command:
        spoken = in_language(function) if speaks else function
        return group.command(name, cls=Command)(_in_project(spoken))

    return made


def within(path: Path, root: Path) -> str:
    """A path that somebody named, as findings name it, below the project; ends the
    command where there is none, or it leads out of the project.
    """
    if not path.exists():
        beside = (
            [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
        )
        hint = near(path.name, beside) or say("name a file or folder of the project")
        raise click.ClickException(
            say("there is no {path}; {hint}", path=path, hint=hint)
        )
    try:
        found = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        said = say("{path} is not below {folder}", path=path, folder=root.resolve())
        raise click.ClickException(said) from None
    return "" if found == "." else found


@contextmanager
def alone(root: Path, what: str) -> Iterator[None]:
    """While no other run builds in this project; ``what`` is said to those that come
    meanwhile, which end with a line. The lock goes with the process, however that ends.
    Windows has none of this kind, and there nobody is kept from building twice at once.
    """
    try:
        import fcntl
    except ModuleNotFoundError:
        yield
        return
    lock = root / LOCK
    lock.parent.mkdir(exist_ok=True)
    with lock.open(
        "ab+", buffering=0
    ) as file:  # nothing is left to write where the disk is full
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            held = file.read().decode().strip() or say("it has left no name")
            told = say(
                "another build is running ({process}); wait for its end", process=held
            )
            raise click.ClickException(told) from None
        with suppress(OSError):
            file.truncate(0)
            file.write(f"{what}, process {os.getpid()}".encode())
        yield


def sound_corpus(
    root: Path, rules: Sequence[CheckRule] = (), publisher: Publisher | None = None
) -> Corpus:
    """The corpus; ends the command where a file of it cannot be read, or something breaks
    one of the rules. ``publisher`` keeps the site, where that matters to the command.
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
    """Ends the command where there are problems, and prints them: what is made from half
    a corpus would lose what the other half says.
    """
    if found := sorted(problems):
        click.echo("".join(f"{each.told(find())}\n" for each in found), nl=False)
        tell(
            say("{problems}; nothing was written", problems=counted(len(found))), err=True
        )
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
    """Commands whose refusals are one line each, whatever somebody typed and the refusal
    repeats, and whatever the disk refuses.
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
    """What is refused, in one line: in the reader's language, or as the library of
    commands says it, with the help of the command that was called otherwise than it can
    be. The exit status is that of every user's mistake.
    """

    def __init__(self, error: click.ClickException) -> None:
        what = (
            error.message
            if isinstance(error.message, Saying)
            else error.format_message().rstrip(".")
        )
        context = getattr(error, "ctx", None)
        if context is not None and not what.endswith("?"):
            what = say(
                "{what}; see: {command}",
                what=what,
                command=f"{context.command_path} --help",
            )
        super().__init__(harmless(told(what)))
        self._line = told(
            say("Error: {message}", message=self.message)
        )  # while the project is known

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
_IN_THE_WAY = {
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
}
"""What somebody who put something else in a place of ours is to blame for, or who let
nobody write there.
"""


def _of_disk(error: OSError) -> str:
    """What a refusal of the disk is to be told as; empty where it is our own mistake."""
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
    """Have what is printed from here on reach every terminal: under an old locale
    (ISO-8859-1, KOI8-R) a message holds letters that it knows nothing of.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
