"""The text of hand-written pages: Markdown and HTML that do no harm, and links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_handwritten import MATTER, problems

# -- what a page may hold ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("<script>alert(1)</script>", "the element 'script' does not belong in a page"),
        ('a <SCRIPT src="x.js"></SCRIPT>', "the element 'script'"),
        ('<iframe src="https://evil.example"></iframe>', "the element 'iframe'"),
        ('<form action="https://evil.example"></form>', "the element 'form'"),
        ("<input autofocus>", "the element 'input'"),
        ("text\n{: #search-page }", "'search-page' is a name that the page keeps for itself"),
        ("## Content", "'content' is a name that the page keeps for itself"),
        ('<style>@import "https://evil.example/a.css";</style>', "the element 'style'"),
        ('<link rel="stylesheet" href="https://evil.example/a.css">', "the element 'link'"),
        ('<meta http-equiv="refresh" content="0">', "the element 'meta'"),
        ('<svg onload="alert(1)"></svg>', "the element 'svg'"),
        ('<object data="x"></object>', "the element 'object'"),
        ('<p onclick="alert(1)">x</p>', "the attribute 'onclick' does not belong in a page"),
        ('x\n{: onclick="alert(1)" }', "the attribute 'onclick'"),
        ('[x](about.md){: style="color:red" }', "the attribute 'style'"),
        ("![x](https://evil.example/p.png)", "a picture from another host; put the picture into docs/"),
        ("![x][b]\n\n[b]: //evil.example/p.png", "a picture from another host"),
        ("![x](data:image/png;base64,AAAA)", "a picture from another host"),
        ("[x](javascript:alert(1))", "a link that begins with 'javascript:'"),
        ("[x](JavaScript&#58;alert(1))", "a link that begins with 'JavaScript:'"),
        ('<a href="java\tscript:alert(1)">x</a>', "a link that begins with 'javascript:'"),
        ("[x](data:text/html,x)", "a link that begins with 'data:'"),
        ("[x](//evil.example/)", "a link without https:; write https://…"),
        ("<?php x ?>", "an instruction of HTML or XML"),
        ("Text</main>", "the end of an element 'main' that was not begun"),
        ("<div>\n\nText", "the element 'div' is not closed; write </div> at its end"),
        ("<p>a <b>b</p>", "the element 'b' is not closed; write </b> at its end"),
        ("[" * 100_000, "brackets or marks within each other without end"),
        ("> " * 5_000, "brackets or marks within each other without end"),
        ("*" * 100_000, "brackets or marks within each other without end"),
    ],
)  # fmt: skip
def test_what_a_page_may_not_hold(tmp_path: Path, typed: str, said: str):
    """Whatever would run, ask another host or change how the site looks is a problem at its line."""
    found = problems(tmp_path, {"about.md": f"{MATTER}\nText.\n\n{typed}\n"})
    assert len(found) == 1, found
    assert said in found[0]
    assert re.match(r"docs/about\.md:1[012]: ", found[0])


def test_what_a_page_may_hold(tmp_path: Path):
    """Text in every form that Markdown has, links, pictures of its own, tables, notes, code, plain HTML."""
    text = """
[a](id:topics) [b](https://example.org/) [c](mailto:a@example.org) [d](#place) [e](about.md) <https://example.org>

![map](map.png)

| a | b |
| :-- | --: |
| 1 | `<script>` |

!!! note "Title"
    Text.

        <script> in code

Term
:   What it means

<details><summary>More</summary><p lang="fr" dir="ltr">Texte</p></details>

```html
<script>alert(1)</script>
```

1. *a* **b** {: .class #id }
"""
    assert problems(tmp_path, {"about.md": f"{MATTER}{text}\n## Place\n", "map.png": b"\x89PNG"}) == []


# -- where its links lead ------------------------------------------------------------------------------------


def test_links_to_ids_lead_somewhere(tmp_path: Path):
    """Links by id are found in every way of writing them, with their lines, and code is left alone."""
    text = (
        "# x\n\n[a](id:topics) [b](id:nothing) [c](ID:nowhere)\n[d][e] `[f](id:code)`\n\n[e]: id:gone\n\n"
        '<a class="x" href="id:lost">g</a> <a href=\'id:topics\'>h</a>\n'
    )
    assert [each.partition(";")[0] for each in problems(tmp_path, {"about.md": text})] == [
        "docs/about.md:3: -: no page has the id 'nothing'",
        "docs/about.md:3: -: no page has the id 'nowhere'",
        "docs/about.md:6: -: no page has the id 'gone'",
        "docs/about.md:8: -: no page has the id 'lost'",
    ]


def test_where_the_pages_are_not_known_links_are_not_judged(tmp_path: Path):
    """While records cannot be read, what else is wrong with a page is said all the same."""
    found = problems(tmp_path, {"about.md": "[a](id:nothing)\n", "b.html": "x"}, None)
    assert [each.partition(":")[0] for each in found] == ["docs/b.html"]


def test_links_by_path_lead_to_pages_pictures_and_places(tmp_path: Path):
    """A page is found from any folder, in its own language where it is translated, with its places."""
    files = {
        "about.md": "# About\n\n## Dates\n\n[a](guide/steps.md#first) [b](#dates) ![c](guide/a.png)\n",
        "about.fr.md": "# À propos\n\n[a](guide/steps.md#premier) [b](contribute.md#why)\n",
        "guide/steps.md": "# Steps\n\n## First\n\n[a](../about.md#dates) [b](steps.md)\n",
        "guide/steps.fr.md": "# Étapes\n\n## Premier\n\n",
        "guide/a.png": b"\x89PNG",
        "contribute.md": "# Contribute\n\n## Why\n\n",
    }
    assert problems(tmp_path, files) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[x](contribut.md)", "'contribut.md' leads nowhere; did you mean 'contribute.md'?"),
        ("![x](map.png)", "'map.png' leads nowhere; name a file of docs/ by its path, or a generated page"),
        ("[x](/about/)", "'/about/' leads nowhere; "),
        ("[x](../../secret.md)", "'../../secret.md' leads nowhere; "),
        ("[x](contribute/)", "'contribute/' leads nowhere; "),
        ("[x](#dates)", "no place 'dates' on that page; did you mean 'date'?"),
        ("[x](contribute.md#why)", "no place 'why' on that page; lead to the page as a whole"),
        (
            '<a href="contribute.md">x</a>',
            "a link to a file in an element of HTML; write [words](contribute.md)",
        ),
    ],
)
def test_links_by_path_that_lead_nowhere(tmp_path: Path, typed: str, said: str):
    """Each is said at its line, before MkDocs says it without one."""
    files = {"about.md": f"# About\n\n## Date\n\n{typed}\n", "contribute.md": "# Contribute\n"}
    found = problems(tmp_path, files)
    assert len(found) == 1, found
    assert found[0].startswith(f"docs/about.md:5: -: {said}")
