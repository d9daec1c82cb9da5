"""The commands of those who edit together: what a change does, who answers for a folder, what must be looked
at again.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from generators.cli.project import in_project, sound_corpus

if TYPE_CHECKING:
    from generators.corpus.corpus import Corpus


@click.command()
@in_project
@click.argument("base", default="HEAD")
@click.option("--markdown", is_flag=True, help="As Markdown, for a pull request.")
def diff(root: Path, base: str, markdown: bool) -> None:
    """Say in words what the records and translations here differ in from those of BASE: a commit, branch or
    tag; without it, the last commit.
    """
    from generators.corpus.loading import open_corpus
    from generators.edit import difference, history

    with TemporaryDirectory() as folder:
        try:
            history.export(root, base, Path(folder))
        except history.NoHistoryError as error:
            raise click.ClickException(str(error)) from None
        found = difference.differences(open_corpus(Path(folder))[0], open_corpus(root)[0])
    if markdown:
        click.echo(difference.markdown(found), nl=False)
    else:
        click.echo("".join(f"{each.line}\n" for each in found) or "no record differs\n", nl=False)


@click.command()
@in_project
def owners(root: Path) -> None:
    """Write .github/CODEOWNERS: who is asked to look at a change of a folder, as each mechanism.yml names
    them under 'editors'.
    """
    from generators.edit import owners as made

    file = root / made.FILE
    file.parent.mkdir(exist_ok=True)
    text = made.text(sound_corpus(root))
    file.write_text(text, encoding="utf-8", newline="\n")
    named = sum(not line.startswith("#") for line in text.splitlines())
    click.echo(f"{named} of the folders have editors; written to {made.FILE}")


@click.command()
@in_project
@click.option("--until", metavar="DAY", help="YYYY-MM-DD; without it, today.")
def reviews(root: Path, until: str | None) -> None:
    """List what must be looked at again: the day, the id, the file; the earliest first."""
    from generators.corpus.coming import reviews_due

    corpus = sound_corpus(root)
    try:
        day = date.fromisoformat(until) if until else corpus.today
    except ValueError:
        raise click.ClickException(f"'{until}' is no day; expected YYYY-MM-DD, such as 2026-12-31") from None
    for due, name in reviews_due(corpus, day):
        click.echo(f"{due}  {name}  {corpus.library.sources[_stem(corpus, name)].path}")


def _stem(corpus: Corpus, name: str) -> str:
    """The name of the file of a record or mechanism."""
    return f"{name}/mechanism" if name in corpus.mechanisms else name
