"""Who keeps the site, what that is and is not, and how to write: said on home, on the
page About, at the foot of every page, on paper, in books, with the data and in citations.

Without a publisher the site says that nobody has taken it over. It never names one that
mkdocs.yml does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.cldr import LANGUAGES
from generators.corpus.publisher import in_language
from generators.document.phrases import Phrases
from generators.document.runs import Reference, Run, letters


def name(phrases: Phrases) -> list[Run]:
    """The name of the institution that keeps the site; empty where none does."""
    known = in_language(phrases.corpus.publisher.names, phrases.language, LANGUAGES[0])
    return phrases.plain(known) if known else []


def keeper(phrases: Phrases) -> list[Run]:
    """Who keeps the site, in a sentence: that nobody does, where no institution has taken
    it over.
    """
    known = name(phrases)
    if known:
        return phrases.ui("{publisher} keeps this site.", publisher=known)
    return phrases.ui("No institution has taken over this site yet.")


def statement(phrases: Phrases) -> Iterator[list[Run]]:
    """Who keeps the site, what that is and is not, by whom the languages are, and how to
    write to somebody: a paragraph each.
    """
    known = in_language(phrases.corpus.publisher.about, phrases.language, LANGUAGES[0])
    about = phrases.plain(known) if known else []
    if not about and not name(phrases):
        about = phrases.ui("It does not speak for any organisation whose texts it shows.")
    yield [*keeper(phrases), *([" ", *about] if about else [])]
    yield phrases.ui(
        "The site is written in English. A machine translated it into six other languages. A page says so if "
        "no person has read its translation."
    )
    yield how_to_write(phrases)


def how_to_write(phrases: Phrases) -> list[Run]:
    """How somebody without an account tells us of an error."""
    publisher = phrases.corpus.publisher
    if publisher.address:
        address = phrases.outside(publisher.contact, [Reference(publisher.address)])
        return phrases.ui(
            "You need no account to write to us: {address}", address=address
        )
    return phrases.ui(
        "There is no address yet to which you can write without an account. Did you find an error? Tell the "
        "organisation whose text it is. Its page here says how to reach it, if we know."
    )


def author(phrases: Phrases) -> str:
    """Who is named as the author of files: the publisher, else the site itself; plain
    text.
    """
    return letters(name(phrases)) or phrases.localizer.gettext("Dakar Compendium")
