"""The commands that change files and nothing else in them: ``compendium set`` and ``compendium fmt``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run
from conftest import BASE
from test_patch import RECORD, difference

from generators.edit import layout
from generators.edit.patch import PatchError, changed
from generators.text import gettext_files

# -- compendium set ------------------------------------------------------------------------------------------

FILE = "instruments/alpha/convention.yml"
BOMB = "[&a0 [x]" + "".join(f", &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)) + "]"
"""YAML that says 9^29 texts."""


def test_set_changes_one_line(library_folder: Callable[..., Path]) -> None:
    """One value is one line of difference; a new key stands where records have it."""
    root = library_folder()
    before = (root / FILE).read_text("utf-8").splitlines()
    told = run(root, "set", "alpha/convention", "applies_from", "2010-01-01")
    after = (root / FILE).read_text("utf-8").splitlines()
    assert told.stdout.splitlines()[0] == f"{FILE}: applies_from: nothing → 2010-01-01"
    assert [line for line in after if line not in before] == ["applies_from: 2010-01-01"]
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("alpha/conventoin", "status", "adopted"), "there is no record 'alpha/conventoin'; did you mean"),
        (
            ("alpha/convention", "statuss", "adopted"),
            "nothing is called 'statuss' here; did you mean 'status'?",
        ),
        (("alpha/convention", "provisions.art-99.says", "x"), "provisions has no item 'art-99'; it has "),
        (("alpha/convention", "status.day", "x"), "'status' is a text and has no 'day'"),
        (("alpha/convention", "adopted", "{date: [}"), "opens a brace or bracket but is not a list"),
        (("alpha/convention", "notes", "{a: &x [*x]}"), "opens a brace or bracket but is not a list"),
        (("alpha/convention", "signature", "--remove"), "has no 'signature'"),
        (("alpha/convention", "provisions.art-12.ref", "Article 12 § 1"), "write: Art. 12(1)"),
    ],
)
def test_set_says_what_it_cannot_do(
    library_folder: Callable[..., Path], asked: tuple[str, ...], said: str
) -> None:
    """A name that there is not, or a value that is none, is one line with a remedy; nothing is written."""
    root = library_folder()
    before = (root / FILE).read_bytes()
    told = run(root, "set", *asked)
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)
    assert said in told.stderr
    assert (root / FILE).read_bytes() == before


@pytest.mark.parametrize("typed", ["&a [*a]", BOMB, "[" * 400 + "]" * 400], ids=["itself", "bomb", "deep"])
@pytest.mark.parametrize("command", ["check", "set alpha/convention notes x"])
def test_a_value_that_grows_while_it_is_read_is_refused(
    library_folder: Callable[..., Path], typed: str, command: str
) -> None:
    """An alias of itself, a bomb of aliases and four hundred brackets end no command in a traceback, and keep
    none busy.
    """
    root = library_folder({FILE: f"{(BASE / FILE).read_text('utf-8')}notes: {typed}\n"})
    told = run(root, *command.split())
    assert told.exit_code == 1
    assert FILE in told.output


def test_an_item_is_named_as_people_name_it() -> None:
    """A line is found by its reference, a State by its code, any item by its number from 1; a name that
    several have is refused.
    """
    for field in ("provisions.art-2.says", "provisions.Art. 2.says".replace("Art. 2", "2")):
        made = changed(RECORD, "instruments/a/b.yml", field, "Nurses come.")
        assert difference(made.text) == ["-    says: Doctors come.", "+    says: Nurses come."]
    made = changed(RECORD, "instruments/a/b.yml", "parties.states.NGA.since", None)
    assert difference(made.text) == ["-      since: 2001"]
    twice = RECORD.replace("ref: Art. 2", "ref: Art. 1")
    with pytest.raises(PatchError, match="names several items of provisions; name one by its number: 1, 2"):
        changed(twice, "instruments/a/b.yml", "provisions.art-1.says", "x")


# -- compendium fmt ------------------------------------------------------------------------------------------

PO = """\
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. plan title
#, fuzzy
msgid "The plan of the Community against the traffic in persons, above all in women and children"
msgstr "Le plan de la Communauté contre la traite des personnes, en particulier des femmes et des enfants"

#~ msgid "Gone"
#~ msgstr "Parti"
"""
POEDIT = """\
# Plan
msgid ""
msgstr ""
"Project-Id-Version: \\n"
"PO-Revision-Date: 2026-11-20 10:00+0100\\n"
"Last-Translator: Somebody <somebody@example.org>\\n"
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Poedit 3.4\\n"

#. plan title
#, fuzzy
msgid ""
"The plan of the Community against the traffic in persons, above all in women "
"and children"
msgstr ""
"Le plan de la Communauté contre la traite des personnes, en particulier des "
"femmes et des enfants"

#~ msgid "Gone"
#~ msgstr "Parti"
"""


def test_a_catalog_keeps_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the form would lose a letter, nothing is written."""
    monkeypatch.setattr(gettext_files, "_written", lambda catalog: str(catalog).replace("Plan", "Plans"))
    with pytest.raises(PatchError, match="it would say something else"):
        layout.catalog(PO.replace("Le plan", "Le Plan"))


def test_a_record_keeps_what_it_says() -> None:
    """Ends of lines and blanks behind them are mended; where that would change a text, nothing is done."""
    assert layout.record("\ufeffa: b  \r\nc: d\r\n\r\n") == "a: b\nc: d\n"
    with pytest.raises(PatchError, match="part of a text here"):
        layout.record("a: |\n  two blanks  \n  more\n")


def test_fmt_says_which_files_it_changed(library_folder: Callable[..., Path]) -> None:
    """With --check nothing is written and the status is 1 where something would be; without it, it is done
    and a second run has nothing to do.
    """
    root = library_folder()
    run(root, "fmt")
    before = (root / FILE).read_bytes().replace(b"\n", b"  \n", 1)
    (root / FILE).write_bytes(before)
    looked = run(root, "fmt", "--check")
    assert (looked.exit_code, looked.stdout) == (1, f"{root / FILE} would change\n")
    assert (root / FILE).read_bytes() == before
    assert run(root, "fmt").exit_code == 0
    assert (root / FILE).read_bytes() == (BASE / FILE).read_bytes()
    assert run(root, "fmt", "--check").exit_code == 0
