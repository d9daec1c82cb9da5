"""The JSON Schemas: they accept every real record as an editor reads it, refuse what is wrong, and are not
stale.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generators.corpus.loading import open_corpus
from generators.edit import schema
from generators.model import validation
from generators.text import yaml_files

ROOT = Path(__file__).parent.parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("instruments/*/*.yml"))
STALE = "the schemas are stale: run `compendium schema` and commit schema/"

# The scalars of YAML 1.2's core schema that are no text.
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@cache
def made() -> dict[str, Any]:
    corpus, _ = open_corpus(ROOT)
    return schema.schemas(corpus)


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(made()[kind])


def as_an_editor_reads(data: Any) -> Any:
    """Our data (all text) as YAML 1.2 would make it; a quoted number is taken for a bare one, which asks more
    of a schema, not less.
    """
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    if _WHOLE.fullmatch(data):
        return int(data, 0) if data[:2] in ("0o", "0x") else int(data)
    if _NUMBER.fullmatch(data):
        return float(data.replace(".inf", "inf").replace(".nan", "nan"))
    return _TRUTH.get(data, data)


def schema_of(path: str) -> str:
    """The kind whose schema the first line of a record names."""
    first = (ROOT / path).read_text(encoding="utf-8").partition("\n")[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=\.\./\.\./schema/([a-z-]+)\.schema\.json", first)
    assert match, f"{path}:1: the first line names no schema"
    return match[1]


def wrong(kind: str, text: str) -> list[str]:
    """The keys at which a schema finds fault with a YAML text; the file itself is '-'."""
    source, problems = yaml_files.parse(text, "x.yml")
    assert source is not None
    assert problems == []
    return sorted(
        {
            ".".join(map(str, error.absolute_path)) or "-"
            for error in validator(kind).iter_errors(as_an_editor_reads(source.data))
        }
    )


@pytest.mark.parametrize("path", FILES)
def test_a_real_file_fits_the_schema_that_it_names(path: str) -> None:
    """Each file under instruments/ is valid, read as YAML 1.2, by the schema in its first line."""
    source, _ = yaml_files.read(ROOT / path, ROOT)
    assert source is not None
    kind = schema_of(path)
    assert kind == ("mechanism" if path.endswith("/mechanism.yml") else source.data["kind"])
    errors = validator(kind).iter_errors(as_an_editor_reads(source.data))
    assert [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors] == []


def test_the_committed_schemas_are_those_that_the_models_make() -> None:
    """schema/ holds one file a kind, byte for byte as generated."""
    folder = ROOT / schema.FOLDER
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*")}
    wanted = {f"{kind}.schema.json": schema.text_of(each) for kind, each in made().items()}
    assert sorted(found) == sorted(wanted), STALE
    assert [name for name in wanted if found[name] != wanted[name]] == [], STALE


def test_there_is_one_schema_a_kind() -> None:
    """Every kind of file that can be read has a schema, and each schema is valid itself."""
    assert list(made()) == sorted(
        ["mechanism", "vocabulary", *validation.RECORD_KINDS, *validation.ITEM_KINDS]
    )
    for each in made().values():
        Draft202012Validator.check_schema(each)


def test_two_runs_make_the_same_text() -> None:
    """Schemas do not depend on the order of sets or on an earlier run."""
    corpus, _ = open_corpus(ROOT)
    again = schema.schemas(corpus)
    assert [kind for kind in again if schema.text_of(again[kind]) != schema.text_of(made()[kind])] == []


RECORD = "kind: instrument\ntype: convention\nstatus: in-force\nbinding: true\nconfidence: verified\n"


def test_bare_numbers_are_allowed_where_records_mean_text() -> None:
    """A year, a reference and a number may stand without quotes."""
    more = "number: 197\nin_force: 2008\nprovisions:\n  - {topics: [return], ref: 1.10, strength: obligation, says: Vocabularies.}\n"
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
        ("instrument", RECORD + "parties: {states: [{state: XYZ}]}\n", ["parties.states.0.state"]),
        ("instrument", RECORD + "reporting: {to: x, by: states, every: {weeks: 2}}\n", ["reporting.every"]),
        (
            "instrument",
            RECORD + "sources: [{title: x, kind: primary, url: 'javascript:x'}]\n",
            ["sources.0.url"],
        ),
        ("instrument", RECORD + "provisions: [{ref: 1, strength: obligation, says: x}]\n", ["provisions.0"]),
        ("mechanism", "kind: organisation\nconfidence: verified\nregions: []\n", ["regions"]),
        (
            "vocabulary",
            "kind: vocabulary\nof: topics\ntitle: T\ndefinition: D\nentries: [{id: A b, label: L, definition: D}]\n",
            ["entries.0.id"],
        ),
        (
            "vocabulary",
            "kind: vocabulary\nof: states\ntitle: T\ndefinition: D\nentries: [{id: MMR}]\n",
            ["entries.0"],
        ),
    ],
)
def test_what_is_wrong_is_marked_where_it_stands(kind: str, text: str, where: list[str]) -> None:
    """An unknown key, code, State, unit or address, a derived status, a missing key: the editor underlines
    that place.
    """
    assert wrong(kind, text) == where


def test_a_code_is_offered_with_label_and_definition() -> None:
    """An editor shows what a topic means while it completes it; derived statuses are not offered."""
    definitions = made()["instrument"]["$defs"]
    topic = next(choice for choice in definitions["topics"]["oneOf"] if choice["const"] == "assistance")
    assert topic.keys() == {"const", "title", "description"}
    assert "expired" not in [choice["const"] for choice in definitions["statuses"]["oneOf"]]
    assert {"const": "BEN", "title": "Benin"} in definitions["state-codes"]["oneOf"]


def test_the_string_under_a_field_is_its_manual() -> None:
    """Docstrings of fields are descriptions, and no schema offers null or an empty default."""
    assert made()["sop"]["properties"]["in_force"]["description"]
    assert made()["sop"]["properties"]["who_inferred"]["description"].startswith("true where the actors")
    text = json.dumps(made())
    assert [offer for offer in ('"null"', '"default": []', '"default": null') if offer in text] == []
