"""What ``compendium site`` does: it makes a site beside the old one, and puts the new one
in its place, whole or not at all. The files of the site that stands there are removed, so
that is a folder that a site was put into before, or an empty one; what somebody else put
into it (``CNAME``, ``.git`` of a published branch, uploads) is in the next site too.

A note, ``.build/site.json``, holds the digest of all that the last build read, and that
of the manifest of what it wrote: where a build would make the same, there is nothing to
build.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
from collections.abc import Set
from contextlib import suppress
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from generators.corpus import downloads, inputs
from generators.site import manifest, mkdocs_run
from generators.site.mkdocs_run import CONFIG, settings
from generators.text import files
from generators.text.sayings import Saying, say

FOLDER = ".build/site"


class NotPlaced(Exception):
    """The site cannot be put in its place; what stood there stands there still."""


def run(root: Path, place: Path, anew: bool = False) -> bool:
    """Build the site of the project in ``root`` into ``place``; a build that fails leaves
    what stands there.

    Returns whether it was built: where it stands there already as a build would make it,
    it is left alone (unless ``anew``). Raises what MkDocs raises (it has said what is
    wrong), and NotPlaced.
    """
    if told := refused(place):
        raise NotPlaced(told)
    before = inputs_of_site(root)
    if not anew and stands(root, place, before):
        return False
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    mkdocs_run.build(root, folder)
    _put(folder, place)
    if before and before == inputs_of_site(
        root
    ):  # else something changed while it was built
        remember(root, place, before)
    return True


def _put(folder: Path, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        old = manifest.read(place)
        listed = {file.path for file in old.files} if old else set()
        carry_over(place, folder, {manifest.NAME, *listed})
        swap(folder, place, manifest.NAME)
    except OSError as error:
        told = say(
            "the new site is in {folder}, and not in {place}: {error}",
            folder=folder,
            place=place,
            error=error,
        )
        raise NotPlaced(told) from error


def refused(place: Path) -> Saying | None:
    """Why the site is not put into ``place``; None where it may be. Of a link, the folder
    that it leads to is meant.
    """
    at = place.resolve()
    if at.is_dir() and any(at.iterdir()) and not manifest.read(at):
        return say(
            "{folder} is not empty and holds no site ({file}). All in it would be removed: name another "
            "folder, or move away what is there",
            folder=place,
            file=manifest.NAME,
        )
    return None


def carry_over(place: Path, new: Path, ours: Set[str]) -> None:
    """Have the folder ``new`` hold all that lies in ``place``, where that is a folder,
    but files of ``ours`` (paths below ``place``, with slashes). ``place`` stays as it is:
    files are linked, or copied from another disk.

    Raises OSError, among others where ``new`` has a file of its own at the path of one
    that is not ours.
    """
    if place.is_dir():
        folders = {
            above
            for path in ours
            for above in accumulate(path.split("/")[:-1], "{}/{}".format)
        }
        _carry(place, new, ours, folders)


def _carry(
    place: Path, new: Path, ours: Set[str], folders: Set[str], below: str = ""
) -> None:
    for entry in [
        *os.scandir(place)
    ]:  # a fifth of the time of Path.iterdir, for tens of thousands of files
        path, is_folder = f"{below}{entry.name}", entry.is_dir(follow_symlinks=False)
        if not is_folder and path in ours:
            continue
        file, target = place / entry.name, new / entry.name
        if is_folder and (path in folders or target.is_dir()):
            _carry(file, target, ours, folders, f"{path}/")
        elif path not in ours:
            if os.path.lexists(target):
                why = say(
                    "no file of the old site, but the new one has a file of this name; move it away"
                )
                raise OSError(errno.EEXIST, why, str(file))
            new.mkdir(parents=True, exist_ok=True)
            if is_folder:
                shutil.copytree(file, target, symlinks=True, copy_function=_link)
            else:
                _link(file, target)


def _link(file: Path | str, target: Path | str) -> None:
    with suppress(OSError):  # another disk, or one without links
        os.link(file, target, follow_symlinks=False)
        return
    shutil.copy2(file, target, follow_symlinks=False)


_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD: paths are relative to the working folder


def swap(new: Path, place: Path, whole: str = "index.html") -> None:
    """Put the finished folder ``new`` into its ``place``, and what stood there away; on
    any failure the old one stands there again. Where ``place`` is a symbolic link, the
    folder that it leads to is replaced. ``whole`` is the file without which it is not
    finished.

    Raises OSError, with a sentence that says what to do: there is no finished folder, the
    place is a file, it cannot be moved …
    """
    place = place.resolve()
    if not (new / whole).is_file():
        raise FileNotFoundError(f"{new} holds no finished site (no {whole})")
    if place.exists() and not place.is_dir():
        raise NotADirectoryError(
            f"{place} is a file; move it away, for the site goes there"
        )
    old = place.with_name(f".{place.name}.old")
    _remove(old)
    try:
        _exchange(new, place, old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = place.with_name(f".{place.name}.new")
        _remove(near)
        shutil.copytree(new, near)
        _exchange(near, place, old)
        shutil.rmtree(new)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(new: Path, place: Path, old: Path) -> None:
    """Put ``new`` into its place, in one step where the system can; else what stood there
    goes to ``old``.
    """
    if not place.exists():
        new.rename(place)
    elif _exchanged(new, place):
        _remove(new)
    else:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, with no moment at which either was
    missing.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux, or an old C library
        return False
    return rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


NOTE = ".build/site.json"


def inputs_of_site(root: Path) -> str:
    """The digest of all that decides the site of the project in ``root``; empty where
    that cannot be told. Raises ConfigurationError where mkdocs.yml cannot be read.
    """
    found = {key: value for key, value in settings(root).items() if key != "plugins"}
    lists = (
        downloads.read(root / folder) for folder in (downloads.FOLDER, downloads.BOOKS)
    )
    volumes = [
        (each.address, each.sha256, each.pages)
        for made in lists
        for each in made.values()
    ]
    copies = [(each.address, each.sha256) for each in downloads.copies(root).values()]
    return inputs.digest(
        root, by_hand(root, found), json.dumps([found, volumes, copies], default=repr)
    )


def by_hand(root: Path, found: dict[str, Any]) -> list[Path]:
    """The file of the settings of the project in ``root``, and the folders that these
    name.
    """
    theme = found.get("theme")
    folders = [
        found.get("docs_dir", "docs"),
        theme.get("custom_dir") if isinstance(theme, dict) else None,
    ]
    return [root / CONFIG, *(root / folder for folder in folders if folder)]


def stands(root: Path, place: Path, inputs_now: str) -> bool:
    """Whether the site in its place was made from these inputs, and is as it was made."""
    try:
        told = files.json_object(root / NOTE) == _note(place, inputs_now)
    except OSError:
        return False
    return bool(inputs_now) and told and manifest.holds(place)


def remember(root: Path, place: Path, inputs_now: str) -> None:
    """Note what the site in its place was made from; where that cannot be written, the
    next run builds.
    """
    note = json.dumps(_note(place, inputs_now)).encode()
    with suppress(OSError):
        files.replace(root / NOTE, note)


def _note(place: Path, inputs_now: str) -> dict[str, str]:
    written = (place / manifest.NAME).read_bytes()
    return {"inputs": inputs_now, "manifest": sha256(written).hexdigest()}
