"""What axe-core finds in the way: nothing on any kind of page of the small site with
everything in it, nor on the tour, in English and Arabic, in light and in dark.
"""

from __future__ import annotations

import pytest
from barriers import barriers
from browsing import KINDS, Open

pytestmark = pytest.mark.browser

MORE = (
    *(
        "instruments/alpha/plan-2012/",
        "instruments/alpha/sop-2016/",
        "topics/assistance/?state=ben",
    ),
    *("topics/reflection-period/", "edit/?new=plan", "downloads/"),
)
DARK = (
    "",
    "instruments/alpha/convention-2005/",
    "topics/reflection-period/",
    "matrix/",
    "plans/",
)


@pytest.mark.parametrize("address", [*KINDS, *MORE])
def test_nothing_is_in_the_way(open_small: Open, address: str):
    """A kind of page breaks no rule."""
    page = open_small(address)
    page.wait_for_load_state("networkidle" if "?" in address else "load")
    assert barriers(page) == []


def test_nothing_is_in_the_way_on_the_tour(open_page: Open):
    """The longest of the pages that are written by hand, with tables, pictures and code."""
    assert barriers(open_page("tour/")) == []


@pytest.mark.parametrize("address", [*DARK, "between/?from=BEN&to=GHA&through=TGO"])
def test_nothing_is_in_the_way_in_arabic_on_a_dark_phone_with_all_open(
    open_small: Open, address: str
):
    """From right to left, in dark colours, on a narrow screen, with every folded part
    open.
    """
    page = open_small(f"ar/{address}", width=360, scheme="dark")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "document.querySelectorAll('main details').forEach(part => { part.open = true; })"
    )

    assert barriers(page) == []
