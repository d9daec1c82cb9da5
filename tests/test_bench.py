"""What the bench makes is the same every time, and is sound; nothing long is built here."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from conftest import BASE, PROJECT

from bench import contest, exports, hugo, measure, paper, parts, synthetic
from bench.contest import Course
from bench.synthetic import Stock
from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.corpus.loading import open_corpus

FIVE = 5


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project with the small library that has everything in it, which records are cloned from."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copytree(BASE.parent / "world", folder, dirs_exist_ok=True)
    for name in ("docs", "overrides"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy2(PROJECT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def source(project) -> Corpus:
    """The corpus of that library."""
    return open_corpus(project)[0]


@pytest.fixture(scope="module")
def stock(source, project) -> Stock:
    """What is cloned."""
    return Stock(source, project)


def written(stock: Stock, folder: Path, languages: tuple[str, ...], seed: int = 1) -> dict[str, bytes]:
    """Write five clones; returns every file by its path."""
    synthetic.write(stock, synthetic.clones(stock, FIVE, seed), seed, folder, languages)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_one_seed_gives_the_same_bytes(stock, tmp_path, languages):
    """Five records made twice from one seed are the same, byte for byte; another seed gives others."""
    first = written(stock, tmp_path / "one", languages)
    assert written(stock, tmp_path / "two", languages) == first
    assert written(stock, tmp_path / "three", languages, seed=2).keys() != first.keys()


def test_clones_have_no_problem(stock, tmp_path, languages, today):
    """Clones, their catalogs and the vocabularies pass every check, so that a build of them is a whole
    build.
    """
    written(stock, tmp_path / "made", languages)
    read, problems = library.read(tmp_path / "made", languages)
    assert problems == []
    corpus = Corpus(read, today, languages)
    assert len(corpus.records) == FIVE
    assert checks.run(corpus) == []


def test_one_language_brings_no_other(stock, tmp_path):
    """A project of one language has no catalogs, and its mkdocs.yml and pages name that language only."""
    made = written(stock, tmp_path / "made", ("en",))
    assert not [path for path in made if path.endswith(".po")]
    assert "docs/about.md" in made
    assert "docs/about.fr.md" not in made
    assert b"locale: en" in made["mkdocs.yml"]
    assert b"locale: fr" not in made["mkdocs.yml"]


def test_hugo_gets_each_record_in_each_language(source, stock, tmp_path):
    """Hugo's project has a page for each clone and language, with the provisions of its source."""
    made = synthetic.clones(stock, FIVE, 1)
    hugo.write(source, made, synthetic.mechanisms(stock, made, 1), tmp_path, ("en", "fr"))
    page = (tmp_path / "content" / "fr" / "instruments" / f"{made[0].name}.md").read_text("utf-8")
    assert all(
        provision.ref.replace("*", "\\*") in page
        for provision in source.records[made[0].source].provisions
        if "[" not in provision.ref
    )


def test_hugo_gets_the_comparisons_too(source, stock, tmp_path):
    """Hugo's project has a page for each topic, State and mechanism that ours has, and each topic leads to
    every clone, read or not.
    """
    made = synthetic.clones(stock, FIVE, 1)
    hugo.write(source, made, synthetic.mechanisms(stock, made, 1), tmp_path, ("en",))
    content = tmp_path / "content" / "en"
    assert {file.stem for file in (content / "topics").iterdir()} == set(source.vocabularies.of("topics"))
    assert {file.stem for file in (content / "states").iterdir()} == {
        code.lower() for code in source.all_states
    }
    assert {file.parent.name for file in content.rglob("_index.md")} == {
        clone.name.partition("/")[0] for clone in made
    }
    for file in (content / "topics").iterdir():
        assert all(f"instruments/{clone.name}/)" in file.read_text("utf-8") for clone in made)


def test_each_contender_builds_the_same_records(source, stock, tmp_path):
    """Ours write as many pages with one job as with two, plain Jinja writes the generated ones among them,
    and each takes its site away for the next.
    """
    course = Course(stock, source, FIVE, ("en", "fr"), 1)
    noon = datetime.combine(source.today, time(12), UTC)
    turns = contest.contenders(course, tmp_path, measure.environment(str(int(noon.timestamp()))))
    runs = {name: turns[name]() for name in (contest.OURS, contest.TWO_JOBS, contest.JINJA)}
    assert runs[contest.OURS].pages == runs[contest.TWO_JOBS].pages
    assert runs[contest.OURS].pages > runs[contest.JINJA].parts["pages"] > FIVE
    assert runs[contest.OURS].parts["search"] > 0
    assert not (tmp_path / "site").exists()


def test_a_large_corpus_is_checked_built_in_parts_and_put_together(source, stock, tmp_path):
    """All of it is measured, over a part of each language, and nothing of it stays."""
    noon = datetime.combine(source.today, time(12), UTC)
    env = measure.environment(str(int(noon.timestamp())))
    found = parts.measured(source, FIVE, 1, tmp_path / "parts", env, stock)
    assert found.part.cpu > found.again.cpu > 0
    assert found.files > FIVE
    assert not (tmp_path / "parts").exists()


def test_a_volume_is_made_from_a_project(project):
    """The bench makes a real volume, and says how many pages and bytes it has."""
    (made,) = paper.make(project, "states/ben", ["en"])
    assert made.pages > 1
    assert made.size > 10_000


def test_the_files_of_data_are_measured_by_kind(source):
    """Each kind with its number, size and time; a line says so."""
    found = exports.measured(source)
    assert {"csv", "sqlite", "xlsx", "json", "xml"} <= {*found}
    number = len(source.languages)
    assert (found["sqlite"].files, found["xlsx"].files) == (1, 2 * number)
    assert all(each.size >= each.packed > 0 for kind, each in found.items() if kind != exports.SHARED)
    assert 0 < exports.of_tables(found) < sum(each.seconds for each in found.values())
    assert f"{2 * number} files" in found["xlsx"].line("xlsx")
