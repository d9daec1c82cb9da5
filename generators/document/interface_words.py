"""What a language says without any text of the corpus: interface strings, dates, numbers.

It is a part of ``Phrases``, which all pages and data of a language use.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from generators.corpus import status
from generators.corpus.memo import Memo, once
from generators.document.runs import Annotation, Run, Runs, SharedTexts
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import Localizer


class InterfaceWords:
    """Interface strings, dates and numbers of one language, as runs.

    Of a day or number that is not known (None) it says nothing: an empty line.
    ``written`` is where writers keep what they wrote of shared runs and blocks.
    """

    def __init__(self, localizer: Localizer) -> None:
        self.localizer = localizer
        self.corpus = localizer.corpus
        self.language = localizer.language
        self.written: SharedTexts = {}
        self.memo = Memo(self)

    # -- what is kept --------------------------------------------------------------------

    def forget(self) -> None:
        """Give up what is kept, when nobody asks for it any more."""
        self.written.clear()
        self.memo.clear()
        self.localizer.forget()

    # -- interface strings ---------------------------------------------------------------

    def ui(self, text: str, **values: Runs) -> list[Run]:
        """An interface string (``text`` is the English one), with runs in its slots.

        ``ui("{n} open", n=["3"])`` fills the slot ``{n}``. Raises KeyError for a slot
        without a value, ValueError for braces that do not close. Catalogs are checked for
        both before.
        """
        if not values:
            return [self.localizer.gettext(text)]
        return self._filled(text, "", values)

    def dated(self, text: str, day: PartialDate | None, **values: Runs) -> list[Run]:
        """An interface string with a slot ``{date}``; empty where the day is not known.

        The words around a date depend on whether day, month or year is known. Catalogs
        have a translation for each.
        """
        if not day:
            return []
        return self._filled(text, day.precision, {**values, "date": self.date(day)})

    def _filled(self, text: str, context: str, values: Mapping[str, Runs]) -> list[Run]:
        """An interface string with its slots filled; ``context`` tells translations of
        one English string apart.
        """
        runs: list[Run] = []
        for literal, slot in self._parts(text, context):
            if literal:
                runs.append(literal)
            if slot is not None:
                runs += values[slot]
        return runs

    @once
    def _parts(self, text: str, context: str) -> tuple[tuple[str, str | None], ...]:
        """A translated string in parts: letters, and the slot that follows them.

        "as of {date}" is ``(("as of ", "date"),)``; the slot is None where none follows.
        """
        parts = Formatter().parse(self.localizer.gettext(text, context))
        return tuple((literal, slot) for literal, slot, _, _ in parts)

    @once
    def counted(self, singular: str, plural: str, n: int) -> list[Run]:
        """An interface string in the form that a number asks for.

        ``singular`` and ``plural`` are its English forms, such as "{n} text" and
        "{n} texts".
        """
        return [self.localizer.ngettext(singular, plural, n)]

    def some(self, singular: str, plural: str, n: int | None) -> list[Run]:
        """The same as ``counted``; empty where the number is 0 or not known."""
        return self.counted(singular, plural, n) if n else []

    def labelled(self, label: Runs, value: Runs) -> list[Run]:
        """A label and its value, with the colon of the language between them.

        Empty where there is no value.
        """
        if not value:
            return []
        return [*label, self.localizer.colon, *value]

    # -- dates and numbers ---------------------------------------------------------------

    def date(self, day: PartialDate | None) -> list[Run]:
        """A date as the language writes it, no more precise than it is known."""
        return [self.localizer.date(day)] if day else []

    def today(self) -> list[Run]:
        """The day of the data, as a date."""
        return self.date(partial_dates.parse(self.corpus.today.isoformat()))

    def check_after(self) -> list[Run]:
        """The day after which somebody checks what is said of "today", as a date."""
        return self.date(partial_dates.of_day(status.check_after(self.corpus.today)))

    def number(self, value: float) -> list[Run]:
        """A number as the language writes it."""
        return [self.localizer.number(value)]

    def with_number(self, words: Runs, number: int) -> list[Run]:
        """Words, such as a heading, and after them a number in small."""
        return [*words, " ", Annotation(self.number(number))]

    def measure(self, value: dict[str, int] | None) -> list[Run]:
        """A typed value in words: ``{"days": 30}`` is "30 days"; empty for None."""
        return [self.localizer.measure(dict(value))] if value else []

    # -- names that CLDR has -------------------------------------------------------------

    def language_name(self, tag: str | None) -> list[Run]:
        """The name of a language (``tag``, BCP 47) in this language."""
        return [self.localizer.language_name(tag)] if tag else []
