"""Files of this project broken at random, thousands of them: ``python -m bench.mutations``.

In each round some records, lists, catalogs, hand-written pages and settings of a copy of the project have one
thing changed. ``check`` must say where and go on: no traceback, no waiting, each finding one line that names
a line that is there. In some rounds what it lets pass must become pages and search without a traceback too.
What fails is tried again in halves until one file is left, and kept (``--into``) with what was said of it.

The seed is printed; the same seed breaks the same files of the same commit.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random, SystemRandom

from bench.spoiled import bytes_changed, changed
from generators import checks, html, search
from generators.cli import findings
from generators.corpus import cldr, published
from generators.corpus.corpus import Corpus
from generators.corpus.loading import open_corpus
from generators.site import handwritten, links, mkdocs_run
from generators.text.problems import Problem

PROJECT = Path(__file__).parent.parent
PARTS = ("instruments", "docs", "generators/locale", "mkdocs.yml", "changes.tsv", "published.txt")
A_ROUND = 300
"""Files that are broken at once: a check of the whole takes a second."""
PAGES_EVERY = 4
"""Each so many rounds what was let pass becomes pages, which takes five times as long as a check."""
PATIENCE = 600
"""Seconds that a round may take; many times what it takes."""

Files = Mapping[str, bytes]
Answer = tuple[str, Mapping[str, str], Counter[str]]


def main() -> None:
    """Break files until the number is reached, and say what came of it; the status is 1 where any failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutations", description=__doc__)
    parser.add_argument("--number", type=int, default=12_000, help="how many mutations (12,000)")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**9))
    parser.add_argument("--into", type=Path, default=Path("mutations"), help="where what fails is kept")
    options = parser.parse_args()
    _say(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="compendium-mutations-") as temporary:
        failed = run(copied(PROJECT, Path(temporary)), options.number, options.seed, options.into)
    sys.exit(1 if failed else 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def copied(project: Path, folder: Path) -> Path:
    """A copy of all that is read, below ``folder``, which is returned."""
    for name in PARTS:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (project / name).is_dir() else shutil.copyfile
        if (project / name).exists():
            copy(project / name, target)
    return folder


def run(root: Path, number: int, seed: int, into: Path) -> int:
    """Break ``number`` files of the project in ``root``, which is a copy, a round at a time; returns how many
    failed. What each round found is told as it comes.
    """
    kept = {path: (root / path).read_bytes() for path in _paths(root)}
    counts: Counter[str] = Counter()
    for each, begin in enumerate(range(0, number, A_ROUND)):
        chance = Random(f"{seed} {each}")
        broken = dict(_broken(kept, min(A_ROUND, number - begin), chance))
        language = "" if each % PAGES_EVERY else cldr.LANGUAGES[each // PAGES_EVERY % len(cldr.LANGUAGES)]
        said, told, found = _tried(root, kept, broken, language)
        counts.update(found)
        for path, why in [*told.items(), *(_halved(root, kept, broken, language) if said else ())]:
            counts["failed"] += 1
            where = into / f"{seed}-{each}" / path
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_bytes(broken[path])
            where.with_name(f"{where.name}.why").write_text(why, "utf-8")
            _say(f"FAILED {where}: {why.strip().splitlines()[-1]}")
        _say(f"{begin + len(broken)}: " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items())))
    return counts["failed"]


def _paths(root: Path) -> Iterator[str]:
    for ending in ("yml", "po", "md"):
        yield from sorted(file.relative_to(root).as_posix() for file in root.rglob(f"*.{ending}"))


def _broken(kept: Files, number: int, chance: Random) -> Iterator[tuple[str, bytes]]:
    """Some files with one thing changed in each: lists, pages and settings as often as there are many."""
    seldom = [path for path in kept if not path.startswith("instruments/") or "/vocabulary/" in path]
    chosen = {"mkdocs.yml", *chance.sample(seldom, min(len(seldom), number // 8))}
    often = sorted({*kept} - {*seldom})
    chosen |= {*chance.sample(often, min(len(often), number - len(chosen)))}
    for path in sorted(chosen):
        raw = kept[path]
        if chance.random() < 0.05:
            yield path, bytes_changed(raw, chance)
        else:
            made = changed(raw.decode("utf-8"), chance, Path(path).suffix)
            yield path, made.encode("utf-8", "surrogatepass")


def _halved(root: Path, kept: Files, broken: Files, language: str) -> Iterator[tuple[str, str]]:
    """The files of a round that fail, each with why: alone, or where none does alone, the last one."""
    names = sorted(broken)
    if len(names) == 1:
        yield names[0], _tried(root, kept, broken, language)[0] or "only once"
        return
    failing = False
    for half in (names[: len(names) // 2], names[len(names) // 2 :]):
        some = {path: broken[path] for path in half}
        if _tried(root, kept, some, language)[0]:
            failing = True
            yield from _halved(root, kept, some, language)
    if not failing:
        yield names[-1], _tried(root, kept, broken, language)[0] or "only once"


def _tried(root: Path, kept: Files, broken: Files, language: str) -> Answer:
    """What went wrong with these files broken (empty where nothing did), with which of them findings are
    amiss, and how many were found or let pass; asked in a process of its own, which may end as it likes.
    """
    _write(root, broken)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_asked, args=(there, root, kept, broken, language))
    process.start()
    there.close()
    try:
        answer = here.recv() if here.poll(PATIENCE) else (f"not done after {PATIENCE} seconds", {}, Counter())
    except EOFError:
        answer = ("the process ended", {}, Counter())
    process.kill()
    process.join()
    _write(root, {path: kept[path] for path in broken})
    return answer


def _write(root: Path, files: Files) -> None:
    for path, raw in files.items():
        (root / path).write_bytes(raw)


def _asked(
    answer: multiprocessing.connection.Connection, root: Path, kept: Files, broken: Files, language: str
) -> None:
    try:
        answer.send(("", *judged(root, kept, broken, language)))
    except BaseException:  # noqa: BLE001  (whatever it is, it is told)
        answer.send((traceback.format_exc(), {}, Counter()))
    os._exit(0)


def judged(root: Path, kept: Files, broken: Files, language: str) -> tuple[Mapping[str, str], Counter[str]]:
    """With which of these broken files findings are amiss, and how; how many were found, and how many let
    pass, which became pages of a ``language`` where one is named. Raises what the commands would raise.
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
        _made(open_corpus(root)[0], language)
    return amiss, counts


def _checked(root: Path) -> list[Problem]:
    """What ``check`` finds."""
    corpus, problems = open_corpus(root)
    problems = [*{*problems, *checks.run(corpus, root=root)}]
    problems += _hand_written(root, None if problems else corpus)
    return findings.placed(problems, root)


def _amiss(problems: Sequence[Problem], broken: Files, root: Path) -> Iterator[tuple[str, str]]:
    """Findings that name a line that is not there, or are told in more than one."""
    findings.as_sarif(problems, [])
    for problem in problems:
        told = [*findings.as_text([problem], root), *findings.as_github([problem])]
        if any(len(line.splitlines()) > 1 for line in told):
            yield problem.path, f"more than a line: {problem}"
        if problem.path in broken:
            lines = broken[problem.path].replace(b"\r\n", b"\n").count(b"\n") + 1
            if not 1 <= problem.line <= lines:
                yield problem.path, f"no such line: {problem}"


def _hand_written(root: Path, corpus: Corpus | None) -> Sequence[Problem]:
    ids = links.known(corpus, iter(published.pages(corpus))) if corpus else None
    docs = handwritten.problems(root / handwritten.FOLDER, root, ids, ())
    return [*docs, *mkdocs_run.problems(root)]


def _made(corpus: Corpus, language: str) -> None:
    """All pages of a language, its search and what a volume needs, and nothing of it kept."""
    makers: Sequence[Callable[[], object]] = [page.render for page in html.build(corpus, language)]
    for make in makers:
        make()
    for _ in search.outputs(corpus, language):
        pass


if __name__ == "__main__":
    main()
