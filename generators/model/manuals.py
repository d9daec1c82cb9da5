"""What each field of a file is called, and what it means, for whoever fills it in:
editors' windows (JSON Schemas) and the form in the browser.

A field's manual is the string under it in its model; what several models have is said
once in ``_OF_KEYS``. A field that holds models means what its model means. All of it is
text for translators of the interface.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

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
    "as": "Its name there",
    "by": "Who reports",
    "cadence": "How often, in words",
    "commit": "Version (commit)",
    "copy": "Copy by a third party",
    "could_not_read": "Could not be read",
    "count": "Number of parties",
    "count_as_of": "Number as of",
    "does": "What is done",
    "evaluations_looked": "Looked for evaluations on",
    "every": "How often",
    "from": "Begins",
    "how": "How it joined",
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
    "aliases": "Former ids; the old addresses lead here.",
    "confidence": "How sure this is, where that is not what is said of the whole.",
    "date": "As exactly as it is known: the day, the month or the year.",
    "from": "The day from which it holds.",
    "note": "What a reader must know about this line.",
    "notes": "What is uncertain: editors see it, readers do not.",
    "ref": "Where in the text: article, section, objective or paragraph.",
    "says": "In our words.",
    "since": "The first day, as exactly as it is known.",
    "topics": "The questions that it answers.",
    "until": "The first day on which it no longer holds.",
    "url": "Its address, only where it was seen.",
}
"""What fields of several models mean whose model does not say it, by key."""


@cache
def manuals(model: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a model means, by the key in the file; a field that holds a code
    of a list is left out where the list says it all.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    own = {
        key: unwrapped(info.description)
        for key, info in fields.items()
        if info.description
    }
    held = {
        slot.alias: unwrapped(slot.model.__doc__ or "")
        for slot in slots(model)
        if slot.model
    }
    common = _OF_KEYS if model in models() else {}
    said = {
        key: own.get(key) or common.get(_common(key)) or held.get(key) for key in fields
    }
    if model in FORMS:  # how sure a whole file is, the list says
        del said["confidence"]
    return {key: text for key, text in said.items() if text}


def _common(key: str) -> str:
    """The key that a field is known by: whatever ends in it is a confidence."""
    return (
        "confidence"
        if key.endswith("_confidence") and key != "provisions_confidence"
        else key
    )


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
        yield from (
            label(model, info.alias or name) for name, info in model.model_fields.items()
        )
        yield from manuals(model).values()


def unwrapped(docstring: str) -> str:
    """A docstring as an editor shows it: a paragraph is a line, wherever the code breaks
    it.
    """
    paragraphs = inspect.cleandoc(docstring).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def under(source: str) -> dict[str, dict[str, str]]:
    """What stands in strings under the names of each class of a module, of which this is
    the text; a class that has a ``TITLE`` itself under an empty name.
    """
    found: dict[str, dict[str, str]] = {}
    for each in ast.parse(source).body:
        if isinstance(each, ast.ClassDef):
            own = found[each.name] = {}
            for named, text in pairwise(each.body):
                if isinstance(named, ast.Assign | ast.AnnAssign) and isinstance(
                    text, ast.Expr
                ):
                    name = (
                        named.targets[0]
                        if isinstance(named, ast.Assign)
                        else named.target
                    )
                    own[ast.unparse(name)] = unwrapped(ast.literal_eval(text.value))
                elif (
                    isinstance(text, ast.Assign)
                    and ast.unparse(text.targets[0]) == "TITLE"
                ):
                    own[""] = unwrapped(ast.get_docstring(each) or "")
    return found


def named_after(definition: type, sign: str = "-") -> str:
    """The name of a class in small letters, with a sign between its words:
    ``party-lists``.
    """
    return re.sub("(?<=[a-z])(?=[A-Z])", sign, definition.__name__).lower()


def strings_under(of: type) -> Mapping[str, str]:
    """What stands in strings under the names of a class, as ``under`` has it."""
    return _of_module(of.__module__)[of.__name__]


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    return under(inspect.getsource(sys.modules[name]))
