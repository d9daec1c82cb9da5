"""The kinds of file with data, each by the fields that ``shapes_of_…`` describe, and what they hold together.

``compendium.json`` holds the records and mechanisms as their own files do. Of a State it says who it is: what
binds a State follows from the parties of the records, and its own file has it joined up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generators.data import shapes_of_names as names
from generators.data import shapes_of_owners as owners
from generators.data import shapes_of_records as records
from generators.data.marked import shape_of
from generators.data.shapes import MECHANISM, RECORD, SLUG, STATE, Shape, by, one, reached, shape
from generators.document.open_data import VERSION as FORMAT
from generators.model.manuals import models

__all__ = ["FORMAT", "KINDS", "code_lists", "described", "parts", "within"]

RECORD_BODY = shape("record", "A record as data.", records.RECORD_FIELDS)
MECHANISM_BODY = shape("mechanism", "A mechanism as data.", owners.MECHANISM_FIELDS)
STATE_BODY = shape("state", "A State in the one file: who it is, and whom to call there.", owners.WHO_FIELDS)

KINDS: Mapping[str, Shape] = {
    "record": shape(
        "record-file",
        "A record: what its page says. It stands beside that page.",
        names.HEAD,
        records.RECORD_FIELDS,
    ),
    "mechanism": shape(
        "mechanism-file",
        "A mechanism: what its page says. It stands beside that page.",
        names.HEAD,
        owners.MECHANISM_FIELDS,
    ),
    "state": shape(
        "state-file",
        "What applies in a State. It stands beside its page.",
        names.HEAD,
        owners.STATE_FIELDS,
    ),
    "topic": shape(
        "topic-file",
        "What all records say on a topic. It stands beside its page.",
        names.HEAD,
        owners.TOPIC_FIELDS,
    ),
    "records": shape(
        "records-file",
        "Which record or mechanism an id means, and what codes mean: the other files have ids and codes.",
        names.HEAD,
        names.RECORDS,
        names.MECHANISMS,
        names.LABELS,
    ),
    "states": shape("states-file", "The list of all States.", names.HEAD, owners.STATES_LISTED),
    "corpus": shape(
        "corpus-file",
        "Every record and mechanism in one file: data/compendium.json.",
        names.HEAD,
        {
            "licence": ({"type": "string"}, "Address of the licence of the data."),
            "vocabularies": (by(SLUG, one(owners.LIST)), "The closed lists, by name."),
            "mechanisms": (by(MECHANISM, one(MECHANISM_BODY)), "The mechanisms, by id."),
            "records": (by(RECORD, one(RECORD_BODY)), "The records, by id."),
            "states": (
                by(STATE, one(STATE_BODY)),
                "The States, by alpha-3 code; what binds each is in the parties of the records.",
            ),
            "items": (by(RECORD, one(owners.ITEM)), "The Dakar consultation of 2010, item by item."),
        },
    ),
}

_OF_MODULES = (each for module in (names, records, owners) for each in vars(module).values())
_EVERY = {each.name: each for each in map(shape_of, models())} | {
    each.name: each
    for each in (*_OF_MODULES, RECORD_BODY, MECHANISM_BODY, STATE_BODY)
    if isinstance(each, Shape)
}


def within(kind: str) -> list[Shape]:
    """The shapes that a kind of file is made of, itself first, then as they are met."""
    found: dict[str, Shape] = {kind: KINDS[kind]}
    ahead = list(_asked(KINDS[kind]))
    while ahead:
        name = ahead.pop(0)
        if name in _EVERY and name not in found:
            found[name] = _EVERY[name]
            ahead += _asked(_EVERY[name])
    return list(found.values())


def described() -> list[Shape]:
    """Every shape once: kinds of file, then what they hold."""
    return list({each.name: each for kind in KINDS for each in within(kind)}.values())


def parts() -> list[Shape]:
    """The shapes that files are made of; records and mechanisms have files of their own."""
    whole = {each.name for each in (*KINDS.values(), RECORD_BODY, MECHANISM_BODY)}
    return [each for each in described() if each.name not in whole]


def code_lists(shapes: Iterable[Shape]) -> list[str]:
    """The lists of the vocabulary whose codes stand in some shapes."""
    found = {name for each in shapes for name in _asked(each) if name.startswith("codes-")}
    return sorted(name.removeprefix("codes-") for name in found)


def _asked(of: Shape) -> Iterator[str]:
    for field in of.fields:
        yield from reached(field.kind)
