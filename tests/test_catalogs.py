"""gettext catalogs: states, places, lines, how they are written, and what translators'
tools make of them.
"""

from __future__ import annotations

import difflib
import functools
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import commands
import polib
import pytest
from translating import write

from generators.corpus import cldr
from generators.edit import layout
from generators.text import gettext_files
from generators.text.gettext_files import REVIEWED, STALE, UNREVIEWED, Translation
from generators.translate import interface_texts, update

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(tmp_path, text: str | bytes):
    """The catalog of a text, and its problems."""
    file = tmp_path / "fr.po"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return gettext_files.read(file, tmp_path, "fr")


@pytest.mark.parametrize(
    ("flags", "state"),
    [
        ("", REVIEWED),
        ("#, fuzzy\n", UNREVIEWED),
        ('#, fuzzy\n#| msgid "Home"\n', STALE),
        ('#| msgid "Home"\n', REVIEWED),
        ("#, python-format\n", REVIEWED),
    ],
)
def test_a_translation_has_one_of_three_states(tmp_path, flags, state):
    """No flag is reviewed, fuzzy is unreviewed, fuzzy with the former text is stale."""
    catalog, problems = read(tmp_path, f'{HEADER}{flags}msgid "House"\nmsgstr "Maison"\n')
    assert problems == []
    assert catalog.find("House").state == state


def test_what_is_not_translated_is_not_found(tmp_path):
    """An empty translation and an obsolete entry are none."""
    catalog, problems = read(
        tmp_path,
        f'{HEADER}msgid "House"\nmsgstr ""\n\n#~ msgid "Home"\n#~ msgstr "Foyer"\n',
    )
    assert (catalog.find("House"), catalog.find("Home"), problems) == (None, None, [])


OBSOLETE = """\
# a small one
#, fuzzy
#~ msgctxt "terms"
#~ msgid "Hut"
#~ msgstr "Cabane"

#, fuzzy
#~| msgid "Cottage"
#~ msgid "Cot"
#~ msgstr "Chaumière"

#~ msgid "{n} house"
#~ msgid_plural "{n} houses"
#~ msgstr[0] "{n} maison"
#~ msgstr[1] "{n} maisons"
"""


def test_obsolete_translations_stand_apart(tmp_path):
    """They keep state, context, remark and forms; one that was stale is kept by the text
    that it translates.
    """
    catalog, problems = read(tmp_path, f'{HEADER}msgid "Cot"\nmsgstr "Lit"\n\n{OBSOLETE}')
    assert problems == []
    assert [*catalog.entries] == [("", "Cot")]
    assert {
        key: (entry.text, entry.state, entry.plural)
        for key, entry in catalog.obsolete.items()
    } == {
        ("terms", "Hut"): ("Cabane", UNREVIEWED, ()),
        ("", "Cottage"): ("Chaumière", UNREVIEWED, ()),
        ("", "{n} house"): ("", REVIEWED, ("{n} maison", "{n} maisons")),
    }
    assert catalog.obsolete["terms", "Hut"].comment == "a small one"
    assert catalog.obsolete["", "{n} house"].msgid_plural == "{n} houses"


def test_an_obsolete_text_that_stands_twice_is_a_problem(tmp_path):
    """One of two would be lost at the next update; beside one that is in use it may stand
    (two in use are in ``golden/problems/catalog-duplicate``).
    """
    twice = '#~ msgid "House"\n#~ msgstr "Foyer"\n\n'
    assert read(tmp_path, f'{HEADER}msgid "House"\nmsgstr "Maison"\n\n{twice}')[1] == []
    assert [str(problem) for problem in read(tmp_path, f"{HEADER}{twice}{twice}")[1]] == [
        "fr.po:7: House: the text is there twice (first on line 4); keep one of them"
    ]


def test_an_entry_knows_line_places_and_former_text(tmp_path):
    """A problem names the line, an update asks for the places, a translator sees the
    former text.
    """
    catalog, _ = read(
        tmp_path,
        f'{HEADER}#. plan title\n#. plan summary\n#, fuzzy\n#| msgid "Home"\nmsgid "House"\n'
        f'msgstr "Maison"\n',
    )
    assert catalog.find("House") == Translation(
        "Maison", STALE, 4, ("plan title", "plan summary"), (), "Home"
    )


@pytest.mark.parametrize(
    "text",
    [
        "msgid\n",
        "hello\n",
        'msgid "House"\nmsgstr "Maison\n',
        'msgid "House"\nmsgstr Maison\n',
        f'{HEADER}msgid "House"\nmsgstr[x] "Maison"\n',
        f'{HEADER}msgfoo "House"\n',
        f'{HEADER}#~ msgid "House\n#~ msgstr "Maison"\n',
        f'{HEADER}#~ msgid "House"\n#~ msgstr Maison\n',
        f'{HEADER}#~| msgid House\n#~ msgid "House"\n#~ msgstr "Maison"\n',
        b'msgid "caf\xe9"\nmsgstr "x"\n',
    ],
)
def test_what_is_no_catalog_is_a_problem_and_no_traceback(tmp_path, text):
    """Syntax and encoding are reported with a line."""
    catalog, problems = read(tmp_path, text)
    assert catalog is None
    rule = "file-encoding" if isinstance(text, bytes) else "catalog-syntax"
    assert {(problem.rule, problem.line >= 1) for problem in problems} == {(rule, True)}


@pytest.mark.parametrize("character", ["\u2028", "\x85", "\x0b", "\x0c", "\x1d"])
def test_a_catalog_loses_no_letter_at_a_character_that_ends_lines(tmp_path, character):
    """Polib ends lines at more characters than are seen, and drops what follows: they are
    refused, with their line.
    """
    catalog, problems = read(
        tmp_path, f'{HEADER}msgid "House"\nmsgstr "Maison.{character}"\n'
    )
    assert catalog is None
    assert [(problem.line, problem.rule) for problem in problems] == [(5, "text-hidden")]


# -- in the tools of translators ---------------------------------------------------------


SAVED = """\
# msgstr[0]: 0, 1
# msgstr[1]: 2, 3, 4, 5, 6, 7, 8, 9 …
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Reviewers: Awa Diop; Luis Pérez\\n"

#. plan provisions.art-13.says — provisions, Art. 13: says — fr/instruments/body/plan/#art-13
#, fuzzy
#| msgid "Within 30 days of the decision of the competent authority, and in any case before the return."
msgid "Within 90 days of the decision of the competent authority, and in any case before the return."
msgstr "Dans les 30 jours suivant la décision de l’autorité compétente, et en tout cas avant le retour."

# Whose?
#. generators/html/status.py
#, fuzzy, python-brace-format
msgctxt "count"
msgid "{n} mechanism"
msgid_plural "{n} mechanisms"
msgstr[0] "{n} mécanisme"
msgstr[1] "{n} mécanismes"

msgctxt "topics"
msgid "Return"
msgstr "Retour"

msgctxt "stages"
msgid "Return"
msgstr "Le retour"

msgid "Say \\"hi\\": now\\\\then"
msgstr "Dites « bonjour » : alors\\\\là"

# a bed
#, fuzzy
#~ msgctxt "topics"
#~ msgid "A text that stood here and is said nowhere any more, so that its translation waits for its return"
#~ msgstr "Un texte qui se trouvait ici et n’est plus dit nulle part : sa traduction attend son retour"
"""
"""A catalog of ours with all that one can have."""


def as_poedit_saves(text: str) -> str:
    """A catalog as Poedit writes it: texts wrapped at 79 and comments not, its own head,
    the plural rule in its own way.
    """
    catalog = polib.pofile(text, wrapwidth=79)
    comments = [
        (f"@{number}@", entry.comment)
        for number, entry in enumerate(catalog)
        if entry.comment
    ]
    for (mark, _), entry in zip(
        comments, (each for each in catalog if each.comment), strict=True
    ):
        entry.comment = mark  # for polib wraps them too
    own = {"Project-Id-Version": "", "PO-Revision-Date": "2026-11-20 10:00+0100"}
    own |= {"Last-Translator": "Somebody <somebody@example.org>", "Language-Team": ""}
    catalog.metadata = own | dict(catalog.metadata) | {"X-Generator": "Poedit 3.4"}
    catalog.metadata["Plural-Forms"] = "nplurals=2; plural=n > 1;"
    return functools.reduce(
        lambda made, each: made.replace(*each), comments, str(catalog)
    )


def test_a_review_in_an_editor_is_a_difference_of_what_was_reviewed() -> None:
    """After fmt nothing differs but the two entries that a translator mended and marked
    as read: places, flags, remarks, plural rule, reviewers and obsolete texts stay.
    """
    assert layout.catalog(as_poedit_saves(SAVED)) == layout.catalog(SAVED) == SAVED
    opened = polib.pofile(as_poedit_saves(SAVED), wrapwidth=0)
    first, second = opened[0], opened[1]
    first.msgstr = (
        "Dans les 90 jours suivant la décision, et en tout cas avant le retour."
    )
    first.flags.remove("fuzzy")
    second.flags.remove("fuzzy")
    made = layout.catalog(str(opened)).splitlines()
    was = SAVED.splitlines()
    changed = [line for line in difflib.ndiff(was, made) if line[0] in "+-"]
    assert changed == [
        "- #, fuzzy",
        '- #| msgid "Within 30 days of the decision of the competent authority, and in any case before the '
        'return."',
        '- msgstr "Dans les 30 jours suivant la décision de l’autorité compétente, et en tout cas avant le '
        'retour."',
        '+ msgstr "Dans les 90 jours suivant la décision, et en tout cas avant le retour."',
        "- #, fuzzy, python-brace-format",
        "+ #, python-brace-format",
    ]


def test_a_rule_for_another_number_of_forms_stays() -> None:
    """Translations are made for the rule of their file: only its spelling is ours."""
    other = SAVED.replace(
        "nplurals=2; plural=(n > 1);", "nplurals=3; plural=(n>1 ? 1 : n==0 ? 2 : 0);"
    )
    assert "nplurals=3; plural=(n>1 ? 1 : n==0 ? 2 : 0);" in layout.catalog(other)


@pytest.mark.parametrize("language", ["ar", "es", "fr", "pt", "ru", "zh"])
def test_the_head_says_which_number_takes_which_form(language: str) -> None:
    """Each form of the language has a line with numbers, none is said to have none."""
    forms = ("x",) * cldr.plural_number(language)
    line = gettext_files.NewEntry(
        ("", "{n} day"), Translation("", plural=forms, msgid_plural="{n} days")
    )
    head = gettext_files.text_of(language, [line], cldr.plural_formula(language)).split(
        "msgid", 1
    )[0]
    said = head.splitlines()
    assert [each.partition(":")[0] for each in said] == [
        f"# msgstr[{form}]" for form in range(cldr.plural_number(language))
    ]
    assert all(each.partition(": ")[2] for each in said)


def run(root: Path, *arguments: str) -> str:
    result = commands.run(root, "translations", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def root(library_folder: Callable[..., Path]) -> Path:
    """A library of records, with code that says one sentence to readers."""
    root = library_folder({})
    write(
        root,
        "generators/html/a.py",
        'ui("Home of {name}"), n_("{n} day", "{n} days", 3)\n',
    )
    write(root, "generators/locale/fr.po", gettext_files.text_of("fr", []))
    return root


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_itself_finds_no_fault(root: Path, tmp_path: Path) -> None:
    """``msgfmt --check-format`` reads what is written, plural rules and flags included."""
    language = "ru"
    units = interface_texts.extract_interface(root, "en")
    lines = update.merge(units, language, None, cldr.plural_number(language)).lines
    write(
        tmp_path,
        "ru.po",
        gettext_files.text_of(language, lines, cldr.plural_formula(language)),
    )
    write(tmp_path, "fr.po", SAVED)
    for name in ("ru.po", "fr.po"):
        subprocess.run(
            ["msgfmt", "--check-format", "-o", "/dev/null", tmp_path / name], check=True
        )


def test_reviewers_stay_where_they_wish_to_be_named(root: Path) -> None:
    """An update keeps their line in the head, and reading finds each of them."""
    run(root, "update")
    file = root / "instruments/alpha/fr.po"
    text = file.read_text("utf-8").replace(
        '8bit\\n"\n', '8bit\\n"\n"X-Reviewers: Awa Diop;Luis Pérez ; \\n"\n', 1
    )
    file.write_text(text, "utf-8")
    for _ in range(2):  # the second time from memory
        found, problems = gettext_files.read(file, root, "fr")
        assert problems == []
        assert found.reviewers == ("Awa Diop", "Luis Pérez")
        run(root, "update")
    assert '"X-Reviewers: Awa Diop; Luis Pérez\\n"' in file.read_text("utf-8")
    assert layout.catalog(file.read_text("utf-8")) == file.read_text("utf-8")
