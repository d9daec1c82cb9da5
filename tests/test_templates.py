"""Templates and the values that they are handed; what is said of a page as a whole: that nobody has read its
translations, and what its signs mean.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from jinja2 import meta
from shown import page

from generators import html
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases, speaking
from generators.html import finish
from generators.html import page as pages
from generators.html.many import in_folds
from generators.pdf import volumes
from generators.translate.localizer import Localizer

SET_WITHIN = {"form"}  # terms.html.j2 sets it in a branch, which jinja2's analysis does not follow
ALWAYS = {"html", "line", "aside", "href", "_", "n_", "comma", "colon", "above", "title", "legend", "hand"}


@pytest.fixture(scope="module")
def handed(world) -> dict[str, set[str]]:
    """The names that each template is handed while every English page of the small library is written."""
    found: dict[str, set[str]] = {}
    write = finish.fill

    def watched(template: str, **values: object) -> str:
        found.setdefault(template, set()).update(values)
        return write(template, **values)

    with pytest.MonkeyPatch.context() as patch:
        for module in (finish, pages):
            patch.setattr(module, "fill", watched)
        speaking(world, "en").forget()  # other tests may have had pages written
        for each in html.build(world, "en"):
            each.render()
    return found


def test_a_template_uses_what_it_is_handed_and_nothing_else(handed):
    """The names that a template uses and the names that its view gives are the same."""
    environment = finish.environment()
    for template, names in handed.items():
        used = (
            meta.find_undeclared_variables(
                environment.parse((finish.TEMPLATES / template).read_text("utf-8"))
            )
            - SET_WITHIN
        )
        assert used - names == set(), f"{template} uses what nobody hands it"
        assert names - used - ALWAYS == set(), f"{template} is handed what it does not use"


def test_every_template_is_used(handed):
    """No template lies about."""
    parts = {"parts.html.j2"}
    assert {file.name for file in finish.TEMPLATES.glob("*.html.j2")} == {*handed, *parts}


# -- of a page as a whole ------------------------------------------------------------------------------------


MakeCorpus = Callable[..., Corpus]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
MACHINE = '#, fuzzy\nmsgid "Housing and compensation."\nmsgstr "Un logement."\n\n'
READ = 'msgid "30 days at least."\nmsgstr "30 jours au moins."\n\n'
BANNER = "Traduction automatique, pas relue par une personne"
PUBLIC = volumes.PublicAddresses("https://site.example/", "https://code.example")


def signs(value: object) -> int:
    """How many signs of unreviewed translations parts of a volume hold."""
    if isinstance(value, dict):
        return (value.get("t") == "⇄") + sum(map(signs, value.values()))
    return sum(map(signs, value)) if isinstance(value, list) else 0


def test_paper_says_once_what_a_page_says_once(corpus_of: MakeCorpus):
    """A volume all of whose translations are unreviewed says so on its cover, and bears no sign; a mixed one
    bears signs, and says nothing there.
    """
    for translations, machine in ((MACHINE, True), (MACHINE + READ, False)):
        corpus = corpus_of({"instruments/alpha/fr.po": HEADER + translations})
        made = volumes.document(Phrases(Localizer(corpus, "fr")), "records/alpha/convention", PUBLIC)
        assert ([BANNER] in made["cover"]["lines"]) is machine
        assert (signs(made["sections"]) == 0) is machine


def test_a_legend_has_the_signs_of_its_page(corpus_of: MakeCorpus):
    """A matrix explains the signs that it is drawn with and no others; a page of words needs no legend."""
    corpus = corpus_of()
    matrix = page(corpus, "matrix/").partition('id="signs"')[2]
    assert "Obligation" in matrix
    assert "Recommendation" not in matrix
    for address in ("instruments/alpha/convention/", "topics/assistance/", "states/"):
        assert 'id="signs"' not in page(corpus, address)


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["Zambie", "Égypte", "Émirats", "Espagne", "2017 Communication"], "#–Z"),
        (["Йемен", "Израиль", "Ирак", "Катар", "Ёлка"], "Е–К"),
        (["贝宁", "阿根廷", "中国"], "A–Z"),
        (["الأردن", "ألمانيا", "بنين"], "ا–ب"),
        (["Égypte", "Émirats", "Espagne"], "E"),
        ([f"{letter}{n}" for letter in "ABCD" for n in range(15)], "A–B C–D"),
        ([*(f"A{n}" for n in range(25)), "B"], "A B"),
    ],
)
def test_a_list_stands_in_folds_by_the_letters_of_its_alphabet(names: list[str], letters: str):
    """Accents make no letter of their own, but those of an alphabet do; Chinese names stand by pinyin. A fold
    holds whole letters, and some thirty things.
    """
    found = in_folds(names, str, lambda name: [name])
    assert " ".join(name for name, _ in found) == letters
    assert [line for _, lines in found for line in lines] == [
        [name] for name in sorted(names, key=cldr.sort_key)
    ]
