"""What the bench makes is the same every time, and is sound; nothing long is built here."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest
from conftest import BASE, PROJECT

from bench import hugo, paper, synthetic
from generators import checks, html
from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.corpus.loading import open_corpus
from generators.translate.localizer import Localizer


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


def test_copies_have_no_problem(source, project, tmp_path, languages, today):
    """Copies with their catalogs pass every check, so that a build of them is a whole build, and every record
    is there twice.
    """
    synthetic.write(project, 2 * len(source.records), tmp_path / "made")
    read, problems = library.read(tmp_path / "made", languages)
    corpus = Corpus(read, today, languages)
    assert problems + checks.run(corpus) == []
    copies = {name for name in corpus.records if name not in source.records}
    assert {name.replace("-001/", "/") for name in copies} == source.records.keys()


def test_hugo_gets_every_page_of_ours(project, tmp_path, today):
    """Hugo's project has each page that we write, in each language, with the provisions of each record."""
    corpus = Corpus(library.read(project, ("en", "fr"))[0], today, ("en", "fr"))
    hugo.write(corpus, tmp_path / "hugo")
    for language in corpus.languages:
        content = tmp_path / "hugo" / "content" / language
        named = {file.relative_to(content).with_suffix("").as_posix() for file in content.rglob("*.md")}
        addresses = {page.address.rstrip("/") for page in html.build(corpus, language)}
        assert {name.removesuffix("_index").rstrip("/") for name in named} == addresses
        said = Localizer(corpus, language).said
        for name, record in corpus.records.items():
            page = unescape((content / f"instruments/{name}.md").read_text("utf-8")).replace("\\", "")
            texts = [said(name, each.says).text for each in record.provisions]
            assert [text for text in texts if text not in page] == []


def test_a_page_is_turned_back_into_markdown():
    """Headings, lists, links and texts stay, scripts go, and no sign of a text is read as Markdown."""
    page = '<h1>A</h1><h2 id="b">B</h2><p>c_d <a href="../e/">f</a></p><script>x</script><ul><li>g</li></ul>'
    assert "".join(hugo.markdown(page)) == "\n\n## B\n\nc\\_d [f](../e/)\n- g"


def test_a_volume_is_made_from_a_project(project):
    """The bench makes a real volume, and says how many pages and bytes it has."""
    made = paper.make(project, "states/ben", "en")
    assert made.pages > 1
    assert made.size > 10_000
