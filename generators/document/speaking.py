"""What is said in one language, before anything of the corpus is: interface strings with their slots filled,
and what is kept for the whole language.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from string import Formatter
from typing import TypeVar

from generators.corpus.corpus import Corpus
from generators.document.runs import Day, Run, Runs, Shared
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import Localizer

T = TypeVar("T")

_MOST_SHARED = 60_000
"""How many runs and blocks that stand on many pages are kept of one language: more than a thousand records
have; those of ten thousand do not fill the memory.
"""


class Speaker:
    """What is said in one language. ``cached`` keeps values by a key that names all they depend on but the
    language.
    """

    def __init__(self, localizer: Localizer) -> None:
        self.localizer = localizer
        self._cache: dict[Hashable, object] = {}
        self._shared: dict[Hashable, Shared] = {}

    @property
    def corpus(self) -> Corpus:
        return self.localizer.corpus

    @property
    def language(self) -> str:
        return self.localizer.language

    def cached(self, key: Hashable, make: Callable[[], T]) -> T:
        """A value that is the same throughout the language: made once."""
        try:
            return self._cache[key]
        except KeyError:
            made = self._cache[key] = make()
            return made

    def shared(self, key: Hashable, make: Callable[[], object]) -> Shared:
        """Runs, or a block, that stand on many pages of the language."""
        found = self._shared.get(key)
        if found is None:
            if len(self._shared) >= _MOST_SHARED:
                self._shared.clear()
            found = self._shared[key] = Shared(make())
        return found

    def forget(self, kind: str = "") -> None:
        """Give up what was kept, where nobody asks any more: all of it, or the values whose keys begin with a
        ``kind``.
        """
        if kind:
            self._cache = {key: each for key, each in self._cache.items() if key[:1] != (kind,)}
            return
        self._cache.clear()
        self._shared.clear()

    # -- interface -------------------------------------------------------------------------------------------

    def ui(self, text: str, **values: Runs) -> list[Run]:
        """An interface string, with each ``{name}`` filled in by runs. Raises KeyError for a slot without a
        value, ValueError for braces that do not close: catalogs are checked for both before anything is said.
        """
        return self._filled(text, "", values) if values else [self.localizer.gettext(text)]

    def dated(self, text: str, day: PartialDate, **values: Runs) -> list[Run]:
        """An interface string with a ``{date}``; what goes with it depends on whether day, month or year is
        known, so that catalogs have a translation for each.
        """
        return self._filled(text, day.precision, {**values, "date": self.date(day)})

    def date(self, day: PartialDate) -> list[Run]:
        """A date as the language writes it, no more precise than it is known."""
        return [Day(day.text, self.localizer.date(day))]

    def _filled(self, text: str, context: str, values: Mapping[str, Runs]) -> list[Run]:
        parts = self.cached(
            ("parts", text, context),
            lambda: tuple(Formatter().parse(self.localizer.gettext(text, context))),
        )
        runs: list[Run] = []
        for literal, name, _, _ in parts:
            if literal:
                runs.append(literal)
            if name is not None:
                runs += values[name]
        return runs

    def counted(self, one: str, many: str, n: int) -> list[Run]:
        """An interface string that depends on a number."""
        return [self.localizer.ngettext(one, many, n)]

    def labelled(self, label: Runs, value: Runs) -> list[Run]:
        """A label and its value, with the colon of the language."""
        return [*label, self.localizer.colon, *value]
