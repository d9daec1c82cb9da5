"""How catalogs are brought up to date, and how far they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from translating import MECHANISM, RECORD, catalog, project, translate, updated, write

from generators import checks
from generators.corpus.loading import open_corpus
from generators.text import gettext_files
from generators.translate import update


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    return project(tmp_path)


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
    assert (change.total, change.missing, change.left) == (0, 0, 5)
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
    assert (body.total, body.reviewed, body.unreviewed, body.stale, body.missing) == (5, 2, 1, 1, 1)
    assert rows[1].missing == rows[1].total == 3
