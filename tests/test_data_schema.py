"""The JSON files: each is what its schema says and no more, and what it is named for; the whole corpus as one
file holds what the others hold.
"""

from __future__ import annotations

import gzip
import json
import posixpath
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from generators import data
from generators.corpus.corpus import Corpus
from generators.data import marked, schema, written
from generators.document.phrases import Phrases
from generators.model.fields import Day, ForEditors, Model, PlaceName, Said, Yes, every_slot
from generators.translate.localizer import Localizer
from tests.sites import folder_of

SITE = "https://example.org/"


@pytest.fixture(scope="module")
def validators(world: Corpus) -> dict[str, Draft202012Validator]:
    """What checks each kind of file, by the path of its schema."""
    made = {schema.path(kind): schema.schema(world, kind, SITE) for kind in schema.KINDS}
    for each in made.values():
        Draft202012Validator.check_schema(each)
    return {path: Draft202012Validator(each) for path, each in made.items()}


def json_files(corpus: Corpus, language: str, site: str = "") -> Iterator[tuple[str, dict]]:
    """The JSON files of a language that are of our own format, by their paths below its folder."""
    base = f"{site}{folder_of(language)}" if site else ""
    for path, write in data.writers(corpus, language, base).items():
        if path.endswith(data.NAME):
            yield path, json.loads(write())
        elif path == written.PATH:
            yield path, json.loads(gzip.decompress(write()))


def kind_of(path: str, language: str, found: dict) -> str:
    """Where the schema that a file names stands, below the root of the site."""
    there = posixpath.join("/", folder_of(language), posixpath.dirname(path), found["$schema"])
    return posixpath.normpath(there).lstrip("/")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_file_is_what_the_schema_that_it_names_says(world, validators, language):
    """No field is missing, none of another kind, and none that is not described."""
    wrong = []
    for path, found in json_files(world, language):
        for error in validators[kind_of(path, language, found)].iter_errors(found):
            wrong.append(f"{path}: {list(error.absolute_path)}: {error.message[:200]}")
    assert wrong == []


def test_every_kind_of_file_is_written(world):
    """No schema is of a file that there is not."""
    assert {kind_of(path, "en", found) for path, found in json_files(world, "en")} == {
        schema.path(kind) for kind in schema.KINDS
    }


def test_a_schema_is_named_by_its_absolute_address_where_the_site_has_one(world):
    """A file that was taken along still says what describes it, and what its addresses continue."""
    for path, found in json_files(world, "fr", SITE):
        assert found["$schema"].startswith(f"{SITE}data/schema/"), path
        assert found["base"] == f"{SITE}fr/"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"note": "not described"}, "note"),
        ({"day": "24 November"}, "day"),
        ({"silent": ["no-topic"]}, "no-topic"),
        ({"relations": {"copies": []}}, "copies"),
    ],
)
def test_a_schema_refuses_what_is_not_described(world, validators, change, where):
    """An unknown field, a day that is no day, a code or a relation that there is not."""
    found = json.loads(data.writers(world, "en")["instruments/alpha/convention-2005/index.json"]())
    errors = [error.message for error in validators["data/schema/record.json"].iter_errors(found | change)]
    assert errors, change
    assert any(where in message or "does not match" in message for message in errors)


def test_a_missing_field_is_refused(world, validators):
    """What always stands in a file must stand there."""
    found = json.loads(data.writers(world, "en")["states/ben/index.json"]())
    del found["open"]
    messages = [error.message for error in validators["data/schema/state.json"].iter_errors(found)]
    assert messages == ["'open' is a required property"]


def test_every_field_has_a_meaning(validators):
    """A sentence each: what is published is described."""
    short = [
        f"{each.name}.{field.name}"
        for each in schema.all_shapes()
        for field in each.fields
        if not field.meaning.endswith((".", "…"))
    ]
    assert short == []
    assert all(each.meaning.endswith(".") for each in schema.all_shapes())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_corpus_holds_what_the_files_of_its_parts_hold(world, language):
    """Each record and mechanism, field by field; of a State what no record says, and no list of texts."""
    files = dict(json_files(world, language))
    found_together = files[written.PATH]
    head = {"$schema", "format", "language", "day"}
    for kind, place in (
        ("records", "instruments/{}/"),
        ("mechanisms", "instruments/{}/"),
    ):
        for name, found in found_together[kind].items():
            own = files[f"{place.format(name)}index.json"]
            assert found == {key: value for key, value in own.items() if key not in head}, name
    assert found_together["records"].keys() == world.records.keys()
    assert found_together["mechanisms"].keys() == world.mechanisms.keys()
    assert found_together["states"].keys() == set(world.all_states)
    for code, found in found_together["states"].items():
        own = files[f"states/{code.lower()}/index.json"]
        assert found == {
            key: own[key]
            for key in ("state", "looked", "whom_to_call", "named_lines", "check_lines", "copies")
            if key in own
        }, code
    assert found_together["items"].keys() == world.items.keys()


def test_the_whole_corpus_says_what_its_codes_mean(world):
    """Each topic with its label, its question and its page, in the language of the file."""
    words = json.loads(gzip.decompress(data.writers(world, "fr")[written.PATH]()))["vocabularies"]
    assert words["topics"]["entries"]["reflection-period"]["label"] == "Délai de réflexion"
    assert words["topics"]["entries"]["reflection-period"]["address"] == "topics/reflection-period/"
    assert words["regions"]["entries"].keys() == world.vocabularies.of("regions").keys()


def test_what_ids_and_codes_mean_stands_in_one_file(world):
    """In the reader's language; the files of States and topics have ids and codes alone."""
    files = dict(json_files(world, "en"))
    names = files["instruments/index.json"]
    assert names["records"].keys() == world.records.keys()
    assert names["mechanisms"].keys() == world.mechanisms.keys()
    said = json.dumps(files["states/ben/index.json"], ensure_ascii=False)
    assert names["records"]["alpha/convention-2005"]["title"] not in said
    lines = files["topics/reflection-period/index.json"]["lines"]
    groups = [names["labels"]["groups"][each["only_for"]]["label"] for each in lines if "only_for" in each]
    assert groups == ["Only for migrant workers", "Only for children"]


class Shelter(Model):
    """A model that no code names."""

    says: Said
    city: PlaceName | None = None
    """Where it is."""
    opened: Day | None = None
    """Since when it is open."""
    open: Yes = False
    """Whether it is open."""
    note: ForEditors | None = None
    """For editors."""


def test_a_new_field_is_written_and_described_by_its_mark(world):
    """Its value as its kind is written, its meaning from the string under it; what is for editors is not."""
    made = Shelter(says="Twelve beds.", city="Cotonou", opened="2009-04", open="true", note="Ask again.")
    phrases = Phrases(Localizer(world, "en"))
    found = marked.marked(phrases, "alpha/convention-2005", made)
    assert found == {"says": "Twelve beds.", "city": "Cotonou", "opened": "2009-04", "open": True}
    said = {each.name: each for each in marked.described(Shelter)}
    assert said["opened"].meaning == "Since when it is open."
    assert said.keys() == {*marked.Text.model_fields, "city", "opened", "open"}
    assert {name for name, each in said.items() if each.always} == {"says", "open"}


def test_what_is_said_elsewhere_is_a_field():
    """A field that is renamed does not stay on the list of those that are left out."""
    for model, left in marked.ELSEWHERE.items():
        assert {*left.split()} <= {slot.alias for slot in every_slot(model)}, model
