"""Waiting for what a script does, on pages whose policy forbids what Playwright would wait with."""

from __future__ import annotations

import time

from playwright.sync_api import Page


def until(page: Page, expression: str, argument: object = None, seconds: float = 10) -> None:
    """Wait until an expression (or a function of ``argument``) is true in a page; fails where it never is."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(30)
