"""Corpus and language in, pages out. ``singles`` has the pages that there is one of; the
theme around them is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.published import redirects
from generators.document.phrases import speaking
from generators.html import many, singles, topic
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

_OF_MANY = (
    *(topic.pages, many.each_stage, many.each_first_days, many.each_state),
    *(many.mechanisms, many.records, many.regions),
)


def build(corpus: Corpus, language: str, public: Public | None = None) -> Iterator[Page]:
    """Every generated page of a language, none of them written yet; ``public`` is what is
    known of where its folder is published, and of what was made beside it.
    """
    factory = PageFactory(speaking(corpus, language), public or Public())
    yield from singles.pages(factory)
    for pages in _OF_MANY:
        yield from pages(factory)


def section_label(localizer: Localizer, section: str) -> str:
    """What the menu calls a section."""
    return localizer.gettext(_MENU[section])
