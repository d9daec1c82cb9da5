"""Pictures as HTML: maps of States in tiles, the line of texts that a record stands in, the way of a case, on
blocks made by hand.
"""

from __future__ import annotations

import re

import pytest

from generators.corpus.addresses import Target
from generators.document.blocks import Entry, Item, Leg, Lineage, Route, Shade, Strand, Tile, TileMap
from generators.html.writer import HtmlWriter

HERE = "instruments/alpha/convention/"


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
    assert '<svg viewBox="0 0 40 40" width="52" aria-hidden="true">' in made
    assert (
        '<g transform="translate(0 0)"><a class="t-1" href="../../../states/ben/" tabindex="-1">'
        '<title>Benin: 3</title><path d="M0 0h18"/><text x="0">BEN</text></a></g>'
    ) in made
    assert '<g class="t-unknown"><title>Togo &amp; more</title><path d="M20 0h18"/>' in made


def test_a_map_without_links_draws_each_class_at_once():
    """The squares of a class are one path; a State that is named beside needs no title."""
    tiles = [tile._replace(target=None, shade="party") for tile in TILES]
    made = html(TileMap(["Who"], [], [tiles[0]._replace(words=""), tiles[1]]))
    assert '<g class="t-party"><path d="M0 0h18M20 20h18"/><text x="0" y="0">BEN</text>' in made
    assert '<text x="20" y="20">TGO<title>Togo &amp; more</title></text></g>' in made


@pytest.mark.parametrize(("direction", "lane", "mark"), [("ltr", 5, 15), ("rtl", 15, 5)])
def test_strands_run_where_lines_begin(direction: str, lane: int, mark: int):
    """From the older text down, with a branch to each newer; a row between is passed through. In Arabic they
    run at the right.
    """
    items = [Item(["A"], year="2001"), Item(["B"]), Item(["C"], ["Amends: A"])]
    block = Lineage(items, [Strand("amends", 0, 0, [2])], 1, [("amends", ["Amends"])])
    made = html(block, direction)
    first, between, last = re.split(r"<li\b", made.partition('<ol class="lineage">')[2])[1:]
    assert f'<line class="amends" x1="{lane}" x2="{lane}" y1="14" y2="100%"/>' in first
    assert f'x1="{lane}" x2="{mark}" y1="14" y2="14"' in first
    assert f'<line class="amends" x1="{lane}" x2="{lane}" y2="100%"/><circle cx="{mark}"' in between
    assert between.startswith(' class="here">')
    assert f'x2="{lane}" y2="14"/><line class="amends" x1="{lane}" x2="{mark}"' in last
    assert '<span class="year">2001</span> A</div>' in first
    assert 'C <span class="src">Amends: A</span></div>' in last


def test_a_route_numbers_its_stops_through_all_its_legs():
    """Each leg has its heading; a stop says its number, its name and what is said of it."""
    stops = [Entry([], [["2 texts"]], ["Housing"], number="1"), Entry([], [], ["Stay & work"], number="2")]
    made = html(Route([Leg(["Help"], ["At once."], stops[:1]), Leg(["Later"], ["Then."], stops[1:])]))
    assert (
        '<h2>Help</h2><p class="src">At once.</p><ul class="stops"><li><span class="no">1</span>'
        '<p class="stage">Housing</p><p class="src">2 texts</p></li></ul>'
    ) in made
    assert '<span class="no">2</span><p class="stage">Stay &amp; work</p></li>' in made
