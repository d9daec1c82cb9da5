"""Catalogs against what they translate. Of the interface: slots, plural forms, and
nothing that a reader would see as markup; what breaks one of these rules would stop a
build half-way, or show a reader nothing. Of records: the same numbers, slots and links,
the field's own terms, no markup, no firmer word, no near word that means something else;
and which of them wait for a text that was reworded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generators.checks import numbers
from generators.checks.rules import (
    CheckRule,
    CorpusPart,
    WalkInParts,
    digest_of,
    rule,
    rules_of,
)
from generators.checks.texts import bad_links, beside_links, can_be_seen, hidden_or_html
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.languages import facts
from generators.model.vocabulary import VocabularyEntry
from generators.text import commonmark, gettext_files
from generators.text.gettext_files import Catalog, Key, Translation
from generators.text.problems import Problem
from generators.text.sayings import Saying, names, say, say_n
from generators.translate import update
from generators.translate.units import Unit, of_folder

_NAMED = re.compile(r"\{[a-z_]+\}")


class ShownTranslation(NamedTuple):
    """A translation as it is shown, ``said``, and the text that it translates (``source``
    is that text's language, ``markdown`` says whether CommonMark is read in it). Of what
    depends on a number it is one ``form``; ``one_number`` says whether that stands for
    one number alone, which its words may say instead of a figure.
    """

    catalog: Catalog
    text: str
    said: str
    found: Translation
    source: str = "en"
    markdown: bool = False
    form: str = ""
    one_number: bool = False

    def problem(self, message: str, hint: str) -> Problem:
        """A problem at this entry of its catalog."""
        if self.form:
            message = say(
                "{message} in the form '{form}'", message=message, form=self.form
            )
        return Problem(self.catalog.path, self.found.line, self.text[:40], message, hint)


def _shown(catalog: Catalog) -> Iterator[ShownTranslation]:
    forms = cldr.plural_forms(catalog.language).items()
    for (_, text), found in catalog.entries.items():
        if found.state == gettext_files.STALE:
            continue
        if not found.msgid_plural:
            yield ShownTranslation(catalog, text, found.text, found)
        for (category, counted), said in zip(forms, found.plural, strict=False):
            yield ShownTranslation(
                catalog, text, said, found, form=category, one_number=len(counted) == 1
            )


def _catalogs(corpus: Corpus) -> Iterator[CorpusPart]:
    for catalog in (
        *corpus.library.interface.values(),
        *corpus.library.messages.values(),
    ):
        yield CorpusPart(digest_of([catalog]), partial(_shown, catalog))


interface = WalkInParts(_catalogs)
"""Every translation of the interface that is shown, to readers or editors; each is judged
with its catalog alone.
"""


@rule(interface)
def interface_slots(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of an interface string has the slots of its text, such as {n}, in
    every form. It has no other braces.
    """
    wanted, have = names(line.found.msgid_plural or line.text), names(line.said)
    lost = wanted - have - ({"n"} if line.one_number else set())
    if rest := re.search(r"[{}]", _NAMED.sub("", line.said)):
        hint = say("write the sentence without braces")
        if wanted:
            hint = say("write the name in braces, as in the text")
        yield line.problem(say("a '{rest}' that belongs to no slot", rest=rest[0]), hint)
    elif line.said and (lost or have - wanted):
        named = _differing(
            *([f"{{{each}}}" for each in sorted(of)] for of in (lost, have - wanted))
        )
        hint = say("keep the names in braces as they are")
        yield line.problem(say("other slots than the text ({named})", named=named), hint)


def _differing(lost: Sequence[str], added: Sequence[str]) -> tuple[Saying, ...]:
    """What a translation lacks and what it has beside its text, in words."""
    parts = ((say("missing"), lost), (say("added"), added))
    return tuple(
        say("{words} {how}", words=tuple(of), how=how) for how, of in parts if of
    )


@rule(interface)
def interface_plurals(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of an interface string has a text. If it depends on a number, it has
    one for each form of CLDR.
    """
    forms, found = [*cldr.plural_forms(line.catalog.language)], len(line.found.plural)
    if line.form == forms[0] and found != len(forms):
        hint = say("expected {n}: {forms}", n=len(forms), forms=", ".join(forms))
        yield line._replace(form="").problem(
            say_n("{n} plural form", "{n} plural forms", found), hint
        )
    if not can_be_seen(line.said):
        hint = (
            say("translate it, or leave all forms empty")
            if line.form
            else say("translate it")
        )
        yield line.problem(say("no text"), hint)


@rule(interface)
def interface_markup(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of an interface string holds no markup, and no control or
    bidirectional character.
    """
    for wrong in hidden_or_html(line.said, line.text):
        yield line.problem(*wrong)


OF_INTERFACE = (interface_slots, interface_plurals, interface_markup)
"""The rules without which no page is built."""


class Held(NamedTuple):
    """A catalog beside the texts of its folder, by context and text; one text can stand
    at several places. ``lines`` are what the catalog publishes.
    """

    catalog: Catalog
    texts: Mapping[Key, Sequence[Unit]]
    lines: Sequence[ShownTranslation]


def _held(corpus: Corpus, folder: str, catalogs: Sequence[Catalog]) -> Iterator[Held]:
    texts = update.by_text(of_folder(corpus, folder))
    for catalog in catalogs:
        once = catalog.apart()
        yield Held(once, texts, list(_lines(once, texts)))


def _folders(corpus: Corpus) -> Iterator[CorpusPart]:
    sources = corpus.library.sources
    by_folder: dict[str, list[Catalog]] = defaultdict(list)
    for (folder, _), catalog in corpus.library.catalogs.items():
        by_folder[folder].append(catalog)
    for folder, catalogs in by_folder.items():
        names = [
            name for name in sources if name.startswith(f"{folder}/") or name == _TERMS
        ]
        key = digest_of([*catalogs, *(sources[name] for name in names)])
        yield CorpusPart(key, partial(_held, corpus, folder, catalogs))


_TERMS = "vocabulary/terms"
held = WalkInParts(_folders)
"""Every catalog of the records; each is judged with its folder and the terms alone."""


def _lines(
    catalog: Catalog, texts: Mapping[Key, Sequence[Unit]]
) -> Iterator[ShownTranslation]:
    for key, entry in catalog.entries.items():
        if (
            entry.state != gettext_files.STALE
            and entry.text
            and (units := texts.get(key))
        ):
            markdown = any(unit.markdown for unit in units)
            yield ShownTranslation(
                catalog, key[1], entry.text, entry, units[0].source_language, markdown
            )


@rule(held)
def numbers_translated(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation holds the numbers of its text."""
    for line in here.lines:
        texts = (line.text, line.source, line.said, line.catalog.language)
        lost, added = numbers.differ(*texts)
        if lost or added:
            hint = say("write the same figures as the text")
            yield line.problem(
                say("the numbers differ ({said})", said=_differing(lost, added)), hint
            )
        elif how := numbers.exchanged(*texts):
            hint = say("write each number where the text has it")
            yield line.problem(say("the numbers changed places ({how})", how=how), hint)


@rule(held)
def term_departs(corpus: Corpus, here: Held) -> Iterator[Problem]:
    """A translation keeps to the terms of the vocabulary, and off the forms to avoid."""
    language = here.catalog.language
    everything = "\n".join(entry.text for entry in here.catalog.entries.values()).lower()
    terms = corpus.vocabularies.entries_of("terms").values()
    pairs = ((term, form) for term in terms for form in _avoided(term, language))
    avoided = [(term, form) for term, form in pairs if form in everything]
    for line in here.lines if avoided else ():
        said = line.said.lower()
        for term, form in avoided:
            if form in said and _departs(term, form, line, said):
                hint = say("expected '{form}'", form=term.forms[language].form)
                yield line.problem(
                    say("'{form}' for '{label}'", form=form, label=term.label), hint
                )


@rule(held)
def translation_markup(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation has no raw HTML, no image, no control or bidirectional character. Its
    links lead only to http or https. A translation of a summary has no CommonMark except
    emphasis and links.
    """
    for line in here.lines:
        said = line.said
        for wrong in (*hidden_or_html(said), *bad_links(said)):
            yield line.problem(*wrong)
        if line.markdown and (wrong := beside_links(said)):
            yield line.problem(*wrong)
        elif not line.markdown and "![" in said:
            yield line.problem(say("an image"), say("write plain text"))


def _waits(_: Corpus, here: Held) -> Iterator[Problem]:
    units = (unit for found in here.texts.values() for unit in found)
    for line in update.merge(units, here.catalog.language, here.catalog).lines:
        if line.translation.previous:
            yield Problem(here.catalog.path, 1, line.key[1][:40], "")


waits = CheckRule("translation-waits", "", held, _waits)
"""One finding for each translation whose text was reworded, whether its catalog says so
already or not: a state, for no editor knows all languages, and no mistake.
"""


def _avoided(term: VocabularyEntry, language: str) -> list[str]:
    """The forms of a term to avoid in a language that has a form of it to prefer."""
    wrong = term.avoid if language in term.forms else ()
    return [variant.form.lower() for variant in wrong if variant.language == language]


def _departs(
    term: VocabularyEntry, avoided: str, line: ShownTranslation, said: str
) -> bool:
    """Whether a form to avoid stands in a translation in the place of a term.

    It may rightly stand there for another thing: so it counts only where the text says
    the term and nothing of what the term is confused with, and where none of the term's
    own forms stands in the translation.
    """
    language, text = line.catalog.language, line.text.lower()
    if not any(_says(text, form, line.source) for form in _forms(term, line.source)):
        return False
    if any(_kept(said, form, language) for form in _forms(term, language)):
        return False
    if any(_says(text, form, line.source) for form in _avoided(term, line.source)):
        return False
    return _says(said, avoided, language)


def _forms(term: VocabularyEntry, language: str) -> list[str]:
    own = [term.forms[language]] if language in term.forms else []
    variants = (variant for variant in term.variants if variant.language == language)
    return [each.form.lower() for each in (*own, *variants)]


def _says(text: str, form: str, language: str) -> bool:
    """Whether a text says a form: whole words, but where there are no spaces, or articles
    are written on to the word.
    """
    if form not in text:
        return False
    if not facts(language).spaced or facts(language).article:
        return True
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _kept(text: str, form: str, language: str) -> bool:
    """Whether a text says a form in any inflection: the beginning of each of its words is
    there.
    """
    own = facts(language)
    if not own.spaced:
        return form in text
    return all(
        word[: max(4, len(word) - 3)].removeprefix(own.article) in text
        for word in form.split()
    )


_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u04ff"
_MIXED = re.compile(rf"\w*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\w*")
"""A word with a Latin letter beside a Greek or Cyrillic one, which looks like another."""


@rule(held)
def translation_text(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation of a record's text says something and has the same links. Each word
    is in one alphabet.
    """
    for line in here.lines:
        said, text = line.said, line.text
        if _has_words(text) and not _has_words(said):
            hint = say("translate it, or leave it empty")
            yield line.problem(say("a translation without a letter or figure"), hint)
        if mixed := _MIXED.search(said):
            message = say(
                "letters of two alphabets in one word ('{word}')", word=mixed[0]
            )
            yield line.problem(message, say("type the word again: no search finds it"))
        read = line.markdown and not beside_links(said)
        if read and sorted(commonmark.links(said)) != sorted(commonmark.links(text)):
            hint = say("keep the addresses of the text, and no others")
            yield line.problem(say("other links than the text"), hint)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


_MILD = {"encouragement", "permission", "principle"}
_FIRM_SOURCE = re.compile(
    r"(?i)\b(must|shall|ha(?:s|ve) to|needs? to|oblig|requir|owe|duty|duties|bound|not|"
    r"never|cannot)"
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)


@rule(held)
def translation_slots(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation of words that go round something has the slots of its text, such as
    {n}.
    """
    for line in here.lines:
        if "{" in line.text and (lost := names(line.text) ^ names(line.said)):
            named = ", ".join(f"{{{each}}}" for each in sorted(lost))
            hint = say("keep what is in braces as it is")
            yield line.problem(
                say("other slots than the text ({named})", named=named), hint
            )


@rule(held)
def translation_firmer(corpus: Corpus, here: Held) -> Iterator[Problem]:
    """A translation is not firmer than its text: 'should' stays 'should'. If a provision
    encourages, permits or states a principle, its translation does not add a 'must'.
    """
    modal = facts(here.catalog.language).modal
    mild = _mild(corpus, here.catalog.path.split("/")[-2]) if modal else frozenset()
    for line in here.lines if modal else ():
        # most lines say nothing that one must, so that is asked first
        found = modal.must.search(line.said) if line.source == "en" else None
        if (
            found
            and (line.text in mild or _SHOULD.search(line.text))
            and not _FIRM_SOURCE.search(line.text)
        ):
            hint = say("write {should}, or no such word", should=modal.should)
            yield line.problem(
                say("'{found}' is firmer than the text", found=found[0]), hint
            )


@once
def _mild(corpus: Corpus, folder: str) -> frozenset[str]:
    """What the provisions of a folder say that commit nobody, where none that commits
    says the same.
    """
    strengths: dict[str, set[str]] = defaultdict(set)
    for name, record in corpus.records.items():
        if name.startswith(f"{folder}/"):
            for provision in record.provisions:
                strengths[provision.says].add(provision.strength)
    return frozenset(text for text, found in strengths.items() if found <= _MILD)


@rule(held)
def translation_neighbour(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation does not say the near word that means something else, such as Spanish
    'pendiente' for 'due'.
    """
    for line in here.lines:
        if line.source == "en":
            yield from _misled(line)


@rule(interface)
def interface_neighbour(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of the interface does not say the near word that means something else
    either.
    """
    yield from _misled(line)


def _misled(line: ShownTranslation) -> Iterator[Problem]:
    for near in facts(line.catalog.language).neighbours:
        found = near.wrong.search(line.said)
        if found and near.source.search(line.text) and not near.unless.search(line.text):
            yield line.problem(
                say("'{found}' says something else", found=found[0]), near.hint
            )


RULES = rules_of(globals())
