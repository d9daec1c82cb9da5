"""``python -m bench.way_out PYTHON``: is the way out of MkDocs and Material open?

Builds the site of this project as always, then with ProperDocs, then with ProperDocs and
no theme. ``PYTHON`` has ProperDocs and no MkDocs; ``make way-out`` installs it. Prints
each file that is not the same, byte for byte. The exit status is 1 if there is one, or
if a build fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import print_line

CONFIG = Path("mkdocs.yml")
WITHOUT_THEME = Path(".way-out.yml")
"""Settings are read from the folder of the project, so these are there for a while."""

SITES = Path(".build/way-out/sites")


def main() -> None:
    python = sys.argv[1]
    if is_importable(python, "mkdocs"):
        sys.exit(f"{python} has MkDocs: with it nothing would be proved")
    environment = {"SOURCE_DATE_EPOCH": str(int(time.time())), **os.environ}
    shutil.rmtree(SITES, ignore_errors=True)
    usual = SITES / "usual"
    build([sys.executable, "-m", "mkdocs"], CONFIG, usual, environment)
    properdocs = [python, "-m", "properdocs"]
    differences = compare(properdocs, CONFIG, "ProperDocs", usual, environment)
    with settings_without_theme():
        name = "ProperDocs and no theme"
        differences += compare(properdocs, WITHOUT_THEME, name, usual, environment)
    shutil.rmtree(SITES)
    sys.exit(1 if differences else 0)


def is_importable(python: str, module: str) -> bool:
    """Whether a Python has a module."""
    command = [python, "-c", f"import {module}"]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def build(
    program: list[str], config: Path, site: Path, environment: dict[str, str]
) -> None:
    """Build into the folder ``site``, strictly; a failure ends the run."""
    folder = ["--site-dir", str(site.absolute())]
    command = [*program, "build", "--strict", "--quiet", "-f", str(config), *folder]
    if subprocess.run(command, env=environment, check=False).returncode:
        sys.exit(f"{program[-1]} cannot build from {config}")


def compare(
    program: list[str], config: Path, name: str, usual: Path, environment: dict[str, str]
) -> int:
    """Build, print what is not as in the usual site, and return the number of lines."""
    site = SITES / "other"
    build(program, config, site, environment)
    lines = list(differences(usual, site))
    number = len(paths(usual))
    print_line(f"{name}: {number} files, {len(lines)} differences")
    for line in lines:
        print_line(f"  {line}")
    shutil.rmtree(site)
    return len(lines)


def differences(usual: Path, site: Path) -> Iterator[str]:
    """Each file that is in one of two folders only, or has other bytes in the second."""
    expected = paths(usual)
    built = paths(site)
    for path in sorted(expected | built):
        if path not in built:
            yield f"missing: {path}"
        elif path not in expected:
            yield f"added: {path}"
        elif (usual / path).read_bytes() != (site / path).read_bytes():
            yield f"other bytes: {path}"


def paths(folder: Path) -> set[str]:
    """The files below a folder, as paths within it."""
    files = filter(Path.is_file, folder.rglob("*"))
    return {file.relative_to(folder).as_posix() for file in files}


@contextmanager
def settings_without_theme() -> Iterator[None]:
    """The settings of the project with no theme in the place of Material, for a while."""
    text = f"INHERIT: {CONFIG}\ntheme: {{name: null}}\n"
    WITHOUT_THEME.write_text(text, "utf-8")
    try:
        yield
    finally:
        WITHOUT_THEME.unlink()


if __name__ == "__main__":
    main()
