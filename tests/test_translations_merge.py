"""Which old translation a text keeps or takes, when a catalog is brought up to date."""

from __future__ import annotations

from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Line, Translation
from generators.translate import update
from generators.translate.units import Unit


def unit(text: str, place: str = "a says", language: str = "en", **more: object) -> Unit:
    return Unit(place, "", text, language, **more)


def merged(units: list[Unit], old: dict[str, Translation]) -> list[Line]:
    return merge(units, old).lines


def merge(
    units: list[Unit], old: dict[str, Translation], obsolete: dict[str, Translation] | None = None
) -> update.Merged:
    entries = {("", text): entry for text, entry in old.items()}
    gone = {("", text): entry for text, entry in (obsolete or {}).items()}
    return update.merge(units, "fr", Catalog("fr.po", "fr", entries, gone))


def old(text: str, *places: str, state: str = gettext_files.REVIEWED, previous: str = "") -> Translation:
    return Translation(text, state, 1, places or ("a says",), (), previous)


def test_a_translation_is_never_taken_from_a_likeness() -> None:
    """A text that resembles another at another place starts without translation."""
    assert merged([unit("Within 90 days.", "b says")], {"Within 30 days.": old("T")})[0].msgstr == ""


def test_a_text_that_still_stands_elsewhere_lends_no_translation() -> None:
    """Where the old text of a place is still said in another place, the new text there starts without
    translation.
    """
    lines = merged([unit("New."), unit("Old.", "b says")], {"Old.": old("T", "a says", "b says")})
    assert [(line.msgid, line.msgstr) for line in lines] == [("New.", ""), ("Old.", "T")]


def test_the_first_place_decides() -> None:
    """A text with two places takes the stale translation of the first one."""
    lines = merged([unit("New."), unit("New.", "b says")], {"A.": old("TA"), "B.": old("TB", "b says")})
    assert [(line.msgstr, line.previous, line.places) for line in lines] == [
        ("TA", "A.", ("a says", "b says")),
        ("TB", "", ()),
    ]
    assert lines[1].obsolete


def test_a_text_that_changed_twice_shows_the_text_that_was_translated() -> None:
    """A stale translation keeps the text that it translates, however often the text changes."""
    line = merged([unit("Third.")], {"Second.": old("T", state=gettext_files.STALE, previous="First.")})[0]
    assert (line.msgstr, line.previous, line.fuzzy) == ("T", "First.", True)


def test_a_text_that_changed_back_is_no_longer_stale() -> None:
    """A text that is again what was translated has its translation back, to be reviewed."""
    line = merged([unit("First.")], {"Second.": old("T", state=gettext_files.STALE, previous="First.")})[0]
    assert (line.msgstr, line.previous, line.fuzzy) == ("T", "", True)


def test_two_changes_at_one_place_are_not_matched() -> None:
    """A file of the interface is one place for many strings: where two changed at once, nobody guesses which
    is which.
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
    found = merge([unit("Here.")], {"Here.": old("H")}, obsolete)
    assert [(line.msgid, line.msgstr, line.fuzzy, line.obsolete) for line in found.lines] == [
        ("Here.", "H", False, False),
        ("Gone.", "G", False, True),
        ("Left.", "L", True, True),
    ]
    assert (found.outdated, found.left) == (0, 0)


def test_a_text_that_returns_has_its_translation_back_rather_than_its_neighbours() -> None:
    """The text itself comes before the place: what was translated of it is taken, and the translation of the
    text that it replaces becomes obsolete.
    """
    found = merge([unit("Back.")], {"Other.": old("O")}, {"Back.": old("B")})
    assert [(line.msgid, line.msgstr, line.previous, line.obsolete) for line in found.lines] == [
        ("Back.", "B", "", False),
        ("Other.", "O", "", True),
    ]
    assert (found.outdated, found.left) == (0, 1)


def test_a_stale_translation_becomes_obsolete_under_the_text_that_it_translates() -> None:
    """Once the text is gone, a stale translation is one of the former text, to be reviewed; never one of the
    text that it does not translate.
    """
    stale = old("T", "gone says", state=gettext_files.STALE, previous="First.")
    found = merge([unit("Here.")], {"Second.": stale})
    assert [
        (line.msgid, line.msgstr, line.fuzzy, line.previous) for line in found.lines if line.obsolete
    ] == [("First.", "T", True, "")]
    again = merge(
        [unit("Second.", "b says"), unit("First.", "c says")], {}, {"First.": old("T", state="unreviewed")}
    )
    assert [(line.msgid, line.msgstr, line.fuzzy) for line in again.lines] == [
        ("Second.", "", False),
        ("First.", "T", True),
    ]


def test_an_obsolete_translation_of_a_text_that_has_another_goes() -> None:
    """A text has one translation: the one in use."""
    assert [
        line.msgstr for line in merge([unit("Here.")], {"Here.": old("H")}, {"Here.": old("X")}).lines
    ] == ["H"]


def test_plural_forms_become_obsolete_and_return() -> None:
    """All forms and the plural text are kept."""
    entry = Translation("", gettext_files.REVIEWED, 1, ("f.py",), ("un", "des"), "", "", "{n} days")
    gone = merge([], {"{n} day": entry})
    assert [(line.msgid, line.plural, line.forms, line.obsolete) for line in gone.lines] == [
        ("{n} day", "{n} days", ("un", "des"), True)
    ]
    day = unit("{n} day", "g.py", plural="{n} days")
    back = update.merge([day], "fr", Catalog("fr.po", "fr", {}, {("", "{n} day"): entry}), 2)
    assert [(line.forms, line.obsolete) for line in back.lines] == [(("un", "des"), False)]
