"""The same pages by plain Jinja, in a process of its own: ``python -m bench.plain PROJECT SITE LANGUAGE …``
prints processor seconds and pages.

Only filling the templates and writing the files counts: no reading, no checks, no MkDocs, and a shell of one
line around each page.
"""

from __future__ import annotations

import json
import sys
import time
from html import escape
from pathlib import Path

SHELL = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main>\n{content}\n</main></body></html>\n"
)


def render(project: Path, site: Path, languages: tuple[str, ...]) -> tuple[float, int]:
    """Fill and write all pages; returns processor seconds and the number of pages."""
    from generators.corpus import cldr

    cldr.LANGUAGES = languages
    from generators import html
    from generators.corpus.loading import open_corpus

    corpus, _ = open_corpus(project)
    begin, count = time.process_time(), 0
    for language in languages:
        for page in html.build(corpus, language):
            folder = site / language / page.address
            folder.mkdir(parents=True, exist_ok=True)
            written = SHELL.format(language=language, title=escape(page.title), content=page.render())
            (folder / "index.html").write_text(written, "utf-8")
            count += 1
    return time.process_time() - begin, count


if __name__ == "__main__":
    seconds, number = render(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3:]))
    sys.stdout.write(json.dumps({"cpu": seconds, "pages": number}))
