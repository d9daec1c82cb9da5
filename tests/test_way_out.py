"""What proves that the site needs neither MkDocs nor a theme: it sees each difference."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from bench import way_out


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def folder(place: Path, **files: str) -> Path:
    """A folder with an asset for each name."""
    (place / "assets").mkdir(parents=True)
    for name, text in files.items():
        (place / "assets" / name).write_text(text, "utf-8")
    return place


def test_each_file_that_is_not_the_same_is_named(tmp_path: Path):
    """A file that is missing, one that was added, and one with other bytes."""
    usual = folder(tmp_path / "usual", same="a", gone="b", other="c")
    site = folder(tmp_path / "site", same="a", other="C", new="d")
    assert list(way_out.differences(usual, site)) == [
        "missing: assets/gone",
        "added: assets/new",
        "other bytes: assets/other",
    ]
    assert list(way_out.differences(usual, usual)) == []


def test_the_theme_is_left_out_and_nothing_else(at_home: Path):
    """All other settings are those of mkdocs.yml; the file is gone afterwards."""
    settings = {
        "site_name": "A",
        "theme": {"name": "material", "custom_dir": "overrides"},
    }
    way_out.CONFIG.write_text(yaml.safe_dump(settings), "utf-8")
    with way_out.settings_without_theme(), way_out.WITHOUT_THEME.open("rb") as file:
        found = yaml_load(file)
    assert found == {"site_name": "A", "theme": {"name": None, "custom_dir": "overrides"}}
    assert not way_out.WITHOUT_THEME.exists()


BUILDS = """
import sys
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
site.mkdir(parents=True)
config = sys.argv[sys.argv.index("-f") + 1]
(site / "index.html").write_text({text})
"""
"""A program that builds a site of one page."""


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("'page'", 0, "no theme: 1 files, 0 differences\n"),
        ("config", 1, "no theme: 1 files, 1 differences\n  other bytes: index.html\n"),
    ],
)
def test_a_difference_fails(
    at_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    status: int,
    said: str,
):
    """The run ends with 1 where a file of one of the two builds is another."""
    for program in ("mkdocs", "properdocs"):
        (at_home / f"{program}.py").write_text(BUILDS.format(text=text), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(at_home))
    monkeypatch.setattr(sys, "argv", ["way_out", sys.executable])
    monkeypatch.setattr(way_out, "is_importable", lambda python, module: False)
    with pytest.raises(SystemExit) as ended:
        way_out.main()
    assert ended.value.code == status
    assert capsys.readouterr().out.endswith(said)


def test_an_environment_with_mkdocs_proves_nothing(monkeypatch: pytest.MonkeyPatch):
    """This one has it."""
    monkeypatch.setattr(sys, "argv", ["way_out", sys.executable])
    with pytest.raises(SystemExit, match="has MkDocs"):
        way_out.main()
