"""What is said of a document in the language of its reader."""

from __future__ import annotations

import re

import pytest

from generators import html
from generators.document import citation, consultation, record
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.translate.localizer import Localizer


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_words_of_a_reference_are_in_the_language_of_its_record(corpus_of, language):
    """On every page, what a French record calls a place is French, and untagged where the page is French
    too.
    """
    text = (
        "kind: instrument\ntype: convention\nlanguage: fr\nofficial_titles: {fr: Convention Gamma}\n"
        "number: Troisième acte\n"
        "status: in-force\nbinding: true\nin_force: 2008\nparties: {states: [{state: BEN}]}\nprovisions:\n"
        "  - {topics: [assistance], ref: chapitre premier, strength: obligation, says: Un logement.}\n"
        "reporting: {by: states, to: Comité., ref: dernier chapitre}\nconfidence: recalled\n"
    )
    mechanism_text = (
        "kind: organisation\nlanguage: fr\nregions: [africa]\nname: Gamma\nconfidence: recalled\n"
    )
    corpus = corpus_of(
        {"instruments/gamma/acte.yml": text, "instruments/gamma/mechanism.yml": mechanism_text}
    )
    found = set()
    for page in html.build(corpus, language):
        written = page.render()
        for words in ("chapitre premier", "Troisième acte", "dernier chapitre"):
            found |= {(words, tag) for tag in re.findall(rf'<(\w+(?: lang="\w+")?)[^<>]*>{words}<', written)}
    assert {words for words, _ in found} == {"chapitre premier", "Troisième acte", "dernier chapitre"}
    tags = {re.search(r'lang="(\w+)"|$', tag)[1] for _, tag in found}
    assert tags == ({None} if language == "fr" else {"fr"})


@pytest.mark.parametrize(
    ("language", "stop", "pause"),
    [("en", ". ", "; "), ("fr", ". ", "\u202f; "), ("zh", "。", "；"), ("ar", ". ", "؛ ")],
)
def test_sentences_are_joined_as_the_language_writes(world, language, stop, pause):
    """How to cite a record, and how an error is reported, have the stops of their language."""
    localizer, name = Localizer(world, language), "alpha/convention-2005"
    phrases = Phrases(localizer)
    (cite,) = (each for each in record.document(phrases, name).sections if each.anchor == "cite")
    assert letters(cite.blocks[0].runs).startswith(localizer.title(name).text + stop)
    about = citation.colophon(phrases, "https://a.example/", "https://b.example/", "https://c.example/")[1]
    assert sum(f"https://b.example/{pause}" in letters(each.runs) for each in about.blocks) == 1


def test_two_sources_of_the_consultation_with_one_title_are_two(corpus_with):
    """A source is left out where it is the same, and not where it is called the same."""
    corpus = corpus_with(base="world")
    name, item = next((name, item) for name, item in corpus.items.items() if item.sources)
    first = item.sources[0]
    other = first.model_copy(update={"url": "https://other.example/text"})
    corpus.items[name] = item.model_copy(update={"sources": (first, first, other)})
    said = consultation.document(Phrases(Localizer(corpus, "en"))).sections[-1]
    titles = [letters(each.runs) for each in said.blocks[0].items]
    assert titles.count(first.title) == 2
