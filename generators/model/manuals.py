"""What each field of a file is called, and what it means, for whoever fills it in: editors' windows (JSON
Schemas) and the form in the browser.

A field's manual is the string under it in its model; what several models have, or what needs but a word, is
said once in ``_OF_KEYS``; a field that holds models means what its model means. All of it is text for
translators of the interface.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from generators.model.fields import slots
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record

FORMS: tuple[type[BaseModel], ...] = (Record, Mechanism, Item)
"""The models of whole files that a form is made of."""

_LABELS = {
    "Answer.how": "How it answers",
    "Answer.id": "Record or mechanism",
    "Change.says": "What changed",
    "Contact.url": "Web page",
    "PageAnswer.how": "How it answers",
    "Evaluation.by": "Made by",
    "Evaluation.url": "Web page",
    "Evaluation.what": "Kind of evaluation",
    "Parties.as_of": "List as of",
    "Parties.source": "Source of the list",
    "Onward.to": "To whom",
    "Reporting.to": "To whom",
    "Review.due": "Look again on",
    "TextAddress.language": "Language",
    "acronyms": "Acronyms",
    "as": "Its name there",
    "by": "Who reports",
    "cadence": "How often, in words",
    "commit": "Version (commit)",
    "copy": "Copy by a third party",
    "could_not_read": "Could not be read",
    "count": "Number of parties",
    "count_as_of": "Number as of",
    "does": "What is done",
    "due": "Due",
    "evaluations_looked": "Looked for evaluations on",
    "every": "How often",
    "from": "Begins",
    "how": "How it joined",
    "id": "Id",
    "incomplete": "Why the list is incomplete",
    "language": "Language of this file",
    "last": "Last report",
    "looked": "Looked for it on",
    "mail": "Mail address",
    "measures": "Common indicator",
    "next": "Next report",
    "provisions_confidence": "On the provisions, for editors",
    "read_in_full": "The whole text was read",
    "if_agreed": "Only if the State agrees",
    "onward": "It reports to",
    "ref": "Place in the text",
    "repo": "Repository",
    "says": "What it says",
    "seen": "Read on",
    "silent": "Says nothing on",
    "text": "Where it can be read",
    "time_limit": "Time limit, in words",
    "to": "Ends",
    "to_mechanism": "To which mechanism",
    "tried": "Where we looked",
    "url": "Address of the page",
    "value": "Number in the text",
    "who": "By whom",
    "who_inferred": "Who acts is our reading",
    "with": "Also adopted by",
    "within": "Time limit",
}
"""What fields are called where that is not their key: by key, or by model and key."""

_OF_KEYS = {
    "Onward.to": "In our words.",
    "Reporting.to": "Who gets the reports, in our words.",
    "aliases": "Former ids; the old addresses lead here.",
    "amends": "Records that it changes.",
    "applies_from": "The day from which it applies, where that is not the day of its entry into force.",
    "authentic_languages": "The languages in which the text is equally authentic.",
    "binding": "Whether it obliges those to whom it is addressed.",
    "by": "Who has to report.",
    "confidence": "How sure this is, where that is not what is said of the whole.",
    "date": "As exactly as it is known: the day, the month or the year.",
    "does": "In our words, 40 at most: who does what.",
    "every": "The time between two reports.",
    "extended_to": "The end, where it was put off.",
    "from": "The day from which it holds.",
    "implements": "Records that it puts into practice.",
    "in_force": "The day on which it entered into force.",
    "mechanism": "The organisation.",
    "note": "What a reader must know about this line.",
    "notes": "What is uncertain: editors see it, readers do not.",
    "place": "The city, by its English name.",
    "provisions_confidence": "How the provisions were checked: editors see it, readers do not.",
    "ratifications": "How many are needed.",
    "read_in_full": "Whether somebody read the whole text for this record.",
    "ref": "Where in the text: article, section, objective or paragraph.",
    "related": "Other records that belong to it.",
    "says": "In our words.",
    "short_title": "What it is usually called.",
    "signature": "When and where it was signed.",
    "since": "The first day, as exactly as it is known.",
    "summary": "What it is, who adopted it and what for, in two or three sentences of our own.",
    "supersedes": "Records that it takes the place of.",
    "to": "The last day.",
    "to_mechanism": "The mechanism that gets the report.",
    "topics": "The questions that it answers.",
    "transposition_due": "The day by which States had to put it into their law.",
    "until": "The first day on which it no longer holds.",
    "url": "Its address, only where it was seen.",
    "value": "A number in the text.",
}
"""What fields mean whose model does not say it: by key, or by model and key."""


@cache
def manuals(model: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a model means, by the key in the file; a field that holds a code of a list is left
    out where the list says it all.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    own = {key: unwrapped(info.description) for key, info in fields.items() if info.description}
    held = {slot.alias: unwrapped(slot.model.__doc__ or "") for slot in slots(model) if slot.model}
    common = _OF_KEYS if model in models() else {}
    said = {
        key: own.get(key)
        or common.get(f"{model.__name__}.{key}")
        or common.get(_common(key))
        or held.get(key)
        for key in fields
    }
    if model in FORMS:  # how sure a whole file is, the list says
        del said["confidence"]
    return {key: text for key, text in said.items() if text}


def _common(key: str) -> str:
    """The key that a field is known by: whatever ends in it is a confidence."""
    return "confidence" if key.endswith("_confidence") and key != "provisions_confidence" else key


def label(model: type[BaseModel], key: str) -> str:
    """What a field is called."""
    own = _LABELS.get(f"{model.__name__}.{key}") or _LABELS.get(key)
    return own or key.replace("_", " ").capitalize()


def models(of: tuple[type[BaseModel], ...] = FORMS) -> tuple[type[BaseModel], ...]:
    """Some models, and those that their fields hold, each once."""
    found: dict[type[BaseModel], None] = {}
    ahead = list(of)
    while ahead:
        model = ahead.pop(0)
        if model not in found:
            found[model] = None
            ahead += [slot.model for slot in slots(model) if slot.model]
    return tuple(found)


def texts() -> Iterator[str]:
    """Every label and every manual, for translators; some come more than once."""
    for model in models():
        yield from (label(model, info.alias or name) for name, info in model.model_fields.items())
        yield from manuals(model).values()


def unwrapped(docstring: str) -> str:
    """A docstring as an editor shows it: a paragraph is a line, wherever the code breaks it."""
    paragraphs = inspect.cleandoc(docstring).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
