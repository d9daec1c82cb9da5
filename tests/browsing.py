"""What browser tests share: the kinds of page, waiting for what a script does, choosing a
State as a reader does, and what is read off a comparison.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Locator, Page, Route, expect

RECORD = "instruments/coe/convention-197/"
TOPIC = "topics/assistance/"
PERIOD = "topics/reflection-period/"
COMPARED = "compare/?r=alpha/convention-2005&r=beta-union/directive-2011"
KINDS = (
    *(
        "",
        "instruments/",
        "instruments/alpha/",
        "instruments/alpha/convention-2005/",
        "regions/africa/",
    ),
    *(
        "topics/",
        TOPIC,
        "matrix/",
        "pathway/",
        "pathway/identification/",
        "first-days/",
        "first-days/ben/",
    ),
    *(
        "states/",
        "states/ben/",
        "plans/",
        "numbers/",
        "monitoring/",
        "principles/",
        "dakar-2010/",
    ),
    *(
        "changes/",
        "data/",
        "terms/",
        "status/",
        "rules/",
        "kept/",
        "search/?q=convention",
    ),
    *(COMPARED, "between/?from=BEN&to=NGA", "edit/?record=alpha/convention-2005"),
    "review/?#alpha/convention-2005",
    "case/?#in=ben&from=nga&child=yes&need=rest,no-fines",
)
"""An address of each kind of page of the small site."""

Open = Callable[..., Page]
Read = TypeVar("Read")


def visit(page: Page, url: str) -> None:
    """Opens an address; where it asks something of its page, the answer has come."""
    page.goto(url, wait_until="networkidle" if "?" in url else "load")


def hold(page: Page, address: str | re.Pattern[str]) -> Callable[[], None]:
    """A line on which nothing of some addresses comes until it is let go."""
    held: list[Route] = []
    holding = [True]
    page.route(
        address, lambda route: held.append(route) if holding else route.continue_()
    )

    def let_go() -> None:
        holding.clear()
        for route in held:
            route.continue_()

    return let_go


def until(
    page: Page, expression: str, argument: object = None, seconds: float = 20
) -> None:
    """Wait until an expression (or a function of ``argument``) is true in a page; fails
    where it never is. What Playwright would wait with, the policy of the pages forbids.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(30)


def eventually(
    page: Page, read: Callable[[Page], Read], wanted: Read, seconds: float = 20
) -> None:
    """Wait until what is read off a page is what is wanted; fails with both where it
    never is.
    """
    end = time.monotonic() + seconds
    while (found := read(page)) != wanted and time.monotonic() < end:
        page.wait_for_timeout(30)
    assert found == wanted, f"{found} is not {wanted}"


def state_field(page: Page, label: str) -> Locator:
    """The field in which a State is typed."""
    return page.get_by_role("combobox", name=label, exact=True).and_(
        page.locator("input")
    )


def choose_state(page: Page, label: str, name: str) -> None:
    """Types a name into the field and goes on to the next; no name takes the choice back."""
    field = state_field(page, label)
    field.click()
    expect(field).to_have_attribute("aria-controls", re.compile("states"))
    field.fill(name)
    field.press("Tab")


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
    """The rows of a table that was taken along, head first; and where they come from,
    behind a line that is empty.
    """
    assert content.startswith(codecs.BOM_UTF8)
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = [*csv.reader(lines, delimiter=parted, strict=True)]
    end = rows.index([""])
    return rows[:end], [line for (line,) in rows[end + 1 :]]
