"""Waiting for what a script does, on pages whose policy forbids what Playwright would wait with."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

Read = TypeVar("Read")


def until(page: Page, expression: str, argument: object = None, seconds: float = 10) -> None:
    """Wait until an expression (or a function of ``argument``) is true in a page; fails where it never is."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(30)


def eventually(page: Page, read: Callable[[Page], Read], wanted: Read, seconds: float = 10) -> None:
    """Wait until what is read off a page is what is wanted; fails with both where it never is."""
    end = time.monotonic() + seconds
    while (found := read(page)) != wanted and time.monotonic() < end:
        page.wait_for_timeout(30)
    assert found == wanted, f"{found} is not {wanted}"
