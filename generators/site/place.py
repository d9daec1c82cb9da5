"""Where a site may be put. The files of the site that stands there are removed, so it is a folder that a site
was put into before, or an empty one.
"""

from __future__ import annotations

from pathlib import Path

from generators.site import manifest
from generators.text.sayings import Saying, say

_OF_THE_PROJECT = ("instruments", "docs", "overrides", "generators", "schema")
"""The folders of a project that people write in, or that its own files are written into."""


def refused(root: Path, place: Path, work: Path) -> Saying | None:
    """Why the site of the project in ``root``, which is built in the folder ``work``, is not put into
    ``place``; None where it may be. Of a link, the folder that it leads to is meant.
    """
    at, project = place.resolve(), root.resolve()
    if project.is_relative_to(at):
        return say("{folder} holds the project; name another folder for the site", folder=place)
    for name in _OF_THE_PROJECT:
        if at.is_relative_to(project / name):
            return say(
                "{folder} is in {own}/, which is the project's; name another folder for the site",
                folder=place,
                own=name,
            )
    if at.is_relative_to(work.resolve()):
        return say(
            "{folder} is where a site is built before it is put in its place; name another folder for the "
            "site",
            folder=place,
        )
    if at.is_dir() and any(at.iterdir()) and not manifest.paths_listed(at):
        return say(
            "{folder} is not empty and holds no site ({file}), and all in it would be removed; name another "
            "folder, or move away what is there",
            folder=place,
            file=manifest.NAME,
        )
    return None
