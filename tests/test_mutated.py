"""Records broken at random: whatever was typed, the check says where and goes on, and
never stops with a traceback. The mutations are made from a seed, so a failure can be
tried again.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from conftest import LANGUAGES, NOON, TODAY
from golden_case import GOLDEN

from bench import mutations
from bench.mutations import changed
from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus

RECORDS = sorted(
    file.relative_to(GOLDEN / "world").as_posix()
    for file in (GOLDEN / "world" / "instruments").glob("*/*.yml")
    if file.parent.name != "vocabulary"
)
COPIES = 6
ROUNDS = -(-500 // (len(RECORDS) * COPIES))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_record_broken_at_random_is_a_finding(tmp_path, seed):
    """Each round breaks copies of every record of the world: no traceback, each finding
    is one line and names a line that its file has, and most mutations are found.
    """
    chance = random.Random(seed)
    shutil.copytree(GOLDEN / "world", tmp_path, dirs_exist_ok=True)
    typed = {}
    for path in RECORDS:
        text = (tmp_path / path).read_text("utf-8")
        for number in range(COPIES):
            copy = path if not number else path.replace(".yml", f"-{number}.yml")
            typed[copy] = changed(text, chance)
            (tmp_path / copy).write_bytes(typed[copy].encode("utf-8", "surrogatepass"))
    read, problems = library.read(tmp_path, LANGUAGES)
    problems += checks.run(Corpus(read, TODAY, LANGUAGES))
    for problem in problems:
        assert len(str(problem).splitlines()) == 1
        if problem.path in typed:
            assert 1 <= problem.line <= len(typed[problem.path].splitlines()) + 1, str(
                problem
            )
    assert len({problem.path for problem in problems} & typed.keys()) >= len(typed) // 2


def test_files_of_every_kind_broken_at_random(
    tiny: Path, tmp_path: Path, monkeypatch, capsys
):
    """Records, lists, catalogs, pages and settings of a small project: nothing fails,
    what is let pass becomes pages, and every file is as it was when it is over.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    before = {each: each.read_bytes() for each in (tiny / "instruments").rglob("*.*")}
    monkeypatch.setattr(mutations, "A_ROUND", 25)
    assert mutations.run(tiny, 50, 2010, tmp_path / "failed") == 0
    assert {
        each: each.read_bytes() for each in (tiny / "instruments").rglob("*.*")
    } == before
    assert "failed" not in capsys.readouterr().out
    assert not (tmp_path / "failed").exists()
