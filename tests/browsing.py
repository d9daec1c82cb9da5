"""What browser tests share: the kinds of page, and what is read off a comparison."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

RECORD = "instruments/coe/convention-197/"
TOPIC = "topics/assistance/"
PERIOD = "topics/reflection-period/"
COMPARED = "compare/?r=alpha/convention-2005&r=beta-union/directive-2011"
KINDS = (
    *("", "instruments/", "instruments/alpha/", "instruments/alpha/convention-2005/", "regions/africa/"),
    *("topics/", TOPIC, "matrix/", "pathway/", "pathway/identification/", "first-days/", "first-days/ben/"),
    *("states/", "states/ben/", "plans/", "numbers/", "monitoring/", "principles/", "dakar-2010/"),
    *("changes/", "data/", "terms/", "status/", "rules/", "kept/", "search/?q=convention"),
    *(COMPARED, "between/?from=BEN&to=NGA", "edit/?record=alpha/convention-2005"),
)
"""An address of each kind of page of the small site."""

Open = Callable[..., Page]


def visit(page: Page, url: str) -> None:
    """Opens an address; where it asks something of its page, the answer has come."""
    page.goto(url, wait_until="networkidle" if "?" in url else "load")


def hold(page: Page, address: str | re.Pattern[str]) -> Callable[[], None]:
    """A line on which nothing of some addresses comes until it is let go."""
    held: list[Route] = []
    holding = [True]
    page.route(address, lambda route: held.append(route) if holding else route.continue_())

    def let_go() -> None:
        holding.clear()
        for route in held:
            route.continue_()

    return let_go


def shown(page: Page) -> list[str]:
    """The records whose rows are shown, in order."""
    return page.locator("#compare tbody tr:not(.group)").evaluate_all(
        "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
    )


def unfold(page: Page) -> None:
    """Press every heading that rows stand behind."""
    for heading in page.locator("#compare tr.group button").all():
        if heading.get_attribute("aria-expanded") == "false":
            heading.click()
            expect(heading).to_have_attribute("aria-expanded", "true")


def fitting(page: Page, **wanted: str) -> list[str]:
    """The records whose rows have the wanted values, in the page's order."""
    selector = "".join(f"[data-{name}~='{value}']" for name, value in wanted.items())
    rows = page.locator(f"#compare tbody tr:not(.group){selector}")
    return rows.evaluate_all("rows => rows.map(row => row.id)")


def rows_of(content: bytes, parted: str = ",") -> tuple[list[list[str]], list[str]]:
    """The rows of a table that was taken along, head first; and where they come from, behind a line that is
    empty.
    """
    assert content.startswith(codecs.BOM_UTF8)
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = [*csv.reader(lines, delimiter=parted, strict=True)]
    end = rows.index([""])
    return rows[:end], [line for (line,) in rows[end + 1 :]]
