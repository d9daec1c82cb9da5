"""The interface's catalogs are data like others: read with the records, checked, and
every door stops on them.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import polib
import pytest
from commands import run
from conftest import LANGUAGES, PROJECT, TODAY
from translating import LANGUAGES as TRANSLATED
from translating import catalog, project, translate, write

from generators.corpus import interface, library
from generators.corpus.corpus import Corpus
from generators.text.sayings import names
from generators.translate import interface_texts, update
from generators.translate.localizer import Localizer

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
RECORDS = 'msgid "{n} record"\nmsgid_plural "{n} records"\n'
BROKEN = {
    "quote": ('msgid "Home"\nmsgstr "Accueil\n', "not a line of a gettext catalog"),
    "slot": (
        'msgid "in force since {date}"\nmsgstr "en vigueur depuis {datum}"\n',
        "other slots than the text",
    ),
}


@pytest.fixture
def broken(tiny: Path, request: pytest.FixtureRequest) -> tuple[Path, str, str]:
    """The tiny project with a French interface of its own that is broken in one way, and
    what is said of it.
    """
    body, said = BROKEN[request.param]
    (tiny / interface.LOCALE).mkdir(parents=True)
    (tiny / interface.LOCALE / "fr.po").write_text(HEADER + body, "utf-8")
    line = 5 if request.param == "quote" else 4
    return tiny, f"generators/locale/fr.po:{line}:", said


@pytest.mark.parametrize("broken", BROKEN, indirect=True)
@pytest.mark.parametrize(
    "command", [("check",), ("pdf", "alpha"), ("translations", "update")]
)
def test_every_command_stops_on_a_broken_interface(
    broken: tuple[Path, str, str], command: tuple[str, ...]
):
    """One line names file and entry, the status is 1, and nothing is written."""
    project, line, said = broken
    before = {file for file in project.rglob("*") if ".build" not in file.parts}
    done = run(project, *command)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stdout.startswith(line)
    assert said in done.stdout
    assert {file for file in project.rglob("*") if ".build" not in file.parts} == before


def read(root: Path) -> Corpus:
    found, problems = library.read(root, LANGUAGES)
    assert problems == []
    return Corpus(found, TODAY, LANGUAGES)


def test_the_interface_is_read_with_the_records(library_folder):
    """A project's own catalogs are the ones that it is shown in; one without any has this
    package's.
    """
    root = library_folder()
    assert Localizer(read(root), "fr").gettext("About") == "À propos"
    (root / interface.LOCALE).mkdir(parents=True)
    (root / interface.LOCALE / "fr.po").write_text(
        f'{HEADER}msgid "About"\nmsgstr "Au sujet"\n', "utf-8"
    )
    assert Localizer(read(root), "fr").gettext("About") == "Au sujet"
    assert Localizer(read(root), "es").gettext("About") == "About"


@pytest.mark.parametrize(
    ("language", "forms", "shown"),
    [
        (
            "fr",
            ("{n} fiche", "{n} fiches"),
            {0: "0 fiche", 1: "1 fiche", 2: "2 fiches", 1000000: "1 000 000 fiches"},
        ),
        (
            "ru",
            ("{n} a", "{n} b", "{n} c"),
            {1: "1 a", 21: "21 a", 3: "3 b", 5: "5 c", 11: "11 c"},
        ),
        (
            "ar",
            ("z", "o", "t", "{n} f", "{n} m", "{n} x"),
            {0: "z", 1: "o", 2: "t", 5: "5 f", 11: "11 m", 100: "100 x"},
        ),
        ("fr", ("", "{n} fiches"), {1: "1 record", 2: "2 fiches"}),
    ],
)
def test_a_number_takes_the_form_of_its_language(library_folder, language, forms, shown):
    """Forms are counted as CLDR orders them; where a form is empty a reader sees the
    English one, not nothing.
    """
    body = RECORDS + "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms))
    corpus = read(library_folder({f"{interface.LOCALE}/{language}.po": HEADER + body}))
    said = Localizer(corpus, language)
    for number, text in shown.items():
        found = said.ngettext("{n} record", "{n} records", number)
        assert found.replace("\u202f", " ").replace("\xa0", " ") == text


def test_the_strings_of_the_code_have_slots_that_can_be_filled():
    """What translations are measured by is sound itself: plain slots, the same for one
    and for many.
    """
    for unit in interface_texts.extract_interface(PROJECT, "en"):
        rest = without_slots(unit.text) + without_slots(unit.plural)
        assert "{" not in rest and "}" not in rest, unit  # noqa: PT018
        if unit.plural:
            assert names(unit.text) == names(unit.plural), unit


def without_slots(text: str) -> str:
    for name in names(text):
        text = text.replace(f"{{{name}}}", "")
    return text


def test_an_update_of_a_project_without_catalogs_takes_none_from_the_package(
    library_folder,
):
    """The package's translations are shown, and are not the project's to keep or lose."""
    root = library_folder()
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    done = run(root, "translations", "update")
    assert "obsolete, for their text is gone: 0" in done.stdout.splitlines()[-1]
    assert 'msgstr ""' in (root / interface.LOCALE / "fr.po").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    return project(tmp_path)


TEMPLATE = """{{ _("Home") }} {{ ngettext("{n} record", "{n} records", 3) }}
{{ pgettext("verb", "Return") }} {% trans %}Search{% endtrans %}
"""


def update_interface(root: Path) -> list[update.CatalogUpdate]:
    found = interface.read(root, TRANSLATED)[0] if interface.home(root) == root else {}
    return update.update_interface(root, TRANSLATED, found)


def test_interface_strings_come_from_templates_modules_and_overrides(root: Path) -> None:
    """All five functions of gettext are read, with context and plural; the place is the
    file.
    """
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
    assert (
        found[0].comment == "generators/html/templates/a.html.j2\ngenerators/pages/b.py"
    )
    assert not (root / "generators/locale/en.po").exists()


@pytest.mark.parametrize(("language", "forms"), [("fr", 2), ("ru", 3)])
def test_plurals_have_the_forms_of_the_language(
    root: Path, language: str, forms: int
) -> None:
    """A catalog with plurals says how many forms its language has, each entry has as
    many, and translated ones stay.
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
    """Babel finds no string inside an f-string before Python 3.12, so catalogs would
    depend on who updates them.
    """
    said = {"say", "gettext", "ngettext", "numbered"}
    for file in sorted((PROJECT / "generators").rglob("*.py")):
        for joined in (
            node
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.JoinedStr)
        ):
            calls = [
                node
                for node in ast.walk(joined)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ]
            assert [call.lineno for call in calls if call.func.attr in said] == [], file


def test_one_changed_string_of_a_template_becomes_stale(root: Path) -> None:
    """Where exactly one string of a file left and one came, the new one keeps the old
    translation as stale.
    """
    write(root, "generators/html/templates/a.html.j2", TEMPLATE)
    update_interface(root)
    translate(root, "generators/locale/fr.po")
    write(root, "generators/html/templates/a.html.j2", TEMPLATE.replace("Home", "Start"))
    update_interface(root)
    assert catalog(root, "generators/locale/fr.po")["Start"].previous_msgid == "Home"


def test_a_broken_template_stops_the_update(root: Path) -> None:
    """A template that cannot be parsed is an error, or all its strings would be dropped
    in silence.
    """
    write(root, "generators/html/templates/a.html.j2", "{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        update_interface(root)
