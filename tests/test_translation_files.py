"""What the page for translators is made of: its texts, the terms in them, what a mistake turns round; and the
files that its script fetches.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from conftest import TODAY
from golden_case import GOLDEN

from generators.corpus import cldr, library
from generators.corpus.corpus import Corpus
from generators.document import translation_work
from generators.document.phrases import Phrases
from generators.edit import translation_files
from generators.model.records import Record
from generators.text import gettext_files
from generators.text.memory import Memory
from generators.translate import to_do
from generators.translate.localizer import Localizer
from generators.translate.risks import risks
from generators.translate.terms_said import terms_said


@pytest.fixture(scope="module")
def world() -> Corpus:
    """The small library with everything in it."""
    read, problems = library.read(GOLDEN / "world", cldr.LANGUAGES)
    assert problems == []
    return Corpus(read, TODAY, cldr.LANGUAGES)


def written(corpus: Corpus, language: str) -> dict[str, object]:
    """The files of a language, as data."""
    made = translation_files.writers(Phrases(Localizer(corpus, language)), True)
    return {path.removeprefix("translate/"): json.loads(write()) for path, write in made.items()}


def test_the_parts_are_the_whole_in_its_order(world: Corpus) -> None:
    """Each text stands once, in the order of ``to_do``, in the part and at the place that its number says;
    the runs count them, by folder and class.
    """
    files = written(world, "fr")
    listed = files.pop("texts.json")
    texts = list(chain.from_iterable(files[name] for name in sorted(files, key=lambda name: int(name[:-5]))))
    wanted = to_do.to_do(world, "fr", to_do.texts(world, "fr", True))
    assert [each["source"][0] for each in texts] == [each.key[1] for each in wanted]
    assert all(len(part) == listed["part"] for part in list(files.values())[:-1])
    said = [
        (listed["folders"][folder][0], listed["whys"][why][0])
        for folder, why, number in listed["runs"]
        for _ in range(number)
    ]
    assert said == [(each.folder, each.why) for each in wanted]
    paths = {code: path for code, _, path in listed["folders"]}
    assert [paths[each["folder"]] for each in texts] == [each.path for each in wanted]


def test_a_text_has_its_line_and_its_terms(world: Corpus) -> None:
    """What misleads most stands first, with everything that a translator needs."""
    first = written(world, "fr")["1.json"][0]
    assert first.pop("line") == world.library.catalogs["alpha", "fr"].entries["", first["source"][0]].line
    assert first == {
        "folder": "alpha",
        "field": "art. 12, par. 1\u00a0: Ce qu’elle dit",
        "name": "Convention Alpha",
        "address": "instruments/alpha/convention-2005/#art-12-1",
        "source": ["Housing, care and compensation."],
        "language": "en",
        "direction": "ltr",
        "translation": ["Logement et indemnisation."],
        "previous": "Housing and compensation.",
        "about": [
            "Traduction périmée\u00a0: le texte source est affiché",
            f"{Localizer(world, 'fr').gettext('Mind')}\u00a0: "
            f"{Localizer(world, 'fr').gettext('what must be done')}",
        ],
        "terms": [["compensation", "compensation", "indemnisation"]],
    }


def test_words_of_the_site_are_the_projects_own_or_none(world: Corpus) -> None:
    """A project that is shown in the words of this package has none of them to translate."""
    own = translation_work.opened(Phrases(Localizer(world, "fr")), False)
    assert {each.folder for each in own}.isdisjoint({"interface", "messages"})


def test_nothing_to_do_is_an_empty_list(corpus_of: Callable[..., Corpus]) -> None:
    """A language into which nothing is translated has its list and no part."""
    assert written(corpus_of({}), "en") == {
        "texts.json": {
            "part": translation_work.PART,
            "folders": [],
            "whys": list(map(list, translation_work.whys(Phrases(Localizer(corpus_of({}), "en"))).items())),
            "runs": [],
        }
    }


# -- what a mistake turns round ------------------------------------------------------------------------------

RECORD = """\
kind: instrument
type: convention
official_titles: {{en: A}}
status: in-force
binding: {binding}
provisions:
  - {{topics: [return], ref: Art. 1, says: Text., {line}}}
confidence: recalled
"""
MAY, MUST = "strength: permission", "strength: obligation"


@pytest.fixture
def model(corpus_of: Callable[..., Corpus]) -> Callable[..., Record]:
    """Makes a record with one provision."""

    def made(line: str, binding: str = "true") -> Record:
        text = RECORD.format(line=line, binding=binding)
        return corpus_of({"instruments/alpha/text.yml": text}).records["alpha/text"]

    return made


@pytest.mark.parametrize(
    ("line", "text", "language", "found"),
    [
        (MUST, "Help them.", "en", ("duty",)),
        ("strength: conditional-obligation", "Help them.", "en", ("duty",)),
        (MAY, "Help them.", "en", ()),
        (MAY, "Help 3 of them.", "en", ("number",)),
        (f"{MAY}, value: {{days: 30}}", "Help them.", "en", ("number",)),
        (f"{MAY}, until: 2030", "Help them.", "en", ("number",)),
        (MAY, "Until the end of June.", "en", ("number",)),
        (MAY, "States may help.", "en", ()),
        (MAY, "Nobody is sent back without a hearing.", "en", ("negation",)),
        (MAY, "A note on notaries.", "en", ()),
        (MAY, "Nul n'est renvoyé.", "fr", ("negation",)),
        (MAY, "不得遣返。", "zh", ("negation",)),
        (MUST, "No return within ٣٠ days.", "en", ("duty", "number", "negation")),
    ],
)
def test_what_a_mistake_turns_round(
    model: Callable[..., Record], line: str, text: str, language: str, found: tuple[str, ...]
) -> None:
    """Duties, numbers and dates, negations: by the line and by whole words of the text."""
    assert risks(model(line), ("provisions", 0, "says"), text, language) == found


def test_what_does_not_bind_misleads_nobody(model: Callable[..., Record]) -> None:
    """Nor does a summary, or what is no record."""
    assert risks(model(MUST, "false"), ("provisions", 0, "says"), "No.", "en") == ()
    assert risks(model(MUST), ("summary",), "No.", "en") == ()
    assert risks(None, ("provisions", 0, "says"), "No.", "en") == ()


# -- terms ---------------------------------------------------------------------------------------------------

TERMS = """\
kind: vocabulary
of: terms
title: Terms
definition: Words.
entries:
  - id: trafficking
    label: trafficking
    definition: It.
    forms: {en: {form: trafficking, confidence: common}, zh: {form: 贩运, confidence: common}}
    acronyms: {en: "TIP, THB"}
  - id: victim
    label: victim of trafficking
    definition: Who.
    forms: {en: {form: victim of trafficking, confidence: common}}
    variants: [{language: en, form: trafficked party}]
"""


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Victims of trafficking are heard.", "en", [("victim", "Victims of trafficking")]),
        ("A victim of theft; Trafficking.", "en", [("trafficking", "Trafficking")]),
        (
            "Trafficked parties, trafficking, TIP.",
            "en",
            [("victim", "Trafficked parties"), ("trafficking", "trafficking")],
        ),
        ("A tip.", "en", []),
        ("TIP report", "en", [("trafficking", "TIP")]),
        ("打击贩运行为", "zh", [("trafficking", "贩运")]),
        ("Nothing of it.", "en", []),
        ("", "en", []),
    ],
)
def test_terms_are_found_in_texts(
    corpus_of: Callable[..., Corpus], text: str, language: str, found: list[tuple[str, str]]
) -> None:
    """By whole words, in singular and plural, the longest form, each term once."""
    corpus = corpus_of({"instruments/vocabulary/terms.yml": TERMS})
    assert [tuple(each) for each in terms_said(corpus, text, language)] == found


# -- lines ---------------------------------------------------------------------------------------------------


def test_a_text_without_a_translation_has_its_line(tmp_path: Path) -> None:
    """The line of an entry that is empty is known, the second time from memory."""
    file = tmp_path / "fr.po"
    lines = [gettext_files.Line("A", "B"), gettext_files.Line("C", context="topics")]
    file.write_text(gettext_files.text_of("fr", lines), "utf-8")
    memory = Memory(tmp_path / "memory", "code")
    whole = file.read_text("utf-8").split("\n")
    for _ in range(2):
        found, _ = gettext_files.read(file, tmp_path, "fr", memory)
        assert list(found.empty) == [("topics", "C")]
        assert whole[found.empty["topics", "C"] - 1] == 'msgctxt "topics"'
        memory.save()
        memory = Memory(tmp_path / "memory", "code")
