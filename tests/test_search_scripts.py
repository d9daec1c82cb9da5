"""The scripts of search under node.

They make the same words as Python. Queries find what they should in a small index, and
States are found by what readers type.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
import searching
from conftest import LANGUAGES, PROJECT
from golden_case import GOLDEN, read_case
from searching import Index, addresses

from generators.corpus import state_words
from generators.search import answers, shards, words

SCRIPTS = sorted((PROJECT / "overrides/assets/javascripts").rglob("*.js"))
ADDRESSES = "alpha/convention", "alpha/plan", "beta/procedures"
CONVENTION, PLAN, PROCEDURES = (f"instruments/{name}/" for name in ADDRESSES)

WHOLE = """\
kind: instrument
type: convention
title: Convention on Whales
status: in-force
binding: true
adopted: {date: 2005}
in_force: 2006
provisions:
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: Whales are saved.}
confidence: recalled
"""

# -- words -------------------------------------------------------------------------------


def texts_of_queries() -> list[str]:
    """The queries of every set, in every language."""
    texts = []
    for language in searching.ASKED:
        for case in searching.queries(language):
            texts += [case["query"], *case.get("same", ())]
    return texts


TEXTS = [
    *texts_of_queries(),
    "Œuvre d’Ångström №5",
    "İstanbul ﬁn ½ ①",
    "ٱلْأَطْفَالُ والآليات",
    "C/REG.29/12/07 (2019)3",
    "儿童ABC权利2011/36，１３条",
    "всё ещё й",
    "a/b.c-d(1)2",
    "ود والد والضحايا فالأطفال للضحايا لل ال",
]


def test_words_are_the_same_in_both_languages_of_the_code():
    """Folded texts, words, cited numbers and bare words are the same as in Python.

    It is so for every query of every set, and for texts of many scripts.
    """
    got = searching.run({"facts": words.for_script(), "texts": TEXTS})
    for text, by_script in zip(TEXTS, got, strict=True):
        folded = words.fold(text)
        forms = list(words.words(folded))
        assert by_script["folded"] == folded
        assert by_script["words"] == forms
        assert by_script["compounds"] == list(words.compounds(folded)), text
        assert by_script["bare"] == [words.bare(form) for form in forms]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("CETS 197 Art. 13", ["13"]),
        ("articles 4a", ["4a"]),
        ("artículo 8, artigo 9", ["8", "9"]),
        ("Статья 5 и ст. 6", ["5", "6"]),
        ("المادة ٢٦ والمادة 3", ["26", "3"]),
        ("第 13 条", ["13"]),
        ("Article VIII", ["viii"]),
        ("start 13, party 5, 13 articles", []),
    ],
)
def test_an_article_is_asked_for_in_every_language(query: str, articles: list[str]):
    """The word for an article before a number asks for that article, in whatever language
    it is typed.
    """
    [got] = searching.run({"facts": words.for_script(), "texts": [query]})
    assert got["articles"] == articles


@pytest.mark.parametrize("letters", ["a" * 100_000, "a/" * 50_000, "1." * 50_000])
def test_a_long_word_costs_no_more_than_its_length(letters: str):
    """A text without spaces is cut in a moment, in Python and in the scripts; it took a
    minute.
    """
    begin = process_time()
    compounds = list(words.compounds(letters))
    assert process_time() - begin < 2
    [got] = searching.run({"facts": words.for_script(), "texts": [letters]})
    assert got["compounds"] == compounds


def test_no_script_knows_a_language():
    """What must be known of languages comes with the index: no script names one, or holds
    its letters.
    """
    named = re.compile("|".join(f"""["'`]{language}["'`]""" for language in LANGUAGES))
    for script in SCRIPTS:
        code = script.read_text("utf-8")
        assert named.findall(code) == [], script
        assert re.findall("[\u0370-\u1fff\u2e80-\uffee]", code) == [], script


@pytest.mark.parametrize(
    ("word", "spelling"),
    [("لضحايا", "ضحايا"), ("CНГ".lower(), "снг"), ("ceнeгaл", "сенегал")],
)
def test_a_word_may_be_written_otherwise(word: str, spelling: str):
    """One-letter prefixes go, and letters of two scripts that look alike become those of
    one.
    """
    [got] = searching.run({"facts": words.for_script(), "texts": [word]})
    assert spelling in got["otherwise"][0]


# -- results -----------------------------------------------------------------------------


def test_two_records_and_two_states_are_offered_where_there_are_such_pages(
    index_of: Index, monkeypatch
):
    """Two records lead to their comparison, with the topic that the query names.

    Two States lead to what binds both, in the order of the query. A page that the corpus
    does not have is not offered.
    """
    monkeypatch.setattr(answers, "PAGES", ())
    queries = "Beta Act 2011/36/XY and CTS 197 on assistance", "from Nigeria to Benin"
    files = {
        "instruments/alpha/whales.yml": f"{WHOLE}number: CTS 197\n",
        "instruments/beta/act.yml": WHOLE.replace(
            "title: Convention on Whales", "title: Beta Act 2011/36/XY of the Assembly"
        ),
    }
    folder = index_of(files)
    records, states = searching.answers_to(folder, *queries)
    assert (records["offered"], states["offered"]) == (
        ["topics/assistance/"],
        ["states/nga/", "states/ben/"],
    )
    shutil.rmtree(folder)
    monkeypatch.setattr(answers, "PAGES", ("compare", "between"))
    records, states = searching.answers_to(index_of(files), *queries)
    assert records["offered"] == ["compare/?r=beta/act&r=alpha/whales&topic=assistance"]
    assert states["offered"][0] == "between/?from=NGA&to=BEN"


def test_a_filter_leaves_what_it_counted(index_of: Index):
    """Each code of each facet says how many hits it would leave, and leaves so many;
    facets work together.
    """
    folder = index_of()
    [whole] = searching.answers_to(folder, {"query": "", "counted": True})
    assert whole["counts"]["state"]["BEN"] > 0
    choices = [
        (facet, code) for facet, codes in whole["counts"].items() for code in codes
    ]
    answers = searching.answers_to(
        folder, *({"query": "", "chosen": {facet: [code]}} for facet, code in choices)
    )
    assert [len(answer["found"]) for answer in answers] == [
        whole["counts"][facet][code] for facet, code in choices
    ]
    [both] = searching.answers_to(
        folder,
        {"query": "", "chosen": {"kind": ["instrument", "sop"], "region": ["africa"]}},
    )
    assert addresses(both) == [CONVENTION]


def test_results_come_by_date_where_that_is_asked(index_of: Index):
    """Newest and oldest first, and what has no date last in both."""
    chosen = {"kind": ["instrument", "action-plan", "sop"]}
    newest, oldest = searching.answers_to(
        index_of(),
        *({"query": "", "chosen": chosen, "sort": sort} for sort in ("newest", "oldest")),
    )
    assert addresses(newest) == [PLAN, CONVENTION, PROCEDURES]
    assert addresses(oldest) == [CONVENTION, PLAN, PROCEDURES]


# -- what readers find by what they type: the cases of ``golden/search.yml`` -------------

CASES = read_case(GOLDEN / "search.yml")
HOLDS: dict[str, Callable[[list[str], list[str]], bool]] = {
    "first": lambda got, wanted: got[: len(wanted)] == wanted,
    "found": lambda got, wanted: got == wanted,
    "has": lambda got, wanted: {*wanted} <= {*got},
    "near": lambda got, wanted: {*wanted} <= {*got[:3]},
    "either": lambda got, wanted: bool({*wanted} & {*got[:2]}),
    "none": lambda got, wanted: not {*wanted} & {*got},
}


def files(names: list[str]) -> dict[str, str]:
    """The files that a case names, by their paths; ``name*3`` is three copies."""
    text_by_path = {}
    for name_and_times in names:
        name, _, times = name_and_times.partition("*")
        for path, text in CASES["texts"][name].items():
            copies = (
                [path.replace(".yml", f"-{n}.yml") for n in range(int(times))]
                if times
                else [path]
            )
            text_by_path |= dict.fromkeys(copies, text)
    return text_by_path


def wrong(request: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What an answer does not hold of what a query of a case wants."""
    got = {
        **dict.fromkeys(HOLDS, addresses(answer)),
        "lost": answer["lost"],
        "offered": answer["offered"],
    }
    got |= {
        "offers": answer["offered"],
        "some": [hit["address"] for hit in answer["some"]],
    }
    holds = HOLDS | {
        "lost": HOLDS["found"],
        "offered": HOLDS["found"],
        "offers": HOLDS["first"],
        "some": HOLDS["has"],
    }
    assert request.keys() <= {"q", *holds}
    return [
        f"{request['q']}: {key}: {got[key][:6]}"
        for key in request
        if key != "q" and not holds[key](got[key], request[key])
    ]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["about"][:60])
def test_a_query_brings_what_it_should(index_of: Index, case: dict[str, Any]):
    """Each query of a case finds, offers and names what the case says."""
    folder = index_of(files(case.get("with", [])), case.get("language", "en"))
    answers = searching.answers_to(folder, *(request["q"] for request in case["asks"]))
    assert [
        fault
        for request, answer in zip(case["asks"], answers, strict=True)
        for fault in wrong(request, answer)
    ] == []


# -- a State that is named ---------------------------------------------------------------


STATES = """\
kind: vocabulary
of: states
title: Names of States
definition: Where CLDR departs from the United Nations.
entries:
  - id: MMR
    names: {en: Myanmar, fr: Myanmar}
    source: {title: United Nations M49, kind: secondary}
    confidence: reported
typed:
  - id: BEN
    names: {en: [Dahomey]}
    cities: {en: [Parakou], fr: [Parakou]}
    confidence: recalled
"""


def test_names_of_states_follow_from_cldr(corpus_of):
    """Short names, names in brackets, and initials of three words or more are CLDR's.

    They are in each language and norm. A name that the site shows is not among them.
    """
    corpus = corpus_of({"instruments/vocabulary/states.yml": STATES})
    assert "Birmania" in state_words.names(corpus, "MMR", "es")
    assert "Birmanie" in state_words.names(corpus, "MMR", "fr")
    assert state_words.names(corpus, "BEN", "en") == ("Dahomey",)
    assert state_words.names(corpus, "BEN", "fr") == ()


@pytest.mark.parametrize(
    ("language", "typed", "first", "sure"),
    [
        ("en", "Benin", "BEN", True),
        ("en", "dahomey", "BEN", True),
        ("en", "parak", "BEN", True),
        ("fr", "benin", "BEN", True),
        ("fr", "Nigéria", "NGA", True),
        ("ar", "نيجيريا", "NGA", True),
        ("zh", "拉各", "NGA", True),
        ("en", "Nigerai", "NGA", False),
    ],
)
def test_a_state_is_named_by_whatever_readers_type(
    index_of: Index, language: str, typed: str, first: str, sure: bool
):
    """Names with and without accents, former names, cities, beginnings, and one letter
    wrong, of which nobody can be sure.
    """
    folder = index_of({"instruments/vocabulary/states.yml": STATES}, language)
    [answer] = searching.run({"folder": str(folder), "states": [typed]})
    assert answer["codes"][0] == first
    assert answer["sure"] is sure
    assert answer["near"] is not sure


def test_a_state_comes_before_the_state_of_a_city(index_of: Index):
    """Where both begin as typed."""
    folder = index_of(
        {"instruments/vocabulary/states.yml": STATES.replace("[Parakou]", "[Nikki]")},
        "en",
    )
    [answer] = searching.run({"folder": str(folder), "states": ["ni"]})
    assert answer["codes"].index("NGA") < answer["codes"].index("BEN")


def test_a_state_that_nobody_knows_is_none(index_of: Index):
    """Nothing typed, blanks and nonsense name no State."""
    named = searching.run(
        {"folder": str(index_of()), "states": ["", "  ", "qwxzkj", "…"]}
    )
    assert [answer["codes"] for answer in named] == [[], [], [], []]


def test_a_text_that_is_for_a_state_is_found_by_it(index_of: Index):
    """A text that binds a State comes before the same text for another State.

    For a State that a query names, the answer says which texts bind it. It also says of
    which texts nobody knows.
    """
    parties = "parties: {as_of: 2020, states: [{state: %s, since: 2006}]}\n"
    files = {
        f"instruments/alpha/{state.lower()}.yml": WHOLE + parties % state
        for state in ("BEN", "NGA")
    }
    files["instruments/alpha/none.yml"] = WHOLE
    benin, nigeria = searching.answers_to(
        index_of(files), "Benin whales", "Nigeria whales"
    )
    of_benin, of_nigeria = (f"instruments/alpha/{state}/" for state in ("ben", "nga"))

    def first_of_two(answer: dict) -> str:
        """The first result that is one of the two texts with parties."""
        pages = [address.partition("#")[0] for address in addresses(answer)]
        return next(page for page in pages if page in (of_benin, of_nigeria))

    assert first_of_two(benin) == of_benin
    assert first_of_two(nigeria) == of_nigeria
    [bound] = benin["bound"]
    none = "instruments/alpha/none/"
    assert bound["label"] == "Benin"
    assert {of_benin, of_nigeria} & {*bound["its"]} == {of_benin}
    assert {of_benin, none} & {*bound["open"]} == {none}


@pytest.mark.parametrize(
    ("language", "name"), [("en", "the Philippines"), ("fr", "Philippines")]
)
def test_a_state_is_named_as_a_sentence_names_it(
    index_of: Index, language: str, name: str
):
    """With its article in English; French has it after a colon."""
    parties = "parties: {as_of: 2020, states: [{state: PHL}]}\n"
    files = {"instruments/alpha/phl.yml": WHOLE + parties}
    [answer] = searching.answers_to(index_of(files, language), "Philippines whales")
    assert [bound["label"] for bound in answer["bound"]] == [name]


MECHANISM = """\
kind: organisation
regions: [africa]
official_names: {en: Aaa Convention of Conventions}
acronyms: {en: AAA}
sources: [{title: Aaa, url: https://example.org/aaa, kind: primary}]
confidence: recalled
review: {due: 2027-11-24}
"""


def test_a_word_counts_the_same_however_many_files_its_forms_stand_in(
    index_of: Index, monkeypatch
):
    """Two forms of a word may be in two files, with another word between them.

    They are one group all the same, and hits have the same scores.
    """
    name = "Camp Campaign for those who Camped"
    scores = []
    files = {
        "instruments/aaa/mechanism.yml": MECHANISM.replace(
            "Aaa Convention of Conventions", name
        )
    }
    for size in (1, 10_000):
        monkeypatch.setattr(shards, "WORDS", size)
        folder = index_of(files)
        [answer] = searching.answers_to(folder, "camp")
        scores.append([(hit["address"], hit["score"]) for hit in answer["found"]])
        shutil.rmtree(folder)
    assert scores[0] == scores[1] != []
