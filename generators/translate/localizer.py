"""The localizer of one language: interface strings, names, dates, numbers, and the texts
of the corpus, all as plain text.

Pages, search and PDFs speak through it, so that the same thing is called the same
everywhere. It knows no markup.
"""

from __future__ import annotations

from functools import cache, cached_property

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING, SOURCE, Localized
from generators.corpus.memo import Memo
from generators.languages import facts
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate
from generators.translate import references, texts
from generators.translate.texts import shown


def ui(text: str) -> str:
    """Marks an interface string that a table holds, for translators: who says it asks
    ``gettext``.
    """
    return text


def _between(pattern: str) -> cached_property[str]:
    """What a pattern of two slots has between them in a language."""
    return cached_property(
        lambda own: own.gettext(pattern).partition("}")[2].partition("{")[0]
    )


class Localizer:
    """Speaks one language over one corpus. Made once for each build of a language."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        self.corpus = corpus
        self.language = language
        self.direction = cldr.direction(language)
        self._interface = corpus.library.interface.get(language)
        self._said = cache(lambda text, context: self.interface(text, context).text)
        self._texts = Memo(corpus)

    # -- interface -----------------------------------------------------------------------

    def gettext(self, text: str, context: str = "") -> str:
        """An interface string in this language; the English one where it is not
        translated, or the translation is stale. ``context`` tells apart what English says
        in one way.
        """
        return self._said(text, context)

    def interface(self, text: str, context: str = "") -> Localized:
        """An interface string, with the language that it really is in."""
        found = self._interface.find(text, context) if self._interface else None
        if found and found.text and found.state != gettext_files.STALE:
            return Localized(shown(found.text, self.language), self.language, found.state)
        state = found.state if found else MISSING
        return Localized(text, "en", SOURCE if self.language == "en" else state)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """An interface string that depends on a number, with ``{n}`` filled in."""
        found = self._interface.find(one) if self._interface else None
        text = one if number == 1 else many
        if found and found.plural and found.state != gettext_files.STALE:
            text = cldr.plural_text(found.plural, number, self.language) or text
        return shown(text, self.language).replace(
            "{n}", cldr.number_text(number, self.language)
        )

    comma = _between(ui("{record}, {ref}"))
    """What stands between two things in a row."""
    enumeration = _between(ui("{one}, {another}"))
    """What stands between things of one kind in a row."""
    colon = _between(ui("{label}: {value}"))
    """What stands between a label and what it labels."""
    pause = _between(ui("{report}; {otherwise}"))
    """What stands between two parts of a sentence that have commas."""
    stop = _between(ui("{title}. {where}"))
    """What stands between two sentences."""

    @cached_property
    def gap(self) -> str:
        """A blank between two sentences; empty in a language that writes none."""
        return " " if facts(self.language).spaced else ""

    # -- values --------------------------------------------------------------------------

    def date(self, day: PartialDate) -> str:
        return cldr.date_text(day, self.language)

    def number(self, value: float) -> str:
        return cldr.number_text(value, self.language)

    def percent(self, share: float) -> str:
        return cldr.percent_text(share, self.language)

    def state(self, code: str) -> str:
        return self._texts[texts.state_name](code, self.language)

    def state_in_sentence(self, code: str) -> str:
        """A State's name as a sentence names it: with its article, where the language
        gives it one.
        """
        own = facts(self.language)
        name = self.state(code)
        return f"{own.state_article}{name}" if code in own.states_with_article else name

    def language_name(self, tag: str) -> str:
        """The name of a language."""
        return cldr.language_name(tag, self.language)

    def measure(self, value: dict[str, int]) -> str:
        """A typed value in words, such as ``30 days``; several with the comma of the
        language.
        """
        return self.comma.join(
            self._measure(unit, number) for unit, number in value.items()
        )

    def _measure(self, unit: str, number: int) -> str:
        if unit == "age":
            return self.ngettext("{n} year of age", "{n} years of age", number)
        if unit == "working-days":  # CLDR has no such unit
            return self.ngettext("{n} working day", "{n} working days", number)
        by_cldr = cldr.measure_text(unit, number, self.language)
        return by_cldr or f"{self.number(number)} {self.label('measures', unit).lower()}"

    # -- texts of the corpus -------------------------------------------------------------

    def said(self, owner: str, text: str) -> Localized:
        return self._texts[texts.said](owner, text, self.language)

    def reference(self, owner: str, text: str | None) -> str:
        """A place in a text, as the language writes it; empty where there is none."""
        if not text:
            return ""
        return "".join(
            part.text for part in self.parts(text, self.corpus.model(owner).language)
        )

    def parts(self, text: str, source: str) -> tuple[references.Piece, ...]:
        """A reference that was typed in the language ``source``, in parts."""
        return self._texts[references.parts](text, self.language, source)

    def forget(self) -> None:
        """Give up the texts of the corpus that were asked for."""
        self._texts.clear()

    def title(self, owner: str) -> Localized:
        return self._texts[texts.title](owner, self.language)

    def short(self, owner: str) -> Localized:
        return self._texts[texts.short](owner, self.language)

    def label(self, name: str, code: str) -> str:
        return self.word(name, code).text

    def word(self, name: str, code: str, part: str = "label") -> Localized:
        return self._texts[texts.word](name, code, self.language, part)
