"""Catalogs against what they translate.

Catalogs of the interface have the slots and plural forms of their texts, and no markup.
A mistake there would stop a build half-way, or show a reader nothing. Catalogs of records
have the numbers, slots and links of their texts, the terms of the vocabulary, and no
markup. No word is firmer than the text, and no near word means something else. The module
also finds which translations wait for a text that was reworded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
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
    """A translation as it is shown, and the text that it translates."""

    catalog: Catalog
    """Its catalog."""
    text: str
    """The text."""
    translation: str
    """What is shown for the text; of what depends on a number, one form."""
    entry: Translation
    """The entry of the catalog that it is from."""
    source_language: str = "en"
    """The language of the text."""
    markdown: bool = False
    """Whether CommonMark is read in it."""
    form: str = ""
    """The plural form; empty where nothing depends on a number."""
    one_number: bool = False
    """Whether the form is of one number alone. Its words may say that number."""

    def problem(self, message: str, hint: str) -> Problem:
        """A problem at this entry of its catalog."""
        if self.form:
            message = say(
                "{message} in the form '{form}'", message=message, form=self.form
            )
        return Problem(self.catalog.path, self.entry.line, self.text[:40], message, hint)


def _shown(catalog: Catalog) -> Iterator[ShownTranslation]:
    """The translations of a catalog that are shown, form by form."""
    forms = cldr.plural_forms(catalog.language).items()
    for (_, text), entry in catalog.entries.items():
        if entry.state == gettext_files.STALE:
            continue
        if not entry.msgid_plural:
            yield ShownTranslation(catalog, text, entry.text, entry)
        for (form, numbers_of_form), words in zip(forms, entry.plural, strict=False):
            one_number = len(numbers_of_form) == 1
            yield ShownTranslation(
                catalog, text, words, entry, form=form, one_number=one_number
            )


def _catalogs(corpus: Corpus) -> Iterator[CorpusPart[ShownTranslation]]:
    """The catalogs of the interface and of messages, each as a part of its own."""
    library = corpus.library
    for catalog in (*library.interface.values(), *library.messages.values()):
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
    wanted = names(line.entry.msgid_plural or line.text)
    present = names(line.translation)
    may_be_in_words = {"n"} if line.one_number else set()
    lost = wanted - present - may_be_in_words
    added = present - wanted
    if rest := re.search(r"[{}]", _NAMED.sub("", line.translation)):
        hint = say("write the sentence without braces")
        if wanted:
            hint = say("write the name in braces, as in the text")
        yield line.problem(say("a '{rest}' that belongs to no slot", rest=rest[0]), hint)
    elif line.translation and (lost or added):
        named = _differing(_in_braces(lost), _in_braces(added))
        hint = say("keep the names in braces as they are")
        yield line.problem(say("other slots than the text ({named})", named=named), hint)


def _in_braces(slots: Iterable[str]) -> list[str]:
    """The names of slots as they are typed, in alphabetical order.

    >>> _in_braces({"n", "file"})
    ['{file}', '{n}']
    """
    return [f"{{{slot}}}" for slot in sorted(slots)]


def _differing(lost: Sequence[str], added: Sequence[str]) -> tuple[Saying, ...]:
    """What a translation lacks, and what it has and its text has not, in words."""
    parts = ((say("missing"), lost), (say("added"), added))
    return tuple(
        say("{words} {how}", words=tuple(words), how=how) for how, words in parts if words
    )


@rule(interface)
def interface_plurals(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of an interface string has a text. If it depends on a number, it has
    one for each form of CLDR.
    """
    forms = list(cldr.plural_forms(line.catalog.language))
    number = len(line.entry.plural)
    if line.form == forms[0] and number != len(forms):
        message = say_n("{n} plural form", "{n} plural forms", number)
        hint = say("expected {n}: {forms}", n=len(forms), forms=", ".join(forms))
        yield line._replace(form="").problem(message, hint)
    if not can_be_seen(line.translation):
        hint = say("translate it")
        if line.form:
            hint = say("translate it, or leave all forms empty")
        yield line.problem(say("no text"), hint)


@rule(interface)
def interface_markup(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of an interface string holds no markup, and no control or
    bidirectional character.
    """
    for message, hint in hidden_or_html(line.translation, line.text):
        yield line.problem(message, hint)


OF_INTERFACE = (interface_slots, interface_plurals, interface_markup)
"""The rules without which no page is built."""


class FolderCatalog(NamedTuple):
    """A catalog of a folder of records, with the texts that it translates."""

    catalog: Catalog
    """The catalog."""
    texts: Mapping[Key, Sequence[Unit]]
    """The places of each text of the folder, by context and text."""
    lines: Sequence[ShownTranslation]
    """What the catalog publishes."""


def _catalogs_with_texts(
    corpus: Corpus, folder: str, catalogs: Sequence[Catalog]
) -> Iterator[FolderCatalog]:
    """The catalogs of one folder, each with the texts of the folder."""
    texts = update.by_text(of_folder(corpus, folder))
    for catalog in catalogs:
        unpacked = catalog.apart()
        yield FolderCatalog(unpacked, texts, list(_lines(unpacked, texts)))


_TERMS = "vocabulary/terms"


def _folders(corpus: Corpus) -> Iterator[CorpusPart[FolderCatalog]]:
    """The folders that have catalogs, each as a part with its files and the terms."""
    sources = corpus.library.sources
    by_folder: dict[str, list[Catalog]] = defaultdict(list)
    for (folder, _), catalog in corpus.library.catalogs.items():
        by_folder[folder].append(catalog)
    for folder, catalogs in by_folder.items():
        files = [
            source
            for name, source in sources.items()
            if name.startswith(f"{folder}/") or name == _TERMS
        ]
        digest = digest_of([*catalogs, *files])
        yield CorpusPart(digest, partial(_catalogs_with_texts, corpus, folder, catalogs))


folder_catalogs = WalkInParts(_folders)
"""Every catalog of the records; each is judged with its folder and the terms alone."""


def _lines(
    catalog: Catalog, texts: Mapping[Key, Sequence[Unit]]
) -> Iterator[ShownTranslation]:
    """What a catalog publishes: translations that are current, of texts in use."""
    for key, entry in catalog.entries.items():
        units = texts.get(key)
        if not units or not entry.text or entry.state == gettext_files.STALE:
            continue
        markdown = any(unit.markdown for unit in units)
        language = units[0].source_language
        yield ShownTranslation(catalog, key[1], entry.text, entry, language, markdown)


@rule(folder_catalogs)
def numbers_translated(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation holds the numbers of its text."""
    language = translated.catalog.language
    for line in translated.lines:
        compared = (line.text, line.source_language, line.translation, language)
        lost, added = numbers.differ(*compared)
        if lost or added:
            differing = _differing(lost, added)
            message = say("the numbers differ ({said})", said=differing)
            yield line.problem(message, say("write the same figures as the text"))
        elif how := numbers.exchanged(*compared):
            message = say("the numbers changed places ({how})", how=how)
            yield line.problem(message, say("write each number where the text has it"))


@rule(folder_catalogs)
def term_departs(corpus: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation keeps to the terms of the vocabulary, and off the forms to avoid."""
    language = translated.catalog.language
    entries = translated.catalog.entries.values()
    everything = "\n".join(entry.text for entry in entries).lower()
    terms = corpus.vocabularies.entries_of("terms").values()
    pairs = ((term, form) for term in terms for form in _avoided(term, language))
    avoided = [(term, form) for term, form in pairs if form in everything]
    if not avoided:
        return
    for line in translated.lines:
        translation = line.translation.lower()
        for term, form in avoided:
            if form in translation and _departs(term, form, line, translation):
                message = say("'{form}' for '{label}'", form=form, label=term.label)
                hint = say("expected '{form}'", form=term.forms[language].form)
                yield line.problem(message, hint)


@rule(folder_catalogs)
def translation_markup(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation has no raw HTML, no image, no control or bidirectional character. Its
    links lead only to http or https. A translation of a summary has no CommonMark except
    emphasis and links.
    """
    for line in translated.lines:
        translation = line.translation
        read_links = commonmark.links if line.markdown else commonmark.link_targets
        targets = read_links(translation)
        for message, hint in (*hidden_or_html(translation), *bad_links(targets)):
            yield line.problem(message, hint)
        finding = beside_links(translation) if line.markdown else None
        if finding:
            yield line.problem(*finding)
        elif not line.markdown and "![" in translation:
            yield line.problem(say("an image"), say("write plain text"))


def _waits(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A finding without words for each translation whose text was reworded."""
    catalog = translated.catalog
    units = chain.from_iterable(translated.texts.values())
    for line in update.merge(units, catalog.language, catalog).lines:
        if line.translation.previous:
            yield Problem(catalog.path, 1, line.key[1][:40], "")


waits = CheckRule("translation-waits", "", folder_catalogs, _waits)
"""One finding for each translation whose text was reworded, whether its catalog says so
already or not. It is a state, for no editor knows all languages, and no mistake.
"""


def _avoided(term: VocabularyEntry, language: str) -> list[str]:
    """The forms of a term to avoid in a language that has a form of it to prefer."""
    wrong = term.avoid if language in term.forms else ()
    return [variant.form.lower() for variant in wrong if variant.language == language]


def _departs(
    term: VocabularyEntry, avoided: str, line: ShownTranslation, translation: str
) -> bool:
    """Whether a translation has a form to avoid in the place of a term.

    It may have it for another thing. So it counts only where the text says the term, and
    nothing of what the term is confused with. The translation has none of the term's own
    forms either.
    """
    text = line.text.lower()
    source = line.source_language
    language = line.catalog.language
    if not any(_says(text, form, source) for form in _forms(term, source)):
        return False
    if any(
        _says_inflected(translation, form, language) for form in _forms(term, language)
    ):
        return False
    if any(_says(text, form, source) for form in _avoided(term, source)):
        return False
    return _says(translation, avoided, language)


def _forms(term: VocabularyEntry, language: str) -> list[str]:
    """The forms of a term in a language: the one to prefer first, then its variants."""
    forms = [term.forms[language].form] if language in term.forms else []
    forms += [variant.form for variant in term.variants if variant.language == language]
    return [form.lower() for form in forms]


def _says(text: str, form: str, language: str) -> bool:
    """Whether a text says a form: whole words.

    Parts of words count where there are no spaces, or where articles are written on to
    the word.
    """
    if form not in text:
        return False
    if not facts(language).spaced or facts(language).article:
        return True
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _says_inflected(text: str, form: str, language: str) -> bool:
    """Whether a text says a form in any inflection: it has the beginning of each of its
    words.

    >>> _says_inflected("the victims identified", "victim identifies", "en")
    True
    """
    language_facts = facts(language)
    if not language_facts.spaced:
        return form in text
    beginnings = [word[: max(4, len(word) - 3)] for word in form.split()]
    return all(
        beginning.removeprefix(language_facts.article) in text for beginning in beginnings
    )


_LATIN = "A-Za-z\u00c0-\u024f"
_GREEK_OR_CYRILLIC = "\u0370-\u04ff"
_MIXED = re.compile(rf"[{_LATIN}][{_GREEK_OR_CYRILLIC}]|[{_GREEK_OR_CYRILLIC}][{_LATIN}]")
"""A Latin letter next to a Greek or Cyrillic one that looks the same."""


@rule(folder_catalogs)
def translation_text(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation of a record's text says something and has the same links. Each word
    is in one alphabet.
    """
    for line in translated.lines:
        translation = line.translation
        if _has_words(line.text) and not _has_words(translation):
            message = say("a translation without a letter or figure")
            yield line.problem(message, say("translate it, or leave it empty"))
        if mixed := _MIXED.search(translation):
            word = _word_at(translation, mixed.start())
            message = say("letters of two alphabets in one word ('{word}')", word=word)
            yield line.problem(message, say("type the word again: no search finds it"))
        if line.markdown and not beside_links(translation):
            links = sorted(commonmark.links(translation))
            if links != sorted(commonmark.links(line.text)):
                hint = say("keep the addresses of the text, and no others")
                yield line.problem(say("other links than the text"), hint)


def _word_at(text: str, place: int) -> str:
    """The word of a text that has a letter at a place.

    >>> _word_at("one word", 5)
    'word'
    """
    words = re.finditer(r"\w+", text)
    return next(word[0] for word in words if word.end() > place)


def _has_words(text: str) -> bool:
    """Whether a text has a letter or a figure."""
    return any(map(str.isalnum, text))


_MILD = {"encouragement", "permission", "principle"}
_FIRM_SOURCE = re.compile(
    r"(?i)\b(must|shall|ha(?:s|ve) to|needs? to|oblig|requir|owe|duty|duties|bound|not|"
    r"never|cannot)"
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)


@rule(folder_catalogs)
def translation_slots(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation of words that go round something has the slots of its text, such as
    {n}.
    """
    for line in translated.lines:
        if "{" not in line.text:
            continue
        differing = names(line.text) ^ names(line.translation)
        if differing:
            named = ", ".join(_in_braces(differing))
            message = say("other slots than the text ({named})", named=named)
            yield line.problem(message, say("keep what is in braces as it is"))


@rule(folder_catalogs)
def translation_firmer(corpus: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation is not firmer than its text: 'should' stays 'should'. If a provision
    encourages, permits or states a principle, its translation does not add a 'must'.
    """
    modal = facts(translated.catalog.language).modal
    if not modal:
        return
    mild_texts = _mild_texts(corpus, translated.catalog.path.split("/")[-2])
    for line in translated.lines:
        # most lines say nothing that one must, so that is asked first
        must = (
            modal.must.search(line.translation) if line.source_language == "en" else None
        )
        if must and _is_mild(line.text, mild_texts):
            message = say("'{found}' is firmer than the text", found=must[0])
            hint = say("write {should}, or no such word", should=modal.should)
            yield line.problem(message, hint)


def _is_mild(text: str, mild_texts: Collection[str]) -> bool:
    """Whether an English text commits nobody, and has no word of duty."""
    if text not in mild_texts and not _SHOULD.search(text):
        return False
    return not _FIRM_SOURCE.search(text)


@once
def _mild_texts(corpus: Corpus, folder: str) -> frozenset[str]:
    """What the provisions of a folder say that commit nobody, where none that commits
    says the same.
    """
    strengths: dict[str, set[str]] = defaultdict(set)
    for name, record in corpus.records.items():
        if name.startswith(f"{folder}/"):
            for provision in record.provisions:
                strengths[provision.says].add(provision.strength)
    return frozenset(text for text, typed in strengths.items() if typed <= _MILD)


@rule(folder_catalogs)
def translation_neighbour(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation does not say the near word that means something else, such as Spanish
    'pendiente' for 'due'.
    """
    for line in translated.lines:
        if line.source_language == "en":
            yield from _misled(line)


@rule(interface)
def interface_neighbour(_: Corpus, line: ShownTranslation) -> Iterator[Problem]:
    """A translation of the interface does not say the near word that means something else
    either.
    """
    yield from _misled(line)


def _misled(line: ShownTranslation) -> Iterator[Problem]:
    """The near words in a translation that mean something else than its text."""
    for near in facts(line.catalog.language).neighbours:
        wrong = near.wrong.search(line.translation)
        if not wrong or near.unless.search(line.text):
            continue
        if near.source.search(line.text):
            message = say("'{found}' says something else", found=wrong[0])
            yield line.problem(message, near.hint)


RULES = rules_of(globals())
