"""Which texts are translated, how catalogs are brought up to date, and how far they are."""

from __future__ import annotations

import ast
from pathlib import Path

import polib
import pytest
from conftest import PROJECT

from generators import checks
from generators.corpus import interface
from generators.corpus.loading import open_corpus
from generators.text import gettext_files
from generators.translate import units, update

LANGUAGES = ("en", "fr", "ru")
RECORD = """\
kind: instrument
type: convention
official_titles: {en: Convention on Trade, fr: Convention sur la traite}
short_title: Trade Convention
short_titles: {ru: Конвенция}
status: in-force
binding: true
summary: In short.
provisions:
  - {topics: [return], ref: Art. 1, strength: obligation, says: Within 30 days.}
  - {topics: [return], ref: Art. 2, strength: obligation, says: With a guardian.}
confidence: recalled
"""
MECHANISM = "kind: organisation\nregions: [africa]\nname: The Body\nconfidence: recalled\n"
TERMS = """\
kind: vocabulary
of: terms
title: Terms
definition: Vocabularies.
entries:
  - id: return
    label: return
    definition: Going home.
    forms: {en: {form: return, confidence: common}, fr: {form: retour, confidence: common}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    write(tmp_path, "instruments/body/mechanism.yml", MECHANISM)
    write(tmp_path, "instruments/body/trade-2009.yml", RECORD)
    write(tmp_path, "instruments/vocabulary/terms.yml", TERMS)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def updated(root: Path) -> list[update.Change]:
    corpus, _ = open_corpus(root)
    return update.update(corpus, root, LANGUAGES)


def catalog(root: Path, path: str) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in polib.pofile(str(root / path))}


def translate(root: Path, path: str, *flags: str) -> None:
    """Translate every text of a catalog by its own length."""
    file = polib.pofile(str(root / path), wrapwidth=0)
    for entry in file:
        entry.msgstr, entry.flags = f"T{len(entry.msgid)}", list(flags)
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgstr)
    file.save()


# -- which texts ---------------------------------------------------------------------------------------------


def test_every_prose_text_has_its_place(root: Path) -> None:
    """Texts come in the order of files and fields, each with file stem and path of keys, where a line of a
    list is named by its reference; references and codes are none.
    """
    corpus, _ = open_corpus(root)
    found = [(each.place, each.text) for each in units.extract(corpus)["body"]]
    assert found == [
        ("mechanism name", "The Body"),
        ("trade-2009 title", "Convention on Trade"),
        ("trade-2009 short_title", "Trade Convention"),
        ("trade-2009 summary", "In short."),
        ("trade-2009 provisions.art-1.says", "Within 30 days."),
        ("trade-2009 provisions.art-2.says", "With a guardian."),
    ]


SOP = """\
kind: sop
type: procedures
title: Procedures
status: adopted
binding: false
parties: {states: [{state: BEN, note: Not for its islands.}]}
steps:
  - {stage: return, ref: Section 1, does: Ask first., time_limit: at once}
  - {stage: return, ref: Section 1, does: Write it down.}
  - {id: sign, stage: return, ref: Section 1, does: Sign it.}
objectives:
  - {says: Help.}
confidence: recalled
"""


def test_a_line_is_named_by_what_it_says_of_itself(root: Path) -> None:
    """In places a line has its id, its State, else its reference; lines that nothing tells apart have one
    place together.
    """
    write(root, "instruments/body/sop.yml", SOP)
    corpus, _ = open_corpus(root)
    found = [each.place for each in units.extract(corpus)["body"] if each.place.startswith("sop ")]
    assert found == [
        "sop title",
        "sop parties.states.BEN.note",
        "sop steps.section-1.does",
        "sop steps.section-1.time_limit",
        "sop steps.section-1.does",
        "sop steps.sign.does",
        "sop objectives.says",
    ]
    terms = [each.place for each in units.extract(corpus)["vocabulary"]]
    assert terms == [
        "terms title",
        "terms definition",
        "terms entries.return.label",
        "terms entries.return.definition",
    ]


def test_a_published_title_is_translated_by_nobody(root: Path) -> None:
    """A title and a short title go only into the languages that have neither as published: where the title is
    published, it is shown.
    """
    updated(root)
    assert "Convention on Trade" not in catalog(root, "instruments/body/fr.po")
    assert "Convention on Trade" in catalog(root, "instruments/body/ru.po")
    assert "Trade Convention" not in catalog(root, "instruments/body/fr.po")
    assert "Trade Convention" not in catalog(root, "instruments/body/ru.po")


def test_vocabulary_texts_stand_under_their_list(root: Path) -> None:
    """In vocabulary/ the list is the context; the label of a term is left to its forms, where it has one in
    the language.
    """
    updated(root)
    fr, ru = (catalog(root, f"instruments/vocabulary/{language}.po") for language in ("fr", "ru"))
    assert {entry.msgctxt for entry in fr.values()} == {"terms"}
    assert list(fr) == ["Terms", "Vocabularies.", "Going home."]
    assert "return" in ru


def test_a_catalog_holds_no_text_of_its_own_language(root: Path) -> None:
    """en.po is written only where a file is not in English, and then holds that file's texts alone."""
    updated(root)
    assert not (root / "instruments/body/en.po").exists()
    write(
        root,
        "instruments/body/autre.yml",
        RECORD.replace("type:", "language: fr\ntype:", 1).replace("In short.", "En bref."),
    )
    updated(root)
    assert "En bref." in catalog(root, "instruments/body/en.po")
    assert "En bref." not in catalog(root, "instruments/body/fr.po")


def test_a_text_said_twice_is_one_entry(root: Path) -> None:
    """The same text in two places of a folder is translated once, with both places beside it."""
    write(root, "instruments/body/trade-2009.yml", RECORD.replace("With a guardian.", "Within 30 days."))
    updated(root)
    assert (
        catalog(root, "instruments/body/fr.po")["Within 30 days."].comment
        == "trade-2009 provisions.art-1.says\ntrade-2009 provisions.art-2.says"
    )


# -- bringing catalogs up to date ----------------------------------------------------------------------------


def test_an_update_of_an_unchanged_corpus_writes_nothing(root: Path) -> None:
    """The second of two updates leaves every file alone."""
    assert all(change.written for change in updated(root))
    assert not any(change.written for change in updated(root))


def test_catalogs_have_no_dates_and_end_in_one_line_break(root: Path) -> None:
    """A catalog differs only where a text does."""
    updated(root)
    text = (root / "instruments/body/fr.po").read_text(encoding="utf-8")
    assert "Date" not in text
    assert text.endswith('msgstr ""\n')
    assert not text.endswith("\n\n")
    assert [file.name for file in root.glob("instruments/*/.*")] == []


@pytest.mark.parametrize(
    ("flags", "state"), [((), gettext_files.REVIEWED), (("fuzzy",), gettext_files.UNREVIEWED)]
)
def test_the_same_text_keeps_translation_and_state(root: Path, flags: tuple[str, ...], state: str) -> None:
    """A provision that moved within its record, behind a new one, keeps its translation as it was; the new
    one has none.
    """
    updated(root)
    translate(root, "instruments/body/fr.po", *flags)
    new = "provisions:\n  - {topics: [return], ref: Art. 0, strength: obligation, says: Within 90 days.}\n"
    write(root, "instruments/body/trade-2009.yml", RECORD.replace("provisions:\n", new))
    updated(root)
    found, _ = gettext_files.read(root / "instruments/body/fr.po", root, "fr")
    assert found.find("Within 30 days.").state == state
    assert found.find("Within 30 days.").places == ("trade-2009 provisions.art-1.says",)
    assert found.find("Within 90 days.") is None


def test_a_changed_text_keeps_its_old_translation_as_stale(root: Path) -> None:
    """A text that changed at its place shows translators the old text and its translation, and counts as out
    of date.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    write(root, "instruments/body/trade-2009.yml", RECORD.replace("30 days", "45 days"))
    changes = updated(root)
    entry = catalog(root, "instruments/body/fr.po")["Within 45 days."]
    assert (entry.msgstr, entry.flags, entry.previous_msgid) == ("T15", ["fuzzy"], "Within 30 days.")
    assert [
        (change.outdated, change.left) for change in changes if change.path == "instruments/body/fr.po"
    ] == [(1, 0)]


def test_a_line_put_in_above_an_edited_one_loses_no_translation(root: Path) -> None:
    """A provision keeps its place by its reference: one put in above it, in the same edit, takes nothing from
    it, and gets nothing of it.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    new = "provisions:\n  - {topics: [return], ref: Art. 0, strength: obligation, says: Within 90 days.}\n"
    text = RECORD.replace("provisions:\n", new).replace("Within 30 days", "Within 45 days")
    write(root, "instruments/body/trade-2009.yml", text)
    change = next(change for change in updated(root) if change.path == "instruments/body/fr.po")
    found = catalog(root, "instruments/body/fr.po")
    assert (change.outdated, change.left) == (1, 0)
    assert (found["Within 90 days."].msgstr, found["Within 90 days."].previous_msgid) == ("", None)
    assert (found["Within 45 days."].msgstr, found["Within 45 days."].previous_msgid) == (
        "T15",
        "Within 30 days.",
    )
    assert (found["With a guardian."].msgstr, found["With a guardian."].fuzzy) == ("T16", False)


def test_a_line_taken_out_above_an_edited_one_lends_it_nothing(root: Path) -> None:
    """Where a provision goes and the next one changes, the next has its own former translation, not that of
    the one that went.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    lines = [line for line in RECORD.splitlines() if "Art. 1" not in line]
    write(root, "instruments/body/trade-2009.yml", "\n".join(lines).replace("a guardian", "two guardians"))
    updated(root)
    entry = catalog(root, "instruments/body/fr.po")["With two guardians."]
    assert (entry.msgstr, entry.previous_msgid) == ("T16", "With a guardian.")


def test_a_text_that_left_is_kept_as_obsolete_and_has_its_translation_back(root: Path) -> None:
    """A translation whose text is gone, and whose place is gone, is kept out of use; when the text returns,
    it stands as it was.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    write(
        root,
        "instruments/body/trade-2009.yml",
        "\n".join(RECORD.splitlines()[:-2]) + "\nconfidence: recalled\n",
    )
    change = next(change for change in updated(root) if change.path == "instruments/body/fr.po")
    assert (change.outdated, change.left) == (0, 1)
    assert catalog(root, "instruments/body/fr.po")["With a guardian."].obsolete
    assert (
        (root / "instruments/body/fr.po")
        .read_text("utf-8")
        .endswith('#~ msgid "With a guardian."\n#~ msgstr "T16"\n')
    )
    assert not any(change.written or change.left for change in updated(root))
    write(root, "instruments/body/trade-2009.yml", RECORD)
    updated(root)
    entry = catalog(root, "instruments/body/fr.po")["With a guardian."]
    assert (entry.obsolete, entry.msgstr, entry.flags) == (False, "T16", [])


def test_a_catalog_without_texts_is_removed(root: Path) -> None:
    """Where the last text of a folder is published in a language, that language's catalog goes."""
    short = "kind: organisation\nregions: [africa]\nofficial_names: {en: The Body}\nconfidence: recalled\n"
    write(root, "instruments/other/mechanism.yml", short)
    updated(root)
    write(
        root,
        "instruments/other/mechanism.yml",
        short.replace("{en: The Body}", "{en: The Body, fr: Le Corps}"),
    )
    updated(root)
    assert [file.name for file in sorted((root / "instruments/other").glob("*.po"))] == ["ru.po"]
    write(root, "instruments/other/mechanism.yml", short.replace("{en: The Body}", "{en: A, fr: B, ru: C}"))
    updated(root)
    assert list((root / "instruments/other").glob("*.po")) == []


def test_a_catalog_that_holds_obsolete_translations_alone_is_kept(root: Path) -> None:
    """Where the last text of a folder goes, its translations stay, and no text counts as missing."""
    updated(root)
    translate(root, "instruments/body/fr.po", "fuzzy")
    write(
        root,
        "instruments/body/mechanism.yml",
        MECHANISM.replace("name: The Body", "official_names: {en: B, fr: B}"),
    )
    (root / "instruments/body/trade-2009.yml").unlink()
    change = next(change for change in updated(root) if change.path == "instruments/body/fr.po")
    assert (change.total, change.missing, change.left) == (0, 0, 4)
    assert all(entry.obsolete and entry.flags == ["fuzzy"] for entry in catalog(root, change.path).values())
    corpus, problems = open_corpus(root)
    assert [each for each in [*problems, *checks.run(corpus)] if each.path == change.path] == []


def test_a_translators_remark_is_kept(root: Path) -> None:
    """The comment that a translator left beside a translation stays there."""
    updated(root)
    path = root / "instruments/body/fr.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"In short."\nmsgstr ""', '"In short."\nmsgstr "Bref."'),
        encoding="utf-8",
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "#. trade-2009 summary", "# check this\n#. trade-2009 summary"
        ),
        encoding="utf-8",
    )
    updated(root)
    assert catalog(root, "instruments/body/fr.po")["In short."].tcomment == "check this"


# -- the interface -------------------------------------------------------------------------------------------

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


# -- how far -------------------------------------------------------------------------------------------------


def test_coverage_counts_texts_by_state(root: Path) -> None:
    """A row counts texts, not places: reviewed, unreviewed, stale, and the rest as missing; empty folders
    have no row.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    path = root / "instruments/body/fr.po"
    text = path.read_text(encoding="utf-8").replace('msgid "In short."', '#, fuzzy\nmsgid "In short."')
    text = text.replace(
        'msgid "With a guardian."', '#, fuzzy\n#| msgid "Before."\nmsgid "With a guardian."'
    ).replace('msgstr "T8"', 'msgstr ""')
    path.write_text(text, encoding="utf-8")
    corpus, _ = open_corpus(root)
    rows = update.coverage(corpus, ("en", "fr"))
    assert [(row.language, row.folder) for row in rows] == [("fr", "body"), ("fr", "vocabulary")]
    body = rows[0]
    assert (body.total, body.reviewed, body.unreviewed, body.stale, body.missing) == (4, 1, 1, 1, 1)
    assert rows[1].missing == rows[1].total == 3
