"""Tables as HTML: what labels, filters and joins their cells, on tables made by hand."""

from __future__ import annotations

from generators.document.blocks import Entries, Entry, Group, Paragraph, Row, Section, Table
from generators.html.writer import HtmlWriter


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
        '<tr><th scope="row"><p>a</p><p>b</p></th><td><div class="cell"><div><p>e</p></div></div></td>'
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
