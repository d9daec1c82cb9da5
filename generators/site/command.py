"""What ``compendium site`` does: it puts a new site in the place of the old one.

That happens as a whole or not at all. The files of the old site are removed. So its place
must be a folder with a site in it, or an empty one. What somebody else put there
(``CNAME``, ``.git`` of a published branch, uploads) is in the next site too.

A note, ``.build/site.json``, holds two digests. One is of all that the last build read,
the other of the manifest of what it wrote. Where a build would make the same, nothing is
built.
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
_SOURCES = ("docs", "generators", "instruments", "overrides")
"""The folders of a project of which its site is made."""


class NotPlaced(Exception):
    """The site cannot be put in its place; what was there is still there."""


def run(root: Path, place: Path, anew: bool = False) -> bool:
    """Build the site of the project in ``root`` into ``place``. Returns whether it did.

    A site that is there as a build would make it stays (unless ``anew``). A build that
    fails leaves what is there. Raises what MkDocs raises (it has said what is wrong), and
    NotPlaced.
    """
    if reason := refused(place, root):
        raise NotPlaced(reason)
    before = inputs_of_site(root)
    if not anew and stands(root, place, before):
        return False
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    mkdocs_run.build(root, folder)
    _put(folder, place)
    after = inputs_of_site(root)
    if before and before == after:  # else something changed while it was built
        remember(root, place, before)
    return True


def _put(folder: Path, place: Path) -> None:
    """Put the new site in a folder into its place, with what others put there.

    Raises NotPlaced where the disk refuses that.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        old = manifest.read(place)
        listed = {file.path for file in old.files} if old else set()
        carry_over(place, folder, {manifest.NAME, *listed})
        swap(folder, place, manifest.NAME)
    except OSError as error:
        message = say(
            "the new site is in {folder}, and not in {place}: {error}",
            folder=folder,
            place=place,
            error=error,
        )
        raise NotPlaced(message) from error


def refused(place: Path, root: Path) -> Saying | None:
    """Why the site of the project in ``root`` may not be put into ``place``, or None.

    A link means the folder that it leads to.
    """
    folder = place.resolve()
    for source in _SOURCES:
        if folder.is_relative_to((root / source).resolve()):
            return say(
                "{folder} is in '{source}', which holds what the site is made of: "
                "name another folder",
                folder=place,
                source=source,
            )
    if folder.is_dir() and any(folder.iterdir()) and not manifest.read(folder):
        return say(
            "{folder} is not empty and holds no site ({file}). "
            "All in it would be removed: name another folder, "
            "or move away what is there",
            folder=place,
            file=manifest.NAME,
        )
    return None


def carry_over(place: Path, new: Path, ours: Set[str]) -> None:
    """Have the folder ``new`` hold what somebody else put into ``place``.

    That is all that is there but the files of ``ours`` (paths below ``place``, with
    slashes). ``place`` does not change, and need not be a folder. Files are linked, or
    copied from another disk. Raises OSError, also where ``new`` has a file at the path of
    one that is not ours.
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
    """Have the folder ``new`` hold what is in ``place`` and is not one of ``ours``.

    ``folders`` are those that hold some of ours, as paths from the first place. ``below``
    is the path from there to this one, with a slash at its end, or empty.
    """
    # a fifth of the time of Path.iterdir, for tens of thousands of files
    for entry in [*os.scandir(place)]:
        path = f"{below}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and path in ours:
            continue
        file = place / entry.name
        target = new / entry.name
        if is_folder and (path in folders or target.is_dir()):
            _carry(file, target, ours, folders, f"{path}/")
        elif path not in ours:
            if os.path.lexists(target):
                reason = say(
                    "no file of the old site, but the new one has a file of this name; "
                    "move it away"
                )
                raise OSError(errno.EEXIST, reason, str(file))
            new.mkdir(parents=True, exist_ok=True)
            if is_folder:
                shutil.copytree(file, target, symlinks=True, copy_function=_link)
            else:
                _link(file, target)


def _link(file: Path | str, target: Path | str) -> None:
    """Have a file at ``target`` too, as a link or, on another disk, as a copy."""
    with suppress(OSError):  # another disk, or one without links
        os.link(file, target, follow_symlinks=False)
        return
    shutil.copy2(file, target, follow_symlinks=False)


_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD: paths are relative to the working folder


def swap(new: Path, place: Path, whole: str = "index.html") -> None:
    """Put the finished folder ``new`` into its ``place``, and remove what was there.

    On any failure the old folder is there again. Where ``place`` is a symbolic link, the
    folder that it leads to is replaced. ``new`` is finished where it has the file
    ``whole``.

    Raises OSError, with a sentence that says what to do. There is no finished folder, or
    the place is a file, or it cannot be moved …
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
    """Remove a folder, a file or a link, if there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(new: Path, place: Path, old: Path) -> None:
    """Put ``new`` into its place, in one step where the system can.

    Where it cannot, what was there goes to ``old``.
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


def _exchanged(first: Path, second: Path) -> bool:
    """Have two folders change places, so that none is missing at any moment.

    Returns whether the system could do that.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux, or an old C library
        return False
    first_path = os.fsencode(first)
    second_path = os.fsencode(second)
    status: int = rename(_HERE, first_path, _HERE, second_path, _EXCHANGE)
    return status == 0


NOTE = ".build/site.json"


def inputs_of_site(root: Path) -> str:
    """The digest of all that decides the site of the project in ``root``.

    Empty where that cannot be told. Raises ConfigurationError where mkdocs.yml cannot be
    read.
    """
    values = {key: value for key, value in settings(root).items() if key != "plugins"}
    volumes = []
    for folder in (downloads.FOLDER, downloads.BOOKS):
        for volume in downloads.read(root / folder).values():
            volumes.append((volume.address, volume.sha256, volume.pages))
    copies = [(copy.address, copy.sha256) for copy in downloads.copies(root).values()]
    facts = json.dumps([values, volumes, copies], default=repr)
    return inputs.digest(root, by_hand(root, values), facts)


def by_hand(root: Path, values: dict[str, Any]) -> list[Path]:
    """The file of the settings of the project in ``root``, and the folders they name.

    ``values`` are what the settings say.
    """
    theme = values.get("theme")
    folders = [
        values.get("docs_dir", "docs"),
        theme.get("custom_dir") if isinstance(theme, dict) else None,
    ]
    return [root / CONFIG, *(root / folder for folder in folders if folder)]


def stands(root: Path, place: Path, inputs_now: str) -> bool:
    """Whether the site in its place was made from these inputs, and is as it was made."""
    try:
        is_noted = files.json_object(root / NOTE) == _note(place, inputs_now)
    except OSError:
        return False
    return bool(inputs_now) and is_noted and manifest.holds(place)


def remember(root: Path, place: Path, inputs_now: str) -> None:
    """Note what the site in its place was made from.

    Where the note cannot be written, the next run builds.
    """
    note = json.dumps(_note(place, inputs_now)).encode()
    with suppress(OSError):
        files.replace(root / NOTE, note)


def _note(place: Path, inputs_now: str) -> dict[str, str]:
    """What the note holds, as JSON. Raises OSError where the site has no manifest."""
    manifest_bytes = (place / manifest.NAME).read_bytes()
    return {"inputs": inputs_now, "manifest": sha256(manifest_bytes).hexdigest()}
