"""``compendium fmt``: files in their form; what they say stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run
from conftest import BASE

from generators.edit import layout
from generators.edit.layout import FormError
from generators.text import gettext_files

FILE = "instruments/alpha/convention.yml"
BOMB = (
    "[&a0 [x]"
    + "".join(f", &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
    + "]"
)
"""YAML that says 9^29 texts."""


@pytest.mark.parametrize(
    "typed", ["&a [*a]", BOMB, "[" * 400 + "]" * 400], ids=["itself", "bomb", "deep"]
)
def test_a_value_that_grows_while_it_is_read_is_refused(
    library_folder: Callable[..., Path], typed: str
) -> None:
    """An alias of itself, a bomb of aliases and four hundred brackets end no command in a
    traceback, and keep none busy.
    """
    root = library_folder({FILE: f"{(BASE / FILE).read_text('utf-8')}notes: {typed}\n"})
    told = run(root, "check")
    assert told.exit_code == 1
    assert FILE in told.output
    before = (root / FILE).read_bytes()
    run(root, "fmt", str(root / FILE))
    assert (root / FILE).read_bytes() == before


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
    monkeypatch.setattr(
        gettext_files, "_written", lambda catalog: str(catalog).replace("Plan", "Plans")
    )
    with pytest.raises(FormError, match="it would say something else"):
        layout.catalog(PO.replace("Le plan", "Le Plan"))


def test_a_record_keeps_what_it_says() -> None:
    """Ends of lines and blanks behind them are mended; where that would change a text,
    nothing is done.
    """
    assert layout.record("\ufeffa: b  \r\nc: d\r\n\r\n") == "a: b\nc: d\n"
    with pytest.raises(FormError, match="part of a text here"):
        layout.record("a: |\n  two blanks  \n  more\n")


def test_fmt_says_which_files_it_changed(library_folder: Callable[..., Path]) -> None:
    """With --check nothing is written and the status is 1 where something would be;
    without it, it is done and a second run has nothing to do.
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
