"""Where the text of a record can be read.

First the addresses that somebody saw, official ones before copies. Where none of them is
official, the one that follows by rule from the record's number.

A copy by a third party is left out where an official address is known. It stays if it is
in the reader's language and the official text is known only in others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generators.model.citations import TextAddress
from generators.model.records import Record


class TextPlace(NamedTuple):
    """An address of a text; ``by_rule`` where nobody saw it: it follows from the number
    of the record.
    """

    address: TextAddress
    by_rule: bool = False


class _Rule(NamedTuple):
    """How a number leads to an address of a publisher.

    ``number`` finds the number, ``url`` is filled with it and with the publisher's code
    of a language. ``languages`` has these codes after ours (``en=EN es=ES``); its first
    one is taken where it lacks a language.
    """

    number: re.Pattern[str]
    publisher: str
    url: str
    languages: str


_RULES = (
    _Rule(
        re.compile(r"\bCELEX ([0-9A-Z]{10,})\b"),
        "EUR-Lex",
        "https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:{number}",
        "en=EN es=ES fr=FR pt=PT",
    ),
    _Rule(
        re.compile(r"\bC?ETS 0*(\d+)\b"),
        "Council of Europe, Treaty Office",
        "https://www.coe.int/{language}/web/conventions/full-list"
        "?module=treaty-detail&treatynum={number}",
        "en=en fr=fr",
    ),
    _Rule(
        re.compile(r"\bILO ([CPR]\d{3})\b"),
        "ILO, NORMLEX",
        "https://normlex.ilo.org/dyn/nrmlx_{language}/f"
        "?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:{number}",
        "en=en es=es fr=fr",
    ),
    _Rule(
        re.compile(
            r"^(A/RES/\d+(?:/\d+| ?\([IVXLC]+\))|S/RES/\d+ ?\(\d{4}\)"
            r"|(?:A/HRC|A|E|CEDAW/C/GC|CRC/C/GC)/\d[\w./]*)"
        ),
        "United Nations, Official Documents",
        "https://docs.un.org/{language}/{number}",
        "en=en ar=ar es=es fr=fr ru=ru zh=zh",
    ),
    _Rule(
        re.compile(r"^([AB]-\d+)$"),
        "Organization of American States",
        "https://www.oas.org/juridico/{language}/treaties/{number}.html",
        "en=english es=spanish",
    ),
)
"""By the way each publisher makes its addresses, as seen in November 2026."""


def places(model: Record, language: str = "en") -> tuple[TextPlace, ...]:
    """Where a text can be read by readers of a language. An address by rule is in
    it where the publisher has it.
    """
    official = [TextPlace(address) for address in model.text if not address.copy_]
    copies = [TextPlace(address) for address in model.text if address.copy_]
    if not official:
        address = _by_rule(model.number or "", language)
        if address:
            official = [TextPlace(address, by_rule=True)]
    if not official:
        return tuple(copies)
    languages = {place.address.language for place in official}
    if None in languages or language in languages:
        return tuple(official)
    own = (place for place in copies if place.address.language == language)
    return (*official, *own)


def seen_official(model: Record, language: str) -> str:
    """The address of the official text that somebody saw, for readers of a language. It
    is empty where nobody saw one. One in the language goes first.
    """
    official = [address for address in model.text if not address.copy_]
    official.sort(key=lambda address: address.language != language)
    return official[0].url if official else ""


def _by_rule(number: str, language: str) -> TextAddress | None:
    """The address that follows from a record's number; None where no rule knows it.

    >>> _by_rule("ILO C182", "de").url.partition("?")[0]
    'https://normlex.ilo.org/dyn/nrmlx_en/f'
    """
    for rule in _RULES:
        match = rule.number.search(number)
        if match:
            codes = dict(pair.split("=") for pair in rule.languages.split())
            code = codes.get(language, next(iter(codes.values())))
            filled = rule.url.format(number=match[1].replace(" ", ""), language=code)
            return TextAddress(url=filled, publisher=rule.publisher)
    return None
