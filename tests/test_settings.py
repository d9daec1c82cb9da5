"""mkdocs.yml as anybody may have typed it: one line, a remedy, and exit 1."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from commands import run
from conftest import mkdocs_build
from mkdocs.exceptions import PluginError

from generators.site import mkdocs_run


def changed(typed: str, change: tuple[str, str]) -> str:
    found, made = re.subn(*change, typed, count=1, flags=re.DOTALL | re.MULTILINE)
    assert made == 1, change
    return found


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ((r"\Z", "site_name: Other\n"), None, "site_name: already in line 1; leave one of the two"),
        ((r"  font: false", "  font: false\n  font: true"), None, "theme.font: already in line"),
        (
            (r"  - i18n:.*?(?=  - compendium)", ""),
            None,
            "plugins: i18n, compendium are not listed once each, in this order",
        ),
        ((r"^plugins:.*?(?=^extra_css)", ""), 1, "plugins: i18n, compendium are not listed once"),
        ((r"  - compendium:.*?(?=^extra_css)", ""), None, "plugins: i18n, compendium are not listed"),
        (
            (r"(  - i18n:.*?)(  - compendium:.*?\n)(?=\n)", r"\2\1"),
            None,
            "in this order; list i18n, then compendium",
        ),
        ((r"name: material", "name: readthedocs"), None, "theme.name: pages are made for another value"),
        (
            (r"^docs_dir: docs", "docs_dir: /etc"),
            None,
            "docs_dir: pages are made for another value; expected",
        ),
        ((r"^extra_css:", "extra_css:\n  - https://evil.example/x.css"), None, "a file from another host"),
        (
            (r"^site_url: .*?$", "site_url: javascript:alert(1)"),
            None,
            "site_url: 'javascript:alert(1)' is no",
        ),
        ((r"^site_url: .*?$", "site_url: 5"), None, "site_url: '5' is not an address; expected https://"),
        ((r"^site_url: .*?$", ""), None, "site_url: missing"),
        ((r"^repo_url: .*?$", "repo_url: 'https://a.example/\"><b>'"), None, "repo_url: "),
        ((r"^docs_dir: docs", "docs_dir: : docs"), None, "YAML that cannot be read (mapping values are not"),
        (
            (r"^edit_uri: .*?$", "edit_uri: 'x\" onclick=\"y'"),
            None,
            "edit_uri: not a path; expected edit/main",
        ),
        ((r"\A.*\Z", ""), 1, "not a mapping"),
        ((r"\A.*\Z", "- a\n"), 1, "not a mapping"),
        ((r"^extra:", "day: 2026-13-45\nextra:"), 1, "YAML that cannot be read (month must be in"),
    ],
)
def test_a_setting_that_pages_cannot_be_made_with_is_a_line(
    tiny: Path, change: tuple[str, str], line: int | None, said: str
):
    """Each is said at its line."""
    file = tiny / mkdocs_run.CONFIG
    file.write_text(changed(file.read_text("utf-8"), change), "utf-8")
    found = [str(each) for each in mkdocs_run.problems(tiny)]
    assert any(said in each for each in found), found
    assert all(re.match(r"mkdocs\.yml:\d+: ", each) for each in found)
    assert line is None or found[0].startswith(f"mkdocs.yml:{line}: ")


def test_what_was_typed_does_not_part_a_finding(tiny: Path):
    """A value with a colon and a semicolon stays whole, with the remedy behind it."""
    file = tiny / mkdocs_run.CONFIG
    file.write_text(changed(file.read_text("utf-8"), (r"^site_url: .*?$", "site_url: 'a: b; c'")), "utf-8")
    [found] = mkdocs_run.problems(tiny)
    assert found.field == "site_url"
    assert found.message == "'a: b; c' is not an address"
    assert found.hint == "expected https://, a host and a path"


def test_refusals_of_a_build_are_in_the_language_of_the_terminal(tiny: Path, monkeypatch: pytest.MonkeyPatch):
    """Also those that MkDocs prints."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    file = tiny / mkdocs_run.CONFIG
    file.write_text(changed(file.read_text("utf-8"), (r"^site_url: .*?$", "")), "utf-8")
    with pytest.raises(PluginError, match="ONLY=xx : pas de langue du site : xx"):
        mkdocs_run.leave_out_languages(None, "xx")
    done = run(tiny, "pdf", "alpha/plan", "--language", "en")
    assert "les liens entre langues et les codes sur papier ont besoin de l’adresse du site" in done.output
    done = mkdocs_build(tiny, tiny / "site")
    assert re.search(r"1 problème\s; rien n’a été écrit", done.stderr), done.stderr


def test_a_file_that_holds_no_text_is_a_line(tiny: Path):
    """Another encoding, a pipe that nobody fills, nothing: each is said, and nobody waits."""
    file = tiny / mkdocs_run.CONFIG
    file.write_bytes(b"site_name: \xe9\n")
    assert "not UTF-8" in str(mkdocs_run.problems(tiny)[0])
    file.unlink()
    os.mkfifo(file)
    assert "not a regular file" in str(mkdocs_run.problems(tiny)[0])
    file.unlink()
    assert mkdocs_run.problems(tiny)


@pytest.mark.parametrize("command", [("check",), ("site",), ("pdf", "alpha/plan", "--language", "en")])
def test_every_command_that_needs_it_stops(tiny: Path, command: tuple[str, ...]):
    """Check, site and PDFs say the same line and end with 1."""
    file = tiny / mkdocs_run.CONFIG
    file.write_text(file.read_text("utf-8") + "site_name: Other\n", "utf-8")
    done = run(tiny, *command)
    assert done.exit_code == 1
    assert "site_name: already in line 1; leave one of the two" in done.output
    assert "Traceback" not in done.output


def test_a_build_by_mkdocs_itself_stops_too(tiny: Path, tmp_path: Path):
    """Where MkDocs is run by hand and a plugin that ours needs is missing, there is a line."""
    file = tiny / mkdocs_run.CONFIG
    file.write_text(changed(file.read_text("utf-8"), (r"  - i18n:.*?(?=  - compendium)", "")), "utf-8")
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 1
    assert "in this order; list i18n, then compendium" in done.stderr
    assert "Traceback" not in done.stderr
