"""What a finished PDF must have: text that can be copied in every language, a structure, a language, a title,
and the same bytes each time.
"""

from __future__ import annotations

import json
from itertools import pairwise

import pypdfium2
import pytest

from generators.document.phrases import Phrases
from generators.pdf import typeset, volumes
from generators.translate.localizer import Localizer
from tests.conftest import TODAY
from tests.pdf_reading import elements, opened, roles, text_of

PUBLIC = volumes.Public("https://example.org/", "https://example.org/code")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SAID = {
    "en": "Housing and compensation.",
    "ar": "السكن والتعويض.",
    "es": "Alojamiento e indemnización.",
    "fr": "Logement et indemnité où il faut.",
    "pt": "Alojamento e indemnização.",
    "ru": "Жильё и возмещение ущерба.",
    "zh": "住房和赔偿。",
}
KNOWN = {
    "en": "Housing",
    "ar": "السكن والتعويض",
    "es": "indemnización",
    "fr": "indemnité où",
    "pt": "indemnização",
    "ru": "Жильё и возмещение",
    "zh": "住房和赔偿",
}


@pytest.fixture
def made(corpus_of):
    """Typesets a volume of the base library, which speaks all languages, with some files changed."""
    catalogs = {
        f"instruments/alpha/{tag}.po": f'{HEADER}#, fuzzy\nmsgid "{SAID["en"]}"\nmsgstr "{text}"\n'
        for tag, text in SAID.items()
        if tag != "en"
    }

    def make(volume: str, language: str = "en", files: dict[str, str] | None = None) -> typeset.Typeset:
        corpus = corpus_of(catalogs | (files or {}))
        return typeset.typeset(
            json.dumps(volumes.document(Phrases(Localizer(corpus, language)), volume, PUBLIC)), TODAY
        )

    return make


@pytest.mark.parametrize("language", SAID)
def test_known_words_can_be_copied(made, language):
    """What a record says can be searched and copied in each language, also where the writing runs from the
    right.
    """
    assert KNOWN[language] in text_of(made("records/alpha/convention", language).data)


def test_a_line_that_begins_in_latin_letters_stays_on_its_side(made):
    """An official title in English begins at the right edge of its column in an Arabic volume."""
    with pypdfium2.PdfDocument(made("records/alpha/convention", "ar").data) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        place = text.get_text_range().index("Alpha Convention")
        edges = [text.get_charbox(place + n)[2] for n in range(len("Alpha Convention"))]
        assert max(edges) > page.get_width() / 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_volume_names_its_language_and_its_title(made, language):
    """A reader for the blind knows the language of the whole, and the window shows the title in place of the
    file's name.
    """
    pdf = opened(made("records/alpha/convention", language).data)
    assert str(pdf.Root.Lang) == language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.docinfo.Title) == "Alpha Convention"


def test_a_volume_declares_both_standards(made):
    """The file says that it is PDF/A-2a and PDF/UA-1; the typesetter refuses documents that break what it can
    check of them.
    """
    with opened(made("topics/assistance").data).open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")


@pytest.mark.parametrize(
    "volume", ["records/alpha/convention", "mechanisms/alpha", "regions/africa", "compendium"]
)
def test_headings_skip_no_level(made, volume):
    """Who goes from heading to heading meets no gap."""
    levels = [int(role[2:]) for role in roles(made(volume).data) if role[1] == "H" and role[2:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_comparison_is_a_table_with_header_cells(made):
    """The table of a topic has a header cell over each column, and the region over its rows."""
    found = roles(made("topics/assistance").data)
    assert found.count("/Table") == 1
    assert found.count("/TH") == 4
    assert found.count("/THead") >= 1


def test_the_square_code_says_where_it_leads(made):
    """The only picture that says something has its words beside it."""
    pdf = opened(made("records/alpha/convention", "fr").data)
    words = [str(each.Alt) for each in elements(pdf) if str(each.S) == "/Figure"]
    assert len(words) == 1
    assert "https://example.org/fr/instruments/alpha/convention/" in words[0]


def test_no_text_is_markup(made):
    """What looks like the typesetter's markup comes out letter for letter."""
    odd = "#strong[x] $y$ *z* _w_ `v` <tag> \\\\ @ref // no"
    record = (
        "kind: instrument\ntype: convention\nofficial_titles: {en: Alpha Convention}\nstatus: in-force\n"
        "binding: true\nin_force: 2008\n"
        f"provisions:\n  - {{topics: [assistance], ref: 'Art. #1', strength: obligation, says: '{odd}'}}\n"
        f"confidence: verified\n"
    )
    text = text_of(made("records/alpha/convention", files={"instruments/alpha/convention.yml": record}).data)
    assert odd in text
    assert "Art. #1" in text


def test_the_same_document_gives_the_same_bytes(made):
    """Two runs from one commit cannot be told apart."""
    assert made("compendium", "ar") == made("compendium", "ar")


def test_a_letter_that_no_font_has_is_named(made):
    """A letter is never left out in silence."""
    po = f'{HEADER}#, fuzzy\nmsgid "Housing and compensation."\nmsgstr "Logement ก."\n'
    with pytest.raises(typeset.Refused, match=r"no font has 'ก' \(U\+0E01\)"):
        made("records/alpha/convention", "fr", {"instruments/alpha/fr.po": po})


def test_a_title_may_be_in_any_language(made):
    """A title in a language without a locale, or with a script or a region, is typeset like any other."""
    titles = {
        "tet": "Planu",
        "bi": "Plan",
        "sr-Latn": "Sporazum",
        "pt-BR": "Acordo",
        "fr-JP": "Accord",
        "mul": "ABC",
    }
    record = (
        "kind: instrument\ntype: convention\nlanguage: sm\nofficial_titles: {sm: Feagaiga, "
        f"{', '.join(f'{tag}: {title}' for tag, title in titles.items())}}}\nstatus: in-force\n"
        f"binding: true\n"
        "in_force: 2008\nconfidence: verified\n"
    )
    text = text_of(made("records/alpha/convention", files={"instruments/alpha/convention.yml": record}).data)
    assert all(title in text for title in titles.values())
    assert "Feagaiga" in text


def test_pages_are_counted_in_the_language(made):
    """Each page says which of how many it is."""
    record = made("records/alpha/convention")
    assert f"Page {record.pages} of {record.pages}" in text_of(record.data)
    volume = made("compendium")
    assert f"Page 2 of {volume.pages}" in text_of(volume.data)
    assert "Contents" in text_of(volume.data)


def test_bookmarks_lead_to_the_chapters(made):
    """The compendium can be walked by its bookmarks."""
    with opened(made("compendium").data).open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:2] == ["Topics", "Steps of a case"]
    assert titles[-2:] == ["Signs in this volume", "About this volume"]
