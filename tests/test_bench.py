"""What the bench makes is sound; nothing long is built here."""

from __future__ import annotations

import shutil

from conftest import BASE, LANGUAGES, PROJECT, TODAY

from bench import synthetic
from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus


def test_copies_have_no_problem(world, tmp_path):
    """Copies with their catalogs pass every check, so that a build of them is a whole build, and every record
    is there twice.
    """
    project, made = tmp_path / "world", tmp_path / "made"
    shutil.copytree(BASE.parent / "world", project)
    for name in ("docs", "overrides"):
        shutil.copytree(PROJECT / name, project / name)
    shutil.copy2(PROJECT / "mkdocs.yml", project)
    synthetic.write(project, 2 * len(world.records), made)
    read, problems = library.read(made, LANGUAGES)
    corpus = Corpus(read, TODAY, LANGUAGES)
    assert problems + checks.run(corpus) == []
    copies = {name for name in corpus.records if name not in world.records}
    assert {name.replace("-001/", "/") for name in copies} == world.records.keys()
