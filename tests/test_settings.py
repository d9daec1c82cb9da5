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
        (
            (r"^site_url: .*?$", "site_url: javascript:alert(1)"),
            None,
            "site_url: 'javascript:alert(1)' is no",
        ),
        (
            (r"^site_url: .*?$", "site_url: 5"),
            None,
            "site_url: '5' is not an address; expected https://",
        ),
        (
            (r"^site_url: .*?$", "site_url: https://user:secret@a.example/"),
            None,
            "a path, without a password or a query",
        ),
        (
            (r"^site_url: .*?$", "site_url: https://a.example/?x=1"),
            None,
            "is not an address",
        ),
        ((r"^site_url: .*?$", ""), None, "site_url: missing"),
        (
            (r"^extra:.*", "extra: {publisher: {address: errors}}"),
            None,
            "extra.publisher.address: ",
        ),
        (
            (r"^extra:.*", "extra: {publisher: {logo: a.svg}}"),
            None,
            "extra.publisher.logo: 'a.svg' is not there",
        ),
        (
            (r"^extra:.*", "extra: {publisher: {nam: IOM}}"),
            None,
            "extra.publisher.nam: unknown key 'nam'",
        ),
        (
            (r"^extra:.*", "extra: {publisher: {name: [IOM]}}"),
            None,
            "extra.publisher.name: not a text",
        ),
        (
            (r"^repo_url: .*?$", "repo_url: 'https://a.example/\"><b>'"),
            None,
            "repo_url: ",
        ),
        ((r"^docs_dir: docs", "docs_dir: : docs"), None, "mapping values are not"),
        ((r"\A.*\Z", ""), 1, "site_url: missing"),
        ((r"\A.*\Z", "- a\n"), 1, "site_url: missing"),
        (
            (r"^extra:", "day: 2026-13-45\nextra:"),
            1,
            "YAML that cannot be read (month must be in",
        ),
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


def test_refusals_of_a_build_are_in_the_language_of_the_terminal(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
):
    """Also those that MkDocs prints."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    file = tiny / mkdocs_run.CONFIG
    file.write_text(changed(file.read_text("utf-8"), (r"^site_url: .*?$", "")), "utf-8")
    with pytest.raises(
        PluginError, match="ONLY=xx\u00a0: pas de langue du site\u00a0: xx"
    ):
        mkdocs_run.leave_out_languages(None, "xx")
    done = run(tiny, "pdf", "alpha/plan", "--language", "en")
    assert (
        "les liens entre langues et les codes sur papier ont besoin de l’adresse du site"
        in done.output
    )
    done = mkdocs_build(tiny, tiny / "site")
    assert re.search(r"1 problème\s; rien n’a été écrit", done.stderr), done.stderr


def test_a_file_that_holds_no_text_is_a_line(tiny: Path):
    """Another encoding, a pipe that nobody fills, nothing: each is said, and nobody
    waits.
    """
    file = tiny / mkdocs_run.CONFIG
    file.write_bytes(b"site_name: \xe9\n")
    assert "not UTF-8" in str(mkdocs_run.problems(tiny)[0])
    file.unlink()
    os.mkfifo(file)
    assert "not a regular file" in str(mkdocs_run.problems(tiny)[0])
    file.unlink()
    assert mkdocs_run.problems(tiny)


@pytest.mark.parametrize(
    "command", [("check",), ("site",), ("pdf", "alpha/plan", "--language", "en")]
)
def test_every_command_that_needs_it_stops(tiny: Path, command: tuple[str, ...]):
    """Check, site and PDFs say the same line and end with 1."""
    file = tiny / mkdocs_run.CONFIG
    file.write_text(
        changed(file.read_text("utf-8"), (r"^site_url: .*?$", "site_url: x")), "utf-8"
    )
    done = run(tiny, *command)
    assert done.exit_code == 1
    assert "site_url: 'x' is not an address; expected https://" in done.output
    assert "Traceback" not in done.output


def test_a_build_by_mkdocs_itself_stops_too(tiny: Path, tmp_path: Path):
    """Where MkDocs is run by hand and a plugin that ours needs is missing, there is a
    line.
    """
    file = tiny / mkdocs_run.CONFIG
    file.write_text(
        changed(file.read_text("utf-8"), (r"  - i18n:.*?(?=  - compendium)", "")), "utf-8"
    )
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 1
    assert "expected en, ar, es, fr, pt, ru, zh, in this order" in done.stderr
    assert "Traceback" not in done.stderr
