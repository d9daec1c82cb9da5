"""The Jinja environment: a template's name and its values go in, text comes out.

Undefined names are errors, everything is escaped unless it is markup already, and no text of a record is ever
read as markup but the links and emphasis of a summary. This is the only module that imports jinja2; it
knows no corpus.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Imported where a template is first filled: whoever asks for addresses alone (a check of links) does not wait
# for it.
if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """One environment for all languages: what a language says is handed in with the values."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def compile_all() -> None:
    """Compile every template that changed; raises jinja2.TemplateSyntaxError for one that cannot be."""
    for name in environment().list_templates(extensions=["j2"]):
        environment().get_template(name)


def page(template: str, **values: Any) -> str:
    """Fill a template (``topic.html.j2``) with values; raises jinja2.UndefinedError for a name it does not
    get.
    """
    return environment().get_template(template).render(values)
