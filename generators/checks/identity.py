"""Ids and addresses: what a file is, what it is called, and where it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generators.checks.rules import File, lists, mechanisms, records, rule, whole
from generators.corpus.corpus import Corpus
from generators.model.fields import SLUG, Loc
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record
from generators.model.vocabulary import NEEDED_BY, UNDEFINED, Vocabulary, VocabularyEntry
from generators.text.problems import Problem
from generators.text.sayings import say

_BODY = re.compile(SLUG)
_TEXT = re.compile(rf"{SLUG}/{SLUG}")


def titled(corpus: Corpus) -> Iterator[File[Record | Mechanism]]:
    """What has a title or a name as published: records and mechanisms."""
    yield from records(corpus)
    yield from mechanisms(corpus)


@rule(records)
def kind_keys(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A key that belongs to some kinds of record is used only in those."""
    for key, kinds in ONLY_FOR.items():
        if file.model.kind not in kinds and key in file.model.model_fields_set:
            hint = say("only for: {kinds}", kinds=", ".join(kinds))
            yield file.problem(
                (key,), say("not a key of the kind '{kind}'", kind=file.model.kind), hint
            )


@rule(records)
def type_kind(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A type of text goes with the kind of its record, as the list of types says."""
    types = corpus.vocabularies.entries_of("types")
    kind = file.model.kind
    entry = types.get(file.model.type)
    if entry and entry.kinds and kind not in entry.kinds:
        fitting = ", ".join(code for code in types if kind in types[code].kinds)
        message = say("'{id}' is not a type of the kind '{kind}'", id=entry.id, kind=kind)
        yield file.problem(
            ("type",), message, say("expected one of: {fitting}", fitting=fitting)
        )


@rule(lists)
def vocabulary_needs(_: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """An entry of a list has the keys that its list cannot do without."""
    list_name = file.model.of
    needed = set(NEEDED_BY.get(list_name, ()))
    if list_name not in UNDEFINED:
        needed.add("definition")
    for number, entry in enumerate(file.model):
        for key in sorted(needed - entry.model_fields_set):
            hint = say("add '{line}'", line=f"{key}: …")
            yield file.problem(("entries", number, key), say("missing"), hint)


@rule(whole)
def vocabulary_id(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Each id is used once in its list."""
    words = corpus.vocabularies
    ids_by_list = {
        name: [entry.id for entry in vocabulary.entries]
        for name, vocabulary in words.lists.items()
    }
    ids_by_list["states"] = [entry.id for entry in words.states]
    for name, ids in ids_by_list.items():
        source = corpus.library.sources.get(f"vocabulary/{name}")
        if source is None:
            continue
        for number, code in enumerate(ids):
            first = ids.index(code)
            if first == number:
                continue
            line = source.line(("entries", first, "id"))
            message = say(
                "'{code}' is there twice (first on line {line})", code=code, line=line
            )
            place = ("entries", number, "id")
            yield source.problem(place, message, say("keep one of them"))


class _Titles(NamedTuple):
    """The titles of a record, or the names of a mechanism."""

    published: Mapping[str, str]
    """Those that were published, by language."""
    own: str | None
    """The one in our words."""
    published_key: str
    own_key: str


def _titles(model: Record | Mechanism) -> _Titles:
    """The titles of a model, with the keys of both kinds."""
    if isinstance(model, Record):
        return _Titles(model.official_titles, model.title, "official_titles", "title")
    return _Titles(model.official_names, model.name, "official_names", "name")


@rule(titled)
def title_missing(corpus: Corpus, file: File[Record | Mechanism]) -> Iterator[Problem]:
    """A record has a title, and a mechanism a name, in the language of its file."""
    titles = _titles(file.model)
    language = file.model.language
    if language in titles.published or titles.own or file.name in corpus.library.unread:
        return
    hint = say(
        "add '{line}' as published, or '{one}' in our words",
        line=f"{titles.published_key}: {{{language}: …}}",
        one=titles.own_key,
    )
    message = say(
        "no {one} in '{language}', the language of the file",
        one=titles.own_key,
        language=language,
    )
    yield file.problem((titles.published_key,), message, hint)


@rule(titled)
def title_twice(_: Corpus, file: File[Record | Mechanism]) -> Iterator[Problem]:
    """A title in our words is given only if none was published in the language of the
    file.
    """
    titles = _titles(file.model)
    if file.model.language in titles.published and titles.own:
        message = say(
            "given together with '{several}.{language}'",
            several=titles.published_key,
            language=file.model.language,
        )
        yield file.problem((titles.own_key,), message, say("keep the published one"))


@rule(whole)
def mechanism_missing(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """A folder with records has a mechanism.yml."""
    first = {
        name.partition("/")[0]: name for name in sorted(corpus.records, reverse=True)
    }
    for folder, name in first.items():
        if f"{folder}/mechanism" not in corpus.library.sources:
            message = say("the folder '{folder}' has no mechanism.yml", folder=folder)
            hint = say("add it, or move the record to its mechanism")
            yield corpus.library.sources[name].problem((), message, hint)


@rule(titled)
def alias_form(_: Corpus, file: File[Record | Mechanism]) -> Iterator[Problem]:
    """An alias is a former id: <mechanism>/<record>, or <mechanism> for a mechanism."""
    form = _TEXT
    wanted = "<mechanism>/<record>"
    if isinstance(file.model, Mechanism):
        form = _BODY
        wanted = "<mechanism>"
    for number, alias in enumerate(file.model.aliases):
        if not form.fullmatch(alias):
            hint = say(
                "expected {wanted}, in small letters, digits and hyphens", wanted=wanted
            )
            yield file.problem(
                ("aliases", number),
                say("'{alias}' is not a former id", alias=alias),
                hint,
            )


@rule(whole)
def address_taken(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """No two records claim one address, as their id or as an alias."""
    claimed = dict.fromkeys(
        (*corpus.records, *corpus.mechanisms, *corpus.items), say("the id of a file")
    )
    for file in titled(corpus):
        for number, alias in enumerate(file.model.aliases):
            if alias in claimed:
                message = say(
                    "'{alias}' is taken ({claimed})", alias=alias, claimed=claimed[alias]
                )
                yield file.problem(
                    ("aliases", number), message, say("remove it here or there")
                )
            claimed.setdefault(alias, say("an alias in {file}", file=file.source.path))


@rule(lists)
def term_of_another(corpus: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """A form of a term is not also a form of another term: search reads it as that term.
    This applies to variants, forms to avoid that mean the same, and words that readers
    type.
    """
    if file.model.of != "terms":
        return
    term_by_form: dict[tuple[str, str], str] = {}
    for entry in file.model.entries:
        for language, form in entry.forms.items():
            term_by_form[language, form.form.casefold()] = entry.id
    for number, entry in enumerate(file.model.entries):
        for loc, language, word in _further_forms(entry):
            term = term_by_form.setdefault((language, word.casefold()), entry.id)
            if term != entry.id:
                message = say(
                    "'{form}' is a form of '{other}' too", form=word, other=term
                )
                hint = say(
                    "leave it to one of the two, or take 'same' from the form to avoid"
                )
                yield file.problem(("entries", number, *loc), message, hint)


def _further_forms(entry: VocabularyEntry) -> Iterator[tuple[Loc, str, str]]:
    """The further forms of a term, each with its path in the entry and its language."""
    for number, variant in enumerate(entry.variants):
        yield ("variants", number, "form"), variant.language, variant.form
    for number, variant in enumerate(entry.avoid):
        if variant.same:
            yield ("avoid", number, "form"), variant.language, variant.form
    for language, words in entry.typed.items():
        for number, word in enumerate(words):
            yield ("typed", language, number), language, word
