"""The key that somebody meant who typed another word for the same thing: meaning goes before letters."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from generators.model.fields import slots
from generators.text.problems import meant, near
from generators.text.sayings import say

_WORDS = {
    "acronyms": "acronym abbreviation abbreviations abbr initials sigle sigles sigla siglas",
    "adopted": "adoption adopted_on adoption_date date_adopted date_of_adoption published published_on",
    "in_force": "entered_into_force entry_in_force force_since in_force_since date_in_force effective",
    "signature": "signed signed_on signing date_of_signature",
    "official_titles": "official_title titles",
    "official_names": "official_name names",
    "title": "name heading label",
    "name": "title label",
    "label": "name title",
    "says": "description content contents wording paraphrase meaning",
    "does": "says action description does_what",
    "definition": "description meaning explanation",
    "ref": "article articles art section paragraph reference place where number",
    "topics": "topic subject subjects theme themes category categories",
    "strength": "force obligation modality",
    "binding": "bind binds legally_binding mandatory",
    "url": "link href website web address site uri",
    "website": "url link homepage web",
    "sources": "source references bibliography",
    "seen": "accessed read retrieved consulted visited",
    "language": "lang languages",
    "since": "from start begin joined ratified ratification accession date",
    "until": "to end ended left withdrawn",
    "from": "since start begin",
    "to": "until end",
    "state": "country states code iso",
    "states": "state countries country members",
    "members": "member member_states states countries",
    "parties": "party states_parties state_parties ratifications",
    "summary": "abstract description overview",
    "notes": "note comment comments remark remarks",
    "who": "actor actors responsible role",
    "stage": "phase step",
    "steps": "step procedure",
    "objectives": "objective goals goal aims",
    "indicators": "indicator",
    "date": "day when on",
    "place": "city where location",
    "confidence": "certainty sure reliability",
    "founded": "created established established_on creation founding",
    "seat": "headquarters secretariat location",
    "part_of": "parent belongs_to",
    "aliases": "alias former_ids",
    "number": "no reference_number cets",
    "type": "form sort",
    "status": "state_of_play stage",
    "relations": "relation related",
}
_ACRONYM = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de./-]{1,11}")
_CALLED = re.compile(r"name|short|abbr|acro|sigl|init|title")


def key_meant(model: type[BaseModel] | None, key: str, value: Any, around: Collection[str]) -> str:
    """The remedy for a key that a model does not have, among those that it has (``around``)."""
    typed = re.sub(r"[^a-z]+", "_", key.lower()).strip("_")
    if (
        "acronyms" in around
        and isinstance(value, str)
        and _ACRONYM.fullmatch(value)
        and _CALLED.search(typed)
    ):
        return say("an acronym stands under 'acronyms': {line}", line=f"acronyms: {{en: {value}}}")
    if typed in around:
        return meant(typed)
    said = next((real for real, words in _WORDS.items() if real in around and typed in words.split()), "")
    if said:
        return meant(said)
    if close := get_close_matches(typed, around, n=1, cutoff=0.85):
        return meant(close[0])
    if within := _within(model, typed):
        named = tuple(say("'{key}'", key=each) for each in within)
        return say("'{key}' stands under {parents}: indent it there", key=typed, parents=named)
    return near(typed, around) or say("known keys: {keys}", keys=", ".join(sorted(around)))


def _within(model: type[BaseModel] | None, key: str) -> list[str]:
    """The keys of a model whose value has a key of that name."""
    found = slots(model) if model else ()
    return [
        slot.alias
        for slot in found
        if slot.model
        and slot.shape == "one"
        and key in {info.alias or name for name, info in slot.model.model_fields.items()}
    ][:3]
