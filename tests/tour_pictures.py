"""The pictures of the tour: ``make tour-pictures`` walks through the tour's project in a
browser, as the tour says, and writes them into ``docs/tour/``, one set a language.

What each shows is kept as text beside the tests (``golden/tour-pictures.json``), and a
test takes the same walk: a picture that shows something else than the page fails it.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import touring
from playwright.sync_api import Browser, Page, sync_playwright
from sites import CHROMIUM, CHROMIUM_FLAGS, NO_CHROMIUM, PROJECT, folder_of
from test_serve import served, until
from touring import FILES, GROUPS, TOUR, changed, file_of, filled_in, translated, typed

from generators.corpus.cldr import LANGUAGES

FOLDER = PROJECT / "docs/tour"
SAID = Path(__file__).parent / "golden/tour-pictures.json"
PLAN, STEPS = (f"instruments/river-forum/{FILES[name]}/" for name in ("plan", "sop"))
FORM = "edit/?record=river-forum/plan-2026"
ADOPTED = ".fields > details[data-key='adopted']"
DAY = re.search(r"\d{4}-\d\d-\d\d", TOUR["change"])[0]
HEAD = (".crumbs", "h1", ".facts")
SHOTS: Mapping[str, Sequence[str]] = {
    "before": HEAD,
    "form": (f"{ADOPTED} > summary", f"{ADOPTED} > [data-key='date']"),
    "handing": (
        ".below > h2",
        ".diff",
        ".handing > h2",
        ".handing > .tools:nth-of-type(1)",
    ),
    "after": HEAD,
    "steps": (".body > section:first-child",),
    "mistake": ("section.notice[role='alert']", *HEAD),
}
"""The elements that each picture shows, from the first to the last."""
WIDTH, AROUND, QUALITY = 480, 12, 60


class Shot(NamedTuple):
    """A page at the moment of a picture."""

    language: str
    name: str
    page: Page

    def said(self) -> list[str]:
        """What the picture shows, line by line."""
        lines = [
            line
            for part in SHOTS[self.name]
            for line in self._one(part).inner_text().splitlines()
        ]
        return [line.strip() for line in lines if line.strip()]

    def taken(self) -> tuple[bytes, int, int]:
        """The picture, as WebP, with its width and height."""
        boxes = [self._one(part).bounding_box() for part in SHOTS[self.name]]
        scrolled = self.page.evaluate("scrollY")
        top = max(0, int(min(box["y"] for box in boxes) + scrolled) - AROUND)
        end = int(max(box["y"] + box["height"] for box in boxes) + scrolled) + AROUND
        clip = {"x": 0, "y": top, "width": WIDTH, "height": end - top, "scale": 1}
        asked = {
            "format": "webp",
            "quality": QUALITY,
            "clip": clip,
            "captureBeyondViewport": True,
        }
        made = self.page.context.new_cdp_session(self.page).send(
            "Page.captureScreenshot", asked
        )
        return base64.b64decode(made["data"]), WIDTH, end - top

    def _one(self, selector: str):
        return self.page.locator(selector).first


def prepared(folder: Path) -> Path:
    """The project of the tour with all its files, before the date of the plan is changed."""
    root = touring.project(folder)
    for name in FILES:
        assert typed(root, f"begin {name}").exit_code == 0
        filled_in(root, name)
    assert typed(root, "update").exit_code == 0
    assert translated(root)
    shutil.rmtree(
        root / "generators", ignore_errors=True
    )  # what the interface says is the package's
    return root


def walk(
    browser: Browser, folder: Path, handed: Callable[[Page, Path], None] | None = None
) -> Iterator[Shot]:
    """Each picture's page, in all languages, in the order of the tour. ``handed`` is
    given the form of the default language when the date has been changed there, and the
    file before anybody changed it.
    """
    root = prepared(folder / "project")
    with served(root, folder) as (get, log):
        url = re.search(r"http://127\.0\.0\.1:\d+/", log.read_text())[0]

        def each(name: str, address: str) -> Iterator[Shot]:
            for language in LANGUAGES:
                page = browser.new_page(
                    viewport={"width": WIDTH, "height": 900}, color_scheme="light"
                )
                page.goto(f"{url}{folder_of(language)}{address}")
                if address == FORM:
                    page.locator(f"{ADOPTED} > summary").click()
                    day = page.locator(f"{ADOPTED} [data-key='date'] input")
                    day.fill(DAY)
                    day.evaluate(
                        "each => each.style.caretColor = 'transparent'"
                    )  # it blinks
                    page.locator(".diff ins").wait_for()
                yield Shot(language, name, page)
                page.close()

        yield from each("before", PLAN)
        for shot in each("form", FORM):
            yield shot
            yield shot._replace(name="handing")
            if handed and shot.language == LANGUAGES[0]:
                handed(shot.page, file_of(root, "plan"))
        yield from each("steps", STEPS)
        changed(root)
        assert until(lambda: "16 January 2026" in get(PLAN)), log.read_text()
        yield from each("after", PLAN)
        plan = file_of(root, "plan")
        plan.write_text(plan.read_text("utf-8").replace(f'"{GROUPS}"', GROUPS), "utf-8")
        assert until(lambda: 'role="alert"' in get(PLAN)), log.read_text()
        yield from each("mistake", PLAN)


def file_name(name: str, language: str) -> str:
    """The file of a picture; its language stands before its end, as in the name of a
    page.
    """
    return f"{name}.webp" if language == LANGUAGES[0] else f"{name}.{language}.webp"


def size_of(picture: bytes) -> tuple[int, int]:
    """The width and height of a WebP with an extended head, as chromium writes it."""
    assert picture[12:16] == b"VP8X"
    width, height = (
        int.from_bytes(picture[place : place + 3], "little") + 1 for place in (24, 27)
    )
    return width, height


def main() -> None:
    """Write all pictures, what they show, and their sizes into the pages."""
    if not Path(CHROMIUM).exists():
        sys.exit(NO_CHROMIUM)
    FOLDER.mkdir(exist_ok=True)
    said: dict[str, dict[str, list[str]]] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=CHROMIUM_FLAGS
        )
        for shot in walk(browser, Path(folder)):
            data, width, height = shot.taken()
            (FOLDER / file_name(shot.name, shot.language)).write_bytes(data)
            said.setdefault(shot.language, {})[shot.name] = shot.said()
            page = touring.page_of(shot.language)
            text = page.read_text("utf-8")
            size = rf"\1{{ width={width} height={height} loading=lazy }}"
            shown = re.escape(file_name(shot.name, shot.language))
            page.write_text(
                re.sub(rf"(\(tour/{shown}\))(?:\{{.*\}})?", size, text), "utf-8"
            )
        browser.close()
    SAID.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
