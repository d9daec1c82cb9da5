"""What each field of a file is called, and what it means, for the people who fill it in.

Their editors (by JSON Schemas) and the form in the browser show it. A field's manual is
the string under it in its model. What several models have is said once in ``_OF_KEYS``. A
field that holds models means what its model means. All of it is text for translators of
the interface.
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
    "objectives": "Objectives and targets",
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
    """What each field of a model means, by its key in the file.

    A field has its own manual, else the common one of its key, else that of its model. A
    field without any is left out: the list of its codes says it all.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    own = {key: unwrapped(info.description or "") for key, info in fields.items()}
    of_models = {
        slot.alias: unwrapped(slot.model.__doc__ or "")
        for slot in slots(model)
        if slot.model
    }
    common = _OF_KEYS if model in models() else {}
    manual_of = {
        key: own[key] or common.get(_common_key(key)) or of_models.get(key)
        for key in fields
    }
    if model in FORMS:  # how sure a whole file is, the list says
        del manual_of["confidence"]
    return {key: text for key, text in manual_of.items() if text}


def _common_key(key: str) -> str:
    """The key under which ``_OF_KEYS`` has a field.

    >>> _common_key("place_confidence")
    'confidence'
    """
    is_confidence = key.endswith("_confidence") and key != "provisions_confidence"
    return "confidence" if is_confidence else key


def label(model: type[BaseModel], key: str) -> str:
    """What a field of a model is called, by its key in the file."""
    own = _LABELS.get(f"{model.__name__}.{key}") or _LABELS.get(key)
    return own or key.replace("_", " ").capitalize()


def models(roots: tuple[type[BaseModel], ...] = FORMS) -> tuple[type[BaseModel], ...]:
    """Some models, and those that their fields hold at any depth, each once."""
    seen: dict[type[BaseModel], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop(0)
        if model not in seen:
            seen[model] = None
            waiting += [slot.model for slot in slots(model) if slot.model]
    return tuple(seen)


def texts() -> Iterator[str]:
    """Every label and every manual, for translators; some come more than once."""
    for model in models():
        yield from (
            label(model, info.alias or name) for name, info in model.model_fields.items()
        )
        yield from manuals(model).values()


def unwrapped(docstring: str) -> str:
    r"""A docstring as an editor shows it: each paragraph is one line.

    >>> unwrapped("A sign, but\n    never a proof.")
    'A sign, but never a proof.'
    """
    paragraphs = inspect.cleandoc(docstring).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def under(source: str) -> dict[str, dict[str, str]]:
    """The strings under the names of each class, in the source text of a module.

    They are by class and name. A class with a ``TITLE`` has its own docstring under an
    empty name.
    """
    return {
        node.name: dict(_strings_of_class(node))
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
    }


def _strings_of_class(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The strings under the names of one class, each with its name."""
    for statement, following in pairwise(definition.body):
        is_assignment = isinstance(statement, ast.Assign | ast.AnnAssign)
        if is_assignment and isinstance(following, ast.Expr):
            text = unwrapped(ast.literal_eval(following.value))
            yield _name(statement), text
        elif isinstance(following, ast.Assign) and _name(following) == "TITLE":
            yield "", unwrapped(ast.get_docstring(definition) or "")


def _name(statement: ast.stmt) -> str:
    """The name that an assignment gives a value to."""
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0])
    assert isinstance(statement, ast.AnnAssign)
    return ast.unparse(statement.target)


def named_after(definition: type, sign: str = "-") -> str:
    """The name of a class in small letters, with a sign between its words.

    >>> class PartyLists: ...
    >>> named_after(PartyLists)
    'party-lists'
    """
    return re.sub("(?<=[a-z])(?=[A-Z])", sign, definition.__name__).lower()


def strings_under(definition: type) -> Mapping[str, str]:
    """The strings under the names of a class, as ``under`` has them."""
    return _strings_of_module(definition.__module__)[definition.__name__]


@cache
def _strings_of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The strings under the names of the classes of a module that was imported."""
    return under(inspect.getsource(sys.modules[name]))
