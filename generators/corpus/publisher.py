"""Who keeps the site: the institution that answers for it, as ``extra.publisher`` in
mkdocs.yml names it.

Nobody is the default, and the site then says so. What is said of a publisher is in
``document/publisher.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generators.corpus.located import SOURCE, Localized
from generators.text.mail_addresses import mailto


class Publisher(NamedTuple):
    """An institution that keeps the site.

    ``names`` and ``about`` (what it is and is not, in a sentence or two) are by language.
    ``address`` is a mail or an https address to write to. ``logo`` is a picture, by its
    path below ``overrides/``. Each is empty where mkdocs.yml does not say it.
    """

    names: Mapping[str, str] = {}
    about: Mapping[str, str] = {}
    address: str = ""
    logo: str = ""

    @property
    def contact(self) -> str:
        """What a link to the address begins with: a mail address becomes ``mailto:``."""
        is_mail = bool(self.address) and not self.address.startswith("https:")
        return mailto(self.address) if is_mail else self.address


NOBODY = Publisher()
"""No institution keeps the site."""


def in_language(
    words: Mapping[str, str], language: str, default: str
) -> Localized | None:
    """What is said in a language; None where it is said in no language.

    Where that language has nothing, it is in the ``default`` language, else in the first
    that has it.
    """
    if not words:
        return None
    known = next((tag for tag in (language, default) if tag in words), next(iter(words)))
    return Localized(words[known], known, SOURCE)
