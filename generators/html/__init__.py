"""Corpus and language in, pages out. ``singles`` has the pages that there is one of; the
theme around them is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.published import redirects
from generators.document.phrases import speaking
from generators.html import case_pages, singles, state_pages, text_pages, topic
from generators.html.page import Page, PageFactory, Public
from generators.translate.localizer import Localizer, ui

__all__ = ["SECTIONS", "Page", "Public", "build", "redirects", "section_label"]

_MENU = {
    "pathway": ui("A case"),
    "states": ui("States"),
    "topics": ui("Topics"),
    "instruments": ui("Texts"),
    "downloads": ui("Offline"),
}
SECTIONS = {name: address(Target("page", name)) for name in _MENU}
"""The menu: the page of each section, by its name, and its address below the folder of
the language.
"""

_KINDS_OF_PAGES = (
    singles.pages,
    topic.pages,
    case_pages.each_stage,
    case_pages.each_first_days,
    state_pages.each_state,
    text_pages.mechanisms,
    text_pages.records,
    text_pages.regions,
)
"""What makes the pages of each kind, in the order in which they are written."""


def build(corpus: Corpus, language: str, public: Public | None = None) -> Iterator[Page]:
    """Every generated page of a language, none of them written yet.

    ``public`` is what is known of where its folder is published, and of the files that
    were made of it.
    """
    factory = PageFactory(speaking(corpus, language), public or Public())
    for pages_of_kind in _KINDS_OF_PAGES:
        yield from pages_of_kind(factory)


def section_label(localizer: Localizer, section: str) -> str:
    """What the menu calls a section."""
    return localizer.gettext(_MENU[section])
