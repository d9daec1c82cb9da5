"""Names of States and languages, dates and numbers, from CLDR; a day that is known in
part is an interval.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import PROJECT
from pydantic import TypeAdapter

from generators.corpus import cldr
from generators.model.fields import Day
from generators.model.vocabulary import StateName
from generators.text import partial_dates, yaml_files


@pytest.mark.parametrize("code", ["NO", "nor", "XQX", "", "NORW", "N0R", "УКР", "EUR"])
def test_other_codes_lead_nowhere(code):
    """Alpha-2, small letters, unknown and currency codes are none."""
    assert cldr.alpha2(code) is None


def test_every_code_has_a_name_in_every_language():
    """No State's page shows a bare code."""
    bare = [
        (code, language)
        for code in cldr.every_code()
        for language in cldr.LANGUAGES
        if cldr.name(code, language, {}) == code
    ]
    assert bare == []


def test_our_names_stand_where_cldrs_are_no_short_names():
    """Only territories and former codes keep a name of CLDR's with a bracket, dash or
    ampersand.
    """
    names = {code: cldr.name(code, "en", {}) for code in cldr.every_code()}
    long = {code for code, name in names.items() if re.search(r"[(&–—]| - ", name)}
    states, _ = yaml_files.read(PROJECT / "instruments/vocabulary/states.yml", PROJECT)
    ours = {entry["id"] for entry in states.data["entries"]}
    assert long - ours == {*"BUR CCK HMD SGS SJM SPM TCA WLF ZAR".split()}


def test_our_names_stand_before_cldrs():
    """An exception counts in the languages that it has; CLDR's name serves the others."""
    ours = {
        "MMR": StateName.model_validate(
            {
                "id": "MMR",
                "names": {"en": "Myanmar"},
                "source": {"title": "M49", "kind": "secondary"},
                "confidence": "verified",
            }
        )
    }
    assert cldr.name("MMR", "en", ours) == "Myanmar"
    assert cldr.name("MMR", "fr", ours) == cldr.name("MMR", "fr", {})


def test_sort_key_passes_over_accents_and_case():
    """Côte d'Ivoire stands among the names in C, Éthiopie among those in E."""
    assert (
        sorted(["Éthiopie", "Estonie", "côte", "Cuba", "Égypte"], key=cldr.sort_key)
        == "côte Cuba Égypte Estonie Éthiopie".split()
    )


def test_sort_key_orders_chinese_names_by_pinyin():
    """Chinese names stand in the order of their pinyin, tone by tone, as CLDR has them,
    and before Latin ones.
    """
    ordered = (
        "阿富汗 阿根廷 安哥拉 白俄罗斯 贝宁 不丹 朝鲜 法国 "
        "斐济 柬埔寨 科特迪瓦 瑙鲁 乍得 智利 中国 APEC Benin"
    ).split()
    assert sorted(sorted(ordered), key=cldr.sort_key) == ordered
    assert sorted(["马里", "马来西亚", "马拉维"], key=cldr.sort_key) == [
        "马拉维",
        "马来西亚",
        "马里",
    ]


LTR = "tet sm fj bi mul zxx fr-JP ar-Latn sd-Deva sr-Latn en zh".split()
RTL = "arc az-Arab pa-Arab-PK dv nqo he ur sd syr ar".split()


def test_direction_of_any_tag():
    """A language that CLDR has no locale of runs as its script does."""
    assert [tag for tag in LTR + RTL if cldr.direction(tag) == "rtl"] == RTL


def test_every_language_that_a_record_may_name_has_a_direction():
    """No tag that the check lets pass stops a page."""
    for language in cldr.locale("en").languages:
        assert cldr.direction(language.replace("_", "-")) in ("ltr", "rtl")


DAY = TypeAdapter(Day)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2009", date(2009, 1, 1), date(2009, 12, 31), "year"),
        ("2009-07", date(2009, 7, 1), date(2009, 7, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2009-07-14", date(2009, 7, 14), date(2009, 7, 14), "day"),
    ],
)
def test_a_date_is_the_interval_of_days_that_it_may_mean(text, first, last, precision):
    """A year is all its days, a month all of its own."""
    day = partial_dates.parse(text)
    assert (day.first, day.last, day.precision, day.text, str(day), day.year) == (
        first,
        last,
        precision,
        text,
        text,
        first.year,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09",
        "2009-7",
        "2009-07-4",
        "2009/07",
        "14.7.2009",
        "2009-07-14T00:00",
        " 2009",
        "2009\n",
        "٢٠٠٩",
        "last year",
    ],
)
def test_another_form_is_refused(text):
    """Only YYYY, YYYY-MM and YYYY-MM-DD are dates."""
    with pytest.raises(ValueError, match=r"\bwrite "):
        DAY.validate_python(text)


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "0000"]
)
def test_a_day_that_does_not_exist_is_refused(text):
    """The calendar decides."""
    with pytest.raises(
        ValueError, match=r"does not exist; the last|there is no month|check the year"
    ):
        partial_dates.parse(text)


@pytest.mark.parametrize(
    ("later", "earlier", "surely"),
    [
        ("2010", "2009", True),
        ("2009", "2009-07", False),
        ("2009-07", "2009", False),
        ("2009-08", "2009-07-31", True),
        ("2009-07-31", "2009-07", False),
        ("2009", "2010", False),
    ],
)
def test_order_is_sure_only_where_intervals_do_not_meet(later, earlier, surely):
    """Dates that may be the same day are not out of order."""
    assert partial_dates.parse(later).surely_after(partial_dates.parse(earlier)) is surely


_IN_BRACKETS = re.compile(r" \([^)]*\)$")
_OF_MANY_OR_A_FORM = re.compile(
    r"\b(?:Republic|Kingdom|States|Islands|Federation|Emirates|Territor(?:y|ies)|Netherlands|Isle|State)\b"
    r"|^(?:Bahamas|Comoros|Congo|Gambia|Maldives|Philippines|Holy See)$"
)
"""Names that say a form of State, or many islands: English gives these an article in a
sentence.
"""


def test_a_state_whose_name_says_a_form_of_state_or_several_islands_has_its_article():
    """In an English sentence: of all States by the names of CLDR and by ours, no other
    and none without.
    """
    states, _ = yaml_files.read(PROJECT / "instruments/vocabulary/states.yml", PROJECT)
    ours = {entry["id"]: entry["names"].get("en", "") for entry in states.data["entries"]}
    named = {
        code: ours.get(code) or cldr.name(code, "en", {}) for code in cldr.every_code()
    }
    taken = {
        code
        for code, name in named.items()
        if _OF_MANY_OR_A_FORM.search(_IN_BRACKETS.sub("", name))
    }
    with_article = cldr.facts("en").states_with_article
    assert {code for code in taken ^ with_article if cldr.is_state(code)} == set()
    assert all(
        not cldr.facts(language).states_with_article for language in cldr.LANGUAGES[1:]
    )
