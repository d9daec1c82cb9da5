"""What the hooks of one run of MkDocs share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generators.corpus.library import FOLDER
from generators.site.assets import Assets
from generators.site.manifest import SiteFile
from generators.site.output import OutputFolder
from generators.site.shell import Shells
from generators.site.snapshot import Snapshot
from generators.text.problems import Problem


def _is_left_behind(problem: Problem) -> bool:
    return problem.path.startswith(f"{FOLDER}/") and problem.path.endswith(".po")


@dataclass(slots=True)
class BuildState:
    """What the hooks of one run of MkDocs share: the snapshot in hand, the shells by language, the folder
    that is written to, and how many processes write (``jobs``).
    """

    serving: bool = False
    jobs: int = 1
    snapshot: Snapshot | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    shells: dict[str, Shells] = field(default_factory=dict)
    folder: OutputFolder | None = None
    indexes: Callable[[], Iterable[list[SiteFile]]] = tuple
    """Waits for the search indexes that were begun."""
    problems: list[Problem] = field(default_factory=list)
    """What was found wrong last, whether or not it stops a build."""
    restart: bool = False
    """Whether the program is to start anew when serving ends."""

    def stopped_by(self, problems: list[Problem]) -> bool:
        """Whether nothing may be shown. Any problem stops a build; while serving, catalogs of records do not:
        a text that is being edited leaves its translations behind until ``compendium translations update``,
        and the editor wants to see the page meanwhile.
        """
        return any(not (self.serving and _is_left_behind(problem)) for problem in problems)

    def begin(self, snapshot: Snapshot, ids: Mapping[str, str], folder: Path) -> None:
        """A build into an emptied folder begins."""
        self.snapshot, self.ids, self.folder = snapshot, ids, OutputFolder(folder)
        self.shells.clear()

    def restore(self, before: BuildState) -> None:
        """Take back what a build that failed has made of this."""
        self.snapshot, self.ids, self.folder = before.snapshot, before.ids, before.folder
        self.assets, self.shells = before.assets, before.shells
