"""The JSON Schemas: they accept what is right as an editor reads it, and refuse what is
wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from editor_reading import schema_errors
from jsonschema import Draft202012Validator

from generators.corpus.corpus import Corpus
from generators.edit import schema
from generators.model import validation
from generators.text import yaml_files

WORLD = Path(__file__).parent / "golden" / "world"
FILES = sorted(
    path.relative_to(WORLD).as_posix() for path in WORLD.glob("instruments/*/*.yml")
)


@pytest.fixture(scope="module")
def made(world: Corpus) -> dict[str, Any]:
    """The schemas of the small library's lists, by kind."""
    return schema.schemas(world)


@pytest.fixture(scope="module")
def wrong(made: dict[str, Any]) -> Callable[[str, Any], list[str]]:
    """The keys at which the schema of a kind finds fault with data, or with a YAML text;
    the file itself is '-'.
    """

    def keys(kind: str, data: Any) -> list[str]:
        if isinstance(data, str):
            source, problems = yaml_files.parse(data, "x.yml")
            assert problems == []
            data = source.data
        return sorted(
            {place for place, _ in schema_errors(Draft202012Validator(made[kind]), data)}
        )

    return keys


@pytest.mark.parametrize("path", FILES)
def test_a_sound_file_fits_the_schema_of_its_kind(path: str, wrong) -> None:
    """What ``check`` finds nothing in is valid, read as YAML 1.2."""
    source, _ = yaml_files.read(WORLD / path, WORLD)
    kind = "mechanism" if path.endswith("/mechanism.yml") else source.data["kind"]
    assert wrong(kind, source.data) == []


def test_there_is_one_schema_a_kind(made) -> None:
    """Every kind of file that can be read has a schema, and each schema is valid itself."""
    assert list(made) == sorted(
        [
            "mechanism",
            "state",
            "vocabulary",
            *validation.RECORD_KINDS,
            *validation.ITEM_KINDS,
        ]
    )
    for each in made.values():
        Draft202012Validator.check_schema(each)


RECORD = "kind: instrument\ntype: convention\nstatus: in-force\nbinding: true\nconfidence: verified\n"


def test_bare_numbers_are_allowed_where_records_mean_text(wrong) -> None:
    """A year, a reference and a number may stand without quotes."""
    more = (
        "number: 197\nin_force: 2008\nprovisions:\n  - {topics: [assistance], ref: "
        "1.10, strength: obligation, says: Vocabularies.}\n"
    )
    assert wrong("instrument", RECORD + more) == []


@pytest.mark.parametrize(
    ("kind", "text", "where"),
    [
        ("instrument", RECORD + "titel: x\n", ["-"]),
        ("instrument", RECORD.replace("in-force", "expired"), ["status"]),
        ("instrument", RECORD.replace("true", "yes"), ["binding"]),
        ("instrument", RECORD.replace("convention", "sop"), ["type"]),
        ("instrument", RECORD + "steps: []\n", ["-"]),
        ("instrument", RECORD.replace("instrument", "sop"), ["kind"]),
        (
            "instrument",
            RECORD + "parties: {states: [{state: XYZ}]}\n",
            ["parties.states.0.state"],
        ),
        (
            "instrument",
            RECORD + "reporting: {to: x, by: states, every: {weeks: 2}}\n",
            ["reporting.every"],
        ),
        (
            "instrument",
            RECORD + "sources: [{title: x, kind: primary, url: 'javascript:x'}]\n",
            ["sources.0.url"],
        ),
        (
            "instrument",
            RECORD + "provisions: [{ref: 1, strength: obligation, says: x}]\n",
            ["provisions.0"],
        ),
        (
            "mechanism",
            "kind: organisation\nconfidence: verified\nregions: []\n",
            ["regions"],
        ),
        (
            "vocabulary",
            "kind: vocabulary\nof: topics\ntitle: T\ndefinition: D\n"
            "entries: [{id: A b, label: L, definition: D}]\n",
            ["entries.0.id"],
        ),
        (
            "vocabulary",
            "kind: vocabulary\nof: states\ntitle: T\ndefinition: D\nentries: [{id: "
            "MMR}]\n",
            ["entries.0"],
        ),
    ],
)
def test_what_is_wrong_is_marked_where_it_stands(
    kind: str, text: str, where: list[str], wrong
) -> None:
    """An unknown key, code, State, unit or address, a derived status, a missing key: the
    editor underlines that place.
    """
    assert wrong(kind, text) == where


def test_a_code_is_offered_with_label_and_definition(made) -> None:
    """An editor shows what a topic means while it completes it; derived statuses are not
    offered.
    """
    definitions = made["instrument"]["$defs"]
    topic = next(
        choice
        for choice in definitions["topics"]["oneOf"]
        if choice["const"] == "assistance"
    )
    assert topic.keys() == {"const", "title", "description"}
    assert "expired" not in [
        choice["const"] for choice in definitions["statuses"]["oneOf"]
    ]
    assert {"const": "BEN", "title": "Benin"} in definitions["state-codes"]["oneOf"]


def test_the_string_under_a_field_is_its_manual(made) -> None:
    """Docstrings of fields are descriptions, and no schema offers null or an empty
    default.
    """
    assert made["sop"]["properties"]["in_force"]["description"]
    assert made["sop"]["properties"]["who_inferred"]["description"].startswith(
        "Whether the actors"
    )
    text = json.dumps(made)
    assert [
        offer for offer in ('"null"', '"default": []', '"default": null') if offer in text
    ] == []


def test_a_description_is_broken_between_paragraphs_only(made) -> None:
    """Where the code breaks a docstring's lines is nothing that an editor shows."""
    node = json.dumps(made)
    broken = [
        text
        for text in re.findall(r'"description": "((?:[^"\\]|\\.)*)"', node)
        if "\\n" in text
    ]
    assert broken
    assert all(
        re.fullmatch(r"(?:[^\\]|\\[^n])+(?:\\n\\n(?:[^\\]|\\[^n])+)*", text)
        for text in broken
    )
