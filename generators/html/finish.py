"""What can be said of a page only once it is written: which of its signs need explaining, and whether anybody
has read its translations. Before it: what fills a template.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from generators.corpus.addresses import Target
from generators.document.phrases import Phrases, said_once
from generators.document.runs import Absence, Runs, TranslationSign
from generators.html.runs import READ, UNREVIEWED, sign_class
from generators.html.writer import HtmlWriter
from generators.text import gettext_files

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


def fill(template: str, **values: Any) -> str:
    """Fill a template (``topic.html.j2``) with values; raises jinja2.UndefinedError for a name it does not
    get.
    """
    return environment().get_template(template).render(values)


LEGEND = Markup("<!--legend-->")
"""Where a template wants its signs explained."""
_SIGN = "<i "
"""What every sign that is drawn begins with."""
_ANSWERS = 'data-answer="'
_TAKE = 'class="take"'
_ENDS = ("</td>\n", "</td>", "</th>\n", "</th>", "</tr>\n", "</dd>\n", "</dt>", "</li>")
"""What HTML does without: browsers end a cell, a row or an item where the next one begins."""
_BEGINNING = re.compile(
    r'.*?</h1>(?:\s*<p class="(?:title|keep)">.*?</p>)*(?:\s*<p class="(?:facts|lead)">.*?</p>)?\s*',
    re.DOTALL,
)
"""A page down to its first sentence."""


def finish(phrases: Phrases, writer: HtmlWriter, body: str) -> str:
    """A page as it goes out. Where all of its translations are unread, it says so once and bears no sign of
    it; its legend has the signs that are on it. Ends that HTML does without are left out, a fortieth of all.
    """
    if READ in body:
        body = body.replace(READ, "")
    elif _machine(phrases) or UNREVIEWED in body:
        body = body.replace(UNREVIEWED, "")
        beginning = _BEGINNING.match(body)
        at = beginning.end() if beginning else 0
        words = escape(phrases.localizer.gettext("Translated by machine, not yet read by a person"))
        body = f'{body[:at]}<p class="notice unread">{words}</p>\n{body[at:]}'
    if _ANSWERS in body or _TAKE in body:
        body = f"{body}{_take(phrases, writer)}"
    if LEGEND in body:
        body = body.replace(LEGEND, _legend(phrases, writer, body))
    for end in _ENDS:
        body = body.replace(end, "")
    return body


@said_once
def _machine(phrases: Phrases) -> bool:
    """Whether this is a language that the site is translated into, and nobody has read any translation."""
    if phrases.language == phrases.corpus.languages[0]:
        return False
    catalogs = phrases.corpus.library.catalogs.items()
    own = (catalog for (_, language), catalog in catalogs if language == phrases.language)
    found = {entry.state for catalog in own for entry in catalog.entries.values()}
    return gettext_files.UNREVIEWED in found and gettext_files.REVIEWED not in found


def _legend(phrases: Phrases, writer: HtmlWriter, body: str) -> str:
    """What each sign of a page means; empty where it has none, as any page but a matrix."""
    shown = tuple(sign for sign in _signs(phrases) if sign.mark in body) if _SIGN in body else ()
    if not shown:
        return ""
    key, _ = ("legend", *(sign.mark for sign in shown)), phrases.localizer.gettext
    return phrases.cached(key, lambda: fill("legend.html.j2", signs=shown, line=writer.line, _=_))


class _Explained(NamedTuple):
    """A sign with its words; ``mark`` is what a page with it holds, ``name`` what the sign is named by."""

    mark: str
    sign: Runs
    words: Runs
    name: str = ""


@said_once
def _signs(phrases: Phrases) -> list[_Explained]:
    found, ui = [], phrases.ui
    for of in ("strengths", "confidences"):
        for code in phrases.corpus.vocabularies.of(of):
            sign = phrases.sign(of, code, drawn=True)
            found.append(_Explained(f'class="{sign_class(sign)}"', [sign], phrases.label(of, code)))
    silent, unread = Absence(silent=True), TranslationSign(gettext_files.UNREVIEWED, "", "")
    found.append(_Explained('class="nil"', [silent], ui("we read the whole text: it says nothing")))
    return [*found, _Explained(UNREVIEWED, [unread], ui("translation not yet reviewed"), "TM")]


def _take(phrases: Phrases, writer: HtmlWriter) -> str:
    """The words with which tables are taken along (``answers/tables.js``), once a page; who has no script is
    led to what is ready.
    """
    say, href = phrases.localizer, writer.href(Target("page", "data"))
    given = {"_": say.gettext, "label": say.label, "colon": say.colon, "href": href}
    return phrases.cached(("take", href), lambda: fill("take.html.j2", **given))
