"""What a finished PDF must have: text that can be copied in every language, a structure,
a language, a title, the same bytes each time; and letters that the fonts have.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from generators.corpus import fonts
from generators.document.phrases import Phrases
from generators.document.runs import Reference, letters
from generators.pdf import typeset, volumes
from generators.pdf.writer import PaperWriter
from generators.translate.localizer import Localizer
from tests.conftest import BASE, TODAY
from tests.pdf_reading import elements, opened, roles, text_of

PUBLIC = volumes.PublicAddresses("https://example.org/", "https://example.org/code")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WORDS = {
    "en": "trafficking victims assistance compensation confidentiality recovery "
    "reflection period residence permit investigation prosecution offenders "
    "shelter interpreter guardian child labour abuse consent",
    "ar": "الاتجار بالأشخاص الضحايا المساعدة التعويض السرية التعافي التشريعية الإقامة "
    "الهوية التحقيق الملاحقة الجناة المأوى المترجم الوصي الطفل العمل الاستغلال "
    "الرضا",
    "es": "trata víctimas asistencia indemnización confidencialidad recuperación "
    "reflexión plazo residencia permiso investigación enjuiciamiento delincuentes "
    "albergue intérprete tutor niño trabajo abuso año",
    "fr": "traite victimes assistance indemnisation confidentialité rétablissement "
    "réflexion délai séjour titre enquête poursuites auteurs hébergement "
    "interprète tuteur enfant travail exploitation consentement",
    "pt": "tráfico vítimas assistência indemnização confidencialidade recuperação "
    "reflexão prazo residência autorização investigação ação criminosos abrigo "
    "intérprete tutor criança trabalho exploração não",
    "ru": "торговля жертвы помощь возмещение конфиденциальность восстановление "
    "размышление срок жильё разрешение расследование преследование преступники "
    "убежище переводчик опекун ребёнок труд эксплуатация согласие",
    "zh": "贩运 被害人 援助 赔偿 保密 恢复 思考期 期限 居留 许可 调查 起诉 罪犯 庇护所 "
    "口译 监护人 儿童 劳动 剥削 同意",
}
REFERENCES = ("Art. 13", "Art. 12(1)", "Art. 7(2)(b)", "Preamble", "Art. 5, 6")


@pytest.fixture
def made(corpus_of):
    """Typesets a volume of the base library with some files changed."""

    def make(
        volume: str, language: str = "en", files: dict[str, str] | None = None
    ) -> typeset.Typeset:
        corpus = corpus_of(files)
        return typeset.typeset(
            json.dumps(
                volumes.document(Phrases(Localizer(corpus, language)), volume, PUBLIC)
            ),
            TODAY,
        )

    return make


def test_a_line_that_begins_in_latin_letters_stays_on_its_side(made):
    """An official title in English begins at the right edge of its column in an Arabic
    volume.
    """
    with pypdfium2.PdfDocument(made("records/alpha/convention", "ar").data) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        place = text.get_text_range().index("Alpha Convention")
        edges = [text.get_charbox(place + n)[2] for n in range(len("Alpha Convention"))]
        assert max(edges) > page.get_width() / 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_volume_names_its_language_and_its_title(made, language):
    """A reader for the blind knows the language of the whole, and the window shows the
    title in place of the file's name.
    """
    pdf = opened(made("records/alpha/convention", language).data)
    assert str(pdf.Root.Lang) == language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.docinfo.Title) == "Alpha Convention"


def test_a_volume_declares_both_standards(made):
    """The file says that it is PDF/A-2a and PDF/UA-1; the typesetter refuses documents
    that break what it can check of them.
    """
    with opened(made("topics/assistance").data).open_metadata() as about:
        assert (
            about["pdfaid:part"],
            about["pdfaid:conformance"],
            about["pdfuaid:part"],
        ) == ("2", "A", "1")


def test_a_comparison_is_a_table_with_header_cells(made):
    """The table of a topic has a header cell over each column, and the region over its
    rows.
    """
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
        "kind: instrument\ntype: convention\nofficial_titles: {en: Alpha "
        "Convention}\nstatus: in-force\nbinding: true\nin_force: 2008\n"
        f"provisions:\n  - {{topics: [assistance], ref: 'Art. #1', strength: obligation, says: '{odd}'}}\n"
        f"confidence: verified\n"
    )
    text = text_of(
        made(
            "records/alpha/convention", files={"instruments/alpha/convention.yml": record}
        ).data
    )
    assert odd in text
    assert "Art. #1" in text


def test_a_title_may_be_in_any_language(made):
    """A title in a language without a locale, or with a script or a region, is typeset
    like any other.
    """
    titles = {
        "tet": "Planu",
        "bi": "Plan",
        "sr-Latn": "Sporazum",
        "pt-BR": "Acordo",
        "fr-JP": "Accord",
        "mul": "ABC",
    }
    record = (
        "kind: instrument\ntype: convention\nlanguage: sm\nofficial_titles: {sm: "
        "Feagaiga, "
        f"{', '.join(f'{tag}: {title}' for tag, title in titles.items())}}}\nstatus: in-force\n"
        f"binding: true\n"
        "in_force: 2008\nconfidence: verified\n"
    )
    text = text_of(
        made(
            "records/alpha/convention", files={"instruments/alpha/convention.yml": record}
        ).data
    )
    assert all(title in text for title in titles.values())
    assert "Feagaiga" in text


def lengthened(document: dict, lines: int) -> dict:
    """A document with so many lines more in front of its last chapter, and as many before
    its end.
    """
    parts = document["sections"][0]["parts"]
    line = {"k": "p", "t": ["A line."]}
    last = max(place for place, part in enumerate(parts) if part.get("chapter"))
    parts[last:last] = parts[-2:-2] = [line] * lines
    return document


def pages_of(data: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_a_short_volume_has_neither_contents_nor_index(made):
    """Nor page numbers behind what leads to another chapter: it is leafed through."""
    text = text_of(made("mechanisms/alpha").data)
    assert "Contents" not in text
    assert "Index" not in text
    assert "→" not in text


@pytest.mark.parametrize(
    ("lines", "headings", "has_contents"),
    [(150, 9, True), (150, 8, False), (0, 9, False)],
)
def test_a_volume_of_a_few_pages_with_many_headings_has_contents(
    corpus_of, lines: int, headings: int, has_contents: bool
):
    """Of four pages or fewer it is leafed through, however many headings it has."""
    document = volumes.document(
        Phrases(Localizer(corpus_of(), "en")), "records/alpha/convention", PUBLIC
    )
    document["headings"] = headings
    document["sections"][0]["parts"][-2:-2] = [{"k": "p", "t": ["A line."]}] * lines
    pages = pages_of(typeset.typeset(json.dumps(document), TODAY).data)
    assert (len(pages) > 4) == (lines > 0)
    assert len(pages) <= 12
    assert any("Contents" in page for page in pages) == has_contents


def test_a_long_volume_is_found_through_by_its_pages(corpus_of):
    """Behind the name of another text stands the page on which its chapter begins; at the
    back an index of texts and topics where they are treated, of States where they are
    named; at the head of a page its chapter, at its foot the innermost heading.
    """
    document = volumes.document(
        Phrases(Localizer(corpus_of(), "en")), "mechanisms/alpha", PUBLIC
    )
    pages = pages_of(typeset.typeset(json.dumps(lengthened(document, 1600)), TODAY).data)
    title, about = "Plan of the Alpha Community", "Plan · Not binding"
    plan = next(
        n for n, page in enumerate(pages, 1) if title in page and about in page and n > 3
    )
    assert plan > 20
    assert f"{title} → {plan} " in " ".join(pages[: plan - 1])
    treated = [
        n for n, page in enumerate(pages, 1) if "Reflection period 30 days" in page
    ]
    named = [n for n, page in enumerate(pages[:-1], 1) if "Benin" in page]
    assert f"{title} {plan} " in pages[-1]
    assert f"Reflection period {', '.join(map(str, treated))} " in pages[-1]
    assert f"Benin {', '.join(map(str, named))} " in pages[-1]
    before, first = pages[plan - 2 : plan]
    assert before.startswith("Dakar Compendium Alpha Convention A line. A line.")
    assert before.endswith(f"How to cite this page Page {plan - 1} of {len(pages)}")
    assert first.startswith(f"Dakar Compendium {title} A line.")


def test_a_text_stands_in_the_index_by_its_number(corpus_of):
    """By the first of them, and one of the ILO without the name of the ILO, as it is
    asked for.
    """
    act = (BASE / "instruments/alpha/convention.yml").read_text("utf-8")
    for number, named in {"CETS 197; UNTS 1": "CETS 197", "ILO P029": "P029"}.items():
        corpus = corpus_of(
            {"instruments/alpha/convention.yml": f"number: {number}\n{act}"}
        )
        document = volumes.document(
            Phrases(Localizer(corpus, "en")), "mechanisms/alpha", PUBLIC
        )
        (index,) = (
            part for part in document["sections"][-1]["parts"] if part["k"] == "index"
        )
        assert {
            "t": [named, ": ", "Alpha Convention"],
            "to": "instruments/alpha/convention/",
        } in (index["groups"][0]["items"])


def test_bookmarks_lead_to_the_chapters(made):
    """The compendium can be walked by its bookmarks."""
    with opened(made("compendium").data).open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:2] == ["Topics", "Steps of a case"]
    assert titles[-2:] == ["Signs in this volume", "About this volume"]


def test_no_letter_carries_a_mark_of_direction(corpus_of):
    """Else each word with this letter is found in parts: neither around places and titles
    nor in contents.
    """
    phrases = Phrases(Localizer(corpus_of(), "ar"))
    document = volumes.document(phrases, "mechanisms/alpha", PUBLIC)
    pdf = opened(typeset.typeset(json.dumps(lengthened(document, 400)), TODAY).data)
    assert len(pdf.pages) > 12
    codes = "".join(
        font.ToUnicode.read_bytes().decode("latin-1")
        for page in pdf.pages
        for font in page.Resources.Font.values()
    )
    assert re.findall("(?i)20(?:2[a-e]|6[0-9])(?=>|[0-9a-f]{4}>)", codes) == []


def test_an_arabic_article_is_found_before_a_comma(corpus_of):
    """Whatever follows its number, in its own run or in the next; two libraries turn a
    number round together with the signs after it, where nothing parts them.
    """
    writer = PaperWriter("rtl")
    articles = ["المادة 6", "المادة 16", "المادة 7", "المادة 15", "المادة 8", "رقم 189"]
    line = [
        *("بروتوكول، ", Reference("المادة 6"), "، ", Reference("المادة 16، الفقرة 3(أ)")),
        *("؛ ", Reference("المادة 7"), ". الاتفاقية رقم 189: ", Reference("المادة 15")),
        *(" (", Reference("المادة 8"), "). انتهى"),
    ]
    document = volumes.document(
        Phrases(Localizer(corpus_of(), "ar")), "records/alpha/plan", PUBLIC
    )
    document["sections"][0]["parts"] = [{"k": "p", "t": writer.runs(line)}]
    data = typeset.typeset(json.dumps(document), TODAY).data
    for found in (text_of(data), by_poppler(data)):
        copied = as_copied(found)
        assert [article for article in articles if article not in copied] == []


def test_places_one_after_the_other_stand_from_the_right(corpus_of):
    """In an Arabic line the first place is the rightmost; each keeps its own order."""
    line = {"k": "p", "t": [{"t": "12(1)", "k": "ref"}, "، ", {"t": "34(2)", "k": "ref"}]}
    document = volumes.document(
        Phrases(Localizer(corpus_of(), "ar")), "records/alpha/plan", PUBLIC
    )
    document["sections"][0]["parts"] = [line]
    with pypdfium2.PdfDocument(typeset.typeset(json.dumps(document), TODAY).data) as pdf:
        text = pdf[0].get_textpage()
        letters_in = text.get_text_range()
        first, second = (
            text.get_charbox(letters_in.index(place))[0] for place in ("12", "34")
        )
    assert first > second


def as_copied(text: str) -> str:
    """A text as a reader searches it: letters with their signs as one, no marks of
    direction.
    """
    return " ".join(
        re.sub(
            "[\u200e\u200f\u202a-\u202e]", "", unicodedata.normalize("NFC", text)
        ).split()
    )


def by_poppler(data: bytes) -> str:
    """The text that poppler reads, which is not what pdfium reads: it guesses words by
    the gaps.
    """
    asked = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(
        asked, input=data, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("language", WORDS)
def test_words_and_references_are_found_by_two_libraries(corpus_of, language):
    """Twenty words in each language, in what pdfium and poppler take out of the file, and
    five references, in Arabic without their marks.
    """
    record = "instruments/alpha/convention.yml"
    lines = "".join(
        f"  - {{topics: [assistance], ref: '{ref}', strength: obligation, says: Sentence {number}.}}\n"
        for number, ref in enumerate(REFERENCES)
    )
    text = (BASE / record).read_text("utf-8")
    changed = {record: re.sub(r"provisions:\n(?: .*\n)+", f"provisions:\n{lines}", text)}
    words = WORDS[language].split()
    assert len(set(words)) == 20
    if language == "en":
        changed[record] = changed[record].replace("Sentence 0.", " ".join(words))
    else:
        said = "" if language == "zh" else " "
        changed[f"instruments/alpha/{language}.po"] = (
            f'{HEADER}#, fuzzy\nmsgid "Sentence 0."\nmsgstr "{said.join(words)}"\n'
        )
    phrases = Phrases(Localizer(corpus_of(changed), language))
    document = volumes.document(phrases, "records/alpha/convention", PUBLIC)
    data = typeset.typeset(json.dumps(document, ensure_ascii=False), TODAY).data
    references = [letters(phrases.reference(ref)) for ref in REFERENCES]
    for found in (text_of(data), by_poppler(data)):
        copied = as_copied(found)
        if language == "zh":  # a line may end anywhere
            copied, references = (
                copied.replace(" ", ""),
                [each.replace(" ", "") for each in references],
            )
        assert [each for each in words if as_copied(each) not in copied] == []
        if language == "ar":  # both put the marks beside a number on its other side
            references = [
                part for each in references for part in re.findall(r"\w+", each)
            ]
        assert [each for each in references if as_copied(each) not in copied] == []


# -- letters -----------------------------------------------------------------------------


SAYS = "Housing and compensation."


def test_what_is_taken_for_common_is_in_the_fonts():
    """No font need be opened for what the site's languages are written with, for all of
    it is there.
    """
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    common = set(re.findall(f"[{fonts.COMMON}]", every)) - set("\t\n")
    assert {letter for letter in common if ord(letter) not in fonts.covered()} == set()
    assert len(common) > 20_000


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Housing, 30 days – “so”", []),
        ("السكن والتعويض", []),
        ("住房和赔偿。", []),
        ("Nguyễn ǝ ⅔ №", []),
        ("a\u200fb\u200bc\u2060d\ufe0f", []),
        ("🦒 and 🦒, א", ["א", "🦒"]),
        ("a\ufeffb", ["\ufeff"]),
        ("กรุงเทพ", ["ก", "ง", "ท", "พ", "ร", "ุ", "เ"]),
    ],
)
def test_letters_without_a_font_are_named_once(text, missing):
    """Letters that no font has are told, unseen marks are not."""
    assert fonts.missing(text) == missing


@pytest.mark.parametrize(
    "letter", ["א", "ก", "🦒", "ǝ", "ễ", "⅔", "\u200d", "◇", "鿕", "𠮷"]
)
def test_the_typesetter_agrees(corpus_of, letter):
    """What is said to be missing is refused on paper, and what is not is typeset."""
    record = (
        "kind: instrument\ntype: convention\nofficial_titles: {en: Alpha "
        "Convention}\nstatus: in-force\nbinding: true\n"
        f'in_force: 2008\nnumber: "N {letter}"\nconfidence: verified\n'
    )
    corpus = corpus_of({"instruments/alpha/convention.yml": record})
    document = json.dumps(
        volumes.document(
            Phrases(Localizer(corpus, "en")), "records/alpha/convention", PUBLIC
        )
    )
    if not fonts.missing(letter):
        assert typeset.typeset(document, TODAY).pages
        return
    with pytest.raises(typeset.Refused):
        typeset.typeset(document, TODAY)


def test_a_sound_corpus_opens_no_font(library_folder, tmp_path: Path):
    """A check does not wait for the fonts while nothing is typed that they might not
    have.
    """
    root = library_folder()
    code = (
        "import sys; from pathlib import Path; from generators import checks\n"
        f"from generators.corpus.loading import open_corpus\n"
        f"checks.run(open_corpus(Path({str(root)!r}))[0])\n"
        "sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
