"""Hand-written pages: what may stand in ``docs/``, and what is wrong with what stands there.

Names become addresses, so they are plain; nothing but pages and pictures is published, and no symbolic link
is followed. What MkDocs would choke on, swallow or publish by mistake is a problem at its line. Knows no
MkDocs.

A page is looked at as Markdown makes it, so it does not matter in which of its ways something was typed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generators.checks import plain
from generators.corpus import addresses, cldr
from generators.corpus.anchors import FRAME
from generators.model.fields import SLUG
from generators.site import links
from generators.site.links import Written
from generators.text import files, yaml_files
from generators.text.problems import Problem, Rule, expected, near
from generators.text.sayings import Saying, say

RULE = "docs-markup"
_OF_MARKUP = (
    Rule(
        RULE,
        "A hand-written page holds text, links and its own pictures. It has no scripts, frames, forms or "
        "styles, and nothing from another host.",
    ),
)

EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc")
"""Those of mkdocs.yml, and what MkDocs adds of its own; none reads a file."""

_ELEMENTS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table "
    "tbody td tfoot th thead time tr ul var".split()
)
_ATTRIBUTES = frozenset(
    "abbr alt class colspan datetime dir headers height href id lang loading open reversed rowspan scope src "
    "start title value width".split()
)
_EMPTY = frozenset("br hr img".split())
_ENDED_BY_OTHERS = frozenset("dd dt li p tbody td tfoot th thead tr".split())
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")  # of the columns of a table
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINKS = {"http", "https", "id", "mailto", "tel"}
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0]+")  # browsers pass over them in addresses
_RUN = re.compile(r"[*_`~^]{100}|(?:>[ \t]*){30}")
_DEEPEST = 10


def read(text: str, path: str) -> tuple[list[Problem], Written]:
    """What does not belong in the Markdown of a page, in its order, and where the page leads; ``path`` names
    it.
    """
    if line := _too_deep(text):
        message, hint = (
            say("brackets or marks within each other without end"),
            say("close them, or take them out"),
        )
        return [Problem(path, line, "-", message, hint, RULE)], Written(text, (), frozenset())
    page = _Page()
    page.feed(_markdown().reset().convert(text))
    page.close()
    found = [
        Problem(path, _line(text, typed), "-", message, hint, RULE) for typed, message, hint in page.found
    ]
    return found, Written(text, tuple(page.links), frozenset(page.places))


@cache
def _markdown() -> Any:
    from markdown import Markdown  # takes its time to load

    return Markdown(extensions=list(EXTENSIONS))


def _too_deep(text: str) -> int:
    """The line at which a reader of Markdown would be busy for hours; 0 where there is none."""
    if found := _RUN.search(text):
        return text.count("\n", 0, found.start()) + 1
    open_ = 0
    for line, typed in enumerate(text.split("\n"), 1):
        open_ = open_ if typed.strip() else 0  # a paragraph ends
        for sign in re.findall(r"[\[\]]", typed):
            open_ = open_ + 1 if sign == "[" else max(0, open_ - 1)
            if open_ > _DEEPEST:
                return line
    return 0


def _line(text: str, typed: str) -> int:
    """The first line that holds what was typed, or the first of the page where it was typed otherwise."""
    sought = _without_blanks(typed)
    return next((n for n, each in enumerate(text.split("\n"), 1) if sought in _without_blanks(each)), 1)


def _without_blanks(text: str) -> str:
    return _BLANK.sub("", unescape(text)).lower()


class _Page(HTMLParser):
    """Reads the HTML of a page; ``found`` has what was typed, what is wrong and the remedy, ``links`` what
    links and pictures name, ``places`` the names of places.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Saying, Saying]] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            hint = say("write it in Markdown, or lead to it by a link")
            self._wrong(f"<{tag}", say("the element '{tag}' does not belong in a page", tag=tag), hint)
            return
        if tag not in _EMPTY:
            self._open.append(tag)
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while (left := self._open.pop()) != tag:
                self._unclosed(left)
        elif tag not in _EMPTY and not any(typed == f"<{tag}" for typed, _, _ in self.found):
            message = say("the end of an element '{tag}' that was not begun", tag=tag)
            self._wrong(f"</{tag}", message, say("take it out"))

    def close(self) -> None:
        super().close()
        while self._open:
            self._unclosed(self._open.pop())

    def _unclosed(self, tag: str) -> None:
        if tag not in _ENDED_BY_OTHERS:
            message = say("the element '{tag}' is not closed", tag=tag)
            self._wrong(f"<{tag}", message, say("write {end} at its end", end=f"</{tag}>"))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style" and tag in ("td", "th") and _ALIGNED.fullmatch(value):
            return
        if name not in _ATTRIBUTES:
            message = say("the attribute '{name}' does not belong in a page", name=name)
            self._wrong(name, message, say("take it out"))
        elif name == "id":
            self.places.add(value)
            if value in FRAME:
                message = say("'{name}' is a name that the page keeps for itself", name=value)
                self._wrong(value, message, say("choose another id"))
        elif name in ("href", "src"):
            self.links.append(value)
            self._address(name, _BLANK.sub("", value).replace("\\", "/"), value)

    def _address(self, name: str, address: str, typed: str) -> None:
        scheme = _SCHEME.match(address)
        if name == "src" and (scheme or address.startswith("//")):
            hint = say("put the picture into docs/ and name it by its path")
            self._wrong(typed, say("a picture from another host"), hint)
        elif scheme and scheme[1].lower() not in _LINKS:
            hint = say("expected http, https, mailto, tel, an id or a path")
            self._wrong(typed, say("a link that begins with '{scheme}:'", scheme=scheme[1]), hint)
        elif address.startswith("//"):
            self._wrong(typed, say("a link without https:"), say("write https://…"))

    def handle_decl(self, decl: str) -> None:
        self._instruction(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self._instruction(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self._instruction(f"<?{data}")

    def _instruction(self, typed: str) -> None:
        self._wrong(typed, say("an instruction of HTML or XML"), say("take it out"))

    def _wrong(self, typed: str, message: Saying, hint: Saying) -> None:
        if (typed, message, hint) not in self.found:
            self.found.append((typed, message, hint))


FOLDER = "docs"
LED_TO = ("about", "contribute")
"""The pages that the frame of every page leads to."""
KEYS = ("description", "title")
PICTURES = (".png", ".jpg", ".webp")

RULES = (
    Rule("docs-file", "docs/ holds pages and pictures with plain names, and no symbolic links."),
    Rule("docs-address", "A hand-written page has its own address."),
    Rule(
        "docs-front-matter",
        "A hand-written page begins with its title and description, each a text, or with neither.",
    ),
    *links.RULES,
    *_OF_MARKUP,
    _PLAIN := Rule(
        "docs-plain",
        "A hand-written page in English has plain words, and at most 20 words in a sentence.",
    ),
)

_NAME = re.compile(SLUG)
# As MkDocs reads them: front matter, and what it takes for settings where there is none.
_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:\s*")


def problems(
    docs: Path, root: Path, ids: Mapping[str, str] | None, former: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the files below ``docs``, in their order; paths are below ``root``.

    ``ids`` are the addresses that links may lead to, by id (``links.known``), None where the records could
    not be read; ``former`` are the addresses of pages that lead on.
    """
    taken = {
        **dict.fromkeys(former, say("a former address of a record")),
        **dict.fromkeys((ids or {}).values(), say("a generated page")),
    }
    found: list[Problem] = []
    pages: dict[str, links.Written] = {}
    pictures: list[str] = []
    if docs.is_symlink():
        return [_link_problem(docs, root)]
    if docs.exists() and not docs.is_dir():
        hint = say("put the hand-written pages into a folder of this name")
        return [_misplaced(docs.relative_to(root).as_posix(), say("not a folder"), hint)]
    for file in _walk(docs, root, found) if docs.is_dir() else ():
        path = file.relative_to(root).as_posix()
        if wrong := _name_problem(file, path):
            found.append(wrong)
        elif file.suffix != ".md":
            pictures.append(file.relative_to(docs).as_posix())
        else:
            found += _address_problem(file.relative_to(docs), path, taken)
            if file.name == "index.md" and file.parent.with_suffix(".md").is_file() and file.parent != docs:
                taken_by = say("'{file}' has the same address", file=f"{file.parent.name}.md")
                found.append(_misplaced(path, taken_by, say("give one of them another name"), "docs-address"))
            wrong, page = _page(file, path, ids)
            found += wrong
            pages[file.relative_to(docs).as_posix()] = page
    return found + list(links.of_paths(pages, pictures, docs.relative_to(root).as_posix()))


def around(docs: Path, overrides: Path, root: Path) -> list[Problem]:
    """What keeps a site from being made around its hand-written pages: pages that every page leads to are not
    there, or a symbolic link stands below ``overrides``.
    """
    hint = say("put the page there: every page leads to it")
    lost = [file for name in LED_TO if not os.path.lexists(file := docs / f"{name}.md")]
    return [
        *(_misplaced(each.relative_to(root).as_posix(), say("missing"), hint) for each in lost),
        *(_link_problem(each, root) for each in sorted(overrides.rglob("*")) if each.is_symlink()),
    ]


def is_published(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is taken into the site: no link leads to it, and no editor made it."""
    within = (file, *file.parents)[: len(file.relative_to(folder).parts)]
    return not files.is_editors_own(file.name) and not any(each.is_symlink() for each in within)


def front_matter(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    """The title and description of a page, as they were typed, and what is wrong with them."""
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    if not match:
        return {}, list(_without_matter(text, path))
    # an empty line in the place of the first hyphens keeps the lines
    source, found = yaml_files.parse(f"\n{match[1]}", path)
    if source is None:
        return {}, _named(found)
    if not isinstance(source.data, dict):
        hint = say("expected 'title: …' and 'description: …'")
        return {}, [*_named(found), source.problem((), say("not a mapping"), hint, "docs-front-matter")]
    for key, value in source.data.items():
        if key not in KEYS:
            hint = near(key, KEYS) or say("known keys: {keys}", keys=", ".join(KEYS))
            found.append(
                source.problem((key,), say("unknown key '{key}'", key=key), hint, "docs-front-matter")
            )
        elif not isinstance(value, str):
            found.append(
                source.problem((key,), say("not a text"), say("put it into quotes"), "docs-front-matter")
            )
    return {key: value for key, value in source.data.items() if isinstance(value, str)}, _named(found)


def code_by_keyboard(html: str) -> str:
    """The HTML of a page whose blocks of code a keyboard reaches: a long line is scrolled to, not wrapped,
    for a wrapped line of YAML would look like two.
    """
    return html.replace("<pre><code", '<pre><code tabindex="0"')


def _body(text: str) -> str:
    """The text of a page with empty lines in the place of its front matter."""
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _named(found: list[Problem]) -> list[Problem]:
    return [replace(each, rule="docs-front-matter", column=0, loc=()) for each in found]


def _without_matter(text: str, path: str) -> Iterator[Problem]:
    rule = "docs-front-matter"
    if text.startswith("---"):
        hint = say("close it with a line of three hyphens")
        yield _misplaced(path, say("the front matter has no end"), hint, rule)
    elif _SETTING.match(text):
        hint = say("put a heading or another word first")
        what = say("MkDocs would take this line for a setting, and not show it")
        yield _misplaced(path, what, hint, rule)


def _walk(folder: Path, root: Path, found: list[Problem]) -> Iterator[Path]:
    """The files below a folder but those of editors and those that begin with a dot, which MkDocs passes
    over.
    """
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or (files.is_editors_own(entry.name) and not entry.is_dir()):
            continue
        if entry.is_symlink():
            found.append(_link_problem(entry, root))
        elif entry.is_dir():
            if wrong := _folder_problem(entry, root):
                found.append(wrong)
            else:
                yield from _walk(entry, root, found)
        else:
            yield entry


def _misplaced(path: str, message: Saying, hint: str, rule: str = "docs-file") -> Problem:
    """A finding of a file as a whole."""
    return Problem(path, 1, "-", message, hint, rule)


def _link_problem(entry: Path, root: Path) -> Problem:
    what = say("folder") if entry.is_dir() else say("file")
    path = entry.relative_to(root).as_posix()
    return _misplaced(path, say("a symbolic link"), say("put the {what} itself here", what=what))


def _folder_problem(folder: Path, root: Path) -> Problem | None:
    path = folder.relative_to(root).as_posix()
    if not _NAME.fullmatch(folder.name):
        hint = say("did you mean '{slug}'?", slug=addresses.slug(folder.name))
        return _misplaced(path, say("'{name}' is not a name for a folder", name=folder.name), hint)
    if folder.name in cldr.LANGUAGES:
        hint = say("name pages <name>.{name}.md", name=folder.name)
        return _misplaced(path, say("the folder of a language, which the site makes"), hint)
    return None


def _name_problem(file: Path, path: str) -> Problem | None:
    """Why a file does not belong in ``docs/``; None where it does."""
    stem, dot, language = file.stem.partition(".")
    if file.suffix not in (".md", *PICTURES):
        hint = say(
            "expected <name>.md, <name>.<language>.md, {pictures} or {pictures_other}",
            pictures=", ".join(PICTURES[:-1]),
            pictures_other=PICTURES[-1],
        )
        return _misplaced(path, say("a file that does not belong here"), hint)
    if dot and language not in cldr.LANGUAGES[1:] and _NAME.fullmatch(stem):
        hint = expected(language, cldr.LANGUAGES[1:])
        what = say("'{language}' is not a language that pages are translated into", language=language)
        return _misplaced(path, what, hint)
    if not _NAME.fullmatch(stem):
        hint = say("did you mean '{slug}{suffix}'?", slug=addresses.slug(file.stem), suffix=file.suffix)
        return _misplaced(path, say("'{name}' is not a name for a page", name=file.name), hint)
    return None


def _address_problem(file: Path, path: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    name = file.name.partition(".")[0]
    text = "".join(f"{part}/" for part in (*file.parts[:-1], *(() if name == "index" else (name,))))
    if what := taken.get(text):
        message = say("{what} has its address '{text}'", what=what, text=text)
        yield _misplaced(path, message, say("give the file another name"), "docs-address")


def _page(file: Path, path: str, ids: Mapping[str, str] | None) -> tuple[list[Problem], links.Written]:
    text, found = files.text(file, path)
    if text is None:
        return found, links.Written("", (), frozenset())
    _, found = front_matter(text, path)
    wrong, page = read(_body(text), path)
    known = () if ids is None else links.problems(text, path, ids)
    wrong += plain_words(_body(text), path) if file.suffixes == [".md"] else ()
    return [*found, *wrong, *known], page


def plain_words(text: str, path: str) -> list[Problem]:
    """What is not plain in a page in English."""
    lines = plain.odd_lines(text)
    return [Problem(path, line, "-", message, hint, _PLAIN.name) for line, message, hint in lines]
