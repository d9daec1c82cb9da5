"""Barriers that axe-core finds on a page: all its rules of WCAG 2.2 A and AA, its best
practices, the size of what is pressed, and that a control is called what stands on it,
for people say what they see.

The package that the tests install brings an axe-core; ``make barriers`` has the newest
here (``AXE``).
"""

from __future__ import annotations

import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {
        name: {"enabled": True} for name in ("label-content-name-mismatch", "target-size")
    },
}
"""Of the rules that axe calls experimental one is asked: another takes a number in bold
for a heading.
"""
_AXE = Axe.from_file(os.environ["AXE"]) if os.environ.get("AXE") else Axe()


def barriers(page: Page) -> list[str]:
    """Each rule that a page breaks, how often, and the first place with what is wrong
    there.
    """
    found = _AXE.run(page, options=OPTIONS).response["violations"]
    return [
        f"{each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:200]} {each['nodes'][0]['any'][:1]}"
        for each in found
    ]
