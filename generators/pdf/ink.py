"""Texts, names and signs as runs: what a document is written with, in one language.

A run is a plain string in the document's language, or a mapping: ``t`` its text, ``k`` its kind (``ref``
keeps its order in a right-to-left text, ``mark`` is the sign of an unreviewed, missing or stale translation,
``sign`` a sign of strength by its number, ``b``, ``src``, ``num`` and ``warn`` are emphases), ``l`` and ``d``
the language and direction of a text in another language, ``to`` a place in the same volume, ``url`` an
address. No text is markup: what is typed in a record is what stands on paper. Knows no typesetter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Any

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING, Localized
from generators.text import gettext_files, partial_dates
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import Localizer

Run = str | dict[str, Any]
Runs = list[Run]

STRENGTHS = {
    code: number
    for number, code in enumerate(
        ("obligation", "conditional-obligation", "encouragement", "permission", "principle"), 1
    )
}
_SLOT = re.compile(r"\{(\w+)\}")
_DOT = "\u00a0· "


class Ink:
    """Writes one volume in one language; ``targets`` are the records and mechanisms that have a chapter in
    it, and so can be led to.
    """

    def __init__(self, localizer: Localizer, targets: Set[str] = frozenset()) -> None:
        self.localizer = localizer
        self.targets = targets

    @property
    def corpus(self) -> Corpus:
        return self.localizer.corpus

    # -- interface -------------------------------------------------------------------------------------------

    def say(self, text: str, **values: Runs) -> Runs:
        """An interface string, with ``{name}`` filled in."""
        said = self.localizer.gettext(text)
        if not values:
            return [said]
        runs: Runs = []
        for place, piece in enumerate(_SLOT.split(said)):
            if place % 2:
                runs += values.get(piece, [f"{{{piece}}}"])
            elif piece:
                runs.append(piece)
        return runs

    def numbered(self, one: str, many: str, n: int) -> Runs:
        """An interface string that depends on a number."""
        return [self.localizer.ngettext(one, many, n)]

    # -- texts -----------------------------------------------------------------------------------------------

    def text(self, said: Localized) -> Runs:
        """A text with, where it is due, its own language and the mark of an unreviewed, missing or stale
        translation.
        """
        if mark := self.mark(said):
            return [*self.plain(said), "\u00a0", mark]
        return self.plain(said)

    def mark(self, said: Localized) -> Run | None:
        """The mark of a text whose translation was not reviewed, or that stands in another language for want
        of one.
        """
        if said.state == gettext_files.UNREVIEWED:
            return {"t": "⇄", "k": "mark"}
        if said.language in (self.localizer.language, "zxx") or said.state not in (
            gettext_files.STALE,
            MISSING,
        ):
            return None
        return {"t": said.language, "k": "mark"}

    def plain(self, said: Localized) -> Runs:
        """A text without any mark; still in its own language."""
        if said.language in (self.localizer.language, "zxx"):
            return [said.text]
        return self.tagged(said.language, said.text)

    def tagged(self, language: str, text: str) -> Runs:
        """A text in a language of its own."""
        return [{"t": text, "l": language, "d": cldr.direction(language)}]

    def note(self, said: Localized) -> Runs:
        """The mark of a text with what it means, for a line of its own; empty where there is nothing to say."""
        mark = self.mark(said)
        words = {
            gettext_files.UNREVIEWED: "Translation not yet reviewed",
            gettext_files.STALE: "Translation out of date: the source text is shown",
            MISSING: "Not yet translated: the source text is shown",
        }
        return [mark, " ", *self.say(words[said.state])] if mark else []

    def said(self, owner: str, text: str) -> Runs:
        """A text of a record, mechanism or item."""
        return self.text(self.localizer.said(owner, text))

    def word(self, name: str, code: str, part: str = "label") -> Runs:
        """A label (without marks) or definition (with them) of the vocabulary."""
        said = self.localizer.word(name, code, part)
        return self.plain(said) if part == "label" else self.text(said)

    def label(self, name: str, code: str) -> str:
        return self.localizer.label(name, code)

    def title(self, owner: str) -> Runs:
        """The whole title of a record, mechanism or item, without marks; it leads to its chapter where the
        volume holds one.
        """
        return self.to(owner, self.plain(self.localizer.title(owner)))

    def short(self, owner: str) -> Runs:
        """The shortest usual name, without marks."""
        return self.plain(self.localizer.short(owner))

    def to(self, owner: str, runs: Runs) -> Runs:
        """Runs that lead to the chapter of a record or mechanism, where this volume holds one."""
        if owner not in self.targets:
            return runs
        return [{"t": run, "to": owner} if isinstance(run, str) else run | {"to": owner} for run in runs]

    # -- values ----------------------------------------------------------------------------------------------

    def date(self, day: PartialDate) -> Runs:
        return [self.localizer.date(day)]

    def today(self) -> Runs:
        """The day that the data is of."""
        return self.date(partial_dates.parse(self.corpus.today.isoformat()))

    def ref(self, text: str) -> Runs:
        """A reference, number or address that keeps its order in a right-to-left text."""
        return [{"t": text, "k": "ref"}] if self.localizer.direction == "rtl" else [text]

    def address(self, url: str) -> Runs:
        """An address that can be followed on a screen and read on paper."""
        return [{"t": url, "url": url, "k": "ref"}]

    def state(self, code: str) -> Runs:
        return [self.localizer.state(code)]

    # -- signs -----------------------------------------------------------------------------------------------

    def strength(self, code: str) -> Run:
        """The sign of a strength; its word must stand beside it."""
        return {"k": "sign", "t": str(STRENGTHS.get(code, 5))}

    def force(self, binding: bool) -> Runs:
        """§ binding, or ¶ not binding, sign and word."""
        return [f"{self._sign('forces', _force(binding))}\u00a0{self.label('forces', _force(binding))}"]

    def grade(self, code: str) -> Runs:
        """The sign of a confidence; a line that nobody has checked says so in words."""
        words: Runs = (
            [" ", styled("warn", self.say("Not yet checked against the text"))] if code == "recalled" else []
        )
        return [self._sign("confidences", code), *words]

    def graded(self, code: str) -> Runs:
        """A confidence as sign and word."""
        return [f"{self._sign('confidences', code)} {self.label('confidences', code)}"]

    def form_sign(self, code: str) -> str:
        """How sure a term's form in one language is (official, common or recalled), by the signs of
        confidence.
        """
        return self._sign("confidences", {"official": "verified", "common": "reported"}.get(code, code))

    def _sign(self, name: str, code: str) -> str:
        entry = self.corpus.vocabularies.of(name).get(code)
        return entry.sign if entry and entry.sign else "·"


def _force(binding: bool) -> str:
    return "binding" if binding else "not-binding"


def styled(kind: str, runs: Runs) -> Run:
    """Runs without any style of their own as one run of a kind."""
    return {"t": "".join(run if isinstance(run, str) else run["t"] for run in runs), "k": kind}


def strong(runs: Runs) -> Runs:
    """Runs in bold."""
    return [
        {"t": run, "k": "b"} if isinstance(run, str) else run if run.get("k") else run | {"k": "b"}
        for run in runs
    ]


def joined(parts: Iterable[Runs], by: str = _DOT) -> Runs:
    """Runs joined by the middle dot; empty ones are left out."""
    runs: Runs = []
    for part in parts:
        if part:
            runs += [by, *part] if runs else part
    return runs
