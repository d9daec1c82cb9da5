"""What all commands share: the project that they work in, the corpus they need, and that only one of them
builds at a time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generators.cli.reader import Command, find, in_language, tell, works_in
from generators.text.problems import Problem, near
from generators.text.sayings import Saying, say, say_n

if TYPE_CHECKING:
    from generators.checks.rules import CheckRule
    from generators.corpus.corpus import Corpus

LOCK = ".build/lock"


def _project(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    works_in(root)
    if not (root / "instruments").is_dir():
        raise click.ClickException(
            say(
                "there is no folder 'instruments' in {folder}; run this in the project's folder, "
                "or name it with --root",
                folder=root.resolve(),
            )
        )
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
    """Makes a function a command of a project (with --root), below a group; one that ``speaks`` takes
    --language for its messages, by which others mean something else.
    """

    def made(function: Callable[..., None]) -> click.Command:
        spoken = in_language(function) if speaks else function
        return group.command(name, cls=Command)(_in_project(spoken))

    return made


def within(path: Path, root: Path) -> str:
    """A path that somebody named, as findings name it, below the project; ends the command where there is
    none, or it leads out of the project.
    """
    if not path.exists():
        beside = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
        hint = near(path.name, beside) or say("name a file or folder of the project")
        raise click.ClickException(say("there is no {path}; {hint}", path=path, hint=hint))
    try:
        found = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        said = say("{path} is not below {folder}", path=path, folder=root.resolve())
        raise click.ClickException(said) from None
    return "" if found == "." else found


@contextmanager
def alone(root: Path, what: str) -> Iterator[None]:
    """While no other run builds in this project; ``what`` is said to those that come meanwhile, which end
    with a line. The lock goes with the process, however that ends. Windows has none of this kind, and there
    nobody is kept from building twice at once.
    """
    try:
        import fcntl
    except ModuleNotFoundError:
        yield
        return
    lock = root / LOCK
    lock.parent.mkdir(exist_ok=True)
    with lock.open("ab+", buffering=0) as file:  # nothing is left to write where the disk is full
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            held = file.read().decode().strip() or say("it has left no name")
            told = say("another build is running ({process}); wait for its end", process=held)
            raise click.ClickException(told) from None
        with suppress(OSError):
            file.truncate(0)
            file.write(f"{what}, process {os.getpid()}".encode())
        yield


def sound_corpus(root: Path, rules: Sequence[CheckRule] = ()) -> Corpus:
    """The corpus; ends the command where a file of it cannot be read, or something breaks one of the
    rules.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus

    corpus, problems = open_corpus(root)
    stop_at([*problems, *checks.run(corpus, rules)])
    return corpus


def sound_settings(root: Path) -> None:
    """Ends the command where mkdocs.yml has a problem."""
    from generators.site import mkdocs_run

    stop_at(mkdocs_run.problems(root))


def stop_at(problems: Iterable[Problem]) -> None:
    """Ends the command where there are problems, and prints them: what is made from half a corpus would lose
    what the other half says.
    """
    found = sorted(problems)
    if found:
        click.echo("".join(f"{each.told(find())}\n" for each in found), nl=False)
        tell(say("{problems}; nothing was written", problems=counted(len(found))), err=True)
        sys.exit(1)


def counted(number: int) -> Saying:
    """How many problems, in words."""
    return say_n("{n} problem", "{n} problems", number)


def waiting(number: int) -> Saying:
    """How many translations wait for a text that was reworded, in words."""
    return say_n(
        "{n} translation waits for the new sentence", "{n} translations wait for the new sentence", number
    )
