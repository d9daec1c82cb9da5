"""What all commands share: the project that they work in, the corpus they need, and that only one of them
builds at a time.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generators.cli import disk
from generators.text.problems import harmless

if TYPE_CHECKING:
    from generators.checks.rules import CheckRule
    from generators.corpus.corpus import Corpus
    from generators.text.problems import Problem

Command = Callable[..., None]

LOCK = ".build/lock"


class Commands(click.Group):
    """Commands whose refusals are one line each, whatever somebody typed and the refusal repeats, and
    whatever the disk refuses.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            error.message = harmless(error.message)
            raise
        except OSError as error:
            if not (refused := disk.refusal(error)):
                raise
            raise click.ClickException(harmless(refused)) from None


def tell(line: str, err: bool = False) -> None:
    """Print one line. What was typed in a record or named on the command line begins no other line in it, and
    moves no cursor.
    """
    click.echo(harmless(line), err=err)


def _project(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    del context, parameter
    if not (root / "instruments").is_dir():
        raise click.ClickException(
            f"there is no folder 'instruments' in {root.resolve()};"
            " run this in the project's folder, or name it with --root"
        )
    return root


def in_project(command: Command) -> Command:
    """A command with the option --root."""
    return click.option(
        "--root",
        type=click.Path(file_okay=False, path_type=Path),
        default=".",
        callback=_project,
        help="The project's folder; without it, the folder you are in.",
    )(command)


@contextmanager
def alone(root: Path, what: str) -> Iterator[None]:
    """While no other run builds in this project; ``what`` is said to those that come meanwhile, which end
    with a line. The lock goes with the process, however that ends.
    """
    lock = root / LOCK
    try:
        lock.parent.mkdir(exist_ok=True)
        file = lock.open("ab+", buffering=0)  # nothing is left to write where the disk is full
    except OSError as error:
        raise click.ClickException(f"{lock}: {error.strerror}; nothing can be built without it") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            held = file.read().decode().strip() or "it has left no name"
            raise click.ClickException(f"another build is running ({held}); wait for its end") from None
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
    _stop_at([*problems, *checks.run(corpus, rules)], root)
    return corpus


def sound_settings(root: Path, pages: bool = True) -> None:
    """Ends the command where mkdocs.yml has a problem; where no ``pages`` are made, what they need does not
    matter.
    """
    from generators.site import mkdocs_run, settings_file

    if pages:
        _stop_at(mkdocs_run.problems(root), root)
    elif (root / settings_file.FILE).exists():
        _stop_at(settings_file.problems(root, pages=False), root)


def _stop_at(problems: Iterable[Problem], root: Path) -> None:
    """What is made from half a corpus would lose what the other half says."""
    found = sorted(problems)
    if found:
        print_problems(found, root)
        click.echo(f"{counted(len(found))}; nothing was written", err=True)
        sys.exit(1)


def print_problems(problems: Iterable[Problem], root: Path | None = None) -> None:
    """Print each problem on a line, in the language of the terminal."""
    from generators.translate import messages

    click.echo("".join(f"{problem}\n" for problem in messages.in_locale(problems, root)), nl=False)


def counted(number: int) -> str:
    """How many problems, in words."""
    return "1 problem" if number == 1 else f"{number} problems"
