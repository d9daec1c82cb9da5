"""The files of the form in the browser as files of the site: each language has its fields and what is to be
translated into it, and all share the files that the form opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generators.edit import form_files
from generators.edit.form_files import is_form, opened
from generators.site import manifest
from generators.site.output import Output
from generators.site.shell import ShellContext

__all__ = ["is_form", "opened", "outputs", "writers"]

Writers = Mapping[str, Callable[[], bytes]]


def writers(root: Path, shell: ShellContext) -> Writers:
    """What writes each file of the form in a language of the project in ``root``, by its path below the
    folder of the language.
    """
    new = shell.edit.replace("/edit/", "/new/", 1)
    project = form_files.Project(shell.edit, new, shell.report)
    return form_files.writers(shell.localizer.corpus, shell.language, root, project)


def outputs(root: Path, shell: ShellContext) -> Iterator[Output]:
    """The files of the form in a language, and those that are for all."""
    here = shell.here
    for path, make in writers(root, shell).items():
        language = here.code if form_files.of_one_language(path) else None
        yield Output(here.path + path, make(), manifest.DATA, language)
