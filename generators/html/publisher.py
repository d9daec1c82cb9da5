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
    writer = HtmlWriter(phrases.localizer.direction, "", phrases.written)
    return writer.runs(publisher.keeper(phrases))


def paragraphs(phrases: Phrases, root: str) -> str:
    """Who keeps the site, what that is and is not, and how to write to them, with their
    mark. ``root`` leads from the page to the root of the site.
    """
    writer = HtmlWriter(phrases.localizer.direction, "", phrases.written)
    parts = [mark(phrases, root)]
    for line in publisher.statement(phrases):
        parts.append(f"<p>{writer.runs(line)}</p>")
    return "\n".join(parts).strip()


def mark(phrases: Phrases, root: str) -> str:
    """The publisher's picture in a paragraph; empty where it has none."""
    logo = phrases.corpus.publisher.logo
    if not logo:
        return ""
    source = f"{root}{escaped(logo)}"
    words = escaped(publisher.author(phrases))
    return f'<p><img class="logo" src="{source}" alt="{words}"></p>'
