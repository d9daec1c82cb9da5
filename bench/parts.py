"""A large corpus on small machines: what checking it, building one language's part of its site, and putting
the parts together take.

The part is that of one language beside the default one. It is built once; the other parts that are put
together are its files under the folders of their languages, so that there are as many files and bytes as
seven builds would make.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import measure, synthetic
from bench.measure import Usage
from bench.report import budget
from generators.corpus.corpus import Corpus
from generators.site import manifest, parts

COUNTS = (1000, 3000, 10_000)
LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Large:
    """What ``count`` records took: checked for the first time and again, one part, and all of them put
    together; the files and MB of the part.
    """

    count: int
    first: Usage
    again: Usage
    part: Usage
    merge: Usage
    files: int
    size: float

    @property
    def peak(self) -> float:
        """MB of memory that the job with most of them takes."""
        return max(used.peak for used in (self.first, self.again, self.part, self.merge))

    def line(self) -> str:
        jobs = {"check": self.first, "again": self.again, "part": self.part, "merge": self.merge}
        taken = "; ".join(f"{name} {used.cpu:.1f} s, {used.peak:.0f} MB" for name, used in jobs.items())
        return f"{self.count:,} records: {taken}; a part has {self.files:,} files, {self.size:.0f} MB"


def measured(
    corpus: Corpus, count: int, seed: int, folder: Path, env: Mapping[str, str], stock: synthetic.Stock
) -> Large:
    """Write ``count`` records in all languages into ``folder``, measure, and remove everything again."""
    project = folder / "project"
    synthetic.write(stock, synthetic.clones(stock, count, seed), seed, project, corpus.languages)
    check, site = (_command(name, project) for name in ("check", "site"))
    first, again = measure.run(check, env), measure.run(check, env)
    shutil.rmtree(project / ".build")  # a machine of its own remembers nothing
    part = measure.run([*site, "--only", LANGUAGE], env)
    place = parts.folder_of(project, (LANGUAGE,))
    listed = manifest.read(place) or ()
    others = [tag for tag in corpus.languages if tag != LANGUAGE]
    places = [place, *(_like(place, folder / tag, tag, corpus) for tag in others)]
    merge = measure.run([*_command("merge", project), *places], env)
    shutil.rmtree(folder)
    return Large(count, first, again, part, merge, len(listed), sum(file.size for file in listed) / 1e6)


def _command(name: str, project: Path) -> list[str | Path]:
    return [sys.executable, "-m", "generators", name, "--root", project]


def _like(place: Path, folder: Path, tag: str, corpus: Corpus) -> Path:
    """A part of another language with the files of the one in ``place``, without taking room for them."""
    found = manifest.read_whole(place)
    part = found and parts.read(found)
    if not found or not part:
        raise measure.Failed(f"{place} holds no part")
    here = "" if tag == corpus.languages[0] else f"{tag}/"
    files = []
    shared = {file.path for file in found.files if file.language is None}
    for file in found.files:
        path = file.path if file.language is None else here + file.path.removeprefix(f"{LANGUAGE}/")
        if file.language and path in shared:
            continue  # a picture of the default language stands in every part
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(place / file.path, folder / path)
        files.append(file._replace(path=path, language=file.language and tag))
    (folder / manifest.NAME).write_text(manifest.text(files, found.date), "utf-8")
    parts.seal(folder, replace(part, languages=(tag,)))
    return folder


def lines(large: Sequence[Large]) -> Iterator[str]:
    """What was measured, and the budgets: the memory of a job, and that time grows with the records."""
    yield from (each.line() for each in large)
    least, most = large[0], large[-1]
    yield budget(f"memory of a job, {most.count:,} records", most.peak, 1200, " MB", 0)
    for name in ("first", "part", "merge"):
        growth = getattr(most, name).cpu / most.count / (getattr(least, name).cpu / least.count)
        called = "check" if name == "first" else name
        yield budget(f"growth of CPU a record, {called}, from {least.count:,} on", growth, 1.1)
