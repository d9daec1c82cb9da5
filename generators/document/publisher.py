"""Who keeps the site, what that institution is and is not, and how to write to it.

That is said on home, on the page About and at the foot of every page. It is also on
paper, in books, with the data and in citations. Without a publisher the site says that
nobody has taken it over. It never names one that mkdocs.yml does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.cldr import LANGUAGES
from generators.corpus.publisher import in_language
from generators.document.phrases import Phrases
from generators.document.runs import Reference, Run, letters


def name(phrases: Phrases) -> list[Run]:
    """The name of the institution that keeps the site; empty where none does."""
    names = phrases.corpus.publisher.names
    publisher = in_language(names, phrases.language, LANGUAGES[0])
    return phrases.plain(publisher) if publisher else []


def keeper(phrases: Phrases) -> list[Run]:
    """A sentence on who keeps the site: an institution, or none yet."""
    publisher = name(phrases)
    if publisher:
        return phrases.ui("{publisher} keeps this site.", publisher=publisher)
    return phrases.ui("No institution has taken over this site yet.")


def statement(phrases: Phrases) -> Iterator[list[Run]]:
    """Three paragraphs: who keeps the site, who wrote its languages, and how to write to
    somebody. The first says also what the keeper is and is not.
    """
    about = _about_publisher(phrases)
    first = keeper(phrases)
    yield [*first, " ", *about] if about else first
    yield phrases.ui(
        "The site is written in English. A machine translated it into six other "
        "languages. A page says so if no person has read its translation."
    )
    yield how_to_write(phrases)


def _about_publisher(phrases: Phrases) -> list[Run]:
    """What the publisher is and is not; empty where mkdocs.yml does not say it.

    Without a publisher, that the site speaks for no organisation.
    """
    texts = phrases.corpus.publisher.about
    about = in_language(texts, phrases.language, LANGUAGES[0])
    if about:
        return phrases.plain(about)
    if name(phrases):
        return []
    return phrases.ui("It does not speak for any organisation whose texts it shows.")


def how_to_write(phrases: Phrases) -> list[Run]:
    """How somebody without an account tells us of an error."""
    publisher = phrases.corpus.publisher
    if publisher.address:
        address = phrases.outside(publisher.contact, [Reference(publisher.address)])
        return phrases.ui(
            "You need no account to write to us: {address}", address=address
        )
    return phrases.ui(
        "There is no address yet to which you can write without an account. Did you find "
        "an error? Tell the organisation whose text it is. Its page here says how to "
        "reach it, if we know."
    )


def author(phrases: Phrases) -> str:
    """Who is named as the author of files: the publisher, else the site itself; plain
    text.
    """
    return letters(name(phrases)) or phrases.localizer.gettext("Dakar Compendium")
