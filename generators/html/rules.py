"""The rules that records are checked by, as editors read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators import checks
from generators.corpus.addresses import Target, address
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """One page."""
    say = press.localizer.gettext
    yield press.page(
        "rules.html.j2",
        address(Target("page", "rules")),
        "about",
        say("Rules for records"),
        _view,
        say("What every record is checked for"),
    )


def _view(desk: Desk) -> dict[str, Any]:
    return {"rules": sorted(checks.every_rule(), key=lambda rule: rule.name)}
