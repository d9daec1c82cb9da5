"""A document, and its writers: what is said once is what the page says and what the paper says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest

from generators import html
from generators.corpus.corpus import Corpus
from generators.document import citation, consultation, mechanism, record, stage, state, topic
from generators.document.blocks import Document
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.pdf import volumes
from generators.translate.localizer import Localizer
from tests import plain

PUBLIC = volumes.Public("https://example.org/", "https://example.org/code")
_SIGN = re.compile(r'<i [^>]*>[^<]*</i>|<span class="yr">')


def bare(text: str) -> str:
    """A text without signs, white space and dots between facts, so that only what is said is compared."""
    return re.sub(r"[\s\u00a0\u200e\u200f§¶·⇄✓~?]+", "", text)


def page_text(markup: str) -> str:
    """What a page says: its text without tags and signs."""
    return bare(unescape(re.sub(r"<[^>]+>", " ", _SIGN.sub(" ", markup))))


def paper_text(value: object) -> str:
    """What a volume says: the texts of its parts, in order, without signs."""
    return bare("".join(_texts(value)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if value.get("k") not in ("sign", "mark"):
            for key in ("t", "s", "rows", "items", "head", "groups", "c", "b", "parts", "sections"):
                if key in value and not (key in ("c", "s") and isinstance(value[key], str)):
                    yield from _texts(value[key])
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def documents(corpus: Corpus, say: Phrases) -> Iterator[tuple[str, str, Document]]:
    """Each document that has a page and a volume of its own: volume, address of the page, document."""
    for name in corpus.records:
        yield f"records/{name}", f"instruments/{name}/", record.document(say, name)
    for name in corpus.mechanisms:
        yield f"mechanisms/{name}", f"instruments/{name}/", mechanism.document(say, name)
    for code in corpus.vocabularies.of("topics"):
        yield f"topics/{code}", f"topics/{code}/", topic.document(say, code)
    for code in corpus.vocabularies.of("stages"):
        yield f"pathway/{code}", f"pathway/{code}/", stage.document(say, code)
    for code in corpus.vocabularies.of("regions"):
        yield f"regions/{code}", f"regions/{code}/", mechanism.region(say, code, with_records=False)
    for code in corpus.all_states:
        yield (
            f"states/{code.lower()}",
            f"states/{code.lower()}/",
            state.document(say, code, with_sentences=True),
        )


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_page_and_paper_say_the_same(corpus_of: Callable[..., Corpus], language: str):
    """Block by block, every line of a document stands on its page and in its volume, in every direction of
    writing.
    """
    corpus = corpus_of()
    say = Phrases(Localizer(corpus, language))
    pages = {page.address: page_text(page.render()) for page in html.build(corpus, language)}
    for volume, address, document in documents(corpus, say):
        paper = paper_text(volumes.document(say, volume, PUBLIC)["sections"])
        for line in map(bare, plain.lines(document)):
            assert line in paper, (volume, line)
            if not volume.startswith("states/"):  # a State's page leads to the sentences that its volume says
                assert line in pages[address], (address, line)


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
    ("language", "said"),
    [
        ("en", "6 months, 30 days"),
        ("fr", "6 mois, 30 jours"),
        ("zh", "6个月，30天"),
        ("ar", "6 أشهر، 30 يوماً"),
    ],
)
def test_two_measures_stand_with_the_comma_of_the_language(world, language, said):
    """Also in Arabic and Chinese, which have their own."""
    found = Localizer(world, language).measure({"months": 6, "days": 30})
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == said


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
