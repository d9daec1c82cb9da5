"""The scripts of search under node: words as Python makes them, and what a query finds in a small index."""

from __future__ import annotations

import re
import shutil
from time import process_time

import pytest
import searching
from conftest import LANGUAGES, PROJECT
from searching import Index, addresses

from generators.search import answers, scripts, words

SCRIPTS = sorted((PROJECT / "overrides/assets/javascripts").rglob("*.js"))
ADDRESSES = "alpha/convention", "alpha/plan", "beta/procedures"
CONVENTION, PLAN, PROCEDURES = (f"instruments/{name}/" for name in ADDRESSES)

WHOLE = """\
kind: instrument
type: convention
title: Convention on Whales
status: in-force
binding: {binding}
adopted: {{date: 2005}}
in_force: 2006
provisions:
  - {{topics: [assistance], ref: Art. 1, strength: obligation, says: Whales are saved by {by}.}}
confidence: recalled
"""

# -- words ---------------------------------------------------------------------------------------------------

TEXTS = [
    *(each["query"] for language in searching.ASKED for each in searching.queries(language)),
    *(
        other
        for language in searching.ASKED
        for each in searching.queries(language)
        for other in each.get("same", ())
    ),
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
    """Folding, words, numbers as they are cited and words without clitics come out of the scripts as out of
    Python, for every query of every set and for texts of many scripts.
    """
    got = searching.run({"facts": scripts.facts(), "texts": TEXTS})
    for text, each in zip(TEXTS, got, strict=True):
        folded = words.fold(text)
        cut = list(words.words(folded))
        assert each["folded"] == folded
        assert each["words"] == cut
        assert each["compounds"] == list(words.compounds(folded)), text
        assert each["bare"] == [words.bare(word) for word in cut]


@pytest.mark.parametrize(
    ("query", "asked"),
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
def test_an_article_is_asked_for_in_every_language(query: str, asked: list[str]):
    """The word for an article before a number asks for that article, in whatever language it is typed."""
    [got] = searching.run({"facts": scripts.facts(), "texts": [query]})
    assert got["articles"] == asked


@pytest.mark.parametrize("letters", ["a" * 100_000, "a/" * 50_000, "1." * 50_000])
def test_a_long_word_costs_no_more_than_its_length(letters: str):
    """A text without spaces is cut in a moment, in Python and in the scripts; it took a minute."""
    begin = process_time()
    found = list(words.compounds(letters))
    assert process_time() - begin < 2
    [got] = searching.run({"facts": scripts.facts(), "texts": [letters]})
    assert got["compounds"] == found


def test_a_language_without_queries_is_not_tried():
    """A further language stops no test: the ones that want its queries say that its search is not tried."""
    for asked in (searching.queries, searching.unseen):
        with pytest.raises(pytest.skip.Exception, match=r"\bsw\b.*not tried"):
            asked("sw")


def test_no_script_knows_a_language():
    """What must be known of languages comes with the index: no script names one, or holds its letters."""
    named = re.compile("|".join(f"""["'`]{language}["'`]""" for language in LANGUAGES))
    for script in SCRIPTS:
        code = script.read_text("utf-8")
        assert named.findall(code) == [], script
        assert re.findall("[\u0370-\u1fff\u2e80-\uffee]", code) == [], script


def test_no_script_leaves_a_hook_for_tests():
    """The site's scripts keep to one name, and nothing in them is there for tests alone."""
    for script in SCRIPTS:
        code = script.read_text("utf-8")
        assert re.findall(r"\b(?:window|globalThis|self)\.(?!compendium\b)\w+", code) == [], script
        assert "test" not in re.sub(r"/\*.*?\*/|//.*", "", code, flags=re.DOTALL).replace(".test(", ""), (
            script
        )


# -- results -------------------------------------------------------------------------------------------------


def test_a_title_comes_before_a_mention(index_of: Index):
    """Who types the title of a record gets it first, before others that speak of it."""
    files = {
        "instruments/alpha/whales.yml": WHOLE.format(binding="true", by="all"),
        "instruments/beta/other.yml": WHOLE.format(binding="true", by="the convention on whales").replace(
            "title: Convention on Whales", "title: Another text"
        ),
    }
    [answer] = searching.found(index_of(files), "convention on whales")
    assert addresses(answer)[:2] == ["instruments/alpha/whales/", "instruments/beta/other/#art-1"]


def test_of_two_equal_texts_the_binding_one_comes_first(index_of: Index):
    """What binds outranks what does not, where all else is equal."""
    files = {
        "instruments/alpha/soft.yml": WHOLE.format(binding="false", by="all").replace("in-force", "adopted"),
        "instruments/beta/hard.yml": WHOLE.format(binding="true", by="all"),
    }
    [answer] = searching.found(index_of(files), "whales")
    assert addresses(answer) == ["instruments/beta/hard/", "instruments/alpha/soft/"]


def test_a_hit_leads_to_the_provision_that_answers(index_of: Index):
    """An article and a number in a provision lead to it; what the title answers leads to the whole."""
    [title, article, number] = searching.found(
        index_of(), "alpha convention", "alpha convention art. 13", "alpha convention 30 days"
    )
    assert addresses(title)[0] == CONVENTION
    assert addresses(article)[0] == addresses(number)[0] == f"{CONVENTION}#reflection"


@pytest.mark.parametrize("query", ["housin", "housings", "housung", "Housing", "HÖUSING"])
def test_a_word_is_found_by_its_beginning_with_an_ending_and_with_a_slip(index_of: Index, query: str):
    """A word that is still being typed, one with another ending and one with a wrong letter find the word."""
    [answer] = searching.found(index_of(), query)
    assert f"{CONVENTION}#art-12" in addresses(answer)


def test_another_word_for_a_term_finds_it(index_of: Index):
    """Who types a form that the site avoids gets the term, even where the word stands nowhere."""
    [answer] = searching.found(index_of(language="zh"), "补贴")
    assert addresses(answer)[0] == "terms/#compensation"


@pytest.mark.parametrize(
    ("language", "query", "offered"),
    [
        ("en", "Benin", ["states/ben/", "first-days/ben/"]),
        (
            "en",
            "what is the reflection period in Benin",
            ["topics/reflection-period/?state=ben", "states/ben/"],
        ),
        ("fr", "Bénin : reflection period", ["topics/reflection-period/?state=ben", "states/ben/"]),
        ("en", "Beninese law", ["states/ben/", "first-days/ben/"]),
        ("en", "first 48 hours Nigeria", ["first-days/nga/", "states/nga/"]),
        ("en", "first hours", ["first-days/"]),
        ("en", "return Benin", ["first-days/ben/", "states/ben/"]),
        ("en", "reflection period", ["topics/reflection-period/"]),
        ("en", "housing of whales", []),
        ("en", "", []),
        ("ru", "в Нигерии", ["states/nga/", "first-days/nga/"]),
        ("ar", "في بنين", ["states/ben/", "first-days/ben/"]),
        ("zh", "尼日利亚", ["states/nga/", "first-days/nga/"]),
    ],
)
def test_pages_that_answer_are_offered(index_of: Index, language: str, query: str, offered: list[str]):
    """A State, a topic, a step of a case or the first days that a query names, in any order, with idle words
    and endings, lead to the page that answers; what names none of them is offered nothing.
    """
    [answer] = searching.found(index_of(language=language), query)
    assert answer["offered"] == offered


SIGNS = """\
kind: sop
type: procedures
title: Signs at work
status: adopted
binding: false
signs:
  - {form: domestic-work, ref: p. 1, says: She sleeps in the kitchen., confidence: reported}
  - {form: child, place: school, ref: p. 1, says: The pupil is absent., confidence: reported}
questions: [{ref: p. 2, asks: Who holds your key?, confidence: reported}]
never: [{ref: p. 2, says: Do not confront anyone., confidence: reported}]
confidence: recalled
"""


@pytest.mark.parametrize(
    ("language", "query", "offered"),
    [
        ("en", "signs of trafficking", "recognise/"),
        ("en", "signs in a domestic worker", "recognise/#form-domestic-work"),
        ("en", "signs at school", "recognise/#place-school"),
        ("en", "questions to ask", "recognise/#questions"),
        ("en", "what never to do", "recognise/#never"),
        ("fr", "signes", "recognise/"),
        ("ru", "признаки у домашней работницы", "recognise/#form-domestic-work"),
        ("ar", "علامات", "recognise/"),
        ("zh", "迹象 学校", "recognise/#place-school"),
    ],
)
def test_signs_and_questions_lead_to_their_section(index_of: Index, language: str, query: str, offered: str):
    """Who asks for signs, of any form or in a place, for questions or for what never to do, is led to the
    section of the page that has them.
    """
    [answer] = searching.found(index_of({"instruments/alpha/signs.yml": SIGNS}, language), query)
    assert answer["offered"][0] == offered


def test_a_sign_is_found_and_a_part_alone_asks_for_none(index_of: Index):
    """A sentence of a sign leads to its section; a school that nobody asks signs of is not that section."""
    sign, part = searching.found(
        index_of({"instruments/alpha/signs.yml": SIGNS}), "sleeps in kitchen", "school"
    )
    assert addresses(sign)[0] == "recognise/#form-domestic-work"
    assert "recognise/#place-school" not in part["offered"]


def test_two_records_and_two_states_are_offered_where_there_are_such_pages(index_of: Index, monkeypatch):
    """Two records lead to their comparison, with the topic that was named, two States to what both are bound
    by, in the order of the query; nothing is offered that the corpus has no page for.
    """
    monkeypatch.setattr(answers, "PAGES", ())
    queries = "Beta Act 2011/36/XY and CTS 197 on assistance", "from Nigeria to Benin"
    files = {
        "instruments/alpha/whales.yml": WHOLE.format(binding="true", by="all") + "number: CTS 197\n",
        "instruments/beta/act.yml": WHOLE.format(binding="true", by="all").replace(
            "title: Convention on Whales", "title: Beta Act 2011/36/XY of the Assembly"
        ),
    }
    folder = index_of(files)
    records, states = searching.found(folder, *queries)
    assert (records["offered"], states["offered"]) == (
        ["topics/assistance/"],
        ["states/nga/", "states/ben/"],
    )
    shutil.rmtree(folder)
    monkeypatch.setattr(answers, "PAGES", ("compare", "between"))
    records, states = searching.found(index_of(files), *queries)
    assert records["offered"] == ["compare/?r=beta/act&r=alpha/whales&topic=assistance"]
    assert states["offered"][0] == "between/?from=NGA&to=BEN"


def test_words_that_no_first_result_holds_are_named(index_of: Index):
    """A word that stands in another text than the first results is named; where they hold all words, none
    is.
    """
    whales = WHOLE.format(binding="true", by="all")
    zebras = whales.replace("Convention on Whales", "Another text").replace("Whales are saved", "Zebras run")
    files = {f"instruments/alpha/whales-{n}.yml": whales for n in range(3)}
    folder = index_of({**files, "instruments/alpha/zebras.yml": zebras})
    some, held = searching.found(folder, "convention whales saved by all, zebras", "convention whales")
    assert some["lost"] == ["zebras"]
    assert held["lost"] == []


def test_a_filter_leaves_what_it_counted(index_of: Index):
    """Each code of each facet says how many hits it would leave, and leaves so many; facets work together."""
    folder = index_of()
    [whole] = searching.found(folder, {"query": "", "counted": True})
    assert whole["counts"]["state"]["BEN"] > 0
    choices = [(facet, code) for facet, codes in whole["counts"].items() for code in codes]
    answers = searching.found(folder, *({"query": "", "chosen": {facet: [code]}} for facet, code in choices))
    assert [len(answer["found"]) for answer in answers] == [
        whole["counts"][facet][code] for facet, code in choices
    ]
    [both] = searching.found(
        folder, {"query": "", "chosen": {"kind": ["instrument", "sop"], "region": ["africa"]}}
    )
    assert addresses(both) == [CONVENTION]


def test_results_come_by_date_where_that_is_asked(index_of: Index):
    """Newest and oldest first, and what has no date last in both."""
    chosen = {"kind": ["instrument", "action-plan", "sop"]}
    newest, oldest = searching.found(
        index_of(), *({"query": "", "chosen": chosen, "sort": sort} for sort in ("newest", "oldest"))
    )
    assert addresses(newest) == [PLAN, CONVENTION, PROCEDURES]
    assert addresses(oldest) == [CONVENTION, PLAN, PROCEDURES]


def test_a_query_is_read_to_its_500th_letter(index_of: Index):
    """However long the text is that somebody pastes, it costs no more than a long sentence."""
    filler = " xq" * 200
    near, far = searching.found(index_of(), f"housing{filler} police", f"{filler} housing")
    assert f"{CONVENTION}#art-12" in addresses(near)
    assert addresses(far) == []
