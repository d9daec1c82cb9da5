"""Codes of closed lists, of States and of languages, and the form of ids and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from urllib.parse import urlsplit

from generators.checks.rules import Value, rule, values
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.library import FOLDER
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
from generators.text.problems import Problem, expected, meant, near
from generators.text.sayings import say
from generators.text.yaml_files import HIDDEN


@rule(values, Code)
def code_unknown(corpus: Corpus, found: Value) -> Iterator[Problem]:
    """A code is an entry of its list in the vocabulary."""
    known = corpus.vocabularies.of(found.mark.of)
    if known and found.value and found.value not in known:
        typed = {code: entry for code, entry in known.items() if not entry.derived}
        where = f"{FOLDER}/vocabulary/{found.mark.of}.yml"
        message = say(
            "'{value}' is not in the list '{of}'", value=found.value, of=found.mark.of
        )
        yield found.problem(
            message,
            _code_meant(found.value, typed) or expected(found.value, typed, where),
        )


def _code_meant(value: str, known: Mapping[str, VocabularyEntry]) -> str:
    """The entry that somebody meant who typed its label or made a slip; empty where none
    is meant for certain.
    """
    codes = [word.strip(",") for word in value.split()]
    if len(codes) > 1 and all(code in known for code in codes):
        return say(
            "a comma is missing between two codes: {codes}", codes=", ".join(codes)
        )
    by_name = {_spelled(entry.label): code for code, entry in known.items()}
    by_name |= {_spelled(code): code for code in known}
    typed = (
        (code, words) for code, entry in known.items() for words in entry.typed.values()
    )
    by_name |= {_spelled(word): code for code, words in typed for word in words}
    spelled = _spelled(value)
    if code := by_name.get(spelled):
        return meant(code)
    if close := get_close_matches(spelled, by_name, n=1, cutoff=0.8):
        return meant(by_name[close[0]])
    return ""


def _spelled(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


@rule(values, State)
def state_unknown(corpus: Corpus, found: Value) -> Iterator[Problem]:
    """A State is an ISO 3166-1 alpha-3 code."""
    if not cldr.is_state(found.value):
        more = corpus.cached(("typed States",), lambda: _typed_states(corpus))
        code = cldr.state_meant(found.value, more)
        hint = (
            meant(code)
            if code
            else say("expected three capital letters of ISO 3166-1, such as NOR")
        )
        yield found.problem(
            say("'{value}' is not the code of a State", value=found.value), hint
        )


def _typed_states(corpus: Corpus) -> dict[str, str]:
    """The codes of States by what readers type for them."""
    return {
        cldr.plain_name(name): code
        for language in corpus.languages
        for code, each in corpus.vocabularies.state_words.items()
        for words in each
        for name in words.names.get(language, ())
    }


@rule(values, Place)
def place_unknown(corpus: Corpus, found: Value) -> Iterator[Problem]:
    """A place is in the list of places, which has its name in every language."""
    known = {entry.label for entry in corpus.vocabularies.of("places").values()}
    if known and found.value not in known:
        remedy = say(
            "add it to {folder}/vocabulary/places.yml, and its names to the catalogs there",
            folder=FOLDER,
        )
        hint = near(found.value, known) or remedy
        yield found.problem(
            say("'{value}' is not in the list 'places'", value=found.value), hint
        )


@rule(values, LanguageTag)
def language_unknown(_: Corpus, found: Value) -> Iterator[Problem]:
    """A language is a BCP 47 tag that CLDR knows, such as fr, pt-BR or sr-Latn."""
    if not _is_language(found.value):
        tag = _language_meant(found.value)
        hint = meant(tag) if tag else say("expected a tag such as fr or pt-BR")
        yield found.problem(
            say("'{value}' is not a language tag", value=found.value), hint
        )


@rule(values, Slug)
def id_form(_: Corpus, found: Value) -> Iterator[Problem]:
    """An id is lower-case letters, digits and single hyphens."""
    if not re.fullmatch(SLUG, found.value):
        slug = re.sub(r"[^a-z0-9]+", "-", found.value.lower()).strip("-")
        hint = meant(slug) if slug else say("expected small letters, digits and hyphens")
        yield found.problem(say("'{value}' is not an id", value=found.value), hint)


@rule(values, Code, State, LanguageTag, Ref)
def listed_twice(_: Corpus, found: Value) -> Iterator[Problem]:
    """A list of codes, States or references names each once."""
    place = found.loc[-1]
    if (
        isinstance(place, int)
        and found.value in found.file.source.at(found.loc[:-1])[:place]
    ):
        yield found.problem(
            say("'{value}' is there twice", value=found.value), say("keep one of them")
        )


@cache
def _is_language(tag: str) -> bool:
    if not re.fullmatch(TAG, tag):
        return False
    (language, *rest), known = tag.split("-"), cldr.locale("en")
    return language in known.languages and all(
        each in (known.scripts if len(each) == 4 else known.territories) for each in rest
    )


def _language_meant(typed: str) -> str:
    """The tag that was meant by another one or by a name; empty where none is known."""
    names = {name.lower(): tag for tag, name in cldr.locale("en").languages.items()}
    language, *rest = typed.replace("_", "-").split("-")
    cased = "-".join(
        [
            language.lower(),
            *(part.upper() if len(part) == 2 else part.title() for part in rest),
        ]
    )
    return names.get(typed.lower()) or (cased if _is_language(cased) else "")


_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")
"""Scripts with letters that look like those of ASCII: a host in one of them is written as
it is registered (xn--…).
"""
_NOT_IN_ADDRESS = re.compile(r"[\s\\\"<>]")
_WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)")


@rule(values, Address)
def address(_: Corpus, found: Value) -> Iterator[Problem]:
    """An address begins with http:// or https:// and names a host."""
    if reason := broken(found.value):
        hint, whole = (
            say("expected an address such as https://example.org/text"),
            f"https://{found.value}",
        )
        if _WITHOUT_SCHEME.match(found.value) and not broken(whole):
            hint = say("write {url} where that leads there", url=whole)
        yield found.problem(reason, hint)


def broken(url: str) -> str:
    """Why a text is no http or https address of a public host; an empty string where it
    is one.
    """
    if _NOT_IN_ADDRESS.search(url) or HIDDEN.search(url):
        return say(
            "an address with a space, quote, angle bracket, backslash or hidden letter"
        )
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
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
    alike = [
        c for c in host if not c.isascii() and unicodedata.name(c, "").startswith(_ALIKE)
    ]
    if alike or re.search(r"[^\w.-]|_", host):
        return say("a host with a letter that looks like another one")
    return ""
