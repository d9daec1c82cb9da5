"""Blocks and runs as HTML: the whole markup of some pages of the small library, in
``golden/markup`` (``--update`` writes it anew: read the difference), and on runs made by
hand what these pages do not have.
"""

from __future__ import annotations

import pytest

from generators import html as pages
from generators.corpus.addresses import Target
from generators.document.blocks import (
    Group,
    Paragraph,
    Row,
    Table,
)
from generators.document.runs import (
    Absence,
    Link,
    Outside,
    Reference,
    Shared,
    SharedText,
    Sign,
    Strong,
    Text,
    TranslationSign,
    WebAddress,
)
from generators.html.runs import READ, SILENT, UNREAD, RunWriter
from generators.html.writer import HtmlWriter

PAGES = {
    "record": "instruments/alpha/convention-2005/",
    "procedures": "instruments/alpha/sop-2016/",
    "plan": "instruments/alpha/plan-2008/",
    "topic-ar": "topics/reflection-period/",
    "state": "states/nga/",
    "mechanism": "instruments/alpha/",
    "region": "regions/africa/",
    "matrix": "matrix/",
    "pathway": "pathway/",
    "numbers-ar": "numbers/",
    "terms": "terms/",
    "states": "states/",
}
"""Pages that have every kind of block between them; what ends in a language is in that
language.
"""


@pytest.mark.parametrize("name", PAGES)
def test_the_markup_of_a_page_is_as_it_is_kept(world, name, golden):
    """Elements, classes, levels of headings, anchors, links, pictures; lines from the
    left and the right.
    """
    language = "ar" if name.endswith("-ar") else "en"
    made = next(
        each for each in pages.build(world, language) if each.address == PAGES[name]
    ).render()
    golden(f"markup/{name}.html", made)


HERE = "instruments/alpha/convention/"


def line(run: object, direction: str = "ltr") -> str:
    return HtmlWriter(direction, HERE, {}).line([run])


# -- runs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "markup"),
    [
        ("a < b", "a &lt; b"),
        (Text("<x>", "fr"), '<span lang="fr">&lt;x&gt;</span>'),
        (Text("x", "ar"), '<span lang="ar" dir="rtl">x</span>'),
        (Text("A&B", "zxx"), "A&amp;B"),
        (Reference("<12>"), "&lt;12&gt;"),
        ("May <2005>", "May &lt;2005&gt;"),
        (WebAddress(Target("topic", "return")), '<bdi dir="ltr">topics/return/</bdi>'),
        (
            Outside(["a"], 'https://e.org/?a&"'),
            '<a href="https://e.org/?a&amp;&#34;" rel="external">a</a>',
        ),
        (
            Absence(True, "<no>"),
            '<i class="nil" role="img" aria-label="&lt;no&gt;">—</i>',
        ),
        (
            Absence(False, "<no>"),
            '<span class="none"><span class="sr">&lt;no&gt;</span></span>',
        ),
        (Sign("strengths", "new", "·", "<N>"), '<span class="st">&lt;N&gt;</span>'),
        (
            Sign("confidences", "reported", "<", "R", True),
            '<i class="gr reported" aria-hidden="true">&lt;</i>',
        ),
        (
            TranslationSign("stale", "en", "<w>"),
            '<i class="tm" role="img" aria-label="&lt;w&gt;">en</i>',
        ),
        (Shared(["a", Strong(["<"])]), "a<strong>&lt;</strong>"),
    ],
)
def test_a_run_is_written_as_what_it_is(run, markup):
    """Every text is escaped; a strength is a word, and in a matrix a sign whose link says
    the word.
    """
    assert line(run) == markup


@pytest.mark.parametrize(
    ("run", "markup"),
    [
        (Text("A<B", "zxx"), "<bdi>A&lt;B</bdi>"),
        (Reference("12(1)"), "<bdi>12(1)</bdi>"),
        (Reference("Annex", "en"), '<bdi lang="en">Annex</bdi>'),
    ],
)
def test_a_line_from_the_right_keeps_the_order_of_what_is_in_no_language(run, markup):
    """Acronyms and numbers are set apart in a right-to-left line."""
    assert line(run, "rtl") == markup


@pytest.mark.parametrize(
    ("here", "target", "href"),
    [
        (HERE, Target("record", "alpha/convention", "art-1"), "#art-1"),
        (HERE, Target("record", "alpha/convention"), "../../alpha/convention/"),
        (HERE, Target("page", "instruments"), "../../"),
        ("topics/", Target("page", "topics"), "./"),
        (
            "states/ben/",
            Target("topic-in", "assistance/BEN"),
            "../../topics/assistance/?state=ben",
        ),
        ("", Target("page", ""), "./"),
    ],
)
def test_a_link_leads_from_the_page_that_it_stands_on(here, target, href):
    """A place on the same page by its anchor alone, what stands in the same folder from
    there, all else from the folder of the language.
    """
    assert (
        RunWriter("ltr", here, {}).runs([Link(["a"], target)])
        == f'<a href="{href}">a</a>'
    )


def test_what_pages_share_is_written_once_for_those_of_one_depth_and_folder():
    """A shared link never leads to an anchor alone, for it stands on other pages too;
    what is not shared does, also after it; and pages of another depth or folder have a
    text of their own.
    """
    kept: dict = {}
    link = Link(["a"], Target("record", "alpha/convention", "art-1"))
    shared = Shared([link])
    address = f"{HERE}#art-1"
    assert RunWriter("ltr", HERE, kept).runs([shared, link]) == (
        '<a href="../../alpha/convention/#art-1">a</a><a href="#art-1">a</a>'
    )
    assert (
        RunWriter("ltr", "topics/", kept).runs([shared])
        == f'<a href="../{address}">a</a>'
    )
    assert (
        RunWriter("ltr", "topics/a/b/", kept).runs([shared])
        == f'<a href="../../../{address}">a</a>'
    )
    kept.update(dict.fromkeys(kept, SharedText("as it was kept", frozenset())))
    assert (
        RunWriter("ltr", "instruments/beta/plan/", kept).runs([shared])
        == "as it was kept"
    )


# -- blocks ------------------------------------------------------------------------------


def test_a_cell_reaches_over_the_rows_that_go_on_from_it():
    """Each by itself: the next cell that is given begins anew; a caption and a head are
    escaped.
    """
    a, b, c = ([Paragraph([letter])] for letter in "abc")
    rows = [Row([a, b, c]), Row([None, a, None]), Row([None, b, c]), Row([b, c, a])]
    made = HtmlWriter("ltr", "topics/", {}).html(
        [Table(["Cap <b>"], [["A"], ["<B>"], ["C"]], [Group([], rows)])]
    )
    head, _, body = made.replace("\n", "").partition("<tbody>")
    assert 'aria-label="Cap &lt;b&gt;"' in head
    assert '<th scope="col">&lt;B&gt;<th' in head
    assert body.partition("</tbody>")[0] == (
        '<tr><th scope="row" rowspan="3">a<td data-label="&lt;B&gt;">b<td rowspan="2">c'
        '<tr><td data-label="&lt;B&gt;">a'
        '<tr><td data-label="&lt;B&gt;">b<td>c'
        '<tr><th scope="row">b<td data-label="&lt;B&gt;">c<td>a'
    )


# -- what a writer notes of its page -----------------------------------------------------

UNREVIEWED = TranslationSign("unreviewed", "", "")
OBLIGATION = Sign("strengths", "obligation", "●", "Obligation", drawn=True)


@pytest.mark.parametrize(
    ("run", "marks"),
    [
        (UNREVIEWED, {UNREAD}),
        (TranslationSign("reviewed", "zxx", ""), {READ}),
        (TranslationSign("stale", "en", "old"), set()),
        (OBLIGATION, {"sg s1"}),
        (OBLIGATION._replace(drawn=False), set()),
        (Absence(True, "says nothing"), {SILENT}),
        (Absence(True), set()),
        (Strong([UNREVIEWED]), {UNREAD}),
    ],
)
def test_a_writer_notes_what_its_page_must_explain(run, marks):
    """Signs that are drawn, and whether somebody has read a translation; words explain
    themselves.
    """
    writer = HtmlWriter("ltr", HERE, {})
    writer.line([run])
    assert writer.marks == marks


def test_what_pages_share_brings_its_marks_to_each_of_them():
    """A page on which a shared line was not written first explains its signs too; what
    was on the page before is still noted.
    """
    written: dict = {}
    shared = Shared([UNREVIEWED])
    for _ in range(2):
        writer = HtmlWriter("ltr", HERE, written)
        writer.line([OBLIGATION, shared])
        assert writer.marks == {"sg s1", UNREAD}


def test_a_page_that_says_once_that_it_is_unread_shares_no_sign():
    """A shared line is kept twice: with the sign of an unread translation, and without
    it.
    """
    written: dict = {}
    shared = Shared(["a", UNREVIEWED])
    for signs in (True, False, True):
        writer = HtmlWriter("ltr", HERE, written, unread_signs=signs)
        assert ("⇄" in writer.line([shared])) is signs
        assert writer.marks == {UNREAD}
