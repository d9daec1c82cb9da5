"""One build by MkDocs, in a process of its own: ``python -m bench.building PROJECT
SITE``, which prints the processor seconds that the search index took of it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any


def build(project: Path, site: Path) -> float:
    """Build ``project`` into ``site``; raises whatever MkDocs raises."""
    from mkdocs.__main__ import cli

    from generators.site import build

    index, spent = build.index, [0.0]

    def timed(*arguments: Any) -> list[Any]:
        begin = time.process_time()
        made = list(index(*arguments))
        spent[0] += time.process_time() - begin
        return made

    build.index = timed
    named = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    cli(["build", "--quiet", *named], standalone_mode=False)
    return spent[0]


if __name__ == "__main__":
    sys.stdout.write(str(build(*map(Path, sys.argv[1:]))))
