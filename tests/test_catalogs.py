"""gettext catalogs: states, places, lines, and how they are written."""

from __future__ import annotations

import pytest

from generators.text import gettext_files
from generators.text.gettext_files import REVIEWED, STALE, UNREVIEWED, Line, Translation

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


def test_context_keeps_equal_texts_apart(tmp_path):
    """``Return`` is a topic and a stage."""
    catalog, _ = read(
        tmp_path,
        f'{HEADER}msgctxt "topics"\nmsgid "Return"\nmsgstr "Retour"\n\nmsgctxt "stages"\nmsgid "Return"\n'
        f'msgstr "Le retour"\n',
    )
    assert [
        catalog.find("Return", context) and catalog.find("Return", context).text
        for context in ("topics", "stages", "")
    ] == [
        "Retour",
        "Le retour",
        None,
    ]


def test_what_is_not_translated_is_not_found(tmp_path):
    """An empty translation and an obsolete entry are none."""
    catalog, problems = read(
        tmp_path, f'{HEADER}msgid "House"\nmsgstr ""\n\n#~ msgid "Home"\n#~ msgstr "Foyer"\n'
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
    """They keep state, context, remark and forms; one that was stale is kept by the text that it
    translates.
    """
    catalog, problems = read(tmp_path, f'{HEADER}msgid "Cot"\nmsgstr "Lit"\n\n{OBSOLETE}')
    assert problems == []
    assert [*catalog.entries] == [("", "Cot")]
    assert {key: (entry.text, entry.state, entry.plural) for key, entry in catalog.obsolete.items()} == {
        ("terms", "Hut"): ("Cabane", UNREVIEWED, ()),
        ("", "Cottage"): ("Chaumière", UNREVIEWED, ()),
        ("", "{n} house"): ("", REVIEWED, ("{n} maison", "{n} maisons")),
    }
    assert catalog.obsolete["terms", "Hut"].comment == "a small one"
    assert catalog.obsolete["", "{n} house"].msgid_plural == "{n} houses"


def test_an_obsolete_text_that_stands_twice_is_a_problem(tmp_path):
    """One of two would be lost at the next update; beside one that is in use it may stand."""
    twice = '#~ msgid "House"\n#~ msgstr "Foyer"\n\n'
    _, problems = read(tmp_path, f'{HEADER}msgid "House"\nmsgstr "Maison"\n\n{twice}')
    assert problems == []
    _, problems = read(tmp_path, f"{HEADER}{twice}{twice}")
    assert [str(problem) for problem in problems] == [
        "fr.po:7: House: the text is there twice (first on line 4); keep one of them"
    ]


def test_an_entry_knows_line_places_and_former_text(tmp_path):
    """A problem names the line, an update asks for the places, a translator sees the former text."""
    catalog, _ = read(
        tmp_path,
        f'{HEADER}#. plan title\n#. plan summary\n#, fuzzy\n#| msgid "Home"\nmsgid "House"\n'
        f'msgstr "Maison"\n',
    )
    assert catalog.find("House") == Translation(
        "Maison", STALE, 4, ("plan title", "plan summary"), (), "Home"
    )


def test_plural_forms_come_in_their_order(tmp_path):
    """A plural entry keeps all its forms."""
    catalog, _ = read(
        tmp_path,
        f'{HEADER}msgid "a record"\nmsgid_plural "records"\nmsgstr[0] "une fiche"\nmsgstr[1] "des fiches"\n',
    )
    assert catalog.find("a record").plural == ("une fiche", "des fiches")


def test_a_text_that_stands_twice_is_a_problem(tmp_path):
    """The first translation counts, and the second is reported with both lines."""
    catalog, problems = read(
        tmp_path, f'{HEADER}msgid "House"\nmsgstr "Maison"\n\nmsgid "House"\nmsgstr "Foyer"\n'
    )
    assert catalog.find("House").text == "Maison"
    assert [str(problem) for problem in problems] == [
        "fr.po:7: House: the text is there twice (first on line 4); keep one of them"
    ]


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
    """Polib ends lines at more characters than are seen, and drops what follows: they are refused, with their
    line.
    """
    catalog, problems = read(tmp_path, f'{HEADER}msgid "House"\nmsgstr "Maison.{character}"\n')
    assert catalog is None
    assert [(problem.line, problem.rule) for problem in problems] == [(5, "text-hidden")]


def test_what_is_written_is_read_again(tmp_path):
    """Writing keeps texts, states, contexts, places, forms and remarks, and order."""
    lines = [
        Line("House", "Maison", "topics", ("plan title",)),
        Line("Home", "Foyer", fuzzy=True),
        Line("Hut", "Cabane", fuzzy=True, previous="Cottage", comment="a small one"),
        Line("a record", plural="records", forms=("une fiche", "des fiches")),
        Line('Say "hi"\nnow\\then', "Dites « bonjour »\nalors\\là"),
        Line("Cot", "Lit\nd’enfant", "topics", fuzzy=True, comment="a bed", obsolete=True),
    ]
    catalog, problems = read(tmp_path, gettext_files.text_of("fr", lines, "nplurals=2; plural=(n > 1);"))
    assert problems == []
    *live, gone = lines
    assert list(catalog.entries) == [(line.context, line.msgid) for line in live]
    assert [entry.text for entry in catalog.entries.values()] == [line.msgstr for line in live]
    assert [(key, entry.text, entry.state, entry.comment) for key, entry in catalog.obsolete.items()] == [
        (("topics", "Cot"), gone.msgstr, UNREVIEWED, "a bed")
    ]
    assert [entry.state for entry in catalog.entries.values()] == [
        REVIEWED,
        UNREVIEWED,
        STALE,
        REVIEWED,
        REVIEWED,
    ]


def test_what_is_written_changes_only_where_texts_change():
    """No dates, no line numbers, no wrapping: one long text is one line."""
    text = gettext_files.text_of("fr", [Line("word " * 60, "mot " * 60)])
    assert text == gettext_files.text_of("fr", [Line("word " * 60, "mot " * 60)])
    assert "Date" not in text
    assert "#:" not in text
    assert f'msgid "{"word " * 60}"\n' in text
    assert text.endswith('"\n')
