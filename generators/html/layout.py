"""Templates, and how they are filled; and what is said of a page as a whole.

A whole page says whether nobody has read its translations, and what its signs mean. It
has the words with which its tables are saved. A writer notes what it writes
(``RunWriter.marks``). Nothing is looked up in the finished page.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from generators.corpus.addresses import Target
from generators.corpus.memo import once
from generators.document.blocks import Blocks, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Runs, TranslationSign
from generators.html.runs import READ, SILENT, TAKEN_ALONG, UNREAD, sign_class
from generators.html.writer import HtmlWriter
from generators.text import gettext_files

# Imported where a template is first filled: a command that needs addresses only (a check
# of links) does not wait for it.
if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """One environment for all languages: what a language says comes with the values."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,
    )
    json_form = {"ensure_ascii": False, "separators": (",", ":")}
    templates.policies["json.dumps_kwargs"] = json_form
    return templates


def compile_all() -> None:
    """Compile every template that changed. Raises jinja2.TemplateSyntaxError for one that
    cannot be.
    """
    for name in environment().list_templates(extensions=["j2"]):
        environment().get_template(name)


def fill(template: str, **values: Any) -> str:
    """Fill a template (``topic.html.j2``) with values. Raises jinja2.UndefinedError for a
    name that it does not get.
    """
    return environment().get_template(template).render(values)


@once
def interface_markup(phrases: Phrases, text: str) -> Markup:
    """An interface string in the language, as markup. It is escaped once for all pages.

    A ``{name}`` in it is still open: ``format`` fills it, and escapes any plain text.
    """
    return Markup(escape(phrases.localizer.gettext(text)))


# -- of a page as a whole ----------------------------------------------------------------


def says_unread_once(phrases: Phrases, writer: HtmlWriter) -> bool:
    """Whether a page, once it is written, says for all of its translations that nobody
    has read them.
    """
    if READ in writer.marks:
        return False
    return phrases.nobody_has_read or UNREAD in writer.marks


def opening_and_rest(head: Blocks) -> tuple[Blocks, Blocks]:
    """What opens a page, and what follows. A page opens with its whole title, then facts
    or a lead. The notice that nobody has read it comes after these.

    >>> roles = ("title", "facts", "note")
    >>> title, facts, note = (Paragraph([role], role) for role in roles)
    >>> opening_and_rest([title, facts, note]) == ([title, facts], [note])
    True
    """
    roles = [block.role if isinstance(block, Paragraph) else None for block in head]
    end = 0
    while roles[end : end + 1] == ["title"]:
        end += 1
    if roles[end : end + 1] in (["facts"], ["lead"]):
        end += 1
    return head[:end], head[end:]


def unread_notice(phrases: Phrases) -> Markup:
    """The sentence by which a page says that nobody has read its translations."""
    words = phrases.localizer.gettext("Translated by machine, not yet read by a person")
    return Markup('<p class="notice unread">{}</p>\n').format(words)


class _Explained(NamedTuple):
    """A sign with its words: ``mark`` is what a writer notes of it, ``name`` its id on
    the page.
    """

    mark: str
    sign: Runs
    words: Runs
    name: str = ""


@once
def _signs(phrases: Phrases) -> list[_Explained]:
    """All signs in the order of a legend."""
    ui = phrases.ui
    signs: list[_Explained] = []
    for list_name in ("strengths", "confidences"):
        for code in phrases.corpus.vocabularies.entries_of(list_name):
            sign = phrases.sign(list_name, code, drawn=True)
            label = phrases.label(list_name, code)
            signs.append(_Explained(sign_class(sign), [sign], label))
    silent = ui("we read the whole text: it says nothing")
    signs.append(_Explained(SILENT, [Absence(silent=True)], silent))
    unread = TranslationSign(gettext_files.UNREVIEWED, "", "")
    signs.append(_Explained(UNREAD, [unread], ui("translation not yet reviewed"), "TM"))
    return signs


def legend(phrases: Phrases, writer: HtmlWriter) -> Markup:
    """What each sign on the page means, of those written so far. It is empty where there
    is none, as on any page but a matrix. A template asks for it after all that may hold a
    sign.
    """
    marks: list[str] = []
    for sign in _signs(phrases):
        is_hidden = sign.mark == UNREAD and not writer.unread_signs
        if sign.mark in writer.marks and not is_hidden:
            marks.append(sign.mark)
    return _legend_of(phrases, tuple(marks)) if marks else Markup("")


@once
def _legend_of(phrases: Phrases, marks: tuple[str, ...]) -> Markup:
    """The legend of the signs with these marks. Nothing in it leads to a page, so that it
    is the same on all.
    """
    signs = [sign for sign in _signs(phrases) if sign.mark in marks]
    localizer = phrases.localizer
    writer = HtmlWriter(localizer.direction, "", phrases.written)
    values = {"signs": signs, "_": localizer.gettext, "line": writer.line}
    return Markup(fill("legend.html.j2", **values))


def words_of_tables(phrases: Phrases, writer: HtmlWriter) -> Markup:
    """The words with which tables are saved (``answers/tables.js``), once on a page with
    a table. A reader without scripts gets a link to the files.
    """
    if TAKEN_ALONG not in writer.marks:
        return Markup("")
    return _words_of_tables(phrases, writer.href(Target("page", "data")))


@once
def _words_of_tables(phrases: Phrases, href: str) -> Markup:
    """The words for pages from which ``href`` leads to the files."""
    localizer = phrases.localizer
    values = {
        "_": localizer.gettext,
        "label": localizer.label,
        "colon": localizer.colon,
        "href": href,
    }
    return Markup(fill("take.html.j2", **values))
