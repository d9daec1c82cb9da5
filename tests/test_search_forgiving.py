"""Search that forgives: other words, questions, slips, numbers written any way, words that nothing holds."""

from __future__ import annotations

import pytest
import searching
from searching import Index, addresses

from generators.search import documents, index, scripts

TERMS = """\
kind: vocabulary
of: terms
title: Terms
definition: What the list is for.
entries:
  - id: trafficking
    label: trafficking
    definition: A trade.
    topics: [assistance]
    forms: {en: {form: trafficking, confidence: recalled}}
    variants: [{language: en, form: trade in human beings}]
    typed: {en: [sale of people]}
    beside: {en: [ransom]}
    avoid:
      - {language: en, form: smuggling, why: another offence}
      - {language: en, form: human traffic, why: a calque, same: true}
    confidence: recalled
  - id: smuggling-of-migrants
    label: smuggling of migrants
    definition: A crossing.
    forms: {en: {form: smuggling of migrants, confidence: recalled}}
    confidence: recalled
"""


@pytest.mark.parametrize("query", ["trade in human beings", "sale of people", "human traffic"])
def test_what_means_a_term_brings_it_first(index_of: Index, query: str):
    """A variant, what readers type, and a form to avoid that means the same bring the term before all else,
    and then its topic.
    """
    folder = index_of({"instruments/vocabulary/terms.yml": TERMS})
    [answer] = searching.found(folder, query)
    assert addresses(answer)[0] == "terms/#trafficking"
    assert "topics/assistance/" in addresses(answer)[:3]


@pytest.mark.parametrize(
    ("query", "is_asked"),
    [
        ("what is trafficking", True),
        ("trafficking", True),
        ("trade in human beings", True),
        ("trafficking convention", False),
    ],
)
def test_words_of_every_topic_ask_for_one_when_they_are_all(index_of: Index, query: str, is_asked: bool):
    """A word of many topics says nothing of which is meant, unless it is all that
    was asked: then it is the topic of that term.
    """
    topics = "kind: vocabulary\nof: topics\ntitle: Topics\ndefinition: For what.\nentries:\n" + "".join(
        f"  - {{id: {name}, label: {name.title()}, definition: For {name}., pillar: protection, "
        f"question: What of {name} in trafficking and in trade?}}\n"
        for name in ("assistance", "investigation", "prevention", "compensation")
    )
    folder = index_of(
        {"instruments/vocabulary/terms.yml": TERMS, "instruments/vocabulary/topics.yml": topics}
    )
    [answer] = searching.found(folder, query)
    assert ("topics/assistance/" in answer["offered"][:1]) is is_asked


def test_another_offence_is_not_read_as_the_term(index_of: Index):
    """A form to avoid that means something else is searched as it was typed."""
    [answer] = searching.found(index_of({"instruments/vocabulary/terms.yml": TERMS}), "smuggling")
    assert addresses(answer)[0] == "terms/#smuggling-of-migrants"


@pytest.mark.parametrize("query", ["oh, who gives housing", "what assistance must there be"])
def test_a_question_is_answered(index_of: Index, query: str):
    """The questions of topics are searched, and words that only ask empty no result."""
    [answer] = searching.found(index_of(), query)
    assert {"topics/assistance/", f"{searching.CONVENTION}#art-12"} & set(addresses(answer)[:2])


def test_what_readers_type_for_a_topic_finds_it(index_of: Index, corpus_of):
    """Words that stand nowhere else lead to the topic that has them, and are not read as a term."""
    topics = """\
kind: vocabulary
of: topics
title: Topics
definition: What the list is for.
entries:
  - {id: assistance, label: Assistance, definition: Help., pillar: protection, question: What must be given?,
     typed: {en: [a roof to sleep under]}}
  - {id: reflection-period, label: Reflection period, definition: Time., pillar: protection, question: When?}
  - {id: investigation, label: Investigation, definition: Finding out., pillar: prosecution, question: How?}
"""
    [answer] = searching.found(index_of({"instruments/vocabulary/topics.yml": topics}), "who gives me a roof")
    assert addresses(answer)[0] == "topics/assistance/"


def test_a_title_counts_whatever_stands_beside_it(index_of: Index):
    """A page of a topic, a term or a State whose whole title was typed is found, whatever else was typed."""
    [answer] = searching.found(index_of(), "housing compensation days Benin")
    assert "states/ben/" in addresses(answer)


@pytest.mark.parametrize(
    "query", ["conventoin", "cnovention", "onvention", "convwention", "xonvention", "comventiom"]
)
def test_a_slip_in_a_title_is_found_wherever_it_stands(index_of: Index, query: str):
    """One letter left out, put in, replaced or swapped, and two in a long word, from the first letter on."""
    [answer] = searching.found(index_of(), query)
    assert searching.CONVENTION in addresses(answer)


def test_the_words_of_titles_are_those_that_readers_type(corpus_of):
    """The list that a misspelt word is held against has words of titles and names, no numbers and no short
    ones; in Chinese the pairs of titles.
    """
    corpus = corpus_of()
    english = index.title_words(documents.gather(corpus, "en"), "en")
    assert {"convention", "assistance", "benin"} <= set(english)
    assert all(len(word) >= index.SHORTEST and word.isalpha() for word in english)
    assert english == sorted(english)
    assert "尼日" not in index.title_words(documents.gather(corpus, "zh"), "zh")


NUMBERED = """\
kind: instrument
type: convention
title: Directive 2011/36/XY on whales
number: CTS 197
status: adopted
binding: true
adopted: {date: 2005}
provisions:
  - {topics: [assistance], ref: Art. 3, strength: obligation, says: Whales are saved.}
confidence: recalled
"""


@pytest.mark.parametrize(
    "query", ["CTS197", "cts 197", "2011 36", "2011-36", "CТS 197", "whales 第三条", "whales art. 3"]
)
def test_a_number_is_found_however_it_is_written(index_of: Index, query: str):
    """Letters and figures together or apart, joints or blanks, letters of another script that look alike, and
    numerals of Chinese.
    """
    [answer] = searching.found(index_of({"instruments/alpha/whales.yml": NUMBERED}), query)
    assert addresses(answer)[0].startswith("instruments/alpha/whales/")


def test_an_article_that_no_text_has_finds_nothing(index_of: Index):
    """An article is matched whole, and never by its first figures."""
    [answer] = searching.found(index_of({"instruments/alpha/whales.yml": NUMBERED}), "article 399")
    assert addresses(answer) == []


def test_a_number_outweighs_no_word(index_of: Index):
    """Who types a word and a bare number gets what holds the word before what holds the number alone."""
    other = NUMBERED.replace("2011/36/XY on whales", "2019").replace("Whales are saved", "Zebras run")
    files = {"instruments/alpha/whales.yml": NUMBERED, "instruments/alpha/zebras.yml": other}
    [answer] = searching.found(index_of(files), "whales 2019")
    assert addresses(answer)[0].startswith("instruments/alpha/whales/")


def test_a_word_that_nothing_holds_is_named_and_the_rest_is_found(index_of: Index):
    """The unknown word is said, the others are searched; with few hits those that hold some of the words
    follow apart.
    """
    files = {"instruments/alpha/whales.yml": NUMBERED}
    unknown, some = searching.found(index_of(files), "whales qwxzkj", "whales housing days")
    assert unknown["lost"] == ["qwxzkj"]
    assert addresses(unknown)[0].startswith("instruments/alpha/whales/")
    assert "instruments/alpha/whales/" in [each["address"] for each in some["some"]]
    assert not {each["address"] for each in some["some"]} & set(addresses(some))


@pytest.mark.parametrize(
    ("word", "found"), [("لضحايا", "ضحايا"), ("CНГ".lower(), "снг"), ("ceнeгaл", "сенегал")]
)
def test_a_word_may_be_written_otherwise(word: str, found: str):
    """One-letter prefixes go, and letters of two scripts that look alike become those of one."""
    [got] = searching.run({"facts": scripts.facts(), "texts": [word]})
    assert found in got["otherwise"][0]


# -- everyday words ------------------------------------------------------------------------------------------


def test_a_word_beside_a_term_finds_it_and_is_not_read_as_it(index_of: Index):
    """What means something else brings the term too, and nothing in which the term alone stands."""
    [beside, term] = searching.found(
        index_of({"instruments/vocabulary/terms.yml": TERMS}), "ransom", "trafficking"
    )
    assert addresses(beside) == ["terms/#trafficking"]
    assert len(addresses(term)) > 1


def test_a_step_is_found_by_what_readers_type_for_it(index_of: Index):
    """Stages have such words as topics do."""
    stages = """\
kind: vocabulary
of: stages
title: Steps of a case
definition: What is done, in order.
entries:
  - {id: detection, label: Detection, definition: A sign is seen., phase: identification,
     typed: {en: [hotline]}}
"""
    [answer] = searching.found(index_of({"instruments/vocabulary/stages.yml": stages}), "hotlines")
    assert addresses(answer) == ["pathway/detection/"]


@pytest.mark.parametrize(
    ("query", "page"),
    [("downloads", "downloads/"), ("offline PDFs", "downloads/"), ("time limits side by side", "numbers/")],
)
def test_pages_that_count_and_hand_out_are_found(index_of: Index, query: str, page: str):
    """By their titles and what they are on."""
    [answer] = searching.found(index_of(), query)
    assert addresses(answer)[0] == page


def test_a_question_brings_a_page_that_leads_on(index_of: Index):
    """Where texts alone hold the words of a query, the topic that holds some comes among the first three."""
    records = {
        f"instruments/alpha/text-{n}.yml": f"""\
kind: instrument
type: convention
title: Convention {n}
status: in-force
binding: true
adopted: {{date: 2005}}
in_force: 2006
provisions:
  - {{topics: [voyages], ref: Art. 1, strength: obligation, says: Whales sleep quietly below every harbour.}}
confidence: recalled
"""
        for n in range(4)
    }
    topics = """\
kind: vocabulary
of: topics
title: Topics
definition: What can be compared.
entries:
  - {id: assistance, label: Assistance, definition: A roof., pillar: protection,
     question: What is given?, typed: {en: [sleep quietly]}}
  - {id: voyages, label: Voyages, definition: A ship., pillar: protection, question: Who sails?}
"""
    folder = index_of({**records, "instruments/vocabulary/topics.yml": topics})
    [answer] = searching.found(folder, "whales sleep quietly below every harbour")
    assert addresses(answer).index("topics/assistance/") == 2


@pytest.mark.parametrize(
    ("language", "query"), [("en", "housebreaking"), ("ru", "спросить"), ("pt", "ligo"), ("zh", "贝者")]
)
def test_a_word_finds_no_other_that_it_begins_with(index_of: Index, language: str, query: str):
    """A word whose beginning is another word, a short one with a letter that is another's, and two characters
    of which one stands in the name of a State, find nothing.
    """
    text = """\
kind: instrument
type: convention
title: {title}
status: in-force
binding: true
in_force: 2006
confidence: recalled
"""
    titles = {"en": "House", "ru": "Спрос", "pt": "Liga", "zh": "贝宁"}
    files = {"instruments/alpha/one.yml": text.format(title=titles[language])}
    [answer] = searching.found(index_of(files, language), query)
    assert addresses(answer) == []


def test_chinese_parts_at_little_words_and_keeps_the_words_that_hold_them(index_of: Index):
    """What 的 joins is two words, and the character within a republic joins nothing."""
    parts, kept = searching.found(index_of(language="zh"), "convention 证人的安全", "convention 中非共和国")
    assert parts["lost"] == ["证人", "安全"]
    assert kept["lost"] == ["中非共和国"]
