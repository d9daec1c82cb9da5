"""Where a text stands, said to translators: its field in words, its article, and the address of its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generators.corpus.addresses import KIND_OF_LIST, Target, address
from generators.corpus.anchors import Anchors, anchors
from generators.model.fields import Loc, slots
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary


def value(model: BaseModel, key: str) -> Any:
    """The value of a field by the key that is typed for it."""
    return getattr(model, next(slot.name for slot in slots(type(model)) if slot.alias == key))


class Places:
    """The places of one record, item, mechanism or list; ``name`` is its id, or the list's file."""

    def __init__(self, model: BaseModel, name: str) -> None:
        self._model, self._name = model, name
        owned = isinstance(model, Record | Mechanism | Item)
        self._anchors = anchors(model) if owned else Anchors()

    def words(self, loc: Loc) -> str:
        """A field in words, with the lines that it stands in: ``provisions, Art. 13: says``."""
        named: list[str] = []
        here: Any = self._model
        for part in loc:
            if isinstance(part, int):
                here = here[part]
                named.append(_named(here))
            else:
                here = here[part] if isinstance(here, Mapping) else value(here, part)
                named.append(part if isinstance(here, BaseModel) else part.replace("_", " "))
        *around, last = filter(None, named)
        return f"{', '.join(around)}: {last}" if around else last

    def address(self, loc: Loc) -> str:
        """The address at which it stands, below the folder of a language; empty where it has no page."""
        if isinstance(self._model, Vocabulary):
            kind = KIND_OF_LIST.get(self._model.of)
            return address(Target(kind, str(self._model.entries[loc[1]].id))) if kind and len(loc) > 1 else ""
        if isinstance(self._model, Item):
            return address(Target("item", self._name))
        found = getattr(self._anchors, str(loc[0]), ()) if len(loc) > 1 and isinstance(loc[1], int) else ()
        return address(Target("record", self._name, found[loc[1]] if found else ""))


def _named(line: Any) -> str:
    """What a line of a list is called: its reference, else its id or its State."""
    return next(filter(None, (getattr(line, key, None) for key in ("ref", "id", "state"))), "")
