"""One language over one corpus, as runs.

It says texts with their language and the state of their translation, names as links, and
places in texts. Signs say how strongly a line commits, whether it binds, and how sure it
is. ``InterfaceWords`` adds interface strings, dates and numbers.
"""

from __future__ import annotations

import re
from functools import cached_property
from urllib.parse import urlsplit

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.located import MISSING, SOURCE, Localized, Located
from generators.corpus.memo import once
from generators.corpus.status import IN_FORCE
from generators.document.interface_words import InterfaceWords
from generators.document.runs import (
    Link,
    Outside,
    Reference,
    Run,
    Runs,
    Sign,
    Text,
    TranslationSign,
)
from generators.document.sharing import shared_line
from generators.model.readings import Reading
from generators.text import gettext_files
from generators.translate import texts
from generators.translate.localizer import Localizer
from generators.translate.readings import reading_of

_REVIEWED_SIGN = TranslationSign(gettext_files.REVIEWED, "zxx", "")
_LONG_WORD = re.compile(r"[^\W\d_A-Z]{5,}")
"""Finds a word like "paragraph". What has none, like "A/RES/55/25", is in no language."""


@once
def speaking(corpus: Corpus, language: str) -> Phrases:
    """The one ``Phrases`` of a language, for all its pages and data."""
    return Phrases(Localizer(corpus, language))


class Phrases(InterfaceWords):
    """What is said in one language of the corpus.

    Of a text, code or address that is not known (None) it says nothing: an empty line.
    An ``owner`` is the id of a record, mechanism or item of the consultation.
    """

    # -- texts ---------------------------------------------------------------------------

    def text(self, text: Localized) -> list[Run]:
        """A text in its own language, then the sign of its translation (``sign_of``)."""
        return [*self.plain(text), *self.sign_of(text)]

    def plain(self, text: Localized) -> list[Run]:
        """A text in its own language, without a sign."""
        if text.language == self.language:
            return [text.text]
        return [Text(text.text, text.language)]

    def sign_of(self, text: Localized) -> list[Run]:
        """The sign of the state of a text's translation, after the text.

        It may be the sign that somebody has read the text, which shows nothing. Empty
        where there is nothing to say.
        """
        sign = self.translation_sign(text)
        if sign:
            return [sign]
        is_original = text.state == SOURCE and self._has_originals
        if text.state == gettext_files.REVIEWED or is_original:
            return [_REVIEWED_SIGN]
        return []

    def translation_sign(self, text: Localized) -> TranslationSign | None:
        """The sign that nobody has reviewed a translation, or that there is none.

        Where there is no current one, the text is in another language. None where neither
        is so.
        """
        is_foreign = text.language not in (self.language, "zxx")
        is_untranslated = is_foreign and text.state in (gettext_files.STALE, MISSING)
        if text.state != gettext_files.UNREVIEWED and not is_untranslated:
            return None
        words = self._words_of_states[text.state]
        return TranslationSign(text.state, text.language, words)

    @cached_property
    def _words_of_states(self) -> dict[str, str]:
        """The words of the states of a translation that have a sign."""
        gettext = self.localizer.gettext
        return {
            gettext_files.UNREVIEWED: gettext("Translation not yet reviewed"),
            gettext_files.STALE: gettext(
                "Translation out of date: the source text is shown"
            ),
            MISSING: gettext("Not yet translated: the source text is shown"),
        }

    @cached_property
    def _has_originals(self) -> bool:
        """Whether some records are written in this language and some are not."""
        records = self.corpus.records.values()
        return len({model.language == self.language for model in records}) > 1

    @cached_property
    def nobody_has_read(self) -> bool:
        """Whether the site is translated into this language, and nobody has read any
        translation.
        """
        if self.language == self.corpus.languages[0]:
            return False
        catalogs = [
            catalog
            for (_, language), catalog in self.corpus.library.catalogs.items()
            if language == self.language
        ]
        states = {
            entry.state for catalog in catalogs for entry in catalog.entries.values()
        }
        return gettext_files.UNREVIEWED in states and gettext_files.REVIEWED not in states

    @once
    def text_of(self, owner: str, text: str | None) -> list[Run]:
        """A text of a record, mechanism or item, as typed there, in this language."""
        return self.text(self.localizer.text_of(owner, text)) if text else []

    def english(self, text: str | None) -> list[Run]:
        """What is typed only in English: titles of sources, publishers."""
        return self.plain(Localized(text, "en", SOURCE)) if text else []

    @once
    def label(self, list_name: str, code: str | None) -> list[Run]:
        """The label of an entry of a list of the vocabulary (``list_name``)."""
        return self.plain(self.localizer.word(list_name, code)) if code else []

    @once
    def definition(
        self, list_name: str, code: str, part: str = "definition"
    ) -> list[Run]:
        """The definition of an entry of a list of the vocabulary (``list_name``).

        ``part`` may name another field of the entry: its question, its unit and so on.
        """
        return self.text(self.localizer.word(list_name, code, part))

    # -- names, which lead to what they name ---------------------------------------------

    def title(self, owner: str) -> list[Run]:
        """The whole title, with the sign of its translation; no link."""
        return self.text(self.localizer.title(owner))

    def beside_name(self, mechanism: str) -> list[Run]:
        """The acronym or short name of a mechanism, to go with its whole name.

        Empty where it has no acronym, and where that is its whole name.
        """
        short = self.localizer.short(mechanism)
        whole = self.localizer.title(mechanism)
        if not self.corpus.mechanisms[mechanism].acronyms or short.text == whole.text:
            return []
        return self.plain(short)

    def title_link(self, owner: str) -> list[Run]:
        """A mechanism by its whole name, a record by its headline; a link."""
        if owner in self.corpus.records:
            return self.name(owner)
        return self._whole_name(owner)

    @once
    def _whole_name(self, mechanism: str) -> list[Run]:
        """A mechanism by its whole name; a link."""
        name = self.plain(self.localizer.title(mechanism))
        return shared_line(self.linked("record", mechanism, name))

    @once
    def name(self, owner: str | None, anchor: str = "") -> list[Run]:
        """A record, mechanism or item by its shortest usual name; a link.

        ``anchor`` is a place on its page. Empty for None.
        """
        if not owner:
            return []
        words = self.plain(self.localizer.short(owner))
        kind = "item" if owner in self.corpus.items else "record"
        return shared_line([Link(words, Target(kind, owner, anchor))])

    @once
    def entry(self, list_name: str, code: str) -> list[Run]:
        """The label of an entry of a list of the vocabulary (``list_name``).

        It leads to the page of the entry, or to its place on one.
        """
        kind = addresses.KIND_OF_LIST[list_name]
        return shared_line(self.linked(kind, code, self.label(list_name, code)))

    @once
    def state(self, code: str | None) -> list[Run]:
        """The name of a State (alpha-3 code); it leads to its page where it has one."""
        if not code:
            return []
        name: list[Run] = [self.localizer.state(code)]
        if code in self.corpus.all_states:
            name = self.linked("state", code, name)
        return shared_line(name)

    def order_of_state(self, code: str) -> tuple[str, str]:
        """A key by which to sort States (alpha-3 codes) in the order of their names."""
        return sort_key(self.localizer.state(code))

    def place(self, name: str) -> list[Run]:
        """A city (its English name) as the language calls it."""
        return self.plain(texts.place(self.corpus, name, self.language))

    # -- links ---------------------------------------------------------------------------

    def linked(self, kind: str, name: str, words: Runs) -> list[Run]:
        """Words that lead to the page of a ``kind`` and a ``name`` (``Target``)."""
        return [Link(words, Target(kind, name))]

    def page(self, name: str, words: Runs) -> list[Run]:
        """Words that lead to a page that there is one of, such as ``topics``."""
        return self.linked("page", name, words)

    def outside(self, url: str | None, words: Runs = ()) -> list[Run]:
        """A link to another host: by words, else by the address itself."""
        if not url:
            return []
        return [Outside(words or [Reference(url)], url)]

    def host(self, url: str | None) -> list[Run]:
        """A link to another host by the name of that host, such as "unodc.org".

        Without an address (None) the page is on a site of uploads. The words say that we
        do not lead readers there.
        """
        if not url:
            return self.ui("on a site of uploads, to which we do not link")
        host = urlsplit(url).hostname or url
        return self.outside(url, self.number_of(host.removeprefix("www.")))

    # -- places in a text ----------------------------------------------------------------

    @once
    def reference(self, text: str | None, owner: str = "") -> list[Run]:
        """A place in a text, such as "Art. 6(2)", as the language writes it.

        Words in it that nobody has translated stay in the language of the file of the
        ``owner``. Without an owner they are English.
        """
        if not text:
            return []
        source = self._language_of(owner)
        return [Reference(*part) for part in self.localizer.parts(text, source)]

    def number_of(self, text: str | None, owner: str = "") -> list[Run]:
        """A number, an id or an address as it was typed; it keeps its order in a
        right-to-left line. ``owner`` as for ``reference``.
        """
        if not text:
            return []
        source = self._language_of(owner)
        is_foreign = source != self.language and _LONG_WORD.search(text) is not None
        return [Reference(text, source if is_foreign else "")]

    def _language_of(self, owner: str) -> str:
        """The language in which the file of an owner is written; English for none."""
        return self.corpus.model(owner).language if owner else "en"

    def name_of_place(self, ref: str | None, owner: str, anchor: str) -> list[Run]:
        """A place in a text that leads to the line of its record with an ``anchor``."""
        if not ref:
            return []
        return [Link(self.reference(ref, owner), Target("record", owner, anchor))]

    def place_of(self, line: Located) -> list[Run]:
        """The place of a line in its text, which leads to that line on its record."""
        return self.name_of_place(line.line.ref, line.record, line.anchor)

    def cited(self, name: Runs, ref: str | None, owner: str = "") -> list[Run]:
        """A text by its ``name`` and the place in it, with the comma of the language.

        Only the name where no place is known. ``owner`` as for ``reference``.
        """
        if not ref:
            return list(name)
        return self.ui("{record}, {ref}", record=name, ref=self.reference(ref, owner))

    # -- signs ---------------------------------------------------------------------------

    @once
    def sign(self, list_name: str, code: str, drawn: bool = False) -> Sign:
        """The sign of an entry of a list: "strengths", "forces" or "confidences".

        It is in words, or ``drawn`` as a shape in a matrix.
        """
        entry = self.corpus.vocabularies.entries_of(list_name).get(code)
        shape = entry.sign if entry and entry.sign else "·"
        words = self.localizer.label(list_name, code)
        return Sign(list_name, code, shape, words, drawn)

    def strength(self, code: str) -> list[Run]:
        """How strongly a line commits: must, should or may."""
        return [self.sign("strengths", code)]

    def force(self, binding: bool) -> list[Run]:
        """Binding, or not binding."""
        return [self.sign("forces", "binding" if binding else "not-binding")]

    def force_of(self, record: str) -> list[Run]:
        """What a text is today: "binding" is said only of what binds somebody.

        Empty of a text in force that applies later: its status says from which day.
        """
        is_binding_text = self.corpus.records[record].binding
        if not is_binding_text or self.corpus.binds_anyone(record):
            return self.force(is_binding_text)
        is_in_force = self.corpus.status(record) == IN_FORCE
        if is_in_force and self.corpus.applies_from(record):
            return []
        if self.corpus.group(record) == "over":
            words = self.localizer.gettext("no longer binding")
        else:
            words = self.localizer.gettext("will bind once in force")
        return [Sign("forces", "", "", words)]

    def applies_from(self, record: str, line: object = None) -> list[Run]:
        """From which day a record, or a line of it, will apply.

        Empty where that day is past or not known.
        """
        return self.dated("applies from {date}", self.corpus.applies_from(record, line))

    def confidence(self, code: str | None) -> list[Run]:
        """How sure a line is; empty where somebody read its text (``verified``)."""
        if not code or code == "verified":
            return []
        return [self.sign("confidences", code)]

    def sure(self, owner: str, line: object) -> list[Run]:
        """How sure a line or value of an owner is (``Corpus.confidence_of``).

        If an office compared the line with its text, that is said instead.
        """
        reading = reading_of(self.corpus, owner, line)
        if reading is not None:
            return self.checked(reading)
        return self.confidence(self.corpus.confidence_of(owner, line))

    def checked(self, reading: Reading) -> list[Run]:
        """Which office compared a line with its text, and on which day."""
        return self.ui(
            "checked by {office} on {date}",
            office=[Reference(reading.office)],
            date=self.date(reading.date),
        )
