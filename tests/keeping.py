"""What tests of what a reader keeps share: the small site below a folder of a host that
can be changed and stopped, and the browser of one reader.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sites
from sites import Site, served

from generators.site import policy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STATE, OTHER, TOPIC, MECHANISM = (
    "states/ben/",
    "states/nga/",
    "topics/assistance/",
    "instruments/alpha/",
)
SAID = ".keep > span:first-of-type [role=status]"
CONFIRM = ".keep > span:first-of-type > button:first-of-type"
TEXTS = ".keep > span:last-of-type"
"""Where a State is offered with the texts that bind it."""
STORED = "caches.keys()"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


@dataclass
class Kept:
    """A site below a folder of its host, which can be changed and stopped, and a browser
    of one reader.
    """

    folder: Path
    url: str
    context: BrowserContext
    server: ExitStack
    broken: dict[str, str] = field(default_factory=dict)
    """Files that the host sends no more, by path: "cut", "silent" or "down"."""
    faults: list[str] = field(default_factory=list)

    def open(self, address: str, width: int = 360) -> Page:
        """A page of the site."""
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on(
            "console",
            lambda said: (
                "Content Security" in said.text and self.faults.append(said.text)
            ),
        )
        page.goto(self.url + address)
        return page

    def keep(self, address: str) -> Page:
        """Keep what a page offers to keep."""
        page = self.open(address)
        page.locator("[data-keep]").click()
        page.locator(CONFIRM).click()
        page.locator(
            f"{CONFIRM} + button"
        ).wait_for()  # to bring it up to date, and to forget it
        return page

    def stop(self) -> None:
        """The site is gone, as on a phone without a line."""
        self.server.close()

    def change(self, path: str, old: str, new: str) -> None:
        """Publish a file of the site anew, with its digest in the list of its language."""
        file = self.folder / path
        self.put(path, file.read_text("utf-8").replace(old, new, 1))
        self.publish(
            path, [sha256(file.read_bytes()).hexdigest()[:12], file.stat().st_size]
        )

    def put(self, path: str, text: str) -> None:
        """Another file in the place of one of the host's."""
        (
            self.folder / path
        ).unlink()  # it is the small site's own, which other tests read
        (self.folder / path).write_text(text, "utf-8")

    def publish(self, path: str, listed: list | None) -> None:
        """What the list of a language says of a file from now on; None where it is gone."""
        folder = "fr/" if path.startswith("fr/") else ""
        file = f"{folder}kept/files.json"
        made = json.loads((self.folder / file).read_text("utf-8"))
        made["files"].pop(path)
        if listed:
            made["files"][path] = listed
        self.put(file, json.dumps(made))

    def asked(self, page: Page, address: str = "") -> list[str]:
        """The paths that a page asks for over the line from now on, as they come."""
        paths: list[str] = []
        page.on(
            "request",
            lambda request: (
                request.url.endswith("/icon.svg")  # the browser asks for it when it likes
                or paths.append(request.url.removeprefix(self.url + address))
            ),
        )
        return paths


@pytest.fixture
def kept(
    browser: Browser, small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kept]:
    """The small site below a folder of a host, and a reader; at the end it fails on any
    error of a page.
    """
    folder = tmp_path / "host" / "compendium"
    shutil.copytree(small_site.folder, folder, copy_function=os.link)
    shutil.copy2(folder / "404.html", folder.parent)
    context = browser.new_context()
    with ExitStack() as server:
        url = server.enter_context(served(tmp_path / "host", policy.HEADERS))
        made = Kept(folder, f"{url}compendium/", context, server)
        send = sites.Handler._send

        def sending(handler: sites.Handler, status: int, file: Path) -> None:
            trouble = made.broken.get(
                file.relative_to(folder.parent).as_posix().partition("/")[2]
            )
            if trouble == "cut":
                raise ConnectionResetError
            if trouble == "silent":
                time.sleep(20)
            send(handler, 503 if trouble == "down" else status, file)

        monkeypatch.setattr(sites.Handler, "_send", sending)
        yield made
        context.close()
    assert made.faults == [], (
        made.faults
    )  # pytest words no assertion outside tests and conftest
