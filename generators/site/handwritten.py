"""Hand-written pages: what may stand in ``docs/``, and what is wrong with what stands there.

Names become addresses, so they are plain; nothing but pages and pictures is published, and no symbolic link
is followed. What MkDocs would choke on, swallow or publish by mistake is a problem at its line. Knows no
MkDocs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generators.corpus import addresses, cldr
from generators.model.fields import SLUG
from generators.site import links, markup
from generators.text import files, yaml_files
from generators.text.problems import Problem, Rule, expected, near
from generators.text.sayings import Saying, say

FOLDER = "docs"
LED_TO = ("about", "contribute")
"""The pages that the frame of every page leads to."""
KEYS = ("description", "title")
PICTURES = (".png", ".jpg", ".webp")

RULES = (
    Rule("docs-file", "docs/ holds pages and pictures with plain names, and no symbolic links."),
    Rule("docs-address", "A hand-written page stands at an address of its own."),
    Rule(
        "docs-front-matter",
        "A hand-written page begins with its title and description, each a text, or with neither.",
    ),
    *links.RULES,
    *markup.RULES,
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
                taken_by = say("'{file}' stands at the same address", file=f"{file.parent.name}.md")
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
        return _misplaced(path, say("'{name}' is no name for a folder", name=folder.name), hint)
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
        what = say("'{language}' is no language that a page is translated into", language=language)
        return _misplaced(path, what, hint)
    if not _NAME.fullmatch(stem):
        hint = say("did you mean '{slug}{suffix}'?", slug=addresses.slug(file.stem), suffix=file.suffix)
        return _misplaced(path, say("'{name}' is no name for a page", name=file.name), hint)
    return None


def _address_problem(file: Path, path: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    name = file.name.partition(".")[0]
    text = "".join(f"{part}/" for part in (*file.parts[:-1], *(() if name == "index" else (name,))))
    if what := taken.get(text):
        message = say("{what} stands at its address '{text}'", what=what, text=text)
        yield _misplaced(path, message, say("give the file another name"), "docs-address")


def _page(file: Path, path: str, ids: Mapping[str, str] | None) -> tuple[list[Problem], links.Written]:
    text, found = files.text(file, path)
    if text is None:
        return found, links.Written("", (), frozenset())
    _, found = front_matter(text, path)
    wrong, page = markup.read(_body(text), path)
    known = () if ids is None else links.problems(text, path, ids)
    return [*found, *wrong, *known], page
