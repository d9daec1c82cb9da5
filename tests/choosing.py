"""How tests choose a State on a page, as a reader does: by typing a name of it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def state_field(page: Page, label: str) -> Locator:
    """The field in which a State is typed."""
    return page.get_by_role("combobox", name=label, exact=True).and_(page.locator("input"))


def choose_state(page: Page, label: str, name: str) -> None:
    """Types a name into the field and goes on to the next; no name takes the choice back."""
    field = state_field(page, label)
    field.click()
    expect(field).to_have_attribute("aria-controls", re.compile("states"))
    field.fill(name)
    field.press("Tab")
