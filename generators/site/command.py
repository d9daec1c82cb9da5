"""What ``compendium site`` does: it makes a site beside the old one, and puts the new one in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

from generators.site import manifest, mkdocs_run, unchanged
from generators.site.carried import carry_over
from generators.site.place import refused
from generators.site.swap import rescue, swap
from generators.text.sayings import say

FOLDER = ".build/site"


class NotPlaced(Exception):
    """The site cannot be put in its place; what stood there stands there still."""


def run(root: Path, place: Path, anew: bool = False) -> bool:
    """Build the site of the project in ``root`` into ``place``; a build that fails leaves what stands there.

    Returns whether it was built: where it stands there already as a build would make it, it is left alone
    (unless ``anew``). Raises what MkDocs raises (it has said what is wrong), and NotPlaced.
    """
    _look_at(root, place)
    before = unchanged.inputs_of_site(root)
    if not anew and unchanged.stands(root, place, before):
        return False
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    mkdocs_run.build(root, folder)
    _put(folder, place)
    if before and before == unchanged.inputs_of_site(root):  # else something changed while it was built
        unchanged.remember(root, place, before)
    return True


def _look_at(root: Path, place: Path) -> None:
    """Raises NotPlaced, before anything is built, where no site can stand in a place, or something else does.
    What a swap that was cut off left beside it is put back.
    """
    try:
        rescue(place)
    except OSError as error:
        told = say("{folder} can hold no site: {error}", folder=place, error=error.strerror or str(error))
        raise NotPlaced(told) from error
    if told := refused(root, place, root / FOLDER):
        raise NotPlaced(told)


def _put(folder: Path, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        carry_over(place, folder, {manifest.NAME, *manifest.paths_listed(place)})
        swap(folder, place, manifest.NAME)
    except OSError as error:
        told = say(
            "the new site stands in {folder}, and not in {place}: {error}",
            folder=folder,
            place=place,
            error=error,
        )
        raise NotPlaced(told) from error
