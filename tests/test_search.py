"""Search: the twins of words in Python and in the browser, the files of an index, and what readers find on the real site in seven languages."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from generators import search
from generators.search import documents, index, labels, shards, words

QUERIES = Path(__file__).parent / "search"
LANGUAGES = ("en", "ar", "es", "fr", "pt", "ru", "zh")
FIRST, NEXT = 150_000, 60_000
"""Bytes, compressed, that a first query and a further one may cost."""


def path(language: str) -> str:
    return "" if language == "en" else f"{language}/"


@cache
def queries(language: str) -> list[dict]:
    return yaml.safe_load((QUERIES / f"queries.{language}.yml").read_text("utf-8"))


# -- words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Délai de RÉFLEXION", "delai de reflexion"),
        ("ضحيّةٌ إلى آلية", "ضحيه الي اليه"),
        ("مـادة ٢٦", "ماده 26"),
        ("２０１１／３６", "2011/36"),
        ("Всё людей", "все людеи"),
    ],
)
def test_a_text_is_folded(text, folded):
    """Case, accents, vowel signs, variants of letters and of figures go."""
    assert words.fold(text) == folded


def test_chinese_is_cut_into_pairs():
    """A run of Chinese characters gives each pair of neighbours and its last character; what stands beside it stays whole."""
    assert list(words.words("cets 197恢复期")) == ["cets", "197", "恢复", "复期", "期"]


def test_numbers_are_kept_as_they_are_cited():
    """A number with joints is one word, whatever its joints are."""
    assert list(words.compounds("directive 2011/36/eu, a/res/55/25, 13(1)(b)")) == ["2011/36/eu", "a/res/55/25", "13/1/b"]


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("Art. 13(1)", ["13"]),
        ("Arts. 4(1), (3), 5(5)", ["4", "5"]),
        ("Arts. 35-37", ["35", "36", "37"]),
        ("Art. VIII(6)", ["viii"]),
        ("Art. 1 (Art. 18a)", ["1", "18a"]),
        ("Section 4.3", []),
    ],
)
def test_articles_of_a_reference(ref, found):
    """Every article that a reference names can be asked for; paragraphs are not articles."""
    assert list(words.articles(ref)) == [f"art:{each}" for each in found]


@pytest.mark.parametrize("form", ["الضحية", "والضحية", "بالضحية", "للضحية", "ضحيّة", "الضحايا", "للضحايا"])
def test_arabic_words_without_article_and_clitics(form):
    """An Arabic word has one stem with and without article, conjunction and preposition, in the singular and in a broken plural."""
    assert [stem for _, stem in words.forms(form, "ar")] == [stem for _, stem in words.forms("ضحية", "ar")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "жертва", "жертвами"),
        ("ru", "людям", "людьми"),
        ("fr", "victime", "victimes"),
        ("es", "víctima", "víctimas"),
        ("pt", "proteção", "proteções"),
    ],
)
def test_inflections_share_a_stem(language, one, other):
    """Two forms of one word have one stem."""
    assert next(words.forms(one, language))[1] == next(words.forms(other, language))[1]


def test_an_idle_word_may_be_an_acronym():
    """In French "au" is not indexed, and the acronym AU is, with a mark."""
    found = dict(index._words("AU", "zxx", True, "fr"))
    assert list(found) == ["au!"]
    assert list(index._words("au", "fr", False, "fr")) == []


# -- files ---------------------------------------------------------------------------------------------------------------


def test_an_index_has_a_core_and_shards(corpus_of):
    """The core names where shards begin; every file carries one version; the bytes are the same the second time."""
    corpus = corpus_of()
    files = dict(search.outputs(corpus, "en"))
    assert files == dict(search.outputs(corpus, "en"))
    assert {"search/index/core.json", "search/index/w0.json", "search/index/t0.json", "search/index/f0.json", "search/index/s0.json"} <= set(files)
    read = {name: json.loads(content) for name, content in files.items()}
    assert len({version for version, _ in read.values()}) == 1
    core = read["search/index/core.json"][1]
    assert core["n"] == len(documents.gather(corpus, "en"))
    assert core["texts"][0] == 0


def test_places_are_found_again(corpus_of):
    """A shard's differences add up to the places of its group, and each form of a group stands in the shard where a query looks for it."""
    corpus = corpus_of()
    groups = index.build(documents.gather(corpus, "en"), "en")
    parts, starts = shards._word_shards(groups)
    assert starts == sorted(starts)
    for group in groups:
        for form in group.forms:
            number = max(n for n, start in enumerate(starts) if start <= form)
            [line] = [line for line in parts[number] if line[0].split() == list(group.forms)]
        total, places = 0, []
        for step in line[1].split():
            total += int(step, 36)
            places.append(total)
        assert tuple(places) == group.places


def test_a_frequent_word_is_thinned():
    """A word in very many places keeps the first slots and one entry a document, so that shards stay small as the corpus grows."""
    places = [document * index.SPAN + slot for document in range(1000) for slot in range(10)]
    kept = index._thin(places)
    assert len(kept) == 1000 * (index.FIRST + 1)
    assert index._thin(places[:50]) == tuple(places[:50])


def test_facets_are_named_in_the_language(corpus_of):
    """Only values that occur are listed, each with its label."""
    corpus = corpus_of()
    found = labels.labels(corpus, "fr", documents.gather(corpus, "fr"))
    assert list(found) == ["kind", "region", "mechanism", "force", "status", "topic", "state", "year"]
    assert set(found["mechanism"]) <= set(corpus.mechanisms)


def test_a_text_that_falls_back_is_found_and_says_its_language(corpus_of):
    """Where a translation is missing the source text is searched, by its own stems, and is shown with its language."""
    corpus = corpus_of()
    found = documents.gather(corpus, "fr")
    [record] = [each for each in found if each.address == "instruments/alpha/convention/"]
    entry = record.entries[0]
    assert entry.text.language == "en"
    assert shards._shown(record, "fr")[5][0][2] == [entry.text.text, "en"]
    stems = {form for group in index.build(found, "fr") for form in group.forms}
    assert {form for form, _ in words.forms(entry.text.text, "en")} - words.idle("en") <= stems


# -- the real site ----------------------------------------------------------------------------------------------------------

FIND = """async (query) => {
  const found = await compendium.search(query);
  return Promise.all(found.hits.map((hit) => compendium.address(hit)));
}"""


def named(address: str) -> str:
    """How the query sets name a page: a record or mechanism by its id, another page by its address."""
    matched = re.fullmatch(r"instruments/(.+?)/(?:#.*)?", address)
    return matched[1] if matched else address


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_find(open_page, language):
    """Every query of the set brings what must come among the first five, leads to the provision, and does not find what must not be found."""
    page = open_page(f"{path(language)}about/")
    assert len(queries(language)) >= 15
    wrong = []
    for each in queries(language):
        addresses = page.evaluate(FIND, each["query"])
        names = [named(address) for address in addresses]
        wrong += [f"{each['query']}: {name} not among {names[:5]}" for name in each["first"] if name not in names[:5]]
        wrong += [f"{each['query']}: {name} found" for name in each["not"] if name in names]
        for name, anchor in each.get("at", {}).items():
            address = f"instruments/{name}/#{anchor}"
            wrong += [] if address in addresses else [f"{each['query']}: no {address}, but {addresses[:5]}"]
        for other in each.get("same", ()):
            wrong += [] if page.evaluate(FIND, other)[:5] == addresses[:5] else [f"{other}: other results than {each['query']}"]
    assert wrong == []


@pytest.mark.browser
def test_words_are_the_same_in_the_browser(open_page):
    """Folding, words, numbers and bare Arabic words come out of the script as out of Python, for every query of every set and for real texts."""
    page = open_page("about/")
    texts = [each["query"] for language in LANGUAGES for each in queries(language)]
    texts += ["Œuvre d’Ångström №5", "İstanbul ﬁn ½ ①", "ٱلْأَطْفَالُ والآليات", "C/REG.29/12/07 (2019)3", "儿童ABC权利，１３条", "всё ещё й"]
    got = page.evaluate("(texts) => texts.map((t) => [compendium.fold(t), compendium.words(t), compendium.compounds(t)])", texts)
    expected = [[folded := words.fold(text), list(words.words(folded)), list(words.compounds(folded))] for text in texts]
    assert got == expected
    arabic = [word for text in texts for word in words.words(words.fold(text)) if "\u0600" <= word[0] <= "\u06ff"]
    assert page.evaluate("(words) => words.map(compendium.bare)", arabic) == [words.bare_arabic(word) for word in arabic]


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_query_is_cheap(open_page, site, language):
    """The script, the index parts and the texts of a first query in the dialog, and those of each further one, stay in their budgets."""
    page = open_page(f"{path(language)}about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.keyboard.press("/")
    script = site.folder / "assets/javascripts/search.js"
    costs = []
    for each in queries(language):
        page.locator("dialog input").fill(each["query"])
        page.wait_for_timeout(150)
        page.wait_for_load_state("networkidle")
        files = [site.folder / url.removeprefix(site.url) for url in asked]
        costs.append(sum(len(gzip.compress(file.read_bytes(), 6)) for file in files))
        asked.clear()
    assert costs[0] + len(gzip.compress(script.read_bytes(), 6)) <= FIRST
    assert max(costs[1:]) <= NEXT


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keyboard_is_enough(open_page, language):
    """``/`` and Ctrl+K open the dialog, arrows walk through results and back, Escape closes it and gives the focus back."""
    page = open_page(f"{path(language)}topics/")
    page.locator(".wordmark").focus()
    page.keyboard.press("/")
    box = page.locator("dialog[open]")
    field = box.locator("input")
    assert field.evaluate("(field) => field === document.activeElement")
    page.keyboard.type("CETS 197")
    box.locator(".results li").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert "coe/convention-197" in page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowUp")
    assert field.evaluate("(field) => field === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.className") == "wordmark"
    page.keyboard.press("Control+k")
    assert page.locator("dialog[open]").count() == 1


@pytest.mark.browser
def test_a_result_leads_to_its_provision(open_page):
    """The provision that fits stands under the result with its article, and its link leads to it."""
    page = open_page("search/?q=CETS+197+Art.+13")
    first = page.locator("#search-page .results li").first
    first.locator(".hit").first.wait_for()
    assert first.locator(".hit a").first.inner_text().startswith("Art. 13")
    assert "In force" in first.locator(".src").first.inner_text()
    first.locator(".hit a").first.click()
    page.wait_for_url("**/instruments/coe/convention-197/#reflection")
    page.locator("#reflection").wait_for()


@pytest.mark.browser
def test_filters_count_and_the_address_can_be_shared(open_page):
    """Filters show how many results each would leave, several work at once, and the address brings the same results to another reader."""
    page = open_page("search/?q=victims&region=africa&region=europe-cis&force=binding")
    page.locator(".results li").first.wait_for()
    assert page.locator(".facets input:checked").count() == 3
    shown = page.locator("[role=status]").inner_text()
    box = page.locator('.facets label:has(input[name="kind"][value="instrument"])')
    expected = box.locator("span").last.inner_text()
    box.locator("input").check()
    page.wait_for_url("**kind=instrument**")
    page.wait_for_function("(n) => document.querySelector('[role=status]').textContent.endsWith(' ' + n)", arg=expected)
    other = open_page("search/" + page.url.partition("search/")[2])
    other.locator(".results li").first.wait_for()
    assert other.locator("[role=status]").inner_text().endswith(f" {expected}")
    page.locator("[type=reset]").click()
    page.wait_for_function("(before) => document.querySelector('[role=status]').textContent !== before", arg=shown)
    assert page.locator(".facets input:checked").count() == 0


@pytest.mark.browser
def test_newest_first(open_page):
    """Without words and with a filter, results come by date."""
    page = open_page("search/?kind=action-plan&sort=newest")
    page.locator(".results li").first.wait_for()
    years = [int(re.findall(r"\d{4}", text)[-1]) for text in page.locator(".results li > .src").all_inner_texts()]
    assert years == sorted(years, reverse=True)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_serious_for_axe(open_page, language, width):
    """axe-core finds nothing serious in the open dialog with results, nor on the page; nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe

    query = queries(language)[0]["query"]
    page = open_page(f"{path(language)}search/?q={query}", width=width)
    page.locator(".results li").first.wait_for()
    found = Axe().run(page).response["violations"]
    page.goto(page.url.replace("search/", "about/"))
    page.keyboard.press("/")
    page.locator("dialog input").fill(query)
    page.locator("dialog .results li").first.wait_for()
    found += Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("start", ["", "about/"])
def test_nothing_that_was_typed_is_sent(open_page, start):
    """The form of the home page and the dialog lead to the search page without the words in any request; the address can then be shared."""
    page = open_page(start)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if not start:
        page.locator("#home-q").fill("Kampala")
    else:
        page.keyboard.press("/")
        page.locator("dialog input").fill("Kampala")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Kampala")
    page.locator("#search-page .results li").first.wait_for()
    assert page.locator("#q").input_value() == "Kampala"
    assert [url for url in asked if "kampala" in url.lower()] == []


@pytest.mark.browser
def test_without_a_script_a_list_remains(browser, site):
    """Without a script the header's link leads to a page that lists every record by title."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url)
    page.locator("#search-slot a").click()
    page.wait_for_url("**/search/")
    assert page.locator(".plain-list li").count() > 200
    assert not page.locator("#q").is_visible()
    context.close()
