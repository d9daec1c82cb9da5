"""Templates and the values that they are handed."""

from __future__ import annotations

import pytest
from jinja2 import meta

from generators import html
from generators.html import finish, page

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
        for module in (finish, page):
            patch.setattr(module, "fill", watched)
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


def test_text_is_never_markup():
    """What stands in a record comes out as the letters that were typed."""
    filled = finish.fill("rules.html.j2", d=None, _=lambda text: text, title="<b>&", rules=())
    assert "<h1>&lt;b&gt;&amp;</h1>" in filled
