"""The interface's catalogs: slots, plural forms, and nothing that a reader would see as markup.

A translation that breaks one of these rules would stop a build half-way, or show a reader nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generators.checks.rules import Apart, interface_parts, rule, rules_of
from generators.checks.texts import hidden_or_html
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Translation
from generators.text.problems import Problem
from generators.text.sayings import say, say_n

_SLOT = re.compile(r"\{([a-z_]+)\}")


def slots(text: str) -> frozenset[str]:
    """The names of a string's slots: ``n`` of ``{n} records``."""
    return frozenset(_SLOT.findall(text))


class Said(NamedTuple):
    """A translation of an interface string, as it is shown."""

    catalog: Catalog
    text: str
    found: Translation

    def forms(self) -> Iterator[tuple[str, str, bool]]:
        """What is shown: the name of each form (empty where there is one only), its text, and whether it
        stands for one number alone, which its words may say instead of a figure.
        """
        if not self.found.msgid_plural:
            yield "", self.found.text, False
            return
        categories = cldr.plural_forms(self.catalog.language).items()
        for (category, numbers), text in zip(categories, self.found.plural, strict=False):
            yield category, text, len(numbers) == 1

    def problem(self, message: str, hint: str, form: str = "") -> Problem:
        """A problem at this entry of its catalog."""
        where = say("{message} in the form '{form}'", message=message, form=form) if form else message
        return Problem(self.catalog.path, self.found.line, self.text[:40], where, hint)


def _interface(corpus: Corpus) -> Iterator[Said]:
    library = corpus.library
    for catalog in (*library.interface.values(), *library.messages.values()):
        for (_, text), found in catalog.entries.items():
            if found.state != gettext_files.STALE:
                yield Said(catalog, text, found)


interface = Apart(interface_parts, _interface)
"""Every translation of the interface that is shown, to readers or editors; each is judged with its catalog
alone.
"""


@rule(
    "A translation of an interface string has the slots of its text, such as {n}, in every form. It has no "
    "other braces.",
    interface,
)
def interface_slots(_: Corpus, said: Said) -> Iterator[Problem]:
    wanted = slots(said.found.msgid_plural or said.text)
    for form, text, one_number in said.forms():
        have = slots(text)
        lost = wanted - have - ({"n"} if one_number else set())
        if rest := re.search(r"[{}]", _SLOT.sub("", text)):
            hint = (
                say("write the name in braces, as in the text")
                if wanted
                else say("write the sentence without braces")
            )
            yield said.problem(say("a '{rest}' that belongs to no slot", rest=rest[0]), hint, form)
        elif text and (lost or have - wanted):
            parts = ((say("missing"), lost), (say("added"), have - wanted))
            named = tuple(
                say("{words} {how}", words=tuple(f"{{{each}}}" for each in sorted(of)), how=how)
                for how, of in parts
                if of
            )
            yield said.problem(
                say("other slots than the text ({named})", named=named),
                say("keep the names in braces as they are"),
                form,
            )


@rule(
    "A translation of an interface string has a text. If it depends on a number, it has one for each form "
    "of CLDR.",
    interface,
)
def interface_plurals(_: Corpus, said: Said) -> Iterator[Problem]:
    forms = cldr.plural_forms(said.catalog.language)
    found = len(said.found.plural)
    if said.found.msgid_plural and found != len(forms):
        hint = say("expected {n}: {forms}", n=len(forms), forms=", ".join(forms))
        yield said.problem(say_n("{n} plural form", "{n} plural forms", found), hint)
    for form, text, _one in said.forms():
        if not any(character.isprintable() and not character.isspace() for character in text):
            hint = say("translate it, or leave all forms empty") if form else say("translate it")
            yield said.problem(say("no text"), hint, form)


@rule(
    "A translation of an interface string holds no markup, and no control or bidirectional character.",
    interface,
)
def interface_markup(_: Corpus, said: Said) -> Iterator[Problem]:
    for form, text, _one in said.forms():
        for wrong in hidden_or_html(text, said.text):
            yield said.problem(*wrong, form)


RULES = rules_of(globals())
