"""What the bench makes is sound, and its script types queries as readers do; nothing long
is built here.
"""

from __future__ import annotations

import shutil

from conftest import BASE, LANGUAGES, PROJECT, TODAY

from bench import searching, synthetic
from generators import checks, search
from generators.corpus import library
from generators.corpus.corpus import Corpus


def test_copies_have_no_problem(world, tmp_path):
    """Copies with their catalogs pass every check, so that a build of them is a whole
    build, and every record is there twice.
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


def test_a_query_is_typed_with_the_waiting_of_the_site(
    corpus_of, tmp_path, capsys, monkeypatch
):
    """Where keys come steadily the whole is searched alone; where they come slowly its
    beginnings are too.
    """
    assets = tmp_path / "assets"
    assets.symlink_to(PROJECT / "overrides/assets")
    for path, content in search.outputs(corpus_of(), "en"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    index = searching.Index(tmp_path, "en")
    [steady] = index.typed(["convention"], 250)
    [slow] = index.typed(["convention"], 1000)
    assert steady["shown"] == slow["shown"]
    assert "instruments/alpha/convention/" in steady["shown"]
    assert index.first(steady["first"]) > index.next(steady["first"]) > 0
    assert len(slow["first"]) >= len(steady["first"])

    asked = tmp_path / "asked.json"
    asked.write_text(
        '{"en": [{"q": "convention", "expected": ["alpha/convention"]}]}', "utf-8"
    )
    monkeypatch.setattr(
        "sys.argv", ["searching", str(asked), "--site", str(tmp_path), "--missed"]
    )
    searching.main()
    assert "1 of   1" in capsys.readouterr().out
