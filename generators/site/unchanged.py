"""Whether the finished site is what a build would make, so that there is nothing to build.

A note, ``.build/site.json``, holds the digest of all that the last build read, and that of the manifest of
what it wrote. Where anything may have a say that is not looked at here (another plugin, a hook, an
extension of Markdown that reads files), nothing is known, and the site is built.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from generators.corpus import downloads, inputs
from generators.site import manifest, markup, settings_file
from generators.site.mkdocs_run import CONFIG, settings
from generators.text import files

NOTE = ".build/site.json"

_PLUGINS = {"i18n", "compendium"}


def inputs_of_site(root: Path) -> str:
    """The digest of all that decides the site of the project in ``root``; empty where that cannot be told.
    Raises ConfigurationError where mkdocs.yml cannot be read.
    """
    found = settings(root)
    plugins = _by_name(found.get("plugins"))
    if (
        {*plugins} - _PLUGINS
        or {*_by_name(found.get("markdown_extensions"))} - {*markup.EXTENSIONS}
        or found.get("hooks")
    ):
        return ""
    volumes = [
        (each.address, each.sha256, each.pages)
        for folder in (downloads.FOLDER, downloads.BOOKS)
        for each in downloads.read(root / folder).values()
    ]
    copies = [(each.address, each.sha256) for each in downloads.copies(root).values()]
    found = lasting(found)
    return inputs.digest(root, by_hand(root, found), json.dumps([found, volumes, copies], default=repr))


def lasting(found: dict[str, Any]) -> dict[str, Any]:
    """Settings without what is said of one run, and makes no difference to any page."""
    if isinstance(options := _by_name(found.get("plugins")).get("compendium"), dict):
        for name in settings_file.OF_ONE_RUN:
            options.pop(name, None)
    return found


def by_hand(root: Path, found: dict[str, Any]) -> list[Path]:
    """The file of the settings of the project in ``root``, and the folders that these name."""
    theme = found.get("theme")
    folders = [found.get("docs_dir", "docs"), theme.get("custom_dir") if isinstance(theme, dict) else None]
    return [root / CONFIG, *(root / folder for folder in folders if folder)]


def _by_name(listed: Any) -> dict[str, Any]:
    """Plugins or extensions by name, with their options; mkdocs.yml lists names and mappings of one name."""
    names = listed if isinstance(listed, list) else []
    return {name: options for each in names for name, options in _named(each).items()}


def _named(each: Any) -> dict[str, Any]:
    return each if isinstance(each, dict) else {str(each): None}


def stands(root: Path, place: Path, inputs_now: str) -> bool:
    """Whether the site in its place was made from these inputs, and is as it was made."""
    note = files.json_object(root / NOTE)
    try:
        made = {"inputs": inputs_now, "manifest": _digest(place)}
    except OSError:
        return False
    return bool(inputs_now) and note == made and manifest.holds(place)


def remember(root: Path, place: Path, inputs_now: str) -> None:
    """Note what the site in its place was made from; where that cannot be written, the next run builds."""
    made = {"inputs": inputs_now, "manifest": _digest(place)}
    with suppress(OSError):
        files.replace(root / NOTE, json.dumps(made).encode())


def _digest(place: Path) -> str:
    return sha256((place / manifest.NAME).read_bytes()).hexdigest()
