"""What an editor changes is no mistake in the languages of others: their translations
wait.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import run
from conftest import BASE, LibraryFolder
from translating import catalog

FILE, FRENCH = "instruments/alpha/convention.yml", "instruments/alpha/fr.po"
BEFORE = (BASE / FILE).read_text("utf-8")
NEW = "provisions:\n  - {topics: [assistance], ref: Art. 9, strength: obligation, says: Within 9 days.}\n"
GONE = next(line for line in BEFORE.splitlines(keepends=True) if "Art. 12" in line)


@pytest.fixture
def root(library_folder: LibraryFolder) -> Path:
    """A project whose convention is translated into French and Russian."""
    root = library_folder()
    assert run(root, "fmt").exit_code == 0
    for language, said in (
        ("fr", "Logement et indemnisation."),
        ("ru", "Жильё и возмещение."),
    ):
        file = root / f"instruments/alpha/{language}.po"
        text, msgid = file.read_text("utf-8"), 'msgid "Housing and compensation."\n'
        file.write_text(
            text.replace(f'{msgid}msgstr ""', f'{msgid}msgstr "{said}"'), "utf-8"
        )
    return root


@pytest.mark.parametrize(
    ("typed", "instead", "waiting"),
    [
        (
            "Housing and compensation.",
            "Housing.",
            "2 translations wait for the new sentence\n",
        ),
        ("provisions:\n", NEW, ""),
        (GONE, "", ""),
        ("", "", ""),
    ],
    ids=["reworded", "new", "removed", "as it was"],
)
def test_no_editor_needs_a_command_for_the_languages_of_others(
    root: Path, typed: str, instead: str, waiting: str
) -> None:
    """A line that was reworded, put in or taken out breaks no rule, before and after
    catalogs were brought up to date; how many translations wait is one line, where their
    files were asked about.
    """
    (root / FILE).write_text(BEFORE.replace(typed, instead), "utf-8")
    for command in ("check", "fmt"):
        run(root, command)
        looked = run(root, "check")
        assert (looked.exit_code, looked.output) == (0, f"0 problems\n{waiting}")
    assert (
        run(root, "check", str(root / "instruments/vocabulary")).output == "0 problems\n"
    )


def test_the_translation_of_what_was_reworded_waits_with_what_it_was_of(
    root: Path,
) -> None:
    """``fmt`` marks it, and keeps the former sentence beside it."""
    (root / FILE).write_text(
        BEFORE.replace("Housing and compensation.", "Housing."), "utf-8"
    )
    assert run(root, "fmt").exit_code == 0
    entry = catalog(root, FRENCH)["Housing."]
    assert (entry.msgstr, entry.flags, entry.previous_msgid) == (
        "Logement et indemnisation.",
        ["fuzzy"],
        "Housing and compensation.",
    )


def test_catalogs_follow_no_file_that_cannot_be_read(root: Path) -> None:
    """What a broken file says is not known: ``fmt`` leaves all translations as they are."""
    before = (root / FRENCH).read_bytes()
    (root / FILE).write_text(f"{BEFORE}kind: sop\n", "utf-8")
    assert run(root, "fmt").exit_code == 1
    assert (root / FRENCH).read_bytes() == before


def test_fmt_of_some_files_looks_at_no_other(root: Path) -> None:
    """Only without a path are catalogs brought up to date, and with --check they are
    named.
    """
    (root / FILE).write_text(BEFORE.replace("Housing and", "Housing or"), "utf-8")
    assert run(root, "fmt", "--check", str(root / FRENCH)).exit_code == 0
    looked = run(root, "fmt", "--check")
    assert (looked.exit_code, f"{root / FRENCH} would change\n" in looked.stdout) == (
        1,
        True,
    )
    assert run(root, "fmt").exit_code == run(root, "fmt", "--check").exit_code == 0
