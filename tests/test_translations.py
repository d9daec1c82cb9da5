"""How catalogs are brought up to date, and how far they are."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from translating import MECHANISM, RECORD, catalog, project, translate, updated, write

from generators import checks
from generators.corpus.loading import open_corpus
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Translation
from generators.translate import update
from generators.translate.units import Unit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record, its mechanism and one list."""
    return project(tmp_path)


@pytest.mark.parametrize(
    ("flags", "state"),
    [((), gettext_files.REVIEWED), (("fuzzy",), gettext_files.UNREVIEWED)],
)
def test_the_same_text_keeps_translation_and_state(
    root: Path, flags: tuple[str, ...], state: str
) -> None:
    """A provision that moved within its record, behind a new one, keeps its translation
    as it was; the new one has none.
    """
    updated(root)
    translate(root, "instruments/body/fr.po", *flags)
    new = "provisions:\n  - {topics: [return], ref: Art. 0, strength: obligation, says: Within 90 days.}\n"
    write(root, "instruments/body/trade-2009.yml", RECORD.replace("provisions:\n", new))
    updated(root)
    french, _ = gettext_files.read(root / "instruments/body/fr.po", root, "fr")
    assert french.find("Within 30 days.").state == state
    assert french.find("Within 30 days.").places == ("trade-2009 provisions.art-1.says",)
    assert french.find("Within 90 days.") is None


def test_a_line_put_in_above_an_edited_one_loses_no_translation(root: Path) -> None:
    """A provision keeps its place by its reference: one put in above it, in the same
    edit, takes nothing from it, and gets nothing of it.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    new = "provisions:\n  - {topics: [return], ref: Art. 0, strength: obligation, says: Within 90 days.}\n"
    text = RECORD.replace("provisions:\n", new).replace(
        "Within 30 days", "Within 45 days"
    )
    write(root, "instruments/body/trade-2009.yml", text)
    change = next(
        change for change in updated(root) if change.path == "instruments/body/fr.po"
    )
    french = catalog(root, "instruments/body/fr.po")
    assert (change.outdated, change.obsolete) == (1, 0)
    assert (
        french["Within 90 days."].msgstr,
        french["Within 90 days."].previous_msgid,
    ) == (
        "",
        None,
    )
    assert (
        french["Within 45 days."].msgstr,
        french["Within 45 days."].previous_msgid,
    ) == (
        "T15",
        "Within 30 days.",
    )
    assert (french["With a guardian."].msgstr, french["With a guardian."].fuzzy) == (
        "T16",
        False,
    )


def test_a_text_that_left_is_kept_as_obsolete_and_has_its_translation_back(
    root: Path,
) -> None:
    """A translation whose text is gone, and whose place is gone, is kept out of use; when
    the text returns, it stands as it was.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    write(
        root,
        "instruments/body/trade-2009.yml",
        "\n".join(RECORD.splitlines()[:-2]) + "\nconfidence: recalled\n",
    )
    change = next(
        change for change in updated(root) if change.path == "instruments/body/fr.po"
    )
    assert (change.outdated, change.obsolete) == (0, 1)
    assert catalog(root, "instruments/body/fr.po")["With a guardian."].obsolete
    assert (
        (root / "instruments/body/fr.po")
        .read_text("utf-8")
        .endswith('#~ msgid "With a guardian."\n#~ msgstr "T16"\n')
    )
    assert not any(change.written or change.obsolete for change in updated(root))
    write(root, "instruments/body/trade-2009.yml", RECORD)
    updated(root)
    entry = catalog(root, "instruments/body/fr.po")["With a guardian."]
    assert (entry.obsolete, entry.msgstr, entry.flags) == (False, "T16", [])


def test_a_catalog_without_texts_is_removed(root: Path) -> None:
    """Where the last text of a folder is published in a language, that language's catalog
    goes.
    """
    short = "kind: organisation\nregions: [africa]\nofficial_names: {en: The Body}\nconfidence: recalled\n"
    write(root, "instruments/other/mechanism.yml", short)
    updated(root)
    write(
        root,
        "instruments/other/mechanism.yml",
        short.replace("{en: The Body}", "{en: The Body, fr: Le Corps}"),
    )
    updated(root)
    assert [file.name for file in sorted((root / "instruments/other").glob("*.po"))] == [
        "ru.po"
    ]
    write(
        root,
        "instruments/other/mechanism.yml",
        short.replace("{en: The Body}", "{en: A, fr: B, ru: C}"),
    )
    updated(root)
    assert list((root / "instruments/other").glob("*.po")) == []


def test_a_catalog_that_holds_obsolete_translations_alone_is_kept(root: Path) -> None:
    """Where the last text of a folder goes, its translations stay, and no text counts as
    missing.
    """
    updated(root)
    translate(root, "instruments/body/fr.po", "fuzzy")
    write(
        root,
        "instruments/body/mechanism.yml",
        MECHANISM.replace("name: The Body", "official_names: {en: B, fr: B}"),
    )
    (root / "instruments/body/trade-2009.yml").unlink()
    change = next(
        change for change in updated(root) if change.path == "instruments/body/fr.po"
    )
    assert (change.texts, change.missing, change.obsolete) == (0, 0, 5)
    assert all(
        entry.obsolete and entry.flags == ["fuzzy"]
        for entry in catalog(root, change.path).values()
    )
    corpus, problems = open_corpus(root)
    assert [
        problem
        for problem in [*problems, *checks.run(corpus)]
        if problem.path == change.path
    ] == []


def test_a_translators_remark_is_kept(root: Path) -> None:
    """The comment that a translator left beside a translation stays there."""
    updated(root)
    path = root / "instruments/body/fr.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '"In short."\nmsgstr ""', '"In short."\nmsgstr "Bref."'
        ),
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


# -- how far -----------------------------------------------------------------------------


def test_coverage_counts_texts_by_state(root: Path) -> None:
    """What is counted are texts, not places: reviewed, unreviewed, stale, and the rest as
    missing.
    """
    updated(root)
    translate(root, "instruments/body/fr.po")
    path = root / "instruments/body/fr.po"
    text = path.read_text(encoding="utf-8").replace(
        'msgid "In short."', '#, fuzzy\nmsgid "In short."'
    )
    text = text.replace(
        'msgid "With a guardian."',
        '#, fuzzy\n#| msgid "Before."\nmsgid "With a guardian."',
    ).replace('msgstr "T8"', 'msgstr ""')
    path.write_text(text, encoding="utf-8")
    corpus, _ = open_corpus(root)
    counted = update.coverage(corpus, ("en", "fr"))
    assert counted["fr"] == {
        "total": 8,
        "reviewed": 2,
        "unreviewed": 1,
        "stale": 1,
        "missing": 4,
    }
    assert counted["en"]["total"] == 0


# -- which old translation a text keeps or takes -----------------------------------------


def unit(text: str, place: str = "a says", language: str = "en", **more: object) -> Unit:
    return Unit(place, "", text, language, **more)


def merged(units: list[Unit], old: dict[str, Translation]) -> list[SimpleNamespace]:
    return merge(units, old).lines


def merge(
    units: list[Unit],
    old: dict[str, Translation],
    obsolete: dict[str, Translation] | None = None,
) -> SimpleNamespace:
    """What is merged, each line with what it says by the names that catalogs have for it."""
    held = (
        {("", text): entry for text, entry in entries.items()}
        for entries in (old, obsolete or {})
    )
    catalog = Catalog("fr.po", "fr", gettext_files.packed_rows(*held, {}))
    lines, outdated, obsolete_count = update.merge(units, "fr", catalog, 2)
    shown = [
        SimpleNamespace(
            **line.translation._asdict(),
            msgid=line.key[1],
            msgstr=line.translation.text,
            obsolete=line.obsolete,
        )
        for line in lines
    ]
    for line in shown:
        line.fuzzy = line.state != gettext_files.REVIEWED
    return SimpleNamespace(lines=shown, outdated=outdated, obsolete=obsolete_count)


def old(
    text: str, *places: str, state: str = gettext_files.REVIEWED, previous: str = ""
) -> Translation:
    return Translation(text, state, 1, places or ("a says",), (), previous)


def test_a_translation_is_never_taken_from_a_likeness() -> None:
    """A text that resembles another at another place starts without translation."""
    assert (
        merged([unit("Within 90 days.", "b says")], {"Within 30 days.": old("T")})[
            0
        ].msgstr
        == ""
    )


def test_a_text_that_still_stands_elsewhere_lends_no_translation() -> None:
    """Where the old text of a place is still said in another place, the new text there
    starts without translation.
    """
    lines = merged(
        [unit("New."), unit("Old.", "b says")], {"Old.": old("T", "a says", "b says")}
    )
    assert [(line.msgid, line.msgstr) for line in lines] == [("New.", ""), ("Old.", "T")]


def test_the_first_place_decides() -> None:
    """A text with two places takes the stale translation of the first one."""
    lines = merged(
        [unit("New."), unit("New.", "b says")],
        {"A.": old("TA"), "B.": old("TB", "b says")},
    )
    assert [(line.msgstr, line.previous, line.places) for line in lines] == [
        ("TA", "A.", ("a says", "b says")),
        ("TB", "", ()),
    ]
    assert lines[1].obsolete


def test_a_text_that_changed_twice_shows_the_text_that_was_translated() -> None:
    """A stale translation keeps the text that it translates, however often the text
    changes.
    """
    line = merged(
        [unit("Third.")],
        {"Second.": old("T", state=gettext_files.STALE, previous="First.")},
    )[0]
    assert (line.msgstr, line.previous, line.fuzzy) == ("T", "First.", True)


def test_a_text_that_changed_back_is_no_longer_stale() -> None:
    """A text that is again what was translated has its translation back, to be reviewed."""
    line = merged(
        [unit("First.")],
        {"Second.": old("T", state=gettext_files.STALE, previous="First.")},
    )[0]
    assert (line.msgstr, line.previous, line.fuzzy) == ("T", "", True)


def test_two_changes_at_one_place_are_not_matched() -> None:
    """A file of the interface is one place for many strings: where two changed at once,
    nobody guesses which is which.
    """
    lines = merged([unit("C"), unit("D")], {"A": old("TA"), "B": old("TB")})
    assert [(line.msgstr, line.obsolete) for line in lines] == [
        ("", False),
        ("", False),
        ("TA", True),
        ("TB", True),
    ]


def test_an_obsolete_translation_stays_as_it_is() -> None:
    """What was obsolete before is neither counted again nor changed, whatever its state."""
    obsolete = {"Gone.": old("G"), "Left.": old("L", state=gettext_files.UNREVIEWED)}
    result = merge([unit("Here.")], {"Here.": old("H")}, obsolete)
    assert [
        (line.msgid, line.msgstr, line.fuzzy, line.obsolete) for line in result.lines
    ] == [
        ("Here.", "H", False, False),
        ("Gone.", "G", False, True),
        ("Left.", "L", True, True),
    ]
    assert (result.outdated, result.obsolete) == (0, 0)


def test_a_text_that_returns_has_its_translation_back_rather_than_its_neighbours() -> (
    None
):
    """The text itself comes before the place: what was translated of it is taken, and the
    translation of the text that it replaces becomes obsolete.
    """
    result = merge([unit("Back.")], {"Other.": old("O")}, {"Back.": old("B")})
    assert [
        (line.msgid, line.msgstr, line.previous, line.obsolete) for line in result.lines
    ] == [
        ("Back.", "B", "", False),
        ("Other.", "O", "", True),
    ]
    assert (result.outdated, result.obsolete) == (0, 1)


def test_a_stale_translation_becomes_obsolete_under_the_text_that_it_translates() -> None:
    """Once the text is gone, a stale translation is one of the former text, to be
    reviewed; never one of the text that it does not translate.
    """
    stale = old("T", "gone says", state=gettext_files.STALE, previous="First.")
    result = merge([unit("Here.")], {"Second.": stale})
    assert [
        (line.msgid, line.msgstr, line.fuzzy, line.previous)
        for line in result.lines
        if line.obsolete
    ] == [("First.", "T", True, "")]
    again = merge(
        [unit("Second.", "b says"), unit("First.", "c says")],
        {},
        {"First.": old("T", state="unreviewed")},
    )
    assert [(line.msgid, line.msgstr, line.fuzzy) for line in again.lines] == [
        ("Second.", "", False),
        ("First.", "T", True),
    ]


def test_an_obsolete_translation_of_a_text_that_has_another_goes() -> None:
    """A text has one translation: the one in use."""
    assert [
        line.msgstr
        for line in merge([unit("Here.")], {"Here.": old("H")}, {"Here.": old("X")}).lines
    ] == ["H"]


def test_plural_forms_become_obsolete_and_return() -> None:
    """All forms and the plural text are kept."""
    entry = Translation(
        "", gettext_files.REVIEWED, 1, ("f.py",), ("un", "des"), "", "", "{n} days"
    )
    gone = merge([], {"{n} day": entry})
    assert [
        (line.msgid, line.msgid_plural, line.plural, line.obsolete) for line in gone.lines
    ] == [("{n} day", "{n} days", ("un", "des"), True)]
    day = unit("{n} day", "g.py", plural="{n} days")
    back = merge([day], {}, {"{n} day": entry})
    assert [(line.plural, line.obsolete) for line in back.lines] == [
        (("un", "des"), False)
    ]
