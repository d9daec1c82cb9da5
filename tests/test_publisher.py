"""Who keeps the site is said wherever a reader may take something away, and nobody is
named who is not in mkdocs.yml.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.corpus import addresses
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.publisher import Publisher
from generators.data import tables
from generators.document import citation, open_data
from generators.document.phrases import Phrases, speaking
from generators.document.runs import letters
from generators.pdf import volumes
from generators.pdf.volumes import PublicAddresses

OFFICE = Publisher(
    {"en": "Office", "fr": "Bureau"}, {"en": "It is no court."}, "https://a.example/", ""
)
ADDRESSES = PublicAddresses("https://site.example/", "https://code.example/a/b")
RECORD = "alpha/convention"


@pytest.fixture
def kept(corpus_of: Callable[..., Corpus]) -> Callable[[Publisher | None, str], Phrases]:
    """Makes the phrases of a language for a site with a publisher, or without."""

    def make(publisher: Publisher | None, language: str) -> Phrases:
        read = corpus_of()
        more = {"publisher": publisher} if publisher else {}
        return speaking(
            Corpus(read.library, read.today, read.languages, **more), language
        )

    return make


def said_on_paper(phrases: Phrases) -> str:
    return json.dumps(
        volumes.document(phrases, f"records/{RECORD}", ADDRESSES), ensure_ascii=False
    )


def test_paper_data_and_citations_name_the_publisher(kept):
    """In the reader's language where the publisher has a name in it, else in English."""
    for language, name in {"en": "Office", "fr": "Bureau", "ar": "Office"}.items():
        phrases = kept(OFFICE, language)
        assert (
            volumes.document(phrases, f"records/{RECORD}", ADDRESSES)["words"]["author"]
            == name
        )
        assert citation.csl(phrases, RECORD)["publisher"] == name
        assert name in open_data.about(phrases).cite
        assert name in open_data.about(phrases).keeper
        assert name in letters(citation.of_record(phrases, RECORD).blocks[0].runs)
        assert name in said_on_paper(phrases)
    package = json.loads(
        tables.shared_writers(kept(OFFICE, "en").corpus, "")[addresses.DATA_PACKAGE]()
    )
    assert package["contributors"] == [{"title": "Office", "role": "publisher"}]


def test_a_volume_reports_errors_to_the_publisher(kept):
    """Where it has no address, to the code host."""
    assert "https://a.example/" in said_on_paper(kept(OFFICE, "en"))
    assert "https://code.example/a/b/issues" in said_on_paper(kept(None, "en"))


def test_without_a_publisher_nobody_is_named(kept):
    """The colophon says that nobody has taken the site over, in every language in other
    words.
    """
    said = {
        language: open_data.about(kept(None, language)).keeper for language in LANGUAGES
    }
    assert said["en"] == "No institution has taken over this site yet."
    assert len({*said.values()}) == len(LANGUAGES)
    for language, sentence in said.items():
        phrases = kept(None, language)
        assert sentence in said_on_paper(phrases)
        assert "publisher" not in citation.csl(phrases, RECORD)
        author = volumes.document(phrases, f"records/{RECORD}", ADDRESSES)["words"][
            "author"
        ]
        assert author == phrases.localizer.gettext("Dakar Compendium")


def test_every_page_home_and_about_name_the_publisher(tiny_site: Path):
    """The foot of each page has the name; home shows its mark, About says what it is and
    how to write.
    """
    for address in (
        "",
        "about/",
        "topics/",
        "states/ben/",
        "instruments/alpha/convention/",
    ):
        foot = (
            (tiny_site / address / "index.html")
            .read_text("utf-8")
            .partition("<footer")[2]
        )
        assert "Office &amp; Sons keeps this site." in foot, address
        assert 'about/#who"' in foot, address
    for address, up in {"": "", "fr/": "../", "about/": "../"}.items():
        page = (tiny_site / address / "index.html").read_text("utf-8")
        assert f'src="{up}assets/images/keeper.svg"' in page, address
    about = (tiny_site / "about/index.html").read_text("utf-8")
    assert 'href="mailto:errors@example.org"' in about
    assert "It is no court." in about
    assert "Bureau tient ce site." in (tiny_site / "fr/index.html").read_text("utf-8")
