"""What the site says in one language, as plain text.

That is interface strings, names, dates, numbers, and the texts of the corpus.

Pages, search and PDFs ask here, so that the same thing is called the same everywhere. It
knows no markup.
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
    """Mark an interface string in a table for translators; ``gettext`` translates it."""
    return text


def _between(pattern: str) -> cached_property[str]:
    """A property: what a pattern of two slots has between them in the language."""

    def sign(localizer: Localizer) -> str:
        _, _, after_first_slot = localizer.gettext(pattern).partition("}")
        return after_first_slot.partition("{")[0]

    return cached_property(sign)


class Localizer:
    """Says the interface and the texts of one corpus in one language."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        self.corpus = corpus
        self.language = language
        self.direction = cldr.direction(language)
        self._interface = corpus.library.interface.get(language)
        self._interface_text = cache(self._read_interface_text)
        self._texts = Memo(corpus)

    # -- interface -----------------------------------------------------------------------

    def gettext(self, text: str, context: str = "") -> str:
        """An interface string in this language.

        It is the English one where it has no translation, or a stale one. ``context``
        tells apart what English says in one way.
        """
        return self._interface_text(text, context)

    def _read_interface_text(self, text: str, context: str) -> str:
        """An interface string, without its language."""
        return self.interface(text, context).text

    def interface(self, text: str, context: str = "") -> Localized:
        """An interface string, with the language that it really is in."""
        entry = self._interface.find(text, context) if self._interface else None
        if entry and entry.text and entry.state != gettext_files.STALE:
            return Localized(shown(entry.text, self.language), self.language, entry.state)
        state = entry.state if entry else MISSING
        return Localized(text, "en", SOURCE if self.language == "en" else state)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """An interface string that depends on a number, with ``{n}`` filled in."""
        entry = self._interface.find(singular) if self._interface else None
        text = singular if number == 1 else plural
        if entry and entry.plural and entry.state != gettext_files.STALE:
            text = cldr.plural_text(entry.plural, number, self.language) or text
        digits = cldr.number_text(number, self.language)
        return shown(text, self.language).replace("{n}", digits)

    comma = _between(ui("{record}, {ref}"))
    """The sign between two things in a row."""
    enumeration = _between(ui("{one}, {another}"))
    """The sign between things of one kind in a row."""
    colon = _between(ui("{label}: {value}"))
    """The sign between a label and what it labels."""
    pause = _between(ui("{report}; {otherwise}"))
    """The sign between two parts of a sentence that have commas."""
    stop = _between(ui("{title}. {where}"))
    """The sign between two sentences."""

    @cached_property
    def gap(self) -> str:
        """A blank between two sentences; empty in a language that writes none."""
        return " " if facts(self.language).spaced else ""

    # -- values --------------------------------------------------------------------------

    def date(self, day: PartialDate) -> str:
        """A day, month or year, such as "14 July 2009"."""
        return cldr.date_text(day, self.language)

    def number(self, value: float) -> str:
        """A number with the signs of the language."""
        return cldr.number_text(value, self.language)

    def percent(self, share: float) -> str:
        """A share (0 to 1) in per cent."""
        return cldr.percent_text(share, self.language)

    def state(self, code: str) -> str:
        """The name of a State, by its alpha-3 code."""
        return self._texts[texts.state_name](code, self.language)

    def state_in_sentence(self, code: str) -> str:
        """A State's name within a sentence: with its article, where it has one."""
        language = facts(self.language)
        name = self.state(code)
        has_article = code in language.states_with_article
        return f"{language.state_article}{name}" if has_article else name

    def language_name(self, tag: str) -> str:
        """The name of a language."""
        return cldr.language_name(tag, self.language)

    def measure(self, value: dict[str, int]) -> str:
        """A number by its unit in words, such as ``30 days``; several with a comma."""
        words = (self._measure(unit, number) for unit, number in value.items())
        return self.comma.join(words)

    def _measure(self, unit: str, number: int) -> str:
        """One number in words, by its unit, a code of the list ``measures``."""
        if unit == "age":
            return self.ngettext("{n} year of age", "{n} years of age", number)
        if unit == "working-days":  # CLDR has no such unit
            return self.ngettext("{n} working day", "{n} working days", number)
        by_cldr = cldr.measure_text(unit, number, self.language)
        return by_cldr or f"{self.number(number)} {self.label('measures', unit).lower()}"

    # -- texts of the corpus -------------------------------------------------------------

    def text_of(self, owner: str, text: str) -> Localized:
        """A text of a record, mechanism or item, by its id."""
        return self._texts[texts.text_of](owner, text, self.language)

    def reference(self, owner: str, text: str | None) -> str:
        """A place in a text, as the language writes it; empty where there is none."""
        if not text:
            return ""
        pieces = self.parts(text, self.corpus.model(owner).language)
        return "".join(piece.text for piece in pieces)

    def parts(self, text: str, source: str) -> tuple[references.Piece, ...]:
        """A reference that was typed in the language ``source``, in parts."""
        return self._texts[references.parts](text, self.language, source)

    def forget(self) -> None:
        """Free the memory of the texts of the corpus that were asked for."""
        self._texts.clear()

    def title(self, owner: str) -> Localized:
        """The title of a record or item, or the name of a mechanism."""
        return self._texts[texts.title](owner, self.language)

    def short(self, owner: str) -> Localized:
        """The shortest usual name of a record, mechanism or item."""
        return self._texts[texts.short](owner, self.language)

    def label(self, name: str, code: str) -> str:
        """The label of a code of a closed list, by the list's name."""
        return self.word(name, code).text

    def word(self, name: str, code: str, part: str = "label") -> Localized:
        """A part (label, definition, question …) of an entry of a closed list."""
        return self._texts[texts.word](name, code, self.language, part)
