"""What ``compendium site`` and ``compendium merge`` do: they make a site beside the one that stands, and put
the new one in its place.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from generators.site import manifest, merge, mkdocs_run, parts, unchanged
from generators.site.carried import carry_over
from generators.site.parts import Part
from generators.site.place import refused
from generators.site.swap import rescue, swap
from generators.text.sayings import say

FOLDER = ".build/site"


class NotPlaced(Exception):
    """The site cannot be put in its place; what stood there stands there still."""


def run(root: Path, place: Path, anew: bool = False, only: tuple[str, ...] = ()) -> bool:
    """Build the site of the project in ``root`` into ``place``, or the part of some languages; a build that
    fails leaves what stands there.

    Returns whether it was built: where it stands there already as a build would make it, it is left alone
    (unless ``anew``). Raises what MkDocs raises (it has said what is wrong), and NotPlaced.
    """
    _look_at(root, place)
    note = f"{parts.FOLDER}/{'-'.join(only)}.json" if only else unchanged.NOTE
    before = _inputs(root, only)
    if not anew and unchanged.stands(root, place, before[0], note):
        return False
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    whole = mkdocs_run.PART.set(only)
    try:
        mkdocs_run.build(root, folder)
    finally:
        mkdocs_run.PART.reset(whole)
    after = _inputs(root, only)
    if only:
        if before != after:
            raise NotPlaced(
                say("records, pages or settings changed while this part was built; build it again")
            )
        parts.seal(folder, before[1])
    _put(folder, place)
    if before[0] and before == after:  # else something changed while it was built
        (root / note).parent.mkdir(parents=True, exist_ok=True)
        unchanged.remember(root, place, before[0], note)
    return True


def put_together(root: Path, places: Sequence[Path], place: Path) -> int:
    """Put parts together into ``place``; returns the number of files. Raises NotPlaced, and merge.NotMerged
    where they make no site; what stood there stands there still.
    """
    _look_at(root, place)
    number = merge.merge(places, root / FOLDER)
    _put(root / FOLDER, place)
    return number


def _inputs(root: Path, only: tuple[str, ...]) -> tuple[str, Part | None]:
    """The digest of all that decides a site or a part, and what is said of a part."""
    whole = unchanged.inputs_of_site(root)
    if not only:
        return whole, None
    settings = unchanged.lasting(mkdocs_run.settings(root))
    part = parts.described(root, only, settings, unchanged.by_hand(root, settings))
    return f"{whole} {' '.join(only)}" if whole else "", part


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
