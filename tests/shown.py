"""What a reader sees of a page and of paper, and records of a few lines to see it of."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from datetime import date

from generators import html as pages
from generators.corpus.corpus import Corpus
from generators.document import state
from generators.document.phrases import Phrases
from generators.pdf.writer import PaperWriter
from generators.translate.localizer import Localizer

TREATY = """\
kind: instrument
type: convention
official_titles: {en: Alpha Convention}
binding: true
confidence: verified
sources: [{title: The text, kind: primary}]
"""
PLAN = """\
kind: action-plan
type: plan
title: A plan
binding: false
confidence: recalled
"""
TODAY = "2026-11-24"


def on_a_day(
    corpus_of: Callable[..., Corpus], records: Mapping[str, str], on: str = TODAY
) -> Corpus:
    """The corpus on a day, with some records of Alpha."""
    files = {f"instruments/alpha/{name}.yml": text for name, text in records.items()}
    corpus = corpus_of(
        files, [p for p in ("instruments/alpha/convention.yml",) if p not in files]
    )
    return Corpus(corpus.library, date.fromisoformat(on), corpus.languages)


def letters(markup: str) -> str:
    """What a reader sees of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split()).replace(
        " ,", ","
    )


def printed(part: object) -> str:
    """What a reader sees of a document on paper."""
    if isinstance(part, str):
        return part
    if isinstance(part, dict):
        return " ".join(
            printed(value)
            for key, value in part.items()
            if key not in ("k", "l", "d", "s")
        )
    return (
        "".join(printed(each) for each in part) if isinstance(part, list | tuple) else ""
    )


def english(corpus: Corpus) -> Phrases:
    """What is said in English."""
    return Phrases(Localizer(corpus, "en"))


def paper_of(corpus: Corpus, of: object, name: str) -> str:
    """What a reader sees on paper of a record or a State."""
    return printed(
        list(PaperWriter("ltr").document(of.document(english(corpus), name), 1))
    )


def volume_of_state(corpus: Corpus, code: str) -> str:
    """What a reader sees in the volume of a State, with the sentences on its topics."""
    whole = state.document(english(corpus), code, with_sentences=True)
    return printed(list(PaperWriter("ltr").document(whole, 1)))


def page(corpus: Corpus, address: str) -> str:
    return next(
        each for each in pages.build(corpus, "en") if each.address == address
    ).render()


def section(markup: str, name: str) -> str:
    """A section of a page, from its heading on, as a reader sees it."""
    found = re.search(rf'<h2 id="{name}">.*?</section>', markup, re.DOTALL)
    return letters(found[0]) if found else ""
