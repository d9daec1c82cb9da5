"""Files of this project broken at random, thousands of them: ``python -m
bench.mutations``.

In each round some records, lists, catalogs, hand-written pages and settings of a copy of
the project have one thing changed. ``check`` must say where and go on: no traceback, no
waiting, each finding one line that names a line that is there. In some rounds what it
lets pass must become pages and search without a traceback too. What fails is tried again
in halves until one file is left, and kept in ``mutations/`` with what was said.

The seed is printed; the same seed breaks the same files of the same commit.
"""

from __future__ import annotations

import argparse
import multiprocessing
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random, SystemRandom

from bench.measure import ROOT, print_line
from bench.synthetic import copy_project
from generators import checks, html, search
from generators.cli import checking
from generators.corpus import cldr, published
from generators.corpus.loading import open_corpus
from generators.site import handwritten, mkdocs_run
from generators.text.problems import Problem

A_ROUND = 300
"""Files that are broken at once: a check of the whole takes a second."""
PAGES_EVERY = 4
"""Each so many rounds what was let pass becomes pages, which takes five times as long as
a check.
"""
PATIENCE = 600
"""Seconds that a round may take; many times what it takes."""

Files = Mapping[str, bytes]
Answer = tuple[str, Mapping[str, str], Counter[str]]


def main() -> None:
    """Break files until the number is reached, and say what came of it; the status is 1
    where any failed.
    """
    parser = argparse.ArgumentParser(
        prog="python -m bench.mutations", description=__doc__
    )
    parser.add_argument(
        "--number", type=int, default=12_000, help="how many mutations (12,000)"
    )
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**9))
    options = parser.parse_args()
    print_line(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="compendium-mutations-") as temporary:
        failed = run(
            copy_project(ROOT, Path(temporary)),
            options.number,
            options.seed,
            Path("mutations"),
        )
    sys.exit(1 if failed else 0)


def run(root: Path, number: int, seed: int, into: Path) -> int:
    """Break ``number`` files of the project in ``root``, which is a copy, a round at a
    time; returns how many failed. What each round found is told as it comes.
    """
    files = sorted(
        file for ending in ("yml", "po", "md") for file in root.rglob(f"*.{ending}")
    )
    kept = {file.relative_to(root).as_posix(): file.read_bytes() for file in files}
    counts: Counter[str] = Counter()
    for each, begin in enumerate(range(0, number, A_ROUND)):
        broken = dict(
            _broken(kept, min(A_ROUND, number - begin), Random(f"{seed} {each}"))
        )
        language = (
            ""
            if each % PAGES_EVERY
            else cldr.LANGUAGES[each // PAGES_EVERY % len(cldr.LANGUAGES)]
        )
        for path, why in _failing(root, kept, broken, language, counts).items():
            counts["failed"] += 1
            where = into / f"{seed}-{each}" / path
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_bytes(broken[path])
            where.with_name(f"{where.name}.why").write_text(why, "utf-8")
            print_line(f"FAILED {where}: {why.strip().splitlines()[-1]}")
        told = ", ".join(f"{n} {what}" for what, n in sorted(counts.items()))
        print_line(f"{begin + len(broken)}: {told}")
    return counts["failed"]


def _broken(kept: Files, number: int, chance: Random) -> Iterator[tuple[str, bytes]]:
    """Some files with one thing changed in each: lists, pages and settings as often as
    there are many.
    """
    seldom = [
        path
        for path in kept
        if not path.startswith("instruments/") or "/vocabulary/" in path
    ]
    often = [path for path in kept if path not in {*seldom}]
    chosen = {"mkdocs.yml", *chance.sample(seldom, min(len(seldom), number // 8))}
    chosen |= {*chance.sample(often, min(len(often), number - len(chosen)))}
    for path in sorted(chosen):
        if chance.random() < 0.05:
            yield path, bytes_changed(kept[path], chance)
        else:
            made = changed(kept[path].decode("utf-8"), chance, Path(path).suffix)
            yield path, made.encode("utf-8", "surrogatepass")


def _failing(
    root: Path, kept: Files, broken: Files, language: str, counts: Counter[str]
) -> dict[str, str]:
    """The files that fail, each with why: those that findings are amiss with; where
    something was raised, those of each half that fail alone, or the last one where none
    does.
    """
    why, amiss, found = _tried(root, kept, broken, language)
    counts.update(found)
    if not why or len(broken) == 1:
        return {**amiss, **dict.fromkeys(broken if why else (), why)}
    names, failing = sorted(broken), {}
    for half in (names[: len(names) // 2], names[len(names) // 2 :]):
        failing |= _failing(
            root, kept, {path: broken[path] for path in half}, language, Counter()
        )
    return failing or {names[-1]: why}


def _tried(root: Path, kept: Files, broken: Files, language: str) -> Answer:
    """What went wrong with these files broken (empty where nothing did), with which of
    them findings are amiss, and how many were found or let pass; asked in a process of
    its own, which may end as it likes and is ended where it takes longer than PATIENCE.
    """
    _write(root, broken)
    fork = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(1, fork, signal.alarm, (PATIENCE,)) as pool:
            return "", *pool.submit(judged, root, kept, broken, language).result()
    except (Exception, SystemExit):  # noqa: BLE001  (whatever it is, it is told)
        return traceback.format_exc(), {}, Counter()
    finally:
        _write(root, {path: kept[path] for path in broken})


def _write(root: Path, files: Files) -> None:
    for path, raw in files.items():
        (root / path).write_bytes(raw)


def judged(
    root: Path, kept: Files, broken: Files, language: str
) -> tuple[Mapping[str, str], Counter[str]]:
    """With which of these broken files findings are amiss, and how; how many were found,
    and how many let pass, which became pages of a ``language`` where one is named. Raises
    what the commands would raise.
    """
    problems = _checked(root)
    amiss = dict(_amiss(problems, broken, root))
    found = {problem.path for problem in problems}
    left = {path: raw for path, raw in broken.items() if path not in found}
    counts = Counter({"found": len(broken) - len(left), "let pass": len(left)})
    _write(root, {path: kept[path] for path in broken if path in found})
    while language and left and (problems := _checked(root)):
        wrong = {problem.path for problem in problems} & left.keys() or {*left}
        _write(root, {path: kept[path] for path in wrong})
        left = {path: raw for path, raw in left.items() if path not in wrong}
    if language and left:
        corpus, _ = open_corpus(root)
        for page in html.build(corpus, language):
            page.render()
        for _ in search.outputs(corpus, language):
            pass
    return amiss, counts


def _checked(root: Path) -> list[Problem]:
    """What ``check`` finds."""
    corpus, problems = open_corpus(root)
    problems = [*{*problems, *checks.run(corpus, root=root)}]
    ids = None if problems else handwritten.known(corpus, iter(published.pages(corpus)))
    problems += handwritten.problems(root / handwritten.FOLDER, root, ids, ())
    return sorted([*problems, *mkdocs_run.problems(root)])


def _amiss(
    problems: Sequence[Problem], broken: Files, root: Path
) -> Iterator[tuple[str, str]]:
    """Findings that name a line that is not there, or are told in more than one."""
    for problem in problems:
        told = [*checking.as_text([problem], root), *checking.as_github([problem])]
        if any(len(line.splitlines()) > 1 for line in told):
            yield problem.path, f"more than a line: {problem}"
        if problem.path in broken:
            lines = broken[problem.path].replace(b"\r\n", b"\n").count(b"\n") + 1
            if not 1 <= problem.line <= lines:
                yield problem.path, f"no such line: {problem}"


# -- one thing changed in a file, as a slip of the hand, a merge or somebody hostile
# changes it; what, and how, follows from a ``random.Random`` alone, so that it can be
# done again ----------------------------------

SIGNS = [
    *"\t:-#\"'{}[],&*!|>%@`?~\\<\xa0\u3000：，“”–•\u200b\u202e\u2028\x85\x07\ufeff😀\n "
    "\r\x00\ud800"
]
SIGNS += ["  ", ": ", " #"]
"""What somebody types, pastes or leaves by mistake."""

VALUES = (
    *(
        r"""¦~¦null¦""¦'  '¦[]¦{}¦[[[[[]]]]]¦{a: {b: {c: d}}}¦- x¦? x¦<<¦&a b¦*a¦!!str x¦|¦>-¦"open¦'open"""
        r"""¦14/07/2009¦0201-01-01¦9999¦2009-13-45¦-1¦1e9¦NO¦on¦true¦30¦0x1F¦12:30¦en¦tet¦BEN¦id:search-page¦<b>"""
        r"""¦!!python/object/apply:os.system [id]¦http://127.0.0.1¦javascript:alert(1)¦"\n::error ::x"¦{n}"""
        r"""¦[open¦{{ x }}¦../../etc/passwd¦![](https://evil.example/x)¦"\U000E0041"¦"\uD800" """
    ).split("¦"),
    *("9" * 5000, "x" * 3000, "https://example.org/" + "x" * 3000, "[" * 500, "a/" * 300),
)
"""What stands where a value belongs."""

STRINGS = (
    r"""msgstr "¦msgstr "{"¦msgstr "{x}"¦msgid "}{"¦msgid "\q"¦msgstr "\x00"¦msgstr "<b>"¦msgstr "open"""
    r"""¦msgid open"¦msgstr "a" "b"¦msgstr "\n::error ::x"¦msgid "%s %(x)d"¦"![](https://evil.example/x)" """
    r"""¦#, fuzzy¦#, python-format¦#| msgid "x"¦#~ msgid "x"¦#: nowhere¦msgctxt "x"¦msgid ""¦msgid¦domain x"""
    r"""¦msgid_plural "x"¦msgstr[0] "x"¦msgstr[9] "x"¦"Plural-Forms: nplurals=9; plural=n;\n" """
    r"""¦"Language: xx\n"¦"Content-Type: text/plain; charset=latin-1\n" """
).split("¦")
"""Lines of a catalog, in place of one or before it."""

BLOCKS = (
    *(
        "# x¦![x](https://evil.example/p.png)¦<script>x</script>¦<iframe src=x>¦<a "
        "href='javascript:x'>x</a>¦[x](id:nothing)¦[x](nothing.md)¦[x](#nowhere)¦[x](/x)¦---¦title: "
        "2010¦{: onclick=x }¦<!--¦<x-y>¦```"
        '¦!!! note "x¦<div markdown>¦&#0;¦[x]: javascript:x¦|a|b|\n|-|'
    ).split("¦"),
    *("> " * 40, "[" * 400),
)
"""Lines of a hand-written page."""


def changed(text: str, chance: Random, ending: str = ".yml") -> str:
    """A text with one thing changed: a letter, a value, an indentation, a line, its end
    …; ``ending`` is that of the file's name, and decides what else may be put into it.
    """
    if not text:
        return chance.choice(SIGNS)
    at, lines = chance.randrange(len(text)), text.split("\n")
    n = chance.randrange(len(lines))
    line, sign = lines[n], chance.choice(SIGNS)
    of_letter = (text[:at] + text[at + 1 :], text[:at] + sign + text[at:], text[:at])
    of_lines = (
        [" " * chance.randrange(1, 5) + line],
        [line[chance.randrange(1, 4) :]],
        ["\t" + line.lstrip()],
        [line.replace("- ", "", 1)],
        [line.replace(": ", ":", 1)],
        [],
        [line, line],
        [f"{line} {''.join(lines[n + 1 : n + 2])}"],
        ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> theirs"],
        [chance.choice(lines), line],
    )
    in_place = {
        ".yml": [["".join(line.partition(": ")[:2]) + chance.choice(VALUES)]],
        ".po": [[chance.choice(STRINGS)], [chance.choice(STRINGS), line]],
        ".md": [[line, chance.choice(BLOCKS), ""]],
    }.get(ending, [])
    made = chance.choice((*of_letter, *of_lines, *3 * in_place))
    return (
        made if isinstance(made, str) else "\n".join([*lines[:n], *made, *lines[n + 1 :]])
    )


def bytes_changed(raw: bytes, chance: Random) -> bytes:
    """Bytes of which one, or some in a row, are others, or missing."""
    at, length = chance.randrange(len(raw) or 1), chance.choice((1, 1, 1, 4, 64))
    instead = chance.choice((chance.randbytes(length), b"", raw[at : at + length][::-1]))
    return raw[:at] + instead + raw[at + length :]


if __name__ == "__main__":
    main()
