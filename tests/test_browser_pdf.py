"""The twelfth of the questions that practitioners brought (``test_questions``): the Arabic PDF on assistance.
PDFs are made by hand and not with the real site, so that it is asked of the small one, with the one volume.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sites
from click.testing import CliRunner
from conftest import BASE, mkdocs_build, served
from playwright.sync_api import Browser, expect
from test_questions import Reader

from generators.cli.main import main

pytestmark = pytest.mark.browser

VOLUME = "pdf/ar/topics/assistance.pdf"


@pytest.fixture(scope="module")
def with_volume(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site with the Arabic volume on assistance."""
    folder = tmp_path_factory.mktemp("with-volume")
    project = sites.write_project(BASE.parent / "world", folder / "project")
    (project / "docs" / "about.md").write_text("# About\n\nA small site.\n", "utf-8")
    named = ["pdf", "topics/assistance", "--language", "ar", "--root", str(project)]
    pressed = CliRunner().invoke(main, named)
    assert pressed.exit_code == 0, pressed.output
    done = mkdocs_build(project, folder / "site")
    assert done.returncode == 0, done.stderr
    with served(folder / "site") as url:
        yield url


def test_the_arabic_pdf_on_assistance(browser: Browser, with_volume: str):
    """From the Arabic front page, on a phone: the topic, then its PDF, with how long it is; what comes is a
    PDF.
    """
    context = browser.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto(f"{with_volume}ar/")
    reader = Reader(page)
    reader.ask("", "assistance")
    link = page.locator(f"main a[href$='{VOLUME}']")
    expect(link).to_have_count(1)
    expect(link).to_be_visible()
    with page.expect_request(with_volume + VOLUME):
        reader.click(link)
    assert reader.clicks <= 3
    sent = context.request.get(with_volume + VOLUME)
    assert (sent.status, sent.headers["content-type"]) == (200, "application/pdf")
    assert sent.body().startswith(b"%PDF-")
    context.close()
