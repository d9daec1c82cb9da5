"""Where a fact was read: addresses, and the sources that hold them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from generators.checks.rules import File, Value, files, rule, values
from generators.corpus.corpus import Corpus
from generators.model.citations import Source
from generators.model.fields import Address, Loc
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.text.yaml_files import HIDDEN

_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")
"""Scripts with letters that look like those of ASCII: a host in one of them is written as it is registered
(xn--…).
"""
_NOT_IN_ADDRESS = re.compile(r"[\s\\\"<>]")
_WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)")
_COPIES = frozenset(
    (
        "scribd docplayer issuu slideplayer slideshare yumpu studylib lawsdocbox docslib paperzz pdfslide "
        "vdocuments doczz pdfroom docsbay"
    ).split()
)
"""Hosts on which anybody can put up another's publication."""


@rule("An address begins with http:// or https:// and names a host.", values, Address)
def address(_: Corpus, found: Value) -> Iterator[Problem]:
    if reason := broken(found.value):
        yield found.problem(reason, address_remedy(found.value))


def address_remedy(text: str) -> str:
    """What to type instead of a text that is no address; empty where it is one."""
    if not broken(text):
        return ""
    if _WITHOUT_SCHEME.match(text) and not broken(f"https://{text}"):
        return say("write {url} where that leads there", url=f"https://{text}")
    return say("expected an address such as https://example.org/text")


@rule("A source has an address, or a repository and a path in it, or neither.", files)
def source_place(_: Corpus, file: File) -> Iterator[Problem]:
    for loc, source in _cited(file):
        if bool(source.repo) != bool(source.path):
            have, lacks = ("repo", "path") if source.repo else ("path", "repo")
            yield file.problem(
                (*loc, have),
                say("'{have}' without '{lacks}'", have=have, lacks=lacks),
                say("add '{lacks}'", lacks=lacks),
            )
        if source.url and source.repo:
            yield file.problem(
                (*loc, "url"), say("both an address and a repository"), say("keep the one that was read")
            )


@rule("A source on a host where anybody can put up another's publication says 'copy: true'.", files)
def source_copy(_: Corpus, file: File) -> Iterator[Problem]:
    for loc, source in _cited(file):
        if source.url and not source.copy_ and not broken(source.url):
            host = urlsplit(source.url).hostname or ""
            if not _COPIES.isdisjoint(host.split(".")):
                yield file.problem(
                    (*loc, "url"), say("a third party's copy ({host})", host=host), say("add 'copy: true'")
                )


def broken(url: str) -> str:
    """Why a text is no http or https address of a public host; an empty string where it is one."""
    if _NOT_IN_ADDRESS.search(url) or HIDDEN.search(url):
        return say("an address with a space, quote, angle bracket, backslash or hidden letter")
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
    alike = [c for c in host if not c.isascii() and unicodedata.name(c, "").startswith(_ALIKE)]
    if alike or re.search(r"[^\w.-]|_", host):
        return say("a host with a letter that looks like another one")
    return ""


def _cited(file: File) -> Iterator[tuple[Loc, Source]]:
    """The sources of one file, each with its place."""
    listed = enumerate(getattr(file.model, "sources", ()))
    found = [((*file.loc, "sources", number), source) for number, source in listed]
    found.append(((*file.loc, "source"), getattr(file.model, "source", None)))
    return ((loc, source) for loc, source in found if isinstance(source, Source))
