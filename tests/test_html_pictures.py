"""Pictures as HTML, on blocks made by hand: maps of States in tiles, where each tile
stands, and bars.
"""

from __future__ import annotations

from collections import Counter

from generators.corpus import cldr, state_tiles
from generators.corpus.state_regions import states_by_region
from generators.document.blocks import Bar, Bars, Paragraph, Tile, TileMap, undrawn
from generators.document.runs import Mark, Parts, Scale, Stretch, letters
from generators.html import scales
from generators.html.writer import HtmlWriter

HERE = "instruments/alpha/convention/"


def html(block: object) -> str:
    """A block as markup, without the line breaks between its elements."""
    return HtmlWriter("ltr", HERE, {}).html([block], 2).replace("\n", "")


def test_a_tile_says_only_what_most_do_not():
    """Its class where it is not the one that most have; a State that is named beside
    needs no title, and empty places and a row without tiles keep theirs.
    """
    codes = (("AAA", 1, 0), ("BBB", 2, 0), ("CCC", 4, 0), ("DDD", 0, 2))
    tiles = [Tile(code, column, row, "party", "") for code, column, row in codes]
    tiles[1] = tiles[1]._replace(shade="none")
    made = html(TileMap(["Who"], [], tiles))
    assert (
        '<div class="t-party tiles" aria-hidden="true"><p><i></i><b>AAA</b><b class="t-none">BBB</b>'
        "<i></i><b>CCC</b></p><p></p><p><b>DDD</b></p></div>"
    ) in made


def test_every_state_of_the_grid_is_one_and_has_its_own_place():
    """Nothing is drawn twice, no two stand in one place, and every code is one of ISO
    3166-1.
    """
    drawn = state_tiles.grid()
    words = state_tiles._GRID.read_text("utf-8").split()
    codes = Counter(word for word in words if len(word) == 3 and word.isupper())
    assert {code for code, times in codes.items() if times > 1} == set()
    assert set(codes) == set(drawn) <= set(cldr.every_code())
    assert len(set(drawn.values())) == len(drawn)


def test_a_part_of_the_map_holds_what_lies_between():
    """It begins at its own corner; without any State it is the whole."""
    placed = {"AAA": (3, 3), "BBB": (4, 4), "CCC": (5, 5), "DDD": (9, 4)}
    assert state_tiles.part(placed, ["AAA", "CCC"]) == {
        "AAA": (0, 0),
        "BBB": (1, 1),
        "CCC": (2, 2),
    }
    assert state_tiles.part(placed, []) == placed


def test_each_state_of_the_grid_is_in_one_region():
    """None is left out, and none is counted twice."""
    codes = [code for states in states_by_region().values() for code in states]
    assert sorted(codes) == sorted(state_tiles.grid())


def test_a_bar_opens_and_has_its_words_beside_it():
    """The number is a text, and the bar is as long; where nothing is drawn the words are
    all there is.
    """
    block = Bars(["Bound"], [Bar(["Africa"], ["3 of 4"], 0.75, [Paragraph(["Benin"])])])
    assert (
        "<summary>Africa <small>3 of 4</small>"
        '<svg class="share" aria-hidden="true"><rect width="75.0%" height="100%"/></svg>'
        "</summary><p>Benin</p></details>"
    ) in html(block)
    (words,) = undrawn(block, ": ")
    assert letters(words.runs) == "Bound: Africa 3 of 4"


def test_a_scale_is_turned_with_its_language():
    """What is a quarter from the left is a quarter from the right; today has a line."""
    drawn = Scale([Mark(0.25)], Stretch(0.25, 1.0, open=True), [(0.5, "2020")], 0.75)
    left = scales.scale(drawn, is_rtl=False)
    right = scales.scale(drawn, is_rtl=True)
    assert '<circle cx="25%"' in left
    assert '<circle cx="75%"' in right
    assert '<rect class="open" x="25%" y="3" width="75%"' in left
    assert '<rect class="open" x="0%" y="3" width="75%"' in right
    assert '<line class="now" x1="75%"' in left
    assert '<line class="now" x1="25%"' in right
    assert left.count("2020") == right.count("2020") == 1


def test_parts_of_a_whole_differ_in_height():
    """Shape tells them apart; one that is nothing is not drawn."""
    drawn = scales.parts(Parts([0.5, 0.0, 0.5]), is_rtl=False)
    assert drawn.count("<rect") == 2
    assert 'x="50%" y="55%" width="50%" height="45%"' in drawn
