"""The JSON files. Each is what its schema says and no more, and what it is named for.
Codes are apart from words. The whole corpus as one file has both.

``test_data_examples`` has the examples on the page of the data.
"""

from __future__ import annotations

import gzip
import json
import posixpath
from collections.abc import Iterator
from posixpath import normpath

import pytest
from jsonschema import Draft202012Validator

from generators import data, html
from generators.corpus.corpus import Corpus
from generators.data import described, kinds, marked, schema, word_files, written
from generators.document.open_data import LICENCE_ADDRESS
from generators.document.phrases import Phrases
from generators.model.fields import (
    Day,
    ForEditors,
    Model,
    PlaceName,
    Said,
    Yes,
    every_slot,
)
from generators.translate.localizer import Localizer
from tests.sites import folder_of

SITE = "https://example.org/"
HEAD = ("$schema", "format", "language", "day", "words")
FIELDS_OF_STATE = (
    "state",
    "looked",
    "emergency",
    "whom_to_call",
    "named_lines",
    "check_lines",
    "responsible",
    "copies",
)
"""What the whole corpus says of a State: what no record says."""

PUBLISHED_NAMES = {
    "adherence",
    "contact",
    "date",
    "entry",
    "indicator",
    "item",
    "list",
    "mechanism",
    "member",
    "membership",
    "objective",
    "parties",
    "party",
    "provision",
    "record",
    "reporting",
    "signed",
    "state",
    "step",
    "text",
    "text-address",
    "told",
}
"""Names in schemas that do not follow from the name of a class."""


@pytest.fixture(scope="module")
def validators(world: Corpus) -> dict[str, Draft202012Validator]:
    """What checks each kind of file, by the path of its schema."""
    checkers = {}
    for kind in schema.KINDS:
        content = schema.schema(world, kind, SITE)
        Draft202012Validator.check_schema(content)
        checkers[schema.path(kind)] = Draft202012Validator(content)
    return checkers


def json_files(
    corpus: Corpus, language: str, site: str = ""
) -> Iterator[tuple[str, dict]]:
    """The JSON files of a language that are of our own format, by their paths below its
    folder.
    """
    base = f"{site}{folder_of(language)}" if site else ""
    for path, write in data.writers(corpus, language, base).items():
        if path.endswith((data.NAME, "words.json")):
            yield path, json.loads(write())
        elif path == written.PATH:
            yield path, json.loads(gzip.decompress(write()))


def files_of_codes(corpus: Corpus, site: str = "") -> Iterator[tuple[str, dict]]:
    """The files of codes, by their paths below the root of the site."""
    for path, write in data.common(corpus, site).items():
        if path.endswith(data.NAME):
            yield path, json.loads(write())


def file_of_codes(corpus: Corpus, path: str) -> dict:
    """The file of codes at a path below the root of the site."""
    return json.loads(data.common(corpus)[path]())


def joined_file(corpus: Corpus, language: str, path: str, name: str) -> dict:
    """The codes and the words of what is called ``name``, by the path of its codes."""
    codes = file_of_codes(corpus, path)
    words = json.loads(data.writers(corpus, language)[codes["words"]]())
    return marked.joined(codes, words["words"][name])


def schema_path(path: str, language: str, content: dict) -> str:
    """Where the schema is that a file names, below the root of the site."""
    folder = posixpath.dirname(path)
    absolute = posixpath.join("/", folder_of(language), folder, content["$schema"])
    return normpath(absolute).lstrip("/")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_file_is_what_the_schema_that_it_names_says(world, validators, language):
    """No field is missing, none of another kind, and none that is not described."""
    wrong = []
    for path, content in json_files(world, language):
        validator = validators[schema_path(path, language, content)]
        for error in validator.iter_errors(content):
            wrong.append(f"{path}: {list(error.absolute_path)}: {error.message[:200]}")
    assert wrong == []


def test_every_file_of_codes_is_what_its_schema_says(world, validators):
    """It has no word of a language, and says in no language what it has."""
    wrong = []
    for path, content in files_of_codes(world):
        assert "language" not in content
        for error in validators[schema_path(path, "en", content)].iter_errors(content):
            wrong.append(f"{path}: {list(error.absolute_path)}: {error.message[:200]}")
    assert wrong == []


def test_every_kind_of_file_is_written(world):
    """Each schema has a file that names it."""
    files = [*json_files(world, "en"), *files_of_codes(world)]
    named = {schema_path(path, "en", content) for path, content in files}
    assert named == {schema.path(kind) for kind in schema.KINDS}


@pytest.mark.parametrize("kind", ["record", "mechanism", "state", "topic"])
def test_codes_are_the_same_in_every_language(world, kind):
    """A field that says something in a language is among the words: made with the words
    of another language, the codes are equal.
    """
    names = [owner.name for owner in word_files.owners(world) if owner.kind == kind]
    for name in names:
        made = [
            kinds.body(Phrases(Localizer(world, language)), kind, name, kinds.CODES)
            for language in ("en", "ar")
        ]
        assert made[0] == made[1], name


@pytest.mark.parametrize("kind", ["record", "mechanism", "state", "topic"])
def test_codes_and_words_together_are_the_whole(world, kind):
    """Joined, they have every field and no other, each at its place."""
    phrases = Phrases(Localizer(world, "fr"))
    for owner in word_files.owners(world):
        if owner.kind == kind:
            codes = kinds.body(phrases, *owner, kinds.CODES)
            words = kinds.body(phrases, *owner, kinds.WORDS)
            whole = kinds.body(phrases, *owner)
            assert as_read(marked.joined(as_read(codes), as_read(words))) == as_read(
                whole
            )


def as_read(content: dict) -> dict:
    """An object as it is read from its file."""
    return json.loads(json.dumps(content))


def test_a_folder_with_many_lines_has_several_files_of_words(world, monkeypatch):
    """A record that would be too much for a file begins the next one; its codes say
    which one has its words.
    """
    monkeypatch.setattr(word_files, "MOST_LINES", 1)
    corpus = Corpus(world.library, world.today, world.languages)
    files = [path for path in word_files.files_of_words(corpus) if "alpha/" in path]
    assert files[:2] == ["instruments/alpha/words.json", "instruments/alpha/words-2.json"]
    for owner in word_files.owners(corpus):
        path = word_files.file_of_words(corpus, owner)
        assert owner in word_files.files_of_words(corpus)[path]


def test_a_schema_is_named_by_its_absolute_address_where_the_site_has_one(world):
    """A file that was taken along still says what describes it, and what its addresses
    continue.
    """
    for path, content in json_files(world, "fr", SITE):
        assert content["$schema"].startswith(f"{SITE}data/schema/"), path
        assert content["base"] == f"{SITE}fr/"


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
    """An unknown field, a wrong day, and a code or a relation that does not exist."""
    content = file_of_codes(world, "instruments/alpha/convention-2005/index.json")
    validator = validators["data/schema/record.json"]
    messages = [error.message for error in validator.iter_errors(content | change)]
    assert messages, change
    assert any(where in message or "does not match" in message for message in messages)


def test_a_missing_field_is_refused(world, validators):
    """A field that is always in a file must be there."""
    content = file_of_codes(world, "states/ben/index.json")
    del content["open"]
    errors = validators["data/schema/state.json"].iter_errors(content)
    assert [error.message for error in errors] == ["'open' is a required property"]


def test_every_field_has_a_meaning():
    """A sentence each: what is published is described."""
    for shape in schema.all_shapes():
        assert shape.meaning.endswith("."), shape.name
        for field in shape.fields:
            assert field.meaning.endswith((".", "…")), (shape.name, field.name)


def test_the_names_of_objects_are_those_that_programs_know():
    """A class may have another name in the code: the schemas say the old one."""
    names = {shape.name for shape in schema.all_shapes()}
    assert names >= PUBLISHED_NAMES
    assert not [name for name in names if name.endswith("-data")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_corpus_holds_what_the_files_of_its_parts_hold(world, language):
    """Each record and mechanism, field by field; of a State what no record says, and no
    list of texts.
    """
    whole = dict(json_files(world, language))[written.PATH]
    for kind in ("records", "mechanisms"):
        for name, content in whole[kind].items():
            path = f"instruments/{name}/index.json"
            own_file = joined_file(world, language, path, name)
            own_fields = {key: own_file[key] for key in own_file if key not in HEAD}
            assert content == own_fields, name
    for code, content in whole["states"].items():
        path = f"states/{code.lower()}/index.json"
        own_file = joined_file(world, language, path, code)
        own_fields = {key: own_file[key] for key in FIELDS_OF_STATE if key in own_file}
        assert content == own_fields, code
    assert whole["records"].keys() == world.records.keys()
    assert whole["mechanisms"].keys() == world.mechanisms.keys()
    assert whole["states"].keys() == set(world.all_states)
    assert whole["items"].keys() == world.items.keys()


def test_the_whole_corpus_says_what_its_codes_mean(world):
    """Each topic with its label, its question and its page, in the file's language."""
    whole = json.loads(gzip.decompress(data.writers(world, "fr")[written.PATH]()))
    lists = whole["vocabularies"]
    topic = lists["topics"]["entries"]["reflection-period"]
    assert topic["label"] == "Délai de réflexion"
    assert topic["address"] == "topics/reflection-period/"
    assert (
        lists["regions"]["entries"].keys()
        == world.vocabularies.entries_of("regions").keys()
    )


def test_what_ids_and_codes_mean_stands_in_one_file(world):
    """It is in the reader's language. The files of States and topics only have ids and
    codes.
    """
    names = dict(json_files(world, "en"))["instruments/index.json"]
    codes = dict(files_of_codes(world))
    assert names["records"].keys() == world.records.keys()
    assert names["mechanisms"].keys() == world.mechanisms.keys()
    file_of_state = json.dumps(codes["states/ben/index.json"], ensure_ascii=False)
    assert names["records"]["alpha/convention-2005"]["title"] not in file_of_state
    lines = codes["topics/reflection-period/index.json"]["lines"]
    only_for = [code for line in lines for code in line.get("only_for", ())]
    groups = [names["labels"]["groups"][code]["label"] for code in only_for]
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
    """Its value as its kind is written, its meaning from the string under it; what is for
    editors is not.
    """
    shelter = Shelter(
        says="Twelve beds.",
        city="Cotonou",
        opened="2009-04",
        open="true",
        note="Ask again.",
    )
    phrases = Phrases(Localizer(world, "en"))
    subject = marked.Subject(phrases, "alpha/convention-2005", shelter)
    assert marked.as_json(Shelter, subject) == {
        "says": "Twelve beds.",
        "city": "Cotonou",
        "opened": "2009-04",
        "open": True,
    }
    fields = {field.name: field for field in described.described(Shelter)}
    assert fields["opened"].meaning == "Since when it is open."
    assert fields.keys() == {*marked.TextData.model_fields, "city", "opened", "open"}
    assert [name for name in fields if fields[name].always] == ["says", "open"]


def test_what_is_said_elsewhere_is_a_field():
    """A field that is renamed does not stay on the list of those that are left out."""
    for model, left_out in marked.ELSEWHERE.items():
        names = {slot.alias for slot in every_slot(model)}
        assert set(left_out.split()) <= names, model


# -- what programs look for at known places ----------------------------------------------


@pytest.fixture(scope="module")
def shared_paths(world: Corpus) -> set[str]:
    """The paths of the files that all languages share."""
    return set(data.common(world, SITE))


def test_the_data_as_a_whole_is_a_dataset(world, shared_paths):
    """The page of the data is about a dataset. It has the address and the form of each
    file that holds everything, in its language or in all.
    """
    block = written.dataset(Localizer(world, "fr"), "fr/", SITE)
    start = '<script type="application/ld+json">'
    text = block.removeprefix(start).removesuffix("</script>\n")
    dataset = json.loads(text)
    assert dataset["@type"] == "Dataset"
    assert dataset["@context"]["@base"] == SITE
    assert dataset["license"] == {"@id": LICENCE_ADDRESS}
    assert dataset["creator"]["name"]
    assert Localizer(world, "fr").label("topics", "assistance") in dataset["keywords"]
    first, last = dataset["temporalCoverage"].split("/")
    assert first == min(day.text for day in map(world.day, world.records) if day)
    assert last == world.today.isoformat()
    regions = [place["name"] for place in dataset["spatialCoverage"]]
    assert regions[0] == Localizer(world, "fr").label("regions", "africa")
    assert len(set(regions)) == len(regions)
    forms = {
        file["contentUrl"]["@id"]: file["encodingFormat"]
        for file in dataset["distribution"]
    }
    own_paths = {f"fr/{path}" for path in data.writers(world, "fr", f"{SITE}fr/")}
    assert forms.keys() <= own_paths | shared_paths
    assert forms["data/compendium.sqlite.gz"] == "application/gzip"
    assert forms["fr/data/compendium.json.gz"] == "application/gzip"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_links_what_it_names(shared_paths, world, language):
    """Every file on the page of the data is there, in the folder of its language or at
    the root.
    """
    folder = folder_of(language)
    pages = html.build(world, language)
    content = next(page for page in pages if page.address == "data/").render()
    addresses = [part.partition('"')[0] for part in content.split('href="')[1:]]
    linked = {
        normpath(f"{folder}data/{address}") for address in addresses if "#" not in address
    }
    assert {"data/schema/corpus.json", "data/schema/record.json"} <= linked
    suffixes = (".json", ".csv", ".xlsx", ".gz", ".ics")
    files = {path for path in linked if path.endswith(suffixes)}
    assert f"{folder}data/compendium.xlsx" in files
    own_paths = {f"{folder}{path}" for path in data.writers(world, language)}
    assert files <= own_paths | shared_paths
