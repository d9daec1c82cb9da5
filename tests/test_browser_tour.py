"""The tour in a browser: the pictures show what the pages say, and the form changes the
line of the step.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import tour_pictures
from conftest import LANGUAGES
from playwright.sync_api import Browser, Page
from touring import TOUR, page_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def walked(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the walk for the pictures met: by language and picture its words; under
    ``seen`` all words of the plan's page and of the form, and under ``file`` the file
    before, and as the form saved it.
    """
    met: dict[str, Any] = {"said": {}, "seen": {}}

    def handed(page: Page, file: Path) -> None:
        before = file.read_text("utf-8")
        with page.expect_download() as found:
            page.locator(".handing .tools button").nth(1).click()
        met["file"] = (before, Path(found.value.path()).read_text("utf-8"))

    folder = tmp_path_factory.mktemp("pictures")
    for shot in tour_pictures.walk(browser, folder, handed):
        met["said"].setdefault(shot.language, {})[shot.name] = shot.said()
        if shot.name in ("before", "form"):
            met["seen"][shot.language, shot.name] = shot.page.locator("body").inner_text()
    return met


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pictures_show_what_the_pages_say(walked: dict, language: str) -> None:
    """Where this fails, look at the pages, and then: make tour-pictures."""
    kept = json.loads(tour_pictures.SAID.read_text("utf-8"))
    assert walked["said"][language] == kept[language]


def test_the_form_changes_the_line_that_the_tour_changes(walked: dict) -> None:
    """The date is changed in the form; nothing else in the file is."""
    before, saved = walked["file"]
    assert before == TOUR["plan"]
    lines = [
        line for line in saved.splitlines(True) if line not in before.splitlines(True)
    ]
    assert lines == [TOUR["change"]]
    assert len(saved) == len(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tour_says_to_press_is_there(walked: dict, language: str) -> None:
    """The words in bold stand on the page or on the form, in each language."""
    step = (
        page_of(language)
        .read_text("utf-8")
        .partition("\n## 3.")[2]
        .partition("\n## 4.")[0]
    )
    words = re.findall(r"\*\*(.+?)\*\*", step)
    assert len(words) == 3
    seen = "".join(walked["seen"][language, name] for name in ("before", "form"))
    assert [each for each in words if each not in seen] == []
