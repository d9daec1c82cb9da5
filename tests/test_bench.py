"""What the bench makes is the same every time, and is sound; nothing long is built here."""

from __future__ import annotations

import gzip
import shutil
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from conftest import BASE, PROJECT

from bench import budgets, contest, exports, hugo, measure, mutants, paper, parts, report, synthetic
from bench import real as sizes
from bench.contest import Course
from bench.measure import Usage
from bench.paper import Volume
from bench.report import Build, Contender
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


@pytest.mark.parametrize(("measured", "verdict"), [(1.5, "met"), (1.51, "NOT met"), (None, "not measured")])
def test_a_budget_says_whether_it_is_met(measured, verdict):
    """A figure up to the budget meets it; what was not measured says so."""
    line = report.budget("CPU a page", measured, 1.5, " ms")
    assert verdict in line
    assert ("NOT" in line) == (verdict == "NOT met")


def build(two_jobs: float | None = 12.0, hugo: bool = True) -> Build:
    """1,000 records as 10,000 pages: ours in 15 s of processor, 5 of them for search, and 20 s of wall."""
    return Build(
        1000,
        7,
        Contender(Usage(15.0, 20.0, 250.0, "", 40_000_000_000), 10_000, 400.0),
        Contender(Usage(16.0, two_jobs, 250.0), 10_000, 400.0) if two_jobs else None,
        Contender(Usage(10.0, 8.0, 900.0, "", 20_000_000_000), 5_000, 100.0) if hugo else None,
        1.0,
        5.0,
        {},
        {},
        4.0,
    )


def test_ratios_are_for_each_page():
    """Contenders are compared by what a page costs, however many pages each writes: processor without the
    search index, wall clock with two jobs, instructions where they were counted.
    """
    made = build()
    assert (made.ms, made.search_ms, made.to_hugo, made.to_jinja) == (1.0, 0.5, 0.5, 1.0)
    assert (made.wall_to_hugo, made.jobs_ratio) == pytest.approx((0.75, 0.6))
    assert made.jobs_at_best == pytest.approx((4 + 12 / 2) / 15)
    assert "ours 4.00, Hugo 4.00, ratio 1.00" in made.instructions()
    assert len(made.line()) == len(report.head())


def test_without_hugo_nothing_is_compared_with_it():
    """Where Hugo is not installed the budgets beside it are said not to be measured, and the others are."""
    found = budgets.Measured(builds={(1000, 7): build(hugo=False)})
    record, long = (
        Volume("record", "en", 0.05, 0.05, 3, 30_000),
        Volume("compendium", "ar", 9.0, 8.0, 300, 9_000_000),
    )
    found.volumes = {"record": [record], "long": [long]}
    lines = {line[:66].strip(): line for line in budgets.lines(found, (1000,), 7)}
    assert "not measured" in lines["as a ratio to Hugo"]
    assert lines["wall with two jobs, as a ratio to one, 1,000 records"].endswith("0.65     met")
    assert lines["300 pages of PDF, the slower of English and Arabic"].endswith("NOT met")
    assert "not measured" in lines["HTML of the largest State page"]


def test_contenders_take_turns():
    """Each contender runs once before any runs again."""
    order: list[str] = []
    turns = {name: (lambda name=name: order.append(name) or name) for name in ("ours", "Hugo")}
    assert measure.interleaved(turns, 3) == {"ours": ["ours"] * 3, "Hugo": ["Hugo"] * 3}
    assert order == ["ours", "Hugo"] * 3


def test_the_best_of_several_runs_counts():
    """Of several runs the least processor, wall, memory and instructions count, each by itself."""
    runs = [Usage(2.0, 3.0, 90.0, "a", 7), Usage(1.0, 4.0, 80.0, "b"), Usage(3.0, 5.0, 70.0, "c", 5)]
    assert measure.best(runs) == Usage(1.0, 3.0, 70.0, "b", 5)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("# started on Mon\n\n123456,,instructions:u,100,100.00,,\n", 123456),
        ("<not supported>,,instructions:u,0,100.00,,\n", None),
        ("<not counted>,,instructions:u,0,0.00,,\n", None),
        ("", None),
    ],
)
def test_instructions_are_read_where_they_were_counted(said, number):
    """What perf wrote gives a number of instructions, or none where the machine has no counter."""
    assert measure.instructions(said) == number


def test_what_a_process_took_is_measured(tmp_path):
    """A command's processor and wall seconds, memory and output are told; one that fails says why."""
    used = measure.run([sys.executable, "-c", "print(sum(range(10**6)))"], measure.environment("0"), tmp_path)
    assert used.said == "499999500000\n"
    assert 0 < used.cpu < 60
    assert 1 < used.peak < 1000
    with pytest.raises(measure.Failed, match="no such thing"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such thing')"], measure.environment("0"))


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


def test_the_memory_of_a_job_and_the_growth_of_time_are_budgets():
    """The job with most memory counts, and processor time for each record."""

    def large(count: int, cpu: float, peak: float) -> parts.Large:
        used = Usage(cpu, cpu, 100.0)
        return parts.Large(count, used, used, Usage(cpu, cpu, peak), used, 9 * count, 1.0)

    said = list(parts.lines([large(1000, 10.0, 300.0), large(10_000, 120.0, 1300.0)]))
    assert "part 120.0 s, 1300 MB" in said[1]
    assert "NOT met" in said[2]
    assert all("1.20" in line and "NOT met" in line for line in said[3:])


def test_a_volume_is_judged_by_300_pages():
    """What a volume takes is counted for 300 pages, however long it is."""
    volume = Volume("compendium", "ar", 6.0, 5.0, 600, 6_000_000)
    assert (volume.seconds_for_300, volume.megabytes_for_300) == (3.0, 3.0)
    assert volume.line() == "compendium, ar: 6.00 s (5.00 cpu), 600 pages, 6.00 MB"


def test_a_volume_is_made_from_a_project(project):
    """The bench makes a real volume, and says how many pages and bytes it has."""
    (made,) = paper.make(project, "states/ben", ["en"])
    assert made.pages > 1
    assert made.size > 10_000


def test_a_first_search_takes_its_scripts_along(tmp_path):
    """What is fetched with the first query counts: the scripts of search and their style sheet, the core, and
    the largest parts; other scripts do not.
    """

    def first() -> int:
        return sizes.first_search(tmp_path, "en", "en")[0]

    def write(path: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(bytes(range(256)))

    one = len(gzip.compress(bytes(range(256)), 9, mtime=0))
    counted = [first()]
    for path in (
        "search/index/core.json",
        "assets/javascripts/search/text.js",
        "assets/stylesheets/search.css",
        "assets/javascripts/pages.js",
    ):
        write(path)
        counted.append(first())
    assert counted == [0, one, 2 * one, 3 * one, 3 * one]


def test_mutants_are_counted_by_module():
    """Those that no test fails for are alive, named, and counted; those that were not tried count for
    nothing.
    """
    lines = [
        "    generators.a.x_f__mutmut_1: killed",
        "    generators.a.x_f__mutmut_2: survived",
        "    generators.b.x_g__mutmut_1: no tests",
        "    generators.b.x_g__mutmut_2: timeout",
        "    generators.b.x_g__mutmut_3: not checked",
    ]
    assert list(mutants.report(mutants.results(lines))) == [
        "survived: generators.a.x_f__mutmut_2",
        "no tests: generators.b.x_g__mutmut_1",
        "generators.a: 1 of 2 mutants alive, 50.0%",
        "generators.b: 1 of 2 mutants alive, 50.0%",
        "all: 2 of 4 mutants alive, 50.0% (at most 10%: NOT met)",
    ]


def test_the_files_of_data_are_measured_by_kind(source):
    """Each kind with its number, size and time; a line says so."""
    found = exports.measured(source)
    assert {"csv", "sqlite", "xlsx", "json", "xml"} <= {*found}
    number = len(source.languages)
    assert (found["sqlite"].files, found["xlsx"].files) == (number, 2 * number)
    assert all(each.size >= each.packed > 0 for kind, each in found.items() if kind != exports.SHARED)
    assert 0 < exports.of_tables(found) < sum(each.seconds for each in found.values())
    assert f"{number} files" in found["sqlite"].line("sqlite")
