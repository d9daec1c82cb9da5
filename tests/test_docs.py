"""The documents say what is true now."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from generators.cli.main import main
from tests.conftest import LANGUAGES, PROJECT
from tests.editor_reading import schema_errors

README = (PROJECT / "README.md").read_text("utf-8")


def test_readme_says_what_each_dependency_is_for():
    """Every package that somebody asked for by name has its sentence, and no other has."""
    asked = set()
    for file in PROJECT.glob("requirements*.in"):
        lines = file.read_text("utf-8").splitlines()
        asked |= {
            re.split(r"[=<>\[ ]", line)[0] for line in lines if line and not line.startswith(("#", "-"))
        }
    table = README.partition("## What it is built with")[2].partition("\n## ")[0]
    named = {
        name.strip()
        for row in re.findall(r"^\| (?:\*\w+:\* )?([^|]+) \|", table, re.MULTILINE)
        for name in row.split(",")
    } - {"package", "---"}
    assert named == asked


@pytest.mark.parametrize("command", sorted(set(main.commands) - {"swap", "records"}))
def test_readme_names_every_command(command):
    """Each command is in README, under `make` or under its own name."""
    assert f"compendium {command}" in README or f"make {command}" in README


@pytest.mark.parametrize("target", ["serve", "test", "site", "check", "pdf", "bench"])
def test_every_target_in_readme_is_in_the_makefile(target):
    """What README tells people to type exists."""
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_written_page_has_all_languages():
    """Each hand-written page has one file a language."""
    stems = {file.name.split(".")[0] for file in (PROJECT / "docs").glob("*.md")}
    for stem in stems:
        assert (PROJECT / "docs" / f"{stem}.md").exists()
        for language in LANGUAGES[1:]:
            assert (PROJECT / "docs" / f"{stem}.{language}.md").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_that_contribute_shows_is_one(language):
    """The record that is shown line by line has the keys and codes of the real lists, in each language."""
    name = "contribute.md" if language == LANGUAGES[0] else f"contribute.{language}.md"
    shown = re.search(
        r"^```yaml\n(.*?)^```$", (PROJECT / "docs" / name).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )[1]
    schema = json.loads((PROJECT / "schema/action-plan.schema.json").read_text("utf-8"))
    assert schema_errors(Draft202012Validator(schema), yaml.load(shown, yaml.BaseLoader)) == []
