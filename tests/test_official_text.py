"""Where the text of a record can be read, and the addresses that follow from its number."""

from __future__ import annotations

import pytest

from generators.corpus.official_text import places
from generators.model.records import Record

TREATY = {
    "kind": "instrument",
    "type": "convention",
    "title": "A treaty",
    "status": "in-force",
    "binding": "true",
    "confidence": "recalled",
}
COPY = {"url": "https://example.org/copy", "copy": "true"}
OFFICIAL = {"url": "https://example.org/text"}


@pytest.mark.parametrize(
    ("number", "language", "address"),
    [
        ("OJ L 101, 15.4.2011, p. 1; CELEX 32011L0036", "fr", "FR/TXT/?uri=CELEX:32011L0036"),
        ("CELEX 32011L0036", "ar", "EN/TXT/?uri=CELEX:32011L0036"),
        ("CETS 197", "en", "en/web/conventions/full-list?module=treaty-detail&treatynum=197"),
        ("ETS 005", "fr", "fr/web/conventions/full-list?module=treaty-detail&treatynum=5"),
        ("ILO C138", "es", "nrmlx_es/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C138"),
        ("A/RES/64/293", "ar", "docs.un.org/ar/A/RES/64/293"),
        ("A/RES/72/1 (2017); A/RES/76/7 (2021)", "en", "docs.un.org/en/A/RES/72/1"),
        ("A/RES/317(IV); UNTS vol. 96", "en", "docs.un.org/en/A/RES/317(IV)"),
        ("S/RES/2388 (2017)", "zh", "docs.un.org/zh/S/RES/2388(2017)"),
        ("E/2002/68/Add.1", "pt", "docs.un.org/en/E/2002/68/Add.1"),
        ("A-61", "es", "oas.org/juridico/spanish/treaties/A-61.html"),
    ],
)
def test_an_address_follows_from_the_number_where_no_official_one_is_known(number, language, address):
    """In the reader's language where the publisher has it; a copy is then left out."""
    (found,) = places(Record(**TREATY, number=number, text=[COPY]), language)
    assert found.by_rule
    assert found.address.url.endswith(address)


@pytest.mark.parametrize("number", ["A/P.1/5/79", "C/REG.29/12/07", "OJ C 364, 18.12.2000", "PC.DEC/557"])
def test_a_number_without_a_rule_leads_nowhere(number):
    """The numbers of ECOWAS look like those of the United Nations and are none."""
    assert places(Record(**TREATY, number=number)) == ()
    assert [each.address.url for each in places(Record(**TREATY, number=number, text=[COPY]))] == [
        COPY["url"]
    ]


def test_an_official_address_that_was_seen_stands_alone():
    """No copy beside it, and no address by rule."""
    (found,) = places(Record(**TREATY, number="CETS 197", text=[COPY, OFFICIAL]))
    assert (found.address.url, found.by_rule) == (OFFICIAL["url"], False)


def test_a_copy_in_the_reader_s_language_stands_behind_the_official_text():
    """Where the official address is known to be in other languages alone."""
    french = {**COPY, "language": "fr"}
    record = Record(**TREATY, text=[french, {**OFFICIAL, "language": "en"}])
    assert [each.address.url for each in places(record, "fr")] == [OFFICIAL["url"], COPY["url"]]
    assert [each.address.url for each in places(record, "en")] == [OFFICIAL["url"]]
    unknown = Record(**TREATY, text=[french, OFFICIAL])
    assert [each.address.url for each in places(unknown, "fr")] == [OFFICIAL["url"]]
    both = Record(**TREATY, text=[french, {**OFFICIAL, "language": "fr"}])
    assert [each.address.url for each in places(both, "fr")] == [OFFICIAL["url"]]
