"""Which old translation a text keeps or takes, when a catalog is brought up to date."""

from __future__ import annotations

from generators.text import gettext_files
from generators.text.gettext_files import Line, Translation
from generators.translate import update
from generators.translate.units import Unit


def unit(text: str, place: str = "a says", language: str = "en", **more: object) -> Unit:
    return Unit(place, "", text, language, **more)


def merged(units: list[Unit], old: dict[str, Translation]) -> list[Line]:
    return update.merge(units, "fr", {("", text): entry for text, entry in old.items()})[0]


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
        ("TA", "A.", ("a says", "b says"))
    ]


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
    assert [line.msgstr for line in lines] == ["", ""]
