"""CommonMark as summaries may use it: emphasis and links, and nothing that asks another host for anything."""

from __future__ import annotations

import pytest

from generators.corpus.located import SOURCE, Localized
from generators.document import commonmark as summaries
from generators.html.runs import RunWriter
from generators.text import commonmark


def html(text: str) -> str:
    """The paragraphs of a summary as a page has them."""
    writer = RunWriter("ltr", "", {})
    return "".join(
        f"<p>{writer.runs(runs)}</p>\n" for runs in summaries.paragraphs(Localized(text, "en", SOURCE), "en")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*one* **two** [x](https://example.org)", "<em>one</em> <strong>two</strong>"
         ' <a href="https://example.org" rel="external">x</a>'),
        ("![a](https://evil.example/p.png)", '!<a href="https://evil.example/p.png" rel="external">a</a>'),
        ("![a][b]\n[b]: https://evil.example/p.png", "![a][b] [b]: https://evil.example/p.png"),
        ("[x](HTTP://example.org)", '<a href="HTTP://example.org" rel="external">x</a>'),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](&#106;avascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](//evil.example)", "[x](//evil.example)"),
        ("[x](data:image/png;base64,AA)", "[x](data:image/png;base64,AA)"),
        ("[x](page/)", "[x](page/)"),
        ("# Title", "# Title"),
        ("- a\n- b", "- a - b"),
        ("> a", "&gt; a"),
        ("`code`", "`code`"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("<https://example.org>", "&lt;https://example.org&gt;"),
    ],
)  # fmt: skip
def test_only_emphasis_and_links_are_read(text, expected):
    """Emphasis and links to http and https are markup; all else comes out as the letters that were typed."""
    assert html(text) == f"<p>{expected}</p>\n"


def test_paragraphs_are_told_by_an_empty_line():
    """A typed line break is a space between words, an empty line a new paragraph."""
    assert html("one\ntwo\n\nthree") == "<p>one two</p>\n<p>three</p>\n"
    assert [
        token.type for token in commonmark.tokens("one\n\n*two*")
    ] == "paragraph_open inline paragraph_close paragraph_open inline paragraph_close".split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("*one* [two](https://example.org), 3 < 4 & 5", []),
        ("![x](https://evil.example/p.png)", ["an image"]),
        ("see ![x][y]\n\n[y]: https://evil.example/p.png", ["an image", "a definition of a link"]),
        ("[![x](https://evil.example/p.png)](https://example.org)", ["an image"]),
        ("> ![x](https://evil.example/p.png)", ["an image", "a quotation"]),
        ("# x", ["a heading"]),
        ("x\n---", ["a heading"]),
        ("* a\n* b", ["a list"]),
        ("> a", ["a quotation"]),
        ("`a`", ["code"]),
        ("a\n\n***", ["a line across"]),
        ("a\\![b](https://example.org)", []),
        ("No. 5 - a\nword", []),
    ],
)
def test_what_does_not_belong_in_a_summary_is_named(text, found):
    """Each kind of CommonMark beside emphasis and links is named once, in words that an editor knows."""
    assert commonmark.beside_links(text) == found


def test_links_are_those_that_a_reader_of_commonmark_sees():
    """The targets of links are told as they were meant, whatever their scheme; escaped brackets are none."""
    text = (
        "[a](javascript:alert(1)) [b](<https://example.org/x y> 'title') \\[c](ftp://x) ![d](https://e.org)"
    )
    assert commonmark.links(text) == ["javascript:alert(1)", "https://example.org/x%20y", "https://e.org"]
