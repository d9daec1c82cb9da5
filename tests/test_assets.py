"""Addresses of style sheets and scripts."""

from __future__ import annotations

import pytest

from generators.site import assets

FILES = {
    assets.FIRST: b"first",
    "assets/javascripts/search.js": b"opener",
    "assets/javascripts/search/text.js": b"text",
    "assets/javascripts/searching.js": b"other",
    "assets/stylesheets/search.css": b"sheet",
    "assets/stylesheets/search/form.css": b"form",
    "assets/stylesheets/pages.css": b"pages",
}
SEARCH = "assets/javascripts/search.js"


@pytest.mark.parametrize(
    "path",
    [
        SEARCH,
        "assets/javascripts/search/text.js",
        "assets/stylesheets/search.css",
        "assets/stylesheets/search/form.css",
    ],
)
def test_the_address_of_a_script_changes_with_all_that_it_fetches(path: str):
    """Where a module or the sheet of a script changes, browsers ask for the script again,
    and by its version for these.
    """
    before, after = (
        assets.versioned(SEARCH, {**FILES, path: text}) for text in (FILES[path], b"new")
    )
    assert before != after
    assert before.partition("?v=")[0] == SEARCH


@pytest.mark.parametrize(
    "path", ["assets/javascripts/searching.js", "assets/stylesheets/pages.css"]
)
def test_the_address_of_a_script_stays_where_others_change(path: str):
    """What a script does not fetch leaves its address alone, also where a name begins
    like its own.
    """
    assert assets.versioned(SEARCH, {**FILES, path: b"new"}) == assets.versioned(
        SEARCH, FILES
    )


def test_sheets_come_in_the_order_in_which_they_are_named():
    """A missing one is an error."""
    made = assets.assets(FILES, ["assets/stylesheets/pages.css"], [SEARCH])
    assert made.styles == (assets.versioned("assets/stylesheets/pages.css", FILES),)
    with pytest.raises(KeyError):
        assets.assets(FILES, ["assets/stylesheets/none.css"], [])


@pytest.mark.parametrize(
    ("path", "content", "sent"),
    [
        (
            "assets/a.js",
            b"/* why */\nconst a = `b  ${[1].map((n) => `c  ${n}`)}`;\n// d\n",
            b"const a=`b  ${[1].map(e=>`c  ${e}`)}`",
        ),
        (
            "assets/a.css",
            b"/* why */\n.a > .b { width: calc(1em + 2px); }\n",
            b".a>.b{width:calc(1em + 2px)}",
        ),
        ("assets/a.svg", b"<svg> <!-- a --> </svg>", b"<svg> <!-- a --> </svg>"),
    ],
)
def test_scripts_and_sheets_are_sent_without_comments(
    path: str, content: bytes, sent: bytes
):
    """What is written in them stays; what is no script or sheet is sent as it is."""
    assert assets.sent(path, content) == sent
