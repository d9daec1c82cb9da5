"""Hand-written pages: what may stand in ``docs/``, and what is wrong with what stands
there.

Names become addresses, so they are plain; nothing but pages and pictures is published,
and no symbolic link is followed. What MkDocs would swallow or publish by mistake is a
problem at its line; links to other files of ``docs/`` are left to it, links to generated
pages by their id are led here. Knows no MkDocs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generators.checks import plain
from generators.checks.texts import TAG
from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, relative
from generators.corpus.addresses import address as address_of
from generators.corpus.anchors import FRAME
from generators.corpus.corpus import Corpus
from generators.model.fields import SLUG
from generators.text import files, yaml_files
from generators.text.problems import Problem, Rule, expected, meant, near
from generators.text.sayings import Saying, say

FOLDER = "docs"
PUBLISHER = "<p>{{ publisher }}</p>"
"""What a page holds where it says who keeps the site: a line of its own, ``{{ publisher
}}``.
"""
LED_TO = ("about", "contribute")
"""The pages that the frame of every page leads to."""
KEYS = ("description", "title")
PICTURES = (".png", ".jpg", ".webp")

RULES = (
    Rule(
        "docs-file",
        "docs/ holds pages and pictures with plain names, and no symbolic links.",
    ),
    Rule("docs-address", "A hand-written page has its own address."),
    Rule(
        "docs-front-matter",
        "A hand-written page begins with its title and description, each a text, or with neither.",
    ),
    Rule("link-unknown", "A link to an id in a hand-written page leads to a page."),
    Rule(
        "docs-markup",
        "A hand-written page is Markdown without raw HTML, and shows only its own pictures.",
    ),
    Rule(
        "docs-plain",
        "A hand-written page in English has plain words, and at most 20 words in a sentence.",
    ),
)

_NAME = re.compile(SLUG)
_OWN_PICTURE = say("put the picture into docs/ and name it by its path")
_NOT_OURS = re.compile(
    rf"(?P<raw>{TAG.pattern}(?!https?://|mailto:)[^>\n]{{0,20}})|!\[[^\]\n]*\]\(\s*<?(?:https?:)?//"
    r"|(?P<runs>(?:\]\(|^ *\[[^\]\n]+\]:)\s*<?(?!https?:|mailto:|id:)[a-z][a-z\s+.-]*[:&]"
    r"|\{:?(?=[^}\n]*(?<![\w-])(?!(?:width|height|loading)\s*=)[\w-]+\s*=)[^}\n]*\})",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} +(.+?)[ #]*$", re.MULTILINE)
# As MkDocs reads them: front matter, and what it takes for settings where there is none.
_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:\s*")


def problems(
    docs: Path, root: Path, ids: Mapping[str, str] | None, former: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the files below ``docs``, in their order; paths are below
    ``root``.

    ``ids`` are the addresses that links may lead to, by id (``known``), None where the
    records could not be read; ``former`` are the addresses of pages that lead on.
    """
    taken = {
        **dict.fromkeys(former, say("a former address of a record")),
        **dict.fromkeys((ids or {}).values(), say("a generated page")),
    }
    found: list[Problem] = []
    if docs.is_symlink():
        return [_link_problem(docs, root)]
    for file in sorted(docs.rglob("*")):
        name, path = file.relative_to(docs), file.relative_to(root).as_posix()
        if _is_passed_over(name) or (file.is_dir() and not file.is_symlink()):
            continue
        if file.is_symlink():
            found.append(_link_problem(file, root))
        elif wrong := _name_problem(name, path):
            found.append(wrong)
        elif file.suffix == ".md":
            found += _address_problem(name, path, taken)
            found += _page(file, path, ids)
    return found


def _is_passed_over(name: Path) -> bool:
    """Whether a file is an editor's own, or below something that begins with a dot, as
    MkDocs sees it.
    """
    return files.is_editors_own(name.name) or any(
        part.startswith(".") for part in name.parts
    )


def lost(docs: Path, root: Path) -> list[Problem]:
    """The pages that every page leads to and that are not there."""
    hint = say("put the page there: every page leads to it")
    paths = [file for name in LED_TO if not os.path.lexists(file := docs / f"{name}.md")]
    return [
        _misplaced(each.relative_to(root).as_posix(), say("missing"), hint)
        for each in paths
    ]


def is_published(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is taken into the site: no link leads to it, and no
    editor made it.
    """
    within = (file, *file.parents)[: len(file.relative_to(folder).parts)]
    return not files.is_editors_own(file.name) and not any(
        each.is_symlink() for each in within
    )


def front_matter(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    """The title and description of a page, as they were typed, and what is wrong with
    them.
    """
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    if not match:
        return {}, list(_without_matter(text, path))
    # an empty line in the place of the first hyphens keeps the lines
    source, found = yaml_files.parse(f"\n{match[1]}", path)
    typed = source.data if source and isinstance(source.data, dict) else {}
    if source and source.data is not typed:
        hint = say("expected 'title: …' and 'description: …'")
        found.append(source.problem((), say("not a mapping"), hint))
    for key, value in typed.items():
        message, hint = say("not a text"), say("put it into quotes")
        if key not in KEYS:
            message = say("unknown key '{key}'", key=key)
            hint = near(key, KEYS) or say("known keys: {keys}", keys=", ".join(KEYS))
        if key not in KEYS or not isinstance(value, str):
            found.append(source.problem((key,), message, hint))
    found = [replace(each, rule="docs-front-matter", column=0, loc=()) for each in found]
    return {key: value for key, value in typed.items() if isinstance(value, str)}, found


def _body(text: str) -> str:
    """The text of a page with empty lines in the place of its front matter."""
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _without_matter(text: str, path: str) -> Iterator[Problem]:
    rule = "docs-front-matter"
    if text.startswith("---"):
        hint = say("close it with a line of three hyphens")
        yield _misplaced(path, say("the front matter has no end"), hint, rule)
    elif _SETTING.match(text):
        hint = say("put a heading or another word first")
        what = say("MkDocs would take this line for a setting, and not show it")
        yield _misplaced(path, what, hint, rule)


def _misplaced(path: str, message: Saying, hint: str, rule: str = "docs-file") -> Problem:
    """A finding of a file as a whole."""
    return Problem(path, 1, "-", message, hint, rule)


def _link_problem(entry: Path, root: Path) -> Problem:
    what = say("folder") if entry.is_dir() else say("file")
    path = entry.relative_to(root).as_posix()
    return _misplaced(
        path, say("a symbolic link"), say("put the {what} itself here", what=what)
    )


def _name_problem(file: Path, path: str) -> Problem | None:
    """Why a file (by its path below ``docs/``) does not belong there; None where it does."""
    stem, dot, language = file.stem.partition(".")
    if file.suffix not in (".md", *PICTURES):
        hint = say(
            "expected <name>.md, <name>.<language>.md, {pictures} or {pictures_other}",
            pictures=", ".join(PICTURES[:-1]),
            pictures_other=PICTURES[-1],
        )
        return _misplaced(path, say("a file that does not belong here"), hint)
    if file.parts[0] in cldr.LANGUAGES:
        hint = say("name pages <name>.{name}.md", name=file.parts[0])
        return _misplaced(
            path, say("the folder of a language, which the site makes"), hint
        )
    if dot and language not in cldr.LANGUAGES[1:] and _NAME.fullmatch(stem):
        hint = expected(language, cldr.LANGUAGES[1:])
        what = say(
            "'{language}' is not a language that pages are translated into",
            language=language,
        )
        return _misplaced(path, what, hint)
    end = f"{dot}{language}" if language in cldr.LANGUAGES else addresses.slug(language)
    plain_name = (
        "/".join(map(addresses.slug, (*file.parts[:-1], stem))) + end + file.suffix
    )
    if file.as_posix() != plain_name:
        return _misplaced(
            path,
            say("'{name}' is not a name for a page", name=file.name),
            meant(plain_name),
        )
    return None


def _address_problem(
    file: Path, path: str, taken: Mapping[str, str]
) -> Iterator[Problem]:
    name = file.name.partition(".")[0]
    text = "".join(
        f"{part}/" for part in (*file.parts[:-1], *(() if name == "index" else (name,)))
    )
    if what := taken.get(text):
        message = say("{what} has its address '{text}'", what=what, text=text)
        yield _misplaced(path, message, say("give the file another name"), "docs-address")


def _page(file: Path, path: str, ids: Mapping[str, str] | None) -> Iterator[Problem]:
    text, found = files.text(file, path)
    if text is None:
        yield from found
        return
    yield from front_matter(text, path)[1]
    body = _body(text)
    # a sign and the ends of its lines in the place of code
    prose = _CODE.sub(lambda code: "`" + "\n" * code[0].count("\n"), body)
    for place, message, hint, rule in (*_out_of_place(prose), *_led_nowhere(prose, ids)):
        yield Problem(path, 1 + prose.count("\n", 0, place), "-", message, hint, rule)
    for line, message, hint in plain.odd_lines(body) if file.suffixes == [".md"] else ():
        yield Problem(path, line, "-", message, hint, "docs-plain")


Found = Iterator[tuple[int, Saying, str, str]]
"""What is wrong with a text: its place there, a message, a hint, and the rule."""


def _out_of_place(text: str) -> Found:
    """What does not belong in the Markdown of a page, and headings whose place on the
    page would be one that the frame of every page has.
    """
    for found in _NOT_OURS.finditer(text):
        message, hint = say("a picture from another host"), _OWN_PICTURE
        if found["raw"]:
            message = say("raw HTML ('{shown}')", shown=found["raw"])
            hint = say("write it in Markdown, or lead to it by a link")
        elif found["runs"]:
            message = say("what a browser could run ('{shown}')", shown=found["runs"])
            hint = say(
                "a link begins with https:, mailto: or id:; a picture has only width, height and loading"
            )
        yield found.start(), message, hint, "docs-markup"
    for found in _HEADING.finditer(text):
        if (own := addresses.slug(found[1])) in FRAME:
            message = say("'{own}' is a name that the page keeps for itself", own=own)
            yield found.start(), message, say("write another heading"), "docs-markup"


# -- links to generated pages by their id: [CETS 197](id:coe/convention-197). An id is
# that of a record, a mechanism or an item of the consultation, or the address of any
# other page; #… may follow ------------------

_LINK = re.compile(
    r"""(?:\]\(\s*<?|^\s*\[[^\]\n]+\]:\s*<?)id:([^)\s#>"']*)""",
    re.MULTILINE | re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref=(["']?)id:([^"'#>\s]*)""", re.IGNORECASE)
_CODE = re.compile(
    r"^( {0,3})(```+|~~~+).*?(?:^ {0,3}\2|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`)",
    re.MULTILINE | re.DOTALL,
)


def known(corpus: Corpus, pages: Iterator[str]) -> Mapping[str, str]:
    """The address of every id that a link may name; ``pages`` are the addresses of all
    generated pages.
    """
    found = {address.rstrip("/"): address for address in pages}
    found |= {
        name: address_of(Target("record", name))
        for name in (*corpus.records, *corpus.mechanisms)
    }
    return found | {name: address_of(Target("item", name)) for name in corpus.items}


def resolve(html: str, here: str, ids: Mapping[str, str]) -> str:
    """A page's content with each ``id:`` link led from the address ``here``; one that is
    not known stays, for ``problems`` has reported it.
    """

    def led(match: re.Match[str]) -> str:
        address = ids.get(match[2].strip("/"))
        return (
            match[0] if address is None else f"href={match[1]}{relative(here, address)}"
        )

    return _HREF.sub(led, html)


def _led_nowhere(text: str, ids: Mapping[str, str] | None) -> Found:
    """Every ``id:`` link of a hand-written page that leads nowhere, in the order of
    lines.
    """
    for match in () if ids is None else _LINK.finditer(text):
        if match[1].strip("/") not in ids:
            hint = near(match[1], ids) or say(
                "an id is a record's path without .yml, or a page's address"
            )
            message = say("no page has the id '{match}'", match=match[1])
            yield match.start(1), message, hint, "link-unknown"
