"""Blocks and runs as HTML, on blocks made by hand: elements, classes, levels of headings, links, tables."""

from __future__ import annotations

import pytest

from generators.corpus.addresses import Target
from generators.document.blocks import (
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.runs import (
    Absence,
    Adopters,
    Annotation,
    Avoided,
    Day,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Sign,
    Strong,
    Text,
    TranslationSign,
    WebAddress,
)
from generators.html.runs import RunWriter, sign_class
from generators.html.writer import HtmlWriter

HERE = "instruments/alpha/convention/"
OBLIGATION = Sign("strengths", "obligation", "●", "Must")


def flat(markup: str) -> str:
    """Markup without the line breaks between its elements."""
    return markup.replace("\n", "")


def html(block: object, level: int = 2) -> str:
    return flat(HtmlWriter("ltr", HERE, {}).html([block], level))


def line(run: object, direction: str = "ltr") -> str:
    return HtmlWriter(direction, HERE, {}).line([run])


# -- runs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "markup"),
    [
        ("a < b", "a &lt; b"),
        (Text("<x>", "fr"), '<span lang="fr" dir="ltr">&lt;x&gt;</span>'),
        (Text("عنوان", "ar"), '<span lang="ar" dir="rtl">عنوان</span>'),
        (Text("A&B", "zxx"), "A&amp;B"),
        (Reference("<12>"), "&lt;12&gt;"),
        (Reference("Annex", "en"), '<bdi lang="en">Annex</bdi>'),
        (Day("2005-05", "May <2005>"), "May &lt;2005&gt;"),
        (Strong(["a"]), "<strong>a</strong>"),
        (Emphasis(["a"]), "<em>a</em>"),
        (Annotation(["a"]), "<small>a</small>"),
        (Avoided(["a"]), "<s>a</s>"),
        (Adopters(["a"]), '<span class="own">a</span>'),
        (WebAddress(Target("topic", "return")), '<bdi dir="ltr">topics/return/</bdi>'),
        (Outside(["a"], 'https://e.org/?a&"'), '<a href="https://e.org/?a&amp;&#34;" rel="external">a</a>'),
        (Absence(silent=True), "—"),
        (Absence(True, "<no>"), '<i class="nil" role="img" aria-label="&lt;no&gt;">—</i>'),
        (Absence(silent=False), '<span class="none" aria-hidden="true"></span>'),
        (Absence(False, "<no>"), '<span class="none"><span class="sr">&lt;no&gt;</span></span>'),
        (OBLIGATION, '<span class="st">Must</span>'),
        (OBLIGATION._replace(drawn=True), '<i class="sg s1" aria-hidden="true">●</i>'),
        (Sign("strengths", "new", "·", "<N>"), '<span class="st">&lt;N&gt;</span>'),
        (Sign("forces", "binding", "§", "Binding"), '<span class="fo">Binding</span>'),
        (Sign("confidences", "reported", "~", "R"), '<span class="gr">R</span>'),
        (
            Sign("confidences", "reported", "<", "R", True),
            '<i class="gr reported" aria-hidden="true">&lt;</i>',
        ),
        (Sign("confidences", "recalled", "?", "N"), '<span class="warn">N</span>'),
        (TranslationSign("unreviewed", "fr", "w"), '<i role="img" aria-labelledby="TM">⇄</i>'),
        (TranslationSign("stale", "en", "<w>"), '<i class="tm" role="img" aria-label="&lt;w&gt;">en</i>'),
        (Shared(["a", Strong(["<"])]), "a<strong>&lt;</strong>"),
    ],
)
def test_a_run_is_written_as_what_it_is(run, markup):
    """Every text is escaped; a strength is a word, and in a matrix a sign whose link says the word."""
    assert line(run) == markup


def test_each_strength_has_a_drawing_of_its_own():
    """By its number, from the strongest to the weakest."""
    codes = ("obligation", "conditional-obligation", "encouragement", "permission", "principle")
    drawn = [sign_class(OBLIGATION._replace(code=code)) for code in codes]
    assert drawn == ["sg s1", "sg s2", "sg s3", "sg s4", "sg s5"]


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
        (HERE, Target("record", "alpha/plan", "art-1"), "../../alpha/plan/#art-1"),
        (HERE, Target("page", "instruments"), "../../"),
        (HERE, Target("state", "BEN"), "../../../states/ben/"),
        ("topics/", Target("topic", "assistance"), "assistance/"),
        ("topics/", Target("page", "topics"), "./"),
        ("topics/assistance/", Target("page", "terms"), "../../terms/"),
        ("states/ben/", Target("topic-in", "assistance/BEN"), "../../topics/assistance/?state=ben"),
        ("", Target("topic", "assistance"), "topics/assistance/"),
        ("", Target("page", ""), "./"),
        ("topics/", Target("page", ""), "../"),
    ],
)
def test_a_link_leads_from_the_page_that_it_stands_on(here, target, href):
    """A place on the same page by its anchor alone, what stands in the same folder from there, all else from
    the folder of the language.
    """
    assert RunWriter("ltr", here, {}).runs([Link(["a"], target)]) == f'<a href="{href}">a</a>'


def test_what_pages_share_is_written_once_for_those_of_one_depth_and_folder():
    """A shared link never leads to an anchor alone, for it stands on other pages too; what is not shared
    does, also after it; and pages of another depth or folder have a text of their own.
    """
    kept: dict = {}
    link = Link(["a"], Target("record", "alpha/convention", "art-1"))
    shared = Shared([link])
    address = f"{HERE}#art-1"
    assert RunWriter("ltr", HERE, kept).runs([shared, link]) == (
        '<a href="../../alpha/convention/#art-1">a</a><a href="#art-1">a</a>'
    )
    assert RunWriter("ltr", "topics/", kept).runs([shared]) == f'<a href="../{address}">a</a>'
    assert RunWriter("ltr", "topics/a/b/", kept).runs([shared]) == f'<a href="../../../{address}">a</a>'
    kept.update(dict.fromkeys(kept, "as it was kept"))
    assert RunWriter("ltr", "instruments/beta/plan/", kept).runs([shared]) == "as it was kept"


# -- blocks --------------------------------------------------------------------------------------------------

SOURCE = '<p class="src">Art. 1</p>'


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (Paragraph(["a"]), "<p>a</p>"),
        (Paragraph(["a"], "lead"), '<p class="lead">a</p>'),
        (Paragraph(["a"], "facts"), '<p class="facts">a</p>'),
        (Paragraph(["a"], "note"), '<p class="src">a</p>'),
        (Paragraph(["a"], "number"), '<p class="num">a</p>'),
        (Paragraph(["a"], "cite"), '<p class="cite">a</p>'),
        (Paragraph(["a"], "open"), '<p class="open">a</p>'),
        (Facts([Fact(["a"], ["b"])]), '<dl class="pairs"><dt>a</dt><dd>b</dd></dl>'),
        (Facts([Fact(["a"], ["b"])], "identity"), "<dl><dt>a</dt><dd>b</dd></dl>"),
        (Facts([Fact(["a"], ["b"])], "titles"), "<dl><dt>a</dt><dd>b</dd></dl>"),
        (Facts([Fact(["a"]), Fact(["b"])], "titles"), "<dl><dt>a</dt><dd></dd><dt>b</dt><dd></dd></dl>"),
        (Facts([], "time"), '<dl class="time"></dl>'),
        (Facts([], "lists"), '<dl class="lists"></dl>'),
        (Facts([], "forms"), '<dl class="forms"></dl>'),
        (
            Facts([Fact(["a"], ["b"], [Section(["c"], [])])], "time"),
            '<dl class="time"><dt>a</dt><dd>b<section><h2>c</h2></section></dd></dl>',
        ),
        (List([Item(["a"])], "bare"), "<ul><li>a</li></ul>"),
        (List([Item(["a"])]), '<ul class="plain"><li>a</li></ul>'),
        (List([], "columns"), '<ul class="plain two"></ul>'),
        (List([], "records"), '<ul class="records"></ul>'),
        (List([], "states"), '<ul class="states"></ul>'),
        (List([], "topics"), '<ul class="topics"></ul>'),
        (
            List([Item(["a"], anchor="source-x"), Shared(Item(["b"], ["c"], "2005"))], "sources"),
            '<ol class="sources"><li id="source-x">a</li>'
            '<li><span class="yr">2005</span> b <small>c</small></li></ol>',
        ),
        (
            Fold(["a"], [Section(["b"], [])]),
            "<details><summary>a</summary><section><h2>b</h2></section></details>",
        ),
        (
            Fold(["a"], [], True, "titles"),
            '<details class="titles" open><summary>a</summary></details>',
        ),
        (Shared(Section(["a"], [])), "<section><h2>a</h2></section>"),
        (
            Section(["a"], [Paragraph(["b"])], "x", "fold", ["gone"]),
            '<section><details><summary><h2 id="x">a</h2></summary><span id="gone"></span><p>b</p></details>'
            "</section>",
        ),
        (
            Entries([Entry(["a"], anchor="x", former=["y"])], "objectives"),
            '<ol class="plain"><li id="x"><span id="y"></span>a</li></ol>',
        ),
    ],
)
def test_the_role_of_a_block_decides_its_element_and_class(block, markup):
    """What is empty or unnamed leaves no attribute behind."""
    assert html(block) == markup


@pytest.mark.parametrize(
    ("role", "entry", "markup"),
    [
        (
            "provisions",
            Entry(["a"], [["Art. 1"], []], value=["30 days"], anchor="art-1"),
            f'<div class="prov" id="art-1"><p class="num">30 days</p><p>a</p>{SOURCE}</div>',
        ),
        (
            "provisions",
            Entry(["a"], anchor="x"),
            '<div class="prov" id="x"><p>a</p></div>',
        ),
        ("cells", Entry(["a"]), '<div class="cell"><p>a</p></div>'),
        (
            "cells",
            Entry(["a"], [["Art. 1"], ["Art. 1"]], value=["2"]),
            f'<div class="cell"><p class="num">2</p><p>a</p>{SOURCE}{SOURCE}</div>',
        ),
        ("steps", Entry(["a"]), '<ol class="path"><li><p>a</p></li></ol>'),
        (
            "steps",
            Entry(["a"], [["Art. 1"]], ["Return"], anchor="1"),
            f'<ol class="path"><li id="1"><p class="stage">Return</p><p>a</p>{SOURCE}</li></ol>',
        ),
        ("objectives", Entry(["a"]), '<ol class="plain"><li>a</li></ol>'),
        (
            "indicators",
            Entry(["a"], [["b"], ["c"]], anchor="one"),
            '<ul class="plain"><li id="one">a <small>b\u00a0· c</small></li></ul>',
        ),
        ("articles", Entry([], label=["L"]), '<details class="item"><summary><h2>L</h2></summary></details>'),
        (
            "articles",
            Entry(["a"], [["Art. 1"]], ["L"], anchor="one", more=[Section(["M"], [])]),
            '<details class="item" id="one"><summary><h2>L</h2></summary>'
            f"<p>a</p>{SOURCE}<h3>M</h3></details>",
        ),
        ("definitions", Entry(["a"], label=["L"]), '<dl class="defs"><dt>L</dt><dd><p>a</p></dd></dl>'),
        (
            "definitions",
            Entry(["a"], [["Art. 1"]], ["L"], anchor="one", more=[Section(["M"], [])]),
            f'<dl class="defs"><dt id="one">L</dt><dd><p>a</p>{SOURCE}'
            "<section><h2>M</h2></section></dd></dl>",
        ),
    ],
)
def test_an_entry_shows_what_it_has(role, entry, markup):
    """Its number, sentence and lines; what it has not leaves no element behind; shared or not."""
    assert html(Entries([entry], role)) == markup
    assert html(Entries([Shared(entry)], role)) == markup


def test_entries_stand_one_after_the_other():
    """Nothing between them."""
    cells = '<div class="cell"><p>a</p></div><div class="cell"><p>b</p></div>'
    assert html(Entries([Entry(["a"]), Entry(["b"])], "cells")) == cells


def test_headings_have_their_level_from_where_they_stand():
    """A section of the page is framed and named; one within another is a heading a level below."""
    inner = Section(["c"], [Section(["d"], [])], "in")
    assert html(Section(["a"], [Paragraph(["b"]), inner], "out", "gap")) == (
        '<section class="gap"><h2 id="out">a</h2><p>b</p><h3 id="in">c</h3><h4>d</h4></section>'
    )
    assert html(inner, 3) == '<h3 id="in">c</h3><h4>d</h4>'


def test_what_stands_aside_has_headings_without_a_frame():
    """Its own sections stand a level below."""
    aside = HtmlWriter("ltr", HERE, {}).aside([Section(["a"], [Section(["b"], [])]), Section(["c"], [])])
    assert flat(aside) == "<h2>a</h2><h3>b</h3><h2>c</h2>"


def table(*groups: Group) -> str:
    head = [["A"], ["<B>"], ["C"]]
    markup = HtmlWriter("ltr", "topics/", {}).html([Table(["Cap <b>"], head, groups)])
    return markup.replace("\n", "")


def test_a_table_says_what_it_is_and_labels_its_columns():
    """Its frame can be reached and scrolled; groups and rows bear what they are found and filtered by."""
    cells = [[Paragraph(["a"])], [Paragraph(["b"])], [Paragraph(["c"])]]
    row = Row(cells, "row-1", {"force": "<binding>", "year": "2005"})
    assert table(Group(["G"], [row], "africa")) == (
        '<p class="take"></p><div class="tbl" role="region" tabindex="0" aria-label="Cap &lt;b&gt;">'
        '<table class="cmp cards" id="compare"><caption>Cap &lt;b&gt;</caption>'
        '<thead><tr><th scope="col">A</th><th scope="col">&lt;B&gt;</th><th scope="col">C</th></tr></thead>'
        '<tbody><tr class="group" id="africa"><th colspan="3" scope="rowgroup">G</th></tr>'
        '<tr id="row-1" data-force="&lt;binding&gt;" data-year="2005">'
        '<th scope="row">a</th><td data-label="&lt;B&gt;">b</td><td>c</td></tr></tbody></table></div>'
    )


def test_a_list_has_no_labels_in_its_cells():
    """Its few words stand on one line on a phone."""
    row = Row([[Paragraph(["a"])], [Paragraph(["b"])], [Paragraph(["c"])]])
    made = Table(["Cap"], [["A"], ["B"], ["C"]], [Group([], [row])], "list")
    markup = HtmlWriter("ltr", "topics/", {}).html([made])
    assert 'class="cmp cards short"' in markup
    assert "data-label" not in markup


def rows(*rows: Row) -> str:
    return table(Group([], rows)).partition("<tbody>")[2].partition("</tbody>")[0]


def test_a_cell_holds_any_blocks():
    """One plain line needs no paragraph; entries need no label, and an empty cell has none."""
    long, noted = [Paragraph(["a"]), Paragraph(["b"])], [Paragraph(["n"], "note")]
    assert rows(Row([long, noted, []])) == (
        '<tr><th scope="row"><p>a</p><p>b</p></th><td data-label="&lt;B&gt;"><p class="src">n</p></td>'
        "<td></td></tr>"
    )
    entries = [Entries([Entry(["e"])], "cells")]
    assert rows(Row([long, entries, long])) == (
        '<tr><th scope="row"><p>a</p><p>b</p></th><td><div class="cell"><p>e</p></div></td>'
        "<td><p>a</p><p>b</p></td></tr>"
    )
    assert rows(Row([long, [], noted])).partition("</th>")[2] == (
        '<td></td><td><p class="src">n</p></td></tr>'
    )


def test_a_cell_reaches_over_the_rows_that_go_on_from_it():
    """Each by itself: the next cell that is given begins anew."""
    a, b, c = ([Paragraph([letter])] for letter in "abc")
    assert rows(Row([a, b, c]), Row([None, a, None]), Row([None, b, c]), Row([b, c, a])) == (
        '<tr><th scope="row" rowspan="3">a</th><td data-label="&lt;B&gt;">b</td><td rowspan="2">c</td></tr>'
        '<tr><td data-label="&lt;B&gt;">a</td></tr>'
        '<tr><td data-label="&lt;B&gt;">b</td><td>c</td></tr>'
        '<tr><th scope="row">b</th><td data-label="&lt;B&gt;">c</td><td>a</td></tr>'
    )
    assert rows() == ""


def test_groups_stand_one_below_the_other():
    """Each in a body of its own; the sections of a cell stand at the level of the table."""
    each = [Group([label], [Row([[Section([label], [])], [], []])]) for label in "GH"]
    bodies = table(*each).partition("</thead>")[2].partition("</table>")[0]
    assert bodies == "".join(
        f'<tbody><tr class="group"><th colspan="3" scope="rowgroup">{label}</th></tr><tr><th scope="row">'
        f"<section><h2>{label}</h2></section></th><td></td><td></td></tr></tbody>"
        for label in "GH"
    )
