"""``python -m bench.searching QUERIES``: how many of the queries that readers may type
are answered among the first five that a finished site shows, and what they cost as typed.

QUERIES is JSON or YAML: {language: [{"q": words, "expected": [addresses]}, ...]}, or as
in ``tests/search/unseen.yml``. An address is one of a page below the folder of its
language (``topics/return/``, ``terms/#shelter``, ``instruments/coe/convention-197/``, or
the id of a record alone); ``states/``, ``first-days/`` and ``terms/`` stand for any page
or place below, or that of the "state" that is named beside. Where none is expected,
nothing may be found. The scripts of search run under node, with the site's own waiting
for the next key.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from bench.measure import packed, print_line

TYPE, QUERIES = (
    Path(__file__).with_name(name) for name in ("searching.js", "queries.yml")
)
PACE = 250
"""Milliseconds between two keys."""
SAMPLE = 25
"""To type them all takes an hour."""
SCRIPTS, SHEET = Path("assets/javascripts/search"), Path("assets/stylesheets/search.css")
DIALOG = ("text", "index", "query", "ranking", "answers", "results", "dialog")
"""The scripts that the search over a page takes."""
LISTS = ("states/", "first-days/", "terms/")
"""Pages that stand for those below them too."""
SHOWN, FIRST = 8, 5
"""Hits that the dialog shows, and pages among which one that is expected must be."""


@dataclass(frozen=True)
class Index:
    """The search of one language of a finished site."""

    site: Path
    language: str

    @cached_property
    def folder(self) -> Path:
        """Where its files stand: below the folder of the language, or of the site for the
        one without.
        """
        own = self.site / self.language / "search" / "index"
        return own if own.is_dir() else self.site / "search" / "index"

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {file.stem: packed(file) for file in self.folder.glob("*.json")}

    @cached_property
    def _opening(self) -> int:
        files = [
            *(self.site / SCRIPTS / f"{name}.js" for name in DIALOG),
            self.site / SHEET,
        ]
        return sum(map(packed, files))

    def first(self, names: Iterable[str]) -> int:
        """Compressed bytes of a reader's first query, which read these files: with the
        scripts.
        """
        return self._opening + self.next(names)

    def next(self, names: Iterable[str]) -> int:
        """Compressed bytes of a further one."""
        return sum(self._sizes[name] for name in set(names))

    def typed(self, queries: list[str], pace: int) -> list[dict[str, Any]]:
        """What ``searching.js`` says of each query."""
        if not (node := shutil.which("node")):
            raise SystemExit(
                "the scripts of search run under node; install it: apt-get install nodejs"
            )
        folders = {
            "scripts": str((self.site / SCRIPTS).resolve()),
            "index": str(self.folder.resolve()),
        }
        given = json.dumps({**folders, "queries": queries, "pace": pace, "shown": SHOWN})
        done = subprocess.run(
            [node, TYPE], input=given, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(done.stderr[-2000:])
        return json.loads(done.stdout)


def first_queries(site: Path) -> list[int]:
    """Compressed bytes of the first query of a reader, for one in SAMPLE of
    ``queries.yml``.
    """
    found = []
    for language, queries in yaml.safe_load(QUERIES.read_text("utf-8")).items():
        index = Index(site, language)
        answers = index.typed([each["q"] for each in queries[::SAMPLE]], PACE)
        found += [index.first(answer["first"]) for answer in answers]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.searching", description=__doc__
    )
    parser.add_argument("queries", help="the file of queries, JSON or YAML")
    parser.add_argument(
        "--site", default="site", type=Path, help="a finished site (site)"
    )
    parser.add_argument(
        "--pace", default=PACE, type=int, help="milliseconds between two keys (250)"
    )
    parser.add_argument("--only", help="one language")
    parser.add_argument(
        "--missed", action="store_true", help="say what each missed query brings"
    )
    parser.add_argument(
        "--dear",
        action="store_true",
        help="say what each query costs, and in which files",
    )
    options = parser.parse_args()
    sets = yaml.safe_load(Path(options.queries).read_text("utf-8"))
    print_line("     found       first kB median  most   next kB median  most")
    for line in _lines(sets, options):
        print_line(line)


def _lines(
    sets: Mapping[str, list[dict[str, Any]]], options: argparse.Namespace
) -> Iterator[str]:
    hits = asked = 0
    for language, queries in sorted(sets.items()):
        if options.only not in (None, language):
            continue
        index = Index(options.site, language)
        typed = [each.get("q") or each["query"] for each in queries]
        answers = index.typed(typed, options.pace)
        missed = [
            f"  {words}: {wanted} not among {shown}"
            for words, each, answer in zip(typed, queries, answers, strict=True)
            if not answers_it(
                wanted := expected(each),
                shown := [*dict.fromkeys(answer["shown"])][:FIRST],
            )
        ]
        first = [index.first(answer["first"]) for answer in answers]
        later = [index.next(answer["next"]) for answer in answers]
        hits, asked = hits + len(typed) - len(missed), asked + len(typed)
        cost = (
            f"{median(each) / 1e3:14.1f} {max(each) / 1e3:8.1f}"
            for each in (first, later)
        )
        yield f"{language:4} {len(typed) - len(missed):3} of {len(typed):3}  {' '.join(cost)}"
        if options.missed:
            yield from missed
        if options.dear:
            for words, answer, bytes_ in zip(typed, answers, first, strict=True):
                yield f"  {bytes_ / 1e3:6.1f}  {words}: {' '.join(dict.fromkeys(answer['first']))}"
    yield f"all  {hits:3} of {asked:3}"


def expected(each: Mapping[str, Any]) -> list[str]:
    """The pages that a query is to bring, that of its State named in full."""
    pages = each.get("expected", each.get("any", []))
    state = each.get("state", "").lower()
    return [f"{page}{state}/" if state and page in LISTS[:2] else page for page in pages]


def answers_it(wanted: list[str], shown: list[str]) -> bool:
    """Whether a page that is expected is shown, at whichever place of it and with
    whichever choice; where none is, whether nothing is shown.
    """
    if not wanted:
        return not shown
    pages = {form for address in shown for form in _forms(address)}
    return any(_page(each) in pages for each in wanted)


def _forms(address: str) -> set[str]:
    """What a page that is shown may be called: a term alone is known by its place on its
    page.
    """
    page = re.sub(r"[?#].*", "", address)
    lists = {each for each in LISTS if page.startswith(each)}
    return {address, page, page.removeprefix("instruments/").strip("/"), *lists}


def _page(address: str) -> str:
    """A page as it is expected: without the folder of a language, and for a record
    without its place.
    """
    below = re.sub(r"^(?:https?://[^/]+)?/?(?:(?:ar|en|es|fr|pt|ru|zh)/)?", "", address)
    record = re.fullmatch(r"instruments/(.+?)/(?:#.*)?", below)
    return record[1] if record else below


if __name__ == "__main__":
    main()
