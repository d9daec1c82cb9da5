"""What the form in the browser is made of: each field with its name and meaning, each
kind with its fields, and checks that say what the rules say.
"""

from __future__ import annotations

import gzip
import json
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import BASE, PROJECT
from editing import run
from pydantic import TypeAdapter, ValidationError

from generators.checks.anchors import article
from generators.checks.codes import broken
from generators.checks.texts import count_words, text_length
from generators.corpus.corpus import Corpus
from generators.edit import form, schema
from generators.model import manuals
from generators.model.fields import Address, Note, Plain, Prose, Slug, Whole
from generators.text import partial_dates
from generators.translate import interface_texts

WORLD = BASE.parent / "world"
SCRIPTS = PROJECT / "overrides/assets/javascripts/answers"


@pytest.fixture(scope="module")
def facts(world: Corpus) -> dict[str, Any]:
    """What the form knows in English."""
    found = form.writers(world, "en", WORLD, form.Project())
    return json.loads(found[form.FIELDS]())


def test_each_field_has_a_name_and_a_meaning(facts: dict[str, Any]):
    """No field of any form stands there without a word; two fields of a model have two
    names.
    """
    for name, fields in facts["models"].items():
        labels = [each["label"] for each in fields]
        assert len(labels) == len(set(labels)), name
        for each in fields:
            assert each["label"], (name, each["key"])
            assert each.get("about") or each["holds"] in ("state", "kind"), (
                name,
                each["key"],
            )


def test_a_kind_has_the_fields_of_its_schema(facts: dict[str, Any], world: Corpus):
    """The form and the schema agree on which keys a kind has and which of them are
    needed.
    """
    made = schema.schemas(world)
    for kind, told in facts["kinds"].items():
        keys = set(told["keys"]) | ({"kind"} if told["model"] != "Mechanism" else set())
        assert keys == set(made[kind]["properties"])
        fields = facts["models"][told["model"]]
        assert {each["key"] for each in fields if each.get("required")} == set(
            made[kind]["required"]
        )
        assert set(told["first"]) <= keys


def test_translators_have_all_words_of_fields():
    """Names and meanings of fields are strings of the interface."""
    found = {unit.text for unit in interface_texts.extract_interface(PROJECT, "en")}
    assert set(manuals.texts()) <= found


# -- checks ------------------------------------------------------------------------------

DATES = (
    "2009 2009-07 2009-07-14 2009-02-30 2009-13 2009-7 14/07/2009 2024-02-29 0000 1492 "
    "1799-12-31 1800"
).split()
NUMBERS = (
    "0",
    "30",
    "010",
    "-1",
    "3.5",
    "٣",
    "999999999",
    "1000000000",
    "12345678901234567890",
    "",
)
TEXTS = (
    "",
    "two words",
    "人口贩运受害人 are 4",
    "— no word —",
    "l’aide d'urgence",
    "a/b c",
    "ok ﷽ x",
)
PAGES = (
    "https://example.org/a",
    "ftp://x",
    "example.org",
    "https://",
    "https://a b",
    "HTTPS://x",
)


def wrong_date(text: str) -> str:
    """What Python says of a date; empty where it is one."""
    try:
        partial_dates.parse(text)
    except ValueError as error:
        return str(error)
    return ""


def sound(number: str) -> bool:
    """Whether Python takes a text for a whole number."""
    try:
        TypeAdapter(Whole).validate_python(number)
    except ValidationError:
        return False
    return True


def test_values_are_checked_as_the_rules_check_them(facts: dict[str, Any]):
    """Dates, lengths and addresses are right in the browser where they are right in
    Python.
    """
    found = run(
        *(("value", date, {"holds": "day", "key": "x"}) for date in DATES), facts=facts
    )
    assert [bool(each) for each in found] == [bool(wrong_date(date)) for date in DATES]
    assert run(*(("countWords", text) for text in TEXTS)) == list(map(count_words, TEXTS))
    found = run(*(("value", page, {"holds": "address"}) for page in PAGES), facts=facts)
    assert [bool(each) for each in found] == [bool(broken(page)) for page in PAGES]
    found = run(
        *(("value", number, {"holds": "whole"}) for number in NUMBERS), facts=facts
    )
    assert [bool(each) for each in found] == [not sound(number) for number in NUMBERS]


@pytest.mark.parametrize("mark", [Plain(), Prose(), Note(), Address(), Slug()])
def test_texts_are_as_long_as_the_rules_allow(facts: dict[str, Any], mark: Any):
    """The form takes as many letters, also of two units, as ``check`` does."""
    holds = type(mark).__name__.lower()
    limit = facts["limits"]["letters"][holds]
    head = "https://example.org/" if holds == "address" else ""
    texts = [
        head + letter * (n - len(head))
        for letter in ("x", "𠮷")
        for n in (limit, limit + 1)
        if holds != "slug" or letter == "x"
    ]
    asked = [
        SimpleNamespace(value=text, mark=mark, loc=("x",), problem=lambda *said: said)
        for text in texts
    ]
    wanted = [
        any("at most" in hint for _, hint in text_length.judge(None, value))
        for value in asked
    ]
    assert wanted == [False, True] * (len(texts) // 2)
    found = run(*(("value", text, {"holds": holds}) for text in texts), facts=facts)
    assert [f"{limit} at most" in each for each in found] == wanted


def test_a_reference_has_one_form(facts: dict[str, Any]):
    """What lawyers type for an article is proposed in the form of records, as ``check``
    proposes it, in files in English alone; what stands in records is left alone.
    """
    wrong = (
        "Article 7",
        "art 7",
        "Art.VII(1)",
        "Art. 3 para. 1",
        "Art. 3, paragraph 1 (b)",
        "Articles 5-6",
    )
    sound = (
        "Art. 7",
        "Art. 3(1)(a)",
        "Art. 2b(1) (2024)",
        "Arts. 1-2",
        "Art. 3 paras. 1-2",
        "article on slavery",
    )
    field = {"holds": "plain", "key": "ref"}
    found = run(*(("value", text, field) for text in (*wrong, *sound)), facts=facts)
    assert found == [f"write: {article(text)}" for text in wrong] + [""] * len(sound)
    assert [article(text) for text in sound] == list(sound)
    french = {
        "kind": "instrument",
        "language": "fr",
        "provisions": [{"ref": "Article 7"}],
    }
    [said] = run(
        ("checked", {"model": "Record", "data": french, "kind": "instrument"}),
        facts=facts,
    )
    assert not [each for each in said if "ref" in each["path"]]


@pytest.mark.parametrize(
    ("value", "field", "name"),
    [
        (None, {"holds": "plain", "required": True}, "missing"),
        ("2126", {"holds": "day", "past": True}, "coming"),
        ("2126", {"holds": "day"}, ""),
        ("2027", {"holds": "day", "key": "due"}, "exact"),
        ("010", {"holds": "whole"}, "whole"),
        ("nowhere", {"holds": "code", "of": "topics"}, "code"),
        (
            ["assistance", "assistance"],
            {"holds": "code", "of": "topics", "shape": "many"},
            "twice",
        ),
        ("NGR", {"holds": "state"}, "state"),
        ("alpha/convention-2006", {"holds": "ref", "of": "records"}, "reference"),
        ("alpha", {"holds": "ref", "of": "any"}, ""),
        ("french", {"holds": "language"}, "language"),
        ("pt-BR", {"holds": "language"}, ""),
        ("法", {"holds": "slug"}, "id"),
        ("@a-body", {"holds": "note", "key": "editors"}, "account"),
        ("<b>", {"holds": "note", "key": "notes"}, "html"),
        (
            {"days": "30"},
            {"holds": "code", "of": "measures", "shape": "keys", "value": "whole"},
            "",
        ),
        (
            {"days": "x"},
            {"holds": "code", "of": "measures", "shape": "keys", "value": "whole"},
            "whole",
        ),
    ],
)
def test_what_is_wrong_is_said(
    facts: dict[str, Any], value: Any, field: dict[str, Any], name: str
):
    """Each check has its words."""
    [found] = run(("value", value, field), facts=facts)
    assert found == (facts["say"][name] if name else "")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("Plan 2027", "plan-2027"), ("Règlement", "reglement"), ("\uff41-b", "a-b")],
)
def test_a_name_is_proposed(facts: dict[str, Any], typed: str, plain: str):
    """What is no name for an address is said, with the name that was meant."""
    [found] = run(("value", typed, {"holds": "slug"}), facts=facts)
    words = facts["say"]
    assert found == f"{words['id']}; {words['article'].replace('{text}', plain)}"


def test_what_is_missing_of_a_file_is_said(facts: dict[str, Any]):
    """What is needed, and a title as published or in our words."""
    [found] = run(
        (
            "checked",
            {
                "model": "Record",
                "data": {"kind": "sop", "status": "adopted"},
                "kind": "sop",
            },
        ),
        facts=facts,
    )
    assert [each["path"] for each in found] == [
        ["official_titles"],
        ["type"],
        ["binding"],
        ["confidence"],
    ]
    assert {each["message"] for each in found} == {"missing"}
    mechanism = {
        "kind": "network",
        "name": "A",
        "regions": [],
        "confidence": "reported",
        "members": [{}],
    }
    [found] = run(
        ("checked", {"model": "Mechanism", "data": mechanism, "kind": "mechanism"}),
        facts=facts,
    )
    assert ["members", 0, "state"] in [each["path"] for each in found]


def test_what_was_begun_and_not_filled_in_is_not_written():
    """An added line without a value goes; a new key stands where records have it."""
    given = {
        "a": "1",
        "lines": [{}, {"x": ""}, {"x": "2"}],
        "none": [{}],
        "texts": ["", "t"],
    }
    assert run(("cleaned", given)) == [{"a": "1", "lines": [{"x": "2"}], "texts": ["t"]}]
    order = ["kind", "number", "status", "notes"]
    [made] = run(("put", {"kind": "sop", "status": "draft"}, "number", "1", order))
    assert list(made) == ["kind", "number", "status"]


# -- files -------------------------------------------------------------------------------


def test_a_file_travels_with_its_places(world: Corpus):
    """Records, mechanisms and items are there by their ids, a file a folder, once for all
    languages.
    """
    made = form.writers(
        world, "en", WORLD, form.Project("https://x/edit/main/", "", "a@b.org")
    )
    assert "dakar-2010/lesson-listen" in json.loads(made["edit/source/dakar-2010.json"]())
    assert json.loads(made["edit/project.json"]()) == {
        "edit": "https://x/edit/main/",
        "new": "",
        "mail": "a@b.org",
    }
    sources = json.loads(made["edit/source/alpha.json"]())
    assert sources["alpha"]["path"] == "instruments/alpha/mechanism.yml"
    assert (
        sources["alpha/convention-2005"]["path"]
        == "instruments/alpha/convention-2005.yml"
    )
    others = form.writers(world, "fr", WORLD, form.Project())
    assert [path for path in others if path.startswith("edit/")] == [form.FIELDS]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("instruments/coe/convention-197.yml", "coe/convention-197"),
        ("instruments/coe/mechanism.yml", "coe"),
        ("instruments/vocabulary/topics.yml", ""),
        ("docs/about.md", ""),
        ("", ""),
    ],
)
def test_a_page_knows_what_the_form_is_asked_for(path: str, asked: str):
    """Pages of files that the form opens lead to it."""
    assert form.opened(path) == asked


def test_a_new_file_is_handed_over_where_it_is_short():
    """The code host takes a short file in its address, and the name of a long one."""
    project = {"edit": "https://x/edit/main/", "new": "https://x/new/main/"}
    path = "instruments/alpha/plan.yml"
    short, long, there, nowhere = run(
        ("hostAddress", project, {"path": ""}, path, "kind: sop\n"),
        ("hostAddress", project, {"path": ""}, path, "x " * 4000),
        ("hostAddress", project, {"path": path}, path, "x"),
        ("hostAddress", {"edit": "", "new": ""}, {"path": path}, path, "x"),
    )
    assert (
        short
        == "https://x/new/main/instruments/alpha?filename=plan.yml&value=kind%3A%20sop%0A"
    )
    assert long == "https://x/new/main/instruments/alpha?filename=plan.yml"
    assert there == f"https://x/edit/main/{path}"
    assert nowhere == ""


def test_the_scripts_of_the_form_are_light():
    """All of them together, compressed one by one as a host sends them."""
    files = [SCRIPTS / "edit.js", *(SCRIPTS / "edit").glob("*.js")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 25_000
