"""What somebody else put into the folder of a site (``CNAME``, ``.git`` of a published branch, uploads) is in
the next site too.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Set
from contextlib import suppress
from pathlib import Path

from generators.text.sayings import say


def carry_over(place: Path, new: Path, ours: Set[str]) -> None:
    """Have the folder ``new`` hold all that lies in ``place``, where that is a folder, but files of ``ours``
    (paths below ``place``, with slashes). ``place`` stays as it is: files are linked, or copied from another
    disk.

    Raises OSError, among others where ``new`` has a file of its own at the path of one that is not ours.
    """
    if place.is_dir():
        folders = {str(above) for path in ours for above in Path(path).parents}
        _carry(place, new, ours, folders)


def _carry(place: Path, new: Path, ours: Set[str], folders: Set[str], below: str = "") -> None:
    for file in place.iterdir():
        path, target = f"{below}{file.name}", new / file.name
        is_folder = file.is_dir() and not file.is_symlink()
        if is_folder and (path in folders or target.is_dir()):
            _carry(file, target, ours, folders, f"{path}/")
        elif path not in ours:
            if os.path.lexists(target):
                why = say("no file of the old site, but the new one has a file of this name; move it away")
                raise OSError(errno.EEXIST, why, str(file))
            new.mkdir(parents=True, exist_ok=True)
            if is_folder:
                target.mkdir()
                _carry(file, target, ours, folders, f"{path}/")
                shutil.copystat(file, target)
            else:
                _link(file, target)


def _link(file: Path, target: Path) -> None:
    with suppress(OSError):  # another disk, or one without links
        os.link(file, target, follow_symlinks=False)
        return
    shutil.copy2(file, target, follow_symlinks=False)
