"""The script that types queries as readers do, and counts what they find and cost."""

from __future__ import annotations

from conftest import PROJECT

from bench import searching
from generators import search


def test_a_page_counts_wherever_it_is_shown():
    """A record by its id or address, a page with a choice or at a place, a list for what stands below it, and
    that of a State where one is named.
    """
    shown = [
        "topics/return/?state=ben",
        "instruments/coe/convention-197/#art-13",
        "states/ben/",
        "terms/#shelter",
    ]
    for wanted in (
        "topics/return/",
        "coe/convention-197",
        "/fr/instruments/coe/convention-197/",
        "terms/#shelter",
    ):
        assert searching.answers_it([wanted], shown)
    assert searching.answers_it(["terms/"], shown)
    assert searching.answers_it(searching.expected({"expected": ["states/"], "state": "BEN"}), shown)
    assert not searching.answers_it(searching.expected({"expected": ["states/"], "state": "tgo"}), shown)
    assert not searching.answers_it(["terms/#slavery", "topics/"], shown)
    assert searching.answers_it([], [])
    assert not searching.answers_it([], shown)


def test_a_query_is_typed_with_the_waiting_of_the_site(corpus_of, tmp_path, capsys, monkeypatch):
    """Where keys come steadily the whole is searched alone; where they come slowly its beginnings are too."""
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
    asked.write_text('{"en": [{"q": "convention", "expected": ["alpha/convention"]}]}', "utf-8")
    monkeypatch.setattr("sys.argv", ["searching", str(asked), "--site", str(tmp_path), "--missed"])
    searching.main()
    assert "1 of   1" in capsys.readouterr().out
