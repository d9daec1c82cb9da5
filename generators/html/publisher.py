"""Who keeps the site, as markup: a sentence at the foot of every page, and whole on the
page About.
"""

from __future__ import annotations

from generators.document import publisher
from generators.document.phrases import Phrases
from generators.html.runs import escaped
from generators.html.writer import HtmlWriter


def sentence(phrases: Phrases) -> str:
    """Who keeps the site, in a sentence."""
    return HtmlWriter(phrases.localizer.direction, "", phrases.written).runs(
        publisher.keeper(phrases)
    )


def paragraphs(phrases: Phrases, root: str) -> str:
    """Who keeps the site, what that is and is not, and how to write, with its mark;
    ``root`` leads from the page to the root of the site.
    """
    writer = HtmlWriter(phrases.localizer.direction, "", phrases.written)
    said = [f"<p>{writer.runs(line)}</p>" for line in publisher.statement(phrases)]
    return "\n".join([mark(phrases, root), *said]).strip()


def mark(phrases: Phrases, root: str) -> str:
    """The publisher's picture; empty where it has none."""
    logo = phrases.corpus.publisher.logo
    words = escaped(publisher.author(phrases))
    return (
        f'<p><img class="logo" src="{root}{escaped(logo)}" alt="{words}"></p>'
        if logo
        else ""
    )
