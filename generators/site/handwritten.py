"""Hand-written pages: what ``docs/`` may hold, and what is wrong with what it holds.

Names become addresses, so they are plain. Nothing but pages and pictures is published,
and no symbolic link is followed. What MkDocs would swallow or publish by mistake is a
problem at its line. MkDocs checks links to other files of ``docs/``. Links to generated
pages by their id get their address here. This module knows no MkDocs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from generators.checks import plain
from generators.checks.texts import TAG
from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, relative
from generators.corpus.addresses import address as address_of
from generators.corpus.anchors import FRAME
from generators.corpus.corpus import Corpus
from generators.model.fields import SLUG
from generators.text import files, yaml_files
from generators.text.mail_addresses import is_mail_address
from generators.text.problems import (
    Problem,
    Rule,
    expected,
    meant,
    name_meant,
    near,
    plain_name,
)
from generators.text.sayings import Saying, say
from generators.text.sources import SourceFile
from generators.text.yaml_files import HIDDEN

FOLDER = "docs"
MAX_BYTES = 1 << 16
"""The most bytes of a page: five times those of our longest one."""
MAX_LINE = 5000
"""The most letters of a line of a page."""
PUBLISHER = "<p>{{ publisher }}</p>"
"""The markup of a page where it says who keeps the site.

In the Markdown it is a line of its own, ``{{ publisher }}``.
"""
LED_TO = ("about", "contribute")
"""The pages that the frame of every page leads to."""
KEYS = ("description", "title")
"""What the front matter of a page may say."""
PICTURES = (".png", ".jpg", ".webp")
"""The suffixes of the pictures that ``docs/`` may hold."""

RULES = (
    Rule(
        "docs-file",
        "docs/ holds pages and pictures with plain names, and no symbolic links.",
    ),
    Rule("docs-address", "A hand-written page has its own address."),
    Rule(
        "docs-front-matter",
        "A hand-written page begins with its title and description, each a text, "
        "or with neither.",
    ),
    Rule("link-unknown", "A link to an id in a hand-written page leads to a page."),
    Rule(
        "docs-markup",
        "A hand-written page is Markdown without raw HTML, "
        "and shows only its own pictures.",
    ),
    Rule(
        "docs-plain",
        "A hand-written page in English has plain words, "
        "and at most 20 words in a sentence.",
    ),
)

_NAME = re.compile(SLUG)
_OWN_PICTURE_FORM = r"[^\[\]\n]*\]\((?!//)[\w./-]+(?: \"[^\"\n]*\")?\)"
"""What follows the beginning of a picture of ours: a text, and a path below ``docs/``."""
_OWN_PICTURE = say("put the picture into docs/ and name it by its path")
_NOT_OURS = re.compile(
    rf"(?P<raw>{TAG.pattern}(?!https?://|mailto:)[^>\n]{{0,20}})"
    r"|(?P<picture>!\[(?!" + _OWN_PICTURE_FORM + "))"
    r"|(?P<runs>(?:\]\(|^ *\[[^\]\n]+\]:)\s*<?(?!https?:|mailto:|id:)[a-z][a-z\s+.-]*[:&]"
    r"|\{:?(?=[^{}\n]*(?<![\w-])(?!(?:width|height|loading)\s*=)[\w-]+\s*=)[^{}\n]*\})",
    re.IGNORECASE | re.MULTILINE,
)
"""Raw HTML, a picture from another host, or what a browser could run."""
_MAIL = re.compile(r"mailto:([^\s)>\"']*)", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
# As MkDocs reads them: front matter, and what it takes for settings where there is none.
_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:\s*")


def problems(
    docs: Path, root: Path, ids: Mapping[str, str] | None, former: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the files in the folder ``docs``, in their order.

    Paths are below ``root``. ``ids`` are the addresses that links may lead to, by id
    (``known``), None where the records could not be read. ``former`` are the addresses
    of pages that lead on.
    """
    if docs.is_symlink():
        return [_link_problem(docs, root)]
    taken = dict.fromkeys(former, say("a former address of a record"))
    taken |= dict.fromkeys((ids or {}).values(), say("a generated page"))
    problems: list[Problem] = []
    for file in sorted(docs.rglob("*")):
        name = file.relative_to(docs)
        path = file.relative_to(root).as_posix()
        if _is_passed_over(name) or (file.is_dir() and not file.is_symlink()):
            continue
        name_problem = _name_problem(name, path)
        if file.is_symlink():
            problems.append(_link_problem(file, root))
        elif name_problem:
            problems.append(name_problem)
        elif file.suffix == ".md":
            problems += _address_problems(name, path, taken)
            taken |= {_own_address(name): say("the page {path}", path=path)}
            problems += _page_problems(file, path, ids)
    return problems


def _is_passed_over(name: Path) -> bool:
    """Whether MkDocs passes over a file, by its path below ``docs/``.

    It is an editor's own, or a part of its path begins with a dot.
    """
    has_dot = any(part.startswith(".") for part in name.parts)
    return has_dot or files.is_editors_own(name.name)


def lost(docs: Path, root: Path) -> list[Problem]:
    """A problem for each page that every page leads to and that is not in ``docs``."""
    hint = say("put the page there: every page leads to it")
    problems = []
    for name in LED_TO:
        file = docs / f"{name}.md"
        if not os.path.lexists(file):
            path = file.relative_to(root).as_posix()
            problems.append(_file_problem(path, say("missing"), hint))
    return problems


def is_published(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is taken into the site.

    It is not where an editor made it, or where it is or is in a symbolic link.
    """
    depth = len(file.relative_to(folder).parts)
    file_and_folders = (file, *file.parents)[:depth]
    has_link = any(path.is_symlink() for path in file_and_folders)
    return not has_link and not files.is_editors_own(file.name)


def front_matter(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    r"""The title and description of a page, as they were typed, and what is wrong there.

    ``text`` is the page in Markdown, ``path`` names it in problems.

    >>> front_matter("---\ntitle: Help\n---\nText", "docs/help.md")
    ({'title': 'Help'}, [])
    """
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    if not match:
        return {}, _problems_without_matter(text, path)
    # an empty line in the place of the first hyphens keeps the lines
    source, problems = yaml_files.parse(f"\n{match[1]}", path)
    values: dict[str, str] = {}
    if source and isinstance(source.data, dict):
        problems += _value_problems(source, source.data)
        for key, value in source.data.items():
            if isinstance(value, str):
                values[key] = value
    elif source:
        hint = say("expected 'title: …' and 'description: …'")
        problems.append(source.problem((), say("not a mapping"), hint))
    rule = "docs-front-matter"
    return values, [replace(problem, rule=rule, column=0, loc=()) for problem in problems]


def _value_problems(source: SourceFile, matter: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the keys and values of the front matter, read from a source."""
    for key, value in matter.items():
        if key not in KEYS:
            message = say("unknown key '{key}'", key=key)
            known_keys = say("known keys: {keys}", keys=", ".join(KEYS))
            yield source.problem((key,), message, near(key, KEYS) or known_keys)
        elif not isinstance(value, str):
            yield source.problem((key,), say("not a text"), say("put it into quotes"))


def _body(text: str) -> str:
    """The text of a page with empty lines in the place of its front matter."""
    text = text.replace("\r\n", "\n")
    match = _MATTER.match(text)
    if not match:
        return text
    return "\n" * match[0].count("\n") + text[match.end() :]


def _problems_without_matter(text: str, path: str) -> list[Problem]:
    """What is wrong with the beginning of a page that has no whole front matter."""
    rule = "docs-front-matter"
    if text.startswith("---"):
        hint = say("close it with a line of three hyphens")
        return [_file_problem(path, say("the front matter has no end"), hint, rule)]
    if _SETTING.match(text):
        hint = say("put a heading or another word first")
        message = say("MkDocs would take this line for a setting, and not show it")
        return [_file_problem(path, message, hint, rule)]
    return []


def _file_problem(
    path: str, message: Saying, hint: str, rule: str = "docs-file"
) -> Problem:
    """A problem of a file as a whole."""
    return Problem(path, 1, "-", message, hint, rule)


def _link_problem(entry: Path, root: Path) -> Problem:
    """The problem that a file or folder is a symbolic link."""
    kind = say("folder") if entry.is_dir() else say("file")
    path = entry.relative_to(root).as_posix()
    hint = say("put the {what} itself here", what=kind)
    return _file_problem(path, say("a symbolic link"), hint)


def _name_problem(file: Path, path: str) -> Problem | None:
    """Why a file does not belong into ``docs/``, by its name; None where it does.

    ``file`` is its path below ``docs/``, ``path`` names it in the problem.
    """
    if file.suffix not in (".md", *PICTURES):
        hint = say(
            "expected <name>.md, <name>.<language>.md, {pictures} or {pictures_other}",
            pictures=", ".join(PICTURES[:-1]),
            pictures_other=PICTURES[-1],
        )
        return _file_problem(path, say("a file that does not belong here"), hint)
    folder = file.parts[0]
    if folder in cldr.LANGUAGES:
        hint = say("name pages <name>.{name}.md", name=folder)
        message = say("the folder of a language, which the site makes")
        return _file_problem(path, message, hint)
    stem, dot, language = file.stem.partition(".")
    translations = cldr.LANGUAGES[1:]
    if dot and language not in translations and _NAME.fullmatch(stem):
        message = say(
            "'{language}' is not a language that pages are translated into",
            language=language,
        )
        return _file_problem(path, message, expected(language, translations))
    plain_path = _plain_path(file)
    if file.as_posix() != plain_path:
        message = say("'{name}' is not a name for a page", name=file.name)
        remedy = meant(plain_path) if plain_path else name_meant(stem)
        return _file_problem(path, message, remedy)
    return None


def _plain_path(file: Path) -> str:
    """The path below ``docs/`` that a page or picture ought to have.

    Empty where a name in it has letters of another script.

    >>> _plain_path(Path("Guide/First Steps.fr.md"))
    'guide/first-steps.fr.md'
    """
    stem, dot, language = file.stem.partition(".")
    names = [plain_name(part) for part in (*file.parts[:-1], stem)]
    if not all(names):
        return ""
    ending = addresses.slug(language)
    if language in cldr.LANGUAGES:
        ending = f"{dot}{language}"
    return f"{'/'.join(names)}{ending}{file.suffix}"


def _address_problems(
    file: Path, path: str, taken: Mapping[str, Saying]
) -> Iterator[Problem]:
    """The problem that something else has the address of a page.

    ``file`` is the path of the page below ``docs/``, ``path`` names it in the problem.
    ``taken`` says what has an address, by the address.
    """
    address = _address(file)
    owner = taken.get(address) or taken.get(_own_address(file))
    if owner:
        message = say("{what} has its address '{text}'", what=owner, text=address)
        hint = say("give the file another name")
        yield _file_problem(path, message, hint, "docs-address")


def _address(file: Path) -> str:
    """The address of a page in English, by its path below ``docs/``.

    >>> _address(Path("about/index.fr.md"))
    'about/'
    """
    parts = [*file.parts[:-1]]
    name = file.name.partition(".")[0]
    if name != "index":
        parts.append(name)
    return "".join(f"{part}/" for part in parts)


def _own_address(file: Path) -> str:
    """The address of a page with its language, which no generated page has.

    >>> _own_address(Path("about/index.fr.md"))
    'fr: about/'
    """
    language = file.stem.partition(".")[2]
    return f"{language}: {_address(file)}"


def _page_problems(
    file: Path, path: str, ids: Mapping[str, str] | None
) -> Iterator[Problem]:
    """What is wrong with the text of a page; ``path`` names it in problems.

    ``ids`` are the addresses that links may lead to, by id; None: not known.
    """
    text, reading_problems = files.text(file, path, MAX_BYTES)
    reading_problems += _long_lines(text or "", path)
    if text is None or reading_problems:
        yield from reading_problems
        return
    yield from front_matter(text, path)[1]
    body = _body(text)
    prose = _CODE.sub(_code_lines, body)
    findings = [*_markup_findings(prose), *_link_findings(prose, ids)]
    line = 1
    counted_to = 0
    for place, message, hint, rule in sorted(findings, key=itemgetter(0)):
        line += prose.count("\n", counted_to, place)
        counted_to = place
        yield Problem(path, line, "-", message, hint, rule)
    is_english = file.suffixes == [".md"]
    if is_english:
        for line, message, hint in plain.odd_lines(body):
            yield Problem(path, line, "-", message, hint, "docs-plain")


def _long_lines(text: str, path: str) -> list[Problem]:
    """A problem for each line of a page that is too long to be judged."""
    message = say("a line of more than {n} letters", n=MAX_LINE)
    hint = say("break the line")
    return [
        Problem(path, number, "-", message, hint, "file-size")
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > MAX_LINE
    ]


def _code_lines(code: re.Match[str]) -> str:
    """What takes the place of code: a sign, and the ends of its lines."""
    return "`" + "\n" * code[0].count("\n")


Findings = Iterator[tuple[int, Saying, str, str]]
"""What is wrong with a text: its place there, a message, a hint, and the rule."""


def _markup_findings(text: str) -> Findings:
    """What is wrong with the Markdown of a page, apart from its links.

    That is raw HTML, what a browser could run, and a picture from another host. A heading
    is wrong too if its anchor is one that the frame of every page has.
    """
    rule = "docs-markup"
    for match in HIDDEN.finditer(text):
        message = say("a hidden character (U+{code})", code=f"{ord(match[0]):04X}")
        hint = say("remove it; the site sets direction by itself")
        yield match.start(), message, hint, "text-hidden"
    for match in _NOT_OURS.finditer(text):
        if match["raw"]:
            message = say("raw HTML ('{shown}')", shown=match["raw"])
            hint = say("write it in Markdown, or lead to it by a link")
        elif match["runs"]:
            message = say("what a browser could run ('{shown}')", shown=match["runs"])
            hint = say(
                "a link begins with https:, mailto: or id:; "
                "a picture has only width, height and loading"
            )
        else:
            message = say("a picture that is not named by its path")
            hint = _OWN_PICTURE
        yield match.start(), message, hint, rule
    for match in _MAIL.finditer(text):
        if not is_mail_address(match[1]):
            message = say("'{value}' is not a mail address", value=match[1])
            hint = say("expected one such as {example}", example="office@example.org")
            yield match.start(), message, hint, rule
    for match in _HEADING.finditer(text):
        anchor = addresses.slug(match[1].rstrip(" #"))
        if anchor in FRAME:
            message = say("'{own}' is a name that the page keeps for itself", own=anchor)
            yield match.start(), message, say("write another heading"), rule


# Links to generated pages by their id: [CETS 197](id:coe/convention-197). An id is that
# of a record, a mechanism or an item of the consultation, or the address of any other
# page; #… may follow.

_LINK = re.compile(
    r"""(?:\]\(\s*<?|^[ \t]*\[[^\]\n]+\]:\s*<?)id:([^)\s#>"']*)""",
    re.MULTILINE | re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref=(["']?)id:([^"'#>\s]*)""", re.IGNORECASE)
_CODE = re.compile(
    r"^( {0,3})(```+|~~~+).*?(?:^ {0,3}\2|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`)",
    re.MULTILINE | re.DOTALL,
)


def known(corpus: Corpus, pages: Iterator[str]) -> Mapping[str, str]:
    """The address of every id that a link may name.

    ``pages`` are the addresses of all generated pages.
    """
    addresses_by_id = {address.rstrip("/"): address for address in pages}
    for name in (*corpus.records, *corpus.mechanisms):
        addresses_by_id[name] = address_of(Target("record", name))
    for name in corpus.items:
        addresses_by_id[name] = address_of(Target("item", name))
    return addresses_by_id


def resolve(html: str, here: str, ids: Mapping[str, str]) -> str:
    """The content of a page with an address in the place of each id that links name.

    ``here`` is the address of the page. An id that is not known stays, for ``problems``
    has reported it.

    >>> ids = {"coe/convention-197": "instruments/coe/convention-197/"}
    >>> resolve('<a href="id:coe/convention-197">', "a/", ids)
    '<a href="../instruments/coe/convention-197/">'
    """

    def link(match: re.Match[str]) -> str:
        address = ids.get(match[2].strip("/"))
        if address is None:
            return match[0]
        return f"href={match[1]}{relative(here, address)}"

    return _HREF.sub(link, html)


def _link_findings(text: str, ids: Mapping[str, str] | None) -> Findings:
    """Each link of a page to an id that no page has, in the order of lines.

    Nothing where the ids are not known (None).
    """
    if ids is None:
        return
    for match in _LINK.finditer(text):
        if not match[1].strip("/") or match[1].strip("/") not in ids:
            form_of_id = say("an id is a record's path without .yml, or a page's address")
            message = say("no page has the id '{match}'", match=match[1])
            yield (
                match.start(1),
                message,
                near(match[1], ids) or form_of_id,
                "link-unknown",
            )
