"""Puts the parts of a site together, by their manifests: the same bytes as those of a site built in one go.

Each file is read once and held against its digest; one that stands on the same disk is then shared and not
copied, for files of a site are replaced and never written into.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from generators.site import manifest, output, parts
from generators.site.manifest import Manifest, SiteFile
from generators.site.output import OutputFolder
from generators.site.parts import Part
from generators.text.sayings import Saying, say


class NotMerged(Exception):
    """Parts that make no site; the sentence says why, and what to do."""


class _Opened(NamedTuple):
    place: Path
    found: Manifest
    part: Part


_SAME = (
    ("records", say("records")),
    ("settings", say("settings or hand-written pages")),
    ("program", say("versions of the program")),
    ("of", say("lists of languages")),
)
"""What all parts of one site have in common, and what it is called where they have not."""


def merge(places: Sequence[Path], folder: Path) -> int:
    """Put the parts in some folders together in a new ``folder``; returns the number of files. Raises
    NotMerged, with nothing in the folder, where they are no parts, not of one site, not all of it, or not as
    they were built.
    """
    opened = [_opened(place) for place in places]
    _agree(opened)
    _complete(opened)
    wanted = _wanted(opened)
    for each in opened:
        _nothing_more(each)
    shutil.rmtree(folder, ignore_errors=True)
    into = OutputFolder(folder)
    folder.mkdir(parents=True)
    try:
        for place, file in wanted.values():
            _take(place, file, into)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    text = manifest.text((file for _, file in wanted.values()), opened[0].found.date)
    output.put(output.Output(manifest.NAME, text, ""), into)
    return len(wanted)


def _opened(place: Path) -> _Opened:
    """A part with its manifest."""
    found = manifest.read_whole(place)
    if found is None or found.part is None:
        hint = "compendium site --only fr"
        raise NotMerged(
            say("{place} is no part of a site; build one with: {command}", place=place, command=hint)
        )
    part = parts.read(found)
    if part is None or not all(_is_below(file.path) for file in found.files):
        raise NotMerged(say("{place}: its list of files is damaged; build this part again", place=place))
    if not (part.records and part.settings):
        raise NotMerged(
            say(
                "{place}: a symbolic link leads to other folders, so nobody knows what this part was made "
                "from; put the files themselves into the project",
                place=place,
            )
        )
    return _Opened(place, found, part)


def _is_below(path: str) -> bool:
    return bool(path) and not {"", ".", ".."} & {*path.split("/")} and path != manifest.NAME


def _agree(opened: Sequence[_Opened]) -> None:
    """Raises NotMerged where two parts were not made from the same."""
    first, *others = opened
    for other in others:
        for name, called in _SAME:
            if getattr(first.part, name) != getattr(other.part, name):
                raise NotMerged(_differ(first, other, called))
        if first.found.date != other.found.date:
            raise NotMerged(_differ(first, other, say("days")))


def _differ(one: _Opened, other: _Opened, what: Saying) -> Saying:
    return say(
        "{one} and {other} are of different {what}; build all parts from one commit, with one day "
        "(SOURCE_DATE_EPOCH) and the same settings",
        one=one.place,
        other=other.place,
        what=what,
    )


def _complete(opened: Sequence[_Opened]) -> None:
    """Raises NotMerged where no part holds some language."""
    held = {language for each in opened for language in each.part.languages}
    if missing := [language for language in opened[0].part.of if language not in held]:
        listed = ", ".join(missing)
        command = f"compendium site --only {missing[0]}"
        raise NotMerged(
            say("no part holds {languages}; build it with: {command}", languages=listed, command=command)
        )


def _wanted(opened: Sequence[_Opened]) -> dict[str, tuple[Path, SiteFile]]:
    """Every file of the site by its path, with the first part that it stands in. Raises NotMerged where two
    parts hold different ones.
    """
    found: dict[str, tuple[Path, SiteFile]] = {}
    for each in opened:
        for file in each.found.files:
            place, other = found.setdefault(file.path, (each.place, file))
            if other != file:
                raise NotMerged(
                    say(
                        "{path} is not the same in {one} and in {other}; build both parts again",
                        path=file.path,
                        one=place,
                        other=each.place,
                    )
                )
    return found


def _nothing_more(each: _Opened) -> None:
    """Raises NotMerged where a part lacks a file, or holds one that is not in its list."""
    listed = {manifest.NAME, *(file.path for file in each.found.files)}
    there = {*manifest.paths(each.place)}
    if wrong := next(iter(sorted(listed ^ there)), None):
        message = say("is missing") if wrong in listed else say("is not in its list of files")
        raise NotMerged(
            say("{path} {message}; build this part again", path=each.place / wrong, message=message)
        )


def _take(place: Path, file: SiteFile, into: OutputFolder) -> None:
    """Put one file of a part into the site. Raises NotMerged where it is not the one that was built."""
    source, target = place / file.path, Path(into.folder) / file.path
    parent = str(target.parent)
    if parent not in into.made:
        target.parent.mkdir(parents=True, exist_ok=True)
        into.made.add(parent)
    if _digest(source) != file.sha256:
        raise NotMerged(say("{path} is not as it was built; build this part again", path=source))
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(source, target)


def _digest(source: Path) -> str:
    """The digest of a file; empty where it is a link or a pipe."""
    if not S_ISREG(source.lstat().st_mode):
        return ""
    with source.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
