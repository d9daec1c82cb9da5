"""Where a fact was read: addresses, and the sources that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generators.checks.rules import File, Value, files, rule, values
from generators.corpus.corpus import Corpus
from generators.model.citations import Source
from generators.model.fields import Address, Loc
from generators.text.problems import Problem

_NOT_IN_ADDRESS = re.compile(r"[\s\\\"<>]")
_COPIES = frozenset(
    {
        "scribd",
        "docplayer",
        "issuu",
        "slideplayer",
        "slideshare",
        "yumpu",
        "studylib",
        "lawsdocbox",
        "docslib",
        "paperzz",
    }
    | {"pdfslide", "vdocuments", "doczz", "pdfroom", "docsbay"}
)
"""Hosts on which anybody can put up another's publication."""


@rule("address", "An address begins with http:// or https:// and names a host.", values, Address)
def address(_: Corpus, found: Value) -> Iterator[Problem]:
    if reason := broken(found.value):
        yield found.problem(reason, "expected an address such as https://example.org/text")


@rule("source-place", "A source has an address, or a repository and a path in it, or neither.", files)
def source_place(_: Corpus, file: File) -> Iterator[Problem]:
    for loc, source in _cited(file):
        if bool(source.repo) != bool(source.path):
            have, lacks = ("repo", "path") if source.repo else ("path", "repo")
            yield file.problem((*loc, have), f"'{have}' without '{lacks}'", f"add '{lacks}'")
        if source.url and source.repo:
            yield file.problem(
                (*loc, "url"), "both an address and a repository", "keep the one that was read"
            )


@rule(
    "source-copy",
    "A source on a host where anybody can put up another's publication says 'copy: true'.",
    files,
)
def source_copy(_: Corpus, file: File) -> Iterator[Problem]:
    for loc, source in _cited(file):
        if source.url and not source.copy_ and not broken(source.url):
            host = urlsplit(source.url).hostname or ""
            if not _COPIES.isdisjoint(host.split(".")):
                yield file.problem((*loc, "url"), f"a third party's copy ({host})", "add 'copy: true'")


def broken(url: str) -> str:
    """Why a text is no http or https address; an empty string where it is one."""
    if _NOT_IN_ADDRESS.search(url):
        return "an address with a space, quote, angle bracket or backslash"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "an address that cannot be read"
    if not parts.scheme:
        return "an address without http:// or https://"
    if parts.scheme not in ("http", "https"):
        return f"'{parts.scheme}:' is neither http: nor https:"
    if "." not in host.strip("."):
        return "an address without a host"
    return "an address with a user's name in it" if "@" in parts.netloc else ""


def _cited(file: File) -> Iterator[tuple[Loc, Source]]:
    """The sources of one file, each with its place."""
    listed = enumerate(getattr(file.model, "sources", ()))
    found = [((*file.loc, "sources", number), source) for number, source in listed]
    found.append(((*file.loc, "source"), getattr(file.model, "source", None)))
    return ((loc, source) for loc, source in found if isinstance(source, Source))


RULES = (address, source_place, source_copy)
