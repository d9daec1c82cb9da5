"""Summaries: which CommonMark they may use, and how pages and data say them."""

from __future__ import annotations

import pytest

from generators.corpus.located import SOURCE, Localized
from generators.document import commonmark as summaries
from generators.document.runs import Emphasis, Outside, Strong, Text, letters
from generators.html.runs import RunWriter
from generators.text import commonmark


def paragraphs(text: str, language: str, page_language: str) -> list:
    return list(summaries.paragraphs(Localized(text, language, SOURCE), page_language))


def test_a_summary_in_another_language_says_so_in_each_of_its_texts():
    """Also within emphasis and links; in the language of the page no text bears one."""
    typed = "*a* **b** [c](https://e.org/) d"
    space = Text(" ", "fr")
    assert paragraphs(typed, "fr", "en") == [
        [
            Emphasis([Text("a", "fr")]),
            space,
            Strong([Text("b", "fr")]),
            space,
            Outside([Text("c", "fr")], "https://e.org/"),
            Text(" d", "fr"),
        ]
    ]
    assert paragraphs(typed, "fr", "fr") == [
        [Emphasis(["a"]), " ", Strong(["b"]), " ", Outside(["c"], "https://e.org/"), " d"]
    ]


@pytest.mark.parametrize(("language", "space"), [("en", " "), ("zh", "")])
def test_a_line_break_is_a_space_where_the_language_has_spaces(language, space):
    """At any place of a summary, however it was typed; the paragraphs of a description
    are one line.
    """
    for around in ("*{}*", "**{}**", "[{}](https://e.org/)", "{}"):
        for ends in ("\n", "  \n", "\\\n"):
            summary = Localized(around.format(f"a{ends}b"), language, SOURCE)
            assert letters(next(summaries.paragraphs(summary, language))) == f"a{space}b"
            assert summaries.plain(summary) == f"a{space}b"
    summary = Localized("*a* [b](https://e.org/)\n\nc", language, SOURCE)
    assert summaries.plain(summary) == ("a b c" if space else "a bc")


# -- CommonMark as summaries may use it --------------------------------------------------


def markup(text: str) -> str:
    """The paragraphs of a summary as a page has them."""
    writer = RunWriter("ltr", "", {})
    return "".join(
        f"<p>{writer.runs(runs)}</p>\n"
        for runs in summaries.paragraphs(Localized(text, "en", SOURCE), "en")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*one* **two** [x](https://example.org)", "<em>one</em> <strong>two</strong>"
         ' <a href="https://example.org" rel="external">x</a>'),
        ("![a](https://evil.example/p.png)", '!<a href="https://evil.example/p.png" rel="external">a</a>'),
        ("![a][b]\n[b]: https://evil.example/p.png",
            "![a][b] [b]: https://evil.example/p.png"),
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
    """Emphasis and links to http and https are markup; all else comes out as the letters
    that were typed.
    """
    assert markup(text) == f"<p>{expected}</p>\n"


def test_paragraphs_are_told_by_an_empty_line():
    """A typed line break is a space between words, an empty line a new paragraph."""
    assert markup("one\ntwo\n\nthree") == "<p>one two</p>\n<p>three</p>\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("*one* [two](https://example.org), 3 < 4 & 5", []),
        ("![x](https://evil.example/p.png)", ["an image"]),
        (
            "see ![x][y]\n\n[y]: https://evil.example/p.png",
            ["an image", "a definition of a link"],
        ),
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
def test_what_does_not_belong_in_a_summary_is_named(text, kinds):
    """Each kind of CommonMark beside emphasis and links is named once, in words that an
    editor knows.
    """
    assert commonmark.beside_links(text) == kinds


def test_links_are_those_that_a_reader_of_commonmark_sees():
    """The targets of links are told as they were meant, whatever their scheme; escaped
    brackets are none.
    """
    text = "[a](javascript:alert(1)) [b](<https://example.org/x y> 'title') \\[c](ftp://x) ![d](https://e.org)"
    assert commonmark.links(text) == [
        "javascript:alert(1)",
        "https://example.org/x%20y",
        "https://e.org",
    ]
