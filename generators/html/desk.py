"""What templates are handed to write with: the corpus's texts, names and signs as markup, in one language,
for one page.

Every text that is not in the page's language carries its own ``lang`` and ``dir`` and a mark; every sign
carries a word for screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from string import Formatter
from typing import Any, TypeVar

from markupsafe import Markup, escape

from generators.corpus import cldr
from generators.corpus.addresses import Target, address, anchor
from generators.corpus.anchors import source_anchor
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.corpus.located import MISSING, Localized
from generators.html.jinja import commonmark, left_to_right
from generators.text import gettext_files, partial_dates
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import Localizer

T = TypeVar("T")
_KINDS = {"topics": "topic", "stages": "stage", "regions": "region"}
_UNREVIEWED = Markup(
    '<i role="img" aria-labelledby="TM">⇄</i>'
)  # named, and drawn by that name, once on the page: in its legend
_WORDS = re.compile(r"[a-z]{5,}")
_NUMBERED = {
    code: number
    for number, code in enumerate(
        ("obligation", "conditional-obligation", "encouragement", "permission", "principle"), 1
    )
}


class Desk:
    """Writes for one page; ``here`` is its address below the folder of its language."""

    def __init__(self, localizer: Localizer, here: str, marks: dict[tuple, Any]) -> None:
        self.localizer = localizer
        self.here = here
        self.root = "../" * here.count("/")
        self._marks = marks  # signs and texts that are the same on every page of a language

    @cached_property
    def corpus(self) -> Corpus:
        return self.localizer.corpus

    def once(self, key: tuple, make: Callable[[], T]) -> T:
        """A value that is the same on all pages of a language (``key`` names everything it depends on): made
        once.
        """
        try:
            return self._marks[key]
        except KeyError:
            made = self._marks[key] = make()
            return made

    # -- interface -------------------------------------------------------------------------------------------

    def say(self, text: str, **values: Any) -> Markup:
        """An interface string, with ``{name}`` filled in; values that are no markup are escaped."""
        said = self._marks.get(("say", text)) or self.once(
            ("say", text), lambda: Markup(escape(self.localizer.gettext(text)))
        )
        if not values:
            return said
        # Formatter's parts, kept: a page has hundreds of such strings, and Markup.format would read each of
        # them anew
        parts = self.once(
            ("parts", text), lambda: [(literal, name) for literal, name, _, _ in Formatter().parse(said)]
        )
        return Markup(
            "".join(
                [literal if name is None else f"{literal}{escape(values[name])}" for literal, name in parts]
            )
        )

    def numbered(self, one: str, many: str, n: int) -> Markup:
        """An interface string that depends on a number."""
        return Markup(escape(self.localizer.ngettext(one, many, n)))

    # -- texts -----------------------------------------------------------------------------------------------

    def text(self, said: Localized) -> Markup:
        """A text with, where it is due, its own language and the mark of an unreviewed, missing or stale
        translation.
        """
        return self.once(("text", said), lambda: self._text(said))

    def _text(self, said: Localized) -> Markup:
        body = escape(said.text)
        if said.state == gettext_files.UNREVIEWED:
            return Markup(f"{body}{_UNREVIEWED}")
        if said.language == self.localizer.language or said.language == "zxx":
            return Markup(body)
        wrapped = Markup(f'<span lang="{said.language}" dir="{cldr.direction(said.language)}">{body}</span>')
        if said.state == gettext_files.STALE:
            return wrapped + self.mark(
                said.language,
                self.localizer.gettext("Translation out of date: the source text is shown"),
                "tm",
            )
        if said.state == MISSING:
            return wrapped + self.mark(
                said.language, self.localizer.gettext("Not yet translated: the source text is shown"), "tm"
            )
        return wrapped

    def plain(self, said: Localized) -> Markup:
        """A text without any mark, for places that are repeated often; still in its own language."""
        if said.language == "zxx" and self.localizer.direction == "rtl":
            return left_to_right(said.text)  # acronyms in a row would run the wrong way
        if said.language in (self.localizer.language, "zxx"):
            return Markup(escape(said.text))
        return Markup(
            f'<span lang="{said.language}" dir="{cldr.direction(said.language)}">{escape(said.text)}</span>'
        )

    def said(self, owner: str, text: str) -> Markup:
        """A text of a record, mechanism or item."""
        return self.text(self.localizer.said(owner, text))

    def summary(self, owner: str, text: str) -> Markup:
        """A summary: the one text that is read as CommonMark."""
        said = self.localizer.said(owner, text)
        body = commonmark(said.text)
        if said.language != self.localizer.language:
            body = Markup(f'<div lang="{said.language}" dir="{cldr.direction(said.language)}">{body}</div>')
        mark = (
            self.text(Localized("", said.language, said.state))
            if said.state in (gettext_files.UNREVIEWED, gettext_files.STALE, MISSING)
            else ""
        )
        return body + (
            Markup(f'<p class="src">{mark} {escape(self._translation_note(said.state))}</p>') if mark else ""
        )

    def _translation_note(self, state: str) -> str:
        return {
            gettext_files.UNREVIEWED: self.localizer.gettext("Translation not yet reviewed"),
            gettext_files.STALE: self.localizer.gettext("Translation out of date: the source text is shown"),
            MISSING: self.localizer.gettext("Not yet translated: the source text is shown"),
        }[state]

    def word(self, name: str, code: str, part: str = "label") -> Markup:
        """A label or definition of the vocabulary."""
        return self.once(("word", name, code, part), lambda: self._word(name, code, part))

    def _word(self, name: str, code: str, part: str) -> Markup:
        said = self.localizer.word(name, code, part)
        return self.plain(said) if part == "label" else self.text(said)

    def label(self, name: str, code: str) -> str:
        return self.localizer.label(name, code)

    def title(self, owner: str) -> Markup:
        return self.text(self.localizer.title(owner))

    def name(self, owner: str) -> Markup:
        """A title without marks: for links and lists."""
        return self.once(("name", owner), lambda: self.plain(self.localizer.title(owner)))

    def short(self, owner: str) -> Markup:
        return self.once(("short", owner), lambda: self.plain(self.localizer.short(owner)))

    def tagged(self, language: str, text: str) -> Markup:
        """A text published in a language, with that language's own attributes."""
        return Markup(f'<span lang="{language}" dir="{cldr.direction(language)}">{escape(text)}</span>')

    # -- values ----------------------------------------------------------------------------------------------

    def date(self, day: PartialDate) -> Markup:
        return self.once(
            ("date", day.text),
            lambda: Markup(f'<time datetime="{day.text}">{escape(self.localizer.date(day))}</time>'),
        )

    def today(self) -> Markup:
        """The day that the data is of."""
        return self.date(partial_dates.parse(self.corpus.today.isoformat()))

    def ref(self, text: str) -> Markup:
        """A place in a text, as the record has it; where it holds words, they are marked as English on a page
        in another language.
        """
        foreign = self.localizer.language != "en" and _WORDS.search(text or "")
        if not foreign and self.localizer.direction == "ltr":
            return Markup(escape(text or ""))
        return left_to_right(text, "en" if foreign else "")

    def cited(self, record: Markup, ref: str) -> Markup:
        """A record and the place in it, with the comma of the language."""
        return self.say("{record}, {ref}", record=record, ref=self.ref(ref))

    def listing(self, parts: Iterable[Markup]) -> Markup:
        """Markup joined by the middle dot."""
        return Markup(
            "\u00a0· ".join([part if isinstance(part, Markup) else escape(part) for part in parts if part])
        )

    # -- signs -----------------------------------------------------------------------------------------------

    def mark(self, sign: str, words: str, kind: str) -> Markup:
        """A small sign with its words for screen readers; the script shows them to the mouse too."""
        # <i>, the shortest element there is: a page holds hundreds of signs
        return Markup(f'<i class="{kind}" role="img" aria-label="{escape(words)}">{escape(sign)}</i>')

    def _sign(self, name: str, code: str, kind: str) -> Markup:
        return self.once((name, code, kind), lambda: self._made_sign(name, code, kind))

    def _made_sign(self, name: str, code: str, kind: str) -> Markup:
        entry = self.corpus.vocabularies.of(name).get(code)
        return self.mark(entry.sign if entry and entry.sign else "·", self.localizer.label(name, code), kind)

    def strength(self, code: str) -> Markup:
        return self._sign("strengths", code, f"sg s{_NUMBERED.get(code, 5)}")

    def strength_class(self, code: str) -> str:
        """The class of what a sign of strength is drawn before, where its word stands in the text."""
        return f"s{_NUMBERED.get(code, 5)}"

    def force(self, binding: bool) -> Markup:
        return self._sign("forces", "binding" if binding else "not-binding", "fo")

    def grade(self, code: str) -> Markup:
        """The sign of a confidence; the page's legend names it."""
        return self.once(
            ("grade", code),
            lambda: Markup(f'<i role="img" aria-labelledby="{self.named(code)}">{self._letter(code)}</i>'),
        )

    def grade_shape(self, code: str) -> Markup:
        """The sign of a confidence where its word stands beside it: for the eye only."""
        return Markup(f'<i class="{self.named(code)}" aria-hidden="true">{self._letter(code)}</i>')

    def named(self, code: str) -> str:
        """Where the legend names a confidence. In capitals, for anchors have none."""
        return code[:3].upper()

    def _letter(self, code: str) -> Markup:
        entry = self.corpus.vocabularies.of("confidences").get(code)
        return escape(entry.sign if entry and entry.sign else "·")

    def graded(self, code: str) -> Markup:
        """How sure a line is: the sign, and words in plain sight where the line was not yet checked against
        the text.
        """
        return self.once(("graded", code), lambda: self._graded(code))

    def _graded(self, code: str) -> Markup:
        if code != "recalled":
            return self.grade(code)
        words = self.say("Not yet checked against the text")
        return Markup(f'<span class="warn">? {words}</span>')

    def form_grade(self, code: str) -> Markup:
        """How sure a term's form in one language is: official, common or recalled, by the signs of
        confidence.
        """
        return self.grade({"official": "verified", "common": "reported"}.get(code, code))

    # -- links -----------------------------------------------------------------------------------------------

    def link(self, address: str, body: Markup | str, kind: str = "") -> Markup:
        """A link to another page of this language."""
        attribute = f' class="{kind}"' if kind else ""
        return Markup(f'<a href="{self.root}{address}"{attribute}>{escape(body)}</a>')

    def at(self, kind: str, name: str = "", anchor: str = "") -> str:
        """The address of a target, below the folder of the language; without kind and name, the home page."""
        return address(Target(kind, name, anchor))

    def anchor(self, kind: str, name: str) -> str:
        """The anchor of what has no page of its own."""
        return anchor(Target(kind, name))

    def source_anchor(self, code: str) -> str:
        """The anchor of a source in a list of sources."""
        return source_anchor(code)

    def to(self, address: str) -> str:
        """The relative address of another page of this language."""
        return f"{self.root}{address}" or "./"

    def record(self, owner: str, anchor: str = "") -> Markup:
        """A link to a record, by its whole title."""
        return self.link(self.at("record", owner, anchor), self.name(owner))

    def short_record(self, owner: str, anchor: str = "") -> Markup:
        """A link to a record or mechanism, by its shortest usual name."""
        return self.once(
            ("short_record", self.root, owner, anchor),
            lambda: self.link(self.at("record", owner, anchor), self.short(owner)),
        )

    def state(self, code: str) -> Markup:
        return self.once(
            ("state", self.root, code), lambda: self.link(self.at("state", code), self.localizer.state(code))
        )

    def entry(self, name: str, code: str) -> Markup:
        """A link to the page of an entry of the vocabulary."""
        return self.once(
            ("entry", self.root, name, code),
            lambda: self.link(self.at(_KINDS[name], code), self.word(name, code)),
        )

    def download(self, file: Download, words: Markup | str) -> Markup:
        """A link to a PDF, with its pages and size."""
        up = self.root if self.localizer.language == self.corpus.languages[0] else f"{self.root}../"
        facts = self.numbered("{n} page", "{n} pages", file.pages)
        size = cldr.size_text(file.size, self.localizer.language)
        return Markup(
            '<a href="{}{}" type="application/pdf">{}</a> <span class="src">PDF · {} · {}</span>'
        ).format(up, file.address, words, facts, size)

    def outside(self, url: str, body: Markup | str) -> Markup:
        """A link to another host; the page's own policy sends no referrer."""
        return Markup(f'<a href="{escape(url)}" rel="external">{escape(body)}</a>')
