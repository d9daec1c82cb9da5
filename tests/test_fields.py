"""The kinds of value, and the walk over all of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generators.model import fields
from generators.model.fields import (
    Address,
    Code,
    Day,
    Language,
    Model,
    Note,
    Plain,
    Prose,
    Ref,
    State,
    Whole,
    Yes,
)
from generators.model.mechanisms import Mechanism
from generators.model.records import Provision, Record
from generators.model.vocabulary import Vocabulary


class Each(Model):
    """A model with one value of each simple kind."""

    yes: Yes = False
    whole: Whole = 0
    day: Day | None = None


@pytest.mark.parametrize("typed", ["yes", "no", "on", "off", "True", "FALSE", "1", "0", "", "y"])
def test_nothing_else_is_truth(typed):
    """What YAML 1.1 or a programmer would take for true is refused."""
    with pytest.raises(ValidationError, match=r"expected true or false|write (true|false)"):
        Each.model_validate({"yes": typed})


@pytest.mark.parametrize(
    "typed", ["010", "1.0", "1.10", "-3", "+3", "1e3", "1_000", "1,000", "٣", "²", "", " 3", "12:30", ["3"]]
)
def test_a_whole_number_is_plain_digits(typed):
    """Octal, decimal, signed and foreign digits are refused, never read as another number."""
    with pytest.raises(ValidationError, match=r"expected a whole number in plain digits|write \d+"):
        Each.model_validate({"whole": typed})


def provision(**more) -> Provision:
    return Provision.model_validate(
        {"topics": ["assistance"], "ref": "Art. 1", "strength": "obligation", "says": "Help."} | more
    )


def test_walk_gives_marked_values_with_their_path_in_the_file():
    """Values come in the order of the fields, lists item by item, mappings by their keys, names as in the
    file.
    """
    found = list(
        fields.walk(provision(topics=["assistance", "return"], value={"days": "30"}, **{"from": "2024"}))
    )
    assert found == [
        (("topics", 0), Code("topics"), "assistance"),
        (("topics", 1), Code("topics"), "return"),
        (("ref",), Plain(), "Art. 1"),
        (("strength",), Code("strengths"), "obligation"),
        (("says",), Prose(words=40), "Help."),
        (("value", "days"), Code("measures"), "days"),
    ]


def test_walk_goes_into_models_within_models():
    """Parties, relations and sources of a record are walked with their own marks."""
    record = Record.model_validate(
        {
            "kind": "instrument",
            "type": "convention",
            "official_titles": {"fr": "Convention"},
            "status": "adopted",
            "binding": "true",
            "with": ["beta"],
            "relations": {"supersedes": ["alpha/old"]},
            "parties": {"states": [{"state": "BEN", "how": "accession"}]},
            "sources": [{"title": "Text", "url": "https://example.org", "kind": "primary", "copy": "true"}],
            "confidence": "recalled",
            "notes": "For editors.",
        }
    )
    found = {loc: mark for loc, mark, _ in fields.walk(record)}
    assert found["with", 0] == Ref("mechanism")
    assert found["relations", "supersedes", 0] == Ref("record")
    assert found["parties", "states", 0, "state"] == State()
    assert found["parties", "states", 0, "how"] == Code("ratification-ways")
    assert found["official_titles", "fr"] == Language()
    assert found["sources", 0, "url"] == Address()
    assert found["notes",] == Note()


def test_every_text_of_a_model_has_a_mark():
    """No text field is left without a kind: whoever adds one says whether it is prose, plain, a code, a
    reference, or a note.
    """
    for model in (Mechanism, Record, Vocabulary):
        bare = [
            name for name, info in model.model_fields.items() if info.annotation is str and not info.metadata
        ]
        assert bare == []


def test_model_at_finds_the_model_within_a_model():
    """A path of keys leads to the model whose keys stand there, and to nothing elsewhere."""
    assert fields.model_at(Record, ()) is Record
    assert fields.model_at(Record, ("provisions", 3)) is Provision
    assert fields.model_at(Record, ("provisions", 3, "says")) is None
    assert fields.model_at(Record, ("nowhere",)) is None
