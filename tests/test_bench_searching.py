"""The script that types queries as readers do, and counts what they find and cost."""

from __future__ import annotations

from conftest import PROJECT

from bench import searching
from generators import search


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
