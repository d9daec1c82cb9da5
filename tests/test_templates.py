"""Templates and the values that they are handed; what is said of a page as a whole: that
nobody has read its translations, and what its signs mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from jinja2 import meta, nodes
from shown import page

from generators import html
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases, speaking
from generators.html import layout
from generators.html.folds import in_folds
from generators.pdf import volumes
from generators.translate.localizer import Localizer

# terms.html.j2 sets it in a branch, which jinja2's analysis does not follow
SET_WITHIN = {"form"}
ALWAYS = {
    *("html", "line", "aside", "href", "_", "n_", "comma", "colon", "above", "title"),
    *("hand", "persons", "legend", "take_along", "answer", "words_of_tables"),
    *("way_out", "own_files", "keep", "notice"),
}
"""What every page's template is handed; each is used by some."""
AROUND = "page.html.j2"
MakeCorpus = Callable[..., Corpus]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture(scope="module")
def handed(world) -> dict[str, set[str]]:
    """The names that each template is handed while every English page of the small
    library is written.
    """
    names: dict[str, set[str]] = {}
    write = layout.fill

    def watched(template: str, **values: object) -> str:
        names.setdefault(template, set()).update(values)
        return write(template, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "fill", watched)
        speaking(world, "en").forget()  # other tests may have had pages written
        for made in html.build(world, "en"):
            made.render()
    return names


def french_pages(corpus: Corpus) -> dict[str, str]:
    """The markup of each French page, by its address."""
    return {made.address: made.render() for made in html.build(corpus, "fr")}


def undeclared(template: str) -> set[str]:
    """The names that a template uses, and those of the page around it."""
    tree = layout.environment().parse((layout.TEMPLATES / template).read_text("utf-8"))
    names = meta.find_undeclared_variables(tree) - SET_WITHIN - at_the_top(tree)
    for parent in tree.find_all(nodes.Extends):
        names |= undeclared(parent.template.value)
    return names


def at_the_top(tree: nodes.Template) -> set[str]:
    """What a template imports or defines for its blocks, which jinja2's analysis does not
    follow.
    """
    names = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        names |= set(imported.names)
    for assigned in tree.find_all(nodes.Assign):
        names |= {name.name for name in assigned.target.find_all(nodes.Name)}
        if isinstance(assigned.target, nodes.Name):
            names.add(assigned.target.name)
    return names


def test_a_template_uses_what_it_is_handed_and_nothing_else(handed):
    """The names that a template uses and the names that its view gives are the same."""
    in_use: set[str] = set()
    for template, names in handed.items():
        used = undeclared(template)
        in_use |= used
        assert used - names == set(), f"{template} uses what nobody hands it"
        assert names - used - ALWAYS == set(), (
            f"{template} does not use what it is handed"
        )
    assert ALWAYS - in_use == set()


def test_every_template_is_used(handed):
    """No template lies about."""
    parts = {"parts.html.j2", AROUND}
    assert {file.name for file in layout.TEMPLATES.glob("*.html.j2")} == {*handed, *parts}


def test_a_counted_string_of_the_interface_is_escaped(corpus_of: MakeCorpus):
    """A translator types no markup: what looks like it is shown as it was typed."""
    catalog = (
        f'{HEADER}msgid "{{n}} text"\nmsgid_plural "{{n}} texts"\n'
        'msgstr[0] "{n} <b>texte</b>"\nmsgstr[1] "{n} <b>textes</b>"\n'
    )
    corpus = corpus_of({"generators/locale/fr.po": catalog})
    status = french_pages(corpus)["status/"]
    assert "&lt;b&gt;texte" in status
    assert "<b>texte" not in status


# -- of a page as a whole ----------------------------------------------------------------


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
    """A volume all of whose translations are unreviewed says so on its cover, and bears
    no sign; a mixed one bears signs, and says nothing there.
    """
    for translations, machine in ((MACHINE, True), (MACHINE + READ, False)):
        corpus = corpus_of({"instruments/alpha/fr.po": HEADER + translations})
        made = volumes.document(
            Phrases(Localizer(corpus, "fr")), "records/alpha/convention", PUBLIC
        )
        assert ([BANNER] in made["cover"]["lines"]) is machine
        assert (signs(made["sections"]) == 0) is machine


RECORD = "instruments/alpha/convention/"


def test_a_page_says_once_that_nobody_has_read_it(corpus_of: MakeCorpus):
    """After its facts, and no text has a sign; where somebody has read some of it, each
    unread text has its sign, and the legend has the words of the sign.
    """
    for translations, machine in ((MACHINE, True), (MACHINE + READ, False)):
        corpus = corpus_of({"instruments/alpha/fr.po": HEADER + translations})
        made = french_pages(corpus)[RECORD]
        head, _, body = made.partition('<p class="notice unread">')
        assert (BANNER in body) is machine
        assert (head.count("<h1>") == 1 and 'class="facts"' in head) or not machine
        # a sign is after the text, and in the legend
        assert made.count("⇄") == (0 if machine else 2)
        assert made.count('id="TM"') == (0 if machine else 1)


def test_a_page_that_nobody_has_read_although_others_were_says_so(corpus_of: MakeCorpus):
    """Whether somebody has read some of a language is known before; whether of a page,
    once it is written.
    """
    corpus = corpus_of({"instruments/alpha/fr.po": HEADER + MACHINE + READ})
    pages = french_pages(corpus).values()
    for made in pages:
        assert not (BANNER in made and "⇄" in made.partition('id="signs"')[0])
    assert {BANNER in made for made in pages} == {True, False}


SIGN = re.compile(r'<i class="((?:sg|gr|nil)[^"]*)"')


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sign_on_a_page_is_explained_there(world: Corpus, language: str):
    """Wherever the legend is on the page, before the signs or after them; a sign that is
    not on the page is not in the legend.
    """
    with_legend = set()
    for made in html.build(world, language):
        before, _, rest = made.render().partition('<details class="legend"')
        legend, _, after = rest.partition("</details>")
        explained = set(SIGN.findall(legend)) | ({"nil"} if "<dt>—" in legend else set())
        assert set(SIGN.findall(before + after)) == explained, made.address
        if legend:
            with_legend.add(made.address)
    assert {"matrix/", "principles/"} <= with_legend


def test_a_page_with_a_table_has_the_words_that_save_it(world: Corpus):
    """Once; a page without a table, and without answers that may be one, has none."""
    for made in html.build(world, "en"):
        text = made.render()
        has_table = 'class="take"' in text or "data-answer=" in text
        assert text.count('id="TAKE"') == has_table, made.address


def test_a_legend_has_the_signs_of_its_page(corpus_of: MakeCorpus):
    """A matrix explains the signs that it is drawn with and no others; a page of words
    needs no legend.
    """
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
def test_a_list_stands_in_folds_by_the_letters_of_its_alphabet(
    names: list[str], letters: str
):
    """Accents make no letter of their own, but those of an alphabet do; Chinese names
    stand by pinyin. A fold holds whole letters, and some thirty things.
    """
    found = in_folds(names, str, lambda name: [name])
    assert " ".join(name for name, _ in found) == letters
    assert [line for _, lines in found for line in lines] == [
        [name] for name in sorted(names, key=cldr.sort_key)
    ]
