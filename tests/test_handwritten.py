"""Hand-written pages: which files may stand in ``docs/``, what they hold, where their
links lead, and what a build makes of them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from commands import run
from conftest import LANGUAGES

from generators.site import handwritten

IDS = {"topics": "topics/", "alpha/convention": "instruments/alpha/convention/"}
MATTER = "---\ntitle: About\ndescription: What it is\n---\n\n# About\n"


def problems(root: Path, files: dict[str, str | bytes], ids=IDS) -> list[str]:
    """The problems of some files of ``docs/``, as they are printed."""
    for path, text in files.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        str(each)
        for each in handwritten.problems(
            root / "docs", root, ids, {"instruments/alpha/old/"}
        )
    ]


# -- which files -------------------------------------------------------------------------


def test_pages_and_pictures_are_fine(tmp_path: Path):
    """Pages with and without front matter, in each language, pictures, folders; files of
    editors and of the system are nobody's mistake.
    """
    files = {
        f"about{language and '.' + language}.md": MATTER
        for language in ("", *LANGUAGES[1:])
    }
    files |= {
        "guide/first-steps.md": "# Steps\n",
        "guide/map-2024.png": b"\x89PNG",
        "a.jpg": b"",
        "b.webp": b"",
        "b.fr.webp": b"",
    }
    files |= {
        "about.md~": "x",
        ".about.md.swp": b"\xff",
        ".gitkeep": "",
        "about.md.bak": "x",
    }
    assert problems(tmp_path, files) == []


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ('x" onmouseover="alert(1).md', "did you mean 'x-onmouseover-alert-1.md'?"),
        ("About.md", "did you mean 'about.md'?"),
        ("\uff41bout.md", "did you mean 'about.md'?"),
        ("\u0430bout.md", "expected small letters from a to z, digits and hyphens"),
        ("about.de.md", "one of: ar, es, fr, pt, ru, zh"),
        ("about.en.md", "one of: ar, es, fr, pt, ru, zh"),
        ("map.de.png", "one of: ar, es, fr, pt, ru, zh"),
        ("page.html", "expected <name>.md, <name>.<language>.md, .png, .jpg or .webp"),
        ("sign.svg", "expected <name>.md"),
        ("search/index/core.json", "expected <name>.md"),
        ("assets/javascripts/search.js", "expected <name>.md"),
        ("CNAME", "expected <name>.md"),
        ("Guide/a.md", "did you mean 'guide/a.md'?"),
        ("fr/a.md", "the folder of a language"),
    ],
)
def test_other_files_are_a_problem(tmp_path: Path, path: str, hint: str):
    """A name becomes an address, and nothing but pages and pictures is published."""
    found = problems(tmp_path, {path: "x"})
    assert len(found) == 1
    assert found[0].startswith("docs/")
    assert hint in found[0]


def test_no_link_is_followed(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory):
    """A symbolic link, to a file or a folder, out of the project or to nothing, is a
    problem.
    """
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("# Secret\n")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").symlink_to(outside / "secret.md")
    (docs / "folder").symlink_to(outside)
    (docs / "nothing.md").symlink_to(outside / "nothing")
    (docs / "circle.md").symlink_to(docs / "circle.md")
    os.mkfifo(docs / "pipe.md")
    assert problems(tmp_path, {}) == [
        "docs/circle.md:1: -: a symbolic link; put the file itself here",
        "docs/folder:1: -: a symbolic link; put the folder itself here",
        "docs/nothing.md:1: -: a symbolic link; put the file itself here",
        "docs/page.md:1: -: a symbolic link; put the file itself here",
        "docs/pipe.md:1: -: not a regular file; put a file here",
    ]


@pytest.mark.parametrize(
    "name", ["index.md", "topics.md", "instruments/alpha/convention.md"]
)
def test_a_page_takes_no_generated_address(tmp_path: Path, name: str):
    """A page at the address of a generated one is a problem; so is one at a record's
    former address.
    """
    ids = IDS | {"": ""}
    found = problems(tmp_path, {name: "# x\n", "instruments/alpha/old.md": "# x\n"}, ids)
    assert len(found) == 2
    assert all("give the file another name" in each for each in found)


# -- what they hold ----------------------------------------------------------------------


def test_another_encoding_and_hidden_characters_have_their_line(tmp_path: Path):
    """A page is UTF-8 without control characters, as a record is."""
    assert problems(tmp_path, {"a.md": b"# a\n\xe9\n", "b.md": "# b\n\n\x0c\n"}) == [
        "docs/a.md:2: -: not UTF-8 (byte 0xe9); save the file as UTF-8",
        "docs/b.md:3: -: a character that does not belong in a text (U+000C, control "
        "character); remove it",
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("---\ntitle: About: us\n---\n", 2, "a colon and a blank within a text"),
        ("---\ntitle: [a]\n---\n", 2, "not a text"),
        ("---\ntitle:\n---\n", 2, "no value"),
        ('---\ntitle: "A \\ue000source\\ue001"\n---\n', 2, "a hidden character (U+E000)"),
        (
            "---\ntitle: A\ntemplate: x.html\n---\n",
            3,
            "unknown key 'template'; known keys: description, title",
        ),
        ("---\ntitel: A\n---\n", 2, "unknown key 'titel'; did you mean 'title'?"),
        ("---\n- a\n---\n", 2, "not a mapping"),
        ("---\ntitle: *a\n---\n", 2, "a value that begins with '*'"),
        ("---\ntitle: A\n\n# About\n", 1, "the front matter has no end"),
        ("Title: About\n\n# About\n", 1, "MkDocs would take this line for a setting"),
        ("See: the text\n", 1, "MkDocs would take this line for a setting"),
    ],
)
def test_front_matter_is_a_title_and_a_description(
    tmp_path: Path, text: str, line: int, said: str
):
    """What MkDocs would choke on, publish as text or swallow is a problem at its line."""
    found = problems(tmp_path, {"about.md": text})
    assert len(found) == 1
    assert found[0].startswith(f"docs/about.md:{line}: ")
    assert said in found[0]


@pytest.mark.parametrize(
    "typed", ["2010", "2010-10-04", "yes", "1.10", "null-and-void", "'a: b'"]
)
def test_a_title_is_the_text_that_was_typed(typed: str):
    """No title becomes a number, a day or a truth."""
    text = f"---\r\ntitle: {typed}\r\n---\r\n# A\r\n"
    assert handwritten.front_matter(text, "a.md")[0] == {"title": typed.strip("'")}


@pytest.mark.parametrize("language", ["", ".fr"])
def test_two_pages_have_not_one_address(tmp_path: Path, language: str):
    """One would hide the other; each language has its own."""
    names = (f"help{language}.md", f"help/index{language}.md", "help/index.pt.md")
    found = problems(tmp_path, dict.fromkeys(names, f"{MATTER}\nText.\n"))
    assert found == [
        f"docs/help/index{language}.md:1: -: the page docs/help{language}.md has its "
        "address 'help/'; give the file another name"
    ] or found == [
        f"docs/help{language}.md:1: -: the page docs/help/index{language}.md has its "
        "address 'help/'; give the file another name"
    ]


# -- what a build makes of it ------------------------------------------------------------


def test_a_build_shows_titles_as_typed_and_leaves_editors_files(tiny_site: Path):
    """``title: 2010`` is the title 2010, with any sign in it; a backup is not published."""
    year, more = (
        (tiny_site / name / "index.html").read_text("utf-8") for name in ("year", "more")
    )
    assert "<title>2010" in year
    assert (
        '<pre><code tabindex="0" class="language-yaml">key: &lt;pre&gt;&lt;code\n' in year
    )
    assert "<title>Yes &amp; &lt;no&gt;" in more
    assert 'name="description" content="12"' in more
    assert '<a href="../topics/">a</a>' in more
    assert not list(tiny_site.rglob("*~")) + list(tiny_site.rglob("4913"))


def test_pages_that_every_page_leads_to_are_asked_for(tiny: Path):
    """Without its page the tab "About" would lead nowhere: check says so."""
    (tiny / "docs/about.md").unlink()
    (tiny / "docs/about.fr.md").unlink()
    said = "docs/about.md:1: -: missing; put the page there: every page leads to it"
    told = run(tiny, "check")
    assert (told.exit_code, told.stdout) == (1, f"{said}\n")


# -- what a page may hold ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("<script src=x.js>", "raw HTML"),
        ("<input autofocus>", "raw HTML"),
        ("Text</main>", "raw HTML"),
        (
            "![x](https://evil.example/p.png)",
            "a picture that is not named by its path; put the picture into docs/",
        ),
        ("![x][y]\n\n[y]: https://evil.example/p.png", "a picture that is not named"),
        ("![y]\n\n[y]: https://evil.example/p.png", "a picture that is not named"),
        ("![a [b] c](https://evil.example/p.png)", "a picture that is not named"),
        ("![a\nb](https://evil.example/p.png)", "a picture that is not named"),
        ("![x](<https://evil.example/p.png>)", "a picture that is not named"),
        ("![x](//evil.example/p.png)", "a picture that is not named"),
        ("![x](&#104;ttps://evil.example/p.png)", "a picture that is not named"),
        ("A \u202etext", "a hidden character (U+202E); remove it"),
        ("[x](mailto:a@b.org?bcc=c@d.org)", "'a@b.org?bcc=c@d.org' is not a mail addr"),
        ("<mailto:a@b.org?bcc=c@d.org>", "'a@b.org?bcc=c@d.org' is not a mail addr"),
        ("[x](id:)", "no page has the id ''"),
        ("[x](javascript:alert(1))", "what a browser could run"),
        ("[x](JavaScript&#58;alert(1))", "what a browser could run"),
        ("[x][y]\n\n[y]: data:text/html,x", "what a browser could run"),
        ('x\n{: onclick="alert(1)" }', "what a browser could run"),
        (
            "## Content",
            "'content' is a name that the page keeps for itself; write another heading",
        ),
    ],
)
def test_what_a_page_may_not_hold(tmp_path: Path, typed: str, said: str):
    """HTML, what asks another host, and a heading in the place of one of ours is a
    problem at its line.
    """
    found = problems(tmp_path, {"about.md": f"{MATTER}\nText.\n\n{typed}\n"})
    assert len(found) == 1, found
    assert said in found[0]
    assert re.match(r"docs/about\.md:1[012]: ", found[0])


def test_what_a_page_may_hold(tmp_path: Path):
    """Text in every form that Markdown has, links, pictures of its own, tables, notes,
    code.
    """
    text = """
[a](id:topics) [b](https://example.org/) [c](mailto:a@example.org) [d](#place) [e](about.md) <https://example.org>

![map](map.png)

| a | b |
| :-- | --: |
| 1 | `<script>` |

!!! note "Title"
    Text.

Term
:   What it means

```html
<script>alert(1)</script>
```

1. *a* **b** {: .class #id }
"""
    assert (
        problems(
            tmp_path, {"about.md": f"{MATTER}{text}\n## Place\n", "map.png": b"\x89PNG"}
        )
        == []
    )


# -- where its links lead ----------------------------------------------------------------


def test_links_to_ids_lead_somewhere(tmp_path: Path):
    """Links by id are found in every way of writing them, with their lines, and code is
    left alone.
    """
    text = "# x\n\n[a](id:topics) [b](id:nothing) [c](ID:nowhere)\n[d][e] `[f](id:code)`\n\n[e]: id:gone\n"
    assert [
        each.partition(";")[0] for each in problems(tmp_path, {"about.md": text})
    ] == [
        "docs/about.md:3: -: no page has the id 'nothing'",
        "docs/about.md:3: -: no page has the id 'nowhere'",
        "docs/about.md:6: -: no page has the id 'gone'",
    ]
