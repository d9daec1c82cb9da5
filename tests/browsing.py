"""What browser tests share: the kinds of page, and what is read off a comparison."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

RECORD = "instruments/coe/convention-197/"
TOPIC = "topics/assistance/"
PERIOD = "topics/reflection-period/"
KINDS = (
    "",
    RECORD,
    "instruments/ecowas/",
    "instruments/",
    "regions/africa/",
    TOPIC,
    "topics/",
    "matrix/",
    "pathway/",
    "pathway/first-contact/",
    "first-days/",
    "first-days/sen/",
    "states/",
    "states/sen/",
    "plans/",
    "numbers/",
    "monitoring/",
    "principles/",
    "dakar-2010/",
    "changes/",
    "data/",
    "terms/",
    "status/",
    "rules/",
    "search/",
    "compare/",
    "between/",
    "kept/",
    "edit/",
    "translate/",
)

Open = Callable[..., Page]


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


def fitting(page: Page, **wanted: str) -> list[str]:
    """The records whose rows have the wanted values, in the page's order."""
    selector = "".join(f"[data-{name}~='{value}']" for name, value in wanted.items())
    rows = page.locator(f"#compare tbody tr:not(.group){selector}")
    return rows.evaluate_all("rows => rows.map(row => row.id)")
