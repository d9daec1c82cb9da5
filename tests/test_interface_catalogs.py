"""How the catalogs of the interface are brought up to date."""

from __future__ import annotations

import ast
from pathlib import Path

import polib
import pytest
from conftest import PROJECT
from translating import LANGUAGES, catalog, project, translate, write

from generators.corpus import interface
from generators.translate import update


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    return project(tmp_path)


TEMPLATE = """{{ _("Home") }} {{ ngettext("{n} record", "{n} records", 3) }}
{{ pgettext("verb", "Return") }} {% trans %}Search{% endtrans %}
"""


def update_interface(root: Path) -> list[update.Change]:
    found = interface.read(root, LANGUAGES)[0] if interface.home(root) == root else {}
    return update.update_interface(root, LANGUAGES, found)


def test_interface_strings_come_from_templates_modules_and_overrides(root: Path) -> None:
    """All five functions of gettext are read, with context and plural; the place is the file."""
    write(root, "generators/html/templates/a.html.j2", TEMPLATE)
    write(
        root,
        "generators/pages/b.py",
        'def build(localizer):\n    return localizer.gettext("Home"), localizer.npgettext("c", "{n} day", '
        '"{n} days", 2)\n',
    )
    write(root, "overrides/main.html", '{% extends "base.html" %}{{ _("Languages") }}\n')
    update_interface(root)
    found = polib.pofile(str(root / "generators/locale/ru.po"))
    assert [(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in found] == [
        (None, "Home", ""),
        (None, "{n} record", "{n} records"),
        ("verb", "Return", ""),
        (None, "Search", ""),
        ("c", "{n} day", "{n} days"),
        (None, "Languages", ""),
    ]
    assert found[0].comment == "generators/html/templates/a.html.j2\ngenerators/pages/b.py"
    assert not (root / "generators/locale/en.po").exists()


@pytest.mark.parametrize(("language", "forms"), [("fr", 2), ("ru", 3)])
def test_plurals_have_the_forms_of_the_language(root: Path, language: str, forms: int) -> None:
    """A catalog with plurals says how many forms its language has, each entry has as many, and translated
    ones stay.
    """
    write(root, "generators/html/templates/a.html.j2", TEMPLATE)
    update_interface(root)
    path = f"generators/locale/{language}.po"
    assert f"nplurals={forms};" in (root / path).read_text(encoding="utf-8")
    file = polib.pofile(str(root / path), wrapwidth=0)
    entry = file.find("{n} record")
    assert len(entry.msgstr_plural) == forms
    entry.msgstr_plural[0] = "{n} X"
    file.save()
    update_interface(root)
    assert catalog(root, path)["{n} record"].msgstr_plural[0] == "{n} X"


def test_no_string_is_said_within_an_f_string() -> None:
    """Babel finds no string inside an f-string before Python 3.12, so catalogs would depend on who updates
    them.
    """
    said = {"say", "gettext", "ngettext", "numbered"}
    for file in sorted((PROJECT / "generators").rglob("*.py")):
        for joined in (
            node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)
        ):
            calls = [
                node
                for node in ast.walk(joined)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ]
            assert [call.lineno for call in calls if call.func.attr in said] == [], file


def test_one_changed_string_of_a_template_becomes_stale(root: Path) -> None:
    """Where exactly one string of a file left and one came, the new one keeps the old translation as
    stale.
    """
    write(root, "generators/html/templates/a.html.j2", TEMPLATE)
    update_interface(root)
    translate(root, "generators/locale/fr.po")
    write(root, "generators/html/templates/a.html.j2", TEMPLATE.replace("Home", "Start"))
    update_interface(root)
    assert catalog(root, "generators/locale/fr.po")["Start"].previous_msgid == "Home"


def test_a_broken_template_stops_the_update(root: Path) -> None:
    """A template that cannot be parsed is an error, or all its strings would be dropped in silence."""
    write(root, "generators/html/templates/a.html.j2", "{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        update_interface(root)
