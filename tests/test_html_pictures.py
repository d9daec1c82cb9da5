"""Pictures as HTML: maps of States in tiles, the line of texts that a record stands in, the way of a case, on
blocks made by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators.corpus import state_tiles
from generators.corpus.addresses import Target
from generators.document.blocks import Entry, Item, Leg, Lineage, Route, Shade, Strand, Tile, TileMap
from generators.html.writer import HtmlWriter

HERE = "instruments/alpha/convention/"
SHEET = (Path(__file__).parent.parent / "overrides/assets/stylesheets/pages.css").read_text("utf-8")


def html(block: object, direction: str = "ltr") -> str:
    """A block as markup, without the line breaks between its elements."""
    return HtmlWriter(direction, HERE, {}).html([block], 2).replace("\n", "")


TILES = (
    Tile("BEN", 0, 0, "1", "Benin: 3", Target("state", "BEN")),
    Tile("TGO", 1, 1, "unknown", "Togo & more"),
)


def test_a_map_draws_tiles_that_lead_to_states():
    """Row by row, in the order of places; the keyboard passes them by, for it has the same links beside."""
    made = html(TileMap(["Texts"], [Shade("1", ["3: 1 State"])], TILES))
    assert '<ul class="key"><li class="t-1">3: 1 State</li></ul>' in made
    assert (
        '<div class="t-1 tiles" aria-hidden="true">'
        '<p><a href="../../../states/ben/" title="Benin: 3" tabindex="-1">BEN</a></p>'
        '<p><b class="t-unknown g1" title="Togo &amp; more">TGO</b></p></div>'
    ) in made


def test_a_tile_says_only_what_the_one_before_it_does_not():
    """Its class where it is not the one that most have, the empty places before it where there are any; a
    State that is named beside needs no title, and a row without tiles keeps its place.
    """
    codes = (("AAA", 1, 0), ("BBB", 2, 0), ("CCC", 4, 0), ("DDD", 0, 2))
    tiles = [Tile(code, column, row, "party", "") for code, column, row in codes]
    tiles[1] = tiles[1]._replace(shade="none")
    made = html(TileMap(["Who"], [], tiles))
    assert (
        '<div class="t-party tiles" aria-hidden="true"><p><b class="g1">AAA</b><b class="t-none">BBB</b>'
        '<b class="g1">CCC</b></p><p></p><p><b>DDD</b></p></div>'
    ) in made


def test_the_sheet_knows_every_number_of_empty_places():
    """As many as a row of the map can have before a tile, each as wide as that many tiles."""
    width, _ = state_tiles.size(state_tiles.grid().values())
    tile = r"\(var\(--size\) \+ var\(--gap\)\)"
    found = re.findall(rf"\.g(\d+) \{{ margin-inline-start: calc\((\d+) \* {tile}\); \}}", SHEET)
    assert found == [(str(n), str(n)) for n in range(1, width)]


@pytest.mark.parametrize(("direction", "lane", "mark"), [("ltr", 5, 15), ("rtl", 15, 5)])
def test_strands_run_where_lines_begin(direction: str, lane: int, mark: int):
    """From the older text down, with a branch to each newer; a row between is passed through. In Arabic they
    run at the right.
    """
    items = [Item(["A"], year="2001"), Item(["B"]), Item(["C"], ["Amends: A"])]
    block = Lineage(items, [Strand("amends", 0, 0, [2])], 1, [("amends", ["Amends"])])
    made = html(block, direction)
    first, between, last = re.split(r"<li\b", made.partition('<ol class="lineage">')[2])[1:]
    assert f'<path class="amends" d="M{lane} 14v999M{lane} 14H{mark}"/></svg>' in first
    assert f'<path class="amends" d="M{lane} 0v999"/></svg>' in between
    assert between.startswith(' class="here">')
    assert f'<path class="amends" d="M{lane} 0v14M{lane} 14H{mark}"/></svg>' in last
    assert "<b>2001</b> A</div>" in first
    assert "C <small>Amends: A</small></div>" in last


def test_strands_of_one_kind_are_one_path():
    """A row draws each kind once, whatever the number of its strands."""
    strands = [Strand("amends", 0, 0, [1]), Strand("amends", 1, 0, [1]), Strand("implements", 2, 0, [1])]
    made = html(Lineage([Item(["A"]), Item(["B"])], strands, 0, []))
    assert made.count('<path class="amends"') == made.count('<path class="implements"') == 2


def test_a_route_numbers_its_stops_through_all_its_legs():
    """Each leg has its heading; a stop says its number, its name and what is said of it."""
    stops = [Entry([], [["2 texts"]], ["Housing"], number="1"), Entry([], [], ["Stay & work"], number="2")]
    made = html(Route([Leg(["Help"], ["At once."], stops[:1]), Leg(["Later"], ["Then."], stops[1:])]))
    assert (
        '<h2>Help</h2><p class="src">At once.</p><ul class="stops"><li><span class="no">1</span>'
        '<p class="stage">Housing</p><p class="src">2 texts</p></li></ul>'
    ) in made
    assert '<span class="no">2</span><p class="stage">Stay &amp; work</p></li>' in made
