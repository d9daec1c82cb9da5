"""Where everything stands on the site: the address is the id, and neither changes once published."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

from generators.model.records import Provision

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Target(NamedTuple):
    """What a link within the Compendium leads to: a thing of a kind, by its id or code, and a place on its page."""

    kind: str
    name: str = ""
    anchor: str = ""


KIND_OF_LIST = {
    "topics": "topic",
    "stages": "stage",
    "regions": "region",
    "terms": "term",
    "principles": "principle",
    "indicators": "indicator",
}
"""The kind of target that an entry of a vocabulary list is."""

_FOLDERS = {"topic": "topics/", "stage": "pathway/", "region": "regions/"}
_PLACES = {"term": "terms/#", "principle": "principles/#", "indicator": "monitoring/#"}


def address(target: Target) -> str:
    """The address of a target below the folder of its language, with its place on the page behind ``#``."""
    kind, name, anchor = target
    if kind in _PLACES:
        return f"{_PLACES[kind]}{name}"
    if kind == "item":
        return item(name)
    if kind == "record":
        found = record(name)
    elif kind == "state":
        found = state(name)
    elif kind == "page":
        found = f"{name}/" if name else ""
    else:
        found = f"{_FOLDERS[kind]}{name}/"
    return f"{found}#{anchor}" if anchor else found


def record(name: str) -> str:
    """The address of a record or a mechanism, below the folder of its language."""
    return f"instruments/{name}/"


def item(name: str) -> str:
    """The address of an item of the Dakar consultation, on the consultation's page."""
    folder, _, slug = name.partition("/")
    return f"{folder}/#{slug}"


def state(code: str) -> str:
    """The address of a State."""
    return f"states/{code.lower()}/"


def listed(section: str, code: str) -> str:
    """The address of an entry of a list that has pages of its own: topics, regions, pathway, terms."""
    return f"{section}/{code}/"


def relative(here: str, there: str) -> str:
    """The link from one address to another; both are relative to the same folder, and end in a slash or a
    file's name.
    """
    up = "../" * here.count("/")
    return f"{up}{there}" or "./"


def slug(text: str) -> str:
    """A text in [a-z0-9-]."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")


SECTIONS = (
    "summary",
    "provisions",
    "objectives",
    "indicators",
    "steps",
    "reporting",
    "parties",
    "silent",
    "dakar",
    "sources",
    "cite",
)
"""The anchors of a record's own sections, which no provision may take."""


def anchors(provisions: Iterable[Provision]) -> tuple[str, ...]:
    """The anchors of a record's provisions, in order: the id, else the reference, counted from the second of
    the same name.
    """
    found: dict[str, None] = dict.fromkeys(SECTIONS)
    for number, provision in enumerate(provisions, 1):
        name = provision.id or slug(provision.ref) or f"provision-{number}"
        free = next(
            each
            for count in itertools.count(1)
            if (each := name if count == 1 else f"{name}-{count}") not in found
        )
        found[free] = None
    return tuple(found)[len(SECTIONS) :]
