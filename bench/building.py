"""One build by MkDocs, in a process of its own: ``python -m bench.building PROJECT SITE RESULT LANGUAGE …``.

Languages are cut here, before anything of the site is loaded, so that no code of the site knows of fewer than
all; mkdocs.yml must name the same. What the parts of the build take is written to RESULT as JSON: processor
seconds by name.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

spent: Counter[str] = Counter()


def _timed(
    module: ModuleType, name: str, key: str, whole: Callable[[Any], Any] = lambda value: value
) -> None:
    """Put a clock around a function of a module; ``whole`` makes a lazy answer complete while the clock
    runs.
    """
    function = getattr(module, name)

    def timed(*arguments: Any, **named: Any) -> Any:
        begin = time.process_time()
        try:
            return whole(function(*arguments, **named))
        finally:
            spent[key] += time.process_time() - begin

    setattr(module, name, timed)


def _kind(page: Any) -> str:
    """The kind of a page, by its address."""
    first, _, rest = page.address.partition("/")
    return (
        f"{first or 'home'} pages"
        if first != "instruments"
        else "record pages"
        if rest.count("/") == 2
        else "mechanism pages"
    )


def _timed_pages(module: ModuleType) -> None:
    """Put a clock around the making of each page, by kind."""
    file_of = module.file_of

    def timed(page: Any, *context: Any) -> Any:
        begin = time.process_time()
        made = file_of(page, *context)
        spent[_kind(page)] += time.process_time() - begin
        spent[f"{_kind(page)}: number"] += 1
        return made

    module.file_of = timed


def build(project: Path, site: Path, languages: tuple[str, ...]) -> None:
    """Build ``project`` into ``site``; raises whatever MkDocs raises."""
    from generators.corpus import cldr

    cldr.LANGUAGES = languages
    from mkdocs.__main__ import cli

    from generators import checks
    from generators.site import build, snapshot

    _timed(snapshot, "open_corpus", "reading")
    _timed(checks, "run", "checks", list)
    _timed(build, "index", "search", list)
    _timed_pages(build)
    _timed(build, "write", "pages and search", list)
    cli(
        ["build", "--quiet", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site)],
        standalone_mode=False,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[4:]))
    spent["whole"] = time.process_time()
    Path(sys.argv[3]).write_text(json.dumps(spent), "utf-8")
