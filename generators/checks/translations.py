"""Catalogs against the records that they translate: the same numbers, the field's own terms, no markup; and
which of them wait for a text that was reworded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generators.checks import numbers, parts
from generators.checks.rules import Apart, CheckRule, rule, rules_of
from generators.checks.texts import TAG
from generators.checks.wording import bad_links, beside_links
from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.model.vocabulary import Entry
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Key, Translation
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.text.yaml_files import HIDDEN
from generators.translate import update
from generators.translate.units import Unit, extract


class Line(NamedTuple):
    """A translation that is published, and the text that it translates (``source`` is that text's language,
    ``markdown`` says whether CommonMark is read in it).
    """

    catalog: Catalog
    text: str
    source: str
    found: Translation
    markdown: bool = False

    def problem(self, message: str, hint: str) -> Problem:
        """A problem at this entry of its catalog."""
        return Problem(self.catalog.path, self.found.line, self.text[:40], message, hint)


class Held(NamedTuple):
    """A catalog beside the texts of its folder, by context and text; one text can stand at several places.
    ``lines`` are what the catalog publishes.
    """

    catalog: Catalog
    texts: Mapping[Key, Sequence[Unit]]
    lines: Sequence[Line]


def _held(corpus: Corpus) -> Iterator[Held]:
    texts: dict[str, dict[Key, list[Unit]]] = {}
    for folder, units in extract(corpus).items() if corpus.library.catalogs else ():
        by_key = texts[folder] = defaultdict(list)
        for unit in units:
            by_key[unit.context, unit.text].append(unit)
    for (folder, _), catalog in corpus.library.catalogs.items():
        here = texts.get(folder, {})
        yield Held(catalog, here, list(_lines(catalog, here)))


held = Apart(parts.folders, _held)
"""Every catalog of the records; each is judged with its folder and the terms alone."""


def _lines(catalog: Catalog, texts: Mapping[Key, Sequence[Unit]]) -> Iterator[Line]:
    for key, entry in catalog.entries.items():
        if entry.state != gettext_files.STALE and entry.text and (units := texts.get(key)):
            markdown = any(unit.markdown for unit in units)
            yield Line(catalog, key[1], units[0].source_language, entry, markdown)


@rule("A translation holds the numbers of its text.", held)
def numbers_translated(_: Corpus, here: Held) -> Iterator[Problem]:
    for line in here.lines:
        lost, added = numbers.differ(line.text, line.source, line.found.text, line.catalog.language)
        if lost or added:
            parts = ((say("missing"), lost), (say("added"), added))
            said = tuple(say("{words} {how}", words=tuple(each), how=how) for how, each in parts if each)
            yield line.problem(
                say("the numbers differ ({said})", said=said),
                say("write the same figures as the text"),
            )
        elif how := numbers.exchanged(line.text, line.source, line.found.text, line.catalog.language):
            hint = say("write each number where the text has it")
            yield line.problem(say("the numbers changed places ({how})", how=how), hint)


@rule("A translation keeps to the terms of the vocabulary, and off the forms to avoid.", held)
def term_departs(corpus: Corpus, here: Held) -> Iterator[Problem]:
    language = here.catalog.language
    everything = "\n".join(entry.text for entry in here.catalog.entries.values()).lower()
    avoided = [
        (term, form)
        for term in corpus.vocabularies.of("terms").values()
        for form in _avoided(term, language)
        if form in everything
    ]
    for line in here.lines if avoided else ():
        said = line.found.text.lower()
        for term, form in avoided:
            if form in said and _departs(term, form, line, said):
                yield line.problem(
                    say("'{form}' for '{label}'", form=form, label=term.label),
                    say("expected '{form}'", form=term.forms[language].form),
                )


@rule(
    "A translation has no raw HTML, no image, no control or bidirectional character. Its links lead only "
    "to http or https. A translation of a summary has no CommonMark except emphasis and links.",
    held,
)
def translation_markup(_: Corpus, here: Held) -> Iterator[Problem]:
    for line in here.lines:
        said = line.found.text
        if hidden := HIDDEN.search(said):
            yield line.problem(
                say("a hidden character (U+{code})", code=f"{ord(hidden.group()):04X}"),
                say("remove it; the site sets direction by itself"),
            )
        if tag := "<" in said and TAG.search(said):
            yield line.problem(
                say("raw HTML ('{said}')", said=said[tag.start() : tag.start() + 20]), say("write plain text")
            )
        for target in bad_links(said):
            yield line.problem(
                say("a link to '{target}'", target=target[:40]),
                say("expected an address that begins with http:// or https://"),
            )
        if line.markdown and (wrong := beside_links(said)):
            yield line.problem(*wrong)
        elif not line.markdown and "![" in said:
            yield line.problem(say("an image"), say("write plain text"))


def _waits(_: Corpus, here: Held) -> Iterator[Problem]:
    units = (unit for found in here.texts.values() for unit in found)
    for line in update.merge(units, here.catalog.language, here.catalog).lines:
        if line.previous and not line.obsolete:
            yield Problem(here.catalog.path, 1, line.msgid[:40], "")


waits = CheckRule("translation-waits", "", held, _waits)
"""One finding for each translation whose text was reworded, whether its catalog says so already or not: a
state, for no editor knows all languages, and no mistake.
"""


def _avoided(term: Entry, language: str) -> list[str]:
    """The forms of a term to avoid in a language that has a form of it to prefer."""
    return (
        [variant.form.lower() for variant in term.avoid if variant.language == language]
        if language in term.forms
        else []
    )


def _departs(term: Entry, avoided: str, line: Line, said: str) -> bool:
    """Whether a form to avoid stands in a translation in the place of a term.

    It may rightly stand there for another thing: so it counts only where the text says the term and nothing
    of what the term is confused with, and where none of the term's own forms stands in the translation.
    """
    language, text = line.catalog.language, line.text.lower()
    if not any(_says(text, form, line.source) for form in _forms(term, line.source)):
        return False
    if any(_kept(said, form, language) for form in _forms(term, language)):
        return False
    if any(_says(text, form, line.source) for form in _avoided(term, line.source)):
        return False
    return _says(said, avoided, language)


def _forms(term: Entry, language: str) -> list[str]:
    forms = [term.forms[language].form] if language in term.forms else []
    return [
        form.lower()
        for form in (*forms, *(variant.form for variant in term.variants if variant.language == language))
    ]


def _says(text: str, form: str, language: str) -> bool:
    """Whether a text says a form: whole words, but where there are no spaces, or articles are written on to
    the word.
    """
    if form not in text:
        return False
    if not facts(language).spaced or facts(language).article:
        return True
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _kept(text: str, form: str, language: str) -> bool:
    """Whether a text says a form in any inflection: the beginning of each of its words is there."""
    own = facts(language)
    if not own.spaced:
        return form in text
    return all(word[: max(4, len(word) - 3)].removeprefix(own.article) in text for word in form.split())


RULES = rules_of(globals())
