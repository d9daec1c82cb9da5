"""The documents say what is true now, in plain English; what is installed is pinned,
hashed, and from no named host.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from jsonschema import Draft202012Validator

from generators import checks
from generators.checks import plain, repeats
from generators.checks.plain import RIGHT, WAITING
from generators.checks.rules import values
from generators.cli.main import main
from generators.corpus.loading import open_corpus
from generators.model.fields import Prose
from generators.site import handwritten
from tests.conftest import LANGUAGES, PROJECT
from tests.editor_reading import schema_errors

README = (PROJECT / "README.md").read_text("utf-8")


def test_readme_says_what_each_dependency_is_for():
    """Every package that somebody asked for by name has its sentence, and no other has."""
    asked = set()
    for file in PROJECT.glob("requirements*.in"):
        lines = file.read_text("utf-8").splitlines()
        asked |= {
            re.split(r"[=<>\[ ]", line)[0]
            for line in lines
            if line and not line.startswith(("#", "-"))
        }
    table = README.partition("## What it is built with")[2].partition("\n## ")[0]
    named = {
        name.strip()
        for row in re.findall(r"^\| (?:\*\w+:\* )?([^|]+) \|", table, re.MULTILINE)
        for name in row.split(",")
    } - {"package", "---"}
    assert named == asked


@pytest.mark.parametrize("command", sorted(main.commands))
def test_readme_names_every_command(command):
    """Each command is in README, under `make` or under its own name."""
    assert f"compendium {command}" in README or f"make {command}" in README


@pytest.mark.parametrize("target", ["serve", "test", "site", "check", "pdf", "bench"])
def test_every_target_in_readme_is_in_the_makefile(target):
    """What README tells people to type exists."""
    assert f"make {target}" in README
    assert re.search(
        rf"^{target}:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE
    )


def test_every_written_page_has_all_languages():
    """Each hand-written page has one file a language."""
    stems = {file.name.split(".")[0] for file in (PROJECT / "docs").glob("*.md")}
    for stem in stems:
        assert (PROJECT / "docs" / f"{stem}.md").exists()
        for language in LANGUAGES[1:]:
            assert (PROJECT / "docs" / f"{stem}.{language}.md").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_that_contribute_shows_is_one(language):
    """The record that is shown line by line has the keys and codes of the real lists, in
    each language.
    """
    name = "contribute.md" if language == LANGUAGES[0] else f"contribute.{language}.md"
    shown = re.search(
        r"^```yaml\n(.*?)^```$",
        (PROJECT / "docs" / name).read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )[1]
    schema = json.loads((PROJECT / "schema/action-plan.schema.json").read_text("utf-8"))
    assert (
        schema_errors(Draft202012Validator(schema), yaml.load(shown, yaml.BaseLoader))
        == []
    )


# -- plain English -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Whoever reads it stands beside it.", ["Whoever", "stands", "beside"]),
        ("Heed it where fitting, and mend it anew.", ["Heed", "fitting", "mend", "anew"]),
        (
            "It is no party, save where women above all are alone.",
            ["is no", "save where", "above all", "alone"],
        ),
        ("There is no list. It is no longer hand in hand with a standing body.", []),
        ("The child is alone. It has identity papers.", []),
    ],
)
def test_house_words_are_found(text: str, words: list[str]):
    """Each word that a learner does not know is named, and the same letters in plain
    words are not.
    """
    assert [
        message.slots["word"] for message, _ in plain.odd(text, plain.ON_PAGES)
    ] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of 20 more we know nothing.", "a sentence that begins with 'Of'"),
        ("One is here; one is there; one is gone.", "a sentence with two semicolons"),
        (
            "See Art. 13, which says in so many words that "
            + "very " * 11
            + "long is too long.",
            "a sentence of 25 words",
        ),
        ("{n} texts bind it. {m} texts " + "do " * 16 + "not.", ""),
        ("Sex; age group; citizenship", ""),
    ],
)
def test_shapes_are_found(text: str, found: str):
    """A sentence is said to be odd by how it begins, by its semicolons and by its length;
    a list is none.
    """
    assert [str(message) for message, _ in plain.odd(text, plain.ON_PAGES)] == (
        [found] if found else []
    )


def test_a_page_is_read_without_its_code():
    """Of a page, what a reader reads counts: no code, no address, each cell and item by
    itself.
    """
    page = "# T\n\n```sh\nwhoever\n```\n\nSee `whoever` and [it](stands.md).\n\n| one | it stands |\n"
    assert [(line, str(message)) for line, message, _ in plain.odd_lines(page)] == [
        (9, "'stands' is not plain English")
    ]


def test_a_page_in_english_is_plain(tmp_path):
    """A hand-written page in English breaks the rule at its line; its translation is
    another language.
    """
    for name in ("guide.md", "guide.fr.md"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(
            "---\ntitle: Guide\n---\n\n# Guide\n\nThis stands here.\n", "utf-8"
        )
    assert [
        str(each) for each in handwritten.problems(tmp_path / "docs", tmp_path, None)
    ] == ["docs/guide.md:7: -: 'stands' is not plain English; write 'is'"]


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "HACKING.md", "CHANGELOG.md", "SECURITY.md"]
)
def test_documents_are_plain(name: str):
    """What editors, programmers and users of an earlier state read keeps the rule too;
    HACKING fits on a few screens.
    """
    text = (PROJECT / name).read_text("utf-8")
    assert [(line, str(message)) for line, message, _ in plain.odd_lines(text)] == []
    assert name != "HACKING.md" or text.count("\n") <= 135


def helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """The help of a command, of its options and of the commands within."""
    yield name, " ".join((command.help or "").split())
    for option in command.params:
        yield f"{name} {option.name}", getattr(option, "help", "") or ""
    for key, within in (
        command.commands.items() if isinstance(command, click.Group) else ()
    ):
        yield from helps(within, f"{name} {key}")


def test_help_is_plain():
    """What ``--help`` says keeps the rule."""
    odd = {
        name: [str(each) for each, _ in plain.odd(text, plain.ON_PAGES)]
        for name, text in helps(main, "")
    }
    assert {name: found for name, found in odd.items() if found} == {}


def test_exceptions_are_few_and_needed():
    """Each exception is met by a text of the records that would break the rule; there are
    fewer than 60.
    """
    read, problems = open_corpus(PROJECT)
    assert problems == []
    texts = [each.value for each in values(read) if isinstance(each.mark, Prose)]
    odd = [
        text for text in texts if any(plain.odd(text, plain.IN_RECORDS, excepting=False))
    ]
    words = [word for group in RIGHT.values() for word in group]
    beginnings = [each for group in WAITING.values() for each in group]
    assert len(words) + len(beginnings) < 60
    assert [word for word in words if not any(word in text for text in odd)] == []
    assert [
        each for each in beginnings if not any(text.startswith(each) for text in odd)
    ] == []


def test_pairs_with_one_translation_are_few_and_needed(monkeypatch):
    """Each pair of texts that may have one translation has one, in some language."""
    read, problems = open_corpus(PROJECT)
    assert problems == []
    pairs = [pair for group in repeats.ONE_WORD.values() for pair in group]
    monkeypatch.setattr(repeats, "_ALLOWED", frozenset())
    met = [
        str(each)
        for each in checks.run(
            read, [repeats.interface_repeats, repeats.translation_repeats]
        )
    ]
    assert len(pairs) < 40
    assert [
        pair for pair in pairs if not any(_names_both(line, pair) for line in met)
    ] == []


def _names_both(line: str, pair: tuple[str, str]) -> bool:
    """Whether a problem is about both texts of a pair, in either order."""
    one, other = pair
    return any(
        f": {a}: says what '{b}' says" in line for a, b in ((one, other), (other, one))
    )


# -- what is installed -------------------------------------------------------------------


PINS = sorted(PROJECT.glob("requirements*.txt"))


def names(text: str) -> set[str]:
    """The packages that a requirements file asks for."""
    return {
        match[1].lower()
        for line in text.splitlines()
        if (match := re.match(r"([A-Za-z0-9][\w.-]*)", line))
    }


@pytest.mark.parametrize("file", PINS, ids=lambda file: file.name)
def test_every_requirement_is_pinned_with_hashes(file: Path):
    """Each package has one version and at least one hash, and no line names a host."""
    text = file.read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^#.*\n?", "", text).strip())

    assert [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9-]+==\S+ \\\n(?: +--hash=sha256:[0-9a-f]{64})", entry)
    ] == []
    assert not re.search(
        r"https?://|--(extra-)?index-url|--find-links|--trusted-host", text
    )


@pytest.mark.parametrize("file", PINS, ids=lambda file: file.name)
def test_the_pins_hold_what_was_asked_for(file: Path):
    """After a change to a .in file, run `make lock`."""
    asked = names(file.with_suffix(".in").read_text("utf-8"))

    assert asked - names(file.read_text("utf-8")) == set()


def test_each_installation_that_fails_asks_for_the_connection() -> None:
    """Pip names a package that it did not find, and not the network that was missing."""
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    lines = [line for line in makefile.splitlines() if "--require-hashes -r req" in line]
    assert len(lines) == 7
    assert all(line.endswith(" $(OR_SAY)") for line in lines)
    assert "Is there a connection to your package registry?" in makefile


def test_an_installation_that_fails_is_one_sentence(tmp_path: Path) -> None:
    """What pip printed is in a file, which the sentence names."""
    shutil.copy(PROJECT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    programs = tmp_path / ".venv/bin"
    programs.mkdir(parents=True)
    for name in ("pip", "python"):
        (programs / name).write_text(
            "#!/bin/sh\necho No matching distribution >&2; exit 1\n"
        )
        (programs / name).chmod(0o755)
    done = subprocess.run(
        ["make", "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    told = re.sub(r"^(?:make|grep).*\n", "", done.stderr, flags=re.MULTILINE)
    assert told == (
        "The packages could not be installed (.venv/pip.txt says why). "
        "Is there a connection to your package registry?\n"
    )
    assert "No matching" in (tmp_path / ".venv/pip.txt").read_text()


def test_a_missing_chromium_is_one_sentence_with_its_remedy(
    tmp_path: Path,
) -> None:
    """Tests of pages and the pictures of the tour name the package, and no traceback."""
    (tmp_path / "test_page.py").write_text("def test_page(browser): pass\n")
    absent = (
        "import sys, pytest, sites\n"
        "sites.CHROMIUM = '/nowhere/chromium'\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-p', 'conftest', "
        "'test_page.py']))\n"
    )
    pictures = (
        "import tour_pictures\n"
        "tour_pictures.CHROMIUM = '/nowhere/chromium'\n"
        "tour_pictures.main()\n"
    )
    for program in (absent, pictures):
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(PROJECT / "tests")},
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 1, said
        assert "install it: sudo apt-get install chromium-headless-shell" in said
        assert "Traceback" not in said
        assert "BrowserType" not in said


def test_each_list_is_audited_by_itself(tmp_path: Path) -> None:
    """Lists may pin a package in two versions, which the auditor refuses in one run; one
    that is not sound, or could not be asked whole, fails at the end and keeps no other
    from being asked.
    """
    shutil.copy(PROJECT / "Makefile", tmp_path)
    auditor = tmp_path / ".build/weekly/bin/pip-audit"
    auditor.parent.mkdir(parents=True)
    auditor.write_text(
        '#!/bin/sh\necho "$*" >> asked\ncase "$*" in *bad*) exit 1;; '
        '*new*) echo "Name Skip Reason";; esac\n'
    )
    auditor.chmod(0o755)
    for name in ("-bad", "-new", "-weekly", ""):
        (tmp_path / f"requirements{name}.txt").touch()
    (tmp_path / ".build/weekly/.ready").touch()
    done = subprocess.run(
        ["make", "audit"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.rpartition(" -r ")[2] for line in asked] == sorted(
        path.name for path in tmp_path.glob("requirements*.txt")
    )
    assert not any("--strict" in line for line in asked)  # it stops at the first one
    assert done.returncode != 0
    failed = "requirements-bad.txt requirements-new.txt"
    assert f"not sound, or not asked: {failed}\n" in done.stderr
    assert "Name Skip Reason" in done.stdout
    (tmp_path / "requirements-bad.txt").unlink()
    (tmp_path / "requirements-new.txt").unlink()
    assert (
        subprocess.run(
            ["make", "audit"], cwd=tmp_path, capture_output=True, check=False
        ).returncode
        == 0
    )
