"""The page with the form in which a record, a mechanism or an item is changed, or begun; it is made in the
browser, from the files of ``generators/edit/form_files.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Change a record or begin a new one in a form, and hand it in")
    title = ui("Change a file in a form")
    yield factory.page("edit.html.j2", Target("page", "edit"), "about", title, partial(_view, factory), lead)


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """``above`` leads from the folder of the language to what all languages share."""
    del writer
    localizer = factory.localizer
    return {"above": "" if localizer.language == localizer.corpus.languages[0] else "../"}
