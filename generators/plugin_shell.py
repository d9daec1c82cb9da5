"""The shell of a page: everything around the content column, rendered once by the theme and filled in for each page.

A shell depends on the language, the active tab, the depth of the address and whether there is an edit link; all else that differs between two
pages (title, description, address, source, content) stands in it as a mark. Knows neither MkDocs nor records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from urllib.parse import urlsplit

from generators import dates, states
from generators.pages import SECTIONS, section_label
from generators.wording import Voice

_MARK = re.compile("\ue000([a-z]+)\ue001")
_INDENT = re.compile(r"\s*\n\s*")


def mark(name: str) -> str:
    """What stands in a shell where each page puts its own."""
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the menu; ``path`` is its folder, empty for the default language."""

    code: str
    name: str
    direction: str
    path: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of the site; ``address`` is below the folder of the language."""

    section: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Style sheets and scripts, by their paths below the root of the site: the theme's, and ours."""

    theme: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the shells of one language have in common. ``site`` is the site's absolute address, ``repository`` and ``edit`` those of the project
    and of what its files' edit links begin with (empty where mkdocs.yml names none).
    """

    voice: Voice
    tabs: tuple[Tab, ...]
    site: str
    repository: str
    edit: str
    assets: Assets

    @property
    def language(self) -> str:
        return self.voice.language

    @property
    def direction(self) -> str:
        return self.voice.direction

    @property
    def tongues(self) -> tuple[Tongue, ...]:
        return tongues()

    @property
    def here(self) -> Tongue:
        return next(tongue for tongue in tongues() if tongue.code == self.language)

    @property
    def up(self) -> str:
        """From the folder of the language to the root of the site."""
        return "../" if self.here.path else ""

    @property
    def day(self) -> str:
        """The day of the data, ISO 8601."""
        return self.voice.corpus.today.isoformat()

    @property
    def day_text(self) -> str:
        """The day of the data, as the language writes it."""
        return self.voice.date(dates.parse(self.day))

    def say(self, text: str) -> str:
        """An interface string, escaped."""
        return escape(self.voice.gettext(text), quote=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What differs between pages, as the theme's template reads it: ready to stand in markup.

    ``root`` leads to the folder of the language, ``edit`` to the source (empty: no link), ``fallback`` is the language that a hand-written page
    is really in, where that is not the language of the site around it; ``lost`` is the page that stands for pages that do not exist.
    """

    address: str
    root: str
    section: str
    title: str
    description: str
    edit: str
    content: str
    by_hand: bool = False
    fallback: Tongue | None = None
    lost: bool = False


@cache
def tongues() -> tuple[Tongue, ...]:
    """The languages of the menu, in order; the first is the default one."""
    default = states.LANGUAGES[0]
    return tuple(Tongue(code, states.own_name(code), states.direction(code), "" if code == default else f"{code}/") for code in states.LANGUAGES)


def tabs(voice: Voice) -> tuple[Tab, ...]:
    """The tabs of one language, in order."""
    return tuple(Tab(name, address, section_label(voice.corpus, voice.language, name)) for name, address in SECTIONS)


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """The kinds of shell: pages of one cut share one."""

    section: str
    depth: int
    editable: bool


def leaf(cut: Cut, edit: str) -> Leaf:
    """The leaf of all pages of a cut, with marks for what each page fills in."""
    return Leaf(
        address=mark("address") if cut.depth else "",
        root="../" * cut.depth,
        section=cut.section,
        title=mark("title"),
        description=mark("description"),
        edit=edit + mark("source") if edit and cut.editable else "",
        content=mark("content"),
    )


def lost(frame: Frame) -> Leaf:
    """The page for lost readers. A host shows it at any address, so it links from the root of the host."""
    return Leaf(address="", root=urlsplit(frame.site).path, section="", title="", description="", edit="", content="", lost=True)


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, split at its marks: text and the name of a mark in turn."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The whole page; ``values`` are ready markup, by the name of the mark."""
        return "".join([values[part] if number % 2 else part for number, part in enumerate(self.parts)])


def split(html: str) -> Shell:
    """Split a rendered shell at its marks; indentation goes, for it would be sent with every page."""
    return Shell(tuple(_MARK.split(tight(html))))


def tight(html: str) -> str:
    """Markup without indentation and empty lines. Not for content, where white space may mean something."""
    return _INDENT.sub("\n", html).strip() + "\n"


Render = Callable[[Frame, Leaf], str]


class Shells:
    """The shells of one language, each rendered when its first page asks for it."""

    def __init__(self, frame: Frame, render: Render) -> None:
        self.frame = frame
        self._render = render
        self._made: dict[Cut, Shell] = {}

    def of(self, cut: Cut) -> Shell:
        if cut not in self._made:
            self._made[cut] = split(self._render(self.frame, leaf(cut, self.frame.edit)))
        return self._made[cut]
