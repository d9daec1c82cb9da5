"""Kinds, names and addresses: what a file is, what it is called, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generators.checks.rules import File, lists, mechanisms, records, rule, whole
from generators.corpus.corpus import Corpus
from generators.model.fields import SLUG, Loc
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record
from generators.model.vocabulary import NEEDED_BY, UNDEFINED, VocabularyEntry
from generators.text.problems import Problem
from generators.text.sayings import say

_BODY = re.compile(SLUG)
_TEXT = re.compile(rf"{SLUG}/{SLUG}")


def titled(corpus: Corpus) -> Iterator[File]:
    """What has a title or a name as published: records and mechanisms."""
    yield from records(corpus)
    yield from mechanisms(corpus)


@rule(records)
def kind_keys(_: Corpus, file: File) -> Iterator[Problem]:
    """A key that belongs to some kinds of record is used only in those."""
    for key, kinds in ONLY_FOR.items():
        if file.model.kind not in kinds and key in file.model.model_fields_set:
            hint = say("only for: {kinds}", kinds=", ".join(kinds))
            yield file.problem(
                (key,), say("not a key of the kind '{kind}'", kind=file.model.kind), hint
            )


@rule(records)
def type_kind(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A type of text goes with the kind of its record, as the list of types says."""
    types, kind = corpus.vocabularies.of("types"), file.model.kind
    entry = types.get(file.model.type)
    if entry and entry.kinds and kind not in entry.kinds:
        fitting = ", ".join(code for code, other in types.items() if kind in other.kinds)
        message = say("'{id}' is not a type of the kind '{kind}'", id=entry.id, kind=kind)
        yield file.problem(
            ("type",), message, say("expected one of: {fitting}", fitting=fitting)
        )


@rule(lists)
def vocabulary_needs(_: Corpus, file: File) -> Iterator[Problem]:
    """An entry of a list has the keys that its list cannot do without."""
    of = file.model.of
    needed = NEEDED_BY.get(of, set()) | (set() if of in UNDEFINED else {"definition"})
    for number, entry in enumerate(file.model):
        for key in sorted(needed - entry.model_fields_set):
            hint = say("add '{line}'", line=f"{key}: …")
            yield file.problem(("entries", number, key), say("missing"), hint)


@rule(whole)
def vocabulary_id(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Each id is used once in its list."""
    words, sources = corpus.vocabularies, corpus.library.sources
    for name, entries in {**words.lists, "states": words.states}.items():
        ids = [entry.id for entry in entries]
        for number, code in enumerate(ids):
            if (first := ids.index(code)) != number and (
                source := sources.get(f"vocabulary/{name}")
            ):
                line = source.line(("entries", first, "id"))
                message = say(
                    "'{code}' is there twice (first on line {line})", code=code, line=line
                )
                yield source.problem(
                    ("entries", number, "id"), message, say("keep one of them")
                )


@rule(titled)
def title_missing(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A record has a title, and a mechanism a name, in the language of its file."""
    published, own, several, one = _titles(file.model)
    language = file.model.language
    if language not in published and not own and file.name not in corpus.library.unread:
        line = f"{several}: {{{language}: …}}"
        hint = say(
            "add '{line}' as published, or '{one}' in our words", line=line, one=one
        )
        message = say(
            "no {one} in '{language}', the language of the file",
            one=one,
            language=language,
        )
        yield file.problem((several,), message, hint)


@rule(titled)
def title_twice(_: Corpus, file: File) -> Iterator[Problem]:
    """A title in our words is given only if none was published in the language of the
    file.
    """
    published, own, several, one = _titles(file.model)
    if file.model.language in published and own:
        language = file.model.language
        message = say(
            "given together with '{several}.{language}'",
            several=several,
            language=language,
        )
        yield file.problem((one,), message, say("keep the published one"))


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
def alias_form(_: Corpus, file: File) -> Iterator[Problem]:
    """An alias is a former id: <mechanism>/<record>, or <mechanism> for a mechanism."""
    own = isinstance(file.model, Mechanism)
    form, wanted = (_BODY, "<mechanism>") if own else (_TEXT, "<mechanism>/<record>")
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


def _titles(model: Record | Mechanism) -> tuple[Mapping[str, str], str | None, str, str]:
    """The titles published, the one in our words, and the keys of both."""
    if isinstance(model, Record):
        return model.official_titles, model.title, "official_titles", "title"
    return model.official_names, model.name, "official_names", "name"


@rule(lists)
def term_of_another(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A form of a term is not also a form of another term: search reads it as that term.
    This applies to variants, forms to avoid that mean the same, and words that readers
    type.
    """
    if file.model.of != "terms":
        return
    forms = ((entry.id, *each) for entry in file.model for each in entry.forms.items())
    meant = {(language, form.form.casefold()): term for term, language, form in forms}
    for number, entry in enumerate(file.model.entries):
        for loc, language, form in _read_as(entry):
            other = meant.setdefault((language, form.casefold()), entry.id)
            if other != entry.id:
                message = say(
                    "'{form}' is a form of '{other}' too", form=form, other=other
                )
                hint = say(
                    "leave it to one of the two, or take 'same' from the form to avoid"
                )
                yield file.problem(("entries", number, *loc), message, hint)


def _read_as(entry: VocabularyEntry) -> Iterator[tuple[Loc, str, str]]:
    """Where each further form of a term stands, its language, and the form."""
    for number, variant in enumerate(entry.variants):
        yield ("variants", number, "form"), variant.language, variant.form
    for number, variant in enumerate(entry.avoid):
        if variant.same:
            yield ("avoid", number, "form"), variant.language, variant.form
    for language, words in entry.typed.items():
        for number, word in enumerate(words):
            yield ("typed", language, number), language, word
