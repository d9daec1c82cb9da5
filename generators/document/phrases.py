"""One language over one corpus, as runs: interface strings with their slots filled, texts
with their language and state of translation, names as links, dates, numbers, signs.

Made once for each language; what many pages say is kept (``shared``), so that writers can
keep what they wrote of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from string import Formatter
from typing import TypeVar
from urllib.parse import urlsplit

from generators.corpus import addresses, status
from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING, SOURCE, Localized, Located
from generators.corpus.memo import Memo, once
from generators.corpus.status import IN_FORCE
from generators.document.runs import (
    Annotation,
    Link,
    Outside,
    Reference,
    Run,
    Runs,
    Shared,
    SharedTexts,
    Sign,
    Text,
    TranslationSign,
    joined,
)
from generators.document.sharing import shared_line
from generators.text import gettext_files, partial_dates
from generators.text.partial_dates import PartialDate
from generators.translate import texts
from generators.translate.localizer import Localizer

T = TypeVar("T")

_READ = TranslationSign(gettext_files.REVIEWED, "zxx", "")
_WORDS = re.compile(r"[^\W\d_A-Z]{5,}")
_MOST_SHARED = 60_000
"""How many runs and blocks that stand on many pages are kept of one language: more than a
thousand records have; those of ten thousand do not fill the memory.
"""


@once
def speaking(corpus: Corpus, language: str) -> Phrases:
    """What is said in a language, for all who say it: its pages, and its data."""
    return Phrases(Localizer(corpus, language))


class Phrases:
    """What is said in one language of the corpus: of a day, text, code or address that is
    not known (None) nothing. ``cached`` keeps values by a key that names all they depend
    on but the language, ``written`` what a writer made of what stands on many pages, by
    its keys.
    """

    def __init__(self, localizer: Localizer) -> None:
        self.localizer = localizer
        self.corpus = localizer.corpus
        self.language = localizer.language
        self.written: SharedTexts = {}
        self.memo = Memo(self)
        self._cache: dict[Hashable, object] = {}
        self._shared: dict[Hashable, Shared] = {}

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
        """Give up what was kept, where nobody asks any more: all of it, or the values
        whose keys begin with a ``kind``.
        """
        if kind:
            self._cache = {
                key: each for key, each in self._cache.items() if key[:1] != (kind,)
            }
            return
        for kept in (self.written, self.memo, self._cache, self._shared):
            kept.clear()
        self.localizer.forget()

    # -- interface -----------------------------------------------------------------------

    def ui(self, text: str, **values: Runs) -> list[Run]:
        """An interface string, with each ``{name}`` filled in by runs. Raises KeyError
        for a slot without a value, ValueError for braces that do not close: catalogs are
        checked for both before anything is said.
        """
        return (
            self._filled(text, "", values) if values else [self.localizer.gettext(text)]
        )

    def dated(self, text: str, day: PartialDate | None, **values: Runs) -> list[Run]:
        """An interface string with a ``{date}``; what goes with it depends on whether
        day, month or year is known, so that catalogs have a translation for each.
        """
        return (
            self._filled(text, day.precision, {**values, "date": self.date(day)})
            if day
            else []
        )

    def date(self, day: PartialDate | None) -> list[Run]:
        """A date as the language writes it, no more precise than it is known."""
        return [self.localizer.date(day)] if day else []

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

    @once
    def counted(self, one: str, many: str, n: int) -> list[Run]:
        """An interface string that depends on a number."""
        return [self.localizer.ngettext(one, many, n)]

    def some(self, one: str, many: str, n: int | None) -> list[Run]:
        """The same; nothing where there is none."""
        return self.counted(one, many, n) if n else []

    def labelled(self, label: Runs, value: Runs) -> list[Run]:
        """A label and its value, with the colon of the language; nothing where there is
        no value.
        """
        return [*label, self.localizer.colon, *value] if value else []

    # -- texts ---------------------------------------------------------------------------

    def text(self, said: Localized) -> list[Run]:
        """A text with its own language, and a sign where it is an unreviewed translation
        or stands in another language for want of a current one.
        """
        return [*self.plain(said), *self.sign_of(said)]

    def sign_of(self, said: Localized) -> list[Run]:
        """The sign of the state of a text's translation, or that it was read; empty where
        there is nothing to say.
        """
        sign = self.translation_sign(said)
        if sign:
            return [sign]
        read = said.state == gettext_files.REVIEWED or (
            said.state == SOURCE and self._original
        )
        return [_READ] if read else []

    @cached_property
    def _original(self) -> bool:
        """Whether some records are written in this language and some are not."""
        written = {
            model.language == self.language for model in self.corpus.records.values()
        }
        return len(written) > 1

    @cached_property
    def nobody_has_read(self) -> bool:
        """Whether the site is translated into this language, and nobody has read any
        translation.
        """
        if self.language == self.corpus.languages[0]:
            return False
        states = {
            entry.state
            for (_, language), catalog in self.corpus.library.catalogs.items()
            if language == self.language
            for entry in catalog.entries.values()
        }
        return gettext_files.UNREVIEWED in states and gettext_files.REVIEWED not in states

    def plain(self, said: Localized) -> list[Run]:
        """A text without such a sign; still in its own language."""
        return (
            [said.text]
            if said.language == self.language
            else [Text(said.text, said.language)]
        )

    def translation_sign(self, said: Localized) -> TranslationSign | None:
        """The sign of the state of a text's translation; None where there is nothing to
        say.
        """
        here = said.language in (self.language, "zxx")
        if said.state == gettext_files.UNREVIEWED or (
            not here and said.state in (gettext_files.STALE, MISSING)
        ):
            return TranslationSign(
                said.state, said.language, self._state_words()[said.state]
            )
        return None

    @once
    def _state_words(self) -> dict[str, str]:
        ui = self.localizer.gettext
        return {
            gettext_files.UNREVIEWED: ui("Translation not yet reviewed"),
            gettext_files.STALE: ui("Translation out of date: the source text is shown"),
            MISSING: ui("Not yet translated: the source text is shown"),
        }

    def english(self, text: str | None) -> list[Run]:
        """What is typed in English alone: titles of sources, publishers."""
        return self.plain(Localized(text, "en", SOURCE)) if text else []

    @once
    def text_of(self, owner: str, text: str | None) -> list[Run]:
        """A text of a record, mechanism or item (``owner`` is its id)."""
        return self.text(self.localizer.said(owner, text)) if text else []

    @once
    def label(self, of: str, code: str | None) -> list[Run]:
        """The label of an entry of the vocabulary list ``of``."""
        return self.plain(self.localizer.word(of, code)) if code else []

    @once
    def definition(self, of: str, code: str, part: str = "definition") -> list[Run]:
        """The definition (or another part: question, unit …) of an entry of the
        vocabulary.
        """
        return self.text(self.localizer.word(of, code, part))

    def language_name(self, tag: str | None) -> list[Run]:
        """The name of a language."""
        return [self.localizer.language_name(tag)] if tag else []

    # -- names, which lead to what they name ---------------------------------------------

    def title(self, owner: str) -> list[Run]:
        """The whole title of a record, mechanism or item, with the sign of its
        translation; no link.
        """
        return self.text(self.localizer.title(owner))

    def beside_name(self, mechanism: str) -> list[Run]:
        """The acronym or short name that stands beside a mechanism's whole name; empty
        where it has none of its own.
        """
        short, whole = self.localizer.short(mechanism), self.localizer.title(mechanism)
        has = self.corpus.mechanisms[mechanism].acronyms and short.text != whole.text
        return self.plain(short) if has else []

    def title_link(self, owner: str) -> list[Run]:
        """A mechanism by its whole name, a record by its headline."""
        return (
            self.name(owner) if owner in self.corpus.records else self._whole_name(owner)
        )

    @once
    def _whole_name(self, mechanism: str) -> list[Run]:
        return shared_line(self._linked(mechanism, self.localizer.title(mechanism)))

    @once
    def name(self, owner: str | None, anchor: str = "") -> list[Run]:
        """A record, mechanism or item by its shortest usual name; ``anchor`` is a place
        on its page.
        """
        return shared_line(
            self._linked(owner, self.localizer.short(owner), anchor) if owner else []
        )

    def _linked(self, owner: str, said: Localized, anchor: str = "") -> list[Run]:
        kind = "item" if owner in self.corpus.items else "record"
        return [Link(self.plain(said), Target(kind, owner, anchor))]

    @once
    def entry(self, of: str, code: str) -> list[Run]:
        """The label of an entry of the vocabulary, which leads to its page or its place
        on one.
        """
        return shared_line(
            self.linked(addresses.KIND_OF_LIST[of], code, self.label(of, code))
        )

    @once
    def state(self, code: str | None) -> list[Run]:
        """A State (alpha-3 code), which leads to its page where it has one."""
        name = [self.localizer.state(code)] if code else []
        return shared_line(
            self.linked("state", code, name) if code in self.corpus.all_states else name
        )

    def order_of_state(self, code: str) -> tuple[str, str]:
        """What puts States in the order of their names."""
        return sort_key(self.localizer.state(code))

    def linked(self, kind: str, name: str, words: Runs) -> list[Run]:
        """Words that lead to a thing of a kind."""
        return [Link(words, Target(kind, name))]

    def page(self, name: str, words: Runs) -> list[Run]:
        """Words that lead to a page that there is one of, such as ``topics``."""
        return self.linked("page", name, words)

    def outside(self, url: str | None, words: Runs = ()) -> list[Run]:
        """A link to another host: by words, else by the address itself."""
        return [Outside(words or [Reference(url)], url)] if url else []

    def host(self, url: str | None) -> list[Run]:
        """A link to another host by the name of that host: many pages are not the body's
        own. Of a page on a site of uploads, that readers are not led there.
        """
        if not url:
            return self.ui("on a site of uploads, to which we do not link")
        return self.outside(
            url, self.number_of((urlsplit(url).hostname or url).removeprefix("www."))
        )

    def place(self, name: str) -> list[Run]:
        """A city (its English name) as the language calls it."""
        return self.plain(texts.place(self.corpus, name, self.language))

    # -- values --------------------------------------------------------------------------

    def today(self) -> list[Run]:
        """The day that the data is of."""
        return self.date(partial_dates.parse(self.corpus.today.isoformat()))

    def check_after(self) -> list[Run]:
        """The day after which somebody checks what is said of "today"."""
        return self.date(partial_dates.of_day(status.check_after(self.corpus.today)))

    def number(self, value: float) -> list[Run]:
        """A number as the language writes it."""
        return [self.localizer.number(value)]

    def beside(self, words: Runs, number: int) -> list[Run]:
        """Words, such as a heading, and beside them how many things there are."""
        return [*words, " ", Annotation(self.number(number))]

    def measure(self, value: dict[str, int] | None) -> list[Run]:
        """A typed value in words, such as "30 days"; empty where there is none."""
        return [self.localizer.measure(dict(value))] if value else []

    @once
    def reference(self, text: str | None, owner: str = "") -> list[Run]:
        """A place in a text, as the language writes it; what is typed in words that
        nobody has translated is in the language of the file of ``owner``, a record,
        mechanism or item, or in English, where the vocabulary has it.
        """
        if not text:
            return []
        source = self.corpus.model(owner).language if owner else "en"
        return [Reference(*part) for part in self.localizer.parts(text, source)]

    def number_of(self, text: str | None, owner: str = "") -> list[Run]:
        """A number, an id or an address as it was typed; it keeps its order in a
        right-to-left line.
        """
        if not text:
            return []
        source = self.corpus.model(owner).language if owner else "en"
        return [
            Reference(
                text, source if source != self.language and _WORDS.search(text) else ""
            )
        ]

    def name_of_place(self, ref: str | None, owner: str, anchor: str) -> list[Run]:
        """A place in a text that leads to what is recorded of it."""
        return (
            [Link(self.reference(ref, owner), Target("record", owner, anchor))]
            if ref
            else []
        )

    def place_of(self, line: Located) -> list[Run]:
        """The place of a line in its text, which leads to what is recorded of it."""
        return self.name_of_place(line.line.ref, line.record, line.anchor)

    def cited(self, name: Runs, ref: str | None, owner: str = "") -> list[Run]:
        """A record and the place in it, with the comma of the language; ``owner`` as for
        ``reference``.
        """
        return (
            self.ui("{record}, {ref}", record=name, ref=self.reference(ref, owner))
            if ref
            else list(name)
        )

    # -- signs ---------------------------------------------------------------------------

    @once
    def sign(self, of: str, code: str, drawn: bool = False) -> Sign:
        """A strength, force or confidence in words; ``drawn`` as a sign in a matrix."""
        entry = self.corpus.vocabularies.of(of).get(code)
        shape = entry.sign if entry and entry.sign else "·"
        return Sign(of, code, shape, self.localizer.label(of, code), drawn)

    def strength(self, code: str) -> list[Run]:
        """How strongly a line commits: must, should or may."""
        return [self.sign("strengths", code)]

    def force(self, binding: bool) -> list[Run]:
        """Binding, or not binding."""
        return [self.sign("forces", "binding" if binding else "not-binding")]

    def force_of(self, record: str) -> list[Run]:
        """What a text is today: "binding" is said only of what is in force for somebody."""
        if not self.corpus.records[record].binding or self.corpus.binds_anyone(record):
            return self.force(self.corpus.records[record].binding)
        if self.corpus.status(record) == IN_FORCE and self.corpus.applies_from(record):
            return []  # from which day it applies is said where its status is
        ui = self.localizer.gettext
        over = self.corpus.group(record) == "over"
        return [
            Sign(
                "forces",
                "",
                "",
                ui("no longer binding") if over else ui("will bind once in force"),
            )
        ]

    def force_beside(self, record: str, line: object = None) -> list[Run]:
        """What a line's text is today, where that is not that it binds: "must" says that
        it does; and of a line that does not apply yet from which day it does.
        """
        force = [] if self.corpus.binds_anyone(record) else self.force_of(record)
        return joined((force, self.applies_from(record, line)))

    def applies_from(self, record: str, line: object = None) -> list[Run]:
        """From which day a record, or a line of it, will apply; nothing where that is not
        to come.
        """
        return self.dated("applies from {date}", self.corpus.applies_from(record, line))

    def confidence(self, code: str | None) -> list[Run]:
        """How sure a line is; nothing where its text was read, as of most."""
        return [self.sign("confidences", code)] if code and code != "verified" else []

    def sure(self, owner: str, line: object) -> list[Run]:
        """The same, of a value of a record, mechanism or item (``Corpus.confidence_of``)."""
        return self.confidence(self.corpus.confidence_of(owner, line))
