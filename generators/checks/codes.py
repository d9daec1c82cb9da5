"""Codes of closed lists, States and languages, and the form of ids and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from generators.checks.rules import FieldValue, rule, values
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.corpus.memo import once
from generators.model.fields import (
    SLUG,
    TAG,
    Address,
    Code,
    LanguageTag,
    Place,
    Ref,
    Slug,
    State,
)
from generators.model.vocabulary import VocabularyEntry
from generators.text.problems import Problem, expected, meant, name_meant, near
from generators.text.sayings import say
from generators.text.yaml_files import HIDDEN


@rule(values, Code)
def code_unknown(corpus: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A code is an entry of its list in the vocabulary."""
    list_name = field_value.mark.list_name
    value = field_value.value
    known = corpus.vocabularies.entries_of(list_name)
    if known and value and value not in known:
        typed = {code: entry for code, entry in known.items() if not entry.derived}
        file = f"{FOLDER}/vocabulary/{list_name}.yml"
        message = say("'{value}' is not in the list '{of}'", value=value, of=list_name)
        hint = _code_meant(value, typed) or expected(value, typed, file)
        yield field_value.problem(message, hint)


def _code_meant(value: str, known: Mapping[str, VocabularyEntry]) -> str:
    """The remedy that names the entry that was meant by a label or a slip.

    It is empty where none is meant for certain.
    """
    codes = [word.strip(",") for word in value.split()]
    if len(codes) > 1 and all(code in known for code in codes):
        return say(
            "a comma is missing between two codes: {codes}", codes=", ".join(codes)
        )
    code_by_name = {_spelled(entry.label): code for code, entry in known.items()}
    code_by_name |= {_spelled(code): code for code in known}
    for code, entry in known.items():
        for words in entry.typed.values():
            code_by_name |= {_spelled(word): code for word in words}
    spelled = _spelled(value)
    if spelled in code_by_name:
        return meant(code_by_name[spelled])
    if close := get_close_matches(spelled, code_by_name, n=1, cutoff=0.8):
        return meant(code_by_name[close[0]])
    return ""


def _spelled(text: str) -> str:
    """The words of a text in small letters, with one blank between them.

    >>> _spelled("In-Force")
    'in force'
    """
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


@rule(values, State)
def state_unknown(corpus: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A State is an ISO 3166-1 alpha-3 code."""
    if not cldr.is_state(field_value.value):
        code = cldr.state_meant(field_value.value, _typed_states(corpus))
        hint: str = say("expected three capital letters of ISO 3166-1, such as NOR")
        if code:
            hint = meant(code)
        message = say("'{value}' is not the code of a State", value=field_value.value)
        yield field_value.problem(message, hint)


@once
def _typed_states(corpus: Corpus) -> dict[str, str]:
    """The codes of States by what readers type for them."""
    codes = {}
    for language in corpus.languages:
        for code, rows in corpus.vocabularies.state_words.items():
            for words in rows:
                for name in words.names.get(language, ()):
                    codes[cldr.plain_name(name)] = code
    return codes


@rule(values, Place)
def place_unknown(corpus: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A place is in the list of places, which has its name in every language."""
    known = {entry.label for entry in corpus.vocabularies.entries_of("places").values()}
    if known and field_value.value not in known:
        remedy = say(
            "add it to {folder}/vocabulary/places.yml, "
            "and its names to the catalogs there",
            folder=FOLDER,
        )
        hint = near(field_value.value, known) or remedy
        message = say("'{value}' is not in the list 'places'", value=field_value.value)
        yield field_value.problem(message, hint)


@rule(values, LanguageTag)
def language_unknown(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A language is a BCP 47 tag that CLDR knows, such as fr, pt-BR or sr-Latn."""
    if not _is_language(field_value.value):
        tag = _language_meant(field_value.value)
        hint = meant(tag) if tag else say("expected a tag such as fr or pt-BR")
        message = say("'{value}' is not a language tag", value=field_value.value)
        yield field_value.problem(message, hint)


@rule(values, Slug)
def id_form(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """An id is lower-case letters, digits and single hyphens."""
    if not re.fullmatch(SLUG, field_value.value):
        message = say("'{value}' is not an id", value=field_value.value)
        yield field_value.problem(message, name_meant(field_value.value))


@rule(values, Code, State, LanguageTag, Ref)
def listed_twice(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A list of codes, States or references names each once."""
    *list_loc, place = field_value.loc
    if not isinstance(place, int):
        return
    values_before = field_value.file.source.at(tuple(list_loc))[:place]
    if field_value.value in values_before:
        message = say("'{value}' is there twice", value=field_value.value)
        yield field_value.problem(message, say("keep one of them"))


@cache
def _is_language(tag: str) -> bool:
    """Whether CLDR knows the language, script and region of a tag."""
    if not re.fullmatch(TAG, tag):
        return False
    language, *subtags = tag.split("-")
    known = cldr.locale("en")
    if language not in known.languages:
        return False
    return all(
        subtag in (known.scripts if len(subtag) == 4 else known.territories)
        for subtag in subtags
    )


def _language_meant(typed: str) -> str:
    """The tag that was meant by another one or by a name; empty where none is known.

    >>> _language_meant("PT_br"), _language_meant("Swahili")
    ('pt-BR', 'sw')
    """
    names = {name.lower(): tag for tag, name in cldr.locale("en").languages.items()}
    if tag := names.get(typed.lower()):
        return str(tag)
    language, *subtags = typed.replace("_", "-").split("-")
    cased = [subtag.upper() if len(subtag) == 2 else subtag.title() for subtag in subtags]
    tag = "-".join([language.lower(), *cased])
    return tag if _is_language(tag) else ""


_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")
"""Scripts with letters that look like those of ASCII. A host in one of them is written as
it is registered (xn--…).
"""
_NOT_IN_ADDRESS = re.compile(r"[\s\\\"<>]")
_WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)")


@rule(values, Address)
def address(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """An address begins with http:// or https:// and names a host."""
    if reason := broken(field_value.value):
        hint = say("expected an address such as https://example.org/text")
        whole = f"https://{field_value.value}"
        if _WITHOUT_SCHEME.match(field_value.value) and not broken(whole):
            hint = say("write {url} where that leads there", url=whole)
        yield field_value.problem(reason, hint)


def broken(url: str) -> str:
    """Why a text is not an http or https address of a public host; empty if it is one.

    >>> str(broken("ftp://example.org/text"))
    "'ftp:' is neither http: nor https:"
    """
    if _NOT_IN_ADDRESS.search(url) or HIDDEN.search(url):
        return say(
            "an address with a space, quote, angle bracket, backslash or hidden letter"
        )
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018  # raises ValueError where it is no number
    except ValueError:
        return say("an address that cannot be read")
    if not parts.scheme:
        return say("an address without http:// or https://")
    if parts.scheme not in ("http", "https"):
        return say("'{scheme}:' is neither http: nor https:", scheme=parts.scheme)
    if "." not in host.strip("."):
        return say("an address without a host")
    if "@" in parts.netloc:
        return say("an address with a user's name in it")
    foreign_letters = (letter for letter in host if not letter.isascii())
    looks_alike = any(
        unicodedata.name(letter, "").startswith(_ALIKE) for letter in foreign_letters
    )
    if looks_alike or re.search(r"[^\w.-]|_", host):
        return say("a host with a letter that looks like another one")
    return ""
